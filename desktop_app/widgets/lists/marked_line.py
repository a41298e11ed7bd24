"""Positions of letters on a right-to-left line, in which numbers and Latin run the other way.

The places come from Qt's own layout of the line, so that a mark lies beneath the letters that it means.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextLayout, QTextOption

Span = tuple[int, int]
"""First letter and how many."""
Box = tuple[float, float]
"""Left and right edge, measured from the right end of the line leftwards: both are 0 or less."""

WIDE: Final = 100_000.0
"""More than any line: nothing is broken."""


def boxes(text: str, font: QFont, spans: Iterable[Span]) -> tuple[Box, ...]:
    """The stretches of the line under these letters; letters in one span may stand apart."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    layout.createLine().setLineWidth(WIDE)
    layout.endLayout()
    end = max((right for _, right in _under(layout, 0, len(text))), default=0.0)
    return tuple((left - end, right - end) for span in spans for left, right in _joined(_under(layout, *span)))


def _under(layout: QTextLayout, start: int, length: int) -> list[Box]:
    """Both edges of each run of glyphs; a cursor has two places where directions meet, a glyph has one."""
    found = [run.boundingRect() for run in layout.glyphRuns(start, length)] if length else []
    return [(one.left(), one.right()) for one in found]


def _joined(letters: Sequence[Box]) -> list[Box]:
    """Stretches that touch are one."""
    found: list[Box] = []
    for left, right in sorted(letters):
        if found and left <= found[-1][1] + 0.5:
            found[-1] = (found[-1][0], max(right, found[-1][1]))
        else:
            found.append((left, right))
    return found
