"""The list at the right: cards of row buttons; arrows move, Alt+arrows reorder, Enter opens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.rules.files import FileOwner, RecordRef
from desktop_app.widgets.accessibility.keyboard_focus import focused_row, row_to_focus
from desktop_app.widgets.controls.pill import Party, PartyMark, StateLabel
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.lists.item_drawing import ItemContent
from desktop_app.widgets.lists.item_row import ItemRow
from desktop_app.widgets.shell.card import CardFrame, clear_layout
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, GAP_INSIDE, Ink, TextRole
from desktop_app.window.kit.file_drop import RECORD
from desktop_app.window.kit.members_format import MarkedSentence, RowKey
from desktop_app.words import members as words

INDENT = 24


@dataclass(frozen=True, slots=True)
class ListRow:
    """Display data of one row: its record, its texts, its indent."""

    key: RowKey
    content: ItemContent
    depth: int = 0


@dataclass(frozen=True, slots=True)
class ListGroup:
    """Rows under a heading; a group with a party begins a new card."""

    title: str
    rows: tuple[ListRow, ...]
    party: Party | None = None
    note: str = ""
    told: MarkedSentence | None = None
    empty: str = ""
    own_card: bool = True


class MemberRow(ItemRow):
    """Row button: Enter opens, F2 edits."""

    opened = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle F2; pass other keys on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)


class MembersList(QWidget):
    """List of rows; rows and focus survive each refresh."""

    reached = Signal(object)
    opened = Signal(object)
    edit_requested = Signal(object)
    remove_requested = Signal(object)
    shifted = Signal(object, int)
    menu_requested = Signal(object, QPoint)

    def __init__(self, area: QScrollArea, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._area = area
        self._rows: dict[RowKey, MemberRow] = {}
        self._order: list[RowKey] = []
        self._shape: tuple[object, ...] | None = None
        self._quiet = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP_CARD)

    # ---- showing

    def show_groups(self, groups: Sequence[ListGroup]) -> None:
        """Show the groups; if the focused row is gone, focus its neighbour."""
        shape = tuple(_shape(group) for group in groups)
        if shape == self._shape:
            for row in (row for group in groups for row in group.rows):
                self._rows[row.key].show_content(row.content)
            return
        self._shape = shape
        self._quiet = True
        try:
            self._build(groups)
        finally:
            self._quiet = False

    def _build(self, groups: Sequence[ListGroup]) -> None:
        before, order = self.focused(), self._order
        self._take_apart()
        wanted = [row for group in groups for row in group.rows]
        self._drop_but({row.key for row in wanted})
        self._order = [row.key for row in wanted]
        self._fill_cards(groups)
        self._column.addStretch(1)
        self._measure()
        if before is not None:
            left = row_to_focus(before, order, self._rows)
            if left is not None:
                self.focus(left)

    def _fill_cards(self, groups: Sequence[ListGroup]) -> None:
        body: QVBoxLayout | None = None
        for group in groups:
            if body is None or group.own_card:
                body = self._card()
            self._fill(body, group)

    def row(self, key: RowKey) -> MemberRow | None:
        """The row of a record."""
        return self._rows.get(key)

    def order(self) -> tuple[RowKey, ...]:
        """Return the keys of the rows from the top."""
        return tuple(self._order)

    def focused(self) -> RowKey | None:
        """Return the key of the row that has the focus."""
        return focused_row(self._rows)

    def focus(self, key: RowKey) -> None:
        """Give the keyboard to a row."""
        row = self._rows.get(key)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(row)

    def event(self, event: QEvent) -> bool:
        """Recompute the height when rows or wrapped titles change."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._measure()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Recompute the height of wrapped titles."""
        super().resizeEvent(event)
        self._measure()

    # ---- inside

    def _measure(self) -> None:
        column = self._column
        wraps = column.hasHeightForWidth()
        need = column.totalHeightForWidth(self.width()) if wraps else column.totalMinimumSize().height()
        if need >= 0 and need != self.minimumHeight():
            self.setMinimumHeight(need)

    def _take_apart(self) -> None:
        for row in self._rows.values():
            row.setParent(self)
        clear_layout(self._column)

    def _drop_but(self, keys: set[RowKey]) -> None:
        for key in [key for key in self._rows if key not in keys]:
            row = self._rows.pop(key)
            row.hide()
            row.deleteLater()

    def _card(self) -> QVBoxLayout:
        card = CardFrame()
        body = QVBoxLayout(card)
        body.setContentsMargins(GAP, GAP_CARD, GAP, GAP)
        body.setSpacing(2)
        self._column.addWidget(card)
        # at once: a layout measures nothing that is still to be shown
        card.show()
        return body

    def _fill(self, body: QVBoxLayout, group: ListGroup) -> None:
        if not group.own_card:
            body.addSpacing(GAP_CARD)
        body.addLayout(_heading(group))
        if group.told is not None:
            told = StateLabel(text=group.told.text, tone=group.told.tone, shape=group.told.shape)
            body.addLayout(_inset(told))
        if not group.rows and group.empty:
            body.addLayout(_inset(TextLabel(text=group.empty, role=TextRole.SECOND, ink=Ink.QUIET, wrap=True)))
        for row in group.rows:
            line = QHBoxLayout()
            line.setSpacing(0)
            line.addSpacing(INDENT * row.depth)
            made = self._made(row)
            line.addWidget(made)
            body.addLayout(line)
            made.show()

    def _made(self, row: ListRow) -> MemberRow:
        key = row.key
        if key not in self._rows:
            made = MemberRow(self, menu_name=words.ROW_MENU)
            made.setObjectName(f"{key[0]}Row{key[1]}")
            made.setProperty(RECORD, RecordRef(FileOwner(key[0]), key[1]))
            made.reached.connect(lambda: self._tell_reached(key))
            made.opened.connect(lambda: self.opened.emit(key))
            made.acted.connect(lambda: self.opened.emit(key))
            made.edit_requested.connect(lambda: self.edit_requested.emit(key))
            made.remove_requested.connect(lambda: self.remove_requested.emit(key))
            made.shifted.connect(lambda step: self.shifted.emit(key, step))
            made.walked.connect(lambda step: self._walk(key, step))
            made.menu_requested.connect(lambda at: self.menu_requested.emit(key, at))
            self._rows[key] = made
        self._rows[key].show_content(row.content)
        return self._rows[key]

    def _tell_reached(self, key: RowKey) -> None:
        # a row that is put elsewhere hands the keyboard about; that is no wish of the operator
        if not self._quiet:
            self.reached.emit(key)

    def _walk(self, key: RowKey, step: int) -> None:
        place = self._order.index(key) + step
        if 0 <= place < len(self._order):
            self.focus(self._order[place])


def _shape(group: ListGroup) -> object:
    """Return all parts of a group except the contents of its rows."""
    return group.title, group.party, group.note, group.told, group.empty, tuple((r.key, r.depth) for r in group.rows)


def _heading(group: ListGroup) -> QLayout:
    line = QHBoxLayout()
    line.setContentsMargins(GAP_CARD, 0, GAP_CARD, 4)
    line.setSpacing(GAP)
    if group.party is not None:
        line.addWidget(PartyMark(party=group.party), 0, Qt.AlignmentFlag.AlignVCenter)
    strong = group.own_card
    line.addWidget(TextLabel(text=group.title, role=TextRole.SECTION if strong else TextRole.HEAD))
    if group.note:
        line.addWidget(TextLabel(text=group.note, role=TextRole.NOTE, ink=Ink.QUIET))
    line.addStretch(1)
    return line


def _inset(widget: QWidget) -> QLayout:
    line = QHBoxLayout()
    line.setContentsMargins(GAP_INSIDE - 4, 0, GAP_INSIDE - 4, GAP)
    line.addWidget(widget, 1)
    return line
