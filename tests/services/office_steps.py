"""An office for tests: the ids of its records, and shortcuts to take a meeting anywhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from desktop_app.domain.acts import Act
from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.documents.paper_capabilities import PaperCapabilities
from desktop_app.domain.outcome import Finalised
from desktop_app.domain.rules.attendance import SeatMark
from desktop_app.domain.rules.deadlines import Deadline, DeadlineKind
from desktop_app.domain.rules.guards import empty_items
from desktop_app.domain.rules.meetings import (
    AgendaItem,
    AgendaKind,
    AttendanceState,
    DispositionKind,
    Meeting,
    MeetingKind,
    MeetingState,
)
from desktop_app.domain.rules.minutes import Clause, ClauseKind, Deliberation, ItemDisposition
from desktop_app.services.context import Context
from desktop_app.services.meetings.agenda import add_item
from desktop_app.services.meetings.meetings import add_meeting, begin_session, end_session, move_meeting
from desktop_app.services.minutes.attendance import mark_attendance
from desktop_app.services.minutes.clauses import add_clause, turn_into_resolution
from desktop_app.services.minutes.dispositions import dispose_items
from desktop_app.services.minutes.finalising import finalise, finalising_input
from desktop_app.services.minutes.minutes import mark_read, to_review
from desktop_app.services.versions.drafts import add_deliberation
from desktop_app.storage.store.work import OpenWork, Work
from tests.services.clocks import SettableClock
from tests.services.prepared import open_draft

MONDAY = date(2023, 5, 1)
"""11 Ordibehesht 1402, a Monday."""
SIGNED = date(2022, 11, 1)
LETTERS = frozenset(range(0x20, 0x7F)) | frozenset(range(0x600, 0x700)) | {0x2026, 0xAB, 0xBB, 0x2013, 0x2014}
PAPER = PaperCapabilities(
    fonts=(("Vazirmatn-Regular", "0" * 64),), supported=LETTERS, cite=lambda decision: f"«{decision.title}»"
)
PRESENT, ABSENT = AttendanceState.PRESENT, AttendanceState.ABSENT


def context_of(open_work: OpenWork, clock: Clock | None = None, paper: PaperCapabilities = PAPER) -> Context:
    """A context over one way to open the data; on the morning of the meeting's day where no clock is given."""
    return Context(open_work, lambda _act: open_work(), clock or SettableClock(), paper)


def overtaken(context: Context, meanwhile: Callable[[], object]) -> Context:
    """The context of an act before whose writing, once, another act is recorded."""
    left = [meanwhile]

    def begin(act: Act) -> AbstractContextManager[Work]:
        while left:
            left.pop()()
        return context.begin(act)

    return replace(context, begin=begin)


def no_data() -> AbstractContextManager[Work]:
    """For tests of what reads and writes nothing by itself."""
    raise AssertionError("nothing is read or written here")


P = ParamSpec("P")
R = TypeVar("R")


class Opener(Protocol):
    """A data folder whose acts bear uids and whose reading is apart from its writing."""

    def read(self) -> AbstractContextManager[Work]:
        """A steady picture of the data."""
        ...

    def begin(self, act: Act) -> AbstractContextManager[Work]:
        """One act."""
        ...

    def has_file(self, sha256: str) -> bool:
        """Whether a file lies in the store."""
        ...


class Beginning(Protocol):
    """What a test has done while its data folder is not open yet."""

    @property
    def is_over(self) -> bool:
        """Whether the folder is open: from then on every step is taken in it."""
        ...

    def take(self, name: str, step: Callable[[Office], R]) -> R:
        """The answer of a step that was taken in a copy, once a process for all tests that begin alike."""
        ...


