"""Frozen words that say otherwise than a row of which no hash is left: the text of signed minutes proves itself."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from sqlalchemy import Table

from desktop_app.domain.documents.snapshots import content_hash
from desktop_app.domain.text.json_text import read_object
from desktop_app.storage.recovery.reading import Cells, DamagedFile
from desktop_app.storage.schema.base import table_of
from desktop_app.storage.schema.minutes import ClauseRecord, MinutesVersionRecord
from desktop_app.storage.schema.resolutions import ResolutionRecord

_VERSIONS: Final = table_of(MinutesVersionRecord)
_CLAUSES: Final = table_of(ClauseRecord)
_RESOLUTIONS: Final = table_of(ResolutionRecord)


class FrozenWords:
    """The texts of minutes that are those of their codes."""

    def __init__(self, file: DamagedFile) -> None:
        self._texts: dict[int, str] = {}
        """By version."""
        self._meetings: dict[int, list[str]] = {}
        """By meeting: the texts of its versions."""
        numbers = ((key, _row(_RESOLUTIONS, found[0])) for key, found in file.rows.get(_RESOLUTIONS.name, {}).items())
        self._numbers = {key: row["number"] for key, row in numbers}
        """By resolution."""
        for key, found in file.rows.get(_VERSIONS.name, {}).items():
            row = _row(_VERSIONS, found[0])
            if row["content_hash"] and _is_that_of_its_code(row):
                self._texts[key] = row["snapshot"]
                self._meetings.setdefault(row["meeting_id"], []).append(row["snapshot"])

    def has(self, version: int) -> bool:
        """Whether the text of minutes is left and that of its code."""
        return version in self._texts

    def deny(self, table: str, cells: Cells) -> bool:
        """Whether they say otherwise than a row: it was damaged since it was frozen."""
        if table == _VERSIONS.name:
            return not _is_that_of_its_code(_row(_VERSIONS, cells))
        if table == _CLAUSES.name:
            row = _row(_CLAUSES, cells)
            text = self._texts.get(row["minutes_version_id"], "")
            number = self._numbers.get(row["resolution_id"])
            return bool(text) and not (_says(text, number, row["text"]) if number else _stands_in([text], row["text"]))
        if table == _RESOLUTIONS.name:
            row = _row(_RESOLUTIONS, cells)
            texts = self._meetings.get(row["meeting_id"], [])
            return bool(texts and row["number"]) and not _stands_in(texts, row["number"])
        return False


# ---- inside


def _row(table: Table, cells: Cells) -> Mapping[str, Any]:
    return dict(zip(table.columns.keys(), cells, strict=True))


def _is_that_of_its_code(row: Mapping[str, Any]) -> bool:
    """Whether a text is that of its code, or there is none of either."""
    text, code = row["snapshot"], row["content_hash"]
    return isinstance(text, str) and code == (content_hash(text) if text else "")


def _says(text: str, number: str, words: object) -> bool:
    """Whether frozen minutes have a resolution of a number with these words."""
    listed = read_object(text).get("resolutions")
    return any((one.get("number"), one.get("text")) == (number, words) for one in listed or () if isinstance(one, dict))


def _stands_in(texts: Iterable[str], word: object) -> bool:
    written = json.dumps(word, ensure_ascii=False)
    return any(written in text for text in texts)
