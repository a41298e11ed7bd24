"""List of resolutions from the derived facts: views, filters, orders and exact counts by index.

One filter is for resolutions that a correction changed after notification and whose units were not notified of it; its
rule for single ones is in :mod:`desktop_app.services.follow_up.follow_up`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.orm import aliased

from desktop_app.domain.papers import class_above_usual
from desktop_app.domain.read_models.listing import FilterKey, ResolutionRow, ResolutionView
from desktop_app.domain.rules.deadlines import DeadlineKind, days_late
from desktop_app.domain.rules.in_force import ADOPTING
from desktop_app.domain.rules.minutes import ClauseKind
from desktop_app.domain.rules.notices import TOLD
from desktop_app.domain.rules.resolutions import CLOSED, OPEN, OWED, ResolutionActKind, ResolutionState
from desktop_app.domain.rules.tasks import TaskState
from desktop_app.storage.schema.base import table_of
from desktop_app.storage.schema.committee import AxisRecord, UnitRecord
from desktop_app.storage.schema.meetings import MeetingRecord
from desktop_app.storage.schema.minutes import ClauseRecord, ClauseUnitRecord, MinutesVersionRecord
from desktop_app.storage.schema.resolutions import (
    ResolutionActRecord,
    ResolutionFactsRecord,
    ResolutionRecord,
    TaskRecord,
)
from desktop_app.storage.store.list_queries import (
    ASKED,
    Condition,
    ConditionOf,
    Offer,
    SortColumn,
    SqlList,
    all_rows,
    filter_by_ids,
    filter_by_last_day,
    filter_by_words,
    is_this_week,
)
from desktop_app.storage.store.search import SearchTextRecord, contains_word
from desktop_app.storage.store.transaction import AnyRow, AnySelect, was_in_force

_FACTS: Final = table_of(ResolutionFactsRecord)
_RESTS: Final = CLOSED | {ResolutionState.PROPOSED, ResolutionState.DEFERRED}


def _changed_after_notification() -> Condition:
    """Return the condition that a resolution's wording or units changed after the last notification."""
    act, undoing, task = aliased(ResolutionActRecord), aliased(ResolutionActRecord), TaskRecord
    version, clause = aliased(MinutesVersionRecord), aliased(ClauseRecord)
    last = (
        select(act.at)
        .where(act.resolution_id == _FACTS.c.resolution_id, act.kind == ResolutionActKind.NOTIFIED)
        .where(act.undoes_id.is_(None), ~exists().where(undoing.undoes_id == act.id))
        .order_by(act.id.desc())
        .limit(1)
        .correlate(_FACTS)
        .scalar_subquery()
    )
    # no notification bears a day before the version that was in force when it was recorded
    told = (
        select(clause.id)
        .join(version, version.id == clause.minutes_version_id)
        .where(clause.resolution_id == _FACTS.c.resolution_id, was_in_force(version, last))
        .correlate(_FACTS)
        .scalar_subquery()
    )
    before, now = aliased(ClauseRecord), aliased(ClauseRecord)
    corrected = (
        select(before.id)
        .where(before.id == told, now.id == _FACTS.c.clause_id, _wording_differs(before, now))
        .correlate(_FACTS)
        .exists()
    )
    unaware = exists().where(
        task.resolution_id == _FACTS.c.resolution_id, task.state == TaskState.ASSIGNED, task.resting == 0
    )
    again = select(version.meeting_id).where(version.version > 1, version.state.in_(sorted(ADOPTING)))
    return and_(
        _FACTS.c.meeting_id.in_(again),
        # what it is not: so the few meetings are looked up, and not every open resolution
        _FACTS.c.state.not_in(sorted(_RESTS)),
        last.is_not(None),
        or_(unaware, corrected),
    )


def _wording_differs(notified: type[ClauseRecord], now: type[ClauseRecord]) -> Condition:
    """Return the opposite of :func:`desktop_app.domain.rules.notices.is_still_true` as SQL."""

    def other(*names: str) -> Condition:
        return or_(*(getattr(notified, name).is_distinct_from(getattr(now, name)) for name in names))

    here, there = aliased(ClauseUnitRecord), aliased(ClauseUnitRecord)
    stays = exists().where(there.clause_id == now.id, there.unit_id == here.unit_id).correlate(now, here)
    gone = exists().where(here.clause_id == notified.id, ~stays).correlate(notified, now)
    return or_(
        other(*TOLD),
        other("deadline_kind"),
        now.deadline_kind.in_([DeadlineKind.DAY, DeadlineKind.CONTINUOUS]) & other("deadline_day"),
        (now.deadline_kind == DeadlineKind.RELATIVE) & other("deadline_count", "deadline_unit", "deadline_base"),
        (now.all_units == 0) & or_(notified.all_units == 1, gone),
    )


UNTOLD: Final = _changed_after_notification()
"""Built once; it names the facts of the list that it is asked of."""


FACTS = ResolutionFactsRecord


class ResolutionList(SqlList[ResolutionRow]):
    """The list of resolutions; those without a number come first."""

    kind = "resolution"
    counted_apart = True

    def _offer(self) -> Offer:
        today = self._transaction.clock.today()
        owed = FACTS.state.in_(sorted(OWED))
        return Offer(
            views={
                ResolutionView.OPEN: lambda: FACTS.state.in_(sorted(OPEN)),
                ResolutionView.LATE: lambda: owed & (FACTS.due < today),
                ResolutionView.THIS_WEEK: lambda: owed & is_this_week(self._transaction, FACTS.due),
                ResolutionView.AWAITING: lambda: FACTS.state == ResolutionState.REPORTED_DONE,
                ResolutionView.UNTOLD: lambda: UNTOLD,
                ResolutionView.CLOSED: lambda: FACTS.state.in_(sorted(CLOSED)),
                ResolutionView.ALL: all_rows,
            },
            filters=resolution_filters()
            | {
                FilterKey.PARTY: filter_by_ids(FACTS.party_id),
                FilterKey.UNIT: filter_by_ids(FACTS.executor_unit_id),
                FilterKey.STATE: filter_by_words(FACTS.state, ResolutionState),
                FilterKey.DUE_UNTIL: filter_by_last_day(FACTS.due),
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
            guarded=class_above_usual(row.classification, row.of_minutes),
        )


def resolution_filters() -> dict[str, ConditionOf]:
    """Return the filters that the lists of resolutions and of tasks share."""
    return {
        FilterKey.AXIS: _of_axes,
        FilterKey.OWNER_PERSON: filter_by_ids(FACTS.owner_person_id),
        FilterKey.MEETING: filter_by_ids(FACTS.meeting_id),
        FilterKey.YEAR: filter_by_ids(FACTS.year),
        FilterKey.KIND: filter_by_words(FACTS.kind, ClauseKind),
    }


def _of_axes(values: Sequence[str]) -> Condition:
    """Return the condition for these axes and their sub-axes."""
    ids, axis = [int(value) for value in values], AxisRecord
    return FACTS.axis_id.in_(select(axis.id).where(or_(axis.id.in_(ids), axis.parent_id.in_(ids))))


def resolutions_holding(word: str) -> AnySelect:
    """Return the query for resolutions that contain a word."""
    table = SearchTextRecord
    return select(table.record_id).where(table.kind == "resolution", contains_word(word))


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
