"""The font program of a document: every outline as the font file has it, at the number that stands in the text."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from desktop_app.printing.engine.typesetting.fonts import PlacedOutline
from desktop_app.printing.engine.typesetting.style import Weight
from desktop_app.printing.engine.typesetting.truetype_program import truetype_program
from tests.printing import made_papers

FACE = made_papers.fonts().faces[Weight.REGULAR]
SOURCE = TTFont(made_papers.REGULAR)


def _plain(glyph: int) -> PlacedOutline:
    return PlacedOutline(glyph, 0, 0, FACE.advance(glyph))


def _program(glyphs: list[PlacedOutline]) -> TTFont:
    return TTFont(BytesIO(truetype_program(FACE.opened, glyphs)), checkChecksums=2)


def _drawn(font: TTFont, number: int) -> list[Any]:
    pen = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[font.getGlyphName(number)].draw(pen)
    return list(pen.value)


def test_every_glyph_of_the_font_is_drawn_as_before_at_its_new_number() -> None:
    count = SOURCE["maxp"].numGlyphs
    order = list(range(count - 1, 0, -1))
    program = _program([_plain(glyph) for glyph in order])
    for number, glyph in enumerate(order, 1):
        assert _drawn(program, number) == _drawn(SOURCE, glyph)
        metrics = SOURCE["hmtx"][SOURCE.getGlyphName(glyph)]
        assert program["hmtx"][program.getGlyphName(number)][0] == metrics[0] or glyph == FACE.thin
    assert _drawn(program, 0) == _drawn(SOURCE, 0)


def test_a_glyph_that_comes_twice_and_the_parts_of_one_are_there() -> None:
    hamza = SOURCE.getGlyphID(SOURCE.getBestCmap()[0x624])
    assert SOURCE["glyf"][SOURCE.getGlyphName(hamza)].isComposite()
    letter = SOURCE.getGlyphID(SOURCE.getBestCmap()[0x633])
    program = _program([_plain(hamza), _plain(letter), _plain(hamza), _plain(letter)])
    for first, second, glyph in ((1, 3, hamza), (2, 4, letter)):
        assert _drawn(program, first) == _drawn(program, second) == _drawn(SOURCE, glyph)
    assert program["maxp"].numGlyphs == 5 + 2


def test_a_moved_glyph_and_one_behind_a_stroke_stand_where_they_are_told() -> None:
    letter = SOURCE.getGlyphID(SOURCE.getBestCmap()[0x633])
    stroke = SOURCE.getGlyphID(SOURCE.getBestCmap()[0x640])
    program = _program([PlacedOutline(letter, -30, 50, 4), PlacedOutline(letter, 0, 0, 3000, 500, stroke)])
    left, low, right, high = _box(SOURCE, letter)
    assert _box(program, 1) == (left - 30, low + 50, right - 30, high + 50)
    assert _box(program, 2)[2] == right + 500
    assert _box(program, 2)[0] <= 0
    for number, width in ((1, 4), (2, 3000)):
        outline = program["glyf"][program.getGlyphName(number)]
        told = (outline.xMin, outline.yMin, outline.xMax, outline.yMax)
        assert all(abs(one - other) <= 1 for one, other in zip(told, _box(program, number), strict=True))
        assert program["hmtx"][program.getGlyphName(number)] == (width, outline.xMin)


def test_room_that_a_reader_has_to_keep_is_enough() -> None:
    letter = SOURCE.getGlyphID(SOURCE.getBestCmap()[0x633])
    stroke = SOURCE.getGlyphID(SOURCE.getBestCmap()[0x640])
    program = _program([PlacedOutline(letter, 0, 0, 9000, 8000, stroke)])
    told = program["maxp"]
    said = {name: getattr(told, name) for name in _LIMITS}
    told.recalc(program)
    assert all(getattr(told, name) <= said[name] for name in _LIMITS)


_LIMITS = (
    "maxPoints",
    "maxContours",
    "maxCompositePoints",
    "maxCompositeContours",
    "maxComponentElements",
    "maxComponentDepth",
)


def _box(font: TTFont, number: int) -> tuple[float, ...]:
    pen = BoundsPen(font.getGlyphSet())
    font.getGlyphSet()[font.getGlyphName(number)].draw(pen)
    assert pen.bounds is not None
    return tuple(pen.bounds)
