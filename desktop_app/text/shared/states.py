"""The word of every state, by its key; screens show it beside a shape and a colour."""

from __future__ import annotations

from typing import Final

MEETING: Final = {
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
MEETING_KIND: Final = {"ordinary": "عادی", "extraordinary": "فوق‌العاده"}
MINUTES: Final = {
    "draft": "پیش‌نویس",
    "review": "آمادهٔ قرائت",
    "final": "نهایی",
    "signed": "امضاشده",
    "archived": "بایگانی‌شده",
    "withdrawn": "باطل",
    "amended": "دارای اصلاحیه",
    "dropped": "کنارگذاشته",
}
NO_SCAN: Final = "اسکن ندارد"
"""Minutes from before the program whose signed paper was not scanned: nothing here shows that it was signed."""
RESOLUTION: Final = {
    "proposed": "پیشنهادی",
    "adopted": "مصوب",
    "notified": "ابلاغ‌شده",
    "in_progress": "در حال اجرا",
    "blocked": "دارای مانع",
    "reported_done": "اعلام انجام",
    "verified": "مختومه",
    "returned": "برگشت برای تکمیل",
    "superseded": "جایگزین‌شده",
    "revoked": "ملغی",
    "deferred": "موکول به جلسهٔ بعد",
    "rejected": "تصویب‌نشده",
}
LATE: Final = "معوق"
