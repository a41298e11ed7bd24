"""The file_port of attached files over a bare store: files are kept and judged as in the program, and none is shown."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from desktop_app.domain.progress import Progress
from desktop_app.domain.rules.files import FileDoubt, StoredFile
from desktop_app.printing.strangers.paper_reading import doubt_of
from desktop_app.storage.file.file_store import FileStore
from desktop_app.window.kit.files.files_adding import FilePort


class StoreShelf:
    """Judged files are remembered."""

    def __init__(self, store: FileStore) -> None:
        self._store = store
        self._doubts: dict[str, FileDoubt | None] = {}

    def take(self, path: Path, progress: Progress) -> StoredFile:
        return self._store.take(path, progress)

    def take_bytes(self, content: bytes) -> StoredFile:
        return self._store.take_bytes(content)

    def judge(self, file: StoredFile, name: str, progress: Progress) -> FileDoubt | None:
        self._doubts[file.sha256] = doubt_of(self._store.read(file), file.type, name, progress)
        return self._doubts[file.sha256]

    def doubt_of(self, file: StoredFile) -> FileDoubt | None:
        return self._doubts.get(file.sha256)


def store_shelf(store: FileStore) -> FilePort:
    """As the controllers ask for it."""
    return cast("FilePort", StoreShelf(store))
