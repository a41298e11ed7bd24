"""Page with one list: its notice, saved views, search and filters, the table, the detail, and its footer.

The table may be empty for three reasons, each with its own text: no records yet, none in this view, none that match.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop_app.domain.read_models.listing import Group, ListQuery
from desktop_app.domain.rules.files import RecordRef
from desktop_app.forms.record_list_page import Ui_RecordListPage
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.feedback.empty_page import EmptyPage
from desktop_app.widgets.lists.view_tabs import ViewTab
from desktop_app.widgets.lists.window_model import WindowModel
from desktop_app.widgets.shell.action_bar import PageAction
from desktop_app.widgets.shell.page import Page
from desktop_app.widgets.shell.shortcuts import add_page_action
from desktop_app.widgets.style.tokens import Ink, TextRole, Tone
from desktop_app.window.kit.file_drop import RECORD
from desktop_app.window.kit.list_spec import Counts, DetailPane, ListSpec
from desktop_app.window.kit.list_table import ListSettings, ListTable, OrderMenu
from desktop_app.words import lists as words
from desktop_app.words.digits import filled
from desktop_app.words.refusals import sentence


def show_counts_in_footer(footer: TextLabel, spec: ListSpec[Any], query: ListQuery, shown: int, counts: Counts) -> None:
    """Return the footer: how many records are shown, how many there are, and where the others are."""
    total = counts.get(spec.whole, shown)
    view, whole = spec.view(query.view), spec.view(spec.whole)
    in_view = counts.get(query.view, total)
    hidden = words.hidden_by_view(total - in_view, spec.what, view.hides if view else "", whole.label if whole else "")
    parts = [
        words.counted(shown, spec.what) if total == shown else words.counted_of(shown, spec.what, total),
        hidden if total > in_view else "",
        words.hidden_by_filters(in_view - shown, spec.what) if in_view > shown else "",
    ]
    footer.setText(words.SEPARATOR.join(filled(*parts)))


def show_empty_reason(
    empty: EmptyPage, spec: ListSpec[Any], query: ListQuery, counts: Counts, filters: Sequence[tuple[str, str]]
) -> None:
    """Return why the list is empty, and the one action to change that."""
    view, whole = spec.view(query.view), spec.view(spec.whole)
    if query.filters:
        title = words.nothing_with_filters(filters, query.search)
        empty.set_content(title, icon="filter", action=words.CLEAR_FILTERS, action_icon="x")
    elif query.search:
        empty.set_content(words.nothing_found(query.search), icon="search", action=words.SHOW_ALL, action_icon="x")
    elif counts.get(spec.whole) and view is not None and whole is not None and view is not whole:
        title = view.empty or words.nothing_in_view(view.label, spec.what)
        act = view.act or PageAction("", words.show_view(whole.label), "list")
        empty.set_content(title, icon="list-checks", action=act.text, action_icon=act.icon)
    else:
        said, other = spec.empty, spec.empty.other
        empty.set_content(
            said.title,
            said.why,
            icon=said.icon,
            action=said.action,
            action_icon=said.action_icon,
            quiet=other.text if other is not None else "",
            quiet_icon=other.icon if other is not None else "",
        )


Row = TypeVar("Row")
SEARCH_PAUSE_MS = 150
SEARCH_WIDTH = 208
"""Beside filters the search gives way to them."""


class RecordListPage(Page, Generic[Row]):
    """Page of a list: emits the operator's requests and shows the ids and rows it is given.

    `query_requested` carries the whole wanted :class:`ListQuery`, `row_chosen` the id of the current row (0 for none),
    `act_requested` the key of an action of the header.
    """

    open_requested = Signal(int)
    search_requested = Signal(str)
    query_requested = Signal(object)
    query_recalled = Signal(object)
    row_chosen = Signal(int)
    act_requested = Signal(str)
    empty_action_requested = Signal()
    band_action_requested = Signal()

    def __init__(
        self,
        spec: ListSpec[Row],
        fetch: Callable[[Sequence[int]], Mapping[int, Row]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_RecordListPage()
        self.ui.setupUi(self)
        self.spec = spec
        self._query = spec.first
        self._told = -1
        self._counts: Counts = {}
        self.model = WindowModel(spec.columns, fetch, self)
        self.model.not_read.connect(lambda refused: self.show_refusal(sentence(refused)))
        self.table = ListTable(self.ui.table, spec, self.model)
        self.order = OrderMenu(self.ui.order, spec, self.table)
        self._pause = QTimer(self, singleShot=True, interval=SEARCH_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        _dress(self.ui, spec)
        self.beside = DetailPane(self, self.ui.split, self.model, self._settle_detail)
        self._writing = _add_keys(self, spec)
        self._connect()

    def accept_files_on_rows(self, record_of: Callable[[int], RecordRef]) -> None:
        """Accept files dropped on a row, for the record of its id."""

        def of_row(row: int) -> RecordRef | None:
            found = self.model.id_at(row)
            return record_of(found) if found is not None else None

        self.ui.table.setProperty(RECORD, of_row)

    # ---- what is shown

    def show_answer(
        self,
        query: ListQuery,
        ids: Sequence[int],
        counts: Counts | None = None,
        whole: Counts | None = None,
        groups: Sequence[Group] = (),
    ) -> None:
        """Show the answer to a query: ids in their groups, and the counts of the views, filtered and in all."""
        ui, spec = self.ui, self.spec
        same = query == self._query
        self._query, self._counts = query, whole or counts or {}
        ui.band.clear()
        chosen, place = self.chosen_id(), ui.table.currentIndex().row()
        self.table.show_query(query)
        ui.views.set_value(query.view)
        ui.views.set_counts(counts or {})
        ui.filters.set_filters(query.filters)
        self.order.show_query(query)
        self.table.show_rows(ids, groups)
        if spec.needs is not None and self._counts:
            ui.needs.show_needs(spec.needs(self._counts))
        show_counts_in_footer(ui.footer, spec, query, len(ids), self._counts)
        ui.stack.setCurrentWidget(ui.listCard if ids else ui.empty)
        show_empty_reason(ui.empty, spec, query, self._counts, ui.filters.filter_texts())
        ui.split.set_vacant(not ids)
        _show_tools(ui, spec, bool(ids or query.filters or query.search or self._counts.get(spec.whole)))
        self._choose(chosen, place if same else 0)
        self.table.load_visible()

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show other rows for the same query."""
        self.show_answer(replace(self._query, search=self.ui.search.text().strip()), ids)

    def focus_list(self) -> None:
        """Give the keyboard to the list, or to the first action while it is empty."""
        target = self.ui.table if self.model.count() else self.ui.empty
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_refusal(self, text: str) -> None:
        """Show an error beneath the list."""
        _say(self.ui, text, Tone.DANGER)

    def show_done(self, text: str, action: str = "") -> None:
        """Show beneath the list what was done, with an undo button if possible; the keyboard stays."""
        _say(self.ui, text, Tone.DONE, action)
        if not _has_keyboard(self.ui.split.detail()):
            self.focus_list()

    def set_writable(self, *, writable: bool) -> None:
        """Offer the actions that write only where the office may be written."""
        shown = (self.spec.actions, self.spec.more)
        for action in self._writing:
            action.setEnabled(writable)
        if not writable:
            self.ui.actions.show_acts(*([act for act in acts if act.key not in self.spec.writes] for acts in shown))

    # ---- what is asked about the page

    def query(self) -> ListQuery:
        """Return the query whose answer is shown."""
        return self._query

    def memory(self) -> ListSettings:
        """Return the settings of the list, to be saved."""
        split = self.ui.split
        open_ = split.is_open() or split.is_narrow() or not self.model.count()
        query = replace(self._query, search="")
        return ListSettings(tuple(self.table.widths()), query, split.width_of_detail(), open_, self.table.is_compact())

    def recall(self, memory: ListSettings) -> None:
        """Restore the saved settings, except those that this list does not have."""
        self.table.set_widths(memory.widths)
        self.table.set_compact(memory.compact)
        self.ui.split.set_width_of_detail(memory.detail_width or self.ui.split.width_of_detail())
        if not memory.detail_open and not self.ui.split.is_narrow():
            self.ui.split.set_open(False)
        if memory.query is not None:
            self._query = self.spec.without_unknown(memory.query)
            self.query_recalled.emit(self._query)

    def chosen_id(self) -> int:
        """Return the id of the current row; 0 for none."""
        return self.model.id_at(self.ui.table.currentIndex().row()) or 0

    def choose(self, record_id: int) -> bool:
        """Choose a record; return whether it is in the list."""
        found = self.model.index_of(record_id)
        if found.isValid():
            self.table.select_row(found)
        return found.isValid()

    # ---- acts of the page itself

    def show_view(self, key: str) -> None:
        """Emit the query of a saved view, as its tab does."""
        self._want(view=key)

    def clear_filters(self) -> None:
        """Emit the query without filters and search."""
        self.ui.search.blockSignals(True)
        self.ui.search.clear()
        self.ui.search.blockSignals(False)
        self._want(filters=())
        self.ui.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- inside

    def _connect(self) -> None:
        ui = self.ui
        ui.table.activated.connect(lambda index: self._open(index.row()))
        ui.table.selectionModel().currentRowChanged.connect(lambda *_rows: self._tell_chosen())
        ui.search.textChanged.connect(lambda _text: self._pause.start())
        ui.search.returnPressed.connect(self._ask)
        ui.empty.action_requested.connect(self._act_on_empty)
        ui.views.chosen.connect(self.show_view)
        ui.needs.view_requested.connect(self.show_view)
        ui.filters.filters_changed.connect(lambda filters: self._want(filters=filters))
        self.order.wanted.connect(self._want_order)
        ui.actions.act_requested.connect(self.act_requested)
        ui.band.action_requested.connect(self.band_action_requested)
        self.table.sort_requested.connect(lambda key, falls: self._want(sort=key, descending=falls))
        add_page_action(
            self, words.SEARCH, ("Ctrl+F", "F3"), lambda: ui.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        )
        if self.spec.filters:
            add_page_action(self, words.ADD_FILTER, "Ctrl+Shift+F", ui.filters.open_menu)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), ui.search)
        leave.setContext(Qt.ShortcutContext.WidgetShortcut)
        leave.activated.connect(self._leave_search)

    def _open(self, place: int) -> None:
        found = self.model.id_at(place)
        if found is not None and self.ui.split.detail() is not None:
            self.beside.enter()
        elif found is not None:
            self.open_requested.emit(found)

    def _ask(self) -> None:
        self._pause.stop()
        self.search_requested.emit(self.ui.search.text())

    def _want(self, **changed: object) -> None:
        self._pause.stop()
        query = replace(self._query, search=self.ui.search.text().strip(), **changed)  # type: ignore[arg-type]
        self.query_requested.emit(query)

    def _want_order(self, query: ListQuery) -> None:
        self._want(sort=query.sort, descending=query.descending, group=query.group)

    def _leave_search(self) -> None:
        self.ui.search.clear()
        self.ui.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _act_on_empty(self) -> None:
        whole, view = self.spec.whole, self.spec.view(self._query.view)
        if self._query.filters:
            self.clear_filters()
        elif self.ui.search.text():
            self._leave_search()
        elif self._counts.get(whole) and view is not None and view.act is not None:
            self.act_requested.emit(view.act.key)
        elif self._counts.get(whole):
            self.show_view(whole)
        else:
            self.empty_action_requested.emit()

    def _choose(self, wanted: int, place: int) -> None:
        found = self.model.index_of(wanted)
        if not found.isValid() and self.model.count():
            found = self.model.near(place)
        if found.isValid():
            self.table.select_row(found)
        self._tell_chosen()

    def _tell_chosen(self) -> None:
        chosen = self.chosen_id()
        if chosen != self._told:
            self._told = chosen
            self.row_chosen.emit(chosen)

    def _settle_detail(self, beside: bool) -> None:
        self.table.show_spare(not beside)


