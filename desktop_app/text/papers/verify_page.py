"""Words of the page «بررسی کاغذ»: asking, waiting, and the ways on from an answer."""

from __future__ import annotations

from typing import Final

from desktop_app.text.shared.isolates import apart

NOTHING_YET: Final = "کاغذی که در دست دارید کدام است؟"
NOTHING_YET_WHY: Final = (
    "برنامه می‌گوید کدام صورت‌جلسه یا نامه است، هنوز معتبر است یا نه، چه کسانی آن را امضا کرده‌اند، "
    "و اگر فایل باشد، چیزی در آن عوض شده است یا نه."
)
PASTE: Final = "چسباندن"
OPEN_TITLE: Final = "فایلی که بررسی می‌شود"
FILES: Final = "فایل PDF (*.pdf)"
STOP: Final = "انصراف"
STOPPED: Final = "بررسی به خواست شما متوقف شد"
NOT_VERIFIED: Final = "فایل بررسی نشد"
ONE_FILE: Final = "یک فایل را بیاورید"
ONE_FILE_WHY: Final = "هر بار یک کاغذ بررسی می‌شود. فایل‌ها را یکی‌یکی باز کنید یا رها کنید."
PICTURE: Final = "از این تصویر چیزی خوانده نشد"
PICTURE_WHY: Final = "کدِ پای صفحه را در خانهٔ «کد» بنویسید."

TO_HOLDS: Final = "باز کردن نسخهٔ معتبر"
TO_VERSION: Final = "باز کردن برگهٔ این نسخه"
TO_MEETING: Final = "رفتن به جلسه"
TO_NEAREST: Final = "بررسی کد نزدیک"


def running(name: str) -> str:
    """A file is being looked at."""
    return f"«{apart(name)}» خوانده و سنجیده می‌شود…"


def file_named(name: str) -> str:
    """Of which file the answer is."""
    return f"فایل: {apart(name)}"
