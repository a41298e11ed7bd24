"""Pages of a file from elsewhere, drawn by the child process in a thread of their own while the window goes on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop_app.domain.errors import Refused
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.printing.strangers.client import StrangerFile
from desktop_app.widgets.paper.page_canvas import PageImage
from desktop_app.workers import Workers

_Wanted = tuple[int, int]


class StrangerPages:
    """An open file as the page view asks for it; opened off the thread of the window, and asked on it.

    Raises ``Refused`` for a file that cannot be opened.
    """

    def __init__(self, file: ChosenFile, told: Progress = no_progress) -> None:
        self._file = StrangerFile(file)
        sizes, _none = self._file.one("sizes", told)
        self.points: tuple[tuple[float, float], ...] = tuple((width, height) for width, height in sizes)
        self.count = len(self.points)
        self._workers: Workers | None = None
        self._wanted: _Wanted | None = None
        self._came: dict[_Wanted, PageImage | BaseException] = {}
        self._closed = False

    def draw(self, page: int, width: int) -> PageImage | None:
        """One page at a width in pixels; ``None`` while it is drawn. One is drawn at a time."""
        wanted = page, width
        came = self._came.pop(wanted, None)
        if isinstance(came, BaseException):
            raise came
        if came is None and self._wanted is None and not self._closed:
            self._wanted = wanted
            # what nobody came back for: the window has another size by now
            self._came.clear()
            self._worker().run(lambda: self._draw(wanted), self._keep, self._keep)
        return came

    def drawn(self, page: int, width: int) -> PageImage:
        """The same, waited for while the window paints."""
        return self._worker().wait_for(lambda: self._draw((page, width)))

    def ask(
        self,
        page: int,
        width: int,
        on_done: Callable[[PageImage], object],
        on_error: Callable[[BaseException], object],
        owner: QObject,
    ) -> None:
        """The same, handed to ``on_done`` when it is there; nothing is called once ``owner`` has been deleted."""
        self._worker().run(lambda: self._draw((page, width)), on_done, on_error, owner=owner)

    def close(self) -> None:
        """Let it go, also amid a page."""
        self._closed = True
        # a page that waits for its turn is not begun any more
        self._file.close()
        workers, self._workers = self._workers, None
        if workers is not None:
            workers.end_all()

    def _draw(self, wanted: _Wanted) -> PageImage:
        page, width = wanted
        (across, down), pixels = self._file.one("pixels", page=page, width=width)
        return PageImage(pixels, across, down)

    def _keep(self, came: PageImage | BaseException) -> None:
        wanted, self._wanted = self._wanted, None
        if isinstance(came, BaseException) and not isinstance(came, Refused):
            raise came
        if wanted is not None and not self._closed:
            self._came[wanted] = came

    def _worker(self) -> Workers:
        if self._workers is None:
            self._workers = Workers(threads=1)
        return self._workers
