"""Read models of the meetings page: the ledger of a year with warnings, and the form of a new meeting."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desktop_app.domain.calendar.jalali import JalaliMonth
from desktop_app.domain.calendar.workdays import WorkCalendar
from desktop_app.domain.rules.meetings import AgendaItem, Meeting, MeetingKind
from desktop_app.domain.rules.months import MonthSlot, Regularity


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedMeeting:
    """The next meeting that minutes agreed on; ``number`` is the number of the meeting of those minutes."""

    day: date
    starts_at: str = ""
    place: str = ""
    number: int | None = None


class NextDayKind(StrEnum):
    """The source of the next meeting's day."""

    PLANNED = "planned"
    AGREED = "agreed"
    PROPOSED = "proposed"
    """Nobody named it: the program proposes a day like that of this meeting."""


@dataclass(frozen=True, slots=True)
class NextDay:
    """The day of the next meeting, and the source of that day."""

    day: date
    kind: NextDayKind


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerSheet:
    """The month ledger of one year, and the matters of all years that need the operator."""

    today: date
    year: int
    slots: tuple[MonthSlot, ...] = ()
    has_earlier: bool = False
    has_later: bool = False
    regularity: Regularity = field(default_factory=Regularity)
    current: MonthSlot | None = None
    """The month that runs, whichever year shows; None without a committee."""
    unexplained: tuple[MonthSlot, ...] = ()
    """Missed months without an excuse, oldest first."""
    overdue: tuple[Meeting, ...] = ()
    """Meetings whose day has passed and which were not begun."""
    upcoming: Meeting | None = None
    """The next meeting that is scheduled or convened."""
    meeting_count: int = 0
    begins: JalaliMonth | None = None
    """The first month of the records, where the committee met before they began here."""
    agreed: AgreedMeeting | None = None
    """The next meeting that the minutes agreed on and that is not planned yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingPlan:
    """Values of the new-meeting form; without a day the meeting stays a draft."""

    kind: MeetingKind = MeetingKind.ORDINARY
    day: date | None = None
    starts_at: str = ""
    place: str = ""
    taken: tuple[int, ...] = ()
    """Parked items that are taken up, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchedulingSheet:
    """Initial values of the new-meeting form: last place and hour, parked items, calendar."""

    plan: MeetingPlan
    parked: tuple[AgendaItem, ...]
    places: tuple[str, ...]
    calendar: WorkCalendar
    first: bool = False
    """No meeting stands before it: there is nothing to report on."""
    agreed: AgreedMeeting | None = None
    """The minutes that day, hour and place of the plan come from."""
    promised: frozenset[int] = frozenset()
    """The parked items that minutes promised to the next meeting: they are chosen beforehand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Postponement:
    """Values of the form that postpones a meeting."""

    reason: str = ""
    day: date | None = None
    starts_at: str = ""
