"""The menu of a row: what its keys and the panel offer, where the pointer is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.text.history.history import HISTORY, HISTORY_KEYS
from desktop_app.text.office import members as words
from desktop_app.views.members.members_list import MembersList
from desktop_app.views.members.members_signals import PERSON, RowKey


class RowMenu:
    """Edit, order, archive; an archived row offers only the way back, data that are only looked at the history."""

    def __init__(
        self, page: QWidget, rows: MembersList, do: Callable[[str, RowKey], object], allows: Callable[[str], bool]
    ) -> None:
        self._menu = QMenu(page)
        self._list, self._do, self._allows = rows, do, allows
        rows.menu_requested.connect(self._open)

    def menu_of(self, key: RowKey) -> QMenu:
        """The menu as it would open now."""
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
