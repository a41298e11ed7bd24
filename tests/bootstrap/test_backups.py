"""The page of backups in the window: made, verified, restored, given up, and the drill as it is written."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.backups import LAST_STEP, Backup, BackupKind
from desktop_app.domain.read_models.program_help import Chapter
from desktop_app.storage.backup import making, office_backups, restoring
from desktop_app.storage.backup.database_copy import CopyDatabase
from desktop_app.storage.backup.file_store import store_all
from desktop_app.storage.backup.listing import list_backups
from desktop_app.storage.backup.making import BackupOrder
from desktop_app.storage.backup.places import MARK
from desktop_app.system import paths
from desktop_app.window.backups.memory import BackupSettings
from desktop_app.window.backups.page import STATE
from desktop_app.window.help.page import HelpPage
from desktop_app.window.shell import backups, looking
from desktop_app.window.shell.looking import command
from desktop_app.window.shell.machine import machine_settings
from desktop_app.window.shell.restoring import RESTORING
from desktop_app.words import backups as words
from desktop_app.words.refusals import sentence
from desktop_app.workers import Cancelled, Watch
from tests.bootstrap.backups import (
    act,
    bands,
    choose_second,
    entries,
    keep,
    kinds,
    no_sample,
    page,
    records,
    rows,
)
from tests.bootstrap.conftest import Run, Start
from tests.bootstrap.slow_restore import SlowRestore, SlowRestores
from tests.shown import action, texts


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


def _two_disks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Folders that are picked in turn: one on the disk of the data, one on another."""
    places = [tmp_path / "کنار", tmp_path / "فلش"]
    for place in places:
        place.mkdir()
    left = list(places)
    monkeypatch.setattr(backups, "ask_folder", lambda *_: left.pop(0))
    monkeypatch.setattr(office_backups, "same_disk", lambda place, _data: place == places[0])
    return places


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


def test_the_page_says_one_sentence_and_has_one_button_and_the_rest_is_folded(start: Start, folder: Path) -> None:
    run = start(folder)
    run.at("meetings")
    shown = page(run)
    shown.show_all(shown=False)
    assert shown.ui.state.text() == words.state("", words.NO_SECOND)
    seen = {one.objectName() for one in shown.findChildren(QPushButton) if one.isVisible()}
    assert seen == {"make", "choose", "fold"}
    assert not shown.ui.table.isVisible()
    shown.ui.make.click()
    run.until(lambda: len(rows(shown)) == 1 and not run.opening.workers.busy)
    assert shown.ui.state.text().startswith(words.state(words.TODAY, "").partition("؛")[0])
    shown.ui.fold.click()
    assert shown.ui.table.isVisible()
    assert shown.ui.restore.isVisible()
    shown.ui.fold.click()
    assert not shown.ui.table.isVisible()


def test_the_page_makes_verifies_and_restores(start: Start, folder: Path) -> None:
    run = start(folder, "restore")
    run.at("meetings")
    shown = page(run)
    assert shown.ui.empty.isVisible()
    before, told = records(folder), entries(folder)
    action(shown, "Ctrl+B").trigger()
    run.until(lambda: len(rows(shown)) == 1)
    assert words.MADE in bands(run)
    assert rows(shown)[0][0] == words.HERE
    action(shown, "Ctrl+T").trigger()
    run.until(lambda: rows(shown)[0][STATE] == words.VERDICTS["verified"])
    assert words.FOUND_SOUND in bands(run)
    act(run)
    assert len(entries(folder)) == len(told) + 1
    shown.ui.restore.click()
    run.until(lambda: words.RESTORED in bands(run))
    (question,) = run.dialogs.asked
    assert "۱ رویداد" in question.text
    assert records(folder) == before
    assert entries(folder) == [*told, "backup_restored"]
    assert kinds(folder) == [BackupKind.BEFORE_RESTORE, BackupKind.BY_HAND]
    run.at("meetings")
    assert run.office_open


def _restoring(start: Start, folder: Path, slow: SlowRestore, *answers: str) -> tuple[Run, list[str]]:
    """A run amid a restore that would take an act away, and the history of before."""
    run = start(folder, "restore", *answers)
    run.at("meetings")
    shown = page(run)
    shown.ui.make.click()
    run.until(lambda: len(rows(shown)) == 1)
    act(run)
    before = entries(folder)
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
    assert entries(folder) == before
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
    assert entries(folder) == before
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
    assert entries(folder) == before
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
    assert entries(folder) != before


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
    assert entries(folder) != before
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
    run.until(lambda: rows(shown)[0][STATE].startswith(words.VERDICTS["damaged"]))
    assert words.FOUND_WRONG in texts(shown)
    assert not shown.ui.restore.isEnabled()


