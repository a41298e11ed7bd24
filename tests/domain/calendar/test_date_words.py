"""Names and numbers in words."""

from __future__ import annotations

import pytest

from desktop_app.domain.calendar.date_words import (
    MONTHS,
    TOKEN_WORDS,
    cardinal,
    month_name,
    ordinal,
)
from desktop_app.domain.numbering import Token


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (0, "صفر"),
        (1, "یک"),
        (10, "ده"),
        (19, "نوزده"),
        (20, "بیست"),
        (29, "بیست‌ونه"),
        (31, "سی‌ویک"),
        (55, "پنجاه‌وپنج"),
        (99, "نودونه"),
        (100, "صد"),
        (105, "صدوپنج"),
        (231, "دویست‌وسی‌ویک"),
        (999, "نهصدونودونه"),
    ],
)
def test_numbers_in_words(number: int, word: str) -> None:
    assert cardinal(number) == word


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (1, "اول"),
        (2, "دوم"),
        (3, "سوم"),
        (5, "پنجم"),
        (11, "یازدهم"),
        (21, "بیست‌ویکم"),
        (23, "بیست‌وسوم"),
        (30, "سی‌ام"),
        (66, "شصت‌وششم"),
        (99, "نودونهم"),
        (100, "صدم"),
        (130, "صدوسی‌ام"),
    ],
)
def test_ranks_in_words(number: int, word: str) -> None:
    assert ordinal(number) == word


def test_no_two_numbers_share_a_word() -> None:
    assert len({cardinal(number) for number in range(1000)}) == 1000
    assert len({ordinal(number) for number in range(1, 1000)}) == 999


@pytest.mark.parametrize("number", [-1, 1000])
def test_numbers_without_words(number: int) -> None:
    with pytest.raises(ValueError, match="no words"):
        cardinal(number)


@pytest.mark.parametrize("number", [-1, 0, 1000])
def test_ranks_without_words(number: int) -> None:
    with pytest.raises(ValueError, match="no rank"):
        ordinal(number)


def test_months() -> None:
    assert [month_name(month) for month in range(1, 13)] == list(MONTHS)
    for month in (0, 13):
        with pytest.raises(ValueError, match="no month"):
            month_name(month)


def test_every_token_of_a_number_pattern_has_one_word() -> None:
    assert sorted(TOKEN_WORDS.values()) == sorted(Token)
