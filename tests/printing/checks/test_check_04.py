"""Check 4: every word has the glyphs that HarfBuzz gives with its default features, and never the empty one."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.printing.engine.typesetting.style import MM
from desktop_app.printing.engine.typesetting.words import canonical_text
from tests.printing import made_papers
from tests.printing.oracles import dictionary, fribidi, harfbuzz, pieces, proof, stream

FACE = harfbuzz.face(made_papers.REGULAR)
QUICK = 1000
BARE = {"calt": False, "kern": False, "mark": False}


def word_faults(words: list[str]) -> list[str]:
    """Set the words one a line, read the paper back and compare glyph by glyph, places included."""
    lines = pieces.everything(stream.read(made_papers.paragraphs(words)))
    if len(lines) != len(words):
        return [f"{len(words)} words, {len(lines)} lines"]
    faults = []
    for word, line in zip(words, lines, strict=True):
        faults += [f"{word}: glyph 0" for glyph in line if glyph.glyph == 0]
        canonical = canonical_text(word)
        matched = proof.Matched(fribidi.resolve(canonical), 0, len(canonical), line)
        faults += [f"{word}: {fault}" for fault in proof.glyph_faults(matched, FACE, slack=0.02)]
    return faults


def test_words_of_the_dictionary() -> None:
    words = dictionary.words(QUICK)
    assert len(set(words)) == QUICK
    assert word_faults(words) == []


def test_the_font_really_has_alternates_and_kerning_to_lose() -> None:
    """Without contextual alternates, kerning and marks these very words look different: the check bites."""
    changed = 0
    for word in dictionary.words(200):
        default, bare = (harfbuzz.run(FACE, word, 0, len(word), True, features) for features in ({}, BARE))
        changed += default != bare
    assert changed > 50


def test_a_wrong_glyph_or_place_would_be_seen() -> None:
    canonical = canonical_text("کمیته")
    (line,) = pieces.everything(stream.read(made_papers.paragraphs(["کمیته"], 170 * MM)))
    matched = proof.Matched(fribidi.resolve(canonical), 0, len(canonical), line)
    assert proof.glyph_faults(matched, FACE, slack=0.02) == []
    isolated = FACE.nominal("ی")
    swapped = [glyph._replace(glyph=isolated) if glyph.text == "ی" else glyph for glyph in line]
    assert proof.glyph_faults(replace(matched, drawn=swapped), FACE)
    moved = [glyph._replace(x=glyph.x + 0.1 * (glyph.text == "ک")) for glyph in line]
    assert proof.glyph_faults(replace(matched, drawn=moved), FACE, slack=0.02)
