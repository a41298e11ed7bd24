"""Names of the acts of writing minutes, by which they are taken back and done again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.text.shared.undo import quoted

_FIELDS: Final[Mapping[str, str]] = {
    "text": "متن",
    "kind": "نوع",
    "axis": "محور",
    "executor": "مجری",
    "cooperating": "همکاران",
    "owner": "مسئول پیگیری",
    "deadline": "مهلت",
    "adoption": "نحوهٔ تصویب",
    "reservation": "ملاحظه",
    "votes": "شمار آرا",
    "classification": "طبقه‌بندی",
    "upstream": "سند بالادستی",
}
CLOSING_CHANGED: Final = "تغییر پایان‌بندی"
DIGITS_UNIFORM: Final = "یکدست‌سازی ارقام"
SIGNERS_SET: Final = "تغییر امضاکنندگان"
SIGNERS_RESET: Final = "سپردن امضاکنندگان به فهرست خودکار"


def clause_added(text: str) -> str:
    """A new clause."""
    return f"افزودن بند {quoted(text)}"


def clause_changed(field: str, text: str) -> str:
    """One fact of a clause."""
    return f"تغییر {_FIELDS[field]} در {quoted(text)}"


def clause_turned(text: str, *, note: bool) -> str:
    """A note became a resolution, or a resolution a note."""
    return f"تبدیل {quoted(text)} به {'بند' if note else 'مصوبه'}"


def clause_removed(text: str) -> str:
    """A clause was taken away."""
    return f"برداشتن بند {quoted(text)}"


def clause_moved(text: str) -> str:
    """A clause has another place."""
    return f"جابه‌جایی بند {quoted(text)}"


def said_added(text: str) -> str:
    """A new contribution."""
    return f"افزودن گفتهٔ {quoted(text)}"


def said_changed(text: str) -> str:
    """A contribution is worded otherwise."""
    return f"تغییر گفتهٔ {quoted(text)}"


def said_removed(text: str) -> str:
    """A contribution was taken away."""
    return f"برداشتن گفتهٔ {quoted(text)}"


def said_moved(text: str) -> str:
    """A contribution has another place."""
    return f"جابه‌جایی گفتهٔ {quoted(text)}"
