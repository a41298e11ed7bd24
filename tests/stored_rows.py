"""Stored rows: every table of an open work as SQLite has it, to compare what an act and its inverse leave."""

from __future__ import annotations

from typing import Any, Final

from desktop_app.storage.schema.base import Record
from desktop_app.storage.store.work import Work

TOLD: Final = frozenset({"act", "audit", "chain_link", "draft", "minutes_act", "record_hash"})
"""Tables that only grow: they tell of the acts themselves, of both."""
WITHOUT_KEY: Final = {
    "clause_unit": "clause_id, unit_id, ordinal",
    "search_text": "kind, record_id, meeting_id, minutes_version_id, spaced",
}
"""Rows that other rows bring along: which key they have tells nothing."""


def rows(work: Work) -> dict[str, list[tuple[Any, ...]]]:
    """By table: its rows in order, ids and uids with them."""
    found = {}
    for table in Record.metadata.sorted_tables:
        if table.name not in TOLD:
            columns = WITHOUT_KEY.get(table.name, "*")
            found[table.name] = sorted(
                (tuple(row) for row in work.transaction.text(f"SELECT {columns} FROM {table.name}")), key=repr
            )
    return found
