"""Notification (ابلاغ) of resolutions to their units: one resolution, or all of a meeting in one act.

The numbers of its letters are in the register already when these were printed before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from desktop_app.domain.calendar.clock import Clock, local_moment
from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Notified
from desktop_app.domain.rules.deadlines import DeadlineKind, RelativeBase, due_day
from desktop_app.domain.rules.meetings import MeetingState
from desktop_app.domain.rules.minutes import ALL_SIGNED, MinutesVersion
from desktop_app.domain.rules.notices import CorrectedWords, Notice, NoticeLetters, NotificationState
from desktop_app.domain.rules.resolution_actions import is_extension
from desktop_app.domain.rules.resolutions import (
    Course,
    DeadlineEvent,
    Resolution,
    ResolutionAct,
    ResolutionActKind,
    ResolutionState,
    course,
    require_can,
    valid_acts,
    valid_deadlines,
)
from desktop_app.domain.rules.tasks import TASKS, Task, TaskAct, TaskState, is_notified
from desktop_app.services.context import Context
from desktop_app.services.follow_up.further_notice import FurtherNotices, further_notices, further_notices_of_one
from desktop_app.services.reading import clean_words
from desktop_app.services.versions.versions import version_in_force, wording
from desktop_app.storage.store.work import Work


def letter_numbers(
    work: Work, resolution: Resolution, version: MinutesVersion | None, tasks: Sequence[Task]
) -> Mapping[int, str]:
    """Return by task the number of the sent letter with this version's words, not yet recorded as notified."""
    if not tasks or version is None:
        return {}
    uids = {uid: key for key, uid in work.record_ids.uids("task", [one.id for one in tasks]).items()}
    links = work.paper_links.where(record_kind="task", record_uid=sorted(uids), removed_on=None)
    went = {one.outgoing_paper_id: uids[one.record_uid] for one in links if one.outgoing_paper_id is not None}
    if not went:
        return {}
    acts = valid_acts(work.resolution_acts.where(resolution_id=resolution.id))
    told = [act.at for act in acts if act.kind is ResolutionActKind.NOTIFIED]
    since = max([version.finalised_at, *told])
    papers = work.outgoing_papers.where(id=sorted(went), struck_on=None)
    return {went[one.id]: one.number for one in papers if one.number and one.at >= since}


def letters_of(numbers: Mapping[int, str], tasks: Sequence[Task]) -> NoticeLetters:
    """Summarise these letter numbers for a form."""
    return NoticeLetters(
        numbers=tuple(dict.fromkeys(numbers.values())),
        whole=bool(tasks) and all(one.id in numbers for one in tasks),
    )


LISTED: Final = "، "
"""Between the numbers of several letters."""
_CHANGED = Changed.RESOLUTIONS | Changed.TASKS | Changed.MINUTES


def notify(context: Context, resolution_id: int, notice: Notice) -> Notified:
    """Notify one resolution; before signing a reason is needed, and withdrawing becomes impossible."""
    with context.write() as work:
        count = notify_one(work, context.clock, resolution_id, notice)
        return work.record(Notified(changed=_CHANGED, id=resolution_id, count=1, task_count=count))


def notify_one(work: Work, clock: Clock, resolution_id: int, notice: Notice) -> int:
    """Notify one resolution inside a larger act; return the number of units. A refusal writes nothing."""
    said = _clean(notice)
    resolution = work.resolutions.get(resolution_id)
    told = _told(work, [resolution])
    if told and resolution_id not in further_notices_of_one(work, resolution):
        deferred = resolution_course(work, resolution).state is ResolutionState.DEFERRED
        raise RuleBroken("notify_deferred" if deferred else "notified_already", on=format_date(told[-1].day))
    return _notify(work, clock, resolution, said)


