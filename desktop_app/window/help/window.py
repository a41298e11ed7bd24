"""Help window over a dialog, which stays open with all that is typed in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.widgets.style.look import screen_room
from desktop_app.window.help.page import HelpPage
from desktop_app.words import help as words

SIZE = (960, 640)
LEAST = (720, 420)


class HelpWindow(QWidget):
    """A child of the dialog, so that its modality does not block it; deleted when closed."""

    def __init__(self, page: HelpPage, over: QWidget) -> None:
        super().__init__(over, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.HELP)
        self.setMinimumSize(*LEAST)
        room = screen_room(over)
        self.resize(min(SIZE[0], room.width()), min(SIZE[1], room.height()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        page.back_requested.connect(self.close)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give the keyboard back to the dialog."""
        super().closeEvent(event)
        over = self.parentWidget()
        if event.isAccepted() and over is not None:
            over.window().activateWindow()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Move through the controls in reading order."""
        from desktop_app.widgets.accessibility.reading_order import move_focus

        return move_focus(self, forward=forward)
