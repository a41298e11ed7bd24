"""Glyphs known by their outlines: which of a font file's glyphs one of an embedded program is, whatever its number."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

Found = tuple[int, float, float]
"""The number of a glyph in the font file, and how far it was moved right and up, in thousandths of the em."""
UNKNOWN = (-1, 0.0, 0.0)
_Ink = tuple[Any, ...]
_Written = tuple[Any, ...]
_STROKE = 0x640
_COMPOSITE = b"\xff\xff"
_WORDS, _MORE = 0x01, 0x20
_SCALES = ((0x08, 2), (0x40, 4), (0x80, 8))
"""Flags of a part: its place in words, another part follows, and the bytes of its scale."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A font file. Of glyphs with equal ink and width the lowest number stands for all."""

    lowest: dict[_Ink, int]
    alike: dict[int, int]
    stroke: int
    met: dict[_Written, Found] = field(default_factory=dict)
    """What a glyph was found to be, by what is written of it: programs have most of their glyphs in common."""


@cache
def reference(path: Path) -> Reference:
    """Read a font file once."""
    font = TTFont(path)
    lowest: dict[_Ink, int] = {}
    # the glyph for what is missing may be blank too, and no blank is to be taken for it
    drawn = range(1, len(font.getGlyphOrder()))
    alike = {0: 0} | {number: lowest.setdefault(_ink(font, number), number) for number in drawn}
    return Reference(lowest, alike, alike[font.getGlyphID(font.getBestCmap()[_STROKE])])


def glyphs(program: TTFont, known: Reference) -> dict[int, Found]:
    """What each glyph of an embedded program is; one that the font file does not have is unknown."""
    drawn = written(program)
    found = {}
    for number in drawn:
        key = _written(program, number, drawn)
        if key not in known.met:
            known.met[key] = _found(program, number, known)
        found[number] = known.met[key]
    return found


def written(font: TTFont) -> dict[int, bytes]:
    """The bytes of each glyph, of which nothing was read yet."""
    table = font.reader["glyf"]
    places = font["loca"].locations
    return {number: table[places[number] : places[number + 1]] for number in range(len(places) - 1)}


def _written(program: TTFont, number: int, drawn: dict[int, bytes]) -> _Written:
    """The width of a glyph with its bytes; in a composite one, what is written of its parts instead of their numbers,
    which each program has for itself (ISO/IEC 14496-22, glyf)."""
    width, own = program["hmtx"][program.getGlyphName(number)][0], drawn[number]
    if own[:2] != _COMPOSITE:
        return width, own
    parts: list[_Written] = []
    at, flags = 10, _MORE
    while flags & _MORE:
        flags, part = struct.unpack_from(">HH", own, at)
        scale = next((size for flag, size in _SCALES if flags & flag), 0)
        end = at + 4 + (4 if flags & _WORDS else 2) + scale
        parts += [(flags, own[at + 4 : end]), _written(program, part, drawn)]
        at = end
    return width, *parts


def _found(program: TTFont, number: int, known: Reference) -> Found:
    ink = _ink(program, number)
    if ink in known.lowest:
        return known.lowest[ink], 0.0, 0.0
    outline = program["glyf"][program.getGlyphName(number)]
    if outline.numberOfContours != -1:
        return UNKNOWN
    *strokes, part = outline.components
    if any(_found(program, program.getGlyphID(stroke.glyphName), known)[0] != known.stroke for stroke in strokes):
        return UNKNOWN
    glyph = _found(program, program.getGlyphID(part.glyphName), known)[0]
    scale = 1000 / program["head"].unitsPerEm
    return glyph, 0.0 if strokes else part.x * scale, part.y * scale


def _ink(font: TTFont, number: int) -> _Ink:
    """Points, ends of contours and width; all blanks are alike."""
    name = font.getGlyphName(number)
    points, ends, _ = font["glyf"][name].getCoordinates(font["glyf"])
    return (points.array.tobytes(), tuple(ends), font["hmtx"][name][0]) if points else ()
