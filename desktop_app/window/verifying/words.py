"""Persian texts of the page «بررسی برگه»: question, progress, and buttons of an answer."""

from __future__ import annotations

from typing import Final

from desktop_app.words.digits import apart, persian

NOTHING_YET: Final = "برگه‌ای که در دست دارید کدام است؟"
NOTHING_YET_WHY: Final = (
    "برنامه می‌گوید کدام صورت‌جلسه یا نامه است، هنوز برقرار است یا نه، چند امضا دارد، "
    "و فایل بایت به بایت همان است که دفتر نگه داشته یا نه."
)
PASTE: Final = "چسباندن"
NOTHING_TO_PASTE: Final = "در حافظهٔ موقت فایل، تصویر یا کدی نیست. نخست فایل یا کد را رونوشت کنید."
OPEN_TITLE: Final = "فایلی که بررسی می‌شود"
FILES: Final = "فایل PDF یا اسکن (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)"
STOP: Final = "انصراف"
STOPPED: Final = "بررسی به خواست شما متوقف شد"
NOT_VERIFIED: Final = "فایل بررسی نشد"
PASTED: Final = "تصویر چسبانده‌شده"

DETAILS: Final = "جزئیات"
TO_HOLDS: Final = "باز کردن نسخهٔ برقرار"
TO_VERSION: Final = "باز کردن برگهٔ این نسخه"
TO_MEETING: Final = "رفتن به جلسه"
TO_NEAREST: Final = "بررسی کد نزدیک"


def to_row(row: int, year: int) -> str:
    """The label of the button to one of several letters with the same number."""
    return f"دیدن ردیف {persian(row)} سال {persian(year)} در دفتر"


def running(name: str) -> str:
    """The message that a file is being read."""
    return f"«{apart(name)}» خوانده می‌شود…"


def file_named(name: str, count: int) -> str:
    """The names of the files of an answer."""
    more = f" و {persian(count - 1)} فایل دیگر" if count > 1 else ""
    return f"فایل: {apart(name)}{more}"
