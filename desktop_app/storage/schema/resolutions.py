"""Tables of resolutions with their acts, deadlines and derived facts, of tasks, and of upstream decisions.

State, percent, deadline and sort keys are computed from the records; at 100,000 resolutions that cannot be done for
each question. So the unit of work keeps them as one row a resolution, as it keeps the folded text of the search:
:mod:`desktop_app.storage.store.facts_projection` computes again what an act touched. Nothing here depends on today:
whether a resolution is late is asked of ``due`` when the list is read.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlalchemy import Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.domain.rules.minutes import ClauseKind
from desktop_app.domain.rules.resolutions import ResolutionActKind, ResolutionState
from desktop_app.domain.rules.tasks import TaskRole, TaskState
from desktop_app.storage.schema.base import Kept, Record, instant_column, named_check, reference_column, word_column

FACTS_VERSION: Final = 2
"""Raised with every change of how these rows are computed (the rules of a course, too), so that old ones are known."""


class ResolutionFactsRecord(Record):
    """The derived facts of one resolution that has a wording.

    ``place`` is the rank in the list's own order, oldest first. ``clause_id`` is the wording that stands.
    ``waits`` marks a deadline «by the next meeting» whose day came from the table of meetings, not from an event.
    """

    __tablename__ = "resolution_facts"
    __table_args__ = (
        *(Index(None, key, "place") for key in ("title_key", "executor_key", "due", "state_place")),
        *(Index(None, key) for key in ("place", "meeting_id", "clause_id", "executor_unit_id", "facts_version")),
        # exact counts of the saved views are read from this index alone
        Index(None, "state", "due"),
        Index("ix_resolution_facts_waiting", "committee_id", sqlite_where=text("waits = 1")),
        named_check("ck_resolution_facts_percent", "percent BETWEEN 0 AND 100"),
    )

    resolution_id: Mapped[int] = mapped_column(primary_key=True)
    committee_id: Mapped[int]
    meeting_id: Mapped[int]
    clause_id: Mapped[int]
    place: Mapped[int]
    year: Mapped[int | None]
    kind: Mapped[ClauseKind] = word_column(ClauseKind)
    axis_id: Mapped[int | None]
    executor_unit_id: Mapped[int | None]
    party_id: Mapped[int | None]
    owner_unit_id: Mapped[int | None]
    owner_person_id: Mapped[int | None]
    due: Mapped[date | None]
    waits: Mapped[bool]
    state: Mapped[ResolutionState] = word_column(ResolutionState)
    state_place: Mapped[int]
    percent: Mapped[int]
    title_key: Mapped[str]
    executor_key: Mapped[str]
    facts_version: Mapped[int]


class TaskRecord(Kept):
    """The work of one unit for one resolution."""

    __tablename__ = "task"
    __table_args__ = (
        UniqueConstraint("resolution_id", "unit_id"),
        named_check("ck_task_percent", "percent BETWEEN 0 AND 100"),
    )

    resolution_id: Mapped[int] = reference_column("resolution")
    unit_id: Mapped[int] = reference_column("unit")
    role: Mapped[TaskRole] = word_column(TaskRole)
    state: Mapped[TaskState] = word_column(TaskState)
    plan: Mapped[str]
    due: Mapped[date | None]
    percent: Mapped[int]
    resting: Mapped[bool]


class TaskActRecord(Kept):
    """A change of a task; append-only."""

    __tablename__ = "task_act"
    __table_args__ = (named_check("ck_task_act_percent", "percent BETWEEN 0 AND 100"),)

    task_id: Mapped[int] = reference_column("task")
    source: Mapped[TaskState] = word_column(TaskState)
    target: Mapped[TaskState] = word_column(TaskState)
    percent: Mapped[int]
    day: Mapped[date]
    at: Mapped[str] = instant_column()
    actor: Mapped[str]
    reason: Mapped[str]
    told_by: Mapped[str]
    undoes_id: Mapped[int | None] = reference_column("task_act")


class UpstreamDecisionRecord(Kept):
    """A decision of a body above the committee."""

    __tablename__ = "upstream_decision"

    title: Mapped[str]
    body: Mapped[str]
    session: Mapped[str]
    session_day: Mapped[date | None]
    notification_number: Mapped[str]
    notification_day: Mapped[date | None]
    clause: Mapped[str]
    title_key: Mapped[str] = mapped_column(index=True)


class UpstreamLinkRecord(Kept):
    """A resolution that answers an upstream decision without citing it."""

    __tablename__ = "upstream_link"

    upstream_id: Mapped[int] = reference_column("upstream_decision")
    resolution_id: Mapped[int] = reference_column("resolution")
    removed_on: Mapped[date | None]


class ResolutionRecord(Kept):
    """The identity of a resolution; its number is never given again.

    Numbers are unique within a committee, which only a guard can see (:mod:`desktop_app.storage.schema.guards`).
    """

    __tablename__ = "resolution"
    __table_args__ = (
        UniqueConstraint("meeting_id", "row"),
        Index(None, "number"),
        named_check("ck_resolution_number", "(number = '') = (row IS NULL) AND row >= 1"),
    )

    meeting_id: Mapped[int] = reference_column("meeting")
    row: Mapped[int | None]
    number: Mapped[str]
    adopted_on: Mapped[date | None]


class ResolutionActRecord(Kept):
    """An act on a resolution; append-only."""

    __tablename__ = "resolution_act"

    resolution_id: Mapped[int] = reference_column("resolution")
    kind: Mapped[ResolutionActKind] = word_column(ResolutionActKind)
    day: Mapped[date]
    at: Mapped[str] = instant_column()
    actor: Mapped[str]
    reason: Mapped[str]
    letter_number: Mapped[str]
    other_id: Mapped[int | None] = reference_column("resolution")
    undoes_id: Mapped[int | None] = reference_column("resolution_act")
    clause_id: Mapped[int | None] = reference_column("clause")


class DeadlineEventRecord(Kept):
    """A deadline as agreed or extended; append-only."""

    __tablename__ = "deadline_event"
    __table_args__ = (
        UniqueConstraint("resolution_id", "sequence"),
        named_check("ck_deadline_event_order", "sequence >= 0"),
    )

    resolution_id: Mapped[int] = reference_column("resolution")
    sequence: Mapped[int]
    due: Mapped[date | None]
    granted_by_meeting_id: Mapped[int | None] = reference_column("meeting")
    reason: Mapped[str]
    at: Mapped[str] = instant_column()
    actor: Mapped[str]
    undoes_id: Mapped[int | None] = reference_column("deadline_event")
    clause_id: Mapped[int | None] = reference_column("clause")
