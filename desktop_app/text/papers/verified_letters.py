"""Words of «بررسی کاغذ» of letters that were found by their number: what is recorded of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.text.papers.papers import TITLES
from desktop_app.text.papers.verifying import KEPT_STATES
from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.isolates import apart

VERDICTS: Final[Mapping[str, str]] = {
    "struck": "ردیف نامه با این شماره در دفتر صادره خط خورده است",
    "falsified": "نامه‌ای با این شماره در دفتر صادره هست، ولی متنی که از آن نگه داشته شده دیگر همان نیست",
}
"""By what a letter is worth, where that is said otherwise than by its file."""
NEXT: Final[Mapping[str, str]] = {
    "struck": "به آن استناد نکنید. دلیل خط خوردن در دفتر کنار ردیف آن نوشته است.",
    "falsified": "کاغذ را ملاک بگیرید، از پوشهٔ داده رونوشتی کنار بگذارید و پشتیبان را بازگردانید.",
}

LETTERS: Final = "نامه‌های این فایل"
FILE_LETTER: Final[Mapping[str, str]] = {
    "sent": "فرستاده و ثبت شده است",
    "struck": "ثبت فرستادن آن پس گرفته شده است",
    "falsified": "متنی که دفتر از آن نگه داشته دیگر همان نیست",
    "unkept": "در دفتر ثبت نیست",
}
"""By how a letter of a file stands in the register."""
KEPT: Final = "متنی که دفتر از این نامه نگه داشته دست‌نخورده است. متن کاغذ با آن سنجیده نشد."
CHANGED: Final = "متنی که دفتر از این نامه نگه داشته است دیگر همان نیست."
MADE_ELSEWHERE: Final = "بیرون از برنامه نوشته شده است و دفتر متن آن را ندارد."
MORE_IN_REGISTER: Final = "همه را در «دفتر صادره و وارده» با همین شماره جست‌وجو کنید."
STRUCK: Final = "ردیف آن خط خورده است."


def in_register(row: int, year: int) -> str:
    """Above what is known of a letter: where it stands."""
    return f"نامه در دفتر صادره، ردیف {persian(row)} سال {persian(year)}"


def kind_line(kind: str, subject: str) -> str:
    """Which kind of letter it is, and what it is about."""
    return f"{TITLES[kind]}: {subject}" if kind else subject


def kept_file(name: str, state: str) -> str:
    """A file that is kept with a letter."""
    return f"فایل «{apart(name)}»: {KEPT_STATES[state]}"


def file_letter(place: int, addressee: str, number: str, standing: str, row: int, year: int) -> str:
    """One of the letters in a file."""
    numbered = f"، به شمارهٔ {apart(number)}" if number else ""
    at = f"، ردیف {persian(row)} سال {persian(year)}" if row else ""
    return f"{persian(place)}. نامه به {addressee}{numbered}: {FILE_LETTER[standing]}{at}"
