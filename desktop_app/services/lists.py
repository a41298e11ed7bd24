"""Queries of the lists and the search: ordered ids, pages of rows, and filter choices.

Words of final minutes in a row are not held against the frozen text: they were held against the hashes of their rows,
and these against the chain, at the start, and a page of rows has to be there within a scroll. Every paper holds what it
draws (``services/versions/frozen_minutes.py``). Filters are read when they are offered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from desktop_app.domain.calendar.jalali import year_of
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.listing import (
    EVERYTHING,
    Group,
    ListQuery,
    MeetingRow,
    MinutesRow,
    ResolutionRow,
    SearchHit,
    TaskRow,
    UnitCount,
)
from desktop_app.domain.rules.committee import Axis, Party
from desktop_app.domain.rules.meetings import Meeting
from desktop_app.domain.rules.members import Unit
from desktop_app.services.context import Context
from desktop_app.services.reading import parties_of, units_of
from desktop_app.storage.store.work import Work


def parties_offered(context: Context) -> tuple[Party, ...]:
    """Return the two parties; empty without a committee."""
    with context.read() as work:
        return tuple(party for key in _committees(work) for party in parties_of(work, key))


def units_offered(context: Context) -> tuple[Unit, ...]:
    """Return every unit by party, archived ones last."""
    with context.read() as work:
        found = [unit for key in _committees(work) for unit in units_of(work, key)]
    return tuple(sorted(found, key=lambda unit: unit.archived_on is not None))


def axes_offered(context: Context) -> tuple[Axis, ...]:
    """Return every axis in order."""
    with context.read() as work:
        return tuple(work.axes.where())


def meetings_offered(context: Context) -> tuple[Meeting, ...]:
    """Return the meetings with a number, newest first."""
    with context.read() as work:
        numbered = [one for one in work.meetings.where() if one.number is not None]
    return tuple(sorted(numbered, key=lambda one: -(one.number or 0)))


def deciding_meetings_offered(context: Context) -> tuple[Meeting, ...]:
    """Return the meetings with adopted resolutions, newest first."""
    with context.read() as work:
        adopted = {one.meeting_id for one in work.resolutions.where()}
    return tuple(one for one in meetings_offered(context) if one.id in adopted)


def years_offered(context: Context) -> tuple[int, ...]:
    """Return the Jalali years with meetings, newest first."""
    with context.read() as work:
        return tuple(sorted({year_of(one.day) for one in work.meetings.where() if one.day is not None}, reverse=True))


def end_of_week(context: Context) -> date:
    """Return the last working day of this week in the office's calendar."""
    with context.read() as work:
        return work.calendar().end_of_week(context.clock.today())


def _committees(work: Work) -> tuple[int, ...]:
    return tuple(one.id for one in work.committees.where())


def meeting_ids(context: Context, query: ListQuery = EVERYTHING) -> tuple[int, ...]:
    """Return the ids of the meetings that match the query, in its order."""
    with context.read() as work:
        return tuple(work.meeting_rows.ids(query))


def meeting_rows(context: Context, ids: Sequence[int]) -> tuple[MeetingRow, ...]:
    """One page of the list of meetings."""
    with context.read() as work:
        return work.meeting_rows.fetch(ids)


def meeting_view_counts(context: Context, query: ListQuery = EVERYTHING) -> Mapping[str, int]:
    """Count the meetings of each saved view, under the query's search and filters."""
    with context.read() as work:
        return work.meeting_rows.view_counts(query)


def minutes_ids(context: Context, query: ListQuery = EVERYTHING) -> tuple[int, ...]:
    """Return the ids of the minutes versions that match the query, in its order."""
    with context.read() as work:
        return tuple(work.minutes_rows.ids(query))


def minutes_rows(context: Context, ids: Sequence[int]) -> tuple[MinutesRow, ...]:
    """One page of the list of minutes."""
    with context.read() as work:
        return work.minutes_rows.fetch(ids)


def minutes_view_counts(context: Context, query: ListQuery = EVERYTHING) -> Mapping[str, int]:
    """Count the minutes of each saved view, under the query's search and filters."""
    with context.read() as work:
        return work.minutes_rows.view_counts(query)


def resolution_ids(context: Context, query: ListQuery = EVERYTHING) -> tuple[int, ...]:
    """Return the ids of the resolutions that match the query, in its order."""
    with context.read() as work:
        return tuple(work.resolution_rows.ids(query))


def resolution_rows(context: Context, ids: Sequence[int]) -> tuple[ResolutionRow, ...]:
    """One page of the list of resolutions."""
    with context.read() as work:
        return work.resolution_rows.fetch(ids)


def resolution_view_counts(context: Context, query: ListQuery = EVERYTHING) -> Mapping[str, int]:
    """Count the resolutions of each saved view, under the query's search and filters."""
    with context.read() as work:
        return work.resolution_rows.view_counts(query)


def task_ids(context: Context, query: ListQuery = EVERYTHING) -> tuple[int, ...]:
    """Return the ids of the tasks that match the query, in its order."""
    with context.read() as work:
        return tuple(work.task_rows.ids(query))


def task_rows(context: Context, ids: Sequence[int]) -> tuple[TaskRow, ...]:
    """One page of the list of tasks."""
    with context.read() as work:
        return work.task_rows.fetch(ids)


def task_view_counts(context: Context, query: ListQuery = EVERYTHING) -> Mapping[str, int]:
    """Count the tasks of each saved view, under the query's search and filters."""
    with context.read() as work:
        return work.task_rows.view_counts(query)


def task_unit_counts(context: Context, query: ListQuery = EVERYTHING) -> tuple[UnitCount, ...]:
    """Count the matching tasks of each unit."""
    with context.read() as work:
        return work.task_rows.unit_counts(query)


def task_groups(context: Context, query: ListQuery = EVERYTHING) -> tuple[Group, ...]:
    """Return the groups of the matching tasks, each with its exact count."""
    with context.read() as work:
        return work.task_rows.groups(query)


def search(context: Context, query: str, limit: int = 50) -> tuple[SearchHit, ...]:
    """Return the records whose text contains every word of the query, in any spelling."""
    if not query.strip():
        raise RuleBroken("query_empty", field="query")
    if limit < 1:
        raise RuleBroken("limit_too_small", field="limit", limit=limit)
    with context.read() as work:
        return work.search(query, limit)
