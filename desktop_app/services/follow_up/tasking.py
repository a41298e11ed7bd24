"""Tasks and deadlines made at finalising, and the changes a later finalising makes to them.

At the first finalising every unit of a resolution gets its task. After a withdrawal the tasks rest; at the next
finalising those of units that stay wake up, those of units that are gone are cancelled, new units get new ones.
The deadline is the resolution's; a unit gets a day of its own only with the plan it tells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.rules.minutes import Clause
from desktop_app.domain.rules.resolution_actions import agreed_and_granted
from desktop_app.domain.rules.resolutions import (
    DeadlineEvent,
    Resolution,
    ResolutionAct,
    ResolutionActKind,
    valid_acts,
)
from desktop_app.domain.rules.tasks import Task, TaskAct, TaskRole, TaskState, units_to_task
from desktop_app.services.follow_up.deadline_course import DueDays
from desktop_app.storage.store.work import Work


@dataclass(frozen=True, slots=True)
class TaskMaker:
    """The tasks of one finalising; ``reason`` is why the version was begun, empty for the first."""

    work: Work
    clock: Clock
    actor: str
    reason: str
    every_unit: Sequence[int]

    def apply(self, clause: Clause, resolution_id: int, due: date | None) -> int:
        """Set the resolution's deadline and tasks; return the number of tasks made."""
        return self._apply_units(clause, resolution_id, self._agree(resolution_id, due))

    def _apply_units(self, clause: Clause, resolution_id: int, due: date | None) -> int:
        wanted = units_to_task(
            clause.executor_unit_id, clause.cooperating, self.every_unit if clause.all_units else None
        )
        there = {task.unit_id: task for task in self.work.tasks.where(resolution_id=resolution_id)}
        for unit_id, task in there.items():
            if unit_id in wanted:
                self._wake(task, wanted[unit_id], due)
            else:
                self._cancel(task)
        return self._add(resolution_id, [unit_id for unit_id in wanted if unit_id not in there], wanted)

    def amend(self, old: Clause, new: Clause, resolution_id: int, due: DueDays) -> int:
        """Apply the changes of a correction; unchanged deadlines and units keep their follow-up.

        Answers how many tasks were made.
        """
        there = {task.unit_id: task for task in self.work.tasks.where(resolution_id=resolution_id)}
        wanted_due = due.of(new.deadline, self._notified_on(resolution_id))
        moved = new.deadline != old.deadline
        if any(task.resting for task in there.values()):
            # an attempt at this correction was withdrawn: what it had changed is put right, too
            agree = self._agree if moved else self._agree_again
            return self._apply_units(new, resolution_id, agree(resolution_id, wanted_due))
        if moved:
            self._agree(resolution_id, wanted_due)
        return self._amend_units(old, new, resolution_id, there)

    def _amend_units(self, old: Clause, new: Clause, resolution_id: int, there: Mapping[int, Task]) -> int:
        every = list(there) if old.all_units else self.every_unit
        before = units_to_task(old.executor_unit_id, old.cooperating, every if old.all_units else None)
        wanted = units_to_task(new.executor_unit_id, new.cooperating, every if new.all_units else None)
        if wanted == before:
            return 0
        for unit_id, task in there.items():
            self._amend_task(task, before.get(unit_id), wanted.get(unit_id))
        return self._add(resolution_id, [unit for unit in wanted if unit not in there], wanted)

    def _amend_task(self, task: Task, before: TaskRole | None, wanted: TaskRole | None) -> None:
        """Remove a unit, bring it back, or change its role, as the correction requires."""
        if wanted is None:
            if before is not None:
                self._cancel(task)
        elif before is None:
            self._wake(task, wanted, None)
        else:
            self.work.tasks.update(replace(task, role=wanted))

    def _notified_on(self, resolution_id: int) -> date | None:
        acts = valid_acts(self.work.resolution_acts.where(resolution_id=resolution_id))
        days = [act.day for act in acts if act.kind is ResolutionActKind.NOTIFIED]
        return days[-1] if days else None

    def _add(self, resolution_id: int, units: Sequence[int], wanted: Mapping[int, TaskRole]) -> int:
        for unit_id in units:
            self.work.tasks.add(
                Task(
                    uid=self.work.new_uid(),
                    resolution_id=resolution_id,
                    unit_id=unit_id,
                    role=wanted[unit_id],
                )
            )
        return len(units)

    def reject(self, resolution: Resolution) -> None:
        """Retire the number and cancel the tasks of a resolution removed from the minutes."""
        self.work.resolution_acts.add(
            ResolutionAct(
                resolution_id=resolution.id,
                kind=ResolutionActKind.REJECTED,
                day=self.clock.today(),
                at=self.clock.instant(),
                actor=self.actor,
                reason=self.reason,
            )
        )
        self.work.audit("rejected", "resolution", resolution.id, number=resolution.number, reason=self.reason)
        for task in self.work.tasks.where(resolution_id=resolution.id):
            self._cancel(task)

    def _agree(self, resolution_id: int, due: date | None) -> date | None:
        """Store the deadline of the minutes unless it is stored already; return the day in force.

        What a meeting granted since the same day was agreed goes on.
        """
        events = self.work.deadline_events.where(resolution_id=resolution_id)
        agreed, granted = agreed_and_granted(events)
        if agreed is not None and agreed.due == due:
            return granted[-1].due if granted else due
        self._add_deadline(
            events,
            DeadlineEvent(
                resolution_id=resolution_id,
                sequence=0,
                due=due,
                reason=self.reason,
                at=self.clock.instant(),
                actor=self.actor,
            ),
        )
        return due

    def _agree_again(self, resolution_id: int, due: date | None) -> date | None:
        """Restore the signed version's deadline; a later extension by a meeting stays."""
        granted = agreed_and_granted(self.work.deadline_events.where(resolution_id=resolution_id))[1]
        day = self._agree(resolution_id, due)
        later = granted[-1] if granted else None
        if later is None or later.due is None or day == later.due or (due is not None and later.due <= due):
            return day
        events = self.work.deadline_events.where(resolution_id=resolution_id)
        self._add_deadline(events, replace(later, id=0, at=self.clock.instant(), actor=self.actor))
        return later.due

    def _add_deadline(self, events: Sequence[DeadlineEvent], event: DeadlineEvent) -> None:
        last = max((one.sequence for one in events), default=-1)
        self.work.deadline_events.add(replace(event, sequence=last + 1))

    def _wake(self, task: Task, role: TaskRole, due: date | None) -> None:
        """Resume the task of a unit that stays; a unit dropped by an earlier version begins anew."""
        if task.state is TaskState.CANCELLED:
            self._act(task, TaskState.ASSIGNED)
            task = replace(task, state=TaskState.ASSIGNED, percent=0)
        own = task.due if task.due is not None and due is not None and task.due <= due else None
        self.work.tasks.update(replace(task, resting=False, role=role, due=own))

    def _cancel(self, task: Task) -> None:
        if task.state is not TaskState.CANCELLED:
            self._act(task, TaskState.CANCELLED)
        self.work.tasks.update(replace(task, resting=False, state=TaskState.CANCELLED))

    def _act(self, task: Task, target: TaskState) -> None:
        self.work.task_acts.add(
            TaskAct(
                task_id=task.id,
                source=task.state,
                target=target,
                percent=task.percent,
                day=self.clock.today(),
                at=self.clock.instant(),
                actor=self.actor,
                reason=self.reason,
            )
        )
        self.work.audit("task_moved", "task", task.id, source=task.state.value, target=target.value)
