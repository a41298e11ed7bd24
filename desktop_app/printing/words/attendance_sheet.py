"""Persian texts of the attendance sheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

ROW: Final = "ردیف"
NAME: Final = "نام و نام خانوادگی"
POST: Final = "سمت"
ARRIVED: Final = "ساعت ورود"
LEFT: Final = "ساعت خروج"
SIGNATURE: Final = "امضا"
GUESTS: Final = "مدعوان"
CHAIR: Final = "رئیس جلسه"
SECRETARY: Final = "دبیر جلسه"
_GAP: Final = "." * 20
BEGAN_ENDED: Final = f"ساعت شروع: {_GAP} ساعت پایان: {_GAP}"


def title(number: str) -> str:
    """Return the title of the sheet."""
    return f"برگهٔ حضور و غیاب جلسهٔ شمارهٔ\u00a0{number}" if number else "برگهٔ حضور و غیاب جلسه"


def party(name: str) -> str:
    """Return the heading above the seats of a party."""
    return f"نمایندگان {name}"


def quorum(needed: str, filled: str, parties: Sequence[str]) -> str:
    """Return the quorum rule, with a gap for the number of those present."""
    both = " و ".join(parties)
    return (
        f"جلسه با حضور دست‌کم {needed}\u00a0کرسی از {filled}\u00a0کرسی دارای نماینده و با حضور هر دو طرف ({both}) رسمیت می‌یابد. "
        f"شمار کرسی‌های حاضر: {_GAP}"
    )
