"""SQLite's own failures told as the two refusals of the program; anything else stays a bug and keeps its trace.

Extended result codes decide, never the text of a message. A guard speaks through ``RAISE(ABORT, 'guard:…')``.
"""

from __future__ import annotations

import sqlite3
from typing import Final, NoReturn

from sqlalchemy.exc import DBAPIError

from desktop_app.domain.errors import EnvironmentProblem, RuleBroken

GUARD_MARK: Final = "guard:"
"""What the message of every guard begins with; the rule's key and the table follow, parted by colons."""

# the first beginning that fits decides
_KEYS: Final[tuple[tuple[str, str], ...]] = (
    ("SQLITE_FULL", "disk_full"),
    ("SQLITE_READONLY_DBMOVED", "database_moved"),
    ("SQLITE_READONLY", "database_read_only"),
    ("SQLITE_BUSY", "data_locked"),
    ("SQLITE_LOCKED", "data_locked"),
    ("SQLITE_CORRUPT", "database_damaged"),
    ("SQLITE_NOTADB", "database_damaged"),
    ("SQLITE_FORMAT", "database_damaged"),
    ("SQLITE_CANTOPEN", "database_unreachable"),
    ("SQLITE_PERM", "database_unreachable"),
    ("SQLITE_IOERR", "disk_error"),
    ("SQLITE_NOLFS", "disk_full"),
    ("SQLITE_TOOBIG", "text_too_big"),
)


def told(error: DBAPIError | sqlite3.Error) -> Exception:
    """The refusal behind a failure of SQLite, or the failure itself when it is a bug."""
    found = error.orig if isinstance(error, DBAPIError) else error
    if not isinstance(found, sqlite3.Error):
        return error
    name = getattr(found, "sqlite_errorname", None) or ""
    if name.startswith("SQLITE_CONSTRAINT"):
        return _constraint(name, str(found)) or error
    for beginning, key in _KEYS:
        if name.startswith(beginning):
            return EnvironmentProblem(key, code=name)
    return error


def raise_told(error: DBAPIError | sqlite3.Error) -> NoReturn:
    """Raise what :func:`told` finds; a bug goes on as it came."""
    refusal = told(error)
    if refusal is error:
        raise error
    raise refusal from error


def _constraint(name: str, message: str) -> RuleBroken | None:
    """A guard, a row still in use, or a repeated value; a broken CHECK or NOT NULL is a bug of the program."""
    if name == "SQLITE_CONSTRAINT_TRIGGER" and message.startswith(GUARD_MARK):
        _, key, table = message.split(":", 2)
        return RuleBroken(key, kind=table)
    if name in {"SQLITE_CONSTRAINT_FOREIGNKEY", "SQLITE_CONSTRAINT_TRIGGER"}:
        return RuleBroken("record_in_use")
    if name == "SQLITE_CONSTRAINT_UNIQUE":
        # «UNIQUE constraint failed: meeting.committee_id, meeting.number»
        columns = message.rsplit(": ", 1)[-1].split(", ")
        return RuleBroken("record_repeated", field=columns[-1].split(".")[-1], kind=columns[0].split(".")[0])
    return None
