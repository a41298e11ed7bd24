"""Filter that keeps the wheel from changing a control: a turn over it scrolls the page that it lies in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget


class StillWheel(QObject):
    """Filter of the events of one control, with or without the keyboard."""

    def __init__(self, control: QWidget) -> None:
        super().__init__(control)
        control.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass each turn of the wheel on to what lies behind the control."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)
