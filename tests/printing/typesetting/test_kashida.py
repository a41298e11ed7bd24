"""Elongation: drawn where typesetters elongate, part of a letter's shape, and nothing to any reader."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.documents.appearance import Typography
from desktop_app.printing.engine.typesetting.kashida import best_place
from desktop_app.printing.engine.typesetting.style import TextStyle
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.papers import letter_pdf
from tests.printing import made_papers
from tests.printing import sample_documents as samples
from tests.printing.checks.test_check_12 import code_faults
from tests.printing.oracles import corpus, extractors, stream
from tests.printing.oracles.content import Drawn

WITH = Typography(kashida=True)
TEXT = (
    "کمیتهٔ راهبری موظف است گزارش پیشرفت هر فصل را تا پایان ماه بعد به دبیرخانه بفرستد و همهٔ دستگاه‌های استان "
    "در نشست‌های سرپرستی شرکت کنند تا تصمیم‌های مشترک به‌درستی ابلاغ و پیگیری شود. "
)


def letter(typography: Typography, text: str) -> bytes:
    """A letter of justified paragraphs, under the code of one and the same document."""
    document = samples.letter(text)
    dressed = replace(document, typography=typography)
    return letter_pdf.render(dressed, samples.final_imprint(document), made_papers.render_context())


def place(word: str) -> tuple[int, str] | None:
    """Rank and letter at which a word grows."""
    setter = Typesetter(made_papers.fonts(), WITH)
    set_word = setter.word(setter.setting(TextStyle()), word, b"\x01" * len(word))
    found = best_place(set_word)
    return found and (found[0], set_word.pieces[0].shaped.glyphs[found[1]].character)


@pytest.mark.parametrize(
    ("word", "rank", "letter"),
    [
        ("است", 0, "س"), ("نخستین", 0, "س"), ("هوشمند", 0, "ش"), ("جلسه", 0, "س"), ("شفاف،", 0, "ش"), ("کمیته", 1, "ت"),
        ("اعتبار", 2, "ب"), ("محل", 2, "ح"), ("یعنی", 3, "ن"), ("موظف", 4, "ظ"), ("گزارش", 5, "گ"),
    ],
)  # fmt: skip
def test_a_word_grows_at_its_best_place(word: str, rank: int, letter: str) -> None:
    assert place(word) == (rank, letter)


@pytest.mark.parametrize("word", ["را", "از", "دور", "می‌شود", "۱۴۰۱", "Wi-Fi", "لا", "آرا", "مُفادِ", "م۸-۱"])
def test_a_word_without_a_good_place_does_not_grow(word: str) -> None:
    assert place(word) is None


def test_lam_and_alef_are_never_torn() -> None:
    for word in ("سلام", "بلا", "لازم", "اطلاعات"):
        found = place(word)
        assert found is None or found[1] != "ل"


@pytest.mark.parametrize("reader", ["pdftotext", "pdfium", "pypdf"])
def test_readers_find_the_same_text(reader: str, tmp_path: Path) -> None:
    text = "\n".join([TEXT * 3, *corpus.lines()])
    read = [
        "".join(extractors.READERS[reader](letter(typography, text), tmp_path).split())
        for typography in (Typography(), WITH)
    ]
    assert read[0] == read[1]
    assert "\u0640" not in read[1]
    assert "\u200d" not in read[1]


def elongated(pdf: bytes) -> list[Drawn]:
    """Letters that are wider than in the same paper without elongation."""
    pages = stream.read(pdf)
    assert code_faults(pages) == []
    usual: dict[tuple[int, str, float], float] = {}
    glyphs = [glyph for page in pages for line in page.lines() for glyph in line if glyph.box]
    for glyph in glyphs:
        key = (glyph.glyph, glyph.font, glyph.size)
        usual[key] = min(usual.get(key, glyph.advance), glyph.advance)
    return [
        glyph
        for glyph in glyphs
        if glyph.advance > usual[glyph.glyph, glyph.font, glyph.size] + 0.5 and not unicodedata.combining(glyph.text)
    ]


def test_lines_grow_only_when_it_is_asked_for_and_keep_both_edges() -> None:
    text = "\n".join(corpus.lines())
    assert elongated(letter(Typography(), text)) == []
    pdf = letter(WITH, text)
    grown = elongated(pdf)
    assert len(grown) > 10
    assert all("\u0620" <= glyph.text <= "\u06d3" for glyph in grown)
    edges = [max(glyph.x + glyph.advance for glyph in line) for page in stream.read(pdf) for line in page.lines()]
    body = [edge for edge in edges if edge > 480]
    assert body
    assert max(edges) <= 595.28 - 25 * 72 / 25.4 + 0.5


def test_the_stroke_has_no_seam() -> None:
    """The ink of a grown letter is one stretch from its left end to its right: it is wide as the letter advances."""
    for glyph in elongated(letter(WITH, "\n".join(corpus.lines()))):
        assert glyph.box is not None
        assert glyph.box[2] - glyph.box[0] > glyph.advance * 0.9


def test_equal_papers_have_equal_bytes() -> None:
    assert letter(WITH, TEXT * 4) == letter(WITH, TEXT * 4)
