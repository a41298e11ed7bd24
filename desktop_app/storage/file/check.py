"""Check of a database in steps: the steps of every start, and those of the search columns.

A step that meets something unreadable ends as a finding of its own, and the next step goes on: whatever lies in the
file, the check says what it is and never fails itself. Search columns are derived; they must say what the records say.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Final

from sqlalchemy.exc import DBAPIError

from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.domain.text.folding import sort_key
from desktop_app.storage.evidence.value_checks import states_without_acts
from desktop_app.storage.evidence.verifying import newest_links, rows_against_hashes
from desktop_app.storage.store import schema
from desktop_app.storage.store.facts_projection import resolution_id_batches, stale_resolutions
from desktop_app.storage.store.search import FOLDED, SEARCHED, wanted_rows
from desktop_app.storage.store.store import SORT_KEYS
from desktop_app.storage.store.transaction import Transaction
from desktop_app.storage.store.wordings import CLAUSE, RESOLUTION, count_wrong_rows

_STORED: Final = f"SELECT kind, record_id, {', '.join(FOLDED)} FROM search_text"


def stale_facts(transaction: Transaction) -> Iterator[Finding]:
    """Yield resolutions whose derived facts are wrong, so that lists and counts are wrong."""
    for resolution_id in stale_resolutions(transaction):
        yield Finding(kind=FindingKind.FACTS_STALE, subject="resolution", id=resolution_id)


def stale_search_rows(transaction: Transaction) -> Iterator[Finding]:
    """Yield the kinds of records whose search texts or sort keys are missing, superfluous or wrong."""
    wrong = Counter[str]()
    for ids in resolution_id_batches(transaction):
        wrong.update(count_wrong_rows(transaction, ids))
    for kind, count in _wrong_search_rows(transaction).items():
        wrong[kind] += count
    for kind, count in _wrong_sort_keys(transaction):
        wrong[kind] += count
    for kind in sorted(wrong):
        if wrong[kind]:
            yield Finding(kind=FindingKind.SEARCH_STALE, subject=kind, detail=str(wrong[kind]))


def _wrong_search_rows(transaction: Transaction) -> Mapping[str, int]:
    """Return by kind the number of wrong search rows; those of resolutions are checked by :func:`count_wrong_rows`."""
    kept = {(kind, record_id): tuple(row) for kind, record_id, *row in transaction.cells(_STORED)}
    theirs = {clause_id for (clause_id,) in transaction.text("SELECT id FROM clause WHERE resolution_id IS NOT NULL")}
    wrong = Counter[str]()
    for kind in SEARCHED - {RESOLUTION}:
        for wanted in wanted_rows(transaction, kind):
            wrong[kind] += kept.pop((kind, wanted["record_id"]), None) != tuple(wanted[name] for name in FOLDED)
    for kind, record_id in kept:
        wrong[kind] += kind != RESOLUTION and not (kind == CLAUSE and record_id in theirs)
    return wrong


def _wrong_sort_keys(transaction: Transaction) -> Iterator[tuple[str, int]]:
    """Yield for each kind the number of rows whose sort key does not follow from their name."""
    for kind, (source, key) in SORT_KEYS.items():
        rows = transaction.text(f"SELECT {source}, {key} FROM {kind}")
        yield kind, sum(sort_key(name) != found for name, found in rows)


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
Steps = tuple[tuple[str, Step], ...]
"""Each part of a check by its name."""


def file_damage(transaction: Transaction) -> Iterator[Finding]:
    """Yield what SQLite's own check of every page and index reports."""
    # integrity_check, not quick_check: an index that disagrees with its table is what it finds more
    for row in transaction.text(f"PRAGMA integrity_check({MOST})"):
        if row[0] != "ok":
            yield Finding(kind=FindingKind.DAMAGED, subject="", detail=row[0])


def broken_references(transaction: Transaction) -> Iterator[Finding]:
    """Yield rows that refer to a missing row."""
    for table, row_id, parent, _ in transaction.text("PRAGMA foreign_key_check"):
        yield Finding(kind=FindingKind.REFERENCE, subject=table, id=row_id or 0, detail=parent)


def schema_differences(transaction: Transaction) -> Iterator[Finding]:
    """Yield tables, rules, guards, triggers and views that are missing, changed or unknown."""
    for difference in schema.differences_from_expected(transaction.text):
        yield Finding(
            kind=FindingKind.SCHEMA, subject=f"{difference.what} {difference.name}".strip(), detail=difference.how
        )


def with_reading_errors(name: str, findings: Iterator[Finding]) -> Iterator[Finding]:
    """Yield these findings; if reading fails, a last finding with the name of the step and the error."""
    try:
        # what came before a page that cannot be read stays in the list
        yield from findings
    except EnvironmentProblem as problem:
        if problem.key in WAITING:
            raise
        yield Finding(kind=FindingKind.DAMAGED, subject=name, detail=str(problem.facts.get("code", problem.key)))
    except UNREADABLE as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        yield Finding(kind=FindingKind.UNREADABLE, subject=name, detail=f"{type(cause).__name__}: {cause}")


ROWS: Final[tuple[str, Step]] = ("rows", partial(rows_against_hashes, alone=partial(with_reading_errors, "rows")))
"""Each row of every table; one that cannot be read keeps no other table from being asked."""
OF_ENGINE: Final[Steps] = (("file", file_damage), ("references", broken_references))
"""What SQLite checks itself, while Python's lock is free for another thread."""
SHORT: Final[Steps] = (("schema", schema_differences), ("states", states_without_acts))
"""What a large file is asked at its start beside that."""
AT_START: Final[Steps] = (*SHORT, ("chain", newest_links), ROWS)
"""What is checked beside that before anything is shown."""
LISTS: Final[Steps] = (("lists", stale_facts),)
"""What lists and counts are asked through; what differs from the records is made anew before anything is shown."""
SEARCH: Final[Steps] = (("search", stale_search_rows),)
"""The same of searching."""
DERIVED: Final[Steps] = (*SEARCH, *LISTS)
"""All that is derived."""


def run_checks(transaction: Transaction, steps: Steps) -> tuple[Finding, ...]:
    """Return everything that these steps find wrong, without duplicates."""
    # what keeps one table from being read may keep others, too
    return tuple(
        found
        for name, step in steps
        for found in dict.fromkeys(with_reading_errors(name, _findings_of_step(step, transaction)))
    )


def _findings_of_step(step: Step, transaction: Transaction) -> Iterator[Finding]:
    # a step that is no generator raises when it is called
    yield from step(transaction)
