"""Persian texts of reminders."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

NUMBER: Final = "شماره"
TEXT: Final = "شرح و مأخذ"
DEADLINE: Final = "مهلت"
STAND: Final = "وضعیت"
LAST_REPORT: Final = "آخرین گزارش"
NO_REPORT: Final = "گزارشی نرسیده است"
NO_PLAN: Final = "برنامهٔ هم‌راستایی اعلام نشده است"
TITLE: Final = "یادآوری مصوبه‌های باز"
ROLES: Final = {"executor": "مجری", "cooperator": "همکار"}
STATES: Final = {
    "assigned": "تعیین‌شده",
    "notified": "ابلاغ‌شده",
    "planned": "برنامه اعلام شد",
    "doing": "در دست اقدام",
    "blocked": "متوقف",
    "reported": "گزارش انجام",
    "accepted": "تأییدشده",
    "returned": "برگشت",
    "cancelled": "لغوشده",
}
"""Where the unit's own work stands."""


def file_title(committee: str) -> str:
    """Return the title of the file."""
    return f"{TITLE} – {committee}"


def subject(count: int, number: str, late: str) -> str:
    """Return the subject line; ``late`` is the number of late resolutions in words, empty for none."""
    what = f"یادآوری {number}\u00a0مصوبهٔ باز" if count > 1 else "یادآوری مصوبهٔ باز"
    return f"{what} ({late}\u00a0مورد معوق)" if late and count > 1 else f"{what} (معوق)" if late else what


def open_sentence(committee: str, as_of: str, what: str, that: str, late: str) -> str:
    """Return the sentence on the open resolutions of a unit; ``what`` and ``late`` come from the functions below."""
    return f"پیرو ابلاغ مصوبات {committee}، بر پایهٔ سوابق این دبیرخانه تا {as_of}، {what} در {that} باز است{late}."


def listed_count(count: int, number: str) -> str:
    """Return how many resolutions the table shows."""
    return f"{number}\u00a0مصوبهٔ زیر" if count > 1 else "مصوبهٔ زیر"


def overdue(count: int, late: int, number: str) -> str:
    """Return how many of them are late, as the end of a sentence."""
    if not late:
        return ""
    if count == 1:
        return " و مهلت آن گذشته است"
    return " و مهلت همهٔ آن‌ها گذشته است" if late == count else f" و مهلت {number}\u00a0مورد آن گذشته است"


def request(until: str) -> str:
    """Return the request to the unit; ``until`` is a day in words, or empty."""
    when = f"تا {until}" if until else "در نخستین فرصت"
    return (
        "خواهشمند است دستور فرمایید گزارش آخرین اقدام‌ها، درصد پیشرفت و موانع احتمالی هر مصوبه "
        f"{when} به این دبیرخانه ارسال شود."
    )


def meeting(number: str, day: str) -> str:
    """Return the meeting that adopted the resolution."""
    return f"جلسهٔ\u00a0{number}، {day}"


def role(word: str) -> str:
    """Return the unit's role in the resolution."""
    return f"نقش: {word}"


def owner(name: str) -> str:
    """Return who follows the resolution up."""
    return f"مسئول پیگیری: {name}"


def first_deadline(day: str, times: str) -> str:
    """Return the note on the first deadline of an extended one."""
    return f"مهلت نخست {day}، {times}\u00a0بار\u00a0تمدید"


def own_day(day: str) -> str:
    """Return the day that the unit itself named."""
    return f"روز اعلامی واحد {day}"


def report(day: str, words: str) -> str:
    """Return the last report with its day."""
    return f"{day}: {words}"


def plan(words: str) -> str:
    """Return the unit's plan."""
    return f"برنامه: {words}"


def joined(parts: Sequence[str]) -> str:
    """Return short facts in one line."""
    return "؛ ".join(parts)
