"""Sentences of the list of signers."""

from __future__ import annotations

from typing import Final

from desktop_app.text.shared.digits import persian


def signer_spoken(name: str, place: int) -> str:
    """A line of the list of signers as it is heard."""
    return f"امضاکنندهٔ {persian(place)}: {name}"


SIGNERS_BY_RULE: Final = "فهرست از روی حضور ساخته شده است: نمایندگان حاضر، رئیس جلسه نخست و دبیر آخر."
SIGNERS_BY_HAND: Final = "فهرست دستی است و دیگر از حضور پیروی نمی‌کند."
SIGNER_ADD: Final = "افزودن امضاکننده"
SIGNER_REMOVE: Final = "برداشتن امضاکننده"
SIGNERS_RESET: Final = "بازگشت به فهرست خودکار"
SIGNER_UP: Final = "بالاتر"
SIGNER_DOWN: Final = "پایین‌تر"
SIGNER_NAME: Final = "نام"
SIGNER_POST: Final = "سمت"
SIGNER_PARTY: Final = "طرف"


def signer_count(count: int) -> str:
    """How many sign."""
    return f"{persian(count)} امضا"
