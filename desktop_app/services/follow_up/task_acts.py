"""Acts on a unit's task: progress, plan, state changes, and undoing the last act.

Every act is one unit of work: the task as the rules of :mod:`desktop_app.domain.rules.tasks` make it, a row of its
history with who, when and why, and an entry of the audit table. Where the resolution stands follows from its tasks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.documents.paper_capabilities import PaperCapabilities, clean_text
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, ManyTold, Outcome
from desktop_app.domain.rules.notices import Notice
from desktop_app.domain.rules.resolutions import (
    Course,
    Resolution,
    ResolutionActKind,
    valid_acts,
    valid_deadlines,
)
from desktop_app.domain.rules.tasks import (
    TASKS,
    News,
    Plan,
    Task,
    TaskAct,
    TaskAction,
    TaskEntry,
    TaskState,
    is_notified,
    moved,
    planned,
    progressed,
    require_day,
    target_of,
    undo_last_act,
)
from desktop_app.services.audit_diff import changes
from desktop_app.services.context import Context
from desktop_app.services.follow_up.further_notice import further_notices_of_one
from desktop_app.services.follow_up.notifying import letter_numbers, notify_one, resolution_course
from desktop_app.services.versions.versions import version_in_force
from desktop_app.storage.store.work import Work

_CHANGED = Changed.TASKS | Changed.RESOLUTIONS


@dataclass(frozen=True, slots=True)
class TaskFile:
    """One task with the records that its rules check."""

    task: Task
    resolution: Resolution
    acts: tuple[TaskAct, ...]
    now: Course

    @property
    def adopted_on(self) -> date:
        """The day on which the resolution was adopted."""
        return self.resolution.adopted_on or date.min


def task_file(work: Work, task_id: int) -> TaskFile:
    """Read a task with its history and the course of its resolution."""
    task = work.tasks.get(task_id)
    resolution = work.resolutions.get(task.resolution_id)
    return TaskFile(task, resolution, work.task_acts.where(task_id=task_id), resolution_course(work, resolution))


def require_live(file: TaskFile) -> None:
    """Raise ``RuleBroken`` unless the task is in force and its resolution is open."""
    if file.task.resting:
        raise RuleBroken("task_rests")
    if not file.now.is_open:
        raise RuleBroken("resolution_closed", state=file.now.state)


@dataclass(frozen=True, slots=True)
class _TaskSession:
    """Writes of one unit of work on tasks."""

    work: Work
    clock: Clock
    news: News

    def open(self, task_id: int) -> TaskFile:
        """Read a task that is in force, and check the day of the news."""
        file = task_file(self.work, task_id)
        require_live(file)
        require_day(self.news.day, acts=file.acts, adopted_on=file.adopted_on, today=self.clock.today())
        return file

    def keep(self, before: Task, after: Task, reason: str, undoes_id: int | None = None) -> int:
        """Store the changed task with its act; return the act's id."""
        self.work.tasks.update(after)
        made = self.work.task_acts.add(
            TaskAct(
                task_id=after.id,
                source=before.state,
                target=after.state,
                percent=after.percent,
                day=self.news.day or self.clock.today(),
                at=self.clock.instant(),
                actor=self.work.actor(),
                reason=reason,
                told_by=self.news.told_by,
                undoes_id=undoes_id,
            )
        )
        verb = "task_noted" if before.state is after.state else "task_moved"
        self.work.audit(
            verb if undoes_id is None else "task_taken_back",
            "task",
            after.id,
            day=self.news.day,
            reason=reason,
            told_by=self.news.told_by,
            **changes(before, after),
        )
        return made.id


def _taken(paper: PaperCapabilities, news: News, field: str = "note") -> News:
    return replace(
        news,
        note=clean_text(paper, news.note, field, multiline=True).strip(),
        told_by=clean_text(paper, news.told_by, "told_by").strip(),
    )


def record_progress(context: Context, task_id: int, percent: int, news: News) -> Outcome:
    """Record a unit's news of progress; a notified task becomes «doing»."""
    return act_on_task(context, task_id, TaskEntry(action=TaskAction.PROGRESS, news=news, percent=percent))


def tell_plan(context: Context, task_id: int, plan: Plan, news: News) -> Outcome:
    """Record the plan of a unit, with its own day if it gave one."""
    told = replace(news, note=plan.text)
    return act_on_task(context, task_id, TaskEntry(action=TaskAction.PLAN, news=told, due=plan.due))


def newest_deadline(work: Work, resolution: Resolution) -> date | None:
    """The newest deadline of a resolution."""
    events = valid_deadlines(work.deadline_events.where(resolution_id=resolution.id))
    return events[-1].due if events else None


def move_task(context: Context, task_id: int, action: TaskAction, news: News) -> Outcome:
    """Move a task to the action's state; the note is the reason where one is needed."""
    return act_on_task(context, task_id, TaskEntry(action=action, news=news))


def act_on_task(context: Context, task_id: int, entry: TaskEntry) -> Outcome:
    """Record the typed values of an action on a task."""
    with context.write() as work:
        enter(work, context, task_id, entry)
        return work.record(Outcome(changed=_CHANGED, id=task_id))


