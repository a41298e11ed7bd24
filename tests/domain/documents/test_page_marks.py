"""The mark of a page: what is written is read back, and nothing else is."""

from __future__ import annotations

import pytest

from desktop_app.domain.page_marks import MOST_PAGES, PageMark, mark_text, read_mark

CODE = "7F3A2C4DEFGHIJKL"


@pytest.mark.parametrize(("page", "total"), [(1, 1), (3, 9), (10, 36), (99, 100), (1, MOST_PAGES), (MOST_PAGES,) * 2])
def test_a_mark_says_code_page_and_total_in_twenty_characters(page: int, total: int) -> None:
    text = mark_text(CODE, page, total)
    assert len(text) == 20
    assert text.isalnum()
    assert text == text.upper()
    assert read_mark(text) == PageMark(CODE, page, total)


def test_few_pages_are_read_by_a_person_too() -> None:
    assert mark_text(CODE, 2, 3) == f"{CODE}0203"


def test_the_mark_of_a_very_long_paper_is_the_code_alone() -> None:
    assert read_mark(CODE) == PageMark(CODE, 0, 0)
    assert read_mark(mark_text(CODE, MOST_PAGES + 1, MOST_PAGES + 1)) == PageMark(CODE)


def test_every_page_has_a_mark_of_its_own() -> None:
    marks = {mark_text(CODE, page, total) for total in range(1, 60) for page in range(1, total + 1)}
    assert len(marks) == 59 * 60 / 2
    assert all(mark[:16] == CODE for mark in marks)


@pytest.mark.parametrize(
    "text",
    [
        "",
        CODE[:-1],
        CODE + "01",
        CODE + "0000",
        CODE + "0100",
        CODE + "0302",
        CODE + "01031",
        CODE.lower(),
        f" {CODE}",
        f"{CODE}\n",
        CODE[:-1] + "1",
        CODE[:-1] + "۲",
        "https://example.ir/a",
        f"{CODE}0۱03",
    ],
)
def test_no_other_text_gives_a_code(text: str) -> None:
    assert read_mark(text) is None


@pytest.mark.parametrize(
    ("code", "page", "total"), [("", 1, 1), ("ABC", 1, 1), (CODE, 0, 1), (CODE, 3, 2), (CODE + "2", 1, 1)]
)
def test_what_is_no_page_of_a_paper_is_never_marked(code: str, page: int, total: int) -> None:
    with pytest.raises(ValueError, match="no page of a paper"):
        mark_text(code, page, total)
