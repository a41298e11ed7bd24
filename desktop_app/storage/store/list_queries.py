"""Queries of lists: saved views, filters and orders as SQL, their refusal, and the base class that reads pages.

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
    """How a value of a question is compared."""

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
    """The shape of each value, by its column; an unknown column is a ``KeyError``."""
    return tuple((name, _shape(table.c[name], value)) for name, value in equals.items())


def conditions(table: Table, shapes: Shapes) -> list[ColumnElement[bool]]:
    """The conditions of a question of these shapes."""
    return [_condition(table.c[name], shape) for name, shape in shapes]


def bound(equals: Mapping[str, object], shapes: Shapes) -> dict[str, Any]:
    """The values of a question as its statement wants them."""
    return {_place(name): _bound(equals[name], shape) for name, shape in shapes if shape is not Shape.EMPTY}


def asked_for(values: Mapping[str, Any]) -> Hashable:
    """The bound values of a question as something that can be looked up."""
    return tuple(tuple(one) if isinstance(one, list) else one for one in values.values())


def asked(memory: dict[Shapes, AnySelect], every: AnySelect, table: Table, shapes: Shapes) -> AnySelect:
    """The statement of these shapes, built when it is first asked for."""
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
    """One column of an order, told for rising; what is empty comes last in both directions."""

    column: SQLColumnExpression[Any]
    may_be_empty: bool = False

    def directed(self, *, descending: bool) -> ColumnElement[Any]:
        """The column in one direction."""
        placed = self.column.desc() if descending else self.column.asc()
        return placed.nulls_last() if self.may_be_empty else placed


@dataclass(frozen=True, slots=True)
class Grouping:
    """What the rows are grouped by: the key of a group, and what orders the groups before their keys do."""

    key: ColumnElement[Any]
    order: tuple[ColumnElement[Any], ...] = ()

    def ordered(self) -> tuple[ColumnElement[Any], ...]:
        """The order of the groups."""
        return (*self.order, self.key)


@dataclass(frozen=True, slots=True)
class Offer:
    """What one list can be asked for. ``ties`` go after every order, so that equal rows never change places."""

    views: Mapping[str, View]
    filters: Mapping[str, ConditionOf] = field(default_factory=dict)
    sorts: Mapping[str, tuple[SortColumn, ...]] = field(default_factory=dict)
    ties: tuple[SortColumn, ...] = ()
    groups: Mapping[str, Callable[[], Grouping]] = field(default_factory=dict)

    def grouping(self, kind: str, query: ListQuery) -> Grouping | None:
        """What the query's rows are grouped by, if they are."""
        if not query.group:
            return None
        if query.group not in self.groups:
            raise cannot(kind, "group", query.group)
        return self.groups[query.group]()

    def view(self, kind: str, query: ListQuery) -> tuple[Condition, ...]:
        """The condition of the query's view, if it has one."""
        if not query.view:
            return ()
        if query.view not in self.views:
            raise cannot(kind, "view", query.view)
        condition = self.views[query.view]()
        return () if condition is None else (condition,)

    def filtered(self, kind: str, query: ListQuery) -> tuple[Condition, ...]:
        """The conditions of the query's filters: different keys are joined by «and», values of one key by «or»."""
        values: dict[str, list[str]] = {}
        for one in query.filters:
            values.setdefault(one.key, []).append(one.value)
        return tuple(self._filter(kind, key, chosen) for key, chosen in values.items())

    def _filter(self, kind: str, key: str, values: Sequence[str]) -> Condition:
        if key not in self.filters:
            raise cannot(kind, "filter", key)
        try:
            return self.filters[key](values)
        except ValueError as error:
            raise cannot(kind, "filter", key) from error

    def order(self, kind: str, query: ListQuery) -> tuple[ColumnElement[Any], ...] | None:
        """The order of the query; None for the list's own. A falling order is the rising one turned round."""
        if not query.sort:
            return None
        if query.sort not in self.sorts:
            raise cannot(kind, "sort", query.sort)
        columns = (*self.sorts[query.sort], *self.ties)
        return tuple(column.directed(descending=query.descending) for column in columns)


def cannot(kind: str, what: str, value: str) -> RuleBroken:
    """The refusal of a question that the list of this kind does not know."""
    return RuleBroken("list_cannot", kind=kind, what=what, value=str(value))


def rank(column: Any, words: type[StrEnum]) -> ColumnElement[Any]:  # noqa: ANN401 - a mapped column
    """The place of a word in its closed list: states sort in the order of their course, not of their letters."""
    return case({word: place for place, word in enumerate(words)}, value=column)


def among(column: Any) -> ConditionOf:  # noqa: ANN401 - a mapped column
    """A filter by ids."""
    return lambda values: column.in_([int(value) for value in values])


def worded(column: Any, words: type[StrEnum]) -> ConditionOf:  # noqa: ANN401 - a mapped column
    """A filter by words of a closed list."""
    return lambda values: column.in_([words(value) for value in values])


def in_years(day: Any) -> ConditionOf:  # noqa: ANN401 - a mapped column
    """A filter by Jalali years of a civil day."""
    return lambda values: or_(*(day.between(*_year(value)) for value in values))


def in_months(day: Any) -> ConditionOf:  # noqa: ANN401 - a mapped column
    """A filter by Jalali months of a civil day."""
    return lambda values: or_(*(day.between(*_month(value)) for value in values))


def not_after(day: Any) -> ConditionOf:  # noqa: ANN401 - a mapped column or expression
    """A filter by the last civil day that counts; of several the latest."""
    return lambda values: day <= max(date.fromisoformat(value) for value in values)


def this_week(transaction: Transaction, day: Any) -> Condition:  # noqa: ANN401 - a mapped column or expression
    """Whether a civil day lies between today and the last working day of this week."""
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


def everything() -> None:
    """The view that leaves nothing out."""


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
