"""Queries of lists: saved views, filters and orders as SQL, and the base class of all lists.

A list answers with ids in its order, exact counts, then pages of frozen rows.

Predicates of :meth:`RecordStore.where` are one statement for each shape of a question, its values bound when asked. A
page asks some fifty questions of a few dozen shapes; building the statements anew cost more than all the rest.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, StrEnum, auto
from typing import Any, Final, Generic, TypeVar

from sqlalchemy import (
    Column,
    ColumnElement,
    Integer,
    ScalarSelect,
    SQLColumnExpression,
    Table,
    bindparam,
    case,
    func,
    or_,
    select,
)
from sqlalchemy.sql import column as sql_column

from desktop_app.domain.calendar.jalali import JalaliMonth, from_jalali, last_day_of_year
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.listing import EVERYTHING, Group, ListQuery
from desktop_app.storage.store.search import words_of_query
from desktop_app.storage.store.settings import read_calendar
from desktop_app.storage.store.transaction import AnySelect, Transaction

ASKED: Final = select(func.json_each(bindparam("ids")).table_valued(sql_column("value")).c.value)
"""The ids of a question as one JSON text, so that each statement is the same for any number of them."""


class Shape(Enum):
    """Kind of comparison of a value in a query."""

    EMPTY = auto()
    ONE = auto()
    NUMBERS = auto()
    """One of these numbers, bound as one JSON text, far below SQLite's limit of variables."""
    SOME = auto()
    """One of these texts, days or words."""
    NUMBERS_OR_EMPTY = auto()
    SOME_OR_EMPTY = auto()


Shapes = tuple[tuple[str, Shape], ...]


def shapes_of(table: Table, equals: Mapping[str, object]) -> Shapes:
    """Return the shape of each value by column; an unknown column raises ``KeyError``."""
    return tuple((name, _shape(table.c[name], value)) for name, value in equals.items())


def conditions(table: Table, shapes: Shapes) -> list[ColumnElement[bool]]:
    """Return the conditions of a query with these shapes."""
    return [_condition(table.c[name], shape) for name, shape in shapes]


def bound_values(equals: Mapping[str, object], shapes: Shapes) -> dict[str, Any]:
    """Return the values of a query as parameters of its statement."""
    return {_place(name): _bound(equals[name], shape) for name, shape in shapes if shape is not Shape.EMPTY}


def query_key(values: Mapping[str, Any]) -> Hashable:
    """Return the bound values of a query as a dictionary key."""
    return tuple(tuple(one) if isinstance(one, list) else one for one in values.values())


def cached_statement(memory: dict[Shapes, AnySelect], every: AnySelect, table: Table, shapes: Shapes) -> AnySelect:
    """Return the statement of these shapes from the cache; build it at the first call."""
    found = memory.get(shapes)
    if found is None:
        found = memory[shapes] = every.where(*conditions(table, shapes))
    return found


def _shape(column: Column[Any], value: object) -> Shape:
    if value is None:
        return Shape.EMPTY
    if not isinstance(value, tuple | list | set | frozenset):
        return Shape.ONE
    numbers = isinstance(column.type, Integer)
    if None in value:
        return Shape.NUMBERS_OR_EMPTY if numbers else Shape.SOME_OR_EMPTY
    return Shape.NUMBERS if numbers else Shape.SOME


def _condition(column: Column[Any], shape: Shape) -> ColumnElement[bool]:
    place = _place(column.name)
    match shape:
        case Shape.EMPTY:
            return column.is_(None)
        case Shape.ONE:
            return column == bindparam(place)
        case Shape.NUMBERS:
            each = func.json_each(bindparam(place)).table_valued(sql_column("value"))
            return column.in_(select(each.c.value))
        case Shape.SOME:
            return column.in_(bindparam(place, expanding=True))
        case Shape.NUMBERS_OR_EMPTY:
            return _condition(column, Shape.NUMBERS) | column.is_(None)
        case Shape.SOME_OR_EMPTY:
            return _condition(column, Shape.SOME) | column.is_(None)


