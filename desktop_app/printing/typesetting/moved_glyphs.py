"""Glyphs off their place, added to a TrueType program: marks stand where their letter wants them without a step."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from fontTools.ttLib.tables._g_l_y_f import GlyphComponent

_WORDS_AND_OFFSETS = 0x0003


class Placed(NamedTuple):
    """An outline of the font, moved by (x, y) and with a width of its own; font units.

    Where ``tail`` is not 0, the outline stands right of a stroke of that length, made of the glyph ``stroke``.
    """

    glyph: int
    x: int
    y: int
    width: int
    tail: int = 0
    stroke: int = 0

    def strokes(self, advance: int) -> list[tuple[float, float]]:
        """(place, factor of its width) of each piece of the stroke; no piece is twice as wide as it was drawn."""
        count = -(-self.tail * 2 // (advance * 3)) if self.tail else 0
        return [(self.tail * number / count, self.tail / count / advance) for number in range(count)]


def with_moved_glyphs(program: bytes, places: Sequence[Placed]) -> tuple[int, bytes]:
    """The program with one more glyph for each place behind those that it has, and the number of the first."""
    from fontTools.ttLib import TTFont
    from fontTools.ttLib.tables._g_l_y_f import Glyph

    font = TTFont(io.BytesIO(program), recalcTimestamp=False)
    order, outlines, metrics = font.getGlyphOrder(), font["glyf"], font["hmtx"]
    names = [f"moved{number:05d}" for number in range(len(places))]
    for name, placed in zip(names, places, strict=True):
        composite = outlines.glyphs[name] = Glyph()
        metrics[name] = (placed.width, 0)
        composite.numberOfContours = 0
        if not outlines[order[placed.glyph]].numberOfContours:
            continue  # a blank
        parts = []
        for place, factor in placed.strokes(metrics[order[placed.stroke]][0]):
            parts.append(_part(order[placed.stroke], round(place), 0))
            parts[-1].transform = [[factor, 0], [0, 1]]
        parts.append(_part(order[placed.glyph], placed.x + placed.tail, placed.y))
        composite.numberOfContours, composite.components = -1, parts
    font.setGlyphOrder([*order, *names])
    outlines.setGlyphOrder(font.getGlyphOrder())
    for name, placed in zip(names, places, strict=True):
        if outlines[name].numberOfContours:
            outlines[name].recalcBounds(outlines)
            metrics[name] = (placed.width, outlines[name].xMin)
    out = io.BytesIO()
    font.save(out)
    return len(order), out.getvalue()


def _part(name: str, x: int, y: int) -> GlyphComponent:
    from fontTools.ttLib.tables._g_l_y_f import GlyphComponent

    part = GlyphComponent()
    part.glyphName, part.x, part.y, part.flags = name, x, y, _WORDS_AND_OFFSETS
    return part
