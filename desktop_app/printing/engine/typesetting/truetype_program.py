"""Embedded TrueType font program in which glyph number and character code are equal.

It is written from the bytes of a TrueType file (ISO/IEC 14496-22): outlines as they are, and outlines made of parts.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from desktop_app.printing.engine.typesetting.fonts import PlacedOutline
from desktop_app.printing.engine.typesetting.harfbuzz import OpenedFont

Box = tuple[int, int, int, int]
"""Left, bottom, right, top of the ink in font units."""

_WORDS: Final = 0x0001
_OFFSETS: Final = 0x0002
_ONE_SCALE: Final = 0x0008
_MORE: Final = 0x0020
_TWO_SCALES: Final = 0x0040
_MATRIX: Final = 0x0080
_UNIT: Final = 1 << 14
_HEAD: Final = 10
"""Bytes before an outline: the number of its contours and its box."""
_MAGIC: Final = 0xB1B0AFBA
"""What the words of a whole file add up to."""
_VERSION: Final = 0x00010000


@dataclass(frozen=True, slots=True)
class Outlines:
    """Outlines of a font by glyph number."""

    places: tuple[int, ...]
    unit: int
    """How many bytes a place counts."""
    bodies: bytes

    @classmethod
    def of(cls, font: OpenedFont) -> Outlines:
        """Return the outlines of an opened font."""
        table = font.table("loca")
        long = font.table("head")[51]
        places = struct.unpack(f">{len(table) // 4}L" if long else f">{len(table) // 2}H", table)
        return cls(places, 1 if long else 2, font.table("glyf"))

    def body(self, glyph: int) -> bytes:
        """Return the bytes of an outline, padded to an even length; empty for a blank."""
        body = self.bodies[self.places[glyph] * self.unit : self.places[glyph + 1] * self.unit]
        return body + b"\0" if len(body) & 1 else body

    def box(self, glyph: int) -> Box:
        """Return the bounding box of the ink."""
        body = self.body(glyph)
        if not body:
            return 0, 0, 0, 0
        left, low, right, high = struct.unpack_from(">4h", body, 2)
        return left, low, right, high


class GlyphComponent(NamedTuple):
    """A component of a composite glyph: its glyph, offset and horizontal scale."""

    glyph: int
    x: int
    y: int
    factor: float = 1.0


def composite(parts: Sequence[GlyphComponent], box: Box) -> bytes:
    """Return a composite outline."""
    made = [struct.pack(">5h", -1, *box)]
    for number, part in enumerate(parts, 1):
        flags = _WORDS | _OFFSETS | (_MORE if number < len(parts) else 0)
        if part.factor == 1:
            made.append(struct.pack(">2H2h", flags, part.glyph, part.x, part.y))
        else:
            wide = round(part.factor * _UNIT)
            made.append(struct.pack(">2H4h", flags | _TWO_SCALES, part.glyph, part.x, part.y, wide, _UNIT))
    return b"".join(made)


def parts_renamed(body: bytes, renamed: Callable[[int], int]) -> bytes:
    """Return an outline with new numbers of its components."""
    if not body or body[0] < 0x80:
        return body
    made, at, flags = bytearray(body), _HEAD, _MORE
    while flags & _MORE:
        flags, glyph = struct.unpack_from(">2H", body, at)
        struct.pack_into(">H", made, at + 2, renamed(glyph))
        at += 4 + (4 if flags & _WORDS else 2)
        at += 2 if flags & _ONE_SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0
    return bytes(made)


def whole_file(tables: Mapping[str, bytes]) -> bytes:
    """Return a font file of the tables; the checksum in ``head`` is computed again."""
    tables = {**tables, "head": _summed_up(tables["head"], 0)}
    head, body = _joined(tables)
    rest = (_MAGIC - _sum(head) - _sum(body)) % (1 << 32)
    return head + _joined({**tables, "head": _summed_up(tables["head"], rest)})[1]


def _joined(tables: Mapping[str, bytes]) -> tuple[bytes, bytes]:
    """Return the directory and the tables after it, each aligned to four bytes."""
    count = len(tables)
    most = 1 << (count.bit_length() - 1)
    rows = [struct.pack(">L4H", _VERSION, count, most * 16, most.bit_length() - 1, (count - most) * 16)]
    bodies, at = [], 12 + 16 * count
    for tag in sorted(tables):
        table = tables[tag]
        filled = table + bytes(-len(table) % 4)
        rows.append(struct.pack(">4s3L", tag.encode("ascii"), _sum(filled), at, len(table)))
        bodies.append(filled)
        at += len(filled)
    return b"".join(rows), b"".join(bodies)


def _summed_up(head: bytes, rest: int) -> bytes:
    return head[:8] + rest.to_bytes(4, "big") + head[12:]


def _sum(content: bytes) -> int:
    words: tuple[int, ...] = struct.unpack(f">{len(content) // 4}L", content)
    return sum(words) % (1 << 32)


_KEPT: Final = ("cvt ", "fpgm", "prep")
"""What the instructions of outlines need; nothing else of the font helps a reader of the document."""
_MOST: Final = 0xFFFF
_LOWEST, _HIGHEST = -0x8000, 0x7FFF
"""Where the format has places for ink."""


def truetype_program(font: OpenedFont, glyphs: Sequence[PlacedOutline]) -> bytes:
    """Return a TrueType file of glyph 0, then ``glyphs`` in order, then their components.

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
        "head": _table_with_values(font.table("head"), {50: 1}),
        "hhea": _table_with_values(font.table("hhea"), {34: len(bodies)}),
        "maxp": _limits(font.table("maxp"), len(bodies), program.most_parts),
        "hmtx": metrics,
        "loca": struct.pack(f">{len(places)}L", *places),
        "glyf": b"".join(bodies),
    }
    return whole_file(tables | {tag: found for tag in _KEPT if (found := font.table(tag))})


