"""Notification (ابلاغ) of resolutions to their units: one of them, or all of one meeting's minutes in one act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desktop_app.domain.calendar.clock import Clock, local_moment
from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.deadlines import DeadlineKind, RelativeBase, due_day
from desktop_app.domain.rules.minutes import ALL_SIGNED, MinutesVersion
from desktop_app.domain.rules.notices import Notice, NoticeStand
from desktop_app.domain.rules.resolutions import (
    DeadlineEvent,
    Resolution,
    ResolutionAct,
    ResolutionActKind,
    course,
    is_closed_by,
    require_can,
    standing_acts,
)
from desktop_app.domain.rules.tasks import TASKS, Task, TaskAct, TaskState
from desktop_app.services.context import Context
from desktop_app.services.minutes.versions import version_in_force, wordings
from desktop_app.services.outcome import Notified
from desktop_app.services.ports import Changed, Work
from desktop_app.services.reasons import words_of

_CHANGED = Changed.RESOLUTIONS | Changed.TASKS | Changed.MINUTES


def notify(context: Context, resolution_id: int, notice: Notice) -> Notified:
    """Notify one resolution; before the minutes are signed only with a reason, which ends the right to re-open."""
    with context.write() as work:
        count = notify_one(work, context.clock, resolution_id, notice)
        return work.record(Notified(changed=_CHANGED, id=resolution_id, count=1, task_count=count))


def notify_one(work: Work, clock: Clock, resolution_id: int, notice: Notice) -> int:
    """The same inside an act of several: the number of units told. What is refused has written nothing."""
    said = _clean(notice)
    resolution = work.resolutions.get(resolution_id)
    told = _told(work, [resolution])
    if told and not _unaware(work, [resolution.id]):
        raise RuleBroken("notified_already", on=format_date(told[-1].day))
    return _notify(work, clock, resolution, said)


def notify_all(context: Context, version_id: int, notice: Notice) -> Notified:
    """Notify everything in these minutes that was not notified yet and is still to be done."""
    said = _clean(notice)
    with context.write() as work:
        version = work.versions.get(version_id)
        waiting = to_notify(work, version)
        if not waiting:
            raise RuleBroken("nothing_to_notify")
        tasks = sum(_notify(work, context.clock, resolution, said) for resolution in waiting)
        return work.record(Notified(changed=_CHANGED, id=version_id, count=len(waiting), task_count=tasks))


def to_notify(work: Work, version: MinutesVersion) -> tuple[Resolution, ...]:
    """The adopted resolutions of these minutes whose units were not told yet, in the order of their numbers."""
    adopted = adopted_of(work, version)
    acts = standing_acts(work.resolution_acts.where(resolution_id=[one.id for one in adopted]))
    touched = {act.resolution_id for act in acts}
    # a correction may bring in units after the others were told
    again = _unaware(work, [one.id for one in adopted]) & _open_and_told(acts)
    return tuple(one for one in adopted if one.id not in touched or one.id in again)


def _unaware(work: Work, resolution_ids: Sequence[int]) -> set[int]:
    """Resolutions with a unit that was not told of its task yet."""
    tasks = work.tasks.where(resolution_id=resolution_ids, state=TaskState.ASSIGNED)
    return {task.resolution_id for task in tasks if not task.resting}


def _open_and_told(acts: Sequence[ResolutionAct]) -> set[int]:
    """Resolutions that were notified, and whose last act that counts did not close them."""
    told = {act.resolution_id for act in acts if act.kind is ResolutionActKind.NOTIFIED}
    return {one for one in told if not is_closed_by([act for act in acts if act.resolution_id == one])}


def adopted_of(work: Work, version: MinutesVersion) -> tuple[Resolution, ...]:
    """The resolutions that these minutes adopted, in the order of their numbers."""
    ids = [one.resolution_id for one in work.clauses.where(minutes_version_id=version.id) if one.is_resolution]
    found = [one for one in work.resolutions.where(id=ids) if one.adopted_on is not None]
    return tuple(sorted(found, key=lambda one: one.row or 0))


def notice_stand(work: Work, version: MinutesVersion) -> NoticeStand:
    """Where the notification of these minutes stands."""
    adopted = adopted_of(work, version)
    last = max(_told(work, adopted), key=lambda act: (act.day, act.id), default=None)
    return NoticeStand(
        adopted=len(adopted),
        waiting=len(to_notify(work, version)),
        last_day=last.day if last else None,
        letter_number=last.letter_number if last else "",
    )


def _told(work: Work, resolutions: Sequence[Resolution]) -> list[ResolutionAct]:
    """The notifications of these resolutions that were not taken back, oldest first."""
    acts = work.resolution_acts.where(resolution_id=[one.id for one in resolutions])
    return [act for act in standing_acts(acts) if act.kind is ResolutionActKind.NOTIFIED]


def _clean(notice: Notice) -> Notice:
    return replace(
        notice, letter_number=words_of(notice.letter_number, "letter_number"), reason=words_of(notice.reason)
    )


def _notify(work: Work, clock: Clock, resolution: Resolution, notice: Notice) -> int:
    """Record the act, tell every task that is still only assigned, and start what counts from the notification."""
    version = version_in_force(work, resolution.meeting_id)
    acts = work.resolution_acts.where(resolution_id=resolution.id)
    tasks = work.tasks.where(resolution_id=resolution.id)
    now = course(adopted=resolution.adopted_on is not None, acts=acts, tasks=tasks)
    signed = version is not None and version.state in ALL_SIGNED
    require_can(ResolutionActKind.NOTIFIED, now, signed=signed, reason=notice.reason)
    day = _require_day(notice.day, version, clock.today())
    deadline = _deadline_from(work, clock, resolution, day)
    act = ResolutionAct(
        resolution_id=resolution.id,
        kind=ResolutionActKind.NOTIFIED,
        day=day,
        at=clock.instant(),
        actor=work.actor(),
        reason=notice.reason,
        letter_number=notice.letter_number,
    )
    work.resolution_acts.add(act)
    work.audit("notified", "resolution", resolution.id, day=day, letter=notice.letter_number, reason=notice.reason)
    if deadline is not None:
        work.deadline_events.add(deadline)
    live = [task for task in tasks if not task.resting and task.state is TaskState.ASSIGNED]
    _tell(work, clock, live, act)
    return len(live)


def _require_day(day: date | None, version: MinutesVersion | None, today: date) -> date:
    if day is None:
        raise RuleBroken("notification_without_day", field="day")
    if version is not None and version.finalised_at:
        finalised_on, _ = local_moment(version.finalised_at)
        if day < finalised_on:
            raise RuleBroken("notification_before_final", field="day", on=format_date(finalised_on))
    if day > today:
        raise RuleBroken("notification_ahead", field="day")
    return day


def _deadline_from(work: Work, clock: Clock, resolution: Resolution, day: date) -> DeadlineEvent | None:
    """The day of a deadline that counts from the notification, now that it is known; None where none does."""
    deadline = wordings(work, [resolution.id])[resolution.id].deadline
    events = work.deadline_events.where(resolution_id=resolution.id)
    counted = deadline.kind is DeadlineKind.RELATIVE and deadline.base is RelativeBase.NOTIFICATION
    if not counted or any(event.due is not None for event in events):
        return None
    due = due_day(
        deadline,
        meeting_day=resolution.adopted_on or day,
        notified_on=day,
        next_meeting=None,
        calendar=work.calendar(),
    )
    sequence = max((event.sequence for event in events), default=-1) + 1
    return DeadlineEvent(
        resolution_id=resolution.id,
        sequence=sequence,
        due=due,
        at=clock.instant(),
        actor=work.actor(),
    )


def _tell(work: Work, clock: Clock, tasks: Sequence[Task], act: ResolutionAct) -> None:
    for task in tasks:
        state = TASKS.require(task.state, TaskState.NOTIFIED)
        work.tasks.update(replace(task, state=state))
        work.task_acts.add(
            TaskAct(
                task_id=task.id,
                source=task.state,
                target=state,
                percent=task.percent,
                day=act.day,
                at=clock.instant(),
                actor=act.actor,
                told_by=act.letter_number,
            )
        )
        work.audit("task_moved", "task", task.id, source=task.state.value, target=state.value)
