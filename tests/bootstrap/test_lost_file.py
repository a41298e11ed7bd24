"""The file goes or changes under the open window: told at the next save, with a copy of what is in hand."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections import namedtuple
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.services.office.typed_drafts import DraftsOfRun
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.widgets.fields.drafted import fields_of, type_into
from desktop_app.window.months.controller import MeetingsController
from desktop_app.window.months.scheduling_form import SchedulingDialog
from desktop_app.window.shell import guided_recovery, typed_copy
from desktop_app.words import recovery as words
from desktop_app.words import shell
from desktop_app.words.refusals import sentence
from tests.bootstrap.conftest import Run, Start
from tests.shown import child
from tests.systems import not_on_windows

Usage = namedtuple("Usage", "total used free")


def _save(run: Run) -> None:
    assert run.opening.screens is not None
    with pytest.raises(EnvironmentProblem):
        DraftsOfRun(run.opening.screens.office.drafts).begin()


def _band(run: Run, title: str) -> MessageBand | None:
    shown = [one for one in run.window.findChildren(MessageBand) if one.title() == title and not one.isHidden()]
    return shown[0] if shown else None


@not_on_windows("Windows lets nobody move a file that is open")
def test_a_file_that_is_gone_is_told_and_saved_elsewhere(start: Start, demo_folder: Path, tmp_path: Path) -> None:
    run = start(demo_folder)
    (demo_folder / DATABASE_NAME).unlink()
    _save(run)
    run.until(lambda: _band(run, words.FILE_LOST) is not None)
    run.dialogs.save_to = tmp_path / "copy.db"
    band = _band(run, words.FILE_LOST)
    assert band is not None
    band.action_button().click()
    assert run.dialogs.told[-1][0] == words.COPY_SAVED
    with closing(sqlite3.connect(tmp_path / "copy.db")) as raw:
        assert raw.execute("SELECT count(*) FROM meeting").fetchone() == (6,)


def test_a_file_that_was_overwritten_is_told_and_offers_what_is_typed(
    start: Start, demo_folder: Path, tmp_path: Path, empty_folder: Path
) -> None:
    run = start(demo_folder)
    other = Path(shutil.copyfile(empty_folder / DATABASE_NAME, tmp_path / "other.db"))
    (demo_folder / DATABASE_NAME).write_bytes(other.read_bytes())
    _save(run)
    run.until(lambda: _band(run, words.FILE_LOST) is not None)
    band = _band(run, words.FILE_LOST)
    assert band is not None
    assert band.action_button().text() == words.WAYS, "a backup is one press away"
    assert "زیر دست" not in band.detail()
    band.second_button().click()
    assert run.dialogs.told[-1] == (words.COPY_NOT_SAVED, words.NOTHING_TYPED)
    assert (demo_folder / DATABASE_NAME).read_bytes() == other.read_bytes()
    band.action_button().click()
    assert run.window.page() == "recovery"


@not_on_windows("Windows lets nobody move a file that is open")
def test_a_form_over_the_window_has_the_way_to_the_copy_in_itself_and_loses_nothing(
    start: Start, demo_folder: Path, tmp_path: Path
) -> None:
    run = start(demo_folder)
    assert run.opening.screens is not None
    meetings = run.opening.screens.screen("meetings").controller
    assert isinstance(meetings, MeetingsController)
    meetings.new_meeting(None)
    (form,) = run.window.findChildren(SchedulingDialog)
    _type_place(form, "اتاق شمارهٔ ۷")
    (demo_folder / DATABASE_NAME).unlink()
    _save(run)
    run.until(lambda: form.findChild(MessageBand, "offered") is not None)
    band = child(form, MessageBand, "offered")
    target = run.dialogs.save_to = tmp_path / "متن.txt"
    band.action_button().click()
    assert run.dialogs.told[-1][0] == words.COPY_SAVED
    assert "اتاق شمارهٔ ۷" in target.read_text(encoding="utf-8")

    # closed all the same: the band of the window has it still
    form.leave()
    target.unlink()
    lost = _band(run, words.FILE_LOST)
    assert lost is not None
    lost.second_button().click()
    assert "اتاق شمارهٔ ۷" in target.read_text(encoding="utf-8")


def _type_place(form: SchedulingDialog, text: str) -> None:
    field = next(one for one in fields_of(form).values() if isinstance(one, QLineEdit) and one.text())
    field.setFocus()
    type_into(field, text)


def test_what_was_typed_never_takes_the_place_of_a_file_half(
    start: Start, demo_folder: Path, tmp_path: Path, empty_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = start(demo_folder)
    (demo_folder / DATABASE_NAME).write_bytes((empty_folder / DATABASE_NAME).read_bytes())
    _save(run)
    run.until(lambda: _band(run, words.FILE_LOST) is not None)
    monkeypatch.setattr(typed_copy, "open_texts", lambda _window: ["نوشته"])
    target = run.dialogs.save_to = tmp_path / "متن.txt"
    target.write_text("what stood there", encoding="utf-8")
    band = _band(run, words.FILE_LOST)
    assert band is not None

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        band.second_button().click()
    title, why = run.dialogs.told[-1]
    assert title == words.COPY_NOT_SAVED
    assert why == sentence(EnvironmentProblem("disk_full", path=str(target)))
    assert target.read_text(encoding="utf-8") == "what stood there"
    band.second_button().click()
    assert run.dialogs.told[-1][0] == words.COPY_SAVED
    assert target.read_text(encoding="utf-8") == "نوشته\n"


def test_a_disk_that_fills_up_is_told_early_and_once(
    start: Start, demo_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    free = 150 * 1024 * 1024
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: Usage(0, 0, free))
    run = start(demo_folder)
    band = _band(run, shell.LOW_DISK)
    assert band is not None
    assert "۱۵۰" in band.detail()
    assert "۵۰ مگابایت دیگر" in band.detail()
    band.action_button().click()
    run.until(lambda: _band(run, shell.LOW_DISK) is None)
    (space,) = run.window.findChildren(guided_recovery.DiskSpace)
    space.look()
    assert _band(run, shell.LOW_DISK) is None, "it was seen"
    free = 900 * 1024 * 1024
    space.look()
    free = 100 * 1024 * 1024
    space.look()
    assert _band(run, shell.LOW_DISK) is not None
