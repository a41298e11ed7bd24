"""Words of a meeting's agenda."""

from __future__ import annotations

from typing import Final

from desktop_app.text.meetings.meeting import minutes_of
from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.parts import filled

ADD_ITEM: Final = "افزودن بند دستور"
TAKE_UP: Final = "آوردن به دستور این جلسه"
EMPTY_AGENDA: Final = "دستور جلسه خالی است"
EMPTY_AGENDA_WHY: Final = "جلسه بدون بند دستور دعوت نمی‌شود. نخستین بند را بنویسید یا بندی کنارگذاشته را بیاورید."
START: Final = "آغاز بند"
FINISH: Final = "پایان بند"
TAKE_AGAIN: Final = "آغاز دوبارهٔ بند"
UP: Final = "بالاتر"
DOWN: Final = "پایین‌تر"
PARK: Final = "کنار گذاشتن برای بعد"
ITEM_MENU: Final = "کارهای این بند"
CLOSED_RESOLUTION: Final = "مصوبه‌ای که بسته شده است"
BAD_RESOLUTION: Final = "مصوبه‌ای با این نوشته نیست. از فهرست برگزینید یا خانه را خالی کنید."
LONGEST = 60
BAD_MINUTES: Final = "شمار دقیقه‌ها را با رقم بنویسید، از صفر تا ۶۰۰."


def count(value: int) -> str:
    """A bare count."""
    return persian(value)


def ordinal_item(ordinal: str) -> str:
    """«بند دوم»."""
    return f"بند {ordinal}"


def about(number: str) -> str:
    """The earlier resolution that an item is about."""
    return f"مصوبهٔ {persian(number)}"


def open_and_late(open_count: int, late: int) -> str:
    """What the follow-up report holds."""
    return f"{persian(open_count)} مصوبهٔ باز" + (f"، {persian(late)} معوق" if late else "")


def spent_of(spent: int, planned: int) -> str:
    """«۱۸ از ۲۰ دقیقه», in whole minutes."""
    return f"{persian(spent)} از {minutes_of(planned)}" if planned else minutes_of(spent)


def clock_of(seconds: int, planned: int) -> str:
    """«۰۷:۴۰ از ۱۵:۰۰»; an item without a plan only counts."""
    ran = persian(f"{seconds // 60:02}:{seconds % 60:02}")
    return f"{ran} از {persian(f'{planned:02}:00')}" if planned else ran


def item_spoken(title: str, note: str, state: str, planned: str) -> str:
    """An item as it is heard."""
    return "، ".join(filled(title, note, planned, state))


def resolution(number: str, text: str) -> str:
    """An earlier resolution as it is offered: its number and the beginning of its text."""
    words = text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]}…"
    return f"{number} – {words}" if number else words
