"""Notes of what one transaction writes, from which its link of the chain is made when it commits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Mark = tuple[int, int, int]
"""How much was noted at some moment."""


class EvidenceNotes:
    """Rows as they were left (None: taken away), and the entries and acts that were appended, each in its order."""

    def __init__(self) -> None:
        self.rows: list[tuple[str, int, Mapping[str, Any] | None]] = []
        self.entries: list[Mapping[str, Any]] = []
        self.acts: list[Mapping[str, Any]] = []
        self.link: tuple[int, str] | None = None
        """Number and hash of the link that was written of them."""
        self.sealed: frozenset[tuple[str, int]] = frozenset()
        """The rows that this link covers, by kind and id."""

    def __bool__(self) -> bool:
        return bool(self.rows or self.entries or self.acts)

    def row(self, kind: str, row_id: int, values: Mapping[str, Any] | None) -> None:
        """A row was written with these values by the names of its columns, or taken away."""
        self.rows.append((kind, row_id, values))

    def entry(self, values: Mapping[str, Any]) -> None:
        """An entry was appended to the audit table."""
        self.entries.append(values)

    def act(self, values: Mapping[str, Any]) -> None:
        """The act was recorded."""
        self.acts.append(values)

    def mark(self) -> Mark:
        """Where the notes stand now."""
        return len(self.rows), len(self.entries), len(self.acts)

    def undone(self, mark: Mark) -> None:
        """What was noted since then is taken back."""
        rows, entries, acts = mark
        del self.rows[rows:], self.entries[entries:], self.acts[acts:]

    def clear(self) -> None:
        """Everything that was noted stands in the chain."""
        self.undone((0, 0, 0))
