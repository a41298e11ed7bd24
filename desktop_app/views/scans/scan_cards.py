"""The pages of a scan side by side from the right, in the order in which they will be kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.text.papers import scan_import as words
from desktop_app.views.scans.card_drag import CardDrag
from desktop_app.views.scans.scan_card import CardContent, ScanCard
from desktop_app.widgets.shell.flow_layout import FlowLayout
from desktop_app.widgets.style.tokens import GAP, GAP_TIGHT


class ScanCards(QScrollArea):
    """Cards are known by the keys of their pages, so that the keyboard stays on its page wherever that goes."""

    reached = Signal(int)
    looked = Signal(int)
    turned = Signal(int, int)
    left_out = Signal(int)
    moved = Signal(int, int)
    """A page and how many places on it shall come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: dict[int, ScanCard] = {}
        self._order: list[int] = []
        self._small = False
        self.setObjectName("scanCards")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(words.PAGES)
        body = QWidget()
        self._grid = QWidget(body)
        self._flow = FlowLayout(self._grid, gap=GAP)
        column = QVBoxLayout(body)
        column.setContentsMargins(GAP_TIGHT, 0, 0, GAP)
        column.addWidget(self._grid)
        column.addStretch(1)
        self.setWidget(body)
        # the area fills what it is given
        body.setAutoFillBackground(False)
        # it takes the room that is left, however many pages there are
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._drag = CardDrag(self, self._grid, lambda: [self._cards[key] for key in self._order])
        self._drag.moved.connect(self._dragged)

    def show_cards(self, cards: Sequence[tuple[int, CardContent]]) -> None:
        """Show these in this order; the card with the keyboard keeps it."""
        held = self.focused()
        wanted = dict(cards)
        for key in [key for key in self._cards if key not in wanted]:
            gone = self._cards.pop(key)
            self._flow.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        order = list(wanted)
        for key, content in cards:
            if key not in self._cards:
                self._cards[key] = self._made(key)
            self._cards[key].show_content(content)
        if order != self._order:
            self._lay_out(order)
        if held is not None and held in self._cards:
            self._cards[held].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_small(self, small: bool) -> None:
        """Smaller cards, where the window is low."""
        if small != self._small:
            self._small = small
            for card in self._cards.values():
                card.set_small(small)

    def focus(self, key: int) -> None:
        """Give the keyboard to a page."""
        card = self._cards.get(key)
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def focused(self) -> int | None:
        """The page that has the keyboard."""
        return next((key for key, card in self._cards.items() if card.hasFocus()), None)

    def stop(self) -> QWidget | None:
        """Where Tab stops among the pages: at the chosen one."""
        stops = (card for card in self._cards.values() if card.focusPolicy() is Qt.FocusPolicy.StrongFocus)
        return next(stops, None)

    def has_cards(self) -> bool:
        """Whether any page shows."""
        return bool(self._cards)

    # ---- inside

    def _lay_out(self, order: list[int]) -> None:
        while self._flow.takeAt(0) is not None:
            pass
        for key in order:
            self._flow.addWidget(self._cards[key])
            self._cards[key].show()
        self._order = order
        self._flow.invalidate()
        self._grid.updateGeometry()

    def _made(self, key: int) -> ScanCard:
        card = ScanCard(self._grid)
        card.setObjectName(f"scanPage{key}")
        card.set_small(self._small)
        card.reached.connect(lambda: self._reach(key))
        card.looked.connect(lambda: self.looked.emit(key))
        card.turned.connect(lambda step: self.turned.emit(key, step))
        card.left_out.connect(lambda: self.left_out.emit(key))
        card.shifted.connect(lambda step: self._shift(key, step))
        card.walked.connect(lambda step: self._walk(key, step))
        card.walked_line.connect(lambda step: self._walk_line(key, step))
        card.walked_to_end.connect(lambda end: self.focus(self._order[0 if end < 0 else -1]))
        self._drag.watch(card)
        return card

    def _reach(self, key: int) -> None:
        self.reached.emit(key)
        card = self._cards[key]
        # once it has its place
        QTimer.singleShot(0, card, lambda: self.ensureWidgetVisible(card, 0, GAP))

    def _walk(self, key: int, step: int) -> None:
        place = self._order.index(key) + step
        if 0 <= place < len(self._order):
            self.focus(self._order[place])

    def _walk_line(self, key: int, step: int) -> None:
        """To the card above or beneath, else to the end of the order."""
        at = self._cards[key].geometry()
        others = [one for one in self._order if (self._cards[one].y() - at.y()) * step > 0]
        if others:
            nearest = min(abs(self._cards[one].y() - at.y()) for one in others)
            line = [one for one in others if abs(self._cards[one].y() - at.y()) == nearest]
            self.focus(min(line, key=lambda one: abs(self._cards[one].x() - at.x())))

    def _shift(self, key: int, step: int) -> None:
        if 0 <= self._order.index(key) + step < len(self._order):
            self.moved.emit(key, step)

    def _dragged(self, card: QWidget, step: int) -> None:
        key = next((key for key, one in self._cards.items() if one is card), None)
        if key is not None:
            self.moved.emit(key, step)
