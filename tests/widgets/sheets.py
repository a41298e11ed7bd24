"""Pages of one colour each, as they go to a printer and as they are found again on its paper."""

from __future__ import annotations

from pathlib import Path

from desktop_app.printing.pages import PageReader
from desktop_app.widgets.paper.page_canvas import PageImage
from desktop_app.widgets.paper.printer import PrintJob

A4 = (595.28, 841.89)
TALL = (420.0, 900.0)


class Sheets:
    """Draws pages that are one colour each, and remembers at which width they were asked for."""

    def __init__(self, *sizes: tuple[float, float]) -> None:
        self.sizes = sizes
        self.asked: list[tuple[int, int]] = []

    def draw(self, page: int, width: int) -> PageImage:
        """Dark, lighter, lighter."""
        self.asked.append((page, width))
        height = round(width * self.sizes[page][1] / self.sizes[page][0])
        shade = 40 * (page + 1)
        return PageImage(bytes((shade, shade, shade, 255)) * (width * height), width, height)

    def job(self) -> PrintJob:
        """All of it."""
        return PrintJob(len(self.sizes), self.draw, self.sizes, "صورت‌جلسه.pdf")


def shades(file: Path) -> list[int]:
    """The numbers of the pages in a file, from 1, by their colour."""
    if not file.exists():
        return []
    reader = PageReader()
    pages = reader.open(file.read_bytes())
    found = [round(pages.pixels(place, 20).bgra[(12 * 20 + 10) * 4] / 40) for place in range(pages.count)]
    reader.close()
    return found