def test_a_folder_below_the_data_is_no_second_place(
    start: Start, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "ask_folder", lambda *_: folder / paths.PAPERS)
    run = start(folder)
    run.at("meetings")
    shown = page(run)
    shown.ui.choose.click()
    assert words.inside(str(folder / paths.PAPERS)) in texts(shown)
    assert BackupSettings(machine_settings(), folder).folder is None


@pytest.mark.parametrize(("answer", "kept"), [("keep", True), (None, False)])
def test_a_place_on_the_disk_of_the_data_is_told_and_may_be_kept(
    start: Start, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str | None, kept: bool
) -> None:
    beside = tmp_path / "کنار"
    beside.mkdir()
    monkeypatch.setattr(backups, "ask_folder", lambda *_: beside)
    monkeypatch.setattr(office_backups, "same_disk", lambda *asked: asked == (beside, folder))
    run = start(folder, answer)
    run.at("meetings")
    shown = page(run)
    shown.ui.choose.click()
    run.until(lambda: bool(run.dialogs.asked))
    assert words.SAME_DISK in run.dialogs.asked[0].text
    run.until(lambda: len(rows(shown)) == 2 * kept and not run.opening.workers.busy)
    assert (BackupSettings(machine_settings(), folder).folder == beside) is kept
    assert (words.SAME_DISK in shown.ui.state.text()) is kept, "it stays to be read"
    assert len(list_backups(beside)) == int(kept)


