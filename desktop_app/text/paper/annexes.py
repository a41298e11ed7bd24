"""Words of the annexes that follow a paper."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.text.shared.isolates import apart


def heading(number: str, name: str) -> str:
    """Over the first page of an annex, and among the bookmarks."""
    return f"پیوست\u00a0{number}: {apart(name)}"


def page(number: str, at: str, total: str) -> str:
    """Over each page of an annex."""
    return f"پیوست\u00a0{number} – صفحهٔ\u00a0{at} از\u00a0{total}"


def picture(number: str, at: str, name: str) -> str:
    """For whoever cannot see the page."""
    return f"پیوست {number}، صفحهٔ {at}: {name}"


def apart_from_paper(reason: str) -> str:
    """In the place of the pages of an annex that are not drawn."""
    return f"این پیوست {reason} و جداگانه همراه می‌آید."


NO_PAGES = "فایلی است که روی کاغذ کشیده نمی‌شود"
NOT_READ = "باز نمی‌شود یا گذرواژه دارد"
TOO_HEAVY = "بیش از اندازه سنگین است"
BROKEN_OFF = "نیمه‌کاره است و شاید همهٔ صفحه‌ها را نداشته باشد"
DAMAGED = "آسیب دیده است و کامل کشیده نمی‌شود"


def too_long(pages: str) -> str:
    """Why an annex is left out."""
    return f"{pages}\u00a0صفحه دارد"


def of_item(name: str, ordinal: str) -> str:
    """A line of the list: the annex of an agenda item."""
    return f"{apart(name)} (بند\u00a0{ordinal})"


def names(lines: Sequence[str]) -> list[str]:
    """Names of files in a list, each in its own order."""
    return [apart(line) for line in lines]
