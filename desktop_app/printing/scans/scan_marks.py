"""Page marks on a scanned page: read with several preparations of the page, and the turn told from their corners.

The first reading is of the page as it is. Where it fails, ink over the mark is taken away by its colour (the brightest
of red, green and blue: of blue and violet ink nothing is left), then noise and blots by a median and a blur, then small
modules by doubling. A text that is no mark of a page is nobody's matter; marks that disagree are no answer.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PIL import Image, ImageChops, ImageFilter

from desktop_app.domain.documents.page_marks import PageMark, read_mark

if TYPE_CHECKING:
    from zxingcpp import Barcode

_STRIP: Final = 0.2
"""Of the page: how high the foot is, at whichever edge it lies."""
_END: Final = 0.4
"""Of an edge: where marks stand, at either end."""
_DARK: Final = 0.33
"""Of the way from black to paper: what is brighter is paper, once colour is taken away."""


@dataclass(frozen=True, slots=True)
class FoundMark:
    """A mark, and the quarter turns clockwise that put its page upright."""

    mark: PageMark
    turn: int


def find_mark(page: Image.Image) -> FoundMark | None:
    """The mark of a page in grey or colour, as it lies; ``None`` where none can be read or they disagree."""
    for prepared in _preparations(page):
        found = [one for one in map(_mark_of, _codes(prepared)) if one is not None]
        if found:
            return _agreed(found)
    return None


# ---- inside


def _codes(page: Image.Image) -> list[Barcode]:
    import zxingcpp

    codes = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    return zxingcpp.read_barcodes(page, formats=codes, try_invert=False)


def _mark_of(code: Barcode) -> FoundMark | None:
    mark = read_mark(code.text)
    if mark is None:
        return None
    corners = code.position
    across, down = corners.top_right.x - corners.top_left.x, corners.top_right.y - corners.top_left.y
    return FoundMark(mark, -round(math.atan2(down, across) / (math.pi / 2)) % 4)


def _agreed(found: list[FoundMark]) -> FoundMark | None:
    """The one mark that all of them say; one with its page says more than the code alone."""
    best = max(found, key=lambda one: one.mark.page)
    others = {(one.mark.code, one.mark.page or best.mark.page, one.turn) for one in found}
    return best if len(others) == 1 else None


def _preparations(page: Image.Image) -> Iterator[Image.Image]:
    grey = page if page.mode == "L" else page.convert("L")
    yield grey
    bare = grey
    if page.mode == "RGB":
        bare = _without_ink(page)
        yield bare
    parts = tuple(_parts(bare))
    for part in parts:
        yield part.filter(ImageFilter.MedianFilter(3))
    for part in parts:
        yield part.filter(ImageFilter.GaussianBlur(1.2))
    for part in parts:
        yield part.resize((part.width * 2, part.height * 2), Image.Resampling.BICUBIC)


def _parts(page: Image.Image) -> Iterator[Image.Image]:
    """The ends of the edges at which the foot of the page may lie, the lower one first.

    Small ones: while a filter works on one, no other thread does anything.
    """
    width, height = page.size
    tall, wide = round(height * _STRIP), round(width * _STRIP)
    right, below = round(width * (1 - _END)), round(height * (1 - _END))
    across = ((0, width - right), (right, width))
    down = ((0, height - below), (below, height))
    for top, bottom in ((height - tall, height), (0, tall)):
        yield from (page.crop((left, top, end, bottom)) for left, end in across)
    for left, end in ((0, wide), (width - wide, width)):
        yield from (page.crop((left, top, end, bottom)) for top, bottom in down)


def _without_ink(page: Image.Image) -> Image.Image:
    """What is dark in every colour, in black on white."""
    brightest = page.getchannel(0)
    # one colour at a time: of a page of A4 each is nine megabytes
    for colour in (1, 2):
        brightest = ImageChops.lighter(brightest, page.getchannel(colour))
    black, paper = _ends(brightest)
    limit = black + _DARK * (paper - black)
    return brightest.point([255 * (shade > limit) for shade in range(256)])


def _ends(grey: Image.Image) -> tuple[int, int]:
    """The shade of what is printed and that of the paper: what one part in two hundred is darker than, and half."""
    counts = grey.histogram()
    whole, seen = sum(counts), 0
    black = paper = 255
    for shade, count in enumerate(counts):
        if seen < whole / 200 <= seen + count:
            black = shade
        if seen < whole / 2 <= seen + count:
            paper = shade
        seen += count
    return black, paper
