"""Sentences about archive exports: the window, the command line and refusals; and what records and values are called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.text.history import acts, fields
from desktop_app.text.history.acts import ACTS, KINDS
from desktop_app.text.minutes.minutes import CLASSIFICATIONS
from desktop_app.text.office.backups import size
from desktop_app.text.rules.states import TASK
from desktop_app.text.shared import states
from desktop_app.text.shared.digits import persian
from desktop_app.text.shared.isolates import apart, left_to_right
from desktop_app.text.shared.tables import Facts, Table

PICK: Final = "جای بایگانی: پوشه‌ای روی این رایانه یا حافظهٔ USB"
EXPORTING: Final = "بایگانی ساخته می‌شود…"
EXPORTED: Final = "بایگانی ساخته و خوانده شد"
INCOMPLETE: Final = "بایگانی ساخته شد و کامل نیست"
GIVEN_UP: Final = "دست کشیدید؛ از بایگانی نیمه‌کاره چیزی نماند."
ASK_TITLE: Final = "از همهٔ دفتر بایگانی ساخته شود؟"
GO: Final = "ساختن بایگانی"
LEAVE: Final = "انصراف"


def folder_name(day: str) -> str:
    """The name of the folder that the window makes in the one that was chosen."""
    return f"بایگانی دبیرخانه {day.replace('/', '-')}"


def asked(folder: str) -> str:
    """What is asked before the window exports: whatever is in the folder is open to who has it."""
    return (
        f"در «{left_to_right(folder)}» پوشه‌ای با همهٔ جدول‌ها، برگه‌ها و پیوست‌ها ساخته می‌شود که در هر مرورگری باز می‌شود. "
        "این پوشه رمز ندارد: هر که آن را داشته باشد همهٔ دفتر را می‌خواند."
    )


def _guarded(word: str) -> str:
    return f"این پوشه رمز ندارد و بالاترین طبقه‌بندی آن «{word}» است؛ آن را چون نامه‌ای با همین طبقه‌بندی نگه دارید."


def exported(folder: str, facts: Facts, guarded: str) -> str:
    """What was exported: counts, size, and the class that the folder has to be kept by."""
    told = (
        f"{persian(facts['tables'])} جدول با {persian(facts['rows'])} ردیف و {persian(facts['files'])} فایل در "
        f"«{left_to_right(folder)}»، {size(int(str(facts['size'])))}."
    )
    return f"{told} {_guarded(guarded)}" if guarded else told


FAULTS: Final[Mapping[str, str]] = {
    "missing": "در پوشهٔ داده نیست",
    "altered": "آن نیست که افزوده شد",
}


def wrong_file(named: str, fault: str) -> str:
    """One file that is not in the export as the records know it."""
    return f"{apart(named)}: {FAULTS[fault]}"


def in_page(count: int) -> str:
    """Where all the files that are not complete are named."""
    return f"نام هر {persian(count)} فایل در صفحهٔ بایگانی آمده است؛ آن‌ها را از پشتیبان بازگردانید و بایگانی را دوباره بسازید."


REFUSALS: Final[Table] = {
    "archive_taken": lambda facts: (
        f"«{left_to_right(facts['folder'])}» خالی نیست و بایگانی روی آن نوشته نمی‌شود. نام پوشه‌ای را بدهید که هنوز نیست."
    ),
    "archive_inside": lambda facts: (
        f"«{left_to_right(facts['folder'])}» در پوشهٔ داده است یا آن را در بر دارد. جایی بیرون از آن برگزینید."
    ),
    "archive_no_parent": lambda facts: (
        f"پوشهٔ «{left_to_right(facts['folder'])}» در دسترس نیست. حافظه را وصل کنید یا جای دیگری بدهید."
    ),
    "archive_root": lambda facts: (
        f"«{left_to_right(facts['folder'])}» ریشهٔ یک دیسک است. نام پوشه‌ای تازه در آن را بدهید."
    ),
    "archive_part_taken": lambda facts: (
        f"«{left_to_right(facts['folder'])}» از پیش هست و از این برنامه نیست. آن را جابه‌جا کنید یا نام دیگری بدهید."
    ),
    "archive_in_use": lambda facts: (
        f"بایگانی دیگری هم‌اکنون در «{left_to_right(facts['folder'])}» ساخته می‌شود. تا پایان آن بمانید یا جای دیگری بدهید."
    ),
    "archive_no_room": lambda facts: (
        f"در «{left_to_right(facts['folder'])}» جا نیست: {size(int(str(facts['needed'])))} می‌خواهد و "
        f"{size(int(str(facts['free'])))} هست. جا باز کنید یا جای دیگری بدهید."
    ),
    "archive_full": lambda facts: (
        f"دیسک «{left_to_right(facts['folder'])}» پر شد و از بایگانی چیزی نماند. جا باز کنید و دوباره بسازید."
    ),
    "archive_failed": lambda facts: (
        f"بایگانی در «{left_to_right(facts['folder'])}» ساخته نشد ({facts['why']}). جای دیگری بدهید و دوباره بکوشید."
    ),
    "archive_unfounded": lambda _facts: (
        "هنوز کمیته‌ای بنیان نشده است و چیزی برای بایگانی نیست. نخست راه‌اندازی را به پایان برسانید."
    ),
    "archive_incomplete": lambda facts: (
        f"بایگانی در «{left_to_right(facts['folder'])}» ساخته شد، ولی {persian(facts['count'])} فایل کامل نیست؛ نامشان در بالا "
        "و در صفحهٔ بایگانی آمده است. آن‌ها را از پشتیبان بازگردانید و بایگانی را دوباره بسازید."
    ),
}


_ONE: Final[Mapping[str, str]] = {
    **KINDS,
    "act": "کار",
    "audit": "رویداد",
    "clause_unit": "واحد همکار",
    "deadline_event": "مهلت",
    "file": "فایل",
    "holiday": "تعطیل رسمی",
    "incoming_paper": "نامهٔ وارده",
    "meeting_act": "تغییر وضعیت جلسه",
    "minutes_act": "رویداد صورت‌جلسه",
    "month_act": "عذر ماه",
    "outgoing_paper": "نامهٔ صادره",
    "paper_link": "پیوند نامه",
    "printing": "چاپ برای امضا",
    "request": "درخواست",
    "resolution_act": "کار دربارهٔ مصوبه",
    "resolution_facts": "وضعیت مصوبه",
    "signature": "امضا",
    "task_act": "خبر وظیفه",
}


def one(table: str) -> str:
    """What one row of a table is called."""
    return _ONE.get(table, table)


def title(table: str, name: str, number: int, owner: str) -> str:
    """How a record is called, by its own name or number and by what it belongs to."""
    if table == "meeting":
        return acts.meeting(number)
    if table == "minutes_version":
        return acts.minutes(owner, number)
    if table == "resolution":
        return acts.resolution(name, owner)
    own = name or f"{one(table)} {persian(number)}"
    return acts.part_of(own, owner) if owner else own


_ACT_KINDS: Final = frozenset({"meeting_act", "minutes_act", "month_act", "resolution_act"})
_STATES: Final[Mapping[str, Mapping[str, str]]] = {"meeting_act": states.MEETING, "task_act": TASK}
_MORE: Final[Mapping[tuple[str, str], Mapping[str, str]]] = {
    ("act", "role"): {"operator": "کارشناس دبیرخانه", "program": "برنامه"},
    ("resolution_facts", "state"): states.RESOLUTION,
    ("resolution_facts", "kind"): fields.WORDS["clause", "kind"],
    ("request", "kind"): {
        "extension": "تمدید مهلت",
        "proposal": "پیشنهاد",
        "agreement": "توافق میان دو جلسه",
        "circulation": "مصوبهٔ گردشی",
    },
    ("request", "state"): {
        "open": "باز",
        "tabled": "در دستور جلسه",
        "accepted": "پذیرفته",
        "refused": "نپذیرفته",
        "withdrawn": "پس‌گرفته",
    },
    ("audit", "act"): ACTS,
    ("audit", "subject"): KINDS,
    ("record_hash", "kind"): KINDS,
}


def class_word(key: str) -> str:
    """The word of a class of papers; empty for the usual one."""
    return CLASSIFICATIONS[key] if key else ""


def field_word(name: str) -> str:
    """The word of a field in an entry of the history."""
    return fields.field_word(name)


def value_word(table: str, column: str, value: str) -> str:
    """The Persian word of a stored word; one that nobody knows says itself."""
    if table in _ACT_KINDS and column == "kind":
        return _MORE.get((table, column), {}).get(value) or acts.act_word(value)
    if column in ("source", "target"):
        return _STATES.get(table, {}).get(value, value)
    if column.startswith("deadline_"):
        column = column.replace("_", ".", 1)
    found = _MORE.get((table, column)) or fields.WORDS.get((table, column)) or fields.EVERYWHERE.get(column) or {}
    return found.get(value, value)
