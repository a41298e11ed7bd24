"""Connections to a database file: checked PRAGMAs by role, and an authorizer of statements.

pysqlite's own transactions are switched off (``isolation_level=None``) and the ``begin`` event speaks BEGIN: its legacy
mode commits before DDL and loses SAVEPOINTs. Writers begin IMMEDIATE, so that two can never meet half-way; readers
begin plainly and are ``query_only``. Never open the data file or the lock file with :func:`open` while a connection is
open: closing such a handle drops the process's POSIX locks.

The authorizer is an allow-list: rows in, rows out; whatever SQLite learns to do later is refused until it is named
here. Dropping a trigger, a temporary trigger (it would shadow a guard), ``writable_schema``,
``ignore_check_constraints``, ATTACH and every other change of schema or safety are refused while the statement is
compiled, before it can run. Only migrations work without it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from enum import Enum
from pathlib import Path
from typing import Any, Final, cast
from urllib.parse import quote

from sqlalchemy import (
    Compiled,
    Connection,
    Engine,
    ExceptionContext,
    NullPool,
    QueuePool,
    Transaction,
    create_engine,
    event,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.util import LRUCache

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.storage.sqlite.faults import code_of, raise_refusal, require_files

_ROWS: Final = frozenset({sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE})
_FREE: Final = frozenset(
    {
        sqlite3.SQLITE_SELECT,
        sqlite3.SQLITE_READ,
        sqlite3.SQLITE_TRANSACTION,
        sqlite3.SQLITE_SAVEPOINT,
        sqlite3.SQLITE_RECURSIVE,
    }
)
_READABLE: Final = frozenset(
    {
        "application_id",
        "data_version",
        "foreign_key_check",
        "foreign_key_list",
        "freelist_count",
        "index_list",
        "index_xinfo",
        "integrity_check",
        "journal_mode",
        "page_count",
        "page_size",
        "query_only",
        "quick_check",
        "read_uncommitted",
        "table_list",
        "table_xinfo",
        "user_version",
    }
)
"""PRAGMAs that may be asked."""
_WITH_ARGUMENT: Final = frozenset(
    {
        "foreign_key_check",
        "foreign_key_list",
        "index_list",
        "index_xinfo",
        "integrity_check",
        "table_list",
        "table_xinfo",
    }
)
"""PRAGMAs whose argument is a name or a limit and sets nothing."""


def authorize(action: int, first: str | None, second: str | None, _database: str | None, _trigger: str | None) -> int:
    """Allow or deny a statement; SQLite calls it while compiling."""
    return sqlite3.SQLITE_OK if _allowed(action, first, second) else sqlite3.SQLITE_DENY


def _allowed(action: int, first: str | None, second: str | None) -> bool:
    if action in _FREE:
        return True
    if action in _ROWS:
        return not (first or "").startswith("sqlite_")
    if action == sqlite3.SQLITE_FUNCTION:
        return second != "load_extension"
    if action == sqlite3.SQLITE_PRAGMA:
        name = (first or "").lower()
        return name in _READABLE and (second is None or name in _WITH_ARGUMENT)
    return False


BUSY_MS: Final = 2000
READERS: Final = 3
_NO_TEXT: Final = "Could not decode to UTF-8"
"""How the driver begins to say that a text is none."""
STATEMENTS: Final = 500
"""So many compiled statements are kept, as SQLAlchemy itself would keep for one engine."""


class Role(Enum):
    """Purpose of a connection: its value is the mode in the file's URI."""

    WRITER = "rw"
    READER = "ro"
    MIGRATION = "rwc"


