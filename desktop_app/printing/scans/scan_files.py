"""Chosen files of a scan, opened: how many pages each has, and one page after the other as pixels to be read.

What a header says of size is judged before anything is decoded, and never more than one page is in memory. Pixels are
given as they lie in the file, only smaller where they are more than reading needs.
"""

from __future__ import annotations

import io
import math
import stat
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import BinaryIO, Final, Protocol

from PIL import ExifTags, Image

from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.domain.rules.files import require_size
from desktop_app.printing.grey_or_colour import grey_or_colour
from desktop_app.printing.scans.scan_faults import require_pixels, told_of

FORMATS: Final = ("JPEG", "PNG", "TIFF", "GIF", "WEBP")
MOST_PAGES: Final = 500
"""Of one file."""
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

    def page(self, index: int, ask: Callable[[], object] = lambda: None) -> SeenPage:
        """One page; ``ask`` is called again and again while it is judged, and what it raises ends it."""
        ...


@contextmanager
def opened(file: ChosenFile) -> Iterator[OpenScan]:
    """The file, open as long as the ``with``; raises ``EnvironmentProblem`` and ``RuleBroken`` with its ``name``."""
    with raw(file) as stream:
        is_pdf = b"%PDF-" in stream.read(_PDF_WITHIN)
        stream.seek(0)
        if is_pdf:
            from desktop_app.printing.scans.scan_pdf import open_pdf

            with open_pdf(stream, file.name) as scan:
                yield scan
        else:
            with closing(PictureScan(stream, file.name)) as picture:
                yield picture


@contextmanager
def raw(file: ChosenFile) -> Iterator[BinaryIO]:
    """Its bytes as a stream; raises ``file_not_regular``, ``file_unreadable``, ``file_empty``, ``file_too_large``."""
    if file.path is None:
        require_size(len(file.content), file.name)
        yield io.BytesIO(file.content)
        return
    try:
        found = file.path.stat()
        if not stat.S_ISREG(found.st_mode):  # a pipe would be waited for, and a device has no end
            raise EnvironmentProblem("file_not_regular", name=file.name)
        require_size(found.st_size, file.name)
        stream = file.path.open("rb")
    except OSError as error:
        raise EnvironmentProblem("file_unreadable", name=file.name) from error
    with stream:
        yield stream


class PictureScan:
    """A picture file; a TIFF may hold several pages."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self._name = name
        self._image = _identified(stream, name)
        with told_of(name):
            # a photograph may bring smaller copies of itself along; they are no pages
            frames = int(getattr(self._image, "n_frames", 1)) if self._image.format in ("TIFF", "GIF") else 1
            if frames > MOST_PAGES:
                raise RuleBroken("scan_too_many_pages", name=name, most=MOST_PAGES)
            self.count = frames
            for index in range(frames):
                self._image.seek(index)
                require_pixels(*self._image.size)

    def page(self, index: int, ask: Callable[[], object] = lambda: None) -> SeenPage:  # noqa: ARG002 - judged by its header
        """One page; its header alone is judged, and nobody waits for that."""
        with told_of(self._name):
            image = self._image
            image.seek(index)
            width, height = image.size
            require_pixels(width, height)
            dpi = _density(image)
            turn = _TURNS.get(image.getexif().get(ExifTags.Base.Orientation, 1), 0) if image.format == "JPEG" else 0
            seen = decoded(image)
            return SeenPage(seen, width, height, dpi, round(dpi * seen.width / width), turn)

    def close(self) -> None:
        """Let the picture go."""
        self._image.close()


def decoded(image: Image.Image) -> Image.Image:
    """The pixels of a picture in grey or colour, and fewer where they are more than reading needs."""
    smaller = _times_too_many(image)
    if smaller > 1 and image.format == "JPEG":
        image.draft(None, (image.width // smaller, image.height // smaller))
    image.load()
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
