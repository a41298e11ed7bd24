"""Month ledger (جدول ماه‌ها): the state of each Jalali month of the committee, and checks of a meeting's day.

Only the excuse of a month is stored (:class:`MonthAct`); everything else is computed from the meetings and today. A
meeting without quorum does not make its month a held one, and one that is only a draft does not make it planned.

Clashes and excused months refuse a day, everything else is only reported. A day in the past is no mistake: the first
meetings of an office are often typed in later.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from desktop_app.domain.calendar.jalali import (
    JalaliMonth,
    format_month,
    format_short,
    month_of,
    to_jalali,
    weekday_name,
)
from desktop_app.domain.calendar.workdays import ClosedKind, WorkCalendar
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.sheets import Level
from desktop_app.domain.rules.meetings import Meeting, MeetingKind, MeetingState

ALARM_DAY = 20
"""From this day of a month the committee is warned when no meeting was convened for it."""


class MonthState(StrEnum):
    """The state of a month; «missed» is computed when the month has ended."""

    BEFORE_RECORDS = "before_records"
    """The committee may have met; it was before its records began here."""
    EXPECTED = "expected"
    PLANNED = "planned"
    HELD = "held"
    MISSED = "missed"
    EXCUSED = "excused"


class MonthActKind(StrEnum):
    """Kinds of act on a month: excuse a missed month, or undo the excuse."""

    EXCUSED = "excused"
    EXCUSE_TAKEN_BACK = "excuse_taken_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthAct:
    """One act on a Jalali month: kind, actor, time, reason. Never changed or removed."""

    id: int = 0
    committee_id: int
    year: int
    month: int
    kind: MonthActKind
    day: date
    at: str
    actor: str
    reason: str = ""


_S = MeetingState
HELD = frozenset({_S.HELD, _S.CLOSED})
COMING = frozenset({_S.SCHEDULED, _S.CONVENED, _S.IN_SESSION})
CONVENED = frozenset({_S.CONVENED, _S.IN_SESSION, _S.HELD, _S.CLOSED})
OFF = frozenset({_S.POSTPONED, _S.CANCELLED})
"""States in which the day of a meeting is no longer its day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthSlot:
    """One month of the ledger; ``state`` is None before the committee's first month.

    ``meeting`` is the one that stands for the month: the held one, else the coming one, else one that only was to be.
    ``alarm`` says that the month runs out and nobody was invited. ``reason`` is that of the excuse.
    """

    month: JalaliMonth
    state: MonthState | None
    meeting: Meeting | None = None
    count: int = 0
    """Meetings of the month, cancelled and postponed ones left out."""
    current: bool = False
    alarm: bool = False
    reason: str = ""

    @property
    def unexplained(self) -> bool:
        """Whether the month was missed and has no recorded reason."""
        return self.state is MonthState.MISSED


