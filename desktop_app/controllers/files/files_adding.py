"""Adding of files: each is copied into the store off the window's thread, then all are attached by one act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from desktop_app.controllers.files.shelf import FileShelf
from desktop_app.domain.errors import Refused
from desktop_app.services.files.attaching import NewFile
from desktop_app.text.papers import attached_files as words
from desktop_app.views.files.file_drop import Brought, png_of
from desktop_app.workers import Cancelled, Watch, Workers


@dataclass(frozen=True, slots=True)
class Taken:
    """What was copied, and why others were not."""

    files: tuple[NewFile, ...]
    refused: tuple[Refused, ...]


class FilesAdding(QObject):
    """One adding at a time; ``told`` hears how far it is, an empty text when it is over."""

    def __init__(self, shelf: FileShelf, workers: Workers, told: Callable[[str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._shelf, self._workers, self._told = shelf, workers, told
        self._watch: Watch | None = None

    @property
    def busy(self) -> bool:
        """Whether files are being copied."""
        return self._watch is not None

    def begin(self, brought: Brought, done: Callable[[Taken], object], stopped: Callable[[], object]) -> None:
        """Copy what was brought; nothing is attached yet."""
        if self.busy:
            return
        count = max(1, len(brought.paths))

        def end(act: Callable[[], object]) -> None:
            watch, self._watch = self._watch, None
            self._told("")
            # what was copied before it heard that nobody waits any more is attached to nothing
            (stopped if watch is not None and watch.cancelled else act)()

        def failed(error: BaseException) -> None:
            if not isinstance(error, Cancelled):
                end(lambda: None)
                raise error
            end(stopped)

        self._told(words.adding(1, count, 0))
        self._watch = self._workers.run_watched(
            lambda watch: self._take(brought, watch),
            lambda taken: end(lambda: done(taken)),
            failed,
            on_progress=lambda at, _whole: self._told(words.adding(at // 100 + 1, count, at % 100)),
            owner=self,
        )

    def stop(self) -> None:
        """Give up; what was copied so far is on no record."""
        if self._watch is not None:
            self._watch.cancel()

    def _take_picture(self, picture: QImage) -> Taken:
        try:
            return Taken((NewFile(self._shelf.take_bytes(png_of(picture)), words.PASTED),), ())
        except Refused as one:
            return Taken((), (one,))

    def _take(self, brought: Brought, watch: Watch) -> Taken:
        """Off the thread of the window."""
        if brought.picture is not None:
            return self._take_picture(brought.picture)
        taken: list[NewFile] = []
        refused: list[Refused] = []
        for place, path in enumerate(brought.paths):
            try:
                taken.append(NewFile(self._shelf.take(path, _percent(watch, place)), path.name))
            except Refused as one:
                refused.append(one)
        return Taken(tuple(taken), tuple(refused))


def _percent(watch: Watch, place: int) -> Callable[[int, int], object]:
    """Tells each whole percent once, as a hundred parts of each file."""
    last = -1

    def told(done: int, total: int) -> None:
        nonlocal last
        watch.stop_if_cancelled()
        percent = min(99, 100 * done // max(1, total))
        if percent != last:
            last = percent
            watch.progress(place * 100 + percent, 0)

    return told
