"""Check 6: the digits of a date, a time and an amount stand in the order of reading a number, never reversed."""

from __future__ import annotations

import pytest

from tests.printing import made_papers
from tests.printing.oracles import pieces, stream
from tests.printing.oracles.content import Drawn

NUMBERS = ("۱۴۰۳/۰۷/۲۵", "۰۸:۳۰", "۲٬۵۰۰٬۰۰۰", "۱۲٫۵", "1403/07/25", "۹۹/۱۰۴۴۴۱", "۰۰۰۱۲")
CONTEXTS = (
    "{}",
    "جلسه در {} بود.",
    "{} آغاز شد",
    "پایان: {}",
    "(مورخ {})",
    "«{}»",
    "نسخهٔ LTS در {} آمد",
    "از {} تا Wi-Fi",
    "خانهٔ {}، و",
    "{} ٪ نیست",
)


def digit_faults(line: list[Drawn], number: str) -> list[str]:
    """The number's characters must stand from left to right just as they are typed."""
    glyphs = pieces.find(line, number)
    if not glyphs:
        return [f"{number} is not among {''.join(glyph.text for glyph in line)!r}"]
    return [] if pieces.ascending(glyphs) else [f"{number} does not run from left to right"]


@pytest.mark.parametrize("number", NUMBERS)
def test_digits_ascend_wherever_the_number_stands(number: str) -> None:
    texts = [context.format(number) for context in CONTEXTS]
    lines = pieces.everything(stream.read(made_papers.paragraphs(texts)))
    assert len(lines) == len(texts)
    for line in lines:
        assert digit_faults(line, number) == []


@pytest.mark.parametrize("number", NUMBERS)
def test_digits_ascend_alone_in_a_cell(number: str) -> None:
    lines = pieces.everything(stream.read(made_papers.table([["تاریخ", "شرح"], [number, f"تا {number}"]], [150, None])))
    assert [digit_faults(line, number) for line in lines[2:]] == [[], []]


def test_reversed_digits_would_be_seen() -> None:
    number = NUMBERS[0]
    (line,) = pieces.everything(stream.read(made_papers.paragraphs([f"جلسه در {number} بود."])))
    assert digit_faults(line, number) == []
    assert digit_faults(line[::-1], number)
    mirrored = [glyph._replace(x=-glyph.x) for glyph in line]
    assert digit_faults(mirrored, number)
