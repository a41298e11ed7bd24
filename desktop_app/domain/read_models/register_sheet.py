"""Read models of the registers: one paper with the records that it is about, and a paper as a record names it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.read_models.history import Named
from desktop_app.domain.rules.invitations import InvitationAnswer, InviteeRow
from desktop_app.domain.rules.meetings import Meeting
from desktop_app.domain.rules.registered_papers import IncomingPaper, OutgoingPaper
from desktop_app.domain.rules.requests import Request


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperAbout:
    """One record that a paper is about or caused; a request tells how it stands."""

    link_id: int
    kind: str
    id: int
    named: Named
    request: Request | None = None
    answers: tuple[InvitationAnswer, ...] = ()
    """What the paper answers to the invitations of a meeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterSheet:
    """One registered paper; ``line`` is its line in the list, ``paper_day`` the day that the letter itself bears."""

    line: int
    paper: IncomingPaper | OutgoingPaper
    about: tuple[PaperAbout, ...]
    today: date
    paper_day: date | None = None

    @property
    def outgoing(self) -> bool:
        """Whether it went out."""
        return isinstance(self.paper, OutgoingPaper)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRef:
    """A registered paper beside the record that it is about."""

    line: int
    outgoing: bool
    year: int
    row: int
    number: str
    day: date
    party: str
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitedMeeting:
    """A meeting that was convened, and whom its invitations go to."""

    meeting: Meeting
    invitees: tuple[InviteeRow, ...]