def test_another_place_than_that_on_the_disk_of_the_data_is_picked_at_once(
    start: Start, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = _two_disks(tmp_path, monkeypatch)
    run = start(folder, "another")
    run.at("meetings")
    shown = page(run)
    shown.ui.choose.click()
    run.until(lambda: len(rows(shown)) == 2)
    assert BackupSettings(machine_settings(), folder).folder == places[1]
    assert words.SAME_DISK not in shown.ui.state.text()
    assert not list_backups(places[0])


def test_the_drill_goes_as_it_is_written(
    start: Start, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The five steps of ``resources/help/drill.md``, after the second place was chosen."""
    stick = tmp_path / "فلش"
    stick.mkdir()
    monkeypatch.setattr(backups, "ask_folder", lambda *_: stick)
    begun: list[list[str]] = []

    def called(unpacked: Path, made: str) -> list[str]:
        begun.append(command(unpacked, made))
        return ["sleep", "60"]

    monkeypatch.setattr(looking, "command", called)
    run = start(folder, "leave")
    run.at("meetings")
    shown = page(run)
    shown.ui.choose.click()
    run.until(lambda: len(rows(shown)) == 2)
    # 1
    before = entries(folder)
    shown.ui.make.click()
    run.until(lambda: len(rows(shown)) == 4 and not run.opening.workers.busy)
    assert words.MADE in bands(run)
    assert len(list_backups(stick)) == 2
    # 2
    elsewhere = next(place for place, row in enumerate(rows(shown)) if row[0] == words.ELSEWHERE)
    shown.ui.table.setCurrentCell(elsewhere, 0)
    shown.ui.verify.click()
    run.until(lambda: rows(shown)[elsewhere][STATE] == words.VERDICTS["verified"])
    # 3: its window is a process of its own
    shown.ui.look.click()
    run.until(lambda: bool(begun))
    assert Path(begun[0][begun[0].index("--data") + 1]).is_relative_to(folder / paths.BACKUPS)
    # 4
    run.until(lambda: not run.opening.workers.busy)
    shown.ui.restore.click()
    run.until(lambda: bool(run.dialogs.asked))
    assert words.NOTHING_LOST in run.dialogs.asked[0].text
    assert run.office_open
    assert entries(folder) == before
    # 5: on another machine
    from desktop_app import cli

    new = tmp_path / "رایانهٔ دیگر"
    assert cli.main(["restore", str(stick), "--data", str(new)]) == 0
    assert cli.main(["check", "--data", str(new)]) == 0
    assert entries(new) == [*before, "backup_restored"]


def test_a_restore_leaves_no_notice_of_the_data_before(start: Start, folder: Path) -> None:
    run = start(folder, "restore", watch=keep)
    run.at("meetings")
    run.until(lambda: words.REMIND_CHOOSE in bands(run) and not run.opening.workers.busy)
    shown = page(run)
    shown.ui.restore.click()
    run.until(lambda: words.RESTORED in bands(run))
    assert words.REMIND_CHOOSE not in bands(run)
    assert "۰ فایل" not in bands(run)


# ---- given up


def _slow(monkeypatch: pytest.MonkeyPatch, name: str, work: Callable[..., Any]) -> tuple[threading.Event, ...]:
    """Puts work that stands still in the place of a function: an event that it has begun, and one that lets it go."""
    begun, go_on = threading.Event(), threading.Event()

    def slow(*asked: Any) -> Any:
        begun.set()
        go_on.wait(20)
        return work(*asked)

    monkeypatch.setattr(office_backups, name, slow)
    return begun, go_on


def test_a_backup_that_was_given_up_is_in_no_list(start: Start, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(data: Path, place: Path, copy: CopyDatabase, wish: BackupOrder, progress: Progress) -> Backup:
        def waiting(done: int, total: int) -> None:
            begun.set()
            go_on.wait(20)
            progress(done, total)

        return making.make_backup(data, place, copy, wish, waiting)

    monkeypatch.setattr(office_backups, "make_backup", slow)
    run = start(folder)
    run.at("meetings")
    shown = page(run)
    shown.ui.make.click()
    run.until(begun.is_set)
    assert list((folder / paths.BACKUPS).glob("*.part")), "what is half made lies there by now"
    shown.ui.cancel.click()
    go_on.set()
    run.until(lambda: not run.opening.workers.busy)
    assert words.GIVEN_UP in bands(run)
    assert rows(shown) == []
    assert not list((folder / paths.BACKUPS).glob("*.part"))


@pytest.mark.parametrize(
    ("button", "slowed", "told"),
    [
        ("verify", "verify", words.VERIFYING_GIVEN_UP),
        ("restore", "plan_restore", words.JUDGING_GIVEN_UP),
        ("look", "unpack", words.OPENING_GIVEN_UP),
    ],
)
def test_what_is_only_read_is_given_up_in_words_of_its_own(
    start: Start, folder: Path, monkeypatch: pytest.MonkeyPatch, button: str, slowed: str, told: str
) -> None:
    run = start(folder)
    run.at("meetings")
    shown = page(run)
    shown.ui.make.click()
    run.until(lambda: len(rows(shown)) == 1 and not run.opening.workers.busy)

    def give_up(*_asked: Any) -> None:
        raise Cancelled

    begun, go_on = _slow(monkeypatch, slowed, give_up)
    getattr(shown.ui, button).click()
    run.until(begun.is_set)
    shown.ui.cancel.click()
    go_on.set()
    run.until(lambda: not run.opening.workers.busy)
    assert told in bands(run)
    assert words.GIVEN_UP not in bands(run)
    assert not list((folder / paths.BACKUPS).glob("look-*"))


def test_what_a_pulled_stick_leaves_unmade_is_said_of_the_place_and_not_of_the_data(
    start: Start, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "فلش"
    stick.mkdir()
    choose_second(folder, stick)
    run = start(folder)
    run.at("meetings")
    shown = page(run)

    def pulled(place: Path, *asked: Any) -> Any:
        if place == stick:
            shutil.rmtree(stick)
        return store_all(place, *asked)

    monkeypatch.setattr(making, "store_all", pulled)
    shown.ui.make.click()
    run.until(lambda: words.MADE_HERE in bands(run) and not run.opening.workers.busy)
    assert sentence(EnvironmentProblem("backup_place_missing", folder=str(stick))) in bands(run)
    assert str(folder / paths.BACKUPS) in bands(run)
    assert words.NOT_DONE not in bands(run)
    assert run.verified().office.folder.writable
    assert kinds(folder) == [BackupKind.BY_HAND]


def test_a_backup_by_hand_says_of_each_place_what_came_of_it(
    start: Start, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "فلش"
    stick.mkdir()
    choose_second(folder, stick)
    run = start(folder)
    run.at("meetings")
    shown = page(run)
    (stick / MARK).rename(tmp_path / MARK)
    shown.ui.make.click()
    run.until(lambda: words.MADE_HERE in bands(run) and not run.opening.workers.busy)
    assert sentence(EnvironmentProblem("backup_place_missing", folder=str(stick))) in bands(run), "no stick, no green"
    (tmp_path / MARK).rename(stick / MARK)
    refused, make = [folder / paths.BACKUPS], making.make_backup

    def failing(data: Path, place: Path, *asked: Any) -> Any:
        if place in refused:
            raise EnvironmentProblem("backup_full", folder=str(place))
        return make(data, place, *asked)

    monkeypatch.setattr(office_backups, "make_backup", failing)
    shown.ui.make.click()
    run.until(lambda: words.MADE_ELSEWHERE in bands(run) and not run.opening.workers.busy)
    assert sentence(EnvironmentProblem("backup_full", folder=str(refused[0]))) in bands(run)
    assert len(list_backups(stick)) == 1
    refused.append(stick)
    shown.ui.make.click()
    run.until(lambda: words.NOT_DONE in bands(run) and not run.opening.workers.busy)


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


def test_the_keyboard_comes_to_the_one_button(start: Start, folder: Path) -> None:
    run = start(folder)
    run.at("meetings")
    shown = page(run)
    assert shown.focusWidget() is shown.ui.make
