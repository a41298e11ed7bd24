"""Written files of an export: each with its hash as it was written, read again once all of them are durable."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final

from desktop_app import disk, paths, rights
from desktop_app.storage.backup.file_store import CHUNK, SourceChanged, hashed
from desktop_app.storage.backup.manifest import Stored

Count = Callable[[int], object]
"""Told how many bytes more are done; what it raises ends the export."""
SUMS: Final = "SHA256SUMS"
MANIFEST: Final = "manifest.json"


class OfficeFileUnreadable(Exception):
    """A file that was to be copied is not there, or cannot be read."""

    def __init__(self, *, missing: bool) -> None:
        super().__init__("missing" if missing else "unreadable")
        self.missing = missing


class WrittenFiles:
    """The files of one part folder by their path in it, with ``/``."""

    def __init__(self, folder: Path, count: Count) -> None:
        self._folder, self._count = folder, count
        self.found: dict[str, Stored] = {}

    def write(self, name: str, chunks: Iterable[bytes]) -> Stored:
        """A new file of these bytes."""
        file = self._folder / name
        rights.make_folder(file.parent)
        rights.make_file(file)
        digest, size = hashlib.sha256(), 0
        with file.open("wb") as out:
            for chunk in chunks:
                out.write(chunk)
                digest.update(chunk)
                size += len(chunk)
                self._count(len(chunk))
        self.found[name] = Stored(digest.hexdigest(), size)
        return self.found[name]

    def text(self, name: str, text: str) -> Stored:
        """A new file of this text, in UTF-8 and with its own line ends."""
        return self.write(name, (text.encode("utf-8"),))

    def copy(self, name: str, source: Path) -> Stored:
        """A copy of a file, as it is read; raises :class:`OfficeFileUnreadable`, and what the copy says as ``OSError``.

        What a broken copy left is to be dropped.
        """
        if paths.lies(source) and not paths.is_file(source):
            # a pipe would be waited for, and a device has no end
            raise OfficeFileUnreadable(missing=False)
        try:
            opened = source.open("rb")
        except OSError as error:
            raise OfficeFileUnreadable(missing=isinstance(error, FileNotFoundError)) from error
        with opened:
            return self.write(name, _chunks(opened))

    def drop(self, name: str) -> None:
        """Take one away that was not to be kept."""
        self.found.pop(name, None)
        disk.remove(self._folder / name)

    def prove(self, count: Count) -> None:
        """Make every file durable and read it again; raises :class:`SourceChanged` for one that is not as written."""
        for name, stored in self.found.items():
            disk.sync_file(self._folder / name)
            if hashed(self._folder / name, count) != stored:
                raise SourceChanged(name)
        # a name lies in the folder above: of the folders themselves, too
        for one in sorted({folder for name in self.found for folder in PurePosixPath(name).parents}, reverse=True):
            disk.sync_folder(self._folder / one)

    def sums(self) -> str:
        """The list that ``sha256sum -c`` reads."""
        return "".join(f"{self.found[name].sha256}  {name}\n" for name in sorted(self.found))

    @property
    def size(self) -> int:
        """Bytes of all of them."""
        return sum(one.size for one in self.found.values())


# ---- inside


def _chunks(opened: BinaryIO) -> Iterator[bytes]:
    """The bytes of a source; what it raises is told apart from what the copy does."""
    while True:
        try:
            chunk = opened.read(CHUNK)
        except OSError as error:
            raise OfficeFileUnreadable(missing=False) from error
        if not chunk:
            return
        yield chunk
