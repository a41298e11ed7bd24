"""Changed words of two versions of a text: each shortened to the difference with a few words around it."""

from __future__ import annotations

from typing import Final

CONTEXT: Final = 4
"""Words kept on each side of a change."""
LONGEST: Final = 30
"""Words of one wording; of a longer change the middle is left out."""
CUT: Final = "…"


def around_change(before: str, after: str) -> tuple[str, str]:
    """Return both texts; long ones are shortened to the different words and their neighbours."""
    old, new = before.split(), after.split()
    if max(len(old), len(new)) <= LONGEST // 2:
        return before, after
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    return _part(old, head, tail), _part(new, head, tail)


def shortened(text: str) -> str:
    """Return a long text with its middle left out."""
    return _middle_cut(text.split()) if len(text.split()) > LONGEST else text


def _alike(one: list[str], other: list[str]) -> int:
    """Number of equal words at the start."""
    count = 0
    while count < min(len(one), len(other)) and one[count] == other[count]:
        count += 1
    return count


def _part(words: list[str], head: int, tail: int) -> str:
    first, last = max(0, head - CONTEXT), min(len(words), len(words) - tail + CONTEXT)
    cut = _middle_cut(words[first:last])
    return f"{CUT + ' ' if first else ''}{cut}{' ' + CUT if last < len(words) else ''}"


def _middle_cut(words: list[str]) -> str:
    if len(words) <= LONGEST:
        return " ".join(words)
    half = LONGEST // 2
    return " ".join([*words[:half], CUT, *words[-half:]])
