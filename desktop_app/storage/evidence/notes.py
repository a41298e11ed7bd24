"""Notes of what one transaction writes; its link of the chain is made from them at the commit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Mark = tuple[int, int, int]
"""How much was noted at some moment."""


class EvidenceNotes:
    """The written rows (None: deleted), and the appended entries and acts, each in order."""

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
        """Note that a row was written with these values by column, or was deleted."""
        self.rows.append((kind, row_id, values))

    def entry(self, values: Mapping[str, Any]) -> None:
        """Note that an entry was appended to the audit table."""
        self.entries.append(values)

    def act(self, values: Mapping[str, Any]) -> None:
        """Note that an act was recorded."""
        self.acts.append(values)

    def mark(self) -> Mark:
        """Return the current position in the notes."""
        return len(self.rows), len(self.entries), len(self.acts)

    def undone(self, mark: Mark) -> None:
        """Drop what was noted after the mark."""
        rows, entries, acts = mark
        del self.rows[rows:], self.entries[entries:], self.acts[acts:]

    def clear(self) -> None:
        """Drop all notes, after they were written to the chain."""
        self.undone((0, 0, 0))
