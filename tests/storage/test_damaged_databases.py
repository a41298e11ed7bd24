"""Damaged databases: each is told at the opening, none is written, and what can be brought back is."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app import wiring
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.findings import FindingKind
from desktop_app.storage.backup.office_backups import copy_closed
from desktop_app.storage.backup.restore_plan import newest_restorable
from desktop_app.storage.evidence.canonical import HASHED
from desktop_app.storage.file.folder import open_folder
from desktop_app.storage.salvage.salvage import copy_files, replace_damaged_database, salvage
from desktop_app.storage.schema.guards import guards
from desktop_app.system import paths
from tests.storage.closed_office import closed_office
from tests.storage.conftest import CLOCK, Stored, work_context
from tests.storage.damage import PAGE, leaf_pages, zero
from tests.storage.mutated import mutate
from tests.storage.sample import SCAN, kept_at
from tests.whole import Share, deciding

INSTANT = "2023-03-01T10:00:00Z"
DAMAGED = 100
EACH_DAY = 25
SALVAGED = 20


@pytest.fixture
def office(tmp_path: Path, stored: Stored) -> Path:
    """A closed data folder with final minutes, without a backup."""
    return closed_office(tmp_path / "دفتر", stored.final)


def test_a_hundred_damaged_databases(office: Path, share: Share) -> None:
    """What hits no record and no page in use is no damage: the check of everything then finds nothing either."""
    backup = copy_closed(office, office / paths.BACKUPS, INSTANT)
    database = office / paths.DATABASE
    sound = database.read_bytes()
    told, seed, wanted = 0, 0, share(EACH_DAY, DAMAGED)
    while told < wanted:
        database.write_bytes(sound)
        named = f"{seed} {mutate(database, seed)}"
        seed += 1
        damaged = database.read_bytes()
        if not _told_at_opening(office, named):
            continue
        told += 1
        assert database.read_bytes() == damaged, named
        found = newest_restorable(office, None)
        assert found.plan is not None, named
        assert found.plan.backup.folder == backup.folder
    assert seed < 2 * wanted


def _told_at_opening(office: Path, named: str) -> bool:
    """Whether the opening tells of damage; where it does not, nothing but live rows may be changed."""
    refused = ""
    try:
        opened = wiring.open_office(office, CLOCK)
    except EnvironmentProblem as problem:
        refused = problem.key
    if refused:
        assert refused.startswith("database_"), named
        return True
    with closing(opened):
        if opened.folder.findings:
            assert not opened.folder.writable
            return True
        found = opened.folder.check()
        assert {one.kind for one in found} <= {FindingKind.ROW_DIFFERS, FindingKind.VALUE}, named
        assert bool(opened.folder.outside) == bool(found), named
        return False


def _ids(folder: Path) -> set[tuple[str, int]]:
    with closing(sqlite3.connect(folder / paths.DATABASE)) as raw:
        kinds = [one for one in HASHED if one != "holiday"]
        return {(kind, row[0]) for kind in kinds for row in raw.execute(f"SELECT rowid FROM {kind}").fetchall()}


def _records(folder: Path) -> set[tuple[str, int]]:
    """All but the entries and acts, which the salvage goes on with by itself."""
    return {
        (kind, row_id) for kind, row_id in _ids(folder) if kind not in ("audit", "act", "record_hash", "chain_link")
    }


@pytest.mark.parametrize("seed", deciding(range(SALVAGED), range(6)))
def test_a_salvaged_database_opens_passes_its_check_and_what_is_missing_is_listed(
    office: Path, tmp_path: Path, seed: int
) -> None:
    database, new = office / paths.DATABASE, tmp_path / "نجات"
    chance = random.Random(seed)
    before = _records(office)
    tables = [one for one in HASHED if one != "committee"]
    pages = leaf_pages(database, chance.choice(tables))
    zero(database, chance.choice(pages))
    zero(database, chance.randrange(2, database.stat().st_size // PAGE))
    damaged = database.read_bytes()
    report = salvage(office, new, work_context())
    copy_files(office, new)
    assert database.read_bytes() == damaged, "the damaged file is only read"
    opened = open_folder(new, work_context())
    after = _records(new)
    allowed = {FindingKind.FILE_MISSING} if not (new / kept_at(SCAN)).exists() else set()
    assert {one.kind for one in opened.check()} <= allowed
    with opened.open_write() as work:
        work.audit("settings", "office_setting", 1)
        work.commit()
    opened.close()
    assert after <= before
    assert before - after <= {(one.kind, one.id) for one in report.rows}


def test_a_salvaged_database_becomes_the_office_by_one_act_and_names_the_old_head(office: Path, tmp_path: Path) -> None:
    database, new = office / paths.DATABASE, tmp_path / "نجات"
    with closing(sqlite3.connect(database)) as raw:
        (head,) = raw.execute("SELECT hash FROM chain_link ORDER BY seq DESC LIMIT 1").fetchone()
    zero(database, leaf_pages(database, "deliberation")[0])
    damaged = database.read_bytes()
    report = salvage(office, new, work_context())
    assert [(one.kind, one.id) for one in report.rows] == [("deliberation", 1)]
    kept = replace_damaged_database(new, office, work_context())
    assert (kept / paths.DATABASE).read_bytes() == damaged
    opened = open_folder(office, work_context())
    assert opened.check() == ()
    opened.close()
    with closing(sqlite3.connect(database)) as raw:
        (facts,) = raw.execute("SELECT facts FROM audit WHERE act = 'salvaged'").fetchone()
        (first,) = raw.execute("SELECT previous FROM chain_link ORDER BY seq LIMIT 1").fetchone()
    assert head in facts
    assert first == ""


def test_salvage_writes_into_no_folder_that_holds_something(office: Path, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("kept", encoding="utf-8")
    with pytest.raises(EnvironmentProblem, match="salvage_target_not_empty"):
        salvage(office, tmp_path / "full", work_context())
    assert [one.name for one in (tmp_path / "full").iterdir()] == ["letter.txt"]


def test_a_row_that_another_program_wrote_is_listed_and_does_not_come_over(office: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(office / paths.DATABASE, isolation_level=None)) as foreign:
        foreign.execute("UPDATE unit SET liaison = 'کس دیگر' WHERE id = 1")
    report = salvage(office, tmp_path / "نجات", work_context())
    told = {(one.kind, one.id, one.reason.value) for one in report.rows}
    assert ("unit", 1, "differs") in told
    shutil.rmtree(tmp_path / "نجات")


LOST = "DELETE FROM record_hash"
"""Then nothing proves a row, and each is kept that can be read."""
WRONG = (
    ((LOST, "UPDATE meeting SET number = 99999999999999"), ("meeting", "number")),
    ((LOST, "UPDATE clause SET deadline_kind = 'relative', deadline_count = 9000000000"), ("clause", "deadline_count")),
    ((LOST, "UPDATE meeting SET day = '2023-99-99'"), ("meeting", "day")),
    ((LOST, "UPDATE meeting SET number = 'ده'"), ("meeting", "number")),
    ((LOST, "UPDATE minutes_version SET snapshot = '{}'"), ("minutes_version", "content_hash")),
    ((LOST, "UPDATE audit SET facts = 'x' WHERE seq = 1"), ("audit", "facts")),
    (("UPDATE clause_unit SET unit_id = X'FF', ordinal = NULL WHERE id = 1",), ("clause_unit", "clause_id")),
    (("UPDATE chain_link SET last_entry = 'x', last_act = NULL WHERE seq = 1",), None),
    (("UPDATE chain_link SET last_entry = 9223372036854775807 WHERE seq = 1",), None),
    (("UPDATE record_hash SET record_id = 'x', link = NULL, hash = X'FF' WHERE id = 40",), None),
)


def test_one_wrong_value_costs_its_row_and_no_other(office: Path, tmp_path: Path) -> None:
    """Values that a conversion refuses, whether a hash tells them or none is left that could."""
    loose = (
        "replace(replace(replace(sql, ') STRICT', ')'), ' TEXT NOT NULL', ' TEXT'), ' INTEGER NOT NULL', ' INTEGER')"
    )
    _run(
        office,
        *(f"DROP TRIGGER {name}" for name in guards()),
        "PRAGMA writable_schema=ON",
        f"UPDATE sqlite_schema SET sql = {loose} WHERE type = 'table'",
    )
    open_to_all = (office / paths.DATABASE).read_bytes()
    for number, (statements, listed) in enumerate(WRONG):
        (office / paths.DATABASE).write_bytes(open_to_all)
        _run(office, "PRAGMA ignore_check_constraints=ON", *statements)
        new = tmp_path / f"نجات {number}"
        report = salvage(office, new, work_context())
        copy_files(office, new)
        assert listed is None or listed in {(one.kind, one.field) for one in report.rows}, statements
        with closing(wiring.open_office(new, CLOCK)) as opened:
            assert opened.folder.writable, statements
            assert opened.folder.check() == (), statements


def _run(folder: Path, *statements: str) -> None:
    with closing(sqlite3.connect(folder / paths.DATABASE, isolation_level=None)) as raw:
        raw.execute("PRAGMA synchronous=OFF")
        for one in statements:
            raw.execute(one)
