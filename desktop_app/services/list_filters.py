"""List filters: the records by which lists may be filtered, each function read when its filter is offered."""

from __future__ import annotations

from datetime import date

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.calendar.jalali import year_of
from desktop_app.domain.rules.committee import Axis, Party
from desktop_app.domain.rules.meetings import Meeting
from desktop_app.domain.rules.members import Unit
from desktop_app.services.ports import OpenWork, Work
from desktop_app.services.reading import parties_of, units_of


def parties_offered(open_work: OpenWork) -> tuple[Party, ...]:
    """The two parties; none before a committee is founded."""
    with open_work() as work:
        return tuple(party for key in _committees(work) for party in parties_of(work, key))


def units_offered(open_work: OpenWork) -> tuple[Unit, ...]:
    """Every unit, party by party, archived ones last."""
    with open_work() as work:
        found = [unit for key in _committees(work) for unit in units_of(work, key)]
    return tuple(sorted(found, key=lambda unit: unit.archived_on is not None))


def axes_offered(open_work: OpenWork) -> tuple[Axis, ...]:
    """Every axis in its order."""
    with open_work() as work:
        return tuple(work.axes.where())


def meetings_offered(open_work: OpenWork) -> tuple[Meeting, ...]:
    """Meetings that have a number, the newest first."""
    with open_work() as work:
        numbered = [one for one in work.meetings.where() if one.number is not None]
    return tuple(sorted(numbered, key=lambda one: -(one.number or 0)))


def deciding_meetings_offered(open_work: OpenWork) -> tuple[Meeting, ...]:
    """The same of meetings that adopted a resolution."""
    with open_work() as work:
        adopted = {one.meeting_id for one in work.resolutions.where()}
    return tuple(one for one in meetings_offered(open_work) if one.id in adopted)


def years_offered(open_work: OpenWork) -> tuple[int, ...]:
    """Jalali years in which a meeting was, the newest first."""
    with open_work() as work:
        return tuple(sorted({year_of(one.day) for one in work.meetings.where() if one.day is not None}, reverse=True))


def end_of_week(open_work: OpenWork, clock: Clock) -> date:
    """The last working day of this week by the office's calendar."""
    with open_work() as work:
        return work.calendar().end_of_week(clock.today())


def _committees(work: Work) -> tuple[int, ...]:
    return tuple(one.id for one in work.committees.where())
