"""Marking of rows that differ from what was written, and the words that stand in place of lost ones."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Table, Text

from desktop_app.domain.documents.papers import Classification, Urgency, highest
from desktop_app.domain.documents.snapshots import content_hash
from desktop_app.domain.rules.minutes import LOST
from desktop_app.storage.recovery.class_read import LostClasses
from desktop_app.storage.recovery.judging import CLASS, Judged, columns_of
from desktop_app.storage.recovery.reading import Cells

MARK: Final = LOST
"""Before each word that differs from what was written, and in place of one that is lost."""
_KNOWN: Final[Mapping[str, frozenset[str]]] = {
    CLASS: frozenset(one.value for one in Classification),
    "urgency": frozenset(one.value for one in Urgency),
}
"""Columns of plain text in which every reader looks for one of these words."""
_JSON: Final = frozenset({"answer", "document", "facts", "letterhead", "print_setup", "snapshot", "weekend"})
"""Columns of plain text that hold JSON."""
_COMMITTEE: Final = "committee"


class Marking:
    """What is put in place of words that differ or are lost; ``classes`` are those that records were given so."""

    def __init__(self, judged: Mapping[str, Judged], told: Classification, lost: LostClasses) -> None:
        """``told`` is the least class of a record that differs: a lower one may be the damage; ``lost`` of one lost."""
        self._judged, self._told, self._lost = judged, told.value, lost
        self.classes: set[str] = set()

    def lost_words(self, table: Table, known: Mapping[str, Any]) -> dict[str, str]:
        """Class and urgency of a lost row, as far as it has such columns."""
        return {name: self._lost_word(table, name, known) for name in _KNOWN if name in table.columns}

    def marked(self, table: Table, cells: Cells) -> dict[str, Any]:
        """The row with a question mark before each free text; words of closed lists, days and JSON stay as they are."""
        row = columns_of(table, cells)
        fixed = {"uid"} | {column.name for column in table.columns if column.name.endswith(("hash", "_uid"))}
        words = {name: self._word(table, name, row) for name in _KNOWN if name in row}
        marked = {
            column.name: f"{MARK} {row[column.name]}"
            if type(column.type) is Text
            and column.name not in fixed
            and (text := row[column.name])
            and isinstance(text, str)
            and not (column.name in _JSON and _is_json(text))
            else row[column.name]
            for column in table.columns
        }
        if "snapshot" in row and not _is_frozen_text(row):
            marked["snapshot"] = f"{MARK} {row['snapshot']}"
        return marked | words | self._office_of(table, row)

    def unproven(self, table: Table, row: Mapping[str, Any], then: str | None) -> dict[str, Any]:
        """The columns of a row that no hash proves which have to be others."""
        return {**self._words_of(table, row, then), **self._office_of(table, row)}

    # ---- inside

    def _office_of(self, table: Table, row: Mapping[str, Any]) -> dict[str, int]:
        """The one committee there is, where a row names another: no list of an office would find it there."""
        judged = self._judged.get(_COMMITTEE, Judged())
        known = judged.kept.keys() | judged.differing.keys() | judged.missing
        if len(known) != 1:
            return {}
        (alone,) = known
        names = (key.parent.name for key in table.foreign_keys if key.column.table.name == _COMMITTEE)
        return {name: alone for name in names if row[name] is not None}

    def _words_of(self, table: Table, row: Mapping[str, Any], then: str | None) -> dict[str, str]:
        """Of a row that no hash proves: what stands in place of a word that no reader knows, or of a lower class.

        ``then`` is the class that a hash of the row tells where that is higher than its own.
        """
        return {
            name: self._word(table, name, row)
            for name in _KNOWN
            if name in row and ((then and name == CLASS) or row[name] not in (*_KNOWN[name], None))
        }

    def _word(self, table: Table, name: str, row: Mapping[str, Any]) -> str:
        """That of a row that differs; of classes the higher one, or secret words would be drawn as plain ones."""
        own = row[name]
        if own not in _KNOWN[name]:
            return self._lost_word(table, name, row)
        return self._given(name, highest([str(own), self._told]).value if name == CLASS else str(own))

    def _lost_word(self, table: Table, name: str, known: Mapping[str, Any]) -> str:
        """What stands in place of a word that cannot be read, in a row of which ``known`` columns can."""
        word = self._lost.of(table.name, known) if name == CLASS else Urgency.NORMAL
        return self._given(name, word.value)

    def _given(self, name: str, word: str) -> str:
        if name == CLASS:
            self.classes.add(word)
        return word


def _is_json(text: str) -> bool:
    """Whether a text is of a column that programs read."""
    if not text.startswith(("[", "{")):
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _is_frozen_text(row: Mapping[str, Any]) -> bool:
    """Whether the text is that of its code, or there is none of either."""
    text, code = row["snapshot"], row["content_hash"]
    return not text or not code or (isinstance(text, str) and content_hash(text) == code)
