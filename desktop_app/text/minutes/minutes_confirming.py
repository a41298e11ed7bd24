"""Words of «تأیید صورت‌جلسهٔ پیشین»: in the item that confirms, and in the minutes that are confirmed."""

from __future__ import annotations

from typing import Final

from desktop_app.text.shared.digits import persian

CONFIRM: Final = "تأیید صورت‌جلسهٔ پیشین"
NOTHING_EARLIER: Final = "پیش از این جلسه صورت‌جلسه‌ای نیست که تأیید شود."
CANCEL: Final = "انصراف"
ASK_TEXT: Final = "تأیید در هر دو صورت‌جلسه ثبت می‌شود و برگشت ندارد."


def waits(number: int, day: str, state: str) -> str:
    """What the item is about."""
    return f"صورت‌جلسهٔ جلسهٔ {persian(number)}، {day} ({state})"


def is_confirmed(number: int, day: str) -> str:
    """The earlier minutes are confirmed."""
    return f"صورت‌جلسهٔ جلسهٔ {persian(number)}، {day} تأیید شد."


def ask(number: int) -> str:
    """The question before it is confirmed."""
    return f"صورت‌جلسهٔ جلسهٔ {persian(number)} تأیید شود؟"


def sentence(number: int, day: str) -> str:
    """What is written under the item, for the paper to say it."""
    return f"صورت‌جلسهٔ جلسهٔ {persian(number)} مورخ {day} قرائت و تأیید شد."


def confirmed_in(number: int) -> str:
    """In the minutes that were confirmed."""
    return f"در جلسهٔ {persian(number)} تأیید شد"
