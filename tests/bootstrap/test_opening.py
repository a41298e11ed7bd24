"""The data folder is opened for the window, or the operator hears in a sentence why not."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMetaObject, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from desktop_app import wiring
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.lock import FolderLock
from desktop_app.storage.schema.guards import guards
from desktop_app.storage.store import schema
from desktop_app.storage.store.schema import SCHEMA_VERSION
from desktop_app.system import paths, rights
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.window.kit.record_list_page import RecordListPage
from desktop_app.window.shell.main_window import MainWindow
from desktop_app.words import findings as outside_words
from desktop_app.words import shell as words
from desktop_app.words.digits import persian
from desktop_app.words.refusals import sentence
from tests.bootstrap.backups import bands
from tests.bootstrap.conftest import Run, Start
from tests.conftest import DEMO_DAY
from tests.shown import texts
from tests.storage import earlier
from tests.systems import not_on_windows


def _list(run: Run, key: str = "meetings") -> RecordListPage[object]:
    (found,) = [page for page in run.window.findChildren(RecordListPage) if page.spec.key == key]
    return found


def _count(folder: Path) -> int:
    with closing(sqlite3.connect(folder / DATABASE_NAME)) as raw:
        return int(raw.execute("SELECT count(*) FROM meeting").fetchone()[0])


def _is_free(folder: Path) -> bool:
    lock = FolderLock(folder)
    try:
        lock.take("2023-05-13T12:00:00Z")
    except EnvironmentProblem:
        return False
    lock.release()
    return True


# ---- empty folders and demo data


def test_an_empty_folder_offers_demo_data_and_really_makes_them(start: Start, tmp_path: Path) -> None:
    run = start(tmp_path / "تازه")
    run.at("founding")
    assert not run.window.ui.navigation.isVisible()
    demo = run.window.findChild(QPushButton, "demo")
    assert demo is not None
    demo.click()
    assert run.window.ui.status.text() == words.MAKING_DEMO
    run.until(lambda: run.office_open)
    run.at("meetings")
    assert _list(run).model.count() == 6
    assert run.window.ui.navigation.isVisible()
    assert words.SAMPLE in run.window.windowTitle()
    # the pages of the empty folder are gone, and nobody answers for them any more
    run.until(lambda: len([page for page in run.window.findChildren(RecordListPage) if page.spec.key == "minutes"]) < 2)
    for key in ("minutes", "resolutions", "meetings"):
        run.window.page_chosen.emit(key)
        assert run.window.page() == key
        assert _list(run, key).model.count()


def test_demo_data_that_cannot_be_made_leave_the_first_start(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise EnvironmentProblem("storage_full")

    run = start(tmp_path / "data")
    run.at("founding")
    monkeypatch.setattr(wiring, "build_demo", full)
    run.opening.make_demo()
    run.until(lambda: bool(run.dialogs.told))
    assert run.dialogs.told == [(words.DEMO_NOT_MADE, sentence(EnvironmentProblem("storage_full")))]
    assert run.window.page() == "founding"


def test_a_fault_in_making_demo_data_is_not_hidden(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("inside the demo")

    run = start(tmp_path / "data")
    run.at("founding")
    monkeypatch.setattr(wiring, "build_demo", broken)
    with run.bot.captureExceptions() as faults:
        run.opening.make_demo()
        run.until(lambda: run.office_open and bool(faults))
    assert faults[0][0] is ZeroDivisionError
    assert run.window.page() == "founding"


def test_demo_data_are_made_first_when_asked_for(start: Start, tmp_path: Path) -> None:
    run = start(tmp_path / "data", demo=True)
    run.at("meetings")
    assert _list(run).model.count() == 6
    assert run.dialogs.asked == []


def test_demo_data_that_are_there_are_opened_again(start: Start, demo_folder: Path) -> None:
    run = start(demo_folder, demo=True)
    assert run.window.page() == "meetings"
    assert words.SAMPLE in run.window.windowTitle()


def test_demo_data_are_never_put_beside_real_ones(start: Start, demo_folder: Path) -> None:
    with closing(sqlite3.connect(demo_folder / DATABASE_NAME)) as raw:
        raw.execute("UPDATE office_setting SET sample = 0")
        raw.commit()
    run = start(demo_folder, demo=True)
    assert run.dialogs.asked[0].title == words.CANNOT_OPEN
    run.until(lambda: not run.window.isVisible())
    assert _is_free(demo_folder)


def test_a_window_that_closes_while_demo_data_are_made_waits_and_opens_nothing(start: Start, tmp_path: Path) -> None:
    run = start(tmp_path / "data", demo=True)
    assert run.window.close()
    assert not run.opening.workers.busy
    assert not run.office_open
    assert _is_free(tmp_path / "data")
    assert _count(tmp_path / "data") in {0, 6}


def test_a_closed_window_frees_its_folder(start: Start, demo_folder: Path) -> None:
    run = start(demo_folder)
    assert not _is_free(demo_folder)
    run.window.close()
    assert _is_free(demo_folder)


@pytest.mark.parametrize("opened_first", [False, True])
def test_a_window_that_closes_while_its_folder_is_opened_leaves_it_free(
    start: Start, demo_folder: Path, monkeypatch: pytest.MonkeyPatch, *, opened_first: bool
) -> None:
    windows: list[MainWindow] = []
    open_office = wiring.open_office

    def close() -> None:
        QMetaObject.invokeMethod(windows[0], "close", Qt.ConnectionType.QueuedConnection)

    def opened(*asked: Any, **told: Any) -> wiring.Office:
        office = open_office(*asked, **told)
        close()
        return office

    def watch(run: Run) -> None:
        windows.append(run.window)
        if not opened_first:
            close()

    if opened_first:
        monkeypatch.setattr(wiring, "open_office", opened)
    run = start(demo_folder, watch=watch)
    assert not run.office_open
    assert not run.window.isVisible()
    assert _is_free(demo_folder)


# ---- folders that cannot be worked in


@pytest.mark.usefixtures("read_only")
def test_what_cannot_be_written_is_shown_for_reading(start: Start, demo_folder: Path) -> None:
    before = (demo_folder / DATABASE_NAME).read_bytes()
    run = start(demo_folder)
    assert run.window.page() == "meetings"
    assert run.window.band.isVisible()
    assert run.window.band.title() == words.VIEW_ONLY
    assert run.window.ui.status.text() == words.VIEW_ONLY
    assert _list(run).model.count() == 6
    run.window.close()
    assert (demo_folder / DATABASE_NAME).read_bytes() == before


@pytest.mark.usefixtures("read_only")
def test_what_cannot_be_written_and_holds_nothing_is_refused_for_that(start: Start, tmp_path: Path) -> None:
    _is_refused(start(tmp_path), "folder_not_writable")


@pytest.mark.usefixtures("read_only")
def test_older_data_that_cannot_be_written_are_not_told_to_be_opened_once(
    start: Start, demo_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They were just opened: what helps is the right to write, which the upgrade needs."""
    monkeypatch.setattr(schema, "SCHEMA_VERSION", SCHEMA_VERSION + 1)
    monkeypatch.setattr(schema, "SCHEMA_TEXT", "")
    _is_refused(start(demo_folder), "folder_not_writable")


