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


READING_NOTHING: Final = "چیزی برای خواندن نوشته نشده است."
