"""Tables, kept blocks and pages: what may part and what may not, and a file with nothing stray in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO

import pikepdf
import pypdf
import pytest

from desktop_app.printing.engine.layout.flow import Margins, Page, PageBreak, Paper, render
from desktop_app.printing.engine.layout.paragraph import FaHeading, FaParagraph
from desktop_app.printing.engine.layout.stack import Flowable, Gap, KeptTogether
from desktop_app.printing.engine.layout.table import Cell, FaTable, TableStyle
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from tests.printing import made_papers

WIDTH, HEIGHT = 400.0, 300.0
SHEET = Paper(size=(WIDTH + 40, HEIGHT + 40), first=Margins(20, 20, 20, 20), later=Margins(20, 20, 20, 20))


@pytest.fixture
def setter() -> Typesetter:
    return Typesetter(made_papers.fonts())


def text(setter: Typesetter, words: str) -> FaParagraph:
    return FaParagraph(setter, words, made_papers.style(size=10))


def heading(setter: Typesetter, words: str) -> FaHeading:
    return FaHeading(setter, words, made_papers.style(size=10))


def pages(setter: Typesetter, story: Iterable[Flowable], paper: Paper = SHEET) -> list[str]:
    """What pypdf reads on each page."""
    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(render(setter, story, paper).pdf)).pages]


def table(setter: Typesetter, count: int, *, middle: str = "") -> FaTable:
    rows = [[text(setter, "سر"), text(setter, "ستون")]]
    rows += [[text(setter, f"r{number}"), text(setter, middle or "متن")] for number in range(count)]
    return FaTable(rows, [60, None])


def test_the_header_row_comes_again_on_every_page(setter: Typesetter) -> None:
    found = pages(setter, [table(setter, 30)])
    assert len(found) > 2
    assert all("ستون" in page for page in found)
    assert re.findall(r"r\d+", " ".join(found)) == [f"r{n}" for n in range(30)]


def test_a_row_goes_on_the_next_page_whole_unless_it_is_tall(setter: Typesetter) -> None:
    body = "متن بلند " * 80
    low, tall = TableStyle(split_above=1000), TableStyle(split_above=40)
    for style, together in ((low, True), (tall, False)):
        rows = [[text(setter, "سر")], [text(setter, "\n".join("آ" * 9))], [text(setter, "alpha " + body + "omega")]]
        found = pages(setter, [FaTable(rows, [None], style=style)])
        assert any("alpha" in page and "omega" in page for page in found) is together


def test_a_row_taller_than_a_page_is_split_and_stays_inside(setter: Typesetter) -> None:
    found = pages(setter, [table(setter, 1, middle="alpha " + "واژه " * 1500 + "omega")])
    assert len(found) > 2
    assert "alpha" in found[0]
    assert "omega" in found[-1]
    assert sum(page.count("واژه") for page in found) == 1500


def test_columns_stand_from_right_to_left_and_spans_cover_them(setter: Typesetter) -> None:
    made = FaTable([[Cell(text(setter, "الف"), span=2)], [text(setter, "ب"), text(setter, "پ")]], [100, 60])
    made.wrap(WIDTH, HEIGHT)
    rows = made.rows
    assert made.sides(0, rows[0].cells[0]) == (0, 160)
    assert made.sides(0, rows[1].cells[0]) == (60, 160)
    assert made.sides(0, rows[1].cells[1]) == (0, 60)


def test_a_heading_goes_along_with_what_follows(setter: Typesetter) -> None:
    for filler in range(0, 300, 7):
        found = pages(setter, [Gap(filler), heading(setter, "head"), text(setter, "body " * 150)])
        page = next(page for page in found if "head" in page)
        assert "body" in page


def test_the_last_row_goes_along_with_the_block_after_the_table(setter: Typesetter) -> None:
    for filler in range(0, 120, 10):
        story = [Gap(filler), KeptTogether([table(setter, 6), Gap(90), text(setter, "signature")])]
        page = next(page for page in pages(setter, story) if "signature" in page)
        assert "r5" in page


def test_a_kept_block_longer_than_a_page_is_still_drawn_whole(setter: Typesetter) -> None:
    found = pages(setter, [KeptTogether([Gap(200), text(setter, "one"), Gap(200), text(setter, "two")])])
    assert "one" in "".join(found)
    assert "two" in "".join(found)


def test_page_breaks_never_leave_an_empty_page(setter: Typesetter) -> None:
    story = [PageBreak(), text(setter, "one"), PageBreak(), PageBreak(), text(setter, "two")]
    assert len(pages(setter, story)) == 2
    assert len(pages(setter, [])) == 1


def test_decoration_knows_the_number_of_pages(setter: Typesetter) -> None:
    def decorate(page: Page) -> None:
        page.place(text(page.typesetter, f"{page.number}-{page.total}"), 20, 18, WIDTH)

    paper = Paper(size=SHEET.size, first=SHEET.first, later=SHEET.later, decorate=decorate)
    story = (text(setter, "x " * 300) for _ in range(16))
    found = pages(setter, story, paper)
    assert len(found) > 3
    assert all(f"{number}-{len(found)}" in page for number, page in enumerate(found, 1))


def test_each_part_begins_on_a_first_page_and_counts_its_own_pages(setter: Typesetter) -> None:
    counts: list[tuple[int, int, int, float]] = []

    def decorate(page: Page) -> None:
        counts.append((page.part, page.number, page.total, page.margins.top))

    paper = Paper(size=SHEET.size, first=Margins(90, 20, 20, 20), later=SHEET.later, decorate=decorate)
    long = [text(setter, "x " * 300) for _ in range(8)]
    story = [PageBreak(part=True), text(setter, "one"), PageBreak(part=True), *long, PageBreak(part=True), Gap(9)]
    total = len(pages(setter, story, paper)) - 2
    assert total > 1
    middle = [(1, number, total, 90 if number == 1 else 20) for number in range(1, total + 1)]
    assert counts == [(0, 1, 1, 90), *middle, (2, 1, 1, 90)]


def test_a_part_after_a_page_that_was_turned_already_is_no_page_later(setter: Typesetter) -> None:
    parts: list[int] = []
    paper = Paper(size=SHEET.size, first=SHEET.first, later=SHEET.later, decorate=lambda page: parts.append(page.part))
    pages(setter, [Gap(5 * HEIGHT), PageBreak(part=True), text(setter, "one")], paper)
    assert parts == [0, 1]


def test_the_file_has_no_stray_objects_and_equal_bytes() -> None:
    def made() -> bytes:
        own = Typesetter(made_papers.fonts())
        return render(own, [heading(own, "عنوان"), table(own, 5)], Paper(watermark="نمونه", title="آزمون")).pdf

    data = made()
    assert data == made()
    with pikepdf.open(BytesIO(data)) as pdf:
        assert all("/Trans" not in page for page in pdf.pages)
        fonts = pdf.pages[0].Resources.Font
        assert {str(font.Subtype) for font in fonts.values()} == {"/Type0"}
        assert pdf.pages[0].Contents.Filter == pikepdf.Name.FlateDecode
    assert b"Helvetica" not in data


def test_missing_characters_are_listed_once_in_order() -> None:
    assert made_papers.missing("الف 😀 ب 語 😀 می\u200cشود é ۀ") == ["😀", "語"]
    assert made_papers.missing("متن ساده، (الف) 12 ۱۲ ٪") == []
