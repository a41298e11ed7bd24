"""Page with a notice beneath its content: what was refused or done, until the next act or Esc takes it away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop_app.widgets.feedback.message_band import MessageBand
from desktop_app.widgets.shell.page import Page
from desktop_app.widgets.style.tokens import Tone


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
