"""A file that was put in place of the data while the program was closed, held against the backups beside it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from desktop_app import wiring
from desktop_app.domain.read_models.backups import BackupKind, Verdict
from desktop_app.domain.read_models.findings import FindingKind
from desktop_app.storage.backup.listing import list_backups
from desktop_app.storage.backup.restoring import RestoreContext, restore
from desktop_app.system import paths
from desktop_app.window.backups.page import STATE
from desktop_app.words import backups as backup_words
from desktop_app.words import recovery as words
from desktop_app.words.finding_details import FINDINGS
from tests.bootstrap.backups import act_in, back_up, bands, choose_second, keep, kinds, no_sample, page, records, rows
from tests.bootstrap.conftest import Run, Start, clock_on
from tests.bootstrap.test_guided_recovery import searched
from tests.conftest import DEMO_DAY

AHEAD = FINDINGS["backup_ahead"]


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine of the test's own."""
    monkeypatch.setenv(paths.SETTINGS_VARIABLE, str(tmp_path / "machine" / "settings.ini"))


@pytest.fixture
def folder(demo_folder: Path) -> Path:
    return no_sample(demo_folder)


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """The database of another office."""
    other = tmp_path / "other"
    wiring.build_demo(other, DEMO_DAY, seed=7)
    return other / paths.DATABASE


def committees(folder: Path) -> set[str]:
    return {one.committee for one in list_backups(folder / paths.BACKUPS)}


def closed(run: Run) -> None:
    run.window.set_may_close(lambda: True)
    run.window.close()


def found(run: Run) -> list[FindingKind]:
    assert run.opening.screens is not None
    return [one.kind for one in run.opening.screens.office.folder.findings]


def restored(run: Run) -> None:
    """By the first way of the guided page."""
    run.window.band.action_button().click()
    searched(run)
    run.dialogs.answers = ["do"]
    run.window.findChildren(QPushButton, "recoveryRestore")[-1].click()
    run.until(lambda: run.office_open and words.RESTORED in bands(run))


@pytest.mark.whole
def test_data_of_another_office_open_for_reading_and_go_into_no_backup(
    start: Start, folder: Path, foreign: Path
) -> None:
    back_up(folder)
    own = committees(folder)
    shutil.copyfile(foreign, folder / paths.DATABASE)
    run = start(folder, watch=keep)
    run.until(lambda: run.office_open and not run.opening.workers.busy)
    assert AHEAD in bands(run)
    assert found(run) == [FindingKind.BACKUP_AHEAD]
    closed(run)
    assert committees(folder) == own


def test_recovery_brings_the_newest_backup_of_this_office_back(start: Start, folder: Path, foreign: Path) -> None:
    back_up(folder)
    wanted = records(folder)
    shutil.copyfile(foreign, folder / paths.DATABASE)
    run = start(folder)
    run.until(lambda: run.office_open)
    restored(run)
    assert records(folder) == wanted
    assert AHEAD not in bands(run)
    assert set(kinds(folder)) == {BackupKind.BEFORE_RESTORE, BackupKind.AUTOMATIC}, "the foreign file is kept, too"
    closed(run)
    again = start(folder)
    again.until(lambda: again.office_open)
    assert found(again) == []


def test_a_file_written_over_the_open_one_goes_into_no_backup_at_the_end(
    start: Start, folder: Path, foreign: Path
) -> None:
    back_up(folder)
    own = committees(folder)
    run = start(folder, watch=keep)
    run.until(lambda: run.office_open and not run.opening.workers.busy)
    shutil.copyfile(foreign, folder / paths.DATABASE)
    closed(run)
    assert committees(folder) == own
    again = start(folder)
    again.until(lambda: again.office_open)
    assert AHEAD in bands(again)


def test_an_older_file_is_told_and_the_newest_backup_brings_back_what_it_lacks(start: Start, folder: Path) -> None:
    older = shutil.copyfile(folder / paths.DATABASE, folder.with_name("older.db"))
    act_in(folder, 3)
    wanted = records(folder)
    back_up(folder)
    shutil.copyfile(older, folder / paths.DATABASE)
    run = start(folder, watch=keep)
    run.until(lambda: run.office_open and not run.opening.workers.busy)
    assert found(run) == [FindingKind.BACKUP_AHEAD]
    restored(run)
    assert records(folder) == wanted
    run.verified()
    assert found(run) == []


@pytest.mark.whole
def test_a_restore_of_an_older_backup_is_no_older_file(start: Start, folder: Path) -> None:
    older = back_up(folder)
    act_in(folder, 3)
    back_up(folder)
    restore(older, RestoreContext(folder, clock_on(DEMO_DAY)))
    run = start(folder)
    run.until(lambda: run.office_open)
    assert found(run) == []
    assert kinds(folder)[0] is BackupKind.BEFORE_RESTORE


@pytest.mark.whole
def test_a_file_from_before_a_restore_is_told(start: Start, folder: Path) -> None:
    older = back_up(folder)
    act_in(folder, 3)
    undone = shutil.copyfile(folder / paths.DATABASE, folder.with_name("undone.db"))
    restore(older, RestoreContext(folder, clock_on(DEMO_DAY)))
    back_up(folder)
    shutil.copyfile(undone, folder / paths.DATABASE)
    run = start(folder)
    run.until(lambda: run.office_open)
    assert found(run) == [FindingKind.BACKUP_AHEAD]


@pytest.mark.whole
def test_backups_of_another_office_in_the_second_place_are_told_as_such_and_left_alone(
    start: Start, folder: Path, foreign: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "usb"
    stick.mkdir()
    theirs = back_up(foreign.parent, stick)
    choose_second(folder, stick)
    run = start(folder)
    run.at("meetings")
    shown = page(run)
    assert rows(shown)[0][STATE] == backup_words.verdict("other_committee", "", theirs.committee_name)
    assert not shown.ui.restore.isEnabled()
    shown.ui.make.click()
    run.until(lambda: len(rows(shown)) == 3 and not run.opening.workers.busy)
    assert {one.verdict for one in list_backups(stick, theirs.committee)} == {
        Verdict.UNREAD,
        Verdict.OTHER_COMMITTEE,
    }
