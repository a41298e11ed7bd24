"""Persian texts of the minutes editor: header, agenda, paper, deadlines, signers, reading, confirming, closing.

Confirming («تأیید صورت‌جلسهٔ پیشین») has words in the item that confirms and in the minutes that are confirmed. The list of
minutes and the register of upstream decisions have theirs here, too.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.words.digits import filled, persian
from desktop_app.words.states import RELATIVE_UNITS

VIEWS: Final[Mapping[str, str]] = {
    "all": "همه",
    "in_hand": "در دست نوشتن",
    "awaits_pen": "در انتظار امضا",
    "signed": "امضاشده",
    "ended": "باطل و اصلاح‌شده",
}
VIEW_EMPTY: Final[Mapping[str, str]] = {
    "in_hand": "هیچ صورت‌جلسه‌ای در دست نوشتن نیست",
    "awaits_pen": "هیچ صورت‌جلسه‌ای در انتظار امضا نیست",
    "signed": "هنوز هیچ صورت‌جلسه‌ای امضا نشده است",
    "ended": "هیچ صورت‌جلسه‌ای باطل یا اصلاح نشده است",
}
NOTHING_WAITS: Final = "هیچ صورت‌جلسه‌ای در دست نوشتن یا در انتظار امضا نیست."
WHAT: Final = "نسخهٔ صورت‌جلسه"
"""What the rows are, as they are counted."""
YEAR: Final = "سال"
STATE: Final = "وضعیت"
KIND: Final = "نوع جلسه"
INQUORATE: Final = "عدم حصول حد نصاب"
LIST_PAPER: Final = "چاپ و امضا"

TAKEN_OVER: Final = "از سابقه"
"""In the place of a version: minutes from before the program was used."""


def awaiting_pen(count: int) -> str:
    """The number of minutes that wait for signatures, e.g. «۲ صورت‌جلسه در انتظار امضا است.»"""
    return f"{persian(count)} صورت‌جلسه در انتظار امضا است."


def in_hand(count: int) -> str:
    """The number of minutes being written, e.g. «۱ صورت‌جلسه در دست نوشتن است.»"""
    return f"{persian(count)} صورت‌جلسه در دست نوشتن است."


NEW: Final = "افزودن به دفتر"
EDIT: Final = "ویرایش"


def cited(citation: str) -> str:
    """The citation beneath a resolution."""
    return f"استناد: {citation}"


READING: Final = "قرائت صورت‌جلسه"
READ_DONE: Final = "خوانده شد"
READ_NEXT: Final = "بعدی"
READ_BACK: Final = "پیشین"
READ_LEAVE: Final = "خروج از قرائت"


def reading_position(place: int, count: int) -> str:
    """The position in the reading."""
    return f"{persian(place)} از {persian(count)}"


UNIFORM_DIGITS: Final = "یکدست‌سازی ارقام"


def other_digits(count: int) -> str:
    """How many numbers are not in Persian digits."""
    return f"{persian(count)} عدد در متن با رقم لاتین یا عربی نوشته شده است؛ نشانی‌ها و واژه‌های لاتین دست نمی‌خورد."


READING_NOTHING: Final = "چیزی برای خواندن نوشته نشده است."


def signer_spoken(name: str, place: int) -> str:
    """A line of the list of signers for the screen reader."""
    return f"امضاکنندهٔ {persian(place)}: {name}"


SIGNERS_BY_RULE: Final = "فهرست از روی حضور ساخته شده است: نمایندگان حاضر، رئیس جلسه نخست و دبیر آخر."
SIGNERS_BY_HAND: Final = "فهرست دستی است و دیگر از حضور پیروی نمی‌کند."
SIGNER_ADD: Final = "افزودن امضاکننده"
SIGNER_REMOVE: Final = "برداشتن امضاکننده"
SIGNERS_RESET: Final = "بازگشت به فهرست خودکار"
SIGNER_UP: Final = "بالاتر"
SIGNER_DOWN: Final = "پایین‌تر"
SIGNER_NAME: Final = "نام"
SIGNER_POST: Final = "سمت"
SIGNER_PARTY: Final = "طرف"


def signer_count(count: int) -> str:
    """The number of signers."""
    return f"{persian(count)} امضا"


CONFIRM: Final = "تأیید صورت‌جلسهٔ پیشین"
NOTHING_EARLIER: Final = "پیش از این جلسه صورت‌جلسه‌ای نیست که تأیید شود."
CANCEL: Final = "انصراف"
ASK_TEXT: Final = "تأیید در هر دو صورت‌جلسه ثبت می‌شود و برگشت ندارد."


def waits(number: int, day: str, state: str) -> str:
    """The earlier minutes that an agenda item confirms."""
    return f"صورت‌جلسهٔ جلسهٔ {persian(number)}، {day} ({state})"


def is_confirmed(number: int, day: str) -> str:
    """The sentence that the earlier minutes are confirmed."""
    return f"صورت‌جلسهٔ جلسهٔ {persian(number)}، {day} تأیید شد."


def ask(number: int) -> str:
    """The question before earlier minutes are confirmed."""
    return f"صورت‌جلسهٔ جلسهٔ {persian(number)} تأیید شود؟"


def sentence(number: int, day: str) -> str:
    """The sentence about the confirmation, written under the agenda item."""
    return f"صورت‌جلسهٔ جلسهٔ {persian(number)} مورخ {day} قرائت و تأیید شد."


def confirmed_in(number: int) -> str:
    """The meeting whose minutes confirmed these."""
    return f"در جلسهٔ {persian(number)} تأیید شد"


def relative_deadline(count: int, unit: str, base: str) -> str:
    """A deadline counted from an event."""
    after = "پس از ابلاغ" if base == "notification" else "پس از جلسه"
    return f"{persian(count)} {RELATIVE_UNITS[unit]} {after}"


NEXT_MEETING: Final = "تا جلسهٔ آینده"
CONTINUOUS: Final = "مستمر"


def with_day(words: str, day: str) -> str:
    """A deadline with its date."""
    return f"{words} ({day})" if day else words


CLOSED_DAY: Final = "تعطیل"


def closed(day: str) -> str:
    """A date with the note that it is a holiday."""
    return f"{day}، {CLOSED_DAY}"


CLOSED_OFFER: Final = "به جای روز تعطیل:"


def same_day(day: str) -> str:
    """Return the label of the button that leaves the deadline on its day although it is a holiday."""
    return f"همان {day}"


def in_working_days(day: str, count: str) -> str:
    """A date with its number of working days from the meeting."""
    return f"{day} ({count} روز کاری)"


def falls_on(day: str) -> str:
    """The date of a counted deadline."""
    return f"برابر با {day}"


UNKNOWN_NEXT_MEETING: Final = "روز جلسهٔ آینده هنوز نوشته نشده است؛ در «پایان‌بندی» بنویسید."
UNKNOWN_NEXT_MEETING_FROZEN: Final = "روز جلسهٔ آینده در این صورت‌جلسه نوشته نشده است."
AFTER_NOTIFICATION: Final = "روز آن با ابلاغ مصوبه معلوم می‌شود."
COUNT_NOT_NUMBER: Final = "تعداد را با رقم بنویسید، مانند ۱۰."
DEADLINE_COUNT: Final = "تعداد روز مهلت"
DEADLINE_UNIT: Final = "واحد شمارش مهلت"
DEADLINE_BASE: Final = "آغاز شمارش مهلت"
REVIEW_DAY: Final = "روز بازبینی"
REVIEW_HINT: Final = "روز بازبینی، مثلاً پایان ماه"
DAY_HINT: Final = "مثلاً ۱۴۰۲/۳/۸ یا +۳هفته"


# ---- classes of paper


# ---- header


SAID_MENU: Final = "کارهای این مذاکره"
EDIT_SAID: Final = "ویرایش"
REMOVE_SAID: Final = "برداشتن از متن"
SAID_UP: Final = "بالاتر"
SAID_DOWN: Final = "پایین‌تر"


def title(ordinal: str) -> str:
    """The title of the page; ``ordinal`` is the meeting's number in words."""
    return f"صورت‌جلسهٔ جلسهٔ {ordinal}"


