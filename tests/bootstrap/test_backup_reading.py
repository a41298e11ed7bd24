"""Backups through the window are read whole before they are relied on, by hand and in the second place."""

from __future__ import annotations

import errno
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app import paths, rights
from desktop_app.bootstrap.backups import page as backups_module
from desktop_app.bootstrap.backups.window import BackupWindow
from desktop_app.bootstrap.machine import machine_settings
from desktop_app.controllers.backups.backups_memory import BackupsMemory
from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.backups import Backup, Verdict
from desktop_app.storage.backup import making, mending, office_backups
from desktop_app.storage.backup.database_copy import CopyDatabase
from desktop_app.storage.backup.file_store import all_stored
from desktop_app.storage.backup.last_reading import READING
from desktop_app.storage.backup.listing import list_backups
from desktop_app.storage.backup.making import Wish
from desktop_app.storage.backup.places import numbered
from desktop_app.text.office import backup_doubts as doubts
from desktop_app.text.office import backups as words
from desktop_app.workers import Cancelled
from tests.bootstrap.conftest import Run, Start
from tests.bootstrap.test_backups import act, bands, keep, no_sample, page, rows
from tests.storage.test_backup_files import unreadable

VERDICT = 5


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine of the test's own, whose second place lies on another disk."""
    monkeypatch.setenv(paths.SETTINGS_VARIABLE, str(tmp_path / "machine" / "settings.ini"))
    monkeypatch.setattr(office_backups, "same_disk", lambda *_: False)


@pytest.fixture
def folder(demo_folder: Path) -> Path:
    return no_sample(demo_folder)


@pytest.fixture
def stick(folder: Path, tmp_path: Path) -> Path:
    found = tmp_path / "فلش"
    found.mkdir()
    BackupsMemory(machine_settings(), folder).choose(found)
    return found


