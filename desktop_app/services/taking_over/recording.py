"""Storing of past meetings and resolutions: closed and archived at once, without their own history.

Nothing that did not happen here is invented. A resolution that had been told to its units has that act, a task that
stands somewhere has one act that brought it there; both bear the day of the state where it is known, else that of the
meeting, and say that they come from before.

Records of one kind are stored many at once: a committee brings thousands of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypeVar

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.workbook import TakingOverWords
from desktop_app.domain.rules.clauses import for_new_version
from desktop_app.domain.rules.in_force import newest
from desktop_app.domain.rules.meetings import AgendaItem, AgendaKind, AgendaState, Meeting, MeetingState
from desktop_app.domain.rules.minutes import MINUTES, Clause, MinutesAct, MinutesActKind, MinutesState, MinutesVersion
from desktop_app.domain.rules.resolutions import DeadlineEvent, Resolution, ResolutionAct
from desktop_app.domain.rules.session_facts import session_of
from desktop_app.domain.rules.taking_over import FINISHED, TASK_OF, PastMeeting, PastResolution, PastState, acts_of
from desktop_app.domain.rules.tasks import Task, TaskAct, TaskState, units_to_task
from desktop_app.storage.store.work import Work

Value = TypeVar("Value")
AT_ONCE: Final = 250
"""So many meetings, or resolutions, are written between two tellings."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the resolutions of a meeting are added: its version, agenda item, and present counts."""

    version: MinutesVersion
    item: AgendaItem | None
    rows: int = 0
    clauses: int = 0
    replaced: MinutesVersion | None = None
    """The version whose place this one takes."""


