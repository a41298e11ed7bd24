"""Titles of the records on the page: their own name or number, and what they belong to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from desktop_app.domain.calendar.jalali import JalaliMonth, format_month
from desktop_app.domain.read_models.archive_export import ExportWords
from desktop_app.storage.archive_export.page_cells import day
from desktop_app.storage.archive_export.taken_over import MINUTES, was_taken_over

Row = Mapping[str, Any]
Find = Callable[[str, Any], Row | None]
"""A row by its table and key."""
LONGEST: Final = 90
"""Letters of a text that stands for a record."""

_NAMED: Final[Mapping[str, tuple[str, ...]]] = {
    "agenda_item": ("title",),
    "article": ("title",),
    "attendance": ("name",),
    "axis": ("title",),
    "clause": ("text",),
    "committee": ("name",),
    "deliberation": ("speaker", "text"),
    "file_link": ("name",),
    "guest": ("name",),
    "incoming_paper": ("subject",),
    "memorandum": ("title",),
    "outgoing_paper": ("subject",),
    "party": ("name",),
    "person": ("name",),
    "printing": ("path",),
    "request": ("title",),
    "resolution": ("number",),
    "seat": ("title",),
    "sent_invitation": ("addressee",),
    "signer": ("name",),
    "unit": ("name",),
    "upstream_decision": ("title",),
}
"""The columns that say how a record is called."""
_BY_WORD: Final[Mapping[str, str]] = {
    "audit": "act",
    "meeting_act": "target",
    "minutes_act": "kind",
    "resolution_act": "kind",
    "task_act": "target",
}
"""The columns whose word says what was done."""
_BY_OTHER: Final[Mapping[str, tuple[str, str]]] = {
    "nomination": ("person_id", "person"),
    "signature": ("signer_id", "signer"),
    "task": ("unit_id", "unit"),
}
"""Records that are called as another one is."""
_OWNED: Final[Mapping[str, tuple[str, str]]] = {
    "clause": ("minutes_version_id", "minutes_version"),
    "minutes_version": ("meeting_id", "meeting"),
    "nomination": ("seat_id", "seat"),
    "printing": ("minutes_version_id", "minutes_version"),
    "resolution": ("meeting_id", "meeting"),
    "sent_invitation": ("meeting_id", "meeting"),
    "task": ("resolution_id", "resolution"),
}
"""What stands behind the name of a record."""
_STRUCK: Final[Mapping[str, str]] = {
    "incoming_paper": "struck_on",
    "outgoing_paper": "struck_on",
    "sent_invitation": "struck",
}
"""The column that says that a letter stands no more: it is marked wherever it is listed or found."""
_NUMBER: Final[Mapping[str, str]] = {"meeting": "number", "minutes_version": "version"}


class Titles:
    """Each title is made once."""

    def __init__(self, find: Find, words: ExportWords) -> None:
        self._find, self._words = find, words
        self._known: dict[tuple[str, Any], str] = {}

    def of(self, table: str, key: Any) -> str:  # noqa: ANN401 - an id, or the day of a holiday
        """The title of a record; empty for none."""
        if (table, key) not in self._known:
            row = None if key is None else self._find(table, key)
            self._known[table, key] = "" if row is None else self._made(table, key, row)
        return self._known[table, key]

    def _made(self, table: str, key: Any, row: Row) -> str:  # noqa: ANN401
        owner_column, owner_table = _OWNED.get(table, ("", ""))
        owner = self.of(owner_table, row[owner_column]) if owner_column else ""
        number = row[_NUMBER[table]] if table in _NUMBER else key
        if table == MINUTES and was_taken_over(row):
            # each import makes one anew: none of them is a version that anybody wrote
            number = 0
        title = self._words.title(table, self._name(table, row), number if isinstance(number, int) else 0, owner)
        return f"{self._words.page['struck']}: {title}" if row.get(_STRUCK.get(table, "")) else title

    def _name(self, table: str, row: Row) -> str:
        if table == "holiday":
            return f"{row['name']}، {day(row['day'])}"
        if table == "month_act":
            return format_month(JalaliMonth(row["year"], row["month"]))
        if table in _BY_WORD:
            return self._words.value(table, _BY_WORD[table], row[_BY_WORD[table]])
        if table == "deadline_event":
            return day(row["due"] or "") or row["reason"]
        if table in _BY_OTHER:
            column, other = _BY_OTHER[table]
            return self.of(other, row[column])
        told = ": ".join(str(row[column]) for column in _NAMED.get(table, ()) if row[column])
        text = " ".join(told.split())
        return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"