def query_in_words(page: RecordListPage[Any]) -> tuple[str, ...]:
    """Return the view, the search and the filters that show, in words; empty for the whole list."""
    spec, query = page.spec, page.query()
    view = spec.view(query.view)
    views = (view.label,) if view is not None and view.key != spec.whole else ()
    search = (words.searched_for(query.search),) if query.search else ()
    return (*views, *search, *(words.filtered_by(*one) for one in page.ui.filters.filter_texts()))


def _add_keys(page: RecordListPage[Any], spec: ListSpec[Any]) -> list[QAction]:
    """Let the keys of the header's actions work on the page; return the actions that write."""
    writing = []
    for act in (*spec.actions, *spec.more):
        if act.hint:
            added = add_page_action(page, act.text, act.hint, partial(page.act_requested.emit, act.key))
            if act.key in spec.writes:
                writing.append(added)
    return writing


def _dress(ui: Ui_RecordListPage, spec: ListSpec[Any]) -> None:
    """Set the texts of the parts and what the declaration of the list offers."""
    ui.title.setText(spec.title)
    ui.title.set_role(TextRole.PAGE_TITLE)
    ui.title.set_elide(True)
    ui.footer.set_role(TextRole.NOTE)
    ui.footer.set_ink(Ink.QUIET)
    ui.split.set_list(ui.listSide)
    ui.actions.show_acts(spec.actions, spec.more)
    ui.actions.setVisible(bool(spec.actions or spec.more))
    ui.views.set_tabs([ViewTab(one.key, one.label, one.tone) for one in spec.views])
    ui.views.set_value(spec.first.view)
    ui.filters.set_specs(spec.filters)
    ui.search.setPlaceholderText(words.SEARCH_SHORT if spec.filters else words.SEARCH)
    ui.search.setAccessibleName(words.SEARCH)
    ui.search.setClearButtonEnabled(True)
    ui.search.set_hint("Ctrl+F")
    ui.search.set_wide(SEARCH_WIDTH if spec.filters else 276)


def _say(ui: Ui_RecordListPage, text: str, tone: Tone, action: str = "") -> None:
    """Show a message where it moves neither the rows nor the buttons of the detail."""
    (ui.column if ui.split.is_narrow() else ui.listColumn).addWidget(ui.band)
    ui.band.show_message(text, tone=tone, action=action)


def _has_keyboard(widget: QWidget | None) -> bool:
    """Whether the widget has the keyboard, or gets it back when a closing dialog is gone."""
    focus = widget.window().focusWidget() if widget is not None else None
    return widget is not None and focus is not None and widget.isAncestorOf(focus) and focus.isVisible()


def _show_tools(ui: Ui_RecordListPage, spec: ListSpec[Any], anything: bool) -> None:
    """Hide search, filters, orders and actions while there is no record at all."""
    for tool, offered in (
        (ui.views, spec.views),
        (ui.search, True),
        (ui.filters, spec.filters),
        (ui.order, spec.sort_choices()),
        (ui.actions, spec.actions or spec.more),
    ):
        if offered:
            tool.setVisible(anything)
