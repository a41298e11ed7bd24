"""Files of a scan, opened in the child process: pages as pixels, and what is read from them.

What a header says of size is judged before anything is decoded, and never more than one page is in memory. Pixels are
given as they lie in the file, only smaller where they are more than reading needs. Of a page are read its mark, its
turn, a small picture, and whether it is blank: cells decide that, however yellowed, dusty or shining through the paper
is.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import BinaryIO, Final, Protocol

from PIL import ExifTags, Image, ImageFilter

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.scans import ChosenFile, ReadPage
from desktop_app.printing.pictures import require_pixels
from desktop_app.printing.scans.scan_faults import scan_refusals
from desktop_app.printing.scans.scan_marks import find_mark
from desktop_app.printing.scans.scan_raw import SeenPage, grey_or_colour_pixels, open_bytes

_DPI: Final = 100
_LONG_SIDE: Final = 11.69
"""Inches of A4, for a page that does not say how dense it is."""
_MARGIN: Final = round(8 / 25.4 * _DPI)
_CELL: Final = round(5 / 25.4 * _DPI)
_DARKER: Final = 60
"""Than the shade of the paper: what is a stroke and no shadow."""
_SHARE: Final = 0.01
"""Of the pixels of a cell that holds something."""


def is_blank(page: Image.Image, dpi: int = 0) -> bool:
    """Whether a page is blank; a single signature or a page number counts as content."""
    return filled_cells(page, dpi) == 0


def filled_cells(page: Image.Image, dpi: int = 0) -> int:
    """Return how many cells of 5 mm have content, inside a margin of 8 mm."""
    density = dpi or max(page.size) / _LONG_SIDE
    small = _reduced(page.convert("L"), density)
    inner = small.crop(
        (_MARGIN, _MARGIN, max(_MARGIN + 1, small.width - _MARGIN), max(_MARGIN + 1, small.height - _MARGIN))
    )
    calm = inner.filter(ImageFilter.MedianFilter(3))
    limit = _median(calm) - _DARKER
    ink = calm.point([255 * (shade < limit) for shade in range(256)])
    least = 255 * _SHARE
    return sum(count for shade, count in enumerate(ink.reduce(_CELL).histogram()) if shade > least)


def _reduced(grey: Image.Image, density: float) -> Image.Image:
    share = _DPI / density
    if share >= 1:
        return grey
    size = (max(1, round(grey.width * share)), max(1, round(grey.height * share)))
    return grey.resize(size, Image.Resampling.BOX)


def _median(grey: Image.Image) -> int:
    half, seen = grey.width * grey.height / 2, 0
    for shade, count in enumerate(grey.histogram()):
        seen += count
        if seen >= half:
            return shade
    return 255


FORMATS: Final = ("JPEG", "PNG", "TIFF", "GIF", "WEBP")
_LEAST_DPI, _MOST_DPI = 50, 1_200
_PDF_WITHIN: Final = 1024
_TURNS: Final = {3: 2, 6: 1, 8: 3}
"""By the orientation that a camera notes: quarter turns clockwise."""


class OpenScan(Protocol):
    """An opened file; the pixels of a page are valid until the next page is read."""

    count: int

    def page(self, index: int) -> SeenPage:
        """Return one page."""
        ...


@contextmanager
def open_scan(file: ChosenFile) -> Iterator[OpenScan]:
    """Open the file while the ``with`` lasts; raises ``EnvironmentProblem`` and ``RuleBroken`` with its ``name``."""
    with open_bytes(file) as stream:
        begins_as_pdf = is_pdf(stream.read(_PDF_WITHIN))
        stream.seek(0)
        if begins_as_pdf:
            from desktop_app.printing.scans.scan_pdf import open_pdf

            with open_pdf(stream, file.name) as scan:
                yield scan
        else:
            with closing(PictureScan(stream, file.name)) as picture:
                yield picture


def is_pdf(content: bytes) -> bool:
    """Whether a file is a PDF, by its first bytes."""
    return b"%PDF-" in content[:_PDF_WITHIN]


class PictureScan:
    """A picture file; a TIFF may hold several pages."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self._name = name
        self._image = _identified(stream, name)
        with scan_refusals(name):
            # a photograph may bring smaller copies of itself along; they are no pages
            self.count = int(getattr(self._image, "n_frames", 1)) if self._image.format in ("TIFF", "GIF") else 1

    def page(self, index: int) -> SeenPage:
        """Return one page; its header is checked before it is decoded."""
        with scan_refusals(self._name):
            image = self._image
            image.seek(index)
            width, height = image.size
            require_pixels(image)
            dpi = _density(image)
            turn = _TURNS.get(image.getexif().get(ExifTags.Base.Orientation, 1), 0) if image.format == "JPEG" else 0
            seen = grey_or_colour_pixels(image)
            return SeenPage(seen, width, height, dpi, round(dpi * seen.width / width), turn)

    def close(self) -> None:
        """Close the picture."""
        self._image.close()


# ---- inside


def _identified(stream: BinaryIO, name: str) -> Image.Image:
    from PIL import UnidentifiedImageError

    with scan_refusals(name):
        try:
            return Image.open(stream, formats=FORMATS)
        except UnidentifiedImageError as error:
            stream.seek(0)
            if _torn(stream.read(16)):
                raise
            raise RuleBroken("scan_not_readable", field="scan", name=name) from error


def _torn(head: bytes) -> bool:
    """Whether the bytes begin like a picture that is damaged."""
    return head.startswith((b"\xff\xd8\xff", b"\x89PNG", b"II*\x00", b"MM\x00*", b"GIF8"))


def _density(image: Image.Image) -> int:
    """Return the density in dots per inch, if it is plausible and equal in both directions."""
    told = image.info.get("dpi")
    try:
        across, down = (float(one) for one in told[:2]) if told else (0.0, 0.0)
    except (TypeError, ValueError, ZeroDivisionError):
        return 0
    sensible = _LEAST_DPI <= across <= _MOST_DPI and abs(across - down) <= across / 10
    return round(across) if sensible else 0


_PICTURE: Final = 640
"""Pixels of the long side of the small picture of a page."""


def read_pages(file: ChosenFile, most: int) -> Iterator[tuple[ReadPage, int]]:
    """Yield each page with the total; raises ``scan_too_many_pages`` for more than ``most``."""
    with open_scan(file) as scan:
        if scan.count > most:
            raise RuleBroken("scan_too_many_pages", name=file.name, most=most)
        for index in range(scan.count):
            seen = scan.page(index)
            with scan_refusals(file.name):
                page = _read(seen, index)
            del seen
            yield page, scan.count


def _read(seen: SeenPage, index: int) -> ReadPage:
    found = find_mark(seen.image)
    mark = found.mark if found is not None else None
    return ReadPage(
        source=0,
        page=index,
        width=seen.width,
        height=seen.height,
        dpi=seen.dpi,
        turn=found.turn if found is not None else seen.turn,
        blank=mark is None and is_blank(seen.image, seen.image_dpi),
        mark=mark,
        picture=_small(seen.image),
    )


def _small(image: Image.Image) -> bytes:
    share = _PICTURE / max(image.size)
    small = image.resize(
        (max(1, round(image.width * share)), max(1, round(image.height * share))), Image.Resampling.BOX
    )
    out = io.BytesIO()
    small.save(out, "PNG", compress_level=3)
    return out.getvalue()
