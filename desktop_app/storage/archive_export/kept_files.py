"""Kept files of an export: papers, attached files, pictures and fonts, and which are not as the records know them."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from desktop_app import paths
from desktop_app.domain.read_models.archive_export import ExportWords, FileFault, WrongFile
from desktop_app.domain.rules.files import ENDINGS
from desktop_app.storage.archive_export.page_titles import Titles
from desktop_app.storage.archive_export.written_files import OfficeFileUnreadable, WrittenFiles
from desktop_app.storage.backup.making import files_of
from desktop_app.storage.files.file_store import FileStore
from desktop_app.storage.schema.base import Record

_FILES: Final = "SELECT id, sha256, size, type FROM file ORDER BY id"
_LINKS: Final = "SELECT DISTINCT name, record_kind, record_uid FROM file_link WHERE file_id = ? ORDER BY 1, 2, 3"
_PRINTINGS: Final = "SELECT id, path, sha256, minutes_version_id FROM printing ORDER BY id"
_PICTURES: Final = "SELECT sha256, content FROM picture ORDER BY id"


@dataclass(slots=True)
class ExportedFiles:
    """Where the file of a row lies in the export, and what is wrong with it."""

    of_rows: defaultdict[str, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))
    """By table and id of the row."""
    wrong: list[WrongFile] = field(default_factory=list)
    count: int = 0


def kept_size(data: Path) -> int:
    """Bytes of all that may be copied."""
    return sum(size for _name, _file, size in files_of(data))


def write_kept_files(data: Path, source: sqlite3.Connection, files: WrittenFiles, words: ExportWords) -> ExportedFiles:
    """Copy every file that a row knows, and all of the papers and fonts; what cannot be read is named."""
    kept, records, unread = ExportedFiles(), _Records(source, words), set[str]()
    for name, file, _size in files_of(data):
        if not _in_store(name) and not _copied(files, name, file, kept):
            unread.add(name)
    _attached(data, source, files, kept, records)
    _printed(source, files, kept, records, unread)
    told = {one.path for one in kept.wrong}
    kept.wrong += [WrongFile(name, Path(name).name, FileFault.UNREADABLE) for name in sorted(unread - told)]
    for sha256, content in source.execute(_PICTURES):
        files.write(f"pictures/{sha256}.png", (content,))
        kept.count += 1
    return kept


# ---- inside


class _Records:
    """Titles of the records that files belong to."""

    def __init__(self, source: sqlite3.Connection, words: ExportWords) -> None:
        self._source, self._words = source, words
        self._titles = Titles(lambda table, key: self._row(table, "id", key), words)

    def named(self, name: str, table: str, column: str, value: object) -> str:
        """The name of a file, with the record that it belongs to where there is one."""
        row = self._row(table, column, value)
        if row is None:
            return name
        one, title = self._words.one(table), self._titles.of(table, row["id"])
        return f"{name} ({one}: {title})" if title else f"{name} ({one})"

    def _row(self, table: str, column: str, value: object) -> dict[str, Any] | None:
        if table not in Record.metadata.tables:
            return None
        found = self._source.execute(f'SELECT * FROM "{table}" WHERE "{column}" = ?', (value,))
        row = found.fetchone()
        return None if row is None else dict(zip((one[0] for one in found.description), row, strict=True))


def _in_store(name: str) -> bool:
    return name.startswith(f"{paths.FILES}/")


def _copied(files: WrittenFiles, name: str, file: Path, kept: ExportedFiles) -> bool:
    """Whether a paper or a font could be read; one that went meanwhile is told where a row knows it."""
    try:
        files.copy(name, file)
    except OfficeFileUnreadable as problem:
        files.drop(name)
        return problem.missing
    kept.count += 1
    return True


def _attached(
    data: Path, source: sqlite3.Connection, files: WrittenFiles, kept: ExportedFiles, records: _Records
) -> None:
    store = FileStore(data / paths.FILES)
    for file_id, sha256, size, media_type in source.execute(_FILES).fetchall():
        ending = ENDINGS.get(media_type, ".bin")
        name = f"{paths.FILES}/{sha256[:2]}/{sha256}{ending}"
        kept.of_rows["file"][file_id] = name
        fault = None
        try:
            found = files.copy(name, store.path_of(sha256))
        except OfficeFileUnreadable as problem:
            files.drop(name)
            fault = FileFault.MISSING if problem.missing else FileFault.UNREADABLE
        else:
            kept.count += 1
            if (found.sha256, found.size) != (sha256, size):
                fault = FileFault.ALTERED
        if fault is not None:
            links = source.execute(_LINKS, (file_id,)).fetchall()
            named = "، ".join(records.named(link, kind, "uid", uid) for link, kind, uid in links) or sha256
            kept.wrong.append(WrongFile(name, named, fault))


def _printed(
    source: sqlite3.Connection, files: WrittenFiles, kept: ExportedFiles, records: _Records, unread: Set[str]
) -> None:
    """A row of a printing names a paper below the data folder, and what it was."""
    for printing_id, path, sha256, version in source.execute(_PRINTINGS).fetchall():
        name = f"{paths.PAPERS}/{Path(path).name}" if path else ""
        kept.of_rows["printing"][printing_id] = name
        found = files.found.get(name)
        if found is None or found.sha256 != sha256:
            missing = FileFault.UNREADABLE if name in unread else FileFault.MISSING
            fault = missing if found is None else FileFault.ALTERED
            named = records.named(Path(path).name or sha256, "minutes_version", "id", version)
            kept.wrong.append(WrongFile(name, named, fault))
