"""File of a resolution: its records as the rules of an act judge them, and the writers of its acts."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.rules.resolutions import (
    Course,
    DeadlineEvent,
    Resolution,
    ResolutionAct,
    ResolutionActKind,
    course,
)
from desktop_app.domain.rules.tasks import Task, TaskAct
from desktop_app.storage.store.work import Work


@dataclass(frozen=True, slots=True)
class ResolutionFile:
    """A resolution with the records that its rules check."""

    work: Work
    clock: Clock
    at: str
    """The one moment of the act: what it moves besides is known by it."""
    resolution: Resolution
    acts: tuple[ResolutionAct, ...]
    events: tuple[DeadlineEvent, ...]
    tasks: tuple[Task, ...]
    now: Course

    def add(
        self,
        kind: ResolutionActKind,
        reason: str,
        *,
        other: int | None = None,
        undoes: int | None = None,
        clause: int | None = None,
    ) -> None:
        """Store an act and its audit entry; ``clause`` is the clause of final minutes that does it."""
        act = ResolutionAct(
            resolution_id=self.resolution.id,
            kind=kind,
            day=self.clock.today(),
            at=self.at,
            actor=self.work.actor(),
            reason=reason,
            other_id=other,
            undoes_id=undoes,
            clause_id=clause,
        )
        self.work.resolution_acts.add(act)
        verb = kind.value if undoes is None else f"{kind.value}_taken_back"
        self.work.audit(verb, "resolution", self.resolution.id, day=act.day, reason=reason, other=other)

    def add_deadline(self, event: DeadlineEvent, verb: str) -> None:
        """Store a deadline event and its audit entry."""
        self.work.deadline_events.add(event)
        self.work.audit(verb, "resolution", self.resolution.id, due=event.due, reason=event.reason)

    def keep_task(self, before: Task, after: Task, reason: str, undoes: int | None = None) -> None:
        """Store the changed task with its act."""
        self.work.tasks.update(after)
        self.work.task_acts.add(
            TaskAct(
                task_id=after.id,
                source=before.state,
                target=after.state,
                percent=after.percent,
                day=self.clock.today(),
                at=self.at,
                actor=self.work.actor(),
                reason=reason,
                undoes_id=undoes,
            )
        )
        self.work.audit("task_moved", "task", after.id, source=before.state.value, target=after.state.value)

    def next_sequence(self) -> int:
        """Return the place of the next deadline event."""
        return max((event.sequence for event in self.events), default=-1) + 1


def resolution_file(work: Work, clock: Clock, resolution_id: int) -> ResolutionFile:
    """Read the file of a resolution."""
    resolution = work.resolutions.get(resolution_id)
    acts = work.resolution_acts.where(resolution_id=resolution_id)
    tasks = work.tasks.where(resolution_id=resolution_id)
    events = work.deadline_events.where(resolution_id=resolution_id)
    now = course(adopted=resolution.adopted_on is not None, acts=acts, tasks=tasks)
    return ResolutionFile(work, clock, clock.instant(), resolution, acts, events, tasks, now)
