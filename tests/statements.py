"""Statements: counts what reaches SQLite, in every database of the process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine

_FRAME = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "PRAGMA")


@dataclass(slots=True)
class Counted:
    """Statements but for those that only frame them, and transactions."""

    statements: list[str] = field(default_factory=list)
    transactions: int = 0


@contextmanager
def counted() -> Iterator[Counted]:
    """Count while the block runs."""
    found = Counted()

    def execute(_connection: object, _cursor: object, statement: str, *_rest: Any) -> None:
        if statement.startswith("BEGIN"):
            found.transactions += 1
        if not statement.startswith(_FRAME):
            found.statements.append(statement)

    event.listen(Engine, "before_cursor_execute", execute)
    try:
        yield found
    finally:
        event.remove(Engine, "before_cursor_execute", execute)
