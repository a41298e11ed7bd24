"""The check finds what is wrong, one planted fault at a time, and nothing in sound data."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from desktop_app.domain.documents.snapshots import content_hash, paper_code
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.storage.file import check as module
from desktop_app.storage.file.check import DERIVED
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import DataFolder, open_folder, view_folder
from tests.storage.conftest import work_context
from tests.storage.damage import misfile
from tests.storage.sample import Sample

Plant = Callable[[str], None]


def test_sound_data_have_no_findings(data: DataFolder, final: Sample) -> None:
    assert data.check() == ()
    viewed = view_folder(data.folder, work_context())
    assert viewed.check() == ()
    viewed.close()


@pytest.mark.parametrize(
    ("sql", "finding"),
    [
        (
            "UPDATE minutes_version SET snapshot = replace(snapshot, 'ساری', 'سارى')",
            Finding(kind=FindingKind.HASH_DIFFERS, subject="minutes_version", id=1),
        ),
        (
            "UPDATE resolution SET number = '۱۴۰۱/۳/۲'",
            Finding(kind=FindingKind.ROW_DIFFERS, subject="resolution", id=1),
        ),
        (
            "UPDATE clause SET resolution_id = NULL WHERE id = 2",
            Finding(kind=FindingKind.RESOLUTION_WITHOUT_CLAUSE, subject="resolution", id=1),
        ),
        (
            "UPDATE clause SET resolution_id = NULL WHERE id = 2",
            Finding(kind=FindingKind.CLAUSE_WITHOUT_RESOLUTION, subject="clause", id=2),
        ),
        (
            "UPDATE resolution SET number = '', row = NULL",
            Finding(kind=FindingKind.RESOLUTION_WITHOUT_NUMBER, subject="clause", id=2),
        ),
        (
            "UPDATE resolution SET number = '', row = NULL",
            Finding(kind=FindingKind.TASK_WITHOUT_NUMBER, subject="task", id=1, detail="1"),
        ),
        (
            "DELETE FROM task WHERE unit_id = 1",
            Finding(kind=FindingKind.TASK_MISSING, subject="clause", id=2, detail="1"),
        ),
        (
            "DELETE FROM task WHERE unit_id = 2",
            Finding(kind=FindingKind.TASK_MISSING, subject="clause", id=2, detail="2"),
        ),
        (
            "UPDATE signer SET party_id = 77",
            Finding(kind=FindingKind.REFERENCE, subject="signer", id=1, detail="party"),
        ),
        (
            "DELETE FROM guest",
            Finding(kind=FindingKind.ROW_MISSING, subject="guest", id=1),
        ),
        (
            "DROP INDEX ix_meeting_day",
            Finding(kind=FindingKind.SCHEMA, subject="index ix_meeting_day", detail="missing"),
        ),
    ],
)
def test_a_planted_fault_is_found(data: DataFolder, final: Sample, plant: Plant, sql: str, finding: Finding) -> None:
    plant(sql)
    assert finding in data.check()


def test_a_resolution_in_the_minutes_of_another_meeting(data: DataFolder, final: Sample, plant: Plant) -> None:
    with data.open_write() as work:
        work.meetings.add(replace(work.meetings.get(final.meeting), id=0, number=4))
        work.commit()
    plant("UPDATE resolution SET meeting_id = 2")
    wanted = Finding(kind=FindingKind.RESOLUTION_OF_OTHER_MEETING, subject="resolution", id=1, detail="1")
    assert wanted in data.check()


@pytest.mark.parametrize("text", ["[]", "{", "[" * 100_000, '{"a":' * 100_000])
def test_a_frozen_text_that_is_no_document(data: DataFolder, final: Sample, plant: Plant, text: str) -> None:
    """The last two are nested deeper than anybody reads."""
    plant(f"UPDATE minutes_version SET snapshot = '{text}', content_hash = '{content_hash(text)}'")
    assert Finding(kind=FindingKind.HASH_DIFFERS, subject="minutes_version", id=1) in data.check()


@pytest.mark.parametrize("kind", ["sent_invitation", "outgoing_paper"])
def test_a_letter_that_is_not_the_one_that_was_sent_is_found(
    data: DataFolder, final: Sample, plant: Plant, kind: str
) -> None:
    """Its own code says so, whatever became of the hash of its row; whoever has its code finds it known."""
    document = '{"letterhead":{}}'
    code = content_hash(document)
    with data.open_write() as work:
        (kept,) = work.outgoing_papers.where()
        sent = replace(kept, id=0, row=2, number="۲", template=1, document=document, content_hash=code)
        work.outgoing_papers.add(sent)
        work.commit()
    assert data.check((paper_code(code),)) == ()
    plant(f"UPDATE {kind} SET document = document || ' ' WHERE document <> ''")
    found = [one for one in data.check() if one.kind is FindingKind.HASH_DIFFERS]
    assert {one.subject for one in found} == {kind}


def test_a_missing_guard_is_found(data: DataFolder, foreign: Plant) -> None:
    foreign("DROP TRIGGER guard_audit_delete")
    wanted = Finding(kind=FindingKind.SCHEMA, subject="trigger guard_audit_delete", detail="missing")
    assert data.check() == (wanted,)


def test_a_page_of_noise_is_found(data: DataFolder, final: Sample) -> None:
    path = data.folder / DATABASE_NAME
    data.close()
    with closing(sqlite3.connect(path)) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'clause'").fetchone()[0]
    content = bytearray(path.read_bytes())
    content[(root - 1) * 4096 : root * 4096] = b"\xaa" * 4096
    path.write_bytes(content)
    viewed = view_folder(data.folder, work_context())
    found = viewed.check()
    viewed.close()
    assert found
    assert found[0].kind is FindingKind.DAMAGED


def test_an_index_that_lost_a_row_is_found_at_the_start(data: DataFolder, final: Sample) -> None:
    """Each row is what was written, and lists that are asked by the index show one less."""
    data.close()
    misfile(data.folder / DATABASE_NAME, "person")
    opened = open_folder(data.folder, work_context())
    assert {one.kind for one in opened.check_at_start()} == {FindingKind.DAMAGED}
    opened.close()


def test_each_step_fails_alone_and_is_named(data: DataFolder, final: Sample) -> None:
    def damaged(_transaction: object) -> Iterator[Finding]:
        yield Finding(kind=FindingKind.DAMAGED, subject="", detail="first")
        raise EnvironmentProblem("database_damaged", code="SQLITE_CORRUPT")

    def unreadable(_transaction: object) -> Iterator[Finding]:
        raise ValueError("Invalid isoformat string")

    steps = (("one", damaged), ("two", unreadable), ("three", damaged))
    with data.open_read() as work:
        found = module.run_checks(work.transaction, steps)
    assert [(one.kind, one.subject, one.detail) for one in found] == [
        (FindingKind.DAMAGED, "", "first"),
        (FindingKind.DAMAGED, "one", "SQLITE_CORRUPT"),
        (FindingKind.UNREADABLE, "two", "ValueError: Invalid isoformat string"),
        (FindingKind.DAMAGED, "", "first"),
        (FindingKind.DAMAGED, "three", "SQLITE_CORRUPT"),
    ]


def test_a_check_that_meets_a_lock_is_no_finding(data: DataFolder) -> None:
    def locked(_transaction: object) -> Iterator[Finding]:
        raise EnvironmentProblem("data_locked", code="SQLITE_BUSY")

    with data.open_read() as work, pytest.raises(EnvironmentProblem, match="data_locked"):
        module.run_checks(work.transaction, (("one", locked),))


HIDDEN = "sqlite_stat9"
"""A name that looks like one of SQLite's own."""