def test_what_is_open_for_reading_is_written_to_only_with_the_right_to_write() -> None:
    """To open the program again helps nobody while the folder stays as it is."""
    for told in (sentence(EnvironmentProblem("opened_for_reading")), words.VIEW_ONLY_WHY):
        assert told.index("اجازهٔ نوشتن") < told.index("از نو باز کنید")


# ---- what the check at the start finds


def forge(folder: Path, sql: str) -> None:
    """Write past every guard, and put the guards back."""
    with closing(sqlite3.connect(folder / DATABASE_NAME, isolation_level=None)) as raw:
        raw.execute("PRAGMA ignore_check_constraints=ON")
        for name in guards():
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute(sql)
        for body in guards().values():
            raw.execute(body)


FORGED = (
    ("UPDATE clause SET text = 'دیگر' WHERE id = 1", "row_differs"),
    ("DELETE FROM resolution_act", "row_missing"),
    ("UPDATE minutes_version SET state = 'archived' WHERE state = 'signed'", "state_without_act"),
    ("CREATE TRIGGER extra AFTER INSERT ON person BEGIN DELETE FROM draft; END", "schema"),
    ("DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)", "chain_cut"),
)
CHANGED_OUTSIDE = (
    ("UPDATE committee SET name = name || ' '", "row_differs"),
    ("UPDATE office_setting SET letterhead = '[\"دیگری\"]'", "row_differs"),
    ("DELETE FROM holiday", "row_missing"),
)


