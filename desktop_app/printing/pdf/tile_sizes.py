"""Sizes of the tiling patterns of a PDF from elsewhere, and of what they are laid over, as pdfium takes them."""

from __future__ import annotations

import math
from typing import Final

import pikepdf

from desktop_app.printing.pdf.loose_values import number

USUAL_SIDE: Final = 842.0
"""Of a page that says none."""
_MOST: Final = 1_000_000_000
_NARROWEST: Final = 2.0
"""By how much longer than wide a sheet may be."""
_PLAIN: Final = (1.0, 0.0, 0.0, 1.0)


def tiles_each_drawn(pattern: pikepdf.Stream, side: float, at_once: int) -> int:
    """How often the words of a pattern are drawn at most for one path, counted as one for each so many.

    pdfium draws a tile once and lays it again and again; but where the tile is wider or higher than the path it draws
    the words of each one anew, also those that lie over each other.
    """
    across, down = (abs(number(pattern.get(name, 0))) for name in ("/XStep", "/YStep"))
    left, bottom, right, top = numbers(pattern.get("/BBox"), 4) or (0.0, 0.0, 0.0, 0.0)
    a, b, c, d, *_moved = numbers(pattern.get("/Matrix"), 6) or _PLAIN
    grown_across, grown_down = math.hypot(a, b), math.hypot(c, d)
    if not across or not down or not grown_across or not grown_down:
        # without a step pdfium lays none
        return 1
    width, height = abs(right - left), abs(top - bottom)
    columns, rows = (side / grown_across + width) / across + 1, (side / grown_down + height) / down + 1
    upright = (2 * width / across + 1) * rows
    lying = (2 * height / down + 1) * columns
    over = max(1.0, width / across) * max(1.0, height / down)
    return int(min(_MOST, max(over, upright / at_once, lying / at_once, 1.0)))


def share_of_tile(pattern: pikepdf.Object, side: float) -> float:
    """How much of a sheet of such a side a tile covers, so that it is never less."""
    a, b, c, d, *_moved = numbers(pattern.get("/Matrix"), 6) or _PLAIN
    return min(1.0, _NARROWEST * area(pattern.get("/BBox")) * abs(a * d - b * c) / (side * side))


def longest_side(box: pikepdf.Object | None) -> float:
    """Of a box; of what is none, nothing."""
    left, bottom, right, top = numbers(box, 4) or (0.0, 0.0, 0.0, 0.0)
    return max(abs(right - left), abs(top - bottom))


def area(box: pikepdf.Object | None) -> float:
    """Of a box; of what is none, nothing."""
    left, bottom, right, top = numbers(box, 4) or (0.0, 0.0, 0.0, 0.0)
    return abs((right - left) * (top - bottom))


def numbers(found: pikepdf.Object | None, count: int) -> list[float]:
    """So many numbers of a list; none of one that has another count."""
    if not isinstance(found, pikepdf.Array) or len(found) != count:
        return []
    return [number(one) for one in found]
