"""Query of a list (view, search, filters, order), and the frozen rows of each list.

Rows are read straight from storage and never changed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from desktop_app.domain.papers import Classification, Urgency
from desktop_app.domain.rules.invitations import SendingWay
from desktop_app.domain.rules.meetings import MeetingKind, MeetingState
from desktop_app.domain.rules.minutes import MinutesState
from desktop_app.domain.rules.resolutions import ResolutionState
from desktop_app.domain.rules.tasks import TaskRole, TaskState


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRow:
    """One row of the meetings list, with its minutes version: the one in force, else the draft.

    ``minutes_state`` is None before the minutes were begun.
    """

    id: int
    number: int | None
    kind: MeetingKind
    state: MeetingState
    day: date | None
    starts_at: str
    place: str
    agenda_count: int
    resolution_count: int
    minutes_version_id: int | None
    minutes_state: MinutesState | None
    lacks_scan: bool = False
    """The minutes are from before the program, and their signed paper was not scanned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesRow:
    """One row of the minutes list: one version of a meeting's minutes."""

    id: int
    meeting_id: int
    meeting_number: int | None
    day: date | None
    version: int
    state: MinutesState
    inquorate: bool
    resolution_count: int
    signer_count: int
    signed_on_each: tuple[int, ...]
    """How many names stand on each original, in their order."""
    code: str
    guarded: str = ""
    """The highest class of its paper where that is more than usual."""
    taken_over: bool = False
    """Of a meeting from before the program was used: neither versions nor signatures are known."""
    lacks_scan: bool = False
    """Taken over without the scan of its signed paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionRow:
    """One row of the resolutions list; state, percent and days late are computed when the page is read."""

    id: int
    number: str
    meeting_id: int
    meeting_number: int | None
    minutes_version_id: int
    text: str
    axis_code: str
    executor: str
    executor_party_id: int | None
    due: date | None
    state: ResolutionState
    percent: int
    days_late: int
    guarded: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """One row of the tasks list: the task of one unit for one resolution.

    ``due`` is the unit's own day where it has one, else the resolution's; ``days_late`` is computed when read.
    """

    id: int
    resolution_id: int
    resolution_number: str
    text: str
    meeting_id: int
    meeting_number: int | None
    minutes_version_id: int
    unit_id: int
    unit: str
    party_id: int
    role: TaskRole
    state: TaskState
    percent: int
    plan: str
    due: date | None
    days_late: int
    last_day: date | None
    last_note: str
    guarded: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitCount:
    """Number of a unit's tasks that match a query, and how many of them are late."""

    unit_id: int
    unit: str
    party_id: int
    count: int
    late: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """One row of the letter registers; ``id`` is the line id from :func:`register_line`.

    ``day`` is when it came in or went out, ``party`` its sender or addressee; ``way`` is None for what came in.
    ``paper_day`` is the day that the letter bears, of one that went out where that is another one.
    """

    id: int
    outgoing: bool
    year: int
    row: int
    number: str
    day: date
    paper_day: date | None
    party: str
    subject: str
    classification: Classification
    urgency: Urgency
    way: SendingWay | None
    struck: bool
    struck_reason: str
    received_by: str
    received_on: date | None
    link_count: int
    file_count: int
    waits: bool
    """Whether it asks for what the committee has not answered."""


def register_line(paper_id: int, *, outgoing: bool) -> int:
    """Return the line id of a paper: incoming and outgoing papers share one list, so their ids could clash."""
    return 2 * paper_id + outgoing


