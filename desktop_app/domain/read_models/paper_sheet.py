"""Read model of the print page: one version on its way from the printer to the closed file."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from desktop_app.domain.read_models.sheets import ConfirmedBy, VersionRow
from desktop_app.domain.rules.committee import Party
from desktop_app.domain.rules.meetings import Meeting
from desktop_app.domain.rules.minutes import MinutesAct, MinutesVersion, Printing, Signature, Signer
from desktop_app.domain.rules.notices import NotificationState
from desktop_app.domain.rules.signing import originals_of, recorded_in_same_act


@dataclass(frozen=True, slots=True, kw_only=True)
class SignerRow:
    """A signer with the valid signatures, at most one for each original."""

    signer: Signer
    party: Party
    seen: tuple[Signature, ...] = ()

    def on(self, original: int) -> Signature | None:
        """The signature on one original, or None."""
        return next((one for one in self.seen if one.original == original), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSheet:
    """The print page: one version, its code, its printings, signers, notifications, and closing.

    ``finalised_on`` is the first day on which it may have been signed; ``closed_on`` the day its meeting was closed.
    """

    version: MinutesVersion
    meeting: Meeting
    code: str
    sample: bool
    printings: tuple[Printing, ...]
    signers: tuple[SignerRow, ...]
    versions: tuple[VersionRow, ...]
    acts: tuple[MinutesAct, ...]
    can_print_for_pen: bool
    can_withdraw: bool
    inquorate: bool = False
    can_amend: bool = False
    dropped: MinutesAct | None = None
    """How the last draft of a correction of this version was dropped, while no other is begun."""
    finalised_on: date | None = None
    can_sign: bool = False
    can_write_reservation: bool = False
    """What a signer wrote by hand may be recorded also after the last signature."""
    notice: NotificationState = field(default_factory=NotificationState)
    can_notify: bool = False
    can_close: bool = False
    closed_on: date | None = None
    confirmed_by: ConfirmedBy | None = None
    read_only: bool = False
    """Nothing can be recorded: the data are only looked at."""

    @property
    def missing(self) -> tuple[SignerRow, ...]:
        """Signers who have not signed all originals."""
        return tuple(row for row in self.signers if len(row.seen) < self.version.originals)

    @property
    def on_each(self) -> tuple[int, ...]:
        """Number of signatures on each original, in order."""
        return tuple(len(self.signers) - len(self.missing_on(one)) for one in originals_of(self.version.originals))

    def batch_of(self, signature: Signature) -> tuple[Signature, ...]:
        """The valid signatures recorded in one act with the given one."""
        return recorded_in_same_act(signature, (one for row in self.signers for one in row.seen))

    @property
    def last_batch(self) -> tuple[Signature, ...]:
        """The valid signatures that the newest act recorded; empty when there are none."""
        newest = max((one for row in self.signers for one in row.seen), key=lambda one: one.id, default=None)
        return self.batch_of(newest) if newest is not None else ()

    def missing_on(self, original: int) -> tuple[SignerRow, ...]:
        """Signers whose signature is missing on one original."""
        return tuple(row for row in self.signers if row.on(original) is None)

    @property
    def last_signed_on(self) -> date | None:
        """The day of the latest signature."""
        return max((one.signed_on for row in self.signers for one in row.seen), default=None)