def inquorate_title(ordinal: str) -> str:
    """The title of minutes of a meeting without quorum."""
    return f"صورت‌جلسهٔ عدم حصول حد نصاب (جلسهٔ {ordinal})"


def title_without_number() -> str:
    """The title if the meeting has no number yet."""
    return "صورت‌جلسه"


def crumbs(year: object, number: object) -> str:
    """The breadcrumb of the page."""
    return f"صورت‌جلسه‌ها ‹ {persian(year)} ‹ جلسهٔ {persian(number)}"


def version_name(version: int) -> str:
    """The name of a version of the minutes."""
    return f"نسخهٔ {persian(version)}"


def state_with_version(state: str, version: int) -> str:
    """The state in the header; it names the version from the second one on."""
    return state if version == 1 else f"{version_name(version)} – {state}"


def state_with_version_always(state: str, version: int) -> str:
    """The state with the version, for the list of versions."""
    return f"{version_name(version)} – {state}"


CLOSING: Final = "پایان‌بندی"
SIGNERS: Final = "امضاکنندگان"
VERSIONS: Final = "نسخه‌ها"
BACK_TO_DRAFT: Final = "بازگشت به پیش‌نویس"
TO_MEETING: Final = "صفحهٔ جلسه"
WITHDRAW: Final = "بازگشایی پیش از امضا…"
DROP: Final = "کنار گذاشتن اصلاحیه…"
COPY_TEXT: Final = "رونوشت متن"
MORE: Final = "فرمان‌های دیگر"

