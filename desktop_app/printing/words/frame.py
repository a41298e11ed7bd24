"""Persian texts around papers (letterhead, footer, watermarks), and the words of document keys.

A key that is missing here is a bug and ends the printing; a test compares the tables with the enumerations of the
rules.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

CLASSIFICATIONS: Final[Mapping[str, str]] = {
    "normal": "عادی",
    "confidential": "محرمانه",
    "secret": "خیلی محرمانه",
}
"""How guarded a paper is."""

URGENCIES: Final[Mapping[str, str]] = {"normal": "عادی", "urgent": "فوری", "immediate": "آنی"}
"""How urgent a paper is."""

KINDS: Final[Mapping[str, str]] = {"ordinary": "عادی", "extraordinary": "فوق‌العاده"}
"""Kinds of meeting."""

ATTENDANCE_STATES: Final[Mapping[str, str]] = {
    "unmarked": "ثبت‌نشده",
    "present": "حاضر",
    "video": "حاضر (ویدئوکنفرانس)",
    "substitute": "به‌جای",
    "excused": "غایب موجه",
    "absent": "غایب",
}
"""How a seat was filled."""

RESOLUTION_STATES: Final[Mapping[str, str]] = {
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
"""Course of an earlier resolution."""

RESOLUTION_KINDS: Final[Mapping[str, str]] = {
    "decision": "تصمیم",
    "policy": "سیاست",
    "referral": "ارجاع",
    "advice": "توصیه",
}
"""The four kinds of resolution."""

ADOPTIONS: Final[Mapping[str, str]] = {
    "unanimous": "به اتفاق آرا",
    "majority": "با اکثریت آرا",
    "with_reservation": "با ملاحظه",
}
"""How a resolution was adopted."""

RELATIVE_UNITS: Final[Mapping[str, str]] = {"days": "روز", "working_days": "روز کاری"}
"""What a relative deadline counts."""

RELATIVE_BASES: Final[Mapping[str, str]] = {"meeting": "جلسه", "notification": "ابلاغ"}
"""The event a relative deadline counts from."""


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


NUMBER: Final = "شماره"
DAY: Final = "تاریخ"
ATTACHMENT: Final = "پیوست"
CLASSIFICATION: Final = "طبقه‌بندی"
URGENCY: Final = "ارجحیت"
DOTS: Final = "." * 24
DRAFT: Final = "پیش‌نویس"
SAMPLE: Final = "نمونه"
VOID: Final = "باطل"
INITIALS: Final = "محل پاراف"
_DASH: Final = " – "


def letter_title(number: str) -> str:
    """Return the name of a letter for its header and the file title."""
    return f"نامهٔ شمارهٔ\u00a0{number}" if number else "نامه"


def footer_number(number: str) -> str:
    """Return the number of the minutes for the footer."""
    return f"صورت‌جلسهٔ\u00a0{number}"


def footer_version(version: str) -> str:
    """Return the version for the footer."""
    return f"نسخهٔ\u00a0{version}"


def footer_code(code: str) -> str:
    """Return the code of the content for the footer."""
    return f"کد\u00a0{code}"


def code_picture(code: str) -> str:
    """Return the description of the QR code for blind readers."""
    return f"کد برگه: {code}"


def logo_picture(parties: str) -> str:
    """Return the description of the letterhead's picture for blind readers."""
    return f"نشان {parties}"


def footer_chain(head: str) -> str:
    """Return the head of the hash chain for the footer."""
    return f"زنجیره {head}"


def footer_page(page: str, total: str) -> str:
    """Return page x of y for the footer."""
    return f"صفحهٔ\u00a0{page}\u00a0از\u00a0{total}"


def footer(parts: Sequence[str]) -> str:
    """Return the footer's parts in one line."""
    return _DASH.join(parts)
