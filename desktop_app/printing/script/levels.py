"""Embedding levels of a paragraph by the Unicode Bidirectional Algorithm (UAX #9), isolates included.

An own resolver: the levels of the ``bidi`` package can only be had from a debugging dump. That package
stays as the cross-check of the tests, beside the published character test.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import bidirectional

from desktop_app.printing.script.bidi_explicit import base_level, explicit_levels
from desktop_app.printing.script.bidi_implicit import resolve

RTL = 1
LTR = 0

_WHITE = frozenset(("WS", "LRI", "RLI", "FSI", "PDI", "LRE", "RLE", "LRO", "RLO", "PDF", "BN"))


def _members(*classes: str) -> str:
    """A character class of everything in the blocks of Persian text that has one of the bidi classes."""
    blocks = (
        range(0x20, 0x7F),
        range(0xA0, 0xC0),
        range(0x600, 0x700),
        range(0x200C, 0x200E),
        range(0x2010, 0x2028),
        range(0x2030, 0x205F),
    )
    return "".join(re.escape(chr(code)) for block in blocks for code in block if bidirectional(chr(code)) in classes)


_NUMBER = _members("EN", "AN")
_COMMON = _members("CS")
_FAST = re.compile(f"[{_members('AL', 'NSM', 'WS', 'ON', 'CS', 'ES', 'ET', 'BN', 'EN', 'AN')}]*")
_FIRST_NUMBER = re.compile(f"[{_NUMBER}]")
_FIRST_LETTER = re.compile(f"[{_members('AL')}]")
_NUMBERS = re.compile(f"[{_NUMBER}]+(?:[{_COMMON}][{_NUMBER}]+)*")
# A mark or joiner that leans on a number or its separator needs the whole algorithm
_LEANING = re.compile(f"[{_NUMBER}{_COMMON}][{_members('NSM', 'BN')}]")
_ALONE = re.compile(f"[{_members('EN')}]+(?:[{_members('CS', 'ES')}][{_members('EN')}]+)*")
# Inside an isolate Latin letters, European digits and signs all read from left to right
_ISOLATE = f"\u2066[ -~{_members('EN')}]*[!-~{_members('EN')}]\u2069"
# Latin words end where a Persian letter is the next that has a direction; a number after them would be theirs,
# and so would a sign of percent or degree that touches their digits
_WORDS = "[A-Za-z][A-Za-z0-9]*(?: [A-Za-z][A-Za-z0-9]*)*"
_NEUTRAL = f"(?:[{_members('WS', 'ON', 'CS', 'ES', 'ET')}]|{_ISOLATE})*"
_LEFT_TO_RIGHT = re.compile(f"{_ISOLATE}|{_WORDS}(?![{_members('ET')}])(?={_NEUTRAL}(?:[{_members('AL')}]|$))")
_LRI = "\u2066"
_SIGN = "\u2026"
"""A neutral sign: what a stretch from left to right is to the Persian text around it."""
_SHORT = 64


def levels(text: str, base: int | None = RTL) -> bytes:
    """One level per character; ``base`` is 0, 1 or None (from the first strong character).

    Characters that the algorithm drops (embedding controls, joiners) get the level before them.
    """
    if base == RTL:
        quick = quick_levels(text)
        if quick is not None:
            return quick
    return _known(text, base) if len(text) <= _SHORT else _in_full(text, base)


def _in_full(text: str, base: int | None) -> bytes:
    """The whole algorithm."""
    classes = [bidirectional(character) or "L" for character in text]
    found = base_level(classes) if base is None else base
    result, sequences = explicit_levels(classes, found)
    original = tuple(classes)
    for sequence in sequences:
        resolve(text, original, sequence, result)
    _fill_dropped(result, found)
    _reset_white(original, result, found)
    return bytes(result)


_known = lru_cache(maxsize=2048)(_in_full)
"""Short texts are often the same again: numbers of letters, codes, cells of a table."""


def quick_levels(text: str) -> bytes | None:
    """What the whole algorithm would find from right to left, for the plainer kinds of text; else nothing."""
    if _ALONE.fullmatch(text):
        return b"\x02" * len(text)
    return _persian_only(text) or _with_stretches(text)


def _with_stretches(text: str) -> bytes | None:
    """Persian text in which isolates and Latin words stand: each is a neutral sign to it, and level 2 itself."""
    matches = list(_LEFT_TO_RIGHT.finditer(text))
    if not matches:
        return None
    around = _persian_only(_LEFT_TO_RIGHT.sub(_SIGN, text))
    if around is None:
        return None
    result = bytearray()
    done = place = 0
    for match in matches:
        start, end = match.span()
        result += around[place : place + start - done]
        place += start - done
        level = around[place : place + 1]
        isolate = text[start] == _LRI
        result += level + b"\x02" * (end - start - 2) + level if isolate else b"\x02" * (end - start)
        done, place = end, place + 1
    return bytes(result + around[place:])


def _persian_only(text: str) -> bytes | None:
    """Arabic-script text is level 1 but for its numbers, as long as a letter comes before the first of them."""
    if not _FAST.fullmatch(text):
        return None
    number = _FIRST_NUMBER.search(text)
    if number is None:
        return b"\x01" * len(text)
    letter = _FIRST_LETTER.search(text)
    if letter is None or letter.start() > number.start() or _LEANING.search(text):
        return None
    result = bytearray(b"\x01" * len(text))
    for match in _NUMBERS.finditer(text, number.start()):
        start, end = match.span()
        result[start:end] = b"\x02" * (end - start)
    return bytes(result)


def _fill_dropped(result: list[int], base: int) -> None:
    before = base
    for index, level in enumerate(result):
        if level < 0:
            result[index] = before
        else:
            before = level


def _reset_white(classes: tuple[str, ...], result: list[int], base: int) -> None:
    """Rule L1: white space before a separator or at the end stands at the paragraph level."""
    at_end = True
    for index in range(len(classes) - 1, -1, -1):
        kind = classes[index]
        if kind in ("B", "S"):
            at_end = True
            result[index] = base
        elif at_end and kind in _WHITE:
            result[index] = base
        else:
            at_end = False
