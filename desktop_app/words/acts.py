"""Names of acts and of kinds of records in the history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from desktop_app.words.digits import filled, persian
from desktop_app.words.history import quoted

OWNER: Final = " – "
NAMED: Final = 5
"""So many records of an act are named in its row."""
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
    "told_of_before": "ثبت سابقهٔ پیش از برنامه",
    "imported": "خواندن از فایل اکسل",
    "taken_over": "ثبت جلسهٔ پیش از برنامه",
    "accepted_outside": "تأیید تغییر خارج از برنامه",
    "clock_confirmed": "تأیید تاریخ رایانه",
    "backup_restored": "بازگرداندن پشتیبان",
    "salvaged": "نجات داده پس از آسیب",
    # files
    "attached": "پیوست کردن",
    "taken_off": "برداشتن پیوست",
    # registers of papers
    "recorded": "ثبت در دفتر",
    "receipt_noted": "ثبت ارسال و تحویل",
    "numbered": "ثبت شمارهٔ نامه",
    "struck": "خط زدن",
    "linked": "پیوند دادن نامه",
    "unlinked": "برداشتن پیوند نامه",
    "asked": "ثبت درخواست",
    "answered": "پاسخ به درخواست",
    "tabled": "آوردن درخواست به دستور جلسه",
    "task_documented": "مستند کردن گزارش با نامه",
    "invitation_answered": "پاسخ به دعوت‌نامه",
    "invitation_answer_taken_back": "پس گرفتن پاسخ دعوت‌نامه",
    "off_agenda": "برداشته شدن درخواست از دستور جلسه",
    "answer_taken_back": "پس گرفتن پاسخ درخواست",
    # meetings and their items
    "moved": "تغییر وضعیت",
    "issued": "چاپ یا ذخیرهٔ برگهٔ جلسهٔ دعوت‌شده",
    "parked": "کنار گذاشتن برای بعد",
    "carried": "ماندن از جلسهٔ پیش",
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
    "scan_kept": "نگه داشتن اسکن امضاشده",
    "scan_taken_back": "پس گرفتن اسکن",
    "reservation_transcribed": "ثبت نوشتهٔ دستی کنار امضا",
    # follow-up
    "notified": "ابلاغ",
    "notified_again": "ابلاغ اصلاحی",
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
    "class_lowered": "پایین آوردن طبقه‌بندی مستخرج یک واحد",
    "class_lowered_taken_back": "پس گرفتن طبقه‌بندی پایین‌تر مستخرج یک واحد",
    "rejected": "تصویب نشدن",
    "rejected_taken_back": "پس گرفتن رد",
    "extended": "تمدید مهلت",
    "extended_taken_back": "پس گرفتن تمدید",
    "extension_taken_back": "پس گرفتن تمدید",
    "deadline": "تعیین مهلت",
    "task_moved": "تغییر وضعیت وظیفه",
    "task_noted": "ثبت خبر وظیفه",
    "task_told": "ابلاغ اصلاحی به واحد",
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
    "clause_effect": "اثر بند بر مصوبه",
    "deliberation": "مذاکرات",
    "file_link": "پیوست",
    "guest": "مدعو",
    "holiday": "تعطیلات",
    "incoming_paper": "نامهٔ وارده",
    "item_disposition": "تکلیف بند دستور",
    "meeting": "جلسه",
    "memorandum": "تفاهم‌نامه",
    "minutes_version": "صورت‌جلسه",
    "month": "ماه",
    "nomination": "معرفی نماینده",
    "office": "دفتر",
    "office_setting": "تنظیمات دفتر",
    "outgoing_paper": "نامهٔ صادره",
    "party": "طرف",
    "person": "شخص",
    "picture": "تصویر سربرگ",
    "request": "درخواست",
    "resolution": "مصوبه",
    "seat": "کرسی",
    "sent_invitation": "دعوت‌نامهٔ فرستاده‌شده",
    "signer": "امضاکننده",
    "taking_over": "سابقهٔ کمیته",
    "task": "وظیفه",
    "unit": "واحد",
    "upstream_decision": "مصوبهٔ بالادستی",
    "upstream_link": "پیوند با مصوبهٔ بالادستی",
}
BEFORE_NAME: Final[Mapping[str, str]] = {
    "attendance": "حضور",
    "clause": "بند",
    "nomination": "معرفی",
    "sent_invitation": "دعوت‌نامهٔ",
    "task": "وظیفهٔ",
    "unit": "واحد",
    "article": "مادهٔ",
}
QUOTED: Final = frozenset(
    {
        "agenda_item",
        "clause",
        "deliberation",
        "file_link",
        "upstream_decision",
        "article",
        "axis",
        "memorandum",
        "incoming_paper",
        "outgoing_paper",
        "request",
    }
)

UNCOUNTED: Final = frozenset({"attendance", "deliberation", "holiday", "office_setting", "taking_over"})
"""Kinds whose words are of no single thing."""
BY_NAME: Final = frozenset({"committee", "party"})
"""Kinds whose names begin with what they are."""


def act_word(act: str) -> str:
    """Return the name of an act, or the key itself if a later version wrote it."""
    return ACTS.get(act, act)


def kind_word(kind: str) -> str:
    """Return the name of a kind of record."""
    return KINDS.get(kind, kind)


def counted(kind: str, count: int) -> str:
    """Return the number of records of a kind; for one, only the kind."""
    of = f"مورد {kind_word(kind)}" if kind in UNCOUNTED else kind_word(kind)
    return f"{persian(count)} {of}" if count > 1 else kind_word(kind)


def these(names: Sequence[str]) -> str:
    """Return the names of the first records; the cell cuts the text."""
    return "، ".join(names[:NAMED])


def along(counted_kinds: Sequence[str]) -> str:
    """Return what else an act changed."""
    return f"همراه با {' و '.join(counted_kinds)}"


def beside(*parts: str) -> str:
    """Join the parts of a second line."""
    return " · ".join(filled(*parts))


def meeting(number: int) -> str:
    """Return the name of a meeting, with its number if it has one."""
    return f"جلسهٔ {persian(number)}" if number else "جلسهٔ بدون شماره"


def minutes(meeting_: str, version: int) -> str:
    """Return the name of minutes with their meeting; a first version shows no version number."""
    of = f"صورت‌جلسهٔ {meeting_}" if meeting_ else KINDS["minutes_version"]
    return f"{of}، نسخهٔ {persian(version)}" if version > 1 else of


def resolution(number: str, meeting_: str) -> str:
    """Return the name of a resolution by its number, or by its meeting while it has none."""
    if number:
        return f"مصوبهٔ {number}"
    return part_of("مصوبهٔ بدون شماره", meeting_) if meeting_ else "مصوبهٔ بدون شماره"


def month(name: str, year: int) -> str:
    """Return the name of a Jalali month."""
    return f"{name} {persian(year)}"


def record(kind: str, name: str) -> str:
    """Return the name of a record, or its kind if it has no name."""
    if not name:
        return kind_word(kind)
    if kind in BY_NAME:
        return name
    return f"{BEFORE_NAME.get(kind, kind_word(kind))} {quoted(name) if kind in QUOTED else name}"


def part_of(own: str, owner: str) -> str:
    """Return the name of a record with its parent record."""
    return f"{own}{OWNER}{owner}"