def notify_all(context: Context, version_id: int, notice: Notice) -> Notified:
    """Notify all waiting resolutions of these minutes."""
    said = _clean(notice)
    with context.write() as work:
        version = work.versions.get(version_id)
        waiting = to_notify(work, version)
        if not waiting:
            closed = work.meetings.get(version.meeting_id).state is MeetingState.CLOSED
            raise RuleBroken("nothing_to_notify", closed=closed)
        tasks = sum(_notify(work, context.clock, resolution, said) for resolution in waiting)
        return work.record(Notified(changed=_CHANGED, id=version_id, count=len(waiting), task_count=tasks))


def to_notify(work: Work, version: MinutesVersion) -> tuple[Resolution, ...]:
    """The adopted resolutions of these minutes that wait for notification, by number.

    Those whose units were not told yet, and those to which a correction brought units or words that were not told.
    """
    adopted = adopted_of(work, version)
    return _waiting(work, adopted, further_notices(work, adopted))


def _waiting(work: Work, adopted: Sequence[Resolution], further_notice: FurtherNotices) -> tuple[Resolution, ...]:
    acts = valid_acts(work.resolution_acts.where(resolution_id=[one.id for one in adopted]))
    touched = {act.resolution_id for act in acts}
    return tuple(one for one in adopted if one.id not in touched or one.id in further_notice)


def adopted_of(work: Work, version: MinutesVersion) -> tuple[Resolution, ...]:
    """The resolutions that these minutes adopted, by number."""
    ids = [one.resolution_id for one in work.clauses.where(minutes_version_id=version.id) if one.is_resolution]
    found = [one for one in work.resolutions.where(id=ids) if one.adopted_on is not None]
    return tuple(sorted(found, key=lambda one: one.row or 0))


def notification_state(work: Work, version: MinutesVersion) -> NotificationState:
    """Return the notification state of these minutes."""
    adopted = adopted_of(work, version)
    further_notice = further_notices(work, adopted)
    told = sorted(_told(work, adopted), key=lambda act: (act.day, act.id))
    last = told[-1] if told else None
    newest = {act.resolution_id: act.letter_number for act in told}
    waiting = _waiting(work, adopted, further_notice)
    return NotificationState(
        adopted=len(adopted),
        waiting=len(waiting),
        corrected=tuple(further_notice.corrected.values()),
        last_day=last.day if last else None,
        letter_number=last.letter_number if last else "",
        same_letter=len(set(newest.values())) <= 1,
        letters=waiting_letters(work, version, waiting, further_notice),
    )


def _told(work: Work, resolutions: Sequence[Resolution]) -> list[ResolutionAct]:
    """The valid notifications of these resolutions, oldest first."""
    acts = work.resolution_acts.where(resolution_id=[one.id for one in resolutions])
    return [act for act in valid_acts(acts) if act.kind is ResolutionActKind.NOTIFIED]


def _clean(notice: Notice) -> Notice:
    return replace(
        notice, letter_number=clean_words(notice.letter_number, "letter_number"), reason=clean_words(notice.reason)
    )


def _notify(work: Work, clock: Clock, resolution: Resolution, notice: Notice) -> int:
    """Record the act, notify every uninformed unit, and start the deadlines that count from it.

    Where no number was typed, each unit is told by the letter that went out to it, if there is one in the register.
    """
    version = version_in_force(work, resolution.meeting_id)
    signed = version is not None and version.state in ALL_SIGNED
    require_can(ResolutionActKind.NOTIFIED, resolution_course(work, resolution), signed=signed, reason=notice.reason)
    day = _require_day(notice.day, version, clock.today())
    corrected = further_notices_of_one(work, resolution).corrected.get(resolution.id)
    tasks = _reached(work, resolution, again=bool(corrected))
    numbers = {} if notice.letter_number else letter_numbers(work, resolution, version, tasks)
    act = ResolutionAct(
        resolution_id=resolution.id,
        kind=ResolutionActKind.NOTIFIED,
        day=day,
        at=clock.instant(),
        actor=work.actor(),
        reason=notice.reason,
        letter_number=notice.letter_number or LISTED.join(letters_of(numbers, tasks).numbers),
    )
    deadline = _deadline_from(work, act, resolution, corrected)
    work.resolution_acts.add(act)
    verb = "notified" if corrected is None else "notified_again"
    work.audit(verb, "resolution", resolution.id, day=day, letter=act.letter_number, reason=notice.reason)
    if deadline is not None:
        work.deadline_events.add(deadline)
    for task in tasks:
        _tell(work, task, act, numbers.get(task.id, notice.letter_number))
    return len(tasks)


