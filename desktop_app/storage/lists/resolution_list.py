"""The list of resolutions, answered from the derived facts: views, filters, orders and exact counts by index."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, or_, select

from desktop_app.domain.documents.papers import guarded
from desktop_app.domain.read_models.listing import FilterKey, ResolutionView
from desktop_app.domain.read_models.rows import ResolutionRow
from desktop_app.domain.rules.deadlines import days_late
from desktop_app.domain.rules.minutes import ClauseKind
from desktop_app.domain.rules.resolutions import CLOSED, ResolutionState
from desktop_app.domain.rules.standing import OPEN, OWED
from desktop_app.storage.lists.list_queries import (
    Condition,
    ConditionOf,
    Offer,
    SortColumn,
    among,
    everything,
    not_after,
    this_week,
    worded,
)
from desktop_app.storage.lists.lists import SqlList
from desktop_app.storage.lists.predicates import ASKED
from desktop_app.storage.lists.untold import UNTOLD
from desktop_app.storage.schema.base import table_of
from desktop_app.storage.schema.committee import AxisRecord
from desktop_app.storage.schema.meetings import MeetingRecord
from desktop_app.storage.schema.members import UnitRecord
from desktop_app.storage.schema.minutes import ClauseRecord, MinutesVersionRecord
from desktop_app.storage.schema.resolution_facts import ResolutionFactsRecord
from desktop_app.storage.schema.resolutions import ResolutionRecord
from desktop_app.storage.search.search import SearchTextRecord, holds
from desktop_app.storage.store.transaction import AnyRow, AnySelect

FACTS = ResolutionFactsRecord


class ResolutionList(SqlList[ResolutionRow]):
    """The list of resolutions; those without a number yet come first."""

    kind = "resolution"
    counted_apart = True

    def _offer(self) -> Offer:
        today = self._transaction.clock.today()
        owed = FACTS.state.in_(sorted(OWED))
        return Offer(
            views={
                ResolutionView.OPEN: lambda: FACTS.state.in_(sorted(OPEN)),
                ResolutionView.LATE: lambda: owed & (FACTS.due < today),
                ResolutionView.THIS_WEEK: lambda: owed & this_week(self._transaction, FACTS.due),
                ResolutionView.AWAITING: lambda: FACTS.state == ResolutionState.REPORTED_DONE,
                ResolutionView.UNTOLD: lambda: UNTOLD,
                ResolutionView.CLOSED: lambda: FACTS.state.in_(sorted(CLOSED)),
                ResolutionView.ALL: everything,
            },
            filters=resolution_filters()
            | {
                FilterKey.PARTY: among(FACTS.party_id),
                FilterKey.UNIT: among(FACTS.executor_unit_id),
                FilterKey.STATE: worded(FACTS.state, ResolutionState),
                FilterKey.DUE_UNTIL: not_after(FACTS.due),
            },
            sorts={
                "number": (),
                "title": (SortColumn(FACTS.title_key),),
                "due": (SortColumn(FACTS.due, may_be_empty=True),),
                "state": (SortColumn(FACTS.state_place),),
                "executor": (SortColumn(FACTS.executor_key),),
            },
            ties=(SortColumn(FACTS.place), SortColumn(FACTS.resolution_id)),
        )

    def _key(self) -> ColumnElement[int]:
        return table_of(FACTS).c.resolution_id

    def _among(self, *columns: ColumnElement[Any]) -> AnySelect:
        return select(*columns).select_from(FACTS)

    def _own_order(self) -> tuple[ColumnElement[Any], ...]:
        return (FACTS.place.desc(), FACTS.resolution_id.desc())

    def _holding(self, word: str) -> Condition:
        return FACTS.resolution_id.in_(resolutions_holding(word))

    def _rows(self, ids: list[int]) -> dict[int, ResolutionRow]:
        return {row.id: self._row(row) for row in self._transaction.run(_PAGE, {"ids": json.dumps(ids)})}

    def _row(self, row: AnyRow) -> ResolutionRow:
        return ResolutionRow(
            id=row.id,
            number=row.number,
            meeting_id=row.meeting_id,
            meeting_number=row.meeting_number,
            minutes_version_id=row.minutes_version_id,
            text=row.text,
            axis_code=row.axis_code or "",
            executor=row.short_name or row.name or "",
            executor_party_id=row.party_id,
            due=row.due,
            state=row.state,
            percent=row.percent,
            days_late=days_late(row.due, self._transaction.clock.today(), open_=row.state in OWED),
            guarded=guarded(row.classification, row.of_minutes),
        )


def resolution_filters() -> dict[FilterKey, ConditionOf]:
    """What the tasks of resolutions are filtered by as the resolutions are."""
    return {
        FilterKey.AXIS: _of_axes,
        FilterKey.OWNER_PERSON: among(FACTS.owner_person_id),
        FilterKey.MEETING: among(FACTS.meeting_id),
        FilterKey.YEAR: among(FACTS.year),
        FilterKey.KIND: worded(FACTS.kind, ClauseKind),
    }


def _of_axes(values: Sequence[str]) -> Condition:
    """Of these axes and of their sub-axes."""
    ids, axis = [int(value) for value in values], AxisRecord
    return FACTS.axis_id.in_(select(axis.id).where(or_(axis.id.in_(ids), axis.parent_id.in_(ids))))


def resolutions_holding(word: str) -> AnySelect:
    """Resolutions with the word in their own texts."""
    table = SearchTextRecord
    return select(table.record_id).where(table.kind == "resolution", holds(word))


def _page() -> AnySelect:
    resolution, meeting, clause, unit = ResolutionRecord, MeetingRecord, ClauseRecord, UnitRecord
    return (
        select(
            resolution.id,
            resolution.number,
            resolution.meeting_id,
            meeting.number.label("meeting_number"),
            clause.minutes_version_id,
            clause.text,
            clause.classification,
            MinutesVersionRecord.classification.label("of_minutes"),
            AxisRecord.code.label("axis_code"),
            unit.name,
            unit.short_name,
            FACTS.party_id,
            FACTS.due,
            FACTS.state,
            FACTS.percent,
        )
        .select_from(FACTS)
        .join(resolution, resolution.id == FACTS.resolution_id)
        .join(meeting, meeting.id == FACTS.meeting_id)
        .join(clause, clause.id == FACTS.clause_id)
        .join(MinutesVersionRecord, MinutesVersionRecord.id == clause.minutes_version_id)
        .outerjoin(AxisRecord, AxisRecord.id == FACTS.axis_id)
        .outerjoin(unit, unit.id == FACTS.executor_unit_id)
        .where(FACTS.resolution_id.in_(ASKED))
    )


_PAGE: Final = _page()
"""Built once: while scrolling, building it would cost as much as reading."""