def enter(work: Work, context: Context, task_id: int, entry: TaskEntry) -> int:
    """Record a task action inside an act; return the act's id. The note of a plan is the plan."""
    told = _taken(context.paper, entry.news, "plan" if entry.action is TaskAction.PLAN else "note")
    session = _TaskSession(work, context.clock, told)
    if entry.action is TaskAction.PROGRESS:
        task = session.open(task_id).task
        return session.keep(task, progressed(task, entry.percent, told), told.note)
    if entry.action is TaskAction.PLAN:
        return _tell_plan(session, task_id, Plan(text=told.note, due=entry.due))
    return _move(session, task_id, target_of(entry.action))


def _tell_plan(session: _TaskSession, task_id: int, plan: Plan) -> int:
    file = session.open(task_id)
    due = newest_deadline(session.work, file.resolution)
    after = planned(file.task, plan, adopted_on=file.adopted_on, resolution_due=due)
    return session.keep(file.task, after, plan.text)


def _move(session: _TaskSession, task_id: int, target: TaskState) -> int:
    file = session.open(task_id)
    with_reason = _beside_note(lambda: moved(file.task, target, session.news.note, file.acts))
    return session.keep(file.task, with_reason, session.news.note)


def _beside_note(do: Callable[[], Task]) -> Task:
    """Run ``do``; refusals about the reason are shown at the note field."""
    try:
        return do()
    except RuleBroken as broken:
        raise broken.beside("note" if broken.field == "reason" else broken.field) from broken


def take_back(context: Context, task_id: int, *, done: TaskAct | None = None) -> Outcome:
    """Undo the last act of a task by a new act; both stay. With ``done`` only that act is undone."""
    with context.write() as work:
        take_back_in(work, context, task_id, done)
        return work.record(Outcome(changed=_CHANGED, id=task_id))


def take_back_in(work: Work, context: Context, task_id: int, done: TaskAct | None = None) -> None:
    """Undo the last act of a task inside another act."""
    file = task_file(work, task_id)
    require_live(file)
    after, last = undo_last_act(file.task, file.acts)
    if done is not None and last != done:
        raise RuleBroken("act_overtaken", kind="task", id=task_id)
    session = _TaskSession(work, context.clock, News(day=context.clock.today()))
    session.keep(file.task, after, "", undoes_id=last.id)


# ---- several at once


def accept_tasks(context: Context, task_ids: Sequence[int], news: News) -> ManyTold:
    """Accept the reports of these tasks; the others stay unchanged, each with its refusal."""
    told = _taken(context.paper, news)
    with context.write() as work:
        session = _TaskSession(work, context.clock, told)
        done, refused = _each(task_ids, lambda task_id: _move(session, task_id, TaskState.ACCEPTED))
        if done:
            return work.record(ManyTold(changed=_CHANGED, done=done, refused=refused))
    return ManyTold(changed=Changed.NOTHING, refused=refused)


def notify_tasks(context: Context, task_ids: Sequence[int], notice: Notice) -> ManyTold:
    """Notify the units of these tasks.

    A resolution is notified as a whole, so that all its units know of it at once, and so are corrected words; where
    the words were told before, the unit that came later is told alone.
    """
    words = replace(
        notice,
        letter_number=clean_text(context.paper, notice.letter_number, "letter_number").strip(),
        reason=clean_text(context.paper, notice.reason, "reason", multiline=True).strip(),
    )
    with context.write() as work:
        session = _TaskSession(work, context.clock, News(day=words.day, told_by=words.letter_number))
        notified: set[int] = set()
        done, refused = _each(task_ids, lambda task_id: _notify_one(session, task_id, words, notified))
        if done:
            return work.record(ManyTold(changed=_CHANGED | Changed.MINUTES, done=done, refused=refused))
    return ManyTold(changed=Changed.NOTHING, refused=refused)


def _notify_one(session: _TaskSession, task_id: int, notice: Notice, notified: set[int]) -> None:
    """Notify one task; ``notified`` are the resolutions already notified whole in this act."""
    file = task_file(session.work, task_id)
    require_live(file)
    further_notice = further_notices_of_one(session.work, file.resolution)
    if file.resolution.id in notified and is_notified(file.task):
        return  # its resolution was notified with another of these tasks
    if not (is_notified(file.task) and further_notice.corrected):
        TASKS.require(file.task.state, TaskState.NOTIFIED)
    told = valid_acts(session.work.resolution_acts.where(resolution_id=file.resolution.id))
    if further_notice.corrected or not any(act.kind is ResolutionActKind.NOTIFIED for act in told):
        notify_one(session.work, session.clock, file.resolution.id, notice)
        notified.add(file.resolution.id)
    else:
        _move(_told_by_letter(session, file), task_id, TaskState.NOTIFIED)


def _told_by_letter(session: _TaskSession, file: TaskFile) -> _TaskSession:
    """Use the number of the letter sent to a single unit when no number was typed."""
    if session.news.told_by:
        return session
    version = version_in_force(session.work, file.resolution.meeting_id)
    found = letter_numbers(session.work, file.resolution, version, [file.task])
    return replace(session, news=replace(session.news, told_by=found.get(file.task.id, "")))


def _each(
    task_ids: Sequence[int], do: Callable[[int], object]
) -> tuple[tuple[int, ...], tuple[tuple[int, RuleBroken], ...]]:
    """Run ``do`` for each task; return the tasks done and the refusals of the others."""
    done: list[int] = []
    refused: list[tuple[int, RuleBroken]] = []
    for task_id in dict.fromkeys(task_ids):
        try:
            do(task_id)
        except RuleBroken as broken:
            refused.append((task_id, broken))
        else:
            done.append(task_id)
    return tuple(done), tuple(refused)
