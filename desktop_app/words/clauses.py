"""Sentences about clauses: kind, executor, deadline, adoption, and the citation of a body above the committee.

The citation is the one of the paper and of the inspector.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.words.digits import filled, persian, right_to_left_code


def citation(*, title: str, body: str, session: str, session_day: str, number: str, notified: str, clause: str) -> str:
    """«مصوبهٔ جلسهٔ ۶۶ شورای عالی … مورخ …، «عنوان»، ابلاغی شمارهٔ … مورخ …»; days come as written."""
    parts = [" ".join(filled(_decision(clause, session), body, _dated(session_day))), f"«{title}»"]
    if number:
        parts.append(f"ابلاغی شمارهٔ {number} {_dated(notified)}".rstrip())
    return "، ".join(parts)


def _decision(clause: str, session: str) -> str:
    first = clause or "مصوبهٔ"
    if not session:
        return first
    return f"{first} جلسهٔ {persian(session)}"


def _dated(day: str) -> str:
    return f"مورخ {day}" if day else ""


KINDS: Final[Mapping[str, str]] = {
    "decision": "تصمیم",
    "policy": "سیاست",
    "referral": "ارجاع",
    "advice": "توصیه",
}
ADOPTIONS: Final[Mapping[str, str]] = {
    "unanimous": "اتفاق آرا",
    "majority": "اکثریت آرا",
    "with_reservation": "با ملاحظه",
}
CLASSES: Final[Mapping[str, str]] = {
    "minutes": "مانند صورت‌جلسه",
    "confidential": "محرمانه",
    "secret": "خیلی محرمانه",
}
NOTE: Final = "بند"
RESOLUTION: Final = "مصوبه"


def guarded_kind(kind: str, classification: str) -> str:
    """The pill of a clause with a class of its own."""
    return f"{kind} – {classification}"


def resolution_kind(kind: str) -> str:
    """The pill of a resolution that is no plain decision."""
    return f"{RESOLUTION} – {kind}"


def resolution_name(number: str) -> str:
    """A resolution that keeps the number of an earlier version."""
    return f"مصوبهٔ {number}"


def resolution_row(row: int) -> str:
    """A resolution by its place in the minutes."""
    return f"مصوبهٔ {persian(row)}"


def clause_spoken(place: int, kind: str, text: str) -> str:
    """A clause as it is heard."""
    return f"ردیف {persian(place)}، {kind}: {text}"


def clause_line(number: str, text: str) -> str:
    """A resolution in one line."""
    return f"{RESOLUTION} {number}: {text}" if number else f"{RESOLUTION}: {text}"


CLAUSE_MENU: Final = "فرمان‌های این بند"
TURN_TO_NOTE: Final = "تبدیل به بند"
TURN_TO_RESOLUTION: Final = "تبدیل به مصوبه"
MOVE_UP: Final = "بالاتر"
MOVE_DOWN: Final = "پایین‌تر"
MOVE_TO: Final = "بردن به بند دیگر"
DELETE: Final = "برداشتن از متن"
FACT_AXIS: Final = "محور"
FACT_EXECUTOR: Final = "مجری"
FACT_COOPERATING: Final = "همکار"
FACT_OWNER: Final = "پیگیری"
FACT_DEADLINE: Final = "مهلت"
MISSING: Final = "نوشته نشده"
ALL_UNITS: Final = "همهٔ واحدها"


def axis_code(code: str) -> str:
    """An axis by its code."""
    return f"م{right_to_left_code(persian(code))}" if code else ""


def axis_option(code: str, name: str) -> str:
    """An axis in a list."""
    return f"{axis_code(code)} – {name}"


def person_option(name: str, post: str) -> str:
    """A person in a list."""
    return f"{name}، {post}" if post else name


NUMBER_LATER: Final = "شماره هنگام نهایی‌سازی"
PLAIN_CLAUSE: Final = "بند صورت‌جلسه"
PLAIN_CLAUSE_NOTE: Final = "این بند فقط در متن می‌آید: شماره، مجری و مهلت ندارد."
NOTHING_CHOSEN: Final = "بندی برگزیده نشده است"
NOTHING_CHOSEN_NOTE: Final = "بندی را در متن برگزینید تا مشخصات آن اینجا بیاید، یا با Ctrl+Enter بند تازه بنویسید."
NOTHING_CHOSEN_FROZEN: Final = "بندی را در متن برگزینید تا مشخصات آن اینجا بیاید."
NO_RESOLUTIONS: Final = "این جلسه حد نصاب نداشت؛ مصوبه‌ای در آن ثبت نمی‌شود."
VOTES_NOT_NUMBER: Final = "شمار رأی‌ها را با رقم بنویسید."


def listed(name: str, *, last: bool) -> str:
    """One of several names that are read one after the other."""
    return name if last else f"{name}،"
