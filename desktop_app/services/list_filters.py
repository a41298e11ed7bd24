"""List filters: the records by which lists may be filtered, each function read when its filter is offered."""

from __future__ import annotations

from datetime import date

from desktop_app.domain.calendar.jalali import year_of
from desktop_app.domain.rules.committee import Axis, Party
from desktop_app.domain.rules.meetings import Meeting
from desktop_app.domain.rules.members import Unit
from desktop_app.services.context import Context
from desktop_app.services.reading import parties_of, units_of
from desktop_app.storage.store.work import Work


def parties_offered(context: Context) -> tuple[Party, ...]:
    """The two parties; none before a committee is founded."""
    with context.read() as work:
        return tuple(party for key in _committees(work) for party in parties_of(work, key))


def units_offered(context: Context) -> tuple[Unit, ...]:
    """Every unit, party by party, archived ones last."""
    with context.read() as work:
        found = [unit for key in _committees(work) for unit in units_of(work, key)]
    return tuple(sorted(found, key=lambda unit: unit.archived_on is not None))


def axes_offered(context: Context) -> tuple[Axis, ...]:
    """Every axis in its order."""
    with context.read() as work:
        return tuple(work.axes.where())


def meetings_offered(context: Context) -> tuple[Meeting, ...]:
    """Meetings that have a number, the newest first."""
    with context.read() as work:
        numbered = [one for one in work.meetings.where() if one.number is not None]
    return tuple(sorted(numbered, key=lambda one: -(one.number or 0)))


def deciding_meetings_offered(context: Context) -> tuple[Meeting, ...]:
    """The same of meetings that adopted a resolution."""
    with context.read() as work:
        adopted = {one.meeting_id for one in work.resolutions.where()}
    return tuple(one for one in meetings_offered(context) if one.id in adopted)


def years_offered(context: Context) -> tuple[int, ...]:
    """Jalali years in which a meeting was, the newest first."""
    with context.read() as work:
        return tuple(sorted({year_of(one.day) for one in work.meetings.where() if one.day is not None}, reverse=True))


def end_of_week(context: Context) -> date:
    """The last working day of this week by the office's calendar."""
    with context.read() as work:
        return work.calendar().end_of_week(context.clock.today())


def _committees(work: Work) -> tuple[int, ...]:
    return tuple(one.id for one in work.committees.where())
