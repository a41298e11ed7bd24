"""Blank pages: scans of paper on which nothing stands, told from yellowed, dusty and shining through ones by cells."""

from __future__ import annotations

from typing import Final

from PIL import Image, ImageFilter

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
    """Whether nothing stands on a page; a single signature or a page number is something."""
    return filled_cells(page, dpi) == 0


def filled_cells(page: Image.Image, dpi: int = 0) -> int:
    """Cells of 5 mm in which something stands, inside a margin of 8 mm."""
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
