"""Errors of SQLite as the two kinds of refusals; any other error is a bug and is raised unchanged.

Extended result codes decide, never the text of a message. A guard speaks through ``RAISE(ABORT, 'guard:…')``. Pipes,
devices and folders under the names of our files are refused before SQLite opens them: it would wait for ever.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, NoReturn

from sqlalchemy.exc import DBAPIError

from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.system import paths

_BESIDE: Final = ("", "-journal", "-wal", "-shm")
"""Endings of the names that SQLite opens with a file."""


class NotAFile(sqlite3.OperationalError):
    """The path is no regular file; handled like an unreadable database."""

    def __init__(self, path: Path) -> None:
        super().__init__("not a file")
        self.sqlite_errorname = "SQLITE_CANTOPEN"
        self.path = path


def require_files(database: Path) -> None:
    """Raise :class:`NotAFile` if a database, or one of SQLite's files next to it, exists but is no file."""
    for ending in _BESIDE:
        path = database.with_name(f"{database.name}{ending}")
        if paths.exists(path) and not paths.is_file(path):
            raise NotAFile(path)


WRONG_VALUES: Final = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError)
"""What damaged values raise on their way into a record or out of it."""
GUARD_MARK: Final = "guard:"
"""What the message of every guard begins with; the rule's key and the table follow, parted by colons."""

# the first beginning that fits decides
_PROBLEMS: Final[tuple[tuple[str, Callable[[str], EnvironmentProblem]], ...]] = (
    ("SQLITE_FULL", lambda code: EnvironmentProblem("storage_full", code=code, megabytes=0)),
    ("SQLITE_NOLFS", lambda code: EnvironmentProblem("storage_full", code=code, megabytes=0)),
    ("SQLITE_READONLY_DBMOVED", lambda code: EnvironmentProblem("database_moved", code=code)),
    ("SQLITE_IOERR_VNODE", lambda code: EnvironmentProblem("database_moved", code=code)),
    ("SQLITE_READONLY", lambda code: EnvironmentProblem("database_read_only", code=code)),
    # a lock that the system does not give: a folder on a network, or a program that holds the file
    *(
        (code, lambda code: EnvironmentProblem("locks_failed", code=code))
        for code in (
            "SQLITE_PROTOCOL",
            "SQLITE_IOERR_LOCK",
            "SQLITE_IOERR_RDLOCK",
            "SQLITE_IOERR_UNLOCK",
            "SQLITE_IOERR_CHECKRESERVEDLOCK",
            "SQLITE_IOERR_BLOCKED",
        )
    ),
    ("SQLITE_NOMEM", lambda code: EnvironmentProblem("memory_full", code=code)),
    ("SQLITE_IOERR_NOMEM", lambda code: EnvironmentProblem("memory_full", code=code)),
    ("SQLITE_TOOBIG", lambda code: EnvironmentProblem("value_too_long", code=code)),
    # less of the file than its first page says, or a page whose own sum does not fit
    ("SQLITE_IOERR_SHORT_READ", lambda code: EnvironmentProblem("database_damaged", code=code)),
    ("SQLITE_IOERR_DATA", lambda code: EnvironmentProblem("database_damaged", code=code)),
    ("SQLITE_BUSY", lambda code: EnvironmentProblem("data_locked", code=code)),
    ("SQLITE_LOCKED", lambda code: EnvironmentProblem("data_locked", code=code)),
    ("SQLITE_IOERR_CORRUPTFS", lambda code: EnvironmentProblem("database_damaged", code=code)),
    ("SQLITE_CORRUPT", lambda code: EnvironmentProblem("database_damaged", code=code)),
    ("SQLITE_NOTADB", lambda code: EnvironmentProblem("database_damaged", code=code)),
    ("SQLITE_CANTOPEN", lambda code: EnvironmentProblem("database_unreachable", code=code)),
    ("SQLITE_PERM", lambda code: EnvironmentProblem("database_unreachable", code=code)),
    ("SQLITE_IOERR", lambda code: EnvironmentProblem("disk_error", code=code)),
)

