"""The words of the report of a recovery of paper template 1.

Template 1 is released: its words never change (see :mod:`desktop_app.text.paper.paper_1`).
"""

from __future__ import annotations

from typing import Final

TITLE: Final = "گزارش بازیابی"
MISSING: Final = "آنچه چنان که نوشته شده بود به دست نیامد"
ROW: Final = "ردیف"
RECORD: Final = "رکورد"
NUMBER: Final = "شناسه"
NAME: Final = "نام"
FATE: Final = "سرنوشت"
CAME: Final = "آنچه آمد"
ROWS: Final = "شمار"
UNPROVEN: Final = "بی گواه"
LEFT: Final = "پس از بازیابی"
SOURCES: Final = "منبع"
NEXT: Final = (
    "ردیف‌های نام‌برده را از روی نسخهٔ کاغذی، دفتر اندیکاتور یا رونوشت نامه‌ها دوباره ثبت کنید و این گزارش را بایگانی کنید."
)


def as_of(day: str, time: str) -> str:
    """When the damaged file was read."""
    return f"{day}، ساعت\u00a0{time}"
