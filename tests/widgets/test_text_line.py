"""Files that are dragged over a field go on to the record around it; a text is typed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLineEdit, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.dates.time_edit import TimeEdit
from desktop_app.widgets.fields.choice_field import ChoiceField
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.fields.text_area import TextArea
from desktop_app.widgets.lists.chip_list import ChipList
from tests.letting_go import let_go

FIELDS = (LineField, TextArea, TimeEdit, JalaliDateEdit, ChoiceField, ChipList)


class _Record(QWidget):
    """Takes whatever is let go over it."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[QMimeData] = []
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDropEvent) -> None:
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        self.taken.append(event.mimeData())
        event.accept()


def _line_of(field: QWidget) -> QWidget:
    """Where it is typed."""
    if isinstance(field, QTextEdit):
        return field.viewport()
    inner = field if isinstance(field, QLineEdit) else field.findChild(QLineEdit)
    assert isinstance(inner, QLineEdit)
    return inner


@pytest.mark.parametrize("make", FIELDS)
def test_files_over_a_field_are_the_records(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    record = _Record()
    qtbot.addWidget(record)
    field = make()
    QVBoxLayout(record).addWidget(field)
    record.show()
    line = _line_of(field)
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("/tmp/نامه.pdf")])
    # managers of files give the paths as a text besides
    files.setText("/tmp/نامه.pdf")
    assert let_go(line, files)
    assert len(record.taken) == 1
    words = QMimeData()
    words.setText("۱۰")
    let_go(line, words)
    assert len(record.taken) == 1, "a text is the field's own"
