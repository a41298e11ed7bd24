"""A file that was put in place of the data while the program was closed, held against the backups beside it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from desktop_app import disk, paths, wiring
from desktop_app.bootstrap.backups import page as backups_module
from desktop_app.bootstrap.machine import machine_settings
from desktop_app.controllers.backups.backup_lines import moment
from desktop_app.controllers.backups.backups_memory import BackupsMemory
from desktop_app.domain.read_models.backups import BackupKind
from desktop_app.storage.backup import office_backups
from desktop_app.storage.backup.database_copy import own_copy
from desktop_app.storage.backup.listing import list_backups
from desktop_app.storage.backup.making import Wish, make_backup
from desktop_app.storage.backup.restoring import RestoreContext, restore
from desktop_app.storage.file.folder import WorkContext, open_folder
from desktop_app.text import recovery as words
from desktop_app.text.office import backup_owners as owners
from desktop_app.widgets.feedback.message_band import MessageBand
from tests.bootstrap.conftest import Run, Start, clock_on
from tests.bootstrap.test_backups import bands, folder, machine, page, sample
from tests.conftest import DEMO_DAY
from tests.storage.test_restore import dump

__all__ = ["folder", "machine", "sample"]

OTHER = "کمیتهٔ مشترک گلستان"


def back_up(folder: Path, kind: BackupKind = BackupKind.AUTOMATIC) -> None:
    make_backup(
        folder,
        folder / paths.BACKUPS,
        own_copy(folder / paths.DATABASE),
        Wish(kind, clock_on(DEMO_DAY).instant()),
    )


def act(folder: Path, times: int = 1) -> None:
    data = open_folder(folder, WorkContext(clock_on(DEMO_DAY)))
    for _ in range(times):
        with data.open_write() as work:
            work.put_settings(replace(work.settings(), operator=f"{work.settings().operator}ا"))
            work.audit("settings", "office_setting", 1)
            work.commit()
    data.close()


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """The database of another office."""
    other = tmp_path / "other"
    wiring.build_demo(other, DEMO_DAY, seed=7)
    with closing(sqlite3.connect(other / paths.DATABASE)) as opened:
        (uid,) = opened.execute("SELECT uid FROM committee").fetchone()
    assert uid
    return other / paths.DATABASE


def committees(folder: Path) -> set[str]:
    return {one.committee for one in list_backups(folder / paths.BACKUPS)}


def closed(run: Run) -> None:
    run.window.set_may_close(lambda: True)
    run.window.close()


def automatic(run: Run) -> None:
    run.opening.backups.automatically = True


def test_data_of_another_office_open_for_reading_and_go_into_no_backup(
    start: Start, folder: Path, foreign: Path
) -> None:
    back_up(folder)
    own = committees(folder)
    shutil.copyfile(foreign, folder / paths.DATABASE)
    run = start(folder, watch=automatic)
    run.until(lambda: run.office_open and not run.opening.workers.busy)
    assert words.OTHER_OFFICE in bands(run)
    assert "این داده درست است" in bands(run)
    assert run.opening.screens is not None
    assert not run.opening.screens.office.folder.writable
    closed(run)
    assert committees(folder) == own


def test_recovery_brings_the_newest_backup_of_this_office_back(start: Start, folder: Path, foreign: Path) -> None:
    back_up(folder)
    wanted = dump(folder)
    shutil.copyfile(foreign, folder / paths.DATABASE)
    run = start(folder)
    run.until(lambda: run.office_open)
    run.window.band.action_button().click()
    run.until(lambda: not run.opening.workers.busy)
    run.dialogs.answers = ["do"]
    run.window.findChildren(QPushButton, "recoveryRestore")[-1].click()
    run.until(lambda: run.office_open and words.RESTORED in bands(run))
    assert dump(folder) == wanted
    assert words.OTHER_OFFICE not in bands(run)
    kinds = [one.kind for one in list_backups(folder / paths.BACKUPS)]
    assert kinds == [BackupKind.BEFORE_RESTORE, BackupKind.AUTOMATIC], "the foreign file is kept, too"
    closed(run)
    again = start(folder)
    again.until(lambda: again.office_open)
    assert words.OTHER_OFFICE not in bands(again)


def test_the_operator_keeps_the_data_by_a_recorded_decision(start: Start, folder: Path, foreign: Path) -> None:
    back_up(folder)
    own = committees(folder)
    shutil.copyfile(foreign, folder / paths.DATABASE)
    run = start(folder, watch=automatic)
    run.until(lambda: run.office_open)
    run.window.band.second_button().click()
    assert run.dialogs.asked[-1].title == words.KEEP_DATA_TITLE
    assert words.OTHER_OFFICE in bands(run), "the first choice leaves it as it is"
    run.dialogs.answers = ["keep"]
    run.window.band.second_button().click()
    run.until(lambda: run.office_open and words.OTHER_OFFICE not in bands(run) and not run.opening.workers.busy)
    run.until(lambda: len(committees(folder)) == 2)
    assert committees(folder) > own, "those of the office before stay"
    with closing(sqlite3.connect(folder / paths.DATABASE)) as opened:
        assert opened.execute("SELECT count(*) FROM audit WHERE act = 'data_kept'").fetchone() == (1,)
    closed(run)
    again = start(folder)
    again.until(lambda: again.office_open)
    assert words.OTHER_OFFICE not in bands(again)


def test_a_file_written_over_the_open_one_goes_into_no_backup_at_the_end(
    start: Start, folder: Path, foreign: Path
) -> None:
    back_up(folder)
    own = committees(folder)
    run = start(folder, watch=automatic)
    run.until(lambda: run.office_open and not run.opening.workers.busy)
    shutil.copyfile(foreign, folder / paths.DATABASE)
    closed(run)
    assert committees(folder) == own
    again = start(folder)
    again.until(lambda: again.office_open)
    assert words.OTHER_OFFICE in bands(again)


def test_an_older_file_is_told_once_with_the_way_to_the_backups(start: Start, folder: Path) -> None:
    older = folder.with_name("older.db")
    shutil.copyfile(folder / paths.DATABASE, older)
    act(folder, 3)
    back_up(folder)
    shutil.copyfile(older, folder / paths.DATABASE)
    run = start(folder, watch=automatic)
    run.until(lambda: run.office_open and not run.opening.workers.busy)
    assert words.NEWER_BESIDE in bands(run)
    assert "۳ رویداد" in bands(run)
    assert run.opening.screens is not None
    assert run.opening.screens.office.folder.writable
    closed(run)
    again = start(folder)
    again.until(lambda: again.office_open)
    assert words.NEWER_BESIDE not in bands(again)


def test_a_restore_of_an_older_backup_is_no_older_file(start: Start, folder: Path) -> None:
    older = folder.with_name("older.db")
    shutil.copyfile(folder / paths.DATABASE, older)
    act(folder, 3)
    back_up(folder)
    back_up(folder, BackupKind.BEFORE_RESTORE)
    shutil.copyfile(older, folder / paths.DATABASE)
    run = start(folder)
    run.until(lambda: run.office_open)
    assert words.NEWER_BESIDE not in bands(run)


def test_a_file_from_before_a_restore_is_told_with_the_way_to_the_backups(start: Start, folder: Path) -> None:
    back_up(folder)
    (older,) = list_backups(folder / paths.BACKUPS)
    act(folder, 3)
    undone = shutil.copyfile(folder / paths.DATABASE, folder.with_name("undone.db"))
    restore(older, RestoreContext(folder, clock_on(DEMO_DAY)))
    run = start(folder)
    run.until(lambda: run.office_open)
    assert owners.FROM_BEFORE_RESTORE not in bands(run)
    closed(run)
    shutil.copyfile(undone, folder / paths.DATABASE)
    again = start(folder)
    again.until(lambda: again.office_open)
    assert owners.FROM_BEFORE_RESTORE in bands(again)
    assert owners.from_before_restore(moment(older.made_at)) in bands(again)
    (band,) = (one for one in again.window.findChildren(MessageBand) if one.title() == owners.FROM_BEFORE_RESTORE)
    band.action_requested.emit()
    again.until(lambda: again.window.page() == "backups")


def test_a_place_with_backups_of_another_office_says_so(
    start: Start, folder: Path, foreign: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before a backup is made there and after it, as long as they lie there."""
    stick = tmp_path / "usb"
    stick.mkdir()
    monkeypatch.setattr(office_backups, "same_disk", lambda *_: False)
    BackupsMemory(machine_settings(), folder).choose(stick)
    theirs = make_backup(
        foreign.parent, stick, own_copy(foreign), Wish(BackupKind.BY_HAND, clock_on(DEMO_DAY).instant())
    )
    run = start(folder)
    run.at("meetings")
    shown = page(run)
    run.until(lambda: not run.opening.workers.busy)
    own = committee_name(folder)
    told = owners.others_here(theirs.committee_name, own)
    assert own in told
    before = shown.ui.second.palette().windowText().color()
    assert told in shown.ui.second.text()
    shown.ui.makeSecond.click()
    run.until(lambda: len(list_backups(stick)) == 2 and not run.opening.workers.busy)
    assert told in shown.ui.second.text()
    disk.drop_tree(theirs.folder)
    run.window.page_chosen.emit("meetings")
    page(run)
    run.until(lambda: not run.opening.workers.busy)
    assert told not in shown.ui.second.text()
    assert shown.ui.second.palette().windowText().color() != before