@dataclass(frozen=True, slots=True)
class Regularity:
    """Number of months held, missed and excused, since the committee or its records began.

    An excuse explains a month; it does not make it a held one. The current month counts once it was held.
    """

    held: int = 0
    missed: int = 0
    excused: int = 0

    @property
    def due(self) -> int:
        """Number of months in which a meeting was due."""
        return self.held + self.missed + self.excused

    @property
    def percent(self) -> int | None:
        """Held months in whole percent of the due ones, None before the first."""
        return round(100 * self.held / self.due) if self.due else None


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLedger:
    """The whole ledger on one day. ``inquorate`` holds ids of meetings that ended without quorum."""

    today: date
    signed_on: date | None = None
    meetings: Sequence[Meeting] = ()
    inquorate: frozenset[int] = frozenset()
    acts: Sequence[MonthAct] = ()
    begins: JalaliMonth | None = None
    """The first month of the records, where the committee met before they began here."""
    current: JalaliMonth = field(init=False, repr=False, compare=False)
    """The current month."""
    start: JalaliMonth | None = field(init=False, repr=False, compare=False)
    """The first due month: after the signing, or of an earlier first meeting; None while unknown.

    Where records begin later than the committee, and nobody wrote when it was signed, they begin it.
    """
    _by_month: Mapping[JalaliMonth, tuple[Meeting, ...]] = field(init=False, repr=False, compare=False)
    _excuses: Mapping[JalaliMonth, MonthAct] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        found: dict[JalaliMonth, list[Meeting]] = {}
        for meeting in self.meetings:
            if meeting.day is not None and meeting.state not in OFF:
                found.setdefault(month_of(meeting.day), []).append(meeting)
        object.__setattr__(self, "_by_month", {month: tuple(own) for month, own in found.items()})
        object.__setattr__(self, "_excuses", excuses(self.acts))
        # asked for by every slot: once for a hundred years of months
        object.__setattr__(self, "current", month_of(self.today))
        object.__setattr__(self, "start", self._first_due_month())

    def _first_due_month(self) -> JalaliMonth | None:
        signed = month_of(self.signed_on).plus(1) if self.signed_on is not None else self.begins
        met = [month for month, own in self._by_month.items() if any(one.state is not _S.DRAFT for one in own)]
        return min((month for month in (signed, min(met, default=None)) if month is not None), default=None)

    @property
    def first_recorded_month(self) -> JalaliMonth | None:
        """The first recorded month that counts, never before the start; None when no beginning was entered."""
        if self.begins is None or self.start is None:
            return self.begins
        return max(self.begins, self.start)

    def months(self) -> tuple[JalaliMonth, ...]:
        """Every month with a meeting, in order."""
        return tuple(sorted(self._by_month))

    def slot(self, month: JalaliMonth) -> MonthSlot:
        """The ledger slot of a month."""
        own = self._by_month.get(month, ())
        state = self._state(month, own)
        excuse = self._excuses.get(month)
        return MonthSlot(
            month=month,
            state=state,
            meeting=min(own, key=self._rank, default=None),
            count=len(own),
            current=month == self.current,
            alarm=self._alarm(month, own, state),
            reason=excuse.reason if excuse is not None and state is MonthState.EXCUSED else "",
        )

    def year(self, year: int) -> tuple[MonthSlot, ...]:
        """The twelve slots of a Jalali year."""
        return tuple(self.slot(JalaliMonth(year, month)) for month in range(1, 13))

    def past(self) -> tuple[MonthSlot, ...]:
        """The slots from the start to the current month, oldest first."""
        start = self.start
        if start is None:
            return ()
        return tuple(self.slot(start.plus(step)) for step in range(start.months_until(self.current) + 1))

    def regularity(self, until: JalaliMonth | None = None) -> Regularity:
        """Count the ended months, and the current one if held; ``until`` is the last month to count."""
        begun = [slot for slot in self.past() if not self._is_before(slot.month)]
        states = [slot.state for slot in begun if until is None or slot.month <= until]
        return Regularity(*(states.count(one) for one in (MonthState.HELD, MonthState.MISSED, MonthState.EXCUSED)))

    def is_excused(self, month: JalaliMonth) -> bool:
        """Whether the month has a valid excuse; a meeting held in it cancels the excuse."""
        return self.slot(month).state is MonthState.EXCUSED

    def require_may_excuse(self, month: JalaliMonth) -> None:
        """Raise ``RuleBroken`` unless the month was missed."""
        state = self.slot(month).state
        if state is MonthState.EXCUSED:
            raise RuleBroken("month_excused_already", month=format_month(month))
        if state is MonthState.HELD:
            raise RuleBroken("month_was_held", month=format_month(month))
        if state is MonthState.BEFORE_RECORDS:
            raise RuleBroken("month_before_records", month=format_month(month))
        if state is None:
            raise RuleBroken("month_before_committee", month=format_month(month))
        if state is not MonthState.MISSED:
            raise RuleBroken("month_not_over", month=format_month(month))

    def require_excused(self, month: JalaliMonth) -> None:
        """Raise ``RuleBroken`` unless the month has a valid excuse."""
        if month not in self._excuses:
            raise RuleBroken("month_not_excused", month=format_month(month))

    # ---- inside

    def _state(self, month: JalaliMonth, own: Sequence[Meeting]) -> MonthState | None:
        if any(self._was_held(one) for one in own):
            return MonthState.HELD
        ended = month < self.current
        # a session that runs over midnight of the last day is still being held
        awaited = {_S.IN_SESSION} if ended else COMING
        if any(one.state in awaited for one in own):
            return MonthState.PLANNED
        start = self.start
        if start is None or month < start:
            return None
        if self._is_before(month):
            return MonthState.BEFORE_RECORDS
        if not ended:
            return MonthState.EXPECTED
        return MonthState.EXCUSED if month in self._excuses else MonthState.MISSED

    def _is_before(self, month: JalaliMonth) -> bool:
        return self.begins is not None and month < self.begins

    def _was_held(self, meeting: Meeting) -> bool:
        return meeting.state in HELD and meeting.id not in self.inquorate

    def _rank(self, meeting: Meeting) -> tuple[int, bool, date]:
        """Sort key of the meetings of a month: held ones first, ordinary before extraordinary."""
        place = 0 if self._was_held(meeting) else 1 if meeting.state in COMING else 2
        return place, meeting.kind is not MeetingKind.ORDINARY, meeting.day or date.max

    def _alarm(self, month: JalaliMonth, own: Sequence[Meeting], state: MonthState | None) -> bool:
        if month != self.current or state not in {MonthState.EXPECTED, MonthState.PLANNED}:
            return False
        return to_jalali(self.today).day >= ALARM_DAY and not any(one.state in CONVENED for one in own)


def excuses(acts: Sequence[MonthAct]) -> dict[JalaliMonth, MonthAct]:
    """The valid excuse of each month, by the order of the acts."""
    newest: dict[JalaliMonth, MonthAct] = {}
    for act in sorted(acts, key=lambda one: one.id):
        newest[JalaliMonth(act.year, act.month)] = act
    return {month: act for month, act in newest.items() if act.kind is MonthActKind.EXCUSED}


