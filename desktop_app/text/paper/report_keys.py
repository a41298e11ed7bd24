"""The Persian word of each key that reports, matrix, register and year book hold; a key without a word is a bug."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

MONTH_STATES: Final[Mapping[str, str]] = {
    "": "پیش از کمیته",
    "before_records": "پیش از ثبت",
    "expected": "در انتظار",
    "planned": "زمان‌بندی‌شده",
    "held": "برگزارشده",
    "missed": "برگزارنشده",
    "excused": "با عذر",
}
"""What became of a month."""

MEETING_STATES: Final[Mapping[str, str]] = {
    "draft": "پیش‌نویس",
    "scheduled": "زمان‌بندی‌شده",
    "convened": "دعوت‌شده",
    "in_session": "در حال برگزاری",
    "held": "برگزارشده",
    "closed": "پروندهٔ بسته",
    "postponed": "به‌تعویق‌افتاده",
    "cancelled": "لغوشده",
    "inquorate": "فاقد حد نصاب",
}
"""Course of a meeting."""

MINUTES_STATES: Final[Mapping[str, str]] = {
    "": "نوشته‌نشده",
    "draft": "پیش‌نویس",
    "review": "آمادهٔ قرائت",
    "final": "نهایی",
    "signed": "امضاشده",
    "archived": "بایگانی‌شده",
    "no_scan": "اسکن ندارد",
    "withdrawn": "باطل",
    "amended": "دارای اصلاحیه",
}
"""States of minutes."""

TASK_STATES: Final[Mapping[str, str]] = {
    "assigned": "تعیین‌شده",
    "notified": "ابلاغ‌شده",
    "planned": "برنامه اعلام شد",
    "doing": "در دست اقدام",
    "blocked": "متوقف",
    "reported": "گزارش انجام",
    "accepted": "تأییدشده",
    "returned": "برگشت",
    "cancelled": "لغوشده",
}
"""States of a unit's task."""

ATTENDANCE_SHORT: Final[Mapping[str, str]] = {
    "": "–",
    "unmarked": "ثبت‌نشده",
    "present": "حاضر",
    "video": "حاضر (ویدئوکنفرانس)",
    "substitute": "با جایگزین",
    "excused": "غایب موجه",
    "absent": "غایب",
}
"""How a seat was filled, in a column of its own."""
