"""Cards, the white sheets that a page is laid out on, and the layout of chips from the right on several lines."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QLayoutItem, QVBoxLayout, QWidget

from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.style.look import rounded, tokens_of
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, GAP_INSIDE, RADIUS_CARD, Ink, TextRole


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout; its widgets go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


class FlowLayout(QLayout):
    """Lays its items out line by line; the item that may widen takes the rest of its line."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Put an item at the end."""
        self._items.append(item)

    def insert_before_last(self, widget: QWidget) -> None:
        """Put a widget before the last one (the field that one types in)."""
        self.addWidget(widget)
        if len(self._items) > 1:
            self._items[-1], self._items[-2] = self._items[-2], self._items[-1]
        self.invalidate()

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place, None beyond the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """As wide as it may be."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Fewer columns mean more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the lines."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """One line of the widest item."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Room for the widest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        right, top, tall = inner.right() + 1, inner.top(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            widens = bool(item.expandingDirections() & Qt.Orientation.Horizontal)
            need = item.minimumSize().width() if widens else size.width()
            if right - need < inner.left() and tall:
                right, top, tall = inner.right() + 1, top + tall + self._gap, 0
            width = max(need, right - inner.left()) if widens else min(size.width(), inner.width())
            if move:
                item.setGeometry(QRect(QPoint(right - width, top), QSize(width, size.height())))
            right -= width + self._gap
            tall = max(tall, size.height())
        return top + tall - rect.top() + margins.bottom()


class CardFrame(QFrame):
    """A white sheet with a hairline; whoever uses it lays out the inside (the content of cards made in Designer)."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), RADIUS_CARD, tokens.colour("surface"), tokens.colour("hairline"))


class Card(CardFrame):
    """A sheet with a title, one quiet line at the left of it, and a body."""

    def __init__(self, parent: QWidget | None = None, *, title: str = "", note: str = "") -> None:
        super().__init__(parent)
        self._title = TextLabel(text=title, role=TextRole.SECTION)
        self._note = TextLabel(text=note, role=TextRole.NOTE, ink=Ink.QUIET)
        self._header = QHBoxLayout()
        self._header.setSpacing(GAP_CARD)
        self._header.addWidget(self._title)
        self._header.addWidget(self._note)
        self._header.addStretch(1)
        self.body = QVBoxLayout()
        """Where the contents go."""
        self.body.setSpacing(GAP)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(GAP_INSIDE, 10, GAP_INSIDE, GAP_CARD + 2)
        outer.setSpacing(GAP)
        outer.addLayout(self._header)
        outer.addLayout(self.body, 1)
        self.set_title(title)
        self.set_note(note)

    def set_title(self, title: str) -> None:
        """Name the card."""
        self._title.setText(title)
        self._title.setVisible(bool(title))

    def set_note(self, note: str) -> None:
        """One quiet line beside the title."""
        self._note.setText(note)
        self._note.setVisible(bool(note))
