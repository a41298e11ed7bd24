"""A letter that the font draws in several glyphs is said once, drawn whole, and adds nothing to the text layer."""

from __future__ import annotations

from functools import reduce
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.misc.arrayTools import unionRect
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

from desktop_app.domain.errors import RuleBroken
from desktop_app.printing.engine.typesetting.embed import EmbeddedFont
from desktop_app.printing.engine.typesetting.fonts import FontFace
from desktop_app.printing.engine.typesetting.shape import Glyph, shape
from desktop_app.printing.engine.typesetting.style import Weight
from tests.printing import made_papers
from tests.printing.oracles import extractors
from tests.printing.typesetting.test_chosen_fonts import postscript

FACE = made_papers.fonts().faces[Weight.REGULAR]
SCANNED = [chr(code) for first, end in ((0x100, 0x400), (0x1E00, 0x2000)) for code in range(first, end)]
"""Latin and Greek letters with marks: the font has some of them, and the parts of others."""
SPLIT = "ǗḈẤ῭"
JOINER = "\u200d"


def _said(letter: str, right_to_left: bool) -> tuple[Glyph, ...]:
    try:
        shaped = shape(FACE, letter, 0, 1, right_to_left, "Arab" if right_to_left else "Latn")
    except RuleBroken:
        return ()
    return tuple(glyph for glyph in shaped.glyphs if glyph.character not in "\u200e\u200f\u061c")


@pytest.mark.parametrize("right_to_left", [False, True])
def test_every_letter_is_said_once(right_to_left: bool) -> None:
    found = {letter: glyphs for letter in SCANNED if (glyphs := _said(letter, right_to_left))}
    assert {letter: glyphs for letter, glyphs in found.items() if [one.character for one in glyphs] != [letter]} == {}
    split = {letter: glyph for letter, (glyph,) in found.items() if glyph.parts}
    assert len(split) > 50
    assert set(SPLIT) <= set(split)
    # the letter is said where it has its width, not by its mark
    assert all(glyph.advance == FACE.advance(glyph.index) > 0 for glyph in split.values())


def _box(font: TTFont, number: int) -> tuple[float, ...]:
    pen = BoundsPen(font.getGlyphSet())
    font.getGlyphSet()[font.getGlyphName(number)].draw(pen)
    return tuple(pen.bounds)


@pytest.mark.parametrize("outlines", ["TrueType", "PostScript"])
@pytest.mark.parametrize("letter", SPLIT)
def test_all_of_it_is_drawn(letter: str, outlines: str) -> None:
    content = made_papers.REGULAR.read_bytes() if outlines == "TrueType" else postscript()
    face = FontFace.of(content, "Proof")
    (glyph,) = shape(face, letter, 0, 1, False, "Latn").glyphs
    embedded = EmbeddedFont(face, "F1")
    code, width = embedded.moved_code(glyph, 0)
    _key, program, _entries = embedded.program()
    source = TTFont(made_papers.REGULAR)
    drawn = [(glyph.index, glyph.x, glyph.y), *glyph.parts]
    boxes = [(left + x, low + y, right + x, high + y)
             for index, x, y in drawn for left, low, right, high in [_box(source, index)]]  # fmt: skip
    wanted, scale = reduce(unionRect, boxes), 1.0
    if outlines == "TrueType":
        found = _box(TTFont(BytesIO(program)), code)
    else:
        found, scale = _compact(program, code), 1000 / face.units
    assert all(abs(one - other * scale) <= 2 for one, other in zip(found, wanted, strict=True))
    assert width == face.advance(glyph.index)


def _compact(program: bytes, code: int) -> tuple[float, ...]:
    from fontTools.cffLib import CFFFontSet

    fonts = CFFFontSet()
    fonts.decompile(BytesIO(program), None)
    outlines = fonts[0].CharStrings
    return tuple(outlines[list(outlines.keys())[code]].calcBounds(None))


def test_the_text_of_the_paper_is_that_of_the_source() -> None:
    texts = [f"متن {letter} پایان" for letter in SPLIT] + [f"Text {letter}b end" for letter in SPLIT]
    read = extractors.pdfium(made_papers.paragraphs(texts, made_papers.ONE_LINE), Path())
    assert JOINER not in read
    assert all(letter in read for letter in SPLIT)
    assert all(f"{letter}b" in read for letter in SPLIT)
