"""Texts of the members page: seats and holders, units, people, forms and questions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from desktop_app.words.digits import left_to_right, persian

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
    """Return the message that a record was archived."""
    return f"«{name}» بایگانی شد. {_STAYS[kind]}"


def restored(name: str) -> str:
    """Return the message that a record was restored."""
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
    """Return what archiving keeps."""
    return f"«{name}» از فهرست‌ها و گزینه‌ها کنار می‌رود و سابقه‌اش می‌ماند. بعد هم می‌توان آن را بازگرداند."


def succeeds(name: str) -> str:
    """Return what happens to the present holder when a successor is recorded."""
    return f"عضویت {name} در روز پیش از آغاز جانشین پایان می‌یابد و سابقه‌اش در کرسی می‌ماند."


def name_and_post(name: str, post: str) -> str:
    """Return a person's name and post, to tell equal names apart."""
    return f"{name} ({post})"


MEMBERS: Final = "اعضا و واحدها"
DOT: Final = " · "
COMMA: Final = "، "
SEATS, UNITS, PEOPLE = "seats", "units", "people"
PARTS: Final[Mapping[str, str]] = {SEATS: "کرسی‌ها و نمایندگان", UNITS: "واحدها", PEOPLE: "اشخاص"}
ADD: Final[Mapping[str, str]] = {SEATS: "کرسی تازه", UNITS: "واحد تازه", PEOPLE: "شخص تازه"}
PART_SWITCH: Final = "بخش‌های این صفحه"
SEARCH_PEOPLE: Final = "جست‌وجوی شخص"
SHOW_ARCHIVED: Final = "نمایش بایگانی‌شده‌ها"
COPY_LIST: Final = "رونوشت فهرست برای اکسل"
COPIED: Final = "فهرست برای چسباندن در اکسل آماده است."
ROW_COPIED: Final = "ردیف برای چسباندن در اکسل آماده است."
SAVED: Final = "همهٔ تغییرها ذخیره شده است"
ROW_MENU: Final = "کارهای این ردیف"
PANEL: Final = "جزئیات"

ROLES: Final[Mapping[str, str]] = {
    "chair": "رئیس جلسه",
    "deputy": "جانشین",
    "secretary": "دبیر",
    "representative": "نماینده",
    "member": "عضو",
}
KINDS: Final[Mapping[str, str]] = {"unit": "واحد", "agency": "دستگاه استان"}
STATES: Final[Mapping[str, str]] = {
    "awaited": "در انتظار معرفی",
    "introduced": "معرفی‌شده",
    "active": "عضو",
    "ended": "پایان عضویت",
}
ALTERNATE: Final = "علی‌البدل"
VACANT: Final = "کرسی خالی"
ARCHIVED: Final = "بایگانی‌شده"
AGENCIES: Final = "دستگاه‌های استان (هماهنگ با استانداری)"
NO_LIAISON: Final = "بدون رابط"
NO_SEAT: Final = "بدون کرسی"
ARCHIVED_GROUP: Final = "بایگانی‌شده‌ها"

# ---- acts

EDIT: Final = "ویرایش"
NOMINATE: Final = "معرفی نماینده"
SUCCEED: Final = "جانشین تازه"
NAME_ALTERNATE: Final = "معرفی علی‌البدل"
BEGIN: Final = "آغاز عضویت"
END: Final = "پایان عضویت"
WITHDRAW: Final = "پس گرفتن معرفی"
CORRECT: Final = "اصلاح معرفی‌نامه"
ARCHIVE: Final = "بایگانی"
RESTORE: Final = "بازگرداندن"
CHILD: Final = "واحد زیرمجموعه"
SEE_TASKS: Final = "دیدن وظیفه‌ها"
UP: Final = "بالاتر"
DOWN: Final = "پایین‌تر"
SAVE: Final = "ثبت"
CANCEL: Final = "انصراف"

# ---- details

HOLDER: Final = "دارندهٔ کنونی"
SINCE: Final = "عضو از"
LETTER: Final = "معرفی‌نامه"
HISTORY: Final = "سابقهٔ کرسی"
NO_HISTORY: Final = "هنوز کسی برای این کرسی معرفی نشده است."
PERSON_SEATS: Final = "کرسی‌ها"
NO_PERSON_SEATS: Final = "این شخص تاکنون کرسی نداشته است."
POST: Final = "سمت سازمانی"
PHONE: Final = "تلفن"
HEAD: Final = "مسئول واحد"
LIAISON: Final = "رابط"
CONTACT: Final = "تماس"
SHORT_NAME: Final = "نام کوتاه"
KIND: Final = "نوع"
ABOVE: Final = "واحد بالادست"
UNKNOWN: Final = "ثبت نشده"
NOTHING_CHOSEN: Final = "ردیفی برگزیده نشده است"
NOTHING_CHOSEN_WHY: Final = "یک ردیف را برگزینید تا جزئیات و سابقهٔ آن اینجا بیاید."

# ---- empty

