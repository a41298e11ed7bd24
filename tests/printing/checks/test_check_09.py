"""Check 9: no character is lost or invented, and one that the font lacks is refused by name before printing."""

from __future__ import annotations

import pytest

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.typed_text import as_typed_clean
from desktop_app.printing.engine.typesetting.style import MM, Align
from tests.printing import made_papers
from tests.printing.oracles import corpus, dictionary, drawn, pieces, proof, stream


def _drawn(texts: list[str], width: float = 170 * MM, align: Align = Align.RIGHT) -> str:
    lines = pieces.everything(stream.read(made_papers.paragraphs(texts, width, made_papers.style(align))))
    return "".join(glyph.text for line in lines for glyph in line)


@pytest.mark.parametrize("width", [made_papers.ONE_LINE, 80 * MM, 25 * MM])
@pytest.mark.parametrize("align", [Align.RIGHT, Align.JUSTIFY])
def test_the_whole_corpus_arrives(width: float, align: Align) -> None:
    with pytest.MonkeyPatch.context() as patch, drawn.told(patch) as recording:
        pages = stream.read(made_papers.paragraphs(corpus.lines(), width, made_papers.style(align)))
    told = drawn.paragraphs_of(recording, pages)
    assert len(told) == len(corpus.lines())
    for text, paragraph in zip(corpus.lines(), told, strict=True):
        letters = "".join(glyph.text for line in paragraph.lines for glyph in line)
        assert proof.lost_faults(text, letters) == [], text


def test_a_thousand_words_arrive() -> None:
    words = dictionary.words(1000)
    assert proof.lost_faults(" ".join(words), _drawn([" ".join(words)])) == []


def test_blanks_between_words_arrive_too() -> None:
    for text in corpus.lines():
        assert _drawn([text], made_papers.ONE_LINE).count(" ") == text.count(" ")


@pytest.mark.parametrize(
    "kept", ["خانهٔ", "می‌شود", "مُقَرَّر", "عیناً", "لِلّٰه", "ﷲ", "أإؤئآء", "کلأ", "x\u0301", "۱\u200c۲", "هٔٔ"]
)
def test_marks_and_joiners_arrive(kept: str) -> None:
    assert proof.lost_faults(kept, _drawn([kept])) == []


def test_the_letter_that_the_font_lacks_in_one_piece_is_drawn_from_its_parts() -> None:
    for text in ("ۀ", "خانۀ ما", "ۀۀ"):
        drawn = _drawn([text])
        assert "\u06c0" not in drawn
        assert drawn.count("\u0654") == text.count("ۀ")


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("جلسه 😀 بود", "😀"),
        ("واژهٔ 漢 چینی", "漢"),
        ("אבא", "א"),
        ("\ue001", "\ue001"),
        ("ꙮ", "ꙮ"),
        ("<b>𓀀</b>", "𓀀"),
        ("ࢰ", "ࢰ"),
    ],
)
def test_a_character_without_a_glyph_is_named_before_printing(text: str, missing: str) -> None:
    with pytest.raises(RuleBroken) as caught:
        made_papers.paragraphs(["سطر درست", text])
    assert caught.value.key == "glyph_missing"
    assert caught.value.facts["character"] == missing
    assert caught.value.facts["code_point"] == f"U+{ord(missing):04X}"
    assert made_papers.missing(text)[0] == missing


def test_what_the_check_before_printing_lets_pass_can_be_printed() -> None:
    """Every character that is said to be there really is: no blank box, no refusal while printing."""
    codes = (*range(0x20, 0x250), *range(0x600, 0x700), *range(0x2010, 0x2060), *range(0x20A0, 0x2200))
    kept = as_typed_clean("\n".join(map(chr, codes))).text
    lacking = set(made_papers.missing(kept))
    good = [sign for sign in dict.fromkeys(kept) if sign not in lacking and sign.isprintable()]
    assert len(good) > 400
    for page in stream.read(made_papers.paragraphs([" ".join(good[at : at + 12]) for at in range(0, len(good), 12)])):
        assert all(glyph.glyph for glyph in page.glyphs)


@pytest.mark.parametrize("lost", ["\u0654", "\u200c", "\u064e", "ا", "۲"])
def test_a_lost_character_would_be_seen(lost: str) -> None:
    source = "مادهٔ ۲ مُقَرَّر می‌شود"
    drawn = _drawn([source])
    assert proof.lost_faults(source, drawn) == []
    assert proof.lost_faults(source, drawn.replace(lost, "", 1))
    assert proof.lost_faults(source, drawn + lost)
