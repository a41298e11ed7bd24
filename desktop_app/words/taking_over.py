"""Texts of the commands that import past meetings and resolutions."""

from __future__ import annotations

from typing import Final

from desktop_app.words.commands import ARGUMENTS, JSON
from desktop_app.words.digits import left_to_right, persian

__all__ = ["ARGUMENTS", "JSON"]

TEMPLATE: Final = "الگوی اکسل جلسه‌ها یا مصوبه‌های گذشته را می‌سازد."
TEMPLATES: Final = {
    "past-meetings": "الگوی جلسه‌های گذشته: شماره، تاریخ، محل و موضوع.",
    "resolutions": "الگوی مصوبه‌های باز و بسته با واحد، مهلت و وضعیت.",
}
OUTPUT: Final = f"فایلی که ساخته می‌شود، با پسوند {left_to_right('xlsx')}."
IMPORT: Final = "جلسه‌ها و مصوبه‌های گذشته را از فایل اکسل ثبت می‌کند؛ همه با هم یا هیچ‌کدام."
FILE: Final = "فایل اکسلی که از الگو پر شده است."
DRY_RUN: Final = "تنها می‌گوید چه ثبت می‌شود و چه ایرادی هست؛ چیزی نوشته نمی‌شود."
READ_AND_NOT_BROUGHT: Final = "تا ایرادی هست هیچ ردیفی ثبت نمی‌شود."
DOUBTED: Final = "روزی که درست نیست در همان فایل درست کنید؛ روز جلسه‌ای که مصوبه دارد پس از ثبت عوض نمی‌شود."
CLOCK_OK: Final = "ساعت رایانه درست است، هرچند با آخرین کار ثبت‌شده جور نیست."


def written(path: str) -> str:
    """Return the message that the template was written."""
    return f"الگو در «{left_to_right(path)}» نوشته شد."


def would_bring(meetings: int, resolutions: int, known: int) -> str:
    """Return what an import of the file would add."""
    return f"{_counted(meetings, resolutions)} ثبت می‌شود{_known(known)}."


def brought(meetings: int, resolutions: int, known: int) -> str:
    """Return what was imported."""
    return f"{_counted(meetings, resolutions)} ثبت شد{_known(known)}."


def _counted(meetings: int, resolutions: int) -> str:
    return f"{persian(meetings)} جلسه و {persian(resolutions)} مصوبه"


def _known(known: int) -> str:
    return f"؛ {persian(known)} ردیف پیش‌تر ثبت شده است" if known else ""


def doubt(sheet: str, row: int, column: str, sentence: str) -> str:
    """Return a warning about a row."""
    return f"هشدار – {fault(sheet, row, column, sentence)}"


def fault(sheet: str, row: int, column: str, sentence: str) -> str:
    """Return an error in a row."""
    place = f"، «{column}»" if column else ""
    return f"برگهٔ «{sheet}»، سطر {persian(row)}{place}: {sentence}"
