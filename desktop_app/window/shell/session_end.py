"""End of the system session: a log-off can be cancelled, which the operator's next key shows."""

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
    """Knows whether the system session is ending; watches the operator only then."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.expected = False

    def begin(self) -> None:
        """Note that the session is about to end."""
        app = QCoreApplication.instance()
        if app is not None and not self.expected:
            app.installEventFilter(self)
        self.expected = True

    def eventFilter(self, _target: QObject, event: QEvent) -> bool:
        """Note on a key or mouse press that the session goes on."""
        app = QCoreApplication.instance()
        if app is not None and event.type() in _WORK:
            app.removeEventFilter(self)
            self.expected = False
        return False
