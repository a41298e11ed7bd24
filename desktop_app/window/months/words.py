"""Persian texts of the page of meetings: the list, the months with their states, and the actions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop_app.words.digits import filled, persian

STATES: Final = {
    "before_records": "پیش از ثبت",
    "expected": "در انتظار",
    "planned": "زمان‌بندی‌شده",
    "held": "برگزارشده",
    "missed": "برگزارنشده",
    "excused": "با عذر",
}
BEFORE: Final = "پیش از کمیته"
NO_REASON: Final = "دلیل ثبت نشده"
NOT_INVITED: Final = "بی‌دعوت"
SCHEDULE: Final = "زمان‌بندی جلسه"
EXCUSE: Final = "ثبت عذر…"
OPEN_MEETING: Final = "باز کردن جلسه"
EXCUSE_DO: Final = "ثبت عذر"
TAKE_BACK_DO: Final = "پس گرفتن عذر"
REASON: Final = "دلیل"
FOLD: Final = "جمع کردن جدول ماه‌ها"
UNFOLD: Final = "باز کردن جدول ماه‌ها"


def year_title(year: int) -> str:
    """The title of a year, e.g. «ماه‌های ۱۴۰۲»."""
    return f"ماه‌های {persian(year)}"


def regularity(held: int, due: int, excused: int, begins: str = "") -> str:
    """How many of the due months had a meeting; ``begins`` is the first month recorded here, if any."""
    if not due:
        return ""
    tail = f"، {persian(excused)} ماه با عذر" if excused else ""
    since = f"آغاز ثبت ({begins})" if begins else "آغاز کمیته"
    return f"نظم جلسه‌ها از {since}: {persian(held)} ماه از {persian(due)} ماه{tail}"


def meeting_note(day: str, number: int | None, kind: str = "") -> str:
    """Day of the month and meeting, e.g. «۱۱ – جلسهٔ ۵»."""
    name = f"جلسهٔ {persian(number)}" if number else kind or "بدون شماره"
    return f"{day} – {name}"


def agreed_note(day: str) -> str:
    """The date agreed in the minutes, for a meeting not planned yet."""
    return f"قرار {day}"


def agreed_for(day: str, time: str, left: str) -> str:
    """The agreed date and time of a meeting, and the time left in the month."""
    at = f"، ساعت {persian(time)}" if time else ""
    return f"قرار جلسه: {day}{at}. {left}"


def draft_note(day: str) -> str:
    """The note that a meeting is only a draft."""
    return f"پیش‌نویس {day}"


def spoken(month: str, state: str, note: str, *, current: bool, count: int) -> str:
    """A month for its tooltip and the screen reader."""
    many = f"{persian(count)} جلسه" if count > 1 else ""
    return "، ".join(filled(month, "ماه جاری" if current else "", state, note, many))


# ---- what needs a person


def nobody_invited(month: str) -> str:
    """The task: the month has begun and nobody is invited."""
    return f"برای {month} جلسه‌ای دعوت نشده است"


def not_invited_yet(month: str, day: str) -> str:
    """The task: a meeting is planned but its members are not invited."""
    return f"اعضا برای جلسهٔ {month} ({day}) هنوز دعوت نشده‌اند"


def days_left(days: int) -> str:
    """How many days of the month are left."""
    return f"{persian(days)} روز تا پایان ماه مانده است." if days else "امروز آخرین روز ماه است."


def without_reason(months: Sequence[str]) -> str:
    """The task: months without a meeting and without a reason."""
    if len(months) == 1:
        return f"دلیل برگزار نشدن جلسهٔ {months[0]} ثبت نشده است"
    return f"دلیل برگزار نشدن جلسه در {persian(len(months))} ماه ثبت نشده است"


def without_reason_detail(months: Sequence[str]) -> str:
    """The names of these months."""
    if len(months) == 1:
        return "صورت نظم جلسه‌ها بی‌دلیل می‌ماند."
    named = "، ".join(months[:3])
    return f"{named} و {persian(len(months) - 3)} ماه دیگر" if len(months) > 3 else named


def day_passed(meeting: str, day: str) -> str:
    """The task: a meeting whose date is over was not begun."""
    return f"روز {meeting} ({day}) گذشته و آغاز آن ثبت نشده است"


DAY_PASSED_WHY: Final = "جلسه را باز کنید و آغاز آن را ثبت کنید، یا آن را به تعویق بیندازید یا لغو کنید."


def upcoming(meeting: str, day: str, days: str) -> str:
    """The next meeting."""
    return f"جلسهٔ آینده: {meeting}، {day} ({days})"


# ---- the chosen month


def month_head(month: str, state: str) -> str:
    """The heading of a month, e.g. «فروردین ۱۴۰۲ · برگزارنشده»."""
    return f"{month} · {state}" if state else month


def reason_line(reason: str) -> str:
    """The reason of an excuse."""
    return f"عذر: {reason}"


def excuse_ask(month: str) -> str:
    """The title of the excuse form."""
    return f"عذر {month}"


EXCUSE_WHY: Final = (
    "در این ماه جلسه‌ای برگزار نشده است. دلیل در جدول ماه‌ها می‌ماند و ماه تا پس گرفتن عذر جلسهٔ تازه نمی‌پذیرد."
)


EXCUSE_SEVERAL: Final = "عذر چند ماه…"
"""The button beside the months without a reason."""
EXCUSE_SEVERAL_ASK: Final = "عذر چند ماه"
EXCUSE_SEVERAL_WHY: Final = (
    "ماه‌هایی را برگزینید که جلسهٔ آن‌ها به یک دلیل برگزار نشده است. همان دلیل برای هر کدام ثبت می‌شود و عذر هر ماه را "
    "جداگانه می‌توان پس گرفت. عذر ماه‌های دیگر را پس از آن ثبت کنید."
)
MONTHS: Final = "ماه‌های برگزارنشده"
ALL_MONTHS: Final = "برگزیدن همه"
NO_MONTH: Final = "برداشتن همه"
NO_MONTH_CHOSEN: Final = "ماهی برگزیده نشده است؛ دست‌کم یک ماه را برگزینید."


def excuse_do(count: int) -> str:
    """The label of the button, with the number of months it excuses."""
    return f"ثبت عذر {persian(count)} ماه" if count else EXCUSE_DO


def excuse_several_step(count: int) -> str:
    """Action name: several months were excused."""
    return f"ثبت عذر {persian(count)} ماه"


def several_excused(count: int) -> str:
    """The status message after several months were excused."""
    return f"عذر {persian(count)} ماه ثبت شد"


def take_back_ask(month: str) -> str:
    """The title of the question before an excuse is removed."""
    return f"عذر {month} پس گرفته شود؟"


TAKE_BACK_WHY: Final = "ماه دوباره «برگزارنشده» می‌شود و می‌توان جلسه‌ای را در آن ثبت کرد. عذر پیشین در تاریخچه می‌ماند."


def excused(month: str) -> str:
    """The status message after a month was excused."""
    return f"عذر {month} ثبت شد"


def excuse_step(month: str) -> str:
    """Action name: a month was excused."""
    return f"ثبت عذر {month}"


def taken_back(month: str) -> str:
    """The status message after an excuse was removed."""
    return f"عذر {month} پس گرفته شد"


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
