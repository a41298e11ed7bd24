"""What is stored after an act is taken back is what was stored before it, row by row, as SQLite has it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest

from desktop_app.domain.outcome import Outcome
from desktop_app.domain.rules.attendance import SeatMark
from desktop_app.domain.rules.meetings import AgendaItem, AttendanceState, MeetingState
from desktop_app.domain.rules.members import SeatRole, UnitKind
from desktop_app.domain.rules.minutes import Clause, ClauseKind, Deliberation, MinutesActKind
from desktop_app.services.context import Context
from desktop_app.services.history.undo import redo, rows_to_undo, undo
from desktop_app.services.meetings import agenda
from desktop_app.services.meetings.meeting_facts import save_meeting
from desktop_app.services.meetings.meetings import begin_session, end_session, move_meeting
from desktop_app.services.members import nominations, people, seats, units
from desktop_app.services.minutes import attendance, clauses, minutes
from desktop_app.services.minutes.finalising import finalise, withdraw
from desktop_app.services.versions import drafts, signing
from desktop_app.services.versions.amending import amend
from desktop_app.services.versions.signing import sign_all
from tests import stored_rows
from tests.refusing import refused
from tests.services.office_steps import ABSENT, PRESENT, Office
from tests.services.records import Records


@dataclass
class At:
    """An office, a meeting in it, the version of its minutes or 0, and what an act is about."""

    office: Office
    meeting: int
    version: int = 0

    @property
    def context(self) -> Context:
        """What every service takes first."""
        return self.office.context

    @property
    def items(self) -> list[int]:
        """The agenda."""
        return self.office.items(self.meeting)

    def item(self, place: int) -> AgendaItem:
        """An agenda item as stored."""
        found: AgendaItem = self.office.get("agenda", self.items[place])
        return found

    def clauses(self, place: int = 2) -> list[Clause]:
        """The clauses under an item."""
        return list(self.office.where("clauses", minutes_version_id=self.version, agenda_item_id=self.items[place]))

    def said(self) -> Deliberation:
        """What was said."""
        found: Deliberation = self.office.where("deliberations", minutes_version_id=self.version)[0]
        return found

    def rows(self) -> dict[str, list[tuple[Any, ...]]]:
        """Everything that is stored."""
        with self.office.open_work() as work:
            return stored_rows.rows(work)


def _planned(office: Office) -> At:
    return At(office, office.planned())


def _scheduled_with_guest(office: Office) -> At:
    at = At(office, office.planned())
    office.move(at.meeting, MeetingState.SCHEDULED)
    attendance.add_guest(office.context, at.meeting, name="مهمان")
    return at


def _in_session(office: Office) -> At:
    at = At(office, office.in_session())
    office.mark(at.meeting, 1, state=AttendanceState.SUBSTITUTE, substitute_name="جانشین", letter_number="۵/ص")
    return at


def _parked(office: Office) -> At:
    at = _planned(office)
    office.parked()
    agenda.save_item(office.context, replace(at.item(1), presenter="ناهید", background="پیشینه"))
    return at


def _written(office: Office) -> At:
    meeting, version = office.written()
    return At(office, meeting, version)


def _reopened(office: Office) -> At:
    """The second version, whose resolutions bear the numbers of the first."""
    meeting, version = office.written()
    office.finalised(version)
    return At(office, meeting, withdraw(office.context, version, "اعتراض").id)


def _with_signers(office: Office) -> At:
    at = _written(office)
    with office.open_work() as work:
        listed = signing.signers_of(work, work.versions.get(at.version))
    signing.set_signers(office.context, at.version, list(reversed(listed)))
    return at


def _correcting(office: Office) -> At:
    meeting, version = office.written()
    office.finalised(version)
    sign_all(office.context, version, office.clock.today(), asked=True)
    return At(office, meeting, amend(office.context, version, "سهو").id)


def _members(office: Office) -> At:
    """Where names and marks of an open draft follow the members."""
    at = _written(office)
    units.save_unit(office.context, _record(at, "units", 1, parent_id=office.units[0]))
    units.archive_unit(office.context, office.units[3])
    office.clock.forward(days=3)
    return at


def _fact(at: At, **facts: Any) -> Outcome:
    return save_meeting(at.context, replace(at.office.get("meetings", at.meeting), **facts))


def _clause(at: At, **facts: Any) -> Outcome:
    return clauses.save_clause(at.context, replace(at.clauses()[0], **facts))


def _new_item(at: At) -> Outcome:
    item = AgendaItem(committee_id=at.office.committee, meeting_id=at.meeting, ordinal=0, title="تازه")
    return agenda.add_item(at.context, item)


def _mark(at: At, state: AttendanceState, place: int = 0) -> Outcome:
    return attendance.mark_attendance(at.context, at.meeting, at.office.seats[place], SeatMark(state=state))


def _guest(at: At) -> Any:
    return at.office.where("guests")[0]


def _record(at: At, table: str, place: int, /, **facts: Any) -> Any:
    return replace(at.office.where(table)[place], **facts)


ACTS: dict[str, tuple[Callable[[Office], At], Callable[[At], Outcome]]] = {
    "an item is added": (_planned, _new_item),
    "an item is changed": (_planned, lambda at: agenda.save_item(at.context, replace(at.item(1), title="دیگر"))),
    "an item is removed": (_parked, lambda at: agenda.remove_item(at.context, at.items[1])),
    "an item is moved": (_planned, lambda at: agenda.move_item(at.context, at.items[2], -2)),
    "an item is parked": (_parked, lambda at: agenda.park_item(at.context, at.items[1])),
    "an item is taken up": (
        _parked,
        lambda at: agenda.unpark_item(at.context, at.office.where("agenda", meeting_id=None)[0].id, at.meeting),
    ),
    "an item is started": (_in_session, lambda at: agenda.start_item(at.context, at.items[0])),
    "an item is finished": (_in_session, lambda at: agenda.finish_item(at.context, at.items[0])),
    "a seat is marked": (_in_session, lambda at: _mark(at, PRESENT)),
    "a seat is marked otherwise": (_in_session, lambda at: _mark(at, ABSENT, 1)),
    "a seat is late": (_in_session, lambda at: attendance.mark_late(at.context, at.meeting, at.office.seats[0])),
    "a guest is added": (_in_session, lambda at: attendance.add_guest(at.context, at.meeting, name="مهمان")),
    "a guest is changed": (
        _scheduled_with_guest,
        lambda at: attendance.save_guest(at.context, replace(_guest(at), post="مدیر")),
    ),
    "a guest is removed": (_scheduled_with_guest, lambda at: attendance.remove_guest(at.context, _guest(at).id)),
    "a fact is changed": (_planned, lambda at: _fact(at, place="تالار", starts_at="11:00")),
    "the day is changed": (_scheduled_with_guest, lambda at: _fact(at, day=date(2023, 5, 8))),
    "the day of a session is changed": (_in_session, lambda at: _fact(at, day=date(2023, 4, 30))),
    "a clause is added": (
        _written,
        lambda at: clauses.add_clause(at.context, replace(at.clauses()[0], id=0, text="بند تازه", resolution_id=None)),
    ),
    "a clause is worded otherwise": (_written, lambda at: _clause(at, text="متن دیگر")),
    "units of a clause are others": (_written, lambda at: _clause(at, cooperating=(at.office.units[1],))),
    "a note is turned": (_written, lambda at: clauses.turn_into_resolution(at.context, at.clauses(1)[0].id)),
    "a resolution is turned": (_written, lambda at: clauses.turn_into_note(at.context, at.clauses()[0].id)),
    "a resolution is of another kind": (_written, lambda at: _clause(at, kind=ClauseKind.REFERRAL)),
    "a clause is removed": (_written, lambda at: clauses.remove_clause(at.context, at.clauses()[0].id)),
    "a numbered one is removed": (_reopened, lambda at: clauses.remove_clause(at.context, at.clauses()[0].id)),
    "a clause is moved": (_written, lambda at: clauses.move_clause(at.context, at.clauses()[0].id, 1)),
    "a clause is moved away": (
        _written,
        lambda at: clauses.move_clause_to(at.context, at.clauses()[0].id, at.items[1]),
    ),
    "something said is added": (
        _written,
        lambda at: drafts.add_deliberation(at.context, replace(at.said(), id=0, text="گفته")),
    ),
    "something said is changed": (
        _written,
        lambda at: drafts.save_deliberation(at.context, replace(at.said(), text="گفته")),
    ),
    "something said is removed": (
        _written,
        lambda at: drafts.remove_deliberation(at.context, at.said().id),
    ),
    "the closing part is changed": (
        _written,
        lambda at: minutes.save_closing(at.context, _record(at, "versions", 0, originals=3, closing="پایان")),
    ),
    "the signers are set": (
        _with_signers,
        lambda at: signing.set_signers(at.context, at.version, list(reversed(at.office.where("signers")))),
    ),
    "the signers follow the rule": (_with_signers, lambda at: signing.reset_signers(at.context, at.version)),
    "a correction puts the place right": (_correcting, lambda at: _fact(at, place="تالار")),
    "a seat is changed": (
        _members,
        lambda at: seats.save_seat(at.context, _record(at, "seats", 2, title="دبیر", role=SeatRole.MEMBER)),
    ),
    "a person is changed": (
        _members,
        lambda at: people.save_person(at.context, _record(at, "people", 1, name="نام دیگر")),
    ),
    "a unit is changed": (
        _members,
        lambda at: units.save_unit(at.context, _record(at, "units", 0, name="دیگر", kind=UnitKind.AGENCY)),
    ),
    "a seat is moved": (_members, lambda at: seats.move_seat(at.context, at.office.seats[0], 2)),
    "a unit is moved": (_written, lambda at: units.move_unit(at.context, at.office.units[0], 1)),
    "a unit is archived": (_members, lambda at: units.archive_unit(at.context, at.office.units[1])),
    "a unit is brought back": (_members, lambda at: units.restore_unit(at.context, at.office.units[3])),
    "a letter is corrected": (
        _members,
        lambda at: nominations.save_nomination(at.context, _record(at, "nominations", 0, letter_number="۹/ص")),
    ),
    "a letter is of another time": (
        _members,
        lambda at: nominations.save_nomination(at.context, _record(at, "nominations", 0, from_day=date(2023, 5, 3))),
    ),
}


@pytest.mark.parametrize("name", ACTS)
def test_what_stood_before_stands_again_and_after_that_what_was_done(office: Office, name: str) -> None:
    come, act = ACTS[name]
    at = come(office)
    before = at.rows()
    made = act(at)
    after = at.rows()
    assert after != before
    undone = undo(office.context, rows_to_undo(made.written))
    assert undone.changed
    assert at.rows() == before
    again = redo(office.context, rows_to_undo(undone.written))
    assert at.rows() == after
    undo(office.context, rows_to_undo(again.written))
    assert at.rows() == before


def _undo(office: Office, made: Outcome) -> Outcome:
    return undo(office.context, rows_to_undo(made.written))


def test_the_first_mark_goes_and_the_draft_that_it_began_stays(office: Office) -> None:
    at = At(office, office.convened())
    made = _mark(at, AttendanceState.EXCUSED)
    _undo(office, made)
    assert {row.state for row in office.where("attendance")} == {AttendanceState.UNMARKED}
    assert len(office.where("versions", meeting_id=at.meeting)) == 1


def test_it_is_an_act_of_its_own_with_its_entries(office: Office, records: Records) -> None:
    at = _planned(office)
    made = agenda.remove_item(at.context, at.items[1])
    undone = _undo(office, made)
    redo(office.context, rows_to_undo(undone.written))
    assert [(one.act, one.subject, one.subject_id) for one in records.audit[-2:]] == [
        ("taken_back", "agenda_item", made.id),
        ("done_again", "agenda_item", made.id),
    ]
    kinds = records.rows("SELECT kind FROM act ORDER BY id DESC LIMIT 2")
    assert [row[0] for row in kinds] == ["agenda_item.done_again", "agenda_item.taken_back"]


def test_a_correction_after_the_reading_is_taken_back_as_another_correction(office: Office) -> None:
    at = _written(office)
    minutes.to_review(office.context, at.version)
    made = _clause(at, text="متن دیگر")
    _undo(office, made)
    acts = office.where("minutes_acts", minutes_version_id=at.version)
    assert [(act.kind, act.reason) for act in acts[-2:]] == [(MinutesActKind.CORRECTED, "clause")] * 2


# ---- what stays


def test_an_act_of_the_course_has_no_such_way_back(office: Office) -> None:
    at = At(office, office.planned())
    course = [move_meeting(office.context, at.meeting, MeetingState.SCHEDULED)]
    course += [move_meeting(office.context, at.meeting, MeetingState.CONVENED)]
    course += [begin_session(office.context, at.meeting, "10:05")]
    office.mark_all(at.meeting)
    course += [end_session(office.context, at.meeting, ended_at="12:00")]
    version = office.draft(at.meeting)
    office.decide(version, at.items[1])
    office.leave_empty(version)
    for act in (minutes.to_review, minutes.back_to_draft, minutes.to_review, minutes.mark_read, finalise):
        course += [act(office.context, version)]
    course += [withdraw(office.context, version, "اعتراض")]
    assert [rows_to_undo(made.written) for made in course] == [()] * 10
    assert all(made.written for made in course)


def test_what_was_act_overtaken_since_is_not_overwritten(office: Office) -> None:
    at = _written(office)
    made = _clause(at, text="متن دیگر")
    _clause(at, text="متن سوم")
    before = at.rows()
    with refused("act_overtaken"):
        _undo(office, made)
    assert at.rows() == before


def test_an_item_that_the_minutes_write_under_by_now_stays(office: Office) -> None:
    at = _written(office)
    made = _new_item(at)
    office.note(at.version, made.id)
    with refused("agenda_item_in_use"):
        _undo(office, made)


def test_a_clause_does_not_come_back_under_an_item_that_is_parked_by_now(office: Office) -> None:
    at = _written(office)
    item = _new_item(at).id
    made = clauses.remove_clause(at.context, office.note(at.version, item))
    agenda.park_item(at.context, item)
    with refused("agenda_item_unknown"):
        _undo(office, made)


@pytest.mark.parametrize(
    "act", [lambda at: _clause(at, text="متن دیگر"), lambda at: _mark(at, ABSENT), lambda at: _fact(at, place="تالار")]
)
def test_what_is_final_by_now_stays(office: Office, act: Callable[[At], Outcome]) -> None:
    at = _written(office)
    made = act(at)
    office.finalised(at.version)
    before = at.rows()
    with refused("minutes_frozen"):
        _undo(office, made)
    assert at.rows() == before


def test_the_rules_of_archiving_hold_for_bringing_the_archived_one_back_into_the_archive(office: Office) -> None:
    units.archive_unit(office.context, office.units[3])
    made = units.restore_unit(office.context, office.units[3])
    child = _record(At(office, 0), "units", 2, parent_id=office.units[3])
    units.save_unit(office.context, child)
    with refused("unit_has_children"):
        _undo(office, made)


def test_an_item_does_not_run_again_once_the_session_is_over(office: Office) -> None:
    at = _in_session(office)
    agenda.start_item(at.context, at.items[0])
    made = agenda.finish_item(at.context, at.items[0])
    office.mark_all(at.meeting)
    end_session(office.context, at.meeting, ended_at="12:00")
    with refused("meeting_not_in_session"):
        _undo(office, made)


def test_a_meeting_that_went_on_since_keeps_its_facts(office: Office) -> None:
    at = At(office, office.planned(place=""))
    made = _fact(at, place="تالار")
    office.move(at.meeting, MeetingState.SCHEDULED)
    with refused("act_overtaken"):
        _undo(office, made)


def test_a_name_that_goes_back_after_reading_is_noted_like_one_that_changed(office: Office) -> None:
    """Minutes under reading say another name than was read out: they have to be read again."""
    _meeting, version = office.written()
    minutes.to_review(office.context, version)
    renamed = people.save_person(office.context, replace(office.where("people")[1], name="نام دیگر"))
    minutes.mark_read(office.context, version)
    _undo(office, renamed)
    kinds = [one.kind for one in office.where("minutes_acts", minutes_version_id=version)]
    assert kinds[-1] is MinutesActKind.CORRECTED
    assert kinds.count(MinutesActKind.CORRECTED) == 2
