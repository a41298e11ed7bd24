"""Words of the list of meetings."""

from __future__ import annotations

from typing import Final

NEW_MEETING: Final = "جلسهٔ تازه"
NO_MEETINGS_WHY: Final = "کمیته هر ماه یک جلسه دارد؛ نخستین جلسه را زمان‌بندی کنید."
NO_MEETINGS_YET_WHY: Final = (
    "جلسه‌های پیش از ثبت را از «تنظیمات»، بخش «سابقه»، بیاورید، یا جلسهٔ تازه را از همین‌جا زمان‌بندی کنید."
)
ALL: Final = "همه"
AHEAD: Final = "پیش رو"
OVER: Final = "برگزارشده"
OFF: Final = "لغو و تعویق"
KIND: Final = "نوع"
YEAR: Final = "سال"
MONTH: Final = "ماه"
NOTHING_AHEAD: Final = "جلسه‌ای پیش رو نیست. «جلسهٔ تازه» را بزنید."
NOTHING_OVER: Final = "هنوز جلسه‌ای برگزار نشده است."
NOTHING_OFF: Final = "هیچ جلسه‌ای لغو یا به تعویق نیفتاده است."