# ---- agenda pane

AGENDA: Final = "بندهای دستور"
PRESENT: Final = "حاضران"
NOT_WRITTEN: Final = "نوشته نشده"
BEFORE_RECORDS: Final = "پیش از ثبت"
"""Instead of a number or a word on what is not known of minutes from before the records."""
SAID_ONLY: Final = "فقط مذاکرات"


def of(part: int, whole: int) -> str:
    """A count of a total."""
    return f"{persian(part)} از {persian(whole)}"


def holds(notes: int, resolutions: int) -> str:
    """The number of notes and resolutions of an agenda item."""
    parts = [f"{persian(notes)} بند"] if notes else []
    parts += [f"{persian(resolutions)} مصوبه"] if resolutions else []
    return "، ".join(parts)


def open_count(count: int) -> str:
    """The number of open earlier resolutions."""
    return f"{persian(count)} مصوبهٔ باز"


def late_count(count: int) -> str:
    """The number of late earlier resolutions."""
    return f"{persian(count)} معوق"


def agenda_spoken(name: str, holds_: str, late: str) -> str:
    """An entry of the agenda for the screen reader."""
    return "، ".join(filled(name, holds_, late))


# ---- the paper

SAID: Final = "خلاصهٔ مذاکرات"
CLAUSES: Final = "بندها و مصوبات"
NEW_SAID: Final = "نام — خلاصهٔ گفته"
NEW_CLAUSE: Final = "بند تازه بنویسید…"
DASH: Final = " — "
FOLLOW_UP_HEADS: Final = ("شماره و شرح", "مجری", "مهلت", "وضعیت")
FOLLOW_UP_NONE: Final = "مصوبهٔ بازی از جلسه‌های پیش نمانده است."


def item_heading(ordinal: str, name: str) -> str:
    """The heading of an agenda item."""
    return f"بند {ordinal} – {name}"


def presented_by(name: str) -> str:
    """The presenter of an item."""
    return f"ارائه: {name}"


def about(number: str) -> str:
    """The earlier resolution that an item is about."""
    return f"مصوبهٔ {number}"


def days_late(days: int) -> str:
    """How many days a resolution is late."""
    return f"{persian(days)} روز تأخیر"


def table_rows(count: int) -> str:
    """The label of the folded follow-up table."""
    return f"جدول {persian(count)} سطری، خودکار" if count else "مصوبهٔ بازی نمانده است"


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

# ---- around the paper

UNTIL_FINAL: Final = "تا نهایی‌سازی"
FOLLOW_UP_NAME: Final = "گزارش مصوبات پیشین"
PREVIEW: Final = "پیش‌نمایش"
SIDE: Final = "مشخصات بند"
PAPER: Final = "متن صورت‌جلسه"
SEPARATOR: Final = " · "
LONGEST_LINE: Final = "مهلت مصوبهٔ پیشین تا پایان ماه تمدید می‌شود و همهٔ واحدها برنامهٔ خود را"
"""Seventy-two characters of ordinary writing: no line of the paper is longer."""


def contribution_line(speaker: str, text: str) -> str:
    """A contribution in one line."""
    return f"{speaker}{DASH}{text}" if speaker else text


# ---- closing

CLOSING_EMPTY: Final = "زمان جلسهٔ آینده نوشته نشده"
ORIGINALS_NOT_NUMBER: Final = "شمار نسخه‌های اصلی را با رقم بنویسید، مانند ۲."


def next_meeting_on(day: str, time: str) -> str:
    """The date of the next meeting."""
    return f"جلسهٔ آینده {day}، ساعت {persian(time)}" if time else f"جلسهٔ آینده {day}"
