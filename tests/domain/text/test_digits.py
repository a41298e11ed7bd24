"""Digits and numbers."""

from __future__ import annotations

from datetime import time

from desktop_app.domain.text.digits import latin_digits, persian_digits, persian_percent, persian_time

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
