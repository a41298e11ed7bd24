"""The frozen row of the print page: the paper of one version and its round trip from the printer to the closed file."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from desktop_app.domain.read_models.sheets import ConfirmedBy, VersionRow
from desktop_app.domain.rules.committee import Party
from desktop_app.domain.rules.meetings import Meeting
from desktop_app.domain.rules.minutes import MinutesAct, MinutesVersion, Printing, Signature, Signer
from desktop_app.domain.rules.notices import NoticeStand
from desktop_app.domain.rules.signing import originals_of, recorded_with


@dataclass(frozen=True, slots=True, kw_only=True)
class SignerRow:
    """A signer with the signatures that stand, one of each original at most."""

    signer: Signer
    party: Party
    seen: tuple[Signature, ...] = ()

    def on(self, original: int) -> Signature | None:
        """The signature on one original, or None."""
        return next((one for one in self.seen if one.original == original), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSheet:
    """The print page: one version, its code, what was printed, who has signed, what was told, and the end.

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
    notice: NoticeStand = field(default_factory=NoticeStand)
    can_notify: bool = False
    can_close: bool = False
    closed_on: date | None = None
    confirmed_by: ConfirmedBy | None = None
    read_only: bool = False
    """Nothing can be recorded: the data are only looked at."""

    @property
    def missing(self) -> tuple[SignerRow, ...]:
        """Signers who have not signed all originals yet."""
        return tuple(row for row in self.signers if len(row.seen) < self.version.originals)

    @property
    def on_each(self) -> tuple[int, ...]:
        """How many names stand on each original, in their order."""
        return tuple(len(self.signers) - len(self.missing_on(one)) for one in originals_of(self.version.originals))

    def batch_of(self, signature: Signature) -> tuple[Signature, ...]:
        """What the same act recorded and still stands, the given one among it."""
        return recorded_with(signature, (one for row in self.signers for one in row.seen))

    @property
    def last_batch(self) -> tuple[Signature, ...]:
        """What the newest act recorded of what stands; nothing where nobody has signed."""
        newest = max((one for row in self.signers for one in row.seen), key=lambda one: one.id, default=None)
        return self.batch_of(newest) if newest is not None else ()

    def missing_on(self, original: int) -> tuple[SignerRow, ...]:
        """Signers whose name is missing on one original."""
        return tuple(row for row in self.signers if row.on(original) is None)

    @property
    def last_signed_on(self) -> date | None:
        """The day of the latest signature."""
        return max((one.signed_on for row in self.signers for one in row.seen), default=None)
