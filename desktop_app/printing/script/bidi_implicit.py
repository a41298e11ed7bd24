"""Rules W1–W7, N0–N2 and I1–I2 of UAX #9 for one isolating run sequence."""

from __future__ import annotations

from unicodedata import normalize

from desktop_app.printing.script.bidi_explicit import RunSequence

_OPENING = "([{༺༼᚛⁅⁽₍⌈⌊〈❨❪❬❮❰❲❴⟅⟦⟨⟪⟬⟮⦃⦅⦇⦉⦋⦍⦏⦑⦓⦕⦗⧘⧚⧼⸢⸤⸦⸨⹕⹗⹙⹛〈《「『【〔〖〘〚﹙﹛﹝（［｛｟｢"
_CLOSING = ")]}༻༽᚜⁆⁾₎⌉⌋〉❩❫❭❯❱❳❵⟆⟧⟩⟫⟭⟯⦄⦆⦈⦊⦌⦐⦎⦒⦔⦖⦘⧙⧛⧽⸣⸥⸧⸩⹖⹘⹚⹜〉》」』】〕〗〙〛﹚﹜﹞）］｝｠｣"
_CLOSER_OF = {
    normalize("NFC", opening): normalize("NFC", closing) for opening, closing in zip(_OPENING, _CLOSING, strict=True)
}
_CLOSERS = frozenset(_CLOSER_OF.values())
_NEUTRAL = frozenset(("B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"))
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
    """W1."""
    before = start
    for index, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[index] = "ON" if before in _BOUNDARY else before
        before = kinds[index]


def _numbers_after_letters(kinds: list[str], start: str) -> None:
    """W2."""
    strong = start
    for index, kind in enumerate(kinds):
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kinds[index] = "AN"


def _numbers_after_latin(kinds: list[str], start: str) -> None:
    """W7."""
    strong = start
    for index, kind in enumerate(kinds):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[index] = "L"


def _separators(kinds: list[str]) -> None:
    """W4."""
    for index in range(1, len(kinds) - 1):
        kind = kinds[index]
        if kind in ("ES", "CS"):
            before = kinds[index - 1]
            if before == kinds[index + 1] and (before == "EN" or (before == "AN" and kind == "CS")):
                kinds[index] = before


def _terminators(kinds: list[str]) -> None:
    """W5."""
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
    """BD16: bracket pairs as positions in the sequence, by opening bracket."""
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
    """N0."""
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
    """The last strong side, or that before the sequence: where nothing inside agrees, a pair follows it."""
    for index in range(position - 1, -1, -1):
        if kinds[index] in _STRONG:
            return _STRONG[kinds[index]]
    return start


def _neutrals(kinds: list[str], sequence: RunSequence) -> None:
    """N1 and N2."""
    embedding = "R" if sequence.level & 1 else "L"
    index, count = 0, len(kinds)
    while index < count:
        if kinds[index] not in _NEUTRAL:
            index += 1
            continue
        end = index
        while end < count and kinds[end] in _NEUTRAL:
            end += 1
        before = _STRONG[kinds[index - 1]] if index else sequence.start
        after = _STRONG[kinds[end]] if end < count else sequence.end
        kinds[index:end] = [before if before == after else embedding] * (end - index)
        index = end
