"""Checks of a text before it goes to paper."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_NO_INK: Final = re.compile("[\n\u200c\u200d\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class MissingCharacter:
    """A character that a font cannot draw, where it first stands in the text, and how often it comes."""

    char: str
    code_point: int
    index: int
    count: int = 1


def missing_characters(text: str, supported: frozenset[int]) -> tuple[MissingCharacter, ...]:
    """Each character of ``text`` that is not among the code points ``supported``, in order of appearance.

    Line breaks, joiners and direction marks need no glyph: typesetting consumes them.
    """
    found: dict[str, MissingCharacter] = {}
    for index, char in enumerate(text):
        if ord(char) in supported or _NO_INK.match(char):
            continue
        first = found.get(char)
        if first is None:
            found[char] = MissingCharacter(char, ord(char), index)
        else:
            found[char] = MissingCharacter(char, first.code_point, first.index, first.count + 1)
    return tuple(found.values())