# name, the word to set, what reading it back must give; a reader's journal mode is nobody's business
PRAGMAS: Final[tuple[tuple[str, str, object], ...]] = (
    ("busy_timeout", str(BUSY_MS), BUSY_MS),
    ("recursive_triggers", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("synchronous", "FULL", 2),
    # no page ever lies in a temporary file, where an encrypted database could be read: neither sorted rows nor the
    # statement journal, which is short as long as no savepoint outlives its part (see Savepoint)
    ("temp_store", "MEMORY", 2),
)
_BY_ROLE: Final[dict[Role, tuple[tuple[str, str, object], ...]]] = {
    Role.WRITER: (
        ("journal_mode", "TRUNCATE", "truncate"),
        ("foreign_keys", "ON", 1),
        ("query_only", "OFF", 0),
        # a large work that overflowed the cache into the file would shut every reader out until it ends
        ("cache_spill", "OFF", 0),
    ),
    Role.READER: (("foreign_keys", "ON", 1), ("query_only", "ON", 1)),
    # a rebuilt table would pull its children along; foreign_key_check stands in before the commit
    Role.MIGRATION: (("journal_mode", "TRUNCATE", "truncate"), ("foreign_keys", "OFF", 0), ("query_only", "OFF", 0)),
}


def file_uri(path: Path, mode: str) -> str:
    """Return the file as SQLite's URI, for Persian names, drives and network shares too; raises ``NotAFile``."""
    require_files(path)
    text = path.absolute().as_posix()
    if not text.startswith("/"):
        text = "/" + text
    return f"file://{quote(text)}?mode={mode}"


def connect(path: Path, role: Role) -> sqlite3.Connection:
    """Open a connection with the PRAGMAs of its role; raises ``sqlite3.Error``."""
    try:
        return _connect(path, role)
    except UnicodeDecodeError as error:
        # SQLite quotes a damaged schema in what it says of it
        damaged = sqlite3.DatabaseError("the schema is no UTF-8")
        damaged.sqlite_errorname = "SQLITE_CORRUPT"
        raise damaged from error


def _connect(path: Path, role: Role) -> sqlite3.Connection:
    uri = file_uri(path, role.value)
    with ExitStack() as undo:
        connection = sqlite3.connect(
            uri, uri=True, isolation_level=None, check_same_thread=False, timeout=BUSY_MS / 1000
        )
        undo.callback(connection.close)
        for name, wanted, expected in (*PRAGMAS, *_BY_ROLE[role]):
            connection.execute(f"PRAGMA {name}={wanted}")
            found = connection.execute(f"PRAGMA {name}").fetchone()[0]
            if found != expected:
                raise RuntimeError(f"PRAGMA {name} is {found!r}, asked for {wanted}")
        if role is not Role.MIGRATION:
            connection.set_authorizer(authorize)
        undo.pop_all()
    return connection


class _Statements(LRUCache[tuple[object, ...], Compiled]):
    """Cache of compiled statements, shared by all engines.

    SQLAlchemy keeps them by the dialect object of an engine, and each engine makes its own; ours are all alike. So
    what the readers have asked is compiled for the writer too, and for the next folder.
    """

    def get(self, key: tuple[object, ...], default: None = None) -> Compiled | None:  # type: ignore[override]
        return super().get(key[1:], default)

    def __setitem__(self, key: tuple[object, ...], compiled: Compiled) -> None:
        super().__setitem__(key[1:], compiled)


_COMPILED: Final = _Statements(STATEMENTS)


def engine_for(path: Path, role: Role) -> Engine:
    """Return an engine over :func:`connect`: one writer, or up to three readers, or one migration."""
    pool: dict[str, Any] = {"poolclass": NullPool}
    if role is not Role.MIGRATION:
        size = 1 if role is Role.WRITER else READERS
        pool = {"poolclass": QueuePool, "pool_size": size, "max_overflow": 0, "pool_timeout": BUSY_MS / 1000}
    kept = {"compiled_cache": _COMPILED}
    # an error bears no value that was bound: its message may be written down somewhere
    engine = create_engine(
        "sqlite://", creator=lambda: connect(path, role), execution_options=kept, hide_parameters=True, **pool
    )
    # a reader's BEGIN waits for its first question, and what that sees is the picture of the whole transaction
    begin = "BEGIN" if role is Role.READER else "BEGIN IMMEDIATE"

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin).close()

    @event.listens_for(engine, "handle_error")
    def _tell(context: ExceptionContext) -> None:
        error = context.original_exception
        if isinstance(error, sqlite3.OperationalError) and str(error).startswith(_NO_TEXT) and not code_of(error):
            # no failure of SQLite: whoever wrote these bytes was not the program
            raise EnvironmentProblem("value_unreadable", code=_column_in(str(error))) from error

    return engine


def _column_in(message: str) -> str:
    """Return the column name from the driver's message: «… column 'name' with text …»."""
    return message.removeprefix(_NO_TEXT).partition(" with text")[0].partition("'")[2].partition("'")[0]


@contextmanager
def open_transaction(engine: Engine) -> Iterator[Connection]:
    """Begin a transaction; it is rolled back unless committed. Errors of SQLite become refusals."""
    try:
        connection = engine.connect()
    except PoolTimeout as error:
        raise EnvironmentProblem("data_locked", code="POOL") from error
    except (DBAPIError, sqlite3.Error) as error:
        raise_refusal(error)
    with connection:
        try:
            begun = connection.begin()
        except DBAPIError as error:
            raise_refusal(error)
        try:
            yield connection
        finally:
            _roll_back(connection, begun)


def _roll_back(connection: Connection, begun: Transaction) -> None:
    """Roll back what was not committed; discard a connection that fails to do so.

    After a COMMIT that failed SQLAlchemy counts the transaction as ended, while SQLite still holds it open.
    """
    raw = raw_connection(connection)
    try:
        if begun.is_active:
            begun.rollback()
        if raw.in_transaction:
            raw.rollback()
    except (DBAPIError, sqlite3.Error):
        connection.invalidate()


def pooled_connection(engine: Engine) -> sqlite3.Connection:
    """Return the only connection of a writer's engine; it stays open until the engine is disposed of."""
    with open_transaction(engine) as connection:
        return raw_connection(connection)


class Savepoint:
    """A part of a transaction that is kept or undone on its own.

    SQLAlchemy only rolls back *to* a savepoint that is given up and leaves it standing. SQLite keeps, for each one
    that stands, the page as it was before every later change, and walks the list of these pages at the end of each
    statement: a transaction of many parts grew slower with each part that had only read.
    """

    def __init__(self, connection: Connection) -> None:
        self._raw = raw_connection(connection)
        self._stands = True
        self._say("SAVEPOINT part")

    def keep(self) -> None:
        """Keep the changes of this part; they become durable with the whole transaction."""
        self._say("RELEASE part")
        self._stands = False

    def end(self) -> bool:
        """Undo the changes unless they were kept; return whether they were undone."""
        # a full or failing disk makes SQLite end the whole transaction by itself, and the savepoint with it
        if self._stands and self._raw.in_transaction:
            self._say("ROLLBACK TO part")
            self._say("RELEASE part")
        return self._stands

    def _say(self, statement: str) -> None:
        try:
            self._raw.execute(statement).close()
        except sqlite3.Error as error:
            raise_refusal(error)


def raw_connection(connection: Connection) -> sqlite3.Connection:
    """Return the ``sqlite3`` connection below an SQLAlchemy connection."""
    return cast("sqlite3.Connection", connection.connection.dbapi_connection)
