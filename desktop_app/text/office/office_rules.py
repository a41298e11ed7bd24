"""Words of the section of the office's rules."""

from __future__ import annotations

from typing import Final

from desktop_app.text.shared.digits import persian

HALF: Final = "بیش از نیم"
TWO_THIRDS: Final = "بیش از دوسوم"
THREE_QUARTERS: Final = "بیش از سه‌چهارم"

NO_EXAMPLE: Final = "جاها را با دکمه‌های زیر بیفزایید. هر الگو دست‌کم {جلسه} و {ردیف} را دارد."
NO_LETTER_EXAMPLE: Final = "جاهای این الگو {سال}، {ردیف} و {سریال} است: {سریال}، یا {سال} و {ردیف} با هم."
LETTERS_TYPED: Final = "خالی یعنی شمارهٔ هر نامه نوشته می‌شود. با الگویی مانند {سال}/{ردیف} خودش ساخته می‌شود."
CHANGED_WEEK: Final = (
    "مهلت‌های «روز کاری» که از این پس داده شود با این روزها شمرده می‌شود. مهلت‌هایی که داده شده است همان می‌ماند."
)


def other_share(numerator: int, denominator: int) -> str:
    """A share that an earlier hand chose."""
    return f"بیش از {persian(numerator)} از {persian(denominator)}"


def quorum_example(filled: int, needed: int) -> str:
    """What the share means for a committee of this size."""
    return f"اگر {persian(filled)} کرسی پر باشد {persian(needed)} حاضر لازم است، و از هر طرف دست‌کم یکی."


def number_example(number: str) -> str:
    """What a number of the pattern looks like."""
    return f"نمونه: مصوبهٔ دوم جلسهٔ سوم در سال ۱۴۰۱ می‌شود {number}"


def letter_example(number: str) -> str:
    """What the number of an outgoing paper looks like."""
    return f"نمونه: نامهٔ دوم سال ۱۴۰۱ می‌شود {number}"
