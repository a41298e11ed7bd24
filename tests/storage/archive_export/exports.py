"""Exports that tests make, and how what lies in one is read back."""

from __future__ import annotations

import base64
import csv
import io
import sqlite3
import uuid
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from desktop_app.domain.calendar.clock import FixedClock
from desktop_app.domain.documents.documents import TEMPLATE, LetterDocument, Letterhead
from desktop_app.domain.documents.letter_lines import AddresseeLine
from desktop_app.domain.documents.snapshots import canonical_json, content_hash
from desktop_app.domain.progress import no_progress
from desktop_app.domain.read_models.backups import Exported
from desktop_app.storage.archive_export.exporting import ExportOrder, export_archive
from desktop_app.storage.backup.database_copy import copier_by_new_connection
from desktop_app.system import paths
from desktop_app.wiring import export_words, kept_drawing

CLOCK = FixedClock(datetime(2023, 5, 13, 9, 0, tzinfo=UTC))
Row = dict[str, Any]


def export(data: Path, target: Path, told: Callable[[int, int], object] = no_progress) -> Exported:
    """Export a data folder beside whoever works in it."""
    copy, drawing = copier_by_new_connection(data / paths.DATABASE), kept_drawing(data, CLOCK)
    return export_archive(ExportOrder(data, target, copy, export_words(), CLOCK.instant(), drawing), told)


def execute(data: Path, *statements: tuple[str, tuple[object, ...]]) -> None:
    """Change a database behind the program's back."""
    with closing(sqlite3.connect(data / paths.DATABASE)) as connection:
        for sql, values in statements:
            connection.execute(sql, values)
        connection.commit()


def add_letter(data: Path, subject: str, text: str, classification: str) -> None:
    """Enter a free letter in the register of outgoing papers, as the program keeps one."""
    head = Letterhead(parties=("استانداری", "مرکز"), invocation="باسمه تعالی", classification=classification)
    to = AddresseeLine(name="فرماندار چالوس")
    document = canonical_json(LetterDocument(letterhead=head, addressee=to, subject=subject, paragraphs=(text,)))
    row: Row = {
        "uid": str(uuid.uuid4()), "committee_id": 1, "year": 1402, "row": 900, "number": "", "day": "2023-05-01",
        "addressee": to.name, "subject": subject, "way": "by_hand", "at": "2023-05-01T08:00:00Z", "actor": "",
        "classification": classification, "urgency": "normal", "template": TEMPLATE, "document": document,
        "content_hash": content_hash(document), "note": "", "received_by": "", "struck_reason": "",
    }  # fmt: skip
    named, places = ", ".join(f'"{name}"' for name in row), ", ".join("?" * len(row))
    execute(data, (f"INSERT INTO outgoing_paper ({named}) VALUES ({places})", tuple(row.values())))


def stored_rows(data: Path) -> dict[str, list[Row]]:
    """Every table of a database, by SQLite alone; bytes in base64."""
    with closing(sqlite3.connect(data / paths.DATABASE)) as connection:
        connection.row_factory = sqlite3.Row
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {
            name: [dict(zip(row.keys(), map(_plain, row), strict=True)) for row in _all(connection, name)]
            for name in names
            if not name.startswith("sqlite_")
        }


def csv_rows(file: Path) -> list[dict[str, str]]:
    """The rows of a CSV as Python's own reader has them, without the mark before what looks like a formula."""
    content = file.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
    return [dict(zip(lines[0], (one.removeprefix("'") for one in line), strict=True)) for line in lines[1:]]


def everything(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def _all(connection: sqlite3.Connection, table: str) -> list[sqlite3.Row]:
    return connection.execute(f'SELECT * FROM "{table}"').fetchall()


def _plain(value: Any) -> Any:
    return base64.b64encode(value).decode("ascii") if isinstance(value, bytes) else value
