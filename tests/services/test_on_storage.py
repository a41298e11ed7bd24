"""The same acts on a real data folder: what the fakes promise is what the database does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.rules.deadlines import Deadline, DeadlineKind
from desktop_app.domain.rules.meetings import AgendaItem, AgendaKind, AttendanceState, MeetingState
from desktop_app.domain.rules.minutes import MinutesState
from desktop_app.domain.rules.notices import Notice
from desktop_app.domain.rules.resolutions import ResolutionState
from desktop_app.domain.rules.upstream import UpstreamDecision
from desktop_app.services.documents.documents import meeting_of_number, minutes_paper
from desktop_app.services.documents.papers import paper_of
from desktop_app.services.follow_up.follow_up import follow_up_of
from desktop_app.services.follow_up.notifying import notify_all
from desktop_app.services.lists import meeting_ids, meeting_rows, minutes_ids, resolution_ids, resolution_rows, search
from desktop_app.services.meetings.agenda import add_item, move_item, park_item, remove_item, start_item, unpark_item
from desktop_app.services.meetings.meeting_facts import save_meeting
from desktop_app.services.meetings.meeting_sheet import meeting_sheet
from desktop_app.services.minutes.attendance import add_guest, remove_guest
from desktop_app.services.minutes.clauses import (
    move_clause,
    move_clause_to,
    remove_clause,
    save_clause,
    turn_into_note,
    turn_into_resolution,
)
from desktop_app.services.minutes.confirming import confirm_previous
from desktop_app.services.minutes.deliberations import move_deliberation, remove_deliberation
from desktop_app.services.minutes.finalising import finalise, withdraw
from desktop_app.services.minutes.minutes import record_printing, save_closing
from desktop_app.services.minutes.minutes_sheet import minutes_sheet
from desktop_app.services.minutes.paper_sheet import paper_sheet
from desktop_app.services.minutes.signers import reset_signers, rule_signers, set_signers
from desktop_app.services.minutes.signing import sign, sign_all, strike
from desktop_app.services.minutes.upstream import add_upstream, save_upstream
from desktop_app.storage.file.folder import DataFolder, WorkContext, open_folder
from tests.refusing import refused
from tests.services.fakes import SettableClock
from tests.services.office import MONDAY, Office, context_of, furnish, new_office


@pytest.fixture
def folder(fresh: Path) -> Iterator[DataFolder]:
    """A fresh data folder on the morning of the meeting day."""
    clock = SettableClock(datetime.fromisoformat("2023-05-01T10:00"))
    opened = open_folder(fresh, WorkContext(clock=clock, actor=lambda: "کارشناس"))
    yield opened
    opened.close()


@pytest.fixture
def real(folder: DataFolder) -> Office:
    """The office of the tests in that folder."""
    clock = folder._context.clock
    assert isinstance(clock, SettableClock)
    return furnish(folder.open_write, clock)


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
    record_printing(office.context, version_id, copies=8, path="m.pdf", sha256="a" * 64)
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


ALIKE = (
    "meetings", "meeting_acts", "agenda", "versions", "attendance", "guests", "deliberations", "clauses", "signers",
    "minutes_acts", "printings", "resolutions", "resolution_acts", "deadline_events", "tasks", "task_acts",
)  # fmt: skip


def kept(office: Office, kind: str) -> list[dict[str, Any]]:
    """Every record of a kind without what is random."""
    rows = [asdict(row) for row in office.where(kind)]
    return sorted(({**row, "uid": ""} for row in rows), key=lambda row: int(row["id"]))


def test_fakes_and_storage_keep_the_same_records(real: Office, folder: DataFolder) -> None:
    fake, _ = new_office()
    assert story(real) == story(fake)
    for kind in ALIKE:
        assert kept(real, kind) == kept(fake, kind), kind
    assert folder.check() == ()


def test_every_sheet_reads_from_a_work_that_may_not_write(real: Office, folder: DataFolder) -> None:
    versions = story(real)
    meeting = meeting_sheet(context_of(folder.open_read, real.clock), 1)
    assert (meeting.quorum.present, meeting.minutes_version_id) == (8, versions[-1])
    sheet = minutes_sheet(context_of(folder.open_read, real.clock, real.press), versions[-1])
    assert [row.version for row in sheet.versions] == [3, 2, 1]
    assert paper_sheet(context_of(folder.open_read), versions[0]).printings[0].copies == 8
    paper = minutes_paper(context_of(folder.open_read, real.clock, real.press), versions[-1])
    assert paper.document.version == 3
    order = PaperOrder(kind=PaperKind.MINUTES, meeting_id=meeting_of_number(context_of(folder.open_read), 1))
    assert paper_of(context_of(folder.open_read, real.clock, real.press), order) == paper


def test_lists_show_what_the_acts_made(real: Office, folder: DataFolder) -> None:
    versions = story(real)
    (row,) = meeting_rows(context_of(folder.open_read), meeting_ids(context_of(folder.open_read)))
    assert (row.number, row.minutes_version_id) == (1, versions[-1])
    assert minutes_ids(context_of(folder.open_read)) == tuple(reversed(versions))
    rows = resolution_rows(context_of(folder.open_read), resolution_ids(context_of(folder.open_read)))
    assert {row.number: row.state for row in rows} == {
        "۱۴۰۲/۱/۱": ResolutionState.ADOPTED,
        "۱۴۰۲/۱/۲": ResolutionState.REJECTED,
        "۱۴۰۲/۱/۳": ResolutionState.REJECTED,
        "۱۴۰۲/۱/۴": ResolutionState.ADOPTED,
    }
    assert [hit.kind for hit in search(context_of(folder.open_read), "سامانه پیگیری")].count("clause") >= 1


def test_a_refused_act_leaves_the_folder_as_it_was(real: Office, folder: DataFolder) -> None:
    _, version_id = real.written(1)
    before = {kind: kept(real, kind) for kind in ALIKE}
    with refused("minutes_not_read"):
        finalise(real.context, version_id)
    assert {kind: kept(real, kind) for kind in ALIKE} == before


def test_by_the_next_meeting_is_late_once_that_meeting_is_past(real: Office) -> None:
    meeting_id = real.held()
    version_id = real.draft(meeting_id)
    real.decide(version_id, real.items(meeting_id)[1], deadline=Deadline(kind=DeadlineKind.NEXT_MEETING))
    real.finalised(version_id)

    def due() -> tuple[date | None, int]:
        (row,) = resolution_rows(real.context, resolution_ids(real.context))
        return row.due, row.days_late

    assert due() == (None, 0)
    off = real.planned(date(2023, 5, 22))
    real.move(off, MeetingState.CANCELLED, reason="تعطیل")
    following = real.convened(date(2023, 5, 29))
    assert due() == (date(2023, 5, 29), 0)
    real.clock.forward(days=30)
    assert due() == (date(2023, 5, 29), 2)
    third = real.planned(date(2023, 6, 26))
    with real.open_work() as work:
        for one, day, late in ((following, date(2023, 5, 29), 0), (third, date(2023, 6, 26), 28)):
            (told,) = follow_up_of(work, work.meetings.get(one), day)
            assert (told.due, told.late) == (date(2023, 5, 29), late)


def test_from_the_pens_to_the_closed_file_and_the_next_meeting_confirms(real: Office) -> None:
    meeting_id, version_id = real.written(1)
    real.finalised(version_id)
    first, *_ = real.where("signers", minutes_version_id=version_id)
    sign(real.context, first.id, 1, MONDAY, "با ملاحظه")
    strike(real.context, first.id, 1, "نام دیگری بود")
    with real.open_work() as work:
        assert work.minutes_rows.fetch([version_id])[0].signed_on_each == (0, 0)
    sign_all(real.context, version_id, MONDAY, asked=True)
    assert real.get("versions", version_id).state is MinutesState.SIGNED
    notify_all(real.context, version_id, Notice(day=MONDAY, letter_number="۹۱۲/ص"))
    real.move(meeting_id, MeetingState.CLOSED)
    sheet = paper_sheet(real.context, version_id)
    assert (sheet.notice.waiting, sheet.closed_on, sheet.missing) == (0, MONDAY, ())
    with real.open_work() as work:
        row = work.minutes_rows.fetch([version_id])[0]
        assert (row.state, row.signed_on_each, row.signer_count) == (MinutesState.SIGNED, (8, 8), 8)
        assert work.resolution_rows.fetch(work.resolution_rows.ids())[0].state is ResolutionState.NOTIFIED
    real.clock.forward(days=28)
    later = real.in_session(MONDAY + timedelta(days=28))
    item = AgendaItem(
        committee_id=real.committee, meeting_id=later, ordinal=0, title="تأیید", kind=AgendaKind.PREVIOUS_MINUTES
    )
    confirm_previous(real.context, real.draft(later), add_item(real.context, item).id, "تأیید شد.")
    by = paper_sheet(real.context, version_id).confirmed_by
    assert by is not None
    assert by.meeting_id == later


def test_the_register_of_upstream_decisions(real: Office) -> None:
    made = add_upstream(real.context, UpstreamDecision(title="سند", body="مرکز ملی", session_day=MONDAY))
    stored = real.get("upstream", made.id)
    save_upstream(real.context, replace(stored, clause="بند ۲"))
    assert real.get("upstream", made.id) == replace(stored, clause="بند ۲")
    with refused("upstream_twice", "title"):
        add_upstream(real.context, replace(stored, clause="بند 2"))
