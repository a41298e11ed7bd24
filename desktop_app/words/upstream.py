"""Words of «مصوبات بالادستی»: the list of upstream decisions, the decision beside it, its forms, and what was done."""

from __future__ import annotations

from typing import Final

from desktop_app.words.digits import filled, persian
from desktop_app.words.history import quoted

TITLE: Final = "مصوبات بالادستی"
WHAT: Final = "مصوبهٔ بالادستی"
KEYS: Final = "Ctrl+Shift+U"

# ---- the list

NAME: Final = "عنوان"
BODY: Final = "نهاد تصویب‌کننده"
BODY_HINT: Final = "مانند شورای عالی فضای مجازی"
SESSION: Final = "جلسه"
NOTIFICATION: Final = "ابلاغ"
CLAUSE: Final = "بند یا ماده"
CLAUSE_HINT: Final = "مانند «مصوبهٔ ۲» یا «بند ۳»"
CITED_AS: Final = "استناد روی کاغذ"
ANSWER: Final = "پاسخ استان"
AXIS: Final = "محور"
VIEWS: Final = {"all": "همه", "unanswered": "بدون اقدام استانی", "notified": "ابلاغ‌شده"}
VIEW_EMPTY: Final = {
    "unanswered": "هر مصوبهٔ ابلاغ‌شده دست‌کم یک پاسخ استانی دارد.",
    "notified": "هنوز روز ابلاغ هیچ مصوبهٔ بالادستی ثبت نشده است.",
}
EMPTY: Final = "هنوز مصوبهٔ بالادستی ثبت نشده است"
EMPTY_WHY: Final = (
    "مصوبه‌های شورای عالی و مرکز ملی را اینجا ثبت کنید تا پیدا باشد استان به هر کدام با کدام مصوبه پاسخ داده است."
)
NO_ACTION: Final = VIEWS["unanswered"]
NOT_NOTIFIED: Final = "ابلاغ نشده"
NO_NUMBER: Final = "بی‌شماره"
NO_SESSION: Final = "ثبت نشده"


def session(number: str) -> str:
    """«جلسهٔ ۶۶»; the number as it was typed."""
    return f"جلسهٔ {number}" if number else ""


def answers(count: int) -> str:
    """«۲ مصوبه», or nothing."""
    return f"{persian(count)} مصوبه" if count else ""


def lag(days: int | None) -> str:
    """How long after the notification the first answer was adopted."""
    if days is None:
        return ""
    if days > 0:
        return f"{persian(days)} روز پس از ابلاغ"
    return "پیش از ابلاغ" if days else "همان روز ابلاغ"


# ---- the decision beside the list

NOTHING_CHOSEN: Final = "مصوبه‌ای برگزیده نشده است"
NOTHING_CHOSEN_WHY: Final = "سطری از فهرست برگزینید تا نشانی آن و پاسخ استان دیده شود."
ANSWERS: Final = "مصوبه‌هایی که به آن پاسخ می‌دهند"
NO_ANSWERS: Final = "هنوز مصوبه‌ای از کمیته به آن پاسخ نداده است."
BY_CITATION: Final = "استناد در متن"
BY_LINK: Final = "پیوند دستی"


def adopted(day: str) -> str:
    """«تصویب ۱۴۰۱/۱۰/۱۲»."""
    return f"تصویب {day}" if day else ""


def joined(*parts: str) -> str:
    """Parts of a line."""
    return " · ".join(filled(*parts))


# ---- the actions

NEW: Final = "مصوبهٔ بالادستی تازه"
NEW_KEYS: Final = "Ctrl+N"
NEW_WHY: Final = "نشانی مصوبه را همان‌گونه بنویسید که در نامهٔ ابلاغ آمده است."
EDIT: Final = "ویرایش"
EDIT_KEYS: Final = "F2"
EDIT_TITLE: Final = "ویرایش مصوبهٔ بالادستی"
EDIT_WHY: Final = "صورت‌جلسه‌های نهایی همان‌گونه که چاپ شده‌اند می‌مانند."
LINK: Final = "پیوند مصوبه"
LINK_KEYS: Final = "Ctrl+L"
LINK_TITLE: Final = "پیوند با مصوبهٔ کمیته"
LINK_WHY: Final = "برای مصوبه‌ای که به این مصوبهٔ بالادستی پاسخ می‌دهد و در متن خود به آن استناد نکرده است."
UNLINK: Final = "برداشتن پیوند"
UNLINK_WHY: Final = "مصوبه سر جای خود می‌ماند و پیوند در تاریخچه دیده می‌شود."
RESOLUTION: Final = "مصوبهٔ کمیته"
RESOLUTION_HINT: Final = "شماره یا بخشی از متن را بنویسید."
NO_RESOLUTIONS: Final = "مصوبهٔ شماره‌داری نمانده است که پیوند بخورد. نخست صورت‌جلسهٔ آن را نهایی کنید."
NOTHING_LINKED: Final = "مصوبه‌ای به این مصوبهٔ بالادستی پیوند نخورده است. با «پیوند مصوبه» پیوندی بسازید."
SESSION_NUMBER: Final = "شمارهٔ جلسه"
SESSION_DAY: Final = "روز جلسه"
NOTIFICATION_NUMBER: Final = "شمارهٔ ابلاغ"
NOTIFICATION_DAY: Final = "روز ابلاغ"

ADDED: Final = "مصوبهٔ بالادستی ثبت شد."
CORRECTED: Final = "ویرایش ثبت شد."
LINKED: Final = "مصوبه پیوند خورد."
UNLINKED: Final = "پیوند برداشته شد."


def option(number: str, text: str) -> str:
    """A resolution in one line."""
    return f"{number} – {text}"


def added_step(title: str) -> str:
    """The act of a new decision."""
    return f"ثبت مصوبهٔ بالادستی {quoted(title)}"


def corrected_step(title: str) -> str:
    """The act of a correction."""
    return f"ویرایش مصوبهٔ بالادستی {quoted(title)}"


def linked_step(title: str) -> str:
    """The act of a link."""
    return f"پیوند مصوبه با {quoted(title)}"


def unlinked_step(title: str) -> str:
    """The act of taking a link off."""
    return f"برداشتن پیوند {quoted(title)}"