_GUARDED: Final[Mapping[str, Callable[[str], RuleBroken]]] = {
    "record_append_only": lambda kind: RuleBroken("record_append_only", kind=kind),
    "record_kept": lambda kind: RuleBroken("record_kept", kind=kind),
    "record_identity": lambda kind: RuleBroken("record_identity", kind=kind),
    "record_frozen": lambda kind: RuleBroken("record_frozen", kind=kind),
    "state_without_act": lambda kind: RuleBroken("state_without_act", kind=kind),
    "state_move_refused": lambda kind: RuleBroken("state_move_refused", kind=kind),
    "number_given_once": lambda kind: RuleBroken("number_given_once", kind=kind),
    "record_repeated": lambda kind: RuleBroken("record_repeated", kind=kind),
}
"""Every key that a guard may speak."""
GUARD_KEYS: Final = frozenset(_GUARDED)


HOT_JOURNAL: Final = "SQLITE_READONLY_ROLLBACK"
"""What a reader is told when an unfinished commit has to be rolled back first, which only a writer can."""


def code_of(error: DBAPIError | sqlite3.Error) -> str:
    """Return the name of the extended result code; empty if the error is not from SQLite."""
    found = error.orig if isinstance(error, DBAPIError) else error
    return getattr(found, "sqlite_errorname", None) or ""


def sqlite_refusal(error: DBAPIError | sqlite3.Error) -> Exception:
    """Return the refusal for an error of SQLite, or the error itself if it is a bug."""
    found = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(found, NotAFile):
        return EnvironmentProblem("not_a_file", name=found.path.name, folder=str(found.path.parent))
    code = code_of(error)
    if code.startswith("SQLITE_CONSTRAINT"):
        return _constraint_refusal(code, str(error.orig if isinstance(error, DBAPIError) else error)) or error
    for beginning, problem in _PROBLEMS:
        if code.startswith(beginning):
            return problem(code)
    return error


def refusal_of_commit(error: DBAPIError) -> Exception:
    """Like :func:`sqlite_refusal`; after a disk error it is unknown whether the commit succeeded."""
    code = code_of(error)
    if code.startswith("SQLITE_IOERR"):
        return EnvironmentProblem("commit_unsure", code=code)
    return sqlite_refusal(error)


def raise_refusal(error: DBAPIError | sqlite3.Error) -> NoReturn:
    """Raise the refusal for an error of SQLite, or the error itself if it is a bug."""
    refusal = sqlite_refusal(error)
    if refusal is error:
        raise error
    raise refusal from error


def refusal_of_reading(error: Exception, *, changed: bool) -> Exception:
    """Return the refusal for a failed reading; with ``changed`` rows an unreadable value is no bug.

    A row that is fetched late fails late, as the failure of SQLite itself; anything else goes on as it came.
    """
    refusal = sqlite_refusal(error) if isinstance(error, DBAPIError) else error
    if isinstance(refusal, EnvironmentProblem) and (changed or refusal is error or damage_in(refusal)):
        return refusal
    # never its message, which holds what stands in the row; a text that is no UTF-8 has no code of SQLite
    return EnvironmentProblem("value_unreadable", code=type(error).__name__) if changed else error


def damage_in(error: Exception) -> Finding | None:
    """Return a finding if SQLite reports a damaged file."""
    if isinstance(error, EnvironmentProblem) and error.key == "database_damaged":
        return Finding(kind=FindingKind.DAMAGED, subject="", detail=str(error.facts.get("code", "")))
    return None


def _constraint_refusal(code: str, message: str) -> RuleBroken | None:
    """Return the refusal for a guard, a row in use or a repeated value; any other constraint is a bug."""
    if code == "SQLITE_CONSTRAINT_TRIGGER" and message.startswith(GUARD_MARK):
        _, key, table = message.split(":", 2)
        return _GUARDED[key](table)
    if code in {"SQLITE_CONSTRAINT_FOREIGNKEY", "SQLITE_CONSTRAINT_TRIGGER"}:
        # ON DELETE RESTRICT is counted as a trigger
        return RuleBroken("record_in_use")
    if code == "SQLITE_CONSTRAINT_UNIQUE":
        # «UNIQUE constraint failed: meeting.committee_id, meeting.number»
        table, _, column = message.rsplit(": ", 1)[-1].rsplit(", ", 1)[-1].partition(".")
        return RuleBroken("record_repeated", field=column, kind=table)
    return None
