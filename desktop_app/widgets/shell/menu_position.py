"""Position of a menu: below its button, right edges aligned, or above it at the bottom of the screen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.widgets.style.look import screen_room

GAP: Final = 2


def open_at(menu: QMenu, button: QWidget) -> None:
    """Open a menu at its button, fully on the screen."""
    screen, size = screen_room(button), menu.sizeHint()
    corner = button.mapToGlobal(button.rect().bottomRight())
    top = corner.y() + GAP
    if top + size.height() > screen.bottom() + 1:
        top = button.mapToGlobal(QPoint(0, 0)).y() - GAP - size.height()
    left = min(corner.x() + 1 - size.width(), screen.right() + 1 - size.width())
    at = QPoint(max(screen.left(), left), max(screen.top(), top))
    menu.popup(at)
    # Qt turns the place round for menus that are read from the right
    menu.move(at)
