"""Mapping between a frozen entity and the columns of its table, by name.

A field of the entity is the column of the same name. A field that is itself a frozen dataclass (a deadline) lies
flat in columns that begin with the field's name. Fields kept in a child table are named, each with what reads it beside
the row as one text, and left to the store.
"""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar

from sqlalchemy import Column, Delete, Insert, RowMapping, ScalarSelect, Table, Update, bindparam, select

from desktop_app.domain.outcome import Identified
from desktop_app.storage.schema.base import Kept, table_of
from desktop_app.storage.store.list_queries import Shapes
from desktop_app.storage.store.transaction import AnySelect

E = TypeVar("E", bound=Identified)


@dataclass(frozen=True, slots=True)
class Nested:
    """A field stored in several columns: its type, and the column of each of its own fields."""

    type: type[Any]
    columns: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Statements:
    """The SQL statements of a store, built once because building is slower than running."""

    columns: tuple[Column[Any], ...]
    select: AnySelect
    by_id: AnySelect
    insert: Insert
    update: Update
    delete: Delete
    asked: dict[Shapes, AnySelect] = dataclasses.field(default_factory=dict)
    """Questions of each shape, kept from their first asking."""


Elsewhere = Mapping[str, ScalarSelect[Any]]
"""Fields that are kept in child tables, each with what reads it as one text."""
KEY: Final = "key_"
"""The place of the id in a statement that also sets columns by their names."""


def _statements(table: Table, names: list[str], elsewhere: Elsewhere) -> Statements:
    columns = tuple(table.c[name] for name in names)
    order = [table.c.ordinal, table.c.id] if "ordinal" in table.c else [table.c.id]
    beside = [one.label(name) for name, one in elsewhere.items()]
    every = select(*columns, *beside).order_by(*order)
    same = table.c.id == bindparam(KEY)
    # the stub knows a statement that answers as another class
    delete = typing.cast("Delete", table.delete().where(same).returning(table.c.uid))
    update = typing.cast("Update", table.update().where(same).returning(table.c.uid))
    return Statements(columns, every, every.where(same), table.insert(), update, delete)


@dataclass(frozen=True, slots=True)
class EntityMapper(Generic[E]):
    """Mapping of one kind of entity to one table."""

    entity: type[E]
    table: Table
    plain: tuple[str, ...]
    nested: Mapping[str, Nested]
    elsewhere: Elsewhere
    statements: Statements

    @property
    def name(self) -> str:
        """The kind of the entity: the name of its table."""
        return self.table.name

    def values(self, entity: E) -> dict[str, Any]:
        """Return the column values of an entity, without its id."""
        found = {name: getattr(entity, name) for name in self.plain if name != "id"}
        for name, nested in self.nested.items():
            part = getattr(entity, name)
            found |= {column: getattr(part, field) for field, column in nested.columns.items()}
        return found

    def evidence(self, entity: E, uid: str) -> dict[str, Any]:
        """Return the hashed values of a row: its columns and the values of its child tables."""
        children = {name: list(getattr(entity, name)) for name in self.elsewhere if getattr(entity, name)}
        return self.values(entity) | children | {"uid": uid}

    def entity_of(self, row: RowMapping, **elsewhere: object) -> E:
        """Return the entity of a row; fields from child tables are passed by name."""
        found: dict[str, Any] = {name: row[name] for name in self.plain}
        for name, nested in self.nested.items():
            found[name] = nested.type(**{field: row[column] for field, column in nested.columns.items()})
        return self.entity(**found, **elsewhere)

    def columns(self) -> tuple[Column[Any], ...]:
        """Return the columns that an entity is made from."""
        return self.statements.columns


def mapper_of(entity: type[E], record: type[Kept], **elsewhere: ScalarSelect[Any]) -> EntityMapper[E]:
    """Map an entity to its table; a field or column without a counterpart raises an error at import."""
    hints = typing.get_type_hints(entity)
    plain: list[str] = []
    nested: dict[str, Nested] = {}
    for field in dataclasses.fields(typing.cast("type[Any]", entity)):
        if field.name in elsewhere:
            continue
        if dataclasses.is_dataclass(hints[field.name]):
            part = typing.cast("type[Any]", hints[field.name])
            nested[field.name] = Nested(
                part, {inner.name: f"{field.name}_{inner.name}" for inner in dataclasses.fields(part)}
            )
        else:
            plain.append(field.name)
    names = [*plain, *(column for part in nested.values() for column in part.columns.values())]
    table = table_of(record)
    return EntityMapper(entity, table, tuple(plain), nested, elsewhere, _statements(table, names, elsewhere))
