"""A backup of falsified records through the window: told where it is made, verified, restored, and never preferred."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from desktop_app import paths
from desktop_app.bootstrap.machine import machine_settings
from desktop_app.controllers.backups.backups_memory import BackupsMemory
from desktop_app.domain.read_models.backups import Verdict
from desktop_app.storage.backup import office_backups
from desktop_app.storage.backup.listing import list_backups, verify
from desktop_app.text import recovery as recovery_words
from desktop_app.text import shell as shell_words
from desktop_app.text.office import backup_doubts
from desktop_app.text.office import backups as words
from tests.bootstrap.conftest import Run, Start
from tests.bootstrap.test_backups import bands, page, rows
from tests.shown import action, texts
from tests.storage.test_backup_evidence import INSTANT, LATER, back_up, falsify
from tests.storage.test_restore import dump

VERDICT = 5


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine of the test's own, whose second place lies on another disk."""
    monkeypatch.setenv(paths.SETTINGS_VARIABLE, str(tmp_path / "machine" / "settings.ini"))
    monkeypatch.setattr(office_backups, "same_disk", lambda *_: False)


def _recovery(start: Start, folder: Path) -> tuple[Run, str]:
    """Guided recovery of the folder, once the backups are read."""
    run = start(folder)
    run.window.band.action_button().click()
    run.until(lambda: not run.opening.workers.busy)
    return run, "\n".join(texts(run.window))


def _shown(run: Run, name: str) -> bool:
    return any(not one.isHidden() for one in run.window.findChildren(QPushButton, name))


def test_one_that_is_made_of_falsified_records_says_so(start: Start, demo_folder: Path, tmp_path: Path) -> None:
    stick = tmp_path / "فلش"
    stick.mkdir()
    BackupsMemory(machine_settings(), demo_folder).choose(stick)
    run = start(demo_folder)
    run.at("meetings")
    shown = page(run)
    falsify(demo_folder)
    shown.ui.makeSecond.click()
    run.until(lambda: len(rows(shown)) == 1)
    assert backup_doubts.MADE in bands(run)
    assert "شخص «" in bands(run)
    assert "شناسهٔ" not in bands(run)
    assert rows(shown)[0][VERDICT].startswith(words.VERDICTS["doubtful"])
    (there,) = list_backups(stick)
    made_at = BackupsMemory(machine_settings(), demo_folder).made_for(there.committee).made_at
    assert made_at == "", "the reminder of a sound one stays"


def test_one_that_is_verified_says_so_and_is_restored_only_after_telling(start: Start, demo_folder: Path) -> None:
    sound = dump(demo_folder)
    run = start(demo_folder, "leave", "restore")
    run.at("meetings")
    falsify(demo_folder)
    back_up(demo_folder)
    falsify(demo_folder, "UPDATE person SET name = rtrim(name, 'ی') WHERE id = 1")
    shown = page(run)
    assert rows(shown)[0][VERDICT] == words.VERDICTS["unread"]
    action(shown, "Ctrl+T").trigger()
    run.until(lambda: rows(shown)[0][VERDICT] != words.VERDICTS["unread"])
    assert rows(shown)[0][VERDICT].startswith(words.VERDICTS["doubtful"])
    assert words.VERDICTS["verified"] not in "\n".join(texts(run.window))
    assert backup_doubts.WHAT_NEXT in bands(run)
    assert shown.ui.restore.isEnabled()
    shown.ui.restore.click()
    run.until(lambda: len(run.dialogs.asked) == 1)
    assert backup_doubts.RESTORE_NEXT in run.dialogs.asked[0].text
    assert dump(demo_folder) == sound
    shown.ui.restore.click()
    run.until(lambda: words.RESTORED in bands(run))
    assert dump(demo_folder) != sound
    assert shell_words.FOUND_WRONG in bands(run), "what came back is told for what it is"


def test_recovery_prefers_the_older_sound_one_and_tells_why(start: Start, demo_folder: Path) -> None:
    sound = dump(demo_folder)
    back_up(demo_folder, instant=INSTANT)
    falsify(demo_folder)
    doubtful = back_up(demo_folder, instant=LATER)
    assert verify(doubtful).verdict is Verdict.DOUBTFUL
    run, said = _recovery(start, demo_folder)
    assert words.VERDICTS["doubtful"] in said
    run.dialogs.answers = ["do"]
    run.window.findChildren(QPushButton, "recoveryRestore")[-1].click()
    run.until(lambda: run.office_open and recovery_words.RESTORED in bands(run))
    assert dump(demo_folder) == sound
    assert shell_words.FOUND_WRONG not in bands(run)


def test_where_no_other_is_left_recovery_offers_it_as_what_it_is(
    start: Start, demo_folder: Path, tmp_path: Path
) -> None:
    away = tmp_path / "pulled out"
    BackupsMemory(machine_settings(), demo_folder).choose(away)
    falsify(demo_folder)
    back_up(demo_folder)
    run, said = _recovery(start, demo_folder)
    assert "پشتیبانی که رکوردهایش هم درست باشد پیدا نشد" in said
    assert recovery_words.unreached(str(away)) in said
    assert _shown(run, "recoveryFindAgain"), "a better one may lie there"
    run.dialogs.answers = ["dont", "do"]
    restore = run.window.findChildren(QPushButton, "recoveryRestore")[-1]
    restore.click()
    assert backup_doubts.RESTORE_NEXT in run.dialogs.asked[0].text
    restore.click()
    run.until(lambda: recovery_words.RESTORED in bands(run))
