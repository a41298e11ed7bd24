"""Sentences of the minutes editor: headings, words of states and kinds, questions, what was done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.text.digits import persian

# ---- states and kinds

KINDS: Final[Mapping[str, str]] = {
    "decision": "تصمیم",
    "policy": "سیاست",
    "referral": "ارجاع",
    "advice": "توصیه",
}
NOTE: Final = "بند"
RESOLUTION: Final = "مصوبه"
DEADLINE_KINDS: Final[Mapping[str, str]] = {
    "day": "تاریخ",
    "relative": "مدت",
    "next_meeting": "جلسهٔ بعد",
    "continuous": "مستمر",
}
RELATIVE_UNITS: Final[Mapping[str, str]] = {"days": "روز", "working_days": "روز کاری"}
RELATIVE_BASES: Final[Mapping[str, str]] = {"meeting": "از جلسه", "notification": "از ابلاغ"}
ADOPTIONS: Final[Mapping[str, str]] = {
    "unanimous": "اتفاق آرا",
    "majority": "اکثریت آرا",
    "with_reservation": "با ملاحظه",
}
CLASSIFICATIONS: Final[Mapping[str, str]] = {"normal": "عادی", "confidential": "محرمانه", "secret": "خیلی محرمانه"}
URGENCIES: Final[Mapping[str, str]] = {"normal": "عادی", "urgent": "فوری", "immediate": "آنی"}

# ---- header


def title(ordinal: str) -> str:
    """The page's title; ``ordinal`` is the meeting's number in words."""
    return f"صورت‌جلسهٔ جلسهٔ {ordinal}"


def title_without_number() -> str:
    """The title while the meeting has no number."""
    return "صورت‌جلسه"


def crumbs(year: object, number: object) -> str:
    """Where the page lies."""
    return f"صورت‌جلسه‌ها ‹ {persian(year)} ‹ جلسهٔ {persian(number)}"


def version_name(version: int) -> str:
    """A version of the minutes."""
    return f"نسخهٔ {persian(version)}"


def state_with_version(state: str, version: int) -> str:
    """The pill of the header: the version is named from the second one on."""
    return state if version == 1 else f"{version_name(version)} – {state}"


CLOSING: Final = "پایان‌بندی"
SIGNERS: Final = "امضاکنندگان"
VERSIONS: Final = "نسخه‌ها"
BACK_TO_DRAFT: Final = "بازگشت به پیش‌نویس"
TO_MEETING: Final = "صفحهٔ جلسه"
WITHDRAW: Final = "بازگشایی پیش از امضا…"
COPY_TEXT: Final = "رونوشت متن"
MORE: Final = "فرمان‌های دیگر"

# ---- agenda pane

AGENDA: Final = "بندهای دستور"
PRESENT: Final = "حاضران"
NOT_WRITTEN: Final = "نوشته نشده"
SAID_ONLY: Final = "فقط مذاکرات"


def of(part: int, whole: int) -> str:
    """How many of how many."""
    return f"{persian(part)} از {persian(whole)}"


def holds(notes: int, resolutions: int) -> str:
    """What an agenda item holds."""
    parts = [f"{persian(notes)} بند"] if notes else []
    parts += [f"{persian(resolutions)} مصوبه"] if resolutions else []
    return "، ".join(parts)


def open_count(count: int) -> str:
    """Earlier resolutions that are open."""
    return f"{persian(count)} مصوبهٔ باز"


def late_count(count: int) -> str:
    """How many of them are late."""
    return f"{persian(count)} معوق"


def agenda_spoken(name: str, holds_: str, late: str) -> str:
    """A row of the agenda as it is heard."""
    return "، ".join(part for part in (name, holds_, late) if part)


# ---- the paper

SAID: Final = "خلاصهٔ مذاکرات"
CLAUSES: Final = "بندها و مصوبات"
NEW_SAID: Final = "نام — خلاصهٔ گفته"
NEW_CLAUSE: Final = "بند تازه بنویسید…"
DASH: Final = " — "
NO_RESOLUTIONS: Final = "این جلسه حد نصاب نداشت؛ مصوبه‌ای در آن ثبت نمی‌شود."
FOLLOW_UP_HEADS: Final = ("شماره و شرح", "مجری", "مهلت", "وضعیت")
FOLLOW_UP_NONE: Final = "مصوبهٔ بازی از جلسه‌های پیش نمانده است."


def item_heading(ordinal: str, name: str) -> str:
    """An agenda item over what was said."""
    return f"بند {ordinal} – {name}"


def presented_by(name: str) -> str:
    """Who presents an item."""
    return f"ارائه: {name}"


def about(number: str) -> str:
    """The earlier resolution that an item is about."""
    return f"مصوبهٔ {number}"


def days_late(days: int) -> str:
    """How late it is."""
    return f"{persian(days)} روز دیرکرد"


def table_rows(count: int) -> str:
    """What the collapsed report says of itself."""
    return f"جدول {persian(count)} سطری، خودکار"


def clause_spoken(place: int, kind: str, text: str) -> str:
    """A clause as it is heard."""
    return f"{kind} {persian(place)}: {text}"


FACT_AXIS: Final = "محور"
FACT_EXECUTOR: Final = "مجری"
FACT_OWNER: Final = "پیگیری"
FACT_DEADLINE: Final = "مهلت"
MISSING: Final = "نوشته نشده"
CLOSED_DAY: Final = "تعطیل"


def axis_code(code: str) -> str:
    """An axis by its code."""
    return f"م{persian(code)}" if code else ""


def axis_option(code: str, name: str) -> str:
    """An axis in a list."""
    return f"{axis_code(code)} – {name}"


def relative_deadline(count: int, unit: str, base: str) -> str:
    """A deadline that counts from an event."""
    after = "پس از ابلاغ" if base == "notification" else "پس از جلسه"
    return f"{persian(count)} {RELATIVE_UNITS[unit]} {after}"


NEXT_MEETING: Final = "تا جلسهٔ آینده"
CONTINUOUS: Final = "مستمر"


def with_day(words: str, day: str) -> str:
    """A deadline with the day on which it falls."""
    return f"{words} ({day})" if day else words


def closed(day: str) -> str:
    """A deadline that falls on a closed day."""
    return f"{day}، {CLOSED_DAY}"


PHRASES: Final = (
    "مقرر شد [واحد] تا [مهلت] … را به دبیرخانه ارائه کند.",
    "مقرر شد موضوع در دستور جلسهٔ آینده قرار گیرد.",
    "مقرر شد دبیرخانه نتیجه را به اعضا اعلام کند.",
    "گزارش [نام] شنیده شد.",
    "پیشنهاد [نام] به تصویب رسید و [واحد] مأمور اجرای آن تا [مهلت] شد.",
    "با تمدید مهلت مصوبهٔ [شماره] تا [مهلت] موافقت شد.",
    "بررسی موضوع به [واحد] ارجاع شد تا نتیجه را تا [مهلت] گزارش دهد.",
    "تصمیم‌گیری به جلسهٔ آینده موکول شد.",
)
PHRASES_NAME: Final = "عبارت‌های آماده"

# ---- inspector

NUMBER_LATER: Final = "شماره هنگام نهایی‌سازی"
PLAIN_CLAUSE: Final = "بند صورت‌جلسه"
PLAIN_CLAUSE_NOTE: Final = "این بند فقط در متن می‌آید: شماره، مجری و مهلت ندارد."
NOTHING_CHOSEN: Final = "بندی برگزیده نشده است"
NOTHING_CHOSEN_NOTE: Final = "بندی را در متن برگزینید تا مشخصات آن اینجا بیاید، یا با Ctrl+Enter بند تازه بنویسید."
ALL_UNITS: Final = "همهٔ واحدها"


def resolution_name(number: str) -> str:
    """A resolution that keeps the number of an earlier version."""
    return f"مصوبهٔ {number}"


def resolution_row(row: int) -> str:
    """A resolution by its place in the minutes."""
    return f"مصوبهٔ {persian(row)}"


CLOSED_OFFER: Final = "به جای روز تعطیل:"


def in_working_days(day: str, count: str) -> str:
    """A count of working days from the meeting, offered with its day."""
    return f"{day} ({count} روز کاری)"


def falls_on(day: str) -> str:
    """On which day a counted deadline falls."""
    return f"برابر با {day}"


UNKNOWN_NEXT_MEETING: Final = "روز جلسهٔ آینده هنوز نوشته نشده است؛ در «پایان‌بندی» بنویسید."
AFTER_NOTIFICATION: Final = "روز آن با ابلاغ مصوبه معلوم می‌شود."
COUNT_NOT_NUMBER: Final = "تعداد را با رقم بنویسید، مانند ۱۰."

# ---- guard strip and reading

UNTIL_FINAL: Final = "تا نهایی‌سازی"
READING: Final = "قرائت صورت‌جلسه"
READ_DONE: Final = "خوانده شد"
READ_NEXT: Final = "بعدی"


def reading_place(place: int, count: int) -> str:
    """Where the reading is."""
    return f"{persian(place)} از {persian(count)}"


READING_NOTHING: Final = "چیزی برای خواندن نوشته نشده است."

# ---- signers


def signer_spoken(name: str, place: int) -> str:
    """A line of the list of signers as it is heard."""
    return f"امضاکنندهٔ {persian(place)}: {name}"


SIGNERS_BY_RULE: Final = "فهرست از روی حضور ساخته شده است: نمایندگان حاضر، رئیس جلسه نخست و دبیر آخر."
SIGNERS_BY_HAND: Final = "فهرست دستی است و دیگر از حضور پیروی نمی‌کند."
SIGNER_ADD: Final = "افزودن امضاکننده"
SIGNERS_RESET: Final = "بازگشت به فهرست خودکار"
SIGNER_UP: Final = "بالاتر"
SIGNER_DOWN: Final = "پایین‌تر"
SIGNER_NAME: Final = "نام"
SIGNER_POST: Final = "سمت"
SIGNER_PARTY: Final = "طرف"


def signer_count(count: int) -> str:
    """How many sign."""
    return f"{persian(count)} امضا"


CLOSING_EMPTY: Final = "زمان جلسهٔ آینده نوشته نشده"


def next_meeting_on(day: str, time: str) -> str:
    """When the next meeting is."""
    return f"جلسهٔ آینده {day}، ساعت {persian(time)}" if time else f"جلسهٔ آینده {day}"


def said_line(speaker: str, text: str) -> str:
    """A contribution in one line."""
    return f"{speaker}{DASH}{text}" if speaker else text


def clause_line(number: str, text: str) -> str:
    """A resolution in one line."""
    return f"{RESOLUTION} {number}: {text}" if number else f"{RESOLUTION}: {text}"


FOLLOW_UP_NAME: Final = "گزارش مصوبات پیشین"
CLAUSE_MENU: Final = "فرمان‌های این بند"


def resolution_kind(kind: str) -> str:
    """The pill of a resolution that is no plain decision."""
    return f"{RESOLUTION} – {kind}"


TURN_TO_NOTE: Final = "تبدیل به بند"
TURN_TO_RESOLUTION: Final = "تبدیل به مصوبه"
MOVE_UP: Final = "بالاتر"
MOVE_DOWN: Final = "پایین‌تر"
MOVE_TO: Final = "بردن به بند دیگر"
DELETE: Final = "برداشتن از متن"
SEPARATOR: Final = " · "
DEADLINE_COUNT: Final = "تعداد روز مهلت"
DEADLINE_UNIT: Final = "واحد شمارش مهلت"
DEADLINE_BASE: Final = "آغاز شمارش مهلت"
REVIEW_DAY: Final = "روز بازبینی"
REVIEW_HINT: Final = "روز بازبینی، مثلاً پایان ماه"
DAY_HINT: Final = "مثلاً ۱۴۰۲/۳/۸ یا +۳هفته"
VOTES_NOT_NUMBER: Final = "شمار رأی‌ها را با رقم بنویسید."


def person_option(name: str, post: str) -> str:
    """A person in a list."""
    return f"{name}، {post}" if post else name


LONGEST_LINE: Final = "مهلت مصوبهٔ پیشین تا پایان ماه تمدید می‌شود و همهٔ واحدها برنامهٔ خود را"
"""Seventy-two characters of ordinary writing: no line of the paper is longer."""
ORIGINALS_NOT_NUMBER: Final = "شمار نسخه‌ها را با رقم بنویسید، مانند ۲."
READ_BACK: Final = "پیشین"
READ_LEAVE: Final = "خروج از قرائت"
PREVIEW: Final = "پیش‌نمایش"


def state_with_version_always(state: str, version: int) -> str:
    """A version in the list of versions."""
    return f"{version_name(version)} – {state}"


SIDE: Final = "مشخصات بند"
SIGNER_REMOVE: Final = "برداشتن امضاکننده"
NOTHING_CHOSEN_FROZEN: Final = "بندی را در متن برگزینید تا مشخصات آن اینجا بیاید."
PAPER: Final = "متن صورت‌جلسه"
