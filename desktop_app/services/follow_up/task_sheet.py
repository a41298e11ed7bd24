"""Reader of one task's page, with the tasks of other units, and which reports have documents (مستند).

A report is documented by a letter or a file. A letter is known by the entry of the act that recorded both; a file
belongs to the report that was the last when it was attached. What was unlinked or taken off documents nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from datetime import date
from typing import Final

from desktop_app.domain.papers import class_above_usual
from desktop_app.domain.read_models.follow_up_sheets import SiblingTask, TaskEvent, TaskSheet
from desktop_app.domain.read_models.listing import paper_of_line
from desktop_app.domain.read_models.paper_sheets import PaperRef
from desktop_app.domain.rules.deadlines import days_late
from desktop_app.domain.rules.members import Unit
from desktop_app.domain.rules.minutes import Clause
from desktop_app.domain.rules.resolutions import OWED_TASKS
from desktop_app.domain.rules.tasks import (
    Task,
    TaskAct,
    TaskState,
    actions_of,
    acts_on_work,
    first_day,
    is_notified,
    notified_again,
)
from desktop_app.services.context import Context
from desktop_app.services.follow_up.deadline_course import deadline_in_force, deadline_steps, next_day_after
from desktop_app.services.follow_up.further_notice import further_notices_of_one
from desktop_app.services.follow_up.requests import open_requests
from desktop_app.services.follow_up.task_acts import TaskFile, task_file
from desktop_app.services.paper_links import papers_of
from desktop_app.services.reading import parties_of, units_of
from desktop_app.services.versions.versions import wording
from desktop_app.storage.store.work import Work

_BY_THE_UNIT: Final = frozenset({TaskState.PLANNED, TaskState.DOING, TaskState.BLOCKED, TaskState.REPORTED})
"""Where its news bring a task, or leave it."""


def documented(work: Work, task_id: int, acts: Sequence[TaskAct], papers: Sequence[PaperRef]) -> frozenset[int]:
    """Ids of the acts that have a letter or file; ``papers`` are the letters about the task."""
    reports = [act for act in acts_on_work(acts) if act.target in _BY_THE_UNIT]
    return _by_letters(work, task_id, papers) | _by_files(work, task_id, reports)


def _by_letters(work: Work, task_id: int, papers: Sequence[PaperRef]) -> frozenset[int]:
    came = {paper_of_line(one.line)[0] for one in papers if not one.outgoing}
    told = work.entries("task_documented", "task", task_id) if came else ()
    return frozenset(int(one["entry"]) for one in told if one["incoming_paper_id"] in came)


def _by_files(work: Work, task_id: int, reports: Sequence[TaskAct]) -> frozenset[int]:
    found: set[int] = set()
    uid = work.record_ids.uids("task", [task_id])[task_id] if reports else ""
    for link in work.file_links.where(record_kind="task", record_uid=uid, removed_on=None) if uid else ():
        for entry in work.entries("attached", "file_link", link.id):
            before = [act.id for act in reports if act.at <= str(entry["at"])]
            found |= {before[-1]} if before else set()
    return frozenset(found)


def task_sheet(context: Context, task_id: int) -> TaskSheet:
    """Read the complete page of a task."""
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
    standing = deadline_in_force(clause.deadline.kind, events, next_day_after(work, meeting))
    live = file.now.is_open and not task.resting
    corrected = further_notices_of_one(work, resolution).corrected.get(resolution.id) if is_notified(task) else None
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
        guarded=class_above_usual(work.versions.get(clause.minutes_version_id).classification, clause.classification),
    )


def _owner(work: Work, clause: Clause, units: Mapping[int, Unit]) -> str:
    if clause.owner_person_id is not None:
        return work.people.get(clause.owner_person_id).name
    return units[clause.owner_unit_id].name if clause.owner_unit_id is not None else ""


def _late(task: Task, standing: date | None, today: date, *, live: bool) -> int:
    return days_late(task.due or standing, today, open_=live and task.state in OWED_TASKS)


def history_of(acts: Sequence[TaskAct], documents: Set[int] = frozenset()) -> tuple[TaskEvent, ...]:
    """Return the history, newest first; ``documents`` are ids of acts with a letter or file."""
    undone = {act.undoes_id for act in acts}
    again = {act.id for act in notified_again(acts)}
    return tuple(
        TaskEvent(act=act, undone=act.id in undone, again=act.id in again, documented=act.id in documents)
        for act in reversed(acts)
    )


def _siblings(
    work: Work, units: Mapping[int, Unit], task: Task, standing: date | None, today: date, *, live: bool
) -> tuple[SiblingTask, ...]:
    others = [one for one in work.tasks.where(resolution_id=task.resolution_id) if one.id != task.id]
    return tuple(
        SiblingTask(
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
