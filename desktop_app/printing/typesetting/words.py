"""Words with bidi levels, made from spans of text: normalise, isolate, resolve, cut at spaces and in long Latin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from desktop_app.printing.script.isolate import LRI, PDI, isolated_stretches
from desktop_app.printing.script.levels import LTR, RTL, levels
from desktop_app.printing.script.normalise import NO_BREAK, normalise
from desktop_app.printing.typesetting.set_text import Setting, Stretch, Word
from desktop_app.printing.typesetting.style import Direction, Span, TextStyle
from desktop_app.printing.typesetting.typesetter import BORDER, Typesetter

_LONG = 18
_SHARED = 48
"""Letters up to which a text is likely to come again in one document."""
_LATIN_BREAK = re.compile(r"(?<=[/\-._?&=@:%#+])(?=[^/\-._?&=@:%#+\u2066\u2069])")
_LATIN_LETTER = re.compile("[A-Za-z]")


def prepare(text: str) -> str:
    """The canonical line that paper stands for: normalised, with LRI … PDI round what must not turn."""
    text = normalise(text).replace(NO_BREAK, " ")
    parts: list[str] = []
    done = 0
    for start, end in isolated_stretches(text):
        parts += (text[done:start], LRI, text[start:end], PDI)
        done = end
    return "".join((*parts, text[done:]))


def compose(
    typesetter: Typesetter, spans: list[Span], style: TextStyle, direction: Direction, place: str = ""
) -> list[Stretch]:
    """Set the words of a paragraph; a character without a glyph is refused here, before anything is drawn.

    Stretches are never changed once made, so that short ones (labels, names, days) are shared by a whole document.
    """
    if len(spans) != 1 or len(spans[0].text) > _SHARED:
        return _composed(typesetter, spans, style, direction, place)
    key = (spans[0].text, spans[0].style or style, direction)
    found = typesetter.composed.get(key)
    if found is None:
        found = typesetter.composed[key] = _composed(typesetter, spans, style, direction, place)
        for stretch in found:
            stretch.broken = {}
    return found


def _composed(
    typesetter: Typesetter, spans: list[Span], style: TextStyle, direction: Direction, place: str
) -> list[Stretch]:
    texts = [normalise(span.text) for span in spans]
    base = RTL if direction is Direction.RTL else LTR
    styles = [span.style or style for span in spans]
    if len(set(styles)) == 1:
        setting = typesetter.setting(styles[0])
        return [_plain(typesetter, setting, line, base, place) for line in "".join(texts).split("\n")]
    settings = [typesetter.setting(given) for given in styles]
    return [_styled(typesetter, line, bounds, base, place) for line, bounds in _styled_lines(texts, settings)]


def _with_isolates(typesetter: Typesetter, line: str, base: int) -> tuple[str, list[int]]:
    """The line with isolates and, for each of them, where it was put (in the line without them)."""
    parts: list[str] = []
    places: list[int] = []
    done = 0
    for start, end in typesetter.isolated(line) if base == RTL else ():
        parts += (line[done:start], LRI, line[start:end], PDI)
        places += (start, end)
        done = end
    if not places:
        return line, places
    return "".join((*parts, line[done:])), places


def _line_levels(typesetter: Typesetter, line: str, base: int) -> bytes:
    """Levels of the line's own characters, those of the isolates left out again.

    Where an isolate meets a number or another isolate, ``BORDER`` keeps them from becoming one run.
    """
    isolated, places = _with_isolates(typesetter, line, base)
    found = levels(isolated, base)
    if not places:
        return found
    kept = bytearray()
    done = 0
    between: dict[int, int] = {}
    for count, at in enumerate(places):
        kept += found[done : at + count]
        done = at + count + 1
        between[at] = min(found[at + count], between.get(at, found[at + count]))
    kept += found[done:]
    for at, level in between.items():
        if 0 < at < len(kept) and level < min(kept[at - 1], kept[at]):
            kept[at] |= BORDER
    return bytes(kept)


def _plain(typesetter: Typesetter, setting: Setting, line: str, base: int, place: str) -> Stretch:
    """A line in one style."""
    shown = line.replace(NO_BREAK, " ")
    found = _line_levels(typesetter, shown, base)
    tokens = _tokens(shown, found)
    known = setting.words
    words = [
        known.get((shown[start:end], found[start:end]))
        or typesetter.word(setting, shown[start:end], found[start:end], place)
        for start, end, _, _ in tokens
    ]
    return _with_blanks(words, tokens, base, line, setting)


def _tied(line: str, tokens: Sequence[tuple[int, int, int, int]]) -> frozenset[int]:
    """The words behind a blank at which the line may not end."""
    if NO_BREAK not in line:
        return frozenset()
    return frozenset(index for index, token in enumerate(tokens) if index and line[token[0] - 1] == NO_BREAK)


def _tokens(line: str, found: bytes) -> list[tuple[int, int, int, int]]:
    """(start, end, blanks after, their level) of each word; blanks before the first belong to no word."""
    tokens: list[tuple[int, int, int, int]] = []
    position, count = 0, len(line)
    while position < count:
        stop = line.find(" ", position)
        if stop < 0:
            stop = count
        after = stop
        while after < count and line[after] == " ":
            after += 1
        if stop > position:
            level = found[stop] if stop < count else 0
            if stop - position > _LONG and _LATIN_LETTER.search(line, position, stop):
                tokens += _cut_long(line, position, stop, after - stop, level)
            else:
                tokens.append((position, stop, after - stop, level))
        position = after
    return tokens


def _cut_long(line: str, start: int, end: int, blanks: int, level: int) -> list[tuple[int, int, int, int]]:
    """Let a long address break after its strokes, dots and dashes."""
    cuts = [match.start() for match in _LATIN_BREAK.finditer(line, start, end) if start + 3 < match.start() < end - 2]
    bounds = [start, *cuts, end]
    return [(first, last, blanks if last == end else 0, level) for first, last in pairwise(bounds)]


def _styled_lines(texts: list[str], settings: list[Setting]) -> list[tuple[str, list[tuple[int, Setting]]]]:
    """Cut styled text at forced line ends: each line with (end, setting) of its styles."""
    lines: list[tuple[str, list[tuple[int, Setting]]]] = []
    parts: list[str] = []
    bounds: list[tuple[int, Setting]] = []
    length = 0
    for text, setting in zip(texts, settings, strict=True):
        for number, part in enumerate(text.split("\n")):
            if number:
                lines.append(("".join(parts), bounds))
                parts, bounds, length = [], [], 0
            length += len(part)
            parts.append(part)
            bounds.append((length, setting))
    lines.append(("".join(parts), bounds))
    return lines


def _styled(typesetter: Typesetter, line: str, bounds: list[tuple[int, Setting]], base: int, place: str) -> Stretch:
    """A line in several styles."""
    shown = line.replace(NO_BREAK, " ")
    found = _line_levels(typesetter, shown, base)
    tokens = _tokens(shown, found)
    ends = [end for end, _ in bounds]
    words: list[Word] = []
    first = 0
    for start, end, _, _ in tokens:
        while ends[first] <= start:
            first += 1
        setting = bounds[first][1]
        text, inner = shown[start:end], found[start:end]
        if ends[first] >= end:
            word = setting.words.get((text, inner)) or typesetter.word(setting, text, inner, place)
        else:
            word = typesetter.mixed_word(_stretches(bounds, first, start, end), text, inner, place)
        words.append(word)
    return _with_blanks(words, tokens, base, line)


def _with_blanks(
    words: list[Word], tokens: list[tuple[int, int, int, int]], base: int, line: str, setting: Setting | None = None
) -> Stretch:
    """The words with the blanks of their tokens."""
    spaces, levels_of = [token[2] for token in tokens], [token[3] for token in tokens]
    return Stretch(words, spaces, levels_of, base, _tied(line, tokens), setting)


def _stretches(bounds: list[tuple[int, Setting]], index: int, start: int, end: int) -> list[tuple[Setting, int, int]]:
    """The styles of ``start``…``end`` as (setting, start, end) within the word."""
    found = []
    at = start
    while at < end:
        stop, setting = bounds[index]
        if stop > at:
            last = min(stop, end)
            found.append((setting, at - start, last - start))
            at = last
        index += 1
    return found
