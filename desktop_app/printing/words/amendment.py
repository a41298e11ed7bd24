"""Persian texts of a correction (اصلاحیه): its title, and the table of its changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

CHANGES: Final = "تغییرها"
FINAL_ON: Final = "تاریخ اصلاحیه"
"""The head of the paper bears the day of the meeting."""
REASON: Final = "علت اصلاح"
PLACE: Final = "جای تغییر"
CHANGE: Final = "تغییر"
TEXT: Final = "متن پیش و پس از اصلاح"
REMOVED: Final = "حذف‌شده"
ADDED: Final = "افزوده"
CHANGED: Final = "تغییریافته"
STRUCK_SAMPLE: Final = "واژهٔ خط‌خورده"
UNDERLINED_SAMPLE: Final = "واژهٔ زیرخط‌دار"
NO_CHANGES: Final = "متن این نسخه با نسخهٔ پیشین تفاوتی ندارد."
FULL_TEXT: Final = "متن کامل پس از اصلاح"
NEW_RESOLUTION: Final = "مصوبهٔ تازه"
NOTHING: Final = "–"

PARTS: Final[Mapping[str, str]] = {
    "meeting": "مشخصات جلسه",
    "attendance": "حاضران و غایبان",
    "guests": "مدعوان",
    "talk": "خلاصهٔ مذاکرات",
    "note": "بند صورت‌جلسه",
    "resolution": "مصوبه",
    "next_meeting": "جلسهٔ آینده",
    "ending": "پایان جلسه",
    "signers": "امضاکنندگان",
    "attachments": "پیوست‌ها",
    "copies": "رونوشت",
    "paper": "سربرگ",
}
"""Parts of the minutes."""

FIELDS: Final[Mapping[str, str]] = {
    "": "",
    "day": "تاریخ",
    "began_at": "ساعت شروع",
    "ended_at": "ساعت پایان",
    "place": "محل",
    "chair": "رئیس جلسه",
    "secretary": "دبیر جلسه",
    "kind": "نوع",
    "state": "وضعیت",
    "substitute": "جایگزین",
    "post": "سمت",
    "letter_number": "شمارهٔ معرفی‌نامه",
    "letter_day": "تاریخ معرفی‌نامه",
    "arrived_at": "ورود",
    "left_at": "خروج",
    "text": "متن",
    "axis": "محور",
    "executor": "مجری",
    "cooperating": "همکار",
    "owner": "مسئول پیگیری",
    "deadline": "مهلت",
    "adoption": "تصویب",
    "reservation": "ملاحظه",
    "votes": "آرا",
    "effects": "اثر بر مصوبهٔ دیگر",
    "fate": "تکلیف بند",
    "upstream": "مستند بالادستی",
    "next_day": "تاریخ",
    "next_starts_at": "ساعت",
    "next_agenda": "دستور",
    "closing": "جملهٔ پایانی",
    "originals": "شمار نسخه‌های اصلی",
    "kept_at": "جای نگهداری",
    "classification": "طبقه‌بندی",
    "urgency": "ارجحیت",
}
"""Fields of a part; the text itself has no field of its own."""


def title(ordinal: str, minutes: str) -> str:
    """Return the title of the correction, above the title of the minutes."""
    return f"اصلاحیهٔ شمارهٔ\u00a0{ordinal} {minutes}"


def replaced_version(version: str, code: str) -> str:
    """Return a sentence on the version that the correction replaces."""
    base = f"این نسخه جای نسخهٔ\u00a0{version} را می‌گیرد که امضا شده بود"
    return f"{base} (کد\u00a0{code})." if code else f"{base}."


def resolution(number: str) -> str:
    """Return a resolution with its number."""
    return f"مصوبهٔ\u00a0{number}"


def part_of(part: str, name: str) -> str:
    """Return a part of the minutes and the name of its item."""
    return f"{part}: {name}"


def footer(ordinal: str) -> str:
    """Return the number of the correction for the footer."""
    return f"اصلاحیهٔ\u00a0{ordinal}"


def votes(for_: str, against: str) -> str:
    """Return the counts of votes."""
    return f"{for_}\u00a0موافق، {against}\u00a0مخالف"
