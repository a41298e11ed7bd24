"""Names of the acts on a meeting, by which they are taken back and done again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop_app.text.shared.undo import quoted

_FACTS: Final[Mapping[str, str]] = {
    "kind": "نوع جلسه",
    "day": "روز جلسه",
    "starts_at": "ساعت جلسه",
    "began_at": "آغاز واقعی جلسه",
    "ended_at": "پایان واقعی جلسه",
    "place": "محل جلسه",
    "chair": "رئیس جلسه",
    "secretary": "دبیر جلسه",
    "note": "یادداشت جلسه",
}


def fact_changed(field: str) -> str:
    """A fact of the meeting."""
    return f"تغییر {_FACTS[field]}"


def item_added(title: str) -> str:
    """A new item."""
    return f"افزودن بند {quoted(title)}"


def item_changed(title: str) -> str:
    """An item was edited."""
    return f"ویرایش بند {quoted(title)}"


def item_removed(title: str) -> str:
    """An item was taken off."""
    return f"برداشتن بند {quoted(title)}"


def item_moved(title: str) -> str:
    """An item has another place."""
    return f"جابه‌جایی بند {quoted(title)}"


def item_parked(title: str) -> str:
    """An item was put aside."""
    return f"کنار گذاشتن بند {quoted(title)}"


def item_taken_up(title: str) -> str:
    """A parked item was brought to the agenda."""
    return f"آوردن بند {quoted(title)} به دستور"


def item_started(title: str) -> str:
    """The room took an item up."""
    return f"آغاز بند {quoted(title)}"


def item_finished(title: str) -> str:
    """The room was done with an item."""
    return f"پایان بند {quoted(title)}"


def marked(name: str, state: str) -> str:
    """A seat was marked."""
    return f"ثبت {name} به‌عنوان «{state}»"


def guest_added(name: str) -> str:
    """A new guest."""
    return f"افزودن مدعو {quoted(name)}"


def guest_changed(name: str) -> str:
    """A guest was edited."""
    return f"ویرایش مدعو {quoted(name)}"


def guest_removed(name: str) -> str:
    """A guest was taken off."""
    return f"برداشتن مدعو {quoted(name)}"
