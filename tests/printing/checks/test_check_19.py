"""Check 19: a justified paragraph has two straight edges, its last line flush right, and no hole between words."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from desktop_app.domain.documents.appearance import USUAL, Typography
from desktop_app.printing.engine.layout.flow import A4, Margins, Paper, render
from desktop_app.printing.engine.layout.paragraph import FaParagraph
from desktop_app.printing.engine.typesetting.style import MM, Align, Weight
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from tests.printing import made_papers
from tests.printing.oracles import corpus, stream
from tests.printing.oracles.content import Drawn

LEFT = 30.0
WIDTHS = (75 * MM, 110 * MM, 170 * MM)
SIZE = 13.0


PROSE = (
    "کمیتهٔ راهبری موظف است گزارش پیشرفت هر فصل را تا پایان ماه بعد به دبیرخانه بفرستد و همهٔ دستگاه‌های استان در "
    "نشست‌های آن شرکت کنند تا آنچه تصویب شده است به‌درستی ابلاغ و پیگیری شود. هر مصوبه باید مجری و مهلت روشن داشته باشد "
    "و اگر کاری به مهلت خود نرسید، دبیر آن را در جلسهٔ بعد با ذکر علت مطرح می‌کند. نامه‌های رسیده در همان روز ثبت و به "
    "واحد مسئول ارجاع می‌شود و پاسخ آن پس از امضا، با شماره و تاریخ، در پرونده می‌ماند. در پایان هر ماه، فهرست کارهای "
    "انجام‌شده و مانده برای هر دو طرف فرستاده می‌شود و رئیس کمیته دربارهٔ آنها نظر می‌دهد. "
)


def plain() -> str:
    """Sentences as a resolution has them."""
    return (PROSE * 2).strip()


def lines(text: str, width: float, typography: Typography = USUAL) -> list[list[Drawn]]:
    """The lines of one justified paragraph from the top."""
    setter = Typesetter(made_papers.fonts(), typography)
    margins = Margins(top=40, bottom=40, left=LEFT, right=30)
    sheet = Paper(size=(width + 60, A4[1]), first=margins, later=margins)
    pages = stream.read(render(setter, [FaParagraph(setter, text, made_papers.style(Align.JUSTIFY, SIZE))], sheet).pdf)
    return [line for page in pages for line in page.lines()]


def edges(line: Sequence[Drawn]) -> tuple[float, float]:
    """Where the line begins and ends; a blank at an end counts with what was drawn for it."""
    return min(glyph.x for glyph in line), max(glyph.x + glyph.advance for glyph in line)


def blanks(line: Sequence[Drawn]) -> list[float]:
    """The room of each blank: from the end of the glyph at its left to the beginning of the one at its right."""
    found = []
    for number, glyph in enumerate(line[1:-1], 1):
        if glyph.text == " ":
            found.append(line[number + 1].x - glyph.x)
    return found


def faults(drawn: Sequence[Sequence[Drawn]], width: float) -> list[str]:
    """Edges off by half a point, a last line that is not at the right, blanks over three times their width."""
    natural = made_papers.fonts().faces[Weight.REGULAR]
    most = 3 * natural.advance(natural.space) / natural.units * SIZE
    found = []
    for number, line in enumerate(drawn):
        left, right = edges(line)
        if abs(right - (LEFT + width)) > 0.5:
            found.append(f"line {number} ends {LEFT + width - right:.2f} points from the right edge")
        if number < len(drawn) - 1 and abs(left - LEFT) > 0.5:
            found.append(f"line {number} begins {left - LEFT:.2f} points from the left edge")
        found += [f"line {number} has a blank of {blank:.1f} points" for blank in blanks(line) if blank > most]
    return found


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kashida", [False, True])
def test_a_long_paragraph(width: float, kashida: bool) -> None:
    drawn = lines(plain(), width, Typography(kashida=kashida))
    assert len(drawn) > 6
    assert faults(drawn, width) == []
    assert edges(drawn[-1])[0] > LEFT + 1, "the last line is not stretched"


@pytest.mark.parametrize("kashida", [False, True])
def test_the_mixed_lines_as_one_paragraph(kashida: bool) -> None:
    """Long addresses may leave a line ragged at the left, never at the right and never with holes."""
    drawn = lines(" ".join(corpus.lines()), 170 * MM, Typography(kashida=kashida))
    found = faults(drawn, 170 * MM)
    assert [fault for fault in found if "begins" not in fault] == []
    assert len(found) <= len(drawn) // 10


@pytest.mark.parametrize("kashida", [False, True])
def test_no_elongation_enters_the_text(kashida: bool) -> None:
    text = plain()
    drawn = lines(text, 90 * MM, Typography(kashida=kashida))
    read = " ".join("".join(glyph.text for glyph in reversed(line)).strip() for line in drawn)
    assert read == text


@pytest.mark.parametrize("width", [45 * MM, 60 * MM])
def test_narrow_columns_are_fuller_with_elongation(width: float) -> None:
    """Where blanks alone would tear a line it is left ragged; words that grow fill some of these lines."""
    ragged = {
        kashida: sum("begins" in fault for fault in faults(lines(plain(), width, Typography(kashida=kashida)), width))
        for kashida in (False, True)
    }
    assert ragged[True] < ragged[False] or ragged[False] == 0


def test_planted_faults_are_seen() -> None:
    width = 90 * MM
    drawn = lines(plain(), width)
    assert faults(drawn, width) == []
    shifted = [[glyph._replace(x=glyph.x - 1) for glyph in line] for line in drawn]
    assert faults(shifted, width)
    left = edges(drawn[-1])[0] - LEFT
    flush_left = [*drawn[:-1], [glyph._replace(x=glyph.x - left) for glyph in drawn[-1]]]
    assert any("right edge" in fault for fault in faults(flush_left, width))
    torn = [glyph._replace(x=glyph.x - 20 * (number < 10)) for number, glyph in enumerate(drawn[0])]
    assert faults([torn, *drawn[1:]], width)
    ragged = [
        [glyph._replace(x=glyph.x + 3) if number == 0 else glyph for number, glyph in enumerate(line)] for line in drawn
    ]
    assert faults(ragged, width)
