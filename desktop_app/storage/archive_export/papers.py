"""Papers of an export: attached files and scans unchanged, minutes and letters as PDF."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final, Protocol

from desktop_app.domain.errors import Refused
from desktop_app.domain.read_models.backups import ExportWords, FileFault, WrongFile
from desktop_app.domain.rules.files import ENDINGS
from desktop_app.domain.text.digits import persian_digits
from desktop_app.storage.archive_export.written_files import ExportFiles
from desktop_app.storage.backup.file_store import SourceUnreadable
from desktop_app.system import paths


class PaperDrawer(Protocol):
    """Draws the documents that an office keeps as data; services implement it with the printing package.

    Each method raises ``Refused`` where the paper is no longer what it was.
    """

    def letter(self, paper_id: int) -> bytes:
        """The PDF of the letter of an outgoing paper."""

    def invitation(self, sent_id: int) -> bytes:
        """The PDF of an invitation that was recorded as sent."""

    def minutes(self, version_id: int) -> bytes:
        """The PDF of a version of minutes."""


OpenDrawing = Callable[[Path], AbstractContextManager[PaperDrawer]]
"""Opens the drawing of what is kept in a folder in which a copy of the database lies."""
Step = Callable[[], object]
"""Hears that one more row is done; what it raises ends the export."""
LETTERS: Final = "letters"
MINUTES: Final = "minutes"
COUNTED: Final = ("file", "printing", "outgoing_paper", "sent_invitation", "minutes_version")
"""Tables whose rows are steps, at most one each."""

_FILES: Final = "SELECT id, sha256, type FROM file ORDER BY id"
_LINKS: Final = "SELECT DISTINCT name, record_kind, record_uid FROM file_link WHERE file_id = ? ORDER BY 1, 2, 3"
_NUMBERS: Final = (
    "SELECT m.number, v.version FROM minutes_version v JOIN meeting m ON m.id = v.meeting_id WHERE v.id = ?"
)
_PRINTINGS: Final = "SELECT minutes_version_id, path, sha256 FROM printing ORDER BY id"
_FINAL: Final = "SELECT id FROM minutes_version WHERE content_hash <> '' ORDER BY id"
_LETTERS: Final = "SELECT id, year, row, subject, content_hash FROM outgoing_paper WHERE document <> '' ORDER BY id"
_INVITATIONS: Final = "SELECT id, addressee, content_hash FROM sent_invitation ORDER BY id"
_OWNERS: Final = {
    "agenda_item": "SELECT title FROM agenda_item WHERE uid = ?",
    "incoming_paper": "SELECT subject FROM incoming_paper WHERE uid = ?",
    "nomination": "SELECT name FROM person WHERE id = (SELECT person_id FROM nomination WHERE uid = ?)",
    "outgoing_paper": "SELECT subject FROM outgoing_paper WHERE uid = ?",
    "person": "SELECT name FROM person WHERE uid = ?",
    "resolution": "SELECT number FROM resolution WHERE uid = ?",
    "seat": "SELECT title FROM seat WHERE uid = ?",
    "task": "SELECT number FROM resolution WHERE id = (SELECT resolution_id FROM task WHERE uid = ?)",
    "unit": "SELECT name FROM unit WHERE uid = ?",
    "upstream_decision": "SELECT title FROM upstream_decision WHERE uid = ?",
}
"""By kind of record: what one is called; a task by the number of its resolution."""


class ExportedPapers:
    """Writes the papers of one copy of the database, and knows by the id of each row where its file is."""

    def __init__(
        self, data: Path, source: sqlite3.Connection, files: ExportFiles, words: ExportWords, step: Step
    ) -> None:
        self._data, self._source, self._files, self._words, self._step = data, source, files, words, step
        self.attached: dict[int, str] = {}
        self.minutes: dict[int, str] = {}
        self.letters: dict[int, str] = {}
        self.invitations: dict[int, str] = {}
        """Those that are no letter of the register."""
        self.wrong: list[WrongFile] = []

    def write(self, drawing: PaperDrawer) -> None:
        """Write all papers; a file that differs from its record is added to ``wrong``."""
        self._write_attached()
        self._write_printed()
        self._draw_minutes(drawing)
        self._draw_letters(drawing)

    def named_owner(self, kind: str, uid: str) -> str:
        """Return the kind and the name of the record that a file belongs to."""
        row = self._source.execute(_OWNERS[kind], (uid,)).fetchone() if kind in _OWNERS else None
        word = self._words.of("kind", kind)
        return f"{word}: {row[0]}" if row and row[0] else word

    # ---- inside

    def _write_attached(self) -> None:
        for file_id, sha256, media_type in self._source.execute(_FILES).fetchall():
            name = f"{paths.FILES}/{sha256}{ENDINGS.get(media_type, '.bin')}"
            fault = self._copy(name, f"{paths.FILES}/{sha256[:2]}/{sha256}", sha256)
            if fault:
                links = self._source.execute(_LINKS, (file_id,)).fetchall()
                named = "، ".join(f"{link} ({self.named_owner(kind, uid)})" for link, kind, uid in links)
                self.wrong.append(WrongFile(name, named or sha256, fault))
            if name in self._files.found:
                self.attached[file_id] = name
            self._step()

    def _write_printed(self) -> None:
        """Copy the prints of minutes; the newest unchanged one is the paper of its version."""
        for version_id, path, sha256 in self._source.execute(_PRINTINGS).fetchall():
            name = f"{paths.PAPERS}/{Path(path).name or sha256}"
            fault = self._copy(name, name, sha256)
            if fault:
                self.wrong.append(WrongFile(name, self._named_minutes(version_id), fault))
            else:
                self.minutes[version_id] = name
            self._step()

    def _draw_minutes(self, drawing: PaperDrawer) -> None:
        for (version_id,) in self._source.execute(_FINAL).fetchall():
            if version_id not in self.minutes:
                number, version = self._numbers(version_id)
                name = f"{MINUTES}/{number}-v{version}.pdf"
                if self._draw(name, self._named_minutes(version_id), drawing.minutes, version_id):
                    self.minutes[version_id] = name
            self._step()

    def _draw_letters(self, drawing: PaperDrawer) -> None:
        """Draw the letters; a sent invitation with a number in the register is drawn once for both records."""
        registered = set()
        for paper_id, year, row, subject, digest in self._source.execute(_LETTERS).fetchall():
            name = f"{LETTERS}/{year}-{row}.pdf"
            registered.add(digest)
            if self._draw(name, f"{subject} ({persian_digits(f'{year}/{row}')})", drawing.letter, paper_id):
                self.letters[paper_id] = name
            self._step()
        for sent_id, addressee, digest in self._source.execute(_INVITATIONS).fetchall():
            name = f"{LETTERS}/invitation-{sent_id}.pdf"
            if digest not in registered and self._draw(name, addressee, drawing.invitation, sent_id):
                self.invitations[sent_id] = name
            self._step()

    def _copy(self, name: str, path: str, sha256: str) -> FileFault | None:
        """Copy a file of the data folder once; return what is wrong with it. No link is followed."""
        file = self._data / path
        if name not in self._files.found:
            if paths.resolved(file) != paths.resolved(self._data) / path:
                return FileFault.MISSING
            try:
                self._files.copy(name, file)
            except SourceUnreadable as error:
                return FileFault.MISSING if error.errno == errno.ENOENT else FileFault.UNREADABLE
        return None if self._files.found[name].sha256 == sha256 else FileFault.ALTERED

    def _draw(self, name: str, named: str, draw: Callable[[int], bytes], key: int) -> bool:
        try:
            content = draw(key)
        except Refused:
            self.wrong.append(WrongFile(name, named, FileFault.UNDRAWN))
            return False
        self._files.write(name, (content,))
        return True

    def _named_minutes(self, version_id: int) -> str:
        number, version = self._numbers(version_id)
        return self._words.minutes(self._words.meeting(number), version)

    def _numbers(self, version_id: int) -> tuple[int, int]:
        """Return the number of the meeting (0 for none) and the number of the version."""
        number, version = self._source.execute(_NUMBERS, (version_id,)).fetchone()
        return number or 0, version
