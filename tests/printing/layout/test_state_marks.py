"""The shapes of states beside their words: as large as the words, and level with their first line."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pytest

from desktop_app.domain.documents.appearance import Sheet, Typography
from desktop_app.domain.rules.resolutions import ResolutionState
from desktop_app.printing.engine.layout.flow import Margins, Paper, render
from desktop_app.printing.engine.typesetting.style import ParagraphStyle, TextStyle
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.stationery.bars import Bar, BarSegment, Fill
from desktop_app.printing.stationery.state_marks import RESOLUTION_SHAPES, MarkedText
from tests.printing import made_papers
from tests.printing.oracles import stream

STYLE = ParagraphStyle(TextStyle(size=10), pitch=1.5)
SHEET = Paper(size=(340, 340), first=Margins(20, 20, 20, 20), later=Margins(20, 20, 20, 20))
RIGHT = 320.0


def drawn(typography: Typography) -> tuple[float, float, float]:
    """Side of the shape, how far its middle lies over the base line of the words, and the blank between them."""
    setter = Typesetter(made_papers.fonts(), typography)
    text = MarkedText(setter, RESOLUTION_SHAPES[ResolutionState.NOTIFIED], "ابلاغ شد\nدیروز", STYLE)
    pdf = render(setter, [text], SHEET).pdf
    with pikepdf.open(BytesIO(pdf)) as opened:
        placed = re.search(rb"([\d.]+) 0 0 -[\d.]+ ([\d.]+) ([\d.]+) cm", opened.pages[0].Contents.read_bytes())
    assert placed is not None
    scale, left, top = (float(part) for part in placed.groups())
    (page,) = stream.read(pdf)
    words = page.lines()[0]
    side = 16 * scale
    assert left + side == pytest.approx(RIGHT, abs=0.01)
    return side, top - side / 2 - words[0].y, left - max(glyph.x + glyph.advance for glyph in words)


@pytest.mark.parametrize(
    ("typography", "scale"),
    [(Typography(size=150), 1.5), (Typography(size=70), 0.7), (Typography(sheet=Sheet.A5), 0.85)],
    ids=["large", "small", "A5"],
)
def test_a_shape_grows_with_its_words(typography: Typography, scale: float) -> None:
    usual = drawn(Typography())
    assert drawn(typography) == pytest.approx([one * scale for one in usual], abs=0.05)


def test_a_shape_stays_level_with_its_line_whatever_the_pitch() -> None:
    side, over, blank = drawn(Typography())
    assert drawn(Typography(pitch=160)) == pytest.approx((side, over, blank), abs=0.05)


def test_a_bar_is_tall_enough_for_its_number() -> None:
    stretches = [BarSegment(2, Fill.STRIPED)]
    usual, large = (
        Bar(Typesetter(made_papers.fonts(), Typography(size=size)), stretches, 2).wrap(100, 100)[1]
        for size in (100, 150)
    )
    assert large == pytest.approx(usual * 1.5)
