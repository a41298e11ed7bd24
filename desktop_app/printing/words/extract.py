"""Persian texts of extracts."""

from __future__ import annotations

from typing import Final

KIND: Final = "نوع مصوبه"
ROLE: Final = "نقش"
EXECUTOR: Final = "مجری"
COOPERATING: Final = "همکاران"
OWNER: Final = "مسئول پیگیری"
DEADLINE: Final = "مهلت"
AXIS: Final = "محور"
RESERVATION: Final = "ملاحظه"
CITATION: Final = "مستند بالادستی"
SOURCE: Final = "مأخذ"
TEXT: Final = "متن مصوبه"

ROLES: Final = {"executor": "مجری", "cooperator": "همکار"}
"""What the unit has to do with the resolution."""


def title(number: str) -> str:
    """Return the name of the paper for its footer and later pages."""
    return f"ابلاغ مصوبهٔ\u00a0{number}"


def file_title(meeting: str, committee: str) -> str:
    """Return the title of the file."""
    return f"مستخرج صورت‌جلسهٔ شمارهٔ\u00a0{meeting} {committee}"


def subject(number: str) -> str:
    """Return the subject line."""
    return f"ابلاغ مصوبهٔ شمارهٔ\u00a0{number} (مستخرج صورت‌جلسه)"


def corrected_subject(number: str) -> str:
    """Return the subject line for a corrected wording, after an earlier notification."""
    return f"ابلاغ اصلاحی مصوبهٔ شمارهٔ\u00a0{number} (مستخرج صورت‌جلسه)"


def earlier_letter(number: str, day: str) -> str:
    """Return the reference to the letter with the earlier wording."""
    return f"پیرو نامهٔ شمارهٔ\u00a0{number} مورخ\u00a0{day}" if number else f"پیرو ابلاغ مورخ\u00a0{day}"


def as_executor(committee: str, meeting: str, day: str, that: str) -> str:
    """Return the sentence for the executing unit; ``that`` means the unit."""
    return (
        f"بدین‌وسیله متن مصوبهٔ زیر، برگرفته از صورت‌جلسهٔ شمارهٔ\u00a0{meeting} مورخ\u00a0{day} {committee}، "
        f"برای اجرا به {that} ابلاغ می‌شود."
    )


def as_cooperator(committee: str, meeting: str, day: str, that: str) -> str:
    """Return the sentence for a cooperating unit."""
    return (
        f"بدین‌وسیله متن مصوبهٔ زیر، برگرفته از صورت‌جلسهٔ شمارهٔ\u00a0{meeting} مورخ\u00a0{day} {committee}، "
        f"برای همکاری با مجری به {that} ابلاغ می‌شود."
    )


def request(until_known: bool) -> str:
    """Return the request to the unit."""
    when = "تا پایان مهلت یادشده" if until_known else "در نخستین فرصت"
    return (
        "خواهشمند است دستور فرمایید برنامهٔ اجرا به دبیرخانه اعلام، گزارش پیشرفت هر ماه فرستاده "
        f"و نتیجهٔ نهایی همراه مستندات {when} ارسال شود."
    )


def extended(first: str, times: str) -> str:
    """Return the note below an extended deadline: the first day, and how often it was extended."""
    return f"مهلت نخست\u00a0{first}\n{times}\u00a0بار\u00a0تمدید"


def source(meeting: str, day: str, version: str) -> str:
    """Return the minutes from which the extract is taken."""
    return f"صورت‌جلسهٔ شمارهٔ\u00a0{meeting} مورخ\u00a0{day}، نسخهٔ\u00a0{version}"


def with_item(sentence: str, item: str) -> str:
    """Return the sentence with the agenda item of the resolution."""
    return f"{sentence}، بند «{item}»"


def with_code(sentence: str, code: str) -> str:
    """Return the sentence with the code of the signed paper."""
    return f"{sentence}، کد\u00a0{code}"