def first_step(step: Callable[Concatenate[Office, P], R]) -> Callable[Concatenate[Office, P], R]:
    """A step that many tests begin with: what it makes is copied, as long as nothing else was done before it."""

    @wraps(step)
    def taken(office: Office, /, *args: P.args, **words: P.kwargs) -> R:
        if office.beginning is None or office.beginning.is_over:
            return step(office, *args, **words)
        return office.beginning.take(f"{step.__name__} {args} {words}", lambda other: step(other, *args, **words))

    return taken


@dataclass
class Office:
    """Ids of the office's records, and the context that every service gets."""

    open_work: OpenWork
    clock: SettableClock
    paper: PaperCapabilities = PAPER
    committee: int = 0
    parties: list[int] = field(default_factory=list)
    seats: list[int] = field(default_factory=list)
    people: list[int] = field(default_factory=list)
    units: list[int] = field(default_factory=list)
    axes: list[int] = field(default_factory=list)
    upstream: int = 0
    beginning: Beginning | None = None
    records: Opener | None = None

    @property
    def context(self) -> Context:
        """What every service takes first."""
        plain = context_of(self.open_work, self.clock, self.paper)
        if self.records is None:
            return plain
        return replace(plain, read=self.records.read, begin=self.records.begin, has_file=self.records.has_file)

    # ---- reading

    def get(self, kind: str, entity_id: int) -> Any:
        with self.open_work() as work:
            return getattr(work, kind).get(entity_id)

    def where(self, table: str, /, **equals: object) -> Sequence[Any]:
        with self.open_work() as work:
            found: Sequence[Any] = getattr(work, table).where(**equals)
            return found

    def put(self, kind: str, entity: Any) -> None:
        """Store a changed record behind the services' back."""
        with self.open_work() as work:
            getattr(work, kind).update(entity)
            work.commit()

    def add(self, kind: str, entity: Any) -> Any:
        """Store a record behind the services' back."""
        with self.open_work() as work:
            made = getattr(work, kind).add(entity)
            work.commit()
        return made

    def set_settings(self, **changes: Any) -> None:
        with self.open_work() as work:
            work.put_settings(replace(work.settings(), **changes))
            work.commit()

    # ---- taking a meeting somewhere

    @first_step
    def planned(self, day: date | None = MONDAY, place: str = "سالن جلسات") -> int:
        """A meeting in draft with three agenda items; all but the first are extraordinary, each at its own hour."""
        agenda = [
            AgendaItem(committee_id=0, meeting_id=None, ordinal=0, title="گزارش پیگیری", kind=AgendaKind.FOLLOW_UP),
            AgendaItem(committee_id=0, meeting_id=None, ordinal=0, title="خودارزیابی", planned_minutes=15),
            AgendaItem(committee_id=0, meeting_id=None, ordinal=0, title="ارتباط روستاها", planned_minutes=20),
        ]
        count = len(self.where("meetings"))
        kind = MeetingKind.EXTRAORDINARY if count else MeetingKind.ORDINARY
        meeting = Meeting(committee_id=self.committee, kind=kind, day=day, starts_at=f"{10 + count}:00", place=place)
        return add_meeting(self.context, meeting, agenda).id

    def move(self, meeting_id: int, *targets: MeetingState, reason: str = "") -> None:
        for target in targets:
            move_meeting(self.context, meeting_id, target, reason)

    @first_step
    def convened(self, day: date = MONDAY) -> int:
        meeting_id = self.planned(day)
        self.move(meeting_id, MeetingState.SCHEDULED, MeetingState.CONVENED)
        return meeting_id

    @first_step
    def in_session(self, day: date = MONDAY) -> int:
        meeting_id = self.convened(day)
        begin_session(self.context, meeting_id, "10:05")
        return meeting_id

    def mark(self, meeting_id: int, *places: int, state: AttendanceState = PRESENT, **words: Any) -> None:
        """Mark seats by their place from 0."""
        for place in places:
            mark_attendance(self.context, meeting_id, self.seats[place], SeatMark(state=state, **words))

    def mark_all(self, meeting_id: int, present: Sequence[int] = range(8)) -> None:
        for place in range(8):
            self.mark(meeting_id, place, state=PRESENT if place in present else ABSENT)

    @first_step
    def held(self, day: date = MONDAY, present: Sequence[int] = range(8)) -> int:
        meeting_id = self.in_session(day)
        self.mark_all(meeting_id, present)
        end_session(self.context, meeting_id, ended_at="12:10")
        return meeting_id

    @first_step
    def inquorate(self) -> int:
        meeting_id = self.in_session()
        self.mark_all(meeting_id, present=(0, 1, 2))
        end_session(self.context, meeting_id, inquorate=True, ended_at="11:00")
        return meeting_id

    # ---- writing its minutes

    def draft(self, meeting_id: int) -> int:
        return open_draft(self.context, meeting_id).id

    def items(self, meeting_id: int) -> list[int]:
        return [item.id for item in self.where("agenda", meeting_id=meeting_id)]

    def note(self, version_id: int, item_id: int, text: str = "گزارش شنیده شد.") -> int:
        return add_clause(
            self.context, Clause(minutes_version_id=version_id, agenda_item_id=item_id, ordinal=0, text=text)
        ).id

    def bare(self, version_id: int, item_id: int, text: str) -> int:
        """A note that was turned into a resolution and has no facts yet."""
        clause_id = self.note(version_id, item_id, text)
        turn_into_resolution(self.context, clause_id)
        return clause_id

    def decide(self, version_id: int, item_id: int, text: str = "مقرر شد کار انجام شود.", **facts: Any) -> int:
        """A complete decision."""
        given: dict[str, Any] = {
            "kind": ClauseKind.DECISION,
            "axis_id": self.axes[0],
            "executor_unit_id": self.units[0],
            "cooperating": (self.units[2],),
            "owner_person_id": self.people[2],
            "deadline": Deadline(kind=DeadlineKind.DAY, day=date(2023, 6, 5)),
            **facts,
        }
        clause = Clause(minutes_version_id=version_id, agenda_item_id=item_id, ordinal=0, text=text, **given)
        return add_clause(self.context, clause).id

    def say(self, version_id: int, item_id: int, text: str = "فرصت می‌خواهیم.", speaker: str = "ناهید") -> int:
        said = Deliberation(
            minutes_version_id=version_id, agenda_item_id=item_id, ordinal=0, speaker=speaker, text=text
        )
        return add_deliberation(self.context, said).id

    @first_step
    def written(self, resolutions: int = 2, day: date = MONDAY) -> tuple[int, int]:
        """A held meeting whose draft holds talk, a note and some decisions: (meeting, version)."""
        meeting_id = self.held(day)
        version_id = self.draft(meeting_id)
        items = self.items(meeting_id)
        self.say(version_id, items[1])
        self.note(version_id, items[1])
        for place in range(resolutions):
            self.decide(version_id, items[2], f"تصمیم {place + 1}")
        return meeting_id, version_id

    def read(self, version_id: int) -> None:
        self.leave_empty(version_id)
        to_review(self.context, version_id)
        mark_read(self.context, version_id)

    def leave_empty(self, version_id: int) -> None:
        """Leave out the items without text of which nothing was decided."""
        with self.context.read() as work:
            case = finalising_input(work, work.versions.get(version_id))
        decided = {one.agenda_item_id for one in case.dispositions}
        left = [
            ItemDisposition(
                minutes_version_id=version_id, agenda_item_id=one.id, kind=DispositionKind.LEFT, reason="فرصت نشد"
            )
            for one in empty_items(case)
            if one.id not in decided
        ]
        if left:
            dispose_items(self.context, version_id, left)

    @first_step
    def finalised(self, version_id: int) -> Finalised:
        self.read(version_id)
        return finalise(self.context, version_id)

    def parked(self, title: str = "رونمایی طرح") -> int:
        item = AgendaItem(committee_id=self.committee, meeting_id=None, ordinal=0, title=title)
        return add_item(self.context, item).id
