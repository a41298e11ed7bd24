"""Acts on a resolution: verify, return, end, defer, extend, undo the last act.

Every act is one unit of work: the guards, a row of the history with who, when and why, an entry of the audit table.
Notification is :func:`desktop_app.services.follow_up.notifying.notify`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.rules.resolution_actions import (
    LINKED,
    Extension,
    last_undoable,
    require_extension,
    require_later,
)
from desktop_app.domain.rules.resolutions import (
    DeadlineEvent,
    ResolutionAct,
    ResolutionActKind,
    require_can,
    valid_acts,
    valid_deadlines,
)
from desktop_app.domain.rules.tasks import Task, TaskAct, TaskState, moved, undo_last_act, valid_task_acts
from desktop_app.services.context import Context
from desktop_app.services.follow_up.requests import grant_in, wait_again_in
from desktop_app.services.follow_up.resolution_file import ResolutionFile, resolution_file
from desktop_app.services.reading import clean_words, record_or_none

_CHANGED = Changed.RESOLUTIONS | Changed.TASKS
_K = ResolutionActKind


def verify(context: Context, resolution_id: int, reason: str = "") -> Outcome:
    """Close the resolution after its units reported it done, with an optional note."""
    return _do(context, resolution_id, _K.VERIFIED, reason)


def defer(context: Context, resolution_id: int, reason: str) -> Outcome:
    """Defer the resolution to the next meeting; undoing the act resumes it."""
    return _do(context, resolution_id, _K.DEFERRED, reason)


def supersede(context: Context, resolution_id: int, other_id: int | None, reason: str) -> Outcome:
    """End the resolution because a later one replaces it."""
    return _do(context, resolution_id, _K.SUPERSEDED, reason, other_id)


def revoke(context: Context, resolution_id: int, other_id: int | None, reason: str) -> Outcome:
    """End the resolution because a later one revoked it."""
    return _do(context, resolution_id, _K.REVOKED, reason, other_id)


def _do(
    context: Context,
    resolution_id: int,
    kind: ResolutionActKind,
    reason: str,
    other_id: int | None = None,
) -> Outcome:
    said = clean_words(reason)
    with context.write() as work:
        file = resolution_file(work, context.clock, resolution_id)
        if kind in LINKED and file.now.is_open:
            _require_link(file, other_id)
        require_can(kind, file.now, signed=True, reason=said)
        file.add(kind, said, other=other_id if kind in LINKED else None)
        return work.record(Outcome(changed=_CHANGED, id=resolution_id))


def return_work(context: Context, resolution_id: int, reason: str, task_ids: Collection[int] | None = None) -> Outcome:
    """Return the reported work: accepted tasks (all, or those given) go back to their units."""
    said = clean_words(reason)
    with context.write() as work:
        file = resolution_file(work, context.clock, resolution_id)
        require_can(_K.RETURNED, file.now, signed=True, reason=said)
        accepted = [task for task in file.tasks if task.state is TaskState.ACCEPTED and not task.resting]
        chosen = [task for task in accepted if task_ids is None or task.id in task_ids]
        if not chosen:
            raise RuleBroken("nothing_to_return", field="tasks")
        file.add(_K.RETURNED, said)
        for task in chosen:
            acts = work.task_acts.where(task_id=task.id)
            file.keep_task(task, moved(task, TaskState.RETURNED, said, acts), said)
        return work.record(Outcome(changed=_CHANGED, id=resolution_id))


def extend(context: Context, resolution_id: int, extension: Extension) -> Outcome:
    """Set a later deadline; earlier ones stay in the history. Units without their own day follow it.

    The requests that the extension names are answered by it, in the same act.
    """
    said = replace(extension, reason=clean_words(extension.reason))
    with context.write() as work:
        file = resolution_file(work, context.clock, resolution_id)
        standing_ = valid_deadlines(file.events)
        due = standing_[-1].due if standing_ else None
        adopted = file.resolution.adopted_on or context.clock.today()
        require_extension(said, file.now, adopted_on=adopted, due=due)
        _require_granting(file, said.meeting_id or 0)
        file.add_deadline(
            DeadlineEvent(
                resolution_id=resolution_id,
                sequence=file.next_sequence(),
                due=said.due,
                granted_by_meeting_id=said.meeting_id,
                reason=said.reason,
                at=file.at,
                actor=work.actor(),
            ),
            "extended",
        )
        answered = grant_in(work, context, resolution_id, said.request_ids, at=file.at)
        return work.record(Outcome(changed=_CHANGED | answered, id=resolution_id))


def undo(
    context: Context, resolution_id: int, reason: str = "", *, done: ResolutionAct | DeadlineEvent | None = None
) -> Outcome:
    """Undo the last act by a new one: returned tasks are accepted again, requests reopen.

    With ``done`` that act alone, and nothing that was done to the resolution after it.
    """
    said = clean_words(reason)
    with context.write() as work:
        file = resolution_file(work, context.clock, resolution_id)
        last = last_undoable(file.acts, file.events)
        if last is None:
            raise RuleBroken("resolution_act_stays")
        if done is not None and last != done:
            raise RuleBroken("act_overtaken", kind="resolution", id=resolution_id)
        if last.clause_id is not None:
            raise RuleBroken("act_of_minutes")
        waits = undo_in(context, file, last, said)
        return work.record(Outcome(changed=_CHANGED | waits, id=resolution_id))


def undo_in(context: Context, file: ResolutionFile, last: ResolutionAct | DeadlineEvent, reason: str) -> Changed:
    """Undo the newest act of a resolution inside another act."""
    if isinstance(last, DeadlineEvent):
        _undo_extension(file, last, reason)
        return wait_again_in(file.work, context, file.resolution.id, granted_at=last.at)
    if last.kind is _K.RETURNED:
        _accept_again(file, last)
    file.add(last.kind, reason, undoes=last.id)
    return Changed.NOTHING


def undo_possible(tasks: Collection[Task], acts: Collection[ResolutionAct], task_acts: Collection[TaskAct]) -> bool:
    """Whether the records that the last act moved are still unchanged, so that it can be undone."""
    last = max(valid_acts(tuple(acts)), key=lambda act: act.id, default=None)
    if last is None or last.kind is not _K.RETURNED:
        return True
    moved_by = _moved_by(last, task_acts)
    return all(
        task.state is TaskState.RETURNED and _newest(task, task_acts) in moved_by
        for task in tasks
        if task.id in {act.task_id for act in moved_by}
    )


def _moved_by(act: ResolutionAct, task_acts: Collection[TaskAct]) -> list[TaskAct]:
    """The task acts that a return made; they have its instant."""
    return [one for one in task_acts if one.at == act.at and one.target is TaskState.RETURNED]


def _newest(task: Task, task_acts: Collection[TaskAct]) -> TaskAct:
    mine = sorted((one for one in task_acts if one.task_id == task.id), key=lambda one: one.id)
    return valid_task_acts(mine)[-1]


def _accept_again(file: ResolutionFile, act: ResolutionAct) -> None:
    task_acts = file.work.task_acts.where(task_id=[task.id for task in file.tasks])
    if not undo_possible(file.tasks, file.acts, task_acts):
        raise RuleBroken("returned_work_went_on")
    returned = {one.task_id for one in _moved_by(act, task_acts)}
    for task in file.tasks:
        if task.id in returned:
            back, last = undo_last_act(task, [one for one in task_acts if one.task_id == task.id])
            file.keep_task(task, back, "", undoes=last.id)


def _undo_extension(file: ResolutionFile, last: DeadlineEvent, reason: str) -> None:
    before = valid_deadlines(file.events)[-2]
    file.add_deadline(
        DeadlineEvent(
            resolution_id=file.resolution.id,
            sequence=file.next_sequence(),
            due=before.due,
            granted_by_meeting_id=before.granted_by_meeting_id,
            reason=reason,
            at=file.at,
            actor=file.work.actor(),
            undoes_id=last.id,
        ),
        "extended_taken_back",
    )


def _require_link(file: ResolutionFile, other_id: int | None) -> None:
    work, mine = file.work, file.resolution
    other = record_or_none(work.resolutions, other_id)
    meetings = [work.meetings.get(one.meeting_id).number or 0 for one in (mine, other) if one is not None]
    require_later(mine, other, (meetings[0], meetings[-1]))


def _require_granting(file: ResolutionFile, meeting_id: int) -> None:
    granting, own = file.work.meetings.get(meeting_id), file.work.meetings.get(file.resolution.meeting_id)
    if granting.id == own.id or (granting.number or 0) <= (own.number or 0):
        raise RuleBroken("extension_granted_earlier", field="meeting")
