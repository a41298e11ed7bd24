"""No-break groups: words that stay on one line: how wide they are together, and where no line can hold them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

from desktop_app.printing.typesetting.set_text import Stretch

SLACK: Final = 1e-6
_EZAFE: Final = "ه\u0654"
"""What a word ends with that is written with its ezafe: the next one says of what."""


def widest(stretch: Stretch) -> float:
    """The widest word, or words tied together; 0 for no words."""
    if stretch.tied:
        return max(together(stretch).values())
    return max([word.width for word in stretch.words], default=0.0)


def together(stretch: Stretch) -> dict[int, float]:
    """Widths of words with all that is tied to them, by the index of the first."""
    found: dict[int, float] = {}
    start, blanks = 0, 0.0
    for index, word in enumerate(stretch.words):
        if index in stretch.tied:
            found[start] += blanks + word.width
        else:
            start, found[index] = index, word.width
        blanks = stretch.spaces[index] * word.setting.space
    return found


def owned(stretch: Stretch) -> list[int]:
    """The words that follow one written with its ezafe, by index: no line of a title should begin with them."""
    ends = [word.text.endswith(_EZAFE) for word in stretch.words]
    return [index for index in range(1, len(ends)) if ends[index - 1] and index not in stretch.tied]


def tied_too(stretch: Stretch, index: int) -> Stretch:
    """The same with one tie more."""
    return replace(stretch, tied=stretch.tied | {index}, broken=None)


def loosened(stretch: Stretch, width: float) -> Stretch:
    """The same without the ties of words that no line can hold together."""
    found = together(stretch)
    starts = [*found, len(stretch.words)]
    held = frozenset(
        index for start, end in pairwise(starts) if found[start] <= width + SLACK for index in range(start + 1, end)
    )
    return stretch if held == stretch.tied else replace(stretch, tied=held, broken=None)
