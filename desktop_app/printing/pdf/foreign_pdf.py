"""Bounds of a PDF file from elsewhere: whether it can be drawn without filling the memory or going on for hours."""

from __future__ import annotations

from contextlib import suppress
from enum import Enum
from io import BytesIO
from typing import Final

import pikepdf

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.printing.pages import PageReader
from desktop_app.printing.pdf.drawn_forms import DrawnForms
from desktop_app.printing.pdf.loose_values import misread, require_names
from desktop_app.printing.pdf.painted_area import require_paintable
from desktop_app.printing.pdf.tiled_patterns import TiledPatterns
from desktop_app.printing.pdf.toolkit_warnings import ToolkitWarnings
from desktop_app.printing.pdf.unpacking import Effort, TooMuchUnpacked, bound_toolkit, require_streams

_TIMES: Final = 3
"""As often as much as the rest may the reading of what is painted take: of a hundred plans it is long, and genuine."""


class Bounds(Enum):
    """What is known of a file before pdfium draws it, which cannot be given up."""

    HELD = "held"
    EXCEEDED = "exceeded"
    UNKNOWN = "unknown"
    """qpdf cannot read it, or not whole; pdfium may."""


def bounds_of(content: bytes, told: Progress = no_progress) -> Bounds:
    """Of all that a file unpacks and draws; what ``told`` raises, which hears that it goes on, ends it."""
    bound_toolkit()
    try:
        require_names(BytesIO(content))
        with pikepdf.open(BytesIO(content)) as opened:
            total = len(opened.pages)
            effort = Effort(lambda: told(0, total))
            require_streams(opened, effort)
            forms, patterns = DrawnForms(effort), TiledPatterns(effort)
            for page in opened.pages:
                forms.require(page.obj)
                patterns.require(page.obj)
            if misread(ToolkitWarnings(opened), numbers=patterns.met, names=forms.unheld):
                return Bounds.UNKNOWN
            reading = Effort(lambda: told(0, total), _TIMES)
            with suppress(EnvironmentProblem), PageReader().open(content) as read:
                for index in range(read.count):
                    require_paintable(read, index, reading, blends=forms.blends)
    except TooMuchUnpacked:
        return Bounds.EXCEEDED
    except (pikepdf.PikepdfError, RuntimeError, ValueError, TypeError, LookupError):
        return Bounds.UNKNOWN
    return Bounds.HELD
