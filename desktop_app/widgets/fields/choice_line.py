"""The line inside a choice: Enter takes what alone is offered, and a click opens the list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView

from desktop_app.widgets.fields.text_line import TextLine


class ChoiceLine(TextLine):
    """A completer hands it each key before it answers itself, so that it may take one away."""

    def __init__(self, take_match: Callable[[], bool], open_list: Callable[[], None]) -> None:
        super().__init__()
        self._take_match, self._open_list = take_match, open_list

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on what is typed chooses, the next Enter is the form's; Ctrl+Enter is both."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or self._is_marked():
            super().keyPressEvent(event)
            return
        taken, closed = self._take_match(), self._close_list()
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if not taken:
                super().keyPressEvent(event)
        elif closed:
            # What an open list hands over goes no further by itself
            QCoreApplication.postEvent(self, QKeyEvent(event.type(), event.key(), event.modifiers(), event.text()))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Not while letters are being selected."""
        super().mouseReleaseEvent(event)
        selecting = self.hasSelectedText() and self.selectedText() != self.text()
        if event.button() == Qt.MouseButton.LeftButton and self.isEnabled() and not selecting:
            self._open_list()

    def _open_popup(self) -> QAbstractItemView | None:
        completer = self.completer()
        popup = completer.popup() if completer is not None else None
        return popup if popup is not None and popup.isVisible() else None

    def _is_marked(self) -> bool:
        popup = self._open_popup()
        return popup is not None and popup.currentIndex().isValid()

    def _close_list(self) -> bool:
        popup = self._open_popup()
        if popup is not None:
            popup.hide()
        return popup is not None
