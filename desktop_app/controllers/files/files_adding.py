"""Adding of files: each is copied into the store off the window's thread, then all are attached by one act."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from desktop_app.controllers.files.file_port import FilePort
from desktop_app.controllers.shell.job_run import JobRun
from desktop_app.domain.errors import Refused
from desktop_app.services.files.attaching import NewFile
from desktop_app.text.papers import attached_files as words
from desktop_app.views.files.file_drop import Brought, png_of
from desktop_app.workers import Watch, Workers

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
