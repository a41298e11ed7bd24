"""Shaping of a text of one font, direction and script into glyphs in visual order, with direction marks.

Bidi marks are blank direction marks, by which readers put mixed lines into the order of typing.

A reader sees glyphs from left to right and guesses the text. What was found by reading our paper with five of them:

- Poppler goes from right to left and takes everything from a number, a Latin letter or a comma up to the next strong
  right-to-left character as one stretch from left to right: the blank behind a number moves before it, a comma moves
  behind its blank. A right-to-left mark (RLM) behind the stretch ends it there.
- pdfium cuts a line at every change of class, and counts separators, signs and vowel marks among the weak left ones:
  a comma that touches a number or a vowel mark changes places with it, unless an RLM stands between. It also turns
  round every bracket of a right-to-left stretch, while Poppler, pypdf and pdf.js turn none. So the code of a bracket
  says the character that was typed; a left-to-right mark (LRM) before and an RLM behind make pdfium leave it alone.
  (The other way, the drawn shape as text, wins as many lines in pdfium and costs the half of Poppler's and pdf.js's.)
- MuPDF needs the RLM as Poppler does and gives up a few of the lines with brackets that it would have had. pypdf and
  pdf.js take no notice of either mark; pypdf turns Persian digits round, pdf.js drops the half space and tears a vowel
  mark from its letter behind a blank, whoever made the file.

What the marks cannot mend: in a Persian line pdfium also gives the pieces of a stretch from left to right back in
reverse, so that an address, a version or an English phrase keeps its words and loses their order («name@host.ir» comes
out as «ir.host@name»). Only pieces that it holds in reverse already come out right: by the order of the stream, by
where text objects begin, or by a replacement text. But pypdf, MuPDF and pdf.js follow the stream, MuPDF the
replacement text too, and marks that hold pieces apart stay in an address that is copied. Those readers give such
stretches back as typed now, so the stream keeps the order of the paper; ``dev.py bench paper-text`` draws and reads
every way that was tried.

The marks have no ink and take no room; like joiners they are characters that nobody sees in what is copied. Their price
is paid in finders that compare character by character: a phrase over a mark is missed there. Chrome, Edge and Firefox
skip such characters when they search, and find more phrases with the marks than without (``dev.py bench paper-text``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from unicodedata import bidirectional, combining

from desktop_app.domain.errors import RuleBroken
from desktop_app.printing.engine.script.letters import mirrored
from desktop_app.printing.engine.typesetting.fonts import HIDDEN, FontFace, GlyphPart
from desktop_app.printing.engine.typesetting.harfbuzz import Drawn

LRM: Final = "\u200e"
RLM: Final = "\u200f"
_WEAK: Final = frozenset(("CS", "ES", "ET"))
_LETTERS: Final = frozenset(("R", "AL"))
_PLAIN: Final = re.compile("[\u0621-\u0669\u0671-\u06d3\u06f0-\u06f9\u200c]*")


def marks_around(text: str, start: int, end: int) -> dict[int, str]:
    """Return the direction marks of a right-to-left text by the index they precede; ``end`` for the last."""
    if _PLAIN.fullmatch(text, start, end):
        return {}
    found: dict[int, str] = {}
    for index in range(start, end):
        before, behind = _marks_of_character(text, index, start, end)
        if before and not found.get(index, "").endswith(before):
            found[index] = found.get(index, "") + before
        if behind:
            found[index + 1] = behind
    return found


def _marks_of_character(text: str, index: int, start: int, end: int) -> tuple[str, str]:
    """Return the marks before and after one character."""
    sign = text[index]
    if mirrored(sign) != sign:
        return LRM, RLM
    if bidirectional(sign) not in _WEAK or combining(sign):
        return "", ""
    before = RLM if index > start and combining(text[index - 1]) else ""
    goes_on = index + 1 < end and bidirectional(text[index + 1]) in _LETTERS
    return before, "" if goes_on else RLM


def needs_mark(following: str) -> bool:
    """Whether a left-to-right stretch before this character must be closed by an RLM."""
    return not following or bidirectional(following) not in _LETTERS


_ARABIC = "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc\u200c\u200d"
_SCRIPT_RUNS = re.compile(f"[{_ARABIC}]+|[^{_ARABIC}]+")
_HAS_ARABIC = re.compile(f"[{_ARABIC}]")
_HALF = re.compile("[\ud800-\udfff]")
_EXTRA = "\u200d"
_HAS_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph to draw, and the one character it represents in the text layer.

    ``x`` and ``y`` move the glyph off the pen, ``advance`` moves the pen afterwards; font units. ``turn``
    tells equal letters of one ligature apart: a reader takes two equal codes at one place for a shadow. ``tail`` is the
    length of a stroke that is drawn behind the letter and counted in ``advance``. ``parts`` are drawn with it: the
    other glyphs of a letter that the font draws in several.
    """

    index: int
    character: str
    advance: int
    x: int
    y: int
    turn: int = 0
    tail: int = 0
    parts: tuple[GlyphPart, ...] = ()


