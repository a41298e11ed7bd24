"""Kept files of an export: papers, attached files, pictures and fonts, and which are not as the records know them."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from desktop_app import paths
from desktop_app.domain.read_models.archive_export import FileFault, WrongFile
from desktop_app.domain.rules.files import ENDINGS
from desktop_app.storage.archive_export.written_files import WrittenFiles
from desktop_app.storage.backup.making import files_of
from desktop_app.storage.files.file_store import FileStore

_FILES: Final = "SELECT id, sha256, size, type FROM file ORDER BY id"
_NAMES: Final = "SELECT DISTINCT name FROM file_link WHERE file_id = ? ORDER BY name"
_PRINTINGS: Final = "SELECT id, path, sha256 FROM printing ORDER BY id"
_PICTURES: Final = "SELECT sha256, content FROM picture ORDER BY id"


@dataclass(slots=True)
class KeptFiles:
    """Where the file of a row lies in the export, and what is wrong with it."""

    of_rows: defaultdict[str, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))
    """By table and id of the row."""
    wrong: list[WrongFile] = field(default_factory=list)
    count: int = 0


def kept_size(data: Path) -> int:
    """Bytes of all that may be copied."""
    return sum(size for _name, _file, size in files_of(data))


def write_kept_files(data: Path, source: sqlite3.Connection, files: WrittenFiles) -> KeptFiles:
    """Copy every file that a row knows, and all of the papers and fonts."""
    kept = KeptFiles()
    for name, file, _size in files_of(data):
        if not _in_store(name):
            files.copy(name, file)
            kept.count += 1
    _attached(data, source, files, kept)
    _printed(source, files, kept)
    for sha256, content in source.execute(_PICTURES):
        files.write(f"pictures/{sha256}.png", (content,))
        kept.count += 1
    return kept


# ---- inside


def _in_store(name: str) -> bool:
    return name.startswith(f"{paths.FILES}/")


def _attached(data: Path, source: sqlite3.Connection, files: WrittenFiles, kept: KeptFiles) -> None:
    store = FileStore(data / paths.FILES)
    for file_id, sha256, size, media_type in source.execute(_FILES).fetchall():
        ending = ENDINGS.get(media_type, ".bin")
        name = f"{paths.FILES}/{sha256[:2]}/{sha256}{ending}"
        kept.of_rows["file"][file_id] = name
        fault = None
        try:
            found = files.copy(name, store.path_of(sha256))
            if (found.sha256, found.size) != (sha256, size):
                fault = FileFault.ALTERED
        except FileNotFoundError:
            files.drop(name)
            fault = FileFault.MISSING
        kept.count += fault is not FileFault.MISSING
        if fault is not None:
            named = "، ".join(row[0] for row in source.execute(_NAMES, (file_id,))) or sha256
            kept.wrong.append(WrongFile(name, named, fault))


def _printed(source: sqlite3.Connection, files: WrittenFiles, kept: KeptFiles) -> None:
    """A row of a printing names a paper below the data folder, and what it was."""
    for printing_id, path, sha256 in source.execute(_PRINTINGS):
        name = f"{paths.PAPERS}/{Path(path).name}" if path else ""
        kept.of_rows["printing"][printing_id] = name
        found = files.found.get(name)
        if found is None or found.sha256 != sha256:
            fault = FileFault.MISSING if found is None else FileFault.ALTERED
            kept.wrong.append(WrongFile(name, Path(path).name or sha256, fault))
