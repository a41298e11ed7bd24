"""Flipped bits of a row: each row that differs from it in one bit of a number or of a letter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app.storage.recovery.reading import Cells

_NO_TEXT: Final = "\ufffd"
"""Read in place of a byte that is none of a text."""
_ASCII: Final = range(0x20, 0x7F)
_BITS: Final = 11
"""Of a letter that two bytes hold, as Persian ones."""
_BITS_OF_NUMBERS: Final = 31


def with_a_flipped_bit(cells: Cells) -> Iterator[Cells]:
    """The row with each bit of it flipped in turn; some seven rows for each letter."""
    for place, cell in enumerate(cells):
        if isinstance(cell, str):
            others: Iterator[object] = _texts(cell)
        elif isinstance(cell, int):
            others = (cell ^ 1 << bit for bit in range(_BITS_OF_NUMBERS))
        else:
            continue
        for other in others:
            yield (*cells[:place], other, *cells[place + 1 :])


def _texts(text: str) -> Iterator[str]:
    for place, letter in enumerate(text):
        for other in _letters(letter):
            yield f"{text[:place]}{other}{text[place + 1 :]}"


def _letters(letter: str) -> Iterator[str]:
    code = ord(letter)
    if letter == _NO_TEXT:
        yield from map(chr, _ASCII)
    elif code < 1 << _BITS:
        yield from (chr(code ^ 1 << bit) for bit in range(7 if letter.isascii() else _BITS))
