"""Adding of files: each is copied into the store off the window's thread, then all are attached by one act.

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
from desktop_app.window.kit.file_drop import Brought, png_of
from desktop_app.words import attached_files as words
from desktop_app.workers import Watch, Workers


class FilePort(Protocol):
    """Each raises ``Refused``; what takes long is called off the thread of the window."""

    def take(self, path: Path, told: Progress) -> StoredFile:
        """Keep a copy of a file of the machine."""
        ...

    def take_bytes(self, content: bytes) -> StoredFile:
        """Keep bytes at hand."""
        ...

    def judge(self, file: StoredFile, name: str, told: Progress) -> FileDoubt | None:
        """What keeps a file that was just kept from being looked at or printed; ``name`` is what it was called."""
        ...

    def doubt_of(self, file: StoredFile) -> FileDoubt | None:
        """The same of a file that was judged since the start, from memory."""
        ...

    def may_show(self, file: StoredFile) -> bool:
        """Whether the window itself can show such a file."""
        ...

    def open_pages(self, file: StoredFile, name: str, told: Progress = no_progress) -> AwaitedPages:
        """Its pages, its bytes verified; what ``told`` raises ends it."""
        ...

    def copy_for_program(self, file: StoredFile, name: str) -> Path:
        """A read-only copy with a real name, for the system's program."""
        ...

    def open_in_program(self, path: Path, name: str) -> None:
        """Let the system's program show it."""
        ...

    def save_copy(self, file: StoredFile, path: Path) -> None:
        """A copy where the operator wants it."""
        ...

    def suggested(self, file: StoredFile, name: str) -> Path:
        """Where saving a copy begins."""
        ...


WHOLE: Final = 100
"""Parts of each file that are told."""


@dataclass(frozen=True, slots=True)
class CopiedFiles:
    """What was copied, and why others were not."""

    files: tuple[NewFile, ...]
    refused: tuple[Refused, ...]
    doubts: tuple[str, ...] = ()
    """Sentences about what was copied and cannot be looked at."""


class FilesAdding(JobRun):
    """One adding at a time; ``show`` says how far it is, an empty text when it is over."""

    def __init__(self, file_port: FilePort, workers: Workers, show: Callable[[str], object], parent: QObject) -> None:
        super().__init__(workers, lambda text, _done, _whole: show(text), parent)
        self._file_port = file_port

    def begin(self, brought: Brought, done: Callable[[CopiedFiles], object], stopped: Callable[[], object]) -> None:
        """Copy what was brought; nothing is attached yet, and never once it was given up."""
        if self.busy:
            return
        count = max(1, len(brought.paths))

        def how_far(parts: int, _whole: int) -> str:
            return words.adding(parts // WHOLE + 1, count, parts % WHOLE)

        self.run(lambda watch: copied(self._file_port, brought, watch), how_far, done, lambda _given_up: stopped())


def copied(file_port: FilePort, brought: Brought, watch: Watch) -> CopiedFiles:
    """Copy what was brought into the store, off the thread of the window; a refused file holds no other one up."""
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
    """Tells each whole percent once, as so many parts of each file."""
    last = -1

    def told(done: int, total: int) -> None:
        nonlocal last
        watch.stop_if_cancelled()
        percent = min(WHOLE - 1, WHOLE * done // max(1, total))
        if percent != last:
            last = percent
            watch.progress(place * WHOLE + percent, 0)

    return told
