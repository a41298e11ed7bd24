"""Names of the acts on members, by which they are taken back and done again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.text.shared.undo import quoted

_CHANGED: Final[Mapping[str, str]] = {
    "seat": "ویرایش کرسی",
    "unit": "ویرایش واحد",
    "person": "ویرایش شخص",
    "letter": "اصلاح معرفی‌نامهٔ کرسی",
}


def changed(kind: str, name: str) -> str:
    """A record was edited, or the letter of a seat."""
    return f"{_CHANGED[kind]} {quoted(name)}"


def moved(name: str) -> str:
    """A record has another place."""
    return f"جابه‌جایی {quoted(name)}"


def archived(name: str) -> str:
    """A record was put aside."""
    return f"بایگانی {quoted(name)}"


def restored(name: str) -> str:
    """An archived record was brought back."""
    return f"بازگرداندن {quoted(name)} از بایگانی"
