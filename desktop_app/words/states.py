"""Names of all states, by key; screens show them with a shape and a colour."""

from __future__ import annotations

from collections.abc import Mapping
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
DISPOSITION: Final = {"next": "به جلسهٔ آینده", "parked": "کنارگذاشته", "left": "حذف از دستور"}
"""What becomes of an agenda item that was not reached."""
EFFECT: Final = {
    "extend": "تمدید مهلت",
    "accept": "پذیرش گزارش و ختم",
    "return": "برگشت برای تکمیل",
    "supersede": "جایگزینی",
    "revoke": "لغو",
    "defer": "موکول به جلسهٔ آینده",
}
"""What a clause does to another resolution."""
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

ITEM_STATES: Final[Mapping[str, str]] = {
    "waiting": "نوبت نرسیده",
    "running": "در حال بررسی",
    "done": "بررسی‌شده",
    "parked": "کنارگذاشته",
}
ITEM_KINDS: Final[Mapping[str, str]] = {
    "topic": "موضوع",
    "follow_up": "گزارش پیگیری مصوبات پیشین",
    "previous_minutes": "تأیید صورت‌جلسهٔ پیشین",
    "next_meeting": "دستور و زمان جلسهٔ آینده",
}
SEAT_STATES: Final[Mapping[str, str]] = {
    "present": "حاضر",
    "video": "ویدئو",
    "substitute": "به‌جای …",
    "excused": "موجه",
    "absent": "غایب",
    "unmarked": "ثبت‌نشده",
}
DEADLINE_KINDS: Final[Mapping[str, str]] = {
    "day": "تاریخ",
    "relative": "مدت",
    "next_meeting": "جلسهٔ بعد",
    "continuous": "مستمر",
}
RELATIVE_UNITS: Final[Mapping[str, str]] = {"days": "روز", "working_days": "روز کاری"}
RELATIVE_BASES: Final[Mapping[str, str]] = {"meeting": "از جلسه", "notification": "از ابلاغ"}
CLASSIFICATIONS: Final[Mapping[str, str]] = {"normal": "عادی", "confidential": "محرمانه", "secret": "خیلی محرمانه"}
URGENCIES: Final[Mapping[str, str]] = {"normal": "عادی", "urgent": "فوری", "immediate": "آنی"}
DOT: Final = " · "
AND: Final = " و "
