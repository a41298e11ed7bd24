"""Tables of tasks and their changes."""

from __future__ import annotations

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from desktop_app.domain.rules.tasks import TaskRole, TaskState
from desktop_app.storage.schema.base import Kept, instant, ref, rule, word


class TaskRecord(Kept):
    """Work of one unit for one resolution."""

    __tablename__ = "task"
    __table_args__ = (
        UniqueConstraint("resolution_id", "unit_id"),
        rule("ck_task_percent", "percent BETWEEN 0 AND 100"),
    )

    resolution_id: Mapped[int] = ref("resolution")
    unit_id: Mapped[int] = ref("unit")
    role: Mapped[TaskRole] = word(TaskRole)
    state: Mapped[TaskState] = word(TaskState)
    plan: Mapped[str]
    due: Mapped[date | None]
    percent: Mapped[int]
    resting: Mapped[bool]


class TaskActRecord(Kept):
    """A change of a task; append-only."""

    __tablename__ = "task_act"
    __table_args__ = (rule("ck_task_act_percent", "percent BETWEEN 0 AND 100"),)

    task_id: Mapped[int] = ref("task")
    source: Mapped[TaskState] = word(TaskState)
    target: Mapped[TaskState] = word(TaskState)
    percent: Mapped[int]
    day: Mapped[date]
    at: Mapped[str] = instant()
    actor: Mapped[str]
    reason: Mapped[str]
    told_by: Mapped[str]
    undoes_id: Mapped[int | None] = ref("task_act")
