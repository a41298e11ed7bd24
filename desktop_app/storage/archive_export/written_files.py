"""Files of an export: each is written to the disk durably and listed with its SHA-256 and size."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Final

from desktop_app.domain.text.spreadsheet_cells import as_text
from desktop_app.storage.backup.file_store import SourceUnreadable, copy_and_hash
from desktop_app.storage.backup.manifest import HashAndSize
from desktop_app.system import disk, rights

Count = Callable[[int], object]
"""Hears how many bytes more were copied; what it raises ends the export."""
_AT_ONCE: Final = 200
"""Rows of a CSV that are written at a time."""


class ExportFiles:
    """The files of one folder; ``found`` maps the path of each, with ``/``, to its hash and size."""

    def __init__(self, folder: Path, count: Count) -> None:
        self._folder, self._count = folder, count
        self.found: dict[str, HashAndSize] = {}

    def write(self, name: str, chunks: Iterable[bytes]) -> Path:
        """Create a file from these bytes; return its path. Raises ``OSError``."""
        file = self._new(name)
        digest, size = hashlib.sha256(), 0
        with file.open("wb") as out:
            for chunk in chunks:
                out.write(chunk)
                digest.update(chunk)
                size += len(chunk)
        disk.sync_file(file)
        self.found[name] = HashAndSize(digest.hexdigest(), size)
        return file

    def text(self, name: str, text: str) -> None:
        """Create a text file in UTF-8."""
        self.write(name, (text.encode("utf-8"),))

    def table(self, name: str, rows: Iterable[Sequence[Any]]) -> None:
        """Create a CSV file: UTF-8 with BOM, no formulas, bytes in base64, NULL as an empty cell."""
        self.write(name, _csv(rows))

    def copy(self, name: str, source: Path) -> HashAndSize:
        """Copy a file; raises ``SourceUnreadable`` if it cannot be read, ``OSError`` if the copy cannot be written."""
        file = self._new(name)
        try:
            self.found[name] = copy_and_hash(source, file, self._count)
        except SourceUnreadable:
            disk.remove(file)
            raise
        disk.sync_file(file)
        return self.found[name]

    def _new(self, name: str) -> Path:
        file = self._folder / name
        rights.make_folder(file.parent)
        rights.make_file(file)
        return file


def _csv(rows: Iterable[Sequence[Any]]) -> Iterator[bytes]:
    yield b"\xef\xbb\xbf"
    left = iter(rows)
    while some := list(islice(left, _AT_ONCE)):
        text = io.StringIO(newline="")
        csv.writer(text).writerows(map(_cell, row) for row in some)
        yield text.getvalue().encode("utf-8")


def _cell(value: object) -> object:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    return as_text(value) if isinstance(value, str) else value
