"""Reading of chosen files off the window's thread: their pages, with the pictures decoded where nobody waits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from desktop_app.controllers.scans.scan_ports import ScanDesk
from desktop_app.domain.errors import Refused
from desktop_app.domain.read_models.scans import ChosenFile, ReadPage, ScanReading
from desktop_app.services.context import Context
from desktop_app.services.scans.scan_reading import read_scan
from desktop_app.text.papers import scan_import as words
from desktop_app.views.files.file_drop import Brought, png_of
from desktop_app.workers import Cancelled, Watch, Workers

PNG: Final = ".png"


@dataclass(frozen=True, slots=True)
class Read:
    """A reading, and the small picture of each of its pages, in their order."""

    reading: ScanReading
    pictures: tuple[QImage, ...]


class ScanReadingRun(QObject):
    """One run at a time; ``told`` hears how far it is, with an empty text when it is over."""

    def __init__(
        self,
        context: Context,
        desk: ScanDesk,
        workers: Workers,
        told: Callable[[str, int, int], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context, self._desk, self._workers, self._told = context, desk, workers, told
        self._watch: Watch | None = None

    @property
    def busy(self) -> bool:
        """Whether files are being read."""
        return self._watch is not None

    def read(
        self,
        found: Brought,
        version_id: int,
        done: Callable[[Read], object],
        failed: Callable[[Refused | None], object],
    ) -> None:
        """Read what was brought; ``failed`` hears why not, or None where it was given up."""
        self.run(lambda watch: self._read(found, version_id, watch), done, failed)

    def run(
        self,
        work: Callable[[Watch], Read],
        done: Callable[[Read], object],
        failed: Callable[[Refused | None], object],
    ) -> None:
        """Any work that gives a reading."""

        def end(act: Callable[[], object]) -> None:
            self._watch = None
            self._told("", 0, 0)
            act()

        def broke(error: BaseException) -> None:
            if not isinstance(error, Refused | Cancelled):
                end(lambda: None)
                raise error
            end(lambda: failed(error if isinstance(error, Refused) else None))

        self._told(words.reading(0, 0), 0, 0)
        self._watch = self._workers.run_watched(
            work,
            lambda read: end(lambda: done(read)),
            broke,
            on_progress=lambda at, total: self._told(words.reading(at, total), at, total),
            owner=self,
        )

    def stop(self) -> None:
        """Give up; nothing was written."""
        if self._watch is not None:
            self._watch.cancel()

    # ---- off the thread of the window

    def _read(self, found: Brought, version_id: int, watch: Watch) -> Read:
        files = chosen_files(found)
        reading = read_scan(self._context, self._desk.tools(), files, watch.progress, version_id=version_id)
        return Read(reading, pictures_of(reading.pages))


def chosen_files(found: Brought) -> tuple[ChosenFile, ...]:
    """The files, or the pasted picture as a file of its own; a large picture takes its time."""
    if found.picture is not None:
        return (ChosenFile(f"{words.PASTED}{PNG}", content=png_of(found.picture)),)
    return tuple(ChosenFile(path.name, path) for path in found.paths)


def pictures_of(pages: Sequence[ReadPage]) -> tuple[QImage, ...]:
    """The small pictures, decoded."""
    return tuple(QImage.fromData(page.picture) for page in pages)
