"""PDF as a scan: pages made of one picture are decoded directly, others are drawn by pdfium.

pdfium draws what it can of a torn picture without a word, so it is not asked for the former.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import BinaryIO, Final

import pikepdf
from PIL import Image

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.printing.engine.pdf.broken_off import is_end_missing
from desktop_app.printing.pages import OpenPdf, PageReader
from desktop_app.printing.pictures import TooManyPixels
from desktop_app.printing.scans.scan_faults import scan_refusals
from desktop_app.printing.scans.scan_raw import SeenPage, grey_or_colour_pixels
from desktop_app.printing.stranger_limits import MOST_PIXELS

_PLAIN: Final = frozenset({"q", "Q", "cm", "Do", "gs"})
"""Operators of a page that shows its picture and nothing else."""
_MOST_SAID: Final = 65_536
"""Bytes of words: a page that says more is more than a picture, and reading its words one by one would take long."""
_WHOLE: Final = 0.9
"""Of the page both ways: what the picture of a scanned page covers at least."""
_TURNED: Final = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}
_NO_PICTURE: Final = (pikepdf.PikepdfError, ValueError, TypeError, LookupError, NotImplementedError, RuntimeError)


def only_picture(page: pikepdf.Page) -> Image.Image | None:
    """Return the only picture of a page, decoded as late as possible; None for other pages.

    A torn picture raises when it is decoded, as a picture file does.
    """
    try:
        if _content_length(page) > _MOST_SAID:
            return None
        found = _shown(page)
        return _opened(found) if found is not None else None
    except _NO_PICTURE:
        return None


def as_displayed(picture: Image.Image, page: pikepdf.Page) -> Image.Image:
    """Return the decoded picture turned and scaled as readers show the page."""
    method = _TURNED.get(_rotation(page))
    return picture if method is None else picture.transpose(method)


def _rotation(page: pikepdf.Page) -> int:
    return int(page.rotation) % 360


def _shown(page: pikepdf.Page) -> pikepdf.Stream | None:
    """Return the only picture if it covers the page upright; None with a mask or inverted shades."""
    name = _drawn(page)
    if name is None:
        return None
    picture = page.resources["/XObject"][name]
    if not isinstance(picture, pikepdf.Stream) or picture.get("/Subtype") != pikepdf.Name.Image:
        return None
    return None if {"/SMask", "/Mask", "/Decode", "/ImageMask"} & set(picture.keys()) else picture


def _drawn(page: pikepdf.Page) -> str | None:
    """Return the name of the one drawn object, if it covers the page; else None."""
    drawn: list[str] = []
    matrix = pikepdf.Matrix()
    for one in pikepdf.parse_content_stream(page):
        name = str(one.operator)
        if name not in _PLAIN:
            return None
        if name == "cm":
            matrix = pikepdf.Matrix(*(float(number) for number in one.operands)) @ matrix
        elif name == "Do":
            drawn.append(str(one.operands[0]))
    return drawn[0] if len(drawn) == 1 and _covers(matrix, page) else None


def _covers(matrix: pikepdf.Matrix, page: pikepdf.Page) -> bool:
    left, bottom, right, top = (float(one) for one in page.cropbox)
    across, down = matrix.a / (right - left), matrix.d / (top - bottom)
    upright = matrix.b == matrix.c == 0
    return upright and _WHOLE <= across <= 1 / _WHOLE and _WHOLE <= down <= 1 / _WHOLE


def _content_length(page: pikepdf.Page) -> int:
    contents = page.obj.get("/Contents", ())
    streams = contents if isinstance(contents, pikepdf.Array) else (contents,)
    return sum(len(one.read_bytes()) for one in streams if isinstance(one, pikepdf.Stream))


def _opened(picture: pikepdf.Stream) -> Image.Image:
    if picture.get("/Filter") == pikepdf.Name.DCTDecode:
        return Image.open(io.BytesIO(picture.read_raw_bytes()), formats=("JPEG",))
    if int(picture.Width) * int(picture.Height) > MOST_PIXELS:
        raise TooManyPixels
    return pikepdf.PdfImage(picture).as_pil_image()


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
        """Return one page."""
        with scan_refusals(self._name):
            page = self._pdf.pages[index]
            picture = only_picture(page)
            return self._draw(index) if picture is None else _as_scanned(picture, page)

    def close(self) -> None:
        """Close the PDF."""
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
    """Return the picture of a page as readers show it; its density follows from the page size."""
    width, height = picture.size
    seen = as_displayed(grey_or_colour_pixels(picture), page)
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
    """Open a PDF from a stream as a scan; raises ``EnvironmentProblem`` with its ``name``."""
    with opened_pdf(stream, name) as found:
        if is_end_missing(found, stream):
            raise EnvironmentProblem("scan_damaged", name=name)
        with closing(PdfScan(found, stream, name)) as scan:
            yield scan


@contextmanager
def opened_pdf(stream: BinaryIO, name: str) -> Iterator[pikepdf.Pdf]:
    """Open a PDF as objects; raises ``scan_encrypted``, ``scan_without_pages``, ``scan_damaged`` with ``name``."""
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
