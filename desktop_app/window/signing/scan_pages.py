"""List of scan pages from right to left, in their final order, each with its number and its code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QImage, QKeyEvent, QPainter, QTransform
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.widgets.controls.held_keys import CONTROL, held_keys
from desktop_app.widgets.style.look import icons_of, paint_chosen_row, paint_rounded, ring, tokens_of
from desktop_app.widgets.style.state_mark import Shape, paint_mark
from desktop_app.widgets.style.tokens import GAP, GAP_TIGHT, ICON_NOTE, RADIUS_ROW, TextRole, Tokens, Tone
from desktop_app.window.signing import scan_words as words

PAGE_WIDTH: Final = 132
"""The width of an upright page, at the usual size of writing."""
SMALL_WIDTH: Final = 84
"""The same in a low window."""
_TALL: Final = 1.4142
_FAINT: Final = 0.32
_KEY: Final = int(Qt.ItemDataRole.UserRole)
_CONTENT: Final = _KEY + 1
_QUARTERS: Final = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


@dataclass(frozen=True, slots=True)
class PageCardContent:
    """Display data of a page; ``number`` is empty if it is left out, ``turn`` counts quarter turns clockwise."""

    number: str
    note: str
    tone: Tone
    shape: Shape
    picture: QImage
    turn: int = 0
    left_out: bool = False
    spoken: str = ""


class ScanPages(QListWidget):
    """Arrows move, Ctrl+arrows rotate, Space and Delete leave out or include again, Enter opens the large view.

    Pages are known by their keys; signals carry them.
    """

    reached = Signal(int)
    looked = Signal(int)
    turned = Signal(int, int)
    left_out = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.small = False
        self.setObjectName("scanPages")
        self.setAccessibleName(words.PAGES)
        self.setToolTip(words.KEYS)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSpacing(GAP_TIGHT)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setItemDelegate(_PagePainter(self))
        # it takes the room that is left, however many pages there are
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.currentItemChanged.connect(lambda item: self.reached.emit(item.data(_KEY)) if item is not None else None)
        self.itemDoubleClicked.connect(lambda item: self.looked.emit(item.data(_KEY)))

    def show_cards(self, cards: Sequence[tuple[int, PageCardContent]], chosen: int | None) -> None:
        """Show these pages in this order and select one by its key."""
        self.blockSignals(True)
        while self.count() > len(cards):
            self.takeItem(self.count() - 1)
        while self.count() < len(cards):
            self.addItem(QListWidgetItem())
        for row, (key, content) in enumerate(cards):
            item = self.item(row)
            item.setData(_KEY, key)
            item.setData(_CONTENT, content)
            item.setData(int(Qt.ItemDataRole.AccessibleTextRole), content.spoken)
            if key == chosen:
                self.setCurrentRow(row)
                self.scrollToItem(item)
        self.blockSignals(False)

    def contents(self) -> list[PageCardContent]:
        """The pages shown, in order."""
        return [self.item(row).data(_CONTENT) for row in range(self.count())]

    def set_small(self, small: bool) -> None:
        """Use small pages in a low window."""
        if small != self.small:
            self.small = small
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the keys of all mouse actions."""
        item, key, held = self.currentItem(), Qt.Key(event.key()), held_keys(event)
        if item is None or (held and held != {CONTROL}):
            super().keyPressEvent(event)
        elif held:
            if key in _QUARTERS:
                self.turned.emit(item.data(_KEY), _QUARTERS[key])
            else:
                event.ignore()
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Delete):
            self.left_out.emit(item.data(_KEY))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.looked.emit(item.data(_KEY))
        elif key in _QUARTERS:
            # Qt walks a grid from the right the wrong way
            self.setCurrentRow(max(0, min(self.count() - 1, self.currentRow() - _QUARTERS[key])))
        else:
            super().keyPressEvent(event)


