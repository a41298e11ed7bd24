"""Persian texts of the report of a salvage."""

from __future__ import annotations

from typing import Final

TITLE: Final = "گزارش نجات داده"
LISTED: Final = "آنچه در دادهٔ تازه نیست یا درستی آن سنجیده نشد"
ROW: Final = "ردیف"
RECORD: Final = "نوع"
NAME: Final = "نام"
REASON: Final = "دلیل"
SOURCES: Final = "منبع"
NEXT: Final = (
    "آنچه در این فهرست است، هر جا بتوان، از روی نسخهٔ کاغذی، دفتر اندیکاتور یا رونوشت نامه‌ها دوباره ثبت کنید. "
    "سابقه‌ها و صورت‌جلسه‌های نهایی دوباره ثبت نمی‌شود؛ برای آن‌ها نسخهٔ کاغذی و همین گزارش می‌ماند. این گزارش را بایگانی کنید."
)


def as_of(day: str, time: str) -> str:
    """Return when the damaged file was read."""
    return f"{day}، ساعت\u00a0{time}"
