"""Sentences about archive exports: the window, the command line, and what is refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.text.office.backups import size
from desktop_app.text.paper.keys import CLASSIFICATIONS
from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.isolates import apart, left_to_right
from desktop_app.text.shared.tables import Facts, Table

PICK: Final = "جای بایگانی: پوشه‌ای روی این رایانه یا حافظهٔ USB"
EXPORTING: Final = "بایگانی ساخته می‌شود…"
EXPORTED: Final = "بایگانی ساخته و خوانده شد"
INCOMPLETE: Final = "بایگانی ساخته شد و کامل نیست"
GIVEN_UP: Final = "دست کشیدید؛ از بایگانی نیمه‌کاره چیزی نماند."
CLOSE_ASK: Final = "بایگانی هنوز ساخته نشده است"
CLOSE_ASK_WHY: Final = (
    "اگر برنامه بسته شود ساختن بایگانی رها می‌شود و از آن چیزی نمی‌ماند؛ دفتر همان است که بود. "
    "تا پایان آن بمانید، یا دست بکشید و بار دیگر از نو بسازید."
)
GO_ON: Final = "ادامهٔ ساختن"
GIVE_UP_AND_CLOSE: Final = "دست کشیدن و بستن"
ASK_TITLE: Final = "از همهٔ دفتر بایگانی ساخته شود؟"
GO: Final = "ساختن بایگانی"
LEAVE: Final = "انصراف"


def folder_name(day: str) -> str:
    """The name of the folder that the window makes in the one that was chosen."""
    return f"بایگانی دبیرخانه {day.replace('/', '-')}"


def asked(folder: str) -> str:
    """What is asked before the window exports: whatever is in the folder is open to who has it."""
    return (
        f"در «{left_to_right(folder)}» پوشه‌ای با همهٔ جدول‌ها، برگه‌ها و پیوست‌ها ساخته می‌شود که در هر مرورگری باز می‌شود. "
        "این پوشه رمز ندارد: هر که آن را داشته باشد همهٔ دفتر را می‌خواند."
    )


def _guarded(word: str) -> str:
    return f"این پوشه رمز ندارد و بالاترین طبقه‌بندی آن «{word}» است؛ آن را چون نامه‌ای با همین طبقه‌بندی نگه دارید."


def exported(folder: str, facts: Facts, guarded: str) -> str:
    """What was exported: counts, size, and the class that the folder has to be kept by."""
    told = (
        f"{persian(facts['tables'])} جدول با {persian(facts['rows'])} ردیف و {persian(facts['files'])} فایل در "
        f"«{left_to_right(folder)}»، {size(int(str(facts['size'])))}."
    )
    return f"{told} {_guarded(guarded)}" if guarded else told


FAULTS: Final[Mapping[str, str]] = {
    "missing": "در پوشهٔ داده نیست",
    "altered": "آن نیست که افزوده شد",
    "unreadable": "خوانده نشد؛ دیسک یا اجازهٔ خواندن آن را بررسی کنید",
    "undrawn": "برگهٔ آن کشیده نشد، چون متن، قلم، نشان یا پیوست آن دیگر همان نیست",
}


def wrong_file(named: str, fault: str) -> str:
    """One file that is not in the export as the records know it."""
    return f"{apart(named)}: {FAULTS[fault]}"


def in_page(count: int) -> str:
    """Where all the files that are not complete are named."""
    return f"نام هر {persian(count)} فایل در صفحهٔ بایگانی آمده است؛ آن‌ها را از پشتیبان بازگردانید و بایگانی را دوباره بسازید."


REFUSALS: Final[Table] = {
    "archive_taken": lambda facts: (
        f"«{left_to_right(facts['folder'])}» خالی نیست و بایگانی روی آن نوشته نمی‌شود. نام پوشه‌ای را بدهید که هنوز نیست."
    ),
    "archive_inside": lambda facts: (
        f"«{left_to_right(facts['folder'])}» در پوشهٔ داده است یا آن را در بر دارد. جایی بیرون از آن برگزینید."
    ),
    "archive_no_parent": lambda facts: (
        f"پوشهٔ «{left_to_right(facts['folder'])}» در دسترس نیست. حافظه را وصل کنید یا جای دیگری بدهید."
    ),
    "archive_root": lambda facts: (
        f"«{left_to_right(facts['folder'])}» ریشهٔ یک دیسک است. نام پوشه‌ای تازه در آن را بدهید."
    ),
    "archive_too_deep": lambda facts: (
        f"نشانی «{left_to_right(facts['folder'])}» برای ویندوز بلند است: بایگانی پوشه‌ای می‌خواهد "
        f"که نشانی‌اش از {persian(facts['longest'])} نویسه بیشتر نباشد. جایی بالاتر یا با نام کوتاه‌تر بدهید."
    ),
    "archive_part_taken": lambda facts: (
        f"«{left_to_right(facts['folder'])}» از پیش هست و بایگانی نیمه‌کاره نیست؛ به آن دست نخورد. "
        "آن را جابه‌جا کنید یا نام دیگری به بایگانی بدهید."
    ),
    "archive_in_use": lambda facts: (
        f"بایگانی دیگری هم‌اکنون در «{left_to_right(facts['folder'])}» ساخته می‌شود. تا پایان آن بمانید یا جای دیگری بدهید."
    ),
    "archive_no_room": lambda facts: (
        f"در «{left_to_right(facts['folder'])}» جا نیست: {size(int(str(facts['needed'])))} می‌خواهد و "
        f"{size(int(str(facts['free'])))} هست. جا باز کنید یا جای دیگری بدهید."
    ),
    "archive_full": lambda facts: (
        f"دیسک «{left_to_right(facts['folder'])}» پر شد و از بایگانی چیزی نماند. جا باز کنید و دوباره بسازید."
    ),
    "archive_unwritable": lambda facts: (
        f"در «{left_to_right(facts['folder'])}» نمی‌توان نوشت. قفل حافظه یا اجازهٔ نوشتن در پوشه را بررسی کنید، یا جای دیگری بدهید."
    ),
    "archive_failed": lambda facts: (
        f"بایگانی در «{left_to_right(facts['folder'])}» ساخته نشد ({facts['why']}). جای دیگری بدهید و دوباره بکوشید."
    ),
    "archive_unfounded": lambda _facts: (
        "هنوز کمیته‌ای بنیان نشده است و چیزی برای بایگانی نیست. نخست راه‌اندازی را به پایان برسانید."
    ),
    "archive_incomplete": lambda facts: (
        f"بایگانی در «{left_to_right(facts['folder'])}» ساخته شد، ولی {persian(facts['count'])} فایل کامل نیست؛ نامشان در بالا "
        "و در صفحهٔ بایگانی آمده است. آن‌ها را از پشتیبان بازگردانید و بایگانی را دوباره بسازید."
    ),
}


def class_word(key: str) -> str:
    """The word of a class of papers; empty for the usual one."""
    return CLASSIFICATIONS[key] if key else ""
