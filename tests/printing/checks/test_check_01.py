"""Check 1: a paragraph reads from its first line to its last, never the other way up."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop_app.printing.engine.typesetting.style import MM, Align
from tests.printing import made_papers
from tests.printing.oracles import dictionary, stream
from tests.printing.oracles.content import Drawn
from tests.validators.asked import run_validator

WORDS = 120


def _paragraph() -> list[str]:
    """Plain words of which no two are alike, so that each can be found again on paper."""
    short = [word for word in dictionary.words(4000) if 3 <= len(word) <= 6 and word.isalpha()]
    return short[:: len(short) // WORDS][:WORDS]


def reading_faults(words: list[str], lines: list[list[Drawn]]) -> list[str]:
    """Lines from the top of the page down, each read from right to left, must give the source's words in order."""
    from_top = sorted(lines, key=lambda line: -line[0].y)
    read = " ".join("".join(glyph.text for glyph in reversed(line)).strip() for line in from_top).split()
    if read == words:
        return []
    return [f"{found!r} where {word!r} was due" for word, found in zip(words, read, strict=False) if word != found][:3]


@pytest.mark.parametrize("align", [Align.RIGHT, Align.JUSTIFY])
def test_lines_follow_each_other_down_the_page(align: Align) -> None:
    words = _paragraph()
    assert len(set(words)) == WORDS
    (page,) = stream.read(made_papers.paragraphs([" ".join(words)], 80 * MM, made_papers.style(align)))
    assert len(page.lines()) > 12
    assert reading_faults(words, page.lines()) == []
    assert max(glyph.x + glyph.advance for glyph in page.glyphs) <= 30 + 80 * MM + 0.1


def test_lines_from_bottom_to_top_would_be_seen() -> None:
    """The mutant: what reordering a whole paragraph before wrapping gives."""
    words = _paragraph()
    (page,) = stream.read(made_papers.paragraphs([" ".join(words)], 80 * MM))
    lines = page.lines()
    heights = [line[0].y for line in lines]
    upside_down = [[glyph._replace(y=y) for glyph in line] for line, y in zip(lines, reversed(heights), strict=True)]
    assert reading_faults(words, upside_down)
    assert reading_faults(words, [line[::-1] for line in lines])


def test_another_reader_sees_the_first_word_on_top_and_the_last_at_the_bottom(tmp_path: Path) -> None:
    words = _paragraph()
    path = tmp_path / "p.pdf"
    path.write_bytes(made_papers.paragraphs([" ".join(words)], 80 * MM))
    seen = run_validator("pdftotext", "poppler-utils", "-bbox", str(path), "-").out
    tops = {
        word[::-1]: float(top)  # this mode gives letters from left to right
        for top, word in re.findall(r'<word xMin="[\d.]+" yMin="([\d.]+)"[^>]*>([^<]*)<', seen)
    }
    assert tops[words[0]] == min(tops.values())
    assert tops[words[-1]] == max(tops.values())
    ordered = [tops[word] for word in words if word in tops]
    assert len(ordered) > WORDS * 0.9
    assert ordered == sorted(ordered)
