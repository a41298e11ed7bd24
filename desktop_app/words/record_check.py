"""Texts of the checks of an open office: at the start, and of all data on request."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

from desktop_app.words import attached_files
from desktop_app.words import findings as finding_words

GOES_ON: Final = "درستی داده‌ها بررسی می‌شود"
GOES_ON_WHY: Final = "فایل داده بزرگ است و سنجش ردیف به ردیف آن چند لحظه می‌کشد. کار خود را بکنید؛ اگر نادرستی پیدا شود همین‌جا گفته می‌شود."
NOT_ENDED: Final = "بررسی درستی داده‌ها به پایان نرسید"
FOUND: Final = "داده‌ها آسیب دیده یا دستکاری شده است؛ از این پس چیزی ثبت نمی‌شود"

CHECKING: Final = "رکوردها، زنجیرهٔ رویدادها، پیوست‌ها و برگه‌های چاپ‌شده بررسی می‌شود…"
GIVEN_UP: Final = "از بررسی دست کشیدید و چیزی عوض نشد. هر گاه خواستید «بررسی کامل» را دوباره بزنید."
SOUND: Final = "بررسی کامل: نادرستی پیدا نشد"
SOUND_WHY: Final = "همهٔ رکوردها، زنجیرهٔ رویدادها، پیوست‌ها و برگه‌های چاپ‌شده همان است که برنامه نوشته است."
REMADE: Final = "فهرست جست‌وجو با رکوردها یکی نبود و از نو ساخته شد."
WRONG: Final = "بررسی کامل: در ردیف‌ها نادرستی پیدا شد"
WRONG_FILES: Final = "بررسی کامل: رکوردها درست است، ولی فایلی گم شده یا تغییر کرده است"
MOST_NAMED: Final = 3


class _FileFinding(finding_words.Finding, Protocol):
    @property
    def detail(self) -> str: ...


def not_ended(why: str) -> str:
    """Return why a check did not finish, and what to do."""
    return f"{why} سپس در «پشتیبان‌ها» (Ctrl+Shift+K) «بررسی کامل» را بزنید."


def found(count: int, first: str) -> str:
    """Return the findings of a check, what is safe, and what to do."""
    more = finding_words.and_more(count - 1)
    return (
        f"{first}{more}. به آنچه می‌بینید تکیه نکنید و نسخهٔ کاغذی را ملاک بگیرید. نوشته‌های ثبت‌نشده را در فایلی نگه دارید، "
        "سپس «راه‌های بازیابی…» را بزنید؛ شما را گام به گام به کار برمی‌گرداند."
    )


def wrong(said: Sequence[str]) -> str:
    """Return the first finding about the records, and what to do."""
    return f"{finding_words.first_said(said, MOST_NAMED)}. پیام بالای پنجره می‌گوید چه باید کرد؛ نسخهٔ کاغذی ملاک است."


def wrong_files(findings: Sequence[_FileFinding]) -> str:
    """Return which files are missing or altered, and what to do; stored prints only if nothing else is."""
    first = attached_files.file_wrong(findings[0].detail, missing=findings[0].kind == "file_missing")
    if all(one.subject == "printing" for one in findings):
        return attached_files.prints_wrong(len(findings), first)
    return attached_files.files_wrong(len(findings), first)
