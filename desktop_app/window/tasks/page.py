"""Page «پیگیری»: the units at the right, the list of their tasks, and the detail of one task or several."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QItemSelection, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.read_models.listing import Filter, FilterKey, ListQuery, TaskRow, UnitCount
from desktop_app.domain.rules.tasks import TaskAction
from desktop_app.widgets.controls.pill import Party
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.date_source import DateSource
from desktop_app.widgets.lists.count_list import CountContent, CountList
from desktop_app.widgets.shell.card import CardFrame
from desktop_app.widgets.shell.shortcuts import add_page_action
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, TextRole
from desktop_app.window.kit.list_spec import ListSpec
from desktop_app.window.kit.record_list_page import RecordListPage
from desktop_app.window.tasks.panel import KEYS, TaskPanel
from desktop_app.window.tasks.spec import columns_to_hide
from desktop_app.words import tasks as words

PANE, WIDEST_PANE = 196, 244
"""The pane is as wide as the names of the units need, between these."""
ROOM = 700
"""Below this width the list keeps all of it; the units are among the filters, too."""
ALL = "all"
_SIDE = frozenset({FilterKey.UNIT, FilterKey.PARTY})


class TasksPage(RecordListPage[TaskRow]):
    """Page of tasks. `rows_chosen` carries the ids of several selected rows, () when one row is left."""

    rows_chosen = Signal(object)
    task_action_requested = Signal(str)
    _pane: QWidget | None = None
    _any_units = False

    def __init__(
        self,
        spec: ListSpec[TaskRow],
        fetch: Callable[[Sequence[int]], Mapping[int, TaskRow]],
        parties: Mapping[int, tuple[str, Party]],
    ) -> None:
        super().__init__(spec, fetch)
        self._parties = parties
        self.units = CountList()
        self.units.setObjectName("units")
        self.units.setAccessibleName(words.UNITS)
        self.panel = TaskPanel()
        self.panel.setObjectName("taskPanel")
        self._pane = self._put_beside(self._make_pane())
        self.beside.set_widget(self.panel)
        self._were_several = False
        self._several = QTimer(self)
        self._several.setSingleShot(True)
        self._several.timeout.connect(self._tell_several)
        self.ui.table.selectionModel().selectionChanged.connect(self._selected)
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), self.ui.table)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(self.beside.enter)
        self.units.chosen.connect(self._filter_by)
        self.panel.close_requested.connect(self._close_detail)
        self.ui.listSide.installEventFilter(self)
        in_header = {act.key for act in spec.actions}
        for action, keys in KEYS.items():
            if action.value not in in_header:
                emit = partial(self.task_action_requested.emit, action.value)
                add_page_action(self, words.ACTIONS[action], keys, emit)

    def set_source(self, source: DateSource) -> None:
        """Set the office's calendar for the date fields."""
        self.panel.form.set_source(source)

    def show_units(self, counts: Sequence[UnitCount], query: ListQuery) -> None:
        """Show the number of tasks of each unit; the unit that the list is filtered by is marked."""
        contents = [self._all(counts)]
        for party_id, (name, mark) in self._parties.items():
            own = [one for one in counts if one.party_id == party_id]
            if own:
                contents.append(_content(f"party:{party_id}", name, own, party=mark, head=True))
                contents += [_content(f"unit:{one.unit_id}", one.unit, [one]) for one in own]
        side = [one for one in query.filters if one.key in _SIDE]
        chosen = ALL if not side else f"{side[0].key}:{side[0].value}" if len(side) == 1 else ""
        self.units.show_rows(contents, chosen)
        self._any_units = len(contents) > 1
        self._fit()

    def chosen_ids(self) -> tuple[int, ...]:
        """Return the ids of all selected rows, in the order of the list."""
        return self.table.chosen_ids()

    def open_form(self, action: TaskAction) -> None:
        """Open the form of an action in the detail; open the detail too if needed."""
        self.ui.split.set_open(True)
        self.panel.open_form(action)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit columns and units to the width when the list is resized."""
        if watched is self.ui.listSide and event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _settle_detail(self, _beside: bool) -> None:
        self._fit()

    def _fit(self) -> None:
        pane = self._pane
        if pane is None:
            return
        tokens, width = tokens_of(self), self.ui.listSide.width()
        spare = width - tokens.px(ROOM) + tokens.px(PANE)
        pane.setFixedWidth(max(tokens.px(PANE), min(self._need(), spare, tokens.px(WIDEST_PANE))))
        beside = self._any_units and width >= tokens.px(ROOM)
        pane.setVisible(beside)
        room = width - (pane.width() + GAP_CARD if beside else 0)
        self.table.hide_columns(columns_to_hide(room / tokens.text_scale))

    # ---- inside

    def _need(self) -> int:
        return self.units.need() + 2 * (GAP - 2) + 2

    def _make_pane(self) -> QWidget:
        card = CardFrame()
        column = QVBoxLayout(card)
        column.setContentsMargins(GAP - 2, GAP + 2, GAP - 2, GAP - 2)
        column.setSpacing(GAP)
        title = TextLabel(text=words.UNITS, role=TextRole.HEAD)
        title.setContentsMargins(GAP, 0, GAP, 0)
        column.addWidget(title)
        column.addWidget(self.units, 1)
        return card

    def _put_beside(self, pane: QWidget) -> QWidget:
        """Put the units at the right of the list, beneath its views and filters."""
        line = QHBoxLayout()
        line.setSpacing(GAP_CARD)
        line.addWidget(pane)
        line.addWidget(self.ui.stack, 1)
        self.ui.listColumn.addLayout(line, 1)
        return pane

    def _all(self, counts: Sequence[UnitCount]) -> CountContent:
        return _content(ALL, words.ALL_UNITS, counts, head=True)

    def _filter_by(self, key: str) -> None:
        kept = tuple(one for one in self.query().filters if one.key not in _SIDE)
        if key != ALL:
            name, value = key.split(":")
            kept = (*kept, Filter(name, value))
        self.query_requested.emit(replace(self.query(), search=self.ui.search.text().strip(), filters=kept))

    def _close_detail(self) -> None:
        self.ui.split.set_open(False)
        self.focus_list()

    def _selected(self, _new: QItemSelection, _old: QItemSelection) -> None:
        self._several.start(0)

    def _tell_several(self) -> None:
        ids = self.chosen_ids()
        several = len(ids) > 1
        # one row is told as the row under the keyboard; that it is one again, only where several were told
        if several or self._were_several:
            self.rows_chosen.emit(ids if several else ())
        self._were_several = several


def _content(
    key: str, label: str, counts: Sequence[UnitCount], *, party: Party | None = None, head: bool = False
) -> CountContent:
    count, late = sum(one.count for one in counts), sum(one.late for one in counts)
    return CountContent(key, label, count, late, party, head, words.unit_row(label, count, late))
