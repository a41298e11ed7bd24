"""Sentences of the program's own controls."""

from __future__ import annotations

from typing import Final

from desktop_app.text.digits import persian

PARTY_LETTERS: Final = {"governorate": "ا", "center": "م"}
PARTY_NAMES: Final = {"governorate": "استانداری", "center": "مرکز ملی"}

# The standard Persian layout: what each Latin key types, so that a single letter works in either layout
_LATIN_ROW: Final = "qwertyuiop[]asdfghjkl;'zxcvbnm,"
_PERSIAN_ROW: Final = "ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو"
_SAME_KEY: Final = dict(zip(_LATIN_ROW, _PERSIAN_ROW, strict=True))


def persian_letter(typed: str) -> str:
    """The Persian letter of the key that was pressed, also under a Latin layout."""
    return _SAME_KEY.get(typed.lower(), typed)


def with_letter(label: str, letter: str) -> str:
    """Tooltip of a part of a switch: its word and the letter that chooses it."""
    return f"{label} (کلید «{letter}»)"


# ---- date field

QUICK_DAYS: Final = ("امروز", "پایان هفته", "پایان ماه", "+۳ هفته")
NO_CALENDAR: Final = "تقویم هنوز آماده نیست. چند لحظه بعد دوباره بنویسید."
SEPARATOR: Final = " · "
SPOKEN_BREAK: Final = "، "
WORKING_DAY: Final = "روز کاری"
CLOSED: Final = "تعطیل"
MONTH_GRID: Final = "روزهای ماه"
OPEN_CALENDAR: Final = "تقویم"
EARLIER_MONTH: Final = "ماه پیش"
LATER_MONTH: Final = "ماه بعد"
WEEKDAY_LETTERS: Final = ("ش", "ی", "د", "س", "چ", "پ", "ج")


def days_away(days: int) -> str:
    """How far a day is from today."""
    if days == 0:
        return "امروز"
    if days == 1:
        return "فردا"
    return f"{persian(days)} روز دیگر" if days > 0 else f"{persian(-days)} روز پیش"


def closed_day(*, official: bool, estimated: bool) -> str:
    """Why a day is closed."""
    if not official:
        return "تعطیل هفتگی"
    return "تعطیل رسمی (برآوردی)" if estimated else "تعطیل رسمی"


def closed_note(why: str, following: str) -> str:
    """Beneath a closed day: why, and the next working day."""
    return f"{why}؛ روز کاری بعد: {following}"


def holiday_line(day: str, name: str) -> str:
    """One holiday below the month."""
    return f"{day} – {name}"


# ---- dialogs

CLOSE: Final = "بستن"
CANCEL: Final = "انصراف"
UNDERSTOOD: Final = "متوجه شدم"
REASON_MISSING: Final = "دلیل را در یک جمله بنویسید."
