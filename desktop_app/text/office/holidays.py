"""Words of the section of the official holidays."""

from __future__ import annotations

from typing import Final

from desktop_app.text.shared.digits import persian

HEADS: Final = ("روز", "نام", "قطعی نیست")
NO_ROWS: Final = "در این سال تعطیلی ثبت نشده است"
CHANGED: Final = (
    "مهلت‌های «روز کاری» که از این پس داده شود با این جدول شمرده می‌شود. مهلت‌هایی که داده شده است همان می‌ماند."
)
REMOVE: Final = "برداشتن روز"


def year(number: int) -> str:
    """The year that shows."""
    return f"سال {persian(number)}"


def count(rows: int, estimated: int) -> str:
    """How many days are in the table of the year."""
    says = f"{persian(rows)} روز"
    return f"{says}، {persian(estimated)} روز هنوز قطعی نیست" if estimated else says


def unknown_year(number: int) -> str:
    """A year without a table."""
    return f"سال {persian(number)} جدول تعطیلات ندارد؛ در این سال فقط تعطیل هفتگی به حساب می‌آید."


def unknown_years(numbers: tuple[int, ...]) -> str:
    """Coming years without a table, while another year shows."""
    named = " و ".join(persian(one) for one in numbers)
    return f"برای {named} هنوز جدولی نیست. پیش از رسیدن سال، روزهای تعطیل آن را بیفزایید."


def name_of_day(day: str) -> str:
    """The spoken name of a cell."""
    return f"نام تعطیلی {day}"
