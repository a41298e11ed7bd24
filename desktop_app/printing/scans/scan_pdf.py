"""A PDF as a scan: pages that are one picture as they are, others drawn."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import BinaryIO, Final

import pikepdf
from PIL import Image

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.printing.pages import OpenPdf, PageReader
from desktop_app.printing.pdf.broken_off import breaks_off
from desktop_app.printing.scans.scan_faults import told_of
from desktop_app.printing.scans.scan_files import SeenPage, decoded
from desktop_app.printing.scans.scan_pdf_pictures import as_page_says, only_picture

_DPI: Final = 200
"""At which pages are drawn: enough for marks and blank pages."""
_MOST: Final = 6_000_000
"""Pixels of a drawn page: A4 at 200 dots an inch takes 3.9 million; a larger sheet is drawn less densely."""
_POINTS: Final = 72


class PdfScan:
    """An opened PDF; pdfium is only asked for pages that are more than one picture."""

    def __init__(self, pdf: pikepdf.Pdf, stream: BinaryIO, name: str) -> None:
        self._pdf, self._stream, self._name = pdf, stream, name
        self._drawn: OpenPdf | None = None
        self.count = len(pdf.pages)

    def page(self, index: int) -> SeenPage:
        """One page."""
        with told_of(self._name):
            page = self._pdf.pages[index]
            picture = only_picture(page)
            return self._draw(index) if picture is None else _as_scanned(picture, page)

    def close(self) -> None:
        """Let it go."""
        if self._drawn is not None:
            self._drawn.close()

    def _draw(self, index: int) -> SeenPage:
        if self._drawn is None:
            self._drawn = _drawable(self._stream, self._name)
        size = self._drawn.sizes[index]
        wide, high = max(1.0, size.width), max(1.0, size.height)
        scale = min(_DPI / _POINTS, math.sqrt(_MOST / (wide * high)))
        drawn = self._drawn.pixels(index, max(1, round(wide * scale)))
        lies = (drawn.width, drawn.height)
        seen = Image.frombuffer("RGB", lies, drawn.bgra, "raw", "BGRX", 0, 1)
        dpi = round(scale * _POINTS)
        return SeenPage(seen, *lies, dpi, dpi)


def _as_scanned(picture: Image.Image, page: pikepdf.Page) -> SeenPage:
    """The picture of a page as readers show it; its density follows from the size of the page."""
    width, height = picture.size
    seen = as_page_says(decoded(picture), page)
    turned = (seen.width > seen.height) != (width > height)
    lies = (height, width) if turned else (width, height)
    left, bottom, right, top = (float(one) for one in page.cropbox)
    dpi = round(max(width, height) / max(right - left, top - bottom) * _POINTS)
    return SeenPage(seen, *lies, dpi, round(dpi * max(seen.size) / max(lies)))


def _drawable(stream: BinaryIO, name: str) -> OpenPdf:
    stream.seek(0)
    try:
        return PageReader().open_stream(stream)
    except EnvironmentProblem as problem:
        raise EnvironmentProblem("scan_damaged", name=name) from problem


@contextmanager
def open_pdf(stream: BinaryIO, name: str) -> Iterator[PdfScan]:
    """The PDF of a stream; raises ``EnvironmentProblem`` with its ``name``."""
    with opened_pdf(stream, name) as found:
        if breaks_off(found, stream):
            raise EnvironmentProblem("scan_damaged", name=name)
        with closing(PdfScan(found, stream, name)) as scan:
            yield scan


@contextmanager
def opened_pdf(stream: BinaryIO, name: str) -> Iterator[pikepdf.Pdf]:
    """The PDF as its objects; raises ``scan_encrypted``, ``scan_without_pages``, ``scan_damaged`` with its ``name``."""
    try:
        pdf = pikepdf.open(stream)
    except pikepdf.PasswordError as error:
        raise EnvironmentProblem("scan_encrypted", name=name) from error
    except (pikepdf.PikepdfError, OSError, ValueError, RuntimeError) as error:
        raise EnvironmentProblem("scan_damaged", name=name) from error
    with pdf:
        if not _page_count(pdf, name):
            raise EnvironmentProblem("scan_without_pages", name=name)
        yield pdf


def _page_count(pdf: pikepdf.Pdf, name: str) -> int:
    try:
        return len(pdf.pages)
    except (pikepdf.PikepdfError, RuntimeError, ValueError, TypeError, LookupError) as error:
        raise EnvironmentProblem("scan_damaged", name=name) from error
