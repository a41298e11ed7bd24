"""List queries: the saved views, filters and orders of a list as SQL, and the refusal of what it does not have."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, SQLColumnExpression, case, or_

from desktop_app.domain.calendar.jalali import JalaliMonth, from_jalali, last_day_of_year
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.listing import FilterKey, ListQuery
from desktop_app.storage.schema.settings import read_calendar
from desktop_app.storage.store.transaction import Transaction

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
    filters: Mapping[FilterKey, ConditionOf] = field(default_factory=dict)
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
        values: dict[FilterKey, list[str]] = {}
        for one in query.filters:
            values.setdefault(one.key, []).append(one.value)
        return tuple(self._filter(kind, key, chosen) for key, chosen in values.items())

    def _filter(self, kind: str, key: FilterKey, values: Sequence[str]) -> Condition:
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
