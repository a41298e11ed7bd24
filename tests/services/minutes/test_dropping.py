"""The draft of a correction that nobody wants any more: everything is as it was, but for the acts that tell of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.documents.snapshots import minutes_from_json
from desktop_app.domain.rules.meetings import AttendanceState, MeetingState
from desktop_app.domain.rules.minutes import MinutesActKind, MinutesState
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.services.follow_up.resolution_sheet import resolution_sheet
from desktop_app.services.meetings.agenda import save_item
from desktop_app.services.meetings.meeting_facts import save_meeting
from desktop_app.services.meetings.meeting_sheet import meeting_sheet
from desktop_app.services.minutes.attendance import add_guest
from desktop_app.services.minutes.clauses import remove_clause, save_clause
from desktop_app.services.minutes.finalising import withdraw
from desktop_app.services.minutes.minutes import to_review
from desktop_app.services.minutes.minutes_sheet import guards_of, minutes_sheet
from desktop_app.services.minutes.paper_sheet import paper_sheet
from desktop_app.services.versions.amending import amend, drop_amendment
from desktop_app.services.versions.signing import sign_all
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import DataFolder
from tests.refusing import refused
from tests.services.minutes.test_amending import REASON, clause, corrected, signed
from tests.services.office_steps import MONDAY, Office
from tests.services.records import Records

WHY = "ایراد وارد نبود و متن امضاشده درست است"
TOLD: frozenset[str] = frozenset({"act", "audit", "minutes_act", "minutes_version", "sqlite_sequence"})
"""Tables in which the dropped draft leaves its trace."""
EVERYTHING = (
    "meetings", "meeting_acts", "agenda", "attendance", "guests", "deliberations", "clauses", "signers", "printings",
    "signatures", "resolutions", "resolution_acts", "deadline_events", "tasks", "task_acts", "people", "units",
)  # fmt: skip


def rows(office: Office) -> dict[str, list[object]]:
    """Every row that a dropped draft must not touch."""
    return {kind: list(office.where(kind)) for kind in EVERYTHING}


def scribbled(office: Office, meeting_id: int, version_id: int) -> int:
    """A correction in which everything was changed that can be."""
    made = corrected(office, version_id)
    save_clause(office.context, replace(clause(office, made), text="متنی که کسی نخواست"))
    remove_clause(office.context, clause(office, made, 1).id)
    office.decide(made, office.items(meeting_id)[2], "تصمیمی که کسی نخواست")
    office.say(made, office.items(meeting_id)[1], "گفته‌ای که کسی نگفت")
    office.mark(meeting_id, 7, state=AttendanceState.EXCUSED)
    add_guest(office.context, meeting_id, name="مهمان خیالی")
    meeting = meeting_sheet(office.context, meeting_id).meeting
    save_meeting(office.context, replace(meeting, place="تالار دیگر", ended_at="13:40"))
    return made


@pytest.mark.parametrize("closed", [False, True])
def test_after_a_drop_every_record_is_as_it_was(office: Office, closed: bool) -> None:
    other, _ = office.written(1, date(2023, 4, 24))
    meeting_id, version_id = signed(office, closed=closed)
    before, version = rows(office), office.get("versions", version_id)
    made = scribbled(office, meeting_id, version_id)
    assert rows(office) != before
    answer = drop_amendment(office.context, made, WHY)
    assert (answer.id, answer.version, answer.number) == (version_id, 1, 1)
    assert rows(office) == before
    assert office.get("versions", version_id) == version
    draft = office.get("versions", made)
    assert (draft.state, draft.snapshot, draft.content_hash) == (MinutesState.DROPPED, "", "")
    acts = office.where("minutes_acts", minutes_version_id=made)
    assert [(act.kind, act.reason) for act in acts] == [
        (MinutesActKind.OPENED, REASON),
        (MinutesActKind.DROPPED, WHY),
    ]
    assert office.where("meetings", id=other)


def test_the_signed_version_is_the_one_that_everything_leads_to_again(office: Office) -> None:
    meeting_id, version_id = signed(office)
    made = scribbled(office, meeting_id, version_id)
    drop_amendment(office.context, made, WHY)
    sheet = paper_sheet(office.context, version_id)
    assert sheet.can_amend
    assert sheet.can_close
    assert [row.version for row in sheet.versions] == [1]
    assert sheet.dropped is not None
    assert sheet.dropped.reason == WHY
    # whoever still holds the draft is led to the signed version
    assert paper_sheet(office.context, made).version.id == version_id
    assert minutes_sheet(office.context, made).version.id == version_id
    assert guards_of(office.context, made) == ()
    paper = minutes_paper(office.context, made)
    assert paper.document == minutes_from_json(office.get("versions", version_id).snapshot)
    assert not paper.imprint.draft
    page = meeting_sheet(office.context, meeting_id)
    assert (page.minutes_version_id, page.correcting, page.facts_editable) == (version_id, 0, False)
    resolution = office.where("resolutions", meeting_id=meeting_id)[0]
    assert resolution_sheet(office.context, resolution.id).clause.text == "تصمیم 1"


def test_it_is_begun_anew_in_the_same_place(office: Office) -> None:
    meeting_id, version_id = signed(office)
    made = scribbled(office, meeting_id, version_id)
    drop_amendment(office.context, made, WHY)
    again = amend(office.context, version_id, "بار دیگر")
    assert (again.id, again.version, again.number) == (made, 2, 1)
    draft = office.get("versions", made)
    assert (draft.state, draft.read_aloud, draft.session.place) == (MinutesState.DRAFT, False, "سالن جلسات")
    assert clause(office, made).text == "تصمیم 1"
    assert paper_sheet(office.context, version_id).dropped is None
    office.finalised(made)
    amends = minutes_from_json(office.get("versions", made).snapshot).amends
    assert amends is not None
    assert (amends.number, amends.reason, amends.changes) == (1, "بار دیگر", ())
    assert [row.version for row in paper_sheet(office.context, made).versions] == [2, 1]


def test_what_was_made_ready_to_be_read_is_dropped_too(office: Office) -> None:
    _, version_id = signed(office)
    made = corrected(office, version_id)
    to_review(office.context, made)
    drop_amendment(office.context, made, WHY)
    assert office.get("versions", made).state is MinutesState.DROPPED


def test_only_the_draft_of_a_correction_is_dropped_and_with_a_reason(office: Office) -> None:
    _, first = office.written()
    with refused("drop_not_correction"):
        drop_amendment(office.context, first, WHY)
    office.finalised(first)
    with refused("minutes_frozen"):
        drop_amendment(office.context, first, WHY)
    sign_all(office.context, first, MONDAY, asked=True)
    made = corrected(office, first)
    with refused("reason_missing"):
        drop_amendment(office.context, made, "  ")
    office.finalised(made)
    with refused("minutes_frozen"):
        drop_amendment(office.context, made, WHY)
    third = withdraw(office.context, made, "غلط تایپی").id
    with refused("drop_after_final"):
        drop_amendment(office.context, third, WHY)
    assert not minutes_sheet(office.context, third).can_drop


def test_a_second_correction_is_dropped_and_the_first_stays_in_force(office: Office) -> None:
    _, version_id = signed(office)
    second = corrected(office, version_id)
    office.finalised(second)
    sign_all(office.context, second, MONDAY, asked=True)
    third = amend(office.context, second, "بار دوم").id
    assert drop_amendment(office.context, third, WHY).id == second
    assert office.get("versions", second).state is MinutesState.SIGNED
    assert office.get("versions", version_id).state is MinutesState.AMENDED


def test_while_a_correction_is_written_the_agenda_stays_as_it_was_signed(office: Office) -> None:
    meeting_id, version_id = signed(office)
    corrected(office, version_id)
    item = office.get("agenda", office.items(meeting_id)[1])
    with refused("meeting_under_correction"):
        save_item(office.context, replace(item, title="عنوانی دیگر"))
    assert not meeting_sheet(office.context, meeting_id).agenda_editable


def test_a_meeting_that_ended_otherwise_since_is_put_right_first(office: Office) -> None:
    meeting_id, version_id = signed(office, resolutions=0)
    made = corrected(office, version_id)
    office.mark(meeting_id, *range(1, 8), state=AttendanceState.ABSENT)
    office.move(meeting_id, MeetingState.INQUORATE, reason="حد نصاب نبود")
    assert not minutes_sheet(office.context, made).can_drop
    with refused("drop_after_other_end"):
        drop_amendment(office.context, made, WHY)
    office.mark(meeting_id, *range(1, 8))
    office.move(meeting_id, MeetingState.HELD, reason="بود")
    drop_amendment(office.context, made, WHY)
    assert office.get("meetings", meeting_id).state is MeetingState.HELD


# ---- in a real file


@pytest.fixture
def folder(office: Office, records: Records) -> tuple[DataFolder, Office]:
    """An office and its data folder."""
    return records.folder, office


def dump(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but those that tell of the draft, as any other program sees them."""
    with closing(sqlite3.connect(file)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {
            name: connection.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall()
            for name in names
            if name not in TOLD
        }


EVIDENCE = ("chain_link", "record_hash")
"""Tables that only grow, with each act."""


def test_no_row_of_the_file_differs_and_the_check_is_clean(folder: tuple[DataFolder, Office]) -> None:
    data, office = folder
    file = data.folder / DATABASE_NAME
    for day in (date(2023, 4, 17), date(2023, 4, 24)):
        office.written(2, day)
    meeting_id, version_id = signed(office, closed=True)
    before = dump(file)
    made = scribbled(office, meeting_id, version_id)
    during = dump(file)
    assert {name for name in before if before[name] != during[name]} >= {"clause", "attendance", "search_text"}
    drop_amendment(office.context, made, WHY)
    after = dump(file)
    without_ids = {name: [row[1:] for row in found] for name, found in after.items() if name == "search_text"}
    assert {name for name in before if before[name] != after[name]} <= {"search_text", *EVIDENCE}
    assert sorted(without_ids["search_text"]) == sorted(row[1:] for row in before["search_text"])
    assert data.check() == ()


def test_search_and_lists_know_the_signed_wording_alone(folder: tuple[DataFolder, Office]) -> None:
    data, office = folder
    meeting_id, version_id = signed(office)
    made = scribbled(office, meeting_id, version_id)
    with data.open_read() as work:
        assert work.search("نخواست", 9)
        assert list(work.minutes_rows.ids()) == [made, version_id]
    drop_amendment(office.context, made, WHY)
    with data.open_read() as work:
        for word in ("نخواست", "نگفت", "خیالی", "تالار"):
            assert work.search(word, 9) == (), word
        assert {hit.kind for hit in work.search("تصمیم", 9)} == {"resolution"}
        assert list(work.minutes_rows.ids()) == [version_id]
        (row,) = work.meeting_rows.fetch([meeting_id])
        assert (row.minutes_version_id, row.minutes_state) == (version_id, MinutesState.SIGNED)
        assert (row.place, row.resolution_count) == ("سالن جلسات", 2)
        assert len(work.resolution_rows.ids()) == 2
    assert data.check() == ()
