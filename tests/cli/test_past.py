"""``template`` and ``import``: a template of the office, filled in and taken over; dry, wrong, and twice."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app import wiring
from desktop_app.domain.rules.taking_over import EarlierValues
from desktop_app.services.taking_over.earlier import save_earlier
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.sheets.template import WrittenSheet, workbook_bytes
from desktop_app.storage.sheets.workbook_reader import read_workbook
from tests.cli.caller import Caller
from tests.services.clocks import SettableClock
from tests.services.furnishing import furnish
from tests.services.records import Records

HEADS = ["شمارهٔ مصوبه", "شمارهٔ جلسه", "تاریخ جلسه", "متن مصوبه", "مجری", "مهلت", "وضعیت"]


@pytest.fixture
def folder(empty_folder: Path, tmp_path: Path) -> Path:
    """A data folder of a committee that met before."""
    records = Records(empty_folder / DATABASE_NAME, tmp_path / "data", SettableClock())
    furnish(records.open_work, records.clock)
    told = EarlierValues(held=True, last_meeting="48", begins="1402/1")
    save_earlier(records.context, told, EarlierValues())
    records.close()
    return tmp_path / "data"


def filled(place: Path, *rows: list[str]) -> Path:
    file = place / "past.xlsx"
    file.write_bytes(workbook_bytes([WrittenSheet(name="مصوبه‌ها", widths=[20] * 7, rows=[HEADS, *rows])]))
    return file


GOOD = ["12/1", "12", "1401/9/3", "سامانه راه‌اندازی شود.", "واحد 1", "1402/6/31", "در دست اقدام"]


def test_a_template_offers_the_units_of_the_office(call: Caller, folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "t.xlsx"
    told = call("template", "resolutions", "-o", file, "--data", folder)
    assert told.code == 0
    assert "الگو" in told.out
    heads = read_workbook(file).sheets[0].rows[0].cells
    assert set(HEADS) <= set(heads)
    other = tmp_path / "o.xlsx"
    assert call("template", "past-meetings", "-o", other, "--data", tmp_path / "nothing").code == 0
    assert call("template", "resolutions", "-o", tmp_path / "t.xls", "--data", folder).code == 2


def test_a_template_takes_the_place_of_no_file(call: Caller, folder: Path, tmp_path: Path) -> None:
    file = filled(tmp_path, GOOD)
    before = file.read_bytes()
    told = call("template", "resolutions", "-o", file, "--data", folder)
    assert (told.code, told.key()) == (1, "template_taken")
    assert file.read_bytes() == before


def test_a_dry_run_writes_nothing_and_the_second_time_brings_nothing(
    call: Caller, folder: Path, tmp_path: Path
) -> None:
    file = filled(tmp_path, GOOD)
    before = (folder / DATABASE_NAME).read_bytes()
    dry = call("import", file, "--data", folder, "--dry-run", "--json")
    assert (dry.code, json.loads(dry.out)) == (
        0,
        {"meetings": 1, "resolutions": 1, "known": 0, "faults": [], "doubts": []},
    )
    assert (folder / DATABASE_NAME).read_bytes() == before
    assert call("import", file, "--data", folder).key() == "clock_ahead"
    done = call("import", file, "--data", folder, "--clock-ok")
    assert (done.code, done.out) == (0, "۱ جلسه و ۱ مصوبه ثبت شد.\n")
    assert call("import", file, "--data", folder, "--clock-ok").key() == "import_brings_nothing"
    dry = call("import", file, "--data", folder, "--dry-run")
    assert (dry.code, dry.key(), dry.out) == (1, "import_brings_nothing", "")
    assert "پیش‌تر ثبت شده است" in dry.err
    assert call("check", "--data", folder).code == 0


@pytest.mark.parametrize("kind", ["past-meetings", "resolutions"])
def test_a_template_in_which_nothing_is_filled_brings_nothing(
    call: Caller, folder: Path, tmp_path: Path, kind: str
) -> None:
    """A dry run is asked in order to hear what the run itself would say."""
    file = tmp_path / "t.xlsx"
    assert call("template", kind, "-o", file, "--data", folder).code == 0
    told = call("import", file, "--data", folder, "--dry-run")
    assert (told.code, told.key(), told.out) == (1, "import_brings_nothing", "")
    assert "ردیفی برای ثبت نیست" in told.err
    done = call("import", file, "--data", folder, "--clock-ok")
    assert (done.code, done.err.endswith(told.err)) == (1, True)
    told = call("import", file, "--data", folder, "--dry-run", "--json")
    assert (told.code, told.key()) == (1, "import_brings_nothing")
    assert json.loads(told.out) == {"meetings": 0, "resolutions": 0, "known": 0, "faults": [], "doubts": []}


@pytest.mark.parametrize("command", ["import", "attach"])
def test_nothing_is_written_where_the_check_finds_something(
    call: Caller, folder: Path, tmp_path: Path, command: str
) -> None:
    file = filled(tmp_path, GOOD)
    with closing(sqlite3.connect(folder / DATABASE_NAME, isolation_level=None)) as raw:
        raw.execute("CREATE VIEW planted AS SELECT 1")
    more = ("--to", "unit:واحد 1") if command == "attach" else ()
    assert call(command, file, *more, "--data", folder, "--clock-ok").key() == "check_found"


def test_every_fault_is_told_by_row_and_column(call: Caller, folder: Path, tmp_path: Path) -> None:
    file = filled(tmp_path, GOOD, ["13/1", "۱۳", "1401/13/1", "متن", "واحد یک", "", ""])
    told = call("import", file, "--data", folder, "--json", "--clock-ok")
    faults = json.loads(told.out)["faults"]
    assert [(one["row"], one["column"], one["key"]) for one in faults] == [
        (3, "day", "month_not_in_year"),
        (3, "executor", "past_unit_unknown"),
    ]
    assert told.code == 1
    spoken = call("import", file, "--data", folder, "--clock-ok")
    assert "سطر ۳، «مجری»: واحد «واحد یک» شناخته نشد." in spoken.out
    dry = call("import", file, "--data", folder, "--clock-ok", "--dry-run")
    for told in (spoken, dry):
        assert "هیچ ردیفی ثبت نمی‌شود" in told.out
        assert "مصوبه ثبت می‌شود" not in told.out, "with faults nothing will be"
    with closing(wiring.view_office(folder, wiring.SystemClock())) as office, office.context.read() as work:
        assert not work.meetings.where()
