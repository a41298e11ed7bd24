"""`demo`: the story moved to any day, larger when asked, always clean, and the same for the same day and seed."""

from __future__ import annotations

import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

from desktop_app.domain.calendar.jalali import add_months, from_jalali, month_of
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.wiring import holidays
from desktop_app.words import commands as words
from tests.cli.caller import Caller
from tests.conftest import DEMO_DAY
from tests.places import refusing
from tests.whole import Share, deciding

NIGHT = timedelta(days=1)
DAYS = (date(2023, 11, 14), date(2024, 3, 19), date(2024, 4, 2), date(2026, 11, 24), date(2021, 7, 2))
"""Among them the day of the 96th session, the last of a leap year, days amid Nowruz, and one before the story."""
Rows = list[tuple[object, ...]]


def _rows(folder: Path, question: str) -> Rows:
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as raw:
        return raw.execute(question).fetchall()


def _dump(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as raw:
        return list(raw.iterdump())


def _made(call: Caller, folder: Path, day: date, *more: object) -> None:
    told = call("demo", "--data", folder, "--today", day, *more)
    assert (told.code, told.err) == (0, "")


def test_it_is_the_same_for_a_day_tells_its_size_and_leaves_other_files_alone(
    call: Caller, demo_data: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "داده"
    folder.mkdir()
    (folder / "نامه.txt").write_text("مال من", encoding="utf-8")
    told = call("demo", "--data", folder, "--today", DEMO_DAY)
    assert (told.code, told.err) == (0, "")
    assert told.out == words.demo_made(str(folder), 6, 10) + "\n"
    assert (folder / "نامه.txt").read_text(encoding="utf-8") == "مال من"
    assert _dump(folder) == _dump(demo_data)


def test_the_story_stands_as_it_is_told_on_its_own_day(demo_data: Path) -> None:
    numbers = [str(row[0]) for row in _rows(demo_data, "SELECT number FROM resolution ORDER BY id")]
    assert " ".join(numbers) == (
        "۱۴۰۱/۱/۱ ۱۴۰۱/۱/۲ ۱۴۰۱/۲/۱ ۱۴۰۱/۲/۲ ۱۴۰۱/۳/۱ ۱۴۰۱/۳/۲ ۱۴۰۱/۳/۳ ۱۴۰۱/۴/۱ ۱۴۰۱/۴/۲ ۱۴۰۲/۵/۱"
    )
    days = [row[0] for row in _rows(demo_data, "SELECT day FROM meeting ORDER BY number")]
    assert days[:5] == [
        from_jalali(*day).isoformat()
        for day in ((1401, 9, 14), (1401, 10, 12), (1401, 11, 10), (1401, 12, 8), (1402, 2, 11))
    ]
    assert days[5] == DEMO_DAY.isoformat()


def test_every_act_names_the_operator(demo_data: Path) -> None:
    assert _rows(demo_data, "SELECT DISTINCT actor FROM audit") == [("کارشناس دبیرخانه",)]


def test_data_are_never_mixed_with_a_demo(call: Caller, demo_folder: Path) -> None:
    before = _dump(demo_folder)
    told = call("demo", "--data", demo_folder, "--today", DEMO_DAY)
    assert (told.code, told.out, told.key()) == (1, "", "demo_not_empty")
    assert _dump(demo_folder) == before


@pytest.mark.parametrize("under", ["a file", "what refuses everybody"])
def test_a_folder_that_cannot_be_written_is_refused(call: Caller, tmp_path: Path, under: str) -> None:
    (tmp_path / "file.txt").write_text("a file, not a folder", encoding="utf-8")
    told = call("demo", "--data", (tmp_path / "file.txt" if under == "a file" else refusing()) / "data")
    assert (told.code, told.out, told.key()) == (1, "", "folder_not_writable")


def test_another_seed_gives_other_data(call: Caller, demo_data: Path, tmp_path: Path) -> None:
    _made(call, tmp_path / "other", DEMO_DAY, "--seed", 2)
    assert _dump(tmp_path / "other") != _dump(demo_data)


@pytest.mark.whole
def test_another_day_of_the_month_gives_the_same_recorded_days(call: Caller, demo_data: Path, tmp_path: Path) -> None:
    _made(call, tmp_path / "later", DEMO_DAY + 3 * NIGHT)
    held = "SELECT number, day, state FROM meeting WHERE number < 6"
    assert _rows(tmp_path / "later", held) == _rows(demo_data, held)


def test_a_demo_that_breaks_off_leaves_nothing(call: Caller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise OSError("in the middle")

    monkeypatch.setattr("desktop_app.services.demo.demo.notify", broken)
    told = call("demo", "--data", tmp_path / "x", "--today", DEMO_DAY)
    assert told.key() == "unforeseen:OSError"
    monkeypatch.undo()
    assert _rows(tmp_path / "x", "SELECT count(*) FROM meeting") == [(0,)]
    _made(call, tmp_path / "x", DEMO_DAY)


# ---- the days


Moved = Callable[[date], Path]
# later than the story, amid closed days, with the decision of the 96th session; and earlier than the story
any_day = pytest.mark.parametrize("day", deciding(DAYS, {DAYS[2], DAYS[4]}))


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Moved:
    """Demo data on one of the days, made when it is first asked for."""
    from desktop_app.wiring import build_demo

    @cache
    def on(day: date) -> Path:
        folder = tmp_path_factory.mktemp("moved") / day.isoformat()
        build_demo(folder, day)
        return folder

    return on


@any_day
def test_it_is_clean_on_any_day(call: Caller, moved: Moved, day: date) -> None:
    told = call("check", "--data", moved(day))
    assert (told.code, told.out) == (0, f"{words.CHECK_CLEAN}\n")


@any_day
def test_nothing_is_recorded_after_today_and_one_month_more_would_be(moved: Moved, day: date) -> None:
    instants = [str(row[0]) for row in _rows(moved(day), "SELECT at FROM audit ORDER BY seq")]
    assert instants == sorted(instants)
    last = date.fromisoformat(instants[-1][:10])
    assert last <= day
    # the story's last act is on the 17th; told a month later it would lie ahead, however closed days fall
    story_last = from_jalali(1402, 2, 17)
    months = month_of(story_last).months_until(month_of(last))
    assert add_months(story_last, months + 1) > day


@any_day
def test_no_meeting_is_on_a_closed_day(moved: Moved, day: date) -> None:
    closed = {one.day for one in holidays()}
    for (meeting,) in _rows(moved(day), "SELECT day FROM meeting"):
        held = date.fromisoformat(str(meeting))
        assert held.weekday() not in {3, 4}, f"{held} is a Thursday or Friday"
        assert held not in closed
    assert all(
        date.fromisoformat(str(held)) <= day
        for (held,) in _rows(moved(day), "SELECT day FROM meeting WHERE number < 6")
    )


@any_day
def test_a_decision_of_later_is_known_only_later(moved: Moved, day: date) -> None:
    sessions = {row[0] for row in _rows(moved(day), "SELECT session FROM upstream_decision")}
    assert ("۹۶" in sessions) == (day >= from_jalali(1402, 8, 23))
    assert {"۶۶", "۳۵", "۹"} <= sessions


# ---- larger ones


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory, years: int) -> Path:
    """Earlier years with twice the resolutions."""
    from desktop_app.wiring import build_demo

    folder = tmp_path_factory.mktemp("large") / "data"
    build_demo(folder, DEMO_DAY, years=years, scale=2)
    return folder


@pytest.fixture(scope="module")
def years(share: Share) -> int:
    """One year holds old months and the last open ones; a second is of the first kind alone."""
    return share(1, 2)


@pytest.mark.slow
def test_earlier_years_come_before_the_story_and_are_clean(call: Caller, large: Path, years: int) -> None:
    assert call("check", "--data", large).code == 0
    days = [str(row[0]) for row in _rows(large, "SELECT day FROM meeting ORDER BY number")]
    assert len(days) == years * 12 + 6
    assert days == sorted(days)
    assert days[-1] == DEMO_DAY.isoformat()


@pytest.mark.slow
def test_of_earlier_years_the_old_are_verified_and_the_last_months_are_open(large: Path, years: int) -> None:
    verified = {row[0] for row in _rows(large, "SELECT resolution_id FROM resolution_act WHERE kind = 'verified'")}
    every: Counter[tuple[object, bool]] = Counter()
    for number, resolution in _rows(
        large,
        f"SELECT m.number, r.id FROM resolution r JOIN meeting m ON m.id = r.meeting_id WHERE m.number <= {years * 12}",
    ):
        every[number, resolution in verified] += 1
    assert {number for number, done in every if done} == set(range(1, years * 12 - 5))
    assert {number for number, done in every if not done} == set(range(years * 12 - 5, years * 12 + 1))
    # resolutions of the story's meetings come twice in each generated meeting
    assert all(count % 2 == 0 for count in every.values())


@pytest.mark.slow
def test_readers_work_while_a_large_demo_is_written(call: Caller, large: Path, tmp_path: Path) -> None:
    """A large transaction keeps its pages in memory: the file is untouched until it commits."""
    from desktop_app.wiring import SystemClock, open_office

    folder = Path(shutil.copytree(large, tmp_path / "copy"))
    office = open_office(folder, SystemClock())
    with office.context.write() as work:
        for clause in work.clauses.where():
            for _ in range(40):
                work.audit("tested", "clause", clause.id, text="زرافه" * 200)
        assert call("search", "--data", folder, "تالار شهریور").code == 0
    office.close()
