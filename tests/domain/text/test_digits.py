"""Digits and numbers."""

from __future__ import annotations

from datetime import time

import pytest

from desktop_app.domain.text.digits import (
    UnifiedDigits,
    latin_digits,
    persian_digits,
    persian_percent,
    persian_time,
    unify_digits,
)

ALL_THREE = "0123456789 ۰۱۲۳۴۵۶۷۸۹ ٠١٢٣٤٥٦٧٨٩"


def test_the_three_alphabets() -> None:
    assert latin_digits(ALL_THREE) == "0123456789 0123456789 0123456789"
    assert persian_digits(ALL_THREE) == "۰۱۲۳۴۵۶۷۸۹ ۰۱۲۳۴۵۶۷۸۹ ۰۱۲۳۴۵۶۷۸۹"


def test_a_whole_number_is_never_grouped_unasked() -> None:
    assert persian_digits(1403) == "۱۴۰۳"


def test_the_percent_sign_follows() -> None:
    assert persian_percent(45) == "۴۵٪"


def test_times() -> None:
    assert persian_time("10:05") == "۱۰:۰۵"
    assert persian_time(time(9, 5, 59)) == "۰۹:۰۵"


@pytest.mark.parametrize(
    ("text", "unified", "changed"),
    [
        ("بند 3 و ٤ و ۵", "بند ۳ و ۴ و ۵", 2),
        ("مورخ 1402/3/8", "مورخ ۱۴۰۲/۳/۸", 6),
        ("16ساعته", "۱۶ساعته", 2),
        ("کد 7F3A و کاغذ A4 برای 8 نفر", "کد 7F3A و کاغذ A4 برای ۸ نفر", 1),
        ("نشانی a1@b2.ir یا http://x.ir/3", "نشانی a1@b2.ir یا http://x.ir/3", 0),
        ("نشانی (192.168.1.10) است", "نشانی (192.168.1.10) است", 0),
        ("12.5 درصد", "۱۲.۵ درصد", 3),
        ("", "", 0),
        ("دو\n3\t4", "دو\n۳\t۴", 2),
    ],
)
def test_one_kind_of_digits(text: str, unified: str, changed: int) -> None:
    assert unify_digits(text) == UnifiedDigits(unified, changed)
    assert unify_digits(unified).changed == 0
