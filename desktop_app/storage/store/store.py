"""Record stores: the rows of one table as entities, to get, query, add, update and remove."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Generic, cast

from sqlalchemy import Column, ColumnElement, Integer, bindparam, func, select
from sqlalchemy.sql import column as sql_column

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import WrittenRow
from desktop_app.domain.rules.minutes import Clause
from desktop_app.domain.text.folding import sort_key
from desktop_app.storage.schema.base import table_of
from desktop_app.storage.schema.minutes import ClauseUnitRecord
from desktop_app.storage.store.list_queries import bound_values, cached_statement, query_key, shapes_of
from desktop_app.storage.store.mapper import KEY, E, EntityMapper
from desktop_app.storage.store.transaction import AnySelect, Tables, Transaction, Values

Indexed = Callable[[str, int, object | None], None]
"""Told of every stored (or, with None, removed) entity: kind, id, entity."""
Journal = Callable[[WrittenRow], None]
"""Told of every row that is written, as it stood before and after."""

SORT_KEYS: Mapping[str, tuple[str, str]] = {
    "person": ("name", "name_key"),
    "unit": ("name", "name_key"),
    "upstream_decision": ("title", "title_key"),
}
"""By table: the column that lists are ordered by, and the column of its Persian sort key."""

_MANY = 500
"""More values than this go to SQLite as one JSON text, far below its limit of variables."""


class RecordStore(Generic[E]):
    """Store of one kind of record; entities are ordered by ``ordinal`` if they have one, else by id."""

    def __init__(
        self,
        transaction: Transaction,
        mapper: EntityMapper[E],
        indexed: Indexed,
        journal: Journal = lambda _row: None,
    ) -> None:
        self._transaction = transaction
        self.mapper = mapper
        self._indexed, self._journal = indexed, journal
        self._says = mapper.statements
        self._tables: Tables = (mapper.name,)

    def get(self, entity_id: int) -> E:
        """Return the record; raises ``RuleBroken("record_unknown", kind=…, id=…)``."""
        known: E | None = self._transaction.memo.record(self._tables, entity_id)
        if known is not None:
            return known
        found = self._known(entity_id, self._says.by_id, {KEY: entity_id})
        if not found:
            raise self._unknown(entity_id)
        return found[0]

    def where(self, **equals: object) -> tuple[E, ...]:
        """Return records whose columns equal the values; a tuple, list or set means «one of»."""
        equals = {name: _single_value(value) for name, value in equals.items()}
        shapes = shapes_of(self.mapper.table, equals)
        values = bound_values(equals, shapes)
        question = shapes, query_key(values)
        narrowed = self._narrowed(equals)
        if narrowed is not None:
            return self._transaction.memo.ask(self._tables, question, lambda: narrowed)
        statement = cached_statement(self._says.asked, self._says.select, self.mapper.table, shapes)
        return self._known(question, statement, values)

    def add(self, entity: E) -> E:
        """Store a new record (its id is 0) and return it with its id."""
        if entity.id:
            raise ValueError(f"a {self.mapper.name} with an id is stored already: {entity.id}")
        return self._insert(entity, {})

    def add_all(self, entities: Sequence[E]) -> tuple[E, ...]:
        """Store many new records at once; return them with their ids, in the given order.

        The first takes its id as any; nobody else writes until this transaction ends, so those after it follow.
        """
        if not entities:
            return ()
        first = self.add(entities[0])
        stored, rows = [first], []
        for place, entity in enumerate(entities[1:], start=1):
            if entity.id:
                raise ValueError(f"a {self.mapper.name} with an id is stored already: {entity.id}")
            values = self.mapper.values(entity) | self._derived(entity) | {"id": first.id + place}
            values.setdefault("uid", self._transaction.make_uid())
            rows.append(values)
            stored.append(replace(entity, id=first.id + place))  # type: ignore[type-var]
        if rows:
            self._transaction.write(self._says.insert, rows)
        self._write_all_children(stored[1:])
        for values, entity in zip(rows, stored[1:], strict=True):
            self._transaction.memo.uids[self.mapper.name, entity.id] = values["uid"]
            self._told(entity.id, None, entity, values["uid"])
        return tuple(stored)

    def _insert(self, entity: E, identity: Mapping[str, Any]) -> E:
        values = self.mapper.values(entity) | self._derived(entity) | dict(identity)
        values.setdefault("uid", self._transaction.make_uid())
        key = self._transaction.write(self._says.insert, values).inserted_primary_key
        assert key is not None
        self._transaction.memo.uids[self.mapper.name, key[0]] = values["uid"]
        stored = replace(entity, id=key[0])  # type: ignore[type-var] # every entity is a frozen dataclass
        self._write_children(stored)
        self._told(stored.id, None, stored, values["uid"])
        return stored

    def update(self, entity: E) -> None:
        """Store a changed record under its id."""
        self._transaction.require_own(self.mapper.name, entity.id)
        before = self._standing(entity.id)
        values = self.mapper.values(entity) | self._derived(entity)
        uid = self._transaction.write(self._says.update, {KEY: entity.id, **values}).scalar()
        if uid is None:
            raise self._unknown(entity.id)
        self._transaction.memo.uids[self.mapper.name, entity.id] = uid
        self._write_children(entity)
        self._told(entity.id, before, entity, uid)

    def remove(self, entity_id: int) -> None:
        """Delete a child row of a draft; the database refuses it for permanent records."""
        self._transaction.require_own(self.mapper.name, entity_id)
        before = self._standing(entity_id)
        self._remove_children(entity_id)
        uid = self._transaction.write(self._says.delete, {KEY: entity_id}).scalar()
        if uid is None:
            raise self._unknown(entity_id)
        self._told(entity_id, before, None, uid)

    def put_back(self, row: WrittenRow) -> None:
        """Restore the previous state of a row, unless it was changed since."""
        one = row.after if row.after is not None else row.before
        assert one is not None
        found = self.where(id=one.id)
        if (found[0] if found else None) != row.after:
            raise RuleBroken("act_overtaken", kind=self.mapper.name, id=one.id)
        if row.before is None:
            self.remove(one.id)
        elif row.after is None:
            self._insert(cast("E", row.before), {"id": one.id, "uid": row.uid})
        else:
            self.update(cast("E", row.before))

    def _standing(self, entity_id: int) -> E:
        """Return a record as it is before a write; read it only if this transaction has not seen it."""
        known: E | None = self._transaction.memo.standing(self._tables, entity_id)
        return known if known is not None else self.get(entity_id)

    def _told(self, entity_id: int, before: E | None, after: E | None, uid: str) -> None:
        """Update evidence notes, memo, search text, facts and journal for one changed record."""
        values = None if after is None else self.mapper.evidence(after, uid)
        self._transaction.notes.row(self.mapper.name, entity_id, values)
        self._transaction.memo.stored(self._tables, entity_id, after)
        self._indexed(self.mapper.name, entity_id, after)
        self._journal(WrittenRow(self.mapper.name, before, after, "" if after is not None else uid))

    def _unknown(self, entity_id: int) -> RuleBroken:
        return RuleBroken("record_unknown", kind=self.mapper.name, id=entity_id)

    def _narrowed(self, equals: Mapping[str, object]) -> tuple[E, ...] | None:
        """Return records by filtering a known answer with one condition less; None if there is none."""
        for name, value in equals.items():
            if name not in self.mapper.plain:
                continue
            wider = {other: one for other, one in equals.items() if other != name}
            shapes = shapes_of(self.mapper.table, wider)
            found = self._transaction.memo.known(self._tables, (shapes, query_key(bound_values(wider, shapes))))
            if found is not None:
                return tuple(one for one in found if _matches(getattr(one, name), value))
        return None

    def _known(self, question: Hashable, statement: AnySelect, values: Values) -> tuple[E, ...]:
        return self._transaction.memo.ask(self._tables, question, lambda: self._read(statement, values))

    def _read(self, statement: AnySelect, values: Values) -> tuple[E, ...]:
        rows = self._transaction.run(statement, values).mappings().all()
        return self._kept(tuple(self.mapper.entity_of(row) for row in rows))

    def _kept(self, found: tuple[E, ...]) -> tuple[E, ...]:
        self._transaction.memo.keep(self._tables, found)
        return found

    def _derived(self, entity: E) -> dict[str, Any]:
        if self.mapper.name not in SORT_KEYS:
            return {}
        source, target = SORT_KEYS[self.mapper.name]
        return {target: sort_key(getattr(entity, source))}

    def _write_children(self, entity: E) -> None:
        """Write rows of child tables; most kinds have none."""

    def _write_all_children(self, entities: Sequence[E]) -> None:
        """Write rows of child tables for new records; most kinds have none."""

    def _remove_children(self, entity_id: int) -> None:
        """Delete rows of child tables; most kinds have none."""


def _single_value(value: object) -> object:
    """Return the only value of a collection of one; any other value unchanged."""
    if isinstance(value, tuple | list | set | frozenset) and len(value) == 1:
        return next(iter(value))
    return value


def _matches(found: object, value: object) -> bool:
    return found in value if isinstance(value, tuple | list | set | frozenset) else found == value


class ClauseStore(RecordStore[Clause]):
    """Store of clauses with their cooperating units, which have a table of their own."""

    def __init__(
        self, transaction: Transaction, mapper: EntityMapper[Clause], indexed: Indexed, journal: Journal
    ) -> None:
        super().__init__(transaction, mapper, indexed, journal)
        self._tables = (mapper.name, ClauseUnitRecord.__tablename__)

    def _read(self, statement: AnySelect, values: Values) -> tuple[Clause, ...]:
        rows = self._transaction.run(statement, values).mappings().all()
        return self._kept(
            tuple(self.mapper.entity_of(row, cooperating=_in_their_order(row["cooperating"])) for row in rows)
        )

    def _units(self, clause_id: int) -> tuple[int, ...]:
        table = table_of(ClauseUnitRecord)
        statement = select(table.c.unit_id).where(table.c.clause_id == clause_id).order_by(table.c.ordinal)
        return tuple(self._transaction.run(statement).scalars())

    def remove(self, entity_id: int) -> None:
        """Delete a clause; the facts of its resolution are updated, because an older wording becomes valid."""
        resolution_id = self.get(entity_id).resolution_id
        super().remove(entity_id)
        if resolution_id is not None:
            self._indexed("resolution", resolution_id, None)

    def _write_children(self, entity: Clause) -> None:
        if self._units(entity.id) == entity.cooperating:
            return
        self._remove_children(entity.id)
        self._write_all_children([entity])

    def _write_all_children(self, entities: Sequence[Clause]) -> None:
        rows = [
            {"clause_id": entity.id, "unit_id": unit_id, "ordinal": place}
            for entity in entities
            for place, unit_id in enumerate(entity.cooperating, start=1)
        ]
        if rows:
            self._transaction.write(table_of(ClauseUnitRecord).insert(), rows)

    def _remove_children(self, entity_id: int) -> None:
        table = table_of(ClauseUnitRecord)
        self._transaction.write(table.delete().where(table.c.clause_id == entity_id))


def _in_their_order(units: str) -> tuple[int, ...]:
    """Return the ordered units of a clause from JSON pairs of ordinal and unit."""
    return tuple(unit for _ordinal, unit in sorted(json.loads(units)))


def one_of(column: Column[Any], values: Iterable[Any]) -> ColumnElement[bool]:
    """Return the condition «one of», also for thousands of values and with None among them."""
    chosen = list(values)
    plain = [value for value in chosen if value is not None]
    if len(plain) > _MANY and isinstance(column.type, Integer):
        each = func.json_each(bindparam(None, json.dumps(plain))).table_valued(sql_column("value"))
        found: ColumnElement[bool] = column.in_(select(each.c.value))
    else:
        found = column.in_(plain)
    return found if len(plain) == len(chosen) else found | column.is_(None)
