"""Texts about the archive export «نسخهٔ خواندنی بدون برنامه», and the names of its tables and columns.

The window, the command line and the refusals use them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.words import letters, states
from desktop_app.words.acts import KINDS
from desktop_app.words.backups import size
from desktop_app.words.digits import apart, left_to_right, persian
from desktop_app.words.fields import FIELDS
from desktop_app.words.states import CLASSIFICATIONS
from desktop_app.words.tables import Facts, Table

TABLES: Final[Mapping[str, str]] = {
    "act": "کارها",
    "agenda_item": "بندهای دستور",
    "article": "ماده‌ها و تبصره‌ها",
    "attendance": "حضور و غیاب",
    "audit": "تاریخچه",
    "axis": "محورها",
    "chain_link": "زنجیرهٔ رویدادها",
    "clause": "بندهای صورت‌جلسه",
    "clause_effect": "اثر بندها بر مصوبات",
    "clause_unit": "واحدهای همکار",
    "committee": "کمیته",
    "deadline_event": "تاریخچهٔ مهلت‌ها",
    "deliberation": "مذاکرات",
    "file": "فایل‌ها",
    "file_link": "پیوست‌ها",
    "guest": "مدعوان",
    "holiday": "تعطیلات رسمی",
    "incoming_paper": "دفتر وارده",
    "item_disposition": "تکلیف بندهای بررسی‌نشده",
    "meeting": "جلسه‌ها",
    "meeting_act": "تاریخچهٔ جلسه‌ها",
    "memorandum": "تفاهم‌نامه",
    "minutes_act": "تاریخچهٔ صورت‌جلسه‌ها",
    "minutes_version": "صورت‌جلسه‌ها",
    "month_act": "دلیل ماه‌های بی‌جلسه",
    "nomination": "معرفی نماینده‌ها",
    "office_setting": "تنظیمات دفتر",
    "outgoing_paper": "دفتر صادره",
    "paper_link": "پیوند نامه‌ها",
    "party": "طرف‌ها",
    "person": "اشخاص",
    "picture": "تصویرهای سربرگ",
    "printing": "چاپ‌ها برای امضا",
    "record_hash": "کد ردیف‌ها",
    "request": "درخواست‌ها",
    "resolution": "مصوبات",
    "resolution_act": "تاریخچهٔ مصوبات",
    "resolution_facts": "وضعیت مصوبات",
    "seat": "کرسی‌ها",
    "sent_invitation": "دعوت‌نامه‌های فرستاده‌شده",
    "signature": "امضاها",
    "signer": "امضاکنندگان",
    "taking_over": "جلسه‌های پیشین",
    "task": "وظیفه‌ها",
    "task_act": "تاریخچهٔ وظیفه‌ها",
    "unit": "واحدها",
    "upstream_decision": "مصوبه‌های بالادستی",
    "upstream_link": "پیوند مصوبه‌های بالادستی",
}
"""Titles of the tables that are exported, by name: all but drafts, the search index and what SQLite keeps for itself."""

_COLUMNS: Final[Mapping[str, str]] = {
    "batch": "شمارهٔ دسته‌ای که با هم ثبت شد",
    "committee_id": "کمیته",
    "content": "بایت‌های تصویر PNG (پایهٔ ۶۴)",
    "copies": "شمار نسخه‌ها",
    "deadline_base": "مبنای مهلت",
    "deadline_count": "مدت مهلت",
    "deadline_day": "روز مهلت",
    "deadline_kind": "نوع مهلت",
    "deadline_unit": "یکای مهلت",
    "estimated": "برآورد است و هنوز رسمی نیست",
    "executor_key": "کلید ترتیب مجری",
    "facts": "جزئیات (JSON)",
    "facts_version": "نسخهٔ شیوهٔ محاسبه",
    "format": "شیوهٔ نوشتن پیش از کدگذاری",
    "granted_by_meeting_id": "جلسه‌ای که مهلت داد",
    "hash": "کد",
    "height": "بلندی به پیکسل",
    "id": "شناسهٔ ردیف",
    "invitee": "دعوت‌شده",
    "last_act": "آخرین کاری که می‌پوشاند",
    "link": "حلقهٔ زنجیره",
    "memorandum_id": "تفاهم‌نامه",
    "name_key": "کلید ترتیب نام",
    "other_id": "مصوبهٔ دیگر",
    "path": "جای فایل برگه",
    "previous": "کد حلقهٔ پیشین",
    "print_setup": "تنظیم چاپ (JSON)",
    "quorum_denominator": "مخرج کسر حد نصاب",
    "quorum_numerator": "صورت کسر حد نصاب",
    "quorum_video_counts": "حاضر با ویدئو در حد نصاب شمرده می‌شود",
    "record_id": "شناسهٔ ردیف سند",
    "record_uid": "شناسهٔ یکتای سند",
    "sent_on": "روز ارسال",
    "seq": "شمارهٔ ترتیب",
    "sequence": "جایگاه در تاریخچه",
    "session_began_at": "ساعت آغاز جلسه",
    "session_chair": "رئیس جلسه",
    "session_ended_at": "ساعت پایان جلسه",
    "session_place": "محل جلسه",
    "session_secretary": "دبیر جلسه",
    "sha256": "کد محتوای فایل",
    "signer_id": "امضاکننده",
    "snapshot": "متن نهایی یخ‌زده (JSON)",
    "source": "وضعیت پیش از تغییر",
    "state_place": "جایگاه وضعیت در ترتیب",
    "struck": "باطل شده است",
    "subject_id": "شناسهٔ ردیف سند",
    "subject_uid": "شناسهٔ یکتای سند",
    "target": "وضعیت پس از تغییر",
    "task_id": "وظیفه",
    "title_key": "کلید ترتیب عنوان",
    "type": "نوع فایل",
    "uid": "شناسهٔ یکتا",
    "undoes_id": "ردیفی که پس می‌گیرد",
    "waits": "مهلت به جلسهٔ آینده بسته است",
    "width": "پهنا به پیکسل",
}
"""Columns that no entry of the history names."""

_OF_TABLES: Final[Mapping[tuple[str, str], str]] = {
    ("act", "answer"): "پاسخ برنامه (JSON)",
    ("act", "kind"): "کدام کار",
    ("clause_effect", "day"): "مهلت تازه",
    ("act", "role"): "در چه نقشی",
    ("audit", "act"): "کار",
    ("audit", "subject"): "جدول سند",
    ("chain_link", "last_entry"): "آخرین رویدادی که می‌پوشاند",
    ("incoming_paper", "day"): "تاریخ نامه",
    ("record_hash", "kind"): "جدول ردیف",
    ("record_hash", "record_id"): "شناسهٔ ردیف؛ روز تعطیل با شمارهٔ روز",
    ("resolution_act", "letter_number"): "شمارهٔ نامه",
    ("resolution", "row"): "جایگاه میان مصوبه‌های جلسه",
    ("resolution_facts", "clause_id"): "بندی که متن برقرار را دارد",
    ("resolution_facts", "place"): "جایگاه در ترتیب مصوبات",
}
"""Columns that mean something else in one table."""


def column(table: str, name: str) -> str:
    """Return the meaning of a column; raises ``KeyError`` for an unknown one."""
    return _OF_TABLES.get((table, name)) or FIELDS.get(name) or _COLUMNS[name]


PICK: Final = "جای نسخهٔ خواندنی: پوشه‌ای روی این رایانه یا حافظهٔ USB"
EXPORTING: Final = "نسخهٔ خواندنی ساخته می‌شود…"
EXPORTED: Final = "نسخهٔ خواندنی ساخته شد"
INCOMPLETE: Final = "نسخهٔ خواندنی ساخته شد و کامل نیست"
GIVEN_UP: Final = "دست کشیدید؛ از نسخهٔ نیمه‌کاره چیزی نماند."
CLOSE_ASK: Final = "نسخهٔ خواندنی هنوز ساخته نشده است"
CLOSE_ASK_WHY: Final = (
    "اگر برنامه بسته شود ساختن آن رها می‌شود و چیزی از آن نمی‌ماند؛ دفتر همان است که بود. "
    "تا پایان آن بمانید، یا دست بکشید و بار دیگر از نو بسازید."
)
GO_ON: Final = "ادامهٔ ساختن"
GIVE_UP_AND_CLOSE: Final = "دست کشیدن و بستن"
ASK_TITLE: Final = "از همهٔ دفتر نسخهٔ خواندنی بدون برنامه ساخته شود؟"
GO: Final = "ساختن"
LEAVE: Final = "انصراف"

FAULTS: Final[Mapping[str, str]] = {
    "missing": "در پوشهٔ داده نیست",
    "altered": "آن نیست که افزوده شد",
    "unreadable": "خوانده نشد؛ دیسک یا اجازهٔ خواندن آن را بررسی کنید",
    "undrawn": "برگهٔ آن کشیده نشد، چون متن، قلم، نشان یا پیوست آن دیگر همان نیست",
}
LISTS: Final[Mapping[str, Mapping[str, str]]] = {
    "meeting": states.MEETING,
    "meeting_kind": states.MEETING_KIND,
    "minutes": states.MINUTES,
    "class": CLASSIFICATIONS,
    "kind": KINDS,
    "fault": FAULTS,
    "mark": {"struck": letters.STRUCK, "removed": "برداشته"},
}
"""Words of the stored values that the page of a copy shows."""


def folder_name(day: str) -> str:
    """Return the name of the new folder for the export."""
    return f"نسخهٔ خواندنی دبیرخانه {day.replace('/', '-')}"


def asked(folder: str) -> str:
    """Return the warning before an export: everyone with the folder can read it."""
    return (
        f"در «{left_to_right(folder)}» پوشه‌ای با همهٔ جدول‌ها، برگه‌ها و پیوست‌ها ساخته می‌شود که در هر مرورگری باز می‌شود. "
        "این پوشه رمز ندارد: هر که آن را داشته باشد همهٔ دفتر را می‌خواند."
    )


def exported(folder: str, facts: Facts, guarded: str) -> str:
    """Return what was exported: counts, size, and the confidentiality class of the folder."""
    told = (
        f"{persian(facts['tables'])} جدول با {persian(facts['rows'])} ردیف و {persian(facts['files'])} فایل در "
        f"«{left_to_right(folder)}»، {size(int(str(facts['size'])))}."
    )
    if not guarded:
        return told
    return (
        f"{told} این پوشه رمز ندارد و بالاترین طبقه‌بندی آن «{guarded}» است؛ "
        "آن را چون نامه‌ای با همین طبقه‌بندی نگه دارید."
    )


def wrong_file(named: str, fault: str) -> str:
    """Return the line about a file that is missing or altered in the export."""
    return f"{apart(named)}: {FAULTS[fault]}"


def in_page(count: int) -> str:
    """Return where the incomplete files are listed."""
    return (
        f"نام هر {persian(count)} فایل در index.html آمده است؛ آن‌ها را از پشتیبان بازگردانید و نسخه را دوباره بسازید."
    )


def class_word(key: str) -> str:
    """Return the word of a confidentiality class; empty for the usual one."""
    return CLASSIFICATIONS[key] if key else ""


REFUSALS: Final[Table] = {
    "archive_taken": lambda facts: (
        f"«{left_to_right(facts['folder'])}» از پیش هست و روی آن نوشته نمی‌شود. نام پوشه‌ای را بدهید که هنوز نیست."
    ),
    "archive_inside": lambda facts: f"«{left_to_right(facts['folder'])}» در پوشهٔ داده است. جایی بیرون از آن برگزینید.",
    "archive_no_parent": lambda facts: (
        f"پوشهٔ «{left_to_right(facts['folder'])}» در دسترس نیست. حافظه را وصل کنید یا جای دیگری بدهید."
    ),
    "archive_too_deep": lambda facts: (
        f"نشانی «{left_to_right(facts['folder'])}» برای ویندوز بلند است: نسخهٔ خواندنی پوشه‌ای می‌خواهد "
        f"که نشانی‌اش از {persian(facts['longest'])} نویسه بیشتر نباشد. جایی بالاتر یا با نام کوتاه‌تر بدهید."
    ),
    "archive_full": lambda facts: (
        f"دیسک «{left_to_right(facts['folder'])}» پر شد و از نسخهٔ نیمه‌کاره چیزی نماند. جا باز کنید و دوباره بسازید."
    ),
    "archive_unwritable": lambda facts: (
        f"در «{left_to_right(facts['folder'])}» نمی‌توان نوشت. قفل حافظه یا اجازهٔ نوشتن در پوشه را بررسی کنید، یا جای دیگری بدهید."
    ),
    "archive_failed": lambda facts: (
        f"نسخهٔ خواندنی در «{left_to_right(facts['folder'])}» ساخته نشد ({facts['why']}). جای دیگری بدهید و دوباره بکوشید."
    ),
    "archive_unfounded": lambda _facts: (
        "هنوز کمیته‌ای بنیان نشده است و چیزی برای خواندن نیست. نخست راه‌اندازی را به پایان برسانید."
    ),
    "archive_incomplete": lambda facts: (
        f"نسخهٔ خواندنی در «{left_to_right(facts['folder'])}» ساخته شد، ولی {persian(facts['count'])} فایل کامل نیست؛ نامشان در "
        "بالا و در index.html آمده است. آن‌ها را از پشتیبان بازگردانید و نسخه را دوباره بسازید."
    ),
}
