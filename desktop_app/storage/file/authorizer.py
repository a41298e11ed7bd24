"""SQLite authorizer of the application's own connections: rows in, rows out, and nothing that loosens a guard.

An allow-list: whatever SQLite learns to do later is refused until it is named here. Dropping a trigger, a temporary
trigger (it would shadow a guard), ``writable_schema``, ``ignore_check_constraints``, ATTACH and every other change of
schema or safety are refused while the statement is compiled, before it can run. Only migrations work without it.
"""

from __future__ import annotations

import sqlite3
from typing import Final

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
    """Called by SQLite while it compiles a statement."""
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
