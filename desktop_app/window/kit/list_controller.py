"""A list of records: reads ids and counts, answers search, views, filters and orders, opens; reloads after changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from desktop_app.domain.errors import Refused
from desktop_app.domain.outcome import Changed
from desktop_app.domain.read_models.listing import Group, ListQuery
from desktop_app.services.context import Context
from desktop_app.window.kit.destinations import Destination
from desktop_app.window.kit.page_controller import PageController
from desktop_app.words.refusals import sentence

Ids = Callable[[Context, ListQuery], Sequence[int]]
Counts = Callable[[Context, ListQuery], Mapping[str, int]]
Groups = Callable[[Context, ListQuery], Sequence[Group]]


class ListView(Protocol):
    """What a list page offers to its controller."""

    open_requested: SignalInstance
    search_requested: SignalInstance
    query_requested: SignalInstance
    query_recalled: SignalInstance

    def show_found(
        self,
        query: ListQuery,
        ids: Sequence[int],
        counts: Mapping[str, int] | None = None,
        whole: Mapping[str, int] | None = None,
        groups: Sequence[Group] = (),
    ) -> None:
        """Show these rows in this order and groups, and the counts of the views, narrowed and of all records."""

    def show_refusal(self, text: str) -> None:
        """Say what went wrong."""


class ListController(PageController):
    """One of these for each list; ``ids``, ``counts`` and ``groups`` are the services that answer a question.

    ``first`` is the question that is asked when nothing is remembered.
    """

    opened = Signal(int)

    def __init__(
        self,
        page: ListView,
        context: Context,
        ids: Ids,
        watched: Changed,
        parent: QObject | None = None,
        *,
        counts: Counts | None = None,
        groups: Groups | None = None,
        first: ListQuery | None = None,
    ) -> None:
        super().__init__(context, parent)
        self.page = page
        self._ids = ids
        self._counts, self._groups = counts, groups
        self._watched = watched
        self._query = first or ListQuery()
        page.open_requested.connect(self.opened)
        page.search_requested.connect(self.search)
        page.query_requested.connect(self.ask)
        page.query_recalled.connect(self.recall)

    def visit(self, _destination: Destination) -> None:
        """Show the list; a destination that names a record is the matter of who knows it."""
        self.show()

    def show(self) -> None:
        """Read the list and show it."""
        context, query = self.context, self._query
        try:
            ids = self._ids(context, query)
            counts = self._counts(context, query) if self._counts is not None else None
            whole = counts
            if self._counts is not None and (query.search or query.filters):
                whole = self._counts(context, ListQuery())
            groups = self._groups(context, query) if self._groups is not None and query.group else ()
        except Refused as refused:
            self.show_problem(refused)
            return
        self.page.show_found(query, ids, counts, whole, groups)

    def search(self, text: str) -> None:
        """Show what holds the text; an empty one shows all."""
        self.ask(self._query.with_search(text.strip()))

    def ask(self, query: ListQuery) -> None:
        """Show the answer to another question: a view, filters, an order."""
        self._query = replace(query, search=query.search.strip())
        self.show()

    def recall(self, query: ListQuery) -> None:
        """Begin with this question when the list is shown next."""
        self._query = query

    def reload(self, changed: Changed) -> None:
        """Read again when what was changed shows here."""
        if changed & self._watched:
            self.show()

    def show_problem(self, refused: Refused) -> None:
        """Say above the list what was refused."""
        self.page.show_refusal(sentence(refused))
