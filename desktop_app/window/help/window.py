"""Help over a dialog: a window of its own, so that the dialog stays open with everything that is typed in it."""

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
    """Belongs to the dialog, whose modality it therefore escapes; it is gone once it is closed."""

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
        """The keyboard goes back into the dialog, also where the system does not see to it."""
        super().closeEvent(event)
        over = self.parentWidget()
        if event.isAccepted() and over is not None:
            over.window().activateWindow()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes in reading order, as in the window of the program."""
        from desktop_app.widgets.accessibility.reading_order import go_on

        return go_on(self, forward=forward)
