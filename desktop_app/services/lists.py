"""Queries of the lists and the search: ordered ids, pages of rows, and filter choices.

Words of final minutes in a row are not held against the frozen text: they were held against the hashes of their rows,
and these against the chain, at the start, and a page of rows has to be there within a scroll. Every paper holds what it
draws (``services/versions/frozen_minutes.py``). Filters are read when they are offered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Generic, TypeVar

from desktop_app.domain.calendar.jalali import year_of
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.listing import (
    EVERYTHING,
    Group,
    ListQuery,
    MeetingRow,
    MinutesRow,
    RegisterRow,
    ResolutionRow,
    SearchHit,
    TaskRow,
    UnitCount,
)
from desktop_app.domain.read_models.upstream import UpstreamRow
from desktop_app.domain.rules.committee import Axis, Party
from desktop_app.domain.rules.meetings import Meeting
from desktop_app.domain.rules.members import Unit
from desktop_app.services.context import Context
from desktop_app.services.reading import parties_of, units_of
from desktop_app.storage.store.list_queries import SqlList
from desktop_app.storage.store.work import Work

Row = TypeVar("Row")


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


@dataclass(frozen=True, slots=True)
class StoredList(Generic[Row]):
    """The services that read one list of the store, which ``of`` names in a unit of work."""

    of: Callable[[Work], SqlList[Row]]

    def ids(self, context: Context, query: ListQuery = EVERYTHING) -> tuple[int, ...]:
        """Return the ids of the rows that answer the query, in its order."""
        with context.read() as work:
            return tuple(self.of(work).ids(query))

    def rows(self, context: Context, ids: Sequence[int]) -> tuple[Row, ...]:
        """Return the rows of these ids, in their order."""
        with context.read() as work:
            return self.of(work).fetch(ids)

    def view_counts(self, context: Context, query: ListQuery = EVERYTHING) -> Mapping[str, int]:
        """Return by saved view how many rows answer the search and the filters in it."""
        with context.read() as work:
            return self.of(work).view_counts(query)

    def groups(self, context: Context, query: ListQuery = EVERYTHING) -> tuple[Group, ...]:
        """Return the groups of the rows that answer the query, with the number of rows in each."""
        with context.read() as work:
            return self.of(work).groups(query)


MEETINGS: Final[StoredList[MeetingRow]] = StoredList(lambda work: work.meeting_rows)
MINUTES: Final[StoredList[MinutesRow]] = StoredList(lambda work: work.minutes_rows)
RESOLUTIONS: Final[StoredList[ResolutionRow]] = StoredList(lambda work: work.resolution_rows)
TASKS: Final[StoredList[TaskRow]] = StoredList(lambda work: work.task_rows)
REGISTERS: Final[StoredList[RegisterRow]] = StoredList(lambda work: work.register_rows)
UPSTREAM: Final[StoredList[UpstreamRow]] = StoredList(lambda work: work.upstream_rows)


def task_unit_counts(context: Context, query: ListQuery = EVERYTHING) -> tuple[UnitCount, ...]:
    """Count the matching tasks of each unit."""
    with context.read() as work:
        return work.task_rows.unit_counts(query)


def search(context: Context, query: str, limit: int = 50) -> tuple[SearchHit, ...]:
    """Return the records whose text contains every word of the query, in any spelling."""
    if not query.strip():
        raise RuleBroken("query_empty", field="query")
    if limit < 1:
        raise RuleBroken("limit_too_small", field="limit", limit=limit)
    with context.read() as work:
        return work.search(query, limit)
