"""Base class of list queries: ids that answer a query in its order, exact counts, then pages of frozen rows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, ScalarSelect, func, select

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.listing import EVERYTHING, Group, ListQuery
from desktop_app.storage.lists.list_queries import Condition, Offer
from desktop_app.storage.search.search import words_of_query
from desktop_app.storage.store.transaction import AnySelect, Transaction

Shown = TypeVar("Shown")


class SqlList(Generic[Shown]):
    """What the lists share: a page is asked for by ids and answered in their order."""

    kind = ""
    counted_apart = False
    """Whether an index answers each view by itself, so that counting one by one beats one pass over all rows."""

    def __init__(self, transaction: Transaction, settle: Callable[[], None]) -> None:
        self._transaction = transaction
        self._settle = settle
        """Brings the derived rows up to date with what this very work has stored."""

    def ids(self, query: ListQuery = EVERYTHING) -> Sequence[int]:
        """Ids of the rows that answer the question, in its order; the list's own order is newest first.

        Raises ``RuleBroken("list_cannot", …)`` for a view, a filter or an order that this list does not have.
        """
        self._settle()
        offer = self._offer()
        wanted = (*offer.view(self.kind, query), *self._narrowed(offer, query))
        order, grouping = offer.order(self.kind, query), offer.grouping(self.kind, query)
        together = () if grouping is None else grouping.ordered()
        inside = self._own_order() if order is None else order
        return self._transaction.numbers(self._among(self._key()).where(*wanted).order_by(*together, *inside))

    def groups(self, query: ListQuery = EVERYTHING) -> tuple[Group, ...]:
        """The groups of the question in their order, each with how many of the answered rows stand in it."""
        self._settle()
        offer = self._offer()
        grouping = offer.grouping(self.kind, query)
        if grouping is None:
            return ()
        wanted = (*offer.view(self.kind, query), *self._narrowed(offer, query))
        counted = self._among(grouping.key.label("key"), func.count().label("count_")).where(*wanted)
        statement = counted.group_by(grouping.key, *grouping.order).order_by(*grouping.ordered())
        return tuple(Group(str(row.key), row.count_) for row in self._transaction.run(statement))

    def view_counts(self, query: ListQuery = EVERYTHING, views: Collection[str] | None = None) -> Mapping[str, int]:
        """By saved view, all or those named: how many rows answer the search and the filters of the question in it."""
        self._settle()
        offer = self._offer()
        narrowed = self._narrowed(offer, query)
        wanted = {name: view() for name, view in offer.views.items() if views is None or name in views}
        if self.counted_apart and not narrowed:
            apart = [self._count_of(condition).label(name) for name, condition in wanted.items()]
            return dict(self._transaction.run(select(*apart)).mappings().one())
        counted = [self._counted(condition).label(name) for name, condition in wanted.items()]
        return dict(self._transaction.run(self._among(*counted).where(*narrowed)).mappings().one())

    def _narrowed(self, offer: Offer, query: ListQuery) -> tuple[Condition, ...]:
        words = tuple(self._holding(word) for word in words_of_query(query.search))
        return (*offer.filtered(self.kind, query), *words)

    def _count_of(self, condition: Condition | None) -> ScalarSelect[int]:
        statement = self._among(func.count())
        return (statement if condition is None else statement.where(condition)).scalar_subquery()

    def _counted(self, condition: Condition | None) -> ColumnElement[int]:
        return func.count() if condition is None else func.count().filter(condition)

    def fetch(self, ids: Sequence[int]) -> tuple[Shown, ...]:
        """Rows of these ids, in the order given."""
        self._settle()
        found = self._rows(list(ids)) if ids else {}
        for key in ids:
            if key not in found:
                raise RuleBroken("record_unknown", kind=self.kind, id=key)
        return tuple(found[key] for key in ids)

    def _offer(self) -> Offer:
        """What the list can be asked for."""
        raise NotImplementedError

    def _key(self) -> ColumnElement[int]:
        """The column of the ids."""
        raise NotImplementedError

    def _among(self, *columns: ColumnElement[Any]) -> AnySelect:
        """These columns over all rows of the list."""
        raise NotImplementedError

    def _own_order(self) -> tuple[ColumnElement[Any], ...]:
        """The list's own order."""
        raise NotImplementedError

    def _holding(self, word: str) -> Condition:
        """Whether a row holds a word of the search."""
        raise NotImplementedError

    def _rows(self, ids: list[int]) -> dict[int, Shown]:
        raise NotImplementedError


def counts(transaction: Transaction, column: Any, ids: Iterable[int]) -> dict[int, int]:  # noqa: ANN401 - a mapped column
    """How many rows refer to each id through the column."""
    statement = select(column, func.count()).where(column.in_(list(ids))).group_by(column)
    return {row[0]: row[1] for row in transaction.run(statement)}
