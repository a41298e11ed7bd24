"""The words of the report of a recovery."""

from __future__ import annotations

from typing import Final

TITLE: Final = "گزارش بازیابی"
MISSING: Final = "آنچه چنان که نوشته شده بود به دست نیامد"
ROW: Final = "ردیف"
RECORD: Final = "نوع"
NAME: Final = "نام"
FATE: Final = "سرنوشت"
CAME: Final = "آنچه آمد"
ROWS: Final = "شمار"
UNPROVEN: Final = "سنجش‌ناپذیر"
LEFT: Final = "پس از بازیابی"
SOURCES: Final = "منبع"
NEXT: Final = (
    "آنچه از دست رفته یا کنار گذاشته شده است، هر جا بتوان، از روی نسخهٔ کاغذی، دفتر اندیکاتور یا رونوشت نامه‌ها "
    "دوباره ثبت کنید؛ آنچه با نشان «؟» آمده است در صفحهٔ خودش درست می‌شود. سابقه‌ها و صورت‌جلسه‌های نهایی را نمی‌توان "
    "دوباره ثبت کرد؛ برای آن‌ها نسخهٔ کاغذی و همین گزارش می‌ماند. این گزارش را بایگانی کنید."
)


def as_of(day: str, time: str) -> str:
    """When the damaged file was read."""
    return f"{day}، ساعت\u00a0{time}"
