"""Words of the fields of records in the history, of values of closed lists, and of a change from and to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.text.follow_up import tasks as task_words
from desktop_app.text.history.acts import KINDS
from desktop_app.text.meetings import meeting_invitations
from desktop_app.text.minutes import minutes_clauses
from desktop_app.text.office import members
from desktop_app.text.registers import registers
from desktop_app.text.rules.states import NOMINATION, TASK
from desktop_app.text.shared import states
from desktop_app.text.shared import states as state_words

NOTHING: Final = "خالی"
YES, NO = "بله", "خیر"
SEPARATOR: Final = "، "
FIELDS: Final[Mapping[str, str]] = {
    "actor": "ثبت‌کننده",
    "added": "متن",
    "adopted_on": "تاریخ تصویب",
    "adoption": "نحوهٔ تصویب",
    "agenda_item": "بند دستور",
    "agenda_item_id": "بند دستور",
    "all_units": "همهٔ واحدها",
    "answer": "پاسخ",
    "answered_on": "تاریخ پاسخ",
    "archived_on": "تاریخ بایگانی",
    "arrived_at": "ساعت آمدن",
    "asked_on": "تاریخ درخواست",
    "at": "زمان ثبت",
    "attachments": "پیوست‌ها",
    "axis_id": "محور",
    "background": "پیشینه",
    "began_at": "ساعت آغاز",
    "body": "مرجع",
    "by": "نسخهٔ تازه",
    "chair": "رئیس جلسه",
    "classification": "طبقه‌بندی",
    "clause": "بند",
    "closes_at": "پایان ساعت اداری",
    "closing": "پایان‌بندی",
    "code": "کد",
    "contact": "نشانی تماس",
    "content_hash": "کد محتوا",
    "cooperating": "همکاران",
    "copies_to": "رونوشت‌ها",
    "day": "روز",
    "deadline.base": "مبنای مهلت",
    "deadline.count": "مدت مهلت",
    "deadline.day": "تاریخ مهلت",
    "deadline.kind": "نوع مهلت",
    "deadline.unit": "یکای مهلت",
    "due": "مهلت",
    "document": "متن نامه",
    "ended_at": "ساعت پایان",
    "estimated": "برآوردی است و هنوز رسمی نیست",
    "executor_unit_id": "مجری",
    "file": "فایل",
    "file_id": "فایل",
    "finalised_at": "زمان نهایی شدن",
    "from_day": "از تاریخ",
    "head": "مسئول واحد",
    "holidays": "روزهای تعطیل",
    "incoming_paper_id": "نامهٔ وارده",
    "invocation": "سرآغاز نامه‌ها",
    "kept_at": "محل نگهداری نسخه‌ها",
    "kind": "نوع",
    "last_day": "آخرین روز",
    "last_entry": "آخرین رویداد پشتیبان",
    "last_meeting": "شمارهٔ آخرین جلسه",
    "last_number": "شمارهٔ آخرین مصوبه",
    "last_serial": "ردیف آخرین مصوبه",
    "left_at": "ساعت رفتن",
    "letter": "شمارهٔ نامه",
    "letter_day": "تاریخ معرفی‌نامه",
    "letter_number": "شمارهٔ معرفی‌نامه",
    "letterhead": "سربرگ",
    "liaison": "رابط",
    "logo": "نشان سربرگ",
    "lost": "آنچه رها شد",
    "lost_entries": "رویدادهای کنارگذاشته",
    "lost_rows": "ردیف‌هایی که به دست نیامد",
    "made_at": "زمان پشتیبان",
    "meeting": "جلسه",
    "meeting_id": "جلسه",
    "meetings": "شمار جلسه‌ها",
    "minutes_version_id": "صورت‌جلسه",
    "month": "ماه",
    "months": "شمار ماه‌ها",
    "moved": "جابه‌جایی",
    "name": "نام",
    "names": "گیرندگان",
    "next_agenda": "دستور جلسهٔ آینده",
    "next_day": "روز جلسهٔ آینده",
    "next_starts_at": "ساعت جلسهٔ آینده",
    "note": "یادداشت",
    "notification_day": "تاریخ ابلاغ",
    "notification_number": "شمارهٔ ابلاغ",
    "number": "شماره",
    "number_pattern": "الگوی شمارهٔ مصوبه",
    "numbers": "شماره‌های مصوبات",
    "old_head": "سر زنجیرهٔ پیشین",
    "opens_at": "آغاز ساعت اداری",
    "operator": "نام کاربر دفتر",
    "ordinal": "جایگاه",
    "original": "نسخهٔ اصلی",
    "pages": "شمار صفحه‌ها",
    "archival": "شکل بایگانی PDF/A",
    "provisional": "اسکن موقت، پیش از کامل شدن امضاها",
    "originals": "شمار نسخه‌های اصلی",
    "other": "مصوبهٔ دیگر",
    "outgoing_paper_id": "نامهٔ صادره",
    "outgoing_pattern": "الگوی شمارهٔ نامه‌های صادره",
    "owner_person_id": "مسئول پیگیری (شخص)",
    "owner_unit_id": "مسئول پیگیری (واحد)",
    "parent_id": "زیرمجموعهٔ",
    "party_id": "طرف",
    "percent": "پیشرفت",
    "person": "شخص",
    "person_id": "شخص",
    "phone": "تلفن",
    "place": "محل",
    "plan": "برنامهٔ واحد",
    "planned_minutes": "دقیقه‌های پیش‌بینی‌شده",
    "post": "سمت",
    "presenter": "ارائه‌دهنده",
    "print_setup": "تنظیم چاپ",
    "print_setup.fonts": "قلم‌های نگه‌داشته",
    "print_setup.profile": "شکل بایگانی PDF",
    "print_setup.typography.font": "قلم برگه‌ها",
    "print_setup.typography.kashida": "کشیده در برگه‌ها",
    "print_setup.typography.margins.bottom": "حاشیهٔ پایین",
    "print_setup.typography.margins.first_top": "حاشیهٔ بالای صفحهٔ نخست",
    "print_setup.typography.margins.left": "حاشیهٔ چپ",
    "print_setup.typography.margins.right": "حاشیهٔ راست",
    "print_setup.typography.margins.top": "حاشیهٔ بالا",
    "print_setup.typography.pitch": "فاصلهٔ سطرهای برگه‌ها",
    "print_setup.typography.sheet": "اندازهٔ کاغذ",
    "print_setup.typography.size": "اندازهٔ حروف برگه‌ها",
    "quorum.more_than": "حد نصاب، بیش از",
    "quorum.video_counts": "شمردن حاضران ویدئویی",
    "quorum_denominator": "مخرج کسر حد نصاب",
    "quorum_numerator": "صورت کسر حد نصاب",
    "quorum_video_counts": "شمردن حاضران ویدئویی",
    "read_aloud": "قرائت در جلسه",
    "reason": "دلیل",
    "received_by": "تحویل‌گیرنده",
    "received_on": "روز دریافت",
    "record": "نوع پرونده",
    "record_kind": "نوع پرونده",
    "removed": "متن برداشته",
    "removed_on": "تاریخ برداشتن",
    "reservation": "ملاحظه",
    "resolution_id": "مصوبه",
    "resolutions": "شمار مصوبه‌ها",
    "resting": "متوقف تا بازگشت مصوبه",
    "role": "نقش",
    "row": "ردیف",
    "sample": "دادهٔ نمونه",
    "seat": "کرسی",
    "seat_id": "کرسی",
    "secretary": "دبیر",
    "sender": "فرستنده",
    "session": "جلسهٔ مرجع",
    "session.began_at": "ساعت آغاز جلسه",
    "session.chair": "رئیس جلسه",
    "session.ended_at": "ساعت پایان جلسه",
    "session.place": "محل جلسه",
    "session.secretary": "دبیر جلسه",
    "session_day": "تاریخ جلسهٔ مرجع",
    "short_name": "نام کوتاه",
    "signatory": "امضاکننده",
    "signatory_post": "سمت امضاکننده",
    "signed_on": "تاریخ امضا",
    "signers": "امضاکنندگان",
    "size": "اندازه (بایت)",
    "speaker": "گوینده",
    "spent_seconds": "ثانیه‌های گذشته",
    "started_at": "زمان آغاز",
    "starts_at": "ساعت شروع",
    "state": "وضعیت",
    "step": "جابه‌جایی",
    "struck_on": "تاریخ خط خوردن",
    "struck_reason": "دلیل خط خوردن",
    "subject": "موضوع",
    "substitute_for": "به‌جای",
    "substitute_name": "نام جانشین",
    "addressee": "گیرنده",
    "text": "متن",
    "template": "نسخهٔ قالب",
    "title": "عنوان",
    "to_day": "تا تاریخ",
    "told_by": "به نقل از",
    "unit_id": "واحد",
    "upstream_id": "سند بالادستی",
    "urgency": "فوریت",
    "version": "نسخه",
    "votes_against": "رأی مخالف",
    "votes_for": "رأی موافق",
    "way": "راه ارسال",
    "wanted_due": "مهلت خواسته‌شده",
    "weekend": "روزهای آخر هفته",
    "year": "سال",
}
_CLAUSE_KINDS: Final = {**minutes_clauses.KINDS, "note": minutes_clauses.NOTE}
WORDS: Final[Mapping[tuple[str, str], Mapping[str, str]]] = {
    ("office", "lost_entries"): {"unknown": "نامعلوم"},
    ("meeting", "state"): states.MEETING,
    ("meeting", "kind"): states.MEETING_KIND,
    ("meeting", "answer"): registers.INVITATION_ANSWERS,
    ("minutes_version", "state"): states.MINUTES,
    ("agenda_item", "state"): state_words.ITEM_STATES,
    ("agenda_item", "kind"): state_words.ITEM_KINDS,
    ("attendance", "state"): {**state_words.SEAT_STATES, "substitute": "با جانشین", "video": "حاضر با ویدئو"},
    ("clause", "kind"): _CLAUSE_KINDS,
    ("clause", "adoption"): minutes_clauses.ADOPTIONS,
    ("clause", "deadline.kind"): {**state_words.DEADLINE_KINDS, "none": "بدون مهلت"},
    ("clause", "deadline.unit"): state_words.RELATIVE_UNITS,
    ("clause", "deadline.base"): state_words.RELATIVE_BASES,
    ("task", "state"): TASK,
    ("task", "role"): task_words.ROLES,
    ("nomination", "state"): NOMINATION,
    ("nomination", "role"): {"main": "اصلی", "alternate": members.ALTERNATE},
    ("seat", "role"): members.ROLES,
    ("unit", "kind"): members.KINDS,
    ("party", "code"): {"province": "استانداری", "center": "مرکز ملی"},
    ("article", "kind"): {"article": "ماده", "note": "تبصره"},
    ("resolution", "state"): states.RESOLUTION,
    ("request", "kind"): {
        "extension": "تمدید مهلت",
        "proposal": "پیشنهاد",
        "agreement": "توافق",
        "circulation": "تصمیم گردشی",
    },
    ("request", "state"): registers.REQUEST_STATES,
    ("file_link", "role"): {
        "attachment": "پیوست",
        "annex": "پیوست دستور یا صورت‌جلسه",
        "scan": "تصویر نسخهٔ امضاشده",
        "letter": "نامه",
        "evidence": "مدرک اجرا",
        "logo": "نشان سربرگ",
    },
}
"""Words of closed lists by kind of record and field."""
EVERYWHERE: Final[Mapping[str, Mapping[str, str]]] = {
    "record": KINDS,
    "record_kind": KINDS,
    "classification": state_words.CLASSIFICATIONS,
    "urgency": state_words.URGENCIES,
    "way": meeting_invitations.WAYS,
    "signers": {"by_rule": "بر پایهٔ فهرست خودکار"},
    "print_setup.typography.sheet": {"a4": "A4", "a5": "A5", "a3": "A3"},
    "print_setup.profile": {"a-3b": "PDF/A-3b", "a-2b": "PDF/A-2b", "a-1b": "PDF/A-1b"},
}


def field_word(name: str) -> str:
    """The name of a field; one of a later program says itself."""
    return FIELDS.get(name, name)


def step(value: int) -> str:
    """Which way something was moved."""
    return "رو به بالا" if value < 0 else "رو به پایین"


def moment(day: str, time: str) -> str:
    """An instant."""
    return f"{day}، ساعت {time}"


def told(name: str, value: str) -> str:
    """What an entry tells besides."""
    return f"{name}: {value}"


def from_to(name: str, before: str, after: str) -> str:
    """One field from and to, in one line: «وضعیت: از پیش‌نویس به زمان‌بندی‌شده»."""
    return f"{name}: از {_within(before)} به {_within(after)}"


def _within(value: str) -> str:
    """A text of several words is marked off from the sentence round it."""
    return f"«{value}»" if " " in value else value