def rot(place: Path) -> Path:
    """One bit of a stored file turns over."""
    file = min(all_stored(place))
    raw = bytearray(file.read_bytes())
    raw[len(raw) // 2] ^= 1
    file.write_bytes(raw)
    return file


def drop_files(folder: Path) -> None:
    """The office has no right bytes any more."""
    for file in (folder / paths.FILES).rglob("*"):
        if file.is_file():
            file.write_bytes(b"otherwise")


def by_hand(run: Run, count: int) -> None:
    shown = page(run)
    shown.ui.make.click()
    run.until(lambda: len(rows(shown)) == count and not run.opening.workers.busy)


def remembered(folder: Path, place: Path) -> str:
    return BackupsMemory(machine_settings(), folder).made_for(list_backups(place)[0].committee).made_at


def test_one_made_by_hand_reads_what_was_stored_before_and_tells_what_it_mended(start: Start, folder: Path) -> None:
    run = start(folder)
    run.at("meetings")
    by_hand(run, 1)
    rot(folder / paths.BACKUPS)
    by_hand(run, 2)
    assert words.MADE in bands(run)
    assert words.mended(1) in bands(run)
    assert rows(page(run))[0][VERDICT] == words.VERDICTS["verified"]


def test_one_made_by_hand_over_what_cannot_be_mended_names_it(start: Start, folder: Path) -> None:
    run = start(folder)
    run.at("meetings")
    by_hand(run, 1)
    whole, rotten = {file: file.read_bytes() for file in (folder / paths.FILES).rglob("*") if file.is_file()}, False

    def vanish(*asked: Any, **more: Any) -> Backup:
        nonlocal rotten
        rotten = True
        rot(folder / paths.BACKUPS)
        drop_files(folder)
        return mending.verify_mending(*asked, **more)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(office_backups, "verify_mending", vanish)
        by_hand(run, 2)
    assert rotten
    assert whole
    assert words.FOUND_WRONG in bands(run)
    assert words.FLAWS["file_changed"] in bands(run)
    assert rows(page(run))[0][VERDICT].startswith(words.VERDICTS["damaged"])


def test_the_reading_is_given_up_and_the_backup_stays_as_what_it_is(
    start: Start, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = start(folder)
    run.at("meetings")
    begun, go_on = threading.Event(), threading.Event()

    def slow(*asked: Any) -> Backup:
        begun.set()
        go_on.wait(20)
        return mending.verify_mending(*asked)

    monkeypatch.setattr(office_backups, "verify_mending", slow)
    shown = page(run)
    shown.ui.make.click()
    run.until(begun.is_set)
    assert shown.ui.busyText.text() == words.READING_MADE
    shown.ui.cancel.click()
    go_on.set()
    run.until(lambda: len(rows(shown)) == 1 and not run.opening.workers.busy)
    assert rows(shown)[0][VERDICT] == words.VERDICTS["unread"]
    assert words.MADE_UNREAD in bands(run)


def _slow_reading(monkeypatch: pytest.MonkeyPatch) -> tuple[threading.Event, threading.Event]:
    begun, go_on = threading.Event(), threading.Event()

    def slow(backup: Backup, *asked: Any) -> Backup:
        begun.set()
        go_on.wait(20)
        return mending.verify_mending(backup, *asked)

    monkeypatch.setattr(office_backups, "verify_mending", slow)
    return begun, go_on


def test_one_whose_reading_was_given_up_is_chosen_so_that_it_can_be_read(
    start: Start, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = start(folder)
    run.at("meetings")
    by_hand(run, 1)
    act(run)
    begun, go_on = _slow_reading(monkeypatch)
    shown = page(run)
    older = shown.chosen()
    shown.ui.make.click()
    run.until(begun.is_set)
    shown.ui.cancel.click()
    go_on.set()
    run.until(lambda: len(rows(shown)) == 2 and not run.opening.workers.busy)
    chosen = shown.chosen()
    assert chosen is not None
    assert older is not None
    assert chosen.number == older.number + 1
    assert chosen.verdict is Verdict.UNREAD


def test_the_second_place_is_told_while_its_first_backup_is_made_and_where_its_reading_is_given_up(
    start: Start, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "فلش"
    place.mkdir()
    monkeypatch.setattr(backups_module, "ask_folder", lambda *_: place)
    begun, go_on = _slow_reading(monkeypatch)
    run = start(folder)
    run.at("meetings")
    shown = page(run)
    assert shown.ui.second.text() == words.NO_SECOND
    shown.ui.choose.click()
    run.until(lambda: shown.ui.busyText.text() == words.MAKING)
    assert shown.ui.second.text() == words.second_place(str(place), reached=True, when="")
    run.until(begun.is_set)
    shown.ui.cancel.click()
    go_on.set()
    run.until(lambda: len(rows(shown)) == 1 and not run.opening.workers.busy)
    assert words.MADE_UNREAD in bands(run)
    assert shown.ui.second.text() == words.second_place(str(place), reached=True, when="", unread=True)


def test_a_backup_that_was_given_up_is_in_no_list(
    start: Start, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "فلش"
    place.mkdir()
    monkeypatch.setattr(backups_module, "ask_folder", lambda *_: place)
    begun, go_on = threading.Event(), threading.Event()

    def slow(data: Path, there: Path, copy: CopyDatabase, wish: Wish, told: Progress) -> Backup:
        def waiting(done: int, total: int) -> None:
            begun.set()
            go_on.wait(20)
            told(done, total)

        return making.make_backup(data, there, copy, wish, waiting)

    monkeypatch.setattr(office_backups, "make_backup", slow)
    listed: list[int] = []
    run = start(folder)
    run.at("meetings")
    shown = page(run)
    monkeypatch.setattr(shown, "show_rows", lambda found, _wanted: listed.append(len(found)))
    shown.ui.choose.click()
    run.until(begun.is_set)
    assert numbered(place), "what is half made lies there by now"
    shown.ui.cancel.click()
    run.bot.wait(200)
    go_on.set()
    run.until(lambda: bool(listed) and not run.opening.workers.busy)
    assert listed == [0]
    assert not numbered(place)


@pytest.mark.parametrize(
    ("button", "slowed", "told"),
    [("verify", "verify_mending", words.VERIFYING_GIVEN_UP), ("restore", "judge", words.JUDGING_GIVEN_UP)],
)
def test_what_is_only_read_is_given_up_in_words_of_its_own(
    start: Start, folder: Path, monkeypatch: pytest.MonkeyPatch, button: str, slowed: str, told: str
) -> None:
    run = start(folder)
    run.at("meetings")
    by_hand(run, 1)
    shown = page(run)
    begun, go_on = threading.Event(), threading.Event()

    def slow(*_asked: Any) -> Backup:
        begun.set()
        go_on.wait(20)
        raise Cancelled

    monkeypatch.setattr(office_backups, slowed, slow)
    getattr(shown.ui, button).click()
    run.until(begun.is_set)
    shown.ui.cancel.click()
    go_on.set()
    run.until(lambda: not run.opening.workers.busy)
    assert told in bands(run)
    assert words.GIVEN_UP not in bands(run)


def _reads_as(verdict: Verdict, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Every reading finds this; the places that were read."""
    read: list[Path] = []
    whole: Callable[..., Backup] = mending.verify_mending

    def verify(*asked: Any) -> Backup:
        read.append(asked[0].folder.parent)
        found = whole(*asked)
        assert found.verdict is verdict
        return found

    monkeypatch.setattr(office_backups, "verify_mending", verify)
    return read


def test_what_was_only_made_in_the_second_place_is_read_there_before_the_reminder_goes(
    start: Start, folder: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = _reads_as(Verdict.VERIFIED, monkeypatch)
    run = start(folder, watch=keep)
    run.at("meetings")
    run.until(lambda: bool(read) and not run.opening.workers.busy)
    assert read == [stick], "and the place beside the data is not, until there is something to thin"
    assert words.REMIND not in bands(run)
    assert remembered(folder, stick) == list_backups(stick)[0].made_at
    act(run)
    run.window.close()
    again = start(folder, watch=keep)
    again.at("meetings")
    again.until(lambda: not again.opening.workers.busy)
    assert read == [stick], "once a day is enough"


def test_a_damaged_one_in_the_second_place_silences_no_reminder(
    start: Start, folder: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop_later: list[Path] = []

    def damaged(*asked: Any) -> Backup:
        backup = asked[0]
        raw = bytearray(backup.database.read_bytes())
        raw[len(raw) // 2] ^= 1
        backup.database.write_bytes(raw)
        drop_later.append(backup.folder)
        return mending.verify_mending(*asked)

    monkeypatch.setattr(office_backups, "verify_mending", damaged)
    run = start(folder, watch=keep)
    run.at("meetings")
    run.until(lambda: words.REMIND in bands(run) and doubts.NEWEST in bands(run))
    assert drop_later
    assert remembered(folder, stick) == ""


def test_one_that_is_found_damaged_later_is_relied_on_no_more(start: Start, folder: Path, stick: Path) -> None:
    run = start(folder)
    run.at("meetings")
    shown = page(run)
    shown.ui.makeSecond.click()
    run.until(lambda: len(rows(shown)) == 1 and not run.opening.workers.busy)
    assert remembered(folder, stick)
    rot(stick)
    drop_files(folder)
    shown.ui.verify.click()
    run.until(lambda: rows(shown)[0][VERDICT].startswith(words.VERDICTS["damaged"]) and not run.opening.workers.busy)
    assert remembered(folder, stick) == ""


def test_what_is_not_in_the_second_place_any_more_is_told_as_that(start: Start, folder: Path, stick: Path) -> None:
    """Another stick bears the same letter, or none is plugged in."""
    run = start(folder)
    run.at("meetings")
    shown = page(run)
    shown.ui.makeSecond.click()
    run.until(lambda: len(rows(shown)) == 1 and not run.opening.workers.busy)
    assert doubts.ANOTHER_MEDIUM not in shown.ui.second.text()

    def told() -> tuple[str, object]:
        return shown.ui.second.text(), shown.ui.second.palette().windowText().color()

    before = told()
    kept = stick.rename(stick.with_name("کشو"))

    def list_again() -> None:
        run.window.page_chosen.emit("meetings")
        page(run)
        run.until(lambda: not run.opening.workers.busy)

    list_again()
    gone = told()
    assert gone[1] != before[1]
    stick.mkdir()
    list_again()
    assert doubts.ANOTHER_MEDIUM in told()[0]
    assert told()[1] == gone[1]
    stick.rmdir()
    kept.rename(stick)
    list_again()
    assert told() == before


def test_a_file_that_cannot_be_read_is_told_where_the_backup_is_made_without_it(
    start: Start, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unreadable(monkeypatch, min(file for file in (folder / paths.FILES).rglob("*") if file.is_file()))
    run = start(folder, watch=keep)
    run.at("meetings")
    run.until(lambda: doubts.NEWEST_FILES in bands(run) and not run.opening.workers.busy)
    assert words.NOT_MADE not in bands(run)
    assert "پیوست‌های" in bands(run), "by the record that has it"
    shown = page(run)
    shown.ui.make.click()
    run.until(lambda: len(rows(shown)) == 2 and not run.opening.workers.busy)
    assert doubts.MADE_FILES in bands(run)
    assert doubts.FILES_NEXT in bands(run)
    assert rows(shown)[0][VERDICT].startswith(doubts.FILES_WRONG)
    assert shown.ui.restore.isEnabled()


def listed_again(start: Start, folder: Path) -> str:
    """What a new start of the program says of the newest backup."""
    run = start(folder)
    run.at("meetings")
    shown = page(run)
    run.until(lambda: bool(rows(shown)) and not run.opening.workers.busy)
    told = rows(shown)[0][VERDICT]
    run.window.close()
    return told


def test_a_reading_is_told_with_its_day_after_a_new_start(start: Start, folder: Path) -> None:
    run = start(folder)
    run.at("meetings")
    shown = page(run)
    shown.ui.make.click()
    run.until(lambda: len(rows(shown)) == 1 and not run.opening.workers.busy)
    assert rows(shown)[0][VERDICT] == words.VERDICTS["verified"]
    run.window.close()
    (made,) = list_backups(folder / paths.BACKUPS)
    assert made.verdict is Verdict.UNREAD, "nobody relies on it"
    assert listed_again(start, folder) == words.read_before("verified", day_of(run))
    drop_files(folder)
    rot(folder / paths.BACKUPS)
    found = start(folder)
    found.at("meetings")
    shown = page(found)
    shown.ui.verify.click()
    found.until(
        lambda: rows(shown)[0][VERDICT].startswith(words.VERDICTS["damaged"]) and not found.opening.workers.busy
    )
    found.window.close()
    assert listed_again(start, folder) == words.read_before("damaged", day_of(run))


def day_of(run: Run) -> str:
    return format_date(run.opening.clock.today())


def test_a_stick_that_cannot_be_written_is_read_all_the_same(
    start: Start, folder: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = start(folder)
    run.at("meetings")
    shown = page(run)
    shown.ui.makeSecond.click()
    run.until(lambda: len(rows(shown)) == 1 and not run.opening.workers.busy)
    (made,) = list_backups(stick)
    (made.folder / READING).unlink()
    unwritable(monkeypatch, made.folder)
    shown.ui.verify.click()
    run.until(lambda: words.VERDICTS["verified"] in bands(run) and not run.opening.workers.busy)
    assert rows(shown)[0][VERDICT] == words.VERDICTS["verified"]
    run.window.close()
    assert {one.name for one in made.folder.iterdir()} == {paths.MANIFEST, paths.DATABASE}
    assert listed_again(start, folder) == words.VERDICTS["unread"]


def unwritable(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """A medium that is locked: whoever runs the tests may write into any folder."""
    make_file = rights.make_file

    def refuse(path: Path) -> None:
        if path.parent == folder:
            raise OSError(errno.EROFS, "read-only", str(path))
        make_file(path)

    monkeypatch.setattr(rights, "make_file", refuse)


def test_two_of_one_minute_are_told_apart_wherever_they_are_named(start: Start, folder: Path) -> None:
    run = start(folder)
    run.at("meetings")
    for count in (1, 2):
        by_hand(run, count)
    shown = page(run)
    newest, older = (row[1] for row in rows(shown))
    assert newest != older
    shown.ui.table.setCurrentCell(0, 0)
    shown.ui.restore.click()
    run.until(lambda: bool(run.dialogs.asked) and not run.opening.workers.busy)
    assert newest in run.dialogs.asked[-1].text
    shown.ui.look.click()
    run.until(lambda: bool(run.opening.backups.findChildren(BackupWindow)))
    (looking,) = run.opening.backups.findChildren(BackupWindow)
    assert newest in looking.window.windowTitle()
    looking.window.close()
