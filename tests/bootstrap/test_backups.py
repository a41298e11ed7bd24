"""Backups through the window: automatic, by hand, looked at, restored, and the drill as it is written."""

from __future__ import annotations

import shutil
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTableWidget

from desktop_app import paths
from desktop_app.bootstrap import opening
from desktop_app.bootstrap.backups import automatic
from desktop_app.bootstrap.backups import page as backups_module
from desktop_app.bootstrap.backups.automatic import AutomaticBackups
from desktop_app.bootstrap.backups.restoring import RESTORING
from desktop_app.bootstrap.backups.window import BackupWindow
from desktop_app.bootstrap.machine import machine_settings
from desktop_app.bootstrap.place import OfficePlace
from desktop_app.controllers.backups.backups_memory import MADE, OLD_MADE, OLD_PLACE, BackupsMemory, group_of
from desktop_app.domain.read_models.backups import LAST_STEP, Backup, BackupKind, Verdict
from desktop_app.domain.read_models.program_help import Chapter
from desktop_app.paths import DataPlace, Origin
from desktop_app.services.follow_up.resolution_sheet import resolution_sheet
from desktop_app.services.follow_up.task_sheet import task_sheet
from desktop_app.services.office.settings import office_settings
from desktop_app.storage.backup import making, office_backups, restoring
from desktop_app.storage.backup.listing import list_backups, verify
from desktop_app.storage.backup.manifest import read_manifest, write_manifest
from desktop_app.storage.backup.places import folder_name
from desktop_app.storage.backup.thinning import BATCH, RECENT
from desktop_app.storage.file.folder import WorkContext, open_folder
from desktop_app.text.office import backup_doubts as doubts
from desktop_app.text.office import backups as words
from desktop_app.views.backups.backups_page import BackupsPage
from desktop_app.views.founding.founding_page import FoundingPage
from desktop_app.views.help.help_page import HelpPage
from desktop_app.views.lists.record_list_page import RecordListPage
from desktop_app.views.meetings.meetings_page import MeetingsPage
from desktop_app.views.registers.registers_page import RegistersPage
from desktop_app.views.registers.registers_spec import RECORD_INCOMING, RECORD_OUTGOING
from desktop_app.widgets.feedback.message_band import MessageBand
from desktop_app.widgets.style.screen_room import screen_room
from desktop_app.workers import Cancelled, Watch
from tests import patience
from tests.bootstrap.conftest import Run, Start, clock_on
from tests.bootstrap.slow_restore import SlowRestore, SlowRestores
from tests.conftest import DEMO_DAY
from tests.shown import action, child, texts
from tests.storage.test_restore import dump

Dump = dict[str, list[tuple[object, ...]]]


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine of the test's own."""
    monkeypatch.setenv(paths.SETTINGS_VARIABLE, str(tmp_path / "machine" / "settings.ini"))


@pytest.fixture(autouse=True)
def _other_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a test chooses lies on another disk than the data, as a stick does."""
    monkeypatch.setattr(office_backups, "same_disk", lambda *_: False)


@pytest.fixture
def sample(demo_data: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(demo_data, tmp_path / "دفتر"))


@pytest.fixture
def folder(sample: Path) -> Path:
    return no_sample(sample)


def no_sample(sample: Path) -> Path:
    """The same records as those of an office that is none."""
    data = open_folder(sample, WorkContext(clock_on(DEMO_DAY)))
    with data.open_write() as work:
        work.put_settings(replace(work.settings(), sample=False))
        work.audit("settings", "office_setting", 1)
        work.commit()
    data.close()
    return sample


def _two_disks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Folders that are picked in turn: one on the disk of the data, one on another."""
    places = [tmp_path / "کنار", tmp_path / "فلش"]
    for place in places:
        place.mkdir()
    left = list(places)
    monkeypatch.setattr(backups_module, "ask_folder", lambda *_: left.pop(0))
    monkeypatch.setattr(office_backups, "same_disk", lambda place, _data: place == places[0])
    return places


def keep(run: Run) -> None:
    run.opening.backups.automatically = True


def act(run: Run) -> None:
    """Record something."""
    assert run.opening.screens is not None
    context = run.opening.screens.office.context
    with context.write() as work:
        seen = office_settings(context)
        work.put_settings(seen)
        work.audit("settings", "office_setting", 1)
        work.commit()


def page(run: Run) -> BackupsPage:
    action(run.window, words.KEYS).trigger()
    run.at("backups")
    found = run.window.findChildren(BackupsPage)[-1]
    run.until(lambda: bool(found.ui.own.text()) and not run.opening.workers.busy)
    return found


