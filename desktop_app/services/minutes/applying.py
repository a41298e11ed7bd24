"""Effects of clauses at finalising: applied as acts that name their clause, and taken back by re-opening.

A correction takes back what it no longer has and applies what is new, compared by target, kind and day.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed
from desktop_app.domain.rules.effects import ACT_OF, changed_effects, require_effect
from desktop_app.domain.rules.meetings import Meeting
from desktop_app.domain.rules.minutes import Clause, ClauseEffect, EffectKind, MinutesVersion
from desktop_app.domain.rules.resolution_actions import last_undoable
from desktop_app.domain.rules.resolutions import DeadlineEvent, ResolutionAct, ResolutionActKind
from desktop_app.domain.rules.tasks import Task, TaskState, moved, undo_last_act
from desktop_app.services.context import Context
from desktop_app.services.follow_up.requests import grant_in, open_requests
from desktop_app.services.follow_up.resolution_acts import undo_in
from desktop_app.services.follow_up.resolution_file import ResolutionFile, resolution_file
from desktop_app.services.minutes.effects import effects_of, targets_of
from desktop_app.storage.store.work import Work

_DONE: Final = frozenset({TaskState.REPORTED, TaskState.ACCEPTED})
_SHUT: Final = frozenset({TaskState.ACCEPTED, TaskState.CANCELLED})


def apply_effects(
    work: Work, context: Context, meeting: Meeting, version: MinutesVersion, base: MinutesVersion | None
) -> Changed:
    """Apply the effects of a final version, in the same commit; a correction does only what differs from ``base``.

    Raises ``RuleBroken`` when an effect is no longer allowed, or one that goes was overtaken by a later act.
    """
    gone, new = changed_effects(effects_of(work, base) if base is not None else (), effects_of(work, version))
    changed = _take_back(work, context, meeting, gone)
    return changed | _apply(work, context, meeting, new)


def take_back_effects(
    work: Work, context: Context, meeting: Meeting, version: MinutesVersion, base: MinutesVersion | None
) -> Changed:
    """Take back what a version did when it is re-opened; what a correction had taken back is done again.

    Raises ``RuleBroken("effect_overtaken")`` when something was done to a target since.
    """
    gone, new = changed_effects(effects_of(work, base) if base is not None else (), effects_of(work, version))
    changed = _take_back(work, context, meeting, new)
    return changed | _apply(work, context, meeting, gone)


def _apply(work: Work, context: Context, meeting: Meeting, effects: Sequence[ClauseEffect]) -> Changed:
    if not effects:
        return Changed.NOTHING
    clauses = {one.id: one for one in work.clauses.where(id=sorted({one.clause_id for one in effects}))}
    targets = targets_of(work, [one.resolution_id for one in effects])
    changed = Changed.RESOLUTIONS | Changed.TASKS
    for effect in effects:
        clause, target = clauses[effect.clause_id], targets[effect.resolution_id]
        require_effect(effect, clause, target, meeting.number or 0)
        file = ResolutionFile(
            work, context.clock, context.clock.instant(), target.resolution, target.acts, target.events, target.tasks,
            target.now,
        )  # fmt: skip
        if effect.kind is EffectKind.EXTEND:
            changed |= _extend(context, file, meeting, effect, clause)
        else:
            _BEFORE_ACT.get(effect.kind, _leave)(file, clause.text)
            other = clause.resolution_id if effect.kind in _LINKED else None
            file.add(ACT_OF[effect.kind], clause.text, other=other, clause=clause.id)
    return changed


def _extend(context: Context, file: ResolutionFile, meeting: Meeting, effect: ClauseEffect, clause: Clause) -> Changed:
    event = DeadlineEvent(
        resolution_id=file.resolution.id,
        sequence=file.next_sequence(),
        due=effect.day,
        granted_by_meeting_id=meeting.id,
        reason=clause.text,
        at=file.at,
        actor=file.work.actor(),
        clause_id=clause.id,
    )
    file.add_deadline(event, "extended")
    asked = [one.id for one in open_requests(file.work, file.resolution.id)]
    return grant_in(file.work, context, file.resolution.id, asked, at=file.at)


def _accept_tasks(file: ResolutionFile, reason: str) -> None:
    for task in _open_tasks(file):
        file.keep_task(task, replace(task, state=TaskState.ACCEPTED), reason)


def _return_tasks(file: ResolutionFile, reason: str) -> None:
    reported = [task for task in file.tasks if task.state in _DONE and not task.resting]
    acts = file.work.task_acts.where(task_id=[task.id for task in reported])
    for task in reported:
        own = [act for act in acts if act.task_id == task.id]
        file.keep_task(task, moved(task, TaskState.RETURNED, reason, own), reason)


def _rest_tasks(file: ResolutionFile, _reason: str) -> None:
    """Suspend the open work of a resolution that ends; it is cancelled when the minutes are signed."""
    for task in _open_tasks(file):
        file.work.tasks.update(replace(task, resting=True))


def _leave(_file: ResolutionFile, _reason: str) -> None:
    """Change no task."""


def _open_tasks(file: ResolutionFile) -> list[Task]:
    return [task for task in file.tasks if task.state not in _SHUT and not task.resting]


_BEFORE_ACT: Final[Mapping[EffectKind, Callable[[ResolutionFile, str], None]]] = {
    EffectKind.ACCEPT: _accept_tasks,
    EffectKind.RETURN: _return_tasks,
    EffectKind.SUPERSEDE: _rest_tasks,
    EffectKind.REVOKE: _rest_tasks,
}
_LINKED: Final = frozenset({EffectKind.SUPERSEDE, EffectKind.REVOKE})


# ---- taking back


def _take_back(work: Work, context: Context, meeting: Meeting, effects: Sequence[ClauseEffect]) -> Changed:
    changed = Changed.NOTHING
    for effect in effects:
        file = resolution_file(work, context.clock, effect.resolution_id)
        last = last_undoable(file.acts, file.events)
        if last is None or not _is_of(work, last, effect, meeting):
            raise RuleBroken("effect_overtaken", number=file.resolution.number, state=file.now.state)
        _wake_tasks(file, last)
        changed |= Changed.RESOLUTIONS | Changed.TASKS | undo_in(context, file, last, "")
    return changed


def _is_of(work: Work, last: ResolutionAct | DeadlineEvent, effect: ClauseEffect, meeting: Meeting) -> bool:
    """Whether the newest act of the target is this effect, made by this version or an earlier one of its meeting."""
    if last.clause_id is None:
        return False
    kind = EffectKind.EXTEND if isinstance(last, DeadlineEvent) else _KIND_OF.get(last.kind)
    version = work.versions.get(work.clauses.get(last.clause_id).minutes_version_id)
    return kind is effect.kind and version.meeting_id == meeting.id


_KIND_OF: Final[Mapping[ResolutionActKind, EffectKind]] = {act: kind for kind, act in ACT_OF.items()}


def _wake_tasks(file: ResolutionFile, last: ResolutionAct | DeadlineEvent) -> None:
    """Put the tasks back that the act accepted, returned or suspended."""
    if isinstance(last, DeadlineEvent):
        return
    if last.kind in {ResolutionActKind.SUPERSEDED, ResolutionActKind.REVOKED}:
        for task in file.tasks:
            if task.resting and task.state is not TaskState.CANCELLED:
                file.work.tasks.update(replace(task, resting=False))
    elif last.kind is ResolutionActKind.VERIFIED:
        task_acts = file.work.task_acts.where(task_id=[task.id for task in file.tasks])
        accepted = {act.task_id for act in task_acts if act.at == last.at and act.target is TaskState.ACCEPTED}
        for task in file.tasks:
            if task.id in accepted:
                back, undone = undo_last_act(task, [act for act in task_acts if act.task_id == task.id])
                file.keep_task(task, back, "", undoes=undone.id)
