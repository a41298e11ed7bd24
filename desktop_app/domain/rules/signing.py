"""Signatures on the originals (امضا): valid and missing ones, and the rules for recording them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.minutes import MinutesState, MinutesVersion, Signature, Signer

SignaturePlace = tuple[int, int]
"""A place for the pen: a signer and an original, both by number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingSignatures:
    """A signer with missing signatures, and the originals that lack them, in order."""

    signer: Signer
    originals: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SigningState:
    """The signatures of one version; ``valid_signatures`` holds the valid record of each signer and original."""

    originals: int
    signers: tuple[Signer, ...]
    valid_signatures: Mapping[SignaturePlace, Signature]

    @property
    def missing(self) -> tuple[MissingSignatures, ...]:
        """Signers with missing signatures, in printed order."""
        gaps = [MissingSignatures(signer=one, originals=self.unsigned_by(one.id)) for one in self.signers]
        return tuple(gap for gap in gaps if gap.originals)

    @property
    def on_each(self) -> tuple[int, ...]:
        """Number of signatures on each original, in order."""
        wanted = {one.id for one in self.signers}
        return tuple(
            sum(1 for signer_id, place in self.valid_signatures if place == original and signer_id in wanted)
            for original in originals_of(self.originals)
        )

    def completed_by(self, places: Iterable[SignaturePlace]) -> bool:
        """Whether signatures at these places would complete all; never for a paper without signers."""
        gaps = {(gap.signer.id, one) for gap in self.missing for one in gap.originals}
        return bool(self.signers) and not gaps - set(places)

    def batch_of(self, place: SignaturePlace) -> tuple[Signature, ...]:
        """The valid record of a place and those recorded in one act with it; empty when it is unsigned."""
        one = self.valid_signatures.get(place)
        return recorded_in_same_act(one, self.valid_signatures.values()) if one is not None else ()

    def unsigned_by(self, signer_id: int) -> tuple[int, ...]:
        """The originals that this signer has not signed."""
        return tuple(one for one in originals_of(self.originals) if (signer_id, one) not in self.valid_signatures)


def originals_of(count: int) -> range:
    """The numbers of the originals, from 1."""
    return range(1, count + 1)


def valid_signatures(signatures: Iterable[Signature]) -> dict[SignaturePlace, Signature]:
    """The valid records: the newest of each place (``signatures`` oldest first), unless it is struck."""
    newest = {(one.signer_id, one.original): one for one in signatures}
    return {place: one for place, one in newest.items() if not one.struck}


def recorded_in_same_act(signature: Signature, valid: Iterable[Signature]) -> tuple[Signature, ...]:
    """The valid records from the act of this record, itself included, in printed order."""
    if not signature.batch:
        return (signature,)
    return tuple(sorted((one for one in valid if one.batch == signature.batch), key=lambda one: one.id))


def next_batch(signatures: Iterable[Signature]) -> int:
    """The number of the next recording act; ``signatures`` are all rows of the version."""
    return max((one.batch for one in signatures), default=0) + 1


def signing(version: MinutesVersion, signers: Sequence[Signer], signatures: Iterable[Signature]) -> SigningState:
    """Compute the signatures of a version."""
    return SigningState(version.originals, tuple(signers), valid_signatures(signatures))


# ---- rules


def require_unsigned(version: MinutesVersion) -> None:
    """Raise ``RuleBroken`` unless the minutes are final and signatures are missing."""
    if version.state is not MinutesState.FINAL:
        raise RuleBroken("signature_not_final", state=version.state)


def require_original(original: int, originals: int) -> None:
    """Raise ``RuleBroken`` unless the paper has an original of this number."""
    if original not in originals_of(originals):
        raise RuleBroken("original_unknown", field="original", original=original, originals=originals)


def require_confirmed(*, complete: bool, asked: bool, count: int) -> None:
    """Raise ``RuleBroken`` when the last signature is recorded without a confirmation, since it cannot be struck."""
    if complete and not asked:
        raise RuleBroken("signing_completes", count=count)


def require_signing_day(day: date | None, *, finalised_on: date, today: date) -> date:
    """Return the signing day; raises ``RuleBroken`` when missing, before finalising, or in the future."""
    if day is None:
        raise RuleBroken("signature_without_day", field="day")
    if day < finalised_on:
        raise RuleBroken("signature_before_final", field="day", on=format_date(finalised_on))
    if day > today:
        raise RuleBroken("signature_ahead", field="day")
    return day
