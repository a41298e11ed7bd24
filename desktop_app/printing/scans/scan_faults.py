"""Faults of scanned files: what the toolkits raise over torn ones, told as a refusal with the name of the file."""

from __future__ import annotations

import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from pikepdf import PikepdfError
from PIL import Image, UnidentifiedImageError
from pypdfium2 import PdfiumError

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.printing.pdf.unpacking import TooMuchUnpacked

MOST_MEGAPIXELS: Final = 89
"""Of one page, by its header: what the toolkit takes without an alarm, A4 at 950 dots an inch."""
BROKEN: Final = (
    UnidentifiedImageError,
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    TypeError,
    LookupError,
    OverflowError,
    MemoryError,
    struct.error,
    PikepdfError,
    PdfiumError,
    TooMuchUnpacked,
)


class TooManyPixels(Exception):
    """A header that asks for more than is decoded."""


def require_pixels(width: int, height: int) -> None:
    """Raise :class:`TooManyPixels` for more than one page may have."""
    if width * height > MOST_MEGAPIXELS * 1_000_000:
        raise TooManyPixels


@contextmanager
def told_of(name: str) -> Iterator[None]:
    """What a picture or a PDF raises becomes ``EnvironmentProblem``: ``scan_damaged`` or ``scan_page_too_large``.

    The toolkit's own alarm about huge sizes is the second; what else it has to say of torn notes is nobody's matter.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            yield
    except (TooManyPixels, Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise EnvironmentProblem("scan_page_too_large", name=name, most=MOST_MEGAPIXELS) from error
    except BROKEN as error:
        raise EnvironmentProblem("scan_damaged", name=name) from error
