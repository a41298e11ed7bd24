"""Ink of a scan beside that of its print: what was written or stamped, and what stands in a line like a letter.

What is larger than a word was written or stamped. Along a line of print such a stroke shows in pieces, and the last of
them may be short: it is of the pen where it lies beside a large one and reaches further than a figure or a dot, which
somebody may have put there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from desktop_app.printing.scans.scan_pieces import Box, boxes_of

_SHADES: Final = tuple(range(256))
_DARK: Final = 110
_OWN: Final = 30
"""Ink of a pixel: of what was written, and of what is printed."""
_NEAR: Final = 3
"""Pixels around print in which its own ink may lie."""
_CELL: Final = 6
"""Pixels of the side of a cell: ink in cells that touch is of one hand."""
_HELD: Final = 18
"""Mean ink of a cell that holds something."""
_SPECK: Final = 22
"""Pixels of ink that may be dust."""
_ASIDE: Final = 3
"""Cells around ink that belong to it."""
_BESIDE: Final = 36
"""Pixels around what was written or stamped in which pieces of ink belong to it."""
_LARGE: Final = _CELL * (10 + 2 * _ASIDE)
"""Pixels: ink that reaches further was written or stamped."""
_LONG: Final = _CELL * (3 + 2 * _ASIDE)
"""Pixels, of ink three millimetres: what reaches further is no figure and no dot, and is of the pen that it lies by."""
_GAP: Final = 24
"""Pixels beside a letter that belong to its line."""


@dataclass(frozen=True, slots=True)
class StrangeInk:
    """The ink, and the boxes of its pieces: written or stamped, those in which a stroke goes on, and all others."""

    ink: Image.Image
    large: tuple[Box, ...]
    ends: tuple[Box, ...]
    others: tuple[Box, ...]

    def written_over(self, box: Box) -> bool:
        """Whether a pen or a stamp lies over a letter."""
        return any(_touch(one, box) for one in (*self.large, *self.ends))

    def written_beside(self, box: Box) -> bool:
        """Whether it lies over a letter or beside it, as a stroke along a line of print does."""
        return self.written_over(box) or any(_touch(one, _grown(box)) for one in self.large)


def strange_ink(printed: Image.Image, laid: Image.Image) -> StrangeInk:
    """What is seen beside the ink of the print, both as ink on nothing."""
    own = _shared(printed, _OWN).filter(ImageFilter.BoxBlur(_NEAR)).point([255 * (one > 2) for one in _SHADES])
    ink = ImageChops.subtract(_shared(laid, _DARK), own)
    # what a line of print cuts through is of one hand still
    cells = _shared(ink.reduce(_CELL), _HELD).filter(ImageFilter.MaxFilter(2 * _ASIDE + 1))
    boxes = [(_CELL * a, _CELL * b, _CELL * c, _CELL * d) for a, b, c, d in boxes_of(cells)]
    large = tuple(one for one in boxes if _reach(one) > _LARGE)
    ends = tuple(one for one in boxes if _LONG < _reach(one) <= _LARGE and _beside(one, large))
    return StrangeInk(ink, large, ends, tuple(one for one in boxes if one not in large and one not in ends))


def added(strange: StrangeInk, letters: Sequence[Box]) -> Iterator[Box]:
    """Where ink of the size of letters stands in a line, and the print has none."""
    lines = _lines(strange.ink.size, letters)
    for box in strange.others:
        inside = ImageChops.darker(strange.ink.crop(box), lines.crop(box))
        if inside.histogram()[255] >= _SPECK and not _beside(box, strange.large):
            yield box


# ---- inside


def _shared(picture: Image.Image, limit: int) -> Image.Image:
    """White where it is brighter than that, else black."""
    return picture.point([255 * (shade > limit) for shade in _SHADES])


def _reach(box: Box) -> int:
    return max(box[2] - box[0], box[3] - box[1])


def _beside(box: Box, large: Sequence[Box]) -> bool:
    return any(_touch(one, _grown(box)) for one in large)


def _grown(box: Box) -> Box:
    return box[0] - _BESIDE, box[1] - _BESIDE, box[2] + _BESIDE, box[3] + _BESIDE


def _touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _lines(size: tuple[int, int], letters: Sequence[Box]) -> Image.Image:
    """Where lines of letters run."""
    mask = Image.new("L", size, 0)
    pen = ImageDraw.Draw(mask)
    for left, top, right, bottom in letters:
        pen.rectangle((left - _GAP, top, right + _GAP, bottom), fill=255)
    return mask