def resolution_course(work: Work, resolution: Resolution) -> Course:
    """Return the course of a resolution."""
    return course(
        adopted=resolution.adopted_on is not None,
        acts=work.resolution_acts.where(resolution_id=resolution.id),
        tasks=work.tasks.where(resolution_id=resolution.id),
    )


def _reached(work: Work, resolution: Resolution, *, again: bool) -> list[Task]:
    """The tasks that a notification reaches."""
    return [task for task in work.tasks.where(resolution_id=resolution.id) if _is_reached(task, again=again)]


def waiting_letters(
    work: Work, version: MinutesVersion, resolutions: Sequence[Resolution], further_notice: FurtherNotices
) -> NoticeLetters:
    """The sent letters about these resolutions that are not recorded as notified."""
    numbers: dict[int, str] = {}
    tasks: list[Task] = []
    for one in resolutions:
        reached = _reached(work, one, again=one.id in further_notice.corrected)
        tasks += reached
        numbers |= letter_numbers(work, one, version, reached)
    return letters_of(numbers, tasks)


def _is_reached(task: Task, *, again: bool) -> bool:
    """Whether a notification reaches the unit: if uninformed, or for corrected words also if informed."""
    unaware = task.state is TaskState.ASSIGNED and not task.resting
    return unaware or (again and is_notified(task))


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


def _deadline_from(
    work: Work, act: ResolutionAct, resolution: Resolution, corrected: CorrectedWords | None
) -> DeadlineEvent | None:
    """The deadline that starts with the notification; None for other deadlines.

    A day that is known stays, unless a correction agreed another count: that one begins with the letter that tells it.
    What a meeting granted since stays, too.
    """
    deadline = wording(work, resolution).deadline
    events = work.deadline_events.where(resolution_id=resolution.id)
    counted = deadline.kind is DeadlineKind.RELATIVE and deadline.base is RelativeBase.NOTIFICATION
    if not counted or not _may_begin(events, corrected):
        return None
    due = due_day(
        deadline,
        meeting_day=resolution.adopted_on or act.day,
        notified_on=act.day,
        next_meeting=None,
        calendar=work.calendar(),
    )
    last = max(events, key=lambda event: event.sequence, default=None)
    if last is not None and last.due == due:
        return None
    sequence = last.sequence + 1 if last is not None else 0
    return DeadlineEvent(resolution_id=resolution.id, sequence=sequence, due=due, at=act.at, actor=act.actor)


def _may_begin(events: Sequence[DeadlineEvent], corrected: CorrectedWords | None) -> bool:
    """Whether the deadline may start: no day is known, or it belongs to words never notified."""
    if all(event.due is None for event in events):
        return True
    standing = valid_deadlines(events)
    return corrected is not None and corrected.changes_deadline and not is_extension(standing[-1])


def _tell(work: Work, task: Task, act: ResolutionAct, letter_number: str) -> None:
    """Notify one unit: move its task if it was uninformed, else note the new letter."""
    first = task.state is TaskState.ASSIGNED
    state = TASKS.require(task.state, TaskState.NOTIFIED) if first else task.state
    if first:
        work.tasks.update(replace(task, state=state))
    work.task_acts.add(
        TaskAct(
            task_id=task.id,
            source=task.state,
            target=state,
            percent=task.percent,
            day=act.day,
            at=act.at,
            actor=act.actor,
            told_by=letter_number,
        )
    )
    if first:
        work.audit("task_moved", "task", task.id, source=task.state.value, target=state.value)
    else:
        work.audit("task_told", "task", task.id, day=act.day, told_by=letter_number)
