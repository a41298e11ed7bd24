"""Texts of the main window: navigation, status line, opening, closing, data folder.

The operator chooses where the data lie at the first start, and when that folder is missing at a later one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop_app.words import findings as finding_words
from desktop_app.words.digits import left_to_right, persian
from desktop_app.words.tables import Table

NOT_CHANGED: Final = "پوشهٔ داده‌ها عوض نشد"
PICK: Final = "پوشهٔ داده‌ها"

OFFICE_THERE: Final = "در این پوشه داده هست"
OPEN_IT: Final = "باز کردن همان داده‌ها"
DONT: Final = "انصراف"

DOUBTFUL: Final = "داده‌ها در این پوشه بماند؟"
REMOVABLE: Final = (
    "این دیسک از رایانه جدا می‌شود. اگر هنگام کار جدا شود، آنچه تازه نوشته شده است می‌تواند از دست برود؛ "
    "و تا دوباره وصل نشود داده‌ها باز نمی‌شود."
)
CLOUD: Final = "این پوشه با سرویسی ابری هماهنگ می‌شود. چنین سرویسی فایل داده را هنگام کار قفل یا جابه‌جا می‌کند و می‌تواند به آن آسیب بزند."
KEEP_THERE: Final = "همین پوشه"
OTHER: Final = "پوشهٔ دیگر…"
RESTORE: Final = "بازگرداندن پشتیبان…"

MISSING: Final = "جای داده‌ها پیدا نشد"
NOT_REMEMBERED: Final = "جای داده‌ها به یاد سپرده نشد"
AGAIN: Final = "دوباره"
NEW_OFFICE: Final = "دبیرخانهٔ تازه آغاز شود؟"
BEGIN_NEW: Final = "آغاز تازه در این پوشه"


def lies_in(folder: str) -> str:
    """Return where the data lie, for the page of the first start."""
    return left_to_right(folder)


def change_place(folder: str) -> str:
    """Return the text of the button for another data folder."""
    return f"داده‌ها در این پوشه است: {left_to_right(folder)}. پوشهٔ دیگر…"


def office_there(folder: str) -> str:
    """Return that the chosen folder already holds an office."""
    return (
        f"در «{left_to_right(folder)}» داده‌های دبیرخانه‌ای هست. "
        "همان‌ها باز می‌شود و از این پس برنامه با آن‌ها کار می‌کند؛ نوشته‌های این راه‌اندازی به آن افزوده نمی‌شود."
    )


def missing(folder: str) -> str:
    """Return that the stored data folder has no data now."""
    return (
        f"داده‌ها در «{left_to_right(folder)}» بود و اکنون آنجا نیست. "
        "اگر بر دیسکی جداشدنی است آن را وصل کنید و «دوباره» را بزنید. چیزی از نو ساخته نشد."
    )


def lost(file: str) -> str:
    """Return that the file with the path of the data folder is empty or unreadable."""
    return (
        f"فایل «{left_to_right(file)}» که جای داده‌ها در آن نوشته می‌شود خالی است یا خوانده نمی‌شود. "
        f"به خود داده‌ها دست نخورده و چیزی از نو ساخته نشده است؛ «{OTHER}» را بزنید و پوشهٔ آن‌ها را نشان دهید."
    )


def new_office(folder: str) -> str:
    """Return that the chosen folder has no committee, and where the earlier data are."""
    return (
        f"در «{left_to_right(folder)}» هنوز کمیته‌ای راه‌اندازی نشده است. اگر ادامه دهید راه‌اندازی در آن انجام می‌شود؛ "
        "داده‌های پیشین هر جا که هست دست‌نخورده می‌ماند."
    )


REFUSALS: Final[Table] = {
    "place_on_network": lambda facts: (
        f"«{left_to_right(facts['folder'])}» روی شبکه است؛ آنجا قفل و ذخیرهٔ داده مطمئن نیست. "
        "پوشه‌ای روی دیسک همین رایانه برگزینید و پشتیبان را روی شبکه نگه دارید."
    ),
    "place_in_program": lambda facts: (
        f"«{left_to_right(facts['folder'])}» در پوشهٔ خود برنامه است که با هر به‌روزرسانی عوض می‌شود. پوشهٔ دیگری برگزینید."
    ),
    "place_unusable": lambda facts: (
        f"«{left_to_right(facts['folder'])}» پوشه‌ای نیست که بتوان آن را خواند. پوشهٔ دیگری برگزینید."
    ),
    "place_too_deep": lambda facts: (
        f"نشانی «{left_to_right(facts['folder'])}» برای ویندوز بلند است: داده‌ها پوشه‌ای می‌خواهد "
        f"که نشانی‌اش از {persian(facts['longest'])} نویسه بیشتر نباشد. پوشه‌ای بالاتر یا با نام کوتاه‌تر برگزینید."
    ),
    "place_not_taken": lambda facts: (
        f"داده‌ها به «{left_to_right(facts['folder'])}» برده نشد و همان‌جا که بود ماند. "
        "جای خالی دیسک را بررسی کنید یا پوشهٔ دیگری برگزینید."
    ),
    "place_not_remembered": lambda facts: (
        f"داده‌ها در «{left_to_right(facts['folder'])}» باز است، ولی اینجا به یاد سپرده نشد و بار دیگر برنامه آن را نمی‌یابد. "
        f"جای خالی دیسک را بررسی کنید، یا برنامه را با «{left_to_right('--data')}» و نام همین پوشه آغاز کنید."
    ),
    "data_place_missing": lambda facts: (
        f"داده‌ها در «{left_to_right(facts['folder'])}» بود و اکنون آنجا نیست. "
        f"دیسک آن را وصل کنید، یا پوشه را با «{left_to_right('--data')}» نام ببرید."
    ),
    "data_place_lost": lambda facts: (
        f"فایل «{left_to_right(facts['file'])}» که جای داده‌ها در آن نوشته می‌شود خالی است یا خوانده نمی‌شود. "
        f"نشانی پوشهٔ داده را در آن بنویسید، یا پوشه را با «{left_to_right('--data')}» نام ببرید."
    ),
}


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
    """Return what the check at the start found, and what to do."""
    more = finding_words.and_more(count - 1)
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
    """Return who else can read the data, and what to do about it."""
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
    """Return where the copy from before the upgrade lies."""
    return f"رونوشت داده‌های پیش از آن در پوشهٔ «{left_to_right(folder)}» است."


def saved_at(time: str) -> str:
    """Return when the last act was stored."""
    return f"ذخیره شد {time}"


def kept_at(time: str) -> str:
    """Return that the draft is stored, but not recorded yet."""
    return f"پیش‌نویس ذخیره شد {time}؛ هنوز ثبت نشده است"


def waiting(count: int) -> str:
    """Return how many drafts of an earlier run wait."""
    return f"{persian(count)} پیش‌نویس نگه‌داشته هنوز ثبت نشده است"


def not_saved(why: str) -> str:
    """Return that the last write was refused."""
    return why if NOT_SAVED in why else f"{NOT_SAVED}: {why}"


def window_title(*, sample: bool) -> str:
    """Return the title of the window."""
    return f"{BRAND} – {SAMPLE}" if sample else BRAND


def clock_behind(today: str, last: str, days: int) -> str:
    """Return that today is before a recorded act."""
    return (
        f"رایانه امروز را {today} نشان می‌دهد، ولی کاری در {last} ثبت شده است: {persian(days)} روز پس از امروز."
        " تا پاسخ ندهید چیزی نوشته یا حساب نمی‌شود."
    )


def clock_ahead(today: str, last: str, days: int) -> str:
    """Return the warning that today's date is many days after the last act."""
    return (
        f"رایانه امروز را {today} نشان می‌دهد، ولی پس از {last} تا {persian(days)} روز کاری ثبت نشده است."
        " اگر در این مدت کاری نکرده‌اید ادامه دهید."
    )


def today(day: str, time: str = "") -> str:
    """Return today's date for the status line."""
    return f"{day} – {time}" if time else day


def low_disk(megabytes: int, needed: int) -> str:
    """Return that the disk of the data is nearly full."""
    return (
        f"در دیسک داده‌ها {persian(megabytes)} مگابایت مانده است. "
        f"پیش از آنکه ذخیره ناتمام بماند، دست‌کم {persian(needed)} مگابایت دیگر آزاد کنید."
    )
