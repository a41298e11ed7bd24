"""Reader of the sheet of one resolution: its history, and the later resolutions that may replace it.

The history has its acts, its deadlines and the news of its units, newest first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date

from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.papers import class_above_usual
from desktop_app.domain.read_models.follow_up_sheets import (
    Actor,
    EventKind,
    GrantingMeeting,
    OtherResolution,
    ResolutionEvent,
    ResolutionSheet,
    SheetTask,
)
from desktop_app.domain.rules.committee import Party, PartyCode
from desktop_app.domain.rules.deadlines import days_late
from desktop_app.domain.rules.in_force import WAS_SIGNED
from desktop_app.domain.rules.meetings import BEGUN, Meeting
from desktop_app.domain.rules.members import Unit
from desktop_app.domain.rules.minutes import Clause, MinutesVersion, resolutions_in_order, was_taken_over
from desktop_app.domain.rules.notices import NO_LETTERS
from desktop_app.domain.rules.resolution_actions import ResolutionAction, actions_of, is_extension, last_undoable
from desktop_app.domain.rules.resolutions import DeadlineEvent, Resolution, ResolutionAct, ResolutionActKind, course
from desktop_app.domain.rules.tasks import Task, TaskAct, TaskState, notified_again
from desktop_app.services.context import Context
from desktop_app.services.follow_up.deadline_course import deadline_in_force, deadline_steps, next_day_after
from desktop_app.services.follow_up.further_notice import further_notices_of_one
from desktop_app.services.follow_up.notifying import waiting_letters
from desktop_app.services.follow_up.requests import open_requests
from desktop_app.services.follow_up.resolution_acts import undo_possible
from desktop_app.services.paper_links import papers_of
from desktop_app.services.reading import agenda_of, parties_of, record_or_none, units_of
from desktop_app.services.versions.versions import meeting_numbers, wording, wordings
from desktop_app.storage.store.work import Work


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers of the resolutions and meetings that the history names, by id.

    ``clauses`` holds the number of the meeting whose clause acted, by the id of the clause.
    """

    resolutions: Mapping[int, str]
    meetings: Mapping[int, int | None]
    clauses: Mapping[int, int | None] = field(default_factory=dict)


def history_of(
    resolution: Resolution,
    acts: Sequence[ResolutionAct],
    events: Sequence[DeadlineEvent],
    tasks: Sequence[Task],
    task_acts: Sequence[TaskAct],
    numbers: Numbers,
    units: Mapping[int, Unit],
) -> tuple[ResolutionEvent, ...]:
    """Return all events, newest first; equal news of several units at one moment are one line."""
    retold = _told_again(tasks, task_acts)
    own = [act for act in task_acts if not _is_part_of(act, acts, retold)]
    later = [event for event in events if _rests_on_acts(event, events)]
    adopted = resolution.adopted_on
    found = [
        *([ResolutionEvent(kind=EventKind.ADOPTED, day=adopted, at="")] if adopted is not None else []),
        *_deadlines([event for event in events if event not in later], events, numbers),
        *_acts(acts, task_acts, numbers, retold),
        *_deadlines(later, events, numbers),
        *_joined(_task_events(tasks, own, units)),
    ]
    ordered = sorted(found, key=lambda event: (event.day, event.at))
    # turned round, and not sorted downwards: of one second the later stands first, too
    return tuple(ordered[::-1])


def _told_again(tasks: Sequence[Task], task_acts: Sequence[TaskAct]) -> Set[int]:
    """Ids of the acts that notified units of corrected words."""
    by_task = ([act for act in task_acts if act.task_id == task.id] for task in tasks)
    return {act.id for acts in by_task for act in notified_again(acts)}


def _rests_on_acts(event: DeadlineEvent, events: Sequence[DeadlineEvent]) -> bool:
    """Whether the event comes after acts of the same second: it undoes, or a notification set its day.

    Otherwise new minutes or a meeting changed the deadline, and the acts of that second rest on it.
    """
    known = any(one.due is not None for one in events if one.sequence < event.sequence)
    return event.undoes_id is not None or not known


def _is_part_of(act: TaskAct, acts: Sequence[ResolutionAct], retold: Set[int]) -> bool:
    """Whether a task act is part of an act on the resolution, which the history lists already."""
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
    """The notification of that day that moved a task; a unit is notified just after the act itself."""
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
            meeting_number=numbers.clauses.get(act.clause_id or 0),
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


