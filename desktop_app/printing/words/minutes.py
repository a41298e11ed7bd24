"""Words of the minutes, some shared with other papers: labels and sentences; those of keys are in ``frame``.

What functions take is ready for print: days, times and counts come in as Persian text. ``\\u00a0`` ties a number to its
word: no line ends between them.
"""

from __future__ import annotations

from collections.abc import Sequence
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
    """«م۵» as on screen; nothing stands for none."""
    return f"م{code}" if code else ""


def title(number: str, committee: str) -> str:
    """The title of quorate minutes."""
    return f"صورت‌جلسهٔ شمارهٔ\u00a0{number} {committee}"


def inquorate_subtitle(number: str, committee: str) -> str:
    """Which meeting found no quorum."""
    return f"جلسهٔ شمارهٔ\u00a0{number} {committee}"


def parties(names: Sequence[str]) -> str:
    """The parties in one line."""
    return _AND.join(names)


def labelled(label: str, value: str) -> str:
    """A label and its value in one line."""
    return f"{label}: {value}"


def weekday_and_day(weekday: str, day: str) -> str:
    """The day of the meeting as the grid and the header say it."""
    return f"{weekday} {day}"


def kind_and_month(kind: str, month: str) -> str:
    """Kind of the meeting and the month of the committee it belongs to."""
    return f"{kind}، {month}"


def previous(number: str, day: str) -> str:
    """Number and day of the meeting before."""
    return f"شمارهٔ\u00a0{number}، {day}" if day else f"شمارهٔ\u00a0{number}"


def in_place_of(name: str) -> str:
    """A substitute for one meeting."""
    return f"به‌جای {name}"


def arrived(time: str) -> str:
    """Late arrival."""
    return f"ورود\u00a0{time}"


def left(time: str) -> str:
    """Early leaving."""
    return f"خروج\u00a0{time}"


def listed(parts: Sequence[str]) -> str:
    """Short facts one after the other."""
    return "، ".join(parts)


def letter(number: str, day: str) -> str:
    """Number and day of an introduction letter; either may be empty."""
    return listed([part for part in (number, day) if part])


def guest(name: str, post: str) -> str:
    """A guest and what brought him in."""
    return f"{name} ({post})" if post else name


def names(parts: Sequence[str]) -> str:
    """Names in one line; a name with its post may itself hold a comma."""
    return "؛ ".join(parts)


def quorum(met: bool, present: str, filled: str, needed: str, shares: Sequence[str]) -> str:
    """How the quorum was met or missed, with the share of each party."""
    counted = f"از {filled}\u00a0کرسی دارای نماینده، {present}\u00a0کرسی حاضر بود ({listed(shares)})"
    if met:
        return f"حد نصاب حاصل است: {counted}؛ حد نصاب {needed}\u00a0کرسی با حضور هر دو طرف است."
    return f"حد نصاب حاصل نشد: {counted}؛ حد نصاب {needed}\u00a0کرسی با حضور هر دو طرف است."


def quorum_of_party(name: str, present: str, filled: str) -> str:
    """One party's share in the quorum."""
    return f"{name} {present}\u00a0از\u00a0{filled}"


def rank(ordinal: str) -> str:
    """The rank of an agenda item."""
    return f"{ordinal}:"


def agenda_item(item: str, presenter: str) -> str:
    """An agenda item with the one who presents it."""
    return f"{item} ({presenter})" if presenter else item


def percent_of(state: str, percent: str) -> str:
    """State of an earlier resolution with its progress."""
    return f"{state} ({percent})"


def late(days: str) -> str:
    """Days past the deadline of an earlier resolution."""
    return f"{days}\u00a0روز تأخیر"


def agenda_heading(ordinal: str, item: str) -> str:
    """An agenda item over its deliberations."""
    return f"بند\u00a0{ordinal}: {item}"


def speaker(name: str) -> str:
    """A speaker before the summary of what was said."""
    return f"{name} — "


def row(number: str) -> str:
    """What stands for the number of a resolution while it has none."""
    return f"ردیف {number}"


def kind_and_axis(kind: str, axis: str) -> str:
    """How it was adopted, and its axis where it has one."""
    return f"{kind} – محور: {axis}" if axis else kind


def kind_and_adoption(kind: str, adoption: str) -> str:
    """Kind of a resolution and the way it was adopted."""
    return f"{kind}، {adoption}"


def counted(adoption: str, for_: str, against: str) -> str:
    """A way of adoption with the counts of votes."""
    return f"{adoption} ({for_}\u00a0موافق، {against}\u00a0مخالف)"


def with_reservation(words: str) -> str:
    """Adopted with a reservation in the member's words."""
    return f"با ملاحظهٔ {words}"


def relative_deadline(count: str, unit: str, base: str) -> str:
    """A deadline that counts from an event; ``unit`` and ``base`` are words of the tables in ``keys``."""
    return f"{count}\u00a0{unit} پس از {base}"


def review_on(day: str) -> str:
    """The review day of a continuous resolution."""
    return f"بازبینی {day}"


def next_meeting(day: str, time: str) -> str:
    """Day and hour of the next meeting."""
    return f"جلسهٔ آینده {day}، ساعت\u00a0{time} برگزار می‌شود." if time else f"جلسهٔ آینده {day} برگزار می‌شود."


def closing(time: str) -> str:
    """The closing sentence where the office wrote none."""
    return f"جلسه در ساعت\u00a0{time} با ذکر صلوات پایان یافت." if time else "جلسه با ذکر صلوات پایان یافت."


def originals(count: int, words: str) -> str:
    """How many originals were made."""
    equal = " با اعتبار یکسان" if count > 1 else ""
    return f"این صورت‌جلسه در {words} نسخه{equal} تنظیم شد."


def kept_at(place: str) -> str:
    """Where the signed original is kept."""
    return f"اصل امضاشده در {place} نگهداری می‌شود."


def sentences(parts: Sequence[str]) -> str:
    """Whole sentences in one paragraph."""
    return " ".join(parts)


def absent_party(party: str) -> str:
    """Below the signatures of the other party."""
    return f"{party}: حاضر نبود"


def list_number(number: str) -> str:
    """The number of a line in a list."""
    return f"{number}."
