"""An office for tests: two parties with four seats each, units, axes, and shortcuts to take a meeting anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from desktop_app.domain.calendar.clock import Clock
from desktop_app.domain.rules.attendance import SeatMark
from desktop_app.domain.rules.committee import Axis, Committee, Memorandum, Party, PartyCode
from desktop_app.domain.rules.deadlines import Deadline, DeadlineKind
from desktop_app.domain.rules.meetings import (
    AgendaItem,
    AgendaKind,
    AttendanceState,
    Meeting,
    MeetingKind,
    MeetingState,
)
from desktop_app.domain.rules.members import Nomination, NominationState, Person, Seat, SeatRole, Unit
from desktop_app.domain.rules.minutes import Clause, ClauseKind, Deliberation
from desktop_app.domain.rules.upstream import UpstreamDecision
from desktop_app.domain.settings import OfficeSettings
from desktop_app.services.context import Context
from desktop_app.services.documents.press import Press
from desktop_app.services.meetings.agenda import add_item
from desktop_app.services.meetings.meetings import add_meeting, begin_session, end_session, move_meeting
from desktop_app.services.minutes.attendance import mark_attendance
from desktop_app.services.minutes.clauses import add_clause, turn_into_resolution
from desktop_app.services.minutes.deliberations import add_deliberation
from desktop_app.services.minutes.finalising import finalise
from desktop_app.services.minutes.minutes import mark_read, open_draft, to_review
from desktop_app.services.outcome import Finalised
from desktop_app.services.ports import OpenWork, Work
from tests.services.fakes import Ledger, SettableClock

MONDAY = date(2023, 5, 1)
"""11 Ordibehesht 1402, a Monday."""
SIGNED = date(2022, 11, 1)
LETTERS = frozenset(range(0x20, 0x7F)) | frozenset(range(0x600, 0x700)) | {0x2026, 0xAB, 0xBB, 0x2013, 0x2014}
PRESS = Press(fonts=(("Vazirmatn-Regular", "0" * 64),), supported=LETTERS, cite=lambda decision: f"«{decision.title}»")
ROLES = (SeatRole.CHAIR, SeatRole.DEPUTY, SeatRole.SECRETARY, SeatRole.MEMBER)
CENTER_ROLES = (SeatRole.REPRESENTATIVE, SeatRole.DEPUTY, SeatRole.MEMBER, SeatRole.MEMBER)
PRESENT, ABSENT = AttendanceState.PRESENT, AttendanceState.ABSENT


def context_of(open_work: OpenWork, clock: Clock | None = None, paper: Press = PRESS) -> Context:
    """A context over one way to open the data; on the noon of the meeting's day where no clock is given."""
    moment = clock or SettableClock(datetime.fromisoformat("2023-05-01T12:00"))
    return Context(open_work, lambda _act: open_work(), moment, paper)


@dataclass
class Office:
    """Ids of the office's records, and the context that every service gets."""

    open_work: OpenWork
    clock: SettableClock
    press: Press = PRESS
    committee: int = 0
    parties: list[int] = field(default_factory=list)
    seats: list[int] = field(default_factory=list)
    people: list[int] = field(default_factory=list)
    units: list[int] = field(default_factory=list)
    axes: list[int] = field(default_factory=list)
    upstream: int = 0

    @property
    def context(self) -> Context:
        """What every service takes first."""
        return context_of(self.open_work, self.clock, self.press)

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

    def convened(self, day: date = MONDAY) -> int:
        meeting_id = self.planned(day)
        self.move(meeting_id, MeetingState.SCHEDULED, MeetingState.CONVENED)
        return meeting_id

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

    def held(self, day: date = MONDAY, present: Sequence[int] = range(8)) -> int:
        meeting_id = self.in_session(day)
        self.mark_all(meeting_id, present)
        end_session(self.context, meeting_id, ended_at="12:10")
        return meeting_id

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
        to_review(self.context, version_id)
        mark_read(self.context, version_id)

    def finalised(self, version_id: int) -> Finalised:
        self.read(version_id)
        return finalise(self.context, version_id)

    def parked(self, title: str = "رونمایی طرح") -> int:
        item = AgendaItem(committee_id=self.committee, meeting_id=None, ordinal=0, title=title)
        return add_item(self.context, item).id


def furnish(open_work: OpenWork, clock: SettableClock) -> Office:
    """Put the committee, its people and units into empty data."""
    office = Office(open_work, clock)
    with open_work() as work:
        work.put_settings(
            OfficeSettings(
                number_pattern="{سال}/{جلسه}/{ردیف}",
                invocation="بسمه تعالی",
                closing="جلسه در ساعت … پایان یافت.",
                kept_at="دبیرخانه",
                operator="کارشناس",
            )
        )
        memorandum = work.memoranda.add(Memorandum(title="تفاهم‌نامه", signed_on=SIGNED))
        office.committee = work.committees.add(Committee(memorandum_id=memorandum.id, name="کمیتهٔ مشترک")).id
        for party, name in ((PartyCode.PROVINCE, "استانداری"), (PartyCode.CENTER, "مرکز ملی")):
            made = work.parties.add(Party(committee_id=office.committee, code=party, name=name))
            office.parties.append(made.id)
        _seats(work, office)
        for place in range(4):
            unit = Unit(party_id=office.parties[place // 2], name=f"واحد {place + 1}", ordinal=place + 1)
            office.units.append(work.units.add(unit).id)
        for place, code in enumerate(("۱", "۲"), start=1):
            axis = Axis(committee_id=office.committee, code=code, title=f"محور {code}", ordinal=place)
            office.axes.append(work.axes.add(axis).id)
        office.upstream = work.upstream.add(UpstreamDecision(title="طرح کلان", body="شورای عالی")).id
        work.commit()
    return office


def _seats(work: Work, office: Office) -> None:
    for place, role in enumerate((*ROLES, *CENTER_ROLES)):
        person = work.people.add(Person(name=f"شخص {place + 1}", post="مدیر"))
        seat = work.seats.add(
            Seat(party_id=office.parties[place // 4], role=role, title=f"سمت {place + 1}", ordinal=place % 4 + 1)
        )
        work.nominations.add(
            Nomination(
                seat_id=seat.id,
                person_id=person.id,
                state=NominationState.ACTIVE,
                letter_number=f"{place + 1}/ص",
                letter_day=date(2022, 11, 15),
                from_day=date(2022, 11, 15),
            )
        )
        office.people.append(person.id)
        office.seats.append(seat.id)


def new_office() -> tuple[Office, Ledger]:
    """An office in memory, on the morning of its meeting day."""
    clock = SettableClock(datetime.fromisoformat("2023-05-01T10:00"))
    ledger = Ledger(clock)
    return furnish(ledger.open_work, clock), ledger
