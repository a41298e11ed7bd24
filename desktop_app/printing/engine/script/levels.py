"""Embedding levels of a paragraph by the Unicode Bidirectional Algorithm (UAX #9), isolates included.

An own resolver (rules W1–W7, N0–N2 and I1–I2 for an isolating run sequence): the levels of the ``bidi`` package can
only be had from a debugging dump. That package stays as the cross-check of the tests, with the published character
test.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import bidirectional, normalize

from desktop_app.printing.engine.script.bidi_explicit import RunSequence, base_level, explicit_levels

_OPENING = "([{༺༼᚛⁅⁽₍⌈⌊〈❨❪❬❮❰❲❴⟅⟦⟨⟪⟬⟮⦃⦅⦇⦉⦋⦍⦏⦑⦓⦕⦗⧘⧚⧼⸢⸤⸦⸨⹕⹗⹙⹛〈《「『【〔〖〘〚﹙﹛﹝（［｛｟｢"
_CLOSING = ")]}༻༽᚜⁆⁾₎⌉⌋〉❩❫❭❯❱❳❵⟆⟧⟩⟫⟭⟯⦄⦆⦈⦊⦌⦐⦎⦒⦔⦖⦘⧙⧛⧽⸣⸥⸧⸩⹖⹘⹚⹜〉》」』】〕〗〙〛﹚﹜﹞）］｝｠｣"
_CLOSER_OF = {
    normalize("NFC", opening): normalize("NFC", closing) for opening, closing in zip(_OPENING, _CLOSING, strict=True)
}
_CLOSERS = frozenset(_CLOSER_OF.values())
_NEUTRAL_KINDS = frozenset(("B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"))
_BOUNDARY = frozenset(("LRI", "RLI", "FSI", "PDI"))
_MAX_OPEN = 63
_STRONG = {"L": "L", "R": "R", "AL": "R", "EN": "R", "AN": "R"}


def resolve(text: str, original: tuple[str, ...], sequence: RunSequence, levels: list[int]) -> None:
    """Write the final levels of the sequence's characters into ``levels``."""
    kinds = sequence.classes
    _weak(kinds, sequence.start)
    _brackets(text, original, sequence)
    _neutrals(kinds, sequence)
    level = sequence.level
    right = bool(level & 1)
    for index, kind in zip(sequence.indices, kinds, strict=True):
        if right:
            levels[index] = level + (kind != "R")
        else:
            levels[index] = level + (1 if kind == "R" else 2 if kind in ("AN", "EN") else 0)


def _weak(kinds: list[str], start: str) -> None:
    present = set(kinds)
    if "NSM" in present:
        _marks(kinds, start)
    if "EN" in present:
        _numbers_after_letters(kinds, start)
    if "AL" in present:
        kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]
    if present & {"ES", "CS", "ET"}:
        _separators(kinds)
        _terminators(kinds)
        kinds[:] = ["ON" if kind in ("ES", "CS", "ET") else kind for kind in kinds]
    if "EN" in kinds:
        _numbers_after_latin(kinds, start)


def _marks(kinds: list[str], start: str) -> None:
    """Apply rule W1."""
    before = start
    for index, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[index] = "ON" if before in _BOUNDARY else before
        before = kinds[index]


def _numbers_after_letters(kinds: list[str], start: str) -> None:
    """Apply rule W2."""
    strong = start
    for index, kind in enumerate(kinds):
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[index] = "AN"


def _numbers_after_latin(kinds: list[str], start: str) -> None:
    """Apply rule W7."""
    strong = start
    for index, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[index] = "L"


def _separators(kinds: list[str]) -> None:
    """Apply rule W4."""
    for index in range(1, len(kinds) - 1):
        kind = kinds[index]
        if kind in ("ES", "CS"):
            before = kinds[index - 1]
            if before == kinds[index + 1] and (before == "EN" or (before == "AN" and kind == "CS")):
                kinds[index] = before


def _terminators(kinds: list[str]) -> None:
    """Apply rule W5."""
    index, count = 0, len(kinds)
    while index < count:
        if kinds[index] != "ET":
            index += 1
            continue
        end = index
        while end < count and kinds[end] == "ET":
            end += 1
        if (index and kinds[index - 1] == "EN") or (end < count and kinds[end] == "EN"):
            kinds[index:end] = ["EN"] * (end - index)
        index = end


