"""Rows with garbled bytes: a recovery makes up no record, lowers no class, and believes no hash that was cut."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app import wiring
from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.documents.papers import Classification
from desktop_app.domain.read_models.recovery_report import Fate
from desktop_app.domain.rules.minutes import ClauseKind
from desktop_app.services import lists
from desktop_app.services.documents.history_document import history_paper
from desktop_app.services.documents.monthly_report_document import monthly_report_paper
from desktop_app.services.documents.register_document import register_paper
from desktop_app.services.minutes.amending import amend
from desktop_app.services.minutes.clauses import add_clause, remove_clause
from desktop_app.storage.file.database import DATABASE_NAME
from tests.bootstrap.test_history_page import forge
from tests.services.documents.test_unproven_classes import recovered
from tests.storage.conftest import work_context
from tests.storage.recovery.damage import PAGE, leaf_pages
from tests.storage.recovery.test_lost_states import asked
from tests.storage.recovery.test_places import fates, forget_clauses, refused_sheets

SECTOR = 512


@pytest.fixture
def demo(demo_data: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(demo_data, tmp_path / "دفتر"))


def garble(folder: Path, row: bytes, last: int) -> None:
    """Overwrite the ``last`` bytes of what stands once in the file."""
    database = folder / DATABASE_NAME
    content = bytearray(database.read_bytes())
    assert content.count(row) == 1
    end = content.index(row) + len(row)
    content[end - last : end] = b"U" * last
    database.write_bytes(content)


def correction(folder: Path) -> tuple[wiring.Office, int]:
    """The open office with the draft of a correction."""
    opened = wiring.open_office(folder, work_context().clock)
    return opened, amend(opened.context, 5, "پیش‌نویس باز").id


@pytest.mark.parametrize("sector", range(PAGE // SECTOR))
def test_a_hash_that_was_cut_condemns_no_sound_row(demo: Path, sector: int) -> None:
    """It lies over the edge of a sector of the disk, of which the other side is lost."""
    database = demo / DATABASE_NAME
    content = bytearray(database.read_bytes())
    at = (leaf_pages(database, "record_hash")[0] - 1) * PAGE + sector * SECTOR
    content[at : at + SECTOR] = bytes(SECTOR)
    database.write_bytes(content)
    report = recovered(demo)
    assert [one for one in report.records if one.fate is not Fate.LOST] == []
    assert refused_sheets(demo) == []


def test_words_whose_class_is_garbled_come_back_guarded(demo: Path) -> None:
    opened, draft = correction(demo)
    with closing(opened):
        with opened.context.read() as work:
            clause = next(one for one in work.clauses.where(minutes_version_id=draft) if one.is_resolution)
        secret = Classification.SECRET
        made = add_clause(
            opened.context, replace(clause, text="مصوبهٔ پنهان", reservation="یادداشت", classification=secret)
        ).id
    row = "unanimousیادداشتsecret".encode()
    garble(demo, row[:-3], 5)
    report = recovered(demo)
    assert (made, Fate.MARKED) in fates(report, "clause")
    assert asked(demo, f"SELECT classification FROM clause WHERE id = {made}") == [("secret",)]
    assert report.classification is Classification.SECRET


def test_a_reference_to_a_record_that_never_was_makes_none_up(demo: Path) -> None:
    items = asked(demo, "SELECT * FROM agenda_item ORDER BY id")
    ((uid, item, text),) = asked(demo, "SELECT uid, agenda_item_id, text FROM clause WHERE id = 14")
    # the item and the first letter, so that no hash proves either
    letter = str(text)[0].encode()
    garble(demo, str(uid).encode() + bytes([5, int(str(item))]) + letter, 1 + len(letter))
    report = recovered(demo)
    assert asked(demo, "SELECT * FROM agenda_item ORDER BY id") == items
    assert [one.kind for one in report.records if one.fate is Fate.EMPTY] == []


def test_an_empty_clause_takes_no_id_of_a_removed_one(demo: Path) -> None:
    """What its entries tell would be read as the history of another resolution."""
    opened, draft = correction(demo)
    with closing(opened):
        with opened.context.read() as work:
            clause = next(one for one in work.clauses.where(minutes_version_id=draft) if one.is_resolution)
        note = replace(clause, text="یادداشتی که برداشته شد", kind=ClauseKind.NOTE)
        removed = [add_clause(opened.context, note).id for _ in range(2)]
        for one in removed:
            remove_clause(opened.context, one)
    forget_clauses(demo, "minutes_version_id = 4 AND resolution_id IN (5, 6)")
    recovered(demo)
    stand = asked(demo, "SELECT id FROM clause WHERE minutes_version_id = 4 AND resolution_id IN (5, 6)")
    assert len(stand) == 2
    assert {one for (one,) in stand}.isdisjoint(removed)


def test_final_minutes_of_which_an_older_row_came_back_are_no_draft(demo: Path) -> None:
    """A page that the disk did not write: acts and code are there, and the row is that from before them."""
    told = "SELECT state, content_hash FROM minutes_version WHERE id = 5"
    before = asked(demo, told)
    forge(
        demo,
        "UPDATE minutes_version SET state = 'draft', snapshot = '', content_hash = '', finalised_at = '' WHERE id = 5",
    )
    report = recovered(demo)
    assert asked(demo, told) == before
    assert (5, Fate.MARKED) in fates(report, "minutes_version")
    assert refused_sheets(demo) == [5]


@pytest.mark.parametrize(
    ("table", "row", "column"), [("resolution_act", 7, "day"), ("meeting", 2, "day"), ("resolution", 3, "adopted_on")]
)
@pytest.mark.parametrize("day", ["0023-02-01", "6022-12-31"])
def test_a_day_of_a_year_that_papers_do_not_know_ends_no_recovery(
    demo: Path, table: str, row: int, column: str, day: str
) -> None:
    forge(demo, f"UPDATE {table} SET {column} = '{day}' WHERE id = {row}")
    forge(demo, f"DELETE FROM record_hash WHERE kind = '{table}' AND record_id = {row}")
    assert (row, Fate.MARKED) in fates(recovered(demo), table)
    with closing(wiring.view_office(demo, work_context().clock)) as opened:
        register_paper(opened.context)
        monthly_report_paper(opened.context, 1401, 12)
        assert lists.search(opened.context, "جلسه", 5)


def test_an_entry_with_a_garbled_year_keeps_its_words(demo: Path) -> None:
    """What looks for the entry of a code finds it by its verb."""
    told = "SELECT seq, act, subject, subject_id FROM audit ORDER BY seq LIMIT 200"
    before = asked(demo, told)
    ((at, last),) = asked(demo, "SELECT at, seq FROM audit WHERE act = 'hashed' ORDER BY seq LIMIT 1")
    forge(demo, f"UPDATE audit SET at = '3{str(at)[1:]}' WHERE seq = {last}")
    report = recovered(demo)
    assert asked(demo, told) == before
    assert refused_sheets(demo) == []
    assert (last, Fate.TIME_UNKNOWN) in fates(report, "audit")
    with closing(wiring.view_office(demo, work_context().clock)) as opened:
        history_paper(opened.context)


def test_a_letter_with_a_garbled_year_is_counted_as_come(demo: Path) -> None:
    """It is there, and a later start would tell for ever that it is not."""
    ((last, count),) = asked(demo, "SELECT max(id), count(*) FROM outgoing_paper")
    forge(demo, f"UPDATE outgoing_paper SET at = '6023' || substr(at, 5) WHERE id = {last}")
    forge(demo, f"DELETE FROM record_hash WHERE kind = 'outgoing_paper' AND record_id = {last}")
    report = recovered(demo)
    assert fates(report, "outgoing_paper") == [(last, Fate.TIME_UNKNOWN)]
    assert [one.came for one in report.tables if one.kind == "outgoing_paper"] == [count]
    assert report.scarce == ()


def test_a_clock_that_ran_from_a_garbled_year_stands(demo: Path) -> None:
    forge(demo, "UPDATE agenda_item SET started_at = '6023-02-01T08:00:00Z' WHERE id = 3")
    forge(demo, "DELETE FROM record_hash WHERE kind = 'agenda_item' AND record_id = 3")
    recovered(demo)
    assert asked(demo, "SELECT started_at FROM agenda_item WHERE id = 3") == [("",)]


@pytest.mark.parametrize("year", ["6023", "0926"])
def test_a_draft_with_a_garbled_year_keeps_its_words_and_its_place(demo: Path, year: str) -> None:
    with closing(sqlite3.connect(demo / DATABASE_NAME)) as connection, connection:
        ((uid,),) = connection.execute("SELECT uid FROM meeting WHERE id = 6").fetchall()
        draft = ("meeting", uid, "place.place", "متن نیمه‌کاره", f"{year}-05-10T08:00:00Z")
        connection.execute("INSERT INTO draft VALUES (?, ?, ?, ?, ?)", draft)
    recovered(demo)
    ((*kept, at),) = asked(demo, "SELECT * FROM draft")
    assert (*kept,) == draft[:-1]
    assert local_moment(str(at))[0].year == 1921