@pytest.mark.parametrize(("sql", "kind"), FORGED)
def test_what_the_check_finds_opens_the_folder_for_reading(
    start: Start, demo_folder: Path, sql: str, kind: str
) -> None:
    forge(demo_folder, sql)
    run = start(demo_folder)
    assert run.opening.screens is not None
    assert not run.opening.screens.office.folder.writable
    assert kind in {one.kind for one in run.opening.screens.office.folder.findings}
    shown = texts(run.window.band)
    assert any(words.FOUND_WRONG in text for text in shown), shown
    assert _is_free(demo_folder)
    for page in ("minutes", "resolutions", "tasks", "members", "meetings"):
        run.window.page_chosen.emit(page)
        QApplication.processEvents()


@pytest.mark.parametrize(("sql", "kind"), CHANGED_OUTSIDE)
def test_a_live_row_that_was_changed_outside_keeps_nobody_from_working(
    start: Start, demo_folder: Path, sql: str, kind: str
) -> None:
    forge(demo_folder, sql)
    run = start(demo_folder)
    folder = run.verified().office.folder
    assert folder.writable
    assert {one.kind for one in folder.outside} == {kind}
    assert outside_words.band(len(folder.outside)) in bands(run)
    for page in ("minutes", "resolutions", "tasks", "members", "settings", "meetings"):
        run.window.page_chosen.emit(page)
        QApplication.processEvents()


def test_a_table_that_is_gone_leaves_nothing_to_show(start: Start, demo_folder: Path) -> None:
    with closing(sqlite3.connect(demo_folder / DATABASE_NAME, isolation_level=None)) as raw:
        raw.execute("DROP TABLE guest")
    _is_led(start(demo_folder), "schema_other_shape", "table guest")


def test_settings_that_cannot_be_read_are_told(start: Start, demo_folder: Path) -> None:
    forge(demo_folder, "UPDATE office_setting SET letterhead = '['")
    _is_led(start(demo_folder), "value_unreadable", "office_setting")


def test_an_office_whose_database_is_gone_does_not_become_a_new_one(start: Start, demo_folder: Path) -> None:
    (demo_folder / "papers").mkdir(exist_ok=True)
    (demo_folder / "papers" / "minutes.pdf").write_bytes(b"%PDF")
    (demo_folder / DATABASE_NAME).unlink()
    _is_led(start(demo_folder), "database_vanished")
    assert not (demo_folder / DATABASE_NAME).exists()


