"""A look at an attached PDF or picture, over the list of files."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.text.papers import attached_files as words
from desktop_app.text.shared.isolates import apart
from desktop_app.widgets.feedback.sheet_dialog import SheetDialog
from desktop_app.widgets.paper.page_canvas import Render
from desktop_app.widgets.paper.page_view import PageView
from desktop_app.widgets.style.look import tokens_of

WIDTH = 1200
FRAME = 230
"""What title, buttons and margins of the dialog take of the height of the window."""
LEAST = 240


class FilePreview(SheetDialog):
    """``let_go`` tells that the pages are drawn no more and may be closed."""

    let_go = Signal()
    open_requested = Signal()

    def __init__(self, name: str, count: int, render: Render, parent: QWidget) -> None:
        super().__init__(parent, title=apart(name), width=WIDTH)
        self.setObjectName("filePreview")
        self.pages = PageView(self)
        frame = parent.parentWidget() or parent
        self.pages.setMinimumSize(QSize(1, max(LEAST, frame.window().height() - tokens_of(self).px(FRAME))))
        self.body.addWidget(self.pages)
        opening = self.add_action(words.OPEN, icon="external-link")
        opening.setObjectName("openElsewhere")
        opening.clicked.connect(self.open_requested)
        close = self.add_action(words.CLOSE)
        close.setObjectName("closePreview")
        close.clicked.connect(self.reject)
        self.finished.connect(self._end)
        self.pages.show_document(count, render)
        self.pages.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self, _result: int) -> None:
        self.pages.show_document(0, None)
        self.let_go.emit()
        self.deleteLater()
