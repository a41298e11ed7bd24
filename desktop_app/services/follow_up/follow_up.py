"""Follow-up: the report of earlier resolutions open on a day, and its counts.

The report writes itself. The counts of the navigation are one reading. Units are uninformed when a correction changed a
resolution that they were notified of.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.papers import Classification, class_if_higher
from desktop_app.domain.read_models.sheets import FollowUp, FollowUpCount, Names
from desktop_app.domain.rules.deadlines import days_late, due_in_force, next_after
from desktop_app.domain.rules.meetings import Meeting
from desktop_app.domain.rules.minutes import Clause
from desktop_app.domain.rules.resolutions import (
    DeadlineEvent,
    Resolution,
    ResolutionAct,
    course,
    is_closed_by,
    valid_acts,
)
from desktop_app.domain.rules.tasks import Task, TaskAct, as_of, unreported_tasks, valid_task_acts
from desktop_app.services.follow_up.classes import classes_of
from desktop_app.services.follow_up.deadline_course import deadlines_on, planned_days
from desktop_app.services.follow_up.resolutions_on_day import grouped
from desktop_app.services.reading import earlier_than, names_of
from desktop_app.services.versions.versions import wordings
from desktop_app.storage.store.work import Work


def day_of_report(meeting: Meeting, clock: Clock) -> date:
    """The day of a meeting's follow-up report: the meeting's day, or today if that is earlier."""
    today = clock.today()
    return meeting.day if meeting.day is not None and meeting.day <= today else today


@dataclass(frozen=True, slots=True)
class _Records:
    """All records of some resolutions, grouped by resolution or task."""

    clauses: Mapping[int, Clause]
    classes: Mapping[int, Classification]
    acts: Mapping[int, tuple[ResolutionAct, ...]]
    tasks: Mapping[int, tuple[Task, ...]]
    task_acts: Mapping[int, tuple[TaskAct, ...]]
    deadlines: Mapping[int, tuple[DeadlineEvent, ...]]


def _read(work: Work, ids: Sequence[int], acts: Mapping[int, tuple[ResolutionAct, ...]]) -> _Records:
    tasks = work.tasks.where(resolution_id=ids)
    clauses = wordings(work, ids)
    return _Records(
        clauses,
        classes_of(work, tuple(clauses.values())),
        acts,
        grouped(tasks, "resolution_id"),
        grouped(valid_task_acts(work.task_acts.where(task_id=[task.id for task in tasks])), "task_id"),
        grouped(work.deadline_events.where(resolution_id=ids), "resolution_id"),
    )


def follow_up_of(work: Work, meeting: Meeting, day: date) -> tuple[FollowUp, ...]:
    """Open resolutions of the meetings before ``meeting``, oldest first, as they stood at the end of ``day``."""
    ahead = _next_days(work, meeting)
    before = list(ahead)
    # a committee's old resolutions are nearly all closed: nothing is read of those
    asked = work.unclosed_resolutions(before, day)
    told = work.resolution_acts.where(resolution_id=[one.id for one in asked])
    acts = grouped(valid_acts([act for act in told if act.day <= day]), "resolution_id")
    found = [one for one in asked if not is_closed_by(acts.get(one.id, ()))]
    records = _read(work, [one.id for one in found], acts)
    names = names_of(work, meeting.committee_id)
    places = {meeting_id: place for place, meeting_id in enumerate(before)}
    ordered = sorted(found, key=lambda one: (places[one.meeting_id], one.row or 0))
    due = {
        one.id: due_in_force(
            _clause(one, records).deadline.kind,
            _due(records.deadlines.get(one.id, ()), meeting, day),
            ahead[one.meeting_id],
        )
        for one in ordered
    }
    return tuple(_row(one, records, names, due[one.id], day) for one in ordered)


def _next_days(work: Work, meeting: Meeting) -> dict[int, date | None]:
    """Return the day of the following meeting for each earlier meeting, oldest first."""
    every = work.meetings.where(committee_id=meeting.committee_id)
    days = planned_days(every)
    return {one.id: next_after(one.day, days) if one.day else None for one in every if earlier_than(one, meeting)}


def _clause(resolution: Resolution, records: _Records) -> Clause:
    return records.clauses[resolution.id]


def _row(resolution: Resolution, records: _Records, names: Names, due: date | None, day: date) -> FollowUp:
    clause = _clause(resolution, records)
    acts = records.acts.get(resolution.id, ())
    every = records.tasks.get(resolution.id, ())
    tasks = [as_of(task, records.task_acts.get(task.id, ()), day) for task in every]
    found = course(adopted=True, acts=acts, tasks=tasks)
    return FollowUp(
        resolution_id=resolution.id,
        number=resolution.number,
        text=clause.text,
        axis_code=names.axis(clause.axis_id),
        executor=names.unit(clause.executor_unit_id),
        due=due,
        course=found,
        late=days_late(due, day, open_=found.awaits_units),
        last_action=_last_action(acts, [a for task in every for a in records.task_acts.get(task.id, ())], day),
        own_class=class_if_higher(records.classes[clause.id], Classification.NORMAL),
        unreported=tuple((task.id, names.unit(task.unit_id)) for task in unreported_tasks(every)),
    )


def _due(events: Sequence[DeadlineEvent], meeting: Meeting, day: date) -> date | None:
    """The deadline in force on the day, without extensions granted by this meeting."""
    known = [one for one in deadlines_on(events, day) if one.granted_by_meeting_id != meeting.id]
    return known[-1].due if known else None


def _last_action(acts: Sequence[ResolutionAct], task_acts: Sequence[TaskAct], day: date) -> str:
    """The words of the newest act that has words."""
    said = [(act.day, act.at, act.reason) for act in acts if act.reason]
    said += [(act.day, act.at, act.reason) for act in task_acts if act.reason and act.day <= day]
    return max(said)[2] if said else ""


def count_follow_up(rows: Sequence[FollowUp]) -> FollowUpCount:
    """Count the open resolutions and the late ones."""
    return FollowUpCount(len(rows), sum(row.late > 0 for row in rows))
