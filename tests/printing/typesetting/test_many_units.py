"""Fonts of many units to the em (16,384 are legal): what their 16-bit fields cannot hold leaves the file sound."""

from __future__ import annotations

import io
from functools import cache
from io import BytesIO

import pikepdf
import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

from desktop_app.domain.documents.appearance import Typography
from desktop_app.printing.engine.layout.flow import Paper, render
from desktop_app.printing.engine.layout.paragraph import FaParagraph
from desktop_app.printing.engine.typesetting.embed import EmbeddedFont
from desktop_app.printing.engine.typesetting.fonts import FontFace, FontSet, PlacedOutline
from desktop_app.printing.engine.typesetting.shape import Glyph
from desktop_app.printing.engine.typesetting.style import MM, Align, Weight
from desktop_app.printing.engine.typesetting.truetype_program import truetype_program
from desktop_app.printing.engine.typesetting.typesetter import TATWEEL, Typesetter
from desktop_app.printing.pages import PageReader
from tests.printing import made_papers
from tests.printing.oracles import stream
from tests.whole import deciding

MARK, MANY = "\u064e", 200
PILE = "ب" + MARK * MANY + " متن"
SET = "کمیتهٔ راهبری موظف است گزارشِ پیشرفتِ هر فصل را تا پایانِ ماهِ بعد بفرستد و همهٔ دستگاه‌ها در نشست‌ها شرکت کنند. " * 3
NARROW = (110 * MM, 297 * MM)
"""Lines so short that words have to grow."""
# the most that is legal is what overflows 16 bits first
many_units = pytest.mark.parametrize("units", deciding([4096, 16_384], {16_384}))


@cache
def font_of(units: int) -> bytes:
    """A bundled cut with another number of units to the em."""
    font = TTFont(made_papers.REGULAR)
    scale_upem(font, units)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def _fonts(units: int) -> FontSet:
    face = FontFace.of(font_of(units), "Proof")
    assert face.units == units
    return FontSet(dict.fromkeys(Weight, face))


def _printed(units: int, text: str, *, kashida: bool = True) -> bytes:
    setter = Typesetter(_fonts(units), Typography(kashida=kashida))
    return render(setter, [FaParagraph(setter, text, made_papers.style(Align.JUSTIFY))], Paper(size=NARROW)).pdf


def program(pdf: bytes) -> TTFont:
    """The font program inside; its boxes as they are told."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        (found,) = [one for one in opened.objects if isinstance(one, pikepdf.Dictionary) and "/FontFile2" in one]
        content = found.FontFile2.read_bytes()
    return TTFont(BytesIO(content), checkChecksums=2, recalcBBoxes=False)


def _outlines(program: TTFont) -> list[list[tuple[float, float]]]:
    """The points of every glyph in ems."""
    units, found, glyphs = program["head"].unitsPerEm, [], program.getGlyphSet()
    for name in program.getGlyphOrder():
        pen = DecomposingRecordingPen(glyphs)
        glyphs[name].draw(pen)
        found.append([(x / units, y / units) for _, points in pen.value for x, y in filter(None, points)])
    return found


@many_units
def test_text_looks_as_with_the_usual_number(units: int) -> None:
    reader, files = PageReader(), (_printed(2048, SET), _printed(units, SET), _printed(units, SET, kashida=False))
    usual, scaled, short = (reader.open(pdf).pixels(0, 900).bgra for pdf in files)
    reader.close()
    assert usual == scaled
    assert scaled != short, "no word of it grows"


@many_units
def test_hundreds_of_marks_leave_the_file_sound_and_the_first_of_them_in_their_places(units: int) -> None:
    usual, scaled = (_outlines(program(_printed(one, PILE))) for one in (2048, units))
    assert len(usual) == len(scaled)
    near = 0
    for wanted, found in zip(usual, scaled, strict=True):
        assert len(wanted) == len(found)
        if all(abs(y) < 1.9 for _, y in wanted):
            near += 1
            for one, other in zip(wanted, found, strict=True):
                assert one == pytest.approx(other, abs=0.002)
    assert near > 8
    assert all(max(abs(x), abs(y)) * units < 0x8000 for points in scaled for x, y in points)
    assert "".join(glyph.text for glyph in stream.read(_printed(units, PILE))[0].glyphs).count(MARK) == MANY


def test_a_letter_behind_a_stroke_is_no_wider_than_the_field_of_widths_holds() -> None:
    font = TTFont(BytesIO(font_of(16_384)))
    seen = font.getBestCmap()[ord("س")]
    font["hmtx"][seen] = (62_000, font["hmtx"][seen][1])
    out = io.BytesIO()
    font.save(out)
    face = FontFace.of(out.getvalue(), "Proof")
    embedded, tail = EmbeddedFont(face, "F1"), 7_000
    glyph = Glyph(font.getGlyphID(seen), "س", 62_000 + tail, 0, 0, tail=tail)
    code, width = embedded.moved_code(glyph, face.opened.glyph(TATWEEL))
    program = TTFont(BytesIO(embedded.program()[1]), checkChecksums=2, recalcBBoxes=False)
    told = program["hmtx"][program.getGlyphName(code)][0]
    assert told == width < 62_000 + tail, "the pen goes the rest of the way without the font"
    assert embedded.width(code) == pytest.approx(told * 1000 / 16_384)
    right = max(x for x, _ in _outlines(program)[code]) * 16_384
    assert right == pytest.approx(font["glyf"][seen].xMax + tail, abs=1)


def test_a_box_that_the_format_cannot_hold_is_told_as_far_as_it_can() -> None:
    font = TTFont(BytesIO(font_of(16_384)))
    face = FontFace.of(font_of(16_384), "Proof")
    wide = max(font["glyf"].glyphs, key=lambda name: getattr(font["glyf"][name], "xMax", 0))
    tail = 0x7FFF - font["glyf"][wide].xMax + 1_000
    placed = PlacedOutline(font.getGlyphID(wide), 0, 0, 60_000, tail, face.opened.glyph(TATWEEL))
    program = TTFont(BytesIO(truetype_program(face.opened, [placed])), recalcBBoxes=False)
    assert program["glyf"][program.getGlyphName(1)].xMax == 0x7FFF
    assert max(x for x, _ in _outlines(program)[1]) * 16_384 == pytest.approx(0x7FFF + 1_000, abs=1)
