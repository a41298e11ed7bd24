"""Rows of the agenda card: one row per item, with arrow keys, dragging and a single tab stop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.read_models.sheets import MeetingSheet
from desktop_app.domain.rules.files import FileOwner, RecordRef
from desktop_app.domain.rules.meetings import AgendaItem
from desktop_app.forms.meeting_agenda import Ui_MeetingAgenda
from desktop_app.widgets.accessibility.keyboard_focus import focused_row
from desktop_app.widgets.lists.item_row import ItemRow, RowDrag
from desktop_app.window.kit.file_drop import RECORD
from desktop_app.window.meeting import words
from desktop_app.window.meeting.row_format import item_content, parked_content


class AgendaRows(QObject):
    """Keeps one row widget per item. `act_requested` carries the item id and the action key."""

    act_requested = Signal(int, str)
    menu_requested = Signal(int, QPoint)
    moved = Signal(int, int)

    def __init__(self, ui: Ui_MeetingAgenda, may_move: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._ui, self._may_move = ui, may_move
        self._sheet: MeetingSheet | None = None
        self._rows: dict[int, ItemRow] = {}
        self._items: dict[int, AgendaItem] = {}
        self._stop = 0
        self.drag = RowDrag(ui.scroll, ui.body, self._neighbours)
        self.drag.moved.connect(lambda row, step: self.moved.emit(self._id_of(row), step))

    def show_items(self, sheet: MeetingSheet) -> None:
        """Show one row per item in the order of the sheet; remove rows of deleted items."""
        self._sheet = sheet
        listed = [row.item for row in sheet.agenda]
        self._items = {item.id: item for item in (*listed, *sheet.parked)}
        self._drop_gone()
        for column, items in ((self._ui.rows, listed), (self._ui.parkedRows, sheet.parked)):
            for place, item in enumerate(items):
                self._put(column, item.id, place)

    def tick(self, ran: int) -> None:
        """Update the clock of the running item; ``ran`` is the number of seconds since the sheet was read."""
        if self._sheet is None:
            return
        for place, row in enumerate(self._sheet.agenda, start=1):
            self._rows[row.item.id].show_content(item_content(row, place, self._sheet, ran))
        for item in self._sheet.parked:
            self._rows[item.id].show_content(
                parked_content(item, self._sheet.origins.get(item.id), menu=self._sheet.agenda_editable)
            )

    def show_all_but(self, hidden: int, *, editable: bool) -> None:
        """Hide the row of the item being edited; hide parked items unless the agenda is editable."""
        for item_id, row in self._rows.items():
            parked = self._items[item_id].meeting_id is None
            row.setVisible(item_id != hidden and (editable or not parked))

    def row(self, item_id: int) -> ItemRow | None:
        """The row of an item."""
        return self._rows.get(item_id)

    def item(self, item_id: int) -> AgendaItem:
        """The item of a row."""
        return self._items[item_id]

    def order(self) -> list[int]:
        """Return the ids of the visible items from the top."""
        if self._sheet is None:
            return []
        parked = [item.id for item in self._sheet.parked] if self._sheet.agenda_editable else []
        return [row.item.id for row in self._sheet.agenda] + parked

    def focused(self) -> int:
        """Return the id of the item whose row has the focus, or 0."""
        return focused_row(self._rows) or 0

    def focus(self, item_id: int) -> None:
        """Give the keyboard to the row of an item."""
        row = self._rows.get(item_id)
        if row is not None:
            self.set_tab_stop(item_id)
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            self._ui.scroll.ensureWidgetVisible(row)

    def set_tab_stop(self, item_id: int = 0) -> None:
        """Let Tab reach only the row used last; arrow keys move between rows."""
        order = self.order()
        wanted = item_id or self._stop
        self._stop = wanted if wanted in order else (order[0] if order else 0)
        for one, row in self._rows.items():
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if one == self._stop else Qt.FocusPolicy.ClickFocus)
        if self._stop:
            QWidget.setTabOrder(self._rows[self._stop], self._ui.add)

    # ---- inside

    def _drop_gone(self) -> None:
        for gone in [one for one in self._rows if one not in self._items]:
            row = self._rows.pop(gone)
            row.hide()
            row.deleteLater()

    def _put(self, column: QVBoxLayout, item_id: int, place: int) -> None:
        if item_id not in self._rows:
            self._rows[item_id] = self._make(item_id)
        if column.indexOf(self._rows[item_id]) != place:
            column.insertWidget(place, self._rows[item_id])

    def _make(self, item_id: int) -> ItemRow:
        row = ItemRow(self._ui.body, menu_name=words.ITEM_MENU)
        row.setObjectName(f"item_{item_id}")
        row.setProperty(RECORD, RecordRef(FileOwner.AGENDA_ITEM, item_id))
        row.acted.connect(lambda: self.act_requested.emit(item_id, "toggle"))
        row.walked.connect(lambda step: self._walk(item_id, step))
        row.shifted.connect(lambda step: self.act_requested.emit(item_id, "up" if step < 0 else "down"))
        row.edit_requested.connect(lambda: self.act_requested.emit(item_id, "edit"))
        row.remove_requested.connect(lambda: self.act_requested.emit(item_id, "remove"))
        row.menu_requested.connect(lambda at: self.menu_requested.emit(item_id, at))
        row.reached.connect(lambda: self.set_tab_stop(item_id))
        self.drag.watch(row)
        return row

    def _id_of(self, row: QWidget) -> int:
        return next((one for one, made in self._rows.items() if made is row), 0)

    def _neighbours(self, row: QWidget) -> list[QWidget]:
        """Return the rows among which `row` may be dragged; empty if it may not move."""
        item = self._items.get(self._id_of(row))
        if self._sheet is None or item is None or not self._sheet.agenda_editable or not self._may_move():
            return []
        return [self._rows[one] for one in self.order() if self._items[one].meeting_id == item.meeting_id]

    def _walk(self, item_id: int, step: int) -> None:
        order = self.order()
        place = max(0, min(len(order) - 1, order.index(item_id) + step))
        self.focus(order[place])
