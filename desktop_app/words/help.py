"""Texts of the help page: chapters, search, facts and licences."""

from __future__ import annotations

from typing import Final

from desktop_app.words.digits import left_to_right, persian

HELP: Final = "راهنما"
HELP_KEYS: Final = "F1"
CONTEXT: Final = "همه چیز همین‌جا و بی‌نیاز از شبکه است. فصل را از فهرست برگزینید یا واژه‌ای را در همهٔ فصل‌ها بجویید."
SEARCH: Final = "جست‌وجو در راهنما"
SEARCH_HINT: Final = SEARCH
NEXT_HIT: Final = "سطر بعدی که پیدا شد"
HIT_BEFORE: Final = "سطر قبلی که پیدا شد"
NOTHING: Final = "چیزی پیدا نشد"
CLEAR: Final = "پاک کردن جست‌وجو"
ABOUT: Final = "دربارهٔ برنامه"
LICENCES: Final = "پروانه‌ها"
DAILY_WORK: Final = "کار روزانه"
DATA_AND_BACKUP: Final = "داده و پشتیبان"
ADMINISTRATION: Final = "مدیر سامانه"

PRODUCT: Final = "دبیرخانه"
ABOUT_NOTE: Final = (
    "هر سطر را می‌توانید برگزینید و رونوشت کنید. اگر با پشتیبان گفت‌وگو می‌کنید، «رونوشت مشخصات» همه را یک‌جا برمی‌دارد."
)
MIT_NOTE: Final = "این برنامه با پروانهٔ MIT منتشر شده است: می‌توان آن را آزادانه به کار برد، رونوشت کرد و تغییر داد."
COPY_FACTS: Final = "رونوشت مشخصات"
COPIED: Final = "مشخصات برنامه در حافظهٔ رونوشت است"
SHOW_LICENCES: Final = "دیدن پروانه‌ها"
OPEN_FOLDER: Final = "نمایش پوشه"
VERSION: Final = "نسخهٔ برنامه"
SCHEMA: Final = "نسخهٔ ساختار داده"
RUNS_ON: Final = "پایه‌های برنامه"
SYSTEM: Final = "سیستم‌عامل"
DATA: Final = "پوشهٔ داده"
COPIES: Final = "رونوشت پیش از به‌روز کردن"
LOG: Final = "پوشهٔ گزارش خطا"
SETTINGS: Final = "تنظیمات این رایانه"
PROGRAM: Final = "پوشهٔ برنامه"

COMPONENTS: Final = "اجزا و پروانه‌هایشان"
LICENCE_TEXT: Final = "متن پروانه"
LICENCES_NOTE: Final = "اجزایی که همراه برنامه می‌آید، هر یک با پروانهٔ خود. متن کامل هر پروانه با برگزیدن آن پیداست."
NOTICE_FA: Final = "آگاهی دربارهٔ پروانه‌ها"
NOTICE_EN: Final = "Notice on licences"
NOTICE_FA_NOTE: Final = "LGPL، کد منبع، قلم‌ها"
NOTICE_EN_NOTE: Final = "LGPL, offer of sources, fonts"
MIT: Final = "MIT"


def hit_count(place: int, count: int) -> str:
    """Return which hit of how many is shown."""
    return f"{persian(place)} از {persian(count)}"


def nothing_for(query: str) -> str:
    """Return that no chapter contains the searched words."""
    return f"در هیچ فصلی «{query}» نیست. واژهٔ کوتاه‌تر یا واژهٔ دیگری بنویسید."


def open_folder_of(label: str) -> str:
    """Return the spoken name of the button that opens a folder."""
    return f"{OPEN_FOLDER}: {label}"


def copied_fact(label: str, value: str) -> str:
    """Return one line of the text copied for support."""
    return f"{label}: {value}"


def folder_not_opened(folder: str) -> str:
    """Return that the folder could not be opened."""
    return f"پوشهٔ «{left_to_right(folder)}» باز نشد. نشانی آن را رونوشت کنید و خودتان باز کنید."


def component_line(name: str, version: str) -> str:
    """Return the first line of a component: its name and version."""
    return left_to_right(f"{name} {version}".rstrip())


def part_note(licence: str, inside: str) -> str:
    """Return the second line of a component: its licence and containing package."""
    named = left_to_right(licence.removeprefix("LicenseRef-"))
    return f"{named} – درون {left_to_right(inside)}" if inside else named
