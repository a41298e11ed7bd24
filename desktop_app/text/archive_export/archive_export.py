"""Sentences about the readable copy of an office, «نسخهٔ خواندنی بدون برنامه»: the window, the command line, refusals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.text.history.acts import KINDS
from desktop_app.text.office.backups import size
from desktop_app.text.paper.keys import CLASSIFICATIONS
from desktop_app.text.registers import registers
from desktop_app.text.shared import states
from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.isolates import apart, left_to_right
from desktop_app.text.shared.tables import Facts, Table

PICK: Final = "جای نسخهٔ خواندنی: پوشه‌ای روی این رایانه یا حافظهٔ USB"
EXPORTING: Final = "نسخهٔ خواندنی ساخته می‌شود…"
EXPORTED: Final = "نسخهٔ خواندنی ساخته شد"
INCOMPLETE: Final = "نسخهٔ خواندنی ساخته شد و کامل نیست"
GIVEN_UP: Final = "دست کشیدید؛ از نسخهٔ نیمه‌کاره چیزی نماند."
CLOSE_ASK: Final = "نسخهٔ خواندنی هنوز ساخته نشده است"
CLOSE_ASK_WHY: Final = (
    "اگر برنامه بسته شود ساختن آن رها می‌شود و چیزی از آن نمی‌ماند؛ دفتر همان است که بود. "
    "تا پایان آن بمانید، یا دست بکشید و بار دیگر از نو بسازید."
)
GO_ON: Final = "ادامهٔ ساختن"
GIVE_UP_AND_CLOSE: Final = "دست کشیدن و بستن"
ASK_TITLE: Final = "از همهٔ دفتر نسخهٔ خواندنی بدون برنامه ساخته شود؟"
GO: Final = "ساختن"
LEAVE: Final = "انصراف"

FAULTS: Final[Mapping[str, str]] = {
    "missing": "در پوشهٔ داده نیست",
    "altered": "آن نیست که افزوده شد",
    "unreadable": "خوانده نشد؛ دیسک یا اجازهٔ خواندن آن را بررسی کنید",
    "undrawn": "برگهٔ آن کشیده نشد، چون متن، قلم، نشان یا پیوست آن دیگر همان نیست",
}
LISTS: Final[Mapping[str, Mapping[str, str]]] = {
    "meeting": states.MEETING,
    "meeting_kind": states.MEETING_KIND,
    "minutes": states.MINUTES,
    "class": CLASSIFICATIONS,
    "kind": KINDS,
    "fault": FAULTS,
    "mark": {"struck": registers.STRUCK, "removed": "برداشته"},
}
"""Words of the stored values that the page of a copy shows."""


def folder_name(day: str) -> str:
    """The name of the folder that the window makes in the one that was chosen."""
    return f"نسخهٔ خواندنی دبیرخانه {day.replace('/', '-')}"


def asked(folder: str) -> str:
    """What is asked before the window exports: the folder is open to all who have it."""
    return (
        f"در «{left_to_right(folder)}» پوشه‌ای با همهٔ جدول‌ها، برگه‌ها و پیوست‌ها ساخته می‌شود که در هر مرورگری باز می‌شود. "
        "این پوشه رمز ندارد: هر که آن را داشته باشد همهٔ دفتر را می‌خواند."
    )


def exported(folder: str, facts: Facts, guarded: str) -> str:
    """What was exported: counts, size, and the class that the folder has to be kept by."""
    told = (
        f"{persian(facts['tables'])} جدول با {persian(facts['rows'])} ردیف و {persian(facts['files'])} فایل در "
        f"«{left_to_right(folder)}»، {size(int(str(facts['size'])))}."
    )
    if not guarded:
        return told
    return (
        f"{told} این پوشه رمز ندارد و بالاترین طبقه‌بندی آن «{guarded}» است؛ "
        "آن را چون نامه‌ای با همین طبقه‌بندی نگه دارید."
    )


def wrong_file(named: str, fault: str) -> str:
    """One file that is not in the copy as the records know it."""
    return f"{apart(named)}: {FAULTS[fault]}"


def in_page(count: int) -> str:
    """Where all the files that are not complete are named."""
    return (
        f"نام هر {persian(count)} فایل در index.html آمده است؛ آن‌ها را از پشتیبان بازگردانید و نسخه را دوباره بسازید."
    )


def class_word(key: str) -> str:
    """The word of a class of papers; empty for the usual one."""
    return CLASSIFICATIONS[key] if key else ""


REFUSALS: Final[Table] = {
    "archive_taken": lambda facts: (
        f"«{left_to_right(facts['folder'])}» از پیش هست و روی آن نوشته نمی‌شود. نام پوشه‌ای را بدهید که هنوز نیست."
    ),
    "archive_inside": lambda facts: f"«{left_to_right(facts['folder'])}» در پوشهٔ داده است. جایی بیرون از آن برگزینید.",
    "archive_no_parent": lambda facts: (
        f"پوشهٔ «{left_to_right(facts['folder'])}» در دسترس نیست. حافظه را وصل کنید یا جای دیگری بدهید."
    ),
    "archive_too_deep": lambda facts: (
        f"نشانی «{left_to_right(facts['folder'])}» برای ویندوز بلند است: نسخهٔ خواندنی پوشه‌ای می‌خواهد "
        f"که نشانی‌اش از {persian(facts['longest'])} نویسه بیشتر نباشد. جایی بالاتر یا با نام کوتاه‌تر بدهید."
    ),
    "archive_full": lambda facts: (
        f"دیسک «{left_to_right(facts['folder'])}» پر شد و از نسخهٔ نیمه‌کاره چیزی نماند. جا باز کنید و دوباره بسازید."
    ),
    "archive_unwritable": lambda facts: (
        f"در «{left_to_right(facts['folder'])}» نمی‌توان نوشت. قفل حافظه یا اجازهٔ نوشتن در پوشه را بررسی کنید، یا جای دیگری بدهید."
    ),
    "archive_failed": lambda facts: (
        f"نسخهٔ خواندنی در «{left_to_right(facts['folder'])}» ساخته نشد ({facts['why']}). جای دیگری بدهید و دوباره بکوشید."
    ),
    "archive_unfounded": lambda _facts: (
        "هنوز کمیته‌ای بنیان نشده است و چیزی برای خواندن نیست. نخست راه‌اندازی را به پایان برسانید."
    ),
    "archive_incomplete": lambda facts: (
        f"نسخهٔ خواندنی در «{left_to_right(facts['folder'])}» ساخته شد، ولی {persian(facts['count'])} فایل کامل نیست؛ نامشان در "
        "بالا و در index.html آمده است. آن‌ها را از پشتیبان بازگردانید و نسخه را دوباره بسازید."
    ),
}
