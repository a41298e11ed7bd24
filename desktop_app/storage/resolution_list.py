"""The list of resolutions: wording, executor, deadline and the computed course, a page at a time."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import aliased

from desktop_app.domain.deadlines import days_late, standing_due
from desktop_app.domain.meetings import MeetingState
from desktop_app.domain.minutes import MinutesState
from desktop_app.domain.resolutions import ResolutionAct, course
from desktop_app.domain.rows import ResolutionRow
from desktop_app.domain.tasks import Task
from desktop_app.storage import kinds
from desktop_app.storage.committee import AxisRecord
from desktop_app.storage.link import AnyRow, AnySelect, Link
from desktop_app.storage.lists import SqlList
from desktop_app.storage.mapper import E, EntityMapper
from desktop_app.storage.meetings import MeetingRecord
from desktop_app.storage.members import UnitRecord
from desktop_app.storage.minutes import ClauseRecord, MinutesVersionRecord
from desktop_app.storage.resolutions import DeadlineEventRecord, ResolutionRecord
from desktop_app.storage.search import SearchTextRecord, holds

ADOPTING = frozenset({MinutesState.FINAL, MinutesState.SIGNED, MinutesState.ARCHIVED, MinutesState.AMENDED})
"""A resolution is adopted while a version in one of these states holds it; a withdrawn one no longer counts."""


class ResolutionList(SqlList[ResolutionRow]):
    """The list of resolutions; those without a number yet come first."""

    kind = "resolution"

    def _ordered(self) -> AnySelect:
        resolution, meeting = ResolutionRecord, MeetingRecord
        return (
            select(resolution.id)
            .join(meeting, meeting.id == resolution.meeting_id)
            .where(select(ClauseRecord.id).where(ClauseRecord.resolution_id == resolution.id).exists())
            .order_by(meeting.number.desc().nulls_first(), resolution.row.desc().nulls_first(), resolution.id.desc())
        )

    def _holding(self, word: str) -> ColumnElement[bool]:
        table = SearchTextRecord
        return ResolutionRecord.id.in_(select(table.record_id).where(table.kind == self.kind, holds(word)))

    def _rows(self, ids: list[int]) -> dict[int, ResolutionRow]:
        words = _wordings(self._link, ids)
        acts = _by_resolution(self._link, kinds.RESOLUTION_ACTS, ids)
        tasks = _by_resolution(self._link, kinds.TASKS, ids)
        recorded = _due_days(self._link, ids)
        return {
            row.id: self._row(row, words[row.id], acts.get(row.id, []), tasks.get(row.id, []), recorded.get(row.id))
            for row in self._link.run(_page(ids))
            if row.id in words
        }

    def _row(
        self, row: AnyRow, words: AnyRow, acts: list[ResolutionAct], tasks: list[Task], recorded: date | None
    ) -> ResolutionRow:
        adopted = words.state in ADOPTING
        due = standing_due(words.deadline_kind, recorded, row.next_meeting)
        now = course(adopted=adopted, acts=acts, tasks=tasks)
        return ResolutionRow(
            id=row.id,
            number=row.number,
            meeting_id=row.meeting_id,
            meeting_number=row.meeting_number,
            minutes_version_id=words.minutes_version_id,
            text=words.text,
            axis_code=words.axis_code or "",
            executor=words.unit_short_name or words.unit_name or "",
            executor_party_id=words.unit_party_id,
            due=due,
            state=now.state,
            percent=now.percent,
            days_late=days_late(due, self._link.clock.today(), open_=adopted and now.awaits_units),
        )


def _page(ids: list[int]) -> AnySelect:
    resolution, meeting, later = ResolutionRecord, MeetingRecord, aliased(MeetingRecord)
    following = (
        select(func.min(later.day))
        .where(
            later.committee_id == meeting.committee_id,
            later.day > meeting.day,
            later.state != MeetingState.CANCELLED,
        )
        .scalar_subquery()
    )
    return (
        select(
            resolution.id,
            resolution.number,
            resolution.meeting_id,
            meeting.number.label("meeting_number"),
            following.label("next_meeting"),
        )
        .join(meeting, meeting.id == resolution.meeting_id)
        .where(resolution.id.in_(ids))
    )


def _wordings(link: Link, ids: list[int]) -> dict[int, AnyRow]:
    """By resolution: its wording in the newest adopting version, or else in the newest of all."""
    clause, version, unit = ClauseRecord, MinutesVersionRecord, UnitRecord
    statement = (
        select(
            clause.resolution_id,
            clause.minutes_version_id,
            clause.text,
            clause.deadline_kind,
            version.state,
            AxisRecord.code.label("axis_code"),
            unit.name.label("unit_name"),
            unit.short_name.label("unit_short_name"),
            unit.party_id.label("unit_party_id"),
        )
        .join(version, version.id == clause.minutes_version_id)
        .outerjoin(AxisRecord, AxisRecord.id == clause.axis_id)
        .outerjoin(unit, unit.id == clause.executor_unit_id)
        .where(clause.resolution_id.in_(ids))
        .order_by(version.version)
    )
    found: dict[int, AnyRow] = {}
    for row in link.run(statement):
        earlier = found.get(row.resolution_id)
        if earlier is None or row.state in ADOPTING or earlier.state not in ADOPTING:
            found[row.resolution_id] = row
    return found


def _by_resolution(link: Link, mapper: EntityMapper[E], ids: list[int]) -> dict[int, list[E]]:
    """Entities that belong to resolutions, oldest first."""
    table = mapper.table
    statement = select(*mapper.columns()).where(table.c.resolution_id.in_(ids)).order_by(table.c.id)
    found: dict[int, list[E]] = {}
    for row in link.run(statement).mappings():
        found.setdefault(row["resolution_id"], []).append(mapper.entity_of(row))
    return found


def _due_days(link: Link, ids: list[int]) -> dict[int, date | None]:
    """By resolution: the day of its newest deadline event."""
    event = DeadlineEventRecord
    statement = (
        select(event.resolution_id, event.due).where(event.resolution_id.in_(ids)).order_by(event.sequence, event.id)
    )
    return {row.resolution_id: row.due for row in link.run(statement)}
