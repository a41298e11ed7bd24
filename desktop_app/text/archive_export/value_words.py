"""Words of records and of stored values, as the page of an archive export and its schema call them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.text.history import acts, fields
from desktop_app.text.history.acts import ACTS, KINDS
from desktop_app.text.rules.states import TASK
from desktop_app.text.shared import states
from desktop_app.text.shared.digits import persian

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
