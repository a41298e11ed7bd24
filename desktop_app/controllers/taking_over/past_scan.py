"""The scan of a past meeting, kept off the thread of the window: a copy in the store, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from desktop_app.domain.errors import Refused
from desktop_app.domain.progress import Progress
from desktop_app.domain.rules.files import FileDoubt, StoredFile
from desktop_app.services.files.attaching import NewFile
from desktop_app.text.papers.attached_files import PASTED, doubtful
from desktop_app.views.files.file_drop import Brought, png_of
from desktop_app.workers import Watch


class ScanFiles(Protocol):
    """What keeping a scan wants of files; all is called off the thread of the window."""

    def take(self, path: Path, told: Progress) -> StoredFile:
        """Keep a copy of a file of the machine."""

    def take_bytes(self, content: bytes) -> StoredFile:
        """Keep bytes at hand."""

    def judge(self, file: StoredFile, name: str, told: Progress) -> FileDoubt | None:
        """What keeps a file that was just kept from being looked at."""


@dataclass(frozen=True, slots=True)
class KeptScan:
    """A scan in the store; ``doubt`` tells what keeps it from being looked at, if anything."""

    file: NewFile
    doubt: str = ""


def keep_scan(files: ScanFiles, found: Brought, watch: Watch) -> KeptScan:
    """Raises ``Refused`` where it cannot be kept; what is torn is kept all the same."""

    def told(_done: int, _total: int) -> None:
        watch.stop_if_cancelled()

    if found.picture is not None:
        file = NewFile(files.take_bytes(png_of(found.picture)), PASTED)
    else:
        (path,) = found.paths
        file = NewFile(files.take(path, told), path.name)
    try:
        doubt = files.judge(file.file, file.name, told)
    except Refused:
        # it is kept, and could not be read again: told once it is looked at
        doubt = None
    return KeptScan(file, "" if doubt is None else doubtful(file.name, doubt.value))
