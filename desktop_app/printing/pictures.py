"""A picture file of the operator made into what is kept and printed: a small, opaque PNG without anything hidden in it.

The width and height in its header are judged before anything is decoded; only formats whose decoders are few and old
are opened at all.
"""

from __future__ import annotations

import hashlib
import io
from contextlib import closing
from typing import Final

from PIL import Image, UnidentifiedImageError

from desktop_app.domain.documents.pictures import Picture
from desktop_app.domain.errors import RuleBroken
from desktop_app.printing.grey_or_colour import grey_or_colour, upright

MOST_MEGAPIXELS: Final = 50
"""A photograph of a telephone still passes; a picture of 80 megapixels does not."""
LEAST_SIDE: Final = 48
LONGEST_SIDE: Final = 1200
"""Pixels that are kept: on the 22 mm of the letterhead that is far beyond what a printer draws."""
FORMATS: Final = ("PNG", "JPEG", "GIF", "BMP", "WEBP")
_MILLION: Final = 1_000_000


def picture_from(content: bytes) -> Picture:
    """The picture of a file, in the child process; equal bytes give the same one.

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
    """The header alone."""
    try:
        return Image.open(io.BytesIO(content), formats=FORMATS)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise RuleBroken("picture_not_image", field="logo") from error


def _decoded(opened: Image.Image) -> Image.Image:
    """Upright, opaque on white, grey or colour, and no larger than is printed."""
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
