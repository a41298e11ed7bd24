"""Interfaces of an open document as pages for viewing and printing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject

from desktop_app.widgets.paper.page_canvas import PageImage


class OpenPages(Protocol):
    """Pages of an open PDF. The code that opened it closes it after the last use."""

    @property
    def count(self) -> int:
        """The number of pages."""

    @property
    def points(self) -> tuple[tuple[float, float], ...]:
        """Width and height of each page in points."""

    def draw(self, page: int, width: int) -> PageImage:
        """Return the picture of a page at a width in pixels."""

    def close(self) -> None:
        """Close the PDF."""


class AwaitedPages(Protocol):
    """Pages of a foreign file, drawn in the background."""

    @property
    def count(self) -> int:
        """The number of pages."""

    @property
    def points(self) -> tuple[tuple[float, float], ...]:
        """Width and height of each page in points."""

    def draw(self, page: int, width: int) -> PageImage | None:
        """Return the picture of a page at a width in pixels; ``None`` while it is being drawn. Raises ``Refused``."""

    def drawn(self, page: int, width: int) -> PageImage:
        """Return the picture of a page; wait for it while the window stays responsive."""

    def ask(
        self,
        page: int,
        width: int,
        on_done: Callable[[PageImage], object],
        on_error: Callable[[BaseException], object],
        owner: QObject,
    ) -> None:
        """Draw a page and pass it to ``on_done``; nothing is called after ``owner`` was deleted."""

    def close(self) -> None:
        """Close the file, even while a page is being drawn."""
