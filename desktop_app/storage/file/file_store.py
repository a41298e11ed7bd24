"""File store of the data folder: the bytes of each attached file once, in ``files/aa/<sha256>``.

A file gets its name only after it was written, made durable and read again; its row is committed after that. So
whatever breaks off leaves a file that no row knows, and never a row without its file. What is read is held against its
hash each time. The media type is that of the bytes; the name is never asked.
"""

from __future__ import annotations

import codecs
import hashlib
import io
import os
import re
import secrets
import stat
import threading
import zipfile
from contextlib import closing, suppress
from enum import Enum, auto
from pathlib import Path
from typing import BinaryIO, Final, NoReturn, Protocol

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.rules import files as types
from desktop_app.domain.rules.files import StoredFile, require_size
from desktop_app.storage.file.same_file import make_durable_folder
from desktop_app.system import disk, rights
from desktop_app.system.paths import is_file

HEAD: Final = 64 * 1024
"""So many bytes are looked at; a ZIP archive is asked for its list of parts besides."""
_PDF_WITHIN: Final = 1024
"""Readers take a file whose mark comes a little late."""

_MARKS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"\x89PNG\r\n\x1a\n", types.PNG),
    (b"\xff\xd8\xff", types.JPEG),
    (b"II*\x00", types.TIFF),
    (b"MM\x00*", types.TIFF),
    (b"GIF87a", types.GIF),
    (b"GIF89a", types.GIF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", types.OLE),
    (b"{\\rtf", types.RTF),
)
_IN_ZIP: Final[tuple[tuple[str, str], ...]] = (
    ("word/document.xml", types.DOCX),
    ("xl/workbook.xml", types.XLSX),
    ("ppt/presentation.xml", types.PPTX),
)
_NO_TEXT: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def type_of(path: Path) -> str:
    """Return the media type of the bytes of a file; ``OTHER`` if it is unknown."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return types.PDF
    for mark, found in _MARKS:
        if head.startswith(mark):
            return found
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return types.WEBP
    if head.startswith(b"PK\x03\x04"):
        return _in_zip(path)
    return types.TEXT if _is_text(head) else types.OTHER


def _in_zip(path: Path) -> str:
    """Return the media type of a zip by the names of its parts; nothing is unpacked."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
        return types.OTHER
    return next((found for name, found in _IN_ZIP if name in names), types.ZIP)


def _is_text(head: bytes) -> bool:
    """Whether the bytes are UTF-8, or UTF-16 with BOM, without control characters; the last one may be cut."""
    utf16 = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = codecs.getincrementaldecoder("utf-16" if utf16 else "utf-8")().decode(head)
    except UnicodeError:
        return False
    return _NO_TEXT.search(text) is None


CHUNK: Final = 1024 * 1024
PART: Final = ".part"


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


class FileState(Enum):
    """Whether the bytes of a file are present, missing or altered."""

    SOUND = auto()
    MISSING = auto()
    ALTERED = auto()


