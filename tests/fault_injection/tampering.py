"""Tampering: what a forger does with every guard dropped before and put back afterwards, and what names it.

Whoever can compute the evidence anew, or cut off all tables together, leaves a database in which nothing disagrees.
Those are named by the paper alone: the codes on its pages are then no longer those of the data.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app.storage.evidence.canonical import HASHED
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.schema.base import Record
from desktop_app.storage.schema.guards import guards
from tests.fault_injection.hostile_sql import CHANGED, DIALECT, named_by_check

GROWING: Final = {"audit": "seq", "act": "id", "chain_link": "seq", "record_hash": "id"}
_UNIQUE: Final = frozenset(
    {"code", "day", "number", "ordinal", "row", "seat_id", "sequence", "unit_id", "version", "year"}
)
"""Columns of keys, of which a second row has another value."""
_STATES: Final = ("final", "withdrawn", "signed", "archived", "amended")


@dataclass(frozen=True, slots=True)
class Attack:
    """What is done, and the word of a finding that has to name it."""

    name: str
    statements: tuple[str, ...]
    named: str


def attacks() -> Iterator[Attack]:
    """Edits, rows taken out and put in, in each table; other orders, cut tails, states without acts."""
    for kind in HASHED:
        table = Record.metadata.tables[kind]
        key = "day" if kind == "holiday" else "id"
        text = next(one.name for one in table.columns if one.name not in {"id", key} and not one.foreign_keys)
        other = CHANGED[table.columns[text].type.compile(DIALECT)].format(text)
        yield Attack(f"edit {kind}", (f"UPDATE {kind} SET {text} = {other}",), f"row_differs {kind}")
        yield Attack(f"delete from {kind}", (f"DELETE FROM {kind}",), f"row_missing {kind}")
        cells = ", ".join(_fresh(one.name, one.type.compile(DIALECT), key) for one in table.columns)
        yield Attack(
            f"insert into {kind}", (f"INSERT INTO {kind} SELECT {cells} FROM {kind} LIMIT 1",), f"row_unknown {kind}"
        )
    for table_name, key in GROWING.items():
        swap = tuple(
            f"UPDATE {table_name} SET {key} = {new} WHERE {key} = {old}" for old, new in ((1, 9999), (2, 1), (9999, 2))
        )
        yield Attack(f"reorder {table_name}", swap, "chain_broken chain_link")
        last = f"DELETE FROM {table_name} WHERE {key} = (SELECT max({key}) FROM {table_name})"
        yield Attack(f"cut the tail of {table_name}", (last,), f"chain_cut {table_name}")
        counter = f"UPDATE sqlite_sequence SET seq = (SELECT max({key}) FROM {table_name}) WHERE name = '{table_name}'"
        # without its last link the chain itself is whole: what that link covered is then outside
        named = "outside_chain" if table_name == "chain_link" else "chain_broken chain_link"
        yield Attack(f"cut the tail of {table_name} and its counter", (last, counter), named)
    for state in _STATES[1:]:
        yield Attack(
            f"{state} without its act",
            (
                "DELETE FROM minutes_act",
                f"UPDATE minutes_version SET state = '{state}'",
            ),
            "state_without_act minutes_version",
        )


def _fresh(column: str, kind: str, key: str) -> str:
    if column == key and column == "id":
        return "9999"
    if column in {"uid", "sha256", *_UNIQUE}:
        return "'2024-01-01'" if column == "day" and key == "day" else CHANGED[kind].format(column)
    return column


def tamper(database: Path, place: Path, statements: tuple[str, ...]) -> tuple[str, ...]:
    """What the check names in a copy in which this was done between dropping every guard and putting it back."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    shutil.copyfile(database, place / DATABASE_NAME)
    with closing(sqlite3.connect(place / DATABASE_NAME, isolation_level=None)) as connection:
        for pragma in ("ignore_check_constraints=ON", "synchronous=OFF", "journal_mode=MEMORY"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN")
        for name in guards():
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        for body in guards().values():
            connection.execute(body)
        connection.execute("COMMIT")
    return named_by_check(place)
