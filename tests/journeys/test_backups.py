"""Backups by the keyboard alone: made, a second place chosen, looked into, restored, and what was kept is seen."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.read_models.backups import BackupKind
from desktop_app.domain.read_models.program_help import Chapter
from desktop_app.storage.backup.database_copy import copier_by_new_connection
from desktop_app.storage.backup.listing import list_backups
from desktop_app.storage.backup.making import BackupOrder, make_backup
from desktop_app.system import paths
from desktop_app.window.help.page import HelpPage
from desktop_app.words import backups as words
from desktop_app.words import recovery as recovery_words
from tests.bootstrap.backups import records
from tests.journeys.backup_steps import (
    MADE_FOR,
    PLACE,
    busy,
    come_to_backups,
    come_to_one_button,
    press_there,
    stand_on,
    stops_at,
    will_choose,
    will_press,
)
from tests.journeys.conftest import Begin
from tests.journeys.driver import Driver
from tests.journeys.secretary import Secretary
from tests.storage.damage import leaf_pages, zero

INSTANT = "2023-05-13T11:00:00Z"
pytestmark = pytest.mark.usefixtures("machine")


def restore_chosen(driver: Driver) -> str:
    """Ask for it, read what it would take, say so; the question."""
    will_press(driver, words.RESTORE)
    press_there(driver, "restore")
    driver.wait(lambda: driver.reads(words.RESTORED), "the restored office")
    assert driver.window.page() == "meetings"
    driver.settle()
    return driver.attendant.read[-1].text


def look_and_come_back(driver: Driver, data: Path) -> None:
    """From the chosen row into its window, which is a process of its own, until that ends."""
    assert driver.opening is not None
    opening = driver.opening
    driver.press("Enter")
    driver.wait(lambda: bool(opening.findChildren(QProcess)), "the window over the backup")
    (looking,) = opening.findChildren(QProcess)
    (folder,) = (data / paths.BACKUPS).glob("look-*")
    driver.wait(lambda: looking.state() is QProcess.ProcessState.Running, "its process")
    looking.kill()
    driver.wait(lambda: not folder.exists(), "nothing left of it")
    assert driver.window.page() == "backups"


@pytest.mark.parametrize("persian", [False, True], ids=["us", "ir"])
def test_backups_by_keys(begin: Begin, tmp_path: Path, persian: bool) -> None:
    driver = begin(persian=persian)
    data, stick = driver.folder, tmp_path / "usb"
    stick.mkdir()
    page = come_to_backups(driver)
    driver.press("Ctrl+B")
    driver.wait(lambda: page.ui.table.rowCount() == 1 and driver.reads(words.MADE), "the first backup")
    before = records(data)

    will_choose(driver, stick)
    # the test has no second disk; who has none keeps the place after being told
    will_press(driver, words.KEEP_PLACE)
    press_there(driver, "choose")
    driver.wait(lambda: page.ui.table.rowCount() == 3 and not busy(driver), "one in the second place")
    driver.settle()
    assert any(words.SAME_DISK in one.text for one in driver.attendant.read)
    assert len(list_backups(stick)) == 1

    Secretary(driver).open_meeting("جلسهٔ ششم")
    press_there(driver, "act_begin")
    driver.wait(lambda: records(data) != before, "the meeting under way")
    later = records(data)

    stand_on(driver, come_to_backups(driver), PLACE, words.HERE)
    look_and_come_back(driver, data)
    assert "رویداد، ۱۴۰۲/۰۲/۲۳، ۱۰:۰۰، پس از این پشتی" in restore_chosen(driver)
    assert records(data) == before

    # what was kept is told, and stands in the list
    (kept,) = [one for one in list_backups(data / paths.BACKUPS) if one.kind is BackupKind.BEFORE_RESTORE]
    assert str(kept.folder) in driver.text()
    press_there(driver, words.SEEN)
    driver.wait(lambda: not driver.reads(words.RESTORED), "the notice gone")
    stand_on(driver, come_to_backups(driver), MADE_FOR, words.KINDS["before_restore"])
    driver.press("Ctrl+T")
    driver.wait(lambda: driver.reads(words.FOUND_SOUND), "that it is whole")
    restore_chosen(driver)
    assert records(data) == later


def test_the_keyboard_stays_on_the_page_while_something_runs_and_after_it(driver: Driver) -> None:
    page = come_to_one_button(driver)
    assert QApplication.focusWidget() is page.ui.make, "the one thing to do"
    driver.keyboard.press("Space")
    assert QApplication.focusWidget() is page.ui.cancel
    driver.wait(lambda: page.ui.table.rowCount() == 1 and not busy(driver), "the backup")
    assert QApplication.focusWidget() is page.ui.make
    press_there(driver, "fold")
    for name in ("verify", "restore"):
        if name == "restore":
            driver.attendant.will_leave()
        press_there(driver, name)
        driver.wait(lambda: not busy(driver), name)
        driver.settle()
        assert QApplication.focusWidget() is driver.find(name)


def test_tab_stops_at_everything_on_the_page(driver: Driver, tmp_path: Path) -> None:
    page = come_to_backups(driver)
    will_choose(driver, tmp_path)
    will_press(driver, words.KEEP_PLACE)
    press_there(driver, "choose")
    driver.wait(lambda: page.ui.table.rowCount() == 2 and not busy(driver), "a backup")
    driver.settle()
    met: list[QWidget | None] = []
    while (stop := QApplication.focusWidget()) not in met:
        met.append(stop)
        driver.press("Tab")
    ui = page.ui
    wanted = {ui.make, ui.choose, ui.fold, ui.table, ui.restore, ui.look, ui.verify, ui.check, ui.archive, ui.help}
    assert {one.objectName() for one in wanted - set(met)} == set()


def test_from_damage_to_work_by_keys_with_the_help_between(begin: Begin, demo_data: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(demo_data, tmp_path / "data"))
    make_backup(
        folder,
        folder / paths.BACKUPS,
        copier_by_new_connection(folder / paths.DATABASE),
        BackupOrder(BackupKind.BY_HAND, INSTANT),
    )
    sound = records(folder)
    zero(folder / paths.DATABASE, leaf_pages(folder / paths.DATABASE, "person")[0])
    driver = begin()
    press_there(driver, recovery_words.WAYS)
    driver.wait(lambda: driver.window.page() == "recovery" and not busy(driver), "the ways back")
    stops_at(driver.press, "recoveryRestore")
    driver.press("F1")
    driver.wait(lambda: driver.window.page() == "help", "the help")
    assert driver.find_kind(HelpPage).chapter() is Chapter.DATA
    driver.press("Esc")
    assert driver.window.page() == "recovery"
    assert QApplication.focusWidget() is driver.find("recoveryRestore")
    will_press(driver, recovery_words.RESTORE_DO)
    driver.press("Space")
    driver.wait(lambda: driver.reads(recovery_words.RESTORED), "the office")
    assert driver.window.page() == "meetings"
    assert records(folder) == sound
