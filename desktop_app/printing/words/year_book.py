"""Persian texts of the year book."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

CONTENTS: Final = "فهرست"
MINUTES: Final = "صورت‌جلسه"
DAY: Final = "تاریخ"
PAGE: Final = "صفحه"
REGISTER: Final = "دفتر ثبت مصوبات سال"
ATTENDANCE: Final = "آمار حضور اعضا"
BY_AXIS: Final = "نمایهٔ محورها"
BY_UNIT: Final = "نمایهٔ واحدها"
BY_PERSON: Final = "نمایهٔ اشخاص"
SIGNERS: Final = "امضاکنندگان"
NAME: Final = "نام و نام خانوادگی"
POST: Final = "سمت"
PARTY: Final = "طرف"
SIGNED_ON: Final = "امضا"
NOT_SIGNED: Final = "در انتظار امضا"
MEETINGS: Final = "جلسه"
PRESENT: Final = "حاضر"
VIDEO: Final = "ویدئوکنفرانس"
SUBSTITUTED: Final = "با جایگزین"
EXCUSED: Final = "غایب موجه"
ABSENT: Final = "غایب"
SHARE: Final = "حضور"
COVER_MINUTES: Final = "صورت‌جلسه"
COVER_RESOLUTIONS: Final = "مصوبه"
COVER_MEMBERS: Final = "نسخهٔ باطل یا دارای اصلاحیه"
NO_AXIS: Final = "بدون محور"
NOTHING: Final = "در این سال مصوبه‌ای ثبت نشده است."
PERSON_NOTE: Final = (
    "صفحهٔ صورت‌جلسه‌ای که شخص در آن سخن گفته، مدعو بوده یا به‌جای عضوی آمده است، و مصوبه‌هایی که پیگیری می‌کند."
)
COLUMNS: Final[Mapping[str, str]] = {
    "present": PRESENT,
    "video": VIDEO,
    "substitute": SUBSTITUTED,
    "excused": EXCUSED,
    "absent": ABSENT,
}
"""States of attendance that have a column, in its order."""


def title(year: str) -> str:
    """Return the title of the book."""
    return f"دفتر صورت‌جلسات سال\u00a0{year}"


def as_of(day: str) -> str:
    """Return the day on which the book was made."""
    return f"تنظیم‌شده در {day}"


def entry(number: str, version: str) -> str:
    """Return a line of the contents; a first version is not mentioned."""
    name = f"صورت‌جلسهٔ شمارهٔ\u00a0{number}"
    return f"{name}، نسخهٔ\u00a0{version}" if version else name


def with_note(entry_words: str, note: str) -> str:
    """Return a line of the contents with a note on the version."""
    return f"{entry_words} ({note})"


INQUORATE: Final = "عدم حصول حد نصاب"
WITHDRAWN: Final = "باطل"
AMENDED: Final = "دارای اصلاحیه"


EARLIER: Final = "جلسه‌های پیش از ثبت"


def earlier(number: str) -> str:
    """Return a line for a meeting from before the program was used."""
    return f"جلسهٔ\u00a0{number}"


def resolutions(count: str) -> str:
    """Return how many resolutions of such a meeting are in the register."""
    return f"{count}\u00a0مصوبه در دفتر ثبت"


def first_month_note(month: str) -> str:
    """Return the note above meetings from before the program was used."""
    return f"ثبت در این دبیرخانه از {month} آغاز شده است؛ سند جلسه‌های پیش از آن اسکن نسخهٔ امضاشده است."


def withdrawn(reason: str) -> str:
    """Return the note above withdrawn minutes."""
    return f"این نسخه پیش از امضا باطل شده است: {reason}" if reason else "این نسخه پیش از امضا باطل شده است."


def amended(version: str) -> str:
    """Return the note above minutes that have a correction."""
    return f"این نسخه دارای اصلاحیه است؛ متن معتبر نسخهٔ\u00a0{version} همین صورت‌جلسه است."


AMENDED_ELSEWHERE: Final = "این نسخه دارای اصلاحیه است."


def footer_minutes(number: str, version: str) -> str:
    """Return number and version of the minutes for the footer."""
    return f"صورت‌جلسهٔ\u00a0{number} نسخهٔ\u00a0{version}"


BETWEEN: Final = "، "
"""Between two places of an index."""


def around_page(number: str) -> tuple[str, str]:
    """Return the texts before and after the page number of a resolution."""
    return f"{number}\u00a0(", ")"


def axis(code: str, name: str) -> str:
    """Return an axis by its code and title."""
    return f"{code}. {name}"
