"""Every extended code of SQLite: a refusal with its sentence, or a mistake of the program that keeps its trace."""

from __future__ import annotations

import sqlite3

import pytest

from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.storage.sqlite.faults import sqlite_refusal
from desktop_app.words.refusals import sentence

NO_FAILURES = ("SQLITE_OK", "SQLITE_ROW", "SQLITE_DONE", "SQLITE_NOTICE", "SQLITE_WARNING")
OF_THE_PROGRAM = (
    "SQLITE_ABORT",
    "SQLITE_AUTH",
    "SQLITE_CONSTRAINT",
    "SQLITE_EMPTY",
    "SQLITE_ERROR",
    "SQLITE_FORMAT",
    "SQLITE_INTERNAL",
    "SQLITE_INTERRUPT",
    "SQLITE_MISMATCH",
    "SQLITE_MISUSE",
    "SQLITE_NOTFOUND",
    "SQLITE_RANGE",
    "SQLITE_SCHEMA",
)
"""What only a wrong statement of ours raises: it goes to the fault log and the dialog that sends it."""


def _codes() -> list[str]:
    """The names of result codes: numbers of primary codes up to 28, extended ones above 255, 100 and 101."""
    primary = {name for name in dir(sqlite3) if name.startswith("SQLITE_") and name.count("_") == 1}
    extended = {
        name
        for name in dir(sqlite3)
        if name.startswith("SQLITE_")
        and name.count("_") > 1
        and "_".join(name.split("_")[:2]) in primary
        and getattr(sqlite3, name) > 255
    }
    of_results = {name for name in primary if getattr(sqlite3, name) in {*range(29), 100, 101}}
    actions = {"DELETE", "INSERT", "PRAGMA", "READ", "SELECT", "TRANSACTION", "UPDATE", "ATTACH", "DETACH", "REINDEX",
               "ANALYZE", "FUNCTION", "SAVEPOINT", "RECURSIVE", "DENY", "IGNORE"}  # fmt: skip
    return sorted(name for name in of_results | extended if name.split("_")[1] not in actions)


CODES = _codes()


def _failure(code: str) -> sqlite3.Error:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorname = code
    error.sqlite_errorcode = getattr(sqlite3, code)
    return error


def test_the_list_is_the_whole_of_what_this_sqlite_knows() -> None:
    assert len(CODES) > 75
    for name in (
        "SQLITE_FULL",
        "SQLITE_IOERR_FSYNC",
        "SQLITE_READONLY_DBMOVED",
        "SQLITE_CORRUPT_INDEX",
        "SQLITE_NOTADB",
    ):
        assert name in CODES


@pytest.mark.parametrize("code", CODES)
def test_each_code_has_a_sentence_with_a_next_step_or_is_a_mistake_of_ours(code: str) -> None:
    if code.startswith(NO_FAILURES):
        return
    found = sqlite_refusal(_failure(code))
    if code.startswith(OF_THE_PROGRAM):
        assert isinstance(found, sqlite3.Error | RuleBroken), "hidden as a fault of the machine"
        return
    assert isinstance(found, EnvironmentProblem), code
    said = sentence(found)
    assert said.endswith(".")
    assert said.count(".") + said.count("؛") >= 2, "what is wrong, and what to do"
    assert "disk I/O" not in said


@pytest.mark.parametrize(
    ("code", "key"),
    [
        ("SQLITE_IOERR_SHORT_READ", "database_damaged"),
        ("SQLITE_IOERR_DATA", "database_damaged"),
        ("SQLITE_IOERR_LOCK", "locks_failed"),
        ("SQLITE_IOERR_RDLOCK", "locks_failed"),
        ("SQLITE_PROTOCOL", "locks_failed"),
        ("SQLITE_NOMEM", "memory_full"),
        ("SQLITE_IOERR_NOMEM", "memory_full"),
        ("SQLITE_TOOBIG", "value_too_long"),
        ("SQLITE_CANTOPEN_DIRTYWAL", "database_unreachable"),
        ("SQLITE_IOERR_WRITE", "disk_error"),
    ],
)
def test_what_a_code_means(code: str, key: str) -> None:
    problem = sqlite_refusal(_failure(code))
    assert isinstance(problem, EnvironmentProblem)
    assert problem.key == key
