"""Persian digits for the program's own numbers; what an operator typed is never passed through here."""

from __future__ import annotations

from typing import Final

_TO_PERSIAN: Final = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def persian(value: object) -> str:
    """``str(value)`` with its ASCII digits as Persian ones: ``persian(12)`` is «۱۲»."""
    return str(value).translate(_TO_PERSIAN)