def _bound(value: Any, shape: Shape) -> object:  # noqa: ANN401 - a value of any column
    if shape is Shape.ONE:
        return value
    chosen = [one for one in value if one is not None]
    return json.dumps(chosen) if shape in {Shape.NUMBERS, Shape.NUMBERS_OR_EMPTY} else chosen


def _place(name: str) -> str:
    return f"wanted_{name}"


Condition = ColumnElement[bool]
View = Callable[[], Condition | None]
"""The condition of a saved view, made when it is asked for (some need the calendar); None is everything."""
ConditionOf = Callable[[Sequence[str]], Condition]
"""The condition of one filter key for its values; a value that cannot be read is a ``ValueError``."""


@dataclass(frozen=True, slots=True)
class SortColumn:
    """One column of an ascending order; empty values come last in both directions."""

    column: SQLColumnExpression[Any]
    may_be_empty: bool = False

    def directed(self, *, descending: bool) -> ColumnElement[Any]:
        """Return the column in ascending or descending order."""
        placed = self.column.desc() if descending else self.column.asc()
        return placed.nulls_last() if self.may_be_empty else placed


@dataclass(frozen=True, slots=True)
class Grouping:
    """Grouping of rows: the key of a group, and columns that order the groups before the key."""

    key: ColumnElement[Any]
    order: tuple[ColumnElement[Any], ...] = ()

    def ordered(self) -> tuple[ColumnElement[Any], ...]:
        """Return the order of the groups."""
        return (*self.order, self.key)


@dataclass(frozen=True, slots=True)
class Offer:
    """Views, filters and orders of one list. ``ties`` follow every order, so that equal rows keep their order."""

    views: Mapping[str, View]
    filters: Mapping[str, ConditionOf] = field(default_factory=dict)
    sorts: Mapping[str, tuple[SortColumn, ...]] = field(default_factory=dict)
    ties: tuple[SortColumn, ...] = ()
    groups: Mapping[str, Callable[[], Grouping]] = field(default_factory=dict)

    def grouping(self, kind: str, query: ListQuery) -> Grouping | None:
        """Return the grouping of a query; None if it has none."""
        if not query.group:
            return None
        if query.group not in self.groups:
            raise unsupported_query(kind, "group", query.group)
        return self.groups[query.group]()

    def view(self, kind: str, query: ListQuery) -> tuple[Condition, ...]:
        """Return the condition of the query's view, if it has one."""
        if not query.view:
            return ()
        if query.view not in self.views:
            raise unsupported_query(kind, "view", query.view)
        condition = self.views[query.view]()
        return () if condition is None else (condition,)

    def filtered(self, kind: str, query: ListQuery) -> tuple[Condition, ...]:
        """Return the conditions of the filters: different keys are joined by «and», values of one key by «or»."""
        values: dict[str, list[str]] = {}
        for one in query.filters:
            values.setdefault(one.key, []).append(one.value)
        return tuple(self._filter(kind, key, chosen) for key, chosen in values.items())

    def _filter(self, kind: str, key: str, values: Sequence[str]) -> Condition:
        if key not in self.filters:
            raise unsupported_query(kind, "filter", key)
        try:
            return self.filters[key](values)
        except ValueError as error:
            raise unsupported_query(kind, "filter", key) from error

    def order(self, kind: str, query: ListQuery) -> tuple[ColumnElement[Any], ...] | None:
        """Return the order of a query; None for the list's own order."""
        if not query.sort:
            return None
        if query.sort not in self.sorts:
            raise unsupported_query(kind, "sort", query.sort)
        columns = (*self.sorts[query.sort], *self.ties)
        return tuple(column.directed(descending=query.descending) for column in columns)


def unsupported_query(kind: str, what: str, value: str) -> RuleBroken:
    """Return the refusal of a query that the list of this kind does not support."""
    return RuleBroken("list_cannot", kind=kind, what=what, value=str(value))


def rank(column: Any, words: type[StrEnum]) -> ColumnElement[Any]:  # noqa: ANN401 - a mapped column
    """Return the position of a word in its closed list, so that states sort by their course."""
    return case({word: place for place, word in enumerate(words)}, value=column)


