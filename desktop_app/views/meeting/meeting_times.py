"""The form of an hour that no clock can know: when a session of a past day began or ended."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.forms.meeting_times import Ui_MeetingTimes
from desktop_app.text.meetings import meeting_course as words
from desktop_app.widgets.fields.form_sheet import FormSheet
from desktop_app.widgets.shell.shortcuts import add_action
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import Tone


class TimesDialog(FormSheet):
    """One hour, typed before the session is recorded as begun or ended."""

    saved = Signal(str)

    def __init__(self, asked: words.TimeAsked, time: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, title=asked.title, context=asked.why, width=460)
        self.setObjectName("timesDialog")
        self._missing = asked.missing
        panel = QWidget()
        self.ui = Ui_MeetingTimes()
        self.ui.setupUi(panel)
        self.body.addWidget(panel)
        self.ui.timeField.set_label(asked.label)
        self.ui.timeEdit.set_time(time or None)
        save = self.add_action(asked.verb, ButtonKind.FILLED, hint="Ctrl+Enter")
        save.setObjectName("saveTime")
        # one hour is all that is asked, and people wait: Enter is enough
        save.setDefault(True)
        save.clicked.connect(self.save)
        add_action(self, asked.verb, ("Ctrl+Return", "Ctrl+Enter"), self.save)
        leave = self.add_action(words.CANCEL)
        leave.setObjectName("leaveTime")
        leave.clicked.connect(self.leave)
        self.ui.timeEdit.textEdited.connect(self._typed)
        self.begin()
        self.ui.timeEdit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ui.timeEdit.selectAll()

    def content(self) -> object:
        """What is typed."""
        return self.ui.timeEdit.text()

    def warn(self, text: str) -> None:
        """Beneath the field."""
        self.ui.timeField.set_notice(text, Tone.WARNING)

    def save(self) -> None:
        """Hand the hour over, unless there is none."""
        edit = self.ui.timeEdit
        edit.finish()
        time = edit.time()
        if not edit.has_error() and time is not None:
            self.hand_over(lambda: self.saved.emit(time))
            return
        if not edit.has_error():
            self.ui.timeField.set_error(self._missing)
        edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_refusal(self, text: str) -> None:
        """Beneath the field, with the keyboard on it."""
        self.ui.timeField.set_error(text)
        self.ui.timeEdit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ui.timeEdit.selectAll()

    def _typed(self, _text: str) -> None:
        self.ui.timeField.clear_error()


class TimesForms:
    """Opens the form over a page, one at a time."""

    def __init__(self, page: QWidget) -> None:
        self._page = page
        self.form: TimesDialog | None = None

    def open(self, asked: words.TimeAsked, time: str) -> TimesDialog:
        """Open the form."""
        self.form = TimesDialog(asked, time, self._page)
        self.form.finished.connect(self._forget)
        self.form.open()
        return self.form

    def _forget(self, _result: int) -> None:
        form, self.form = self.form, None
        if form is not None:
            form.deleteLater()
