"""Work that clauses ended: it rests once the minutes are final, and is cancelled when they are signed."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.rules.effects import ENDING
from desktop_app.domain.rules.minutes import MinutesVersion
from desktop_app.domain.rules.tasks import TaskState
from desktop_app.services.follow_up.resolution_file import resolution_file
from desktop_app.storage.store.work import Work


def cancel_ended_work(work: Work, clock: Clock, version: MinutesVersion) -> bool:
    """Cancel the resting tasks of what the clauses of a signed version replaced or revoked; return whether any was."""
    clauses = work.clauses.where(minutes_version_id=version.id)
    effects = work.effects.where(clause_id=[one.id for one in clauses], kind=sorted(ENDING)) if clauses else ()
    texts = {one.id: one.text for one in clauses}
    found = False
    for effect in effects:
        file = resolution_file(work, clock, effect.resolution_id)
        for task in file.tasks:
            if task.resting and task.state not in {TaskState.ACCEPTED, TaskState.CANCELLED}:
                cancelled = replace(task, state=TaskState.CANCELLED, resting=False)
                file.keep_task(task, cancelled, texts[effect.clause_id])
                found = True
    return found
