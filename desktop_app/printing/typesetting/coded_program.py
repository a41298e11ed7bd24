"""A font program of PostScript outlines in which glyph number and character code are one and the same."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.printing.typesetting.shaper import OpenedFont


def coded_program(font: OpenedFont, glyphs: Sequence[int], name: str) -> bytes:
    """A compact font (CFF) with an empty glyph 0, then ``glyphs`` in their order; the same glyph may come twice."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.t2CharStringPen import T2CharStringPen
    from fontTools.ttLib import TTFont

    names = [".notdef", *(f"g{code}" for code in range(1, len(glyphs) + 1))]
    outlines = {}
    for glyph_name, glyph in zip(names, [0, *glyphs], strict=True):
        pen = T2CharStringPen(font.advance(glyph), None)
        font.draw(glyph, pen)
        outlines[glyph_name] = pen.getCharString()
    build = FontBuilder(font.units, isTTF=False, font=TTFont(sfntVersion="OTTO", recalcTimestamp=False))
    build.setupGlyphOrder(names)
    scale = 1 / font.units
    build.setupCFF(name, {"FontMatrix": [scale, 0, 0, scale, 0, 0]}, outlines, {})
    return bytes(build.font["CFF "].compile(build.font))
