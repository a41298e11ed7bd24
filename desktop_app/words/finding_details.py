"""Texts for the details of a finding: the field, the missing acts."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Final

from desktop_app.words.acts import act_word
from desktop_app.words.archive_export import column
from desktop_app.words.digits import left_to_right, persian
from desktop_app.words.fields import FIELDS
from desktop_app.words.recovery import KINDS

FINDINGS: Final = {
    "damaged": "پایگاه داده آسیب دیده است",
    "reference": "ردیفی به ردیفی اشاره می‌کند که نیست",
    "schema": "ساختار پایگاه داده دست خورده است",
    "value": "مقداری در ردیفی هست که قاعدهٔ آن نمی‌پذیرد",
    "unreadable": "این بخش از داده‌ها خوانده نمی‌شود",
    "resolution_without_clause": "مصوبه‌ای در هیچ صورت‌جلسه‌ای نیست",
    "resolution_of_other_meeting": "مصوبه‌ای به جلسهٔ دیگری بسته شده است",
    "clause_without_resolution": "بندی مصوبه نام دارد و شناسنامهٔ مصوبه ندارد",
    "resolution_without_number": "مصوبه‌ای نهایی شده و شماره ندارد",
    "task_missing": "واحدی مصوبه دارد و وظیفه ندارد",
    "task_without_number": "وظیفه‌ای به مصوبهٔ بدون شماره بسته شده است",
    "draft_with_acts": "جلسه‌ای پیش‌نویس است، با آنکه زمان‌بندی آن ثبت شده بود",
    "hash_differs": "متن نهایی صورت‌جلسه یا متن نامهٔ فرستاده‌شده با کد آن یکی نیست",
    "row_differs": "ردیفی آن نیست که برنامه نوشته است",
    "row_missing": "ردیفی که نوشته شده بود دیگر نیست",
    "row_unknown": "ردیفی هست که با هیچ کاری نوشته نشده است",
    "file_missing": "فایلی در پوشهٔ داده نیست",
    "file_altered": "فایلی آن نیست که نگه داشته شد",
    "chain_broken": "زنجیرهٔ رویدادها با آنچه در بر دارد نمی‌خواند",
    "chain_cut": "آخرین ردیف‌های دفتری که تنها افزوده می‌شود نیست",
    "outside_chain": "رویدادی بیرون از زنجیره هست",
    "state_without_act": "حالت صورت‌جلسه بی کار ثبت‌شده یا بی امضای کامل است",
    "paper_unknown": (
        "کد این برگه نه از متنی نهایی است و نه از زنجیرهٔ رویدادها: یا حرفی از آن نادرست خوانده شده است "
        f"(اگر تنها یک حرف باشد، «{left_to_right('verify-paper')}» کد درست را پیشنهاد می‌کند)، یا پس از چاپ آن چیزی عوض یا بریده شده است"
    ),
    "backup_ahead": "پشتیبان کنار داده‌ها از خود داده‌ها تازه‌تر یا از کمیتهٔ دیگری است",
    "search_stale": "جست‌وجو بعضی ردیف‌ها را نمی‌بیند",
    "facts_stale": "فهرست‌ها این مصوبه را نادرست نشان می‌دهند",
}

OTHERS: Final[Mapping[str, str]] = {
    "paper": "برگه",
    "chain_link": "زنجیرهٔ رویدادها",
    "record_hash": "کد ردیف‌ها",
    "resolution_facts": "نمایهٔ مصوبه‌ها",
    "search_text": "نمایهٔ جست‌وجو",
    "chain": "زنجیرهٔ رویدادها",
    "files": "فایل‌های پیوست",
    "frozen": "متن‌های نهایی",
    "letters": "نامه‌های فرستاده‌شده",
    "lists": "نمایهٔ مصوبه‌ها",
    "papers": "کد برگه‌ها",
    "references": "پیوندهای میان ردیف‌ها",
    "rows": "ردیف‌ها",
    "search": "نمایهٔ جست‌وجو",
    "states": "وضعیت صورت‌جلسه‌ها",
    "values": "مقدارها",
}
"""What else a finding is about: a table, or the step of the check that could not be ended."""
_COVERED: Final = re.compile(r"(?:after (\d+): )?audit (\d+)-(\d+)")
_SIGNATURES: Final = re.compile(r"signatures (\d+)/(\d+)")


def detail_text(kind: str, subject: str, detail: str) -> str:
    """Return the text of a detail, or the detail itself if it is no known word."""
    tell = _BY_KIND.get(kind)
    return detail if tell is None else tell(subject, detail)


def numbered(subject: str, number: int) -> str:
    """Return a record by its database number."""
    return f"{kind_of(subject)}، شناسهٔ {persian(number)}"


def kind_of(subject: str) -> str:
    """Return what a finding is about."""
    return KINDS.get(subject) or OTHERS.get(subject, subject)


def _field(subject: str, name: str) -> str:
    own = name.removesuffix("_json").removesuffix("_list")
    if own in FIELDS:
        return FIELDS[own]
    with suppress(KeyError):
        return column(subject, own)
    # a rule over several fields
    return own


def _acts(_subject: str, detail: str) -> str:
    return "، ".join(_missing(one) for one in detail.split(", "))


def _missing(one: str) -> str:
    signatures = _SIGNATURES.fullmatch(one)
    if signatures is not None:
        return f"{persian(signatures[1])} امضا از {persian(signatures[2])}"
    return f"{act_word(one)} ثبت نشده است"


def _covered(_subject: str, detail: str) -> str:
    found = _COVERED.fullmatch(detail)
    if found is None:
        return detail
    after = f"پس از {persian(found[1])}، " if found[1] else ""
    return f"{after}رویداد {persian(found[2])} تا {persian(found[3])}"


def _id_of(kind: str) -> Callable[[str, str], str]:
    return lambda _subject, detail: numbered(kind, int(detail)) if detail.isdecimal() else detail


_BY_KIND: Final[Mapping[str, Callable[[str, str], str]]] = {
    "state_without_act": _acts,
    "value": _field,
    "reference": lambda _subject, detail: kind_of(detail),
    "chain_broken": _covered,
    "paper_unknown": lambda _subject, detail: left_to_right(detail),
    "resolution_of_other_meeting": _id_of("meeting"),
    "task_missing": _id_of("unit"),
    "task_without_number": _id_of("resolution"),
}
