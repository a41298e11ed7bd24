"""The matrix on paper: one wide sheet or equal parts with the same labels, headings level, parties told apart."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from itertools import product
from typing import Any

import pikepdf
import pytest

from desktop_app.domain.documents.appearance import USUAL, Sheet, Typography
from desktop_app.domain.documents.report_documents import AlignmentMatrixDocument
from desktop_app.domain.text.digits import persian_digits
from desktop_app.printing.engine.layout.table import FaTable
from desktop_app.printing.papers import alignment_matrix_pdf
from desktop_app.printing.words import alignment_matrix as words
from tests.printing.minutes_reader import render_context
from tests.printing.oracles.cells import cell_faults, noted
from tests.printing.oracles.stream import read as read_pages
from tests.printing.report_documents import LONG_UNIT, matrix
from tests.printing.report_reader import MADE, read, require_sound
from tests.whole import deciding

WIDE = Typography(sheet=Sheet.A3)
LARGE = Typography(size=130, pitch=115)


def sheet(pdf: bytes) -> tuple[int, int]:
    """Width and height of the first page in millimetres."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        _, _, width, height = opened.pages[0].mediabox
    return round(float(width) / 72 * 25.4), round(float(height) / 72 * 25.4)


@pytest.mark.parametrize(
    ("document", "size"),
    [
        (matrix(6, 8), (297, 210)),
        (matrix(12, 60), (297, 210)),
        (replace(matrix(12, 12), typography=Typography(sheet=Sheet.A5)), (297, 210)),
        (replace(matrix(6, 8), typography=WIDE), (297, 210)),
        (replace(matrix(12, 60), typography=WIDE), (420, 297)),
        (replace(matrix(30, 12), typography=WIDE), (420, 297)),
        (matrix(3, 0), (297, 210)),
    ],
    ids=["small", "A4-parts", "A5-parts", "small-on-A3", "twelve-by-sixty", "A3-parts", "empty"],
)
def test_the_paper_is_sound_on_the_smallest_sheet_of_the_office_that_holds_it(
    document: AlignmentMatrixDocument, size: tuple[int, int]
) -> None:
    paper = read(document)
    require_sound(paper, words.TITLE)
    assert sheet(paper.pdf) == size
    assert alignment_matrix_pdf.render(document, MADE, render_context()) == paper.pdf


WAYS = {"A4": USUAL, "A3": WIDE, "large": LARGE}
MATRICES = {"long": matrix(12, 20), "broad": matrix(30, 6), "names": matrix(12, 6, name=LONG_UNIT)}
HARDEST = {("long", "A4"), ("broad", "A3"), ("broad", "large"), ("names", "large")}
"""Many rows and many parts as they are usual, and the narrowest columns in large writing."""


@pytest.mark.parametrize(("name", "way"), deciding(product(MATRICES, WAYS), HARDEST, several=True))
def test_no_glyph_leaves_its_cell(name: str, way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    document = replace(MATRICES[name], typography=WAYS[way])
    with noted(monkeypatch) as tables:
        pdf = alignment_matrix_pdf.render(document, MADE, render_context())
    assert cell_faults(read_pages(pdf), tables) == []


@pytest.mark.parametrize("sheet", [Sheet.A4, Sheet.A3])
@pytest.mark.parametrize("size", [100, 125, 150])
def test_no_word_is_cut_however_large(size: int, sheet: Sheet, monkeypatch: pytest.MonkeyPatch) -> None:
    lacking: list[float] = []
    draw = FaTable.drawOn

    def drawn(table: Any, *place: Any) -> None:
        for row in table.rows:
            for item in row.cells:
                room = table.room(item.column, item.end)
                lacking.extend(float(each.flowable.minWidth()) - room for each in item.stack)
        draw(table, *place)

    monkeypatch.setattr(FaTable, "drawOn", drawn)
    document = replace(matrix(28, 16), typography=Typography(size=size, sheet=sheet))
    alignment_matrix_pdf.render(document, MADE, render_context())
    assert max(lacking) <= 0.5


@pytest.mark.parametrize(
    ("typography", "units", "parts"), [(USUAL, 12, "۲"), (USUAL, 30, "۴"), (WIDE, 30, "۳")], ids=["A4", "four", "A3"]
)
def test_labels_come_again_on_every_page_and_in_every_part(typography: Typography, units: int, parts: str) -> None:
    paper = read(replace(matrix(units, 12), typography=typography))
    found = [part for part in "۱۲۳۴۵" if paper.has(f"بخش {part} از {parts}")]
    assert found[-1] == parts
    assert len(found) == int(parts)
    for page in range(1, len(paper.pages) + 1):
        assert any(line.logical == words.RESOLUTION for line in paper.on(page)), page
    right = max(line.right for line in paper.lines)
    numbers = [line.page for line in paper.lines if "۱۴۰۱/۱/۱" in line.visual and line.right > right - 75]
    assert len(numbers) == int(parts), "the first resolution stands in every part"


def test_what_is_recorded_is_counted_at_the_left_end() -> None:
    document = matrix(6, 4)
    paper = read(document)
    row = document.rows[0]
    count = words.recorded(persian_digits(row.aligned), persian_digits(row.wanted))
    line = paper.at(count)
    assert line.left < 100
    assert paper.has(words.RECORDED)


def test_an_empty_cell_is_a_dashed_frame_and_a_word() -> None:
    document = matrix(6, 4)
    paper = read(document)
    empty = sum(cell is not None and cell.empty for row in document.rows for cell in row.cells)
    assert empty
    assert sum(line.logical == words.EMPTY for line in paper.lines) == empty + 1, "one more in the legend"


def test_the_legend_tells_what_is_late_where_something_is() -> None:
    whole = matrix(6, 4)
    none = [
        replace(row, late=0, cells=tuple(cell and replace(cell, late=0) for cell in row.cells)) for row in whole.rows
    ]
    late = replace(none[0], late=5)
    assert read(replace(whole, rows=(late, *none[1:]))).has("معوق")
    assert not read(replace(whole, rows=tuple(none))).has("معوق")


SMALL = {"A4": USUAL, "A3": WIDE, "small": Typography(size=70), "A5": Typography(sheet=Sheet.A5)}


@pytest.mark.parametrize("way", SMALL)
def test_nothing_is_written_smaller_than_eight_points(way: str) -> None:
    """Its sheet is never smaller than A4, so its writing need not be, either."""
    document = replace(matrix(12, 4, name=LONG_UNIT), typography=SMALL[way])
    sizes = {glyph.size for page in read(document).pages for glyph in page.glyphs if not glyph.rotated}
    assert min(sizes) >= 8


def test_a_long_heading_is_level_in_three_lines_and_its_full_name_stands_below() -> None:
    paper = read(matrix(12, 3, name=LONG_UNIT))
    assert paper.has(words.FULL_NAMES)
    assert paper.holds(f"۱. {LONG_UNIT}"[:40])
    assert not any(glyph.rotated for page in paper.pages for glyph in page.glyphs)


def test_a_matrix_of_nothing_says_so() -> None:
    assert read(matrix(3, 0)).has(words.NOTHING)
