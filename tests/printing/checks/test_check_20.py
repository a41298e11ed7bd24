"""Check 20: a page never ends or begins with a lone line of a paragraph, nor ends with a heading."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.printing.engine.layout.flow import Margins, Paper, render
from desktop_app.printing.engine.layout.lists import FaList, ListItem, ordinals
from desktop_app.printing.engine.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.engine.layout.stack import Gap
from desktop_app.printing.engine.pdf.finish import finish
from desktop_app.printing.engine.typesetting.style import Align, ParagraphStyle, TextStyle
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from tests.printing import made_papers
from tests.printing import minutes_reader as reader
from tests.printing import sample_documents as samples
from tests.printing.oracles import content, stream
from tests.printing.oracles.kept import parted
from tests.whole import deciding

SHEET = Paper(size=(340, 340), first=Margins(20, 20, 20, 20), later=Margins(20, 20, 20, 20))
STYLE = ParagraphStyle(TextStyle(size=10), Align.JUSTIFY)
LINES = 300 // 16


def lone_lines(pages: list[content.Page]) -> list[str]:
    """Pages of one paragraph that hold a single line of it."""
    return [f"page {page.number}" for page in pages if len(page.lines()) == 1]


@pytest.mark.parametrize("filler", deciding(range(0, 300, 5), range(0, 300, 15)))
def test_a_paragraph_leaves_two_lines_on_each_side(filler: int) -> None:
    """A line is sixteen points: with every step of fifteen another number of them has room."""
    setter = Typesetter(made_papers.fonts())
    for words in (30, 47, 60, 180):
        made = render(setter, [Gap(filler), FaParagraph(setter, "واژه " * words, STYLE)], SHEET)
        assert lone_lines(stream.read(made.pdf)) == []
        setter = Typesetter(made_papers.fonts())


def test_a_lone_line_would_be_seen() -> None:
    setter = Typesetter(made_papers.fonts())
    made = render(setter, [FaParagraph(setter, "\n".join("آ" * LINES), STYLE), FaParagraph(setter, "ب", STYLE)], SHEET)
    assert lone_lines(stream.read(made.pdf)) == ["page 2"]


@pytest.mark.parametrize("items", range(1, 14))
def test_no_page_of_minutes_ends_with_a_heading(items: int) -> None:
    agenda = (samples.RICH.agenda * 4)[:items]
    assert parted(reader.paper(replace(samples.RICH, agenda=agenda))) == []


@pytest.mark.parametrize("filler", range(0, 300, 17))
def test_a_heading_goes_along_with_the_first_item_of_a_list(filler: int) -> None:
    setter = Typesetter(made_papers.fonts())
    items: list[str | ListItem] = ["واژه " * 40, ListItem(text="بند", items=["واژه " * 20, "دوم"]), "سوم"]
    story = [Gap(filler), FaHeading(setter, "سرعنوان", STYLE), FaList(setter, items, STYLE, ordinals)]
    made = render(setter, story, SHEET)
    assert parted(finish(made, title="نمونه")) == []


@pytest.mark.parametrize("count", range(20, 90, 3))
def test_no_table_leaves_a_single_row_for_the_next_page(count: int) -> None:
    heads = ["ردیف", "سخن"]
    rows = [[f"{row}".translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")), "سخن"] for row in range(1, count + 1)]
    pages = stream.read(made_papers.table([heads, *rows], [60.0, None]))
    seen = [sum(glyph.text in "۰۱۲۳۴۵۶۷۸۹" for line in page.lines() for glyph in line[-1:]) for page in pages]
    assert sum(seen) == count
    assert seen[-1] > 1
