"""Base classes of pages: with and without a notice that the next action or Esc removes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.widgets.style.tokens import Tone


class Page(QWidget):
    """Base class of pages."""

    def focus_list(self) -> None:
        """Give the focus to the main list or first control of the page."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_writable(self, *, writable: bool) -> None:
        """Enable or disable everything that records."""


class NoticedPage(Page):
    """Base class of pages with a notice; subclasses set ``notice``."""

    notice: MessageBand

    def show_notice(self, text: str, tone: Tone = Tone.DANGER, action: str = "") -> None:
        """Show what was refused or done, with an optional action."""
        self.notice.show_message(text, tone=tone, action=action)

    def clear_notice(self) -> None:
        """Hide the notice."""
        self.notice.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hide the notice on Esc."""
        if event.key() == Qt.Key.Key_Escape and self.notice.isVisible():
            self.clear_notice()
        else:
            super().keyPressEvent(event)