def paper_of_line(line: int) -> tuple[int, bool]:
    """Return the paper's id for a line id, and whether it is an outgoing paper."""
    return line // 2, bool(line % 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """One search result: the kind of record, its id, and the text that matched.

    ``draft`` says that the text stands in minutes that are not final: it may still change, and nothing of it holds.
    ``guarded`` is its class where that is higher than usual.
    """

    kind: str
    id: int
    title: str
    text: str
    draft: bool = False
    guarded: str = ""


NO_SCAN: Final = "no_scan"
"""In the place of a state: minutes from before the program whose signed paper was not scanned."""


class ResolutionView(StrEnum):
    """Saved views of the resolutions list; the count of each view is exact."""

    OPEN = "open"
    LATE = "late"
    THIS_WEEK = "this_week"
    """Due from today to the end of the working week, not late."""
    AWAITING = "awaiting"
    """Reported done; the office has to verify or return it."""
    UNTOLD = "untold"
    """Notified, and corrected since; its units have to be told what is new."""
    CLOSED = "closed"
    ALL = "all"


class TaskView(StrEnum):
    """Saved views of the tasks list."""

    OPEN = "open"
    LATE = "late"
    THIS_WEEK = "this_week"
    NOT_ALIGNED = "not_aligned"
    """Notified, and the unit has not told its plan."""
    BLOCKED = "blocked"
    REPORTED = "reported"
    DONE = "done"
    ALL = "all"


class TaskGroup(StrEnum):
    """How the tasks list is grouped."""

    PARTY = "party"
    UNIT = "unit"
    DUE = "due"


class DueGroup(StrEnum):
    """Groups of tasks by deadline relative to today, in display order."""

    LATE = "late"
    THIS_WEEK = "this_week"
    """By the end of the working week, also what was not notified and whose day has passed."""
    LATER = "later"
    UNDATED = "undated"
    REPORTED = "reported"
    """Whatever its day: the unit has done its part, and the office has to accept or return it."""
    ENDED = "ended"


class MinutesView(StrEnum):
    """Saved views of the minutes list."""

    ALL = "all"
    IN_HAND = "in_hand"
    """Draft or ready for reading."""
    AWAITS_PEN = "awaits_pen"
    SIGNED = "signed"
    ENDED = "ended"
    """Withdrawn or amended."""


class MeetingView(StrEnum):
    """Saved views of the meetings list."""

    ALL = "all"
    AHEAD = "ahead"
    OVER = "over"
    OFF = "off"
    """Cancelled or postponed."""


class RegisterView(StrEnum):
    """Saved views of the letter registers, in display order."""

    ALL = "all"
    OUTGOING = "outgoing"
    INCOMING = "incoming"
    UNLINKED = "unlinked"
    """Came in, and nothing is known of what it is about or caused."""
    WAITING = "waiting"
    """Came in with a request that the committee has not answered."""
    STRUCK = "struck"


PARTS_OF_REGISTERS: Final = frozenset({RegisterView.UNLINKED, RegisterView.WAITING, RegisterView.STRUCK})
"""Views that leave rows of a register out; the others are one or both whole."""


class FilterKey(StrEnum):
    """The keys of filters that several lists share. A filter of one list alone has a key of its own, a plain text."""

    PARTY = "party"
    UNIT = "unit"
    AXIS = "axis"
    OWNER_PERSON = "owner_person"
    STATE = "state"
    MEETING = "meeting"
    YEAR = "year"
    """A Jalali year of the meeting's day."""
    MONTH = "month"
    """A Jalali month of the meeting's day, as ``1402-02``."""
    KIND = "kind"
    DUE_UNTIL = "due_until"
    """A civil day, ISO; the deadline is not later."""
    RECORD = "record"
    """A record as ``KIND:ID``, with what belongs to it."""
    SPAN = "span"
    """Civil days from and to, ISO, as ``2026-03-21/2026-04-20``."""
    ACTOR = "actor"
    CLASSIFICATION = "classification"
    WAY = "way"
    """How a paper was sent."""


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter; ``value`` is an id as decimal text, a state, a year or an ISO day. Filters of one key mean «or»."""

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class ListQuery:
    """One query of a list. An empty ``view`` is the whole list, an empty ``sort`` the list's own order.

    With a ``group`` the rows of one group stand together, each group in the order that is asked for.
    """

    search: str = ""
    view: str = ""
    filters: tuple[Filter, ...] = ()
    sort: str = ""
    descending: bool = False
    group: str = ""

    def with_search(self, search: str) -> ListQuery:
        """Return the query with another search text."""
        return replace(self, search=search)


EVERYTHING: Final = ListQuery()
"""The whole list in its own order."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group of rows: its key (an id as decimal text or a word), and the exact number of rows."""

    key: str
    count: int
