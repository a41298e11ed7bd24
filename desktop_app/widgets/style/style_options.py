"""Helper functions for Qt style options."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QStyle,
    QStyleOption,
    QWidget,
)

from desktop_app.widgets.style.icons import IconSet
from desktop_app.widgets.style.tokens import Tokens

State = QStyle.StateFlag


FORCE_RTL = int(Qt.TextFlag.TextForceRightToLeft)


CENTRE = int(Qt.AlignmentFlag.AlignCenter)


RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)


def rect_of(option: QStyleOption) -> QRect:
    """Return the rectangle of an option (the bindings have no type for it)."""
    return QRect(option.rect)


def has(option: QStyleOption, flag: QStyle.StateFlag) -> bool:
    """Whether a state flag is set."""
    return bool(option.state & flag)


def is_text_editor(widget: QWidget | None) -> bool:
    """Whether a frame belongs to a field of several lines."""
    # asked by name: the first window has no such field and does not wait for their classes
    if widget is None or not (widget.inherits("QTextEdit") or widget.inherits("QPlainTextEdit")):
        return False
    return not widget.property("bare_frame")


def is_frameless(widget: QWidget | None) -> bool:
    """Whether a frame has no line."""
    frameless = isinstance(widget, QFrame) and widget.frameShape() == QFrame.Shape.NoFrame
    return frameless and not is_text_editor(widget)


def paint_nothing(_t: Tokens, _i: IconSet, _o: QStyleOption, _p: QPainter, _w: QWidget | None) -> None:
    """Draw nothing."""
