"""Files and pictures that are dragged over a window by its real events, and let go."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget


@dataclass
class Hovered:
    """What was seen while they were dragged."""

    framed: list[QRect] = field(default_factory=list)


def place_of_field(page: QWidget, part: QWidget) -> QRect:
    """Where a part of a page stands in it."""
    return QRect(part.mapTo(page, QPoint()), part.size())


def let_go(over: QWidget, mime: QMimeData, seen: Hovered | None = None) -> bool:
    """Drag something over a control and let it go there; whether anybody took it.

    The system asks the control beneath, and Qt those around it until one takes it.
    """
    at = QPoint(over.rect().center())
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    taking: QWidget | None = over
    while taking is not None:
        if taking.isEnabled() and taking.acceptDrops():
            entered = QDragEnterEvent(at, copy, mime, left, none)
            entered.ignore()
            QApplication.sendEvent(taking, entered)
            if entered.isAccepted():
                break
        at, taking = taking.mapToParent(at), taking.parentWidget()
    if taking is None:
        return False
    if seen is not None:
        frames = taking.findChildren(QWidget, "dropFrame")
        seen.framed += [one.geometry() for one in frames if one.isVisible()]
    drop = QDropEvent(QPointF(at), copy, mime, left, none)
    drop.ignore()
    QApplication.sendEvent(taking, drop)
    return drop.isAccepted()
