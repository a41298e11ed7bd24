"""Papers in a font that the operator chose: other outlines, fewer cuts, older ways to write heh with hamza."""

from __future__ import annotations

import io
import unicodedata
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont
from pikepdf import pdfa

from desktop_app.domain.documents.appearance import Typography
from desktop_app.domain.documents.paper_kinds import Profile
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.typed_text import missing_characters
from desktop_app.printing.engine.typesetting import font_file
from desktop_app.printing.engine.typesetting.fonts import FontSet
from desktop_app.printing.engine.typesetting.style import TextStyle, Weight
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.pages import PageReader
from desktop_app.printing.papers import letter_pdf, minutes_pdf
from desktop_app.printing.stationery.office_paper import RenderContext
from desktop_app.system.paths import resource
from tests.printing import made_papers
from tests.printing import sample_documents as samples
from tests.printing.checks.test_check_12 import code_faults
from tests.printing.oracles import corpus, extractors, pieces, proof, stream
from tests.printing.typesetting.test_font_file import BOLD, changed, cuts_of_variable, with_permission, without
from tests.validators.asked import run_validator
from tests.whole import deciding

WHOLE_ONLY = 0x100


@cache
def postscript(path: Path = made_papers.REGULAR) -> bytes:
    """A bundled cut with PostScript outlines."""
    font = TTFont(path)
    outlines, glyphs = {}, font.getGlyphSet()
    for name in font.getGlyphOrder():
        pen = T2CharStringPen(glyphs[name].width, glyphs)
        glyphs[name].draw(pen)
        outlines[name] = pen.getCharString()
    for tag in ("glyf", "loca", "fpgm", "prep", "cvt ", "gasp", "DSIG", "hdmx", "LTSH", "VDMX"):
        if tag in font:
            del font[tag]
    font.sfntVersion = "OTTO"
    font["maxp"].tableVersion = 0x00005000
    build = FontBuilder(font=font)
    units = font["head"].unitsPerEm
    build.setupCFF("Proof-Regular", {"FontMatrix": [1 / units, 0, 0, 1 / units, 0, 0]}, outlines, {})
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def chosen(*contents: bytes) -> FontSet:
    """The font set of files that passed the examination."""
    return FontSet.chosen([cut for content in contents for cut in font_file.facts_of_cuts(content, "قلم")])


def paragraphs(fonts: FontSet, texts: list[str], monkeypatch: pytest.MonkeyPatch) -> bytes:
    """Paragraphs in another font."""
    monkeypatch.setattr(made_papers, "fonts", lambda: fonts)
    return made_papers.paragraphs(texts, made_papers.ONE_LINE)


def test_a_missing_weight_is_the_nearest_that_is_there() -> None:
    two = chosen(made_papers.REGULAR.read_bytes(), BOLD.read_bytes())
    assert {weight: face.name for weight, face in two.faces.items()} == {
        Weight.REGULAR: "Vazirmatn-Regular", Weight.MEDIUM: "Vazirmatn-Regular",
        Weight.SEMIBOLD: "Vazirmatn-Bold", Weight.BOLD: "Vazirmatn-Bold",
    }  # fmt: skip
    one = chosen(made_papers.REGULAR.read_bytes())
    assert {face.name for face in one.faces.values()} == {"Vazirmatn-Regular"}
    assert one.digests() == {"Vazirmatn-Regular": one.faces[Weight.BOLD].digest}


def test_cuts_that_call_themselves_alike_are_still_two() -> None:
    """Many Persian fonts have the same style name in every file."""
    alike = [replace(cut, style="") for cut in font_file.facts_of_cuts(made_papers.REGULAR.read_bytes(), "قلم")]
    alike += [replace(cut, style="", weight=400) for cut in font_file.facts_of_cuts(BOLD.read_bytes(), "قلم")]
    regular, bold = (FontSet.chosen([cut]).faces[Weight.REGULAR] for cut in alike)
    assert regular.name == bold.name
    together = Typesetter(FontSet({**dict.fromkeys(Weight, regular), Weight.BOLD: bold}))
    alone = Typesetter(FontSet(dict.fromkeys(Weight, bold)))
    for weight in (Weight.REGULAR, Weight.BOLD):
        together.word(together.setting(TextStyle(weight)), "کارگروه", b"\1" * 7)
    words = [setter.word(setter.setting(TextStyle(Weight.BOLD)), "کارگروه", b"\1" * 7) for setter in (together, alone)]
    assert words[0].width == words[1].width


def test_a_variable_font_gives_its_own_weights() -> None:
    fonts = FontSet.chosen(list(cuts_of_variable()))
    assert len({face.digest for face in fonts.faces.values()}) == 4


