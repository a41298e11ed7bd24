"""The attendance sheet on paper: rows for the pen, blank ones for others, two signatures that are never alone."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, product

import pytest

from desktop_app.domain.documents.appearance import USUAL, Sheet, Typography
from desktop_app.domain.documents.meeting_documents import AttendanceSheetDocument
from desktop_app.printing.stationery import frame
from desktop_app.printing.stationery.letter_blocks import PEN as SIGNED
from desktop_app.printing.stationery.signature_boxes import PEN_WIDTH
from tests.printing import minutes_reader as reader
from tests.printing import office_samples as samples
from tests.printing.office_papers import lines, pages, stands
from tests.whole import deciding

DOCUMENT = samples.ATTENDANCE
MM = 72 / 25.4
USUAL_PEN, LEAST_PEN = 12 * MM, 8 * MM
TURNS = (1, 2, 3, 4, 5, 8, 18, 19, 20, 22, 26, 27, 28, 29, 38, 40)
"""Seats at which a sheet begins to have another number of pages or rows of another height, with their neighbours, and
the one whose page is emptiest. Between them a row more is all that changes; ``--whole`` looks at those too.
"""


def _row_heights(document: AttendanceSheetDocument) -> list[float]:
    """Distances of the level lines below each heading row that has columns for the pen."""
    found = []
    for page in pages(document):
        uprights = [stroke for stroke in page.strokes if stroke.is_upright]
        for top, bottom in {(round(stroke.y1, 1), round(stroke.y0, 1)) for stroke in uprights}:
            levels = sorted({round(stroke.y0, 1) for stroke in page.strokes if stroke.is_level})
            inside = [y for y in levels if bottom - 1 <= y <= top + 1]
            found += [above - below for below, above in pairwise(inside)]
    return found


def _attended(seats: int, guests: int = 0, typography: Typography = USUAL) -> AttendanceSheetDocument:
    """A sheet as the program makes it: so many seats shared by both parties, a blank row for each, four for guests."""
    expected = [replace(DOCUMENT.seats[0], party=0 if seat < (seats + 1) // 2 else 1) for seat in range(seats)]
    known = tuple(DOCUMENT.guests[0] for _ in range(guests))
    return replace(DOCUMENT, seats=tuple(expected), guests=known, blank_rows=1, blank_guests=4, typography=typography)


def _blank_shares(document: AttendanceSheetDocument) -> list[float]:
    """The share of each page that is blank at its foot."""
    found, first = [], True
    edge = frame.first(document.typography).bottom
    drawn = pages(document)
    for page in drawn:
        feet = [glyph.y for glyph in page.glyphs if not glyph.rotated] + [stroke.y0 for stroke in page.strokes]
        lowest = min(foot for foot in feet if foot > edge) - (SIGNED if page is drawn[-1] else 0)
        room = frame.first_height(document.typography) if first else frame.page_height(document.typography)
        found.append(max(lowest - edge, 0.0) / room)
        first = False
    return found


def test_the_sheet_of_eight_seats_is_one_page_with_rules_for_chair_and_secretary() -> None:
    document = _attended(8, guests=1)
    heights = _row_heights(document)
    (page,) = pages(document)
    assert len(heights) > 8 + 2 + 1
    assert min(heights) >= LEAST_PEN - 0.2
    foot = min(stroke.y0 for stroke in page.strokes if stroke.is_upright)
    rules = [one for one in page.strokes if one.is_level and frame.first(USUAL).bottom < one.y0 < foot - 20 * MM]
    assert [round(one.x1 - one.x0) for one in rules] == [round(PEN_WIDTH)] * 2
    assert rules[0].y0 == rules[1].y0


@pytest.mark.parametrize("seats", range(1, 6))
def test_few_people_have_a_sheet_of_one_page(seats: int) -> None:
    document = _attended(seats)
    heights = _row_heights(document)
    assert len(pages(document)) == 1
    assert min(heights) >= LEAST_PEN - 0.2
    assert len(heights) > seats + 2, "at least one blank row for a guest"


def test_rows_give_way_only_where_that_saves_a_page() -> None:
    spared = {seats: len(pages(_attended(seats))) for seats in (10, 11)}
    assert spared == {10: 1, 11: 2}
    lowest = {seats: min(_row_heights(_attended(seats))) for seats in spared}
    assert lowest[11] >= USUAL_PEN - 0.2
    assert USUAL_PEN - 1 > lowest[10] >= LEAST_PEN - 0.2


@pytest.mark.parametrize("seats", deciding(range(1, 41), TURNS))
def test_no_page_is_half_empty_and_signatures_have_company(seats: int) -> None:
    document = _attended(seats, guests=seats % 4)
    shares = _blank_shares(document)
    assert len(shares) == 1 or max(shares) < 0.51, shares
    assert reader.only(lines(document), "دبیر جلسه").page in stands(document, "نام و نام خانوادگی")


WAYS = {"large": Typography(size=130), "A5": Typography(sheet=Sheet.A5)}
EMPTIEST = {("large", 2), ("large", 22), ("A5", 12), ("A5", 27)}


@pytest.mark.parametrize(("way", "seats"), deciding(product(WAYS, range(2, 30, 5)), EMPTIEST, several=True))
def test_nor_in_large_writing_or_on_the_small_sheet(way: str, seats: int) -> None:
    """The sheets with the emptiest pages decide."""
    shares = _blank_shares(_attended(seats, typography=WAYS[way]))
    assert len(shares) == 1 or max(shares) < 0.51, shares


def test_columns_for_the_pen_are_set_apart() -> None:
    uprights = [stroke.x0 for stroke in pages(DOCUMENT)[0].strokes if stroke.is_upright]
    assert len(set(uprights)) == 3


def test_seats_stand_under_their_party_and_a_stand_in_says_for_whom() -> None:
    found = lines(DOCUMENT)
    first = reader.only(found, "نمایندگان استانداری مازندران")
    second = reader.only(found, "نمایندگان مرکز ملی فضای مجازی")
    assert first.y > reader.only(found, "کیوان تنکابنی").y > second.y > reader.only(found, "مهرداد ستوده‌منش").y
    assert any("به‌جای آرش" in line.logical for line in found)


def test_the_heading_row_comes_again_on_every_page() -> None:
    crowded = samples.CROWDED_ATTENDANCE
    heads = stands(crowded, "نام و نام خانوادگی")
    assert set(range(1, len(pages(crowded)) + 1)) == set(heads)


def test_the_few_rows_of_guests_stand_on_one_page_with_the_signatures() -> None:
    counts = set()
    for many in range(9, 15):
        tall = replace(DOCUMENT, seats=(DOCUMENT.seats[0],) * many, guests=(), blank_guests=4)
        found = lines(tall)
        signed = reader.only(found, "دبیر جلسه").page
        assert reader.only(found, "مدعوان").page == signed == len(pages(tall))
        counts.add(signed)
    assert 2 in counts


def test_two_people_sign_beside_each_other() -> None:
    found = lines(replace(DOCUMENT, seats=DOCUMENT.seats[1:2], blank_rows=0))
    chair, secretary = reader.only(found, "رئیس جلسه"), reader.only(found, "دبیر جلسه")
    assert (chair.page, chair.y) == (secretary.page, secretary.y)
    assert chair.left > secretary.right


@pytest.mark.parametrize("guests", deciding(range(1, 20), {1, 7, 13, 19}))
def test_signatures_are_never_alone_on_a_page(guests: int) -> None:
    """All are sheets of two pages; those in between fill the second more and more."""
    document = replace(DOCUMENT, blank_guests=guests)
    found = lines(document)
    signed = reader.only(found, "دبیر جلسه").page
    assert signed in stands(document, "نام و نام خانوادگی")


def test_a_meeting_without_members_still_has_a_sheet() -> None:
    empty = replace(DOCUMENT, seats=(), guests=(), blank_rows=0, blank_guests=0, chair="", secretary="")
    assert len(pages(empty)) == 1
    assert stands(empty, "." * 24) == [1, 1]
