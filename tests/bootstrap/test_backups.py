"""Backups through the window: automatic, by hand, looked at, restored, and the drill as it is written."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QTableWidget

from desktop_app import paths
from desktop_app.bootstrap.backups import automatic
from desktop_app.bootstrap.backups import page as backups_module
from desktop_app.bootstrap.backups.window import BackupWindow
from desktop_app.bootstrap.machine import machine_settings
from desktop_app.controllers.backups.backups_memory import MADE_AT, BackupsMemory
from desktop_app.domain.read_models.backups import Backup, BackupKind, Verdict
from desktop_app.services.office.settings import office_settings
from desktop_app.storage.backup import making, office_backups
from desktop_app.storage.backup.listing import list_backups, verify
from desktop_app.text.office import backups as words
from desktop_app.views.backups.backups_page import BackupsPage
from desktop_app.views.lists.record_list_page import RecordListPage
from desktop_app.widgets.feedback.message_band import MessageBand
from tests.bootstrap.conftest import Run, Start
from tests.shown import action, texts
from tests.storage.test_restore import dump


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine of the test's own."""
    monkeypatch.setenv(paths.SETTINGS_VARIABLE, str(tmp_path / "machine" / "settings.ini"))


@pytest.fixture
def folder(demo_data: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(demo_data, tmp_path / "دفتر"))


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
    BackupsMemory(machine_settings()).choose(stick)
    run = start(folder, watch=keep)
    run.at("meetings")
    run.until(lambda: len(list_backups(stick)) == 1 and not run.opening.workers.busy)
    assert words.REMIND not in bands(run)
    assert BackupsMemory(machine_settings()).read().last_entry == list_backups(stick)[0].last_entry
    act(run)
    stick.rename(tmp_path / "pulled out")
    run.window.close()
    machine_settings().setValue(MADE_AT, "2023-03-01T10:00:00Z")
    again = start(folder, watch=keep)
    again.at("meetings")
    again.until(lambda: words.REMIND in bands(again))


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
    monkeypatch.setattr(backups_module, "ask_folder", lambda *_: str(folder / paths.PAPERS))
    run = start(folder)
    run.at("meetings")
    shown = page(run)
    shown.ui.choose.click()
    assert words.inside(str(folder / paths.PAPERS)) in texts(shown)
    assert BackupsMemory(machine_settings()).read().folder is None


def test_the_drill_goes_as_it_is_written(
    start: Start, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The five steps of ``resources/help/drill.md``, after the second place was chosen."""
    stick = tmp_path / "فلش"
    stick.mkdir()
    monkeypatch.setattr(backups_module, "ask_folder", lambda *_: str(stick))
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
    monkeypatch.setattr(backups_module, "ask_folder", lambda *_: str(stick))
    run = start(folder, watch=keep)
    run.at("meetings")
    run.until(lambda: words.REMIND_CHOOSE in bands(run))
    page(run).ui.choose.click()
    run.until(lambda: len(list_backups(stick)) == 1 and not run.opening.workers.busy)
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
    room = looking.window.screen().availableGeometry()
    assert looking.window.width() <= room.width()
    assert looking.window.height() <= room.height()
    looking.window.page_chosen.emit("backups")
    (inside,) = looking.window.findChildren(BackupsPage)
    assert not inside.ui.choose.isEnabled()
    looking.window.close()
