"""Memo of reads: what one transaction has read stays known in it until a table that it came from is written."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")
Tables = tuple[str, ...]


class ReadMemo:
    """Answers by the tables they were read from; only frozen answers may be kept, since every asker gets the same one.

    Sound because a transaction sees nobody's changes but its own, every own change goes through one place that names
    its table, and no trigger or foreign key of this schema changes another row.
    """

    def __init__(self) -> None:
        self._answers: dict[Tables, dict[Hashable, Any]] = {}
        self.changes = 0
        """How often something was written."""

    def ask(self, tables: Tables, question: Hashable, read: Callable[[], T]) -> T:
        """The answer, read when it is not known."""
        known = self._answers.setdefault(tables, {})
        if question not in known:
            known[question] = read()
        answer: T = known[question]
        return answer

    def written(self, table: str) -> None:
        """Forget what was read from a table."""
        self.changes += 1
        for tables, known in self._answers.items():
            if table in tables:
                known.clear()

    def undone(self, changes: int) -> None:
        """Forget everything if something was written since the count of changes stood so, and is now taken back."""
        if self.changes != changes:
            self._answers.clear()
