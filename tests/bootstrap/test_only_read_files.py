"""Data that are only looked at: attached files are shown and copied, and none come or go."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from desktop_app.domain.rules.files import FileOwner, RecordRef
from desktop_app.services.files.owners import file_count, files_sheet
from desktop_app.widgets.controls.button import Button
from desktop_app.window.kit.destinations import OpenMeeting, OpenPage
from desktop_app.window.kit.files.files_dialog import FileRow, FilesDialog
from desktop_app.window.meeting.page import MeetingPage
from desktop_app.window.members.page import MembersPage
from desktop_app.words import attached_files as file_words
from desktop_app.words import members as member_words
from tests.bootstrap.only_read import CHANGING, Looking, looking, press
from tests.journeys.test_files import drop
from tests.shown import action, child, texts

__all__ = ["looking"]


def owner_with_files(looking: Looking) -> RecordRef:
    """A meeting of the demo that has files."""
    with looking.office.context.read() as work:
        ids = [one.id for one in work.meetings.where()]
    owners = [RecordRef(FileOwner.MEETING, one) for one in ids]
    return next(one for one in owners if file_count(looking.office.context, one))


def test_files_are_looked_at_and_copied_and_nothing_else(
    looking: Looking, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("never taken", encoding="utf-8")
    owner = owner_with_files(looking)
    page = looking.page(OpenMeeting(owner.id), MeetingPage)
    assert isinstance(page, MeetingPage)
    QApplication.clipboard().setText("no file")
    assert not drop(page, [tmp_path / "a.txt"])
    assert not [one for one in page.actions() if one.text() == file_words.PASTE]
    page.files.click()
    dialog = child(looking.run.window, FilesDialog)
    looking.run.until(dialog.isVisible)
    shown = {one.objectName() for one in dialog.findChildren(QPushButton) if one.isVisible()}
    assert not {"addFile", "pasteFile"} & shown
    assert not [one for one in shown if one.startswith("add_")]
    owned = [one for one in files_sheet(looking.office.context, owner).groups if one.lines]
    heads = [file_words.title(one.record.kind.value, one.title, one.number) for one in owned]
    every = [one for one in texts(dialog) if one.startswith(file_words.FILES.rstrip("‌ها"))]
    assert every == [file_words.FILES, *heads], "no heading without a file beneath it"
    asked: list[object] = []
    for wish in (dialog.add_requested, dialog.paste_requested, dialog.brought, dialog.act_requested):
        wish.connect(lambda *told: asked.append(told))
    assert not drop(dialog, [tmp_path / "a.txt"])
    action(dialog, "Ins").trigger()
    action(dialog, "Ctrl+V").trigger()
    dialog.focus_first()
    row = dialog.focusWidget()
    assert isinstance(row, FileRow)
    assert [one.objectName() for one in dialog.menu_of(row.line).actions()] == ["file_show", "file_open", "file_save"]
    press(row, CHANGING)
    assert asked == []
    looking.is_untouched()
    dialog.reject()


def test_a_record_without_files_says_so_and_leads_out(looking: Looking) -> None:
    page = looking.page(OpenPage("members"), MembersPage)
    assert isinstance(page, MembersPage)
    page.show_part(member_words.UNITS)
    page.list.focus(page.list.order()[0])
    page.panel.files.click()
    dialog = child(looking.run.window, FilesDialog)
    looking.run.until(dialog.isVisible)
    told = texts(dialog)
    assert file_words.EMPTY in told
    assert file_words.EMPTY_WHY not in told
    dialog.focus_first()
    held = dialog.focusWidget()
    assert isinstance(held, Button)
    assert held.text() == file_words.CLOSE
    dialog.reject()
