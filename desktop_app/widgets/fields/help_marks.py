"""Marks of a chapter that Qt draws coarsely: grounds of keys and commands, dots and boxes of items."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextBlock, QTextDocument, QTextFormat, QTextLayout, QTextLine

from desktop_app.widgets.style.look import rounded
from desktop_app.widgets.style.tokens import RADIUS_CARD, TextRole, Tokens

CODE: Final = int(QTextFormat.Property.UserProperty) + 1
"""Of letters: a key, a file or a command within a line."""
FENCED: Final = CODE + 1
"""Of a block: a line of commands."""
MARKER: Final = CODE + 2
"""Of a block: an item, with one of the two words below or its number."""
DOT, BOX = "dot", "box"
THIN_SPACE: Final = "\u202f"
"""One at which no line ends."""
BOX_LETTER: Final = "☐"
DOT_LETTER: Final = "•"
_LETTERS: Final = {DOT: DOT_LETTER, BOX: BOX_LETTER}
_KEY_RADIUS: Final = 4
_DOT: Final = 5
_BOX: Final = 12
_AS_NUMBER: Final = (
    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop
) | Qt.TextFlag.TextForceRightToLeft
_HEIGHT_OF_MARK: Final = 0.75
"""From the top of a line to its base: there the small letters have their middle."""


def paint_marks(painter: QPainter, document: QTextDocument, seen: QRectF, tokens: Tokens) -> None:
    """Draw those of the blocks in the rectangle ``seen`` of the document, before the text is drawn."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fenced = QRectF()
    for block in _blocks_in(document, seen):
        box = document.documentLayout().blockBoundingRect(block)
        if block.blockFormat().property(FENCED):
            fenced = fenced.united(box)
            continue
        _paint_fenced(painter, fenced, tokens)
        fenced = QRectF()
        for key in _code_boxes(block):
            rounded(painter, key, _KEY_RADIUS, tokens.colour("sunken"), tokens.colour("hairline"))
        _paint_marker(painter, block, tokens)
    _paint_fenced(painter, fenced, tokens)


def marker_letter(block: QTextBlock) -> str:
    """What stands for the drawn mark in a copied text."""
    marker = block.blockFormat().property(MARKER)
    return f"{_LETTERS.get(marker, marker)} " if marker else ""


# ---- inside


def _blocks_in(document: QTextDocument, seen: QRectF) -> Iterator[QTextBlock]:
    layout = document.documentLayout()
    block = document.begin()
    while block.isValid():
        box = layout.blockBoundingRect(block)
        if box.top() > seen.bottom():
            return
        # a ground of several lines is drawn whole
        if box.bottom() >= seen.top() or block.blockFormat().property(FENCED):
            yield block
        block = block.next()


def _paint_fenced(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    if not box.isEmpty():
        grown = box.adjusted(0, -tokens.px(6), 0, tokens.px(6))
        rounded(painter, grown, RADIUS_CARD, tokens.colour("sunken"), tokens.colour("hairline"))


def _code_boxes(block: QTextBlock) -> Iterator[QRectF]:
    place = block.layout().position()
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        if fragment.charFormat().property(CODE):
            begins = fragment.position() - block.position()
            for line in _lines_of(block.layout()):
                first, end = max(begins, line.textStart()), min(begins + fragment.length(), _end_of(line))
                if first < end:
                    yield _box(line, first, end).translated(place)
        iterator += 1


def _lines_of(layout: QTextLayout) -> Iterator[QTextLine]:
    return (layout.lineAt(number) for number in range(layout.lineCount()))


def _end_of(line: QTextLine) -> int:
    return line.textStart() + line.textLength()


def _box(line: QTextLine, first: int, end: int) -> QRectF:
    """Around letters of one direction, which stand together wherever the line turns."""
    edges = [_x(line, place, edge) for place in range(first, end) for edge in QTextLine.Edge]
    height = line.ascent() + line.descent()
    return QRectF(min(edges), line.y() + line.height() - height, max(edges) - min(edges), height).adjusted(-1, 1, 1, -1)


def _x(line: QTextLine, place: int, edge: QTextLine.Edge) -> float:
    found = line.cursorToX(place, edge)
    assert isinstance(found, tuple)  # the stubs tell an object; it is the place and the letter
    return float(found[0])


def _paint_marker(painter: QPainter, block: QTextBlock, tokens: Tokens) -> None:
    marker = block.blockFormat().property(MARKER)
    if not marker or block.layout().lineCount() == 0:
        return
    shape, line = block.blockFormat(), block.layout().lineAt(0)
    place = block.layout().position()
    latin = shape.layoutDirection() == Qt.LayoutDirection.LeftToRight
    edge = place.x() + (line.x() if latin else line.x() + line.width())
    room = shape.leftMargin() if latin else shape.rightMargin()
    middle = QPointF(edge + room / 2 * (-1 if latin else 1), place.y() + line.y() + line.ascent() * _HEIGHT_OF_MARK)
    if marker not in _LETTERS:
        painter.setPen(tokens.colour("text"))
        painter.setFont(tokens.font(TextRole.WRITING))
        painter.drawText(QRectF(edge, place.y() + line.y(), room, line.height()), _AS_NUMBER, marker)
        return
    size = tokens.px(_BOX if marker == BOX else _DOT)
    box = QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size)
    if marker == BOX:
        painter.setPen(QPen(tokens.colour("text"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 2, 2)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.colour("second"))
        painter.drawEllipse(box)
