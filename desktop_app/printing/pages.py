"""Pages of a PDF as pixels, for the preview, the printer and the tests.

pdfium bears one thread at a time in the whole process: one lock keeps apart the thread of the window, which shows
pages, and those that make papers with annexes. No rendered page is kept here.
"""

from __future__ import annotations

import math
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import BinaryIO, Final, Self

import pypdfium2
import pypdfium2.raw as pdfium

from desktop_app.domain.errors import EnvironmentProblem


@contextmanager
def _readable() -> Iterator[None]:
    """Turn errors of pdfium into ``pdf_unreadable``; in a damaged file some pages may be readable."""
    try:
        yield
    except pypdfium2.PdfiumError as error:
        raise EnvironmentProblem("pdf_unreadable") from error


MOST_PIXELS: Final = 50_000_000
"""Of a drawn page: B4 at 600 dots an inch, 200 megabytes. A larger sheet is drawn less densely."""
MOST_SIDE: Final = 30_000
"""Pixels of a side: what is painted on a screen or a printer reaches no further."""


def limited_size(width: int, tall: float) -> tuple[int, int]:
    """Return the pixel size of a page of the wanted width and the ratio ``tall``, reduced if too large."""
    height = max(1, round(width * tall))
    scale = min(1.0, math.sqrt(MOST_PIXELS / (width * height)), MOST_SIDE / max(width, height))
    return (width, height) if scale == 1 else (max(1, int(width * scale)), max(1, int(height * scale)))


_ONE_AT_A_TIME: Final = threading.RLock()
"""Of one thread, which may come again: a document that nobody holds any more is closed amid whatever else it does."""


@dataclass(frozen=True, slots=True)
class PageSize:
    """Width and height in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PagePixels:
    """A page as rows of opaque pixels from the top: four bytes each (blue, green, red, alpha), no padding."""

    width: int
    height: int
    bgra: bytes


class OpenPdf:
    """An opened PDF; opened by :meth:`PageReader.open`, closed by :meth:`close` or by its reader."""

    def __init__(self, document: pypdfium2.PdfDocument) -> None:
        self._document = document
        self._sizes = tuple(PageSize(*document.get_page_size(index)) for index in range(len(document)))
        self._open = True

    @property
    def count(self) -> int:
        """Number of pages; also known after closing."""
        return len(self._sizes)

    @property
    def sizes(self) -> tuple[PageSize, ...]:
        """Size of each page as displayed, rotation included."""
        return self._sizes

    @property
    def closed(self) -> bool:
        """Whether the document is closed."""
        return not self._open

    def require(self, index: int) -> None:
        """Raise ``EnvironmentProblem("pdf_unreadable")`` if the page cannot be drawn."""
        self._tall(index)
        with _ONE_AT_A_TIME, _readable():
            self._page(index).close()

    def pixels(self, index: int, width: int) -> PagePixels:
        """Return a page ``width`` pixels wide, or as wide as :func:`limited_size`."""
        if width < 1:
            raise ValueError(f"a page cannot be {width} pixels wide")
        width, height = limited_size(width, self._tall(index))
        with _ONE_AT_A_TIME, _readable():
            page = self._page(index)
            try:
                return PagePixels(width, height, _drawn(page, width, height))
            finally:
                page.close()

    def text(self, index: int) -> str:
        """Return the text of a page as pdfium reads it: approximate, for tests and search."""
        with _ONE_AT_A_TIME, _readable():
            page = self._page(index)
            try:
                text_page = page.get_textpage()
                try:
                    return str(text_page.get_text_bounded())
                finally:
                    text_page.close()
            finally:
                page.close()

    def words_at(self, index: int, pattern: re.Pattern[str]) -> tuple[str, ...]:
        """Return the Latin words of a page that match a pattern, in display order.

        Beside Persian pdfium tells the parts of a word of letters and figures in another order, so their places decide.
        """
        with _ONE_AT_A_TIME, _readable():
            page = self._page(index)
            try:
                text_page = page.get_textpage()
                try:
                    return tuple(_as_seen(text_page, pattern))
                finally:
                    text_page.close()
            finally:
                page.close()

    def close(self) -> None:
        """Close the document now, not when the garbage collector runs in some thread."""
        with _ONE_AT_A_TIME:
            if self._open:
                self._open = False
                self._document.close()

    def _tall(self, index: int) -> float:
        size = self._sizes[index]
        if size.width <= 0 or size.height <= 0:
            # its crop box lies beside its media box: nothing of it is seen
            raise EnvironmentProblem("pdf_unreadable")
        return size.height / size.width

    def _page(self, index: int) -> pypdfium2.PdfPage:
        if not self._open:
            raise ValueError("the document is closed")
        return self._document[index]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class PageReader:
    """Opens PDFs, and closes all that are still open."""

    def __init__(self) -> None:
        self._opened: list[OpenPdf] = []

    def open(self, pdf: bytes) -> OpenPdf:
        """Open a PDF from its bytes, or raise ``EnvironmentProblem("pdf_unreadable")``."""
        return self._open(pdf)

    def open_stream(self, stream: BinaryIO) -> OpenPdf:
        """Open a PDF from a file, which must stay open while pages are drawn."""
        return self._open(stream)

    def _open(self, pdf: bytes | BinaryIO) -> OpenPdf:
        with _ONE_AT_A_TIME:
            with _readable():
                document = pypdfium2.PdfDocument(pdf)
                try:
                    pages = OpenPdf(document)
                except pypdfium2.PdfiumError:
                    document.close()
                    raise
            self._opened = [*(earlier for earlier in self._opened if not earlier.closed), pages]
        return pages

    def close(self) -> None:
        """Close all open PDFs."""
        for pages in self._opened:
            pages.close()
        self._opened = []


def _as_seen(text_page: pypdfium2.PdfTextPage, pattern: re.Pattern[str]) -> Iterator[str]:
    count = text_page.count_chars()
    letters = "".join(chr(pdfium.FPDFText_GetUnicode(text_page, at) or 0x20) for at in range(count))
    for found in pattern.finditer(letters):
        places = sorted(range(*found.span()), key=lambda at: text_page.get_charbox(at)[0])
        yield "".join(letters[at] for at in places)


def _drawn(page: pypdfium2.PdfPage, width: int, height: int) -> bytes:
    """Return a page drawn into an own buffer; pdfium's helper rounds up, which blurs strokes."""
    bitmap = pypdfium2.PdfBitmap.new_native(width, height, pdfium.FPDFBitmap_BGRA)
    try:
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_ANNOT)
        return bytes(bitmap.buffer)
    finally:
        bitmap.close()
