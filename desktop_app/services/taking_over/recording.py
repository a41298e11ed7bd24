"""Recording past meetings and their resolutions: closed, archived by being taken over, without a course of their own.

Nothing that did not happen here is invented. A resolution that had been told to its units has that act, a task that
stands somewhere has one act that brought it there; both bear the day of the state where it is known, else that of the
meeting, and say that they come from before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.read_models.template_words import TakingOverWords
from desktop_app.domain.rules.clauses import for_new_version
from desktop_app.domain.rules.meetings import AgendaItem, AgendaKind, AgendaState, Meeting, MeetingState
from desktop_app.domain.rules.minutes import MINUTES, Clause, MinutesAct, MinutesActKind, MinutesState, MinutesVersion
from desktop_app.domain.rules.past_records import FINISHED, TASK_OF, PastMeeting, PastResolution, PastState, acts_of
from desktop_app.domain.rules.resolutions import DeadlineEvent, Resolution, ResolutionAct
from desktop_app.domain.rules.tasks import Task, TaskAct, TaskState, units_to_task
from desktop_app.services.ports import Work

Tell = Callable[[int, int], None]
"""Hears how much is done and how much there is; what it raises ends the work."""
AT_ONCE: Final = 200
"""So many resolutions are written between two tellings."""


def tell_nobody(_done: int, _total: int) -> None:
    """Nobody waits."""


@dataclass
class Recorder:
    """One act: what it writes is kept or lost with ``work``."""

    work: Work
    clock: Clock
    committee: int
    words: TakingOverWords
    tell: Tell
    _at: str = field(init=False)
    _actor: str = field(init=False)
    _replaced: list[MinutesVersion] = field(default_factory=list, init=False)
    """Versions whose place the one that is being written takes."""

    def __post_init__(self) -> None:
        self._at, self._actor = self.clock.instant(), self.work.actor()

    def record(self, meetings: Iterable[PastMeeting], resolutions: Sequence[PastResolution]) -> None:
        """Store the meetings, each with its resolutions, and archive them."""
        fresh = {one.number: one for one in meetings}
        by_meeting: dict[int, list[PastResolution]] = {number: [] for number in fresh}
        for one in resolutions:
            by_meeting.setdefault(one.meeting, []).append(one)
        done, total = 0, len(resolutions) + len(by_meeting)
        for number, own in sorted(by_meeting.items()):
            version = self._new(fresh[number]) if number in fresh else self._again(number)
            item = self._item(version, own, fresh.get(number))
            for start in range(0, len(own), AT_ONCE):
                self._resolutions(own[start : start + AT_ONCE], version, item)
                done += len(own[start : start + AT_ONCE])
                self.tell(done, total)
            self._archive(version)
            done += 1
            self.tell(done, total)

    # ---- meetings

    def _new(self, past: PastMeeting) -> MinutesVersion:
        meeting = self.work.meetings.add(
            Meeting(
                committee_id=self.committee,
                number=past.number,
                state=MeetingState.CLOSED,
                day=past.day,
                place=past.place,
            )
        )
        self.work.audit("taken_over", "meeting", meeting.id, number=past.number, day=past.day)
        return self.work.versions.add(MinutesVersion(meeting_id=meeting.id))

    def _again(self, number: int) -> MinutesVersion:
        """The next version of a past meeting that was archived: it holds what that one holds, and more follows."""
        (meeting,) = self.work.meetings.where(committee_id=self.committee, number=number)
        before = max(self.work.versions.where(meeting_id=meeting.id), key=lambda one: one.version)
        version = self.work.versions.add(MinutesVersion(meeting_id=meeting.id, version=before.version + 1))
        for clause in self.work.clauses.where(minutes_version_id=before.id):
            self.work.clauses.add(for_new_version(clause, version.id))
        self._replaced.append(before)
        return version

    def _item(
        self, version: MinutesVersion, own: Sequence[PastResolution], past: PastMeeting | None
    ) -> AgendaItem | None:
        """What the resolutions stand under: the subject of the meeting, else the usual words."""
        known = self.work.agenda.where(meeting_id=version.meeting_id)
        if known:
            return known[0]
        title = past.subject if past is not None else ""
        if not own and not title:
            return None
        return self.work.agenda.add(
            AgendaItem(
                committee_id=self.committee,
                meeting_id=version.meeting_id,
                ordinal=1,
                title=title or self.words.item,
                kind=AgendaKind.TOPIC,
                state=AgendaState.DONE,
            )
        )

    def _archive(self, version: MinutesVersion) -> None:
        self._act(version, MinutesActKind.TAKEN_OVER)
        self.work.versions.update(replace(version, state=MINUTES.require(version.state, MinutesState.ARCHIVED)))
        for before in self._replaced:
            self._act(before, MinutesActKind.AMENDED)
            self.work.versions.update(
                replace(before, state=MINUTES.require(before.state, MinutesState.AMENDED, self.words.reason))
            )
        self._replaced.clear()

    def _act(self, version: MinutesVersion, kind: MinutesActKind) -> None:
        self.work.minutes_acts.add(
            MinutesAct(
                minutes_version_id=version.id, kind=kind, at=self._at, actor=self._actor, reason=self.words.reason
            )
        )

    # ---- resolutions

    def _resolutions(self, own: Sequence[PastResolution], version: MinutesVersion, item: AgendaItem | None) -> None:
        if item is None:
            return
        row = max((one.row or 0 for one in self.work.resolutions.where(meeting_id=version.meeting_id)), default=0)
        ordinal = len(self.work.clauses.where(minutes_version_id=version.id))
        for place, past in enumerate(own, start=1):
            resolution = self.work.resolutions.add(
                Resolution(
                    uid=self.work.new_uid(),
                    meeting_id=version.meeting_id,
                    row=row + place,
                    number=past.number,
                    adopted_on=past.day,
                )
            )
            self.work.clauses.add(self._clause(past, version, item, resolution, ordinal + place))
            self._follow_up(past, resolution)

    @staticmethod
    def _clause(
        past: PastResolution, version: MinutesVersion, item: AgendaItem, resolution: Resolution, ordinal: int
    ) -> Clause:
        return Clause(
            minutes_version_id=version.id,
            agenda_item_id=item.id,
            ordinal=ordinal,
            text=past.text,
            kind=past.kind,
            resolution_id=resolution.id,
            axis_id=past.axis_id,
            executor_unit_id=past.executor,
            cooperating=tuple(one for one in past.cooperating if one != past.executor),
            owner_unit_id=past.owner,
            deadline=past.deadline,
        )

    def _follow_up(self, past: PastResolution, resolution: Resolution) -> None:
        work, day = self.work, past.state_day or past.day
        reason = f"{self.words.reason}: {past.note}" if past.note else self.words.reason
        work.deadline_events.add(
            DeadlineEvent(
                resolution_id=resolution.id, sequence=0, due=past.deadline.day, at=self._at, actor=self._actor
            )
        )
        for kind in acts_of(past.state):
            work.resolution_acts.add(
                ResolutionAct(
                    resolution_id=resolution.id, kind=kind, day=day, at=self._at, actor=self._actor, reason=reason
                )
            )
        for unit_id, role in units_to_task(past.executor, past.cooperating, None).items():
            task = Task(uid=work.new_uid(), resolution_id=resolution.id, unit_id=unit_id, role=role)
            self._task(_standing(task, past.state), day, reason)

    def _task(self, task: Task, day: date, reason: str) -> None:
        made = self.work.tasks.add(task)
        if made.state is TaskState.ASSIGNED:
            return
        self.work.task_acts.add(
            TaskAct(
                task_id=made.id,
                source=TaskState.ASSIGNED,
                target=made.state,
                percent=made.percent,
                day=day,
                at=self._at,
                actor=self._actor,
                reason=reason,
            )
        )


def _standing(task: Task, state: PastState) -> Task:
    target = TASK_OF[state]
    return replace(task, state=target, percent=100 if target in FINISHED else 0)
