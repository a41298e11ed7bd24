"""Calls over an office in which another program changed a live row: all work, and ``check`` names the row."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_app import wiring
from desktop_app.domain.calendar.clock import FixedClock
from desktop_app.system import paths
from desktop_app.words import finding_details, findings
from tests.cli.caller import Caller
from tests.cli.test_past import GOOD, filled
from tests.conftest import DEMO_DAY
from tests.foreign import forge

DIFFERS = finding_details.FINDINGS["row_differs"]


@pytest.fixture(autouse=True)
def _the_day_of_the_demo(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = FixedClock(datetime(DEMO_DAY.year, DEMO_DAY.month, DEMO_DAY.day, 12, tzinfo=UTC))
    monkeypatch.setattr(wiring, "SystemClock", lambda: clock)


@pytest.fixture
def changed(demo_folder: Path) -> Path:
    forge(demo_folder, "UPDATE unit SET liaison = 'زرافه' WHERE id = 1")
    return demo_folder


def test_calls_that_read_do_what_they_are_asked(call: Caller, changed: Path, tmp_path: Path) -> None:
    out, stick = tmp_path / "x.pdf", tmp_path / "stick"
    stick.mkdir()
    for asked in (
        ("search", "خودارزیابی"),
        ("print", "register", "--all", "-o", out),
        ("backup", "--to", stick),
    ):
        told = call(*asked, "--data", changed)
        assert (told.code, told.key()) == (0, "changed_outside")
        assert told.out
    assert out.stat().st_size


def test_calls_that_write_do_so_too(call: Caller, changed: Path, tmp_path: Path) -> None:
    told = call("attach", filled(tmp_path, GOOD), "--to", "meeting:5", "--data", changed)
    assert (told.code, told.key()) == (0, "changed_outside")
    assert len(json.loads(call("check", "--data", changed, "--json").out)) == 1, "the row stays listed"


def test_check_names_the_row_with_both_values_and_ends_with_1(call: Caller, changed: Path, demo_data: Path) -> None:
    told = call("check", "--data", changed)
    assert (told.code, told.key()) == (1, "check_found")
    (line,) = told.out.splitlines()
    assert line.startswith(f"{DIFFERS} · ")
    assert findings.OLD_UNKNOWN in line
    assert "زرافه" in line
    (found,) = json.loads(call("check", "--data", changed, "--json").out)
    assert (found["kind"], found["table"], found["id"], found["old"]) == ("row_differs", "unit", 1, None)
    (changed / paths.BACKUPS).mkdir(exist_ok=True)
    assert call("backup", "--data", demo_data, "--to", changed / paths.BACKUPS).code == 0
    line = call("check", "--data", changed).out
    assert findings.OLD_UNKNOWN not in line
    assert "زرافه" in line.partition("اکنون")[2]
    (found,) = json.loads(call("check", "--data", changed, "--json").out)
    assert found["old"].keys() == found["new"].keys() == {"liaison"}
    assert found["new"] == {"liaison": "زرافه"}