def test_a_file_where_the_folder_should_be_is_refused(start: Start, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file", encoding="utf-8")
    _is_refused(start(tmp_path / "file" / "data"), "folder_not_writable")


def _newer(file: Path) -> None:
    with closing(sqlite3.connect(file)) as raw:
        raw.execute("CREATE TABLE novelty (id INTEGER PRIMARY KEY)")
        raw.execute("PRAGMA user_version = 99")


def _foreign(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as raw:
        raw.execute("CREATE TABLE song (title TEXT)")
        raw.execute("PRAGMA user_version = 1")


def _torn(file: Path) -> None:
    file.write_bytes(b"\0" * 512 + file.read_bytes()[512:])


@pytest.mark.parametrize(("spoil", "key"), [(_newer, "database_newer"), (_foreign, "database_not_ours")])
def test_a_database_of_another_kind_is_refused_and_stays(
    start: Start, demo_folder: Path, spoil: object, key: str
) -> None:
    assert callable(spoil)
    file = demo_folder / DATABASE_NAME
    spoil(file)
    before = file.read_bytes()
    _is_refused(start(demo_folder), key)
    assert file.read_bytes() == before
    assert _is_free(demo_folder)


@pytest.mark.parametrize("key", ["database_not_ours", "database_beginning_damaged"])
def test_a_torn_beginning_is_led_through_recovery_and_stays(start: Start, demo_folder: Path, key: str) -> None:
    """What lies beside it tells whose it is."""
    file = demo_folder / DATABASE_NAME
    kept = demo_folder / paths.BACKUPS / "1" / "manifest.json"
    for name in paths.FOLDERS:
        shutil.rmtree(demo_folder / name, ignore_errors=True)
    if key == "database_beginning_damaged":
        kept.parent.mkdir(parents=True)
        kept.write_text("{}", encoding="utf-8")
    _torn(file)
    before = file.read_bytes()
    _is_led(start(demo_folder), key)
    assert file.read_bytes() == before
    assert _is_free(demo_folder)


def _is_led(run: Run, key: str, code: str = "") -> None:
    assert run.dialogs.asked == []
    assert run.window.page() == "recovery"
    assert not run.office_open
    start_of_sentence = _sentence(key, code).split("«")[0]
    assert any(start_of_sentence in text for text in texts(run.window))


def _is_refused(run: Run, key: str, code: str = "") -> None:
    (question,) = run.dialogs.asked
    assert question.title == words.CANNOT_OPEN
    start_of_sentence = _sentence(key, code).split("«")[0]
    assert question.text.startswith(start_of_sentence)
    assert not run.office_open
    run.until(lambda: not run.window.isVisible())


def _sentence(key: str, code: str) -> str:
    return sentence(EnvironmentProblem(key, folder="", path="", found=0, known=0, kept="", code=code))


# ---- the clock


@pytest.mark.parametrize(
    ("day", "says"),
    [(DEMO_DAY - timedelta(days=9), "پس از امروز"), (DEMO_DAY + timedelta(days=60), "روز کاری ثبت نشده")],
)
def test_an_odd_clock_is_asked_about_before_anything_is_computed(
    start: Start, demo_folder: Path, day: date, says: str
) -> None:
    built_when_asked: list[bool] = []

    def watch(run: Run) -> None:
        run.dialogs.when_asked = lambda: built_when_asked.append(run.office_open)

    run = start(demo_folder, "right", day=day, watch=watch)
    (question,) = run.dialogs.asked
    assert question.title == words.CLOCK_WRONG
    assert says in question.text
    assert built_when_asked == [False]
    assert run.window.page() == "meetings"


@pytest.mark.parametrize("answer", ["close", None])
def test_a_clock_that_is_wrong_ends_the_program_untouched(start: Start, demo_folder: Path, answer: str | None) -> None:
    before = (demo_folder / DATABASE_NAME).read_bytes()
    run = start(demo_folder, answer, day=DEMO_DAY - timedelta(days=9))
    assert not run.office_open
    run.until(lambda: not run.window.isVisible())
    assert (demo_folder / DATABASE_NAME).read_bytes() == before
    assert _is_free(demo_folder)


@pytest.mark.usefixtures("read_only")
def test_the_clock_is_asked_about_for_reading_too(start: Start, demo_folder: Path) -> None:
    run = start(demo_folder, "close", day=DEMO_DAY - timedelta(days=9))
    assert [question.title for question in run.dialogs.asked] == [words.CLOCK_WRONG]


# ---- an older and a newer schema


def test_where_the_data_of_before_an_upgrade_lie_is_told_until_it_was_seen(start: Start, tmp_path: Path) -> None:
    earlier.lay(tmp_path)
    with earlier.later_program():
        run = start(tmp_path, "right")
    (band,) = [band for band in run.window.findChildren(MessageBand) if band.title() == words.UPGRADED]
    assert band.isVisible()
    (copy,) = (tmp_path / paths.BEFORE_UPGRADE).iterdir()
    assert str(copy) in band.detail()
    band.action_button().click()
    run.until(lambda: words.UPGRADED not in [one.title() for one in run.window.findChildren(MessageBand)])
    run.window.close()
    with earlier.later_program():
        again = start(tmp_path, "right")
    assert words.UPGRADED not in [one.title() for one in again.window.findChildren(MessageBand)]


def test_a_newer_schema_is_named_beside_the_newest_that_is_known(start: Start, demo_folder: Path) -> None:
    _newer(demo_folder / DATABASE_NAME)
    (question,) = start(demo_folder).dialogs.asked
    assert "۹۹" in question.text
    assert persian(SCHEMA_VERSION) in question.text
    assert question.text.endswith("برنامه را به‌روز کنید.")


@not_on_windows("a folder has no such modes there")
def test_others_who_may_read_the_data_are_told_about(
    start: Start, demo_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_given: object, **_named: object) -> None:
        raise PermissionError(1, "a disk that knows no rights")

    for one in (demo_folder, demo_folder / DATABASE_NAME):
        one.chmod(0o755)
    monkeypatch.setattr(Path, "chmod", refused)
    run = start(demo_folder, "right")
    assert run.office_open
    assert words.EXPOSED in [band.title() for band in run.window.findChildren(MessageBand)]


def test_groups_that_windows_lets_at_the_data_are_named_with_what_to_do(
    start: Start, demo_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rights, "restrict_access", lambda _folder: ("everyone", "users"))
    run = start(demo_folder, "right")
    assert run.office_open
    (told,) = [band for band in run.window.findChildren(MessageBand) if band.title() == words.EXPOSED]
    assert told.detail() == words.exposed_why(("everyone", "users"), str(demo_folder))
    assert "Everyone" in told.detail()
