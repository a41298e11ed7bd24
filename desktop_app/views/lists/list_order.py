"""The menu of a list's order: by which column, from which end, in which groups, and how high the rows are."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from desktop_app.domain.read_models.listing import ListQuery
from desktop_app.text.shared import lists as words
from desktop_app.views.lists.list_spec import ListSpec
from desktop_app.views.lists.list_table import ListTable
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.shell.menu_place import open_at
from desktop_app.widgets.style.button_paint import ButtonKind


class OrderMenu(QObject):
    """Opens under its button; `wanted` carries the question in another order."""

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
        button.setVisible(bool(spec.sorts()))
        button.clicked.connect(self._open)

    def show_query(self, query: ListQuery) -> None:
        """Name the order that shows."""
        self._query = query
        order = next((word for key, word in self._spec.sorts() if key == query.sort), words.OWN_ORDER)
        group = self._spec.group(query.group)
        self._button.setText(words.grouped_order(group.name, order) if group is not None else order)

    def menu(self) -> QMenu:
        """The menu as it would open now."""
        query = self._query
        self._menu.clear()
        for key, word in self._spec.sorts():
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
