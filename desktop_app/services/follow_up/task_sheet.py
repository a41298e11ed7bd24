"""Reader of the sheet of one task, with the tasks of other units under the same resolution."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from datetime import date

from desktop_app.domain.documents.papers import guarded
from desktop_app.domain.read_models.task_sheet import Sibling, TaskEvent, TaskSheet
from desktop_app.domain.rules.deadlines import days_late
from desktop_app.domain.rules.members import Unit
from desktop_app.domain.rules.minutes import Clause
from desktop_app.domain.rules.standing import OWED_TASKS
from desktop_app.domain.rules.task_acts import actions_of, first_day
from desktop_app.domain.rules.tasks import Task, TaskAct, is_told, told_again
from desktop_app.services.context import Context
from desktop_app.services.follow_up.deadline_course import deadline_steps, next_day_after, standing_day
from desktop_app.services.follow_up.documented import documented
from desktop_app.services.follow_up.task_acts import TaskFile, task_file
from desktop_app.services.follow_up.untold import untold_of_one
from desktop_app.services.minutes.versions import wording
from desktop_app.services.reading import parties_of, units_of
from desktop_app.services.registers.links import papers_of
from desktop_app.services.registers.requests import open_requests
from desktop_app.storage.store.work import Work


def task_sheet(context: Context, task_id: int) -> TaskSheet:
    """Everything of one task at this moment."""
    with context.read() as work:
        sheet = _sheet(work, task_file(work, task_id), context.clock.today())
    # of data that are only looked at nothing is offered that would be refused
    return sheet if context.writable else replace(sheet, actions=())


def _sheet(work: Work, file: TaskFile, today: date) -> TaskSheet:
    task, resolution = file.task, file.resolution
    # all at once: one is wanted here, and the days of all decide what is due
    work.meetings.where()
    meeting = work.meetings.get(resolution.meeting_id)
    clause = wording(work, resolution)
    units = {one.id: one for one in units_of(work, meeting.committee_id)}
    unit = units[task.unit_id]
    party = next(one for one in parties_of(work, meeting.committee_id) if one.id == unit.party_id)
    axis = next((one for one in work.axes.where(committee_id=meeting.committee_id) if one.id == clause.axis_id), None)
    events = work.deadline_events.where(resolution_id=resolution.id)
    standing = standing_day(clause.deadline.kind, events, next_day_after(work, meeting))
    live = file.now.is_open and not task.resting
    corrected = untold_of_one(work, resolution).corrected.get(resolution.id) if is_told(task) else None
    papers = papers_of(work, "task", task.id)
    return TaskSheet(
        task=task,
        unit=unit,
        party=party,
        resolution=resolution,
        text=clause.text,
        axis_code=axis.code if axis else "",
        axis_title=axis.title if axis else "",
        owner=_owner(work, clause, units),
        meeting_id=meeting.id,
        meeting_number=meeting.number,
        meeting_day=meeting.day,
        adopted_on=file.adopted_on,
        minutes_version_id=clause.minutes_version_id,
        course=file.now,
        steps=deadline_steps(file.adopted_on, standing, events, {}),
        resolution_due=standing,
        due=task.due or standing,
        days_late=_late(task, standing, today, live=live),
        history=history_of(file.acts, documented(work, task.id, file.acts, papers)),
        siblings=_siblings(work, units, task, standing, today, live=file.now.is_open),
        actions=actions_of(task, file.acts, live=live, corrected=corrected is not None),
        earliest=first_day(file.acts, file.adopted_on),
        today=today,
        papers=papers,
        requests=tuple(one for one in open_requests(work, resolution.id) if one.unit_id == unit.id),
        corrected=corrected,
        guarded=guarded(work.versions.get(clause.minutes_version_id).classification, clause.classification),
    )


def _owner(work: Work, clause: Clause, units: Mapping[int, Unit]) -> str:
    if clause.owner_person_id is not None:
        return work.people.get(clause.owner_person_id).name
    return units[clause.owner_unit_id].name if clause.owner_unit_id is not None else ""


def _late(task: Task, standing: date | None, today: date, *, live: bool) -> int:
    return days_late(task.due or standing, today, open_=live and task.state in OWED_TASKS)


def history_of(acts: Sequence[TaskAct], documents: Set[int] = frozenset()) -> tuple[TaskEvent, ...]:
    """The history, newest first; ``documents`` are the ids of entries with a letter or file behind them."""
    undone = {act.undoes_id for act in acts}
    again = {act.id for act in told_again(acts)}
    return tuple(
        TaskEvent(act=act, undone=act.id in undone, again=act.id in again, documented=act.id in documents)
        for act in reversed(acts)
    )


def _siblings(
    work: Work, units: Mapping[int, Unit], task: Task, standing: date | None, today: date, *, live: bool
) -> tuple[Sibling, ...]:
    others = [one for one in work.tasks.where(resolution_id=task.resolution_id) if one.id != task.id]
    return tuple(
        Sibling(
            task_id=one.id,
            unit=units[one.unit_id].brief_name,
            party_id=units[one.unit_id].party_id,
            role=one.role,
            state=one.state,
            percent=one.percent,
            days_late=_late(one, standing, today, live=live and not one.resting),
        )
        for one in others
    )
