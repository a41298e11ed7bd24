"""The short words of the strip «تا نهایی‌سازی»; the whole sentence of a gap is its refusal's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.tables import Facts

_SHORT: Final[Mapping[str, Callable[[int, Facts], str]]] = {
    "meeting_over": lambda _n, _f: "پایان جلسه",
    "meeting_not_over": lambda _n, _f: "پایان جلسه",
    "attendance_complete": lambda _n, _f: "حضور",
    "attendance_incomplete": lambda _n, f: f"{persian(f['count'])} حضور ثبت‌نشده",
    "substitute_without_name": lambda _n, _f: "به‌جای … بدون نام",
    "quorum_met": lambda _n, _f: "حد نصاب",
    "quorum_party_missing": lambda _n, _f: "حد نصاب",
    "quorum_too_few": lambda _n, _f: "حد نصاب",
    "inquorate_minutes": lambda _n, _f: "فاقد حد نصاب",
    "inquorate_with_resolutions": lambda _n, f: f"{persian(f['count'])} مصوبه بدون حد نصاب",
    "resolutions_complete": lambda _n, f: f"{persian(f['count'])} مصوبه" if f["count"] else "بدون مصوبه",
    "resolution_without_text": lambda n, _f: f"{persian(n)} مصوبه بدون متن",
    "resolution_without_executor": lambda n, _f: f"{persian(n)} مصوبه بدون مجری",
    "resolution_without_owner": lambda n, _f: f"{persian(n)} مصوبه بدون مسئول پیگیری",
    "resolution_without_deadline": lambda n, _f: f"{persian(n)} مصوبه بدون مهلت",
    "deadline_before_meeting": lambda n, _f: f"{persian(n)} مهلت پیش از جلسه",
    "deadline_without_day": lambda n, _f: f"{persian(n)} مهلت بدون تاریخ",
    "deadline_without_count": lambda n, _f: f"{persian(n)} مهلت بدون تعداد",
    "deadline_too_far": lambda n, _f: f"{persian(n)} مهلت بسیار دور",
    "meeting_on_closed_day": lambda _n, _f: "جلسه در روز تعطیل",
    "deadline_on_closed_day": lambda _n, f: f"{persian(f['count'])} مهلت تعطیل",
    "deadline_without_next_meeting": lambda _n, f: f"{persian(f['count'])} مهلت بی‌تاریخ",
    "agenda_item_empty": lambda _n, f: f"{persian(f['count'])} بند خالی",
    "minutes_read": lambda _n, _f: "قرائت",
    "minutes_not_read": lambda _n, _f: "قرائت",
    "minutes_changed_since_read": lambda _n, f: f"{persian(f['count'])} تغییر پس از قرائت",
    "glyph_missing": lambda n, _f: f"{persian(n)} نویسهٔ چاپ‌ناپذیر",
}

_WHOLE: Final[Mapping[str, Callable[[Facts], str]]] = {
    "meeting_over": lambda _f: "جلسه پایان یافته است.",
    "attendance_complete": lambda f: f"حضور هر {persian(f['count'])} کرسی ثبت شده است.",
    "quorum_met": lambda f: (
        f"حد نصاب حاصل است: {persian(f['present'])} از {persian(f['filled'])} کرسی حاضر بود و {persian(f['needed'])} کرسی لازم است."
    ),
    "inquorate_minutes": lambda _f: "جلسه فاقد حد نصاب پایان یافت؛ صورت‌جلسهٔ عدم حصول حد نصاب نوشته می‌شود.",
    "resolutions_complete": lambda f: (
        f"مجری، مسئول پیگیری و مهلت هر {persian(f['count'])} مصوبه نوشته شده است."
        if f["count"]
        else "این صورت‌جلسه مصوبه‌ای ندارد."
    ),
    "meeting_on_closed_day": lambda _f: "جلسه در روز تعطیل برگزار شده است. اگر درست است، کاری لازم نیست.",
    "deadline_on_closed_day": lambda f: (
        f"{persian(f['count'])} مهلت در روز تعطیل است. روز کاری بعد را برگزینید یا همان را نگه دارید."
    ),
    "deadline_without_next_meeting": lambda f: (
        f"مهلت {persian(f['count'])} مصوبه «تا جلسهٔ آینده» است و روز آن جلسه نوشته یا برنامه‌ریزی نشده است؛ "
        "این مهلت بی‌تاریخ می‌ماند تا روز جلسه معلوم شود. روز را در «پایان‌بندی» بنویسید."
    ),
    "agenda_item_empty": lambda f: f"{persian(f['count'])} بند دستور خالی است؛ نخستین: «{f['title']}».",
    "minutes_read": lambda _f: "صورت‌جلسه خوانده شده است.",
}


def short(key: str, count: int, facts: Facts) -> str:
    """The word of a guard, or of ``count`` gaps of one kind."""
    return _SHORT[key](count, facts)


def whole(key: str, facts: Facts) -> str:
    """The sentence of a guard that does not stop; empty where the refusal has its own."""
    return _WHOLE[key](facts) if key in _WHOLE else ""


def known() -> frozenset[str]:
    """Every guard that has a word."""
    return frozenset(_SHORT)
