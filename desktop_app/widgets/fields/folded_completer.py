"""Completer that matches any spelling by folding both texts, and its popup list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.domain.text.folding import Form, fold
from desktop_app.widgets.controls.held_keys import held_keys
from desktop_app.widgets.style.cut_text import cut
from desktop_app.widgets.style.look import paint_rounded, round_window, screen_room, sheet, tokens_of
from desktop_app.widgets.style.style_options import FORCE_RTL, RIGHT
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, GAP_TIGHT, HEIGHT_CONTROL, ICON_ROW, RADIUS_FIELD, TextRole
from desktop_app.words import widgets as words

Index = QModelIndex | QPersistentModelIndex
MOST_ROWS: Final = 8
EDGE: Final = 7
"""The line around the list, and the air inside it."""
SIDE: Final = 10
"""Between the end of a row and its word."""
LEAST_NOTE: Final = 56
"""Less room holds no word of what tells a row from others."""
_PLACED: Final = (QEvent.Type.Show, QEvent.Type.Resize, QEvent.Type.Move)


class _RowPainter(QStyledItemDelegate):
    """Delegate of the popup: icon and word at the right, the extra text after them."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a field and the width of the word."""
        tokens = tokens_of(self._view)
        word = QFontMetrics(tokens.font()).horizontalAdvance(str(index.data()))
        icon = tokens.px(ICON_ROW) + GAP if _icon(index) is not None else 0
        return QSize(word + icon + 2 * SIDE + 2, tokens.px(HEIGHT_CONTROL))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        tokens = tokens_of(self._view)
        box = QRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            line = tokens.outline(tokens.colour("accent"))
            paint_rounded(painter, QRectF(box), RADIUS_FIELD - 2, tokens.colour("selected"), line)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            paint_rounded(painter, QRectF(box), RADIUS_FIELD - 2, tokens.hover())
        room = box.adjusted(SIDE, 0, -SIDE, 0)
        icon = _icon(index)
        if icon is not None:
            side = tokens.px(ICON_ROW)
            icon.paint(painter, QRect(room.right() - side, room.center().y() - side // 2, side, side))
            room.setRight(room.right() - side - GAP)
        painter.save()
        painter.setFont(tokens.font())
        painter.setPen(tokens.colour("text"))
        metrics = QFontMetrics(tokens.font())
        word = cut(str(index.data()), metrics, room.width())
        painter.drawText(room, RIGHT | FORCE_RTL, word)
        room.setRight(room.right() - metrics.horizontalAdvance(word) - GAP_CARD)
        note = str(index.data(int(Qt.ItemDataRole.ToolTipRole)) or "")
        if room.width() >= LEAST_NOTE and note != index.data():
            painter.setFont(tokens.font(TextRole.NOTE))
            painter.setPen(tokens.colour("second"))
            painter.drawText(room, RIGHT | FORCE_RTL, cut(note, QFontMetrics(painter.font()), room.width()))
        painter.restore()


class CompleterList(QListView):
    """Popup list below a field, or above it at the bottom of the screen, as wide as its texts."""

    def __init__(self) -> None:
        super().__init__()
        self._anchor: QWidget | None = None
        self._placing = False
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setAccessibleName(words.OFFERED)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setViewportMargins(EDGE, EDGE, EDGE, EDGE)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    def belong_to(self, anchor: QWidget) -> None:
        """Apply the look of a field; a completer resets the style of its list."""
        self._anchor = anchor
        self.setItemDelegate(_RowPainter(self))

    def event(self, event: QEvent) -> bool:
        """Correct position and size of the popup, which a completer sets at every letter."""
        if event.type() == QEvent.Type.Paint:
            sheet(QPainter(self), self.rect(), tokens_of(self))
            return True
        done = super().event(event)
        if event.type() in _PLACED and not self._placing:
            self._placing = True
            self._place()
            self._placing = False
        return done

    def _place(self) -> None:
        anchor, model = self._anchor, self.model()
        if anchor is None or not anchor.isVisible() or model is None:
            return
        screen = screen_room(anchor)
        rows = model.rowCount()
        tall = tokens_of(self).px(HEIGHT_CONTROL) * min(rows, MOST_ROWS) + 2 * EDGE
        bar = self.verticalScrollBar().sizeHint().width() if rows > MOST_ROWS else 0
        wide = max(anchor.width(), min(self.sizeHintForColumn(0) + 2 * EDGE + bar, anchor.window().width() - 2 * GAP))
        corner = anchor.mapToGlobal(QPoint(anchor.width(), anchor.height() + GAP_TIGHT))
        top = corner.y()
        if top + tall > screen.bottom():
            top = anchor.mapToGlobal(QPoint(0, -GAP_TIGHT)).y() - tall
        left = max(screen.left(), min(corner.x() - wide, screen.right() + 1 - wide))
        self.setGeometry(left, max(screen.top(), top), wide, tall)
        round_window(self)


def _icon(index: Index) -> QIcon | None:
    icon = index.data(int(Qt.ItemDataRole.DecorationRole))
    return icon if isinstance(icon, QIcon) and not icon.isNull() else None


KEY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
FOLDED_ROLE = int(Qt.ItemDataRole.UserRole) + 2


@dataclass(frozen=True, slots=True)
class Option:
    """One option: key, word, an extra text that is searched too, and an icon."""

    key: str
    label: str
    note: str = ""
    icon: QIcon | None = None


def folded(text: str) -> str:
    """Return the form of a text that is compared."""
    return fold(text, Form.SQUEEZED)


def matching(model: QStandardItemModel, text: str) -> list[int]:
    """Return the indexes of the options that match a typed text."""
    wanted = folded(text)
    return [place for place in range(model.rowCount()) if wanted in str(model.item(place).data(FOLDED_ROLE))]


def index_of_label(model: QStandardItemModel, text: str) -> int:
    """Return the index of the only option with this name in any spelling; -1 if none or several."""
    wanted = folded(text)
    hits = [place for place in range(model.rowCount()) if folded(model.item(place).text()) == wanted]
    return hits[0] if len(hits) == 1 else -1


def option_model(options: Sequence[Option], parent: QObject) -> QStandardItemModel:
    """Return an item model of the options with their keys and folded words."""
    model = QStandardItemModel(parent)
    for option in options:
        item = QStandardItem(option.label)
        item.setData(option.key, KEY_ROLE)
        item.setData(folded(f"{option.label} {option.note}"), FOLDED_ROLE)
        item.setToolTip(option.note)
        item.setEditable(False)
        if option.icon is not None:
            item.setIcon(option.icon)
        model.appendRow(item)
    return model


class FoldedCompleter(QCompleter):
    """Completer that offers each option containing the typed text in any spelling."""

    def __init__(self, model: QStandardItemModel, field: QWidget) -> None:
        super().__init__(model, field)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompletionRole(FOLDED_ROLE)
        self.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setMaxVisibleItems(MOST_ROWS)
        offered = CompleterList()
        self.setPopup(offered)
        offered.belong_to(field)

    def offer_all(self) -> None:
        """Open the whole list."""
        self.setCompletionPrefix("")
        self.complete()

    def mark(self, place: int) -> None:
        """Mark one option of the whole list."""
        popup = self.popup()
        if popup is not None and popup.isVisible():
            popup.setCurrentIndex(self.completionModel().index(place, 0))

    def disconnect_line(self) -> None:
        """Stop working, as another completer replaced this one."""
        self.blockSignals(True)
        popup = self.popup()
        if popup is not None:
            popup.hide()
            # A list that dies with the line as its proxy takes the keyboard away from the line
            popup.setFocusProxy(None)  # type: ignore[arg-type]  # the stub does not know that None takes it away
        self.deleteLater()

    def splitPath(self, path: str) -> list[str]:
        """Return the typed text, folded."""
        return [folded(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return the text for the field: the word of the option."""
        return str(index.data(int(Qt.ItemDataRole.DisplayRole)))


class _OnlyMatch(QObject):
    """Event filter: Enter accepts the only match, the next Enter goes to the form; Esc and Tab keep the text."""

    def __init__(self, completer: FoldedCompleter, line: QLineEdit, take: Callable[[str], None]) -> None:
        super().__init__(completer)
        self._completer, self._line, self._take = completer, line, take
        for part in (completer.popup(), line):
            if part is not None:
                part.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Handle Enter, unless a row of the popup is marked."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        popup, found = self._completer.popup(), self._completer.completionModel()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held_keys(event)
        if popup is None or not enter or not popup.isVisible() or popup.currentIndex().isValid():
            return False
        only = str(found.index(0, 0).data())
        if found.rowCount() != 1 or self._line.text() == only:
            return False
        popup.hide()
        self._take(only)
        return True


def suggest(line: QLineEdit, options: Sequence[Option]) -> None:
    """Offer texts below a line that accepts any text; a choice counts as typing."""
    completer = FoldedCompleter(option_model(options, line), line)
    line.setCompleter(completer)

    def take(text: str) -> None:
        line.setText(text)
        line.textEdited.emit(text)

    _OnlyMatch(completer, line, take)
    completer.activated[str].connect(take)  # type: ignore[index]