def rows(shown: BackupsPage) -> list[list[str]]:
    table: QTableWidget = shown.ui.table
    return [
        [table.item(row, column).text() for column in range(table.columnCount())]  # type: ignore[union-attr]
        for row in range(table.rowCount())
    ]


def kinds(folder: Path) -> list[BackupKind]:
    return [one.kind for one in list_backups(folder / paths.BACKUPS)]


def bands(run: Run) -> str:
    return " ".join(f"{one.title()} {one.detail()}" for one in run.window.findChildren(MessageBand) if one.isVisible())


def _offers_nothing_that_writes(looking: BackupWindow) -> None:
    """On every page that has acts of its own."""
    meetings = child(looking.window, MeetingsPage)
    assert not meetings.ui.newMeeting.isVisible()
    adding = [one for one in meetings.actions() if one.shortcut() == QKeySequence("Ctrl+N")]
    assert [one.isEnabled() for one in adding] == [False]
    looking.screens.open("registers")
    registers = child(looking.window, RegistersPage)
    assert not registers.ui.actions.button(RECORD_INCOMING)
    assert not registers.ui.actions.button(RECORD_OUTGOING)
    with looking.screens.office.context.read() as work:
        (resolution, *_) = work.resolutions.where()
        (task, *_) = work.tasks.where()
    assert not resolution_sheet(looking.screens.office.context, resolution.id).actions
    assert not task_sheet(looking.screens.office.context, task.id).actions
    looking.screens.open("meetings")


def test_a_backup_is_made_at_the_start_and_at_the_end_where_something_changed(start: Start, folder: Path) -> None:
    run = start(folder, watch=keep)
    run.at("meetings")
    run.until(lambda: kinds(folder) == [BackupKind.AUTOMATIC] and not run.opening.workers.busy)
    assert words.REMIND_CHOOSE in bands(run)
    run.window.close()
    assert kinds(folder) == [BackupKind.AUTOMATIC], "nothing was recorded"
    again = start(folder, watch=keep)
    again.at("meetings")
    again.until(lambda: not again.opening.workers.busy)
    assert kinds(folder) == [BackupKind.AUTOMATIC]
    act(again)
    again.window.close()
    assert kinds(folder) == [BackupKind.AUTOMATIC] * 2
    assert {verify(one).verdict for one in list_backups(folder / paths.BACKUPS)} == {Verdict.VERIFIED}


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
    assert kinds(folder) == [BackupKind.AUTOMATIC]


