"""Words of the window round the pages: navigation, status line, opening and closing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop_app.text import found as found_words
from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.isolates import left_to_right

BRAND: Final = "دبیرخانهٔ کمیتهٔ مشترک"
BRAND_NOTE: Final = "مازندران و مرکز ملی"
GO_BACK: Final = "بازگشت به جای پیشین"
SAVED: Final = "همهٔ تغییرها ذخیره شده است"
UNSAVED: Final = "ذخیره‌نشده…"
NOT_SAVED: Final = "ذخیره نشد"
SAVING: Final = "در حال ذخیره…"
OPENING: Final = "در حال باز کردن داده‌ها…"
MAKING_DEMO: Final = "در حال ساختن دادهٔ نمونه…"
MAKING_DEMO_WHY: Final = "شش جلسه با صورت‌جلسه و مصوبه نوشته می‌شود. چند ثانیه درنگ کنید."
DEMO_NOT_MADE: Final = "دادهٔ نمونه ساخته نشد"
SAMPLE: Final = "دادهٔ نمونه"

VIEW_ONLY: Final = "فقط برای دیدن"
VIEW_ONLY_WHY: Final = (
    "در این پوشه نمی‌توان نوشت. همه چیز را می‌توانید ببینید و چاپ کنید؛ چیزی ثبت نمی‌شود. "
    "برای ثبت، اجازهٔ نوشتن در پوشه را بگیرید و برنامه را از نو باز کنید."
)
VIEW_ONLY_FOUND: Final = "در این پوشه نمی‌توان نوشت، و بازیابی به آن نیاز دارد. نخست اجازهٔ نوشتن در پوشه را بگیرید و برنامه را از نو باز کنید."
VIEW_ONLY_BECAUSE: Final = {
    "folder_not_writable": VIEW_ONLY_WHY,
    "place_on_network": (
        "این پوشه روی شبکه است و آنجا قفل و ذخیرهٔ داده مطمئن نیست. همه چیز را می‌توانید ببینید و چاپ کنید؛ چیزی ثبت نمی‌شود. "
        "برای ثبت، برنامه را ببندید، همهٔ پوشه را روی دیسک همین رایانه رونوشت کنید و برنامه را با آن رونوشت باز کنید."
    ),
    "place_too_deep": (
        "نشانی این پوشه برای ویندوز بلند است و همهٔ فایل‌ها در آن جا نمی‌گیرد. همه چیز را می‌توانید ببینید و چاپ کنید؛ چیزی ثبت نمی‌شود. "
        "برای ثبت، برنامه را ببندید، همهٔ پوشه را به جایی بالاتر یا با نام کوتاه‌تر ببرید و برنامه را با آن باز کنید."
    ),
}
"""By the refusal for which the data are opened for reading only: why, and what to do."""
VIEW_ONLY_FOUND_BECAUSE: Final = {**VIEW_ONLY_BECAUSE, "folder_not_writable": VIEW_ONLY_FOUND}
"""The same where the data are damaged, too: recovery waits until the folder can be written in."""
FOUND_WRONG: Final = "داده‌ها آسیب دیده یا دستکاری شده است؛ برنامه تنها برای دیدن باز شد"


def found_wrong(count: int, first: str) -> str:
    """What the check at the start found, and what to do."""
    more = found_words.and_more(count - 1)
    return (
        f"{first}{more}. به آنچه می‌بینید تکیه نکنید و نسخهٔ کاغذی را ملاک بگیرید. "
        "«راه‌های بازیابی…» شما را گام به گام به کار برمی‌گرداند."
    )


CANNOT_OPEN: Final = "پوشهٔ داده باز نشد"
CLOSE: Final = "بستن برنامه"

UPGRADED: Final = "داده‌ها با این نسخهٔ برنامه به‌روز شد"
NOT_DONE: Final = "این کار به پایان نرسید"
NOTICED: Final = "دیدم"
LOW_DISK: Final = "جای دیسک رو به پایان است"

EXPOSED: Final = "کاربران دیگر این رایانه هم به داده‌ها دسترسی دارند"
_BY_MODES: Final = (
    "برنامه نتوانست پوشهٔ داده را تنها برای حساب شما باز بگذارد: یا از آنِ حساب دیگری است، یا دیسک چنین اجازه‌هایی "
    "ندارد. اگر صورت‌جلسهٔ محرمانه دارید، از مدیر سامانه بخواهید اجازه‌ها را درست کند."
)
_GROUPS: Final = {
    "everyone": "Everyone",
    "authenticated_users": "Authenticated Users",
    "users": "Users",
    "interactive": "INTERACTIVE",
    "guests": "Guests",
    "domain_users": "Domain Users",
}
"""By the names under which Windows shows them."""


def exposed_why(others: Sequence[str], folder: str) -> str:
    """Who else may read the data, and what is to be done about it."""
    named = [left_to_right(_GROUPS[one]) for one in others if one in _GROUPS]
    place = left_to_right(folder)
    if named:
        return (
            f"اجازه‌های پوشهٔ «{place}» یا فایل‌های درون آن به {'، '.join(named)} نیز داده شده است. از مدیر سامانه بخواهید "
            f"در {left_to_right('Properties › Security')} این نام‌ها را بردارد و حساب شما، {left_to_right('SYSTEM')} و "
            f"{left_to_right('Administrators')} را نگه دارد، یا داده‌ها را به پوشهٔ کاربری خود ببرید."
        )
    if "unknown" in others:
        return (
            f"پوشهٔ «{place}» بیرون از پوشهٔ کاربری شماست و اجازه‌هایش خوانده نشد. از مدیر سامانه بخواهید آن‌ها را بررسی "
            "کند، یا داده‌ها را به پوشهٔ کاربری خود ببرید."
        )
    return _BY_MODES


CLOCK_WRONG: Final = "ساعت رایانه درست است؟"
CLOCK_RIGHT: Final = "درست است، ادامه"
CLOCK_CLOSE: Final = "بستن و درست کردن ساعت"


def copy_before_upgrade(folder: str) -> str:
    """Where the data lie as they were before the upgrade."""
    return f"رونوشت داده‌های پیش از آن در پوشهٔ «{left_to_right(folder)}» است."


def saved_at(time: str) -> str:
    """The last act is stored."""
    return f"ذخیره شد {time}"


def kept_at(time: str) -> str:
    """What is typed is kept, and still has to be recorded by the form's own button."""
    return f"پیش‌نویس ذخیره شد {time}؛ هنوز ثبت نشده است"


