"""Sentences of data and backups that do not belong together: of another committee, or from before a restore."""

from __future__ import annotations

from typing import Final

from desktop_app.text import recovery
from desktop_app.text.shared.isolates import left_to_right

FROM_BEFORE_RESTORE: Final = "داده‌ها از پیش از بازگرداندن پشتیبان است"


def other_office_beside(office: str, committee: str) -> str:
    """A backup is made of data that lie among the backups of another committee."""
    return (
        f"{recovery.other_office(office, committee)} شاید فایل دفتر دیگری به جای فایل این دفتر نشسته است. "
        f"پشتیبان‌های پیشین را نگه دارید و برنامه را باز کنید: «{recovery.WAYS}» دفتر «{office}» را بازمی‌گرداند."
    )


def other_office_in_place(office: str, committee: str) -> str:
    """A backup goes into a place whose newest one is of another committee."""
    whose = f"از «{office}» است و این یکی از «{committee}»"
    if office == committee:
        whose = f"و این یکی از دو کمیتهٔ جداست، هر دو با نام «{office}»"
    return (
        f"تازه‌ترین پشتیبان پیشین اینجا {whose}. اگر فایل دفتر دیگری به جای فایل دفتر شما نشسته است، پشتیبان پیشین را با فرمان "
        f"«{left_to_right('restore')}» در پوشهٔ تازه‌ای بازگردانید؛ اگر دو دفتر دارید، برای هر یک جای جدایی بگذارید."
    )


AMONG_OTHERS_TITLE: Final = "پشتیبان‌ها میان پشتیبان‌های کمیتهٔ دیگری باشد؟"
AMONG_OTHERS_WHY: Final = (
    "اگر دو دفتر دارید، برای هر یک جای جدایی بگذارید؛ اگر نه، شاید فایل دفتر دیگری به جای فایل دفتر شما نشسته است: "
    "آن پشتیبان‌ها را نگه دارید و در پوشهٔ تازه‌ای بازگردانید."
)


def whose_here(office: str, committee: str) -> str:
    """Backups of another committee lie in the second place, too."""
    if office == committee:
        return f"پشتیبان‌های کمیتهٔ دیگری هم اینجاست، آن هم با نام «{office}»"
    return f"پشتیبان‌های «{office}» هم اینجاست و این دفتر «{committee}» است"


def others_here(office: str, committee: str) -> str:
    """The same, and what to do."""
    return f"{whose_here(office, committee)}. {AMONG_OTHERS_WHY}"


def from_before_restore(made: str) -> str:
    """The data are as they were before the last restore, or older."""
    restored = f"پشتیبان {made} بازگردانده شد" if made else "پشتیبانی بازگردانده شد"
    return (
        f"{restored}، ولی فایل داده از پیش از آن است: شاید فایل کهنه‌تری به جای آن نشسته یا بازگرداندن نیمه‌کاره مانده است. "
        "پیش از ثبت هر کار «پشتیبان‌ها» را باز کنید؛ اگر آن پشتیبان را می‌خواهید دوباره بازگردانید."
    )
