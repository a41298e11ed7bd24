"""A font program of PostScript outlines in which glyph number and character code are one and the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_app.printing.typesetting.harfbuzz import OpenedFont
from desktop_app.printing.typesetting.placed import Placed

if TYPE_CHECKING:
    from fontTools.cffLib import TopDict

_UNITS = 1000


def cff_program(font: OpenedFont, glyphs: Sequence[Placed], name: str) -> bytes:
    """A compact font (CFF, keyed by CID) of glyph 0, then ``glyphs`` with their places in their order.

    A glyph may come twice.

    It has 1000 units to the em, whatever the font has: validators of archives know no other measure here.
    """
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.t2CharStringPen import T2CharStringPen
    from fontTools.pens.transformPen import TransformPen

    names = [".notdef", *(f"cid{code:05d}" for code in range(1, len(glyphs) + 1))]
    outlines, scale = {}, _UNITS / font.units
    for glyph_name, placed in zip(names, [Placed(0, 0, 0, font.advance(0)), *glyphs], strict=True):
        pen = T2CharStringPen(round(placed.width * scale), None)
        for place, factor in placed.strokes(font.advance(placed.stroke)):
            font.draw(placed.stroke, TransformPen(pen, (scale * factor, 0, 0, scale, place * scale, 0)))
        right = (placed.x + placed.tail) * scale
        if not placed.made:
            font.draw(placed.glyph, TransformPen(pen, (scale, 0, 0, scale, right, placed.y * scale)))
        for part in placed.parts:
            beside = (part.x + placed.tail) * scale
            font.draw(part.glyph, TransformPen(pen, (scale, 0, 0, scale, beside, part.y * scale)))
        outlines[glyph_name] = pen.getCharString()
    build = FontBuilder(_UNITS, isTTF=False)
    build.setupGlyphOrder(names)
    build.setupCFF(name, {}, outlines, {})
    table = build.font["CFF "]
    _key_by_cid(table.cff.topDictIndex[0], len(names))
    return bytes(table.compile(build.font))


def _key_by_cid(top: TopDict, count: int) -> None:
    """Give the program the registry that a CID font has to have, with one private part for all glyphs."""
    from fontTools.cffLib import FDArrayIndex, FDSelect, FontDict

    part = FontDict()
    part.Private = top.Private
    top.FDArray = FDArrayIndex()
    top.FDArray.append(part)
    top.FDSelect = FDSelect()
    top.FDSelect.format = 3
    top.FDSelect.gidArray = [0] * count
    top.CharStrings.fdArray, top.CharStrings.fdSelect = top.FDArray, top.FDSelect
    for outline in top.CharStrings.values():
        outline.fdSelectIndex = 0
    top.ROS = ("Adobe", "Identity", 0)
    top.CIDCount = count
    del top.Private
