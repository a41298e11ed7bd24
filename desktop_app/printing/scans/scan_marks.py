"""Page marks (QR codes) on a scanned page: reading, turn of the page, and overlay on the printed page.

The first reading is of the page as it is. Where it fails, ink over the mark is removed by its colour (the brightest of
red, green and blue: of blue and violet ink nothing is left), then noise and blots by a median and a blur, then small
modules by doubling. A text that is no mark of a page is nobody's matter; marks that disagree are no answer.

The overlay is for the eye: a map brings the corners of the scanned marks to those of the print. It turns, moves and
resizes the page as a whole: two marks lie along the foot alone, so a shear or a bend could not be measured. Nothing is
compared.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING, Final

from PIL import Image, ImageChops, ImageFilter

from desktop_app.domain.page_marks import PageMark, read_mark
from desktop_app.printing.pages import PagePixels, PageReader

if TYPE_CHECKING:
    from zxingcpp import Barcode


_STRIP: Final = 0.2
"""Of the page: how high the foot is, at whichever edge it lies."""
_END: Final = 0.4
"""Of an edge: where marks stand, at either end."""
_DARK: Final = 0.33
"""Of the way from black to paper: what is brighter is paper, once colour is taken away."""


Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A mark with its corners in pixels of the page, clockwise from its own upper left one."""

    mark: PageMark
    corners: tuple[Point, Point, Point, Point]

    @property
    def turn(self) -> int:
        """Number of clockwise quarter turns that make the page upright."""
        (left, top), (right, down) = self.corners[:2]
        return -round(math.atan2(down - top, right - left) / (math.pi / 2)) % 4