@dataclass(slots=True)
class _Program:
    """Numbers of the font's glyphs in the program."""

    font: OpenedFont
    glyphs: Sequence[PlacedOutline]
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
        """Return the outline of each glyph, padded to an even length."""
        found = [self._copy(0)]
        found += [self._body(number, placed) for number, placed in enumerate(self.glyphs, 1)]
        for glyph in self._behind:  # grows while it is gone through
            found.append(self._copy(glyph))
        return found

    def metric(self, number: int, body: bytes) -> bytes:
        """Return width and left edge of a glyph."""
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

    def _body(self, number: int, placed: PlacedOutline) -> bytes:
        body = b"" if placed.made else self._outlines.body(placed.glyph)
        if not body:
            return b""
        simple = body[0] < 0x80  # the number of contours is not below 0
        if not placed.moved and (self._homes[placed.glyph] == number or not simple):
            return self._copy(placed.glyph)
        return self._made(placed)

    def _made(self, placed: PlacedOutline) -> bytes:
        """Return a composite of the stroke pieces, the outline and its additional parts."""
        pieces = placed.strokes(self.font.advance(placed.stroke)) if placed.tail else []
        parts = [GlyphComponent(self._home(placed.stroke), round(place), 0, factor) for place, factor in pieces]
        left, low, right, high = self._outlines.box(placed.glyph)
        # a letter stays at its stroke; of marks that the format has no place for the last ones coincide
        x = placed.x + placed.tail if placed.tail else _limited_offset(placed.x, left, right)
        parts.append(GlyphComponent(self._home(placed.glyph), x, _limited_offset(placed.y, low, high)))
        for part in placed.parts:
            left, low, right, high = self._outlines.box(part.glyph)
            x, y = _limited_offset(part.x + placed.tail, left, right), _limited_offset(part.y, low, high)
            parts.append(GlyphComponent(self._home(part.glyph), x, y))
        drawn = [*[placed.stroke] * len(pieces), placed.glyph, *(part.glyph for part in placed.parts)]
        self.most_parts = max(self.most_parts, len(parts))
        return composite(parts, _bounding_box([self._outlines.box(glyph) for glyph in drawn], parts))


def _limited_offset(step: int, low: int, high: int) -> int:
    """Return the offset of the ink between ``low`` and ``high``, limited to the range of the format."""
    return max(_LOWEST - low, min(step, _HIGHEST - high))


def _bounding_box(boxes: Sequence[Box], parts: Sequence[GlyphComponent]) -> Box:
    """Return the box around all parts at their positions."""
    found = [
        (box[0] * part.factor + part.x, box[1] + part.y, box[2] * part.factor + part.x, box[3] + part.y)
        for box, part in zip(boxes, parts, strict=True)
    ]
    left, low, right, high = zip(*found, strict=True)
    box = math.floor(min(left)), min(low), math.ceil(max(right)), max(high)
    least, lowest, most, highest = (max(_LOWEST, min(side, _HIGHEST)) for side in box)
    return least, lowest, most, highest


def _limits(table: bytes, count: int, most_parts: int) -> bytes:
    """Return the ``maxp`` table with limits for composite glyphs."""
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
    return _table_with_values(table, changed)


def _table_with_values(table: bytes, changed: dict[int, int]) -> bytes:
    """Return a table with changed two-byte numbers."""
    made = bytearray(table)
    for place, value in changed.items():
        struct.pack_into(">H", made, place, value)
    return bytes(made)
