"""Persian words of the calendar: months, weekdays, numbers in words, and the words people type for days.

Words only; what they mean as dates is :mod:`desktop_app.domain.calendar.written_dates`, how dates are shown is
:mod:`desktop_app.domain.calendar.jalali`.
"""

from __future__ import annotations

from typing import Final

from desktop_app.domain.numbering import Token

MONTHS: Final = (
    "فروردین",
    "اردیبهشت",
    "خرداد",
    "تیر",
    "مرداد",
    "شهریور",
    "مهر",
    "آبان",
    "آذر",
    "دی",
    "بهمن",
    "اسفند",
)
"""The twelve months, the first one at place 0."""

WEEKDAYS: Final = ("دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه")
"""The days of the week by the number of :meth:`datetime.date.weekday`, Monday first."""

TOKEN_WORDS: Final = {
    "سال": Token.YEAR,
    "جلسه": Token.MEETING,
    "ردیف": Token.ROW,
    "محور": Token.AXIS,
    "سریال": Token.SERIAL,
}
"""The words between braces in a number pattern."""

_ONES: Final = (
    "صفر",
    "یک",
    "دو",
    "سه",
    "چهار",
    "پنج",
    "شش",
    "هفت",
    "هشت",
    "نه",
    "ده",
    "یازده",
    "دوازده",
    "سیزده",
    "چهارده",
    "پانزده",
    "شانزده",
    "هفده",
    "هجده",
    "نوزده",
)
_TENS: Final = ("بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود")
_HUNDREDS: Final = ("صد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد")
_ZWNJ: Final = "\u200c"
# these letters never join the next one, so the half space after them would be nothing
_UNJOINED: Final = "ادذرزژو"


def month_name(month: int) -> str:
    """The name of a Jalali month, 1 to 12."""
    if not 1 <= month <= 12:
        raise ValueError(f"no month {month}")
    return MONTHS[month - 1]


def cardinal(number: int) -> str:
    """Write a whole number 0 to 999 as one Persian word: 29 is «بیست‌ونه»."""
    if not 0 <= number <= 999:
        raise ValueError(f"no words for {number}")
    words = []
    if number >= 100:
        words.append(_HUNDREDS[number // 100 - 1])
        number %= 100
    if number >= 20:
        words.append(_TENS[number // 10 - 2])
        number %= 10
    if number or not words:
        words.append(_ONES[number])
    return "و".join(word if word[-1] in _UNJOINED else word + _ZWNJ for word in words).rstrip(_ZWNJ)


def ordinal(number: int) -> str:
    """Write a rank 1 to 999 in Persian words: «اول», «دوم», «پنجم», «سی‌ام», «شصت‌وششم»."""
    if number == 1:
        return "اول"
    if not 1 < number <= 999:
        raise ValueError(f"no rank {number}")
    word = cardinal(number)
    if word.endswith("سه"):
        return word[:-1] + "وم"
    return word + (_ZWNJ + "ام" if word.endswith("سی") else "م")


# ---- what people type; compared folded and without blanks, so one spelling each is enough

DAY_WORDS: Final = {"امروز": 0, "فردا": 1, "پس‌فردا": 2, "دیروز": -1, "پریروز": -2}
"""Words for a day near today, and how many days from it."""

WORKING_DAY_UNIT: Final = "روز کاری"
DAY_UNIT: Final = "روز"
WEEK_UNIT: Final = "هفته"
MONTH_UNIT: Final = "ماه"
YEAR_UNIT: Final = "سال"

LATER_WORDS: Final = ("بعد", "دیگر", "آینده", "آتی")
EARLIER_WORDS: Final = ("پیش", "قبل", "گذشته")
THIS_WORDS: Final = ("این", "همین")
CURRENT_WORDS: Final = ("جاری",)
END_WORDS: Final = ("پایان", "آخر", "انتهای")
LEADING_WORDS: Final = ("تا", "ظرف", "مورخ", "در", "روز")
"""Words that people put before a date and that say nothing about which."""

MONTH_SPELLINGS: Final = {"امرداد": 5, "اردی‌بهشت": 2}
"""Other spellings of month names."""

FIRST_SPELLINGS: Final = {"یکم": 1}
"""Other ranks for a day of the month."""

WEEKDAY_SPELLINGS: Final = {
    "یک‌شنبه": 6,
    "پنج‌شنبه": 3,
    "آدینه": 4,
    "۱شنبه": 6,
    "۲شنبه": 0,
    "۳شنبه": 1,
    "۴شنبه": 2,
    "۵شنبه": 3,
}
"""Other spellings of weekdays."""

TIME_WORDS: Final = ("ساعت",)
"""Words that people put before a time of day."""
