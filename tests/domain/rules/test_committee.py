"""The memorandum's clock: three weeks for each party to name its representative."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.domain.calendar.jalali import from_jalali
from desktop_app.domain.rules.committee import nomination_days_late, nomination_due

SIGNED = from_jalali(1401, 8, 10)


def test_three_weeks_after_signing() -> None:
    assert nomination_due(SIGNED) == from_jalali(1401, 9, 1)


@pytest.mark.parametrize(
    ("introduced", "today", "late"),
    [
        (from_jalali(1401, 8, 24), from_jalali(1401, 9, 20), 0),
        (from_jalali(1401, 9, 1), from_jalali(1401, 9, 20), 0),
        (from_jalali(1401, 9, 8), from_jalali(1401, 12, 1), 7),
        (None, from_jalali(1401, 9, 1), 0),
        (None, from_jalali(1401, 9, 4), 3),
    ],
)
def test_days_late(introduced: date | None, today: date, late: int) -> None:
    assert nomination_days_late(SIGNED, introduced, today) == late
