"""Damage, a start, the way back, and at work again: guided recovery in the window."""

from __future__ import annotations

import json
import shutil
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from shiboken6 import isValid

from desktop_app import wiring
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.papers import Classification
from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.backups import LAST_STEP, BackupKind, NewestBackup
from desktop_app.domain.read_models.findings import SalvageReport
from desktop_app.domain.read_models.program_help import Chapter
from desktop_app.printing.engine.pdf.archive import attached_file
from desktop_app.printing.pages import PageReader
from desktop_app.storage.backup.manifest import read_manifest
from desktop_app.storage.backup.restore_plan import newest_restorable
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import WorkContext
from desktop_app.storage.salvage.salvage import REPORT
from desktop_app.storage.salvage.salvage import salvage as salvage_rows
from desktop_app.system import paths
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.window.backups.restore_run import moment
from desktop_app.window.help.page import HelpPage
from desktop_app.window.shell import folder_ways, guided_recovery
from desktop_app.window.shell.folder_ways import SALVAGED
from desktop_app.window.shell.help_layer import HELP
from desktop_app.words import backups as backup_words
from desktop_app.words import recovery as words
from desktop_app.words import shell as shell_words
from desktop_app.words.refusals import sentence
from tests.bootstrap.backups import act as act_in_window
from tests.bootstrap.backups import act_in, back_up, choose_second, entries, records, snapshot
from tests.bootstrap.conftest import Run, Start, clock_before
from tests.bootstrap.slow_restore import SlowRestore, SlowRestores
from tests.bootstrap.test_opening import FORGED, forge
from tests.conftest import DEMO_DAY
from tests.shown import texts
from tests.storage.damage import leaf_pages, zero

NOISE = b"no database any more " * 5000


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine of the test's own."""
    monkeypatch.setenv(paths.SETTINGS_VARIABLE, str(tmp_path / "machine" / "settings.ini"))


def button_of(run: Run, name: str) -> QPushButton:
    (found,) = [one for one in run.window.findChildren(QPushButton, name) if not one.isHidden()]
    return found


def _reported(run: Run) -> bool:
    return any(not one.isHidden() for one in run.window.findChildren(QPushButton, "recoverySavePdf"))


def press(run: Run, name: str) -> None:
    button = button_of(run, name)
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
    assert words.BACKUP_NONE in searched(run)
    press(run, "recoveryRows")
    run.until(lambda: _reported(run))
    shown = "\n".join(texts(run.window))
    assert words.LISTED in shown
    assert words.KINDS["person"] in shown
    run.dialogs.save_to = tmp_path / "report.pdf"
    press(run, "recoverySavePdf")
    run.until((tmp_path / "report.pdf").exists)
    press(run, "recoveryPrint")
    run.until(lambda: bool(run.printer.jobs))
    assert run.printer.jobs[0].count == len(pdf_texts(tmp_path / "report.pdf")) > 0
    assert words.printed(run.printer.jobs[0].count) in texts(run.window)
    assert database.read_bytes() == before
    run.dialogs.answers = ["do"]
    press(run, "recoveryAccept")
    (question,) = run.dialogs.asked
    assert str(demo_folder / paths.SET_ASIDE) in question.text
    run.until(lambda: run.office_open)
    assert run.opening.screens is not None
    assert run.opening.screens.office.folder.writable
    assert run.window.ui.navigation.isVisible()
    assert words.SALVAGED in _bands(run)
    assert shell_words.FOUND_WRONG not in _bands(run)
    (kept,) = (demo_folder / paths.SET_ASIDE).iterdir()
    assert (kept / DATABASE_NAME).read_bytes() == before
    assert words.LISTED in (kept / REPORT).read_text(encoding="utf-8")
    run.window.close()
    again = start(demo_folder)
    assert again.opening.screens is not None
    assert again.opening.screens.office.folder.writable


def pdf_texts(file: Path) -> list[str]:
    """The text of each page."""
    reader = PageReader()
    opened = reader.open(file.read_bytes())
    try:
        return [opened.text(page) for page in range(opened.count)]
    finally:
        reader.close()


