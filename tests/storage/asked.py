"""What a unit of work asks SQLite, and by which way SQLite answers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from desktop_app.storage.store.work import Work


@contextmanager
def statements(work: Work) -> Iterator[list[tuple[str, Any]]]:
    """Each statement that the work sends while this is open, with its values."""
    asked: list[tuple[str, Any]] = []

    def note(connection: Any, cursor: Any, statement: str, values: Any, context: Any, many: Any) -> None:
        asked.append((statement, values))

    event.listen(work.transaction.connection, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(work.transaction.connection, "before_cursor_execute", note)


def plan_of(work: Work, statement: str, values: Any) -> list[str]:
    """The steps by which SQLite answers a statement."""
    asked = work.transaction.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
    return [row[3] for row in asked.all()]
