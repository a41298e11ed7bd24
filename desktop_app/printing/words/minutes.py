"""Persian texts of the minutes, some common to other papers; the words of document keys are in ``frame``.

What functions take is ready for print: days, times and counts come in as Persian text. ``\\u00a0`` ties a number to its
word: no line ends between them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

# ----------------------------------------------------------------------------------------- title and identity
INQUORATE_TITLE: Final = "صورت‌جلسهٔ عدم حصول حد نصاب"
MEETING_DAY: Final = "روز و تاریخ"
BEGAN: Final = "ساعت شروع"
ENDED: Final = "ساعت پایان"
PLACE: Final = "محل جلسه"
CHAIR: Final = "رئیس جلسه"
SECRETARY: Final = "دبیر جلسه"
KIND: Final = "نوع و دورهٔ جلسه"
PREVIOUS: Final = "جلسهٔ پیشین"
NOTHING: Final = "–"

# ------------------------------------------------------------------------------------------------ attendance
ATTENDANCE: Final = "حاضران و غایبان"
ROW: Final = "ردیف"
NAME: Final = "نام و نام خانوادگی"
POST: Final = "سمت"
PARTY: Final = "طرف"
STATE: Final = "وضعیت"
LETTER: Final = "معرفی‌نامه"
GUESTS: Final = "مدعوان"

# ---------------------------------------------------------------------------------------- agenda and follow-up
AGENDA: Final = "دستور جلسه"
FOLLOW_UP: Final = "گزارش پیگیری مصوبات پیشین"
RESOLUTION_NUMBER: Final = "شمارهٔ مصوبه"
SUBJECT: Final = "شرح"
WORDING_BELOW: Final = "شرح در زیر آمده است."
EXECUTOR: Final = "مجری"
DUE: Final = "مهلت"
LAST_ACTION: Final = "آخرین اقدام"

# ------------------------------------------------------------------------------- deliberations and resolutions
DELIBERATIONS: Final = "خلاصهٔ مذاکرات"
RESOLUTIONS: Final = "مصوبات"
NUMBER: Final = "شماره"
AXIS: Final = "محور"
EXECUTORS: Final = "مجری (و همکاران)"
EXECUTOR_AND_OWNER: Final = "مجری و مسئول پیگیری"
COOPERATING: Final = "همکار"
ALL_UNITS: Final = "همهٔ واحدها"
OWNER: Final = "مسئول پیگیری"
UPSTREAM: Final = "مستند بالادستی"
CLAUSE: Final = "بند"
EFFECT: Final = "اثر"
NEXT_MEETING_DEADLINE: Final = "تا جلسهٔ آینده"
CONTINUOUS: Final = "مستمر"

# ------------------------------------------------------------------------------------------------- closing part
NEXT_MEETING: Final = "دستور و زمان جلسهٔ آینده"
ENDING: Final = "پایان جلسه"
SIGNATURES: Final = "امضای نمایندگان طرفین"
SIGN_HERE: Final = "امضا"
RESERVATION: Final = "ملاحظه / نظر مخالف"
RESERVATIONS: Final = "ملاحظه / نظر مخالف، با نام نویسنده"
ATTACHMENTS: Final = "پیوست‌ها"
COPIES: Final = "رونوشت"

_AND: Final = " و "


def axis(code: str) -> str:
    """Return an axis as on the screen: «م۵»; empty for none."""
    return f"م{code}" if code else ""


def title(number: str, committee: str) -> str:
    """Return the title of quorate minutes."""
    return f"صورت‌جلسهٔ شمارهٔ\u00a0{number} {committee}"


def inquorate_subtitle(number: str, committee: str) -> str:
    """Return the subtitle of a meeting without quorum."""
    return f"جلسهٔ شمارهٔ\u00a0{number} {committee}"


def parties(names: Sequence[str]) -> str:
    """Return the parties in one line."""
    return _AND.join(names)


def labelled(label: str, value: str) -> str:
    """Return a label and its value in one line."""
    return f"{label}: {value}"


def weekday_and_day(weekday: str, day: str) -> str:
    """Return the day of the meeting for grid and header."""
    return f"{weekday} {day}"


def kind_and_month(kind: str, month: str) -> str:
    """Return the kind of the meeting and its month of the committee."""
    return f"{kind}، {month}"


def previous(number: str, day: str) -> str:
    """Return number and day of the previous meeting."""
    return f"شمارهٔ\u00a0{number}، {day}" if day else f"شمارهٔ\u00a0{number}"


def in_place_of(name: str) -> str:
    """Return the note on a substitute for one meeting."""
    return f"به‌جای {name}"


def arrived(time: str) -> str:
    """Return the note on late arrival."""
    return f"ورود\u00a0{time}"


def left(time: str) -> str:
    """Return the note on early leaving."""
    return f"خروج\u00a0{time}"


def effect(kind: str, number: str, day: str) -> str:
    """Return what a clause does to a resolution of an earlier meeting; ``day`` is the new deadline of an extension."""
    return _EFFECTS[kind].format(number=number, day=day)


_EFFECTS: Final[Mapping[str, str]] = {
    "extend": "مهلت مصوبهٔ\u00a0{number} تا {day} تمدید شد",
    "accept": "انجام مصوبهٔ\u00a0{number} پذیرفته شد",
    "return": "گزارش انجام مصوبهٔ\u00a0{number} برای تکمیل برگشت داده شد",
    "supersede": "این مصوبه جایگزین مصوبهٔ\u00a0{number} شد",
    "revoke": "مصوبهٔ\u00a0{number} لغو شد",
    "defer": "رسیدگی به مصوبهٔ\u00a0{number} به جلسهٔ آینده موکول شد",
}


def fate(kind: str, reason: str) -> str:
    """Return what becomes of an agenda item that was not reached; ``reason`` is why it is left out."""
    return f"{_FATES[kind]} ({reason})" if reason else _FATES[kind]


_FATES: Final[Mapping[str, str]] = {
    "next": "به جلسهٔ آینده موکول شد",
    "parked": "کنار گذاشته شد",
    "left": "از دستور حذف شد",
}


def left_over(number: str) -> str:
    """Return the note on an agenda item that an earlier meeting did not reach."""
    return f"مانده از جلسهٔ\u00a0{number}"


def with_notes(item: str, notes: Sequence[str]) -> str:
    """Return an agenda item with what is noted about it."""
    return "؛ ".join([item, *notes])


def listed(parts: Sequence[str]) -> str:
    """Return short facts in one line."""
    return "، ".join(parts)


def letter(number: str, day: str) -> str:
    """Return number and day of an introduction letter; either may be empty."""
    return listed([part for part in (number, day) if part])


def guest(name: str, post: str) -> str:
    """Return the name of a guest with the post."""
    return f"{name} ({post})" if post else name


def names(parts: Sequence[str]) -> str:
    """Return names in one line; a name with its post may contain a comma."""
    return "؛ ".join(parts)


def quorum(met: bool, present: str, filled: str, needed: str, shares: Sequence[str]) -> str:
    """Return how the quorum was met or missed, with each party's part."""
    counted = f"از {filled}\u00a0کرسی دارای نماینده، {present}\u00a0کرسی حاضر بود ({listed(shares)})"
    if met:
        return f"حد نصاب حاصل است: {counted}؛ حد نصاب {needed}\u00a0کرسی با حضور هر دو طرف است."
    return f"حد نصاب حاصل نشد: {counted}؛ حد نصاب {needed}\u00a0کرسی با حضور هر دو طرف است."


