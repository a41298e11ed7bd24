"""Reader of the sheet of one resolution, and of the later resolutions that may take its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.domain.documents.papers import guarded
from desktop_app.domain.read_models.resolution_sheet import (
    Actor,
    GrantingMeeting,
    OtherResolution,
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
from desktop_app.domain.rules.resolution_actions import ResolutionAction, actions_of, last_undoable
from desktop_app.domain.rules.resolutions import (
    DeadlineEvent,
    Resolution,
    ResolutionAct,
    course,
)
from desktop_app.domain.rules.tasks import Task
from desktop_app.services.context import Context
from desktop_app.services.follow_up.deadline_course import deadline_steps, next_day_after, standing_day
from desktop_app.services.follow_up.notifying import waiting_letters
from desktop_app.services.follow_up.resolution_acts import undo_stands
from desktop_app.services.follow_up.resolution_history import Numbers, history_of
from desktop_app.services.follow_up.untold import untold_of_one
from desktop_app.services.minutes.versions import wording, wordings
from desktop_app.services.reading import agenda_of, one_of, parties_of, units_of
from desktop_app.services.registers.links import papers_of
from desktop_app.services.registers.requests import open_requests
from desktop_app.storage.store.work import Work

OTHERS_AT_MOST = 400
"""So many resolutions are offered to take the place of one."""


def resolution_sheet(context: Context, resolution_id: int) -> ResolutionSheet:
    """Everything of one resolution at this moment."""
    with context.read() as work:
        sheet = _Reader(work, context.clock.today(), work.resolutions.get(resolution_id)).sheet()
    # of data that are only looked at nothing is offered that would be refused
    return sheet if context.writable else replace(sheet, actions=())


def later_resolutions(context: Context, resolution_id: int) -> tuple[OtherResolution, ...]:
    """Adopted resolutions after this one, which may take its place; the newest first, so many as one looks at."""
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
    """What a meeting adopted, the last row first; of its own meeting only the rows below ``mine``."""
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
        """Read it all."""
        work, resolution = self.work, self.resolution
        meeting = work.meetings.get(resolution.meeting_id)
        version, clause = self._wording()
        acts = work.resolution_acts.where(resolution_id=resolution.id)
        tasks = work.tasks.where(resolution_id=resolution.id)
        events = work.deadline_events.where(resolution_id=resolution.id)
        now = course(adopted=resolution.adopted_on is not None, acts=acts, tasks=tasks)
        due = standing_day(clause.deadline.kind, events, next_day_after(work, meeting))
        units = {unit.id: unit for unit in units_of(work, meeting.committee_id)}
        parties = {party.id: party for party in parties_of(work, meeting.committee_id)}
        numbers = self._numbers(acts, events)
        task_acts = work.task_acts.where(task_id=[task.id for task in tasks])
        stands = undo_stands(tasks, acts, task_acts)
        live = [task for task in tasks if not task.resting]
        untold = untold_of_one(work, resolution)
        actions = actions_of(
            now, acts, events, has_tasks=bool(live), undo_stands=stands, untold=resolution.id in untold
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
            axis=one_of(work.axes, clause.axis_id),
            upstream=one_of(work.upstream, clause.upstream_id),
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
            corrected=untold.corrected.get(resolution.id),
            letters=waiting_letters(work, version, [resolution], untold) if notifies else NO_LETTERS,
            guarded=guarded(version.classification, clause.classification),
        )

    def _wording(self) -> tuple[MinutesVersion, Clause]:
        """The clause that words it now, and the version in which it stands."""
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
        return Numbers({one.id: one.number for one in others}, {one.id: one.number for one in meetings})

    def _granting(self, own: Meeting) -> tuple[GrantingMeeting, ...]:
        """Meetings after its own that took place, the newest first."""
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
    """The units named beside the executor; where all are meant, those that got a task."""
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
