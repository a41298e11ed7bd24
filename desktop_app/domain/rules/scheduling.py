"""Checks of a day for a meeting: clashes and excused months refuse it, everything else is only reported.

A day that lies behind us is no mistake: the first meetings of an office are often typed in later.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desktop_app.domain.calendar.jalali import JalaliMonth, format_month, format_short, month_of, weekday_name
from desktop_app.domain.calendar.workdays import ClosedKind, WorkCalendar
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.sheets import Level
from desktop_app.domain.rules.meetings import Meeting, MeetingKind, MeetingState
from desktop_app.domain.rules.months import OFF

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeDays:
    """What days are judged by: the calendar, the working hours, the other meetings, the excused months, today."""

    today: date
    calendar: WorkCalendar
    opens_at: str = ""
    closes_at: str = ""
    meetings: Sequence[Meeting] = ()
    inquorate: frozenset[int] = frozenset()
    excused: frozenset[JalaliMonth] = frozenset()


@dataclass(frozen=True, slots=True)
class DayFinding:
    """One thing to know of a day: a stable key, whether it stands in the way, and the facts of its sentence."""

    key: str
    level: Level
    facts: tuple[tuple[str, object], ...] = ()
    broken: RuleBroken | None = None


def _stop(broken: RuleBroken) -> DayFinding:
    return DayFinding(broken.key, Level.STOP, tuple(broken.facts.items()), broken)


def _warn(key: str, **facts: object) -> DayFinding:
    return DayFinding(key, Level.WARN, tuple(facts.items()))


def day_findings(meeting: Meeting, days: OfficeDays) -> tuple[DayFinding, ...]:
    """Everything worth knowing of the day that ``meeting`` is to have; what stands in the way comes first."""
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
    """Raise the first refusal of the day, if there is one."""
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
    """A month has one ordinary meeting; one without quorum has to be called again in the same month."""
    ordinary = [one for one in others if one.kind is MeetingKind.ORDINARY and one.id not in days.inquorate]
    here = [one for one in ordinary if one.day is not None and month_of(one.day) == month]
    # a draft holds no month: two drafts would bar each other for ever
    sure = [one for one in here if one.state is not MeetingState.DRAFT]
    if sure:
        named = _named(sure[0], month)
        return [_stop(RuleBroken("month_has_ordinary_meeting", field="kind", number=sure[0].number, **named))]
    return [_warn("month_has_draft", **_named(here[0], month))] if here else []


def _beside(meeting: Meeting, other: Meeting) -> DayFinding:
    """Another meeting of the same day: at the same hour it stands in the way, unless it is a draft."""
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
    """A working day of a month: on the weekday and in the week of the last meeting, never before today if avoidable."""
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
