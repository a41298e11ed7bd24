"""Cells of the page: each value as the page shows it, and references as links to records."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.documents.document_kinds import DOCUMENTS
from desktop_app.domain.documents.document_words import words_of
from desktop_app.domain.documents.snapshots import document_from_json
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.archive_export import ExportWords
from desktop_app.domain.text.digits import persian_digits, persian_percent, persian_time
from desktop_app.domain.text.json_text import read_json
from desktop_app.services.documents.frozen_minutes import NO_DOCUMENT
from desktop_app.services.registers.kept_letter import kind_of
from desktop_app.storage.archive_export.schema_notes import ColumnNote, TableNote

Shown = Any
"""What the page takes: a text, the key of the row that a column refers to, ``[table, key]``, or None."""
Show = Callable[[Any], Shown]

HIDDEN: Final = frozenset({"document", "snapshot", "content", "print_setup", "letterhead", "answer"})
"""Long texts for programs; they stand in the tables."""
LETTERS: Final = frozenset({("outgoing_paper", "document"), ("sent_invitation", "document")})
"""Letters that were kept as documents: what they say is read and searched."""
STORED_WORDS: Final = frozenset(
    {
        ("audit", "act"),
        ("audit", "subject"),
        ("minutes_version", "classification"),
        ("minutes_version", "urgency"),
        ("file_link", "record_kind"),
        ("paper_link", "record_kind"),
    }
)
"""Plain texts that are words of a closed list all the same."""
_PERCENT: Final = "\u066a"
_RIGHT_TO_LEFT: Final = "\u200f"
TECHNICAL: Final = frozenset(
    {
        "batch", "committee_id", "content_hash", "executor_key", "facts_version", "format", "hash", "id", "logo",
        "name_key", "ordinal", "record_uid", "seq", "sha256", "state_place", "subject_uid", "template", "title_key",
        "uid",
    }
)  # fmt: skip
"""Columns that are for programs, which the page folds away."""


def shows(note: TableNote, words: ExportWords) -> tuple[Show, ...]:
    """By column: how its values are shown."""
    return tuple(_show(note, column, words) for column in note.columns)


def is_hidden(note: TableNote, column: ColumnNote) -> bool:
    """Whether the page leaves its values to the tables; the answer to a request is a text to be read."""
    return column.name in HIDDEN and column.kind in ("json", "bytes") and (note.name, column.name) not in LETTERS


def day(iso: str) -> str:
    """A stored day as the page shows it; one that is none as it stands."""
    try:
        return format_date(date.fromisoformat(iso))
    except (ValueError, RuleBroken):
        return iso


def moment(instant: str) -> str:
    """A stored instant as the day and time here."""
    try:
        when, time = local_moment(instant)
        return f"{format_date(when)}، {persian_time(time)}"
    except (ValueError, OverflowError, RuleBroken):
        return instant


# ---- inside


def _show(note: TableNote, column: ColumnNote, words: ExportWords) -> Show:
    if is_hidden(note, column):
        return lambda _value: None
    if column.refers:
        return lambda value: value
    if column.kind == "word" or (note.name, column.name) in STORED_WORDS:
        return lambda value: value and words.value(note.name, column.name, str(value))
    if column.name == "percent":
        # the sign follows its number from right to left, also where no Persian word stands before it
        return lambda value: persian_percent(value).replace(_PERCENT, f"{_RIGHT_TO_LEFT}{_PERCENT}")
    texts: Mapping[str, Show] = {"facts": lambda value: facts_text(value, words.field), "document": letter_text}
    if column.name in texts:
        return texts[column.name]
    return _BY_KIND.get(column.kind, lambda value: value)(words.page)


def _truth(page: Mapping[str, str]) -> Show:
    return lambda value: None if value is None else page["yes" if value else "no"]


_BY_KIND: Final[Mapping[str, Callable[[Mapping[str, str]], Show]]] = {
    "day": lambda _page: lambda value: value and day(str(value)),
    "time": lambda _page: lambda value: value and persian_time(str(value)),
    "instant": lambda _page: lambda value: value and moment(str(value)),
    "truth": _truth,
    "integer": lambda _page: lambda value: None if value is None else persian_digits(value),
    "text": lambda _page: lambda value: value or None,
    "json": lambda _page: lambda value: value or None,
    "bytes": lambda _page: lambda _value: None,
}


def letter_text(stored: str) -> str:
    """What a kept letter says, in the order of its paper; empty where nothing is kept or it is no letter."""
    try:
        told = document_from_json(DOCUMENTS[kind_of(stored)], stored)
    except NO_DOCUMENT:
        return ""
    return "\n".join(map(_value, words_of(told)))


def facts_text(stored: str, field: Callable[[str], str]) -> str:
    """The details of an entry in one line: fields with their values, a change from and to."""
    try:
        told = read_json(stored)
    except ValueError:
        return stored
    return "، ".join(_parts(told, field)) if isinstance(told, dict) else str(told)


def _parts(document: Mapping[str, Any], field: Callable[[str], str]) -> Iterator[str]:
    for name, value in document.items():
        if isinstance(value, dict) and value:
            yield from _parts(value, field)
        elif value not in (None, "", [], {}):
            yield f"{field(name)}: {_value(value)}"


def _value(value: object) -> str:
    if isinstance(value, list):
        return " ← ".join(_value(one) for one in value)
    if isinstance(value, bool) or value is None:
        return "" if value is None else str(int(value))
    if isinstance(value, int):
        return persian_digits(value)
    text = str(value)
    if len(text) == 5 and text[2] == ":" and (text[:2] + text[3:]).isdecimal():
        return persian_time(text)
    return day(text) if len(text) == 10 and text[4:5] == "-" else text