def filter_by_ids(column: Any) -> ConditionOf:  # noqa: ANN401 - a mapped column
    """Return a filter by ids."""
    return lambda values: column.in_([int(value) for value in values])


def filter_by_words(column: Any, words: type[StrEnum]) -> ConditionOf:  # noqa: ANN401 - a mapped column
    """Return a filter by words of a closed list."""
    return lambda values: column.in_([words(value) for value in values])


def filter_by_years(day: Any) -> ConditionOf:  # noqa: ANN401 - a mapped column
    """Return a filter by Jalali years of a civil day."""
    return lambda values: or_(*(day.between(*_year(value)) for value in values))


def filter_by_months(day: Any) -> ConditionOf:  # noqa: ANN401 - a mapped column
    """Return a filter by Jalali months of a civil day."""
    return lambda values: or_(*(day.between(*_month(value)) for value in values))


def filter_by_last_day(day: Any) -> ConditionOf:  # noqa: ANN401 - a mapped column or expression
    """Return a filter by the last accepted civil day; of several values the latest is used."""
    return lambda values: day <= max(date.fromisoformat(value) for value in values)


def is_this_week(transaction: Transaction, day: Any) -> Condition:  # noqa: ANN401 - a mapped column or expression
    """Return the condition that a civil day is between today and the last working day of this week."""
    today = transaction.clock.today()
    condition: Condition = day.between(today, read_calendar(transaction).end_of_week(today))
    return condition


def _month(value: str) -> tuple[date, date]:
    year, _, month = value.partition("-")
    try:
        found = JalaliMonth(int(year), int(month))
    except RuleBroken as error:
        raise ValueError(value) from error
    return found.first_day, found.last_day


def _year(value: str) -> tuple[date, date]:
    try:
        return from_jalali(int(value), 1, 1), last_day_of_year(int(value))
    except RuleBroken as error:
        raise ValueError(value) from error


def all_rows() -> None:
    """The view of all rows: it has no condition."""


Shown = TypeVar("Shown")


class SqlList(Generic[Shown]):
    """Base class of lists: a query returns ids, and a page of ids returns rows."""

    kind = ""
    counted_apart = False
    """Whether an index answers each view by itself, so that counting one by one beats one pass over all rows."""

    def __init__(self, transaction: Transaction, settle: Callable[[], None]) -> None:
        self._transaction = transaction
        self._settle = settle
        """Brings the derived rows up to date with what this very work has stored."""

    def ids(self, query: ListQuery = EVERYTHING) -> Sequence[int]:
        """Return the ids of the matching rows in the order of the query; the list's own order is newest first.

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
        """Return the groups of a query in order, each with its number of matching rows."""
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
        """Return for each saved view, all or the named ones, the number of rows that match the query in it."""
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
        """Return the rows of these ids, in the given order."""
        self._settle()
        found = self._rows(list(ids)) if ids else {}
        for key in ids:
            if key not in found:
                raise RuleBroken("record_unknown", kind=self.kind, id=key)
        return tuple(found[key] for key in ids)

    def _offer(self) -> Offer:
        """Return the views, filters and orders of the list."""
        raise NotImplementedError

    def _key(self) -> ColumnElement[int]:
        """Return the column of the ids."""
        raise NotImplementedError

    def _among(self, *columns: ColumnElement[Any]) -> AnySelect:
        """Return a query for these columns over all rows of the list."""
        raise NotImplementedError

    def _own_order(self) -> tuple[ColumnElement[Any], ...]:
        """Return the list's own order."""
        raise NotImplementedError

    def _holding(self, word: str) -> Condition:
        """Return the condition that a row contains a word of the search."""
        raise NotImplementedError

    def _rows(self, ids: list[int]) -> dict[int, Shown]:
        raise NotImplementedError


def reference_counts(transaction: Transaction, column: Any, ids: Iterable[int]) -> dict[int, int]:  # noqa: ANN401 - a mapped column
    """Return for each id how many rows refer to it through the column."""
    statement = select(column, func.count()).where(column.in_(list(ids))).group_by(column)
    return {row[0]: row[1] for row in transaction.run(statement)}
