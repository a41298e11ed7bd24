"""The list of tasks: each unit's work with the resolution it belongs to, a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, or_, select, true
from sqlalchemy.orm import aliased

from desktop_app.domain.papers import class_above_usual
from desktop_app.domain.read_models.listing import (
    EVERYTHING,
    DueGroup,
    FilterKey,
    ListQuery,
    TaskGroup,
    TaskRow,
    TaskView,
    UnitCount,
)
from desktop_app.domain.rules.deadlines import days_late
from desktop_app.domain.rules.resolutions import OPEN, OWED_TASKS, UNALIGNED_TASKS
from desktop_app.domain.rules.tasks import OPEN_TASKS, TaskState
from desktop_app.storage.schema.base import table_of
from desktop_app.storage.schema.committee import UnitRecord
from desktop_app.storage.schema.meetings import MeetingRecord
from desktop_app.storage.schema.minutes import ClauseRecord, MinutesVersionRecord
from desktop_app.storage.schema.resolutions import ResolutionFactsRecord, ResolutionRecord, TaskActRecord, TaskRecord
from desktop_app.storage.store.list_queries import (
    Condition,
    Grouping,
    Offer,
    SortColumn,
    SqlList,
    all_rows,
    filter_by_ids,
    filter_by_last_day,
    filter_by_words,
    is_this_week,
    rank,
)
from desktop_app.storage.store.resolution_list import resolution_filters, resolutions_holding
from desktop_app.storage.store.search import SearchTextRecord, contains_word
from desktop_app.storage.store.settings import read_calendar
from desktop_app.storage.store.transaction import AnyRow, AnySelect

FACTS = ResolutionFactsRecord
_due = func.coalesce(TaskRecord.due, FACTS.due, type_=TaskRecord.due.type)
"""The unit's own day where it has one, else the resolution's."""


class TaskList(SqlList[TaskRow]):
    """The list of tasks, those of the newest resolution first, without suspended ones."""

    kind = "task"

    def _offer(self) -> Offer:
        task, today = TaskRecord, self._transaction.clock.today()

        def now(states: frozenset[TaskState]) -> Condition:
            # a resolution that was closed otherwise, such as revoked, leaves nothing to do
            return task.state.in_(sorted(states)) & FACTS.state.in_(sorted(OPEN))

        return Offer(
            views={
                TaskView.OPEN: lambda: now(OPEN_TASKS),
                TaskView.LATE: lambda: now(OWED_TASKS) & (_due < today),
                TaskView.THIS_WEEK: lambda: now(OWED_TASKS) & is_this_week(self._transaction, _due),
                TaskView.NOT_ALIGNED: lambda: now(UNALIGNED_TASKS) & (task.plan == ""),
                TaskView.BLOCKED: lambda: now(frozenset({TaskState.BLOCKED})),
                TaskView.REPORTED: lambda: now(frozenset({TaskState.REPORTED})),
                TaskView.DONE: lambda: task.state == TaskState.ACCEPTED,
                TaskView.ALL: all_rows,
            },
            filters=resolution_filters()
            | {
                FilterKey.PARTY: filter_by_ids(UnitRecord.party_id),
                FilterKey.UNIT: filter_by_ids(task.unit_id),
                FilterKey.STATE: filter_by_words(task.state, TaskState),
                FilterKey.DUE_UNTIL: filter_by_last_day(_due),
            },
            sorts={
                "due": (SortColumn(_due, may_be_empty=True),),
                "unit": (SortColumn(UnitRecord.name_key),),
                "state": (SortColumn(rank(task.state, TaskState)),),
                "percent": (SortColumn(task.percent),),
                "number": (),
            },
            ties=(SortColumn(FACTS.place), SortColumn(task.id)),
            groups=self._groups(now),
        )

    def _groups(self, now: Callable[[frozenset[TaskState]], Condition]) -> Mapping[str, Callable[[], Grouping]]:
        unit = table_of(UnitRecord).c
        return {
            TaskGroup.PARTY: lambda: Grouping(unit.party_id),
            TaskGroup.UNIT: lambda: Grouping(table_of(TaskRecord).c.unit_id, (unit.party_id, unit.ordinal)),
            TaskGroup.DUE: lambda: self._by_due(now),
        }

    def _by_due(self, now: Callable[[frozenset[TaskState]], Condition]) -> Grouping:
        today = self._transaction.clock.today()
        week = read_calendar(self._transaction).end_of_week(today)
        key = case(
            (~now(OPEN_TASKS), DueGroup.ENDED.value),
            (TaskRecord.state == TaskState.REPORTED, DueGroup.REPORTED.value),
            (_due.is_(None), DueGroup.UNDATED.value),
            (now(OWED_TASKS) & (_due < today), DueGroup.LATE.value),
            (_due <= week, DueGroup.THIS_WEEK.value),
            else_=DueGroup.LATER.value,
        )
        return Grouping(key, (rank(key, DueGroup),))

    def unit_counts(self, query: ListQuery = EVERYTHING) -> tuple[UnitCount, ...]:
        """Return every unit that has tasks, by party, with the number of its matching tasks."""
        self._settle()
        offer, unit = self._offer(), table_of(UnitRecord).c
        late = offer.views[TaskView.LATE]()
        wanted = and_(true(), *offer.view(self.kind, query), *self._narrowed(offer, query))
        columns = (
            unit.id,
            unit.name,
            unit.short_name,
            unit.party_id,
            func.count().filter(wanted).label("count_"),
            func.count().filter(and_(wanted, true() if late is None else late)).label("late"),
        )
        statement = self._among(*columns).group_by(unit.id).order_by(unit.party_id, unit.ordinal, unit.id)
        return tuple(
            UnitCount(
                unit_id=row.id, unit=row.short_name or row.name, party_id=row.party_id, count=row.count_, late=row.late
            )
            for row in self._transaction.run(statement)
        )

    def _key(self) -> ColumnElement[int]:
        return table_of(TaskRecord).c.id

    def _among(self, *columns: ColumnElement[Any]) -> AnySelect:
        task, unit = TaskRecord, UnitRecord
        return (
            select(*columns)
            .select_from(task)
            .join(FACTS, FACTS.resolution_id == task.resolution_id)
            .join(unit, unit.id == task.unit_id)
            .where(task.resting == 0)
        )

    def _own_order(self) -> tuple[ColumnElement[Any], ...]:
        # tasks are made with the executor's first
        return (FACTS.place.desc(), TaskRecord.resolution_id.desc(), TaskRecord.id.asc())

    def _holding(self, word: str) -> Condition:
        table = SearchTextRecord
        units = select(table.record_id).where(table.kind == "unit", contains_word(word))
        return or_(TaskRecord.resolution_id.in_(resolutions_holding(word)), TaskRecord.unit_id.in_(units))

    def _rows(self, ids: list[int]) -> dict[int, TaskRow]:
        last = self._last_acts(ids)
        return {row.id: self._row(row, last.get(row.id)) for row in self._transaction.run(_page(ids))}

    def _row(self, row: AnyRow, last: AnyRow | None) -> TaskRow:
        owed = row.state in OWED_TASKS and row.course in OPEN and not row.resting
        return TaskRow(
            id=row.id,
            resolution_id=row.resolution_id,
            resolution_number=row.resolution_number,
            text=row.text,
            meeting_id=row.meeting_id,
            meeting_number=row.meeting_number,
            minutes_version_id=row.minutes_version_id,
            unit_id=row.unit_id,
            unit=row.short_name or row.name,
            party_id=row.party_id,
            role=row.role,
            state=row.state,
            percent=row.percent,
            plan=row.plan,
            due=row.due,
            days_late=days_late(row.due, self._transaction.clock.today(), open_=owed),
            last_day=last.day if last else None,
            last_note=last.reason if last else "",
            guarded=class_above_usual(row.classification, row.of_minutes),
        )

    def _last_acts(self, ids: list[int]) -> dict[int, AnyRow]:
        """Return for each task the newest act with a text, or else the newest act; undone acts do not count."""
        act, later = TaskActRecord, aliased(TaskActRecord)
        undone = select(later.id).where(later.undoes_id == act.id).exists()
        said = func.max(act.id).filter(act.reason != "")
        newest = (
            select(func.coalesce(said, func.max(act.id)))
            .where(act.task_id.in_(ids), act.undoes_id.is_(None), ~undone)
            .group_by(act.task_id)
        )
        statement = select(act.task_id, act.day, act.reason).where(act.id.in_(newest))
        return {row.task_id: row for row in self._transaction.run(statement)}


def _page(ids: list[int]) -> AnySelect:
    task, resolution, meeting, clause, unit = TaskRecord, ResolutionRecord, MeetingRecord, ClauseRecord, UnitRecord
    return (
        select(
            task.id,
            task.resolution_id,
            resolution.number.label("resolution_number"),
            resolution.meeting_id,
            meeting.number.label("meeting_number"),
            clause.minutes_version_id,
            clause.text,
            clause.classification,
            MinutesVersionRecord.classification.label("of_minutes"),
            task.unit_id,
            unit.name,
            unit.short_name,
            unit.party_id,
            task.role,
            task.state,
            task.percent,
            task.plan,
            task.resting,
            _due.label("due"),
            FACTS.state.label("course"),
        )
        .select_from(task)
        .join(FACTS, FACTS.resolution_id == task.resolution_id)
        .join(resolution, resolution.id == task.resolution_id)
        .join(meeting, meeting.id == resolution.meeting_id)
        .join(clause, clause.id == FACTS.clause_id)
        .join(MinutesVersionRecord, MinutesVersionRecord.id == clause.minutes_version_id)
        .join(unit, unit.id == task.unit_id)
        .where(task.id.in_(ids))
    )