@dataclass(frozen=True, slots=True)
class Shaped:
    """Glyphs from left to right and their total width in font units."""

    glyphs: tuple[Glyph, ...]
    width: int


def script_runs(text: str, right_to_left: bool) -> list[tuple[int, int, str]]:
    """Return runs (start, end, script) of a text of one level; common characters join their neighbours."""
    if right_to_left:
        return [(0, len(text), "Arab")]
    if not _HAS_LATIN.search(text):
        return [(0, len(text), "Arab" if _HAS_ARABIC.search(text) else "Latn")]
    return [
        (match.start(), match.end(), "Arab" if _HAS_ARABIC.match(match.group()) else "Latn")
        for match in _SCRIPT_RUNS.finditer(text)
    ]


@lru_cache(maxsize=4096)
def shape(face: FontFace, text: str, start: int, end: int, right_to_left: bool, script: str, place: str = "") -> Shaped:
    """Shape ``text[start:end]``; the rest of ``text`` only affects joining at the ends.

    A paper after the first one finds most of its words here: they do not depend on the document.
    """
    drawn = face.opened.shape(text, start, end, right_to_left, script, face.thin)
    _refuse_missing(face, text, start, end, drawn, place)
    glyphs = _placed(face, text, start, end, drawn, right_to_left)
    if right_to_left:
        glyphs = _with_marks(face, glyphs, marks_around(text, start, end), end)
    return Shaped(tuple(glyphs), sum(glyph.advance for glyph in glyphs))


def _placed(face: FontFace, text: str, start: int, end: int, drawn: list[Drawn], right_to_left: bool) -> list[Glyph]:
    """Return one glyph for each letter, in visual order."""
    order = range(end - 1, start - 1, -1) if right_to_left else range(start, end)
    if [one[1] for one in drawn] == [*order] and HIDDEN.isdisjoint(text[start:end]):
        # as in most words, the font draws one glyph for each letter
        return [_glyph(index, text[at], advance, x, y) for index, at, advance, x, y in drawn]
    glyphs: list[Glyph] = []
    for letters, cluster in _clusters(text, start, end, drawn, right_to_left):
        _place(face, _without_ink(face, cluster, letters), letters, glyphs)
    return glyphs


def _clusters(
    text: str, start: int, end: int, drawn: list[Drawn], right_to_left: bool
) -> Iterator[tuple[str, list[Drawn]]]:
    """Yield the letters and the drawn glyphs of each cluster, both in visual order."""
    index, count = 0, len(drawn)
    # In visual order a right-to-left cluster ends, in the text, where the one before it began
    bound = end if right_to_left else start
    while index < count:
        cluster, first = drawn[index][1], index
        while index < count and drawn[index][1] == cluster:
            index += 1
        if right_to_left:
            letters = text[cluster:bound][::-1]
            bound = cluster
        else:
            letters = text[cluster : drawn[index][1] if index < count else end]
        yield letters, drawn[first:index]


def _without_ink(face: FontFace, drawn: list[Drawn], letters: str) -> list[Drawn]:
    """Replace glyphs of invisible characters by blanks."""
    if not HIDDEN.issuperset(letters):
        return drawn
    return [(face.thin, one[1], 0, 0, 0) if face.opened.inked(one[0]) else one for one in drawn]


def _refuse_missing(face: FontFace, text: str, start: int, end: int, drawn: list[Drawn], place: str) -> None:
    """Refuse the first letter without a glyph, or half a surrogate pair."""
    half = _HALF.search(text, start, end)
    missing = [cluster for index, cluster, *_ in drawn if index == 0] + ([half.start()] if half else [])
    if missing:
        character = text[min(missing)]
        raise RuleBroken(
            "glyph_missing",
            character=character,
            code_point=f"U+{ord(character):04X}",
            place=place,
            row=0,
            font=face.name,
        )


