"""TrueType files in their bytes (ISO/IEC 14496-22): outlines as they lie there, outlines made of parts, and a file."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from desktop_app.printing.typesetting.harfbuzz import OpenedFont

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
    """The outlines of a font by the numbers of its glyphs."""

    places: tuple[int, ...]
    unit: int
    """How many bytes a place counts."""
    bodies: bytes

    @classmethod
    def of(cls, font: OpenedFont) -> Outlines:
        """Those of an opened font."""
        table = font.table("loca")
        long = font.table("head")[51]
        places = struct.unpack(f">{len(table) // 4}L" if long else f">{len(table) // 2}H", table)
        return cls(places, 1 if long else 2, font.table("glyf"))

    def body(self, glyph: int) -> bytes:
        """The bytes of an outline, filled up to an even number; none for a blank."""
        body = self.bodies[self.places[glyph] * self.unit : self.places[glyph + 1] * self.unit]
        return body + b"\0" if len(body) & 1 else body

    def box(self, glyph: int) -> Box:
        """Where the ink is."""
        body = self.body(glyph)
        if not body:
            return 0, 0, 0, 0
        left, low, right, high = struct.unpack_from(">4h", body, 2)
        return left, low, right, high


class GlyphComponent(NamedTuple):
    """A glyph that another is made of: where it stands, and how much wider it is drawn."""

    glyph: int
    x: int
    y: int
    factor: float = 1.0


def composite(parts: Sequence[GlyphComponent], box: Box) -> bytes:
    """An outline made of others."""
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
    """An outline as it is, but for the numbers of the glyphs that it is made of."""
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
    """A file of the tables; the sum in ``head`` is made anew."""
    tables = {**tables, "head": _summed_up(tables["head"], 0)}
    head, body = _joined(tables)
    rest = (_MAGIC - _sum(head) - _sum(body)) % (1 << 32)
    return head + _joined({**tables, "head": _summed_up(tables["head"], rest)})[1]


def _joined(tables: Mapping[str, bytes]) -> tuple[bytes, bytes]:
    """The directory and the tables behind it, each at a place that four divides."""
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
