"""Texts of the lists: titles, column heads, counts, empty lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from desktop_app.words.digits import persian, right_to_left_code

CLASS: Final = "طبقه‌بندی"
GUARDED: Final[Mapping[str, str]] = {"": "", "confidential": "محرمانه", "secret": "خیلی محرمانه"}
STATE: Final = "وضعیت"
FOLLOW_UP_ITEM: Final = "گزارش پیگیری مصوبات پیشین"
NEXT_MEETING_ITEM: Final = "دستور و زمان جلسهٔ آینده"
MEETINGS: Final = "جلسه‌ها"
REGISTERS: Final = "صادره و وارده"
MEETING: Final = "جلسه"
DAY: Final = "روز"
PLACE: Final = "محل"
MINUTES: Final = "صورت‌جلسه"
MINUTES_LIST: Final = "صورت‌جلسه‌ها"
VERSION: Final = "نسخه"
RESOLUTIONS: Final = "مصوبات"
RESOLUTION: Final = "مصوبه"
NUMBER: Final = "شماره"
SUBJECT: Final = "شرح مصوبه"
DUE: Final = "مهلت"
SEARCH: Final = "جست‌وجو در همین فهرست"
SEARCH_SHORT: Final = "در همین فهرست"
NOT_BEGUN: Final = "هنوز نوشته نشده"
CALLED_OFF: Final = "ندارد؛ جلسه لغو شد"
"""In the place of the minutes of a meeting that was cancelled."""
NO_DAY: Final = "بدون تاریخ"
AWAITS_VERIFYING: Final = "در انتظار تأیید"
NO_NUMBER: Final = "بدون شماره"
SHOW_ALL: Final = "پاک کردن جست‌وجو"
CLEAR_FILTERS: Final = "پاک کردن پالایه‌ها"
SAVE: Final = "ثبت"
SAVE_KEYS: Final = "Ctrl+Enter"
CANCEL: Final = "انصراف"
PRINT_LIST: Final = "چاپ فهرست"
ADD_FILTER: Final = "افزودن پالایه"
ORDER: Final = "ترتیب و نمایش"
OWN_ORDER: Final = "ترتیب"
FALLING: Final = "از آخر به اول"
COMPACT: Final = "سطرهای فشرده"
GROUPS: Final = "گروه‌بندی"
NO_GROUPS: Final = "بدون گروه"


def searched_for(search: str) -> str:
    """The search of a printed list."""
    return f"جست‌وجوی «{search}»"


def filtered_by(name: str, value: str) -> str:
    """One filter of a printed list."""
    return f"{name}: {value}"


def with_class(text: str, guarded: str) -> str:
    """Return a text with its confidentiality class, if above the usual one."""
    return f"{text} ({GUARDED[guarded]})" if guarded else text


def grouped_order(group: str, order: str) -> str:
    """Return the text of the sort button while rows are grouped."""
    return f"{group}، سپس {order}"


def group_head(name: str, count: str) -> str:
    """Return the spoken text of a group heading."""
    return f"{name}: {count}"


DETAIL: Final = "جزئیات"
COPY_ROWS: Final = "رونوشت سطرهای برگزیده برای اکسل"
SEPARATOR: Final = " · "
TODAY: Final = "تا امروز"
END_OF_WEEK: Final = "تا پایان هفته"

NO_MEETINGS: Final = "هنوز جلسه‌ای ثبت نشده است"
NO_MINUTES: Final = "هنوز صورت‌جلسه‌ای نوشته نشده است"
NO_MINUTES_WHY: Final = "پیش‌نویس صورت‌جلسه با آغاز جلسه ساخته می‌شود. جلسه را از «جلسه‌ها» باز کنید."
OPEN_MEETINGS: Final = "رفتن به جلسه‌ها"
NO_RESOLUTIONS: Final = "هنوز مصوبه‌ای نوشته نشده است"
NO_RESOLUTIONS_WHY: Final = "هر مصوبه در صورت‌جلسه نوشته می‌شود و هنگام نهایی‌سازی شماره می‌گیرد."


def ordinal_meeting(ordinal: str) -> str:
    """Return «جلسهٔ پنجم»."""
    return f"جلسهٔ {ordinal}"


def meeting_number(number: int) -> str:
    """Return «جلسهٔ ۵»."""
    return f"جلسهٔ {persian(number)}"


def agenda_and_resolutions(agenda: int, resolutions: int) -> str:
    """Return how many agenda items and resolutions a meeting has."""
    if not resolutions:
        return f"{persian(agenda)} بند دستور"
    return f"{persian(agenda)} بند دستور · {persian(resolutions)} مصوبه"


def version(number: int) -> str:
    """Return «نسخهٔ ۲»."""
    return f"نسخهٔ {persian(number)}"


def resolutions(count: int) -> str:
    """Return «۲ مصوبه», or that there is none."""
    return f"{persian(count)} مصوبه" if count else "بدون مصوبه"


def axis(code: str) -> str:
    """Return «م۵», with the parts of a sub-axis from the right; empty for none."""
    return f"م{right_to_left_code(persian(code))}" if code else ""


def late(days: int) -> str:
    """Return «۳ روز تأخیر»."""
    return f"{persian(days)} روز تأخیر"


def days_left(days: int) -> str:
    """Return «۸ روز مانده», or today."""
    return f"{persian(days)} روز مانده" if days else "امروز"


def counted(count: int, what: str) -> str:
    """Return the footer of a whole list."""
    return f"{persian(count)} {what}"


def nothing_found(search: str) -> str:
    """Return that a search found nothing."""
    return f"با «{search}» چیزی پیدا نشد"


def counted_of(shown: int, what: str, total: int) -> str:
    """Return the footer of a filtered list."""
    return f"{persian(shown)} {what} از {persian(total)}"


def hidden_by_view(count: int, what: str, kind: str, view: str) -> str:
    """Return how many records the view leaves out, and where they are."""
    which = f"{with_ezafe(what)} {kind or 'دیگر'}"
    return f"{persian(count)} {which} در نمای «{view}» است"


def hidden_by_filters(count: int, what: str) -> str:
    """Return how many records of the view the filters leave out."""
    return f"{persian(count)} {what} با پالایه و جست‌وجو پنهان است"


def end_of(month: str) -> str:
    """Return «تا پایان خرداد ۱۴۰۲»."""
    return f"تا پایان {month}"


def with_ezafe(word: str) -> str:
    """Return a word in the form before an adjective."""
    return f"{word}ٔ" if word.endswith("ه") else word


def nothing_with_filters(filters: Sequence[tuple[str, str]], search: str) -> str:
    """Return that nothing matches, with the filters by name."""
    named = "، ".join(f"{name} «{value}»" for name, value in filters)
    said = f"{named}، جست‌وجوی «{search}»" if search else named
    return f"با این پالایه‌ها چیزی پیدا نشد: {said}."


def nothing_in_view(view: str, what: str) -> str:
    """Return that a saved view is empty, while the list is not."""
    return f"در نمای «{view}» {what}‌ای نیست." if what.endswith("ه") else f"در نمای «{view}» چیزی نیست."


def show_view(view: str) -> str:
    """Return the text of the link to another view."""
    return f"رفتن به نمای «{view}»"
