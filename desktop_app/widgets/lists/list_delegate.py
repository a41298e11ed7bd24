"""Delegate of list rows with two lines; hover, selection and focus look different.

Marks of a search come from Qt's own layout of the line, so that a mark lies beneath the letters that it means: on a
right-to-left line numbers and Latin run the other way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QCursor, QFont, QFontMetrics, QHelpEvent, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from desktop_app.widgets.controls.pill import paint_party
from desktop_app.widgets.lists.cell_content import (
    CellContent,
    GroupContent,
    paint_group_head,
    split_lines,
    start_at_hit,
)
from desktop_app.widgets.style.cut_text import cut
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.state_mark import paint_mark
from desktop_app.widgets.style.tokens import ICON_NOTE, ICON_ROW, ROW_ONE_LINE, ROW_TWO_LINES, TextRole, Tokens, Tone
from desktop_app.widgets.style.writing import LEFT, RIGHT
from desktop_app.words.digits import filled

Span = tuple[int, int]
"""First letter and how many."""
Box = tuple[float, float]
"""Left and right edge, measured from the right end of the line leftwards: both are 0 or less."""

WIDE: Final = 100_000.0
"""More than any line: nothing is broken."""


def boxes(text: str, font: QFont, spans: Iterable[Span]) -> tuple[Box, ...]:
    """Return the horizontal ranges of the given letters; one span may have several."""
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
    """Return the left and right edge of each run of glyphs."""
    found = [run.boundingRect() for run in layout.glyphRuns(start, length)] if length else []
    return [(one.left(), one.right()) for one in found]


def _joined(letters: Sequence[Box]) -> list[Box]:
    """Merge touching ranges."""
    found: list[Box] = []
    for left, right in sorted(letters):
        if found and left <= found[-1][1] + 0.5:
            found[-1] = (found[-1][0], max(right, found[-1][1]))
        else:
            found.append((left, right))
    return found


Index = QModelIndex | QPersistentModelIndex
CELL_GAP = 12


def _nothing(_index: Index) -> CellContent | None:
    return None


def _no_head(_index: Index) -> GroupContent | None:
    return None


class RowDelegate(QStyledItemDelegate):
    """`content` returns the content of a cell from a model role, `head` the heading of a group.

    `compact` leaves the second line out.
    """

    def __init__(
        self,
        view: QAbstractItemView,
        content: Callable[[Index], CellContent | None] = _nothing,
        head: Callable[[Index], GroupContent | None] = _no_head,
    ) -> None:
        super().__init__(view)
        self._view = view
        self._content, self._head = content, head
        self.compact = False
        view.setMouseTracking(True)
        view.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        view.entered.connect(lambda _index: view.viewport().update())

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return a height of 54 for two lines, 36 for one, scaled with the text size."""
        tokens = tokens_of(self._view)
        return QSize(60, tokens.px(ROW_ONE_LINE if self.compact else ROW_TWO_LINES))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the background of the row, then the cell."""
        tokens = tokens_of(self._view)
        painter.save()
        painter.setClipRect(option.rect)
        head = self._head(index)
        if head is not None:
            paint_group_head(painter, tokens, QRectF(option.rect), head)
        else:
            self._paint_ground(painter, tokens, option, index)
        content = self._content(index)
        if content is None and head is None and (said := index.data()):
            # a row of which a value cannot be read has no content, and says so
            content = CellContent(str(said))
        if content is not None:
            self._paint_words(painter, tokens, QRect(option.rect), content)
        painter.restore()

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Show a cut line whole in a tooltip."""
        content = self._content(index)
        if content is None or index.data(int(Qt.ItemDataRole.ToolTipRole)):
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), "\n".join(filled(content.first, content.second)), view)
        return True

    def _row_rect(self, option: QStyleOptionViewItem) -> QRect:
        return QRect(0, option.rect.top(), self._view.viewport().width(), option.rect.height())

    def _hovered(self, index: Index) -> bool:
        at = self._view.viewport().mapFromGlobal(QCursor.pos())
        inside = self._view.viewport().rect().contains(at) and self._view.underMouse()
        return inside and self._view.indexAt(QPoint(at)).row() == index.row()

    def _paint_ground(self, painter: QPainter, tokens: Tokens, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._row_rect(option)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(row, tokens.colour("selected"))
        elif self._hovered(index):
            painter.fillRect(row, tokens.hover())
        if not chosen:
            line = QRect(row.left() + CELL_GAP, row.bottom(), row.width() - 2 * CELL_GAP, 1)
            painter.fillRect(line, tokens.colour("hairline"))
        if chosen:
            painter.fillRect(QRect(row.right() - 2, row.top(), 3, row.height()), tokens.colour("accent"))
        if self._view.hasFocus() and self._view.currentIndex().row() == index.row():
            self._paint_ring(painter, tokens, row)

    def _paint_ring(self, painter: QPainter, tokens: Tokens, row: QRect) -> None:
        accent = tokens.colour("accent")
        for edge in (
            QRect(row.left(), row.top(), row.width(), 2),
            QRect(row.left(), row.bottom() - 1, row.width(), 2),
            QRect(row.left(), row.top(), 2, row.height()),
            QRect(row.right() - 1, row.top(), 2, row.height()),
        ):
            painter.fillRect(edge, accent)

    def _paint_words(self, painter: QPainter, tokens: Tokens, rect: QRect, content: CellContent) -> None:
        cell = rect.adjusted(CELL_GAP // 2, 0, -CELL_GAP, 0)
        font = tokens.font(TextRole.STRONG if content.strong else TextRole.BODY)
        small = tokens.font(TextRole.NOTE)
        first, second = QFontMetrics(font).height(), QFontMetrics(small).height()
        flows = content.flows and QFontMetrics(font).horizontalAdvance(content.first) > cell.width()
        two = bool(content.second or flows) and not self.compact
        top = cell.top() + (cell.height() - first - (second if two else 0)) / 2 - 1
        indent = self._paint_mark(painter, tokens, QRectF(cell.left(), top, cell.width(), first), content)
        line = QRectF(cell.left(), top, cell.width() - indent, first)
        if flows and two:
            above, below = split_lines(content, QFontMetrics(font), line.width())
            self._paint_first(painter, tokens, line, above, font)
            self._paint_first(painter, tokens, line.translated(0, first), below, font)
            return
        self._paint_first(painter, tokens, line, content, font)
        if self.compact and content.second_tone is not None:
            line.setWidth(max(0.0, line.width() - QFontMetrics(font).horizontalAdvance(content.first) - CELL_GAP))
            self._paint_beside(painter, tokens, line, content, small)
        if two:
            line = QRectF(cell.left(), top + first, cell.width() - indent, second)
            self._paint_second(painter, tokens, line, content, small)

    def _paint_mark(self, painter: QPainter, tokens: Tokens, line: QRectF, content: CellContent) -> int:
        """Draw the mark before the first line, if any; return its width."""
        if content.shape is None:
            return 0
        side = tokens.px(ICON_ROW)
        box = QRectF(line.right() - side, line.top() + (line.height() - side) / 2 + 1, side, side)
        ink = tokens.ink(content.tone or Tone.NEUTRAL)
        paint_mark(painter, box, content.shape, ink, tokens.colour("surface"), content.percent)
        return side + 8

    def _paint_first(self, painter: QPainter, tokens: Tokens, line: QRectF, content: CellContent, font: QFont) -> None:
        content = start_at_hit(content, QFontMetrics(font), line.width())
        colour = tokens.ink(content.tone) if content.tone is not None else tokens.colour("text")
        self._paint_hits(painter, tokens, line, content, font)
        _write(painter, line, content.first, font, at_end=content.at_end, colour=colour)

    def _paint_beside(self, painter: QPainter, tokens: Tokens, line: QRectF, content: CellContent, font: QFont) -> None:
        """Draw urgent text of the second line, or its mark, next to the first if rows have one line."""
        side = tokens.px(ICON_NOTE)
        mark = side + 6 if content.second_shape is not None else 0
        font.setWeight(QFont.Weight.DemiBold)
        if line.width() >= mark + QFontMetrics(font).horizontalAdvance(content.second):
            self._paint_second(painter, tokens, line, content, font)
        elif mark and line.width() >= side:
            self._paint_second(painter, tokens, line, replace(content, second=""), font)

    def _paint_second(self, painter: QPainter, tokens: Tokens, line: QRectF, content: CellContent, font: QFont) -> None:
        side = tokens.px(ICON_NOTE)
        box = QRectF(line.right() - side + 1, line.center().y() - side / 2 + 0.5, side, side)
        colour = tokens.colour("quiet")
        if content.second_tone is not None:
            colour = tokens.ink(content.second_tone)
            font.setWeight(QFont.Weight.DemiBold)
        if content.second_shape is not None:
            paint_mark(painter, box, content.second_shape, colour, tokens.colour("surface"))
        elif content.party is not None:
            paint_party(painter, box, content.party, tokens)
        if content.second_shape is not None or content.party is not None:
            line.setWidth(line.width() - side - 6)
        _write(painter, line, content.second, font, at_end=content.at_end, colour=colour)

    def _paint_hits(self, painter: QPainter, tokens: Tokens, line: QRectF, content: CellContent, font: QFont) -> None:
        if not content.hits:
            return
        shown = _shown(line, content.first, font)
        # of a line that is cut only the letters before the … are there
        whole = len(shown) if shown == content.first else len(shown) - 1
        hits = [(start, min(length, whole - start)) for start, length in content.hits if start < whole]
        for left, right in boxes(shown, font, hits):
            box = QRectF(line.right() + left, line.top() + 1, right - left, line.height() - 1)
            painter.fillRect(box & line, tokens.colour("hit"))


def set_up_table(
    view: QTableView,
    content: Callable[[Index], CellContent | None],
    name: str,
    head: Callable[[Index], GroupContent | None] = _no_head,
) -> RowDelegate:
    """Set up a table: delegate, header and name, whole rows selected, no grid, no row numbers."""
    delegate = RowDelegate(view, content, head)
    view.setItemDelegate(delegate)
    view.setAccessibleName(name)
    view.setShowGrid(False)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(tokens_of(view).px(ROW_TWO_LINES))
    top = view.horizontalHeader()
    top.setHighlightSections(False)
    top.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    top.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    return delegate


def select_row(view: QAbstractItemView, row: int) -> None:
    """Select one row and make it current (`selectRow` fails in multi-selection)."""
    index = view.model().index(row, 0)
    view.setCurrentIndex(index)
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    view.selectionModel().select(index, flags)


def _write(painter: QPainter, line: QRectF, text: str, font: QFont, *, at_end: bool, colour: QColor) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    edge = LEFT if at_end else RIGHT
    flags = int(edge | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextForceRightToLeft)
    painter.drawText(line, flags, _shown(line, text, font))


def _shown(line: QRectF, text: str, font: QFont) -> str:
    """Return the part of the text that fits into the line."""
    return cut(text, QFontMetrics(font), int(line.width()))
