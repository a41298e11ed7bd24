"""Texts about clauses: kind, executor, deadline, adoption, and citing a decision of a higher body.

The citation is the one of the paper and of the inspector.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.words.digits import filled, persian, right_to_left_code


def citation(*, title: str, body: str, session: str, session_day: str, number: str, notified: str, clause: str) -> str:
    """Return «مصوبهٔ جلسهٔ ۶۶ شورای عالی … مورخ …، «عنوان»، ابلاغی شمارهٔ … مورخ …»; days stay as written."""
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
    """Return the pill text of a clause with its own confidentiality class."""
    return f"{kind} – {classification}"


def resolution_kind(kind: str) -> str:
    """Return the pill text of a resolution that is no plain decision."""
    return f"{RESOLUTION} – {kind}"


def resolution_name(number: str) -> str:
    """Return the name of a resolution that keeps its number from an earlier version."""
    return f"مصوبهٔ {number}"


def resolution_row(row: int) -> str:
    """Return the name of a resolution by its position in the minutes."""
    return f"مصوبهٔ {persian(row)}"


def clause_spoken(place: int, kind: str, text: str) -> str:
    """Return the spoken text of a clause."""
    return f"ردیف {persian(place)}، {kind}: {text}"


def clause_line(number: str, text: str) -> str:
    """Return a resolution in one line."""
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
    """Return an axis by its code."""
    return f"م{right_to_left_code(persian(code))}" if code else ""


def axis_option(code: str, name: str) -> str:
    """Return the option text of an axis."""
    return f"{axis_code(code)} – {name}"


def person_option(name: str, post: str) -> str:
    """Return the option text of a person."""
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
    """Return one of several names for a text that is read aloud."""
    return name if last else f"{name}،"