def _pairs(text: str, sequence: RunSequence) -> list[tuple[int, int]]:
    """Return bracket pairs as positions in the sequence, by opening bracket (rule BD16)."""
    found: list[tuple[int, int]] = []
    open_at: list[tuple[str, int]] = []
    for position, (index, kind) in enumerate(zip(sequence.indices, sequence.classes, strict=True)):
        if kind != "ON":
            continue
        character = normalize("NFC", text[index])
        if character in _CLOSER_OF:
            if len(open_at) == _MAX_OPEN:
                return []
            open_at.append((_CLOSER_OF[character], position))
        elif character in _CLOSERS:
            for depth in range(len(open_at) - 1, -1, -1):
                if open_at[depth][0] == character:
                    found.append((open_at[depth][1], position))
                    del open_at[depth:]
                    break
    return sorted(found)


def _brackets(text: str, original: tuple[str, ...], sequence: RunSequence) -> None:
    """Apply rule N0."""
    kinds = sequence.classes
    if "ON" not in kinds:
        return
    embedding = "R" if sequence.level & 1 else "L"
    for opening, closing in _pairs(text, sequence):
        inside = {_STRONG[kind] for kind in kinds[opening + 1 : closing] if kind in _STRONG}
        if not inside:
            continue
        side = embedding if embedding in inside else _side_before(kinds, opening, sequence.start)
        for position in (opening, closing):
            kinds[position] = side
            for after in range(position + 1, len(kinds)):
                if original[sequence.indices[after]] != "NSM":
                    break
                kinds[after] = side


def _side_before(kinds: list[str], position: int, start: str) -> str:
    """Return the last strong direction before the position, or that before the sequence."""
    for index in range(position - 1, -1, -1):
        if kinds[index] in _STRONG:
            return _STRONG[kinds[index]]
    return start


def _neutrals(kinds: list[str], sequence: RunSequence) -> None:
    """Apply rules N1 and N2."""
    embedding = "R" if sequence.level & 1 else "L"
    index, count = 0, len(kinds)
    while index < count:
        if kinds[index] not in _NEUTRAL_KINDS:
            index += 1
            continue
        end = index
        while end < count and kinds[end] in _NEUTRAL_KINDS:
            end += 1
        before = _STRONG[kinds[index - 1]] if index else sequence.start
        after = _STRONG[kinds[end]] if end < count else sequence.end
        kinds[index:end] = [before if before == after else embedding] * (end - index)
        index = end


RTL = 1
LTR = 0

_WHITE = frozenset(("WS", "LRI", "RLI", "FSI", "PDI", "LRE", "RLE", "LRO", "RLO", "PDF", "BN"))


def _members(*classes: str) -> str:
    """Return a character class of the Persian blocks for the given bidi classes."""
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
    """Return one level for each character; ``base`` is 0, 1 or None (from the first strong character).

    Characters that the algorithm drops (embedding controls, joiners) get the level before them.
    """
    if base == RTL:
        quick = quick_levels(text)
        if quick is not None:
            return quick
    return _known(text, base) if len(text) <= _SHORT else _full_levels(text, base)


def _full_levels(text: str, base: int | None) -> bytes:
    """Apply the whole algorithm."""
    classes = [bidirectional(character) or "L" for character in text]
    found = base_level(classes) if base is None else base
    result, sequences = explicit_levels(classes, found)
    original = tuple(classes)
    for sequence in sequences:
        resolve(text, original, sequence, result)
    _fill_dropped(result, found)
    _reset_white(original, result, found)
    return bytes(result)


_known = lru_cache(maxsize=2048)(_full_levels)
"""Short texts are often the same again: numbers of letters, codes, cells of a table."""


def quick_levels(text: str) -> bytes | None:
    """Return the right-to-left levels of plain text without the whole algorithm; None for other text."""
    if _ALONE.fullmatch(text):
        return b"\x02" * len(text)
    return _persian_only(text) or _with_stretches(text)


def _with_stretches(text: str) -> bytes | None:
    """Return the levels of Persian text with isolates or Latin words; None for other text."""
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
    """Return the levels of text in Arabic script: 1, numbers 2; None if a number comes before any letter."""
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
    """Set white space before a separator or at the end to the paragraph level (rule L1)."""
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
