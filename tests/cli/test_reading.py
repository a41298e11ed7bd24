"""Commands that read: beside an open window, after a crash, on folders that are not what they should be."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_app import wiring
from desktop_app.domain.calendar.clock import FixedClock
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.store import schema
from desktop_app.storage.store.search import SEARCHED
from desktop_app.system import paths
from desktop_app.words import commands as words
from desktop_app.words import finding_details
from tests.cli.caller import Caller, run_apart
from tests.conftest import DEMO_DAY, ROOT
from tests.places import refusing
from tests.printing.oracles import extractors
from tests.systems import not_on_windows


@pytest.fixture(autouse=True)
def _the_day_of_the_demo(monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine's clock stands on the day of the demo data, so that nothing is odd about it."""
    clock = FixedClock(datetime(DEMO_DAY.year, DEMO_DAY.month, DEMO_DAY.day, 12, tzinfo=UTC))
    monkeypatch.setattr(wiring, "SystemClock", lambda: clock)


def _edit(folder: Path, *statements: str) -> None:
    """Change the file behind the program's back."""
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as raw:
        for statement in statements:
            raw.execute(statement)
        raw.commit()


# ---- print


def test_minutes_are_printed_and_nothing_is_recorded(call: Caller, demo_folder: Path, tmp_path: Path) -> None:
    before = (demo_folder / DATABASE_NAME).read_bytes()
    out = tmp_path / "صورت‌جلسهٔ سوم.pdf"
    told = call("print", "minutes", "--data", demo_folder, "--meeting", "۳", "-o", out)
    assert (told.code, told.err) == (0, "")
    assert "صفحه در" in told.out
    assert (demo_folder / DATABASE_NAME).read_bytes() == before
    text = extractors.pdftotext(out.read_bytes(), tmp_path)
    assert "۱۴۰۱/۱۱/۱۰" in text
    assert "نمونه" in text
    assert not [one for one in text if "\ufb50" <= one <= "\ufeff" or "\ue000" <= one <= "\uf8ff"]


def test_a_meeting_without_minutes_is_refused(call: Caller, demo_folder: Path, tmp_path: Path) -> None:
    told = call("print", "minutes", "--data", demo_folder, "--meeting", 6, "-o", tmp_path / "m.pdf")
    assert (told.code, told.key()) == (1, "meeting_without_minutes")


@pytest.mark.parametrize("number", [0, 7, -1, 2**31])
def test_a_meeting_that_is_not_there_is_refused(call: Caller, demo_folder: Path, tmp_path: Path, number: int) -> None:
    told = call("print", "minutes", "--data", demo_folder, f"--meeting={number}", "-o", tmp_path / "m.pdf")
    assert (told.code, told.out, told.key()) == (1, "", "meeting_number_unknown")
    assert not (tmp_path / "m.pdf").exists()


@pytest.mark.parametrize(
    ("out", "key"),
    [("missing/m.pdf", "folder_missing"), ("folder.pdf", "file_name_unusable")],
)
def test_a_target_that_cannot_be_written_is_refused(
    call: Caller, demo_folder: Path, tmp_path: Path, out: str, key: str
) -> None:
    (tmp_path / "folder.pdf").mkdir()
    told = call("print", "minutes", "--data", demo_folder, "--meeting", 3, "-o", tmp_path / out)
    assert (told.code, told.out, told.key()) == (1, "", key)


def test_a_target_in_a_folder_that_refuses_everybody_is_refused(call: Caller, demo_folder: Path) -> None:
    told = call("print", "minutes", "--data", demo_folder, "--meeting", 3, "-o", refusing() / "m.pdf")
    assert (told.code, told.out, told.key()) == (1, "", "folder_not_writable")


@pytest.mark.parametrize("folder", ["ب" * 309, "~nobody-of-this-name/data", "NUL"])
@pytest.mark.parametrize("verb", [["check"], ["search", "جلسه"], ["print", "minutes", "--meeting", "3", "-o", "m.pdf"]])
def test_a_data_folder_that_cannot_be_is_refused(call: Caller, verb: list[str], folder: str) -> None:
    told = call(*verb, "--data", folder)
    assert (told.code, told.out) == (1, "")
    # Windows asks no account for a home, and says of such a name that nothing is there
    missing = folder == "NUL" or sys.platform == "win32"
    unusable = "home_unknown" if folder.startswith("~") else "place_unusable"
    assert told.key() == ("database_missing" if missing else unusable)


