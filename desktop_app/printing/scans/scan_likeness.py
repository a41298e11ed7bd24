"""Likeness of a scanned page to the pages of a stored print: which of them it is, and how it has to be turned.

Both are made small, so that every line of print is a grey bar, and held over each other: at every quarter turn, a few
small angles and a few places, first coarsely and then finely. The page is the one with the highest correlation, if
that is high enough and none of the others comes near.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from PIL import Image, ImageChops, ImageFilter, ImageOps, ImageStat

from desktop_app.domain.read_models.scans import ChosenFile, ReadPage
from desktop_app.printing.pages import PagePixels, PageReader
from desktop_app.printing.scans.scan_files import opened

_DRAWN: Final = 420
_COARSE, _FINE = 90, 180
"""Pixels of the long side."""
_LEAST: Final = 0.755
"""Correlation of a page that is taken for one of the print.

Minutes of one office look alike: of 420 scans of pages of other minutes the most alike reached 0.74, of 105 of its own,
askew, copied and signed, the least 0.77.
"""
_BODY: Final = 0.86
"""Of the height, from above: the foot is the same on all papers, and stamped and written over."""
_APART: Final = 0.12
"""By how much the next page of the print has to be less like it."""
_ANGLES: Final = (-4.0, -2.0, 0.0, 2.0, 4.0)
_NEARER: Final = (-1.0, 0.0, 1.0)
_SHIFTS: Final = tuple(product((-3, 0, 3), (-3, 0, 3)))
_STEPS: Final = tuple(product((-2, -1, 0, 1, 2), (-2, -1, 0, 1, 2)))
_TURNED: Final = {
    0: None,
    1: Image.Transpose.ROTATE_270,
    2: Image.Transpose.ROTATE_180,
    3: Image.Transpose.ROTATE_90,
}


@dataclass(frozen=True, slots=True)
class _Ink:
    """How much print lies where, dark as light, with what correlation needs of it."""

    image: Image.Image
    mean: float
    spread: float
    page: tuple[int, int]
    """Pixels of the whole page, of which the image is the body."""


@dataclass(frozen=True, slots=True)
class _Held:
    """How well a page fits, and how it was held."""

    likeness: float
    number: int
    turn: int
    angle: float
    shift: tuple[int, int]


class PrintedPages:
    """The pages of one print, made small once."""

    def __init__(self, pdf: bytes) -> None:
        with PageReader().open(pdf) as printed:
            self.count = printed.count
            drawn = [_grey(printed.pixels(index, _DRAWN)) for index in range(printed.count)]
        self._coarse = tuple(_ink(page, _size(page, _COARSE)) for page in drawn)
        self._fine = tuple(_ink(page, _size(page, _FINE)) for page in drawn)

    def page_of(self, files: Sequence[ChosenFile], page: ReadPage, _ask: Callable[[], object]) -> tuple[int, int]:
        """Number and quarter turns of the page of the print that the scanned one is; ``(0, 0)`` for none."""
        with opened(files[page.source]) as scan:
            return self.number_and_turn(scan.page(page.page).image)

    def number_and_turn(self, seen: Image.Image) -> tuple[int, int]:
        """The same of pixels."""
        grey = ImageOps.autocontrast(seen.convert("L").resize(_size(seen, 2 * _FINE), Image.Resampling.BOX), cutoff=1)
        best = [self._finely(grey, one) for one in self._coarsely(grey)]
        best.sort(key=lambda one: one.likeness, reverse=True)
        if not best or best[0].likeness < _LEAST:
            return 0, 0
        if len(best) > 1 and best[0].likeness - best[1].likeness < _APART:
            return 0, 0
        return best[0].number, best[0].turn

    def _coarsely(self, grey: Image.Image) -> list[_Held]:
        """Of each page of the print, the best way to hold the scanned one over it."""
        laid: dict[tuple[int, float, tuple[int, int]], _Ink] = {}
        found = []
        for number, ink in enumerate(self._coarse, start=1):
            ways = []
            for turn, angle in product(_TURNED, _ANGLES):
                key = (turn, angle, ink.page)
                if key not in laid:
                    laid[key] = _laid(grey, turn, angle, ink.page)
                ways += [_Held(_likeness(ink, laid[key], one), number, turn, angle, one) for one in _SHIFTS]
            found.append(max(ways, key=lambda one: one.likeness))
        return sorted(found, key=lambda one: one.likeness, reverse=True)[:4]

    def _finely(self, grey: Image.Image, held: _Held) -> _Held:
        ink = self._fine[held.number - 1]
        return max(self._ways_near(grey, held, ink), key=lambda one: one.likeness)

    def _ways_near(self, grey: Image.Image, held: _Held, ink: _Ink) -> Iterable[_Held]:
        for away in _NEARER:
            angle = held.angle + away
            laid = _laid(grey, held.turn, angle, ink.page)
            for step in _STEPS:
                shift = (2 * held.shift[0] + 2 * step[0], 2 * held.shift[1] + 2 * step[1])
                yield _Held(_likeness(ink, laid, shift), held.number, held.turn, angle, shift)


# ---- inside


def _grey(drawn: PagePixels) -> Image.Image:
    size = (drawn.width, drawn.height)
    return Image.frombuffer("RGB", size, drawn.bgra, "raw", "BGRX", 0, 1).convert("L")


def _size(page: Image.Image, longest: int) -> tuple[int, int]:
    share = longest / max(page.size)
    return max(1, round(page.width * share)), max(1, round(page.height * share))


def _laid(grey: Image.Image, turn: int, angle: float, size: tuple[int, int]) -> _Ink:
    """The scanned page turned and stretched onto a page of the print; one that lies the other way fits badly."""
    method = _TURNED[turn]
    upright = grey if method is None else grey.transpose(method)
    straight = upright if angle == 0.0 else upright.rotate(angle, Image.Resampling.BILINEAR, fillcolor=255)
    return _ink(straight, size)


def _ink(grey: Image.Image, size: tuple[int, int]) -> _Ink:
    width, height = size
    body = grey.resize(size, Image.Resampling.BOX).crop((0, 0, width, round(_BODY * height)))
    dark = ImageOps.invert(body).filter(ImageFilter.GaussianBlur(1))
    bright = ImageOps.autocontrast(dark)
    told = ImageStat.Stat(bright)
    return _Ink(bright, told.mean[0], told.stddev[0], size)


def _likeness(printed: _Ink, seen: _Ink, shift: tuple[int, int]) -> float:
    """Their correlation with the seen page moved by so many pixels; what leaves at one edge is blank and comes back."""
    if not printed.spread or not seen.spread:
        return 0.0
    both = ImageChops.multiply(printed.image, ImageChops.offset(seen.image, *shift))
    return (ImageStat.Stat(both).mean[0] * 255 - printed.mean * seen.mean) / (printed.spread * seen.spread)