_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeDays:
    """Facts for checking a day: calendar, working hours, other meetings, excused months, today."""

    today: date
    calendar: WorkCalendar
    opens_at: str = ""
    closes_at: str = ""
    meetings: Sequence[Meeting] = ()
    inquorate: frozenset[int] = frozenset()
    excused: frozenset[JalaliMonth] = frozenset()


@dataclass(frozen=True, slots=True)
class DayFinding:
    """One finding about a day: a stable key, its level, and the facts of its sentence."""

    key: str
    level: Level
    facts: tuple[tuple[str, object], ...] = ()
    broken: RuleBroken | None = None


def _stop(broken: RuleBroken) -> DayFinding:
    return DayFinding(broken.key, Level.STOP, tuple(broken.facts.items()), broken)


def _warn(key: str, **facts: object) -> DayFinding:
    return DayFinding(key, Level.WARN, tuple(facts.items()))


def day_findings(meeting: Meeting, days: OfficeDays) -> tuple[DayFinding, ...]:
    """Return all findings about the day of ``meeting``, refusals first."""
    day = meeting.day
    if day is None:
        return ()
    others = [one for one in days.meetings if one.id != meeting.id and one.day is not None and one.state not in OFF]
    found = [*_clashes(meeting, day, others, days), *_calendar(day, days)]
    if day < days.today:
        found.append(_warn("past_day", days=(days.today - day).days))
    at = meeting.starts_at
    if at and days.opens_at and days.closes_at and not days.opens_at <= at < days.closes_at:
        found.append(_warn("outside_hours", opens_at=days.opens_at, closes_at=days.closes_at))
    return tuple(found)


def require_day(meeting: Meeting, days: OfficeDays) -> None:
    """Raise the first refusal about the meeting's day, if any."""
    for finding in day_findings(meeting, days):
        if finding.broken is not None:
            raise finding.broken


def _clashes(meeting: Meeting, day: date, others: Sequence[Meeting], days: OfficeDays) -> list[DayFinding]:
    found = []
    month = month_of(day)
    if month in days.excused:
        found.append(_stop(RuleBroken("month_is_excused", field="day", month=format_month(month))))
    if meeting.kind is MeetingKind.ORDINARY:
        found += _in_month(month, others, days)
    found += [_beside(meeting, one) for one in others if one.day == day]
    return found


def _in_month(month: JalaliMonth, others: Sequence[Meeting], days: OfficeDays) -> list[DayFinding]:
    """Check that a month has one ordinary meeting; one without quorum is called again in that month."""
    ordinary = [one for one in others if one.kind is MeetingKind.ORDINARY and one.id not in days.inquorate]
    here = [one for one in ordinary if one.day is not None and month_of(one.day) == month]
    # a draft holds no month: two drafts would bar each other for ever
    sure = [one for one in here if one.state is not MeetingState.DRAFT]
    if sure:
        named = _named(sure[0], month)
        return [_stop(RuleBroken("month_has_ordinary_meeting", field="kind", number=sure[0].number, **named))]
    return [_warn("month_has_draft", **_named(here[0], month))] if here else []


def _beside(meeting: Meeting, other: Meeting) -> DayFinding:
    """Compare with another meeting of the day: an equal hour is refused, unless the other is a draft."""
    same_hour = bool(meeting.starts_at) and other.starts_at == meeting.starts_at
    if same_hour and other.state is not MeetingState.DRAFT:
        return _stop(RuleBroken("hour_is_taken", field="starts_at", number=other.number, at=other.starts_at))
    return _warn("same_day", number=other.number, at=other.starts_at)


def _named(meeting: Meeting, month: JalaliMonth) -> dict[str, object]:
    return {"month": format_month(month), "day": format_short(meeting.day) if meeting.day else ""}


def _calendar(day: date, days: OfficeDays) -> list[DayFinding]:
    calendar = days.calendar
    closed = calendar.closed_because(day)
    if closed is not None:
        key = "official_holiday" if closed.kind is ClosedKind.HOLIDAY else "weekend"
        next_day = calendar.next_working_day(day)
        following = f"{weekday_name(next_day)} {format_short(next_day)}"
        return [_warn(key, name=closed.name, estimated=closed.estimated, following=following)]
    eve_of = calendar.closed_because(day + _ONE_DAY)
    if eve_of is not None and eve_of.kind is ClosedKind.HOLIDAY:
        return [_warn("holiday_eve", name=eve_of.name, estimated=eve_of.estimated)]
    return [] if calendar.knows(day) else [_warn("holidays_unknown")]


def proposed_day(month: JalaliMonth, habit: date | None, days: OfficeDays) -> date:
    """Propose a working day of a month, on the weekday and week of the last meeting, not before today."""
    calendar, first, last = days.calendar, month.first_day, month.last_day
    wanted = first
    if habit is not None:
        week = (habit - month_of(habit).first_day).days // 7
        to_weekday = (habit.weekday() - first.weekday()) % 7
        wanted = min(first + timedelta(days=to_weekday + 7 * week), last)
    if first <= days.today <= last:
        wanted = max(wanted, days.today)
    found = calendar.working_day_from(wanted)
    return found if found <= last else calendar.working_day_from(first)
