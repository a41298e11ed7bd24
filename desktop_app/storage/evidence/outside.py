"""Live rows that another program changed: their present and last written values, and their acceptance."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Column

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.findings import Finding, FindingKind, OutsideChange
from desktop_app.domain.text.json_text import read_object
from desktop_app.storage.evidence.canonical import DERIVED, holiday_id, row_hash
from desktop_app.storage.evidence.value_checks import broken_rule
from desktop_app.storage.schema.base import Record
from desktop_app.storage.schema.types import YesNo
from desktop_app.storage.sqlite.connections import file_uri
from desktop_app.storage.store.settings import HolidayRecord
from desktop_app.storage.store.transaction import Transaction

Row = Mapping[str, Any]
_HOLIDAY: Final = HolidayRecord.__tablename__
VERB: Final = "accepted_outside"
"""The act of an entry by which an outside change counts as written."""


def outside_change(transaction: Transaction, found: Finding, backups: Iterable[Path]) -> OutsideChange:
    """Return one changed row; ``backups`` are databases that may hold the written row, newest first."""
    now = current_row(transaction, found.subject, found.id)
    old = None if found.kind is FindingKind.ROW_UNKNOWN else _written_row(transaction, found, now, backups)
    shown = _values_to_compare(now or {})
    if old is not None:
        old = _values_to_compare(old)
    if old is not None and now is not None:
        shown = {name: value for name, value in shown.items() if old.get(name) != value}
        old = {name: old.get(name) for name in shown}
    return OutsideChange(
        kind=FindingKind.ROW_MISSING if now is None else found.kind,
        table=found.subject,
        id=found.id,
        old=None if old is None else _values(found.subject, old),
        new=_values(found.subject, shown),
        seen=_hash(found.subject, found.id, now),
    )


def accept_change(transaction: Transaction, change: OutsideChange) -> None:
    """Note the row, or its absence, so that the commit writes its new hash.

    Raises ``RuleBroken``: ``outside_changed_again`` where it is not what was shown any more, ``outside_breaks_rule``
    and ``outside_breaks_reference``, these two with the field.
    """
    table, row_id = change.table, change.id
    now = current_row(transaction, table, row_id)
    if _hash(table, row_id, now) != change.seen:
        raise RuleBroken("outside_changed_again", kind=table, id=row_id)
    if now is not None:
        rule = broken_rule(transaction, table, row_id)
        if rule:
            raise RuleBroken("outside_breaks_rule", kind=table, id=row_id, column=rule)
    _require_references(transaction, table, row_id)
    transaction.notes.row(table, row_id, now)


def current_row(transaction: Transaction, table: str, row_id: int) -> Row | None:
    """Return the cells of a row by column; None if there is none."""
    names = [column.name for column in Record.metadata.tables[table].columns]
    asked = f"SELECT {', '.join(names)} FROM {table}"
    where = "" if table == _HOLIDAY else f" WHERE id = {int(row_id)}"
    rows = [dict(zip(names, cells, strict=True)) for cells in transaction.cells(f"{asked}{where}")]
    return next((one for one in rows if table != _HOLIDAY or holiday_id(one["day"]) == row_id), None)


# ---- inside


def _values_to_compare(row: Row) -> Row:
    """Return a row without its keys and derived columns."""
    return {name: value for name, value in row.items() if name not in DERIVED | {"id", "uid"}}


def _require_references(transaction: Transaction, table: str, row_id: int) -> None:
    """Refuse a row with a broken reference, and a deleted row that others refer to."""
    for child, key, parent, place in transaction.text("PRAGMA foreign_key_check"):
        if child == table and key == row_id:
            keys = transaction.text(f"PRAGMA foreign_key_list({table})")
            column = next((one[3] for one in keys if one[0] == place), parent)
            raise RuleBroken("outside_breaks_reference", kind=table, id=row_id, column=column)
        if parent == table and current_row(transaction, table, row_id) is None:
            raise RuleBroken("outside_breaks_reference", kind=table, id=row_id, column=child)


def _written_row(transaction: Transaction, found: Finding, now: Row | None, backups: Iterable[Path]) -> Row | None:
    """Return the row that matches the recorded hash: from a backup, or rebuilt from today's row and the history."""
    of_row = f"kind = '{found.subject}' AND record_id = {found.id}"
    hashes = transaction.text(f"SELECT hash FROM record_hash WHERE {of_row} ORDER BY id DESC LIMIT 1")
    digest = next((one for (one,) in hashes), "")
    table = Record.metadata.tables[found.subject]
    for candidate in _candidates(transaction, found, now, backups):
        if digest and row_hash(table, found.id, candidate) == digest:
            return candidate
    return None


def _candidates(transaction: Transaction, found: Finding, now: Row | None, backups: Iterable[Path]) -> Iterable[Row]:
    if now is not None:
        told = _values_in_history(transaction, found.subject, found.id)
        yield {**now, **{name: value for name, value in told.items() if name in now}}
    for database in backups:
        with suppress(sqlite3.Error):
            row = _row_in(database, found.subject, found.id)
            if row is not None:
                yield row


def _values_in_history(transaction: Transaction, kind: str, row_id: int) -> dict[str, Any]:
    """Return the last value of each field in the entries of the history."""
    told: dict[str, Any] = {}
    asked = f"SELECT facts FROM audit WHERE subject = '{kind}' AND subject_id = {int(row_id)} ORDER BY seq"
    for (facts,) in transaction.text(asked):
        after = read_object(facts).get("after")
        told |= after if isinstance(after, dict) else {}
    return {name: value for name, value in told.items() if not isinstance(value, list | dict)}


def _row_in(database: Path, table: str, row_id: int) -> Row | None:
    with closing(sqlite3.connect(file_uri(database, "ro"), uri=True)) as opened:
        opened.row_factory = sqlite3.Row
        if table == _HOLIDAY:
            rows: Collection[sqlite3.Row] = [
                one for one in opened.execute(f"SELECT * FROM {table}") if holiday_id(one["day"]) == row_id
            ]
        else:
            rows = opened.execute(f"SELECT * FROM {table} WHERE id = ?", (row_id,)).fetchall()
        return next((dict(one) for one in rows), None)


def _hash(table: str, row_id: int, row: Row | None) -> str:
    return "" if row is None else row_hash(Record.metadata.tables[table], row_id, row)


def _values(table: str, row: Row) -> dict[str, object]:
    columns = Record.metadata.tables[table].columns
    return {name: _value(columns[name], value) for name, value in row.items()}


def _value(column: Column[Any], value: object) -> object:
    """Return a value as entries of the history hold it: bool instead of number, JSON parsed."""
    if isinstance(value, bytes):
        return f"{len(value)} bytes"
    if isinstance(column.type, YesNo) and value in (0, 1):
        return bool(value)
    if isinstance(value, str) and value[:1] in ("[", "{"):
        with suppress(ValueError):
            return json.loads(value)
    return value