def _task_events(
    tasks: Sequence[Task], acts: Sequence[TaskAct], units: Mapping[int, Unit]
) -> Iterable[ResolutionEvent]:
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
    """Join equal moves of several units on one day into one line with their number."""
    joined: dict[ResolutionEvent, ResolutionEvent] = {}
    for event in events:
        same = replace(event, unit="", at="")
        first = joined.get(same)
        joined[same] = event if first is None else replace(first, units=first.units + 1, at=max(first.at, event.at))
    return joined.values()


def _day_of(at: str) -> date:
    return local_moment(at)[0]


OTHERS_AT_MOST = 400
"""So many resolutions are offered to take the place of one."""


def resolution_sheet(context: Context, resolution_id: int) -> ResolutionSheet:
    """Read the complete page of a resolution."""
    with context.read() as work:
        sheet = _Reader(work, context.clock.today(), work.resolutions.get(resolution_id)).sheet()
    # of data that are only looked at nothing is offered that would be refused
    return sheet if context.writable else replace(sheet, actions=())


def later_resolutions(context: Context, resolution_id: int) -> tuple[OtherResolution, ...]:
    """Return later adopted resolutions that may replace this one, newest first, up to a limit."""
    with context.read() as work:
        mine = work.resolutions.get(resolution_id)
        own = work.meetings.get(mine.meeting_id)
        every = work.meetings.where(committee_id=own.committee_id)
        ahead = [one for one in every if _number(one) >= _number(own)]
        found: list[Resolution] = []
        for meeting in sorted(ahead, key=_number, reverse=True):
            if len(found) < OTHERS_AT_MOST:
                found += _adopted_after(work, mine, meeting)
        said = wordings(work, [one.id for one in found])
        return tuple(
            OtherResolution(id=one.id, number=one.number, text=said[one.id].text) for one in found if one.id in said
        )


def _number(meeting: Meeting) -> int:
    return meeting.number or 0


def _adopted_after(work: Work, mine: Resolution, meeting: Meeting) -> list[Resolution]:
    """The resolutions a meeting adopted, last row first; of the own meeting only rows below ``mine``."""
    above = mine.row or 0 if meeting.id == mine.meeting_id else 0
    rows = work.resolutions.where(meeting_id=meeting.id)
    later = [one for one in rows if one.adopted_on is not None and one.id != mine.id and (one.row or 0) > above]
    return sorted(later, key=lambda one: one.row or 0, reverse=True)


