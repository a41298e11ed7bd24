"""The follow-up report that writes itself: every earlier resolution that was open on a day, as it stood then.

Badges: the counts of what waits, beside the lists of the navigation; one reading for all.

Reader of what a correction brought to resolutions that were notified before: unaware units, other words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.outcome import Changed
from desktop_app.domain.papers import Classification, above
from desktop_app.domain.read_models.listing import MinutesView, RegisterView, ResolutionView, TaskView
from desktop_app.domain.read_models.sheets import FollowUp, FollowUpCount, Names
from desktop_app.domain.rules.deadlines import days_late, next_after, standing_due
from desktop_app.domain.rules.in_force import ADOPTING
from desktop_app.domain.rules.meetings import Meeting
from desktop_app.domain.rules.minutes import Clause, MinutesVersion
from desktop_app.domain.rules.notices import CorrectedWords, corrected_words
from desktop_app.domain.rules.resolutions import (
    DeadlineEvent,
    Resolution,
    ResolutionAct,
    ResolutionActKind,
    course,
    goes_on,
    is_closed_by,
    standing_acts,
)
from desktop_app.domain.rules.tasks import Task, TaskAct, TaskState, as_of, is_told, standing
from desktop_app.services.context import Context
from desktop_app.services.follow_up.classes import classes_of
from desktop_app.services.follow_up.deadline_course import deadlines_on
from desktop_app.services.follow_up.due_days import planned_days
from desktop_app.services.follow_up.standing_resolutions import grouped
from desktop_app.services.reading import earlier_than, names_of
from desktop_app.services.versions.versions import wordings
from desktop_app.storage.store.work import Work

OF_MINUTES: Final = Changed.MINUTES
OF_FOLLOW_UP: Final = Changed.RESOLUTIONS | Changed.TASKS | Changed.SETTINGS | Changed.MEETINGS
"""Of the settings the calendar, by which something is late; of the meetings the days until which some deadlines run."""
OF_REQUESTS: Final = Changed.REGISTERS | Changed.TASKS
"""What asks, answers or strikes a request changes both; a letter that asks for nothing changes the registers alone."""
COUNTED: Final = OF_MINUTES | OF_FOLLOW_UP


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many wait; ``late`` counts what is overdue and, where it is not 0, is what is said."""

    waiting: int
    late: int = 0


def waiting(context: Context, changed: Changed = ~Changed.NOTHING) -> Mapping[str, Waiting]:
    """By list: minutes in hand or before the pen, open resolutions, reported tasks and late ones, unanswered requests.

    Only lists that ``changed`` concerns are counted.
    """
    found = {}
    with context.read() as work:
        if changed & OF_MINUTES:
            minutes = work.minutes_rows.view_counts(views=(MinutesView.IN_HAND, MinutesView.AWAITS_PEN))
            found["minutes"] = Waiting(sum(minutes.values()))
        if changed & OF_FOLLOW_UP:
            resolutions = work.resolution_rows.view_counts(views=(ResolutionView.OPEN,))
            found["resolutions"] = Waiting(resolutions[ResolutionView.OPEN])
            tasks = work.task_rows.view_counts(views=(TaskView.REPORTED, TaskView.LATE))
            found["tasks"] = Waiting(tasks[TaskView.REPORTED], tasks[TaskView.LATE])
        if OF_REQUESTS in changed:
            papers = work.register_rows.view_counts(views=(RegisterView.WAITING,))
            found["registers"] = Waiting(papers[RegisterView.WAITING])
    return found


@dataclass(frozen=True, slots=True)
class Untold:
    """Of resolutions that were notified before and go on: which wait for a further notification, and why.

    ``corrected`` are, by resolution, the words that its units know otherwise; ``unaware`` are those with a unit that a
    correction brought in.
    """

    corrected: Mapping[int, CorrectedWords] = field(default_factory=dict)
    unaware: frozenset[int] = frozenset()

    def __contains__(self, resolution_id: int) -> bool:
        return resolution_id in self.corrected or resolution_id in self.unaware


def untold_of(work: Work, resolutions: Sequence[Resolution]) -> Untold:
    """So many statements, however many resolutions; minutes that were never corrected are asked for no words."""
    ids = [one.id for one in resolutions]
    acts: dict[int, list[ResolutionAct]] = {}
    for act in standing_acts(work.resolution_acts.where(resolution_id=ids)):
        acts.setdefault(act.resolution_id, []).append(act)
    told = {one.id: one for one in resolutions if _was_told(acts.get(one.id, ()))}
    if not told:
        return Untold()
    tasks = work.tasks.where(resolution_id=ids, state=TaskState.ASSIGNED)
    return Untold(
        corrected=_corrected(work, told, acts),
        unaware=frozenset(one.resolution_id for one in tasks if one.resolution_id in told and not one.resting),
    )


