"""Marks and blank pages on made scans of a real paper; the whole table is in ``dev.py bench scans``."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from desktop_app.domain import page_marks
from desktop_app.domain.page_marks import PageMark
from desktop_app.printing.papers import minutes_pdf
from desktop_app.printing.scans.scan_files import filled_cells, is_blank
from desktop_app.printing.scans.scan_marks import find_mark
from tests import made_scans
from tests.benchmarks.scans import CONDITIONS, INKED, measured
from tests.printing import sample_documents as samples
from tests.printing.minutes_reader import paper, render_context

DPI = 150
PDF = paper(samples.RICH)
CODE = samples.final_imprint(samples.RICH).code


@pytest.fixture(scope="module")
def pages() -> Sequence[made_scans.Picture]:
    """Of a paper of several pages."""
    return made_scans.drawn(PDF, DPI)


@pytest.mark.parametrize("name", CONDITIONS)
def test_marks_are_read_in_every_condition(name: str, pages: Sequence[made_scans.Picture]) -> None:
    found = measured(CONDITIONS[name], [(CODE, {1: pages[0], 2: pages[1]})], 1)
    assert found.wrong == 0
    assert found.read == found.tried or name in INKED


@pytest.mark.parametrize("machine", ["grey", "black and white"])
def test_the_table_holds_every_way_to_lie_and_ink_over_a_corner_for_each_machine(machine: str) -> None:
    named = {name.removeprefix("−") for name in CONDITIONS}
    assert {f"{angle} {machine}" for angle in ("0.5°", "1°", "2°", "5°", "90°", "180°")} <= named
    assert {machine, f"stamp over a corner, {machine}", f"stroke over a corner, {machine}"} <= named


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_the_corners_tell_the_turn(quarters: int, pages: Sequence[made_scans.Picture]) -> None:
    laid = made_scans.turned(quarters)(made_scans.skewed(4)(pages[0], random.Random(1)), random.Random(1))
    found = find_mark(laid)
    assert found is not None
    assert (found.turn, found.mark.page, found.mark.total) == (-quarters % 4, 1, len(pages))


def test_marks_of_a_very_long_paper_say_the_code_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_marks, "MOST_PAGES", 0)
    pdf = minutes_pdf.render(samples.RICH, samples.final_imprint(samples.RICH), render_context())
    first = made_scans.drawn(pdf, DPI, [0])[0]
    chance = random.Random(1)
    found = find_mark(made_scans.skewed(2)(made_scans.grey(first, chance), chance))
    assert found is not None
    assert (found.mark, found.turn) == (PageMark(CODE), 0)


def test_marks_that_disagree_are_no_answer(pages: Sequence[made_scans.Picture]) -> None:
    first, second = pages[:2]
    both = first.copy()
    both.paste(second.crop((0, 0, first.width // 2, first.height)), (0, 0))
    assert find_mark(both) is None


def test_other_codes_are_nobodys_matter() -> None:
    import segno

    page = made_scans.blank(DPI)
    matrix = segno.make("https://example.org/1", error="h").matrix
    for row, line in enumerate(matrix):
        for column, dark in enumerate(line):
            if dark:
                page.paste("black", (200 + 6 * column, 300 + 6 * row, 206 + 6 * column, 306 + 6 * row))
    assert find_mark(page) is None


def test_nothing_is_read_from_noise() -> None:
    for seed in range(3):
        assert find_mark(made_scans.noisy(made_scans.blank(100), random.Random(seed), 60)) is None


def test_blank_pages_hold_nothing_and_a_signature_is_something() -> None:
    chance = random.Random(1)
    for page in (
        made_scans.blank(DPI),
        made_scans.colour(made_scans.blank(DPI, yellowed=True), chance),
        made_scans.skewed(2)(made_scans.grey(made_scans.blank(DPI), chance), chance),
    ):
        assert is_blank(page, DPI)
    assert filled_cells(made_scans.signed(made_scans.blank(DPI), chance), DPI) >= 5
