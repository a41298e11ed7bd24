"""Tiling patterns and soft masks that the words of a page or form of a PDF from elsewhere paint with as they go.

Each is drawn by words of its own, and pdfium draws those anew for every path, text and form that is painted with it.
Colours are followed exactly as pdfium does; where that cannot be told, the heaviest that was ever chosen is taken.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from desktop_app.printing.pdf.drawn_letters import AS_TEXT, GAP, NAME, NOTHING, Drawn, is_odd, most, plain_name
from desktop_app.printing.pdf.shown_text import shown_codes
from desktop_app.printing.pdf.unpacking import Effort

_DRAWN: Final = re.compile(NAME + GAP + rb"Do\b")
_QUOTED: Final = re.compile(AS_TEXT + rb"(?:" + GAP + rb")?Do\b")
_OF_WORD: Final = rb"[^\x00\t\n\x0c\r \x80\xff/\[\]()<>{}%]"
"""What a word is made of: to pdfium two more bytes are blanks than to others."""
_TOKEN: Final = re.compile(rb"%[^\r\n]*|/" + _OF_WORD + rb"*|<<|>>|<[^>]*>|[\[\](){}<>]|" + _OF_WORD + rb"+")
_BRACKETS: Final = re.compile(rb"\\.|[()]", re.DOTALL)
_NUMBER: Final = re.compile(rb"[-+.0-9]+")
_WORDS: Final = frozenset({b"true", b"false"})
_VALUES: Final = _WORDS | {b"null"}
INLINE: Final = re.compile(rb"\bBI\b")
"""Begins a picture between the words: nobody can tell where its bytes end."""
_A_TOKEN, _AT_ONCE = 2, 10_000
"""Codes that the reading of a word takes, whatever its length, and so many words are read between two askings."""
_BYTES_A_CODE: Final = 8
"""So many bytes are looked through for what is painted and shown in the time of one code."""
_EVERY: Final = re.compile(
    rb"(?<!" + _OF_WORD + rb")(?:f\*?|F|B\*?|b\*?|S|s|Do|sh|EI|Tj|TJ|'|\")(?!" + _OF_WORD + rb")",
)
_PICTURES: Final = re.compile(rb"\b(?:EI|sh)\b")
_LINES: Final = re.compile(rb"(?<!" + _OF_WORD + rb")[Ss](?!" + _OF_WORD + rb")")
_ALONE: Final = re.compile(rb"(?<=\s[fFSBnQqgG]\s)(?:[-+.0-9]+\s+){2}([-+.0-9]+)\s+([-+.0-9]+)\s+re\s+f(?=\s)")
"""The sides of a box that is filled and of no larger path."""
_AT_LEAST: Final = 0.001
_A_LINE, _A_PATH, A_PICTURE = 0.03, 0.2, 2.0
"""Sheets that each takes within a mask or a tile, where nobody can tell how large it is."""
_FILLS: Final = frozenset({b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"Do"})
_STROKES: Final = frozenset({b"S", b"s", b"B", b"B*", b"b", b"b*"})
_SHOWS: Final = frozenset({b"Tj", b"TJ", b"'", b'"'})
_PAINTS: Final = _FILLS | _STROKES | _SHOWS | {b"sh"}
_PLAIN_COLOURS: Final = {b"g": 1, b"rg": 3, b"k": 4, b"G": 1, b"RG": 3, b"K": 4}
"""How many numbers each has; with others pdfium passes some of them over."""


class Unclear(Exception):
    """Words of which each reader makes something else."""


class Painting(NamedTuple):
    """What is drawn for each path that is filled or stroked, and for all that is painted under a mask."""

    fill: Drawn
    stroke: Drawn
    mask: Drawn


PLAIN: Final = Painting(NOTHING, NOTHING, NOTHING)
Forms = Counter[tuple[str, Painting]]
"""How often each form is drawn, and with what the painting in it begins."""


def forms_drawn(said: bytes, known: frozenset[str]) -> Counter[str]:
    """How often words draw each form; a text, or another that stands for a name, is any of those that are known."""
    found = Counter(plain_name(one) for one in _DRAWN.findall(said))
    if quoted := len(_QUOTED.findall(said)):
        found.update(dict.fromkeys(known, quoted))
    return found


def painted(
    said: bytes,
    begun: Painting,
    tiles: Mapping[str, Drawn],
    masks: Mapping[str, Drawn],
    known: frozenset[str],
    effort: Effort,
) -> tuple[Drawn, Forms]:
    """What patterns and masks draw in all, and the forms."""
    if INLINE.search(said):
        effort.spend(len(said) // _BYTES_A_CODE)
        return _with_heaviest(said, begun, tiles, masks, known)
    reading = _Reading(begun, tiles, masks, known)
    try:
        for one, length in tokens(said, effort):
            if one == b"(":
                reading.text(length)
            else:
                reading.token(one)
    except Unclear:
        return _with_heaviest(said, begun, tiles, masks, known)
    return reading.drawn, reading.forms


def sheets_painted(said: bytes, box: float) -> float:
    """As many sheets take the time of what words paint at most, what is drawn by its name left out.

    ``box`` is the area of the form that they are of: what is as small as a box that stands alone is told by it.
    """
    every, pictures, lines = (len(one.findall(said)) for one in (_EVERY, _PICTURES, _LINES))
    alone = (
        [] if b"cm" in said or not box else [abs(_float(wide) * _float(high)) for wide, high in _ALONE.findall(said)]
    )
    paths = every - lines - len(alone) + sum(min(1.0, one / box) for one in alone)
    return paths * _A_PATH + pictures * A_PICTURE + lines * _A_LINE + len(alone) * _AT_LEAST


def tokens(said: bytes, effort: Effort) -> Iterator[tuple[bytes, int]]:
    """Words one by one; a text is its bracket and how long it is. Raises :class:`Unclear` for one that never ends."""
    at = count = 0
    while found := _TOKEN.search(said, at):
        at, one = found.end(), found[0]
        count += 1
        if count == _AT_ONCE:
            effort.spend(_AT_ONCE * _A_TOKEN)
            count = 0
        if one == b"(":
            begins, at = at, _end_of_text(said, at)
            yield one, at - begins
        else:
            yield one, len(one)
    effort.spend(count * _A_TOKEN)


# ---- inside


class _Reading:
    """The words read one by one; raises :class:`Unclear`."""

    def __init__(
        self, begun: Painting, tiles: Mapping[str, Drawn], masks: Mapping[str, Drawn], known: frozenset[str]
    ) -> None:
        self.drawn, self.forms = NOTHING, Forms()
        self._tiles, self._masks, self._known = tiles, masks, known
        self._now, self._kept = begun, list[Painting]()
        self._open: list[bytes] = []
        self._clear()

    def text(self, length: int) -> None:
        self._shown += length
        self._name, self._quoted, self._other = b"", True, True

    def token(self, one: bytes) -> None:
        """Take the next token of the page's content."""
        begins = one[:1]
        if begins == b"%":
            return
        if begins == b"<" and len(one) > 2:
            self.text(len(one))
        elif begins in b"<>[](){}":
            self._bracket(one)
        elif begins == b"/":
            self._name, self._quoted, self._other = one[1:], is_odd(one), True
        elif _NUMBER.fullmatch(one) or one in _VALUES:
            self._numbers += 1
            # to pdfium the words for yes and no are texts
            self._name, self._quoted = b"", self._quoted or one in _WORDS
            self._other = self._other or one in _VALUES
        elif self._open:
            raise Unclear
        else:
            self._operator(one)
            self._clear()

    def _bracket(self, one: bytes) -> None:
        if one in (b"<<", b"["):
            if self._open[-1:] == [b"["]:
                raise Unclear
            self._open.append(one)
        elif one in (b">>", b"]"):
            if not self._open or self._open.pop() != {b">>": b"<<", b"]": b"["}[one]:
                raise Unclear
        elif one != b"<>":
            raise Unclear
        self._name, self._other = b"", True

    def _clear(self) -> None:
        self._numbers = self._shown = 0
        self._name, self._quoted, self._other = b"", False, False

    def _operator(self, one: bytes) -> None:
        now = self._now
        if one == b"q":
            self._kept.append(now)
        elif one == b"Q":
            self._now = self._kept.pop() if self._kept else now
        elif one == b"gs":
            self._now = now._replace(mask=self._mask())
        elif one in (b"scn", b"SCN"):
            self._choose(one == b"SCN", self._tiles.get(plain_name(self._name)))
        elif one in _PAINTS:
            self._paint(one)
        elif self._numbers == _PLAIN_COLOURS.get(one, -1) and not self._other:
            self._choose(one.isupper(), NOTHING)

    def _choose(self, stroke: bool, drawn: Drawn | None) -> None:
        if drawn is not None:
            self._now = self._now._replace(stroke=drawn) if stroke else self._now._replace(fill=drawn)

    def _mask(self) -> Drawn:
        if self._quoted:
            return most([self._now.mask, *self._masks.values()])
        return self._masks.get(plain_name(self._name), self._now.mask)

    def _paint(self, one: bytes) -> None:
        now = self._now
        self.drawn = self.drawn.more(now.mask, 1)
        if one in _SHOWS:
            self.drawn = self.drawn.more(now.fill, self._shown).more(now.stroke, self._shown)
        if one in _FILLS:
            self.drawn = self.drawn.more(now.fill, 1)
        if one in _STROKES:
            self.drawn = self.drawn.more(now.stroke, 1)
        if one == b"Do":
            for name in self._known if self._quoted else (plain_name(self._name),):
                self.forms[name, now] += 1


def _with_heaviest(
    said: bytes, begun: Painting, tiles: Mapping[str, Drawn], masks: Mapping[str, Drawn], known: frozenset[str]
) -> tuple[Drawn, Forms]:
    """The same where a picture stands between the words: nobody can tell where its bytes end."""
    tile, mask = most([begun.fill, begun.stroke, *tiles.values()]), most([begun.mask, *masks.values()])
    times = len(_EVERY.findall(said))
    drawn = NOTHING.more(tile, 2 * (times + shown_codes(said).total())).more(mask, times)
    now = Painting(tile, tile, mask)
    return drawn, Forms({(name, now): count for name, count in forms_drawn(said, known).items()})


def _end_of_text(said: bytes, at: int) -> int:
    depth = 1
    for found in _BRACKETS.finditer(said, at):
        if len(found[0]) == 1:
            depth += 1 if found[0] == b"(" else -1
        if not depth:
            return found.end()
    raise Unclear


def _float(said: bytes) -> float:
    try:
        return float(said)
    except ValueError:
        # nobody knows which number that is
        return math.inf
