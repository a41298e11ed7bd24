"""The pane that a chapter is read in: it scrolls by keys, marks what was found, and opens nothing but chapters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QAbstractSlider, QTextBrowser, QTextEdit, QWidget

from desktop_app.text.shared.isolates import without_marks
from desktop_app.widgets.fields.help_marks import THIN_SPACE, marker_letter, paint_marks
from desktop_app.widgets.style.look import ring, tokens_of
from desktop_app.widgets.style.tokens import RADIUS_CARD

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
    """``chapter_asked`` tells the name in a link to another chapter; every other link is left alone."""

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
        """Show a document from its top or from one of its letters, with nothing marked."""
        self.setDocument(document)
        self.setExtraSelections([])
        cursor = QTextCursor(document)
        cursor.setPosition(begins)
        self.setTextCursor(cursor)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect().top() if begins else 0)

    def mark(self, spans: Sequence[tuple[int, int]], current: Sequence[tuple[int, int]]) -> None:
        """Mark places of the document, those of the ``current`` line louder, and bring that one into view."""
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
        """Keys that walk scroll the text: a cursor of Qt's does not get past some ends of Latin words in Persian."""
        moves = _MOVES.get(Qt.Key(event.key()))
        if moves is None or event.modifiers() not in _PLAIN:
            super().keyPressEvent(event)
        else:
            self.verticalScrollBar().triggerAction(moves)

    def createMimeDataFromSelection(self) -> QMimeData:
        """A copied path or key carries nothing invisible along, and an item its mark."""
        cursor = self.textCursor()
        begins, ends = cursor.selectionStart(), cursor.selectionEnd()
        lines: list[str] = []
        block = self.document().findBlock(begins)
        # a line of which nothing is marked has no mark either
        while block.isValid() and (block.position() < ends or not lines):
            first = max(0, begins - block.position())
            slice_ = block.text()[first : ends - block.position()]
            lines.append(f"{'' if first else marker_letter(block)}{slice_}")
            block = block.next()
        # one that Python made is ended by Python, which the clipboard outlives; Qt's own fills itself when it is asked
        made = super().createMimeDataFromSelection()
        made.text()
        made.clear()
        made.setText(without_marks("\n".join(lines)).replace(THIN_SPACE, ""))
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The text stands at the right; a wide window leaves room at its left."""
        spare = self.width() - tokens_of(self).px(WIDEST) - 2 * EDGE
        self.setViewportMargins(EDGE + max(0, spare), 12, EDGE, 8)
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Marks lie under the text, the ring of the keyboard over it."""
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
