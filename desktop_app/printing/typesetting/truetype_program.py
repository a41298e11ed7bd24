"""A font program of TrueType outlines in which glyph number and character code are one and the same."""

from __future__ import annotations

import math
import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from desktop_app.printing.typesetting.harfbuzz import OpenedFont
from desktop_app.printing.typesetting.placed import Placed
from desktop_app.printing.typesetting.true_type import (
    Box,
    GlyphComponent,
    Outlines,
    composite,
    parts_renamed,
    whole_file,
)

_KEPT: Final = ("cvt ", "fpgm", "prep")
"""What the instructions of outlines need; nothing else of the font helps a reader of the document."""
_MOST: Final = 0xFFFF
_LOWEST, _HIGHEST = -0x8000, 0x7FFF
"""Where the format has places for ink."""


def truetype_program(font: OpenedFont, glyphs: Sequence[Placed]) -> bytes:
    """A TrueType file of glyph 0, then ``glyphs`` in their order, then what they are made of.

    A glyph may come twice; equal input gives equal bytes.
    """
    program = _Program(font, glyphs)
    bodies = program.bodies()
    metrics = b"".join(program.metric(number, body) for number, body in enumerate(bodies))
    places, end = [0], 0
    for body in bodies:
        end += len(body)
        places.append(end)
    tables = {
        "head": _with(font.table("head"), {50: 1}),
        "hhea": _with(font.table("hhea"), {34: len(bodies)}),
        "maxp": _limits(font.table("maxp"), len(bodies), program.most_parts),
        "hmtx": metrics,
        "loca": struct.pack(f">{len(places)}L", *places),
        "glyf": b"".join(bodies),
    }
    return whole_file(tables | {tag: found for tag in _KEPT if (found := font.table(tag))})


@dataclass(slots=True)
class _Program:
    """Which number each glyph of the font has among those of the program."""

    font: OpenedFont
    glyphs: Sequence[Placed]
    most_parts: int = 0
    _outlines: Outlines = field(init=False)
    _homes: dict[int, int] = field(init=False)
    _behind: list[int] = field(init=False, default_factory=list)
    """Glyphs that others are made of and that no code stands for."""

    def __post_init__(self) -> None:
        self._outlines = Outlines.of(self.font)
        self._homes = {0: 0}
        for number, placed in enumerate(self.glyphs, 1):
            if not placed.moved:
                self._homes.setdefault(placed.glyph, number)

    def bodies(self) -> list[bytes]:
        """The outline of each glyph, at an even place."""
        found = [self._copy(0)]
        found += [self._body(number, placed) for number, placed in enumerate(self.glyphs, 1)]
        for glyph in self._behind:  # grows while it is gone through
            found.append(self._copy(glyph))
        return found

    def metric(self, number: int, body: bytes) -> bytes:
        """Width and left edge."""
        left = int.from_bytes(body[2:4], "big", signed=True) if body else 0
        if 1 <= number <= len(self.glyphs):
            return struct.pack(">Hh", self.glyphs[number - 1].width, left)
        glyph = self._behind[number - len(self.glyphs) - 1] if number else 0
        return struct.pack(">Hh", self.font.advance(glyph), left)

    def _home(self, glyph: int) -> int:
        if glyph not in self._homes:
            self._homes[glyph] = len(self.glyphs) + 1 + len(self._behind)
            self._behind.append(glyph)
        return self._homes[glyph]

    def _copy(self, glyph: int) -> bytes:
        return parts_renamed(self._outlines.body(glyph), self._home)

    def _body(self, number: int, placed: Placed) -> bytes:
        body = b"" if placed.made else self._outlines.body(placed.glyph)
        if not body:
            return b""
        simple = body[0] < 0x80  # the number of contours is not below 0
        if not placed.moved and (self._homes[placed.glyph] == number or not simple):
            return self._copy(placed.glyph)
        return self._made(placed)

    def _made(self, placed: Placed) -> bytes:
        """The pieces of the stroke, then the outline itself with what is drawn beside it."""
        pieces = placed.strokes(self.font.advance(placed.stroke)) if placed.tail else []
        parts = [GlyphComponent(self._home(placed.stroke), round(place), 0, factor) for place, factor in pieces]
        left, low, right, high = self._outlines.box(placed.glyph)
        # a letter stays at its stroke; of marks that the format has no place for the last ones coincide
        x = placed.x + placed.tail if placed.tail else _held(placed.x, left, right)
        parts.append(GlyphComponent(self._home(placed.glyph), x, _held(placed.y, low, high)))
        for part in placed.parts:
            left, low, right, high = self._outlines.box(part.glyph)
            x, y = _held(part.x + placed.tail, left, right), _held(part.y, low, high)
            parts.append(GlyphComponent(self._home(part.glyph), x, y))
        drawn = [*[placed.stroke] * len(pieces), placed.glyph, *(part.glyph for part in placed.parts)]
        self.most_parts = max(self.most_parts, len(parts))
        return composite(parts, _around([self._outlines.box(glyph) for glyph in drawn], parts))


def _held(step: int, low: int, high: int) -> int:
    """The step of ink from ``low`` to ``high``, as far as the format has places for it."""
    return max(_LOWEST - low, min(step, _HIGHEST - high))


def _around(boxes: Sequence[Box], parts: Sequence[GlyphComponent]) -> Box:
    """The box round all parts where they stand, as far as it can be told."""
    found = [
        (box[0] * part.factor + part.x, box[1] + part.y, box[2] * part.factor + part.x, box[3] + part.y)
        for box, part in zip(boxes, parts, strict=True)
    ]
    left, low, right, high = zip(*found, strict=True)
    box = math.floor(min(left)), min(low), math.ceil(max(right)), max(high)
    least, lowest, most, highest = (max(_LOWEST, min(side, _HIGHEST)) for side in box)
    return least, lowest, most, highest


def _limits(table: bytes, count: int, most_parts: int) -> bytes:
    """How much room a reader has to keep: with what is made of parts, one level and so many parts more."""
    points, contours, own_points, own_contours = struct.unpack_from(">4H", table, 6)
    elements, depth = struct.unpack_from(">2H", table, 28)
    times = max(most_parts, 1)
    changed = {
        4: count,
        10: min(max(points, own_points) * times, _MOST),
        12: min(max(contours, own_contours) * times, _MOST),
        28: max(elements, most_parts),
        30: depth + 1,
    }
    return _with(table, changed)


def _with(table: bytes, changed: dict[int, int]) -> bytes:
    """A table with other numbers of two bytes at some places."""
    made = bytearray(table)
    for place, value in changed.items():
        struct.pack_into(">H", made, place, value)
    return bytes(made)
