"""UAX #9 by FriBidi, a C library that shares no line with the program or with python-bidi."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import pytest

from tests.validators.asked import ask, is_far

_DIRECTIONS = {0: 0x110, 1: 0x111, None: 0x40}
_MARKS_AFTER_BASE = 0x2
HIDDEN = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Controls that steer the order and are never drawn."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """Levels per character (before rule L1 of a line), the types they came from and the base level."""

    text: str
    levels: tuple[int, ...]
    types: tuple[int, ...]
    base: int


@cache
def opened() -> ctypes.CDLL:
    try:
        return ctypes.CDLL("libfribidi.so.0")
    except OSError:
        pytest.fail("this proof needs libfribidi.so.0: install the Debian package libfribidi0", pytrace=False)


def resolve(text: str, base: int | None = 1) -> Resolved:
    """Levels of a paragraph; ``base`` as in the program (None: from the first strong character)."""
    found, types, direction = ask("bidi_levels", text, base) if is_far() else levels(text, base)
    return Resolved(text, tuple(found), tuple(types), direction)


def levels(text: str, base: int | None) -> tuple[list[int], list[int], int]:
    """By the library of this machine: levels, types, and the level of the paragraph."""
    library, count = opened(), len(text)
    characters = (ctypes.c_uint32 * count)(*map(ord, text))
    types = (ctypes.c_uint32 * count)()
    brackets = (ctypes.c_uint32 * count)()
    found = (ctypes.c_int8 * count)()
    direction = ctypes.c_uint32(_DIRECTIONS[base])
    library.fribidi_get_bidi_types(characters, count, types)
    library.fribidi_get_bracket_types(characters, count, types, brackets)
    library.fribidi_get_par_embedding_levels_ex.restype = ctypes.c_int8
    done = library.fribidi_get_par_embedding_levels_ex(types, brackets, count, ctypes.byref(direction), found)
    assert done or not count, "FriBidi gave up"
    return list(found), list(types), direction.value & 1


def visual_order(resolved: Resolved, start: int = 0, end: int | None = None) -> tuple[list[int], list[int]]:
    """Indices of the line ``start``…``end`` from left to right, and its levels after rule L1."""
    stop = len(resolved.text) if end is None else end
    if stop == start:
        return [], []
    line = (resolved.levels, resolved.types, resolved.base, start, stop)
    order, found = ask("bidi_order", *line) if is_far() else line_order(*line)
    return order, found


def line_order(
    resolved: Sequence[int], types: Sequence[int], base: int, start: int, stop: int
) -> tuple[list[int], list[int]]:
    """By the library of this machine: the order of a line and its levels."""
    length = len(resolved)
    found = (ctypes.c_int8 * length)(*resolved)
    order = (ctypes.c_int * length)(*range(length))
    library = opened()
    library.fribidi_reorder_line.restype = ctypes.c_int8
    done = library.fribidi_reorder_line(
        0, (ctypes.c_uint32 * length)(*types), stop - start, start, _DIRECTIONS[base], found, None, order
    )
    assert done, "FriBidi gave up"
    return list(order)[start:stop], list(found)[start:stop]


def visual_text(text: str, base: int | None = 1) -> str:
    """The characters of one line from left to right, steering controls left out, nothing mirrored."""
    order, _ = visual_order(resolve(text, base))
    return "".join(text[index] for index in order if text[index] not in HIDDEN)


@cache
def mirrored(character: str) -> str:
    """The partner of a bracket, or the character itself."""
    if is_far():
        return str(ask("bidi_mirrored", character))
    out = ctypes.c_uint32()
    return chr(out.value) if opened().fribidi_get_mirror_char(ord(character), ctypes.byref(out)) else character


def is_mirrored(character: str) -> bool:
    """Whether a right-to-left level shows the character's mirror image."""
    return bool(unicodedata.mirrored(character)) and mirrored(character) != character
