"""Letters of a scanned page beside those of its print, one by one and of whatever grey and size, in a large picture.

Of each letter the ink that is missing is looked for within its own box, and the ink that is too much within its place
in the line, which is as high as its font. Wear lies thin along the edges of every stroke; another figure, and even a
dot that was wiped away, differ in a spot as wide as a stroke. What is surely there as it was printed, what surely is
not, and what the scan does not show well enough are told apart: the last is nobody's fault and is named, so that
somebody reads it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from operator import mul
from typing import Final

from PIL import Image, ImageChops, ImageFilter

from desktop_app.domain.verifying.scanned_text import TextSeen
from desktop_app.printing.scans.scan_pieces import Box

LARGER: Final = 2
"""Times that the picture is larger than the one in which whole pages are compared."""
SIGNS: Final = "/٪٫%"
"""Signs that change a number."""
_SHADES: Final = tuple(range(256))
_BLURS: Final = (0.0, 1.2, 2.0, 3.0)
_MOST_GAIN: Final = 1.8
_REACH: Final = 4
"""Pixels that a letter may lie beside its place."""
_FULL: Final = {False: 255, True: 170}
"""The shade of ink of black letters and of grey ones."""
_NOISE: Final = 20
"""Shades that a pixel may differ: what compression and a grey machine add beside every stroke is no ink."""
_CLOSE: Final = 0.15
"""Of the ink of a letter, missing and too much together: it is there, and no better place is looked for."""
_STROKE: Final = 0.03
"""Half the width of a stroke, of the height of the font."""
_SAME: Final = 0.46
"""Of full ink, in the worst spot of a letter as wide as a stroke: what is below is what was printed.