def test_the_report_on_paper_bears_the_class_of_what_it_names(start: Start, demo_folder: Path, tmp_path: Path) -> None:
    office = wiring.open_office(demo_folder, clock_before(DEMO_DAY))
    with office.context.write() as work:
        paper = work.incoming_papers.where()[0]
        work.incoming_papers.update(replace(paper, classification=Classification.SECRET))
        work.audit("changed", "incoming_paper", paper.id)
        work.commit()
    office.close()
    _damaged(demo_folder)
    run = start(demo_folder)
    run.window.band.action_button().click()
    press(run, "recoveryRows")
    run.until(lambda: _reported(run))
    run.dialogs.save_to = tmp_path / "report.pdf"
    press(run, "recoverySavePdf")
    run.until((tmp_path / "report.pdf").exists)
    pdf = (tmp_path / "report.pdf").read_bytes()
    document = json.loads(attached_file(pdf).content)
    assert document["letterhead"]["classification"] == "secret"
    assert document["contents"]["listed"]
    assert str(demo_folder) in document["contents"]["sources"][0]
    run.window.close()


def test_a_machine_without_a_printer_says_what_to_do(start: Start, demo_folder: Path) -> None:
    _damaged(demo_folder)
    run = start(demo_folder)
    run.printer.copies = None
    run.window.band.action_button().click()
    press(run, "recoveryRows")
    run.until(lambda: _reported(run))
    press(run, "recoveryPrint")
    run.until(lambda: words.NO_PRINTER in texts(run.window))
    run.window.close()


def test_accepting_asks_first_and_the_safe_answer_changes_nothing(start: Start, demo_folder: Path) -> None:
    before = _damaged(demo_folder).read_bytes()
    run = start(demo_folder, "dont")
    run.window.band.action_button().click()
    press(run, "recoveryRows")
    run.until(lambda: _reported(run))
    press(run, "recoveryAccept")
    assert (demo_folder / DATABASE_NAME).read_bytes() == before
    run.window.close()
    assert not (demo_folder / SALVAGED).exists()


def test_reading_is_cancelled_and_nothing_is_left(start: Start, demo_folder: Path) -> None:
    _damaged(demo_folder)
    run = start(demo_folder)
    run.window.band.action_button().click()
    press(run, "recoveryRows")
    press(run, "recoveryCancel")
    run.until(lambda: not run.opening.workers.busy)
    shown = texts(run.window)
    assert any(words.CANCELLED in text or words.LISTED in text for text in shown)
    run.window.close()
    assert not (demo_folder / SALVAGED).exists()


def _reading(start: Start, folder: Path) -> Run:
    _damaged(folder)
    run = start(folder)
    run.window.band.action_button().click()
    press(run, "recoveryRows")
    assert button_of(run, "recoveryCancel").isEnabled()
    return run


