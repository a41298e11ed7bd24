"""Notices of data go with them: what a restore has put right or made otherwise is not told any more."""

from __future__ import annotations

import shutil
from pathlib import Path

from desktop_app import paths
from desktop_app.storage.backup.listing import list_backups
from desktop_app.text import recovery
from desktop_app.text.office import backups as words
from tests.bootstrap.conftest import Run, Start
from tests.bootstrap.test_backups import bands, no_sample, page, rows
from tests.bootstrap.test_data_of_other_office import act
from tests.storage.test_backup_evidence import back_up


def restore(run: Run, folder: Path) -> None:
    """The newest backup."""
    shown = page(run)
    run.until(lambda: bool(rows(shown)) and not run.opening.workers.busy)
    copies = len(list_backups(folder / paths.BACKUPS))
    run.dialogs.answers.append("restore")
    shown.ui.restore.click()
    run.until(lambda: len(list_backups(folder / paths.BACKUPS)) > copies and run.office_open)
    run.until(lambda: run.window.page() == "meetings" and not run.opening.workers.busy)


def test_what_a_restore_put_right_is_told_no_more(start: Start, demo_folder: Path) -> None:
    folder = no_sample(demo_folder)
    older = folder.with_name("older.db")
    shutil.copyfile(folder / paths.DATABASE, older)
    act(folder, 3)
    back_up(folder)
    shutil.copyfile(older, folder / paths.DATABASE)
    run = start(folder)
    run.at("meetings")
    assert recovery.NEWER_BESIDE in bands(run)
    restore(run, folder)
    assert recovery.NEWER_BESIDE not in bands(run)
    assert bands(run).count(words.RESTORED) == 1
    # that of the first restore speaks of data that are others by now
    restore(run, folder)
    assert bands(run).count(words.RESTORED) == 1
