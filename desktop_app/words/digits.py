"""Persian digits for the program's own numbers, directional isolates for values, and joined parts of a sentence.

What an operator typed is never passed through here. Isolated values are paths, commands and codes of sub-axes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final


def filled(*parts: str) -> Iterator[str]:
    """The parts that are not empty, in their order."""
    return (part for part in parts if part)


_RIGHT_TO_LEFT_MARK: Final = "\u200f"
_LEFT_TO_RIGHT_ISOLATE: Final = "\u2066"
_FIRST_STRONG_ISOLATE: Final = "\u2068"
_POP_ISOLATE: Final = "\u2069"
_MARKS: Final = dict.fromkeys(
    map(ord, (_RIGHT_TO_LEFT_MARK, "\u200e", _LEFT_TO_RIGHT_ISOLATE, _FIRST_STRONG_ISOLATE, _POP_ISOLATE))
)


def left_to_right(value: object) -> str:
    """``value`` wrapped so that its slashes and dots stay where they are; not for file numbers like ۱۲/م/۱۴۰۳."""
    return f"{_LEFT_TO_RIGHT_ISOLATE}{value}{_POP_ISOLATE}"


def apart(text: str) -> str:
    """A name that somebody gave, in the order of its own first letter: the name of a file may be of any script."""
    return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}"


def right_to_left_code(code: str) -> str:
    """The code of a sub-axis as it is read out: its first number at the right, in whatever stands before it."""
    return code.replace("-", f"{_RIGHT_TO_LEFT_MARK}-{_RIGHT_TO_LEFT_MARK}")


def without_marks(text: str) -> str:
    """A shown text for another program: nothing invisible that only steered the order on screen."""
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
    """«۴۵٪»: read from right to left first the number, then the sign, wherever it stands in a line."""
    return f"{persian(value)}{_PERCENT}"
