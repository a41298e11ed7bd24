"""Layout and drawing of wrapped right-to-left text with a straight right edge.

Qt's plain `drawText` measures the blank at the end of a wrapped line, so that the line stands a few pixels in;
a text layout does not.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute

_REMEMBERED: Final = 4096
"""Heights and widths that are known: layouts ask for the same ones at each change, at several widths."""
_LONGEST: Final = 500
"""Letters of a text that is remembered for it; what is longer is measured again, so that memory stays bounded."""


def _layouts(text: str, font: QFont, width: float, align: Qt.AlignmentFlag) -> tuple[list[QTextLayout], float]:
    """Return a layout for each paragraph, and the total height."""
    option = QTextOption(align)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    made: list[QTextLayout] = []
    top = 0.0
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, font)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        made.append(layout)
    return made, top


def wrapped_height(text: str, font: QFont, width: float) -> int:
    """Return the height of a text wrapped at `width`."""
    return (_known_height if len(text) <= _LONGEST else _height)(text, QFont(font), width)


def line_width(text: str, font: QFont) -> int:
    """Return the width of a text on one line."""
    return (_known_width if len(text) <= _LONGEST else _width)(text, QFont(font))


def _height(text: str, font: QFont, width: float) -> int:
    return round(_layouts(text, font, width, RIGHT)[1] + 0.5)


def _width(text: str, font: QFont) -> int:
    return QFontMetrics(font).horizontalAdvance(text)


_known_height = lru_cache(_REMEMBERED)(_height)
_known_width = lru_cache(_REMEMBERED)(_width)


def paint_wrapped(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    *,
    align: Qt.AlignmentFlag = RIGHT,
    middle: bool = False,
) -> None:
    """Draw a wrapped text from the top of `rect` or in its middle."""
    layouts, height = _layouts(text, font, rect.width(), align)
    top = rect.top() + max(0.0, (rect.height() - height) / 2) if middle else rect.top()
    for layout in layouts:
        layout.draw(painter, QPointF(rect.left(), top))
