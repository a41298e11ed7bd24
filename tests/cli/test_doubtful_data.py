"""Calls that read falsified data name what is wrong and give nothing, unless it is wanted with its doubts."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_app import paths, wiring
from desktop_app.domain.calendar.clock import FixedClock
from desktop_app.storage.backup.listing import list_backups
from desktop_app.storage.file import folder as folder_module
from desktop_app.text import commands as words
from desktop_app.text.recovery import WAYS
from tests.cli.caller import Caller
from tests.cli.test_past import GOOD, filled
from tests.conftest import DEMO_DAY
from tests.storage.test_backup_evidence import falsify

PAPERS = (
    ("register", "--all"),
    ("reminder", "--all"),
    ("alignment-matrix",),
    ("history",),
    ("monthly-report", "--month", "1402-02"),
    ("minutes", "--meeting", "3"),
)
ROW = words.FINDINGS["row_differs"]


@pytest.fixture(autouse=True)
def _the_day_of_the_demo(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = FixedClock(datetime(DEMO_DAY.year, DEMO_DAY.month, DEMO_DAY.day, 12, tzinfo=UTC))
    monkeypatch.setattr(wiring, "SystemClock", lambda: clock)


@pytest.fixture
def falsified(demo_folder: Path) -> Path:
    """The demo, in which a foreign hand changed the name of a unit: words of final minutes are never given."""
    falsify(demo_folder, "UPDATE unit SET name = name || ' زرافه' WHERE id = 1")
    return demo_folder


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper[0])
def test_a_paper_of_falsified_data_is_not_printed(
    call: Caller, falsified: Path, tmp_path: Path, paper: tuple[str, ...]
) -> None:
    out = tmp_path / "x.pdf"
    told = call("print", *paper, "--data", falsified, "-o", out)
    assert (told.code, told.out, told.key()) == (1, "", "data_doubtful")
    assert ROW in told.err
    assert "--with-doubts" in told.err
    assert not out.exists()


@pytest.mark.parametrize("paper", PAPERS[:3], ids=lambda paper: paper[0])
def test_a_paper_that_is_wanted_all_the_same_is_printed_and_told(
    call: Caller, falsified: Path, tmp_path: Path, paper: tuple[str, ...]
) -> None:
    out = tmp_path / "x.pdf"
    told = call("print", *paper, "--data", falsified, "-o", out, "--with-doubts")
    assert (told.code, told.key()) == (0, "data_doubtful")
    assert ROW in told.err
    assert "--with-doubts" not in told.err
    assert out.stat().st_size


def test_nothing_is_searched_in_falsified_data(call: Caller, falsified: Path) -> None:
    told = call("search", "--data", falsified, "خودارزیابی")
    assert (told.code, told.out, told.key()) == (1, "", "data_doubtful")
    wanted = call("search", "--data", falsified, "خودارزیابی", "--json", "--with-doubts")
    assert (wanted.code, wanted.key()) == (0, "data_doubtful")
    assert json.loads(wanted.out)


def test_what_search_would_miss_is_told_instead_of_nothing_found(call: Caller, demo_folder: Path) -> None:
    falsify(demo_folder, "UPDATE search_text SET spaced = 'x', joined = 'x', squeezed = 'x'")
    told = call("search", "--data", demo_folder, "خودارزیابی")
    assert (told.code, told.out, told.key()) == (1, "", "data_doubtful")
    assert words.FINDINGS["search_stale"] in told.err


def test_an_emptied_index_is_told_too(call: Caller, demo_folder: Path) -> None:
    falsify(demo_folder, "DELETE FROM search_text")
    assert call("search", "--data", demo_folder, "خودارزیابی").key() == "data_doubtful"


def test_lists_that_are_falsified_are_told(call: Caller, demo_folder: Path, tmp_path: Path) -> None:
    falsify(demo_folder, "UPDATE resolution_facts SET place = place + 1")
    told = call("print", "register", "--all", "--data", demo_folder, "-o", tmp_path / "x.pdf")
    assert told.key() == "data_doubtful"
    assert words.FINDINGS["facts_stale"] in told.err


def test_what_an_earlier_program_folded_is_no_fault_of_the_data(call: Caller, demo_folder: Path) -> None:
    falsify(demo_folder, "UPDATE search_text SET fold_version = fold_version - 1")
    falsify(demo_folder, "UPDATE resolution_facts SET facts_version = facts_version - 1")
    told = call("search", "--data", demo_folder, "خودارزیابی")
    assert (told.code, told.err) == (0, "")


def test_a_paper_is_not_called_good_by_falsified_data(call: Caller, falsified: Path) -> None:
    told = call("verify-paper", "A" * 16, "--data", falsified)
    assert (told.code, told.out, told.key()) == (1, "", "data_doubtful")
    wanted = call("verify-paper", "A" * 16, "--data", falsified, "--with-doubts")
    assert wanted.out
    assert "[data_doubtful]" in wanted.err


@pytest.mark.parametrize("verb", ["archive", "template"])
def test_neither_are_they_exported_nor_offered(call: Caller, falsified: Path, tmp_path: Path, verb: str) -> None:
    out = tmp_path / "x.xlsx"
    more = ("resolutions",) if verb == "template" else ()
    assert call(verb, *more, "--data", falsified, "-o", out).key() == "data_doubtful"
    assert not out.exists()
    wanted = call(verb, *more, "--data", falsified, "-o", out, "--with-doubts")
    assert (wanted.code, "[data_doubtful]" in wanted.err) == (0, True)
    assert out.exists()


def test_nothing_is_judged_by_them_before_it_is_brought_in(call: Caller, falsified: Path, tmp_path: Path) -> None:
    file = filled(tmp_path, GOOD)
    told = call("import", file, "--data", falsified, "--dry-run")
    assert (told.code, told.out, told.key()) == (1, "", "check_found")
    assert "چیزی ثبت نشد" in told.err
    assert WAYS in told.err, "falsified data are brought back, and not backed up once more"


@pytest.mark.parametrize("sql", ["DROP TABLE guest", "UPDATE office_setting SET letterhead = '['"])
def test_what_cannot_even_be_shown_is_refused_and_kept_aside(
    call: Caller, demo_folder: Path, tmp_path: Path, sql: str
) -> None:
    with closing(sqlite3.connect(demo_folder / paths.DATABASE, isolation_level=None)) as raw:
        for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute("PRAGMA ignore_check_constraints=ON")
        raw.execute(sql)
    told = call("search", "--data", demo_folder, "جلسه", "--with-doubts")
    assert (told.code, told.out) == (1, "")
    assert told.key() in ("database_damaged", "value_unreadable")
    stick = tmp_path / "stick"
    stick.mkdir()
    made = call("backup", "--to", stick, "--data", demo_folder)
    assert (made.code, "[check_found]" in made.err) == (0, True)
    assert list_backups(stick)


def test_rows_of_a_large_file_are_left_to_the_check(
    call: Caller, falsified: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As at the start of the window."""
    monkeypatch.setattr(folder_module, "HASHED_AT_START", 0)
    assert call("search", "--data", falsified, "خودارزیابی").code == 0
    assert call("check", "--data", falsified).key() == "check_found"


def test_check_goes_on_as_it_did(call: Caller, falsified: Path) -> None:
    told = call("check", "--data", falsified)
    assert (told.code, told.key()) == (1, "check_found")
    assert WAYS in told.err
    assert "ثبت نشد" not in told.err
    assert ROW in told.out
