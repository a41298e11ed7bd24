"""The whole check of a database: the file, its references, its schema and guards, and what was agreed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.storage.file.integrity import integrity_checks
from desktop_app.storage.schema import schema
from desktop_app.storage.store.transaction import Transaction

MOST: Final = 100
"""Lines that SQLite's own check may give."""


def check(transaction: Transaction) -> tuple[Finding, ...]:
    """Everything that is wrong; a page that cannot be read ends the check as its last finding."""
    found: list[Finding] = []
    try:
        # what came before a page that cannot be read stays in the list
        found.extend(_all(transaction))
    except EnvironmentProblem as problem:
        if problem.key != "database_damaged":
            raise
        found.append(Finding(kind=FindingKind.DAMAGED, subject="", detail=str(problem.facts["code"])))
    return tuple(found)


def _all(transaction: Transaction) -> Iterator[Finding]:
    # integrity_check, not quick_check: an index that disagrees with its table is what it finds more
    for row in transaction.text(f"PRAGMA integrity_check({MOST})"):
        if row[0] != "ok":
            yield Finding(kind=FindingKind.DAMAGED, subject="", detail=row[0])
    for table, row_id, parent, _ in transaction.text("PRAGMA foreign_key_check"):
        yield Finding(kind=FindingKind.REFERENCE, subject=table, id=row_id or 0, detail=parent)
    for difference in schema.differences(schema.facts(transaction.text), schema.expected()):
        yield Finding(
            kind=FindingKind.SCHEMA, subject=f"{difference.what} {difference.name}".strip(), detail=difference.how
        )
    yield from integrity_checks(transaction)
