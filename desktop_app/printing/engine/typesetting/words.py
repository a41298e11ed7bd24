"""Words with bidi levels from spans of text: normalise, isolate, resolve levels, cut at blanks.

Stretches of a line that lead to one anchor each are what a link needs to know. Widths are read from the operators that
draw, so they hold whatever a line does to its words and blanks. No-break groups stay on one line, except where no line
can hold them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, takewhile
from typing import Final

from desktop_app.printing.engine.script.isolate import LRI, PDI, isolated_stretches
from desktop_app.printing.engine.script.letters import NO_BREAK, normalise
from desktop_app.printing.engine.script.levels import LTR, RTL, levels
from desktop_app.printing.engine.typesetting.draw import visual_atoms
from desktop_app.printing.engine.typesetting.set_text import Line, Setting, Stretch, Word
from desktop_app.printing.engine.typesetting.style import Direction, Span, TextStyle
from desktop_app.printing.engine.typesetting.typesetter import BORDER, Typesetter

_PARTS = re.compile(r"<([0-9A-F]+)>|\]TJ [-\d.]+ Ts\[|(-?\d+(?:\.\d+)?)")


@dataclass(frozen=True, slots=True)
class Segment:
    """Neighbours on a line with one ``link`` (none: ""); ``left`` and ``right`` are the edges of the ink."""

    link: str
    left: float
    right: float
    ascent: float
    descent: float
    code: str


def segments(line: Line, x: float) -> list[Segment]:
    """Return the segments of a line that begins at ``x``, from left to right, with continuing operators."""
    found = []
    atoms = [(atom[1], atom[2]) for atom in visual_atoms(line)]
    for link, group in groupby(atoms, key=lambda atom: atom[0].style.link):
        own = list(group)
        width = sum(_width(*atom) for atom in own)
        before = sum(_width(*atom) for atom in takewhile(_is_blank, own))
        after = sum(_width(*atom) for atom in takewhile(_is_blank, reversed(own)))
        setting = own[0][0]
        found.append(Segment(link, x + before, x + width - after, setting.ascent, setting.descent, _code(own)))
        x += width
    return found


def _code(atoms: list[tuple[Setting, str]]) -> str:
    parts = []
    for _, group in groupby(atoms, key=lambda atom: id(atom[0])):
        own = list(group)
        parts.append(f"{own[0][0].operators} [{''.join(code for _, code in own)}]TJ")
    return " ".join(parts).replace("><", "")


def _is_blank(atom: tuple[Setting, str]) -> bool:
    setting, code = atom
    return bool(code) and {f"<{text}>" for text, _ in _PARTS.findall(code) if text} == {setting.space_code}


def _width(setting: Setting, code: str) -> float:
    """Return the total advance of the operators, in points."""
    moved = 0.0
    for text, number in _PARTS.findall(code):
        moved += sum(setting.font.width(int(text[at : at + 4], 16)) for at in range(0, len(text), 4))
        moved -= float(number or 0)
    return moved * setting.style.size / 1000


SLACK: Final = 1e-6
_EZAFE: Final = "ه\u0654"
"""What a word ends with that is written with its ezafe: the next one says of what."""


def widest_word(stretch: Stretch) -> float:
    """Return the width of the widest word, or group of tied words; 0 without words."""
    if stretch.tied:
        return max(tied_widths(stretch).values())
    return max([word.width for word in stretch.words], default=0.0)


def tied_widths(stretch: Stretch) -> dict[int, float]:
    """Return the widths of words with all words tied to them, by the index of the first."""
    found: dict[int, float] = {}
    start, blanks = 0, 0.0
    for index, word in enumerate(stretch.words):
        if index in stretch.tied:
            found[start] += blanks + word.width
        else:
            start, found[index] = index, word.width
        blanks = stretch.spaces[index] * word.setting.space
    return found


def words_after_ezafe(stretch: Stretch) -> list[int]:
    """Return the indices of words that follow an ezafe; no line of a title should begin with them."""
    ends = [word.text.endswith(_EZAFE) for word in stretch.words]
    return [index for index in range(1, len(ends)) if ends[index - 1] and index not in stretch.tied]


def with_tie(stretch: Stretch, index: int) -> Stretch:
    """Return the stretch with one tie more."""
    return replace(stretch, tied=stretch.tied | {index}, broken=None)


def without_wide_ties(stretch: Stretch, width: float) -> Stretch:
    """Return the stretch without ties between words that no line can hold together."""
    found = tied_widths(stretch)
    starts = [*found, len(stretch.words)]
    held = frozenset(
        index for start, end in pairwise(starts) if found[start] <= width + SLACK for index in range(start + 1, end)
    )
    return stretch if held == stretch.tied else replace(stretch, tied=held, broken=None)


_LONG = 18
_SHARED = 48
"""Letters up to which a text is likely to come again in one document."""
_LATIN_BREAK = re.compile(r"(?<=[/\-._?&=@:%#+])(?=[^/\-._?&=@:%#+\u2066\u2069])")
_LATIN_LETTER = re.compile("[A-Za-z]")


def canonical_text(text: str) -> str:
    """Return the canonical text of a line on paper: normalised, with isolates."""
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
    """Typeset the words of a paragraph; a character without a glyph is refused before anything is drawn.

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
    """Return the line with isolates, and the position of each in the line without them."""
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
    """Return the levels of the line's characters, without those of the isolates.

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
    """Return a line in one style."""
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
    """Return the words after a blank at which the line must not end."""
    if NO_BREAK not in line:
        return frozenset()
    return frozenset(index for index, token in enumerate(tokens) if index and line[token[0] - 1] == NO_BREAK)


def _tokens(line: str, found: bytes) -> list[tuple[int, int, int, int]]:
    """Return (start, end, blanks after, their level) of each word; leading blanks belong to no word."""
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
    """Allow breaks in a long address after slashes, dots and dashes."""
    cuts = [match.start() for match in _LATIN_BREAK.finditer(line, start, end) if start + 3 < match.start() < end - 2]
    bounds = [start, *cuts, end]
    return [(first, last, blanks if last == end else 0, level) for first, last in pairwise(bounds)]


def _styled_lines(texts: list[str], settings: list[Setting]) -> list[tuple[str, list[tuple[int, Setting]]]]:
    """Split styled text at forced line ends: each line with (end, setting) of its styles."""
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
    """Return a line in several styles."""
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
    """Return a stretch of the words with the blanks of their tokens."""
    spaces, levels_of = [token[2] for token in tokens], [token[3] for token in tokens]
    return Stretch(words, spaces, levels_of, base, _tied(line, tokens), setting)


def _stretches(bounds: list[tuple[int, Setting]], index: int, start: int, end: int) -> list[tuple[Setting, int, int]]:
    """Return the styles of ``start``…``end`` as (setting, start, end) within the word."""
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
