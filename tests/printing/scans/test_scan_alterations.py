"""Figures, dates and words that were altered under genuine marks: each is named, and none is vouched for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from desktop_app.domain.verifying.scanned_text import TextSeen
from desktop_app.printing.scans.scan_comparison import ComparedPrint
from tests import made_scans
from tests.benchmarks.scan_alterations import (
    ALARMS,
    CONDITIONS,
    DOTS,
    PAIRS,
    Altered,
    alterations,
    genuine,
    printed,
    seen,
    with_these,
)

SOUND = ("clean", "grey", "1°, JPEG 30")
"""Conditions in which no letter of a page is too worn to be compared."""
WORN = ("black and white", "photocopy")
"""Conditions that smear small print: a few words of the footer are left to the eye."""
FEW = 2


@pytest.fixture(scope="module")
def of() -> ComparedPrint:
    """The print."""
    return printed()


def by_page(dpi: int) -> Mapping[int, Sequence[Altered]]:
    """All alterations of a density, by page: of several on one page each has to be named."""
    found: dict[int, list[Altered]] = {}
    for one in alterations(dpi):
        found.setdefault(one.page, []).append(one)
    return found


def test_the_grid_has_figures_and_days_of_both_shades() -> None:
    made = [(one.what, one.shade) for one in alterations(200)]
    assert {what for what, _shade in made} >= {*PAIRS, *DOTS, "wiped", "overwritten", "written over", "word"}
    assert len(made) == len(set(made))
    assert sum(shade == "grey" for _what, shade in made) >= 6


@pytest.mark.parametrize(("name", "dpi"), [("grey", 200), ("grey", 300), ("black and white", 200), ("photocopy", 200)])
def test_no_alteration_is_vouched_for(of: ComparedPrint, name: str, dpi: int) -> None:
    missed = []
    for number, found in by_page(dpi).items():
        text = seen(of, number, with_these(number, found, dpi), CONDITIONS[name])
        assert text.seen is not TextSeen.SAME
        if text.seen in (TextSeen.DOUBTFUL, TextSeen.PARTLY):
            missed += [(one.what, one.shade, one.word, round(one.place)) for one in found if not one.named_by(text)]
    assert missed == []


@pytest.mark.parametrize("what", ["overwritten", "۰۱", *DOTS])
def test_a_single_one_on_its_page_is_seen(of: ComparedPrint, what: str) -> None:
    for one in (one for one in alterations(200) if one.what == what):
        text = seen(of, one.page, with_these(one.page, [one], 200), CONDITIONS["grey"])
        assert text.seen in (TextSeen.DOUBTFUL, TextSeen.PARTLY), one.shade
        assert one.named_by(text), one.shade


@pytest.mark.parametrize("scanner", [made_scans.in_grey(made_scans.grey), made_scans.colour], ids=["grey", "colour"])
def test_a_dot_beside_a_stroke_of_a_pen_is_named(of: ComparedPrint, scanner: made_scans.Change) -> None:
    """Over a letter in black, where a stroke from beside it runs through the next word."""
    one = next(one for one in alterations(200) if (one.what, one.shade) == (DOTS[1], "black"))
    page = with_these(one.page, [one], 200).convert("RGB")
    (left, top), mm = one.patches[0].at, page.width / 210
    line = [(left + mm * across, top + mm * down) for across, down in ((3, 5), (8, -3), (27, 2), (32, -5))]
    written = made_scans.in_turn(made_scans.stroke_along(line), scanner)
    text = seen(of, one.page, page, written)
    assert text.seen in (TextSeen.DOUBTFUL, TextSeen.PARTLY)
    assert one.named_by(text)


@pytest.mark.parametrize("name", SOUND)
def test_a_genuine_page_is_vouched_for(of: ComparedPrint, name: str) -> None:
    for number in (1, 3):
        page = genuine(200)[number - 1]
        text = seen(of, number, page, CONDITIONS[name])
        assert text.seen not in ALARMS
        assert (text.seen, text.unread) == (TextSeen.SAME, ())


@pytest.mark.parametrize("name", WORN)
def test_of_a_worn_genuine_page_few_words_are_left_to_the_eye_and_none_is_called_altered(
    of: ComparedPrint, name: str
) -> None:
    for number in (1, 3):
        text = seen(of, number, genuine(200)[number - 1], CONDITIONS[name])
        assert text.seen in (TextSeen.SAME, TextSeen.PARTLY)
        assert len(text.unread) <= FEW
