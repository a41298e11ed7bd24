"""Rows of which a cell was damaged: their hash proves what stood in it, and nothing else may take its place."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from desktop_app import wiring
from desktop_app.domain.taking_over.past_records import PastMeeting
from desktop_app.services.documents.alignment_matrix_document import alignment_matrix_paper
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.services.documents.monthly_report_document import monthly_report_paper
from desktop_app.services.documents.register_document import register_paper
from desktop_app.services.documents.reminder_document import reminder_paper
from desktop_app.services.documents.year_book_document import year_book_paper
from desktop_app.services.follow_up.resolution_sheet import resolution_sheet
from desktop_app.services.follow_up.task_sheet import task_sheet
from desktop_app.services.minutes.minutes_sheet import minutes_sheet
from desktop_app.services.taking_over.correcting import correct_day
from desktop_app.services.taking_over.importing import enter_meeting
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.recovery.judging import Trials
from desktop_app.text import recovery
from tests.bootstrap.test_history_page import forge
from tests.services.documents.test_recovered_classes import Copy
from tests.services.documents.test_unproven_classes import recovered
from tests.services.office_steps import Office
from tests.services.records import Records
from tests.services.taking_over.test_earlier import tell
from tests.services.taking_over.test_importing import WORDS
from tests.storage.recovery.test_lost_states import asked, recover


@pytest.fixture
def copy(office: Office, records: Records, tmp_path: Path) -> Copy:
    return Copy(office, records, tmp_path / "دفتر", None, None)


HASH_LINKS = "SELECT id, link FROM record_hash ORDER BY id"
MEETING = "SELECT number, day, state, place FROM meeting ORDER BY id"


@pytest.mark.parametrize(
    "damage",
    ["number = 71", "day = '2022-05-01'", "state = 'convened'", "kind = 'extraordinary'", "starts_at = '23:59'"],
)
def test_a_meeting_with_one_damaged_cell_comes_back_as_it_was_written(copy: Copy, damage: str) -> None:
    before, known = copy.read(register_paper), asked(copy.folder, MEETING)
    copy.forge(f"UPDATE meeting SET {damage} WHERE id = (SELECT min(meeting_id) FROM minutes_version)")
    assert asked(copy.folder, "SELECT * FROM meeting") != known
    report = recovered(copy.folder)
    assert report.whole
    assert asked(copy.folder, MEETING) == known
    assert copy.read(register_paper) == before
    copy.read(lambda context: year_book_paper(context, 1402))


def test_the_minutes_whose_state_was_damaged_are_printed_as_before(copy: Copy) -> None:
    before = copy.read(lambda context: minutes_paper(context, copy.version).document)
    copy.forge(f"UPDATE minutes_version SET state = 'draft' WHERE id = {copy.version}")
    assert recovered(copy.folder).whole
    assert copy.read(lambda context: minutes_paper(context, copy.version).document) == before


def test_a_row_whose_text_was_damaged_keeps_its_own_numbers_and_days(copy: Copy) -> None:
    """Nothing around it may know them better: a day can have been changed since, or an act typed in later."""
    known = asked(copy.folder, "SELECT number, day, state FROM meeting ORDER BY id")
    copy.forge("UPDATE meeting SET place = 'جای دیگر'")
    recover(copy.folder)
    assert asked(copy.folder, "SELECT number, day, state FROM meeting ORDER BY id") == known


@pytest.mark.parametrize("damage", ["UPDATE meeting SET place = 'دیگر'", "DELETE FROM meeting"])
def test_a_meeting_that_was_taken_over_stays_on_the_day_that_was_corrected(
    office: Office, records: Records, tmp_path: Path, damage: str
) -> None:
    tell(office)
    enter_meeting(office.context, PastMeeting(number=47, day=date(2021, 10, 6)), WORDS)
    correct_day(office.context, 47, date(2023, 2, 3))
    folder = tmp_path / "دفتر"
    folder.mkdir()
    shutil.copyfile(records.folder.folder / DATABASE_NAME, folder / DATABASE_NAME)
    forge(folder, damage)
    recover(folder)
    assert asked(folder, "SELECT number, day, state FROM meeting") == [(47, "2023-02-03", "closed")]


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE meeting SET committee_id = 2",
        "UPDATE axis SET committee_id = 2 WHERE id = 1",
        "UPDATE party SET committee_id = 2 WHERE id = 1",
    ],
)
def test_no_row_is_moved_to_a_committee_that_never_was(copy: Copy, damage: str) -> None:
    (task,) = asked(copy.folder, f"SELECT id FROM task WHERE resolution_id = {copy.resolution} LIMIT 1")[0]
    copy.forge(damage)
    recover(copy.folder)
    assert asked(copy.folder, "SELECT count(*) FROM committee") == [(1,)]
    for reading in (register_paper, reminder_paper, alignment_matrix_paper):
        copy.read(reading)
    copy.read(lambda context: monthly_report_paper(context, 1402, 2))
    copy.read(lambda context: year_book_paper(context, 1402))
    copy.read(lambda context: resolution_sheet(context, copy.resolution))
    copy.read(lambda context: task_sheet(context, int(str(task))))
    copy.read(lambda context: minutes_sheet(context, copy.version))


def test_a_resolution_of_a_draft_stays_with_its_meeting(office: Office, records: Records, tmp_path: Path) -> None:
    """Its draft could neither be opened nor made final."""
    meeting, version_id = office.written(2)
    other = office.convened()
    folder = tmp_path / "دفتر"
    folder.mkdir()
    shutil.copyfile(records.folder.folder / DATABASE_NAME, folder / DATABASE_NAME)
    forge(folder, f"UPDATE resolution SET meeting_id = {other} WHERE id = 1")
    recover(folder)
    assert asked(folder, "SELECT DISTINCT meeting_id FROM resolution") == [(meeting,)]
    with closing(wiring.view_office(folder, office.clock)) as opened:
        minutes_sheet(opened.context, version_id)


@pytest.mark.parametrize("damage", ["unit_id = 4", "state = 'cancelled'", "percent = 90", "due = '2023-04-01'"])
def test_a_task_with_one_damaged_cell_comes_back_as_it_was_written(copy: Copy, damage: str) -> None:
    (task,) = asked(copy.folder, f"SELECT id FROM task WHERE resolution_id = {copy.resolution} ORDER BY id LIMIT 1")[0]
    before = copy.read(reminder_paper)
    copy.forge(f"UPDATE task SET {damage} WHERE id = {task}")
    assert copy.read(reminder_paper) != before
    assert recovered(copy.folder).whole
    assert copy.read(reminder_paper) == before


def test_where_a_hash_is_lost_no_older_value_comes_back(office: Office, records: Records, tmp_path: Path) -> None:
    """The hash that is left is of before the state was changed."""
    meeting = office.convened()
    folder = tmp_path / "دفتر"
    folder.mkdir()
    shutil.copyfile(records.folder.folder / DATABASE_NAME, folder / DATABASE_NAME)
    known = asked(folder, f"SELECT state FROM meeting WHERE id = {meeting}")
    newest = "SELECT max(id) FROM record_hash WHERE kind = 'meeting'"
    assert asked(folder, "SELECT count(*) FROM record_hash WHERE kind = 'meeting'") > [(1,)]
    forge(folder, f"DELETE FROM record_hash WHERE id = ({newest})")
    recover(folder)
    assert asked(folder, f"SELECT state FROM meeting WHERE id = {meeting}") == known


@pytest.mark.parametrize("kind", ["clause", "office_setting", "signature", "attendance", "minutes_version", "task"])
def test_a_damaged_hash_takes_no_sound_row_away(copy: Copy, kind: str) -> None:
    """Its link proves which hash was written: the one of the row."""
    statement = f"SELECT * FROM {kind} ORDER BY id"
    known, before = asked(copy.folder, statement), copy.read(register_paper)
    assert known
    copy.forge(
        "UPDATE record_hash SET hash = replace(substr(hash, 1, 1), substr(hash, 1, 1), CASE substr(hash, 1, 1)"
        " WHEN '0' THEN '1' ELSE '0' END) || substr(hash, 2)"
        f" WHERE id = (SELECT max(id) FROM record_hash WHERE kind = '{kind}')"
    )
    report = recovered(copy.folder)
    assert report.whole
    assert asked(copy.folder, statement) == known
    assert copy.read(register_paper) == before


@pytest.mark.parametrize("kind", ["minutes_version", "task", "resolution"])
def test_where_a_link_cannot_be_judged_no_older_value_comes_back(copy: Copy, kind: str) -> None:
    """Of its newest hash the kind is damaged, and an entry that the same link covers is lost."""
    statement = f"SELECT * FROM {kind} WHERE id = 1"
    known = asked(copy.folder, statement)
    newest = f"SELECT max(id) FROM record_hash WHERE kind = '{kind}' AND record_id = 1"
    assert asked(copy.folder, f"SELECT count(*) FROM record_hash WHERE kind = '{kind}' AND record_id = 1") > [(1,)]
    copy.forge(
        "DELETE FROM audit WHERE seq = (SELECT last_entry FROM chain_link WHERE seq ="
        f" (SELECT link FROM record_hash WHERE id = ({newest})))"
    )
    copy.forge(f"UPDATE record_hash SET kind = '{kind[:-1]}_' WHERE id = ({newest})")
    report = recovered(copy.folder)
    told = {(one.kind, one.id) for one in report.records}
    assert asked(copy.folder, statement) == known or (kind, 1) in told


@pytest.mark.parametrize(
    ("table", "column", "which"),
    [
        ("audit", "facts", "act = 'hashed'"),
        ("audit", "act", "act = 'hashed'"),
        ("audit", "subject_id", "act = 'hashed'"),
        ("audit", "actor", "seq = 1"),
        ("act", "kind", "id = 1"),
        ("record_hash", "record_id", "id = (SELECT max(id) FROM record_hash WHERE kind = 'minutes_version')"),
        ("record_hash", "kind", "id = (SELECT max(id) FROM record_hash WHERE kind = 'clause')"),
        ("record_hash", "hash", "id = (SELECT max(id) FROM record_hash WHERE kind = 'task')"),
        ("chain_link", "hash", "seq = 3"),
        ("chain_link", "previous", "seq = 3"),
        ("chain_link", "last_entry", "seq = 2"),
        ("chain_link", "last_act", "seq = 2"),
        ("chain_link", "last_entry", "seq = 30"),
    ],
)
def test_one_flipped_bit_of_what_a_link_is_made_of_is_put_right(
    copy: Copy, table: str, column: str, which: str
) -> None:
    """The link proves it: one in the entry of their code refused minutes and every register for ever."""
    statement = f"SELECT * FROM {table} WHERE {which}"
    known, before = asked(copy.folder, statement), copy.read(register_paper)
    ((cell,),) = asked(copy.folder, f"SELECT {column} FROM {table} WHERE {which}")
    if isinstance(cell, int):
        flipped = str(cell ^ 64)
    else:
        letters = list(str(cell))
        place = min(25, len(letters) - 3)
        letters[place] = chr(ord(letters[place]) ^ 1)
        flipped = f"'{''.join(letters)}'"
    copy.forge(f"UPDATE {table} SET {column} = {flipped} WHERE {which}")
    assert recovered(copy.folder).whole
    assert asked(copy.folder, statement) == known
    assert copy.read(register_paper) == before


@pytest.mark.parametrize("column", ["last_entry", "last_act"])
def test_a_link_that_names_keys_of_the_future_is_cut(copy: Copy, column: str) -> None:
    """What is written after it would be covered by no link."""
    copy.forge(f"UPDATE chain_link SET {column} = {column} + 67 WHERE seq = (SELECT max(seq) FROM chain_link)")
    report = recovered(copy.folder)
    assert (report.links_kept, report.left) == (report.links_found - 1, ())
    assert recovered(copy.folder).whole


@pytest.mark.parametrize(
    "damage",
    ["UPDATE audit SET actor = 'دیگری' WHERE seq = {0}", "UPDATE act SET kind = 'دیگری' WHERE id = {0}"],
)
def test_an_entry_that_was_damaged_is_counted_as_one_that_nothing_proves(copy: Copy, damage: str) -> None:
    """It comes over as it was read, and the screen does not say that all is as it was written."""
    copy.forge(damage.format(1))
    report = recovered(copy.folder)
    table = "act" if " act " in damage else "audit"
    assert next(one.unproven for one in report.tables if one.kind == table) == 1
    assert recovery.summary(report.came, len(report.records), report.unproven) != recovery.summary(report.came, 0)


@pytest.mark.parametrize("damage", ["record_id - 128", "record_id + 128"])
def test_the_flipped_sign_of_a_number_is_put_right(copy: Copy, damage: str) -> None:
    copy.forge(f"UPDATE record_hash SET record_id = {damage} WHERE id = 3")
    assert recovered(copy.folder).whole


@pytest.mark.parametrize("table", ["audit", "act", "record_hash"])
def test_a_counter_that_is_too_high_tells_of_nothing_lost(copy: Copy, table: str) -> None:
    """The last link follows: nothing was written after what it covers."""
    copy.forge(f"UPDATE sqlite_sequence SET seq = seq + 1024 WHERE name = '{table}'")
    assert recovered(copy.folder).whole


def test_of_what_is_long_less_is_tried() -> None:
    assert len(list(Trials(lambda: None, 100).as_long(range(600), 20_000))) == 10


def test_so_many_rows_are_tried_with_another_value_and_then_none() -> None:
    stopped: list[None] = []
    trials = Trials(lambda: stopped.append(None), 1001)
    assert len(list(trials.among([(one,) for one in range(600)]))) == 600
    assert len(list(trials.among([(one,) for one in range(600)]))) == 401
    assert list(trials.among([(1,)])) == []
    assert len(stopped) == 2, "whether to go on is asked now and then"


@pytest.mark.parametrize("cell", ["9e999", "'abc'", "x'ff00'", "NULL"])
def test_a_hash_of_no_row_ends_no_recovery(copy: Copy, cell: str) -> None:
    """Damage that no type of a column keeps out."""
    before = copy.read(register_paper)
    with closing(sqlite3.connect(copy.folder / DATABASE_NAME)) as raw:
        raw.execute("PRAGMA writable_schema = ON")
        raw.execute(
            "UPDATE sqlite_schema SET sql = replace(replace(sql, ') STRICT', ')'), 'record_id INTEGER NOT NULL',"
            " 'record_id') WHERE name = 'record_hash'"
        )
        raw.commit()
    copy.forge(f"UPDATE record_hash SET record_id = {cell} WHERE kind = 'clause' AND record_id = {copy.clause}")
    copy.forge(f"UPDATE clause SET text = 'متن دیگر' WHERE id <> {copy.clause}")
    report = recovered(copy.folder)
    assert not report.whole
    assert copy.read(register_paper).document.lines[0] == before.document.lines[0]


def test_an_undamaged_office_is_whole(demo_folder: Path) -> None:
    """Cooperating units too: they are proved by the hash of their clause."""
    report = recovered(demo_folder)
    assert report.whole, [one for one in report.tables if one.unproven]


@pytest.mark.parametrize("table", ["record_hash", "chain_link", "audit", "act"])
@pytest.mark.parametrize("more", [-1, 1, 64, 1 << 17])
def test_a_damaged_counter_of_the_evidence_tells_of_no_loss(copy: Copy, table: str, more: int) -> None:
    copy.forge(f"UPDATE sqlite_sequence SET seq = seq + {more} WHERE name = '{table}'")
    report = recovered(copy.folder)
    assert report.whole
    assert report.links_kept == report.links_found


def test_links_that_are_lost_are_told_though_their_counter_is_damaged_too(copy: Copy) -> None:
    copy.forge("DELETE FROM chain_link WHERE seq = (SELECT max(seq) FROM chain_link)")
    copy.forge("UPDATE sqlite_sequence SET seq = seq + 64 WHERE name = 'chain_link'")
    report = recovered(copy.folder)
    assert not report.whole
    assert report.links_kept < report.links_found


@pytest.mark.parametrize("bit", [0, 1, 4, 10, 30])
@pytest.mark.parametrize("place", ["first", "within", "begins", "last"])
def test_one_flipped_bit_of_the_link_of_a_hash_cuts_no_chain(copy: Copy, place: str, bit: int) -> None:
    """It stands among those of its own link: keys are given link by link."""
    hashes = [(int(str(key)), int(str(link))) for key, link in asked(copy.folder, HASH_LINKS)]
    links = [1, *(link for _key, link in hashes), hashes[-1][1]]
    around = [(key, *links[at : at + 3]) for at, (key, _link) in enumerate(hashes)]
    key, low, own, high = {
        "first": around[0],
        "within": next(one for one in around[1:] if one[1] == one[2] == one[3]),
        "begins": next(one for one in around[1:] if one[1] < one[2] == one[3]),
        "last": around[-1],
    }[place]
    read = own ^ (1 << bit)
    assert not low <= read <= high
    copy.forge(f"UPDATE record_hash SET link = {read} WHERE id = {key}")
    report = recovered(copy.folder)
    assert report.whole
    assert report.links_kept == report.links_found
