"""The whole check of a database: the file, its references, its schema and guards, its values, and what was agreed.

A step that meets something unreadable ends as a finding of its own, and the next step goes on: whatever lies in the
file, the check says what it is and never fails itself.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from typing import Final

from sqlalchemy.exc import DBAPIError

from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.storage.evidence.verifying import chain_against_entries, newest_links, rows_against_hashes
from desktop_app.storage.file.frozen_checks import frozen_texts, sent_texts
from desktop_app.storage.file.integrity import QUESTIONS
from desktop_app.storage.file.search_checks import facts_stale, search_stale
from desktop_app.storage.file.state_checks import states_without_acts
from desktop_app.storage.file.value_checks import broken_values
from desktop_app.storage.schema import schema
from desktop_app.storage.store.transaction import Transaction

MOST: Final = 100
"""Lines that SQLite's own check may give."""
UNREADABLE: Final = (
    DBAPIError,
    sqlite3.Error,
    RuleBroken,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
)
"""What reading raises over rows that the program did not write, or that are damaged."""
WAITING: Final = frozenset({"data_locked", "disk_error", "database_unreachable", "database_moved"})
"""Problems of the moment, which say nothing of the data."""

Step = Callable[[Transaction], Iterator[Finding]]


def sound_file(transaction: Transaction) -> Iterator[Finding]:
    """SQLite's own check of every page and index."""
    # integrity_check, not quick_check: an index that disagrees with its table is what it finds more
    for row in transaction.text(f"PRAGMA integrity_check({MOST})"):
        if row[0] != "ok":
            yield Finding(kind=FindingKind.DAMAGED, subject="", detail=row[0])


def references(transaction: Transaction) -> Iterator[Finding]:
    """Rows that refer to what is not there."""
    for table, row_id, parent, _ in transaction.text("PRAGMA foreign_key_check"):
        yield Finding(kind=FindingKind.REFERENCE, subject=table, id=row_id or 0, detail=parent)


def schema_differences(transaction: Transaction) -> Iterator[Finding]:
    """Tables, rules, guards, triggers and views that are missing, changed or unknown."""
    for difference in schema.differences_from_expected(transaction.text):
        yield Finding(
            kind=FindingKind.SCHEMA, subject=f"{difference.what} {difference.name}".strip(), detail=difference.how
        )


FAST: Final[tuple[tuple[str, Step], ...]] = (
    ("file", sound_file),
    ("references", references),
    ("schema", schema_differences),
    ("states", states_without_acts),
)
"""What a large file is asked at its start."""
AT_START: Final[tuple[tuple[str, Step], ...]] = (
    *FAST,
    ("chain", newest_links),
    ("rows", rows_against_hashes),
)
"""What is checked before anything is shown."""
DERIVED: Final[tuple[tuple[str, Step], ...]] = (("search", search_stale), ("lists", facts_stale))
"""What search and lists are asked through; what differs from the records is made anew at the start."""
STEPS: Final[tuple[tuple[str, Step], ...]] = (
    *FAST,
    ("rows", rows_against_hashes),
    ("chain", chain_against_entries),
    ("values", broken_values),
    *QUESTIONS,
    ("frozen", frozen_texts),
    ("letters", sent_texts),
    *DERIVED,
)
"""Each part of the check by its name."""


def check(transaction: Transaction, steps: tuple[tuple[str, Step], ...] = STEPS) -> tuple[Finding, ...]:
    """Everything that is wrong; each step by itself."""
    return tuple(found for name, step in steps for found in _of_step(transaction, name, step))


def _of_step(transaction: Transaction, name: str, step: Step) -> Iterator[Finding]:
    try:
        # what came before a page that cannot be read stays in the list
        yield from step(transaction)
    except EnvironmentProblem as problem:
        if problem.key in WAITING:
            raise
        yield Finding(kind=FindingKind.DAMAGED, subject=name, detail=str(problem.facts.get("code", problem.key)))
    except UNREADABLE as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        yield Finding(kind=FindingKind.UNREADABLE, subject=name, detail=f"{type(cause).__name__}: {cause}")
