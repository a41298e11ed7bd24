"""What is read from a style option, and the flags that all writing shares."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QPlainTextEdit,
    QStyle,
    QStyleOption,
    QTextEdit,
    QWidget,
)

from desktop_app.widgets.icons import IconSet
from desktop_app.widgets.tokens import Tokens

State = QStyle.StateFlag
FORCE_RTL = int(Qt.TextFlag.TextForceRightToLeft)
CENTRE = int(Qt.AlignmentFlag.AlignCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)


def rect_of(option: QStyleOption) -> QRect:
    """The rectangle of an option (the bindings do not tell its type)."""
    return QRect(option.rect)


def has(option: QStyleOption, flag: QStyle.StateFlag) -> bool:
    """Whether a flag of the state is set."""
    return bool(option.state & flag)


def is_text_editor(widget: QWidget | None) -> bool:
    """Whether a frame belongs to a field of several lines."""
    return isinstance(widget, QTextEdit | QPlainTextEdit) and not widget.property("bare_frame")


def paint_nothing(_t: Tokens, _i: IconSet, _o: QStyleOption, _p: QPainter, _w: QWidget | None) -> None:
    """Leave a part out."""
