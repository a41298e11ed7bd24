"""One meeting by nearly every act there is, and what every sheet and list shows of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.rules.clauses import UpstreamDecision
from desktop_app.domain.rules.deadlines import Deadline, DeadlineKind
from desktop_app.domain.rules.meetings import AgendaItem, AgendaKind, AttendanceState, MeetingState
from desktop_app.domain.rules.minutes import MinutesState
from desktop_app.domain.rules.notices import Notice
from desktop_app.domain.rules.resolutions import ResolutionState
from desktop_app.services import lists
from desktop_app.services.documents.documents import meeting_of_number, minutes_paper
from desktop_app.services.documents.papers import paper_of
from desktop_app.services.follow_up.follow_up import follow_up_of
from desktop_app.services.follow_up.notifying import notify_all
from desktop_app.services.lists import search
from desktop_app.services.meetings.agenda import add_item, move_item, park_item, remove_item, start_item, unpark_item
from desktop_app.services.meetings.meeting_facts import save_meeting
from desktop_app.services.meetings.meeting_sheet import meeting_sheet
from desktop_app.services.minutes.attendance import add_guest, remove_guest
from desktop_app.services.minutes.clauses import (
    add_upstream,
    move_clause,
    move_clause_to,
    remove_clause,
    save_clause,
    save_upstream,
    turn_into_note,
    turn_into_resolution,
)
from desktop_app.services.minutes.finalising import finalise, withdraw
from desktop_app.services.minutes.minutes import record_printing, save_closing
from desktop_app.services.minutes.minutes_sheet import minutes_sheet
from desktop_app.services.minutes.paper_sheet import confirm_previous, paper_sheet
from desktop_app.services.versions.drafts import move_deliberation, remove_deliberation
from desktop_app.services.versions.signing import reset_signers, rule_signers, set_signers, sign, sign_all, strike
from desktop_app.storage.file.folder import DataFolder
from tests.refusing import refused
from tests.services.office_steps import MONDAY, Office, context_of
from tests.services.records import Records


@pytest.fixture
def folder(records: Records) -> DataFolder:
    return records.folder


def story(office: Office) -> list[int]:
    """One meeting by nearly every act there is, withdrawn twice; answers the ids of its versions."""
    meeting_id = office.planned()
    first, second, third = office.items(meeting_id)
    move_item(office.context, third, -1)
    move_item(office.context, third, 1)
    park_item(office.context, first)
    unpark_item(office.context, first, meeting_id)
    move_item(office.context, first, -9)
    remove_item(office.context, office.parked())
    office.move(meeting_id, MeetingState.SCHEDULED, MeetingState.CONVENED)
    office.mark(meeting_id, 3, state=AttendanceState.EXCUSED)
    office.move(meeting_id, MeetingState.POSTPONED, reason="سفر")
    save_meeting(office.context, replace(office.get("meetings", meeting_id), day=date(2023, 5, 8)))
    office.move(meeting_id, MeetingState.SCHEDULED, MeetingState.CONVENED)
    office.clock.forward(days=7)
    office.move(meeting_id, MeetingState.IN_SESSION)
    start_item(office.context, second)
    office.mark(meeting_id, 3, state=AttendanceState.SUBSTITUTE, substitute_name="کیوان", letter_number="۹/ص")
    office.mark(meeting_id, 0, 1, 2, 4, 5, 6)
    office.mark(meeting_id, 7, state=AttendanceState.VIDEO)
    remove_guest(office.context, add_guest(office.context, meeting_id, name="رویا").id)
    add_guest(office.context, meeting_id, name="فرزاد")
    office.clock.forward(hours=2)
    office.move(meeting_id, MeetingState.HELD)
    version_id = office.draft(meeting_id)
    _write(office, version_id, second, third)
    office.finalised(version_id)
    record_printing(office.context, version_id, copies=8, path="", sha256="a" * 64)
    return [version_id, *_reopen(office, version_id, third)]


def _write(office: Office, version_id: int, second: int, third: int) -> None:
    office.say(version_id, second, "یک")
    move_deliberation(office.context, office.say(version_id, second, "دو"), -1)
    remove_deliberation(office.context, office.say(version_id, second, "سه"))
    note = office.note(version_id, second, "سامانهٔ پیگیری راه افتاد.")
    turn_into_resolution(office.context, note)
    turn_into_note(office.context, note)
    office.decide(version_id, third, "تصمیم یک")
    last = office.decide(version_id, third, "تصمیم دو", all_units=True, cooperating=())
    move_clause(office.context, last, -1)
    move_clause(office.context, last, 1)
    moved = office.decide(version_id, second, "تصمیم سه")
    move_clause_to(office.context, moved, third)
    remove_clause(office.context, office.decide(version_id, second, "حذف"))
    save_closing(office.context, replace(office.get("versions", version_id), next_day=date(2023, 6, 5)))
    with office.open_work() as work:
        chosen = rule_signers(work, work.versions.get(version_id))
    set_signers(office.context, version_id, chosen[:3])
    reset_signers(office.context, version_id)


def _reopen(office: Office, version_id: int, item_id: int) -> list[int]:
    second = withdraw(office.context, version_id, "اعتراض").id
    clauses = [one for one in office.where("clauses", minutes_version_id=second) if one.is_resolution]
    later = Deadline(kind=DeadlineKind.DAY, day=date(2023, 7, 3))
    save_clause(office.context, replace(clauses[0], cooperating=(), deadline=later))
    remove_clause(office.context, clauses[1].id)
    turn_into_note(office.context, clauses[2].id)
    office.decide(second, item_id, "تصمیم چهار")
    office.finalised(second)
    third = withdraw(office.context, second, "بار دیگر").id
    clauses = [one for one in office.where("clauses", minutes_version_id=third) if one.is_resolution]
    save_clause(office.context, replace(clauses[0], cooperating=(office.units[2],)))
    office.finalised(third)
    return [second, third]


RECORDS = {
    "meetings": 1, "meeting_acts": 7, "agenda": 3, "versions": 3, "attendance": 24, "guests": 3, "deliberations": 6,
    "clauses": 12, "signers": 24, "minutes_acts": 15, "printings": 1, "resolutions": 4, "resolution_acts": 2,
    "deadline_events": 5, "tasks": 10, "task_acts": 8,
}  # fmt: skip
"""So many records the story leaves of each kind: three versions of one text, and every act that was done or undone."""


def test_every_act_keeps_its_record_and_nothing_is_wrong(office: Office, folder: DataFolder) -> None:
    story(office)
    assert {kind: len(office.where(kind)) for kind in RECORDS} == RECORDS
    assert folder.check() == ()


def test_every_sheet_reads_from_a_work_that_may_not_write(office: Office, folder: DataFolder) -> None:
    versions = story(office)
    meeting = meeting_sheet(context_of(folder.open_read, office.clock), 1)
    assert (meeting.quorum.present, meeting.minutes_version_id) == (8, versions[-1])
    sheet = minutes_sheet(context_of(folder.open_read, office.clock, office.paper), versions[-1])
    assert [row.version for row in sheet.versions] == [3, 2, 1]
    assert paper_sheet(context_of(folder.open_read), versions[0]).printings[0].copies == 8
    paper = minutes_paper(context_of(folder.open_read, office.clock, office.paper), versions[-1])
    assert paper.document.version == 3
    order = PaperOrder(kind=PaperKind.MINUTES, meeting_id=meeting_of_number(context_of(folder.open_read), 1))
    assert paper_of(context_of(folder.open_read, office.clock, office.paper), order) == paper


def test_lists_show_what_the_acts_made(office: Office, folder: DataFolder) -> None:
    versions = story(office)
    (row,) = lists.MEETINGS.rows(context_of(folder.open_read), lists.MEETINGS.ids(context_of(folder.open_read)))
    assert (row.number, row.minutes_version_id) == (1, versions[-1])
    assert lists.MINUTES.ids(context_of(folder.open_read)) == tuple(reversed(versions))
    rows = lists.RESOLUTIONS.rows(context_of(folder.open_read), lists.RESOLUTIONS.ids(context_of(folder.open_read)))
    assert {row.number: row.state for row in rows} == {
        "۱۴۰۲/۱/۱": ResolutionState.ADOPTED,
        "۱۴۰۲/۱/۲": ResolutionState.REJECTED,
        "۱۴۰۲/۱/۳": ResolutionState.REJECTED,
        "۱۴۰۲/۱/۴": ResolutionState.ADOPTED,
    }
    assert [hit.kind for hit in search(context_of(folder.open_read), "سامانه پیگیری")].count("clause") >= 1


def test_a_refused_act_leaves_the_folder_as_it_was(office: Office, records: Records) -> None:
    _, version_id = office.written(1)
    before = records.content()
    with refused("minutes_not_read"):
        finalise(office.context, version_id)
    assert records.content() == before


def test_by_the_next_meeting_is_late_once_that_meeting_is_past(office: Office) -> None:
    meeting_id = office.held()
    version_id = office.draft(meeting_id)
    office.decide(version_id, office.items(meeting_id)[1], deadline=Deadline(kind=DeadlineKind.NEXT_MEETING))
    office.finalised(version_id)

    def due() -> tuple[date | None, int]:
        (row,) = lists.RESOLUTIONS.rows(office.context, lists.RESOLUTIONS.ids(office.context))
        return row.due, row.days_late

    assert due() == (None, 0)
    off = office.planned(date(2023, 5, 22))
    office.move(off, MeetingState.CANCELLED, reason="تعطیل")
    following = office.convened(date(2023, 5, 29))
    assert due() == (date(2023, 5, 29), 0)
    office.clock.forward(days=30)
    assert due() == (date(2023, 5, 29), 2)
    third = office.planned(date(2023, 6, 26))
    with office.open_work() as work:
        for one, day, late in ((following, date(2023, 5, 29), 0), (third, date(2023, 6, 26), 28)):
            (told,) = follow_up_of(work, work.meetings.get(one), day)
            assert (told.due, told.late) == (date(2023, 5, 29), late)


def test_from_the_pens_to_the_closed_file_and_the_next_meeting_confirms(office: Office) -> None:
    meeting_id, version_id = office.written(1)
    office.finalised(version_id)
    first, *_ = office.where("signers", minutes_version_id=version_id)
    sign(office.context, first.id, 1, MONDAY, "با ملاحظه")
    strike(office.context, first.id, 1, "نام دیگری بود")
    with office.open_work() as work:
        assert work.minutes_rows.fetch([version_id])[0].signed_on_each == (0, 0)
    sign_all(office.context, version_id, MONDAY, asked=True)
    assert office.get("versions", version_id).state is MinutesState.SIGNED
    notify_all(office.context, version_id, Notice(day=MONDAY, letter_number="۹۱۲/ص"))
    office.move(meeting_id, MeetingState.CLOSED)
    sheet = paper_sheet(office.context, version_id)
    assert (sheet.notice.waiting, sheet.closed_on, sheet.missing) == (0, MONDAY, ())
    with office.open_work() as work:
        row = work.minutes_rows.fetch([version_id])[0]
        assert (row.state, row.signed_on_each, row.signer_count) == (MinutesState.SIGNED, (8, 8), 8)
        assert work.resolution_rows.fetch(work.resolution_rows.ids())[0].state is ResolutionState.NOTIFIED
    office.clock.forward(days=28)
    later = office.in_session(MONDAY + timedelta(days=28))
    item = AgendaItem(
        committee_id=office.committee, meeting_id=later, ordinal=0, title="تأیید", kind=AgendaKind.PREVIOUS_MINUTES
    )
    confirm_previous(office.context, office.draft(later), add_item(office.context, item).id, "تأیید شد.")
    by = paper_sheet(office.context, version_id).confirmed_by
    assert by is not None
    assert by.meeting_id == later


def test_the_register_of_upstream_decisions(office: Office) -> None:
    made = add_upstream(office.context, UpstreamDecision(title="سند", body="مرکز ملی", session_day=MONDAY))
    stored = office.get("upstream", made.id)
    save_upstream(office.context, replace(stored, clause="بند ۲"))
    assert office.get("upstream", made.id) == replace(stored, clause="بند ۲")
    with refused("upstream_twice", "title"):
        add_upstream(office.context, replace(stored, clause="بند 2"))
