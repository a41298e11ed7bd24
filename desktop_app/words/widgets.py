"""Texts of the program's widgets."""

from __future__ import annotations

from typing import Final

from desktop_app.words.digits import left_to_right, persian

PARTY_LETTERS: Final = {"governorate": "ا", "center": "م"}
PARTY_NAMES: Final = {"governorate": "استانداری", "center": "مرکز ملی"}

# The standard Persian layout: what each Latin key types, so that a single letter works in either layout
_LATIN_ROW: Final = "qwertyuiop[]asdfghjkl;'zxcvbnm,"
_PERSIAN_ROW: Final = "ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو"
_SAME_KEY: Final = dict(zip(_LATIN_ROW, _PERSIAN_ROW, strict=True))


def persian_letter(typed: str) -> str:
    """Return the Persian letter of a key, also for a Latin layout."""
    return _SAME_KEY.get(typed.lower(), typed)


def with_letter(label: str, letter: str) -> str:
    """Return the tooltip of a switch's part: its word and its key."""
    return f"{label} (کلید «{letter}»)"


# ---- date field

QUICK_DAYS: Final = ("امروز", "پایان هفته", "پایان ماه", "+۳ هفته")
NO_CALENDAR: Final = "تقویم هنوز آماده نیست. چند لحظه بعد دوباره بنویسید."
SEPARATOR: Final = " · "
SPOKEN_BREAK: Final = "، "
WORKING_DAY: Final = "روز کاری"
MONTH_GRID: Final = "روزهای ماه"
OPEN_CALENDAR: Final = "تقویم"
EARLIER_MONTH: Final = "ماه پیش"
LATER_MONTH: Final = "ماه بعد"
WEEKDAY_LETTERS: Final = ("ش", "ی", "د", "س", "چ", "پ", "ج")


def days_away(days: int) -> str:
    """Return how far a day is from today."""
    if days == 0:
        return "امروز"
    if days == 1:
        return "فردا"
    return f"{persian(days)} روز دیگر" if days > 0 else f"{persian(-days)} روز پیش"


def closed_day(*, official: bool, estimated: bool) -> str:
    """Return why a day is closed."""
    if not official:
        return "تعطیل هفتگی"
    return "تعطیل رسمی (برآوردی)" if estimated else "تعطیل رسمی"


def closed_note(why: str, following: str) -> str:
    """Return why a day is closed, and the next working day."""
    return f"{why}؛ روز کاری بعد: {following}"


def holiday_line(day: str, name: str) -> str:
    """Return the line of one holiday of the month."""
    return f"{day} – {name}"


# ---- dialogs

CLOSE: Final = "بستن"
CANCEL: Final = "انصراف"
SAVE: Final = "ذخیره"
OPEN: Final = "باز کردن"
CHOOSE: Final = "برگزیدن"
FOLDER: Final = "پوشه"
FOLDER_LABEL: Final = "پوشه:"
FILE_NAME: Final = "نام فایل:"
FILE_KIND: Final = "نوع فایل:"
UNDERSTOOD: Final = "متوجه شدم"
REASON_MISSING: Final = "دلیل را در یک جمله بنویسید."
REPLACE_TITLE: Final = "فایلی با این نام هست"
REPLACE: Final = "جایگزین شود"
OTHER_NAME: Final = "نام دیگری می‌دهم"
SAVE_AND_LEAVE: Final = "ذخیره و رفتن"
LEAVE_AGAIN: Final = "نوشته‌هایتان ذخیره نشده است. برای بستن، یک بار دیگر Esc را بزنید."


def file_is_there(name: str) -> str:
    """Return the question before replacing a file whose extension was added."""
    return f"«{left_to_right(name)}» در این پوشه هست. اگر جایگزین شود، محتوای کنونی آن از میان می‌رود."


# ---- navigation and steps

NAVIGATION: Final = "صفحه‌ها"


def number(value: int) -> str:
    """Return a count with Persian digits."""
    return persian(value)


def with_keys(label: str, keys: str) -> str:
    """Return a tooltip with its shortcut."""
    return f"{label} (\u2066{keys}\u2069)"


def navigation_row(label: str, waiting: int, late: int) -> str:
    """Return the spoken text of a navigation row."""
    if late:
        return f"{label}، {persian(late)} معوق"
    return f"{label}، {persian(waiting)} در انتظار" if waiting else label


