"""Bytes of a scanned file as a stream, and the pixels of one page."""

from __future__ import annotations

import io
import math
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO, Final

from PIL import Image

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.domain.rules.files import require_size
from desktop_app.printing.grey_or_colour import grey_or_colour
from desktop_app.printing.pictures import load

_ENOUGH: Final = 12_000_000
"""Pixels of a page that is read: A4 at 350 dots an inch."""


@dataclass(frozen=True, slots=True)
class SeenPage:
    """A scanned page in grey or colour, not yet turned.

    ``width`` and ``height`` are those of the file, ``dpi`` is what it tells of its density or 0. ``image_dpi`` is that
    of the pixels at hand, and ``turn`` what a camera noted.
    """

    image: Image.Image
    width: int
    height: int
    dpi: int
    image_dpi: int
    turn: int = 0


@contextmanager
def open_bytes(file: ChosenFile) -> Iterator[BinaryIO]:
    """Open the bytes of a file while the ``with`` lasts.

    Raises ``file_not_regular``, ``file_unreadable``, ``file_empty``, ``file_too_large``.
    """
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


def grey_or_colour_pixels(image: Image.Image) -> Image.Image:
    """Return the pixels of a picture in grey or colour, reduced to what reading needs."""
    load(image, _ENOUGH)
    seen = grey_or_colour(image)
    factor = _times_too_many(seen)
    return seen.reduce(factor) if factor > 1 else seen


def _times_too_many(image: Image.Image) -> int:
    return max(1, math.ceil(math.sqrt(image.width * image.height / _ENOUGH)))
