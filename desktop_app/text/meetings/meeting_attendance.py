"""Words of the attendance of a meeting: seats, their marks and times, guests."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.text.meetings.meeting import minutes_of
from desktop_app.text.shared.digits import persian

SEAT_LETTERS: Final[Mapping[str, str]] = {
    "present": "ح",
    "video": "و",
    "substitute": "ج",
    "excused": "م",
    "absent": "غ",
}
LATE_LETTER: Final = "ت"
LATE: Final = "تأخیر"
NOT_ARRIVED: Final = "هنوز نیامده"
CLOSED_SEATS: Final = "حضور پس از دعوت ثبت می‌شود"
NO_DAY_NO_SEATS: Final = "کرسی‌ها و دارندگان آن‌ها با نوشتن روز جلسه نمایان می‌شوند."

BEFORE_RECORDS: Final = "حضور این جلسه به پیش از ثبت در این برنامه برمی‌گردد و اینجا نیست."


def seats_present(present: int, filled: int) -> str:
    """«۴ از ۴ کرسی حاضر»."""
    return f"{persian(present)} از {persian(filled)} کرسی حاضر"


def late_by(minutes: int) -> str:
    """«تأخیر ۱۸ دقیقه»."""
    return f"تأخیر {minutes_of(minutes)}"


def from_to(arrived: str, left: str) -> str:
    """Arrival and leaving, whichever is known."""
    if arrived and left:
        return f"{persian(arrived)} تا {persian(left)}"
    return persian(arrived) if arrived else f"تا {persian(left)}" if left else ""


def in_place_of(name: str) -> str:
    """Whom a substitute stands in for."""
    return f"به‌جای {name}"


def letter(number: str, day: str) -> str:
    """The letter of introduction: its number tells most, its day stands in the form."""
    if number:
        return f"معرفی‌نامهٔ {number}"
    return f"معرفی‌نامهٔ {day}" if day else "بدون معرفی‌نامه"


def attendance_of(name: str) -> str:
    """What the switch of a seat asks."""
    return f"حضور {name}"


def times_of(name: str, shown: str) -> str:
    """The button that opens the times of a seat."""
    return f"ساعت ورود و خروج {name}" + (f"، {shown}" if shown else "")


GUESTS: Final = "مدعوان"
ADD_GUEST: Final = "افزودن مدعو"
GUEST_MENU: Final = "کارهای این مدعو"
NO_GUESTS: Final = "مدعوی ثبت نشده است"


def guest_spoken(name: str, post: str) -> str:
    """A guest as he is heard."""
    return f"{name}، {post}" if post else name
