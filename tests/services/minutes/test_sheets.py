"""Sheets: what the pages of a meeting, of minutes and of print show."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.read_models.sheets import Level, MinutesSheet
from desktop_app.domain.rules.deadlines import Deadline, DeadlineKind
from desktop_app.domain.rules.meetings import AgendaItem, AttendanceState, MeetingState
from desktop_app.domain.rules.minutes import MinutesState, Signature, Signer
from desktop_app.services.meetings.agenda import add_item, start_item
from desktop_app.services.meetings.meeting_sheet import meeting_sheet
from desktop_app.services.minutes.attendance import add_guest
from desktop_app.services.minutes.finalising import withdraw
from desktop_app.services.minutes.minutes import record_printing
from desktop_app.services.minutes.minutes_sheet import guards_of, minutes_sheet
from desktop_app.services.minutes.paper_sheet import paper_sheet
from desktop_app.services.versions.signing import set_signers
from tests.refusing import refused
from tests.services.office_steps import MONDAY, Office
from tests.services.records import Records

M, S = MeetingState, AttendanceState


# ---- the meeting


def test_before_the_first_mark_the_seats_come_from_the_nominations(office: Office, records: Records) -> None:
    meeting_id = office.convened()
    before = records.content()
    sheet = meeting_sheet(office.context, meeting_id)
    assert records.content() == before, "reading writes nothing"
    assert [(group.party.name, group.filled, group.present) for group in sheet.attendance] == [
        ("استانداری", 4, 0),
        ("مرکز ملی", 4, 0),
    ]
    assert {row.id for group in sheet.attendance for row in group.rows} == {0}
    assert (sheet.minutes_version_id, sheet.minutes_state, sheet.guests) == (None, None, ())
    assert (sheet.quorum.needed, sheet.quorum.met) == (5, False)


def test_a_meeting_without_a_day_has_no_seats_yet(office: Office) -> None:
    sheet = meeting_sheet(office.context, office.planned(None))
    assert [group.filled for group in sheet.attendance] == [0, 0]


def test_the_quorum_is_live(office: Office) -> None:
    meeting_id = office.in_session()
    office.mark(meeting_id, 0, 1, 2, 3)
    office.mark(meeting_id, 4, state=S.VIDEO)
    add_guest(office.context, meeting_id, name="فرزاد")
    sheet = meeting_sheet(office.context, meeting_id)
    assert (sheet.quorum.present, sheet.quorum.met) == (5, True)
    assert [group.present for group in sheet.attendance] == [4, 1]
    assert [guest.name for guest in sheet.guests] == ["فرزاد"]
    assert sheet.minutes_state is MinutesState.DRAFT


@pytest.mark.parametrize(
    ("state", "moves"),
    [
        (M.DRAFT, (M.SCHEDULED, M.CANCELLED)),
        (M.CONVENED, (M.IN_SESSION, M.POSTPONED, M.CANCELLED)),
        (M.IN_SESSION, (M.HELD, M.INQUORATE)),
        (M.CLOSED, ()),
    ],
)
def test_the_moves_that_are_open(office: Office, state: MeetingState, moves: tuple[MeetingState, ...]) -> None:
    meeting_id = office.planned()
    office.put("meetings", replace(office.get("meetings", meeting_id), state=state))
    assert meeting_sheet(office.context, meeting_id).moves == moves


def test_what_may_be_edited_in_each_state(office: Office) -> None:
    def editable(meeting_id: int) -> tuple[bool, bool, bool, bool]:
        sheet = meeting_sheet(office.context, meeting_id)
        return sheet.agenda_editable, sheet.facts_editable, sheet.day_editable, sheet.attendance_editable

    assert editable(office.planned()) == (True, True, True, False)
    assert editable(office.convened()) == (True, True, False, True)
    meeting_id, version_id = office.written(1)
    assert editable(meeting_id) == (True, True, True, True)
    office.finalised(version_id)
    assert editable(meeting_id) == (False, False, False, False)
    withdraw(office.context, version_id, "اعتراض")
    assert editable(meeting_id) == (True, True, True, True)
    cancelled = office.planned()
    office.move(cancelled, M.CANCELLED, reason="تعطیل")
    assert editable(cancelled) == (False, False, False, False)


def test_the_agenda_shows_time_and_what_is_written(office: Office) -> None:
    meeting_id = office.in_session()
    version_id = office.draft(meeting_id)
    _, second, third = office.items(meeting_id)
    office.say(version_id, second)
    office.note(version_id, third)
    office.decide(version_id, third)
    start_item(office.context, second)
    office.clock.forward(minutes=7, seconds=40)
    sheet = meeting_sheet(office.context, meeting_id)
    rows = {row.item.id: row for row in sheet.agenda}
    assert (rows[second].running_seconds, rows[second].written, rows[second].clause_count) == (460, True, 0)
    assert (rows[third].clause_count, rows[third].resolution_count, rows[third].written) == (2, 1, True)
    assert sheet.planned_minutes == 35
    assert [act.target for act in sheet.history] == [M.SCHEDULED, M.CONVENED, M.IN_SESSION]


def test_an_item_knows_the_earlier_resolution_it_is_about(office: Office) -> None:
    _, version_id = office.written(1)
    office.finalised(version_id)
    resolution_id = office.where("resolutions")[0].id
    office.clock.forward(days=42)
    meeting_id = office.planned(date(2023, 6, 12))
    item = AgendaItem(
        committee_id=office.committee, meeting_id=meeting_id, ordinal=0, title="تمدید", resolution_id=resolution_id
    )
    add_item(office.context, item)
    office.parked("کنار")
    sheet = meeting_sheet(office.context, meeting_id)
    about = sheet.agenda[-1].follow_up
    assert about is not None
    assert (about.number, about.late, about.axis_code) == ("۱۴۰۲/۱/۱", 7, "۱")
    assert sheet.agenda[0].follow_up is None
    assert (sheet.follow_up.open, sheet.follow_up.late) == (1, 1)
    assert [parked.title for parked in sheet.parked] == ["کنار"]
    assert sheet.previous is not None
    assert (sheet.previous.number, sheet.previous.day) == (1, MONDAY)


# ---- the minutes


def test_the_blocks_of_a_draft(office: Office) -> None:
    meeting_id, version_id = office.written(1)
    sheet = minutes_sheet(office.context, version_id)
    assert (sheet.editable, sheet.can_withdraw, sheet.signers_by_rule) == (True, False, True)
    assert [len(block.clauses) for block in sheet.blocks] == [0, 1, 1]
    assert [len(block.deliberations) for block in sheet.blocks] == [0, 1, 0]
    note, decision = sheet.blocks[1].clauses[0], sheet.blocks[2].clauses[0]
    assert (note.row, note.executor, note.due) == (None, "", None)
    assert (decision.row, decision.number, decision.axis_code) == (1, "", "۱")
    assert (decision.executor, decision.executor_party_id) == ("واحد 1", office.parties[0])
    assert (decision.cooperating, decision.owner) == (("واحد 3",), "شخص 3")
    assert (decision.due, decision.due_closed) == (date(2023, 6, 5), False)
    assert sheet.meeting.id == meeting_id


def test_a_deadline_on_a_closed_day_is_seen(office: Office) -> None:
    meeting_id, version_id = office.written(0)
    thursday = Deadline(kind=DeadlineKind.DAY, day=date(2023, 5, 11))
    clause_id = office.decide(
        version_id, office.items(meeting_id)[2], deadline=thursday, executor_unit_id=None, upstream_id=office.upstream
    )
    sheet = minutes_sheet(office.context, version_id)
    row = sheet.blocks[2].clauses[0]
    assert (row.due_closed, row.executor, row.executor_party_id, row.upstream) == (True, "", None, "«طرح کلان»")
    warned = {guard.key: guard for guard in sheet.guards if guard.level is Level.WARN}
    assert warned["deadline_on_closed_day"].target.clause_id == clause_id
    assert sheet.calendar.next_working_day(date(2023, 5, 11)) == date(2023, 5, 13)


def stops(sheet: MinutesSheet) -> list[str]:
    return [guard.key for guard in sheet.guards if guard.level is Level.STOP]


def test_the_strip_and_the_act_say_the_same(office: Office) -> None:
    _, version_id = office.written(1)
    assert stops(minutes_sheet(office.context, version_id)) == ["minutes_not_read"]
    assert guards_of(office.context, version_id)[-1].key == "minutes_not_read"
    office.read(version_id)
    sheet = minutes_sheet(office.context, version_id)
    assert stops(sheet) == []
    assert sheet.guards == guards_of(office.context, version_id)
    row = office.where("attendance", minutes_version_id=version_id)[5]
    office.put("attendance", replace(row, post="☎"))
    sheet = minutes_sheet(office.context, version_id)
    assert stops(sheet) == ["glyph_missing", "glyph_missing"]
    # once in the table of attendance, once where the seat signs
    missing = [guard for guard in sheet.guards if guard.key == "glyph_missing"]
    assert [(guard.target.field, guard.level) for guard in missing] == [
        ("attendance", Level.STOP),
        ("signers", Level.STOP),
    ]


def test_frozen_minutes_have_no_guards_left(office: Office) -> None:
    _, version_id = office.written(1)
    office.finalised(version_id)
    sheet = minutes_sheet(office.context, version_id)
    assert (sheet.editable, sheet.guards, sheet.can_withdraw) == (False, (), True)
    assert sheet.blocks[2].clauses[0].number == "۱۴۰۲/۱/۱"
    assert sheet.signers_by_rule is False
    assert guards_of(office.context, version_id) == ()


def test_the_choices_leave_out_what_is_archived(office: Office) -> None:
    _, version_id = office.written(1)
    archived = date(2023, 4, 1)
    office.put("units", replace(office.get("units", office.units[0]), archived_on=archived))
    office.put("people", replace(office.get("people", office.people[7]), archived_on=archived))
    sheet = minutes_sheet(office.context, version_id)
    choices = sheet.choices
    assert [unit.id for unit in choices.units] == office.units[1:]
    assert len(choices.people) == 7
    assert ([axis.code for axis in choices.axes], len(choices.upstream)) == (["۱", "۲"], 1)
    assert [party.name for party in choices.parties] == ["استانداری", "مرکز ملی"]
    # what stands in the minutes keeps its name
    assert sheet.blocks[2].clauses[0].executor == "واحد 1"


def test_the_history_of_versions(office: Office) -> None:
    _, version_id = office.written(1)
    done = office.finalised(version_id)
    record_printing(office.context, version_id, copies=8, path="m.pdf", sha256="a" * 64)
    second = withdraw(office.context, version_id, "اعتراض").id
    newest, oldest = minutes_sheet(office.context, second).versions
    assert (newest.id, newest.version, newest.code, newest.reason) == (second, 2, "", "")
    assert (oldest.state, oldest.code, oldest.reason, oldest.printed_copies) == (
        MinutesState.WITHDRAWN, done.code, "اعتراض", 8,
    )  # fmt: skip


# ---- the paper


def test_the_print_page_counts_signatures(office: Office) -> None:
    _, version_id = office.written(1)
    assert paper_sheet(office.context, version_id).can_print_for_pen is False
    done = office.finalised(version_id)
    record_printing(office.context, version_id, copies=2, path="m.pdf", sha256="a" * 64)
    signers = office.where("signers")
    for original in (1, 2):
        office.add(
            "signatures",
            Signature(signer_id=signers[0].id, original=original, signed_on=MONDAY, at="2023-05-01T11:00:00Z"),
        )
    office.add(
        "signatures", Signature(signer_id=signers[1].id, original=1, signed_on=MONDAY, at="2023-05-01T11:00:00Z")
    )
    sheet = paper_sheet(office.context, version_id)
    assert (sheet.code, sheet.sample, sheet.can_print_for_pen, sheet.can_withdraw) == (done.code, False, True, False)
    assert [[one.original for one in row.seen] for row in sheet.signers][:3] == [[1, 2], [1], []]
    assert sheet.signers[0].party.name == "استانداری"
    assert (len(sheet.missing), len(sheet.missing_on(1)), sheet.last_signed_on) == (7, 6, MONDAY)
    assert (sheet.can_sign, sheet.can_notify, sheet.notice.waiting, sheet.can_close) == (True, True, 1, False)
    assert [printing.copies for printing in sheet.printings] == [2]
    assert [row.version for row in sheet.versions] == [1]


def test_a_draft_shows_who_will_sign(office: Office) -> None:
    _, version_id = office.written(1)
    one = Signer(minutes_version_id=0, ordinal=0, party_id=office.parties[1], name="مهرداد", post="")
    assert len(paper_sheet(office.context, version_id).signers) == 8
    set_signers(office.context, version_id, [one])
    assert [row.signer.name for row in paper_sheet(office.context, version_id).signers] == ["مهرداد"]
    assert minutes_sheet(office.context, version_id).signers_by_rule is False


def test_an_unknown_record_is_told(office: Office) -> None:
    with refused("record_unknown"):
        meeting_sheet(office.context, 99)
    with refused("record_unknown"):
        paper_sheet(office.context, 99)
