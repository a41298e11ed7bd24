"""Pictures of the operator for print: a small, opaque PNG without metadata.

The child process makes it. The width and height in the header are judged before anything is decoded; only formats whose
decoders are few and old are opened at all. A JPEG of too many pixels is decoded at a fraction of its size.
"""

from __future__ import annotations

import hashlib
import io
import math
import stat
from contextlib import closing
from pathlib import Path
from typing import Final

from PIL import Image, UnidentifiedImageError

from desktop_app.domain.documents.appearance import Picture
from desktop_app.domain.errors import EnvironmentProblem, RuleBroken
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.printing.grey_or_colour import grey_or_colour, upright
from desktop_app.printing.stranger_files import NOT_FINISHED, StrangerFile
from desktop_app.printing.stranger_limits import MOST_PIXELS

_JPEG: Final = ("JPEG", "MPO")
"""Formats that can be decoded smaller; a telephone writes the second."""
_DRAFTS: Final = (1, 2, 4, 8)
"""Times smaller each way that a JPEG can be decoded."""


class TooManyPixels(Exception):
    """The header of a picture declares more pixels than are decoded."""


def require_pixels(image: Image.Image) -> None:
    """Raise :class:`TooManyPixels` for an open picture with too many pixels."""
    smaller = _DRAFTS[-1] if image.format in _JPEG else 1
    if image.width * image.height > MOST_PIXELS * smaller**2:
        raise TooManyPixels


def load(image: Image.Image, most: int = MOST_PIXELS) -> None:
    """Decode an open picture, at about ``most`` pixels if its format allows a smaller decoding."""
    require_pixels(image)
    if image.format in _JPEG:
        wanted = math.sqrt(image.width * image.height / most)
        smaller = next((one for one in _DRAFTS if one >= wanted), _DRAFTS[-1])
        image.draft(None, (image.width // smaller, image.height // smaller))
    image.load()


MOST_MEGABYTES: Final = 20


def read_picture(source: Path | bytes) -> Picture:
    """Return the picture from a file or its bytes.

    Raises ``RuleBroken`` for what is no usable picture, ``EnvironmentProblem`` (``picture_unreadable``) unread.
    """
    content = source if isinstance(source, bytes) else _bytes_of(source)
    try:
        with StrangerFile(ChosenFile("", content=content)) as file:
            (sha256, width, height), png = file.one("picture")
    except EnvironmentProblem as problem:
        raise RuleBroken("picture_damaged", field="logo") if problem.key == NOT_FINISHED else problem from problem
    return Picture(sha256=sha256, width=width, height=height, content=png)


def _bytes_of(file: Path) -> bytes:
    try:
        found = file.stat()
        if not stat.S_ISREG(found.st_mode):  # a pipe would be waited for, and a device has no end
            raise EnvironmentProblem("picture_unreadable", field="logo")
        if found.st_size > MOST_MEGABYTES * _MILLION:
            raise RuleBroken("picture_too_large", field="logo", most=MOST_MEGABYTES)
        return file.read_bytes()
    except OSError as error:
        raise EnvironmentProblem("picture_unreadable", field="logo") from error


MOST_MEGAPIXELS: Final = 50
"""A photograph of a telephone still passes; a picture of 80 megapixels does not."""
LEAST_SIDE: Final = 48
LONGEST_SIDE: Final = 1200
"""Pixels that are kept: on the 22 mm of the letterhead that is far beyond what a printer draws."""
FORMATS: Final = ("PNG", "JPEG", "GIF", "BMP", "WEBP")
_MILLION: Final = 1_000_000


def picture_from(content: bytes) -> Picture:
    """Return the picture of a file, inside the child process; equal bytes give an equal picture.

    Raises ``RuleBroken`` for what is no usable picture.
    """
    with closing(_opened(content)) as opened:
        width, height = opened.size
        if width * height > MOST_MEGAPIXELS * _MILLION:
            raise RuleBroken("picture_too_many_pixels", field="logo", most=MOST_MEGAPIXELS)
        if min(width, height) < LEAST_SIDE:
            raise RuleBroken("picture_too_small", field="logo", least=LEAST_SIDE)
        plain = _decoded(opened)
    out = io.BytesIO()
    plain.save(out, "PNG", optimize=True)
    kept = out.getvalue()
    return Picture(sha256=hashlib.sha256(kept).hexdigest(), width=plain.width, height=plain.height, content=kept)


def _opened(content: bytes) -> Image.Image:
    """Return a picture of which only the header is read."""
    try:
        return Image.open(io.BytesIO(content), formats=FORMATS)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise RuleBroken("picture_not_image", field="logo") from error


def _decoded(opened: Image.Image) -> Image.Image:
    """Return the picture upright, opaque on white, grey or colour, at most as large as printed."""
    try:
        # a JPEG is decoded at a fraction of its size where that is enough; other formats take no notice
        opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        opened.load()
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise RuleBroken("picture_damaged", field="logo") from error
    flat = grey_or_colour(upright(opened))
    flat.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    # what remains is pixels: neither place and camera nor an earlier, larger picture
    plain = Image.new(flat.mode, flat.size)
    plain.paste(flat)
    return plain
