"""Digits and numbers."""

from __future__ import annotations

from datetime import time

import pytest

from desktop_app.domain.text.digits import (
    latin_digits,
    other_numbers,
    persian_digits,
    persian_percent,
    persian_time,
    record_number,
    uniform_digits,
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
    ("typed", "shown"),
    [
        ("1402/3/17", "۱۴۰۲/۳/۱۷"),
        ("12/م/1403", "۱۲/م/۱۴۰۳"),
        ("٢١٧/ص", "۲۱۷/ص"),
        ("۲۱/ص/44", "۲۱/ص/۴۴"),
        ("120.5.33", "۱۲۰.۵.۳۳"),
        ("IR-12/1403", "IR-12/1403"),
        ("011-3333 4444 داخلی 4", "۰۱۱-۳۳۳۳ ۴۴۴۴ داخلی ۴"),
        ("", ""),
    ],
)
def test_the_number_of_a_record_is_shown_in_persian_digits(typed: str, shown: str) -> None:
    assert record_number(typed) == shown


@pytest.mark.parametrize(
    ("text", "uniform", "changed"),
    [
        ("ظرف 10 روز، تا ٥ آذر 1402", "ظرف ۱۰ روز، تا ۵ آذر ۱۴۰۲", 3),
        ("(12%) و 3.5 میلیون", "(۱۲%) و ۳.۵ میلیون", 2),
        ("آزمون IPv6 در 3 مرحله", "آزمون IPv6 در ۳ مرحله", 1),
        ("نسخهٔ v2.1 و نسخهٔ 2.1.0", "نسخهٔ v2.1 و نسخهٔ 2.1.0", 0),
        ("نشانی 10.20.30.40 و 2001:db8::1", "نشانی 10.20.30.40 و 2001:db8::1", 0),
        ("به a1@b2.ir یا https://example.ir/1402/3", "به a1@b2.ir یا https://example.ir/1402/3", 0),
        ("استاندارد ISO 27001 و بند 4", "استاندارد ISO 27001 و بند ۴", 1),
        ("روز 1403.07.25", "روز ۱۴۰۳.۰۷.۲۵", 1),
        ("همهٔ ۵ واحد", "همهٔ ۵ واحد", 0),
    ],
)
def test_digits_of_free_text_become_uniform_outside_latin_runs(text: str, uniform: str, changed: int) -> None:
    assert (uniform_digits(text), other_numbers(text)) == (uniform, changed)


def test_a_very_long_text_is_read_in_one_go() -> None:
    assert other_numbers("1 " * 25_000) == 25_000
