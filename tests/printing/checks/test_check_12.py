"""Check 12: no replacement text for Persian, and every code that is drawn stands for exactly one character."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf

from desktop_app.printing.engine.pdf.finish import finish
from tests.printing import made_papers
from tests.printing.oracles import corpus, dictionary, stream
from tests.printing.oracles.content import Page

ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")


def replacement_texts(pdf: bytes) -> list[str]:
    """Every /ActualText of the file, in content streams and in any object."""
    found = [text for page in stream.read(pdf) for text in page.actual_texts]
    with pikepdf.open(BytesIO(pdf)) as opened:
        holders = (item for item in opened.objects if isinstance(item, pikepdf.Dictionary | pikepdf.Stream))
        return found + [str(item["/ActualText"]) for item in holders if "/ActualText" in item]


def code_faults(pages: list[Page]) -> list[str]:
    """Codes that are drawn without exactly one entry of exactly one character."""
    faults = set()
    for page in pages:
        for glyph in page.glyphs:
            entries = page.fonts[glyph.font].characters.get(glyph.code, [])
            if len(entries) != 1 or len(entries[0]) != 1:
                faults.add(f"{glyph.font} code {glyph.code} stands for {entries}")
    return sorted(faults)


def _paper() -> bytes:
    return finish(made_papers.paragraph_pages([*corpus.lines(), " ".join(dictionary.words(500))]), title="نمونه")


def test_no_persian_replacement_text() -> None:
    assert [text for text in replacement_texts(_paper()) if ARABIC.search(text)] == []


def test_every_drawn_code_stands_for_one_character() -> None:
    pages = stream.read(_paper())
    assert sum(len(page.glyphs) for page in pages) > 4000
    assert code_faults(pages) == []


def test_letters_that_share_a_shape_keep_their_own_text() -> None:
    """A font draws the Persian and the Arabic yeh alike in the middle of a word; the text must not."""
    (page,) = stream.read(made_papers.paragraphs(["بیت بيت"]))
    assert sorted(page.text) == sorted("بیت بيت")


def test_planted_faults_are_seen() -> None:
    pdf = _paper()
    pages = stream.read(pdf)
    font = next(iter(pages[0].fonts.values()))
    code = next(glyph.code for glyph in pages[0].glyphs)
    kept = font.characters[code]
    for wrong in ([], ["لا"], ["ا", "ل"], [""]):
        font.characters[code] = wrong
        assert code_faults(pages)
    font.characters[code] = kept
    assert code_faults(pages) == []
    with pikepdf.open(BytesIO(pdf)) as opened:
        opened.Root.StructTreeRoot = opened.make_indirect(pikepdf.Dictionary(ActualText=pikepdf.String("متن")))
        out = BytesIO()
        opened.save(out)
    assert [text for text in replacement_texts(out.getvalue()) if ARABIC.search(text)] == ["متن"]