Of 2,086 letters of genuine pages, clean, grey, turned and compressed, at 150 to 300 dots an inch, none had more than
0.43; of figures and dots that were altered, of whatever shade, density and condition, none had less than 0.51.
"""
_USUAL: Final = 0.9
"""Of the letters of one shade, those by which the wear of the page is judged."""
_TIMES: Final = 2.5
_BESIDE: Final = 0.05
"""A letter is changed where it is so many times as worn as nine of ten, and so much more."""
_CHANGED: Final = 0.62
"""The same that no genuine letter has whose page can be compared."""
_WORN_OUT: Final = 0.9
"""The same, beyond which wear says nothing more: of so worn a shade nothing is called changed."""
_FAINT: Final = 0.3
"""Share of the letters of one shade that cannot be compared, where the shade as a whole is said to be so."""
_COVERED: Final = 0.6
"""Share of the letters of a word that lie under ink, where the word can hardly be read."""


@dataclass(frozen=True, slots=True)
class FineLetter:
    """A letter of the print in pixels of the large picture: its ink, its place in the line, the height of its font."""

    letter: str
    box: Box
    cell: Box
    height: float
    pale: bool
    word: str
    place: int

    @property
    def figure(self) -> bool:
        """Whether it is a figure: another one in its place makes another number or day.

        One among Latin letters is of the code of the paper, which is read from the QR marks.
        """
        return self.letter.isdecimal() and not any(one.isascii() and one.isalpha() for one in self.word)


@dataclass(frozen=True, slots=True)
class FineText:
    """What is seen of the letters of a page; boxes are in pixels of the smaller picture."""

    seen: TextSeen
    changed: tuple[Box, ...]
    unread: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Wear:
    """Of a letter, what its worst spot is short of full ink, and what the worst one has too much."""

    letter: FineLetter
    missing: float
    surplus: float

    @property
    def same(self) -> bool:
        """Whether it surely is the letter that was printed."""
        return max(self.missing, self.surplus) <= _SAME

    @property
    def blackened(self) -> bool:
        """Whether ink as dark as black print is beside it, of which a coloured pen leaves none."""
        return self.surplus * _FULL[self.letter.pale] > _CHANGED * _FULL[False]


def compared_letters(
    ink: Image.Image,
    laid: Image.Image,
    letters: Sequence[FineLetter],
    written_over: Callable[[Box], bool],
    coloured: Callable[[Box], bool],
) -> FineText:
    """Every letter; of a box of the smaller picture it is told whether a pen or a stamp lies over it.

    ``written_over``: in ink as dark as print; ``coloured``: in ink of which little is left.
    """
    sharp = _as_sharp(ink, laid)
    changed: list[FineLetter] = []
    unread: list[FineLetter] = []
    faint: set[bool] = set()
    for pale in (False, True):
        worn = list(_worn(sharp, laid, [one for one in letters if one.pale is pale]))
        more = [(one.letter, _smaller(one.letter.cell)) for one in worn if one.surplus > _SAME]
        dark = {letter for letter, cell in more if written_over(cell)}
        under = dark | {letter for letter, cell in more if coloured(cell)}
        open_ = [one for one in worn if one.letter not in under]
        unsure = [one.letter for one in open_ if not one.same]
        if len(unsure) > _FAINT * max(1, len(worn)):
            faint.add(pale)
            unread += [one.letter for one in worn]
            continue
        others = {one.letter for one in _changed(worn, open_)}
        changed += others
        unread += [one for one in unsure if one not in others]
        unread += _covered([one for one in worn if one.letter not in others], under, dark)
    seen = TextSeen.PARTLY if unread else TextSeen.SAME
    if faint:
        seen = TextSeen.UNCLEAR if False in faint else TextSeen.FAINT
    return FineText(seen, tuple(_smaller(one.box) for one in changed), tuple(_words(unread)))


# ---- inside


def _changed(worn: Sequence[_Wear], open_: Sequence[_Wear]) -> Iterator[_Wear]:
    """Letters far more worn than the others of their shade; of those under a pen only missing ink says something."""
    if not worn:
        return
    missing = max(_CHANGED, _limit(one.missing for one in worn))
    surplus = max(_CHANGED, _limit(one.surplus for one in open_))
    yield from (one for one in worn if missing < _WORN_OUT and one.missing > missing)
    yield from (one for one in open_ if one.surplus > surplus)


def _limit(shares: Iterable[float]) -> float:
    ordered = sorted(shares)
    return _TIMES * ordered[int(_USUAL * len(ordered))] + _BESIDE if ordered else 0.0


def _covered(worn: Sequence[_Wear], under: set[FineLetter], dark: set[FineLetter]) -> Iterator[FineLetter]:
    """Letters that somebody wrote over: a figure may have become another one, and a word can hardly be read.

    Of ink as dark as print nobody can tell a stroke of the pen from a dot, which makes another word. Under ink in
    colour what was printed shows through.
    """
    by_word: dict[int, list[_Wear]] = {}
    for one in worn:
        by_word.setdefault(one.letter.place, []).append(one)
    for found in by_word.values():
        beneath = [one for one in found if one.letter in under]
        whole = len(beneath) > _COVERED * len(found)
        for one in beneath:
            if whole or one.letter in dark or one.blackened or one.letter.figure or one.missing > _SAME:
                yield one.letter


def _words(letters: Iterable[FineLetter]) -> Iterator[str]:
    """The words of letters, each once, those with figures first."""
    found = dict.fromkeys(one.word for one in sorted(letters, key=lambda one: one.place))
    yield from sorted(found, key=lambda one: not any(map(str.isdecimal, one)))


def _worn(sharp: Image.Image, laid: Image.Image, letters: Sequence[FineLetter]) -> Iterator[_Wear]:
    shares = sorted(_mean(sharp.crop(one.box)) / max(1.0, _mean(laid.crop(one.box))) for one in letters)
    gain = max(1 / _MOST_GAIN, min(_MOST_GAIN, shares[len(shares) // 2])) if shares else 1.0
    bright = laid.point([min(255, round(gain * shade)) for shade in _SHADES])
    for one in letters:
        found = _wear(sharp, bright, one)
        if found is not None:
            yield found


def _wear(sharp: Image.Image, laid: Image.Image, letter: FineLetter) -> _Wear | None:
    """At the best place nearby, which is walked to by ever smaller steps; None of a letter that is not to be seen."""
    left, top, right, bottom = letter.cell
    box = (letter.box[0] - left, letter.box[1] - top, letter.box[2] - left, letter.box[3] - top)
    own, place = sharp.crop(letter.box), sharp.crop(letter.cell)
    close = _CLOSE * _sum(own)
    if not close:
        return None

    def apart(way: tuple[int, int]) -> tuple[Image.Image, Image.Image]:
        seen = laid.crop((left + way[0], top + way[1], right + way[0], bottom + way[1]))
        return _more(own, seen.crop(box)), _more(seen, place)

    @cache
    def distance(way: tuple[int, int]) -> int:
        return sum(map(_sum, apart(way)))

    best = (0, 0)
    for step in (2, 1):
        while distance(best) > close:
            ways = [(best[0] + step * across, best[1] + step * down) for across, down in product((-1, 0, 1), repeat=2)]
            near = min((way for way in ways if max(map(abs, way)) <= _REACH), key=distance)
            if near == best or distance(near) >= distance(best):
                break
            best = near
    missing, surplus = (_worst_spot(one, letter) for one in apart(best))
    return _Wear(letter, missing, surplus)


def _worst_spot(ink: Image.Image, letter: FineLetter) -> float:
    """Of full ink, in the square as wide as a stroke that has most."""
    most = ink.filter(ImageFilter.BoxBlur(_STROKE * letter.height)).getextrema()[1]
    return most / _FULL[letter.pale] if isinstance(most, int | float) else 0.0


def _as_sharp(ink: Image.Image, laid: Image.Image) -> Image.Image:
    """The print as little sharp as the scan is."""
    ways = [ink.filter(ImageFilter.GaussianBlur(one)) if one else ink for one in _BLURS]
    return min(ways, key=lambda one: _mean(ImageChops.difference(one, laid)))


def _more(one: Image.Image, other: Image.Image) -> Image.Image:
    """The ink that one has and the other has not."""
    return ImageChops.subtract(one, other, 1.0, -_NOISE)


def _sum(image: Image.Image) -> int:
    whole: int = sum(map(mul, _SHADES, image.histogram()))
    return whole


def _mean(image: Image.Image) -> float:
    return _sum(image) / (image.width * image.height)


def _smaller(box: Box) -> Box:
    left, top, right, bottom = (side // LARGER for side in box)
    return left, top, right, bottom
