"""The end of the session of the machine, until the operator works on: a log-off may be cancelled without a word."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject

_WORK: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.NonClientAreaMouseButtonPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.Wheel,
    }
)


class SessionEnd(QObject):
    """Hears what the operator does only while the session ends."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.expected = False

    def begin(self) -> None:
        """The session is about to end."""
        app = QCoreApplication.instance()
        if app is not None and not self.expected:
            app.installEventFilter(self)
        self.expected = True

    def eventFilter(self, _target: QObject, event: QEvent) -> bool:
        """A key or a button of the mouse: the session goes on."""
        app = QCoreApplication.instance()
        if app is not None and event.type() in _WORK:
            app.removeEventFilter(self)
            self.expected = False
        return False
