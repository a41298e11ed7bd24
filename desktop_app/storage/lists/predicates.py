"""Predicates of :meth:`RecordStore.where`: one statement for each shape of a question, its values bound when asked.

A page asks some fifty questions of a few dozen shapes; building the statements anew cost more than all the rest.
"""

from __future__ import annotations

import json
from collections.abc import Hashable, Mapping
from enum import Enum, auto
from typing import Any, Final

from sqlalchemy import Column, ColumnElement, Integer, Table, bindparam, func, select
from sqlalchemy.sql import column as sql_column

from desktop_app.storage.store.transaction import AnySelect

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
