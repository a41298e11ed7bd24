"""The frozen document of the agenda pack (بستهٔ دستور جلسه): the agenda with all that the room needs to read before."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.documents.annex_lines import AnnexLine
from desktop_app.domain.documents.documents import SCHEMA, TEMPLATE, FollowUpLine, Letterhead, PartyLine
from desktop_app.domain.documents.letter_lines import CalledMeeting
from desktop_app.domain.documents.typography import USUAL, Typography


@dataclass(frozen=True, slots=True, kw_only=True)
class PackItem:
    """One item of the agenda with its background.

    ``kind`` is a key of :class:`~desktop_app.domain.rules.meetings.AgendaKind`. ``about`` is the earlier resolution
    that the item takes up, ``upstream`` the decision above the committee that it serves.
    """

    title: str
    kind: str
    presenter: str = ""
    minutes: int = 0
    background: tuple[str, ...] = ()
    about: FollowUpLine | None = None
    upstream: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviousMinutesLine:
    """The minutes of the meeting before: what they are called, their state and how much they decided.

    ``version`` is 0 for those that were taken over from before the records: they have none that a paper could name.
    """

    number: int
    day: str
    version: int
    state: str
    code: str = ""
    resolutions: int = 0
    confirmed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedLine:
    """An open resolution and the decision above the committee that it serves, as papers cite it."""

    number: str
    citation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaPackDocument:
    """The pack of one meeting; ``follow_up`` are the open resolutions of earlier meetings as of ``as_of``."""

    schema: int = SCHEMA
    template: int = TEMPLATE
    committee: str
    letterhead: Letterhead
    parties: tuple[PartyLine, ...]
    meeting: CalledMeeting
    chair: str = ""
    secretary: str = ""
    items: tuple[PackItem, ...]
    follow_up: tuple[FollowUpLine, ...] = ()
    as_of: str = ""
    cited: tuple[CitedLine, ...] = ()
    previous: PreviousMinutesLine | None = None
    note: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    typography: Typography = USUAL
    annexes: tuple[AnnexLine, ...] = ()
