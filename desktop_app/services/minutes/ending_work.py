"""Work that a correction ends: what its units were told of, and what is no more in the corrected words."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from desktop_app.domain.read_models.sheets import EndingWork
from desktop_app.domain.rules.minutes import Clause, MinutesVersion
from desktop_app.domain.rules.resolutions import ResolutionAct, ResolutionActKind, standing_acts
from desktop_app.domain.rules.tasks import Task, TaskState, units_to_task
from desktop_app.services.minutes.versions import clauses_of
from desktop_app.storage.store.work import Work

_ENDED = frozenset({ResolutionActKind.SUPERSEDED, ResolutionActKind.REVOKED})
"""Acts that ended a resolution before the correction did."""


def ending_work(work: Work, version: MinutesVersion, base: MinutesVersion | None) -> tuple[EndingWork, ...]:
    """Resolutions of ``base`` that were notified, and that the draft of its correction takes out or from some units.

    Nothing for minutes that correct nothing.
    """
    if base is None:
        return ()
    old, new = clauses_of(work, base), clauses_of(work, version)
    acts = work.resolution_acts.where(resolution_id=list(old))
    told = [key for key in old if _goes_on([act for act in acts if act.resolution_id == key])]
    tasks = work.tasks.where(resolution_id=told)
    found = []
    for one in sorted(work.resolutions.where(id=told), key=lambda one: one.row or 0):
        its = [task for task in tasks if task.resolution_id == one.id]
        clause = new.get(one.id)
        ends = _open_tasks(its, units_lost(old[one.id], clause, [task.unit_id for task in its]))
        if clause is None or ends:
            found.append(EndingWork(number=one.number, whole=clause is None, tasks=ends))
    return tuple(found)


def units_lost(old: Clause, new: Clause | None, there: Sequence[int]) -> frozenset[int]:
    """Of the units ``there`` those whose work the new words end: all where nothing is left of the resolution."""
    if new is None:
        return frozenset(there)
    before = units_to_task(old.executor_unit_id, old.cooperating, there if old.all_units else None)
    wanted = units_to_task(new.executor_unit_id, new.cooperating, there if new.all_units else None)
    return frozenset(unit for unit in there if unit in before and unit not in wanted)


def _goes_on(acts: Sequence[ResolutionAct]) -> bool:
    kinds = {act.kind for act in standing_acts(acts)}
    return ResolutionActKind.NOTIFIED in kinds and not kinds & _ENDED


def _open_tasks(tasks: Sequence[Task], units: Collection[int]) -> int:
    return sum(task.unit_id in units and task.state is not TaskState.CANCELLED for task in tasks)