def test_closing_that_waits_says_so_and_can_be_hurried(
    start: Start, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = start(folder, watch=keep)
    run.at("meetings")
    run.until(lambda: kinds(folder) == [BackupKind.AUTOMATIC] and not run.opening.workers.busy)
    act(run)
    monkeypatch.setattr(automatic, "PATIENCE", 0)
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
    assert kinds(folder) == [BackupKind.AUTOMATIC], "given up: it is made at the next start"
    assert not run.office_open


def test_a_failed_backup_is_told_and_stops_nothing(start: Start, folder: Path) -> None:
    (folder / paths.BACKUPS).write_bytes(b"in the way")
    run = start(folder, watch=keep)
    run.at("meetings")
    run.until(lambda: words.NOT_MADE in bands(run))
    run.window.close()
    assert not run.office_open


def test_the_reminder_goes_with_a_backup_in_the_second_place(start: Start, folder: Path, tmp_path: Path) -> None:
    stick = tmp_path / "فلش"
    stick.mkdir()
    BackupsMemory(machine_settings(), folder).choose(stick)
    run = start(folder, watch=keep)
    run.at("meetings")
    run.until(lambda: len(list_backups(stick)) == 1 and not run.opening.workers.busy)
    assert words.REMIND not in bands(run)
    (there,) = list_backups(stick)
    assert BackupsMemory(machine_settings(), folder).made_for(there.committee).moment == there.moment
    act(run)
    stick.rename(tmp_path / "pulled out")
    run.window.close()
    machine_settings().setValue(f"{group_of(folder)}/{MADE}/{there.committee}/made_at", "2023-03-01T10:00:00Z")
    again = start(folder, watch=keep)
    again.at("meetings")
    again.until(lambda: words.REMIND in bands(again))


def test_a_place_that_refuses_keeps_no_backup_from_the_other(start: Start, folder: Path, tmp_path: Path) -> None:
    """The own place on a full disk is what the second one is for."""
    stick = tmp_path / "فلش"
    stick.mkdir()
    BackupsMemory(machine_settings(), folder).choose(stick)
    (folder / paths.BACKUPS).write_bytes(b"in the way")
    run = start(folder, watch=keep)
    run.at("meetings")
    run.until(lambda: words.NOT_MADE in bands(run))
    assert len(list_backups(stick)) == 1
    assert words.REMIND not in bands(run)


def _many(place: Path) -> list[Path]:
    """More backups than all stay, as a year of work leaves them: the folders, the oldest first."""
    first = list_backups(place)[-1].folder
    manifest = read_manifest(first)
    found = [first]
    for number in range(2, RECENT + BATCH + 1):
        made = place / folder_name(number, manifest.made_at)
        shutil.copytree(first, made)
        (made / paths.MANIFEST).unlink()
        write_manifest(made, replace(manifest, number=number))
        found.append(made)
    return found


def _kept(run: Run, folder: Path) -> list[int]:
    run.until(lambda: not run.opening.workers.busy)
    return [one.number for one in list_backups(folder / paths.BACKUPS)]


def test_older_ones_go_at_a_start_once_the_newest_was_verified(start: Start, folder: Path) -> None:
    run = start(folder, watch=keep)
    run.at("meetings")
    run.until(lambda: kinds(folder) == [BackupKind.AUTOMATIC] and not run.opening.workers.busy)
    run.window.close()
    _many(folder / paths.BACKUPS)
    again = start(folder, watch=keep)
    again.at("meetings")
    again.until(lambda: len(kinds(folder)) == RECENT)
    assert _kept(again, folder) == list(range(RECENT + BATCH, BATCH, -1))
    assert doubts.NEWEST not in bands(again)


def test_a_newest_backup_that_is_damaged_lets_none_go_and_is_told(start: Start, folder: Path) -> None:
    run = start(folder, watch=keep)
    run.at("meetings")
    run.until(lambda: kinds(folder) == [BackupKind.AUTOMATIC] and not run.opening.workers.busy)
    run.window.close()
    database = _many(folder / paths.BACKUPS)[-1] / paths.DATABASE
    raw = bytearray(database.read_bytes())
    raw[len(raw) // 2] ^= 1
    database.write_bytes(raw)
    again = start(folder, watch=keep)
    again.at("meetings")
    again.until(lambda: doubts.NEWEST in bands(again))
    assert doubts.LOOK in bands(again)
    assert len(_kept(again, folder)) == RECENT + BATCH


def test_older_ones_go_at_the_end_behind_the_backup_that_was_just_made(
    start: Start, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(automatic, "PATIENCE", 60_000)
    run = start(folder, watch=keep)
    run.at("meetings")
    run.until(lambda: kinds(folder) == [BackupKind.AUTOMATIC] and not run.opening.workers.busy)
    _many(folder / paths.BACKUPS)
    act(run)
    run.window.close()
    assert [one.number for one in list_backups(folder / paths.BACKUPS)] == list(
        range(RECENT + BATCH + 1, BATCH + 1, -1)
    )


def test_closing_waits_in_silence_for_no_thinning(start: Start, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = start(folder, watch=keep)
    run.at("meetings")
    run.until(lambda: kinds(folder) == [BackupKind.AUTOMATIC] and not run.opening.workers.busy)
    _many(folder / paths.BACKUPS)
    act(run)
    begun = threading.Event()

    def endless(*asked: Any) -> Backup:
        begun.set()
        while True:
            time.sleep(0.01)
            asked[-1](0)

    monkeypatch.setattr(office_backups, "verify_mending", endless)
    monkeypatch.setattr(automatic, "PATIENCE", 3000)
    run.window.close()
    assert begun.is_set()
    assert not run.office_open
    assert len(kinds(folder)) == RECENT + BATCH + 1, "the new one is there, and none went"


def test_a_second_place_on_the_disk_of_the_data_ends_no_reminder(
    start: Start, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside = tmp_path / "کنار"
    beside.mkdir()
    monkeypatch.setattr(office_backups, "same_disk", lambda place, _data: place == beside)
    BackupsMemory(machine_settings(), folder).choose(beside)
    run = start(folder, watch=keep)
    run.at("meetings")
    run.until(lambda: len(list_backups(beside)) == 1 and not run.opening.workers.busy)
    assert words.REMIND_SAME_DISK in bands(run)
    run.window.close()
    again = start(folder, watch=keep)
    again.at("meetings")
    again.until(lambda: words.REMIND_SAME_DISK in bands(again))


def test_an_office_without_a_committee_is_reminded_of_nothing(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside = tmp_path / "کنار"
    beside.mkdir()
    monkeypatch.setattr(office_backups, "same_disk", lambda place, _data: place == beside)
    BackupsMemory(machine_settings(), tmp_path / "تازه").choose(beside)
    run = start(tmp_path / "تازه", watch=keep)
    run.at("founding")
    patience.let_pass(1500)
    assert bands(run) == ""


def test_what_a_thread_found_of_the_second_place_is_kept_by_the_window_once_it_ended(
    start: Start, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside = tmp_path / "کنار"
    beside.mkdir()
    monkeypatch.setattr(office_backups, "same_disk", lambda place, _data: place == beside)
    BackupsMemory(machine_settings(), folder).choose(beside)
    with closing(sqlite3.connect(folder / paths.DATABASE)) as connection:
        (committee,) = connection.execute("SELECT uid FROM committee").fetchone()
    machine_settings().setValue(f"{group_of(folder)}/{MADE}/{committee}/made_at", f"{DEMO_DAY}T10:00:00Z")
    begun, go_on = threading.Event(), threading.Event()
    whole = making.make_backup

    def slow(*asked: Any) -> Backup:
        begun.set()
        go_on.wait(20)
        return whole(*asked)

    monkeypatch.setattr(office_backups, "make_backup", slow)
    run = start(folder, watch=keep)
    run.at("meetings")
    run.until(begun.is_set)
    (backups,) = run.window.findChildren(AutomaticBackups)
    backups.remind()
    told = bands(run)
    go_on.set()
    assert words.REMIND_SAME_DISK not in told, "its thread still works"
    run.until(lambda: words.REMIND_SAME_DISK in bands(run))


def test_choosing_a_place_on_the_disk_of_the_data_turns_the_reminder_and_another_disk_ends_it(
    start: Start, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = _two_disks(tmp_path, monkeypatch)
    run = start(folder, "keep", watch=keep)
    run.at("meetings")
    run.until(lambda: words.REMIND_CHOOSE in bands(run))
    shown = page(run)
    shown.ui.choose.click()
    run.until(lambda: words.REMIND_SAME_DISK in bands(run) and not run.opening.workers.busy)
    assert words.REMIND_CHOOSE not in bands(run)
    shown.ui.choose.click()
    run.until(lambda: len(list_backups(places[1])) == 1 and not run.opening.workers.busy)
    assert words.REMIND not in bands(run)


def test_what_another_office_left_in_the_second_place_silences_no_reminder(
    start: Start, folder: Path, tmp_path: Path
) -> None:
    memory = BackupsMemory(machine_settings(), folder)
    memory.choose(tmp_path / "pulled out")
    made = Backup(tmp_path, 1, made_at="2100-01-01T00:00:00Z", committee="other", last_entry=10**6)
    memory.read(replace(made, verdict=Verdict.VERIFIED))
    run = start(folder, watch=keep)
    run.at("meetings")
    run.until(lambda: words.REMIND in bands(run))


def test_a_copy_of_the_data_writes_into_no_second_place_of_the_office(
    start: Start, folder: Path, tmp_path: Path
) -> None:
    """Its backups would be offered as the newest of the office, which never held what is recorded in a copy."""
    stick = tmp_path / "فلش"
    stick.mkdir()
    BackupsMemory(machine_settings(), folder).choose(stick)
    run = start(folder, watch=keep)
    run.at("meetings")
    run.until(lambda: len(list_backups(stick)) == 1 and not run.opening.workers.busy)
    run.window.close()
    copy = Path(shutil.copytree(folder, tmp_path / "رونوشت", ignore=shutil.ignore_patterns(paths.BACKUPS)))
    other = start(copy, watch=keep)
    other.at("meetings")
    other.until(lambda: bool(list_backups(copy / paths.BACKUPS)) and not other.opening.workers.busy)
    assert words.REMIND in bands(other)
    act(other)
    other.window.close()
    assert len(list_backups(copy / paths.BACKUPS)) == 2
    assert len(list_backups(stick)) == 1
    # the office goes on where it was
    again = start(folder, watch=keep)
    again.at("meetings")
    act(again)
    again.until(lambda: not again.opening.workers.busy)
    again.window.close()
    assert len(list_backups(stick)) == 2


def test_the_second_place_of_a_copy_says_nothing_of_that_of_the_office(folder: Path, tmp_path: Path) -> None:
    """Both are of one committee."""
    office, copy = (BackupsMemory(machine_settings(), one) for one in (folder, tmp_path / "رونوشت"))
    office.choose(tmp_path / "فلش")
    made = Backup(tmp_path, 1, made_at="2024-01-01T00:00:00Z", committee="one", last_entry=7)
    office.read(replace(made, verdict=Verdict.VERIFIED))
    copy.choose(tmp_path / "فلش دوم")
    copy.read(replace(made, made_at="2025-01-01T00:00:00Z", verdict=Verdict.VERIFIED))
    assert (office.folder, copy.folder) == (tmp_path / "فلش", tmp_path / "فلش دوم")
    assert [one.made_for("one").made_at[:4] for one in (office, copy)] == ["2024", "2025"]


def test_what_an_older_program_remembered_for_the_machine_is_of_the_first_folder(folder: Path, tmp_path: Path) -> None:
    settings = machine_settings()
    settings.setValue(OLD_PLACE, str(tmp_path / "فلش"))
    settings.setValue(f"{OLD_MADE}/one/made_at", "2024-01-01T00:00:00Z")
    office, copy = (BackupsMemory(settings, one) for one in (folder, tmp_path / "رونوشت"))
    assert copy.last == tmp_path / "فلش", "what a recovery proposes"
    for one in (office, copy):
        one.take_over_old_place()
    assert (office.folder, copy.folder, copy.last) == (tmp_path / "فلش", None, tmp_path / "فلش")
    assert [one.made_for("one").made_at[:4] for one in (office, copy)] == ["2024", ""]


def test_a_sample_goes_into_no_second_place(start: Start, sample: Path, tmp_path: Path) -> None:
    """The newest backup of a stick is what a new machine restores."""
    stick = tmp_path / "فلش"
    stick.mkdir()
    BackupsMemory(machine_settings(), sample).choose(stick)
    run = start(sample, watch=keep)
    run.at("meetings")
    run.until(lambda: kinds(sample) == [BackupKind.AUTOMATIC] and not run.opening.workers.busy)
    run.window.close()
    assert list_backups(stick) == ()
    assert words.REMIND not in bands(run)


def test_nonsense_among_the_settings_stops_no_reminder(start: Start, folder: Path, tmp_path: Path) -> None:
    memory = BackupsMemory(machine_settings(), folder)
    memory.choose(tmp_path / "pulled out")
    with closing(sqlite3.connect(folder / paths.DATABASE)) as connection:
        (committee,) = connection.execute("SELECT uid FROM committee").fetchone()
    machine_settings().setValue(f"{group_of(folder)}/{MADE}/{committee}/made_at", "yesterday")
    run = start(folder, watch=keep)
    run.at("meetings")
    run.until(lambda: words.remind_days(0) in bands(run))


def test_a_clock_that_ran_ahead_silences_no_reminder(start: Start, folder: Path, tmp_path: Path) -> None:
    """What was made in the second place on a day that is still to come has nothing of what was recorded since."""
    memory = BackupsMemory(machine_settings(), folder)
    memory.choose(tmp_path / "pulled out")
    with closing(sqlite3.connect(folder / paths.DATABASE)) as connection:
        (committee,) = connection.execute("SELECT uid FROM committee").fetchone()
    ahead = DEMO_DAY + timedelta(days=300)
    machine_settings().setValue(f"{group_of(folder)}/{MADE}/{committee}/made_at", f"{ahead}T10:00:00Z")
    run = start(folder, watch=keep)
    run.at("meetings")
    run.until(lambda: words.remind_days(0) in bands(run))


def test_backups_are_made_of_the_folder_that_was_taken_instead(start: Start, folder: Path, tmp_path: Path) -> None:
    place = OfficePlace(DataPlace(tmp_path / "usual", Origin.USUAL), pick_folder=lambda _title, _folder: folder)
    run = start(place, "open", watch=keep)
    run.at("founding")
    run.until(lambda: bool(run.window.findChildren(AutomaticBackups)) and not run.opening.workers.busy)
    run.window.findChildren(FoundingPage)[-1].ui.changePlace.click()
    run.at("meetings")
    run.until(lambda: kinds(folder) == [BackupKind.AUTOMATIC] and not run.opening.workers.busy)
    act(run)
    run.window.close()
    assert kinds(folder) == [BackupKind.AUTOMATIC] * 2


def test_nothing_goes_through_a_folder_that_is_closed(start: Start, folder: Path) -> None:
    run = start(folder)
    run.at("meetings")
    assert run.opening.screens is not None
    data, begun, go_on = run.opening.screens.office.folder, threading.Event(), threading.Event()
    wrong: list[BaseException] = []

    def look(watch: Watch) -> None:
        begun.set()
        go_on.wait(20)
        watch.stop_if_cancelled()
        data.check_files()

    run.opening.workers.run_watched(look, lambda _none: wrong.append(AssertionError("went on")), wrong.append)
    assert begun.wait(20)
    QTimer.singleShot(0, run.opening.close_office)
    threading.Timer(0.2, go_on.set).start()
    run.until(lambda: not run.office_open)
    assert [type(one) for one in wrong] == [Cancelled]


def test_the_page_makes_verifies_and_restores(start: Start, folder: Path) -> None:
    run = start(folder, "restore")
    run.at("meetings")
    shown = page(run)
    assert shown.ui.empty.isVisible()
    before = dump(folder)
    action(shown, "Ctrl+B").trigger()
    run.until(lambda: len(rows(shown)) == 1)
    assert rows(shown)[0][0] == words.HERE
    assert rows(shown)[0][5] == words.VERDICTS["verified"]
    act(run)
    assert dump(folder) != before
    shown.ui.restore.click()
    run.until(lambda: words.RESTORED in bands(run))
    (question,) = run.dialogs.asked
    assert "۱ رویداد" in question.text
    assert dump(folder) == before
    assert kinds(folder) == [BackupKind.BEFORE_RESTORE, BackupKind.BY_HAND]
    run.at("meetings")
    assert run.office_open


def _restoring(start: Start, folder: Path, slow: SlowRestore, *answers: str) -> tuple[Run, Dump]:
    """A run amid a restore that would take an act away, and the rows of before."""
    run = start(folder, "restore", *answers)
    run.at("meetings")
    shown = page(run)
    shown.ui.make.click()
    run.until(lambda: len(rows(shown)) == 1)
    act(run)
    before = dump(folder)
    shown.ui.restore.click()
    run.at(RESTORING)
    assert slow.reached.wait(20)
    return run, before


def _give_up_button(run: Run) -> QPushButton:
    (found,) = run.window.findChildren(QPushButton, "restoreGiveUp")
    return found


def test_a_restore_is_given_up_and_the_office_opens_as_it_was(
    start: Start, folder: Path, slow_restore: SlowRestores
) -> None:
    slow = slow_restore(restoring, 40)
    run, before = _restoring(start, folder, slow)
    run.until(lambda: words.how_far(40) in texts(run.window))
    run.window.activateWindow()
    run.until(lambda: QApplication.activeWindow() is run.window)
    QTest.keyClick(run.window, Qt.Key.Key_F1)
    help_page = run.window.shown()
    assert isinstance(help_page, HelpPage)
    assert help_page.chapter() is Chapter.BACKUP
    QTest.keyClick(run.window, Qt.Key.Key_F1)
    assert run.window.page() == RESTORING
    assert _give_up_button(run).hasFocus()
    QTest.keyClick(_give_up_button(run), Qt.Key.Key_Space)
    assert words.GIVING_UP in texts(run.window)
    slow.go_on.set()
    run.until(lambda: words.RESTORE_GIVEN_UP in bands(run))
    run.at("meetings")
    assert run.office_open
    assert dump(folder) == before
    assert kinds(folder) == [BackupKind.BY_HAND]
    act(run)


def test_closing_amid_a_restore_asks_and_gives_it_up(start: Start, folder: Path, slow_restore: SlowRestores) -> None:
    slow = slow_restore(restoring, 40)
    run, before = _restoring(start, folder, slow, "stay", "leave")
    assert not run.window.close()
    assert run.window.page() == RESTORING
    threading.Timer(0.2, slow.go_on.set).start()
    assert run.window.close()
    assert not run.opening.workers.busy
    assert dump(folder) == before
    assert kinds(folder) == [BackupKind.BY_HAND]


def test_where_the_session_of_the_machine_ends_a_restore_is_given_up_unasked(
    start: Start, folder: Path, slow_restore: SlowRestores
) -> None:
    slow = slow_restore(restoring, 40)
    run, before = _restoring(start, folder, slow)
    asked = len(run.dialogs.asked)
    run.opening.session_ends()
    threading.Timer(0.2, slow.go_on.set).start()
    assert run.window.close()
    assert len(run.dialogs.asked) == asked
    assert dump(folder) == before
    assert kinds(folder) == [BackupKind.BY_HAND]


def test_a_restore_that_ends_while_closing_is_asked_about_is_seen(
    start: Start, folder: Path, slow_restore: SlowRestores
) -> None:
    slow = slow_restore(restoring, 40)
    run, before = _restoring(start, folder, slow, "leave")

    def end() -> None:
        slow.go_on.set()
        run.until(lambda: words.RESTORED in bands(run))

    run.dialogs.when_asked = end
    assert not run.window.close(), "what became of it is to be seen"
    assert run.office_open
    assert dump(folder) != before


def test_closing_in_the_last_step_of_a_restore_waits_for_it(
    start: Start, folder: Path, slow_restore: SlowRestores
) -> None:
    slow = slow_restore(restoring, LAST_STEP)
    run, before = _restoring(start, folder, slow)
    run.until(lambda: words.LAST_STEP in texts(run.window))
    assert not _give_up_button(run).isEnabled()
    threading.Timer(0.2, slow.go_on.set).start()
    assert run.window.close()
    assert not run.opening.workers.busy
    assert not run.office_open
    assert kinds(folder) == [BackupKind.BEFORE_RESTORE, BackupKind.BY_HAND]
    assert dump(folder) != before
    again = start(folder)
    again.at("meetings")


def test_a_flipped_bit_is_told(start: Start, folder: Path) -> None:
    run = start(folder)
    run.at("meetings")
    shown = page(run)
    shown.ui.make.click()
    run.until(lambda: len(rows(shown)) == 1)
    (backup,) = list_backups(folder / paths.BACKUPS)
    content = bytearray(backup.database.read_bytes())
    content[len(content) // 2] ^= 2
    backup.database.write_bytes(content)
    shown.ui.verify.click()
    run.until(lambda: rows(shown)[0][5].startswith(words.VERDICTS["damaged"]))
    assert words.FOUND_WRONG in texts(shown)
    assert not shown.ui.restore.isEnabled()


def test_a_folder_below_the_data_is_no_second_place(
    start: Start, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups_module, "ask_folder", lambda *_: folder / paths.PAPERS)
    run = start(folder)
    run.at("meetings")
    shown = page(run)
    shown.ui.choose.click()
    assert words.inside(str(folder / paths.PAPERS)) in texts(shown)
    assert BackupsMemory(machine_settings(), folder).folder is None


@pytest.mark.parametrize(("answer", "kept"), [("keep", True), (None, False)])
def test_a_place_on_the_disk_of_the_data_is_told_and_may_be_kept(
    start: Start, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str | None, kept: bool
) -> None:
    beside = tmp_path / "کنار"
    beside.mkdir()
    monkeypatch.setattr(backups_module, "ask_folder", lambda *_: beside)
    monkeypatch.setattr(office_backups, "same_disk", lambda *asked: asked == (beside, folder))
    run = start(folder, answer)
    run.at("meetings")
    shown = page(run)
    shown.ui.choose.click()
    run.until(lambda: bool(run.dialogs.asked))
    assert words.SAME_DISK in run.dialogs.asked[0].text
    run.until(lambda: len(rows(shown)) == int(kept) and not run.opening.workers.busy)
    assert (BackupsMemory(machine_settings(), folder).folder == beside) is kept
    assert (words.SAME_DISK in shown.ui.second.text()) is kept, "it stays to be read"
    assert len(list_backups(beside)) == int(kept)


def test_another_place_than_that_on_the_disk_of_the_data_is_picked_at_once(
    start: Start, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = _two_disks(tmp_path, monkeypatch)
    run = start(folder, "another")
    run.at("meetings")
    shown = page(run)
    shown.ui.choose.click()
    run.until(lambda: len(rows(shown)) == 1)
    assert BackupsMemory(machine_settings(), folder).folder == places[1]
    assert words.SAME_DISK not in shown.ui.second.text()
    assert not list_backups(places[0])


def test_a_database_that_nears_what_fats_files_may_hold_is_told_before_it_fails(
    start: Start, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "فلش"
    stick.mkdir()
    size = paths.size_of(folder / paths.DATABASE)
    monkeypatch.setattr(office_backups, "largest_file", lambda place: size * 5 // 4 if place == stick else None)
    BackupsMemory(machine_settings(), folder).choose(stick)
    run = start(folder, watch=keep)
    run.at("meetings")
    run.until(lambda: words.outgrows(size) in bands(run))
    assert words.REMIND in bands(run)
    shown = page(run)
    assert words.outgrows(size) in shown.ui.second.text()
    assert words.outgrows(size) not in shown.ui.own.text()
    assert list_backups(stick), "and it was still made"


def test_the_drill_goes_as_it_is_written(
    start: Start, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The five steps of ``resources/help/drill.md``, after the second place was chosen."""
    stick = tmp_path / "فلش"
    stick.mkdir()
    monkeypatch.setattr(backups_module, "ask_folder", lambda *_: stick)
    run = start(folder, "leave")
    run.at("meetings")
    shown = page(run)
    shown.ui.choose.click()
    run.until(lambda: len(rows(shown)) == 1)
    # 1
    before = dump(folder)
    shown.ui.makeSecond.click()
    run.until(lambda: len(rows(shown)) == 2)
    assert any(words.MADE in text for text in texts(shown))
    assert {row[0] for row in rows(shown)} == {words.ELSEWHERE}
    # 2
    shown.ui.verify.click()
    run.until(lambda: any(words.VERDICTS["verified"] == text for text in texts(shown)))
    # 3
    shown.ui.look.click()
    run.until(lambda: bool(run.opening.findChildren(BackupWindow)))
    (looking,) = run.opening.findChildren(BackupWindow)
    run.until(lambda: looking.window.page() == "meetings")
    (meetings,) = [one for one in looking.window.findChildren(RecordListPage) if one.key == "meetings"]
    assert meetings.model.count() == 6
    assert not looking.screens.office.folder.writable
    _offers_nothing_that_writes(looking)
    assert looking.folder.is_relative_to(folder / paths.BACKUPS)
    looking.window.close()
    assert not looking.folder.exists()
    # 4
    shown.ui.restore.click()
    run.until(lambda: bool(run.dialogs.asked))
    assert words.NOTHING_LOST in run.dialogs.asked[0].text
    assert run.office_open
    assert dump(folder) == before
    # 5: on another machine
    from desktop_app import cli

    new = tmp_path / "رایانهٔ دیگر"
    assert cli.main(["restore", str(stick), "--data", str(new)]) == 0
    assert cli.main(["check", "--data", str(new)]) == 0
    assert dump(new) == before


def test_the_reminder_goes_once_a_second_place_is_chosen(
    start: Start, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "فلش"
    stick.mkdir()
    monkeypatch.setattr(backups_module, "ask_folder", lambda *_: stick)
    run = start(folder, watch=keep)
    run.at("meetings")
    run.until(lambda: words.REMIND_CHOOSE in bands(run))
    page(run).ui.choose.click()
    run.until(lambda: len(list_backups(stick)) == 1 and not run.opening.workers.busy)
    assert words.REMIND_CHOOSE not in bands(run)


def test_the_reminder_comes_back_while_the_window_stays_open(
    start: Start, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(automatic, "AGAIN", 500)
    run = start(folder, watch=keep)
    run.at("meetings")
    for _time in range(3):
        run.until(lambda: words.REMIND_CHOOSE in bands(run))
        (band,) = (
            one for one in run.window.findChildren(MessageBand) if one.isVisible() and one.title() == words.REMIND
        )
        band.action_button().click()
        assert words.REMIND_CHOOSE not in bands(run)


def test_the_reminder_of_the_office_before_does_not_outlive_a_restore(start: Start, folder: Path) -> None:
    run = start(folder, "restore", watch=keep)
    run.at("meetings")
    run.until(lambda: words.REMIND_CHOOSE in bands(run) and not run.opening.workers.busy)
    shown = page(run)
    shown.ui.restore.click()
    run.until(lambda: words.RESTORED in bands(run) and words.REMIND_CHOOSE in bands(run))
    assert bands(run).count(words.REMIND_CHOOSE) == 1
    assert "۰ فایل" not in bands(run)


def test_the_keyboard_is_where_it_was_before_a_question(start: Start, folder: Path) -> None:
    run = start(folder, "leave")
    run.at("meetings")
    shown = page(run)
    shown.ui.make.click()
    run.until(lambda: len(rows(shown)) == 1 and not run.opening.workers.busy)
    shown.ui.restore.setFocus()
    shown.ui.restore.click()
    run.until(lambda: bool(run.dialogs.asked) and not run.opening.workers.busy)
    assert shown.focusWidget() is shown.ui.restore


def test_the_keyboard_comes_to_the_list_once_it_is_read(start: Start, folder: Path) -> None:
    run = start(folder, watch=keep)
    run.at("meetings")
    run.until(lambda: kinds(folder) == [BackupKind.AUTOMATIC] and not run.opening.workers.busy)
    shown = page(run)
    run.until(lambda: shown.focusWidget() is shown.ui.table)


def test_a_window_over_a_backup_fits_the_screen_and_leaves_the_second_place_alone(start: Start, folder: Path) -> None:
    run = start(folder)
    run.at("meetings")
    shown = page(run)
    shown.ui.make.click()
    run.until(lambda: len(rows(shown)) == 1 and not run.opening.workers.busy)
    shown.ui.look.click()
    run.until(lambda: bool(run.opening.findChildren(BackupWindow)))
    (looking,) = run.opening.findChildren(BackupWindow)
    room = screen_room(looking.window)
    # the screen is filled a turn after the window is shown
    run.until(lambda: looking.window.width() <= room.width() and looking.window.height() <= room.height())
    looking.window.page_chosen.emit("backups")
    (inside,) = looking.window.findChildren(BackupsPage)
    assert not inside.ui.choose.isEnabled()
    looking.window.close()


def test_a_stored_file_that_was_gone_and_is_stored_anew_at_the_start_is_told(start: Start, sample: Path) -> None:
    (sample / paths.BACKUPS).mkdir(exist_ok=True)
    office_backups.copy_closed(sample, sample / paths.BACKUPS, clock_on(DEMO_DAY).instant())
    stored = next(one for one in sorted((sample / paths.BACKUPS / "files").rglob("*")) if one.is_file())
    stored.unlink()
    run = start(no_sample(sample), watch=keep)
    run.at("meetings")
    run.until(lambda: stored.exists() and not run.opening.workers.busy)
    assert words.mended(1) in bands(run)