def _place(face: FontFace, drawn: list[Drawn], letters: str, glyphs: list[Glyph]) -> None:
    """Give each letter of a cluster (in visual order) one glyph: its own, or a blank inside the ligature."""
    last, more = len(drawn) - 1, len(drawn) - len(letters)
    if more > 0 and not face.whole:
        _place_split(face, drawn, letters, glyphs)
        return
    for position, (index, _, advance, x, y) in enumerate(drawn):
        if position == last and len(letters) > len(drawn):
            _place_ligature(face, drawn[last], letters[position:], glyphs)
        else:
            # A font to which nothing may be added says a letter of more glyphs once, then joiners
            letter = letters[position] if position < len(letters) else _EXTRA
            glyphs.append(_glyph(index, letter, advance, x, y))


def _place_split(face: FontFace, drawn: list[Drawn], letters: str, glyphs: list[Glyph]) -> None:
    """Combine several glyphs of one letter into one, so that the text layer has the letter once.

    HarfBuzz takes a letter apart that the font lacks and whose parts it has: a base, then its marks.
    """
    more = len(drawn) - len(letters)
    base = max(range(len(drawn)), key=lambda at: drawn[at][2])
    # the base with its marks: they follow it from left to right, and stand before it in visual order otherwise
    start = min(base, len(letters) - 1)
    for position, letter in enumerate(letters):
        if position == start:
            glyphs.append(_whole_letter(face, drawn[start : start + more + 1], base - start, letter))
        else:
            index, _, advance, x, y = drawn[position if position < start else position + more]
            glyphs.append(_glyph(index, letter, advance, x, y))


def _whole_letter(face: FontFace, drawn: list[Drawn], base: int, letter: str) -> Glyph:
    """Return one glyph made of several; glyphs without ink only move the pen."""
    pen, parts = 0, []
    for index, _, advance, x, y in drawn:
        parts.append(GlyphPart(index, pen + x, y))
        pen += advance
    inked = [part for part in parts if face.opened.inked(part.glyph)]
    first = parts[base] if parts[base] in inked or not inked else inked[0]
    others = tuple(part for part in inked if part is not first)
    return Glyph(first.glyph, letter, pen, first.x, first.y, parts=others)


@lru_cache(maxsize=8192)
def _glyph(index: int, letter: str, advance: int, x: int, y: int) -> Glyph:
    """Return the glyph, shared by all words, because few of very many glyphs differ."""
    return Glyph(index, letter, advance, x, y)


def _place_ligature(face: FontFace, drawn: Drawn, letters: str, glyphs: list[Glyph]) -> None:
    """Assign one letter to the drawn ligature, and thin blanks to the other letters.

    So no reader sees a gap or a step back; and two equal letters never stand at one place, which readers
    take for the shadow of a single one. A mark is always said by a blank: readers give it no width, whatever it has.
    """
    index, _, advance, x, y = drawn
    said = _letter_of_ligature(letters)
    glyphs += [Glyph(face.thin, letter, 0, 0, 0, turn) for turn, letter in enumerate(letters[:said])]
    glyphs.append(Glyph(index, letters[said], advance, x, y))
    back = -face.advance(face.thin)
    glyphs += [Glyph(face.thin, letter, 0, back, 0, turn) for turn, letter in enumerate(letters[said + 1 :])]


def _letter_of_ligature(letters: str) -> int:
    """Return the index of the letter assigned to the ligature: the first of two equal ones, or the first non-mark."""
    twins = next((at for at in range(len(letters) - 1) if letters[at] == letters[at + 1]), None)
    if twins is not None:
        return twins
    return next((at for at, letter in enumerate(letters) if not combining(letter)), 0)


def _with_marks(face: FontFace, glyphs: list[Glyph], marks: dict[int, str], end: int) -> list[Glyph]:
    """Return the glyphs with the direction marks between them, in visual order."""
    if not marks:
        return glyphs
    steered: list[Glyph] = []
    at = end
    for glyph in glyphs:
        steered += _marks(face, marks.get(at, ""))
        steered.append(glyph)
        at -= glyph.character != _EXTRA
    return steered + _marks(face, marks.get(at, ""))


def _marks(face: FontFace, marks: str) -> list[Glyph]:
    return [Glyph(face.thin, mark, 0, 0, 0) for mark in reversed(marks)]