def test_a_paper_with_a_name_too_long_is_refused(call: Caller, demo_folder: Path, tmp_path: Path) -> None:
    told = call("print", "minutes", "--data", demo_folder, "--meeting", 3, "-o", tmp_path / ("ب" * 309 + ".pdf"))
    assert (told.code, told.out, told.key()) == (1, "", "file_name_unusable")
    assert [file.name for file in tmp_path.iterdir()] == ["data"]


# ---- search


def test_a_search_folds_spelling_and_says_what_it_found(call: Caller, demo_folder: Path) -> None:
    told = call("search", "--data", demo_folder, "خود ارزيابي", "--limit", 2)
    assert (told.code, told.err) == (0, "")
    lines = told.out.splitlines()
    assert len(lines) == 2
    assert all(line.split(" · ")[0] in words.KINDS.values() for line in lines)
    assert "خودارزیابی" in told.out


def test_a_meeting_that_is_found_bears_its_number(call: Caller, demo_folder: Path) -> None:
    told = call("search", "--data", demo_folder, "تالار شهریور")
    assert told.out == "جلسهٔ ۲ · مرکز ملی فضای مجازی، تالار شهریور\n"


@pytest.mark.parametrize(
    ("said", "line"),
    [
        (
            words.hit("clause", "خودارزیابی", "گزارش شنیده شد", draft=True),
            "بند در پیش‌نویس صورت‌جلسه · خودارزیابی · گزارش شنیده شد",
        ),
        (words.hit("resolution", "", "متن", draft=True), "مصوبه در پیش‌نویس صورت‌جلسه · متن"),
        (words.hit("resolution", "۱۴۰۱/۳/۲", "متن"), "مصوبه · ۱۴۰۱/۳/۲ · متن"),
        (words.hit("unit", "آبفا", "آبفا"), "واحد · آبفا"),
        (words.hit("resolution", "۱۴۰۱/۳/۲", "متن", guarded="secret"), "مصوبه · ۱۴۰۱/۳/۲ · خیلی محرمانه · متن"),
    ],
)
def test_a_draft_is_called_one(said: str, line: str) -> None:
    assert said == line


def test_a_search_answers_in_json(call: Caller, demo_folder: Path) -> None:
    told = call("search", "--data", demo_folder, "خودارزیابی", "--json")
    hits = json.loads(told.out)
    assert {"kind", "id", "title", "text", "draft", "guarded"} == set(hits[0])
    assert any(hit["title"] == "۱۴۰۱/۳/۲" for hit in hits)


def test_nothing_found_is_an_answer(call: Caller, demo_folder: Path) -> None:
    told = call("search", "--data", demo_folder, "زرافه")
    assert (told.code, told.out, told.err) == (0, f"{words.NOTHING_FOUND}\n", "")
    assert call("search", "--data", demo_folder, "زرافه", "--json").out == "[]\n"


def test_every_kind_that_can_be_found_has_its_word() -> None:
    assert {"upstream" if kind == "upstream_decision" else kind for kind in SEARCHED} == set(words.KINDS)


@pytest.mark.parametrize(("arguments", "key"), [(["  "], "query_empty"), (["x", "--limit", "0"], "limit_too_small")])
def test_a_search_for_nothing_is_refused(call: Caller, demo_folder: Path, arguments: list[str], key: str) -> None:
    told = call("search", "--data", demo_folder, *arguments)
    assert (told.code, told.out, told.key()) == (1, "", key)


# ---- check


def test_a_clean_folder_is_called_clean(call: Caller, demo_folder: Path) -> None:
    told = call("check", "--data", demo_folder)
    assert (told.code, told.out, told.err) == (0, f"{words.CHECK_CLEAN}\n", "")
    assert "همهٔ توافق‌ها" not in told.out, "it says what it looked at, and no more"
    for looked_at in ("صفحه‌های فایل", "ساختار", "ردیف‌ها", "زنجیره", "متن‌های نهایی", "فایل‌های پیوست", "مصوبهٔ ثبت‌شده"):
        assert looked_at in told.out
    assert call("check", "--data", demo_folder, "--json").out == "[]\n"


def test_what_is_wrong_is_told_line_by_line(call: Caller, demo_folder: Path) -> None:
    _edit(
        demo_folder,
        "DROP TRIGGER guard_sent_invitation_update",
        "UPDATE sent_invitation SET document = '{' WHERE id = 1",
    )
    told = call("check", "--data", demo_folder)
    assert (told.code, told.key()) == (1, "check_found")
    found = json.loads(call("check", "--data", demo_folder, "--json").out)
    assert len(told.out.splitlines()) == len(found)
    for kind in ("schema", "hash_differs"):
        assert finding_details.FINDINGS[kind] in told.out
        assert kind in {one["kind"] for one in found}


