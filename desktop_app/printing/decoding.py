"""Decoding of a picture within a number of pixels: a JPEG of more is decoded at a fraction of its size."""

from __future__ import annotations

import math
from typing import Final

from PIL import Image

from desktop_app.printing.strangers.limits import MOST_PIXELS

_JPEG: Final = ("JPEG", "MPO")
"""Formats that can be decoded smaller; a telephone writes the second."""
_DRAFTS: Final = (1, 2, 4, 8)
"""Times smaller each way that a JPEG can be decoded."""


class TooManyPixels(Exception):
    """A header that asks for more than is decoded."""


def require_pixels(image: Image.Image) -> None:
    """Raise :class:`TooManyPixels` for an open picture that cannot be decoded within bounds."""
    smaller = _DRAFTS[-1] if image.format in _JPEG else 1
    if image.width * image.height > MOST_PIXELS * smaller**2:
        raise TooManyPixels


def load(image: Image.Image, most: int = MOST_PIXELS) -> None:
    """Decode an open picture, at about ``most`` pixels if its format can be decoded smaller."""
    require_pixels(image)
    if image.format in _JPEG:
        wanted = math.sqrt(image.width * image.height / most)
        smaller = next((one for one in _DRAFTS if one >= wanted), _DRAFTS[-1])
        image.draft(None, (image.width // smaller, image.height // smaller))
    image.load()
