"""The keeper of drafts follows a form that comes to be about another record while the keyboard is in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.services.office.typed_drafts import DraftChanges
from desktop_app.widgets.fields.drafted import Drafted
from desktop_app.window.kit import draft_keeper
from desktop_app.window.kit.draft_keeper import DraftKeeper
from tests import patience


class Note(QWidget, Drafted):
    """A form of one field about one record after another."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit(self)
        self.line.setObjectName("note")
        QVBoxLayout(self).addWidget(self.line)
        self.show_record(1, "")

    def show_record(self, key: int, text: str) -> None:
        self.draft_place = DraftField("meeting", key, "facts")
        self.line.setText(text)
        self.line.setModified(False)

    def is_dirty(self) -> bool:
        return self.line.isModified()


@pytest.fixture
def kept(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> tuple[Note, dict[DraftField, str]]:
    monkeypatch.setattr(draft_keeper, "KEEP_MS", 20)
    note = Note()
    qtbot.addWidget(note)
    stored: dict[DraftField, str] = {}

    def keep(take: Callable[[], DraftChanges]) -> DraftChanges:
        changes = take()
        stored.update(changes.texts)
        return changes

    DraftKeeper(qapp, note, keep, note)
    note.show()
    note.activateWindow()
    note.line.setFocus()
    assert patience.wait(note.line.hasFocus)
    return note, stored


def test_what_is_pasted_at_once_into_a_form_of_another_record_is_kept(
    kept: tuple[Note, dict[DraftField, str]], qapp: QApplication
) -> None:
    note, stored = kept
    note.show_record(2, "بود")
    qapp.clipboard().setText(" و هست")
    note.line.paste()
    assert patience.wait(lambda: bool(stored), idle=2)
    assert stored == {DraftField("meeting", 2, "facts.note"): "بود و هست"}


def test_a_field_that_is_deleted_with_the_keyboard_in_it_is_let_go_without_a_word(
    kept: tuple[Note, dict[DraftField, str]], qtbot: QtBot
) -> None:
    """Qt moves the keyboard on while the field goes: what made it one of its kind is gone by then, its signals too."""
    note, stored = kept
    other = QLineEdit(note)
    other.setObjectName("other")
    other.show()
    with qtbot.captureExceptions() as raised:
        delete(note.line)
        note.line = other
        other.setFocus()
        assert patience.wait(other.hasFocus)
    assert not raised
    QTest.keyClicks(other, "abc")
    assert patience.wait(lambda: bool(stored), idle=2)
    assert stored == {DraftField("meeting", 1, "facts.other"): "abc"}
