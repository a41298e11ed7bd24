"""Query of a list: saved view, search, filters and order; the same fields for every list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

NO_SCAN: Final = "no_scan"
"""In the place of a state: minutes from before the program whose signed paper was not scanned."""


class ResolutionView(StrEnum):
    """Saved views of the resolutions; every count beside a view is exact."""

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
    """Saved views of the tasks of the units."""

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
    """Under what the tasks may stand together."""

    PARTY = "party"
    UNIT = "unit"
    DUE = "due"


class DueGroup(StrEnum):
    """By when a task is wanted, told from today; in the order in which a person looks at them."""

    LATE = "late"
    THIS_WEEK = "this_week"
    """By the end of the working week, also what was not notified and whose day has passed."""
    LATER = "later"
    UNDATED = "undated"
    REPORTED = "reported"
    """Whatever its day: the unit has done its part, and the office has to accept or return it."""
    ENDED = "ended"


class MinutesView(StrEnum):
    """Saved views of the minutes."""

    ALL = "all"
    IN_HAND = "in_hand"
    """Draft or ready for reading."""
    AWAITS_PEN = "awaits_pen"
    SIGNED = "signed"
    ENDED = "ended"
    """Withdrawn or amended."""


class MeetingView(StrEnum):
    """Saved views of the meetings."""

    ALL = "all"
    AHEAD = "ahead"
    OVER = "over"
    OFF = "off"
    """Cancelled or postponed."""


class RegisterView(StrEnum):
    """Saved views of the registers of papers, in the order in which the office names them."""

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
    """What a list can be filtered by; each list takes those that it has."""

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
    """One filter; ``value`` is an id as decimal text, a state, a year or an ISO day. Two of one key mean «or»."""

    key: FilterKey
    value: str


@dataclass(frozen=True, slots=True)
class ListQuery:
    """One question to a list. An empty ``view`` is the whole list, an empty ``sort`` the list's own order.

    With a ``group`` the rows of one group stand together, each group in the order that is asked for.
    """

    search: str = ""
    view: str = ""
    filters: tuple[Filter, ...] = ()
    sort: str = ""
    descending: bool = False
    group: str = ""

    def with_search(self, search: str) -> ListQuery:
        """The same question with another search."""
        return replace(self, search=search)


EVERYTHING: Final = ListQuery()
"""The whole list in its own order."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group of rows that stand together: its key (an id as decimal text or a word), and exactly how many they are."""

    key: str
    count: int
