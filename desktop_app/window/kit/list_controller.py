"""Controller of a list: reads ids and counts, answers search, views, filters and orders, opens, copies and prints."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QObject

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import ListTable, PaperOrder
from desktop_app.domain.errors import Refused, RuleBroken
from desktop_app.domain.outcome import Changed
from desktop_app.domain.read_models.listing import Group, ListQuery
from desktop_app.services.context import Context
from desktop_app.services.lists import StoredList
from desktop_app.window.kit.destinations import Destination, OpenPapers
from desktop_app.window.kit.list_spec import PRINT_LIST
from desktop_app.window.kit.page_controller import PageController
from desktop_app.window.kit.record_list_page import RecordListPage, query_in_words
from desktop_app.words.refusals import sentence

Row = TypeVar("Row")
MOST_PRINTED: Final = 5000
"""A list of more rows is not printed: its paper would have more than three hundred pages."""


@dataclass(frozen=True, slots=True)
class ListReads(Generic[Row]):
    """The services by which a list is read. It is read again after each of the changes in ``watched``."""

    ids: Callable[[Context, ListQuery], Sequence[int]]
    rows: Callable[[Context, Sequence[int]], Sequence[Row]]
    watched: Changed
    counts: Callable[[Context, ListQuery], Mapping[str, int]] | None = None
    groups: Callable[[Context, ListQuery], Sequence[Group]] | None = None

    @classmethod
    def of(cls, stored: StoredList[Row], watched: Changed) -> ListReads[Row]:
        """The reads of a list with views and groups."""
        return cls(stored.ids, stored.rows, watched, stored.view_counts, stored.groups)

    def fetch(self, context: Context) -> Callable[[Sequence[int]], Mapping[int, Row]]:
        """Return the function by which the page reads its rows by their ids."""
        return lambda ids: dict(zip(ids, self.rows(context, ids), strict=True))


class ListController(PageController):
    """Controller of one list, controlled by its declaration (:class:`ListSpec`)."""

    def __init__(
        self, page: RecordListPage[Any], context: Context, reads: ListReads[Any], parent: QObject | None = None
    ) -> None:
        super().__init__(context, parent)
        self.page = page
        self._reads = reads
        self._query = page.query()
        page.open_requested.connect(self._open)
        page.search_requested.connect(self.search)
        page.query_requested.connect(self.ask)
        page.query_recalled.connect(self.recall)
        page.act_requested.connect(self._act)
        page.empty_action_requested.connect(self._start)

    def visit(self, _destination: Destination) -> None:
        """Show the list. A controller that can show one record overrides this."""
        self.show()

    def select_record(self, record_id: int) -> None:
        """Choose the row of the record whose page the operator leaves."""
        self.page.choose(record_id)

    def show(self) -> None:
        """Read the list and show it."""
        context, query, reads = self.context, self._query, self._reads
        try:
            ids = reads.ids(context, query)
            counts = reads.counts(context, query) if reads.counts is not None else None
            whole = counts
            if reads.counts is not None and (query.search or query.filters):
                whole = reads.counts(context, ListQuery())
            groups = reads.groups(context, query) if reads.groups is not None and query.group else ()
        except Refused as refused:
            self.show_problem(refused)
            return
        self.page.show_answer(query, ids, counts, whole, groups)

    def search(self, text: str) -> None:
        """Show the rows that contain the text; an empty text shows all."""
        self.ask(self._query.with_search(text.strip()))

    def ask(self, query: ListQuery) -> None:
        """Show the answer to another query: a view, filters, or an order."""
        self._query = replace(query, search=query.search.strip())
        self.show()

    def recall(self, query: ListQuery) -> None:
        """Set the query with which the list starts when it is shown next."""
        self._query = query

    def reload(self, changed: Changed) -> None:
        """Read the list again if one of the changes affects it."""
        if changed & self._reads.watched:
            self.show()

    def show_problem(self, refused: Refused) -> None:
        """Show the refusal under the list."""
        self.page.show_refusal(sentence(refused))

    def order(self) -> PaperOrder:
        """Return the order of the printed list: all rows of the query. Raises ``RuleBroken("list_too_long")``.

        A list with a printed register of its own overrides this.
        """
        query, spec = replace(self._query, group=""), self.page.spec
        ids = self._reads.ids(self.context, query)
        if len(ids) > MOST_PRINTED:
            raise RuleBroken("list_too_long", count=len(ids), most=MOST_PRINTED)
        rows = self._reads.rows(self.context, ids)
        table = ListTable(
            title=spec.title,
            asked=query_in_words(self.page),
            heads=tuple(column.title for column in spec.columns),
            widths=tuple(width or 0 for width in spec.widths),
            rows=tuple(tuple(column.copied_text(row) for column in spec.columns) for row in rows),
            classes=tuple(sorted({spec.guarded(row) for row in rows})),
        )
        return PaperOrder(kind=PaperKind.LIST, table=table)

    def print_list(self) -> None:
        """Open the page of papers with the printed list."""
        try:
            order = self.order()
        except Refused as refused:
            self.show_problem(refused)
            return
        self.navigated.emit(OpenPapers(order))

    # ---- inside

    def _open(self, record_id: int) -> None:
        opens = self.page.spec.opens
        if opens is not None:
            self.navigated.emit(opens(record_id))

    def _act(self, key: str) -> None:
        if key == PRINT_LIST.key:
            self.print_list()
        elif key in self.page.spec.ways:
            self.navigated.emit(self.page.spec.ways[key])

    def _start(self) -> None:
        starts = self.page.spec.empty.leads
        if starts is not None:
            self.navigated.emit(starts)
