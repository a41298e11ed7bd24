"""The words of extracts."""

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
    """What the paper is called in its footer and on its later pages."""
    return f"ابلاغ مصوبهٔ\u00a0{number}"


def file_title(meeting: str, committee: str) -> str:
    """The title of the file."""
    return f"مستخرج صورت‌جلسهٔ شمارهٔ\u00a0{meeting} {committee}"


def subject(number: str) -> str:
    """The subject line."""
    return f"ابلاغ مصوبهٔ شمارهٔ\u00a0{number} (مستخرج صورت‌جلسه)"


def corrected_subject(number: str) -> str:
    """The subject line where the unit was told of the resolution in words that were corrected since."""
    return f"ابلاغ اصلاحی مصوبهٔ شمارهٔ\u00a0{number} (مستخرج صورت‌جلسه)"


def follows(number: str, day: str) -> str:
    """The reference to the letter that told the earlier words."""
    return f"پیرو نامهٔ شمارهٔ\u00a0{number} مورخ\u00a0{day}" if number else f"پیرو ابلاغ مورخ\u00a0{day}"


def as_executor(committee: str, meeting: str, day: str, that: str) -> str:
    """The sentence that tells the executor; ``that`` means the unit."""
    return (
        f"بدین‌وسیله متن مصوبهٔ زیر، برگرفته از صورت‌جلسهٔ شمارهٔ\u00a0{meeting} مورخ\u00a0{day} {committee}، "
        f"برای اجرا به {that} ابلاغ می‌شود."
    )


def as_cooperator(committee: str, meeting: str, day: str, that: str) -> str:
    """The sentence that tells a unit that cooperates."""
    return (
        f"بدین‌وسیله متن مصوبهٔ زیر، برگرفته از صورت‌جلسهٔ شمارهٔ\u00a0{meeting} مورخ\u00a0{day} {committee}، "
        f"برای همکاری با مجری به {that} ابلاغ می‌شود."
    )


def request(until_known: bool) -> str:
    """What the unit is asked for."""
    when = "تا پایان مهلت یادشده" if until_known else "در نخستین فرصت"
    return (
        "خواهشمند است دستور فرمایید برنامهٔ اجرا به دبیرخانه اعلام، گزارش پیشرفت هر ماه فرستاده "
        f"و نتیجهٔ نهایی همراه مستندات {when} ارسال شود."
    )


def extended(first: str, times: str) -> str:
    """Below a deadline that was extended: the day that was agreed first, and how often."""
    return f"مهلت نخست\u00a0{first}\n{times}\u00a0بار\u00a0تمدید"


def source(meeting: str, day: str, version: str) -> str:
    """The minutes that the extract is taken from."""
    return f"صورت‌جلسهٔ شمارهٔ\u00a0{meeting} مورخ\u00a0{day}، نسخهٔ\u00a0{version}"


def with_item(sentence: str, item: str) -> str:
    """The same with the agenda item under which the resolution was taken."""
    return f"{sentence}، بند «{item}»"


def with_code(sentence: str, code: str) -> str:
    """The same with the code by which the signed paper is known."""
    return f"{sentence}، کد\u00a0{code}"
