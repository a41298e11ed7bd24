"""The attendance sheet on paper: rows for the pen, blank ones for others, two signatures that are never alone."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from desktop_app.domain.attendance_sheet_document import AttendanceSheetDocument
from tests.printing import minutes_reader as reader
from tests.printing import office_samples as samples
from tests.printing.office_papers import lines, pages, stands

DOCUMENT = samples.ATTENDANCE
PEN = 12 * 72 / 25.4


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


def test_every_row_is_tall_enough_for_a_pen() -> None:
    heights = _row_heights(DOCUMENT)
    assert len(heights) == 4 + 2 + 1 + 2
    assert min(heights) >= PEN - 0.2


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
    seats = [DOCUMENT.seats[0]] * 9
    pages_of = {}
    for many in range(4, 10):
        tall = replace(DOCUMENT, seats=tuple(seats[:many]), guests=(), blank_guests=4)
        rows = stands(tall, "ساعت ورود")
        pages_of[many] = (len(pages(tall)), rows)
        assert len(rows) == 1 + len(DOCUMENT.parties), "a heading row that comes again"
    assert {count for count, _ in pages_of.values()} >= {2}


def test_two_people_sign_beside_each_other() -> None:
    found = lines(replace(DOCUMENT, seats=DOCUMENT.seats[1:2], blank_rows=0))
    chair, secretary = reader.only(found, "رئیس جلسه"), reader.only(found, "دبیر جلسه")
    assert (chair.page, chair.y) == (secretary.page, secretary.y)
    assert chair.left > secretary.right


def test_signatures_are_never_alone_on_a_page() -> None:
    for guests in range(1, 20):
        document = replace(DOCUMENT, blank_guests=guests)
        found = lines(document)
        signed = reader.only(found, "دبیر جلسه").page
        assert signed in stands(document, "نام و نام خانوادگی"), guests


def test_a_meeting_without_members_still_has_a_sheet() -> None:
    empty = replace(DOCUMENT, seats=(), guests=(), blank_rows=0, blank_guests=0, chair="", secretary="")
    assert len(pages(empty)) == 1
    assert stands(empty, "." * 24) == [1, 1]
