"""A letter that was sent, looked at as it went out; nothing about it can be changed here."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.text.meetings import meeting_invitations as words
from desktop_app.widgets.feedback.sheet_dialog import SheetDialog
from desktop_app.widgets.paper.page_canvas import Render
from desktop_app.widgets.paper.page_view import PageView
from desktop_app.widgets.style.look import tokens_of

WIDTH = 820
FRAME = 230
"""What title, buttons and margins of the dialog take of the height of the window."""
LEAST = 240


class SentLetterDialog(SheetDialog):
    """``let_go`` tells that the pages are drawn no more and may be closed."""

    let_go = Signal()

    def __init__(self, title: str, context: str, count: int, render: Render, parent: QWidget) -> None:
        super().__init__(parent, title=title, context=context, width=WIDTH)
        self.setObjectName("sentLetter")
        self.pages = PageView(self)
        self.pages.setMinimumSize(QSize(1, max(LEAST, parent.window().height() - tokens_of(self).px(FRAME))))
        self.body.addWidget(self.pages)
        close = self.add_action(words.CLOSE_LETTER)
        close.setObjectName("closeLetter")
        close.clicked.connect(self.reject)
        self.finished.connect(self._end)
        self.pages.show_document(count, render)
        self.pages.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self, _result: int) -> None:
        self.pages.show_document(0, None)
        self.let_go.emit()
        self.deleteLater()
