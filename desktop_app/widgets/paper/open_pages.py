"""Open pages: a paper or a file that is open for looking at and printing, as pages and their controllers see it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject

from desktop_app.widgets.paper.page_canvas import PageImage


class OpenPages(Protocol):
    """Who opened it closes it, after the last widget that draws it has let it go."""

    @property
    def count(self) -> int:
        """How many pages."""

    @property
    def points(self) -> tuple[tuple[float, float], ...]:
        """Width and height of each page in points."""

    def draw(self, page: int, width: int) -> PageImage:
        """One page at a width in pixels."""

    def close(self) -> None:
        """Let the PDF go."""


class AwaitedPages(Protocol):
    """Pages of a file from elsewhere, which are drawn while the window goes on."""

    @property
    def count(self) -> int:
        """How many pages."""

    @property
    def points(self) -> tuple[tuple[float, float], ...]:
        """Width and height of each page in points."""

    def draw(self, page: int, width: int) -> PageImage | None:
        """One page at a width in pixels; ``None`` while it is drawn: ask again soon. Raises ``Refused``."""

    def drawn(self, page: int, width: int) -> PageImage:
        """The same, waited for while the window paints."""

    def ask(
        self,
        page: int,
        width: int,
        on_done: Callable[[PageImage], object],
        on_error: Callable[[BaseException], object],
        owner: QObject,
    ) -> None:
        """The same, handed to ``on_done`` when it is there; nothing is called once ``owner`` has been deleted."""

    def close(self) -> None:
        """Let the file go, also amid a page."""
