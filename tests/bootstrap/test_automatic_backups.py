"""Backups that the window makes unasked, their age at its foot, the second place and the reminder of it."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer

from desktop_app.domain.calendar.clock import FixedClock
from desktop_app.domain.read_models.backups import Backup, BackupKind, Verdict
from desktop_app.storage.backup import making, office_backups
from desktop_app.storage.backup.listing import list_backups, verify
from desktop_app.storage.backup.places import MARK
from desktop_app.system import paths
from desktop_app.system.paths import DataLocation, Origin
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.window.backups.memory import BackupSettings
from desktop_app.window.founding.page import FoundingPage
from desktop_app.window.shell import automatic_backups, opening
from desktop_app.window.shell import backups as backups_module
from desktop_app.window.shell.automatic_backups import AutomaticBackups
from desktop_app.window.shell.machine import machine_settings
from desktop_app.window.shell.place import ChosenDataFolder
from desktop_app.words import backups as words
from tests import patience
from tests.bootstrap.backups import act, bands, choose_second, keep, kinds, no_sample, page
from tests.bootstrap.conftest import Run, Start
from tests.conftest import DEMO_DAY
from tests.shown import texts

AUTOMATIC = BackupKind.AUTOMATIC


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine of the test's own, whose second place lies on another disk."""
    monkeypatch.setenv(paths.SETTINGS_VARIABLE, str(tmp_path / "machine" / "settings.ini"))
    monkeypatch.setattr(office_backups, "same_disk", lambda *_: False)


@pytest.fixture
def folder(demo_folder: Path) -> Path:
    return no_sample(demo_folder)


@pytest.fixture
def stick(folder: Path, tmp_path: Path) -> Path:
    """The second place of the folder."""
    found = tmp_path / "فلش"
    found.mkdir()
    choose_second(folder, found)
    return found


class MovedClock:
    """A clock that the test moves on."""

    def __init__(self, day: date = DEMO_DAY) -> None:
        self.at = datetime(day.year, day.month, day.day, 8, tzinfo=UTC)

    def today(self) -> date:
        """See :class:`desktop_app.domain.calendar.clock.Clock`."""
        return FixedClock(self.at).today()

    def local_time(self) -> str:
        """The same."""
        return FixedClock(self.at).local_time()

    def instant(self) -> str:
        """The same."""
        return FixedClock(self.at).instant()


def by(clock: MovedClock) -> Callable[[Run], None]:
    """Run by a clock, with backups."""

    def watch(run: Run) -> None:
        run.opening.clock = clock
        keep(run)

    return watch


def at_rest(run: Run) -> Run:
    """Once the first page shows and what runs behind it has ended."""
    run.at("meetings")
    run.until(lambda: bool(run.window.findChildren(AutomaticBackups)) and not run.opening.workers.busy)
    return run


def look_again(run: Run) -> None:
    """Twenty minutes are over."""
    (found,) = run.window.findChildren(AutomaticBackups)
    found.findChildren(QTimer)[0].timeout.emit()
    run.until(lambda: not run.opening.workers.busy)


def foot(run: Run) -> list[str]:
    return texts(run.window.ui.status)


# ---- beside the data


def test_a_backup_is_made_at_the_start_and_at_the_end_where_something_changed(start: Start, folder: Path) -> None:
    run = at_rest(start(folder, watch=keep))
    assert kinds(folder) == [AUTOMATIC]
    run.window.close()
    assert kinds(folder) == [AUTOMATIC], "nothing was recorded"
    again = at_rest(start(folder, watch=keep))
    assert kinds(folder) == [AUTOMATIC]
    act(again)
    again.window.close()
    assert kinds(folder) == [AUTOMATIC] * 2
    read = [verify(one) for one in list_backups(folder / paths.BACKUPS)]
    assert {(one.verdict, one.lost) for one in read} == {(Verdict.VERIFIED, ())}


