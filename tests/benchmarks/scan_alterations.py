"""Alterations of scans under genuine marks: figures and dates of every grey, wiped, overwritten or exchanged.

``scan-alterations``: single places of sample minutes are altered as a scanner sees them, at each density and under
each condition; none of them may be vouched for whole, nor may a genuine page be called altered.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from PIL import Image, ImageChops

from desktop_app.domain.verifying.scanned_text import ScannedText, TextSeen
from desktop_app.printing.grey_or_colour import grey_or_colour
from desktop_app.printing.pages import LetterBox, PageReader, PlacedLetter
from desktop_app.printing.scans.scan_comparison import ComparedPrint
from tests import made_scans as made
from tests.benchmarks.table import Table
from tests.printing import sample_documents as samples
from tests.printing.minutes_reader import paper

DENSITIES: Final = (200, 300)
PAIRS: Final = ("۰۱", "۵۱", "۱۲", "۲۳", "۸۷", "۳۲", "۱۰", "۸۲")
DOTS: Final = ("dot gone", "dot more")
"""ز that becomes ر, and ر that becomes ز."""
WHOLE: Final = ("wiped", "overwritten", "written over", "word")
SHADES: Final = ("black", "grey")
CONDITIONS: Final[Mapping[str, made.Change]] = {
    "clean": made.in_turn(),
    "grey": made.grey,
    "1°, JPEG 30": made.in_turn(made.in_grey(made.skewed(1)), made.compressed(30)),
    "black and white": made.black_and_white,
    "photocopy": made.photocopied,
}
ALARMS: Final = (TextSeen.DOUBTFUL, TextSeen.OTHER)
_PALE: Final = 60
"""The darkest shade of what is printed in grey, of 255."""
_NEAR: Final = 4
"""Millimetres: lines that are nearer are told as one place."""
_DAY: Final = re.compile(r"[۰-۹]{4}/[۰-۹]{2}/[۰-۹]{2}")
_PDF: Final = paper(samples.RICH)


@dataclass(frozen=True, slots=True)
class Patch:
    """What is laid on a page at a place; ``ink`` lets what is printed show through."""

    at: tuple[int, int]
    picture: made.Picture
    ink: bool = False

    def onto(self, page: made.Picture) -> None:
        """Lay it."""
        box = (*self.at, self.at[0] + self.picture.width, self.at[1] + self.picture.height)
        page.paste(ImageChops.darker(page.crop(box), self.picture) if self.ink else self.picture, box)


@dataclass(frozen=True, slots=True)
class Altered:
    """What was done, to which shade, on which page, the altered word, and its millimetres from above."""

    what: str
    shade: str
    page: int
    word: str
    place: float
    patches: tuple[Patch, ...]

    def named_by(self, text: ScannedText) -> bool:
        """Whether the answer names it: as altered at its place, or as a word that could not be compared."""
        return self.word in text.unread or any(abs(one - self.place) <= _NEAR for one in text.places)


def printed() -> ComparedPrint:
    """The print that the marks name."""
    return ComparedPrint(_PDF)


def genuine(dpi: int) -> Sequence[made.Picture]:
    """Its pages."""
    return _drawn(dpi)


def alterations(dpi: int) -> Iterator[Altered]:
    """Each by itself; a pair of figures that the print does not have in a shade is left out."""
    for shade in SHADES:
        taken: set[tuple[int, int]] = set()
        for what in WHOLE:
            yield from _whole(what, shade, dpi, taken)
        yield from _dotted(shade, dpi, taken)
        for pair in PAIRS:
            yield from _exchanged(pair, shade, dpi, taken)


def seen(of: ComparedPrint, number: int, page: made.Picture, change: made.Change) -> ScannedText:
    """What is said of a page under a condition."""
    return of.compare(number, grey_or_colour(change(page.copy(), random.Random(number))))


def with_these(number: int, found: Iterable[Altered], dpi: int) -> made.Picture:
    """A page with alterations."""
    page = _drawn(dpi)[number - 1].copy()
    for one in found:
        for patch in one.patches:
            patch.onto(page)
    return page


def run(_options: list[str]) -> list[Table]:
    """Every alteration at each density under each condition."""
    of, rows = printed(), []
    for name, change in CONDITIONS.items():
        for dpi in DENSITIES:
            right = Counter(seen(of, number, page, change).seen for number, page in enumerate(genuine(dpi), start=1))
            wrong = Counter(
                seen(of, one.page, with_these(one.page, [one], dpi), change).seen for one in alterations(dpi)
            )
            alarms = sum(right[one] for one in ALARMS)
            named = sum(wrong[one] for one in ALARMS)
            told = (f"{alarms} of {right.total()}", right[TextSeen.SAME], f"{named} of {wrong.total()}")
            rows.append((name, str(dpi), *map(str, told), str(wrong[TextSeen.SAME])))
    head = ("condition", "dpi", "genuine, called altered", "genuine, vouched for", "altered, called so", "vouched for")
    note = "Whatever is neither called altered nor vouched for is named as what could not be compared."
    return [Table("Alterations under genuine marks", head, tuple(rows), note)]


# ---- made


@cache
def _drawn(dpi: int) -> Sequence[made.Picture]:
    return tuple(page.convert("L") for page in made.drawn(_PDF, dpi))


@cache
def _letters() -> Sequence[tuple[int, PlacedLetter, bool]]:
    """Every letter with its page, from 1, and whether it is printed in grey."""
    found = []
    with PageReader().open(_PDF) as opened:
        for index in range(opened.count):
            page = _drawn(300)[index]
            found += [
                (index + 1, one, _darkest(page.crop(_pixels(one.box, 300))) > _PALE) for one in opened.letters(index)
            ]
    return tuple(found)


def _darkest(picture: made.Picture) -> int:
    return next((shade for shade, count in enumerate(picture.histogram()) if count), 255)


def _pixels(box: LetterBox, dpi: int) -> tuple[int, int, int, int]:
    left, top, right, bottom = (side * dpi / 72 for side in (box.left, box.top, box.right, box.bottom))
    return int(left), int(top), int(right) + 1, int(bottom) + 1


def _height(one: PlacedLetter) -> float:
    return round(one.cell.bottom - one.cell.top, 1)


def _exchanged(pair: str, shade: str, dpi: int, taken: set[tuple[int, int]]) -> Iterator[Altered]:
    """The first figure of a shade, in no word that is taken, that has the other one in its own size somewhere."""
    own = [one for one in _letters() if one[1].letter == pair[0] and one[2] is (shade == "grey")]
    others = [one for one in _letters() if one[1].letter == pair[1] and one[2] is (shade == "grey")]
    for number, letter, _pale in own:
        other = next((one for one in others if _height(one[1]) == _height(letter)), None)
        if other is None or (number, letter.place) in taken:
            continue
        taken.add((number, letter.place))
        box, cell = _pixels(letter.box, dpi), _pixels(letter.cell, dpi)
        picture = _drawn(dpi)[other[0] - 1].crop(_pixels(other[1].box, dpi))
        above = _pixels(other[1].box, dpi)[1] - _pixels(other[1].cell, dpi)[1]
        at = ((box[0] + box[2] - picture.width) // 2, cell[1] + above)
        yield _altered(pair, shade, number, [letter], (_white(box), Patch(at, picture)))
        return


def _dotted(shade: str, dpi: int, taken: set[tuple[int, int]]) -> Iterator[Altered]:
    """The dot of a letter wiped away, and the same put over one that has none."""
    own = [one for one in _letters() if one[2] is (shade == "grey") and (one[0], one[1].place) not in taken]
    with_dot = next(((number, one) for number, one, _pale in own if one.letter == "ز"), None)
    if with_dot is None:
        return
    number, letter = with_dot
    box = _pixels(letter.box, dpi)
    dot = _drawn(dpi)[number - 1].crop((*box[:3], box[1] + _dot(_drawn(dpi)[number - 1].crop(box))))
    taken.add((number, letter.place))
    yield _altered(DOTS[0], shade, number, [letter], (_white((*box[:3], box[1] + dot.height)),))
    for number, other, _pale in own:
        if other.letter == "ر" and _height(other) == _height(letter) and (number, other.place) not in taken:
            cell = _pixels(other.cell, dpi)
            at = _pixels(other.box, dpi)[0], cell[1] + box[1] - _pixels(letter.cell, dpi)[1]
            taken.add((number, other.place))
            yield _altered(DOTS[1], shade, number, [other], (Patch(at, dot, ink=True),))
            return


def _dot(letter: made.Picture) -> int:
    """Rows of the dot that stands over a letter: to the brightest one between it and the stroke."""
    rows = [_darkest(letter.crop((0, row, letter.width, row + 1))) for row in range(round(0.6 * letter.height))]
    darkest = min(range(len(rows) // 2), key=rows.__getitem__)
    return max(range(darkest, len(rows)), key=rows.__getitem__)


def _whole(what: str, shade: str, dpi: int, taken: set[tuple[int, int]]) -> Iterator[Altered]:
    """A whole day, or a word that is another one now."""
    words: dict[tuple[int, int], list[PlacedLetter]] = {}
    for number, one, grey in _letters():
        if grey is (shade == "grey"):
            words.setdefault((number, one.place), []).append(one)
    wanted = [
        (number, found)
        for (number, _place), found in words.items()
        if (len(found) > 5 and found[0].word.isalpha() if what == "word" else _DAY.fullmatch(found[0].word))
    ]
    if len(wanted) < 4:
        return
    number, letters = wanted[WHOLE.index(what)]
    taken.add((number, letters[0].place))
    box = _around(letters, dpi)
    patches = [] if what == "written over" else [_white(box)]
    if what == "word":
        other, others = next(one for one in reversed(wanted) if one[1][0].word != letters[0].word)
        source = _drawn(dpi)[other - 1].crop(_around(others, dpi))
        patches.append(Patch(box[:2], source.crop((0, 0, min(source.width, box[2] - box[0]), box[3] - box[1]))))
    if what in ("overwritten", "written over"):
        patches.append(Patch(box[:2], _figures("۱۴۰۲/۱۲/۰۳", dpi), ink=True))
    yield _altered(what, shade, number, letters, tuple(patches))


def _altered(what: str, shade: str, page: int, letters: Sequence[PlacedLetter], patches: tuple[Patch, ...]) -> Altered:
    middle = (letters[0].box.top + letters[0].box.bottom) / 2 / 72 * made.MM_PER_INCH
    return Altered(what, shade, page, letters[0].word, middle, patches)


def _white(box: tuple[int, int, int, int]) -> Patch:
    return Patch(box[:2], Image.new("L", (box[2] - box[0], box[3] - box[1]), 255))


def _around(letters: Sequence[PlacedLetter], dpi: int) -> tuple[int, int, int, int]:
    boxes = [_pixels(one.box, dpi) for one in letters]
    left, top = (min(one[side] for one in boxes) - 1 for side in (0, 1))
    right, bottom = (max(one[side] for one in boxes) + 1 for side in (2, 3))
    return left, top, right, bottom


def _figures(text: str, dpi: int) -> made.Picture:
    """Black figures of the print."""
    by_figure = {one.letter: (number, one) for number, one, pale in _letters() if not pale}
    pieces = [_drawn(dpi)[number - 1].crop(_pixels(one.cell, dpi)) for number, one in map(by_figure.__getitem__, text)]
    whole = Image.new("L", (sum(one.width for one in pieces), max(one.height for one in pieces)), 255)
    across = 0
    for piece in pieces:
        whole.paste(piece, (across, 0))
        across += piece.width
    return whole.crop(ImageChops.invert(whole).getbbox())
