"""Flipped bits of a row: each row that differs from it in one bit of a number or of a letter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app.storage.recovery.reading import Cells

_NO_TEXT: Final = "\ufffd"
"""Read in place of bytes that are none of a text."""
_WRITTEN: Final = tuple(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x600, 0x700), 0x200C)))
"""Letters of which a flipped bit may have made bytes that are no text: ASCII, Latin-1, Arabic and ZWNJ."""
_LONGEST: Final = 3
"""Bytes of such a letter, and so many letters at most in its place."""
_BITS_OF_NUMBERS: Final = 31
_SIGNS: Final = (7, 15, 23, 31)
"""The first bit of a number that one to four bytes hold: it takes away what it would add."""


def with_a_flipped_bit(cells: Cells) -> Iterator[Cells]:
    """The row with each bit of it flipped in turn, in short texts first; some ten rows for each letter."""
    for place in sorted(range(len(cells)), key=lambda place: len(str(cells[place]))):
        for other in _flipped(cells[place]):
            yield (*cells[:place], other, *cells[place + 1 :])


# ---- inside


def _flipped(cell: object) -> Iterator[object]:
    if isinstance(cell, int):
        yield from (cell ^ 1 << bit for bit in range(_BITS_OF_NUMBERS))
        yield from (cell + sign * (1 << bit) for bit in _SIGNS for sign in (1, -1))
    elif isinstance(cell, str) and _NO_TEXT in cell:
        yield from _with_a_letter(cell, cell.index(_NO_TEXT))
    elif isinstance(cell, str):
        for place, letter in enumerate(cell):
            for bit in range(_bits(letter)):
                yield f"{cell[:place]}{chr(ord(letter) ^ 1 << bit)}{cell[place + 1 :]}"


def _bits(letter: str) -> int:
    """So many bits of a letter stand in its bytes in UTF-8."""
    return {1: 7, 2: 11, 3: 16}.get(len(letter.encode("utf-8", "surrogatepass")), 0)


def _with_a_letter(text: str, place: int) -> Iterator[str]:
    """The text with one letter in place of what could not be read, and of what may have become of its other bytes."""
    for start in range(max(place - 1, 0), place + 1):
        for end in range(place + 1, min(start + _LONGEST, len(text)) + 1):
            yield from (f"{text[:start]}{letter}{text[end:]}" for letter in _WRITTEN)
