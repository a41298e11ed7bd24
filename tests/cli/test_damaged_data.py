"""Calls over damaged data do what they are asked, say so on standard error, and write nothing into them."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_app import wiring
from desktop_app.domain.calendar.clock import FixedClock
from desktop_app.storage.backup.listing import list_backups
from desktop_app.storage.file import folder as folder_module
from desktop_app.system import paths
from desktop_app.words import finding_details
from tests.cli.caller import Caller, Told
from tests.cli.test_past import GOOD, filled
from tests.conftest import DEMO_DAY
from tests.foreign import forge

PAPERS = (
    ("register", "--all"),
    ("reminder", "--all"),
    ("alignment-matrix",),
    ("history",),
    ("monthly-report", "--month", "1402-02"),
    ("minutes", "--meeting", "3"),
)
ROW = finding_details.FINDINGS["row_differs"]


@pytest.fixture(autouse=True)
def _the_day_of_the_demo(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = FixedClock(datetime(DEMO_DAY.year, DEMO_DAY.month, DEMO_DAY.day, 12, tzinfo=UTC))
    monkeypatch.setattr(wiring, "SystemClock", lambda: clock)


@pytest.fixture
def damaged(demo_folder: Path) -> Path:
    """The demo, in which a row of a frozen table was changed that no paper draws."""
    forge(demo_folder, "UPDATE signer SET post = 'دیگر' WHERE id = 1")
    return demo_folder


def keys(told: Told) -> list[str]:
    """The keys of everything that was said on standard error, one line each."""
    return re.findall(r"\[([a-z_]+)\]$", told.err, re.MULTILINE)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper[0])
def test_a_paper_is_printed_and_the_damage_told(
    call: Caller, damaged: Path, tmp_path: Path, paper: tuple[str, ...]
) -> None:
    before, out = (damaged / paths.DATABASE).read_bytes(), tmp_path / "x.pdf"
    told = call("print", *paper, "--data", damaged, "-o", out)
    assert (told.code, told.key()) == (0, "data_damaged")
    assert ROW in told.err
    assert out.stat().st_size
    assert (damaged / paths.DATABASE).read_bytes() == before


@pytest.mark.whole
def test_other_reading_calls_answer_too(call: Caller, damaged: Path, tmp_path: Path) -> None:
    found = call("search", "--data", damaged, "خودارزیابی", "--json")
    assert (found.code, found.key()) == (0, "data_damaged")
    assert json.loads(found.out)
    verified = call("verify-paper", "A" * 16, "--data", damaged)
    assert verified.out
    assert keys(verified)[0] == "data_damaged"
    for verb in (("template", "resolutions"), ("archive",)):
        out = tmp_path / f"{verb[0]}.xlsx"
        told = call(*verb, "--data", damaged, "-o", out)
        assert (told.code, told.key()) == (0, "data_damaged")
        assert out.exists()


def test_nothing_is_written_into_them(call: Caller, damaged: Path, tmp_path: Path) -> None:
    before = (damaged / paths.DATABASE).read_bytes()
    file = filled(tmp_path, GOOD)
    for asked in (("import", file), ("import", file, "--dry-run"), ("attach", file, "--to", "meeting:5")):
        told = call(*asked, "--data", damaged)
        assert (told.code, told.out, told.key()) == (1, "", "check_found")
        assert "چیزی ثبت نشد" in told.err
    assert (damaged / paths.DATABASE).read_bytes() == before


def test_only_the_document_that_does_not_hold_is_refused(call: Caller, demo_folder: Path, tmp_path: Path) -> None:
    third = "(SELECT id FROM meeting WHERE number = 3)"
    forge(demo_folder, f"UPDATE minutes_version SET snapshot = snapshot || ' ' WHERE meeting_id = {third}")
    out = tmp_path / "x.pdf"
    for paper in (("minutes", "--meeting", "3"), ("extract", "--meeting", "3"), ("register", "--all")):
        told = call("print", *paper, "--data", demo_folder, "-o", out)
        assert (told.code, told.out, keys(told)) == (1, "", ["data_damaged", "minutes_falsified"])
        assert not out.exists()
    assert call("print", "minutes", "--meeting", "2", "--data", demo_folder, "-o", out).code == 0
    assert out.stat().st_size


@pytest.mark.parametrize(
    ("sql", "key"),
    [
        ("UPDATE minutes_version SET urgency = 'xyz'", "data_damaged"),
        ("UPDATE office_setting SET letterhead = '['", "changed_outside"),
    ],
)
def test_a_backup_of_what_cannot_even_be_shown_is_made_and_says_so(
    call: Caller, demo_folder: Path, tmp_path: Path, sql: str, key: str
) -> None:
    forge(demo_folder, sql)
    stick = tmp_path / "stick"
    stick.mkdir()
    made = call("backup", "--to", stick, "--data", demo_folder)
    assert (made.code, made.key()) == (0, key)
    assert list_backups(stick)


def test_rows_of_a_large_file_are_left_to_the_check(
    call: Caller, damaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As at the start of the window."""
    monkeypatch.setattr(folder_module, "HASHED_AT_START", 0)
    told = call("search", "--data", damaged, "خودارزیابی")
    assert (told.code, told.err) == (0, "")
    assert call("check", "--data", damaged).key() == "check_found"


def test_what_an_earlier_program_folded_is_no_fault_of_the_data(call: Caller, demo_folder: Path) -> None:
    forge(demo_folder, "UPDATE search_text SET fold_version = fold_version - 1")
    forge(demo_folder, "UPDATE resolution_facts SET facts_version = facts_version - 1")
    told = call("search", "--data", demo_folder, "خودارزیابی")
    assert (told.code, told.err) == (0, "")
