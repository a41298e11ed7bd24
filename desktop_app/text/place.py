"""Words about where the data lie: the choice at the first start, and a place that is not there at a later one."""

from __future__ import annotations

from typing import Final

from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.isolates import left_to_right
from desktop_app.text.shared.tables import Table

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
CLOSE: Final = "بستن برنامه"
NEW_OFFICE: Final = "دبیرخانهٔ تازه آغاز شود؟"
BEGIN_NEW: Final = "آغاز تازه در این پوشه"


def lies_in(folder: str) -> str:
    """Where the data lie, on the page of the first start."""
    return left_to_right(folder)


def change_place(folder: str) -> str:
    """The button, where there is no room for the folder beside it."""
    return f"داده‌ها در این پوشه است: {left_to_right(folder)}. پوشهٔ دیگر…"


def office_there(folder: str) -> str:
    """An office lies in the chosen folder."""
    return (
        f"در «{left_to_right(folder)}» داده‌های دبیرخانه‌ای هست. "
        "همان‌ها باز می‌شود و از این پس برنامه با آن‌ها کار می‌کند؛ نوشته‌های این راه‌اندازی به آن افزوده نمی‌شود."
    )


def missing(folder: str) -> str:
    """The remembered folder has no data now."""
    return (
        f"داده‌ها در «{left_to_right(folder)}» بود و اکنون آنجا نیست. "
        "اگر بر دیسکی جداشدنی است آن را وصل کنید و «دوباره» را بزنید. چیزی از نو ساخته نشد."
    )


def lost(file: str) -> str:
    """The file that remembers the folder names none."""
    return (
        f"فایل «{left_to_right(file)}» که جای داده‌ها در آن نوشته می‌شود خالی است یا خوانده نمی‌شود. "
        f"به خود داده‌ها دست نخورده و چیزی از نو ساخته نشده است؛ «{OTHER}» را بزنید و پوشهٔ آن‌ها را نشان دهید."
    )


def new_office(folder: str) -> str:
    """No committee is founded in the chosen folder; the data of before are elsewhere."""
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
