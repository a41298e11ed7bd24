"""Base classes of pages; one has a notice beneath its content, which the next act or Esc removes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.widgets.style.tokens import Tone


class Page(QWidget):
    """Base of the pages."""

    def focus_list(self) -> None:
        """Give the keyboard to where work begins; a list, where the page has one."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_writable(self, *, writable: bool) -> None:
        """Offer what can be recorded, or nothing of it; a page that only shows has nothing to do."""


class NoticedPage(Page):
    """Base of such pages; each sets ``notice`` to the band of its form."""

    notice: MessageBand

    def show_notice(self, text: str, tone: Tone = Tone.DANGER, action: str = "") -> None:
        """What was refused or done, with the act that leads on or back."""
        self.notice.show_message(text, tone=tone, action=action)

    def clear_notice(self) -> None:
        """Take the notice away."""
        self.notice.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes the notice away."""
        if event.key() == Qt.Key.Key_Escape and self.notice.isVisible():
            self.clear_notice()
        else:
            super().keyPressEvent(event)
