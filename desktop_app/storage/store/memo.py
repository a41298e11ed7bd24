"""Memo of reads: what one transaction has read stays known in it until a table that it came from is written."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
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
        self._records: dict[Tables, dict[int, Any]] = {}
        self._stood: dict[Tables, dict[int, Any]] = {}
        """Records as they were last read or stored: of those forgotten, too, since nobody else writes meanwhile."""
        self.uids: dict[tuple[str, int], str] = {}
        """By table and id of what was stored in this transaction; a uid never changes."""
        self.changes = 0
        """How often something was written."""

    def ask(self, tables: Tables, question: Hashable, read: Callable[[], T]) -> T:
        """The answer, read when it is not known."""
        known = self._answers.setdefault(tables, {})
        if question not in known:
            known[question] = read()
        answer: T = known[question]
        return answer

    def known(self, tables: Tables, question: Hashable) -> Any | None:  # noqa: ANN401 - what was asked of them
        """The answer as far as it was read."""
        return self._answers.get(tables, {}).get(question)

    def keep(self, tables: Tables, records: Iterable[Any]) -> None:
        """Know these records by their ids."""
        self._records.setdefault(tables, {}).update((one.id, one) for one in records)

    def record(self, tables: Tables, record_id: int) -> Any | None:  # noqa: ANN401 - of whatever kind they are
        """A record as far as any question has brought it."""
        return self._records.get(tables, {}).get(record_id)

    def standing(self, tables: Tables, record_id: int) -> Any | None:  # noqa: ANN401 - of whatever kind they are
        """A record as it stands now, also where a write to its table has made all that was read from it unsure."""
        known = self.record(tables, record_id)
        return known if known is not None else self._stood.get(tables, {}).get(record_id)

    def stored(self, tables: Tables, record_id: int, record: Any | None) -> None:  # noqa: ANN401 - the same
        """A record was stored as this, or is gone."""
        if record is None:
            self._stood.get(tables, {}).pop(record_id, None)
        else:
            self._stood.setdefault(tables, {})[record_id] = record

    def written(self, table: str) -> None:
        """Forget what was read from a table."""
        self.changes += 1
        for tables, records in self._records.items():
            if table in tables and records:
                self._stood.setdefault(tables, {}).update(records)
        for kept in (self._answers, self._records):
            for tables, known in kept.items():
                if table in tables:
                    known.clear()

    def undone(self, changes: int) -> None:
        """Forget everything if something was written since the count of changes stood so, and is now taken back."""
        if self.changes != changes:
            self._answers.clear()
            self._records.clear()
            self._stood.clear()
            self.uids.clear()
