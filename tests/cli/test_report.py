"""``report desk`` tells what is late, due and waiting, in words and as JSON."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_app import wiring
from desktop_app.domain.calendar.clock import FixedClock
from desktop_app.domain.read_models.desk import DeskKind, DeskLine
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.words import desk as words
from tests.cli.caller import Caller
from tests.conftest import DEMO_DAY


@pytest.fixture(autouse=True)
def _the_day_of_the_demo(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = FixedClock(datetime(DEMO_DAY.year, DEMO_DAY.month, DEMO_DAY.day, 12, tzinfo=UTC))
    monkeypatch.setattr(wiring, "SystemClock", lambda: clock)


def test_the_desk_is_told_and_nothing_is_recorded(call: Caller, demo_folder: Path) -> None:
    before = (demo_folder / DATABASE_NAME).read_bytes()
    told = call("report", "desk", "--data", demo_folder)
    assert (told.code, told.err) == (0, "")
    lines = told.out.splitlines()
    assert lines[0] == "معوق: ۲"
    assert lines[1].startswith("۱۴۰۱/۲/۱ · احصای موانع")
    assert lines[1].endswith("۸۳ روز تأخیر")
    assert "صورت‌جلسهٔ جلسهٔ پنجم · امضا: ۱۴ از ۱۶ · در انتظار امضا، ۱۲ روز" in lines
    assert (demo_folder / DATABASE_NAME).read_bytes() == before


def test_the_desk_as_json_names_each_record(call: Caller, demo_folder: Path) -> None:
    told = call("report", "desk", "--data", demo_folder, "--json")
    found = json.loads(told.out)
    late = [one for one in found if one["kind"] == "late"]
    assert [(one["number"], one["days"]) for one in late] == [("۱۴۰۱/۲/۱", 83), ("۱۴۰۱/۳/۲", 3)]
    assert late[0]["record"] == "resolution:3"
    assert found[-1]["kind"] == "backup"


def test_an_empty_office_has_an_empty_desk(call: Caller, tmp_path: Path) -> None:
    wiring.open_office(tmp_path / "data", wiring.SystemClock()).close()
    told = call("report", "desk", "--data", tmp_path / "data")
    assert (told.code, told.out) == (0, f"{words.NOTHING}\n")


def test_the_class_of_a_guarded_resolution_is_told(call: Caller, demo_folder: Path) -> None:
    line = DeskLine(kind=DeskKind.LATE, number="1", text="متن", guarded="secret", days=2)
    assert "متن (خیلی محرمانه)" in words.spoken(line)
    found = json.loads(call("report", "desk", "--data", demo_folder, "--json").out)
    assert {one["classification"] for one in found} == {None}
