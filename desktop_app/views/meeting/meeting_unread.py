"""Notice in place of a meeting that cannot be read: the reason, and the way back to the list."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop_app.forms.meeting_page import Ui_MeetingPage
from desktop_app.text.meetings import meeting as words
from desktop_app.views.files.files_button import FilesButton
from desktop_app.views.meeting.meeting_signals import MeetingSignals
from desktop_app.widgets.style.tokens import Tone


class UnreadMeeting(QObject):
    """Over the page of the meeting before: nothing of that one stays in sight, and nothing can be done to it.

    What is still typed for that one stays in its fields, unseen, until it shows again.
    """

    def __init__(
        self, page: QWidget, ui: Ui_MeetingPage, signals: MeetingSignals, files: FilesButton, clock: QTimer
    ) -> None:
        super().__init__(page)
        self._ui, self._signals, self._files, self._clock = ui, signals, files, clock
        self._blank = QWidget()
        ui.stack.addWidget(self._blank)
        self._leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), page)
        self._leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._leave.activated.connect(signals.list_requested)
        self._leave.setEnabled(False)
        self.shown = False
        """Whether it shows."""
        ui.notice.action_requested.connect(self._go_back)

    def show(self, why: str) -> None:
        """In place of whatever shows; the keyboard is on the way back."""
        self._clock.stop()
        self._files.show_record(None)
        self._ui.stack.setCurrentWidget(self._blank)
        self._set_shown(True)
        self._ui.notice.show_message(why, tone=Tone.DANGER, action=words.BACK_TO_LIST)
        self._ui.notice.action_button().setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> bool:
        """A meeting is about to show; whether it did not before."""
        before = self.shown
        if before:
            self._set_shown(False)
            self.show_tab(self._ui.tabs.currentIndex())
        return before

    def show_tab(self, place: int) -> None:
        """A tab of the meeting that shows."""
        if not self.shown:
            self._ui.stack.setCurrentIndex(place)

    def _set_shown(self, shown: bool) -> None:
        self.shown = shown
        self._leave.setEnabled(shown)
        ui = self._ui
        for part in (ui.title, ui.context, ui.actions, ui.tabs, ui.crumbs):
            part.setVisible(not shown)
        if shown:
            # with a meeting they show where it has something for them
            ui.editFacts.hide()
            ui.stepper.hide()

    def _go_back(self) -> None:
        if self.shown:
            self._signals.list_requested.emit()
