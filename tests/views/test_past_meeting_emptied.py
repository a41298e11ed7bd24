"""The form of a past meeting after one was recorded: nothing of it is typing any more, none comes back by Ctrl+Z."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.window.settings.earlier_section import EarlierSection
from desktop_app.window.taking_over.past_meeting_form import PastMeetingForm
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


def test_the_place_that_stays_is_no_unsaved_typing(qtbot: QtBot) -> None:
    form = PastMeetingForm()
    qtbot.addWidget(form)
    form.ui.numberEdit.setText("۴۷")
    form.ui.placeEdit.setText("تالار بزرگ")
    assert form.is_dirty()
    form.clear()
    assert form.ui.placeEdit.text() == "تالار بزرگ", "most are held where the one before was"
    assert not form.is_dirty(), "the foot would say of a recorded meeting that it is not saved"
    form.ui.placeEdit.setText("استانداری")
    assert form.is_dirty()
    form.ui.placeEdit.setText("")
    assert not form.is_dirty()


def test_numbers_and_months_of_the_past_are_persian_while_they_are_typed(qtbot: QtBot) -> None:
    form, section = PastMeetingForm(), EarlierSection()
    for page in (form, section):
        qtbot.addWidget(page)
        page.show()
    for line, typed, shown in (
        (form.ui.numberEdit, "48", "۴۸"),
        (section.ui.lastMeetingEdit, "48", "۴۸"),
        (section.ui.beginsEdit, "1402/7", "۱۴۰۲/۷"),
    ):
        type_text(line, typed)
        assert line.text() == shown