def step_of(label: str, place: int, count: int) -> str:
    """Return the spoken state of a meeting."""
    return f"مرحلهٔ {persian(place)} از {persian(count)}: {label}"


def step_row(place: int, title: str, *, done: bool, later: bool) -> str:
    """Return the spoken text of a step."""
    state = "، کامل است" if done else "، برای بعد مانده است" if later else ""
    return f"گام {persian(place)}: {title}{state}"


# ---- typed text

_CLEANED: Final = {
    "letter": "نویسهٔ عربی «ي» یا «ك» فارسی شد",
    "heh_hamza": "«ۀ» به «هٔ» تبدیل شد",
    "presentation_form": "شکل نمایشی حرف‌ها به حرف ساده تبدیل شد",
    "composed": "حرف و نشانهٔ جدا به هم پیوست",
    "half_space": "نیم‌فاصله جای خط فاصلهٔ پنهان نشست",
    "space": "فاصلهٔ ویژه به فاصلهٔ ساده تبدیل شد",
    "line_break": "شکست سطر یکدست شد",
    "bullet": "نشانهٔ فهرست یکدست شد",
}
_TAKEN_AWAY: Final = {
    "control": "نویسهٔ کنترلی",
    "direction_mark": "نشانهٔ جهت",
    "invisible": "نویسهٔ نادیدنی",
    "surrogate": "نویسهٔ ناقص",
}


def cleaned(changes: dict[str, int]) -> str:
    """Return what was changed in typed or pasted text; removed characters first, with their count."""
    gone = [f"{persian(changes[kind])} {name}" for kind, name in _TAKEN_AWAY.items() if kind in changes]
    turned = [name for kind, name in _CLEANED.items() if kind in changes]
    sentences = [" و ".join(gone) + " برداشته شد"] if gone else []
    return "؛ ".join(sentences + turned) + "." if gone or turned else ""


def too_long(count: int, limit: int) -> str:
    """Return that a text is too long, with its length."""
    return f"این خانه {grouped(limit)} نویسه جا دارد و متن {grouped(count)} نویسه می‌شود. متن کوتاه‌تری بنویسید."


def grouped(value: int) -> str:
    """Return a large number with separated thousands."""
    return persian(f"{value:,}").replace(",", "٬")


# ---- choosing

OFFERED: Final = "گزینه‌ها"


def not_in_list(text: str) -> str:
    """Return that the typed text is no option."""
    return f"«{text}» در فهرست نیست. بخشی از نام را بنویسید و از فهرست برگزینید."


def file_of(suffix: str) -> str:
    """Return the kind of a file, by its extension."""
    return f"فایل {left_to_right(suffix.upper())}" if suffix else "فایل"


def several_in_list(text: str) -> str:
    """Return that the typed text fits several options."""
    return f"«{text}» در چند گزینهٔ فهرست هست. بیشتر بنویسید یا یکی را برگزینید."


def remove_chip(text: str) -> str:
    """Return the spoken text of a chip."""
    return f"{text}، برداشتن"


# ---- looking at paper

PAGE_CANVAS: Final = "برگهٔ چاپی"
PRINTED_PAGE: Final = "صفحهٔ برگهٔ چاپی"
LAY_OVER: Final = "روی هم"
OVERLAY_SHARE: Final = "پررنگی اسکن روی برگهٔ چاپی"
PAGE_COMES: Final = "این صفحه خوانده می‌شود…"
THUMBNAILS: Final = "برگه‌ها"
FIT_WIDTH: Final = "هم‌پهنا"
PAGE_BACK: Final = "صفحهٔ پیش"
PAGE_NEXT: Final = "صفحهٔ بعد"
LARGER: Final = "بزرگ‌تر"
SMALLER: Final = "کوچک‌تر"


def page_of(page: int, count: int) -> str:
    """Return which page is shown."""
    return f"صفحهٔ {persian(page)} از {persian(count)}"


# ---- acts of a page

MORE_ACTS: Final = "کارهای دیگر"


# ---- lists

VIEWS: Final = "نماهای فهرست"
ADD_FILTER: Final = "پالایه"
ADD_FILTER_NAME: Final = "افزودن پالایه"
CLEAR_FILTERS: Final = "پاک کردن پالایه‌ها"


def view_with_count(label: str, count: int) -> str:
    """Return the spoken text of a saved view."""
    return f"{label}، {persian(count)} مورد"


def filters(count: int) -> str:
    """Return «۲ پالایه»."""
    return f"{persian(count)} پالایه"
