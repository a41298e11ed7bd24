"""Columns of text: filled from the right, even where they end, nothing lost over pages, read down before across."""

from __future__ import annotations

from itertools import pairwise

import pytest

from desktop_app.domain.documents.appearance import Sheet, Typography
from desktop_app.printing.engine.layout.flow import Margins, Paper, render
from desktop_app.printing.engine.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.engine.layout.stack import Columns, Flowable, KeptTogether
from desktop_app.printing.engine.layout.structure import DrawnPages, Node
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.papers.year_book_pdf import columns_of
from tests.printing import made_papers
from tests.printing.oracles import stream
from tests.printing.oracles.content import Drawn

WIDTH, GAP, HEIGHT = 300.0, 20.0, 400.0


def entries(setter: Typesetter, count: int) -> list[Flowable]:
    """Head words with a number by which each is known, and a line below."""
    return [
        KeptTogether(
            [
                FaParagraph(setter, f"سر {1000 + number}", made_papers.style()),
                FaParagraph(setter, "جای سخن", made_papers.style(size=11.0)),
            ]
        )
        for number in range(count)
    ]


def drawn(count: int, columns: int = 2) -> DrawnPages:
    setter = Typesetter(made_papers.fonts())
    margins = Margins(top=40, bottom=40, left=30, right=30)
    paper = Paper(size=(WIDTH + 60, HEIGHT + 80), first=margins, later=margins)
    heading = FaHeading(setter, "نمایه", made_papers.style(size=16.0))
    return render(setter, [heading, Columns(entries(setter, count), columns, GAP)], paper)


def numbers(pages: DrawnPages) -> list[list[tuple[int, Drawn]]]:
    """On each page the head words by their numbers, in the order of drawing, with their last digit."""
    found = []
    for page in stream.read(pages.pdf):
        digits = [glyph for glyph in page.glyphs if glyph.text.isdigit()]
        groups = [digits[at : at + 4] for at in range(0, len(digits), 4)]
        found.append([(int("".join(one.text for one in group)) - 1000, group[0]) for group in groups])
    return found


@pytest.mark.parametrize("count", [1, 2, 3, 10, 11, 40])
@pytest.mark.parametrize("columns", [2, 3])
def test_every_entry_stands_once_in_its_order(count: int, columns: int) -> None:
    found = numbers(drawn(count, columns))
    assert [number for page in found for number, _ in page] == list(range(count))
    for page in found:
        for (_, before), (_, after) in pairwise(page):
            assert after.x < before.x - 60 or (after.y < before.y and abs(after.x - before.x) < 12)


def test_columns_are_even_where_they_end_and_full_where_they_go_on() -> None:
    (page,) = numbers(drawn(10))
    right = [number for number, glyph in page if glyph.x > 30 + WIDTH / 2]
    assert right == [0, 1, 2, 3, 4]
    first, *_ = found = numbers(drawn(40))
    assert len(found) > 1
    assert min(glyph.y for _, glyph in first) < 40 + 60


def test_both_columns_begin_at_the_same_height_and_are_read_one_after_the_other() -> None:
    pages = drawn(10)
    (page,) = numbers(pages)
    assert page[0][1].y == pytest.approx(page[5][1].y, abs=0.01)
    said = [node for node in pages.record.root.kids if isinstance(node, Node)]
    marks = [kid for node in said for kid in node.kids if isinstance(kid, int)]
    assert marks == sorted(marks)
    assert len(said) == 1 + 2 * 10


@pytest.mark.parametrize(
    ("typography", "count"),
    [
        (Typography(), 2),
        (Typography(sheet=Sheet.A3), 3),
        (Typography(sheet=Sheet.A5), 1),
        (Typography(size=150), 1),
        (Typography(size=150, sheet=Sheet.A3), 2),
    ],
)
def test_an_index_has_as_many_columns_as_the_sheet_holds_in_its_writing(typography: Typography, count: int) -> None:
    assert columns_of(Typesetter(made_papers.fonts(), typography)) == count
