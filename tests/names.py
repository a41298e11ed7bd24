"""Who could not be named by a reader of the screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget


def unnamed(root: QWidget) -> list[str]:
    """The focusable controls below `root` that a reader of the screen could not name."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        put_away = widget is not root and not widget.isVisibleTo(root)
        if put_away or widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.objectName().startswith("qt_"):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name) if interface is not None else ""
        if not (name or widget.accessibleName()):
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found
