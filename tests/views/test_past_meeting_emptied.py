"""The form of a past meeting after one was recorded: what was typed for it does not come back by Ctrl+Z."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.views.taking_over.past_meeting_form import PastMeetingForm
from tests.widgets.typing import type_text


def test_what_was_recorded_does_not_come_back_as_typing(qtbot: QtBot) -> None:
    form = PastMeetingForm()
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is form)
    fields = [form.ui.numberEdit, form.ui.subjectEdit]
    for field in fields:
        field.setFocus()
        type_text(field, "۴۸")
    form.clear()
    lines = [one for one in form.findChildren(QLineEdit) if one.isVisible()]
    assert len(lines) >= len(fields)
    for line in lines:
        line.undo()
    assert not form.is_dirty(), "a meeting that is recorded would seem to be taken back"