@pytest.mark.parametrize(
    ("kind", "sql"),
    [
        ("trigger", "CREATE TRIGGER plain AFTER INSERT ON person BEGIN DELETE FROM guest; END"),
        ("view", "CREATE VIEW plain AS SELECT 1"),
    ],
)
def test_what_hides_behind_a_name_of_sqlite_is_found(data: DataFolder, foreign: Plant, kind: str, sql: str) -> None:
    foreign(sql)
    foreign("PRAGMA writable_schema=ON")
    for column in ("sql", "tbl_name", "name"):
        renamed = f"UPDATE sqlite_schema SET {column} = replace({column}, 'plain', '{HIDDEN}')"
        foreign(f"{renamed} WHERE name = 'plain'")
    wanted = Finding(kind=FindingKind.SCHEMA, subject=f"{kind} {HIDDEN}", detail="unknown")
    assert wanted in data.check()


BROKEN = (
    ("UPDATE meeting SET day = '2023-02-30'", "meeting", "day"),
    ("UPDATE office_setting SET letterhead = '[', weekend = '[]'", "office_setting", "letterhead_list"),
    ("UPDATE minutes_version SET state = 'unheard'", "minutes_version", "state"),
    ("UPDATE clause SET deadline_day = 'فردا'", "clause", "deadline_day"),
    ("UPDATE audit SET facts = '{'", "audit", "facts"),
    ("UPDATE task SET percent = 300", "task", "percent"),
)


