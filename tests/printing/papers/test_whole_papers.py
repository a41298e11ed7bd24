"""Checks 2, 5, 9, 12 and 13 once more, on whole minutes and letters: every paragraph, cell, header and footer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import pytest

from desktop_app.domain.documents.documents import LetterDocument, MinutesDocument
from desktop_app.printing.engine.typesetting.words import canonical_text
from desktop_app.printing.papers import letter_pdf, minutes_pdf
from desktop_app.system.paths import resource
from tests.printing import made_papers
from tests.printing import sample_documents as samples
from tests.printing.checks.test_check_05 import foreign
from tests.printing.checks.test_check_12 import ARABIC, code_faults, replacement_texts
from tests.printing.checks.test_check_13 import font_faults
from tests.printing.oracles import corpus, drawn, extractors, harfbuzz, proof, stream
from tests.printing.oracles.content import Page

PAPERS: dict[str, MinutesDocument | LetterDocument] = {
    "rich": samples.RICH,
    "inquorate": samples.INQUORATE,
    "long": samples.LONG_RESOLUTION,
    "words": samples.LONG_WORDS,
    "bare": samples.BARE,
    "letter": samples.letter("\n".join(corpus.lines())),
}
every_paper = pytest.mark.parametrize("name", PAPERS)


@dataclass(frozen=True, slots=True)
class Made:
    """A paper, what its pages draw, and the paragraphs that were drawn."""

    pdf: bytes
    pages: list[Page]
    recording: drawn.Recording


@lru_cache(maxsize=len(PAPERS))
def made(name: str) -> Made:
    """All tests of this module read one paper of each document."""
    with pytest.MonkeyPatch.context() as patch, drawn.told(patch) as recording:
        pdf = _pdf(PAPERS[name])
    return Made(pdf, stream.read(pdf), recording)


def _pdf(document: MinutesDocument | LetterDocument) -> bytes:
    imprint = samples.final_imprint(document)
    if isinstance(document, LetterDocument):
        return letter_pdf.render(document, imprint, made_papers.render_context())
    return minutes_pdf.render(document, imprint, made_papers.render_context())


def paper_faults(recording: drawn.Recording, pages: list[Page]) -> tuple[list[str], int]:
    """Every line of every paragraph against FriBidi and HarfBuzz, and how many lines were judged."""
    faults, count = [], 0
    for text, lines in drawn.lines_of(recording, pages):
        faults += proof.lost_faults(text, "".join(glyph.text for line in lines for glyph in line))
        for line in proof.match(canonical_text(text), lines):
            count += 1
            faults += proof.order_faults(line)
            cuts = {glyph.font.split("-")[-1] for glyph in line.drawn}
            if len(cuts) == 1:
                face = harfbuzz.face(resource("fonts", f"Vazirmatn-{cuts.pop()}.ttf"))
                faults += proof.glyph_faults(line, face, positions=False)
    return faults, count


@every_paper
def test_every_line_stands_as_it_was_meant(name: str) -> None:
    pages = made(name).pages
    faults, count = paper_faults(made(name).recording, pages)
    assert faults == []
    assert count == sum(len(page.lines()) for page in pages)
    assert count > 25


def test_a_line_that_goes_astray_would_be_seen() -> None:
    recording, pages = made("rich").recording, made("rich").pages
    hamza = [glyph._replace(text="\u064e") if glyph.text == "\u0654" else glyph for glyph in pages[0].glyphs]
    faults, _ = paper_faults(recording, [replace(pages[0], glyphs=hamza), *pages[1:]])
    assert any("lost 1 × U+0654" in fault for fault in faults)
    assert any("order" in fault for fault in faults)


@every_paper
def test_readers_get_plain_letters_and_whole_words(name: str, tmp_path: Path) -> None:
    for read in extractors.READERS.values():
        assert foreign(read(made(name).pdf, tmp_path)) == set()


@every_paper
def test_codes_and_fonts(name: str, tmp_path: Path) -> None:
    pdf = made(name).pdf
    assert [text for text in replacement_texts(pdf) if ARABIC.search(text)] == []
    assert code_faults(made(name).pages) == []
    assert font_faults(pdf, tmp_path) == []
