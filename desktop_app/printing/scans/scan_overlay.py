"""Overlay of a scanned page on the page of the print: the map that brings the corners of its marks to theirs.

It is for the eye. The map turns, moves and resizes the page as a whole: two marks stand along the foot alone, so a
shear or a bend could not be measured. Nothing is compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from PIL import Image

from desktop_app.printing.pages import PagePixels, PageReader
from desktop_app.printing.scans.scan_marks import PlacedMark, Point, placed_marks

WIDTH: Final = 1_400
"""Pixels of the drawn page of the print: its letters can be read, and its marks as well."""
Map = tuple[float, float, float, float, float, float]
"""``a, b, c, d, e, f``: a pixel ``x, y`` of the scan lies at ``ax + by + c``, ``dx + ey + f`` of the print."""


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """The page of the print that a scanned page is, and how the scan lies on it; ``None`` where no mark says so."""

    pixels: PagePixels
    map: Map | None


def printed_page(pdf: bytes, seen: Image.Image, number: int = 0) -> PrintedPage | None:
    """The page with this number, from 1; with 0 the one that the mark of the scan names.

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
    """Both marks of a page say the same: of the ways to pair them the one that best keeps the page on the page."""
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
    """Turn, size and move by least squares, in complex numbers."""
    ours = [complex(*one) for one, _other in pairs]
    theirs = [complex(*other) for _one, other in pairs]
    our, their = sum(ours) / len(ours), sum(theirs) / len(theirs)
    over = sum((one - our).conjugate() * (other - their) for one, other in zip(ours, theirs, strict=True))
    turn = over / sum(abs(one - our) ** 2 for one in ours)
    move = their - turn * our
    return turn.real, -turn.imag, move.real, turn.imag, turn.real, move.imag


def _outside(map_: Map, size: tuple[int, int], onto: tuple[int, int]) -> float:
    """How far the corners of the scan come to lie outside the print, in pixels."""
    a, b, c, d, e, f = map_
    far = 0.0
    for x, y in product((0, size[0]), (0, size[1])):
        across, down = a * x + b * y + c, d * x + e * y + f
        far += max(0.0, -across, across - onto[0]) + max(0.0, -down, down - onto[1])
    return far
