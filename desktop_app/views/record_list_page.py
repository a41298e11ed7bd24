"""One page with one list: title, search in the list, the table, its exact count, and what to do when it is empty."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop_app.forms.record_list_page import Ui_RecordListPage
from desktop_app.tables.window_model import FACE_ROLE, Column, WindowModel
from desktop_app.text import lists as words
from desktop_app.widgets.list_delegate import CellFace, dress_table
from desktop_app.widgets.shortcuts import add_page_action
from desktop_app.widgets.tokens import Ink, TextRole, Tone

Row = TypeVar("Row")
SEARCH_PAUSE_MS = 150
NARROWEST, WIDEST = 48, 1200


@dataclass(frozen=True, slots=True)
class Emptiness:
    """What the page says while its list is empty: sentence, reason, and the one thing to do."""

    title: str
    why: str
    icon: str
    action: str = ""
    action_icon: str = "plus"


@dataclass(frozen=True, slots=True)
class ListPlan(Generic[Row]):
    """How one list is shown; widths in pixels at 100 %, None takes what is left."""

    key: str
    title: str
    what: str
    columns: Sequence[Column[Row]]
    widths: Sequence[int | None]
    empty: Emptiness


def _face_of(index: QModelIndex | QPersistentModelIndex) -> CellFace | None:
    face = index.data(FACE_ROLE)
    return face if isinstance(face, CellFace) else None


class RecordListPage(QWidget, Generic[Row]):
    """Emits what the operator wants; shows the ids and rows it is given."""

    open_requested = Signal(int)
    search_requested = Signal(str)
    empty_action_requested = Signal()

    def __init__(
        self,
        plan: ListPlan[Row],
        fetch: Callable[[Sequence[int]], Mapping[int, Row]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_RecordListPage()
        self.ui.setupUi(self)
        self._plan = plan
        self.model = WindowModel(plan.columns, fetch, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SEARCH_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._dress()
        self._connect()

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show the list; the chosen row stays chosen where it is still there."""
        self.ui.band.clear()
        chosen = self.chosen_id()
        self.model.show_ids(ids)
        self.ui.footer.setText(words.counted(len(ids), self._plan.what))
        self.ui.stack.setCurrentWidget(self.ui.listCard if ids else self.ui.empty)
        self._say_empty()
        self._choose(chosen)

    def focus_list(self) -> None:
        """Give the keyboard to the list, or to what is to be done while it is empty."""
        target = self.ui.table if self.model.count() else self.ui.empty
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_refusal(self, text: str) -> None:
        """Say what went wrong, above the list."""
        self.ui.band.show_message(text, tone=Tone.DANGER)

    @property
    def key(self) -> str:
        """The name of the list."""
        return self._plan.key

    def widths(self) -> list[int]:
        """Width of each column as it stands."""
        head = self.ui.table.horizontalHeader()
        return [head.sectionSize(place) for place in range(head.count())]

    def set_widths(self, widths: Sequence[int]) -> None:
        """Give the columns these widths, save the one that takes what is left; other than one a column is ignored."""
        if len(widths) != len(self._plan.widths):
            return
        for place, (planned, width) in enumerate(zip(self._plan.widths, widths, strict=True)):
            if planned is not None:
                self.ui.table.horizontalHeader().resizeSection(place, max(NARROWEST, min(WIDEST, width)))

    def chosen_id(self) -> int | None:
        """Id of the row under the keyboard."""
        return self.model.id_at(self.ui.table.currentIndex().row())

    def _dress(self) -> None:
        ui, plan = self.ui, self._plan
        ui.title.setText(plan.title)
        ui.title.set_role(TextRole.PAGE_TITLE)
        ui.footer.set_role(TextRole.NOTE)
        ui.footer.set_ink(Ink.QUIET)
        ui.search.setPlaceholderText(words.SEARCH)
        ui.search.setAccessibleName(words.SEARCH)
        ui.search.setClearButtonEnabled(True)
        ui.search.set_hint("Ctrl+F")
        ui.table.setModel(self.model)
        ui.table.setSelectionMode(ui.table.SelectionMode.SingleSelection)
        dress_table(ui.table, _face_of, plan.title)
        head = ui.table.horizontalHeader()
        for place, width in enumerate(plan.widths):
            if width is None:
                head.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
            else:
                head.resizeSection(place, width)

    def _connect(self) -> None:
        ui = self.ui
        ui.table.activated.connect(lambda index: self._open(index.row()))
        ui.search.textChanged.connect(lambda _text: self._pause.start())
        ui.search.returnPressed.connect(self._ask)
        ui.empty.action_requested.connect(self._act_on_empty)
        add_page_action(
            self, words.SEARCH, ("Ctrl+F", "F3"), lambda: ui.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        )
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), ui.search)
        leave.setContext(Qt.ShortcutContext.WidgetShortcut)
        leave.activated.connect(self._leave_search)

    def _open(self, place: int) -> None:
        found = self.model.id_at(place)
        if found is not None:
            self.open_requested.emit(found)

    def _ask(self) -> None:
        self._pause.stop()
        self.search_requested.emit(self.ui.search.text())

    def _leave_search(self) -> None:
        self.ui.search.clear()
        self.ui.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _act_on_empty(self) -> None:
        if self.ui.search.text():
            self._leave_search()
        else:
            self.empty_action_requested.emit()

    def _say_empty(self) -> None:
        search, empty = self.ui.search.text().strip(), self._plan.empty
        if search:
            self.ui.empty.set_content(
                words.nothing_found(search), icon="search", action=words.SHOW_ALL, action_icon="x"
            )
        else:
            self.ui.empty.set_content(
                empty.title, empty.why, icon=empty.icon, action=empty.action, action_icon=empty.action_icon
            )

    def _choose(self, wanted: int | None) -> None:
        found = self.model.index_of(wanted) if wanted is not None else QModelIndex()
        if not found.isValid() and self.model.count():
            found = self.model.index(0, 0)
        if found.isValid():
            self.ui.table.setCurrentIndex(found)
