"""Damage, a start, the way back, and at work again: guided recovery in the window."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from desktop_app import paths
from desktop_app.bootstrap.safety.guided_recovery import REPORT_FILE
from desktop_app.controllers.recovery.recovery_controller import FoundBackup
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.recovery.row_recovery import RECOVERED
from desktop_app.text import recovery as words
from desktop_app.text import shell as shell_words
from desktop_app.widgets.feedback.message_band import MessageBand
from tests.bootstrap.conftest import Run, Start
from tests.shown import texts
from tests.storage.recovery.damage import leaf_pages, zero


def _button(run: Run, name: str) -> QPushButton:
    (found,) = [one for one in run.window.findChildren(QPushButton, name) if not one.isHidden()]
    return found


def _reported(run: Run) -> bool:
    return any(not one.isHidden() for one in run.window.findChildren(QPushButton, "recoverySave"))


def _press(run: Run, name: str) -> None:
    button = _button(run, name)
    assert button.isEnabled()
    button.click()


def _damaged(folder: Path) -> Path:
    database = folder / DATABASE_NAME
    zero(database, leaf_pages(database, "person")[0])
    return database


def _bands(run: Run) -> list[str]:
    return [band.title() for band in run.window.findChildren(MessageBand) if not band.isHidden()]


def test_from_damage_to_work_by_the_rows(start: Start, demo_folder: Path, tmp_path: Path) -> None:
    database = _damaged(demo_folder)
    before = database.read_bytes()
    run = start(demo_folder)
    assert run.office_open, "what can be read is shown meanwhile"
    run.window.band.action_button().click()
    assert run.window.page() == "recovery"
    assert any(words.BACKUP_NONE in text for text in texts(run.window))
    _press(run, "recoveryRows")
    run.until(lambda: _reported(run))
    shown = "\n".join(texts(run.window))
    assert words.LINES_RECORDS in shown
    assert words.KINDS["person"] in shown
    run.dialogs.save_to = tmp_path / "report.txt"
    _press(run, "recoverySave")
    assert words.LINES_RECORDS in (tmp_path / "report.txt").read_text(encoding="utf-8")
    assert database.read_bytes() == before
    run.dialogs.answers = ["do"]
    _press(run, "recoveryAccept")
    (question,) = run.dialogs.asked
    assert str(demo_folder / paths.SET_ASIDE) in question.text
    run.until(lambda: run.office_open)
    assert run.opening.screens is not None
    assert run.opening.screens.office.folder.writable
    assert run.window.ui.navigation.isVisible()
    assert words.RECOVERED in _bands(run)
    assert shell_words.FOUND_WRONG not in _bands(run)
    (kept,) = (demo_folder / paths.SET_ASIDE).iterdir()
    assert (kept / DATABASE_NAME).read_bytes() == before
    assert words.LINES_RECORDS in (kept / REPORT_FILE).read_text(encoding="utf-8")
    run.window.close()
    again = start(demo_folder)
    assert again.opening.screens is not None
    assert again.opening.screens.office.folder.writable


def test_accepting_asks_first_and_the_safe_answer_changes_nothing(start: Start, demo_folder: Path) -> None:
    before = _damaged(demo_folder).read_bytes()
    run = start(demo_folder, "dont")
    run.window.band.action_button().click()
    _press(run, "recoveryRows")
    run.until(lambda: _reported(run))
    _press(run, "recoveryAccept")
    assert (demo_folder / DATABASE_NAME).read_bytes() == before
    run.window.close()
    assert not (demo_folder / RECOVERED).exists()


def test_reading_is_cancelled_and_nothing_is_left(start: Start, demo_folder: Path) -> None:
    _damaged(demo_folder)
    run = start(demo_folder)
    run.window.band.action_button().click()
    _press(run, "recoveryRows")
    _press(run, "recoveryCancel")
    run.until(lambda: not run.opening.workers.busy)
    shown = texts(run.window)
    assert any(words.CANCELLED in text or words.LINES_RECORDS in text for text in shown)
    run.window.close()
    assert not (demo_folder / RECOVERED).exists()


def test_looking_without_a_change_stays_a_way(start: Start, demo_folder: Path) -> None:
    before = _damaged(demo_folder).read_bytes()
    run = start(demo_folder)
    run.window.band.action_button().click()
    _press(run, "recoveryView")
    assert run.office_open
    assert run.window.page() == "meetings"
    assert run.window.ui.navigation.isVisible()
    assert shell_words.FOUND_WRONG in _bands(run)
    run.window.close()
    assert (demo_folder / DATABASE_NAME).read_bytes() == before


def test_a_database_that_vanished_offers_what_there_is(start: Start, demo_folder: Path) -> None:
    (demo_folder / paths.PAPERS).mkdir(exist_ok=True)
    (demo_folder / paths.PAPERS / "minutes.pdf").write_bytes(b"%PDF")
    (demo_folder / DATABASE_NAME).unlink()
    run = start(demo_folder)
    assert run.window.page() == "recovery"
    assert words.VANISHED in _bands(run)
    shown = "\n".join(texts(run.window))
    assert words.ROWS_NONE in shown
    _press(run, "recoveryClose")
    run.until(lambda: not run.window.isVisible())


class _Backups:
    """One backup, a copy of the sound database."""

    def __init__(self, folder: Path, sound: bytes) -> None:
        self._folder, self._sound = folder, sound

    def latest(self) -> FoundBackup | None:
        return FoundBackup("2023-05-12", "کارهای پس از ۱۴۰۲/۰۲/۲۲ در آن نیست.")

    def restore(self, backup: FoundBackup) -> None:
        (self._folder / DATABASE_NAME).write_bytes(self._sound)


def test_the_newest_verified_backup_is_the_first_way(
    start: Start, demo_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups = _Backups(demo_folder, (demo_folder / DATABASE_NAME).read_bytes())
    monkeypatch.setattr("desktop_app.bootstrap.safety.guided_recovery.NoBackups", lambda: backups)
    with closing(sqlite3.connect(demo_folder / DATABASE_NAME, isolation_level=None)) as raw:
        raw.execute("DROP TABLE guest")
    run = start(demo_folder, "do")
    assert run.window.page() == "recovery"
    _press(run, "recoveryRestore")
    (question,) = run.dialogs.asked
    assert "در آن نیست" in question.text
    run.until(lambda: run.office_open)
    assert words.RESTORED in _bands(run)


def test_what_was_rolled_back_is_told_with_where_it_was_kept(start: Start, demo_folder: Path) -> None:
    database = demo_folder / DATABASE_NAME
    with closing(sqlite3.connect(database, isolation_level=None)) as writer:
        writer.execute("PRAGMA journal_mode=TRUNCATE")
        writer.execute("PRAGMA cache_size=1")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("PRAGMA user_version=8")
        writer.execute("UPDATE person SET name_key = name_key || name_key")
        # more than the cache holds goes to the file before the commit, its journal before that
        many = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900)"
        writer.execute(
            f"INSERT INTO draft (kind, uid, field, content, at) {many}"
            " SELECT 'person', i, 'name', hex(zeroblob(3000)), '2023-05-13T12:00:00Z' FROM n"
        )
        torn = {name: (demo_folder / name).read_bytes() for name in (DATABASE_NAME, f"{DATABASE_NAME}-journal")}
        writer.execute("ROLLBACK")
    for name, content in torn.items():
        (demo_folder / name).write_bytes(content)
    run = start(demo_folder)
    assert words.ROLLED_BACK in _bands(run)
    (kept,) = (demo_folder / paths.SET_ASIDE).iterdir()
    assert any(str(kept) in text for text in texts(run.window))
