"""Sentences of the checks of an open office: what the start left out, and everything at the operator's wish."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

from desktop_app.text import found as found_words
from desktop_app.text.papers import attached_files
from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.isolates import left_to_right

GOES_ON: Final = "درستی داده‌ها بررسی می‌شود"
GOES_ON_WHY: Final = "فایل داده بزرگ است و سنجش ردیف به ردیف آن چند لحظه می‌کشد. کار خود را بکنید؛ اگر نادرستی پیدا شود همین‌جا گفته می‌شود."
NOT_ENDED: Final = "بررسی درستی داده‌ها به پایان نرسید"
FOUND: Final = "داده‌ها آسیب دیده یا دستکاری شده است؛ از این پس چیزی ثبت نمی‌شود"

CHECKING: Final = "رکوردها، زنجیرهٔ رویدادها، پیوست‌ها و برگه‌های چاپ‌شده بررسی می‌شود…"
GIVEN_UP: Final = "از بررسی دست کشیدید و چیزی عوض نشد. هر گاه خواستید «بررسی کامل» را دوباره بزنید."
SOUND: Final = "بررسی کامل: نادرستی پیدا نشد"
SOUND_WHY: Final = "همهٔ رکوردها، زنجیرهٔ رویدادها، پیوست‌ها و برگه‌های چاپ‌شده همان است که برنامه نوشته است."
REMADE: Final = "فهرست جست‌وجو با رکوردها یکی نبود و از نو ساخته شد."
NOTHING_NEW: Final = "بررسی کامل: نادرستی تازه‌ای پیدا نشد"
WRONG: Final = "بررسی کامل: در رکوردها نادرستی پیدا شد"
WRONG_FILES: Final = "بررسی کامل: رکوردها درست است، ولی فایلی گم شده یا تغییر کرده است"
MOST_NAMED: Final = 3
MOST_LISTED: Final = 12
"""Lines of the details that the window shows; the file holds all."""
DETAILS: Final = "جزئیات…"
CLOSE: Final = "بستن"
SAVE_LIST: Final = "ذخیرهٔ فهرست…"
LIST_NAME: Final = "آنچه پس از بازیابی نادرست مانده است.txt"
LIST_KINDS: Final = "متن (*.txt)"
LIST_SAVED: Final = "فهرست ذخیره شد"
LIST_NOT_SAVED: Final = "فهرست ذخیره نشد"


class _FileFinding(found_words.Finding, Protocol):
    @property
    def detail(self) -> str: ...


def not_ended(why: str) -> str:
    """Why, and what to do instead."""
    return f"{why} سپس در «پشتیبان‌ها» (Ctrl+Shift+K) «بررسی کامل» را بزنید."


def found(count: int, first: str) -> str:
    """What a check of the open office found, what is safe, and what to do."""
    more = found_words.and_more(count - 1)
    return (
        f"{first}{more}. به آنچه می‌بینید تکیه نکنید و نسخهٔ کاغذی را ملاک بگیرید. نوشته‌های ثبت‌نشده را در فایلی نگه دارید، "
        "سپس «راه‌های بازیابی…» را بزنید؛ شما را گام به گام به کار برمی‌گرداند."
    )


def left_over(count: int) -> str:
    """What an accepted recovery left wrong and is wrong still."""
    return f"پس از بازیابی {persian(count)} نادرستی در رکوردها مانده است"


def left_over_why(said: Sequence[str]) -> str:
    """What that means for the work, with the first of it."""
    return (
        f"{found_words.first_said(said, 1)}. کار ادامه دارد، ولی فهرست‌ها و شمارش‌ها این رکوردها را شاید نشان ندهند؛ "
        "آن‌ها را با نسخهٔ کاغذی بسنجید. تا درست نشوند، این پیام در هر آغاز برنامه می‌آید."
    )


def left_lines(lines: Sequence[str]) -> str:
    """The first of them, one a line, and how many more the file names."""
    shown = found_words.once_each(lines)[:MOST_LISTED]
    more = len(lines) - sum(count for _line, count in shown)
    rest = [f"و {persian(more)} نادرستی دیگر؛ «{SAVE_LIST}» همه را نام می‌برد."] if more else []
    return "\n".join([*(f"• {one}" for one, _count in shown), *rest])


def left_list(lines: Sequence[str], reports: str) -> str:
    """All of them, as a file; ``reports`` is where the report of the recovery lies."""
    return "\n".join(
        [
            f"{left_over(len(lines))}:",
            *(f"• {one}" for one, _count in found_words.once_each(lines)),
            f"گزارش بازیابی و فایل آسیب‌دیده در «{left_to_right(reports)}» است.",
            "",
        ]
    )


def list_saved(path: str) -> str:
    """Where it lies."""
    return f"فهرست در «{left_to_right(path)}» است."


def nothing_new(said: Sequence[str]) -> str:
    """A whole check found only what a recovery left."""
    return f"{left_over(len(said))}: {found_words.first_said(said, MOST_NAMED)}."


def wrong(said: Sequence[str]) -> str:
    """The first of what is wrong with the records, and what to do."""
    return (
        f"{found_words.first_said(said, MOST_NAMED)}. چیزی دیگر ثبت نمی‌شود. «راه‌های بازیابی…» بالای پنجره را بزنید؛ "
        "رویدادهای نادرست در «تاریخچه» نشان دارد و نسخهٔ کاغذی ملاک است."
    )


def wrong_files(findings: Sequence[_FileFinding]) -> str:
    """Files that are missing or altered, and what to do: of the papers for the pen only once no other is left."""
    first = attached_files.file_wrong(findings[0].detail, missing=findings[0].kind == "file_missing")
    if all(one.subject == "printing" for one in findings):
        return attached_files.prints_wrong(len(findings), first)
    return attached_files.files_wrong(len(findings), first)
