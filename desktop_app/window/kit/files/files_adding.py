"""Attaching of files: each file is copied into the store in a background thread, then one act attaches all.

``FilePort`` is what the controllers of files need of the store of bytes and of the machine.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from desktop_app.domain.errors import Refused
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.rules.files import FileDoubt, StoredFile
from desktop_app.services.files.owners import NewFile
from desktop_app.widgets.paper.open_pages import AwaitedPages
from desktop_app.window.kit.draft_form import JobRun
from desktop_app.window.kit.file_drop import DroppedFiles, png_of
from desktop_app.words import attached_files as words
from desktop_app.workers import Watch, Workers


class FilePort(Protocol):
    """Access to the stored files. Each method raises ``Refused``; slow ones are called in a background thread."""

    def take(self, path: Path, progress: Progress) -> StoredFile:
        """Copy a local file into the store."""
        ...

    def take_bytes(self, content: bytes) -> StoredFile:
        """Put bytes into the store."""
        ...

    def judge(self, file: StoredFile, name: str, progress: Progress) -> FileDoubt | None:
        """Check a new file; return why it cannot be shown or printed, None if it can."""
        ...

    def doubt_of(self, file: StoredFile) -> FileDoubt | None:
        """Return the remembered result of :meth:`judge` for a file checked in this run."""
        ...

    def may_show(self, file: StoredFile) -> bool:
        """Whether the program itself can show the file."""
        ...

    def open_pages(self, file: StoredFile, name: str, progress: Progress = no_progress) -> AwaitedPages:
        """Verify the bytes and open the pages; an exception of ``progress`` cancels this."""
        ...

    def copy_for_program(self, file: StoredFile, name: str) -> Path:
        """Make a read-only copy with a readable name for another program."""
        ...

    def open_in_program(self, path: Path, name: str) -> None:
        """Open the file in the program that the system chooses."""
        ...

    def save_copy(self, file: StoredFile, path: Path) -> None:
        """Save a copy at the given path."""
        ...

    def suggested(self, file: StoredFile, name: str) -> Path:
        """Return the path that the save dialog proposes."""
        ...


WHOLE: Final = 100
"""Parts of each file that are told."""


@dataclass(frozen=True, slots=True)
class CopiedFiles:
    """The files that were copied, and the refusals of the others."""

    files: tuple[NewFile, ...]
    refused: tuple[Refused, ...]
    doubts: tuple[str, ...] = ()
    """Sentences about what was copied and cannot be looked at."""


class FilesAdding(JobRun):
    """Attaches files in one job at a time; ``show`` gets the progress text, empty at the end."""

    def __init__(self, file_port: FilePort, workers: Workers, show: Callable[[str], object], parent: QObject) -> None:
        super().__init__(workers, lambda text, _done, _whole: show(text), parent)
        self._file_port = file_port

    def begin(
        self, brought: DroppedFiles, done: Callable[[CopiedFiles], object], stopped: Callable[[], object]
    ) -> None:
        """Copy the files in a background thread, then call ``done``; if cancelled, call ``stopped``."""
        if self.busy:
            return
        count = max(1, len(brought.paths))

        def how_far(parts: int, _whole: int) -> str:
            return words.adding(parts // WHOLE + 1, count, parts % WHOLE)

        self.run(lambda watch: copy_files(self._file_port, brought, watch), how_far, done, lambda _given_up: stopped())


def copy_files(file_port: FilePort, brought: DroppedFiles, watch: Watch) -> CopiedFiles:
    """Copy the files into the store in a background thread; a refused file does not stop the others."""
    taken, refused, doubts = list[NewFile](), list[Refused](), list[str]()
    pieces: list[tuple[Path | QImage, str]] = [(path, path.name) for path in brought.paths]
    if brought.picture is not None:
        pieces = [(brought.picture, words.PASTED)]
    for place, (piece, name) in enumerate(pieces):
        try:
            if isinstance(piece, Path):
                file = file_port.take(piece, _percent(watch, place))
            else:
                file = file_port.take_bytes(png_of(piece))
        except Refused as one:
            refused.append(one)
            continue
        taken.append(NewFile(file, name))
        # it is kept even where it cannot be read again: that is told once it is looked at
        with suppress(Refused):
            doubt = file_port.judge(file, name, lambda _done, _total: watch.stop_if_cancelled())
            doubts += [words.doubtful(name, doubt.value)] if doubt is not None else []
    return CopiedFiles(tuple(taken), tuple(refused), tuple(doubts))


def _percent(watch: Watch, place: int) -> Callable[[int, int], object]:
    """Return a progress function that reports each whole percent of one file once."""
    last = -1

    def told(done: int, total: int) -> None:
        nonlocal last
        watch.stop_if_cancelled()
        percent = min(WHOLE - 1, WHOLE * done // max(1, total))
        if percent != last:
            last = percent
            watch.progress(place * WHOLE + percent, 0)

    return told