def test_postscript_outlines_are_embedded_and_read_alike(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pdf = paragraphs(chosen(postscript()), corpus.lines(), monkeypatch)
    usual = _usual(monkeypatch)
    with pikepdf.open(BytesIO(pdf)) as opened:
        (font,) = opened.pages[0].Resources.Font.values()
        descendant = font.DescendantFonts[0]
        assert descendant.Subtype == "/CIDFontType0"
        assert descendant.FontDescriptor.FontFile3.Subtype == "/CIDFontType0C"
        assert "/CIDToGIDMap" not in descendant
    for reader in extractors.READERS.values():
        assert reader(pdf, tmp_path) == reader(usual, tmp_path)
    assert code_faults(stream.read(pdf)) == []


def _usual(monkeypatch: pytest.MonkeyPatch) -> bytes:
    return paragraphs(FontSet.load(resource("fonts")), corpus.lines(), monkeypatch)


def test_postscript_outlines_look_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same page in both kinds of outline, as pictures: next to no ink differs."""
    pictures = [
        _ink(paragraphs(fonts, corpus.lines()[:8], monkeypatch))
        for fonts in (chosen(postscript()), FontSet.load(resource("fonts")))
    ]
    different = sum(abs(one - other) for one, other in zip(*pictures, strict=True))
    assert different / sum(pictures[1]) < 0.02


def _ink(pdf: bytes) -> bytes:
    """The darkness of each pixel of the first page."""
    with PageReader().open(pdf) as pages:
        picture = pages.pixels(0, 1200)
    return bytes(255 - value for value in picture.bgra[::4])


def test_a_font_that_may_only_be_embedded_whole_is(monkeypatch: pytest.MonkeyPatch) -> None:
    content = with_permission(WHOLE_ONLY)
    pdf = paragraphs(chosen(content), ["جلسهٔ سوم"], monkeypatch)
    with pikepdf.open(BytesIO(pdf)) as opened:
        (font,) = opened.pages[0].Resources.Font.values()
        assert bytes(font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()) == content
        assert "+" not in str(font.BaseFont)


def test_postscript_outlines_that_may_only_be_embedded_whole_are_refused() -> None:
    font = TTFont(BytesIO(postscript()))
    font["OS/2"].fsType = WHOLE_ONLY
    out = BytesIO()
    font.save(out)
    with pytest.raises(RuleBroken, match="font_whole_only"):
        font_file.font_facts(out.getvalue(), "قلم")


def test_heh_with_hamza_in_one_piece_keeps_both_characters(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fonts = chosen(_old_kind())
    text = "خانهٔ ما، همهٔ آن‌ها و نمایندهٔ ویژه"
    pdf = paragraphs(fonts, [text], monkeypatch)
    (line,) = pieces.everything(stream.read(pdf))
    assert proof.lost_faults(text, "".join(glyph.text for glyph in line)) == []
    assert missing_characters(text, fonts.supported()) == ()
    read = extractors.plain(extractors.pdfium(pdf, tmp_path))
    assert "نمایندهٔ" in unicodedata.normalize("NFC", read)


def _old_kind() -> bytes:
    """A font that draws heh with hamza in one piece and has no mark for it."""

    def change(font: Any) -> None:
        for table in font["cmap"].tables:
            table.cmap.pop(0x654, None)

    return changed(change)


# what is usual is in the archive form of every other paper
@pytest.mark.parametrize("kind", deciding(["PostScript", "whole", "usual"], {"PostScript", "whole"}))
def test_an_archive_takes_the_font(kind: str) -> None:
    usual = made_papers.REGULAR.read_bytes()
    content = {"PostScript": postscript(), "whole": with_permission(WHOLE_ONLY), "usual": usual}[kind]
    document = replace(samples.letter("\n".join(corpus.lines())), typography=Typography(kashida=True))
    render_context = RenderContext(fonts=chosen(content), profile=Profile.A_2B)
    pdf = letter_pdf.render(document, samples.final_imprint(document), render_context)
    assert pdfa.validate_written(BytesIO(pdf), "2b", {"deterministic_id": True}).findings == []


# every other paper has outlines of the kind «glyf»
@pytest.mark.parametrize("name", deciding(["glyf", "CFF"], {"CFF"}))
def test_whole_minutes_in_a_chosen_font(name: str, tmp_path: Path) -> None:
    fonts = chosen(made_papers.REGULAR.read_bytes(), BOLD.read_bytes()) if name == "glyf" else chosen(postscript())
    document = samples.RICH
    pdf = minutes_pdf.render(document, samples.final_imprint(document), RenderContext(fonts=fonts))
    again = minutes_pdf.render(document, samples.final_imprint(document), RenderContext(fonts=fonts))
    assert pdf == again
    path = tmp_path / "minutes.pdf"
    path.write_bytes(pdf)
    listed = run_validator("pdffonts", "poppler-utils", str(path))
    assert listed.err == ""
    rows = listed.out.splitlines()[2:]
    assert rows
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in rows)


def test_a_font_without_the_half_space_still_keeps_it(monkeypatch: pytest.MonkeyPatch) -> None:
    pdf = paragraphs(chosen(without(0x200C, 0x200D)), ["می‌شود"], monkeypatch)
    (line,) = pieces.everything(stream.read(pdf))
    assert proof.lost_faults("می‌شود", "".join(glyph.text for glyph in line)) == []


def test_a_font_without_a_narrow_blank_gets_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What a ligature or a half space leaves without a shape must have some width: pdfium drops it otherwise."""
    fonts = chosen(without(0x200A, 0x202F, 0x2009, 0x2006))
    face = fonts.faces[Weight.REGULAR]
    assert face.opened.advance(face.thin) == 0 < face.thin_width
    own = FontSet.load(resource("fonts")).faces[Weight.REGULAR]
    assert own.thin_width == own.opened.advance(own.thin)
    pdf = paragraphs(fonts, corpus.lines(), monkeypatch)
    assert code_faults(stream.read(pdf)) == []
    for reader in extractors.READERS.values():
        words = extractors.words(reader(pdf, tmp_path))
        assert {"اطلاعات", "تفاهم‌نامهٔ"} <= set(words)
