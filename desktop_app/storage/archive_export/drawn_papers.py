"""Drawn papers of an export: letters that went out and final minutes of which no print is kept, each as PDF."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app.domain.errors import Refused
from desktop_app.domain.read_models.archive_export import ExportWords, FileFault, WrongFile
from desktop_app.domain.text.digits import persian_digits
from desktop_app.services.documents.kept_drawing import KeptDrawing
from desktop_app.storage.archive_export.kept_files import ExportedFiles
from desktop_app.storage.archive_export.written_files import Count, WrittenFiles
from desktop_app.storage.file.connections import Role, connect

OpenDrawing = Callable[[Path], AbstractContextManager[KeptDrawing]]
"""Opens the drawing of what is kept in a folder in which a copy of the database lies."""
LETTERS: Final = "letters"
MINUTES: Final = "minutes"
PAPER_SIZE: Final = 64 * 1024
"""So many bytes are reckoned for a paper before it is drawn; of four pages it has about as many."""
DRAWING: Final = 1024 * 1024
"""Drawing a paper takes about as long as so many bytes, and is told as such besides those that it has."""

_LETTERS: Final = "SELECT id, year, row, subject, content_hash FROM outgoing_paper WHERE document <> '' ORDER BY id"
_INVITATIONS: Final = "SELECT id, addressee, content_hash FROM sent_invitation WHERE document <> '' ORDER BY id"
_MINUTES: Final = (
    "SELECT v.id, m.number, v.version FROM minutes_version v JOIN meeting m ON m.id = v.meeting_id"
    " WHERE v.content_hash <> '' ORDER BY v.id"
)
_OF_PRINTINGS: Final = "SELECT id, minutes_version_id FROM printing ORDER BY id"


def most_drawn(database: Path) -> int:
    """How many papers may have to be drawn."""
    with closing(connect(database, Role.READER)) as source:
        asked = (_LETTERS, _INVITATIONS, _MINUTES)
        return sum(int(source.execute(f"SELECT count(*) FROM ({sql})").fetchone()[0]) for sql in asked)


@dataclass(frozen=True, slots=True)
class DrawnPapers:
    """Writes what is drawn; ``count`` is told of each drawing, and what it raises ends the export."""

    source: sqlite3.Connection
    files: WrittenFiles
    kept: ExportedFiles
    words: ExportWords
    count: Count

    def write(self, drawing: KeptDrawing) -> None:
        """Draw every letter, and all minutes of which no print lies there as it was made."""
        self._letters(drawing)
        self._minutes(drawing)

    # ---- inside

    def _letters(self, drawing: KeptDrawing) -> None:
        """An invitation that entered the register with its sending is one letter of two records."""
        known: dict[str, str] = {}
        for paper_id, year, row, subject, digest in self.source.execute(_LETTERS).fetchall():
            name = f"{LETTERS}/{year}-{row}.pdf"
            self._draw(name, f"{subject} ({persian_digits(f'{year}/{row}')})", drawing.letter, paper_id)
            known[digest] = self.kept.of_rows["outgoing_paper"][paper_id] = name
        for sent_id, addressee, digest in self.source.execute(_INVITATIONS).fetchall():
            if digest not in known:
                known[digest] = f"{LETTERS}/invitation-{sent_id}.pdf"
                self._draw(known[digest], addressee, drawing.invitation, sent_id)
            self.kept.of_rows["sent_invitation"][sent_id] = known[digest]

    def _minutes(self, drawing: KeptDrawing) -> None:
        wrong = {one.path for one in self.kept.wrong}
        prints = self.kept.of_rows["printing"]
        printed = {
            version: prints[key] for key, version in self.source.execute(_OF_PRINTINGS) if prints[key] not in wrong
        }
        for version_id, number, version in self.source.execute(_MINUTES).fetchall():
            name = printed.get(version_id, "")
            if not name:
                name = f"{MINUTES}/{number}-v{version}.pdf"
                meeting = self.words.title("meeting", "", number, "")
                named = self.words.title("minutes_version", "", version, meeting)
                self._draw(name, named, drawing.minutes, version_id)
            self.kept.of_rows["minutes_version"][version_id] = name

    def _draw(self, name: str, named: str, draw: Callable[[int], bytes], key: int) -> None:
        try:
            content = draw(key)
        except Refused:
            self.kept.wrong.append(WrongFile(name, named, FileFault.UNDRAWN))
        else:
            self.files.write(name, (content,))
            self.kept.count += 1
        self.count(DRAWING)
