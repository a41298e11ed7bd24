"""The history of one resolution: its acts, its deadlines and the news of its units, newest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.read_models.resolution_sheet import EventKind, ResolutionEvent
from desktop_app.domain.rules.members import Unit
from desktop_app.domain.rules.resolution_actions import is_extension
from desktop_app.domain.rules.resolutions import DeadlineEvent, Resolution, ResolutionAct, ResolutionActKind
from desktop_app.domain.rules.tasks import Task, TaskAct, TaskState, told_again


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers of the resolutions and meetings that the history names, by id."""

    resolutions: Mapping[int, str]
    meetings: Mapping[int, int | None]


def history_of(
    resolution: Resolution,
    acts: Sequence[ResolutionAct],
    events: Sequence[DeadlineEvent],
    tasks: Sequence[Task],
    task_acts: Sequence[TaskAct],
    numbers: Numbers,
    units: Mapping[int, Unit],
) -> tuple[ResolutionEvent, ...]:
    """All that happened, newest first; the same news of several units at one moment are one line."""
    retold = _told_again(tasks, task_acts)
    own = [act for act in task_acts if not _is_part_of(act, acts, retold)]
    later = [event for event in events if _rests_on_acts(event, events)]
    adopted = resolution.adopted_on
    found = [
        *([ResolutionEvent(kind=EventKind.ADOPTED, day=adopted, at="")] if adopted is not None else []),
        *_deadlines([event for event in events if event not in later], events, numbers),
        *_acts(acts, task_acts, numbers, retold),
        *_deadlines(later, events, numbers),
        *_joined(_tasks(tasks, own, units)),
    ]
    ordered = sorted(found, key=lambda event: (event.day, event.at))
    # turned round, and not sorted downwards: of one second the later stands first, too
    return tuple(ordered[::-1])


def _told_again(tasks: Sequence[Task], task_acts: Sequence[TaskAct]) -> Set[int]:
    """The acts, by id, by which units were told of corrected words."""
    by_task = ([act for act in task_acts if act.task_id == task.id] for task in tasks)
    return {act.id for acts in by_task for act in told_again(acts)}


def _rests_on_acts(event: DeadlineEvent, events: Sequence[DeadlineEvent]) -> bool:
    """Whether of one second it is later than the acts: it takes back, or a notification told its day.

    Otherwise new minutes or a meeting changed the deadline, and the acts of that second rest on it.
    """
    known = any(one.due is not None for one in events if one.sequence < event.sequence)
    return event.undoes_id is not None or not known


def _is_part_of(act: TaskAct, acts: Sequence[ResolutionAct], retold: Set[int]) -> bool:
    """Whether a task was moved or its unit told by an act on its resolution, which says it already."""
    return any(_moves(one, act, acts) or _tells_again(one, act, retold) for one in acts)


def _tells_again(act: ResolutionAct, task_act: TaskAct, retold: Set[int]) -> bool:
    return act.kind is ResolutionActKind.NOTIFIED and task_act.id in retold and act.at == task_act.at


def _moves(act: ResolutionAct, task_act: TaskAct, acts: Sequence[ResolutionAct]) -> bool:
    targets = {ResolutionActKind.NOTIFIED: TaskState.NOTIFIED, ResolutionActKind.RETURNED: TaskState.RETURNED}
    target = targets.get(act.kind)
    mine = task_act.source if act.undoes_id is not None else task_act.target
    if mine is not target or task_act.source is task_act.target:
        return False
    if act.kind is not ResolutionActKind.NOTIFIED:
        # a return moves its tasks in its own moment
        return act.at == task_act.at
    return act.day == task_act.day and act is _last_before(task_act, act, acts)


def _last_before(task_act: TaskAct, act: ResolutionAct, acts: Sequence[ResolutionAct]) -> ResolutionAct:
    """The notification of that day that moved a task; one told its units a moment after it was recorded itself."""
    same_day = (one for one in acts if one.kind is act.kind and one.day == act.day and one.at <= task_act.at)
    return max(same_day, key=lambda one: one.at, default=act)


def _acts(
    acts: Sequence[ResolutionAct], task_acts: Sequence[TaskAct], numbers: Numbers, retold: Set[int]
) -> Iterable[ResolutionEvent]:
    undone = {act.undoes_id for act in acts}
    first = next((act for act in acts if act.kind is ResolutionActKind.NOTIFIED), None)
    for act in acts:
        moved = sum(_moves(act, one, acts) for one in task_acts)
        again = sum(_tells_again(act, one, retold) for one in task_acts)
        later = act.kind is ResolutionActKind.NOTIFIED and act is not first
        yield ResolutionEvent(
            kind=EventKind.ACT,
            day=act.day,
            at=act.at,
            actor=act.actor,
            reason=act.reason,
            letter=act.letter_number,
            act=act.kind,
            units=moved + again,
            other_id=act.other_id,
            other_number=numbers.resolutions.get(act.other_id or 0, ""),
            undone=act.id in undone,
            undoes=act.undoes_id is not None,
            # without any unit there is none that a correction could have brought
            again=later and (again > 0 or not moved),
        )


def _deadlines(
    some: Sequence[DeadlineEvent], events: Sequence[DeadlineEvent], numbers: Numbers
) -> Iterable[ResolutionEvent]:
    undone = {event.undoes_id for event in events}
    for event in some:
        if event.sequence == 0:
            continue
        granted = numbers.meetings.get(event.granted_by_meeting_id or 0)
        # a deadline that only learned its day, or that a new version of the minutes changed, was not extended
        extended = event.undoes_id is not None or is_extension(event)
        yield ResolutionEvent(
            kind=EventKind.EXTENDED if extended else EventKind.DEADLINE,
            day=_day_of(event.at),
            at=event.at,
            actor=event.actor,
            reason=event.reason,
            due=event.due,
            meeting_number=granted if event.undoes_id is None else None,
            undone=event.id in undone,
            undoes=event.undoes_id is not None,
        )


def _tasks(tasks: Sequence[Task], acts: Sequence[TaskAct], units: Mapping[int, Unit]) -> Iterable[ResolutionEvent]:
    names = {task.id: units[task.unit_id].brief_name for task in tasks}
    undone = {act.undoes_id for act in acts}
    by_id = {act.id: act for act in acts}
    for act in acts:
        if act.task_id in names:
            # an act that takes another back is told by what it took back, not by what stands again
            told = by_id.get(act.undoes_id or 0, act)
            yield ResolutionEvent(
                kind=EventKind.TASK,
                day=act.day,
                at=act.at,
                actor=act.actor,
                reason=act.reason,
                letter=act.told_by,
                task_state=told.target,
                note_only=told.source is told.target,
                unit=names[act.task_id],
                percent=told.percent,
                undone=act.id in undone,
                undoes=act.undoes_id is not None,
            )


def _joined(events: Iterable[ResolutionEvent]) -> Iterable[ResolutionEvent]:
    """The same move of several units on one day with the same words is one line that counts them."""
    joined: dict[ResolutionEvent, ResolutionEvent] = {}
    for event in events:
        same = replace(event, unit="", at="")
        first = joined.get(same)
        joined[same] = event if first is None else replace(first, units=first.units + 1, at=max(first.at, event.at))
    return joined.values()


def _day_of(at: str) -> date:
    return local_moment(at)[0]
