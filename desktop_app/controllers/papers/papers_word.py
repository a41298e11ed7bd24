"""Word files of papers: made off the main thread beside the paper that shows, written whole, or given up.

Each is of the order that stood in the form when it was asked for; what is changed there later is not about it.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from desktop_app.controllers.papers.paper_printing import PaperPrinting
from desktop_app.controllers.papers.papers_ways import PapersWays
from desktop_app.controllers.shell.page_controller import PageController
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.errors import Refused
from desktop_app.services.documents.papers import paper_of
from desktop_app.text.papers import papers as words
from desktop_app.text.shared.refusals import sentence
from desktop_app.views.papers.papers_page import PapersPage
from desktop_app.workers import Cancelled, Watch, Workers


class PapersWord(QObject):
    """What is made is written through ``ways``, and tried again there after a refusal."""

    def __init__(
        self, page: PapersPage, printing: PaperPrinting, workers: Workers, ways: PapersWays, controller: PageController
    ) -> None:
        super().__init__(controller)
        self._page, self._context = page, controller.context
        self._printing, self._workers, self._ways = printing, workers, ways
        self._running: dict[int, Watch] = {}
        self._last = 0

    @property
    def runs(self) -> bool:
        """Whether a file is being made."""
        return bool(self._running)

    def make(self, order: PaperOrder, path: Path) -> None:
        """Make the file and write it."""
        self._last = number = self._last + 1
        self._page.band.show_word(making=True)
        self._running[number] = self._workers.run_watched(
            lambda watch: self._printing.word(order.kind, paper_of(self._context, order), watch.progress),
            lambda content: self._made(number, content, order, path),
            lambda error: self._failed(number, error, order, path),
            owner=self,
        )

    def stop(self) -> None:
        """Give up what is being made; nothing of it is written."""
        for watch in self._running.values():
            watch.cancel()
        self._running.clear()
        self._page.band.show_word(making=False)

    # ---- inside

    def _made(self, number: int, content: bytes, order: PaperOrder, path: Path) -> None:
        # one that was given up may have been made by then
        if self._ended(number):
            self._ways.write(path, content, order)

    def _failed(self, number: int, error: BaseException, order: PaperOrder, path: Path) -> None:
        if self._ended(number) and isinstance(error, Refused):
            self._ways.again = lambda: self.make(order, path)
            self._page.show_refusal(sentence(error), action=words.AGAIN)
        if not isinstance(error, (Refused, Cancelled)):
            raise error

    def _ended(self, number: int) -> bool:
        """Whether it was still wanted, by this page and by a program that is not closing."""
        watch = self._running.pop(number, None)
        if watch is None:
            return False
        self._page.band.show_word(making=self.runs)
        return not watch.cancelled
