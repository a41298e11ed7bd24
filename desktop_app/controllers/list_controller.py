"""A list of records: reads ids and pages, searches, opens; reloads when one of its records changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from desktop_app.domain.errors import Refused
from desktop_app.domain.listing import ListQuery
from desktop_app.services.ports import Changed
from desktop_app.text.refusals import sentence


class ListView(Protocol):
    """What a list page offers to its controller."""

    open_requested: SignalInstance
    search_requested: SignalInstance

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show these rows in this order."""

    def show_refusal(self, text: str) -> None:
        """Say what went wrong."""


class ListController(QObject):
    """One of these for each list; ``ids`` is the service that answers a search."""

    opened = Signal(int)

    def __init__(
        self, view: ListView, ids: Callable[[ListQuery], Sequence[int]], watched: Changed, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._ids = ids
        self._watched = watched
        self._query = ListQuery()
        view.open_requested.connect(self.opened)
        view.search_requested.connect(self.search)

    def show(self) -> None:
        """Read the list and show it."""
        try:
            self._view.show_ids(self._ids(self._query))
        except Refused as refused:
            self._view.show_refusal(sentence(refused))

    def search(self, text: str) -> None:
        """Show what holds the text; an empty one shows all."""
        self._query = self._query.with_search(text.strip())
        self.show()

    def reload(self, changed: Changed) -> None:
        """Read again when what was changed shows here."""
        if changed & self._watched:
            self.show()
