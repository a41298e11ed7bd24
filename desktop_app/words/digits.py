"""Persian digits, directional isolates, and joining the parts of a sentence.

What an operator typed is never passed through here. Isolated values are paths, commands and codes of sub-axes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final


def filled(*parts: str) -> Iterator[str]:
    """Return the parts that are not empty, in order."""
    return (part for part in parts if part)


_RIGHT_TO_LEFT_MARK: Final = "\u200f"
_LEFT_TO_RIGHT_ISOLATE: Final = "\u2066"
_FIRST_STRONG_ISOLATE: Final = "\u2068"
_POP_ISOLATE: Final = "\u2069"
_MARKS: Final = dict.fromkeys(
    map(ord, (_RIGHT_TO_LEFT_MARK, "\u200e", _LEFT_TO_RIGHT_ISOLATE, _FIRST_STRONG_ISOLATE, _POP_ISOLATE))
)


def left_to_right(value: object) -> str:
    """Wrap ``value`` so that it reads left to right; not for file numbers like ۱۲/م/۱۴۰۳."""
    return f"{_LEFT_TO_RIGHT_ISOLATE}{value}{_POP_ISOLATE}"


def apart(text: str) -> str:
    """Wrap a name, such as a file name, so that it reads in the direction of its first letter."""
    return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}"


def right_to_left_code(code: str) -> str:
    """Wrap the code of a sub-axis so that its first number is at the right."""
    return code.replace("-", f"{_RIGHT_TO_LEFT_MARK}-{_RIGHT_TO_LEFT_MARK}")


def without_marks(text: str) -> str:
    """Return a shown text without invisible direction marks, for another program."""
    return text.translate(_MARKS)


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
    """Return «۴۵٪»: number, then sign, from right to left, anywhere in a line."""
    return f"{persian(value)}{_PERCENT}"