NO_COMMITTEE: Final = "هنوز کمیته‌ای راه‌اندازی نشده است"
FOUND: Final = "راه‌اندازی کمیته"
NO_COMMITTEE_WHY: Final = "نخست تفاهم‌نامه و دو طرف آن را ثبت کنید؛ سپس کرسی‌ها و واحدها اینجا می‌آیند."
NO_SEATS: Final = "این طرف هنوز کرسی ندارد."
ADD_SEAT: Final = "نخستین کرسی را بیفزایید."
NO_UNITS: Final = "این طرف هنوز واحدی ندارد."
ADD_UNIT: Final = "نخستین واحد را بیفزایید."
NO_AGENCIES: Final = "هنوز دستگاهی از استان ثبت نشده است."
NO_PEOPLE: Final = "هنوز شخصی ثبت نشده است. نماینده‌ها و علی‌البدل‌ها از این فهرست برگزیده می‌شوند."
COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    SEATS: ("طرف", "کرسی", "نقش", "نماینده", "علی‌البدل", "معرفی‌نامه", "تاریخ معرفی‌نامه", "عضو از"),
    UNITS: ("طرف", "نوع", "واحد", "واحد بالادست"),
    PEOPLE: ("نام", "سمت سازمانی", "کرسی", "طرف", PHONE),
}


def no_seats(*, may_add: bool) -> str:
    """Return the text shown instead of a party's seats, with the next step."""
    return f"{NO_SEATS} {ADD_SEAT}" if may_add else NO_SEATS


def no_units(*, may_add: bool) -> str:
    """Return the text shown instead of a party's units, with the next step."""
    return f"{NO_UNITS} {ADD_UNIT}" if may_add else NO_UNITS


def vacancies(count: int) -> str:
    """Return how many seats are vacant."""
    return f"{persian(count)} کرسی خالی است"


def seats(count: int) -> str:
    """Return the number of seats as text."""
    return f"{persian(count)} کرسی"


def units(count: int) -> str:
    """Return the number of units as text."""
    return f"{persian(count)} واحد"


def agencies(count: int) -> str:
    """Return the number of provincial agencies as text."""
    return f"{persian(count)} دستگاه"


def people(count: int) -> str:
    """Return the number of people as text."""
    return f"{persian(count)} شخص"


def without_liaison(count: int) -> str:
    """Return how many units have no liaison."""
    return f"{persian(count)} واحد رابط ندارد"


def letter(number: str, day: str) -> str:
    """Return «معرفی‌نامهٔ ۲۱۷/ص مورخ ۱۴۰۱/۰۸/۲۴»."""
    head = f"معرفی‌نامهٔ {number}" if number else "معرفی‌نامه"
    return f"{head} مورخ {day}" if day else head


def span(from_day: str, to_day: str) -> str:
    """Return the period of a membership."""
    if not from_day:
        return "عضویت آغاز نشده است"
    return f"از {from_day} تا {to_day}" if to_day else f"از {from_day}"


def since(day: str) -> str:
    """Return «از ۲۴ آبان ۱۴۰۱»."""
    return f"از {day}"


def alternate(name: str) -> str:
    """Return «علی‌البدل: کیوان تنکابنی»."""
    return f"{ALTERNATE}: {name}"


def expected(name: str, from_day: str) -> str:
    """Return the name of a future member, with the first day if known."""
    return f"{name} از {from_day} می‌آید" if from_day else f"{name} معرفی شده است"


def expected_state(from_day: str) -> str:
    """Return the state of a future membership."""
    return f"عضو از {from_day}"


def head(name: str) -> str:
    """Return the head of a unit."""
    return f"{HEAD}: {name}"


def liaison(name: str) -> str:
    """Return the liaison of a unit."""
    return f"{LIAISON}: {name}"


def seat_of(title: str, party: str) -> str:
    """Return «نماینده، مرکز ملی»."""
    return f"{title}، {party}"


_NUMBER: Final = re.compile(r"[+(]?\d(?:[ ()+./-]*\d)*\)?")


def phone(number: str) -> str:
    """Return a phone number left to right; one with a word («داخلی ۴») stays right to left."""
    return _NUMBER.sub(lambda found: left_to_right(found.group()), number)


def open_tasks(count: int) -> str:
    """Return how many open tasks a unit has."""
    return f"{persian(count)} وظیفهٔ باز" if count else "وظیفهٔ باز ندارد"


# ---- the three-week clock

CLOCK_UNKNOWN: Final = "تاریخ امضای تفاهم‌نامه ثبت نشده است و مهلت معرفی شمرده نمی‌شود"


def named_in_time(day: str, due: str) -> str:
    """Return that the party named its representative within three weeks."""
    return f"معرفی در {day}، در مهلت (تا {due})"


def named_after_others(day: str) -> str:
    """Return when the representative was named; the first letter is from before the records."""
    return f"معرفی در {day}؛ معرفی نخست پیش از ثبت است"


def named_late(day: str, due: str, days: int) -> str:
    """Return that the first letter was late, and by how many days."""
    return f"معرفی در {day}، {persian(days)} روز پس از مهلت ({due})"


def not_named_late(due: str, days: int) -> str:
    """Return that nobody is named and the three weeks are over."""
    return f"هنوز معرفی نشده است؛ مهلت {due} بود و {persian(days)} روز گذشته است"


def reminded(day: str, row: str) -> str:
    """Return the letter that last reminded the party."""
    return f"یادآوری شد: {day}، صادرهٔ {row}"


def not_named_yet(due: str, days: int) -> str:
    """Return that nobody is named yet."""
    left = f"{persian(days)} روز مانده است" if days else "امروز واپسین روز است"
    return f"هنوز معرفی نشده است؛ مهلت {due}، {left}"


def nobody_found(query: str) -> str:
    """Return that the search found no person, and what to do."""
    return f"شخصی با «{query}» پیدا نشد. املای دیگری بنویسید یا جست‌وجو را پاک کنید."
