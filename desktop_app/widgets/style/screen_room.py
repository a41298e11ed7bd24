"""Screen of a widget: the part of it that windows and lists may take."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


def screen_room(widget: QWidget) -> QRect:
    """The available rectangle, in global pixels, of the screen that holds the middle of a widget, or of its window.

    The widget itself is not asked for its screen: PySide makes the screen a child of whoever answered (its rule for
    pointers that a method returns). When the collector takes a later and an earlier answerer in one pass, it hands the
    screen to Python and deletes it, and the next window that opens ends the program (``SbkObject_tp_clear`` in
    Shiboken, seen with 6.11). The application's own functions have no such parent.
    """
    for part in (widget, widget.window()):
        screen = QGuiApplication.screenAt(part.mapToGlobal(part.rect().center()))
        if screen is not None:
            return screen.availableGeometry()
    return QGuiApplication.primaryScreen().availableGeometry()
