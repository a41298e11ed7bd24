"""The Persian word of each key that a document holds.

A key that is missing here is a bug and ends the printing; a test compares the tables with the enumerations of the rules.
"""

from __future__ import annotations

from collections.abc import Mapping
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
