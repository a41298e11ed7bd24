"""Names of records as their rows tell them: of rows that were read alone, and of those that a check doubts in a file.

The file is one that no office has open: a recovered database, or that of a backup.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Any, Final

from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.findings import Finding
from desktop_app.storage.recovery.lost_clauses import FAR
from desktop_app.storage.schema.base import Record
from desktop_app.storage.store.transaction import Transaction

FOUND_BY: Final = "words of searching"
"""No column: what a lost record was found by."""
_DAY: Final = "day"
_NAMES: Final = ("number", "name", "title", "subject", "text", _DAY, FOUND_BY, "version", "kind")
"""Columns that name a record, the best first."""
_NAME_LENGTH: Final = 80
_MINUTES: Final = (
    f"CASE WHEN it.state = 'dropped' AND it.version > {FAR} THEN '' ELSE"
    f" meeting.number || CASE WHEN it.version BETWEEN 2 AND {FAR} THEN '-' || it.version ELSE '' END END"
)
"""By what minutes are known: «3», a corrected version «3-2»; nothing where their meeting is lost."""
_THROUGH: Final[Mapping[str, str]] = {
    "minutes_version": f"SELECT {_MINUTES} FROM meeting JOIN minutes_version AS it ON meeting.id = it.meeting_id",
    "clause": (
        "SELECT coalesce(nullif(resolution.number, ''), it.text) FROM clause AS it"
        " LEFT JOIN resolution ON resolution.id = it.resolution_id"
    ),
    "task": "SELECT number FROM resolution JOIN task AS it ON resolution.id = it.resolution_id",
    "sent_invitation": "SELECT coalesce(nullif(it.number, ''), it.addressee) FROM sent_invitation AS it",
}
"""By what a record is known that bears no name of its own, or one that others bear, too."""
_WORDLESS: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "clause": (
        "SELECT coalesce(nullif(resolution.number, ''), 'minutes_version ' || "
        + _MINUTES.replace("it.", "minutes.")
        + ") FROM clause AS it LEFT JOIN resolution ON resolution.id = it.resolution_id"
        " LEFT JOIN minutes_version AS minutes ON minutes.id = it.minutes_version_id"
        " LEFT JOIN meeting ON meeting.id = minutes.meeting_id",
        ("number",),
    ),
    "agenda_item": (
        "SELECT 'meeting ' || meeting.number FROM agenda_item AS it JOIN meeting ON meeting.id = it.meeting_id",
        ("number",),
    ),
    "incoming_paper": ("SELECT number, coalesce(day, received_on) FROM incoming_paper AS it", ("number", _DAY)),
    "outgoing_paper": ("SELECT number, day FROM outgoing_paper AS it", ("number", _DAY)),
}
"""Of kinds whose words may be of a higher class: by what a record is known without them, and what its cells are."""


def name_of(row: Mapping[str, Any]) -> str:
    """What names a record, as far as it can be read."""
    for column in _NAMES:
        with suppress(KeyError):
            value = row[column]
            if isinstance(value, str | int) and str(value).strip():
                return _as_written(str(value)) if column == _DAY else str(value)[:_NAME_LENGTH]
    return ""


def _as_written(day: str) -> str:
    """A day as papers write it; what is none, or of no year that they know, stays what it is."""
    try:
        return format_date(date.fromisoformat(day))
    except (ValueError, OverflowError, RuleBroken):
        return day[:_NAME_LENGTH]


def names_of(
    transaction: Transaction, findings: Iterable[Finding], *, wordless: bool = False
) -> dict[tuple[str, int], str]:
    """By table and id: the number, name or title of each record that has one.

    With ``wordless`` none bears the words of a clause, an agenda or a letter, which may be confidential: where they are
    told their class does not stand beside them, and that of a row that is doubted may have been lowered. Such a
    record is known by its number, its day, or as «meeting 3» by what it belongs to.
    """
    found: dict[tuple[str, int], str] = {}
    for kind, number in dict.fromkeys((one.subject, one.id) for one in findings):
        table = Record.metadata.tables.get(kind)
        if table is None or not number or (kind, number) in found:
            continue
        question, columns = _question(kind, [one for one in _NAMES if one in table.columns], wordless=wordless)
        for row in transaction.text(f"{question} WHERE it.rowid = {int(number)}") if columns else ():
            name = name_of(dict(zip(columns, row, strict=True)))
            if name:
                found[kind, number] = name
    return found


def _question(kind: str, columns: Sequence[str], *, wordless: bool) -> tuple[str, Sequence[str]]:
    """The statement without its row, and what its cells are."""
    if wordless and kind in _WORDLESS:
        return _WORDLESS[kind]
    if kind in _THROUGH:
        return _THROUGH[kind], _NAMES[:1]
    return f"SELECT {', '.join(columns)} FROM {kind} AS it", columns
