"""The check finds what is wrong, one planted fault at a time, and nothing in sound data."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.storage.file import check as module
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import DataFolder, view_folder
from desktop_app.storage.schema.guards import guards
from tests.foreign import connect
from tests.storage.conftest import work_context
from tests.storage.sample import Sample

Plant = Callable[[str], None]


@pytest.fixture
def plant(folder: Path) -> Plant:
    """A hand that first takes every guard away, and puts them back afterwards: what a forger would do."""
    path = folder / DATABASE_NAME

    def run(sql: str) -> None:
        with closing(connect(path)) as connection:
            connection.execute("BEGIN")
            for name in guards():
                connection.execute(f"DROP TRIGGER {name}")
            connection.execute(sql)
            for body in guards().values():
                connection.execute(body)
            connection.execute("COMMIT")

    return run


def test_sound_data_have_no_findings(data: DataFolder, final: Sample) -> None:
    assert data.check() == ()
    viewed = view_folder(data.folder, work_context())
    assert viewed.check() == ()
    viewed.close()


@pytest.mark.parametrize(
    ("sql", "finding"),
    [
        (
            "UPDATE minutes_version SET snapshot = replace(snapshot, 'متن', 'مطن')",
            Finding(kind=FindingKind.HASH_DIFFERS, subject="minutes_version", id=1),
        ),
        (
            "UPDATE resolution SET number = '۱۴۰۱/۳/۲'",
            Finding(kind=FindingKind.SNAPSHOT_DIFFERS, subject="minutes_version", id=1),
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
            "DELETE FROM search_text WHERE kind = 'deliberation'",
            Finding(kind=FindingKind.SEARCH_STALE, subject="deliberation", detail="1"),
        ),
        (
            "UPDATE search_text SET fold_version = 0 WHERE kind = 'resolution'",
            Finding(kind=FindingKind.SEARCH_STALE, subject="resolution", detail="1"),
        ),
        (
            "DELETE FROM guest",
            Finding(kind=FindingKind.SEARCH_STALE, subject="guest", detail="1"),
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
        from dataclasses import replace

        work.meetings.add(replace(work.meetings.get(final.meeting), id=0, number=4))
        work.commit()
    plant("UPDATE resolution SET meeting_id = 2")
    wanted = Finding(kind=FindingKind.RESOLUTION_OF_OTHER_MEETING, subject="resolution", id=1, detail="1")
    assert wanted in data.check()


def test_a_frozen_text_that_is_no_document(data: DataFolder, final: Sample, plant: Plant) -> None:
    from desktop_app.domain.documents.snapshots import content_hash

    plant(f"UPDATE minutes_version SET snapshot = '[]', content_hash = '{content_hash('[]')}'")
    assert Finding(kind=FindingKind.SNAPSHOT_DIFFERS, subject="minutes_version", id=1) in data.check()


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


def test_a_check_that_cannot_go_on_says_so_last(data: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_transaction: object) -> Iterator[Finding]:
        yield Finding(kind=FindingKind.DAMAGED, subject="", detail="first")
        raise EnvironmentProblem("database_damaged", code="SQLITE_CORRUPT")

    monkeypatch.setattr(module, "integrity_checks", broken)
    assert [finding.detail for finding in data.check()] == ["first", "SQLITE_CORRUPT"]


def test_a_check_that_meets_a_lock_is_no_finding(data: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(_transaction: object) -> Iterator[Finding]:
        raise EnvironmentProblem("data_locked", code="SQLITE_BUSY")

    monkeypatch.setattr(module, "integrity_checks", locked)
    with pytest.raises(EnvironmentProblem, match="data_locked"):
        data.check()
