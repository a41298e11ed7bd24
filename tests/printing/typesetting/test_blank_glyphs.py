"""What nobody sees has no ink on paper, whatever a font draws for it: joiners, direction marks, blanks."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

import pytest
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.ttLib import TTFont

from desktop_app.domain.documents.appearance import Typography
from desktop_app.domain.errors import RuleBroken
from desktop_app.printing.engine.layout.flow import Paper, render
from desktop_app.printing.engine.layout.paragraph import FaParagraph
from desktop_app.printing.engine.script.letters import NO_BREAK
from desktop_app.printing.engine.typesetting.fonts import FontFace, FontSet
from desktop_app.printing.engine.typesetting.outline import outline
from desktop_app.printing.engine.typesetting.style import Weight
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.pages import PageReader
from tests.printing import made_papers
from tests.printing.oracles import pieces, proof, stream
from tests.printing.typesetting.test_chosen_fonts import postscript

JOINERS = (0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0xFEFF)
THIN_SPACES = (0x2006, 0x2009, 0x200A, 0x202F)
SPACES = (0x20, 0xA0)
TEXT = f"می\u200cشود (۲)، خانه\u200cُهای «نو»: ۱۲{NO_BREAK}٪ از GSB 2.4 تا ۱۴۰۲/۳/۸."
BAR = 0x7C
WHOLE_ONLY = 0x100

kinds = pytest.mark.parametrize("kind", ["TrueType", "PostScript"])


@cache
def barred(*codes: int, kind: str = "TrueType", width: int | None = 0, permission: int = 0) -> bytes:
    """The bundled font with a bar of ink for some characters; their ``width``, or that which they have."""
    font: Any = TTFont(made_papers.REGULAR if kind == "TrueType" else io.BytesIO(postscript()))
    names, bar = font.getBestCmap(), font.getBestCmap()[BAR]
    for code in codes:
        advance = font["hmtx"][names[code]][0] if width is None else width
        if kind == "TrueType":
            font["glyf"][names[code]] = font["glyf"][bar]
        else:
            outlines = font["CFF "].cff.topDictIndex[0].CharStrings
            outlines[bar].decompile()
            outlines[names[code]].setProgram(list(outlines[bar].program))
        font["hmtx"][names[code]] = (advance, font["hmtx"][bar][1])
    font["OS/2"].fsType = permission
    return _bytes(font)


@cache
def blind(*codes: int, kind: str = "TrueType") -> bytes:
    """The bundled font without some characters."""
    font: Any = TTFont(made_papers.REGULAR if kind == "TrueType" else io.BytesIO(postscript()))
    for table in font["cmap"].tables:
        for code in codes:
            table.cmap.pop(code, None)
    return _bytes(font)


@cache
def joiner_shown_by_shaping() -> bytes:
    """A font that puts a bar where a half space stands."""
    font: Any = TTFont(made_papers.REGULAR)
    names = font.getBestCmap()
    feature = f"languagesystem arab dflt; feature ccmp {{ sub {names[0x200C]} by {names[BAR]}; }} ccmp;"
    addOpenTypeFeaturesFromString(font, feature, tables=["GSUB"])
    return _bytes(font)


def _bytes(font: Any) -> bytes:
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def _setter(content: bytes) -> Typesetter:
    face = FontFace.of(content, "Proof")
    return Typesetter(FontSet(dict.fromkeys(Weight, face)), Typography(kashida=True))


def _printed(content: bytes, text: str = TEXT) -> bytes:
    setter = _setter(content)
    return render(setter, [FaParagraph(setter, text, made_papers.style())], Paper()).pdf


def _pixels(pdf: bytes) -> bytes:
    reader = PageReader()
    try:
        return bytes(reader.open(pdf).pixels(0, 1600).bgra)
    finally:
        reader.close()


@kinds
def test_joiners_with_ink_leave_none_on_paper(kind: str) -> None:
    """Steering marks, half spaces and the swallowed letters of ligatures are all carried by such a glyph."""
    inked, without = barred(*JOINERS, *THIN_SPACES, kind=kind), blind(*JOINERS, *THIN_SPACES, kind=kind)
    assert _pixels(_printed(inked)) == _pixels(_printed(without))


@kinds
def test_no_reader_loses_a_letter_by_it(kind: str) -> None:
    (line,) = pieces.everything(stream.read(_printed(barred(*JOINERS, *THIN_SPACES, kind=kind))))
    assert proof.lost_faults(TEXT, "".join(glyph.text for glyph in line)) == []


def test_another_glyph_of_the_font_without_ink_is_taken_first() -> None:
    face = FontFace.of(barred(*JOINERS[1:], *THIN_SPACES), "Proof")
    assert face.thin == face.opened.glyph(JOINERS[0])
    assert 0 < face.thin_width < face.units // 12
    assert FontFace.of(barred(*JOINERS), "Proof").thin == face.opened.glyph(0x202F)


@kinds
def test_blanks_with_ink_leave_none_on_paper_and_keep_their_width(kind: str) -> None:
    inked, usual = barred(*SPACES, kind=kind, width=None), blind(kind=kind)
    assert _pixels(_printed(inked)) == _pixels(_printed(usual))


def test_a_joiner_that_shaping_turns_into_ink_leaves_none_on_paper() -> None:
    shown = joiner_shown_by_shaping()
    face = FontFace.of(shown, "Proof")
    bar = face.opened.glyph(BAR)
    assert bar in [glyph for glyph, *_ in face.opened.shape(TEXT, 0, 7, True, "Arab", face.thin)], "the font shows it"
    text = "می\u200cشود"
    (line,) = pieces.everything(stream.read(_printed(shown, text=text)))
    assert [glyph.box for glyph in line if glyph.text == "\u200c"] == [None]
    assert all(glyph.box for glyph in line if glyph.text != "\u200c")


def test_a_word_across_the_page_shows_no_joiner_and_no_blank() -> None:
    pictures = [
        outline(_setter(content), f"پیش\u200cنویس{NO_BREAK}دوم سوم", made_papers.style()).operators
        for content in (barred(*JOINERS, *THIN_SPACES, *SPACES, width=None), blind(*JOINERS, *THIN_SPACES))
    ]
    assert pictures[0] == pictures[1]


def test_a_font_that_goes_along_whole_uses_its_own_blanks() -> None:
    face = FontFace.of(barred(*JOINERS, *THIN_SPACES, permission=WHOLE_ONLY), "Proof")
    assert face.whole
    assert face.thin == face.space == face.opened.glyph(0x20)
    (line,) = pieces.everything(stream.read(_printed(barred(*JOINERS, *THIN_SPACES, permission=WHOLE_ONLY))))
    assert [glyph.box for glyph in line if glyph.text in "\u200c\u200e\u200f "] == [None] * sum(
        glyph.text in "\u200c\u200e\u200f " for glyph in line
    )


def test_a_font_that_goes_along_whole_and_has_no_blank_is_refused() -> None:
    with pytest.raises(RuleBroken, match="font_unsupported"):
        FontFace.of(barred(*SPACES, width=None, permission=WHOLE_ONLY), "Proof")