@dataclass
class Recorder:
    """Writer of one import act in the unit of work ``work``."""

    work: Work
    clock: Clock
    committee: int
    words: TakingOverWords
    tell: Progress
    _at: str = field(init=False)
    _actor: str = field(init=False)

    def __post_init__(self) -> None:
        self._at, self._actor = self.clock.instant(), self.work.actor()

    def record(self, meetings: Iterable[PastMeeting], resolutions: Sequence[PastResolution]) -> None:
        """Store the meetings with their resolutions, and archive them."""
        fresh = {one.number: one for one in meetings}
        by_meeting = _by_meeting(fresh, resolutions)
        total = len(by_meeting) + len(resolutions)
        places: dict[int, _Place] = {}
        for numbers in _parts([number for number in sorted(by_meeting) if number in fresh]):
            places |= self._new([fresh[number] for number in numbers], by_meeting)
            self.tell(len(places), total)
        for number in sorted(by_meeting.keys() - fresh.keys()):
            places[number] = self._again(number)
            self.tell(len(places), total)
        done = len(places)
        for part in _parts([one for number in sorted(by_meeting) for one in by_meeting[number]]):
            self._resolutions(part, places)
            done += len(part)
            self.tell(done, total)
        self._archive(list(places.values()))

    # ---- meetings

    def _new(self, past: Sequence[PastMeeting], resolutions: dict[int, list[PastResolution]]) -> dict[int, _Place]:
        meetings = self.work.meetings.add_all([self._meeting(one) for one in past])
        for meeting in meetings:
            self.work.audit("taken_over", "meeting", meeting.id, number=meeting.number, day=meeting.day)
        versions = self.work.versions.add_all(
            [MinutesVersion(meeting_id=one.id, session=session_of(one)) for one in meetings]
        )
        items = self.work.agenda.add_all(
            [
                self._item(meeting, one.subject)
                for meeting, one in zip(meetings, past, strict=True)
                if one.subject or resolutions[one.number]
            ]
        )
        by_meeting = {item.meeting_id: item for item in items}
        return {
            meeting.number or 0: _Place(version, by_meeting.get(meeting.id))
            for meeting, version in zip(meetings, versions, strict=True)
        }

    def _meeting(self, past: PastMeeting) -> Meeting:
        return Meeting(
            committee_id=self.committee,
            number=past.number,
            state=MeetingState.CLOSED,
            day=past.day,
            place=past.place,
        )

    def _item(self, meeting: Meeting, subject: str) -> AgendaItem:
        """Build the agenda item of the resolutions, titled by the meeting's subject or the usual words."""
        return AgendaItem(
            committee_id=self.committee,
            meeting_id=meeting.id,
            ordinal=1,
            title=subject or self.words.item,
            kind=AgendaKind.TOPIC,
            state=AgendaState.DONE,
        )

    def _again(self, number: int) -> _Place:
        """Begin the next version of an archived past meeting as a copy, for more resolutions."""
        (meeting,) = self.work.meetings.where(committee_id=self.committee, number=number)
        before = newest(self.work.versions.where(meeting_id=meeting.id))
        assert before is not None, "a past meeting has minutes"
        version = self.work.versions.add(replace(before, id=0, version=before.version + 1, state=MinutesState.DRAFT))
        held = self.work.clauses.where(minutes_version_id=before.id)
        self.work.clauses.add_all([for_new_version(clause, version.id) for clause in held])
        items = self.work.agenda.where(meeting_id=meeting.id) or (self.work.agenda.add(self._item(meeting, "")),)
        rows = max((one.row or 0 for one in self.work.resolutions.where(meeting_id=meeting.id)), default=0)
        return _Place(version, items[0], rows, len(held), before)

    def _archive(self, places: Sequence[_Place]) -> None:
        replaced = [one.replaced for one in places if one.replaced is not None]
        self.work.minutes_acts.add_all(
            [
                *(self._act(one.version, MinutesActKind.TAKEN_OVER) for one in places),
                *(self._act(one, MinutesActKind.AMENDED) for one in replaced),
            ]
        )
        for place in places:
            self._move(place.version, MinutesState.ARCHIVED)
        for version in replaced:
            self._move(version, MinutesState.AMENDED)

    def _move(self, version: MinutesVersion, state: MinutesState) -> None:
        moved = MINUTES.require(version.state, state, self.words.reason)
        self.work.versions.update(replace(version, state=moved))

    def _act(self, version: MinutesVersion, kind: MinutesActKind) -> MinutesAct:
        return MinutesAct(
            minutes_version_id=version.id, kind=kind, at=self._at, actor=self._actor, reason=self.words.reason
        )

    # ---- resolutions

    def _resolutions(self, past: Sequence[PastResolution], places: dict[int, _Place]) -> None:
        """Store some resolutions with all their records."""
        steps: list[_Place] = []
        for one in past:
            place = places[one.meeting]
            places[one.meeting] = replace(place, rows=place.rows + 1, clauses=place.clauses + 1)
            steps.append(places[one.meeting])
        stored = self.work.resolutions.add_all(
            [
                Resolution(
                    uid=self.work.new_uid(),
                    meeting_id=place.version.meeting_id,
                    row=place.rows,
                    number=one.number,
                    adopted_on=one.day,
                )
                for one, place in zip(past, steps, strict=True)
            ]
        )
        self.work.clauses.add_all([_clause(*three) for three in zip(past, steps, stored, strict=True)])
        self._follow_up(list(zip(past, stored, strict=True)))

    def _follow_up(self, pairs: Sequence[tuple[PastResolution, Resolution]]) -> None:
        self.work.deadline_events.add_all([self._deadline(past, stored) for past, stored in pairs])
        self.work.resolution_acts.add_all([act for past, stored in pairs for act in self._acts(past, stored)])
        wanted = [(past, task) for past, stored in pairs for task in self._tasks(past, stored)]
        tasks = self.work.tasks.add_all([task for _, task in wanted])
        moved = [(past, task) for (past, _), task in zip(wanted, tasks, strict=True)]
        self.work.task_acts.add_all(
            [self._task_act(past, task) for past, task in moved if task.state is not TaskState.ASSIGNED]
        )

    def _deadline(self, past: PastResolution, stored: Resolution) -> DeadlineEvent:
        return DeadlineEvent(resolution_id=stored.id, sequence=0, due=past.deadline.day, at=self._at, actor=self._actor)

    def _acts(self, past: PastResolution, stored: Resolution) -> list[ResolutionAct]:
        return [
            ResolutionAct(
                resolution_id=stored.id,
                kind=kind,
                day=past.state_day or past.day,
                at=self._at,
                actor=self._actor,
                reason=self._reason(past),
            )
            for kind in acts_of(past.state)
        ]

    def _tasks(self, past: PastResolution, stored: Resolution) -> list[Task]:
        units = units_to_task(past.executor, past.cooperating, None)
        return [
            _standing(Task(uid=self.work.new_uid(), resolution_id=stored.id, unit_id=unit, role=role), past.state)
            for unit, role in units.items()
        ]

    def _task_act(self, past: PastResolution, task: Task) -> TaskAct:
        return TaskAct(
            task_id=task.id,
            source=TaskState.ASSIGNED,
            target=task.state,
            percent=task.percent,
            day=past.state_day or past.day,
            at=self._at,
            actor=self._actor,
            reason=self._reason(past),
        )

    def _reason(self, past: PastResolution) -> str:
        return f"{self.words.reason}: {past.note}" if past.note else self.words.reason


def _clause(past: PastResolution, place: _Place, stored: Resolution) -> Clause:
    """Build the clause of a past resolution."""
    assert place.item is not None, "a meeting with resolutions has an item"
    return Clause(
        minutes_version_id=place.version.id,
        agenda_item_id=place.item.id,
        ordinal=place.clauses,
        text=past.text,
        kind=past.kind,
        resolution_id=stored.id,
        axis_id=past.axis_id,
        executor_unit_id=past.executor,
        cooperating=tuple(one for one in past.cooperating if one != past.executor),
        owner_unit_id=past.owner,
        deadline=past.deadline,
    )


def _standing(task: Task, state: PastState) -> Task:
    target = TASK_OF[state]
    return replace(task, state=target, percent=100 if target in FINISHED else 0)


def _by_meeting(fresh: Iterable[int], resolutions: Iterable[PastResolution]) -> dict[int, list[PastResolution]]:
    """Group the resolutions by meeting number; ``fresh`` meetings are included even without any."""
    found: dict[int, list[PastResolution]] = {number: [] for number in fresh}
    for one in resolutions:
        found.setdefault(one.meeting, []).append(one)
    return found


def _parts(every: Sequence[Value]) -> list[Sequence[Value]]:
    return [every[start : start + AT_ONCE] for start in range(0, len(every), AT_ONCE)]
