"""Words of the forms, questions and answers on the page of members."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# ---- forms

TITLE_FIELD: Final = "عنوان کرسی"
ROLE_FIELD: Final = "نقش در جلسه"
NAME_FIELD: Final = "نام و نام خانوادگی"
UNIT_FIELD: Final = "نام واحد"
PARTY_FIELD: Final = "طرف"
PERSON_FIELD: Final = "شخص"
NEWCOMER_HINT: Final = "این نام در فهرست نیست؛ شخص تازه‌ای افزوده می‌شود."
PERSON_HINT: Final = "نامی را از فهرست برگزینید یا نام شخص تازه را بنویسید."
NEWCOMER_POST: Final = "سمت سازمانی شخص تازه"
LETTER_NUMBER: Final = "شمارهٔ معرفی‌نامه"
LETTER_DAY: Final = "تاریخ معرفی‌نامه"
FROM_DAY: Final = "عضو از روز"
FROM_HINT: Final = "اگر خالی بماند، شخص «معرفی‌شده» است و عضویتش آغاز نشده."
TO_DAY: Final = "تا روز"
LAST_DAY: Final = "واپسین روز عضویت"
REASON: Final = "دلیل"
CONTACT_HINT: Final = "تلفن، نمابر یا رایانامه"
TOP_OF_TREE: Final = "خالی یعنی واحدی بالاتر از آن نیست."
FORM_TITLES: Final[Mapping[str, str]] = {
    "seat_new": "کرسی تازه",
    "seat": "ویرایش کرسی",
    "person_new": "شخص تازه",
    "person": "ویرایش شخص",
    "unit_new": "واحد تازه",
    "unit": "ویرایش واحد",
    "nominate": "معرفی نماینده",
    "succeed": "جانشین تازه",
    "alternate": "معرفی علی‌البدل",
    "begin": "آغاز عضویت",
    "end": "پایان عضویت",
    "letter": "اصلاح معرفی‌نامه",
}
DAY_MISSING: Final = "روز آن نوشته نشده است. تاریخ را بنویسید."
NOT_SAVED: Final = "نوشته‌های این فرم هنوز ذخیره نشده است"
LEAVE_ASK: Final = "نوشته‌های این فرم ذخیره نشده است"
LEAVE_TEXT: Final = "اگر از فرم بیرون بروید، آنچه نوشته‌اید از میان می‌رود."
STAY: Final = "ادامهٔ ویرایش"
LEAVE: Final = "بیرون رفتن بدون ذخیره"

# ---- asked and told

_STAYS: Final[Mapping[str, str]] = {
    "seat": "سابقهٔ آن می‌ماند.",
    "unit": "در سابقهٔ مصوبه‌ها می‌ماند.",
    "person": "در سابقه‌ها می‌ماند.",
}


def archived(kind: str, name: str) -> str:
    """Which record was put aside: beside it the next one shows already."""
    return f"«{name}» بایگانی شد. {_STAYS[kind]}"


def restored(name: str) -> str:
    """Which record was brought back."""
    return f"«{name}» بازگردانده شد."


MOVED_TOLD: Final = "ترتیب تازه ثبت شد و در حضور و امضا همین است."
MOVED_UNIT_TOLD: Final = "ترتیب تازهٔ واحدها ثبت شد."
DONE_TOLD: Final[Mapping[str, str]] = {
    "seat": "کرسی ثبت شد.",
    "unit": "واحد ثبت شد.",
    "person": "شخص ثبت شد.",
    "nominate": "معرفی ثبت شد.",
    "begin": "عضویت آغاز شد.",
    "end": "پایان عضویت ثبت شد و سابقهٔ کرسی ماند.",
    "letter": "اصلاح ثبت شد.",
}
ARCHIVE_ASK: Final[Mapping[str, str]] = {
    "seat": "این کرسی بایگانی شود؟",
    "unit": "این واحد بایگانی شود؟",
    "person": "این شخص بایگانی شود؟",
}


def archive_text(name: str) -> str:
    """What archiving keeps."""
    return f"«{name}» از فهرست‌ها و گزینه‌ها کنار می‌رود و سابقه‌اش می‌ماند. بعد هم می‌توان آن را بازگرداند."


def succeeds(name: str) -> str:
    """What a successor does to the holder so far."""
    return f"عضویت {name} در روز پیش از آغاز جانشین پایان می‌یابد و سابقه‌اش در کرسی می‌ماند."


def name_and_post(name: str, post: str) -> str:
    """One of two people of the same name."""
    return f"{name} ({post})"