@pytest.mark.parametrize(("sql", "table", "field"), BROKEN)
def test_a_broken_value_is_named_by_its_field_and_stops_nothing(
    data: DataFolder, final: Sample, plant: Plant, sql: str, table: str, field: str
) -> None:
    with data.open_write() as work:
        work.put_settings(work.settings())
        work.commit()
    plant(f"PRAGMA ignore_check_constraints=ON;{sql}")
    plant("DELETE FROM guest")
    found = data.check()
    assert [one.detail for one in found if (one.kind, one.subject) == (FindingKind.VALUE, table)][:1] == [field]
    assert Finding(kind=FindingKind.ROW_MISSING, subject="guest", id=final.guest) in found, "the steps after it"


def test_a_table_that_is_gone_is_named_once_and_stops_nothing(data: DataFolder, final: Sample, foreign: Plant) -> None:
    foreign("DROP TABLE guest")
    found = data.check()
    assert Finding(kind=FindingKind.SCHEMA, subject="table guest", detail="missing") in found
    assert not [one for one in found if one.subject.startswith("column guest")]
    assert {one.subject for one in found if one.kind is FindingKind.UNREADABLE} >= {"rows"}


def test_a_table_that_cannot_be_read_hides_no_falsified_row_of_another(
    data: DataFolder, final: Sample, foreign: Plant
) -> None:
    """Whichever table the check comes to first."""
    foreign("UPDATE person SET name = CAST(X'FF' AS TEXT) WHERE id = 1")
    foreign("UPDATE unit SET name = 'x' WHERE id = 1")
    foreign("UPDATE meeting SET place = 'x' WHERE id = 1")
    foreign("UPDATE seat SET title = 'x' WHERE id = 1")
    foreign("PRAGMA ignore_check_constraints=ON")
    foreign("UPDATE task SET percent = 300")
    found = data.check()
    assert Finding(kind=FindingKind.DAMAGED, subject="rows", detail="OperationalError") in found
    told = {(one.kind, one.subject) for one in found}
    assert told >= {(FindingKind.ROW_DIFFERS, table) for table in ("unit", "meeting", "seat", "task")}
    assert (FindingKind.VALUE, "task") in told


def test_what_is_derived_is_made_anew_at_the_next_opening_and_never_listed(
    data: DataFolder, final: Sample, plant: Plant
) -> None:
    plant("UPDATE search_text SET squeezed = 'x' WHERE kind = 'person'; UPDATE unit SET name_key = 'x' WHERE id = 1")
    assert data.check() == ()
    assert data.reindex(DERIVED)
    with data.open_read() as work:
        assert module.run_checks(work.transaction, DERIVED) == ()
    assert data.check() == ()


def test_frozen_words_in_their_own_rows_are_held_against_the_hash_of_each(
    data: DataFolder, final: Sample, plant: Plant
) -> None:
    plant("UPDATE deliberation SET speaker = 'دیگری'")
    assert data.check() == (Finding(kind=FindingKind.ROW_DIFFERS, subject="deliberation", id=final.deliberation),)


@pytest.mark.parametrize(
    ("sql", "ends"),
    [
        ("UPDATE unit SET liaison = 'کس دیگر' WHERE id = 1", False),
        ("UPDATE resolution SET number = '۱۴۰۱/۳/۲'", False),
        ("DELETE FROM guest", True),
        ("UPDATE minutes_version SET state = 'signed'", True),
        ("UPDATE audit SET actor = 'x' WHERE seq = 1", True),
        ("UPDATE deliberation SET speaker = 'دیگری'", True),
        ("DROP INDEX ix_meeting_day", True),
        ("CREATE TABLE more (x TEXT) STRICT", True),
        ("UPDATE sqlite_sequence SET seq = 0 WHERE name = 'audit'", True),
    ],
)
def test_damage_has_two_fates_and_no_third(data: DataFolder, final: Sample, plant: Plant, sql: str, ends: bool) -> None:
    """Reading only, or a list of live rows beside work that goes on."""
    plant(sql)
    found = data.check()
    assert found
    data.note_found(found)
    assert data.writable is not ends
    assert bool(data.outside) is not ends