class _PagePainter(QStyledItemDelegate):
    """Paints a page above its number and its note; a landscape page is drawn smaller."""

    def __init__(self, pages: ScanPages) -> None:
        super().__init__(pages)
        self._pages = pages

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of a portrait page above two lines."""
        tokens = tokens_of(self._pages)
        lines = self._line(TextRole.LABEL) + self._line(TextRole.NOTE) + GAP_TIGHT
        width = self._width(tokens)
        return QSize(width + 2 * GAP, round(width * _TALL + lines) + 3 * GAP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint background, page, number and note."""
        content, tokens, box = index.data(_CONTENT), tokens_of(self._pages), QRectF(option.rect)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if option.state & QStyle.StateFlag.State_Selected:
            paint_chosen_row(painter, box, tokens)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            paint_rounded(painter, box, RADIUS_ROW, tokens.hover())
        width = self._width(tokens)
        room = QRectF(box.center().x() - width / 2, box.top() + GAP, width, width * _TALL)
        _paint_picture(painter, tokens, content, room)
        if content.left_out:
            self._paint_ban(painter, tokens, room)
        self._paint_words(painter, tokens, content, box, room.bottom() + GAP)
        if option.state & QStyle.StateFlag.State_HasFocus:
            ring(painter, box, RADIUS_ROW, tokens.colour("accent"))
        painter.restore()

    def _paint_ban(self, painter: QPainter, tokens: Tokens, room: QRectF) -> None:
        side = float(tokens.px(36))
        disc = QRectF(room.center().x() - side / 2, room.center().y() - side / 2, side, side)
        paint_rounded(painter, disc, side / 2, tokens.soft(Tone.NEUTRAL), tokens.ink(Tone.NEUTRAL))
        inset = side * 0.26
        icon = disc.adjusted(inset, inset, -inset, -inset)
        icons_of(self._pages).paint(painter, icon, "ban", tokens.ink(Tone.NEUTRAL))

    def _paint_words(
        self, painter: QPainter, tokens: Tokens, content: PageCardContent, box: QRectF, top: float
    ) -> None:
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextForceRightToLeft)
        first = QRectF(box.left(), top, box.width(), self._line(TextRole.LABEL))
        painter.setFont(tokens.font(TextRole.LABEL))
        painter.setPen(tokens.colour("second" if content.left_out else "text"))
        painter.drawText(first, flags, content.number)
        line = QRectF(
            box.left() + GAP, first.bottom() + GAP_TIGHT / 2, box.width() - 2 * GAP, self._line(TextRole.NOTE)
        )
        font = tokens.font(TextRole.NOTE)
        metrics, side = QFontMetricsF(font), float(tokens.px(ICON_NOTE))
        text = metrics.elidedText(content.note, Qt.TextElideMode.ElideRight, line.width() - side - GAP_TIGHT - 2)
        width = metrics.horizontalAdvance(text) + 2
        right = line.center().x() + (width + side + GAP_TIGHT) / 2
        ink = tokens.ink(content.tone)
        mark = QRectF(right - side, line.center().y() - side / 2, side, side)
        paint_mark(painter, mark, content.shape, ink, tokens.colour("surface"))
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(QRectF(right - side - GAP_TIGHT - width, line.top(), width, line.height()), flags, text)

    def _width(self, tokens: Tokens) -> int:
        return tokens.px(SMALL_WIDTH if self._pages.small else PAGE_WIDTH)

    def _line(self, role: TextRole) -> float:
        return QFontMetricsF(tokens_of(self._pages).font(role)).height()


def _paint_picture(painter: QPainter, tokens: Tokens, content: PageCardContent, room: QRectF) -> None:
    """Paint the page as rotated at the bottom of its area; a blank sheet if there is no image."""
    picture = content.picture.transformed(QTransform().rotate(90 * content.turn))
    if picture.isNull():
        paint_rounded(painter, room, 3, tokens.colour("sunken"), tokens.colour("hairline"))
        return
    size = picture.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
    page = QRectF(room.center().x() - size.width() / 2, room.bottom() - size.height(), size.width(), size.height())
    painter.fillRect(page.adjusted(-1, -1, 1, 1), tokens.colour("edge" if tokens.outlined else "hairline"))
    painter.fillRect(page, Qt.GlobalColor.white)
    painter.setOpacity(_FAINT if content.left_out else 1.0)
    painter.drawImage(page, picture)
    painter.setOpacity(1.0)
