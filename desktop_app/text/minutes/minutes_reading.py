"""Sentences of the reading step."""

from __future__ import annotations

from typing import Final

from desktop_app.text.shared.digits import persian

READING: Final = "قرائت صورت‌جلسه"
READ_DONE: Final = "خوانده شد"
READ_NEXT: Final = "بعدی"
READ_BACK: Final = "پیشین"
READ_LEAVE: Final = "خروج از قرائت"


def reading_place(place: int, count: int) -> str:
    """Where the reading is."""
    return f"{persian(place)} از {persian(count)}"


UNIFORM_DIGITS: Final = "یکدست‌سازی ارقام"


def other_digits(count: int) -> str:
    """How many numbers stand in other digits than the rest, for the offer to change them."""
    return f"{persian(count)} عدد در متن با رقم لاتین یا عربی نوشته شده است؛ نشانی‌ها و واژه‌های لاتین دست نمی‌خورد."


READING_NOTHING: Final = "چیزی برای خواندن نوشته نشده است."