def test_what_is_derived_is_made_anew_and_never_listed(call: Caller, demo_folder: Path) -> None:
    _edit(demo_folder, "DELETE FROM search_text WHERE kind = 'person'", "UPDATE person SET name_key = 'x'")
    told = call("check", "--data", demo_folder)
    assert (told.code, told.out, told.key()) == (0, f"{words.CHECK_CLEAN}\n", "lists_stale")
    wiring.open_office(demo_folder, wiring.SystemClock()).close()
    assert call("check", "--data", demo_folder).err == ""


# ---- beside a window, and after a crash


HOLD = """
import sys
from pathlib import Path
from desktop_app.wiring import SystemClock, open_office

office = open_office(Path(sys.argv[1]), SystemClock())
with office.context.write() as work:
    if sys.argv[2] == "writing":
        work.audit("tested", "committee", 1)
    print("ready", flush=True)
    sys.stdin.readline()
"""


@contextmanager
def _window_at_work(folder: Path, doing: str) -> Iterator[None]:
    """Another process that holds the folder as a window does, in the middle of an act."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder), doing], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as window:
        assert window.stdin is not None
        assert window.stdout is not None
        assert window.stdout.readline().rstrip() == b"ready"
        yield
        window.stdin.close()


@pytest.mark.parametrize("doing", ["reading", "writing"])
def test_reading_works_beside_a_window(call: Caller, demo_folder: Path, tmp_path: Path, doing: str) -> None:
    with _window_at_work(demo_folder, doing):
        assert call("search", "--data", demo_folder, "خودارزیابی").code == 0
        assert call("check", "--data", demo_folder).code == 0
        assert call("print", "minutes", "--data", demo_folder, "--meeting", 3, "-o", tmp_path / "m.pdf").code == 0
        told = call("demo", "--data", demo_folder)
        assert (told.code, told.out, told.key()) == (1, "", "data_in_use")


TEAR = """
import sqlite3, sys
raw = sqlite3.connect(sys.argv[1], isolation_level=None)
raw.execute("PRAGMA journal_mode=TRUNCATE")
raw.execute("PRAGMA cache_size=2")
raw.execute("BEGIN")
raw.execute("UPDATE search_text SET spaced = spaced || 'زرافه', joined = joined || 'زرافه'")
print("ready", flush=True)
sys.stdin.readline()
"""


def test_after_a_kill_in_the_middle_of_a_write_the_whole_state_before_it_is_read(
    call: Caller, demo_folder: Path
) -> None:
    file = demo_folder / DATABASE_NAME
    before = file.read_bytes()
    with subprocess.Popen(
        [sys.executable, "-c", TEAR, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as torn:
        assert torn.stdout is not None
        assert torn.stdout.readline().rstrip() == b"ready"
        torn.kill()
        torn.communicate()
    assert file.read_bytes() != before, "the harness tore nothing"
    assert file.with_name(f"{DATABASE_NAME}-journal").stat().st_size > 0
    told = call("search", "--data", demo_folder, "زرافه")
    assert (told.code, told.out) == (0, f"{words.NOTHING_FOUND}\n")
    assert call("check", "--data", demo_folder).code == 0
    assert file.read_bytes() == before


# ---- folders that are not what they should be


def test_a_schema_of_an_earlier_program_is_refused(
    call: Caller, demo_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "SCHEMA_VERSION", schema.SCHEMA_VERSION + 1)
    # another number of the same tables would be damage of the number
    monkeypatch.setattr(schema, "SCHEMA_TEXT", "")
    told = call("check", "--data", demo_folder)
    assert (told.code, told.out, told.key()) == (1, "", "schema_older")


def test_a_schema_of_a_later_program_is_refused(call: Caller, demo_folder: Path) -> None:
    _edit(demo_folder, "CREATE TABLE novelty (id INTEGER PRIMARY KEY)", "PRAGMA user_version = 99")
    told = call("check", "--data", demo_folder)
    assert (told.code, told.out, told.key()) == (1, "", "database_newer")


def _foreign(folder: Path) -> None:
    _edit(folder, "CREATE TABLE song (title TEXT)", "PRAGMA user_version = 1")


def _no_database(folder: Path) -> None:
    (folder / DATABASE_NAME).write_text("این پایگاه داده نیست", encoding="utf-8")


def _cut(folder: Path) -> None:
    good = folder.parent / "data" / DATABASE_NAME
    (folder / DATABASE_NAME).write_bytes(good.read_bytes()[: good.stat().st_size // 3])


@pytest.mark.parametrize(
    ("spoil", "keys"),
    [
        (lambda _folder: None, {"database_missing"}),
        (_foreign, {"database_not_ours"}),
        (_no_database, {"database_not_ours", "database_damaged"}),
        (_cut, {"database_damaged", "check_found"}),
    ],
)
def test_a_folder_that_holds_something_else_is_refused(
    call: Caller, demo_folder: Path, tmp_path: Path, spoil: object, keys: set[str]
) -> None:
    assert callable(spoil)
    other = tmp_path / "other"
    other.mkdir()
    spoil(other)
    told = call("check", "--data", other)
    assert told.code == 1
    assert told.key() in keys


def test_a_damaged_beginning_in_the_folder_of_an_office_is_told_with_what_brings_it_back(
    call: Caller, demo_folder: Path, tmp_path: Path
) -> None:
    office = tmp_path / "office"
    (office / paths.FILES).mkdir(parents=True)
    (office / paths.FILES / "a").write_bytes(b"kept")
    (office / DATABASE_NAME).write_bytes(b"\0" * 4096 + (demo_folder / DATABASE_NAME).read_bytes()[4096:])
    told = call("check", "--data", office)
    assert (told.code, told.out, told.key()) == (1, "", "database_beginning_damaged")
    assert words.BRING_BACK in told.err
    assert "از این برنامه نیست" not in told.err


def test_a_folder_that_is_not_there_is_not_made_by_reading(call: Caller, tmp_path: Path) -> None:
    told = call("search", "--data", tmp_path / "nowhere", "x")
    assert (told.code, told.key()) == (1, "database_missing")
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("left", [None, b""])
@pytest.mark.parametrize("trace", ["files/aa/aa", "papers/1402/minutes.pdf", "backups/1/manifest.json"])
@pytest.mark.parametrize(
    "verb", [("check",), ("search", "x"), ("backup", "--to", "{}"), ("template", "resolutions", "-o", "{}.xlsx")]
)
def test_data_that_vanished_are_told_with_what_brings_them_back(
    call: Caller, tmp_path: Path, verb: tuple[str, ...], trace: str, left: bytes | None
) -> None:
    office = tmp_path / "data"
    (office / trace).parent.mkdir(parents=True)
    (office / trace).write_bytes(b"kept")
    if left is not None:
        (office / DATABASE_NAME).write_bytes(left)
    told = call(*(one.format(tmp_path / "target") for one in verb), "--data", office)
    assert (told.code, told.out, told.key()) == (1, "", "database_vanished")
    assert words.BRING_BACK in told.err
    assert (office / DATABASE_NAME).exists() == (left is not None)
    assert not (tmp_path / "target.xlsx").exists()


# ---- clock and names


@pytest.mark.parametrize(("day", "key"), [(1, "clock_behind"), (28, "clock_ahead")])
def test_a_clock_that_stands_wrong_is_told_and_hinders_no_reading(
    call: Caller, demo_folder: Path, monkeypatch: pytest.MonkeyPatch, day: int, key: str
) -> None:
    month = 5 if key == "clock_behind" else 6
    wrong = FixedClock(datetime(2023, month, day, 12, tzinfo=UTC))
    monkeypatch.setattr(wiring, "SystemClock", lambda: wrong)
    told = call("search", "--data", demo_folder, "تالار شهریور")
    assert (told.code, told.key()) == (0, key)
    assert told.out.startswith("جلسهٔ ۲")
    assert words.CLOCK_GONE_ON in told.err
    assert "تأیید" not in told.err, "there is no way to confirm"


@not_on_windows("it knows no XDG folders")
def test_the_users_own_folder_may_have_a_persian_name(demo_folder: Path, tmp_path: Path) -> None:
    home = tmp_path / "کاربر علی‌رضا" / "داده"
    home.mkdir(parents=True)
    shutil.copytree(demo_folder, home / "Dabirkhaneh")
    told = run_apart("search", "تالار شهریور", XDG_DATA_HOME=str(home))
    assert told.code == 0
    assert told.out == "جلسهٔ ۲ · مرکز ملی فضای مجازی، تالار شهریور\n"
