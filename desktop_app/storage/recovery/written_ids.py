"""Ids that records of a damaged database had: which ones were ever written, and which minutes may hold a resolution."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Final

from desktop_app.storage.evidence.stored import HASHED
from desktop_app.storage.recovery.judging import CLAUSE, Judged
from desktop_app.storage.recovery.lost_clauses import belong_together
from desktop_app.storage.recovery.reading import Hints

_CLAUSE_OF: Final = f"SELECT 1 FROM {CLAUSE} WHERE minutes_version_id = ? AND resolution_id = ?"


class WrittenIds:
    """Ids of records by table, while the new file of a recovery is filled."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        judged: Mapping[str, Judged],
        hints: Mapping[str, Hints],
        given: Mapping[str, int],
        *,
        all_known: bool,
    ) -> None:
        """``given`` are by table the highest ids that were ever given, as far as they are known.

        ``all_known`` tells whether each row that was lost is among those that are missing.
        """
        self._connection, self._judged, self._hints = connection, judged, hints
        self._given, self._all_known = given, all_known

    def highest_given(self, name: str) -> int:
        """The highest id that was ever given in a table; 0 where nothing tells."""
        return self._given.get(name, 0)

    def ids_there(self, name: str) -> set[int]:
        """Those of the rows that are in the new file by now."""
        return {row[0] for row in self._connection.execute(f"SELECT id FROM {name}")}

    def ids_known(self, name: str) -> set[int]:
        """Those, and every other of which the damaged table, its indexes or its hashes tell."""
        judged = self._judged.get(name, Judged())
        known = judged.differing.keys() | judged.unknown.keys() | judged.missing | self._hints.get(name, {}).keys()
        return self.ids_there(name) | known

    def may_have_been_written(self, name: str, row_id: int) -> bool:
        """Whether a record of that id may ever have been: one of which no hash tells is that of a damaged reference."""
        if self._all_known and name in HASHED:
            judged = self._judged.get(name, Judged())
            return any(row_id in one for one in (judged.kept, judged.differing, judged.unknown, judged.missing))
        return row_id <= self._given.get(name, row_id) or row_id in self.ids_known(name)

    def may_hold(self, version: int, resolution: int) -> bool:
        """Whether minutes without a clause of a resolution may have held it."""
        return (
            self.may_have_been_written("resolution", resolution)
            and belong_together(self._connection, version, resolution)
            and self._connection.execute(_CLAUSE_OF, (version, resolution)).fetchone() is None
        )
