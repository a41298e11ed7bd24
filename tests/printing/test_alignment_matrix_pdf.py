"""The matrix on paper: one wide sheet or equal parts with the same labels, headings level, parties told apart."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from desktop_app.domain.alignment_matrix_document import AlignmentMatrixDocument
from desktop_app.domain.digits import persian_digits
from desktop_app.printing.papers import alignment_matrix_pdf
from desktop_app.text import paper_1_alignment_matrix as words
from tests.printing.minutes_reader import making
from tests.printing.oracles.cells import cell_faults, noted
from tests.printing.oracles.stream import read as read_pages
from tests.printing.report_documents import LONG_UNIT, matrix
from tests.printing.report_reader import MADE, read, require_sound


def sheet(pdf: bytes) -> tuple[int, int]:
    """Width and height of the first page in millimetres."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        _, _, width, height = opened.pages[0].mediabox
    return round(float(width) / 72 * 25.4), round(float(height) / 72 * 25.4)


@pytest.mark.parametrize(
    ("document", "size"),
    [
        (matrix(6, 8), (297, 210)),
        (matrix(12, 60), (420, 297)),
        (matrix(30, 12), (420, 297)),
        (matrix(3, 0), (297, 210)),
    ],
    ids=["small", "twelve-by-sixty", "parts", "empty"],
)
def test_the_paper_is_sound_on_the_smallest_sheet_that_holds_it(
    document: AlignmentMatrixDocument, size: tuple[int, int]
) -> None:
    paper = read(document)
    require_sound(paper, words.TITLE)
    assert sheet(paper.pdf) == size
    assert alignment_matrix_pdf.render(document, MADE, making()) == paper.pdf


@pytest.mark.parametrize("document", [matrix(12, 20), matrix(30, 6), matrix(12, 6, name=LONG_UNIT)])
def test_no_glyph_leaves_its_cell(document: AlignmentMatrixDocument, monkeypatch: pytest.MonkeyPatch) -> None:
    with noted(monkeypatch) as tables:
        pdf = alignment_matrix_pdf.render(document, MADE, making())
    assert cell_faults(read_pages(pdf), tables) == []


def test_labels_come_again_on_every_page_and_in_every_part() -> None:
    paper = read(matrix(30, 12))
    assert [paper.has(f"بخش {part} از ۳") for part in "۱۲۳۴"] == [True, True, True, False]
    for page in range(1, len(paper.pages) + 1):
        assert any(line.logical == words.RESOLUTION for line in paper.on(page)), page
    numbers = [line.page for line in paper.lines if "۱۴۰۱/۱/۱" in line.visual and line.right > 1050]
    assert len(numbers) == 3, "the first resolution stands in every part"


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


def test_a_long_heading_is_level_in_three_lines_and_its_full_name_stands_below() -> None:
    paper = read(matrix(12, 3, name=LONG_UNIT))
    assert paper.has(words.FULL_NAMES)
    assert paper.holds(f"۱. {LONG_UNIT}"[:40])
    assert not any(glyph.rotated for page in paper.pages for glyph in page.glyphs)


def test_a_matrix_of_nothing_says_so() -> None:
    assert read(matrix(3, 0)).has(words.NOTHING)
