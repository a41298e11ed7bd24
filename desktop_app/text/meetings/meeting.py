"""Words of the meeting page: header, steps, band, facts, history."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.parts import filled
from desktop_app.text.shared.states import AND, DOT

TABS: Final = ("دستور جلسه و حضور", "دعوت‌نامه‌ها", "مشخصات", "تاریخچه")
BACK_TO_LIST: Final = "بازگشت به جلسه‌ها"
EDIT: Final = "ویرایش"
REMOVE: Final = "برداشتن"
EDIT_FACTS: Final = "ویرایش مشخصات جلسه"

# ---- header


def title(ordinal: str) -> str:
    """«جلسهٔ پنجم», or a meeting that has no number yet."""
    return f"جلسهٔ {ordinal}" if ordinal else "جلسهٔ بدون شماره"


def crumbs(year: str, number: str) -> str:
    """Where the page lies."""
    return " ‹ ".join(filled("جلسه‌ها", year, f"جلسهٔ {number}" if number else "جلسهٔ بدون شماره"))


NO_DAY: Final = "بدون تاریخ"
NO_PLACE: Final = "محل نامعین"


def at_hour(time: str) -> str:
    """«ساعت ۱۰:۰۰»."""
    return f"ساعت {persian(time)}"


# ---- steps


def since(time: str, minutes: int) -> str:
    """«از ساعت ۱۰:۰۰ – ۲۶ دقیقه»."""
    return f"از ساعت {persian(time)} – {minutes_of(minutes)}" if minutes else f"از ساعت {persian(time)}"


def day_and_hour(day: str, time: str) -> str:
    """«۱۱ اردیبهشت · ۱۲:۱۰»."""
    return f"{day}{DOT}{persian(time)}" if time else day


def minutes_of(count: int) -> str:
    """«۲۰ دقیقه»."""
    return f"{persian(count)} دقیقه"


# ---- the band

OFFICIAL: Final = "جلسه رسمی است"
NOT_OFFICIAL_YET: Final = "جلسه هنوز رسمی نیست"
WAS_OFFICIAL: Final = "جلسه رسمی بود"
INQUORATE: Final = "جلسه فاقد حد نصاب بود"
NO_ATTENDANCE_YET: Final = "هنوز حضوری ثبت نشده است"
TAKEN_OVER: Final = "این جلسه پیش از ثبت در این برنامه برگزار شده است"
TAKEN_OVER_WHY: Final = "حضور و گفت‌وگوی آن اینجا ثبت نیست؛ مصوبه‌هایش در «مصوبات» است."
NOBODY_RECORDED: Final = "حضور این جلسه در داده‌ها نیست"
NOBODY_RECORDED_WHY: Final = "جلسه برگزار شده است؛ حاضران را در نسخهٔ کاغذی صورت‌جلسه ببینید."
NO_SEATS: Final = "در روز این جلسه هیچ کرسی‌ای دارنده ندارد"
NO_SEATS_WHY: Final = "تاریخ جلسه را بنویسید یا معرفی نمایندگان را ثبت کنید."
POSTPONED: Final = "جلسه به تعویق افتاده است"
CANCELLED: Final = "جلسه لغو شده است"
WITHOUT_MINUTES: Final = "صورت‌جلسه ندارد."
NEW_DAY: Final = "روز تازه را در «مشخصات» بنویسید و «زمان‌بندی دوباره» را بزنید."
FROZEN: Final = "صورت‌جلسه نهایی است و حضور و دستور دیگر تغییر نمی‌کند."
CORRECTING_FACTS: Final = "محل، ساعت آغاز و پایان، رئیس و دبیر جلسه در اصلاحیه درست می‌شود؛ خانه‌های دیگر ثابت است."
CLOSED: Final = (
    "پروندهٔ این جلسه بسته است: دستور، مشخصات و حضور ثابت است. "
    "پیوست را می‌توانید بیفزایید یا بردارید و متن امضاشده را با اصلاحیه درست کنید."
)
CLOSED_BEFORE: Final = "پروندهٔ این جلسه بسته است: دستور، مشخصات و حضور ثابت است. پیوست را می‌توانید بیفزایید یا بردارید."
TO_SCHEDULE: Final = "پیش‌نویس جلسه"
TO_SCHEDULE_WHY: Final = "روز، ساعت، محل و دستور را بنویسید، سپس «زمان‌بندی» را بزنید. حضور پس از دعوت ثبت می‌شود."
TO_CONVENE: Final = "اعضا هنوز دعوت نشده‌اند"
TO_CONVENE_WHY: Final = (
    "دستور و مدعوها را کامل کنید، سپس «دعوت اعضا» را بزنید: جلسه شماره می‌گیرد و دعوت‌نامه‌ها آمادهٔ ارسال می‌شود."
)


def correcting(number: int) -> str:
    """Whose facts and attendance the page shows while a correction is written."""
    return f"حضور و مشخصات این صفحه از آنِ پیش‌نویس اصلاحیهٔ شمارهٔ {persian(number)} است؛ نسخهٔ امضاشده تغییر نمی‌کند."


def rule(needed: int) -> str:
    """The rule of the quorum."""
    return f"حد نصاب: {persian(needed)} کرسی و دست‌کم یک نماینده از هر طرف"


def official(present: int, filled: int, needed: int) -> str:
    """Why the meeting is official."""
    return f"هر دو طرف نماینده دارند و {persian(present)} کرسی از {persian(filled)} کرسی حاضر است ({rule(needed)})"


def was_official(present: int, filled: int, needed: int) -> str:
    """Why the meeting was official."""
    return f"هر دو طرف نماینده داشتند و {persian(present)} کرسی از {persian(filled)} کرسی حاضر بود ({rule(needed)})"


def lacking(parties: Sequence[str], seats: int, *, past: bool) -> str:
    """What is missing: which party, and how many seats."""
    parts = []
    if parties:
        parts.append(f"از {AND.join(parties)} کسی حاضر {'نبود' if past else 'نیست'}")
    if seats > 0:
        parts.append(f"{persian(seats)} کرسی {'کم بود' if past else 'دیگر لازم است'}")
    return AND.join(parts)


def lacking_with_rule(parties: Sequence[str], seats: int, needed: int, *, past: bool) -> str:
    """What is missing, and the rule it is measured by."""
    return f"{lacking(parties, seats, past=past)} ({rule(needed)})"


def reason(text: str) -> str:
    """Why it was moved or called off."""
    return f"دلیل: {text}"


# ---- facts

FACTS_READ_ONLY: Final = "مشخصات این جلسه دیگر تغییر نمی‌کند."
FACTS_NOTE: Final = "هر خانه با ترک آن ذخیره می‌شود"

# ---- history

NO_HISTORY: Final = "هنوز رویدادی ثبت نشده است"
NO_HISTORY_WHY: Final = "هر گام جلسه، از زمان‌بندی تا بستن پرونده، با روز و نام ثبت‌کننده اینجا می‌آید."


def entered_on(day: str) -> str:
    """The day of an entry, where it is not the day on which it came about."""
    return f"ثبت در {day}"


def history_note(day: str, time: str, actor: str) -> str:
    """When and by whom."""
    return DOT.join(filled(day, at_hour(time), actor))