def quorum_of_party(name: str, present: str, filled: str) -> str:
    """Return one party's part in the quorum."""
    return f"{name} {present}\u00a0از\u00a0{filled}"


def rank(ordinal: str) -> str:
    """Return the ordinal of an agenda item."""
    return f"{ordinal}:"


def agenda_item(item: str, presenter: str) -> str:
    """Return an agenda item with its presenter."""
    return f"{item} ({presenter})" if presenter else item


def percent_of(state: str, percent: str) -> str:
    """Return the state of an earlier resolution with its progress."""
    return f"{state} ({percent})"


def late(days: str) -> str:
    """Return the days past the deadline of an earlier resolution."""
    return f"{days}\u00a0روز تأخیر"


def agenda_heading(ordinal: str, item: str) -> str:
    """Return the heading of an agenda item above its deliberations."""
    return f"بند\u00a0{ordinal}: {item}"


def speaker(name: str) -> str:
    """Return a speaker with the mark before the summary."""
    return f"{name} — "


def row_label(number: str) -> str:
    """Return the row label of a resolution that has no number yet."""
    return f"ردیف {number}"


def kind_and_axis(kind: str, axis: str) -> str:
    """Return how a resolution was adopted, and its axis if it has one."""
    return f"{kind} – محور: {axis}" if axis else kind


def kind_and_adoption(kind: str, adoption: str) -> str:
    """Return the kind of a resolution and its adoption."""
    return f"{kind}، {adoption}"


def counted(adoption: str, for_: str, against: str) -> str:
    """Return an adoption with the counts of votes."""
    return f"{adoption} ({for_}\u00a0موافق، {against}\u00a0مخالف)"


def with_reservation(words: str) -> str:
    """Return an adoption with a member's reservation."""
    return f"با ملاحظهٔ {words}"


def relative_deadline(count: str, unit: str, base: str) -> str:
    """Return a deadline relative to an event; ``unit`` and ``base`` are words of the tables in ``keys``."""
    return f"{count}\u00a0{unit} پس از {base}"


def review_on(day: str) -> str:
    """Return the review day of a continuous resolution."""
    return f"بازبینی {day}"


def next_meeting(day: str, time: str) -> str:
    """Return day and hour of the next meeting."""
    return f"جلسهٔ آینده {day}، ساعت\u00a0{time} برگزار می‌شود." if time else f"جلسهٔ آینده {day} برگزار می‌شود."


def closing(time: str) -> str:
    """Return the default closing sentence."""
    return f"جلسه در ساعت\u00a0{time} با ذکر صلوات پایان یافت." if time else "جلسه با ذکر صلوات پایان یافت."


def originals(count: int, words: str) -> str:
    """Return how many originals were made."""
    equal = " با اعتبار یکسان" if count > 1 else ""
    return f"این صورت‌جلسه در {words} نسخه{equal} تنظیم شد."


def kept_at(place: str) -> str:
    """Return where the signed original is kept."""
    return f"اصل امضاشده در {place} نگهداری می‌شود."


def sentences(parts: Sequence[str]) -> str:
    """Return sentences as one paragraph."""
    return " ".join(parts)


def absent_party(party: str) -> str:
    """Return the note on a party of which nobody came."""
    return f"{party}: حاضر نبود"


def list_number(number: str) -> str:
    """Return the number of a line in a list."""
    return f"{number}."
