"""Cards, the white sheets of a page; and a layout of chips on several lines from the right."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QLayoutItem, QVBoxLayout, QWidget

from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.style.look import paint_rounded, tokens_of
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, GAP_INSIDE, RADIUS_CARD, Ink, TextRole


def clear_layout(layout: QLayout) -> None:
    """Remove everything from a layout and delete the widgets."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


class FlowLayout(QLayout):
    """Layout in wrapping lines; one item may take the rest of its line."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Add an item at the end."""
        self._items.append(item)

    def insert_before_last(self, widget: QWidget) -> None:
        """Insert a widget before the last one (the input field)."""
        self.addWidget(widget)
        if len(self._items) > 1:
            self._items[-1], self._items[-2] = self._items[-2], self._items[-1]
        self.invalidate()

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return the item at an index, None beyond the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return the item at an index."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Return that the layout grows in width."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Return True, as items wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Lay out the items."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the size of the widest item."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the widest item."""
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
    """White sheet with a thin edge, filled by its user or in a ``.ui`` file."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        paint_rounded(painter, QRectF(self.rect()), RADIUS_CARD, tokens.colour("surface"), tokens.colour("hairline"))


class Card(CardFrame):
    """Sheet with a title, a quiet note at its left, and a body."""

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
        """Set the title."""
        self._title.setText(title)
        self._title.setVisible(bool(title))

    def set_note(self, note: str) -> None:
        """Set the note next to the title."""
        self._note.setText(note)
        self._note.setVisible(bool(note))