@pytest.mark.parametrize(("answer", "kept"), [("keep", True), ("another", False), (None, False)])
def test_a_place_with_backups_of_another_office_is_asked_about_before_anything_is_written_there(
    start: Start,
    folder: Path,
    foreign: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: str | None,
    kept: bool,
) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    picked = iter([stick])
    monkeypatch.setattr(office_backups, "same_disk", lambda *_: False)
    monkeypatch.setattr(backups_module, "ask_folder", lambda *_: next(picked, None))
    theirs = make_backup(
        foreign.parent, stick, own_copy(foreign), Wish(BackupKind.BY_HAND, clock_on(DEMO_DAY).instant())
    )
    run = start(folder, answer)
    run.at("meetings")
    shown = page(run)
    shown.ui.choose.click()
    run.until(lambda: bool(run.dialogs.asked))
    (asked,) = run.dialogs.asked
    assert asked.title == owners.AMONG_OTHERS_TITLE
    assert owners.whose_here(theirs.committee_name, committee_name(folder)) in asked.text
    run.until(lambda: len(list_backups(stick)) == 1 + kept and not run.opening.workers.busy)
    assert (BackupsMemory(machine_settings(), folder).folder == stick) is kept


def committee_name(folder: Path) -> str:
    with closing(sqlite3.connect(folder / paths.DATABASE)) as opened:
        return str(opened.execute("SELECT name FROM committee").fetchone()[0])
