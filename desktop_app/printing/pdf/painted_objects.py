"""Objects of a page as pdfium read them: their boxes, what they are painted within, and the points of their paths."""

from __future__ import annotations

import math
from ctypes import addressof, byref, c_float, c_int, c_uint
from typing import Any, Final, NamedTuple

import pypdfium2.raw as pdfium

from desktop_app.printing.pdf.painted_places import Box, Turn, around, is_straight

Found = Any
"""An object, a path or a point of pdfium, which has no other type."""
Points = tuple[tuple[float, float], ...]
_MOST: Final = 16
"""Paths within which something is painted, and points of each, that are read; a program that nests boxes has a few."""
EVERYWHERE: Final = Box(*(float(one) for one in ("-inf", "-inf", "inf", "inf")))
_MILLION: Final = 1_000_000


class Within(NamedTuple):
    """What is painted within."""

    seen: Box
    """Nothing is painted beyond it."""
    paths: tuple[Points, ...]
    """Those that are no straight boxes, by the points that are read of them."""
    more: int
    """How many paths there are besides, which are not read."""


FREE: Final = Within(EVERYWHERE, (), 0)


class Objects:
    """Reads objects; numbers are written into the same places again and again."""

    def __init__(self) -> None:
        self._numbers = tuple(c_float() for _ in range(4))
        self._into = tuple(byref(one) for one in self._numbers)
        self._turn = pdfium.FS_MATRIX()
        self._wide, self._high = c_uint(), c_uint()
        self._kept, self._kept_at = FREE, (0, Turn(), tuple[int, ...]())
        self._fill, self._stroke = c_int(), c_int()

    def box(self, found: Found) -> Box:
        """Of an object, in what holds it; everywhere for one of which pdfium says none."""
        if not pdfium.FPDFPageObj_GetBounds(found, *self._into):
            return EVERYWHERE
        left, bottom, right, top = self._numbers
        return Box(left.value, bottom.value, right.value, top.value)

    def clips(self, found: Found) -> int:
        """How many paths an object is painted within."""
        return max(0, int(pdfium.FPDFClipPath_CountPaths(pdfium.FPDFPageObj_GetClipPath(found))))

    def size(self, found: Found) -> tuple[float, float]:
        """How wide and high an object is in what holds it."""
        if not pdfium.FPDFPageObj_GetBounds(found, *self._into):
            return math.inf, math.inf
        left, bottom, right, top = self._numbers
        return right.value - left.value, top.value - bottom.value

    def turn(self, found: Found) -> Turn:
        """How an object lies."""
        if not pdfium.FPDFPageObj_GetMatrix(found, byref(self._turn)):
            return Turn()
        turn = self._turn
        return Turn(turn.a, turn.b, turn.c, turn.d, turn.e, turn.f)

    def megapixels(self, picture: Found) -> float:
        """Those that a picture has of its own."""
        if not pdfium.FPDFImageObj_GetImagePixelSize(picture, byref(self._wide), byref(self._high)):
            return 0.0
        return self._wide.value * self._high.value / _MILLION

    def is_filled(self, path: Found) -> bool:
        """Whether a path is more than a line."""
        known = pdfium.FPDFPath_GetDrawMode(path, byref(self._fill), byref(self._stroke))
        return not known or self._fill.value != pdfium.FPDF_FILLMODE_NONE

    def stroke_width(self, path: Found) -> float:
        """Of a line."""
        return self._numbers[0].value if pdfium.FPDFPageObj_GetStrokeWidth(path, self._into[0]) else 0.0

    def points(self, path: Found, count: int) -> Points:
        """So many of a path, as it lies in what holds it."""
        turn = self.turn(path)
        return tuple(turn.point(*self._point(pdfium.FPDFPath_GetPathSegment(path, place))) for place in range(count))

    def within(self, found: Found, turn: Turn) -> Within:
        """What an object is painted within, as that lies on the page; the same once more where pdfium keeps it."""
        clip = pdfium.FPDFPageObj_GetClipPath(found)
        count = max(0, pdfium.FPDFClipPath_CountPaths(clip)) if clip else 0
        if not count:
            self._kept = FREE
            return FREE
        # of two that are laid alike anew pdfium makes both, and of one that goes on it has the points in one place
        places = tuple(_place(pdfium.FPDFClipPath_GetPathSegment(clip, at, 0)) for at in range(min(count, _MOST)))
        if self._kept_at != (count, turn, places) or self._kept is FREE:
            self._kept_at, self._kept = (count, turn, places), self._read(clip, count, turn)
        return self._kept

    def shown_in(self, found: Found) -> Box:
        """The box of the form that an object is of, in that form; everywhere where pdfium made none of it."""
        clip = pdfium.FPDFPageObj_GetClipPath(found)
        if not clip or pdfium.FPDFClipPath_CountPaths(clip) <= 0:
            return EVERYWHERE
        total, points = self._path_around(clip, 0, Turn())
        return around(points) if total else EVERYWHERE

    def _read(self, clip: Found, count: int, turn: Turn) -> Within:
        seen, paths = EVERYWHERE, []
        for at in range(min(count, _MOST)):
            total, points = self._path_around(clip, at, turn)
            if total == len(points) and total:
                seen = seen.within(around(points))
            if not is_straight(points):
                paths.append(points)
        return Within(seen, tuple(paths), max(0, count - _MOST))

    def _path_around(self, clip: Found, place: int, turn: Turn) -> tuple[int, Points]:
        """How many points it has, and as many of them as are read."""
        total = max(0, pdfium.FPDFClipPath_CountPathSegments(clip, place))
        read = range(0, total, max(1, -(-total // _MOST)))
        return total, tuple(
            turn.point(*self._point(pdfium.FPDFClipPath_GetPathSegment(clip, place, one))) for one in read
        )

    def _point(self, segment: Found) -> tuple[float, float]:
        across, down = self._numbers[:2]
        if not pdfium.FPDFPathSegment_GetPoint(segment, *self._into[:2]):
            return 0.0, 0.0
        return across.value, down.value


def _place(point: Found) -> int:
    """Where pdfium keeps it."""
    return addressof(point.contents) if point else 0
