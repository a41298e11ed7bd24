"""Expected schema of the database, and its differences from the schema of a file.

Compared are the facts, not the wording of a table: a table that a migration has altered reads otherwise than one
made at once. Columns, STRICT, keys, named CHECKs, indexes, and every trigger to the letter.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from desktop_app.storage.schema.base import Record, checks
from desktop_app.storage.schema.guards import guards
from desktop_app.storage.store.kinds import MAPPERS, WITHOUT_ENTITY

APPLICATION_ID: Final = 0x44616272
"""``Dabr``: what tells a file of this program from any other SQLite file."""
REVISIONS: Final = Path(__file__).resolve().parent.parent / "migrations" / "versions"
SCHEMA_VERSION: Final = max(int(file.name[1:5]) for file in REVISIONS.glob("r[0-9]*.py"))
"""``user_version`` of the newest revision: the stamp of truth."""
SCHEMA_TEXT: Final = "3c88254fbef99096cb689913fc9aa33de0573092897f7073a5135bcfc0e21111"
"""Fingerprint of the schema as the revisions make it."""
REVISION_TABLE: Final = "alembic_version"
"""Alembic's own note of the revision, made STRICT before Alembic can make it otherwise."""

assert len(MAPPERS) + len(WITHOUT_ENTITY) == len(Record.metadata.tables), "a table is reached by nobody"


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """One difference of a file from the expected schema: ``missing``, ``changed`` or ``unknown``."""

    what: str
    name: str
    how: str

    @property
    def of_shape(self) -> bool:
        """Whether a table of the program is missing or different; other objects do not count."""
        return self.what in _OF_TABLES or (self.what == "table" and self.how == "missing")


_OF_TABLES: Final = frozenset({"strict", "autoincrement", "foreign keys", "unique", "column", "check"})
"""Facts that a table which is missing or unknown as a whole is not asked for."""

Facts = dict[tuple[str, str], object]
Run = Callable[[str], Iterable[Any]]
"""Executes one statement and gives its rows."""


def ddl() -> list[str]:
    """Return the statements that create the expected schema."""
    dialect = sqlite.dialect()
    tables = Record.metadata.sorted_tables
    made = [_clean(str(CreateTable(table).compile(dialect=dialect))) for table in tables]
    indexes = sorted((index for table in tables for index in table.indexes), key=lambda index: str(index.name))
    made += [_clean(str(CreateIndex(index).compile(dialect=dialect))) for index in indexes]
    return [*made, revision_table(), *guards().values()]


def revision_table() -> str:
    """Return the STRICT form of Alembic's table."""
    return f"CREATE TABLE {REVISION_TABLE} (\n    version_num TEXT NOT NULL PRIMARY KEY\n) STRICT"


@cache
def expected() -> Facts:
    """Return the facts of the expected schema, read once from a database in memory; do not change them."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for statement in ddl():
            connection.execute(statement)
        return facts(connection.execute)
    finally:
        connection.close()


def fingerprint(run: Run) -> str:
    """Return SHA-256 of all texts in the schema of a file; ``run`` executes one statement."""
    rows = run("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")
    lines = (f"{kind}\n{name}\n{table}\n{sql}\n" for kind, name, table, sql in rows if not _is_of_sqlite(kind, name))
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def differences_from_expected(run: Run) -> tuple[Difference, ...]:
    """Return the differences of a file from the expected schema; fast if all texts are equal.

    Facts follow from the texts alone; to compute those of fifty tables takes as long as all other checks of the start.
    """
    return () if fingerprint(run) == SCHEMA_TEXT else differences(facts(run), expected())


def differences(found: Facts, wanted: Facts) -> tuple[Difference, ...]:
    """Return what is missing, different or additional in ``found``, compared with ``wanted``."""
    return tuple(sorted(_differences(found, wanted)))


_OF_SQLITE: Final = {"table": ("sqlite_sequence", "sqlite_stat"), "index": ("sqlite_autoindex_",)}
"""What SQLite makes itself, by kind; no trigger and no view is its own, whatever its name."""


def _is_of_sqlite(kind: str, name: str) -> bool:
    return kind in _OF_SQLITE and name.startswith(_OF_SQLITE[kind])


def _differences(found: Facts, wanted: Facts) -> Iterator[Difference]:
    tables = {name for what, name in wanted if what == "strict"}, {name for what, name in found if what == "strict"}
    odd = tables[0] ^ tables[1]
    for name in odd:
        yield Difference("table", name, "missing" if name in tables[0] else "unknown")
    for key in wanted.keys() | found.keys():
        if key[0] in _OF_TABLES and key[1].partition(".")[0] in odd:
            continue
        if key not in found:
            yield Difference(*key, "missing")
        elif key not in wanted:
            yield Difference(*key, "unknown")
        elif found[key] != wanted[key]:
            yield Difference(*key, "changed")


def facts(run: Run) -> Facts:
    """Return all facts of a schema by kind and name; ``run`` executes one statement."""
    made: Facts = {}
    for kind, name, table, sql in run("SELECT type, name, tbl_name, sql FROM sqlite_schema"):
        if _is_of_sqlite(kind, name):
            continue
        if kind == "table":
            made |= _table_facts(run, name, sql)
        else:
            made[kind, name] = (table, _one_line(sql))
    return made


def _table_facts(run: Run, name: str, sql: str) -> Facts:
    quoted = '"' + name.replace('"', '""') + '"'
    strict = [row[5] for row in run(f"PRAGMA table_list({quoted})") if row[0] == "main"]
    made: Facts = {
        ("strict", name): strict == [1],
        ("autoincrement", name): "AUTOINCREMENT" in sql.upper(),
        ("foreign keys", name): frozenset(tuple(row[2:]) for row in run(f"PRAGMA foreign_key_list({quoted})")),
        ("unique", name): frozenset(
            tuple(column[2] for column in run(f'PRAGMA index_xinfo("{row[1]}")') if column[5])
            for row in run(f"PRAGMA index_list({quoted})")
            if row[2]
        ),
    }
    for row in run(f"PRAGMA table_xinfo({quoted})"):
        made["column", f"{name}.{row[1]}"] = tuple(row[2:])
    for check, body in checks(sql):
        made["check", f"{name}.{check}"] = _one_line(body)
    return made


def _one_line(sql: str | None) -> str:
    return " ".join((sql or "").split())


def _clean(sql: str) -> str:
    lines = "\n".join(line.rstrip() for line in sql.strip().replace("\t", "    ").splitlines())
    return lines.replace("\n)\n STRICT", "\n) STRICT")
