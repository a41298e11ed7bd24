"""Page of members: seats, units or people in a list, with details and forms at the side, and a menu on each row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desktop_app.domain.read_models.members_sheet import MembersSheet, UnitDetails
from desktop_app.forms.members_page import Ui_MembersPage
from desktop_app.widgets.dates.date_source import DateSource, date_source
from desktop_app.widgets.shell.page import NoticedPage
from desktop_app.widgets.shell.shortcuts import add_action, add_page_action
from desktop_app.window.kit.members_details import LETTER
from desktop_app.window.kit.members_format import PERSON, UNIT, MembersForm, MembersSignals, RowKey
from desktop_app.window.kit.members_forms import FormMaker
from desktop_app.window.members.list import MembersList
from desktop_app.window.members.panel import MembersPanel
from desktop_app.window.members.shown import LATE, Shown, set_fixed_texts, show_empty, show_head
from desktop_app.words import members as words
from desktop_app.words.history import HISTORY, HISTORY_KEYS
from desktop_app.words.refusals import sentence


class RowMenu:
    """Menu of a row: edit, reorder, archive; less for archived rows and read-only data."""

    def __init__(
        self, page: QWidget, rows: MembersList, do: Callable[[str, RowKey], object], allows: Callable[[str], bool]
    ) -> None:
        self._menu = QMenu(page)
        self._list, self._do, self._allows = rows, do, allows
        rows.menu_requested.connect(self._open)

    def menu_of(self, key: RowKey) -> QMenu:
        """Return the menu of a row."""
        self._menu.clear()
        row = self._list.row(key)
        if not self._allows("edit"):
            self._add_history(key)
            return self._menu
        if row is not None and row.content().quiet:
            self._add(words.RESTORE, "", lambda: self._do("restore", key))
            self._add_history(key)
            return self._menu
        self._add(words.EDIT, "F2", lambda: self._do("edit", key))
        if key[0] != PERSON:
            self._menu.addSeparator()
            self._add(words.UP, "Alt+Up", lambda: self._list.shifted.emit(key, -1))
            self._add(words.DOWN, "Alt+Down", lambda: self._list.shifted.emit(key, 1))
        self._menu.addSeparator()
        self._add(words.ARCHIVE, "Del", lambda: self._do("archive", key))
        self._add_history(key)
        return self._menu

    def _add_history(self, key: RowKey) -> None:
        self._add(HISTORY, HISTORY_KEYS, lambda: self._do("history", key))

    def _add(self, text: str, keys: str, act: Callable[[], object]) -> None:
        action = self._menu.addAction(text if not keys else f"{text}\t{keys}")
        action.triggered.connect(lambda _on=False: act())

    def _open(self, key: RowKey, at: QPoint) -> None:
        self.menu_of(key).popup(at)


PANEL_WIDTHS = ((1100, 400), (900, 368), (0, 336))
"""From which width of the page the panel is how wide."""
LOW = 600
SHIFTS: Final = {"up": -1, "down": 1}
"""Acts that move a row, with the way that it goes."""


class MembersPage(NoticedPage):
    """Shows all members and units; operator actions go out through ``signals``."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_MembersPage()
        self.ui.setupUi(self)
        self.notice = self.ui.notice
        self.signals = MembersSignals(self)
        self._today = today
        self._shown: Shown | None = None
        self.panel = MembersPanel()
        self.forms = FormMaker(self, self.signals)
        self._assemble()
        self._connect()

    def _assemble(self) -> None:
        ui = self.ui
        self.list = MembersList(ui.area)
        ui.area.setWidget(self.list)
        ui.area.viewport().setAutoFillBackground(False)
        self.list.setAutoFillBackground(False)
        ui.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QVBoxLayout(ui.panel)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.panel)
        set_fixed_texts(ui)
        ui.empty.action_requested.connect(self.signals.founding_requested)

    def _connect(self) -> None:
        ui = self.ui
        self.menu = RowMenu(self, self.list, self.do, lambda act: self._shown is not None and self._shown.allows(act))
        ui.parts.chosen.connect(self.show_part)
        ui.archived.toggled.connect(lambda _on: self._show_list())
        ui.search.textChanged.connect(lambda _text: self._show_list())
        ui.actions.act_requested.connect(partial(_do_in_head, self))
        ui.notice.action_requested.connect(self.signals.notice_act_requested)
        self.panel.act_requested.connect(self._panel_act)
        self.list.reached.connect(self._reach)
        self.list.opened.connect(self._open)
        self.list.edit_requested.connect(partial(self.do, "edit"))
        self.list.remove_requested.connect(partial(self.do, "archive"))
        self.list.shifted.connect(lambda key, step: self.do("up" if step < 0 else "down", key))
        add_page_action(self, words.ADD[words.SEATS], "Ins", self.add)
        add_page_action(self, words.SEARCH_PEOPLE, "Ctrl+F", self._search)
        add_action(self.list, words.COPY_LIST, "Ctrl+C", partial(self.copy, whole=False))
        for place, part in enumerate(words.PARTS, start=1):
            add_page_action(self, words.PARTS[part], f"Alt+{place}", partial(ui.parts.choose, part))

    # ---- showing

    def show_sheet(self, sheet: MembersSheet) -> None:
        """Show all data; an open form stays."""
        if self._shown is None or self._shown.sheet.calendar != sheet.calendar:
            self._set_dates(date_source(sheet.calendar, self._today, sentence))
        if self._shown is None:
            self._shown = Shown(sheet)
        shown = self._shown
        shown.sheet, before = sheet, shown.key
        self.ui.stack.setCurrentWidget(self.ui.work)
        self._show_all()
        if shown.key == before:
            # another row is told of as it is reached
            self._tell_unit(shown)

    def _set_dates(self, dates: DateSource) -> None:
        self.forms.set_dates(dates)
        form = self.panel.form()
        if form is not None:
            form.set_dates(dates)

    def show_missing(self, *, founding: bool) -> None:
        """Show that there is no committee yet; `founding` offers to create one."""
        self.ui.stack.setCurrentWidget(self.ui.empty)
        show_empty(self.ui, founding=founding)

    def show_part(self, part: str) -> None:
        """Switch to seats, units or people; ask first if a form holds unsaved input."""
        shown = self._shown
        if shown is not None and (part == shown.part or self.panel.let_go()):
            shown.part = part
            self._show_all()
        elif shown is not None:
            self.ui.parts.set_value(shown.part)

    def part(self) -> str:
        """The part that is shown: seats, units or people."""
        return self._shown.part if self._shown else words.SEATS

    def show_open_task_count(self, unit_id: int, in_hand: UnitDetails) -> None:
        """Show the number of open tasks of a unit."""
        if self._shown is not None:
            self._shown.in_hand[unit_id] = in_hand
            self._show_detail(self._shown)

    # ---- forms

    def open_form(self, form: MembersForm) -> None:
        """Open a form in the panel; ask first if another holds unsaved input."""
        if not self.panel.let_go():
            form.deleteLater()
            return
        form.left.connect(self._leave_form)
        form.edited.connect(self.signals.edited)
        self.panel.show_form(form)

    def close_form(self, kind: str = "", record_id: int = 0) -> None:
        """Close the form, show the record, and focus its row."""
        self.panel.close_form()
        if kind and self._shown is not None:
            self._shown.choose((kind, record_id))
        self._show_all()
        self.focus_list()

    def focus_list(self) -> None:
        """Focus the selected row, else the button that adds a record."""
        key = self._shown.key if self._shown else None
        adding = self.ui.actions.button("add")
        if key is not None:
            self.list.focus(key)
        elif adding is not None:
            adding.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.ui.empty.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- acts

    def add(self) -> None:
        """Open the form of a new record of the part shown."""
        if self._shown is not None and self._shown.allows("add"):
            form = self.forms.form_of_new(self._shown.sheet, self._shown.part, self._shown.key)
            if form is not None:
                self.open_form(form)

    def do(self, act: str, key: RowKey, about: int = 0) -> None:
        """Run one action on a record or on one of its nominations."""
        kind, record_id = key
        if self._shown is None or not self._shown.allows(act):
            return
        if act == "archive":
            self.signals.archive_requested.emit(kind, record_id)
        elif act == "restore":
            self.signals.restore_requested.emit(kind, record_id)
        elif act in SHIFTS:
            self.signals.shifted.emit(kind, record_id, SHIFTS[act])
        elif act == "history":
            self.signals.history_requested.emit()
        elif act == "tasks":
            self.signals.tasks_requested.emit(record_id)
        elif act.startswith(LETTER):
            self.signals.register_requested.emit(int(act.removeprefix(LETTER)))
        else:
            form = self.forms.form_of_action(self._shown.sheet, act, key, about)
            if form is not None:
                self.open_form(form)

    def copy(self, *, whole: bool) -> None:
        """Copy the whole part or the selected row as spreadsheet cells."""
        if self._shown is not None:
            QGuiApplication.clipboard().setText(self._shown.cells(whole=whole, focused=self.list.focused()))
            self.signals.copied.emit(whole)

    # ---- inside

    def _show_all(self) -> None:
        if self._shown is not None:
            show_head(self.ui, self._shown)
            self._show_list()

    def _show_list(self) -> None:
        shown = self._shown
        if shown is None:
            return
        shown.archived, shown.query = self.ui.archived.isChecked(), self.ui.search.text()
        before = shown.key
        self.list.show_groups(shown.groups(self.list.order()))
        if shown.key != before:
            self._tell_unit(shown)
        self._show_detail(shown)

    def _show_detail(self, shown: Shown) -> None:
        detail = shown.detail()
        if detail is not None:
            self.panel.show_detail(detail)
        elif self.panel.form() is None:
            self.panel.show_nothing()

    def _reach(self, key: RowKey) -> None:
        shown = self._shown
        if shown is None or shown.key == key:
            return
        shown.choose(key)
        form = self.panel.form()
        if form is not None and not form.is_dirty():
            self.panel.close_form()
        self._tell_unit(shown)
        self._show_list()

    def _tell_unit(self, shown: Shown) -> None:
        if shown.key is not None and shown.key[0] == UNIT:
            self.signals.unit_shown.emit(shown.key[1])

    def _open(self, key: RowKey) -> None:
        self._reach(key)
        self.panel.focus_first()

    def _panel_act(self, act: str, about: int) -> None:
        detail = self.panel.detail()
        if detail is not None:
            self.do(act, detail.key, about)

    def _leave_form(self) -> None:
        self.panel.close_form()
        self._show_list()
        self.focus_list()
        self.signals.edited.emit()

    def _search(self) -> None:
        self.ui.parts.choose(words.PEOPLE)
        if self.part() == words.PEOPLE:
            self.ui.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.ui.search.selectAll()

    # ---- room

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Adapt the layout to the size."""
        super().resizeEvent(event)
        wide = next(panel for page, panel in PANEL_WIDTHS if self.width() >= page)
        self.ui.panel.setFixedWidth(wide)
        self.ui.column.setSpacing(8 if self.height() < LOW else 12)


def _do_in_head(page: MembersPage, key: str) -> None:
    """Run an action of the header."""
    if key.startswith(LATE):
        page.signals.late_letter_requested.emit(int(key.removeprefix(LATE)))
    elif key == "copy":
        page.copy(whole=True)
    else:
        page.add()
