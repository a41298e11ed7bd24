"""Names of records and of their states in a refusal, by the name of the state machine."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.text.shared import states

TASK: Final[Mapping[str, str]] = {
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
NOMINATION: Final[Mapping[str, str]] = {
    "awaited": "در انتظار معرفی",
    "introduced": "معرفی‌شده",
    "active": "عضو",
    "ended": "پایان عضویت",
}
MACHINES: Final[Mapping[str, tuple[str, Mapping[str, str]]]] = {
    "meeting": ("جلسه", states.MEETING),
    "minutes": ("صورت‌جلسه", states.MINUTES),
    "resolution": ("مصوبه", states.RESOLUTION),
    "task": ("وظیفه", TASK),
    "nomination": ("معرفی نماینده", NOMINATION),
}
