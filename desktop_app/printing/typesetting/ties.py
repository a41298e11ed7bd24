"""Words that stay on one line: how wide they are together, and where no line can hold them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

from desktop_app.printing.typesetting.set_text import Stretch

SLACK: Final = 1e-6


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


def loosened(stretch: Stretch, width: float) -> Stretch:
    """The same without the ties of words that no line can hold together."""
    found = together(stretch)
    starts = [*found, len(stretch.words)]
    held = frozenset(
        index for start, end in pairwise(starts) if found[start] <= width + SLACK for index in range(start + 1, end)
    )
    return stretch if held == stretch.tied else replace(stretch, tied=held, broken={})
