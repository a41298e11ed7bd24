"""Glyphs off their place, added to a TrueType program: marks stand where their letter wants them without a step."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import NamedTuple

_WORDS_AND_OFFSETS = 0x0003


class Placed(NamedTuple):
    """An outline of the font, moved by (x, y) and with a width of its own; font units."""

    glyph: int
    x: int
    y: int
    width: int


def with_moved_glyphs(program: bytes, places: Sequence[Placed]) -> tuple[int, bytes]:
    """The program with one more glyph for each place behind those that it has, and the number of the first."""
    from fontTools.ttLib import TTFont
    from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

    font = TTFont(io.BytesIO(program), recalcTimestamp=False)
    order, outlines, metrics = font.getGlyphOrder(), font["glyf"], font["hmtx"]
    names = [f"moved{number:05d}" for number in range(len(places))]
    for name, placed in zip(names, places, strict=True):
        part = GlyphComponent()
        part.glyphName, part.x, part.y, part.flags = order[placed.glyph], placed.x, placed.y, _WORDS_AND_OFFSETS
        composite = Glyph()
        composite.numberOfContours, composite.components = -1, [part]
        outlines.glyphs[name] = composite
        metrics[name] = (0, 0)
    font.setGlyphOrder([*order, *names])
    outlines.setGlyphOrder(font.getGlyphOrder())
    for name, placed in zip(names, places, strict=True):
        outlines[name].recalcBounds(outlines)
        metrics[name] = (placed.width, outlines[name].xMin)
    out = io.BytesIO()
    font.save(out)
    return len(order), out.getvalue()
