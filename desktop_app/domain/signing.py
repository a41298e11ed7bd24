"""Signatures seen on the originals (امضا): which of them stand, whose are missing, and the rules of recording them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.jalali import format_date
from desktop_app.domain.minutes import MinutesState, MinutesVersion, Signature, Signer

Pen = tuple[int, int]
"""A place for the pen: a signer and an original, both by number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingPen:
    """A signer who has not signed everything yet, and the originals that lack the name, in order."""

    signer: Signer
    originals: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Signing:
    """Where the signatures of one version stand; ``standing`` holds the record of each place that is signed."""

    originals: int
    signers: tuple[Signer, ...]
    standing: Mapping[Pen, Signature]

    @property
    def missing(self) -> tuple[MissingPen, ...]:
        """Who has not signed everything yet, in printed order."""
        gaps = [MissingPen(signer=one, originals=self.unsigned_by(one.id)) for one in self.signers]
        return tuple(gap for gap in gaps if gap.originals)

    @property
    def signed(self) -> int:
        """How many signers have signed every original."""
        return len(self.signers) - len(self.missing)

    @property
    def complete(self) -> bool:
        """Whether every signer has signed every original; a paper without signers never is."""
        return bool(self.signers) and not self.missing

    @property
    def last_day(self) -> date | None:
        """The day of the latest signature."""
        return max((one.signed_on for one in self.standing.values()), default=None)

    def unsigned_by(self, signer_id: int) -> tuple[int, ...]:
        """The originals that this signer has not signed."""
        return tuple(one for one in originals_of(self.originals) if (signer_id, one) not in self.standing)


def originals_of(count: int) -> range:
    """The numbers of the originals, from 1."""
    return range(1, count + 1)


def standing(signatures: Iterable[Signature]) -> dict[Pen, Signature]:
    """The records that hold: the newest of each place (``signatures`` oldest first), unless it strikes one out."""
    newest = {(one.signer_id, one.original): one for one in signatures}
    return {place: one for place, one in newest.items() if not one.struck}


def signing(version: MinutesVersion, signers: Sequence[Signer], signatures: Iterable[Signature]) -> Signing:
    """Where the signatures of a version stand."""
    return Signing(version.originals, tuple(signers), standing(signatures))


# ---- rules


def require_awaiting(version: MinutesVersion) -> None:
    """Signatures are recorded and struck only while the minutes are final and not all have signed."""
    if version.state is not MinutesState.FINAL:
        raise RuleBroken("signature_not_final", state=version.state)


def require_original(original: int, originals: int) -> None:
    """The paper has an original of this number."""
    if original not in originals_of(originals):
        raise RuleBroken("original_unknown", field="original", original=original, originals=originals)


def require_signing_day(day: date | None, *, finalised_on: date, today: date) -> date:
    """The day is there, not before the paper existed and not ahead; answers it."""
    if day is None:
        raise RuleBroken("signature_without_day", field="day")
    if day < finalised_on:
        raise RuleBroken("signature_before_final", field="day", on=format_date(finalised_on))
    if day > today:
        raise RuleBroken("signature_ahead", field="day")
    return day
