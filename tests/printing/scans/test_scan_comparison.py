"""Text of made scans beside their print: genuine pages raise no alarm, forged ones under genuine marks are named."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from desktop_app.domain.verifying.scanned_text import TextSeen
from desktop_app.printing.scans.scan_comparison import ComparedPrint
from tests import made_scans
from tests.benchmarks.scan_text import CONDITIONS, cases, told
from tests.printing import sample_documents as samples
from tests.printing.minutes_reader import paper

PDF = paper(samples.RICH)
FORGED = paper(
    replace(
        samples.RICH,
        resolutions=(replace(samples.RICH.resolutions[0], number="۱۴۰۱/۳/۹"), *samples.RICH.resolutions[1:]),
    ),
    samples.final_imprint(samples.RICH),
)
DPI = 200


@pytest.fixture(scope="module")
def printed() -> ComparedPrint:
    """Of a paper of several pages."""
    return ComparedPrint(PDF)


@pytest.fixture(scope="module")
def pages() -> Sequence[made_scans.Picture]:
    """Its pages as a perfect scanner sees them."""
    return made_scans.drawn(PDF, DPI)


@pytest.mark.parametrize("name", CONDITIONS)
def test_a_genuine_page_raises_no_alarm(name: str, printed: ComparedPrint, pages: Sequence[made_scans.Picture]) -> None:
    text = printed.compare(2, CONDITIONS[name](pages[1], random.Random(2)))
    # figures under a pen, and letters that a copier wore out, are named as not compared
    assert text.seen in (TextSeen.SAME, TextSeen.PARTLY, TextSeen.FAINT), text
    assert text.places == ()
    assert (text.seen is TextSeen.SAME) == (text.unread == ())


def test_a_print_that_the_printer_made_smaller_lies_over_the_page(
    printed: ComparedPrint, pages: Sequence[made_scans.Picture]
) -> None:
    """As «fit to page» does, moved and a little askew."""
    page = pages[0]
    small = page.resize((round(0.95 * page.width), round(0.95 * page.height)), Image.Resampling.BICUBIC)
    sheet = Image.new("RGB", page.size, "white")
    sheet.paste(small, (20, 50))
    seen = made_scans.skewed(1.5)(sheet, random.Random(1))
    assert printed.compare(1, seen).seen in (TextSeen.SAME, TextSeen.PARTLY)


def test_one_mark_is_enough(printed: ComparedPrint, pages: Sequence[made_scans.Picture]) -> None:
    page = pages[0].copy()
    page.paste("white", (0, round(0.9 * page.height), page.width // 2, page.height))
    assert printed.compare(1, page).seen is not TextSeen.UNCLEAR


def test_words_that_are_gone_are_named_by_their_place(
    printed: ComparedPrint, pages: Sequence[made_scans.Picture]
) -> None:
    """Whitened out, over the whole width, a tenth of the page from above."""
    page = pages[1].copy()
    top = round(0.2 * page.height)
    page.paste("white", (0, top, page.width, top + made_scans.millimetres(page, 12)))
    text = printed.compare(2, page)
    assert text.seen in (TextSeen.DOUBTFUL, TextSeen.OTHER)
    assert all(55 <= place <= 75 for place in text.places)


@pytest.mark.parametrize("name", ["grey", "colour", "black and white"])
def test_one_figure_is_named_by_its_page(name: str, printed: ComparedPrint) -> None:
    apart = []
    for number, page in enumerate(made_scans.drawn(FORGED, DPI), start=1):
        text = printed.compare(number, CONDITIONS[name](page, random.Random(number)))
        apart += [number] * (text.seen is TextSeen.DOUBTFUL)
    assert len(apart) == 1


def test_another_paragraph_and_another_page_are_told_surely(tmp_path: Path) -> None:
    """The ink of a changed paragraph reaches as far as that of a pen, and is no reason to doubt it."""
    forged = [one for one in cases(tmp_path / "demo", 1) if one.what in ("text", "page")]
    seen = told(CONDITIONS["grey"], forged, DPI)
    assert {what: set(found) for what, found in seen.items()} == {"text": {TextSeen.OTHER}, "page": {TextSeen.OTHER}}


@pytest.mark.parametrize(("name", "dpi"), [("grey", 200), ("black and white", 150)])
def test_neither_the_end_of_a_pen_nor_a_part_of_rules_alone_is_taken_for_other_print(
    name: str, dpi: int, tmp_path: Path
) -> None:
    """The line of print cuts the end off the stroke; and of a part in which nothing but rules stands, no place along
    them is better than another, so that its letters are not to be looked for beside their place.
    """
    last = [one for one in cases(tmp_path / "demo", 1) if one.what == "genuine"][-1]
    assert set(told(CONDITIONS[name], [last], dpi)["genuine"]) == {TextSeen.PARTLY}


def test_what_cannot_be_compared_is_said(printed: ComparedPrint, pages: Sequence[made_scans.Picture]) -> None:
    coarse = pages[0].reduce(2)
    without = made_scans.blank(DPI)
    assert [printed.compare(1, one).seen for one in (coarse, without)] == [TextSeen.UNCLEAR] * 2
    assert printed.compare(99, pages[0]).seen is TextSeen.UNCLEAR