class FileStore:
    """The files of one data folder; may be used from several threads."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._tidied, self._tidying = False, threading.Lock()

    def path_of(self, sha256: str) -> Path:
        """Return the path for the bytes of a hash, whether they exist or not."""
        return self.folder / sha256[:2] / sha256

    def has(self, sha256: str) -> bool:
        """Whether a file for this hash exists; its bytes are not read."""
        return state_of(self.path_of(sha256), "") is FileState.SOUND

    # ---- taking in

    def take(self, source: Path, progress: Progress = no_progress) -> StoredFile:
        """Copy a file of this machine into the store; a database row for it is made later.

        Raises ``RuleBroken`` for a file that is empty or too large, ``EnvironmentProblem`` with ``name``:
        ``file_not_regular`` (a folder, a pipe, a device), ``file_unreadable``, ``file_changed_meanwhile``,
        ``files_full``, ``files_not_written``.
        """
        name = source.name
        with closing(_Source(source)) as opened:
            require_size(opened.size, name)
            return self._keep(opened, opened.size, name, progress)

    def take_bytes(self, content: bytes, name: str = "") -> StoredFile:
        """Copy bytes into the store, such as a pasted picture; raises as :meth:`take`."""
        require_size(len(content), name)
        return self._keep(io.BytesIO(content), len(content), name, no_progress)

    def _keep(self, source: _Readable, size: int, name: str, progress: Progress) -> StoredFile:
        part = self.folder / f"{secrets.token_hex(8)}{PART}"
        try:
            make_durable_folder(self.folder)
            sha256 = _copied(source, part, size, name, progress)
            if _hash_of(part) != sha256:
                raise EnvironmentProblem("files_not_written", name=name)
            found = StoredFile(sha256=sha256, size=size, type=type_of(part))
            self._take_place(part, found)
        except OSError as error:
            _raise_unwritten(error, name)
        finally:
            with suppress(OSError):
                disk.remove(part)
        return found

    def _take_place(self, part: Path, found: StoredFile) -> None:
        target = self.path_of(found.sha256)
        make_durable_folder(target.parent)
        # what lies there under this hash and is not that is mended by the copy at hand
        if self.state(found, whole=True) is not FileState.SOUND:
            disk.replace(part, target)
        disk.sync_name(target)

    def tidy(self) -> None:
        """Remove leftovers of interrupted copies; only the process that holds the folder's lock may do so.

        Once: later on, what is half written may be what another thread is taking in.
        """
        with self._tidying, suppress(OSError):
            if self._tidied:
                return
            self._tidied = True
            for one in self.folder.iterdir():
                if one.name.endswith(PART):
                    disk.remove(one)

    # ---- giving out

    def read(self, file: StoredFile) -> bytes:
        """Return the bytes; raises ``EnvironmentProblem`` with ``sha256``: ``file_lost``, ``file_altered``."""
        return self.bytes_of(file.sha256)

    def bytes_of(self, sha256: str) -> bytes:
        """Return the bytes of a hash; raises as :meth:`read`."""
        try:
            return _checked(self.path_of(sha256), sha256)
        except FileNotFoundError as error:
            raise EnvironmentProblem("file_lost", sha256=sha256, name="") from error
        except OSError as error:
            raise EnvironmentProblem("file_altered", sha256=sha256, name="") from error

    def state(self, file: StoredFile, *, whole: bool) -> FileState:
        """Return whether the bytes are in the store: by name and size, with ``whole`` also by hash."""
        return state_of(self.path_of(file.sha256), file.sha256 if whole else "", file.size)


def state_of(path: Path, sha256: str, size: int | None = None) -> FileState:
    """Return whether a file has this hash and this size; an empty hash matches any."""
    try:
        if not is_file(path):
            return FileState.MISSING
        if size not in (None, path.stat().st_size) or (sha256 and _hash_of(path) != sha256):
            return FileState.ALTERED
    except FileNotFoundError:
        return FileState.MISSING
    except OSError:
        return FileState.ALTERED
    return FileState.SOUND


def file_bytes(source: Path) -> bytes:
    """Return the bytes of a file of this machine without storing it; raises as :meth:`FileStore.take`."""
    with closing(_Source(source)) as opened:
        require_size(opened.size, source.name)
        return b"".join(iter(lambda: opened.read(CHUNK), b""))


class _Source:
    """A file to copy: opened without waiting for a pipe, and checked after opening."""

    def __init__(self, path: Path) -> None:
        self._name = path.name
        try:
            # what is no file is not even opened: some devices act on it
            if not stat.S_ISREG(path.stat().st_mode):
                raise EnvironmentProblem("file_not_regular", name=self._name)
            self._file = io.BufferedReader(io.FileIO(path, "rb", opener=_without_waiting))
        except (OSError, ValueError) as error:
            raise EnvironmentProblem("file_unreadable", name=self._name) from error
        found = os.fstat(self._file.fileno())
        if not stat.S_ISREG(found.st_mode):
            self._file.close()
            raise EnvironmentProblem("file_not_regular", name=self._name)
        self.size = found.st_size

    def read(self, size: int, /) -> bytes:
        """Return up to ``size`` of its bytes."""
        try:
            return self._file.read(size)
        except OSError as error:
            raise EnvironmentProblem("file_unreadable", name=self._name) from error

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def _copied(source: _Readable, part: Path, size: int, name: str, progress: Progress) -> str:
    """Write all bytes durably into a new file; return their hash."""
    digest, done = hashlib.sha256(), 0
    with _created(part) as out:
        while chunk := source.read(CHUNK):
            done += len(chunk)
            if done > size:
                break
            digest.update(chunk)
            out.write(chunk)
            progress(done, size)
        if done != size:
            raise EnvironmentProblem("file_changed_meanwhile", name=name)
        out.flush()
        os.fsync(out.fileno())
    return digest.hexdigest()


def _created(path: Path) -> BinaryIO:
    return io.BufferedWriter(io.FileIO(path, "xb", opener=_for_the_owner))


def _for_the_owner(path: str, flags: int) -> int:
    return os.open(path, flags, rights.FILE)


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _hash_of(path: Path) -> str:
    with disk.opened(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _checked(path: Path, sha256: str) -> bytes:
    with disk.opened(path) as opened:
        content = opened.read()
    if hashlib.sha256(content).hexdigest() != sha256:
        raise EnvironmentProblem("file_altered", sha256=sha256, name="")
    return content


def _raise_unwritten(error: OSError, name: str) -> NoReturn:
    raise EnvironmentProblem("files_full" if disk.is_full(error) else "files_not_written", name=name) from error
