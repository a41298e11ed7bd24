"""Where a recovery puts what lost its references: into the records that are proved to be its own, or nowhere."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app import wiring
from desktop_app.controllers.recovery.recovery_report import report_text
from desktop_app.domain.documents.papers import Classification
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.recovery_report import Fate, RecoveryReport
from desktop_app.domain.rules.minutes import LOST
from desktop_app.services.documents.extract_document import extract_paper
from desktop_app.services.documents.register_document import register_paper
from desktop_app.services.minutes.amending import amend
from desktop_app.services.minutes.clauses import remove_clause, save_clause
from desktop_app.services.minutes.finalising import finalise
from desktop_app.services.minutes.minutes import mark_read, to_review
from desktop_app.services.minutes.minutes_sheet import minutes_sheet
from desktop_app.services.minutes.versions import version_in_force
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.recovery.reading import open_damaged, read_table
from desktop_app.storage.schema.base import table_of
from desktop_app.storage.schema.minutes import ClauseRecord
from desktop_app.text.recovery import FATES
from tests.bootstrap.test_history_page import forge
from tests.services.documents.test_unproven_classes import recovered
from tests.storage.conftest import work_context
from tests.storage.past_office import take_over, take_over_more
from tests.storage.recovery.damage import PAGE, leaf_pages, zero
from tests.storage.recovery.test_lost_states import asked

PLACES = "SELECT minutes_version_id, resolution_id FROM clause WHERE resolution_id IS NOT NULL ORDER BY 1, 2"
IDS = "SELECT id FROM {} ORDER BY id"
CORRECTED = 4
"""Signed minutes of the demo with three resolutions."""


@pytest.fixture
def demo(demo_data: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(demo_data, tmp_path / "دفتر"))


def number(folder: Path, sql: str) -> int:
    return int(str(asked(folder, sql)[0][0]))


def fates(report: RecoveryReport, kind: str) -> list[tuple[int, Fate]]:
    return [(one.id, one.fate) for one in report.records if one.kind == kind]


def refused_sheets(folder: Path) -> list[int]:
    """The minutes that are not shown."""
    found = []
    with closing(wiring.view_office(folder, work_context().clock)) as opened:
        for (version,) in asked(folder, IDS.format("minutes_version")):
            try:
                minutes_sheet(opened.context, int(str(version)))
            except RuleBroken:
                found.append(int(str(version)))
    return found


def forget_clauses(folder: Path, condition: str) -> None:
    forge(folder, f"DELETE FROM clause_unit WHERE clause_id IN (SELECT id FROM clause WHERE {condition})")
    forge(folder, f"DELETE FROM clause WHERE {condition}")


def corrected(folder: Path, change: Callable[[wiring.Office, int], None]) -> int:
    """A final correction in which the first resolution was changed; its version."""
    with closing(wiring.open_office(folder, work_context().clock)) as opened:
        context = opened.context
        made = amend(context, CORRECTED, "واژه‌ای نادرست بود.").id
        change(
            opened, number(folder, f"SELECT min(id) FROM clause WHERE minutes_version_id = {made} AND resolution_id")
        )
        to_review(context, made)
        mark_read(context, made)
        finalise(context, made)
    return made


def reworded(opened: wiring.Office, clause_id: int) -> None:
    with opened.context.read() as work:
        clause = work.clauses.get(clause_id)
    save_clause(opened.context, replace(clause, text="متن تازه", classification=Classification.SECRET))


def left_out(opened: wiring.Office, clause_id: int) -> None:
    remove_clause(opened.context, clause_id)


def test_a_lost_clause_with_units_comes_back_under_its_own_id_in_its_own_minutes(demo: Path) -> None:
    before = asked(demo, PLACES)
    ((lost, version),) = asked(
        demo,
        "SELECT id, minutes_version_id FROM clause AS it WHERE minutes_version_id > 2"
        " AND EXISTS (SELECT 1 FROM clause_unit WHERE clause_id = it.id) ORDER BY id DESC LIMIT 1",
    )
    units = asked(demo, f"SELECT unit_id FROM clause_unit WHERE clause_id = {lost}")
    forge(demo, f"DELETE FROM clause WHERE id = {lost}")
    report = recovered(demo)
    assert asked(demo, PLACES) == before
    assert fates(report, "clause") == [(lost, Fate.EMPTY)]
    assert asked(demo, f"SELECT unit_id FROM clause_unit WHERE clause_id = {lost}") == units
    assert refused_sheets(demo) == [version]


def test_an_index_of_some_rows_alone_is_read(demo: Path) -> None:
    """That of resolutions in minutes tells both of each clause."""
    before, database = asked(demo, PLACES), demo / DATABASE_NAME
    for name in ("clause", "ix_clause_minutes_version_id", "ix_clause_resolution_id"):
        for page in leaf_pages(database, name):
            zero(database, page)
    with open_damaged(database) as connection:
        _rows, hints = read_table(connection, table_of(ClauseRecord), (), lambda: None)
    known = [(one.get("minutes_version_id"), one.get("resolution_id")) for one in hints.values()]
    assert sorted((version, resolution) for version, resolution in known if resolution) == before


@pytest.mark.parametrize("hash_lost", [False, True])
def test_one_flipped_bit_of_an_index_invents_no_clause(demo: Path, *, hash_lost: bool) -> None:
    """It tells of a clause that never was, in minutes that have their own."""
    every = "SELECT * FROM clause ORDER BY id"
    before, database = asked(demo, every), demo / DATABASE_NAME
    if hash_lost:
        forge(demo, "DELETE FROM record_hash WHERE id = 3")
    content = bytearray(database.read_bytes())
    start = (leaf_pages(database, "uq_clause_version_resolution")[0] - 1) * PAGE
    cell = start + int.from_bytes(content[start + 8 : start + 10], "big")
    # the entry ends with the key of its row
    content[cell + content[cell]] ^= 1 << 6
    database.write_bytes(content)
    recovered(demo)
    assert asked(demo, every) == before
    assert refused_sheets(demo) == []


def test_where_a_correction_lost_its_clause_no_older_words_are_drawn_and_no_class_is_lowered(demo: Path) -> None:
    made = corrected(demo, reworded)
    resolution = number(demo, f"SELECT min(resolution_id) FROM clause WHERE minutes_version_id = {made}")
    older = str(asked(demo, f"SELECT text FROM clause WHERE resolution_id = {resolution} AND text <> 'متن تازه'")[0][0])
    before = asked(demo, PLACES)

    forget_clauses(demo, f"minutes_version_id = {made} AND resolution_id = {resolution}")
    recovered(demo)
    assert asked(demo, PLACES) == before
    with closing(wiring.view_office(demo, work_context().clock)) as opened:
        register = register_paper(opened.context).document
    assert older not in repr(register)
    assert LOST in repr(register)
    assert register.letterhead.classification == Classification.SECRET


def test_a_correction_that_left_a_resolution_out_does_not_get_it_with_the_lost_minutes_before_it(demo: Path) -> None:
    made = corrected(demo, left_out)
    before = asked(demo, PLACES)
    forget_clauses(demo, f"minutes_version_id = {CORRECTED}")
    forge(demo, f"DELETE FROM deliberation WHERE minutes_version_id = {CORRECTED}")
    forge(demo, f"DELETE FROM minutes_version WHERE id = {CORRECTED}")
    recovered(demo)
    assert asked(demo, PLACES) == before
    assert refused_sheets(demo) == [CORRECTED]
    with closing(wiring.view_office(demo, work_context().clock)) as opened:
        extract_paper(opened.context, 3)
    assert number(demo, f"SELECT state = 'final' FROM minutes_version WHERE id = {made}")


def in_force(folder: Path) -> list[tuple[int, int, int]]:
    """Meeting, id and version of the minutes in force."""
    found = []
    with closing(wiring.view_office(folder, work_context().clock)) as opened, opened.context.read() as work:
        for (meeting,) in asked(folder, IDS.format("meeting")):
            holds = version_in_force(work, int(str(meeting)))
            found += [(int(str(meeting)), holds.id, holds.version)] if holds is not None else []
    return found


@pytest.mark.parametrize("numbered", [True, False])
def test_lost_minutes_stand_in_the_meeting_whose_resolutions_they_numbered_or_in_force_for_none(
    demo: Path, *, numbered: bool
) -> None:
    before = in_force(demo)
    forget_clauses(demo, "minutes_version_id = 4")
    forge(demo, "DELETE FROM deliberation WHERE minutes_version_id = 4")
    forge(demo, "DELETE FROM minutes_version WHERE id = 4")
    if not numbered:
        forge(demo, "UPDATE audit SET facts = json_remove(facts, '$.numbers') WHERE subject_id = 4 AND act = 'hashed'")
    report = recovered(demo)
    assert 4 in {one.id for one in report.left if one.subject == "minutes_version"}
    assert refused_sheets(demo) == ([4] if numbered else [])
    assert in_force(demo) == [one for one in before if numbered or one[1] != 4]
    ((state, code),) = asked(demo, "SELECT state, length(content_hash) FROM minutes_version WHERE id = 4")
    assert (state, code) == ("signed" if numbered else "dropped", 64)
    assert (("minutes_version", 4) in report.names) is numbered, "no version of another meeting is named"


@pytest.mark.parametrize(("table", "children"), [("signer", "signature"), ("task", "task_act")])
def test_what_belongs_to_nobody_known_is_told_and_invented_nowhere(demo: Path, table: str, children: str) -> None:
    lost = number(demo, f"SELECT max({table}_id) FROM {children}")
    rest = asked(demo, f"SELECT * FROM {table} WHERE id <> {lost} ORDER BY id")
    forge(demo, f"DELETE FROM {table} WHERE id = {lost}")
    report = recovered(demo)
    assert asked(demo, f"SELECT * FROM {table} ORDER BY id") == rest
    assert fates(report, table) == [(lost, Fate.LOST)]
    assert {fate for _id, fate in fates(report, children)} == {Fate.REFUSED}


def test_a_lost_party_of_the_memorandum_takes_nobody_with_it(demo: Path) -> None:
    counts = [asked(demo, f"SELECT count(*) FROM {table}") for table in ("seat", "unit", "attendance", "signer")]
    forge(demo, "DELETE FROM party WHERE id = 2")
    report = recovered(demo)
    assert [asked(demo, f"SELECT count(*) FROM {one}") for one in ("seat", "unit", "attendance", "signer")] == counts
    assert [(one.kind, one.id, one.fate) for one in report.records] == [("party", 2, Fate.EMPTY)]


def lose_with_party(folder: Path, table: str) -> None:
    """The rows of a table, and the index that tells their parties."""
    for name in (table, f"ix_{table}_party_id"):
        for page in leaf_pages(folder / DATABASE_NAME, name):
            zero(folder / DATABASE_NAME, page)


def test_the_party_of_lost_seats_is_that_of_their_attendance(demo: Path) -> None:
    seats = asked(demo, "SELECT id, party_id FROM seat ORDER BY id")
    lose_with_party(demo, "seat")
    report = recovered(demo)
    assert asked(demo, "SELECT id, party_id FROM seat ORDER BY id") == seats
    assert sorted(fates(report, "seat")) == [(one, Fate.EMPTY) for one, _party in seats]


@pytest.mark.parametrize("table", ["unit", "signer"])
def test_what_stands_under_a_party_that_nothing_tells_is_told_as_that(demo: Path, table: str) -> None:
    lose_with_party(demo, table)
    report = recovered(demo)
    standing = [one for (one,) in asked(demo, IDS.format(table))]
    assert standing
    assert [one for one, fate in sorted(fates(report, table)) if fate is Fate.PARTY_UNKNOWN] == standing
    assert FATES[Fate.PARTY_UNKNOWN] in report_text(report)


@pytest.mark.parametrize(
    ("damage", "hash_lost"),
    [
        ("minutes_version_id = 3", "= 3"),
        ("resolution_id = 3", "= 3"),
        ("minutes_version_id = 99", "= 3"),
        ("minutes_version_id = 3", "= (SELECT max(id) FROM record_hash)"),
        ("resolution_id = 3", "= (SELECT max(id) FROM record_hash)"),
    ],
)
def test_a_damaged_reference_leads_no_clause_into_other_minutes(demo: Path, damage: str, hash_lost: str) -> None:
    before = asked(demo, PLACES)
    ((lost, version),) = asked(demo, "SELECT id, minutes_version_id FROM clause WHERE resolution_id = 8")
    forge(demo, f"UPDATE clause SET {damage} WHERE id = {lost}")
    forge(demo, f"DELETE FROM record_hash WHERE id {hash_lost}")
    report = recovered(demo)
    assert asked(demo, PLACES) == before
    assert (lost, Fate.MARKED) in fates(report, "clause")
    assert refused_sheets(demo) == [version]


def test_a_lost_clause_is_said_to_be_adopted_as_its_frozen_text_says(demo: Path) -> None:
    adoption = (
        "SELECT resolution_id, kind, adoption, votes_for, votes_against, reservation FROM clause WHERE resolution_id"
    )
    before = asked(demo, adoption)
    assert len({row[2] for row in before}) > 1
    forget_clauses(demo, "resolution_id IN (3, 7, 8)")
    recovered(demo)
    assert sorted(asked(demo, adoption), key=str) == sorted(before, key=str)


def test_a_row_whose_key_has_a_flipped_bit_is_the_one_that_its_hash_proves(demo: Path) -> None:
    before = asked(demo, "SELECT * FROM clause ORDER BY id")
    forge(demo, "UPDATE clause SET id = 46 WHERE id = 14")
    report = recovered(demo)
    assert asked(demo, "SELECT * FROM clause ORDER BY id") == before
    assert not report.records


def test_a_report_that_names_a_lost_letter_is_as_guarded_as_any_letter_may_be(demo: Path) -> None:
    forge(demo, "DELETE FROM incoming_paper WHERE id = (SELECT max(id) FROM incoming_paper)")
    assert recovered(demo).classification is list(Classification)[-1]


def test_minutes_that_were_taken_over_hold_whatever_came_of_their_meeting(tmp_path: Path) -> None:
    take_over(tmp_path)
    take_over_more(tmp_path)
    before = asked(tmp_path, PLACES)
    ((lost,),) = asked(tmp_path, "SELECT max(id) FROM clause WHERE resolution_id IS NOT NULL")
    forget_clauses(tmp_path, f"id = {lost}")
    recovered(tmp_path)
    assert asked(tmp_path, PLACES) == before


def test_a_class_is_raised_for_what_nothing_tells_alone(demo: Path) -> None:
    """An open draft and a lost letter make no clause of frozen minutes secret."""
    with closing(wiring.open_office(demo, work_context().clock)) as opened:
        draft = amend(opened.context, CORRECTED, "واژه‌ای نادرست بود.").id
    forge(demo, "DELETE FROM incoming_paper WHERE id = (SELECT max(id) FROM incoming_paper)")
    for page in leaf_pages(demo / DATABASE_NAME, "clause"):
        zero(demo / DATABASE_NAME, page)
    recovered(demo)
    classes = f"SELECT DISTINCT classification FROM clause WHERE minutes_version_id {{}} {draft}"
    assert asked(demo, classes.format("<>")) == [("normal",)]
    assert asked(demo, classes.format("=")) == [("secret",)]


def test_minutes_that_were_taken_over_gave_no_class(tmp_path: Path) -> None:
    take_over(tmp_path)
    for page in leaf_pages(tmp_path / DATABASE_NAME, "clause"):
        zero(tmp_path / DATABASE_NAME, page)
    recovered(tmp_path)
    assert asked(tmp_path, "SELECT DISTINCT classification FROM clause") == [("normal",)]


@pytest.mark.parametrize("words", ["kept", "lost"])
def test_a_clause_comes_back_with_its_units_where_its_minutes_are_lost_too(demo: Path, words: str) -> None:
    before = asked(demo, PLACES)
    units = asked(demo, "SELECT clause_id, unit_id FROM clause_unit ORDER BY id")
    if words == "lost":
        forge(demo, "DELETE FROM clause WHERE id = 10")
    else:
        forge(demo, "UPDATE clause SET text = text || ' دیگر و دیگر' WHERE id = 10")
        forge(demo, "DELETE FROM record_hash WHERE kind = 'minutes_version' AND record_id = 4")
    forge(demo, "DELETE FROM minutes_version WHERE id = 4")
    report = recovered(demo)
    assert asked(demo, PLACES) == before
    assert asked(demo, "SELECT clause_id, unit_id FROM clause_unit ORDER BY id") == units
    assert fates(report, "clause") == [(10, Fate.EMPTY if words == "lost" else Fate.MARKED)]


@pytest.mark.parametrize("damage", ["DELETE FROM clause", "UPDATE clause SET text = text || ' دیگر و دیگر'"])
def test_the_words_of_a_note_become_no_resolution(demo: Path, damage: str) -> None:
    note = number(demo, f"SELECT id FROM clause WHERE minutes_version_id = {CORRECTED} AND resolution_id IS NULL")
    lost = number(demo, f"SELECT min(id) FROM clause WHERE minutes_version_id = {CORRECTED} AND resolution_id")
    before = asked(demo, PLACES)
    forget_clauses(demo, f"id = {lost}")
    forge(demo, f"DELETE FROM record_hash WHERE kind = 'clause' AND record_id = {lost}")
    forge(demo, f"{damage} WHERE id = {note}")
    recovered(demo)
    assert asked(demo, PLACES) == before
    assert asked(demo, f"SELECT id FROM clause WHERE id = {note} AND resolution_id IS NOT NULL") == []


def test_a_lost_correction_stands_in_the_meeting_of_the_minutes_that_it_corrects(demo: Path) -> None:
    made = corrected(demo, reworded)
    before = in_force(demo)
    forget_clauses(demo, f"minutes_version_id = {made}")
    forge(demo, f"DELETE FROM deliberation WHERE minutes_version_id = {made}")
    forge(demo, f"DELETE FROM minutes_version WHERE id = {made}")
    recovered(demo)
    assert in_force(demo) == before
    assert refused_sheets(demo) == [made]


def test_no_minutes_get_a_resolution_while_others_have_lost_their_meeting(tmp_path: Path) -> None:
    take_over(tmp_path)
    take_over_more(tmp_path)
    lost = number(tmp_path, "SELECT max(id) FROM minutes_version")
    before = asked(tmp_path, f"{PLACES.replace(' ORDER', f' AND minutes_version_id <> {lost} ORDER')}")
    forge(tmp_path, "DELETE FROM clause_unit")
    forge(tmp_path, f"DELETE FROM clause WHERE minutes_version_id = {lost}")
    forge(tmp_path, f"DELETE FROM minutes_version WHERE id = {lost}")
    recovered(tmp_path)
    assert asked(tmp_path, PLACES) == before