def test_giving_the_reading_up_at_once_leads_the_keyboard_back_to_it(
    start: Start, demo_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def salvage(_folder: Path, _target: Path, _context: object, progress: Progress) -> object:
        while True:
            progress(0, 1)

    monkeypatch.setattr(folder_ways, "salvage", salvage)
    run = _reading(start, demo_folder)
    press(run, "recoveryCancel")
    run.until(lambda: not run.opening.workers.busy)
    assert words.CANCELLED in texts(run.window)
    held = run.window.focusWidget()
    assert held is not None
    assert held.objectName() == "recoveryRows", "Enter would close the program"
    run.window.close()


def test_giving_the_reading_up_in_its_last_part_is_heard_at_once(
    start: Start, demo_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready, wanted = threading.Event(), threading.Event()

    def salvage(folder: Path, target: Path, context: WorkContext, progress: Progress) -> SalvageReport:
        report = salvage_rows(folder, target, context, progress)
        ready.set()
        assert wanted.wait(20)
        return report

    monkeypatch.setattr(folder_ways, "salvage", salvage)
    run = _reading(start, demo_folder)
    run.until(ready.is_set)
    press(run, "recoveryCancel")
    assert not button_of(run, "recoveryCancel").isEnabled()
    assert not button_of(run, "recoveryClose").isEnabled()
    assert words.CANCELLING in texts(run.window)
    wanted.set()
    run.until(lambda: not run.opening.workers.busy)
    assert words.CANCELLED in texts(run.window)
    assert not _reported(run)
    assert not (demo_folder / SALVAGED).exists()
    held = run.window.focusWidget()
    assert held is not None
    assert held.objectName() == "recoveryRows"
    assert button_of(run, "recoveryClose").isEnabled()
    press(run, "recoveryRows")
    run.until(lambda: _reported(run))
    run.window.close()


def test_looking_without_a_change_stays_a_way(start: Start, demo_folder: Path) -> None:
    before = _damaged(demo_folder).read_bytes()
    run = start(demo_folder)
    run.window.band.action_button().click()
    press(run, "recoveryView")
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
    press(run, "recoveryClose")
    run.until(lambda: not run.window.isVisible())


def backed_up(folder: Path, place: Path | None = None) -> Path:
    """The folder of a backup of the whole office, made as the program makes it."""
    return back_up(folder, place, BackupKind.BY_HAND, clock_before(DEMO_DAY)).folder


def searched(run: Run) -> str:
    """What the page says once the backups are read."""
    run.until(lambda: not run.opening.workers.busy)
    return "\n".join(texts(run.window))


def restored(run: Run) -> None:
    run.dialogs.answers = ["do"]
    press(run, "recoveryRestore")
    run.until(lambda: run.office_open)
    assert words.RESTORED in _bands(run)
    assert run.opening.screens is not None
    assert run.opening.screens.office.folder.writable
    assert shell_words.FOUND_WRONG not in _bands(run)


def test_a_medium_that_is_pulled_out_before_the_restore_is_no_damaged_backup(
    start: Start, demo_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "فلش"
    stick.mkdir()
    backed_up(demo_folder, stick)
    (demo_folder / DATABASE_NAME).unlink()
    monkeypatch.setattr(guided_recovery, "ask_folder", lambda *_: stick)
    run = start(demo_folder)
    searched(run)
    press(run, "recoveryElsewhere")
    searched(run)
    away = stick.rename(tmp_path / "away")
    run.dialogs.answers = ["do"]
    press(run, "recoveryRestore")
    gone = sentence(EnvironmentProblem("backup_place_missing", folder=str(stick)))
    run.until(lambda: gone in searched(run))
    assert all(one.isHidden() for one in run.window.findChildren(QPushButton, "recoveryRestore"))
    away.rename(stick)
    press(run, "recoveryFindAgain")
    searched(run)
    restored(run)


def test_the_second_way_says_that_there_is_a_first_one(start: Start, demo_folder: Path) -> None:
    backed_up(demo_folder)
    forge(demo_folder, "UPDATE clause SET text = 'X' || text WHERE id = 1")
    run = start(demo_folder)
    told = run.window.band.detail()
    assert "شناسه" not in told
    assert "check" not in told
    run.window.band.action_button().click()
    assert backup_words.NOTHING_LOST in searched(run)
    press(run, "recoveryRows")
    run.until(lambda: _reported(run))
    run.dialogs.answers = ["dont"]
    press(run, "recoveryAccept")
    question = run.dialogs.asked[-1]
    assert question.choices[0].key == "dont", "Enter loses nothing"
    assert words.BACKUP_FIRST in question.text
    assert "۱ ردیف در آن نیست" in question.text, "as the report says"


def _zeroed(folder: Path) -> None:
    _damaged(folder)


def _cut(folder: Path) -> None:
    with (folder / DATABASE_NAME).open("r+b") as file:
        file.truncate(paths.size_of(folder / DATABASE_NAME) // 2)


def _noise(folder: Path) -> None:
    (folder / DATABASE_NAME).write_bytes(NOISE)


def _frozen(folder: Path) -> None:
    forge(folder, FORGED[0][0])


def _chain(folder: Path) -> None:
    forge(folder, "UPDATE chain_link SET hash = upper(hash) WHERE seq = (SELECT max(seq) FROM chain_link)")


@pytest.mark.parametrize("spoil", [_zeroed, _cut, _noise, _frozen, _chain])
def test_three_presses_lead_from_damage_to_the_newest_verified_backup(
    start: Start, demo_folder: Path, spoil: Callable[[Path], object]
) -> None:
    sound = records(demo_folder)
    older = backed_up(demo_folder)
    act_in(demo_folder)
    newest = backed_up(demo_folder)
    (newest / DATABASE_NAME).write_bytes(b"rotten")
    spoil(demo_folder)
    before = (demo_folder / DATABASE_NAME).read_bytes()
    run = start(demo_folder)
    presses = 0
    if run.window.page() != "recovery":
        assert run.opening.screens is not None
        assert not run.opening.screens.office.folder.writable
        run.window.band.action_button().click()
        presses += 1
    searched(run)
    assert (demo_folder / DATABASE_NAME).read_bytes() == before, "nothing is written"
    run.dialogs.answers = ["do"]
    press(run, "recoveryRestore")
    presses += 2
    (question,) = run.dialogs.asked
    assert moment(read_manifest(older).made_at) in question.text
    run.until(lambda: run.office_open)
    assert presses <= 3
    assert records(demo_folder) == sound
    assert entries(demo_folder)[-1] == "backup_restored"
    assert run.verified().office.folder.writable


def test_where_there_is_no_backup_the_salvage_becomes_the_office_by_one_act(start: Start, demo_folder: Path) -> None:
    _damaged(demo_folder)
    run = start(demo_folder, "do")
    run.window.band.action_button().click()
    assert words.BACKUP_NONE in searched(run)
    press(run, "recoveryRows")
    run.until(lambda: _reported(run))
    press(run, "recoveryAccept")
    run.until(lambda: run.office_open)
    assert "salvaged" in entries(demo_folder)
    folder = run.verified().office.folder
    assert folder.writable
    assert folder.check() == (), "what is missing is listed in the report"
    act_in_window(run)


def test_from_damage_to_work_by_the_backup(start: Start, demo_folder: Path) -> None:
    sound = records(demo_folder)
    backed_up(demo_folder)
    act_in(demo_folder)
    damaged = _damaged(demo_folder).read_bytes()
    run = start(demo_folder)
    run.window.band.action_button().click()
    assert any(words.FINDING in text for text in texts(run.window)), "the window is not kept waiting by the reading"
    assert button_of(run, "recoveryRows").isEnabled()
    said = searched(run)
    assert str(demo_folder / paths.BACKUPS) in said
    lost = "۱ رویداد، "
    assert lost in said, "what a damaged file still tells of the loss"
    run.dialogs.answers = ["dont"]
    press(run, "recoveryRestore")
    (question,) = run.dialogs.asked
    assert lost in question.text
    assert question.choices[0].key == "dont", "Enter loses nothing"
    assert (demo_folder / DATABASE_NAME).read_bytes() == damaged
    restored(run)
    assert records(demo_folder) == sound
    (kept,) = demo_folder.glob(f"{DATABASE_NAME}.before-restore-*")
    assert kept.read_bytes() == damaged
    assert any(str(kept) in text for text in texts(run.window))


def test_from_an_unreadable_database_to_work_by_the_backup(start: Start, demo_folder: Path) -> None:
    sound = records(demo_folder)
    backed_up(demo_folder)
    (demo_folder / DATABASE_NAME).write_bytes(NOISE)
    run = start(demo_folder)
    assert run.window.page() == "recovery"
    assert backup_words.UNREADABLE_NOW in searched(run)
    restored(run)
    assert records(demo_folder) == sound
    (kept,) = demo_folder.glob(f"{DATABASE_NAME}.before-restore-*")
    assert kept.read_bytes() == NOISE


def test_from_a_vanished_database_to_work_by_the_second_place(start: Start, demo_folder: Path, tmp_path: Path) -> None:
    sound = records(demo_folder)
    stick = tmp_path / "فلش"
    stick.mkdir()
    backed_up(demo_folder)
    newest = backed_up(demo_folder, stick)
    choose_second(demo_folder, stick)
    shutil.rmtree(demo_folder / paths.BACKUPS)
    (demo_folder / paths.PAPERS).mkdir(exist_ok=True)
    (demo_folder / paths.PAPERS / "minutes.pdf").write_bytes(b"%PDF")
    (demo_folder / DATABASE_NAME).unlink()
    stick.rename(tmp_path / "pulled out")
    run = start(demo_folder)
    assert words.VANISHED in _bands(run)
    said = searched(run)
    assert words.unreached(str(stick)) in said
    assert words.ROWS_NONE in said
    (tmp_path / "pulled out").rename(stick)
    press(run, "recoveryFindAgain")
    said = searched(run)
    entry = read_manifest(newest).last_entry
    assert backup_words.after(entry) in said, "what is lost is named before"
    restored(run)
    assert records(demo_folder) == sound


def test_a_backup_that_may_not_be_restored_is_told_and_the_next_is_offered(
    start: Start, demo_folder: Path, tmp_path: Path
) -> None:
    good = backed_up(demo_folder)
    other = tmp_path / "other"
    shutil.copytree(demo_folder, other, ignore=shutil.ignore_patterns(paths.BACKUPS))
    with closing(sqlite3.connect(other / DATABASE_NAME, isolation_level=None)) as raw:
        raw.execute("CREATE TRIGGER stranger AFTER INSERT ON act BEGIN DELETE FROM audit; END")
    backed_up(other, demo_folder / paths.BACKUPS)
    with closing(sqlite3.connect(other / DATABASE_NAME, isolation_level=None)) as raw:
        raw.execute("DROP TRIGGER stranger")
        guards = raw.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _sql in guards:
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute("UPDATE committee SET uid = 'another'")
        for _name, sql in guards:
            raw.execute(sql)
    backed_up(other, demo_folder / paths.BACKUPS)
    torn = backed_up(demo_folder)
    (torn / DATABASE_NAME).write_bytes(b"torn")
    _damaged(demo_folder)
    run = start(demo_folder)
    run.window.band.action_button().click()
    said = searched(run)
    for reason in (backup_words.FLAWS["records"], backup_words.FLAWS["database_changed"]):
        assert reason in said
    before = (good / DATABASE_NAME).read_bytes()
    restored(run)
    assert (good / DATABASE_NAME).read_bytes() == before
    assert records(demo_folder)["committee"] == records(good)["committee"]


def test_closing_gives_the_reading_of_backups_up(
    start: Start, demo_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backed_up(demo_folder)
    _damaged(demo_folder)
    gate = threading.Event()

    def slow(*asked: Any, **told: Any) -> NewestBackup:
        gate.wait(20)
        return newest_restorable(*asked, **told)

    monkeypatch.setattr(folder_ways, "newest_restorable", slow)
    run = start(demo_folder)
    run.window.band.action_button().click()
    assert any(words.FINDING in text for text in texts(run.window))
    threading.Timer(0.2, gate.set).start()
    run.window.close()
    assert not run.opening.workers.busy


def _restoring(start: Start, folder: Path, slow: SlowRestore, *answers: str) -> Run:
    """A run amid the restore of the one backup."""
    run = start(folder, "do", *answers)
    run.window.band.action_button().click()
    searched(run)
    press(run, "recoveryRestore")
    assert any(words.RESTORING in text for text in texts(run.window))
    assert slow.reached.wait(20)
    return run


def test_a_restore_is_given_up_and_everything_is_as_it_was(
    start: Start, demo_folder: Path, slow_restore: SlowRestores
) -> None:
    backed_up(demo_folder)
    _damaged(demo_folder)
    before = snapshot(demo_folder)
    slow = slow_restore(folder_ways, 20)
    run = _restoring(start, demo_folder, slow)
    run.until(lambda: any(backup_words.how_far(20) in text for text in texts(run.window)))
    assert not button_of(run, "recoveryClose").isEnabled()
    press(run, "recoveryGiveUp")
    assert backup_words.GIVING_UP in texts(run.window)
    slow.go_on.set()
    run.until(lambda: words.RESTORE_GIVEN_UP in texts(run.window))
    assert snapshot(demo_folder) == before
    assert button_of(run, "recoveryRestore").isEnabled()
    assert button_of(run, "recoveryRestore").hasFocus()
    restored(run)


def test_closing_amid_a_restore_asks_and_gives_it_up(
    start: Start, demo_folder: Path, slow_restore: SlowRestores
) -> None:
    backed_up(demo_folder)
    _damaged(demo_folder)
    before = snapshot(demo_folder)
    slow = slow_restore(folder_ways, 20)
    run = _restoring(start, demo_folder, slow, "stay", "leave")
    assert not run.window.close(), "the answer was to go on"
    threading.Timer(0.2, slow.go_on.set).start()
    assert run.window.close()
    assert [one.title for one in run.dialogs.asked[1:]] == [backup_words.CLOSE_ASK] * 2
    assert not run.opening.workers.busy
    assert not run.office_open
    assert snapshot(demo_folder) == before


def test_closing_in_the_last_step_of_a_restore_waits_for_it(
    start: Start, demo_folder: Path, slow_restore: SlowRestores
) -> None:
    sound = records(demo_folder)
    backed_up(demo_folder)
    _damaged(demo_folder)
    slow = slow_restore(folder_ways, LAST_STEP)
    run = _restoring(start, demo_folder, slow)
    run.until(lambda: backup_words.LAST_STEP in texts(run.window))
    assert not button_of(run, "recoveryGiveUp").isEnabled()
    threading.Timer(0.2, slow.go_on.set).start()
    assert run.window.close()
    assert len(run.dialogs.asked) == 1
    assert not run.opening.workers.busy
    assert not run.office_open, "what ended while the window closed opens nothing"
    assert records(demo_folder) == sound


def test_giving_up_that_came_too_late_is_told(start: Start, demo_folder: Path, slow_restore: SlowRestores) -> None:
    """The last step has begun, and the window has not heard of it yet."""
    sound = records(demo_folder)
    backed_up(demo_folder)
    _damaged(demo_folder)
    slow = slow_restore(folder_ways, LAST_STEP)
    run = _restoring(start, demo_folder, slow, "leave")
    slow.go_on.set()
    assert run.window.close()
    (told,) = run.dialogs.told
    assert told[0] == words.RESTORED
    assert records(demo_folder) == sound


def test_f1_opens_the_help_over_the_ways_and_leads_back(start: Start, demo_folder: Path) -> None:
    backed_up(demo_folder)
    _damaged(demo_folder)
    run = start(demo_folder)
    run.window.band.action_button().click()
    searched(run)
    run.window.activateWindow()
    run.until(lambda: QApplication.activeWindow() is run.window)
    rows = button_of(run, "recoveryRows")
    rows.setFocus()
    QTest.keyClick(run.window, Qt.Key.Key_F1)
    assert run.window.page() == HELP
    page = run.window.shown()
    assert isinstance(page, HelpPage)
    assert page.chapter() is Chapter.DATA
    for key, held in (
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
    ):
        QTest.keyClick(QApplication.focusWidget() or run.window, key, held)
        assert run.window.page() == "recovery"
        assert rows.hasFocus()
        QTest.keyClick(run.window, Qt.Key.Key_F1)
        assert run.window.shown() is page, "made once"
    page.ui.back.click()
    assert run.window.page() == "recovery"
    restored(run)
    # the help of the open office is another one
    run.until(lambda: not isValid(page))
    run.window.activateWindow()
    QTest.keyClick(run.window, Qt.Key.Key_F1)
    assert run.window.page() == HELP
    assert run.window.shown() is not page


def test_help_where_the_database_cannot_be_read_and_closing_from_it(start: Start, demo_folder: Path) -> None:
    (demo_folder / DATABASE_NAME).write_bytes(NOISE)
    run = start(demo_folder)
    assert run.window.page() == "recovery"
    run.window.activateWindow()
    run.until(lambda: QApplication.activeWindow() is run.window)
    QTest.keyClick(run.window, Qt.Key.Key_F1)
    assert run.window.page() == HELP
    assert run.window.close()
    assert not run.opening.workers.busy


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


def test_the_band_at_the_start_speaks_persian_and_names_the_way(start: Start, demo_folder: Path) -> None:
    _damaged(demo_folder)
    run = start(demo_folder)
    told = run.window.band.detail()
    assert words.WAYS in told
    assert "SQLITE" not in told
    assert "file" not in told


def test_the_foot_says_that_nothing_is_open(start: Start, demo_folder: Path) -> None:
    (demo_folder / DATABASE_NAME).unlink()
    run = start(demo_folder)
    assert run.window.page() == "recovery"
    assert words.CLOSED in texts(run.window)


def test_the_keyboard_comes_to_the_best_way_once_it_is_found(start: Start, demo_folder: Path) -> None:
    backed_up(demo_folder)
    (demo_folder / DATABASE_NAME).unlink()
    run = start(demo_folder)
    assert run.window.shown().focusWidget() is button_of(run, "recoveryClose"), "nothing else is open yet"
    searched(run)
    assert run.window.shown().focusWidget() is button_of(run, "recoveryRestore")


def test_backups_are_found_where_the_operator_says_they_lie(
    start: Start, demo_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a machine that has forgotten its second place, or never had one."""
    sound = records(demo_folder)
    stick = tmp_path / "فلش"
    stick.mkdir()
    empty = tmp_path / "خالی"
    empty.mkdir()
    backed_up(demo_folder, stick)
    (demo_folder / DATABASE_NAME).unlink()
    places = [empty, stick]
    monkeypatch.setattr(guided_recovery, "ask_folder", lambda *_: places.pop(0))
    run = start(demo_folder)
    assert words.BACKUP_NONE in searched(run)
    press(run, "recoveryElsewhere")
    assert words.BACKUP_NONE_THERE in searched(run)
    press(run, "recoveryElsewhere")
    assert str(stick) in searched(run)
    restored(run)
    assert records(demo_folder) == sound
