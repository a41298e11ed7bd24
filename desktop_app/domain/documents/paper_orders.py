"""Order of a paper: its kind and its subject, built by the window or by the command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from desktop_app.domain.calendar.jalali import JalaliMonth
from desktop_app.domain.documents.letter_lines import LetterAdditions
from desktop_app.domain.documents.paper_kinds import PaperKind, Profile
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.listing import ListQuery
from desktop_app.domain.rules.meetings import MeetingState


class OrderPart(StrEnum):
    """A part of an order; each value is a field name of :class:`PaperOrder`."""

    MEETING = "meeting_id"
    INVITEE = "only"
    RESOLUTION = "resolution_id"
    UNIT = "unit_id"
    MONTH = "month"
    YEAR = "year"
    ANSWER = "answer_until"
    SENT = "sent_on"
    EVERY = "every"
    RECORD = "record"
    """The record whose history is printed; told by the page that leads here."""
    SAID = "said"
    """What the operator adds to a letter, from the number in the outer register to the copies."""
    LETTER = "text"
    """Addressee, subject and text of a free letter."""


@dataclass(frozen=True, slots=True)
class OrderForm:
    """The required and the optional parts of an order of one kind.

    ``sent`` papers are letters with references, copies and somebody who signs.
    """

    needs: tuple[OrderPart, ...] = ()
    takes: tuple[OrderPart, ...] = ()
    sent: bool = False

    @property
    def parts(self) -> tuple[OrderPart, ...]:
        """All parts, in the order of the form."""
        return (*self.needs, *self.takes)


_P = OrderPart
FORMS: Final[Mapping[PaperKind, OrderForm]] = {
    PaperKind.INVITATION: OrderForm((_P.MEETING,), (_P.INVITEE, _P.ANSWER, _P.SAID), sent=True),
    PaperKind.ATTENDANCE_SHEET: OrderForm((_P.MEETING,)),
    PaperKind.AGENDA_PACK: OrderForm((_P.MEETING,), (_P.SAID,)),
    PaperKind.MINUTES: OrderForm((_P.MEETING,)),
    PaperKind.EXTRACT: OrderForm((_P.MEETING,), (_P.RESOLUTION, _P.UNIT, _P.SAID), sent=True),
    PaperKind.REMINDER: OrderForm((), (_P.UNIT, _P.ANSWER, _P.SAID), sent=True),
    PaperKind.MONTHLY_REPORT: OrderForm((_P.MONTH,)),
    PaperKind.ALIGNMENT_MATRIX: OrderForm((), (_P.EVERY,)),
    PaperKind.REGISTER: OrderForm((), (_P.YEAR,)),
    PaperKind.YEAR_BOOK: OrderForm((_P.YEAR,)),
    PaperKind.HISTORY: OrderForm((), (_P.RECORD, _P.YEAR)),
    PaperKind.LETTERS_REGISTER: OrderForm((), (_P.YEAR,)),
    PaperKind.DELIVERY_SLIP: OrderForm((), (_P.SENT,)),
    PaperKind.LETTER: OrderForm((_P.LETTER,), (_P.SAID,), sent=True),
    PaperKind.LIST: OrderForm(),
}
"""By kind, in the order in which they are offered."""

_NOTHING_SAID: Final = LetterAdditions()
_WHOLE: Final = ListQuery()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListTable:
    """The cells of a printed list: the rows from the top, each with one text for each head.

    ``widths`` are shares of the page, 0 for the column that takes what is left. ``asked`` is what the list was narrowed
    to, in words. ``classes`` are the classes of the rows that are higher than usual.
    """

    title: str = ""
    asked: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    classes: tuple[str, ...] = ()


_NO_TABLE: Final = ListTable()


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperOrder:
    """An order of one paper; fields that its kind does not use are ignored.

    Without a resolution or a unit a kind that takes one means all of them; a register without a year is that of all
    years, and a history without a record (``KIND:ID``) that of the whole office; its ``query`` narrows it. ``every``
    puts resolutions into the matrix that are no longer open. ``only`` is the name of the one invitee, ``answer_until``
    the day by which an answer is asked for, ``to`` and ``to_post`` the addressee of a letter, which is about
    its ``record`` where it has one. A delivery slip is of the ``papers`` that were chosen in the register, by their
    ids, or of what went out on the day ``sent_on``; without either of all days.
    A printed list has its ``table``.
    Without a ``profile`` the file has the archive form that the office wants.
    """

    kind: PaperKind
    meeting_id: int | None = None
    resolution_id: int | None = None
    unit_id: int | None = None
    only: str = ""
    answer_until: date | None = None
    month: JalaliMonth | None = None
    year: int | None = None
    every: bool = False
    said: LetterAdditions = _NOTHING_SAID
    text: str = ""
    to: str = ""
    to_post: str = ""
    record: str = ""
    query: ListQuery = _WHOLE
    table: ListTable = _NO_TABLE
    sent_on: date | None = None
    papers: tuple[int, ...] = ()
    profile: Profile | None = None


def require_whole(order: PaperOrder) -> None:
    """Raise ``RuleBroken`` at the first missing required part."""
    for part in FORMS[order.kind].needs:
        if getattr(order, part.value) in (None, ""):
            raise RuleBroken("paper_part_missing", field=part.value, part=part.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingChoice:
    """A meeting that a paper may be about."""

    id: int
    number: int | None
    day: date | None
    state: MeetingState


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionChoice:
    """A numbered resolution that a paper may be about."""

    id: int
    number: str
    text: str
    meeting_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitChoice:
    """A unit that a paper may be for."""

    id: int
    name: str
    party: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperChoices:
    """All choices for the subject of a paper, newest first; units in the office's order.

    ``with_minutes`` is the newest meeting with final minutes, or with any where none are final; ``with_resolutions``
    the newest with one that a unit has to carry out.
    """

    meetings: tuple[MeetingChoice, ...] = ()
    resolutions: tuple[ResolutionChoice, ...] = ()
    units: tuple[UnitChoice, ...] = ()
    months: tuple[JalaliMonth, ...] = ()
    years: tuple[int, ...] = ()
    with_minutes: int | None = None
    with_resolutions: int | None = None
    sent: tuple[tuple[date, int], ...] = ()
    """The days with letters that nobody is recorded to have received, and how many, the newest first."""
    numbered: bool = False
    """Whether letters that are printed without a number get one by the office's pattern."""


def enters_by_print(kind: PaperKind) -> bool:
    """Whether printing or saving enters its letters in the register; invitations enter when sent."""
    return FORMS[kind].sent and kind is not PaperKind.INVITATION


def usual_meeting(choices: PaperChoices, kind: PaperKind) -> int | None:
    """The newest meeting suitable for this kind of paper, or the newest of all when none is suitable."""
    meetings = choices.meetings
    called = next((one.id for one in meetings if one.state is not MeetingState.CANCELLED), None)
    suited = {PaperKind.MINUTES: choices.with_minutes, PaperKind.EXTRACT: choices.with_resolutions}.get(kind)
    return suited or called or (meetings[0].id if meetings else None)
