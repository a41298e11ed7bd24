"""Faults of scanned files: errors of the libraries as refusals with the name of the file."""

from __future__ import annotations

import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from pikepdf import PikepdfError
from PIL import UnidentifiedImageError
from pypdfium2 import PdfiumError

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.printing.pictures import TooManyPixels
from desktop_app.printing.stranger_limits import MOST_PIXELS

_BROKEN: Final = (
    UnidentifiedImageError,
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    TypeError,
    LookupError,
    OverflowError,
    struct.error,
    PikepdfError,
    PdfiumError,
)


@contextmanager
def scan_refusals(name: str) -> Iterator[None]:
    """Turn errors of reading into ``EnvironmentProblem``: ``scan_damaged`` or ``scan_page_too_large``.

    What the toolkit warns of torn notes is nobody's matter.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except TooManyPixels as error:
        raise EnvironmentProblem("scan_page_too_large", name=name, most=MOST_PIXELS // 1_000_000) from error
    except _BROKEN as error:
        raise EnvironmentProblem("scan_damaged", name=name) from error
