"""Chosen files of a scan, opened: how many pages each has, and one page after the other as pixels to be read.

What a header says of size is judged before anything is decoded, and never more than one page is in memory. Pixels are
given as they lie in the file, only smaller where they are more than reading needs.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import BinaryIO, Final, Protocol

from PIL import ExifTags, Image

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.printing.decoding import load, require_pixels
from desktop_app.printing.grey_or_colour import grey_or_colour
from desktop_app.printing.scans.scan_faults import told_of
from desktop_app.printing.scans.scan_raw import raw

FORMATS: Final = ("JPEG", "PNG", "TIFF", "GIF", "WEBP")
_ENOUGH: Final = 12_000_000
"""Pixels of a page that is read: A4 at 350 dots an inch."""
_LEAST_DPI, _MOST_DPI = 50, 1_200
_PDF_WITHIN: Final = 1024
_TURNS: Final = {3: 2, 6: 1, 8: 3}
"""By the orientation that a camera notes: quarter turns clockwise."""


@dataclass(frozen=True, slots=True)
class SeenPage:
    """A page in grey or colour as it lies.

    ``width`` and ``height`` are those of the file, ``dpi`` is what it tells of its density or 0. ``image_dpi`` is that
    of the pixels at hand, and ``turn`` what a camera noted.
    """

    image: Image.Image
    width: int
    height: int
    dpi: int
    image_dpi: int
    turn: int = 0


class OpenScan(Protocol):
    """An opened file; the pixels of a page are good until the next page is asked for."""

    count: int

    def page(self, index: int) -> SeenPage:
        """One page."""
        ...


@contextmanager
def opened(file: ChosenFile) -> Iterator[OpenScan]:
    """The file, open as long as the ``with``; raises ``EnvironmentProblem`` and ``RuleBroken`` with its ``name``."""
    with raw(file) as stream:
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
        with told_of(name):
            # a photograph may bring smaller copies of itself along; they are no pages
            self.count = int(getattr(self._image, "n_frames", 1)) if self._image.format in ("TIFF", "GIF") else 1

    def page(self, index: int) -> SeenPage:
        """One page; its header is judged before it is decoded."""
        with told_of(self._name):
            image = self._image
            image.seek(index)
            width, height = image.size
            require_pixels(image)
            dpi = _density(image)
            turn = _TURNS.get(image.getexif().get(ExifTags.Base.Orientation, 1), 0) if image.format == "JPEG" else 0
            seen = decoded(image)
            return SeenPage(seen, width, height, dpi, round(dpi * seen.width / width), turn)

    def close(self) -> None:
        """Let the picture go."""
        self._image.close()


def decoded(image: Image.Image) -> Image.Image:
    """The pixels of a picture in grey or colour, and fewer where they are more than reading needs."""
    load(image, _ENOUGH)
    seen = grey_or_colour(image)
    factor = _times_too_many(seen)
    return seen.reduce(factor) if factor > 1 else seen


def _times_too_many(image: Image.Image) -> int:
    return max(1, math.ceil(math.sqrt(image.width * image.height / _ENOUGH)))


# ---- inside


def _identified(stream: BinaryIO, name: str) -> Image.Image:
    from PIL import UnidentifiedImageError

    with told_of(name):
        try:
            return Image.open(stream, formats=FORMATS)
        except UnidentifiedImageError as error:
            stream.seek(0)
            if _torn(stream.read(16)):
                raise
            raise RuleBroken("scan_not_readable", field="scan", name=name) from error


def _torn(head: bytes) -> bool:
    """Whether bytes begin as a picture does, although nothing can be made of them."""
    return head.startswith((b"\xff\xd8\xff", b"\x89PNG", b"II*\x00", b"MM\x00*", b"GIF8"))


def _density(image: Image.Image) -> int:
    """Dots an inch that the file tells, where that makes sense and both ways are alike."""
    told = image.info.get("dpi")
    try:
        across, down = (float(one) for one in told[:2]) if told else (0.0, 0.0)
    except (TypeError, ValueError, ZeroDivisionError):
        return 0
    sensible = _LEAST_DPI <= across <= _MOST_DPI and abs(across - down) <= across / 10
    return round(across) if sensible else 0
