"""Persian digits for the program's own numbers; what an operator typed is never passed through here."""

from __future__ import annotations

from typing import Final

_TO_PERSIAN: Final = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")

_PERCENT: Final = "\u200f٪"
"""The sign with a mark before it: right after digits at the start of a line it would be drawn at their right."""
_MINUS: Final = "\u200e\u2212"


def persian(value: object) -> str:
    """``str(value)`` with its ASCII digits as Persian ones: ``persian(12)`` is «۱۲».

    A negative number bears the sign of subtraction at its left, as Persian writes it.
    """
    written = str(value).translate(_TO_PERSIAN)
    return f"{_MINUS}{written[1:]}" if isinstance(value, int) and value < 0 else written


def percent(value: int) -> str:
    """«۴۵٪»: read from right to left first the number, then the sign, wherever it stands in a line."""
    return f"{persian(value)}{_PERCENT}"
