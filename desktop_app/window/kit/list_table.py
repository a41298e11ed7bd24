"""Table of a list page: rows, header, search marks and copying; its menu of orders and its saved settings."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from desktop_app.domain.read_models.listing import Filter, FilterKey, Group, ListQuery
from desktop_app.domain.text.folding import marked_spans
from desktop_app.domain.text.json_text import read_json
from desktop_app.domain.text.spreadsheet_cells import tab_separated
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.lists.cell_content import CellContent, GroupContent
from desktop_app.widgets.lists.list_delegate import set_up_table
from desktop_app.widgets.lists.window_model import CONTENT_ROLE, Head, WindowModel
from desktop_app.widgets.shell.menu_position import open_at
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.tokens import ROW_ONE_LINE, ROW_TWO_LINES
from desktop_app.window.kit.list_spec import ListSpec
from desktop_app.words import lists as words
from desktop_app.words.digits import without_marks

OF_THE_MOMENT: Final = frozenset({FilterKey.MONTH})
"""Filters that are not remembered: whoever looked at a month then does not look for it today, nor in another office."""


@dataclass(frozen=True, slots=True)
class ListSettings:
    """Saved settings of one list; the search is not saved, for it would hide records unnoticed."""

    widths: tuple[int, ...] = ()
    query: ListQuery | None = None
    detail_width: int = 0
    detail_open: bool = True
    compact: bool = False

    def to_text(self) -> str:
        """Return the settings as one line of text."""
        query = self.query or ListQuery()
        return json.dumps(
            {
                "widths": list(self.widths),
                "view": query.view,
                "filters": [[str(one.key), one.value] for one in query.filters if one.key not in OF_THE_MOMENT],
                "sort": query.sort,
                "descending": query.descending,
                "group": query.group,
                "detail_width": self.detail_width,
                "detail_open": self.detail_open,
                "compact": self.compact,
            },
            sort_keys=True,
        )


def settings_from_text(text: str) -> ListSettings | None:
    """Return the saved settings; None for an unreadable text."""
    try:
        kept = read_json(text)
        told = (Filter(str(key), str(value)) for key, value in kept["filters"])
        filters = tuple(one for one in told if one.key not in OF_THE_MOMENT)
        return ListSettings(
            widths=tuple(int(width) for width in kept["widths"]),
            query=ListQuery(
                view=str(kept["view"]),
                filters=filters,
                sort=str(kept["sort"]),
                descending=kept["descending"] is True,
                group=str(kept.get("group", "")),
            ),
            detail_width=int(kept["detail_width"]),
            detail_open=kept["detail_open"] is not False,
            compact=kept["compact"] is True,
        )
    except (ValueError, TypeError, KeyError, OverflowError):
        return None


NARROWEST, WIDEST = 48, 1200


class ListTable(QObject):
    """Sets up a table view; `sort_requested` carries the clicked column's key and whether the order is descending."""

    sort_requested = Signal(str, bool)

    def __init__(self, view: QTableView, spec: ListSpec[Any], model: WindowModel[Any]) -> None:
        super().__init__(view)
        self._view, self._spec, self._model = view, spec, model
        self._search = ""
        self._query = ListQuery()
        view.setModel(model)
        self._delegate = set_up_table(view, self.content, spec.title, self._head)
        view.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        view.installEventFilter(self)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        copies = QAction(words.COPY_ROWS, view)
        copies.triggered.connect(lambda _on=False: self.copy_chosen())
        view.addAction(copies)
        head = view.horizontalHeader()
        head.setSectionsClickable(any(column.sort_key for column in spec.columns))
        head.setSortIndicatorShown(True)
        head.sectionClicked.connect(self._sort_by)
        self._shown = frozenset(range(len(spec.columns)))
        self._widths = [width or 0 for width in spec.widths]
        self._lay_out_columns()
        head.sectionResized.connect(self._resized)
        self._stays = False
        """Whether the row of the keyboard was in sight before the room changed."""
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._show_current)
        view.verticalScrollBar().valueChanged.connect(lambda _value: self.load_visible())
        self.show_query(self._query)

    def show_query(self, query: ListQuery) -> None:
        """Mark the sorted column and the words of the search."""
        self._search, self._query = query.search, query
        place = next((at for at, one in enumerate(self._spec.columns) if query.sort and one.sort_key == query.sort), -1)
        falling = Qt.SortOrder.DescendingOrder if query.descending else Qt.SortOrder.AscendingOrder
        self._view.horizontalHeader().setSortIndicator(place, falling)

    def show_rows(self, ids: Sequence[int], groups: Sequence[Group] = ()) -> None:
        """Show the rows with headings between their groups."""
        choice = self._spec.group(self._query.group)
        contents = choice.contents() if choice is not None and groups else None
        heads = [] if contents is None else [_head_of(one, contents(one)) for one in groups]
        self._view.clearSpans()
        self._model.show_ids(ids, heads)
        self._lay_out_heads()

    def select_row(self, index: QModelIndex) -> None:
        """Select one row only, whatever modifier key is pressed."""
        flags = QItemSelectionModel.SelectionFlag
        self._view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def load_visible(self) -> None:
        """Read the rows that are about to be drawn."""
        view = self._view
        first, last = view.rowAt(0), view.rowAt(view.viewport().height() - 1)
        self._model.load(max(first, 0), last if last >= 0 else self._model.rowCount() - 1 if first >= 0 else 0)

    def is_compact(self) -> bool:
        """Whether each row has one line."""
        return self._delegate.compact

    def set_compact(self, compact: bool) -> None:
        """Give each row one line, or two."""
        self._delegate.compact = compact
        height = tokens_of(self._view).px(ROW_ONE_LINE if compact else ROW_TWO_LINES)
        self._view.verticalHeader().setDefaultSectionSize(height)
        self._lay_out_heads()
        self._view.viewport().update()

    def show_spare(self, shown: bool) -> None:
        """Show or hide the optional columns, which make room for the detail."""
        self.hide_columns(frozenset() if shown else self._spec.spare)

    def hide_columns(self, hidden: frozenset[int]) -> None:
        """Hide these optional columns and show the others."""
        for place in self._spec.spare:
            self._view.setColumnHidden(place, place in hidden)
        self._shown = frozenset(range(len(self._spec.columns))) - hidden
        self._view.viewport().update()

    def widths(self) -> list[int]:
        """Return the width of each column in pixels at 100 % text size, hidden ones included."""
        return list(self._widths)

    def set_widths(self, widths: Sequence[int]) -> None:
        """Set the column widths in pixels at 100 % text size, except the column that fills the rest.

        A list of another length is ignored.
        """
        if len(widths) != len(self._spec.widths):
            return
        for place, (planned, width) in enumerate(zip(self._spec.widths, widths, strict=True)):
            if planned is not None:
                self._widths[place] = max(NARROWEST, min(WIDEST, width))
        self._lay_out_columns()

    def chosen_ids(self) -> tuple[int, ...]:
        """Return the ids of all selected rows, in the order of the list."""
        found = (self._model.id_at(place) for place in self._chosen_places())
        return tuple(one for one in found if one is not None)

    def chosen_text(self) -> str:
        """Return the selected rows for a spreadsheet: one line a row, tabs between cells."""
        rows = (self._model.row_at(place) for place in self._chosen_places())
        return tab_separated(
            [without_marks(column.copied_text(row)) for column in self._spec.columns] for row in rows if row is not None
        )

    def _chosen_places(self) -> list[int]:
        return sorted({index.row() for index in self._view.selectionModel().selectedRows()})

    def copy_chosen(self) -> None:
        """Copy the selected rows to the clipboard."""
        text = self.chosen_text()
        if text:
            QGuiApplication.clipboard().setText(text)
            # many rows leave no room for those in sight
            self.load_visible()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Ctrl+C copy whole rows, and Home and End go to the first and the last row."""
        copies = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy)
        if copies and event.type() == QEvent.Type.KeyPress:
            self.copy_chosen()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._go_to_end(event):
            return True
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            if not self._settle.isActive():
                seen = self._view.visualRect(self._view.currentIndex())
                self._stays = self._view.viewport().rect().intersects(seen)
            # after the view itself has taken it
            self._settle.start()
        if event.type() == QEvent.Type.StyleChange:
            self.set_compact(self.is_compact())
            self._lay_out_columns()
        return super().eventFilter(watched, event)

    def _go_to_end(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if not plain or event.key() not in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return False
        heads = self._model.heads()
        rows = [place for place in range(self._model.rowCount()) if place not in heads]
        if rows:
            place = rows[0 if event.key() == Qt.Key.Key_Home else -1]
            index = self._model.index(place, max(0, self._view.currentIndex().column()))
            self.select_row(index)
            self._view.scrollTo(index)
        return True

    def _show_current(self) -> None:
        """Keep the current row visible when the table is resized, unless it was scrolled out of view."""
        if self._stays:
            self._view.scrollTo(self._view.currentIndex())
        self.load_visible()

    def _lay_out_heads(self) -> None:
        height = tokens_of(self._view).px(ROW_ONE_LINE)
        for place in self._model.heads():
            self._view.setSpan(place, 0, 1, len(self._spec.columns))
            self._view.verticalHeader().resizeSection(place, height)

    def _head(self, index: QModelIndex | QPersistentModelIndex) -> GroupContent | None:
        content = index.data(CONTENT_ROLE) if index.row() in self._model.heads() else None
        return content if isinstance(content, GroupContent) else None

    def _lay_out_columns(self) -> None:
        """Scale the columns with the text size; widths set by the operator are stored for 100 %."""
        head, tokens = self._view.horizontalHeader(), tokens_of(self._view)
        for place, planned in enumerate(self._spec.widths):
            if planned is None:
                head.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
            else:
                head.resizeSection(place, tokens.px(self._widths[place]))

    def _resized(self, place: int, _before: int, width: int) -> None:
        if width:
            self._widths[place] = round(width / tokens_of(self._view).text_scale)

    def content(self, index: QModelIndex | QPersistentModelIndex) -> CellContent | None:
        """Return what a cell shows, for the width of its column, with the hits of the search."""
        content = index.data(CONTENT_ROLE)
        if not isinstance(content, CellContent):
            return None
        context, row = self._spec.context.get(index.column()), self._model.loaded_row(index.row())
        if context is not None and row is not None:
            second = context(row, self._shown)
            # the mark of a party belongs to the unit, which has left the line; the words take what is free
            party = content.party if second == content.second else None
            content = replace(content, second=second, party=party, flows=not second)
        if not self._search or index.column() not in self._spec.searched:
            return content
        spans = marked_spans(content.first, self._search)
        return replace(content, hits=tuple((start, end - start) for start, end in spans))

    def _sort_by(self, place: int) -> None:
        key = self._spec.columns[place].sort_key
        if key:
            falls = key == self._query.sort and not self._query.descending
            self.sort_requested.emit(key, falls)
        self.show_query(self._query)


def _head_of(group: Group, content: GroupContent) -> Head:
    return Head(group.count, words.group_head(content.name, content.count), content)


class OrderMenu(QObject):
    """Menu of the orders of a list; `wanted` carries the query in the chosen order."""

    wanted = Signal(object)

    def __init__(self, button: Button, spec: ListSpec[Any], table: ListTable) -> None:
        super().__init__(button)
        self._button, self._spec, self._table = button, spec, table
        self._query = spec.first
        self._menu = QMenu(button)
        self._groups = QMenu(words.GROUPS, self._menu)
        button.set_kind(ButtonKind.QUIET)
        button.set_icon("arrow-up-down")
        button.setAccessibleName(words.ORDER)
        button.setToolTip(words.ORDER)
        button.setVisible(bool(spec.sort_choices()))
        button.clicked.connect(self._open)

    def show_query(self, query: ListQuery) -> None:
        """Show the name of the present order on the button."""
        self._query = query
        order = next((word for key, word in self._spec.sort_choices() if key == query.sort), words.OWN_ORDER)
        group = self._spec.group(query.group)
        self._button.setText(words.grouped_order(group.name, order) if group is not None else order)

    def menu(self) -> QMenu:
        """Return the menu for the present query."""
        query = self._query
        self._menu.clear()
        for key, word in self._spec.sort_choices():
            self._tick(word, key == query.sort, replace(query, sort=key, descending=False))
        self._menu.addSeparator()
        self._tick(words.FALLING, query.descending, replace(query, descending=not query.descending))
        if self._spec.groups:
            self._groups.clear()
            self._menu.addMenu(self._groups)
            for key, word in (("", words.NO_GROUPS), *((one.key, one.name) for one in self._spec.groups)):
                self._tick(word, key == query.group, replace(query, group=key), self._groups)
        self._menu.addSeparator()
        compact = self._menu.addAction(words.COMPACT)
        compact.setCheckable(True)
        compact.setChecked(self._table.is_compact())
        compact.triggered.connect(self._table.set_compact)
        return self._menu

    def _tick(self, word: str, ticked: bool, query: ListQuery, menu: QMenu | None = None) -> None:
        action = (menu or self._menu).addAction(word)
        action.setCheckable(True)
        action.setChecked(ticked)
        action.triggered.connect(lambda _on=False: self.wanted.emit(query))

    def _open(self) -> None:
        open_at(self.menu(), self._button)