def test_a_window_left_open_makes_one_every_twenty_minutes_in_which_something_changed(
    start: Start, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert automatic_backups.EVERY == 20 * 60 * 1000
    monkeypatch.setattr(automatic_backups, "EVERY", 100)
    run = at_rest(start(folder, watch=keep))
    made = list_backups(folder / paths.BACKUPS)
    patience.let_pass(500)
    assert list_backups(folder / paths.BACKUPS) == made, "nothing was recorded"
    act(run)
    run.until(lambda: kinds(folder) == [AUTOMATIC] * 2)
    patience.let_pass(500)
    assert kinds(folder) == [AUTOMATIC] * 2


def test_a_window_that_is_closed_before_its_page_was_seen_makes_one_backup(
    start: Start, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting: list[Callable[[], object]] = []
    monkeypatch.setattr(opening, "AfterFirstPaint", lambda _page, then: waiting.append(then))
    run = start(folder, watch=keep)
    run.at("meetings")
    assert kinds(folder) == []
    begun: list[AutomaticBackups] = []
    monkeypatch.setattr(AutomaticBackups, "begin", begun.append)
    (then,) = waiting
    # closing waits for its backup in a loop of its own, in which the page is painted after all
    QTimer.singleShot(0, then)
    run.window.close()
    assert begun == [], "two at once would each make one"
    assert kinds(folder) == [AUTOMATIC]


def test_closing_that_waits_says_so_and_can_be_hurried(
    start: Start, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = at_rest(start(folder, watch=keep))
    act(run)
    monkeypatch.setattr(automatic_backups, "PATIENCE", 0)
    gate = threading.Event()
    whole = making.make_backup

    def slow(*asked: Any) -> Backup:
        gate.wait(20)
        return whole(*asked)

    monkeypatch.setattr(office_backups, "make_backup", slow)
    said: list[str] = []

    def hurry() -> None:
        said.append(bands(run))
        for one in run.window.findChildren(MessageBand):
            if one.title() == words.CLOSING:
                one.action_button().click()
                gate.set()
                return
        QTimer.singleShot(50, hurry)

    QTimer.singleShot(50, hurry)
    run.window.close()
    assert words.CLOSING_WHY in said[-1]
    assert kinds(folder) == [AUTOMATIC], "given up: it is made at the next start"
    assert not run.office_open


def test_a_failed_backup_is_told_once_and_stops_nothing(start: Start, folder: Path) -> None:
    (folder / paths.BACKUPS).write_bytes(b"in the way")
    run = at_rest(start(folder, watch=keep))
    look_again(run)
    assert bands(run).count(words.NOT_MADE) == 1, "the newer one takes the place of the older one"
    run.window.close()
    assert not run.office_open


def test_a_file_that_cannot_be_read_is_told_where_the_backup_is_made_without_it(
    start: Start, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = making.make_backup
    monkeypatch.setattr(office_backups, "make_backup", lambda *asked: replace(whole(*asked), unread=("files/ab/one",)))
    run = at_rest(start(folder, watch=keep))
    assert words.unread_files(1) in bands(run)
    assert words.NOT_MADE not in bands(run)


def test_backups_are_made_of_the_folder_that_was_taken_instead(start: Start, folder: Path, tmp_path: Path) -> None:
    place = ChosenDataFolder(DataLocation(tmp_path / "usual", Origin.USUAL), pick_folder=lambda _title, _folder: folder)
    run = start(place, "open", watch=keep)
    run.at("founding")
    run.until(lambda: bool(run.window.findChildren(AutomaticBackups)) and not run.opening.workers.busy)
    run.window.findChildren(FoundingPage)[-1].ui.changePlace.click()
    run.at("meetings")
    run.until(lambda: kinds(folder) == [AUTOMATIC] and not run.opening.workers.busy)
    act(run)
    run.window.close()
    assert kinds(folder) == [AUTOMATIC] * 2


# ---- the age at the foot


def test_the_age_of_the_last_backup_stands_at_the_foot_of_every_page(start: Start, folder: Path) -> None:
    clock = MovedClock()
    run = at_rest(start(folder, watch=by(clock)))
    assert run.opening.screens is not None
    for key in ("minutes", "members", "settings", "backups", "history", "help"):
        run.opening.screens.open(key)
        assert words.age_minutes(0) in foot(run), key
    (found,) = run.window.findChildren(AutomaticBackups)
    clock.at += timedelta(minutes=12)
    found.show_age()
    assert words.age_minutes(12) in foot(run)
    clock.at += timedelta(hours=3)
    found.show_age()
    assert any(words.TODAY in text for text in foot(run) if text.startswith(words.age("")))
    clock.at += timedelta(days=1)
    found.show_age()
    assert any(words.YESTERDAY in text for text in foot(run) if text.startswith(words.age("")))


def test_a_backup_by_hand_is_told_at_the_foot_at_once(start: Start, folder: Path) -> None:
    clock = MovedClock()
    run = at_rest(start(folder, watch=by(clock)))
    clock.at += timedelta(minutes=30)
    shown = page(run)
    (found,) = run.window.findChildren(AutomaticBackups)
    found.show_age()
    assert words.age_minutes(30) in foot(run)
    shown.ui.make.click()
    run.until(lambda: kinds(folder) == [BackupKind.BY_HAND, AUTOMATIC] and not run.opening.workers.busy)
    assert words.age_minutes(0) in foot(run)


def test_where_none_could_be_made_the_foot_says_that_there_is_none(start: Start, folder: Path) -> None:
    (folder / paths.BACKUPS).write_bytes(b"in the way")
    run = at_rest(start(folder, watch=keep))
    assert words.AGE_NONE in foot(run)


# ---- the second place


def test_the_second_place_gets_one_an_hour_while_it_is_there(start: Start, folder: Path, stick: Path) -> None:
    clock = MovedClock()
    run = at_rest(start(folder, watch=by(clock)))
    assert len(list_backups(stick)) == 1
    for minutes, own, second in ((20, 2, 1), (20, 3, 1), (20, 4, 2)):
        clock.at += timedelta(minutes=minutes)
        act(run)
        look_again(run)
        assert (len(kinds(folder)), len(list_backups(stick))) == (own, second)
    away = stick.rename(stick.with_name("کشو"))
    clock.at += timedelta(hours=2)
    act(run)
    look_again(run)
    assert not stick.exists()
    away.rename(stick)
    look_again(run)
    assert len(list_backups(stick)) == 3
    assert words.NOT_MADE not in bands(run)


def test_the_empty_folder_of_a_stick_that_was_pulled_out_gets_nothing(start: Start, folder: Path, stick: Path) -> None:
    """Where it would be mounted is a folder on the disk of the data."""
    away = stick.rename(stick.with_name("کشو"))
    stick.mkdir()
    run = at_rest(start(folder, watch=keep))
    assert kinds(folder) == [AUTOMATIC]
    assert not list(stick.iterdir())
    assert words.REMIND in bands(run)
    shown = page(run)
    shown.ui.make.click()
    run.until(lambda: kinds(folder) == [BackupKind.BY_HAND, AUTOMATIC] and not run.opening.workers.busy)
    assert not list(stick.iterdir())
    assert list(away.iterdir()) == [away / MARK]


def test_a_place_that_refuses_keeps_no_backup_from_the_other(start: Start, folder: Path, stick: Path) -> None:
    """The own place on a full disk is what the second one is for."""
    (folder / paths.BACKUPS).write_bytes(b"in the way")
    run = at_rest(start(folder, watch=keep))
    assert words.NOT_MADE in bands(run)
    assert len(list_backups(stick)) == 1
    assert words.REMIND not in bands(run)


def test_a_copy_of_the_data_writes_into_no_second_place_of_the_office(
    start: Start, folder: Path, stick: Path, tmp_path: Path
) -> None:
    """Its backups would be offered as the newest of the office, which never held what is recorded in a copy."""
    run = at_rest(start(folder, watch=keep))
    run.window.close()
    copy = Path(shutil.copytree(folder, tmp_path / "رونوشت", ignore=shutil.ignore_patterns(paths.BACKUPS)))
    other = at_rest(start(copy, watch=keep))
    assert kinds(copy) == [AUTOMATIC]
    assert words.REMIND_CHOOSE in bands(other)
    assert len(list_backups(stick)) == 1


def test_a_sample_goes_into_no_second_place(start: Start, demo_folder: Path, tmp_path: Path) -> None:
    """The newest backup of a stick is what a new machine restores."""
    stick = tmp_path / "فلش"
    stick.mkdir()
    choose_second(demo_folder, stick)
    run = at_rest(start(demo_folder, watch=keep))
    assert kinds(demo_folder) == [AUTOMATIC]
    run.window.close()
    assert list_backups(stick) == ()
    assert words.REMIND not in bands(run)


def test_another_place_says_nothing_of_what_was_made_in_the_one_before(tmp_path: Path) -> None:
    memory = BackupSettings(machine_settings(), tmp_path)
    memory.choose(tmp_path / "فلش", "one")
    memory.made(Backup(tmp_path, 1, made_at="2024-01-01T00:00:00Z", committee="committee", last_entry=7))
    memory.choose(tmp_path / "E", "one")
    assert memory.made_at, "the same stick under another letter"
    memory.choose(tmp_path / "فلش", "two")
    assert (memory.made_at, memory.moment.last_entry) == ("", 0)


# ---- the reminder


def test_the_reminder_comes_once_a_day_also_over_two_starts(start: Start, folder: Path) -> None:
    clock = MovedClock()
    run = at_rest(start(folder, watch=by(clock)))
    assert words.REMIND_CHOOSE in bands(run)
    (band,) = (one for one in run.window.findChildren(MessageBand) if one.isVisible() and one.title() == words.REMIND)
    assert band.action_button().text() == words.SEEN
    band.action_button().click()
    assert words.REMIND not in bands(run)
    act(run)
    look_again(run)
    assert words.REMIND not in bands(run)
    run.window.close()
    again = at_rest(start(folder, watch=by(clock)))
    assert words.REMIND not in bands(again), "the second start of the day"
    clock.at += timedelta(days=1)
    look_again(again)
    assert words.REMIND_CHOOSE in bands(again), "a window that is left open reminds, too"
    clock.at += timedelta(days=1)
    look_again(again)
    assert bands(again).count(words.REMIND_CHOOSE) == 1


def test_the_reminder_goes_once_a_second_place_is_chosen(
    start: Start, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "فلش"
    stick.mkdir()
    monkeypatch.setattr(backups_module, "ask_folder", lambda *_: stick)
    run = at_rest(start(folder, watch=keep))
    assert words.REMIND_CHOOSE in bands(run)
    page(run).ui.choose.click()
    run.until(lambda: len(list_backups(stick)) == 1 and not run.opening.workers.busy)
    assert words.REMIND_CHOOSE not in bands(run)


def test_a_second_place_that_is_behind_is_reminded_of(start: Start, folder: Path, stick: Path) -> None:
    clock = MovedClock()
    run = at_rest(start(folder, watch=by(clock)))
    assert words.REMIND not in bands(run)
    stick.rename(stick.with_name("کشو"))
    act(run)
    run.window.close()
    clock.at += timedelta(days=3)
    again = at_rest(start(folder, watch=by(clock)))
    assert words.remind_days(3) in bands(again)


@pytest.mark.parametrize("made_at", ["yesterday", f"{DEMO_DAY + timedelta(days=300)}T10:00:00Z"])
def test_neither_nonsense_nor_a_clock_that_ran_ahead_silences_the_reminder(
    start: Start, folder: Path, tmp_path: Path, made_at: str
) -> None:
    memory = BackupSettings(machine_settings(), folder)
    memory.choose(tmp_path / "pulled out", "mark")
    memory.made(Backup(tmp_path, 1, made_at=made_at, committee="other", last_entry=10**6))
    run = at_rest(start(folder, watch=keep))
    assert words.remind_days(0) in bands(run)


def test_an_office_without_a_committee_is_reminded_of_nothing(start: Start, tmp_path: Path) -> None:
    run = start(tmp_path / "تازه", watch=keep)
    run.at("founding")
    run.until(lambda: bool(run.window.findChildren(AutomaticBackups)) and not run.opening.workers.busy)
    assert bands(run) == ""