@dataclass(frozen=True, slots=True)
class FoundMark:
    """A mark, and the number of clockwise quarter turns that make its page upright."""

    mark: PageMark
    turn: int


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A page or a part of it prepared for reading: position and scale of the part."""

    image: Image.Image
    left: int = 0
    top: int = 0
    scale: int = 1


def find_mark(page: Image.Image) -> FoundMark | None:
    """Return the mark of a page in grey or colour; None if it is unreadable or several disagree."""
    return _common_mark(placed_marks(page))


def placed_marks(page: Image.Image) -> tuple[PlacedMark, ...]:
    """Return all marks of the first preparation in which a mark can be read."""
    for prepared in _preparations(page):
        found = tuple(one for one in (_mark_of(code, prepared) for code in _codes(prepared.image)) if one is not None)
        if found:
            return found
    return ()


# ---- inside


def _codes(page: Image.Image) -> list[Barcode]:
    import zxingcpp

    codes = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    return zxingcpp.read_barcodes(page, formats=codes, try_invert=False)


def _mark_of(code: Barcode, of: _Prepared) -> PlacedMark | None:
    mark = read_mark(code.text)
    if mark is None:
        return None

    def at(x: float, y: float) -> Point:
        return of.left + x / of.scale, of.top + y / of.scale

    found = code.position
    corners = (found.top_left, found.top_right, found.bottom_right, found.bottom_left)
    first, second, third, fourth = (at(one.x, one.y) for one in corners)
    return PlacedMark(mark, (first, second, third, fourth))


def _common_mark(found: Sequence[PlacedMark]) -> FoundMark | None:
    """Return the mark on which all found ones agree; one with a page number is preferred."""
    if not found:
        return None
    best = max(found, key=lambda one: one.mark.page)
    others = {(one.mark.code, one.mark.page or best.mark.page, one.turn) for one in found}
    return FoundMark(best.mark, best.turn) if len(others) == 1 else None


def _preparations(page: Image.Image) -> Iterator[_Prepared]:
    grey = page if page.mode == "L" else page.convert("L")
    yield _Prepared(grey)
    bare = grey
    if page.mode == "RGB":
        bare = _without_ink(page)
        yield _Prepared(bare)
    parts = tuple(_parts(bare))
    for part in parts:
        yield replace(part, image=part.image.filter(ImageFilter.MedianFilter(3)))
    for part in parts:
        yield replace(part, image=part.image.filter(ImageFilter.GaussianBlur(1.2)))
    for part in parts:
        twice = (part.image.width * 2, part.image.height * 2)
        yield replace(part, image=part.image.resize(twice, Image.Resampling.BICUBIC), scale=2)


def _parts(page: Image.Image) -> Iterator[_Prepared]:
    """Yield parts of the page where its foot may be, the lower one first.

    Small ones: while a filter works on one, no other thread does anything.
    """
    width, height = page.size
    tall, wide = round(height * _STRIP), round(width * _STRIP)
    right, below = round(width * (1 - _END)), round(height * (1 - _END))
    across = ((0, width - right), (right, width))
    down = ((0, height - below), (below, height))
    for top, bottom in ((height - tall, height), (0, tall)):
        yield from (_Prepared(page.crop((left, top, end, bottom)), left, top) for left, end in across)
    for left, end in ((0, wide), (width - wide, width)):
        yield from (_Prepared(page.crop((left, top, end, bottom)), left, top) for top, bottom in down)


def _without_ink(page: Image.Image) -> Image.Image:
    """Return only what is dark in every colour, in black on white."""
    brightest = brightest_colour(page)
    black, paper = print_and_paper_shades(brightest)
    limit = black + _DARK * (paper - black)
    return brightest.point([255 * (shade > limit) for shade in range(256)])


def brightest_colour(page: Image.Image) -> Image.Image:
    """Return for each pixel the brightest of red, green and blue: coloured ink nearly vanishes, print stays."""
    if page.mode != "RGB":
        return page.convert("L")
    brightest = page.getchannel(0)
    # one colour at a time: of a page of A4 each is nine megabytes
    for colour in (1, 2):
        brightest = ImageChops.lighter(brightest, page.getchannel(colour))
    return brightest


def print_and_paper_shades(grey: Image.Image) -> tuple[int, int]:
    """Return the shades of print and of paper, by quantiles of the grey values."""
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


WIDTH: Final = 1_400
"""Pixels of the drawn page of the print: its letters can be read, and its marks as well."""
Map = tuple[float, float, float, float, float, float]
"""``a, b, c, d, e, f``: a pixel ``x, y`` of the scan lies at ``ax + by + c``, ``dx + ey + f`` of the print."""


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """The printed page that a scan shows, and the mapping of the scan onto it; None without a mark."""

    pixels: PagePixels
    map: Map | None


def printed_page(pdf: bytes, seen: Image.Image, number: int = 0) -> PrintedPage | None:
    """Return the printed page with this number (from 1); 0 means the page that the scan's mark names.

    ``None`` where the print has no such page, or where nothing says which it is.
    """
    found = placed_marks(seen)
    wanted = number or max((one.mark.page for one in found), default=0)
    with PageReader().open(pdf) as printed:
        if not 1 <= wanted <= printed.count:
            return None
        pixels = printed.pixels(wanted - 1, WIDTH)
    page = Image.frombuffer("RGB", (pixels.width, pixels.height), pixels.bgra, "raw", "BGRX", 0, 1)
    marks = placed_marks(page)
    same = [one for one in found if one.mark in {mark.mark for mark in marks}]
    if not number and not same:
        return None
    return PrintedPage(pixels, _by_marks(seen.size, same, page.size, marks))


# ---- inside


def _by_marks(
    size: tuple[int, int], found: Sequence[PlacedMark], onto: tuple[int, int], marks: Sequence[PlacedMark]
) -> Map | None:
    """Return the mapping by equal marks; of several the one that keeps the scan within the page."""
    ways = [_similar(pairs) for pairs in _pairings(found, marks)]
    return min(ways, key=lambda one: _outside(one, size, onto), default=None)


def _pairings(found: Sequence[PlacedMark], marks: Sequence[PlacedMark]) -> Iterator[list[tuple[Point, Point]]]:
    if len(found) >= 2 and len(marks) >= 2:
        for first, second in ((0, 1), (1, 0)):
            yield [
                *zip(found[first].corners, marks[0].corners, strict=True),
                *zip(found[second].corners, marks[1].corners, strict=True),
            ]
        return
    for one, mark in product(found, marks):
        yield list(zip(one.corners, mark.corners, strict=True))


def _similar(pairs: Sequence[tuple[Point, Point]]) -> Map:
    """Return turn, scale and offset by least squares, in complex numbers."""
    ours = [complex(*one) for one, _other in pairs]
    theirs = [complex(*other) for _one, other in pairs]
    our, their = sum(ours) / len(ours), sum(theirs) / len(theirs)
    over = sum((one - our).conjugate() * (other - their) for one, other in zip(ours, theirs, strict=True))
    turn = over / sum(abs(one - our) ** 2 for one in ours)
    move = their - turn * our
    return turn.real, -turn.imag, move.real, turn.imag, turn.real, move.imag


def _outside(map_: Map, size: tuple[int, int], onto: tuple[int, int]) -> float:
    """Return how far the corners of the scan are outside the printed page, in pixels."""
    a, b, c, d, e, f = map_
    far = 0.0
    for x, y in product((0, size[0]), (0, size[1])):
        across, down = a * x + b * y + c, d * x + e * y + f
        far += max(0.0, -across, across - onto[0]) + max(0.0, -down, down - onto[1])
    return far