def waiting(count: int) -> str:
    """What an earlier run left and nobody has looked at yet; the dialog and the band say the rest."""
    return f"{persian(count)} پیش‌نویس نگه‌داشته هنوز ثبت نشده است"


def not_saved(why: str) -> str:
    """The last writing was refused; what a disk refuses says by itself that nothing was saved."""
    return why if NOT_SAVED in why else f"{NOT_SAVED}: {why}"


def window_title(*, sample: bool) -> str:
    """What the frame and the list of windows show."""
    return f"{BRAND} – {SAMPLE}" if sample else BRAND


def clock_behind(today: str, last: str, days: int) -> str:
    """Today lies before a recorded act."""
    return (
        f"رایانه امروز را {today} نشان می‌دهد، ولی کاری در {last} ثبت شده است: {persian(days)} روز پس از امروز."
        " تا پاسخ ندهید چیزی نوشته یا حساب نمی‌شود."
    )


def clock_ahead(today: str, last: str, days: int) -> str:
    """So long a time lies between two acts, or between the last one and today."""
    return (
        f"رایانه امروز را {today} نشان می‌دهد، ولی پس از {last} تا {persian(days)} روز کاری ثبت نشده است."
        " اگر در این مدت کاری نکرده‌اید ادامه دهید."
    )


def today(day: str, time: str = "") -> str:
    """The left end of the status line."""
    return f"{day} – {time}" if time else day


def low_disk(megabytes: int, needed: int) -> str:
    """Little room is left on the disk of the data."""
    return (
        f"در دیسک داده‌ها {persian(megabytes)} مگابایت مانده است. "
        f"پیش از آنکه ذخیره ناتمام بماند، دست‌کم {persian(needed)} مگابایت دیگر آزاد کنید."
    )
