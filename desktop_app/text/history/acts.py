"""Words of acts and records in the history: what was done, and to what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from desktop_app.domain.calendar.date_words import month_name
from desktop_app.domain.read_models.history import HistoryRow, Named
from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.undo import quoted

ADDED, REMOVED, REORDERED = "added", "removed", "reordered"
ACTS: Final[Mapping[str, str]] = {
    ADDED: "افزودن",
    "changed": "تغییر",
    REMOVED: "برداشتن",
    REORDERED: "جابه‌جایی",
    "archived": "بایگانی",
    "restored": "بازگرداندن از بایگانی",
    "taken_back": "پس گرفتن کار",
    "done_again": "دوباره انجام دادن کار",
    "founded": "بنیان‌گذاری دفتر",
    "demo": "ساختن دادهٔ نمونه",
    "told_of_before": "ثبت پیشینهٔ پیش از برنامه",
    "imported": "خواندن از فایل اکسل",
    "taken_over": "ثبت جلسهٔ پیش از برنامه",
    # files
    "attached": "پیوست کردن",
    "taken_off": "برداشتن پیوست",
    # meetings and their items
    "moved": "تغییر وضعیت",
    "parked": "کنار گذاشتن برای بعد",
    "taken_up": "آوردن به دستور جلسه",
    "started": "آغاز بند",
    "finished": "پایان بند",
    "invitations_sent": "ثبت ارسال دعوت‌نامه",
    "sending_struck": "ابطال ارسال دعوت‌نامه",
    "excused": "موجه شمردن ماه",
    "excuse_taken_back": "پس گرفتن توجیه ماه",
    # minutes
    "opened": "آغاز پیش‌نویس",
    "to_review": "آماده کردن برای قرائت",
    "to_draft": "برگرداندن به پیش‌نویس",
    "read": "قرائت",
    "corrected": "اصلاح پس از قرائت",
    "finalised": "نهایی کردن",
    "hashed": "ثبت کد محتوا",
    "withdrawn": "ابطال",
    "printed": "چاپ برای امضا",
    "signed": "کامل شدن امضاها",
    "dropped": "کنار گذاشتن پیش‌نویس",
    "confirmed": "تأیید در جلسهٔ بعد",
    "amended": "اصلاح با نسخهٔ تازه",
    "amending": "آغاز اصلاحیه",
    "emptied": "رها کردن اصلاحیه",
    "signature_seen": "ثبت امضا",
    "signature_struck": "ابطال ثبت امضا",
    # follow-up
    "notified": "ابلاغ",
    "notified_taken_back": "پس گرفتن ابلاغ",
    "verified": "تأیید و مختومه",
    "verified_taken_back": "پس گرفتن مختومه",
    "returned": "برگشت برای تکمیل",
    "returned_taken_back": "پس گرفتن برگشت",
    "superseded": "جایگزینی با مصوبهٔ دیگر",
    "superseded_taken_back": "پس گرفتن جایگزینی",
    "revoked": "الغا",
    "revoked_taken_back": "پس گرفتن الغا",
    "deferred": "موکول کردن به جلسهٔ بعد",
    "deferred_taken_back": "پس گرفتن موکول کردن",
    "rejected": "تصویب نشدن",
    "rejected_taken_back": "پس گرفتن رد",
    "extended": "تمدید مهلت",
    "extended_taken_back": "پس گرفتن تمدید",
    "extension_taken_back": "پس گرفتن تمدید",
    "deadline": "تعیین مهلت",
    "task_moved": "تغییر وضعیت وظیفه",
    "task_noted": "ثبت خبر وظیفه",
    "task_taken_back": "پس گرفتن آخرین کار وظیفه",
    # members
    "introduced": "معرفی نماینده",
    "begun": "آغاز عضویت",
    "ended": "پایان عضویت",
}
KINDS: Final[Mapping[str, str]] = {
    "agenda_item": "بند دستور",
    "article": "مادهٔ تفاهم‌نامه",
    "attendance": "حضور و غیاب",
    "axis": "محور",
    "clause": "بند صورت‌جلسه",
    "committee": "کمیته",
    "deliberation": "مذاکرات",
    "file_link": "پیوست",
    "guest": "مدعو",
    "holiday": "تعطیلات",
    "meeting": "جلسه",
    "memorandum": "تفاهم‌نامه",
    "minutes_version": "صورت‌جلسه",
    "month": "ماه",
    "nomination": "معرفی نماینده",
    "office_setting": "تنظیمات دفتر",
    "party": "طرف",
    "person": "شخص",
    "picture": "تصویر سربرگ",
    "resolution": "مصوبه",
    "seat": "کرسی",
    "sent_invitation": "دعوت‌نامهٔ فرستاده‌شده",
    "signer": "امضاکننده",
    "taking_over": "پیشینهٔ کمیته",
    "task": "وظیفه",
    "unit": "واحد",
    "upstream_decision": "سند بالادستی",
}
_BEFORE_NAME: Final[Mapping[str, str]] = {
    "attendance": "حضور",
    "clause": "بند",
    "nomination": "معرفی",
    "sent_invitation": "دعوت‌نامهٔ",
    "task": "وظیفهٔ",
    "unit": "واحد",
    "article": "مادهٔ",
}
_QUOTED: Final = frozenset(
    {"agenda_item", "clause", "deliberation", "upstream_decision", "article", "axis", "memorandum"}
)

_BY_NAME: Final = frozenset({"committee", "party"})
"""Kinds whose names begin with what they are."""


def act_word(act: str) -> str:
    """What was done; a word of a later program says itself."""
    return ACTS.get(act, act)


def kind_word(kind: str) -> str:
    """A kind of record."""
    return KINDS.get(kind, kind)


def done(row: HistoryRow) -> str:
    """What was done by an entry: in minutes a part is added, removed and moved by an act «changed»."""
    told = {one.name for one in row.fields}
    if row.act == "changed":
        if "added" in told:
            return ACTS[ADDED]
        if "removed" in told:
            return ACTS[REMOVED]
        if "moved" in told:
            return ACTS[REORDERED]
    return act_word(row.act)


def named(record: Named) -> str:
    """The record with what it belongs to: «بند «…» – صورت‌جلسهٔ جلسهٔ ۱۲»."""
    own = _own(record)
    if record.kind == "minutes_version" or record.of is None or record.kind == "resolution":
        return own
    return f"{own} – {named(record.of)}"


def _own(record: Named) -> str:
    by_number = _BY_NUMBER.get(record.kind)
    if by_number is not None:
        return by_number(record)
    if not record.text:
        return kind_word(record.kind)
    if record.kind in _BY_NAME:
        return record.text
    name = quoted(record.text) if record.kind in _QUOTED else record.text
    return f"{_BEFORE_NAME.get(record.kind, kind_word(record.kind))} {name}"


def _meeting(record: Named) -> str:
    return f"جلسهٔ {persian(record.number)}" if record.number else "جلسهٔ بدون شماره"


def _resolution(record: Named) -> str:
    if record.text:
        return f"مصوبهٔ {record.text}"
    return f"مصوبهٔ بدون شماره – {named(record.of)}" if record.of is not None else "مصوبهٔ بدون شماره"


def _month(record: Named) -> str:
    year, month = divmod(record.number, 100)
    return f"{month_name(month)} {persian(year)}" if record.number else KINDS["month"]


def _minutes(record: Named) -> str:
    of = f"صورت‌جلسهٔ {named(record.of)}" if record.of is not None else "صورت‌جلسه"
    return f"{of}، نسخهٔ {persian(record.number)}" if record.number > 1 else of


_BY_NUMBER: Final[Mapping[str, Callable[[Named], str]]] = {
    "meeting": _meeting,
    "minutes_version": _minutes,
    "month": _month,
    "resolution": _resolution,
}