@dataclass(frozen=True, slots=True)
class _Reader:
    work: Work
    today: date
    resolution: Resolution

    def sheet(self) -> ResolutionSheet:
        """Read all parts of the page."""
        work, resolution = self.work, self.resolution
        meeting = work.meetings.get(resolution.meeting_id)
        version, clause = self._wording()
        acts = work.resolution_acts.where(resolution_id=resolution.id)
        tasks = work.tasks.where(resolution_id=resolution.id)
        events = work.deadline_events.where(resolution_id=resolution.id)
        now = course(adopted=resolution.adopted_on is not None, acts=acts, tasks=tasks)
        due = deadline_in_force(clause.deadline.kind, events, next_day_after(work, meeting))
        units = {unit.id: unit for unit in units_of(work, meeting.committee_id)}
        parties = {party.id: party for party in parties_of(work, meeting.committee_id)}
        numbers = self._numbers(acts, events)
        task_acts = work.task_acts.where(task_id=[task.id for task in tasks])
        stands = undo_possible(tasks, acts, task_acts)
        live = [task for task in tasks if not task.resting]
        further_notice = further_notices_of_one(work, resolution)
        actions = actions_of(
            now,
            acts,
            events,
            has_tasks=bool(live),
            undo_possible=stands,
            further_notice=resolution.id in further_notice,
        )
        notifies = ResolutionAction.NOTIFY in actions
        return ResolutionSheet(
            resolution=resolution,
            clause=clause,
            place=self._place(version, clause),
            meeting_id=meeting.id,
            meeting_number=meeting.number,
            meeting_day=meeting.day,
            minutes_version_id=version.id,
            course=now,
            due=due,
            due_kind=clause.deadline.kind,
            days_late=days_late(due, self.today, open_=now.awaits_units and resolution.adopted_on is not None),
            executor=_unit(clause.executor_unit_id, units, parties),
            cooperating=_cooperating(clause, live, units, parties),
            owner=self._owner(clause, units, parties),
            axis=record_or_none(work.axes, clause.axis_id),
            upstream=record_or_none(work.upstream, clause.upstream_id),
            tasks=_tasks(live, units, parties),
            steps=deadline_steps(resolution.adopted_on, due, events, numbers.meetings),
            history=history_of(resolution, acts, events, live, task_acts, numbers, units),
            actions=actions,
            undoes=_undoes(last_undoable(acts, events)) if stands else "",
            signed=version.state in WAS_SIGNED,
            taken_over=was_taken_over(version),
            today=self.today,
            calendar=work.calendar(),
            meetings=self._granting(meeting),
            papers=papers_of(work, "resolution", resolution.id),
            requests=open_requests(work, resolution.id),
            corrected=further_notice.corrected.get(resolution.id),
            letters=waiting_letters(work, version, [resolution], further_notice) if notifies else NO_LETTERS,
            guarded=class_above_usual(version.classification, clause.classification),
        )

    def _wording(self) -> tuple[MinutesVersion, Clause]:
        """The clause with the present wording, and its version."""
        clause = wording(self.work, self.resolution)
        return self.work.versions.get(clause.minutes_version_id), clause

    def _place(self, version: MinutesVersion, clause: Clause) -> int:
        agenda = [item.id for item in agenda_of(self.work, version.meeting_id)]
        ordered = resolutions_in_order(self.work.clauses.where(minutes_version_id=version.id), agenda)
        return next((at for at, one in enumerate(ordered, start=1) if one.id == clause.id), 0)

    def _owner(self, clause: Clause, units: Mapping[int, Unit], parties: Mapping[int, Party]) -> Actor | None:
        if clause.owner_person_id is None:
            return _unit(clause.owner_unit_id, units, parties)
        person = self.work.people.get(clause.owner_person_id)
        seats = self.work.nominations.where(person_id=person.id)
        found = self.work.seats.where(id=[one.seat_id for one in seats])
        party: PartyCode | None = parties[found[-1].party_id].code if found else None
        return Actor(name=f"{person.name}، {person.post}" if person.post else person.name, party=party)

    def _numbers(self, acts: Sequence[ResolutionAct], events: Sequence[DeadlineEvent]) -> Numbers:
        others = self.work.resolutions.where(id=[act.other_id for act in acts if act.other_id is not None])
        meetings = self.work.meetings.where(
            id=[event.granted_by_meeting_id for event in events if event.granted_by_meeting_id is not None]
        )
        return Numbers(
            {one.id: one.number for one in others},
            {one.id: one.number for one in meetings},
            meeting_numbers(self.work, acts),
        )

    def _granting(self, own: Meeting) -> tuple[GrantingMeeting, ...]:
        """Later meetings that took place, newest first."""
        found = [
            GrantingMeeting(id=one.id, number=one.number, day=one.day)
            for one in self.work.meetings.where(committee_id=own.committee_id)
            if one.number is not None and one.day is not None and one.state in BEGUN
            if one.number > (own.number or 0)
        ]
        return tuple(sorted(found, key=lambda one: -one.number))


def _undoes(last: ResolutionAct | DeadlineEvent | None) -> str:
    if last is None:
        return ""
    return last.kind.value if isinstance(last, ResolutionAct) else "extended"


def _cooperating(
    clause: Clause, live: Sequence[Task], units: Mapping[int, Unit], parties: Mapping[int, Party]
) -> tuple[Actor, ...]:
    """The cooperating units; for «all units» those that got a task."""
    named = [task.unit_id for task in live] if clause.all_units else clause.cooperating
    actors = [_unit(key, units, parties) for key in named if not clause.all_units or key != clause.executor_unit_id]
    return tuple(one for one in actors if one is not None)


def _unit(unit_id: int | None, units: Mapping[int, Unit], parties: Mapping[int, Party]) -> Actor | None:
    if unit_id is None:
        return None
    unit = units[unit_id]
    return Actor(name=unit.name, party=parties[unit.party_id].code)


def _tasks(tasks: Sequence[Task], units: Mapping[int, Unit], parties: Mapping[int, Party]) -> tuple[SheetTask, ...]:
    return tuple(
        SheetTask(
            id=task.id,
            unit=units[task.unit_id].brief_name,
            party=parties[units[task.unit_id].party_id].code,
            role=task.role,
            state=task.state,
            percent=task.percent,
        )
        for task in tasks
    )
