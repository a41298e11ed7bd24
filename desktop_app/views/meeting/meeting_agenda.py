"""The agenda card: items with the running one open, parked ones below, everything by keys and by menu."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QMenu, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.read_models.sheets import MeetingSheet
from desktop_app.domain.rules.meetings import AgendaItem
from desktop_app.forms.meeting_agenda import Ui_MeetingAgenda
from desktop_app.text.meetings import meeting as words
from desktop_app.text.meetings import meeting_agenda as agenda_words
from desktop_app.views.meeting.meeting_item_acts import ItemAct, acts_of, fill_menu
from desktop_app.views.meeting.meeting_item_form import MeetingItemForm
from desktop_app.views.meeting.meeting_row_format import item_content, parked_content
from desktop_app.views.meeting.meeting_signals import MeetingSignals
from desktop_app.widgets.fields.folded_completer import Option
from desktop_app.widgets.lists.item_row import ItemRow
from desktop_app.widgets.lists.row_drag import RowDrag
from desktop_app.widgets.style.tokens import Ink, TextRole

BESIDE = 12
"""What is kept in sight above and below the form that is opened."""


class MeetingAgendaPane(QWidget):
    """Rows keep their place and the keyboard while the sheet is shown again after every act."""

    def __init__(self, signals: MeetingSignals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_MeetingAgenda()
        self.ui.setupUi(self)
        self._signals = signals
        self._sheet: MeetingSheet | None = None
        self._rows: dict[int, ItemRow] = {}
        self._items: dict[int, AgendaItem] = {}
        self._form: MeetingItemForm | None = None
        self._stop = 0
        self._menu = QMenu(self)
        self._drag = RowDrag(self.ui.scroll, self.ui.body, self._neighbours)
        self._drag.moved.connect(lambda row, step: self._signals.item_moved.emit(self._id_of(row), step))
        self._dress()

    def _dress(self) -> None:
        ui = self.ui
        ui.heading.set_role(TextRole.SECTION)
        ui.parkedHeading.set_role(TextRole.HEAD)
        ui.parkedHeading.set_ink(Ink.SECOND)
        for label in (ui.total, ui.parkedCount):
            label.set_role(TextRole.SECOND)
            label.set_ink(Ink.SECOND)
        ui.scroll.viewport().setAutoFillBackground(False)
        ui.body.setAutoFillBackground(False)
        ui.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ui.empty.set_content(
            agenda_words.EMPTY_AGENDA, agenda_words.EMPTY_AGENDA_WHY, icon="list-checks", action=agenda_words.ADD_ITEM
        )
        ui.empty.action_requested.connect(self.add_item)
        ui.add.clicked.connect(self.add_item)

    # ---- showing

    def show_sheet(self, sheet: MeetingSheet) -> None:
        """Items, parked items, the total."""
        if self._sheet is not None and self._sheet.meeting.id != sheet.meeting.id:
            self.close_form()
        focused = next((one for one, row in self._rows.items() if row.hasFocus()), 0)
        self._sheet = sheet
        listed = [row.item for row in sheet.agenda]
        self._items = {item.id: item for item in (*listed, *sheet.parked)}
        self._drop_gone()
        self._lift_form()
        for column, items in ((self.ui.rows, listed), (self.ui.parkedRows, sheet.parked)):
            for place, item in enumerate(items):
                self._put(column, item.id, place)
        self._place_form()
        self.tick(0)
        self._show_frame(sheet)
        self._hold_tab_stop(self._stop)
        if focused in self._rows:
            self.focus_item(focused)
        elif focused:
            self.focus_first()

    def tick(self, ran: int) -> None:
        """Let the clock of the running item go on; ``ran`` are the seconds since the sheet was read."""
        if self._sheet is None:
            return
        for place, row in enumerate(self._sheet.agenda, start=1):
            self._rows[row.item.id].show_content(item_content(row, place, self._sheet, ran))
        for item in self._sheet.parked:
            self._rows[item.id].show_content(parked_content(item, menu=self._sheet.agenda_editable))

    def row(self, item_id: int) -> ItemRow | None:
        """The row of an item."""
        return self._rows.get(item_id)

    def focus_item(self, item_id: int) -> None:
        """Give the keyboard to an item."""
        row = self._rows.get(item_id)
        if row is not None:
            self._hold_tab_stop(item_id)
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ui.scroll.ensureWidgetVisible(row)

    def focus_first(self) -> None:
        """Give the keyboard to the agenda, or to what is to be done while it is empty."""
        if self._sheet is not None and self._sheet.agenda:
            self.focus_item(self._sheet.agenda[0].item.id)
        else:
            self.ui.empty.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_frame(self, sheet: MeetingSheet) -> None:
        ui, editable = self.ui, sheet.agenda_editable
        free = editable and self._form is None
        ui.total.setText(words.minutes_of(sheet.planned_minutes) if sheet.planned_minutes else "")
        ui.empty.setVisible(free and not sheet.agenda)
        ui.add.setVisible(free and bool(sheet.agenda))
        self._show_parked_head(len(sheet.parked) if editable else 0)
        hidden = self._form.item_id() if self._form is not None else 0
        for item_id, row in self._rows.items():
            parked = self._items[item_id].meeting_id is None
            row.setVisible(item_id != hidden and (editable or not parked))

    def _show_parked_head(self, count: int) -> None:
        for widget in (self.ui.parkedRule, self.ui.parkedHeading, self.ui.parkedCount):
            widget.setVisible(count > 0)
        self.ui.parkedCount.setText(agenda_words.count(count))

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
        row = ItemRow(self.ui.body, menu_name=agenda_words.ITEM_MENU)
        row.setObjectName(f"item_{item_id}")
        row.acted.connect(lambda: self.do(item_id, "toggle"))
        row.walked.connect(lambda step: self._walk(item_id, step))
        row.shifted.connect(lambda step: self.do(item_id, "up" if step < 0 else "down"))
        row.edit_requested.connect(lambda: self.do(item_id, "edit"))
        row.remove_requested.connect(lambda: self.do(item_id, "remove"))
        row.menu_requested.connect(lambda at: self.menu_of(item_id).popup(at))
        row.reached.connect(lambda: self._hold_tab_stop(item_id))
        self._drag.watch(row)
        return row

    def _id_of(self, row: QWidget) -> int:
        return next((one for one, made in self._rows.items() if made is row), 0)

    def _neighbours(self, row: QWidget) -> list[QWidget]:
        """Among which rows one is dragged: the agenda or what is parked; none where it is fixed or a form is open."""
        item = self._items.get(self._id_of(row))
        if self._sheet is None or item is None or not self._sheet.agenda_editable or self._form is not None:
            return []
        return [self._rows[one] for one in self._order() if self._items[one].meeting_id == item.meeting_id]

    def _hold_tab_stop(self, item_id: int) -> None:
        """Tab reaches one row of the list, the one that was used last; arrows walk the others."""
        order = self._order()
        self._stop = item_id if item_id in order else (order[0] if order else 0)
        for one, row in self._rows.items():
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if one == self._stop else Qt.FocusPolicy.ClickFocus)
        if self._stop:
            QWidget.setTabOrder(self._rows[self._stop], self.ui.add)

    def _order(self) -> list[int]:
        if self._sheet is None:
            return []
        parked = [item.id for item in self._sheet.parked] if self._sheet.agenda_editable else []
        return [row.item.id for row in self._sheet.agenda] + parked

    def _walk(self, item_id: int, step: int) -> None:
        order = self._order()
        place = max(0, min(len(order) - 1, order.index(item_id) + step))
        self.focus_item(order[place])

    # ---- acts

    def do(self, item_id: int, name: str) -> None:
        """An act of an item by its name, where it is offered now."""
        for act in self._acts(item_id):
            if act.name == name:
                act.do()

    def _acts(self, item_id: int) -> list[ItemAct]:
        if self._sheet is None:
            return []
        return acts_of(self._items[item_id], self._sheet, self._signals, self._open_form)

    def menu_of(self, item_id: int) -> QMenu:
        """Everything that may be done with an item now."""
        fill_menu(self._menu, self._acts(item_id))
        return self._menu

    # ---- the form

    def add_item(self) -> None:
        """Open the form of a new item at the end."""
        if self._sheet is not None and self._sheet.agenda_editable:
            meeting = self._sheet.meeting
            self._open_form(AgendaItem(committee_id=meeting.committee_id, meeting_id=meeting.id, ordinal=0, title=""))

    def form(self) -> MeetingItemForm | None:
        """The form that is open."""
        return self._form

    def close_form(self) -> None:
        """Put the form away and give its row back."""
        form, self._form = self._form, None
        if form is None or self._sheet is None:
            return
        inside = form.window().focusWidget()
        had_focus = inside is not None and form.isAncestorOf(inside)
        form.hide()
        form.deleteLater()
        self._show_frame(self._sheet)
        if had_focus and form.item_id() in self._rows:
            self.focus_item(form.item_id())
        elif had_focus:
            self.focus_first()

    def _leave_form(self) -> None:
        self.close_form()
        self._signals.edit_left.emit()

    def _open_form(self, item: AgendaItem) -> None:
        if self._form is not None and self._form.item_id() == item.id:
            return
        if self._form is not None and self._form.is_dirty():
            self._form.save()
            if self._form is not None:
                # refused: what is typed there comes first
                return
        self.close_form()
        form = self._form = _form_of(item, self._sheet, self.ui.body)
        form.saved.connect(self._signals.item_saved)
        form.left.connect(self._leave_form)
        self._place_form()
        if self._sheet is not None:
            self._show_frame(self._sheet)
        form.show()
        form.ui.titleEdit.setFocus(Qt.FocusReason.OtherFocusReason)
        # only then it has its height
        QTimer.singleShot(0, form, lambda: _show_whole(form, self.ui.scroll))

    def _lift_form(self) -> None:
        """Out of the columns, so that rows are counted without it."""
        if self._form is not None:
            for column in (self.ui.rows, self.ui.parkedRows):
                column.removeWidget(self._form)

    def _place_form(self) -> None:
        """After the row that it stands for, or at the end for a new item."""
        if self._form is None:
            return
        row = self._rows.get(self._form.item_id())
        for column in (self.ui.rows, self.ui.parkedRows):
            if row is not None and column.indexOf(row) >= 0:
                column.insertWidget(column.indexOf(row) + 1, self._form)
                return
        self.ui.newForm.addWidget(self._form)


def _show_whole(form: MeetingItemForm, page: QScrollArea) -> None:
    """Scroll to the form's end and back to its beginning, which stays where there is no room for both."""
    for part in (form.ui.save, form.ui.titleField):
        # A form that was put away meanwhile shows nothing
        if form.isVisible():
            page.ensureWidgetVisible(part, 0, BESIDE)


def _form_of(item: AgendaItem, sheet: MeetingSheet | None, parent: QWidget) -> MeetingItemForm:
    return MeetingItemForm(item, sheet.earlier if sheet is not None else (), _people_of(sheet), parent)


def _people_of(sheet: MeetingSheet | None) -> list[Option]:
    """Who may present an item: whoever sits here, with the one in the place of another, and the guests."""
    if sheet is None:
        return []
    named: dict[str, str] = {}
    for row in (row for party in sheet.attendance for row in party.rows):
        for name in (row.name, row.substitute_name):
            named.setdefault(name, row.post)
    for guest in sheet.guests:
        named.setdefault(guest.name, guest.post)
    return [Option(name, name, post) for name, post in named.items() if name]