def untold_of_one(work: Work, resolution: Resolution) -> Untold:
    """The same of one resolution, from what its sheet reads as well."""
    key = resolution.id
    acts = standing_acts(work.resolution_acts.where(resolution_id=key))
    if not _was_told(acts):
        return Untold()
    tasks = work.tasks.where(resolution_id=key)
    clauses = work.clauses.where(resolution_id=key)
    versions = {one.id: one for one in work.versions.where(id=list({one.minutes_version_id for one in clauses}))}
    words = corrected_words(acts, clauses, versions)
    unaware = any(one.state is TaskState.ASSIGNED and not one.resting for one in tasks)
    return Untold({key: words} if words is not None else {}, frozenset([key] if unaware else ()))


def tasks_told_otherwise(context: Context, task_ids: Sequence[int]) -> frozenset[int]:
    """Of these tasks those whose units know their resolution in words that a correction changed since."""
    with context.read() as work:
        tasks = [one for one in work.tasks.where(id=list(task_ids)) if is_told(one)]
        resolutions = work.resolutions.where(id=list({one.resolution_id for one in tasks}))
        found = untold_of(work, resolutions).corrected
        return frozenset(one.id for one in tasks if one.resolution_id in found)


def _was_told(acts: Sequence[ResolutionAct]) -> bool:
    """Whether it was notified, and goes on."""
    return goes_on(acts) and any(act.kind is ResolutionActKind.NOTIFIED for act in acts)


def _corrected(
    work: Work, told: Mapping[int, Resolution], acts: Mapping[int, Sequence[ResolutionAct]]
) -> dict[int, CorrectedWords]:
    """By resolution: the words that were corrected since it was notified."""
    versions = _versions(work, {one.meeting_id for one in told.values()})
    adopting = Counter(one.meeting_id for one in versions.values() if one.state in ADOPTING)
    asked = [key for key, one in told.items() if adopting[one.meeting_id] > 1]
    if not asked:
        return {}
    clauses: dict[int | None, list[Clause]] = {}
    for clause in work.clauses.where(resolution_id=asked):
        clauses.setdefault(clause.resolution_id, []).append(clause)
    words = {key: corrected_words(acts[key], clauses[key], versions) for key in asked}
    return {key: one for key, one in words.items() if one is not None}


def _versions(work: Work, meetings: Set[int]) -> Mapping[int, MinutesVersion]:
    return {one.id: one for one in work.versions.where(meeting_id=sorted(meetings))}


def day_of_report(meeting: Meeting, clock: Clock) -> date:
    """The day whose state a meeting's report shows: its own, or today while it lies ahead."""
    today = clock.today()
    return meeting.day if meeting.day is not None and meeting.day <= today else today


@dataclass(frozen=True, slots=True)
class _Records:
    """Everything about some resolutions, grouped by resolution or task."""

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
        grouped(standing(work.task_acts.where(task_id=[task.id for task in tasks])), "task_id"),
        grouped(work.deadline_events.where(resolution_id=ids), "resolution_id"),
    )


def follow_up_of(work: Work, meeting: Meeting, day: date) -> tuple[FollowUp, ...]:
    """Open resolutions of the meetings before ``meeting``, oldest first, as they stood at the end of ``day``."""
    ahead = _next_days(work, meeting)
    before = list(ahead)
    # a committee's old resolutions are nearly all closed: nothing is read of those
    asked = work.unclosed_resolutions(before, day)
    told = work.resolution_acts.where(resolution_id=[one.id for one in asked])
    acts = grouped(standing_acts([act for act in told if act.day <= day]), "resolution_id")
    found = [one for one in asked if not is_closed_by(acts.get(one.id, ()))]
    records = _read(work, [one.id for one in found], acts)
    names = names_of(work, meeting.committee_id)
    places = {meeting_id: place for place, meeting_id in enumerate(before)}
    ordered = sorted(found, key=lambda one: (places[one.meeting_id], one.row or 0))
    due = {
        one.id: standing_due(
            _clause(one, records).deadline.kind,
            _due(records.deadlines.get(one.id, ()), meeting, day),
            ahead[one.meeting_id],
        )
        for one in ordered
    }
    return tuple(_row(one, records, names, due[one.id], day) for one in ordered)


def _next_days(work: Work, meeting: Meeting) -> dict[int, date | None]:
    """The meetings before this one, oldest first, each with the day of the one that came after it."""
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
        own_class=above(records.classes[clause.id], Classification.NORMAL),
    )


def _due(events: Sequence[DeadlineEvent], meeting: Meeting, day: date) -> date | None:
    """The deadline in force on the day; one that this very meeting grants is news of the meeting, not before it."""
    known = [one for one in deadlines_on(events, day) if one.granted_by_meeting_id != meeting.id]
    return known[-1].due if known else None


def _last_action(acts: Sequence[ResolutionAct], task_acts: Sequence[TaskAct], day: date) -> str:
    """The words of the newest act that has any."""
    said = [(act.day, act.at, act.reason) for act in acts if act.reason]
    said += [(act.day, act.at, act.reason) for act in task_acts if act.reason and act.day <= day]
    return max(said)[2] if said else ""


def counted(rows: Sequence[FollowUp]) -> FollowUpCount:
    """How many are open, and how many of them late."""
    return FollowUpCount(len(rows), sum(row.late > 0 for row in rows))
