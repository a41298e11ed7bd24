"""Agenda card of a meeting: agenda items, parked items, and one table of item actions for menus and keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QMenu, QScrollArea, QWidget

from desktop_app.domain.read_models.sheets import MeetingSheet
from desktop_app.domain.rules.meetings import AgendaItem, AgendaState, MeetingState
from desktop_app.forms.meeting_agenda import Ui_MeetingAgenda
from desktop_app.widgets.accessibility.keyboard_focus import has_focus_inside, row_to_focus
from desktop_app.widgets.fields.folded_completer import Option
from desktop_app.widgets.style.look import icons_of, tokens_of
from desktop_app.widgets.style.tokens import ICON_BUTTON, Ink, TextRole
from desktop_app.window.meeting import words
from desktop_app.window.meeting.agenda_rows import AgendaRows
from desktop_app.window.meeting.item_form import MeetingItemForm
from desktop_app.window.meeting.row_format import act_of
from desktop_app.window.meeting.signals import MeetingSignals


@dataclass(frozen=True, slots=True)
class ItemAct:
    """One action on an agenda item: its key, its icon and its label."""

    name: str
    icon: str
    text: str
    do: Callable[[], object]


def acts_of(
    item: AgendaItem, sheet: MeetingSheet, wants: MeetingSignals, edit: Callable[[AgendaItem], object]
) -> list[ItemAct]:
    """Return the actions on an item in menu order; none once the agenda is fixed."""
    if not sheet.agenda_editable:
        return []
    one = item.id
    parked = item.state is AgendaState.PARKED
    acts = [
        ItemAct("edit", "pencil", words.EDIT, lambda: edit(item)),
        ItemAct("up", "chevron-up", words.UP, lambda: wants.item_moved.emit(one, -1)),
        ItemAct("down", "chevron-down", words.DOWN, lambda: wants.item_moved.emit(one, 1)),
    ]
    if parked:
        acts.insert(0, ItemAct("take_up", "undo-2", words.TAKE_UP, lambda: wants.item_taken_up.emit(one)))
    else:
        acts.append(ItemAct("park", "pin", words.PARK, lambda: wants.item_parked.emit(one)))
    acts.append(ItemAct("remove", "trash-2", words.REMOVE, lambda: wants.item_removed.emit(one)))
    if sheet.meeting.state is MeetingState.IN_SESSION and not parked:
        toggle = wants.item_finished if item.state is AgendaState.RUNNING else wants.item_started
        acts.insert(0, ItemAct("toggle", "play", act_of(item.state), lambda: toggle.emit(one)))
    return acts


def fill_menu(menu: QMenu, acts: Sequence[ItemAct]) -> None:
    """Add the actions to a menu; each menu action has the key as its object name."""
    menu.clear()
    tokens = tokens_of(menu)
    for act in acts:
        icon = icons_of(menu).icon(act.icon, tokens.colour("second"), tokens.px(ICON_BUTTON))
        action = menu.addAction(icon, act.text)
        action.setObjectName(act.name)
        action.triggered.connect(lambda _on=False, do=act.do: do())


BESIDE = 12
"""What is kept in sight above and below the form that is opened."""


class MeetingAgendaPane(QWidget):
    """The agenda list with its form; rows and keyboard focus survive each refresh."""

    def __init__(self, signals: MeetingSignals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_MeetingAgenda()
        self.ui.setupUi(self)
        self._signals = signals
        self._sheet: MeetingSheet | None = None
        self._form: MeetingItemForm | None = None
        self._menu = QMenu(self)
        self.rows = AgendaRows(self.ui, lambda: self._form is None, self)
        self.rows.act_requested.connect(self.do)
        self.rows.menu_requested.connect(lambda item_id, at: self.menu_of(item_id).popup(at))
        self.rows.moved.connect(signals.item_moved)
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
        ui.empty.action_requested.connect(self.add_item)
        ui.add.clicked.connect(self.add_item)

    # ---- showing

    def show_sheet(self, sheet: MeetingSheet) -> None:
        """Show the items, the parked items and the total time."""
        if self._sheet is not None and self._sheet.meeting.id != sheet.meeting.id:
            self.close_form()
        focused, order = self.rows.focused(), self.rows.order()
        self._sheet = sheet
        self._lift_form()
        self.rows.show_items(sheet)
        self._insert_form()
        self.rows.tick(0)
        self._show_frame(sheet)
        self.rows.set_tab_stop()
        if focused:
            self._focus(row_to_focus(focused, order, self.rows.order()))

    def _focus(self, item_id: int | None) -> None:
        if item_id is None:
            self.focus_first()
        else:
            self.rows.focus(item_id)

    def focus_first(self) -> None:
        """Focus the agenda, or the first button while it is empty."""
        if self._sheet is not None and self._sheet.agenda:
            self.rows.focus(self._sheet.agenda[0].item.id)
        else:
            self.ui.empty.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_frame(self, sheet: MeetingSheet) -> None:
        ui, editable = self.ui, sheet.agenda_editable
        free = editable and self._form is None
        ui.total.setText(words.minutes_of(sheet.planned_minutes) if sheet.planned_minutes else "")
        why, action = ("", "") if sheet.read_only else (words.EMPTY_AGENDA_WHY, words.ADD_ITEM)
        ui.empty.set_content(words.EMPTY_AGENDA, why, icon="list-checks", action=action)
        ui.empty.setVisible((free or sheet.read_only) and not sheet.agenda)
        ui.add.setVisible(free and bool(sheet.agenda))
        self._show_parked_head(len(sheet.parked) if editable else 0)
        self.rows.show_all_but(self._form.item_id() if self._form is not None else 0, editable=editable)

    def _show_parked_head(self, count: int) -> None:
        for widget in (self.ui.parkedRule, self.ui.parkedHeading, self.ui.parkedCount):
            widget.setVisible(count > 0)
        self.ui.parkedCount.setText(words.count(count))

    # ---- acts

    def do(self, item_id: int, name: str) -> None:
        """Run an item action by its key if it is offered now."""
        for act in self._acts(item_id):
            if act.name == name:
                act.do()

    def _acts(self, item_id: int) -> list[ItemAct]:
        if self._sheet is None:
            return []
        return acts_of(self.rows.item(item_id), self._sheet, self._signals, self._open_form)

    def menu_of(self, item_id: int) -> QMenu:
        """Return the menu of all actions on an item."""
        fill_menu(self._menu, self._acts(item_id))
        return self._menu

    # ---- the form

    def add_item(self) -> None:
        """Open the form of a new item at the end."""
        if self._sheet is not None and self._sheet.agenda_editable:
            meeting = self._sheet.meeting
            self._open_form(AgendaItem(committee_id=meeting.committee_id, meeting_id=meeting.id, ordinal=0, title=""))

    def form(self) -> MeetingItemForm | None:
        """The open form, or None."""
        return self._form

    def show_refusal(self, field: str, text: str) -> bool:
        """Show the error beneath its field; return False if no form is open."""
        if self._form is not None:
            self._form.show_refusal(field, text)
        return self._form is not None

    def close_form(self) -> None:
        """Close the form and show the row again."""
        form, self._form = self._form, None
        if form is None or self._sheet is None:
            return
        had_focus = has_focus_inside(form)
        form.hide()
        form.deleteLater()
        self._show_frame(self._sheet)
        if had_focus and self.rows.row(form.item_id()) is not None:
            self.rows.focus(form.item_id())
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
        self._insert_form()
        if self._sheet is not None:
            self._show_frame(self._sheet)
        form.show()
        form.ui.titleEdit.setFocus(Qt.FocusReason.OtherFocusReason)
        # only then it has its height
        QTimer.singleShot(0, form, lambda: _show_whole(form, self.ui.scroll))

    def _lift_form(self) -> None:
        """Remove the form from its layout, so that row positions are counted without it."""
        if self._form is not None:
            for column in (self.ui.rows, self.ui.parkedRows):
                column.removeWidget(self._form)

    def _insert_form(self) -> None:
        """Insert the form after the row it edits, or at the end for a new item."""
        if self._form is None:
            return
        row = self.rows.row(self._form.item_id())
        for column in (self.ui.rows, self.ui.parkedRows):
            if row is not None and column.indexOf(row) >= 0:
                column.insertWidget(column.indexOf(row) + 1, self._form)
                return
        self.ui.newForm.addWidget(self._form)


def _show_whole(form: MeetingItemForm, page: QScrollArea) -> None:
    """Scroll the whole form into view; its top wins if it does not fit."""
    for part in (form.ui.save, form.ui.titleField):
        # A form that was put away meanwhile shows nothing
        if form.isVisible():
            page.ensureWidgetVisible(part, 0, BESIDE)


def _form_of(item: AgendaItem, sheet: MeetingSheet | None, parent: QWidget) -> MeetingItemForm:
    return MeetingItemForm(item, sheet.earlier if sheet is not None else (), _people_of(sheet), parent)


def _people_of(sheet: MeetingSheet | None) -> list[Option]:
    """Return the people who may present an item: seat holders, substitutes and guests."""
    if sheet is None:
        return []
    named: dict[str, str] = {}
    for row in (row for party in sheet.attendance for row in party.rows):
        for name in (row.name, row.substitute_name):
            named.setdefault(name, row.post)
    for guest in sheet.guests:
        named.setdefault(guest.name, guest.post)
    return [Option(name, name, post) for name, post in named.items() if name]
