"""Reader of a help chapter: scrolls by keyboard, marks search hits, and opens only links to chapters.

Grounds of keys and commands, and dots and boxes of items, are painted here: Qt draws them coarsely.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLayout,
    QTextLine,
)
from PySide6.QtWidgets import QAbstractSlider, QTextBrowser, QTextEdit, QWidget

from desktop_app.widgets.style.look import paint_rounded, ring, tokens_of
from desktop_app.widgets.style.tokens import RADIUS_CARD, TextRole, Tokens
from desktop_app.words.digits import without_marks

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
    """Draw the marks inside the rectangle ``seen`` of the document, before the text is drawn."""
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
            paint_rounded(painter, key, _KEY_RADIUS, tokens.colour("sunken"), tokens.colour("hairline"))
        _paint_marker(painter, block, tokens)
    _paint_fenced(painter, fenced, tokens)


def marker_text(block: QTextBlock) -> str:
    """Return the letter for a drawn list marker in copied text."""
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
        paint_rounded(painter, grown, RADIUS_CARD, tokens.colour("sunken"), tokens.colour("hairline"))


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
    """Return the rectangle around letters of one direction."""
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


WIDEST = 760
"""Pixels at 100 %: longer lines are hard to follow back."""
EDGE = 20
CHAPTER_ENDING = ".md"
_Step = QAbstractSlider.SliderAction
_MOVES: Final[Mapping[Qt.Key, QAbstractSlider.SliderAction]] = {
    Qt.Key.Key_Up: _Step.SliderSingleStepSub,
    Qt.Key.Key_Down: _Step.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: _Step.SliderPageStepSub,
    Qt.Key.Key_PageDown: _Step.SliderPageStepAdd,
    Qt.Key.Key_Space: _Step.SliderPageStepAdd,
    Qt.Key.Key_Home: _Step.SliderToMinimum,
    Qt.Key.Key_End: _Step.SliderToMaximum,
}
_PLAIN: Final = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class HelpReader(QTextBrowser):
    """``chapter_asked`` carries the name of a linked chapter; other links do nothing."""

    chapter_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bare_frame", True)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.anchorClicked.connect(self._follow)

    def show_text(self, document: QTextDocument, begins: int = 0) -> None:
        """Show a document from its top or from a given letter, without marks."""
        self.setDocument(document)
        self.setExtraSelections([])
        cursor = QTextCursor(document)
        cursor.setPosition(begins)
        self.setTextCursor(cursor)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect().top() if begins else 0)

    def mark(self, spans: Sequence[tuple[int, int]], current: Sequence[tuple[int, int]]) -> None:
        """Mark parts of the document, stress the ``current`` line and scroll to it."""
        tokens = tokens_of(self)
        quiet = [self._selection(span, tokens.colour("hit"), None) for span in spans if span not in current]
        loud = [self._selection(span, tokens.colour("accent"), tokens.colour("on_accent")) for span in current]
        self.setExtraSelections([*quiet, *loud])
        if current:
            cursor = QTextCursor(self.document())
            cursor.setPosition(current[0][0])
            self.setTextCursor(cursor)
            # not at the very edge: a heading above, or the line below, tells where one is
            bar, box = self.verticalScrollBar(), self.cursorRect()
            bar.setValue(bar.value() + box.top() - self.viewport().height() // 3)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by keys; Qt's cursor gets stuck at some Latin words in Persian text."""
        moves = _MOVES.get(Qt.Key(event.key()))
        if moves is None or event.modifiers() not in _PLAIN:
            super().keyPressEvent(event)
        else:
            self.verticalScrollBar().triggerAction(moves)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy without invisible characters, with list markers."""
        cursor = self.textCursor()
        begins, ends = cursor.selectionStart(), cursor.selectionEnd()
        lines: list[str] = []
        block = self.document().findBlock(begins)
        # a line of which nothing is marked has no mark either
        while block.isValid() and (block.position() < ends or not lines):
            first = max(0, begins - block.position())
            slice_ = block.text()[first : ends - block.position()]
            lines.append(f"{'' if first else marker_text(block)}{slice_}")
            block = block.next()
        # one that Python made is ended by Python, which the clipboard outlives; Qt's own fills itself when it is asked
        made = super().createMimeDataFromSelection()
        made.text()
        made.clear()
        made.setText(without_marks("\n".join(lines)).replace(THIN_SPACE, ""))
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Limit the width of the text; it stays at the right."""
        spare = self.width() - tokens_of(self).px(WIDEST) - 2 * EDGE
        self.setViewportMargins(EDGE + max(0, spare), 12, EDGE, 8)
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the marks below the text and the focus ring over it."""
        tokens = tokens_of(self)
        painter = QPainter(self.viewport())
        scrolled = self.verticalScrollBar().value()
        painter.translate(0, -scrolled)
        paint_marks(painter, self.document(), self.viewport().rect().toRectF().translated(0, scrolled), tokens)
        painter.end()
        super().paintEvent(event)
        if self.hasFocus():
            box = self.viewport().rect().toRectF().adjusted(1, 1, -1, -1)
            ring(QPainter(self.viewport()), box, RADIUS_CARD, tokens.colour("accent"))

    def _selection(self, span: tuple[int, int], ground: QColor, ink: QColor | None) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(span[0])
        cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
        shape = QTextCharFormat()
        shape.setBackground(ground)
        if ink is not None:
            shape.setForeground(ink)
        made.cursor, made.format = cursor, shape
        return made

    def _follow(self, link: QUrl) -> None:
        name = link.toString()
        if name.endswith(CHAPTER_ENDING) and "/" not in name and ":" not in name:
            self.chapter_asked.emit(name.removesuffix(CHAPTER_ENDING))
