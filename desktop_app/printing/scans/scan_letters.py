"""Letters of a scanned page beside those of its print, one by one and of whatever grey and size, in a large picture.

Of each letter the ink that is missing is measured within its own box, and the ink that is too much within its place in
the line, which is as high as its font: a figure that became another one differs in one of the two by a good part of a
letter. What is surely there as it was printed, what surely is not, and what the scan does not show well enough are told
apart: the last is nobody's fault and is named, so that somebody reads it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
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
_THIN: Final = 0.0108
"""Ink of the thinnest figure, of the square of the height of its font."""
_FULL: Final = {False: 255, True: 170}
"""The shade of ink of black letters and of grey ones."""
_CLOSE: Final = 0.2
"""Of a letter, missing and too much together: it is there, and no better place is looked for."""
_MISSING: Final = {True: 0.27, False: 0.36}
_SURPLUS: Final = {True: 0.31, False: 0.38}
_BOTH: Final = {True: 0.45, False: 0.56}
"""Of a figure, and of another letter, missing, too much, and both together: what is below is what was printed.

Of figures that became others, of whatever grey and density, none had less: ۱ to ۲ 0.22 and 0.32, ۲ to ۳ 0.15 and 0.44,
۳ to ۲ 0.31 and 0.17, all others more. Another word differs in several letters, and by more.
"""
_USUAL: Final = 0.9
"""Of the letters of one shade, those by which the wear of the page is judged."""
_TIMES: Final = 2.5
_BESIDE: Final = 0.05
"""A letter is changed where it is so many times as worn as nine of ten, and so much more."""
_LEAST_MISSING: Final = 0.28
_LEAST_SURPLUS: Final = 0.38
_WORN_OUT: Final = 0.9
"""Of a letter, missing, beyond which wear says nothing more: of so worn a shade nothing is called changed."""
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
    letter: FineLetter
    missing: float
    surplus: float

    @property
    def same(self) -> bool:
        """Whether it surely is the letter that was printed."""
        figure = self.letter.figure
        both = self.missing + self.surplus <= _BOTH[figure]
        return both and self.missing <= _MISSING[figure] and self.surplus <= _SURPLUS[figure]


def compared_letters(
    ink: Image.Image, laid: Image.Image, letters: Sequence[FineLetter], written_over: Callable[[Box], bool]
) -> FineText:
    """Every letter; ``written_over`` tells of a box of the smaller picture whether a pen or a stamp lies over it."""
    sharp = _as_sharp(ink, laid)
    changed: list[FineLetter] = []
    unread: list[FineLetter] = []
    faint: set[bool] = set()
    for pale in (False, True):
        worn = list(_worn(sharp, laid, [one for one in letters if one.pale is pale]))
        under = {
            one.letter
            for one in worn
            if one.surplus > _SURPLUS[one.letter.figure] and written_over(_smaller(one.letter.cell))
        }
        open_ = [one for one in worn if one.letter not in under]
        unsure = [one.letter for one in open_ if not one.same]
        if len(unsure) > _FAINT * max(1, len(worn)):
            faint.add(pale)
            unread += [one.letter for one in worn]
            continue
        others = {one.letter for one in _changed(worn, open_)}
        changed += others
        unread += [one for one in unsure if one not in others]
        unread += _covered([one for one in worn if one.letter not in others], under)
    seen = TextSeen.PARTLY if unread else TextSeen.SAME
    if faint:
        seen = TextSeen.UNCLEAR if False in faint else TextSeen.FAINT
    return FineText(seen, tuple(_smaller(one.box) for one in changed), tuple(_words(unread)))


# ---- inside


def _changed(worn: Sequence[_Wear], open_: Sequence[_Wear]) -> Iterator[_Wear]:
    """Letters far more worn than the others of their shade; of those under a pen only missing ink says something."""
    if not worn:
        return
    missing = max(_LEAST_MISSING, _limit(one.missing for one in worn))
    surplus = max(_LEAST_SURPLUS, _limit(one.surplus for one in open_))
    yield from (one for one in worn if missing < _WORN_OUT and one.missing > missing)
    yield from (one for one in open_ if one.surplus > surplus)


def _limit(shares: Iterable[float]) -> float:
    ordered = sorted(shares)
    return _TIMES * ordered[int(_USUAL * len(ordered))] + _BESIDE if ordered else 0.0


def _covered(worn: Sequence[_Wear], under: set[FineLetter]) -> Iterator[FineLetter]:
    """Letters that somebody wrote over: a figure may have become another one, and a word can hardly be read.

    Of other letters the ink that was printed shows through, and no stroke of a pen makes another word of it.
    """
    by_word: dict[int, list[_Wear]] = {}
    for one in worn:
        by_word.setdefault(one.letter.place, []).append(one)
    for found in by_word.values():
        beneath = [one for one in found if one.letter in under]
        whole = len(beneath) > _COVERED * len(found)
        yield from (one.letter for one in beneath if whole or one.letter.figure or one.missing > _MISSING[False])


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
    ink = _sum(own)
    if not ink:
        return None
    unit = max(ink, _THIN * letter.height**2 * _FULL[letter.pale])
    known: dict[tuple[int, int], tuple[float, float]] = {}

    def at(across: int, down: int) -> tuple[float, float]:
        if (across, down) not in known:
            seen = laid.crop((left + across, top + down, right + across, bottom + down))
            missing = _sum(ImageChops.subtract(own, seen.crop(box)))
            known[across, down] = missing / unit, _sum(ImageChops.subtract(seen, place)) / unit
        return known[across, down]

    best = (0, 0)
    for step in (2, 1):
        while sum(at(*best)) > _CLOSE:
            ways = [(best[0] + step * across, best[1] + step * down) for across, down in product((-1, 0, 1), repeat=2)]
            near = min((way for way in ways if max(map(abs, way)) <= _REACH), key=lambda way: sum(at(*way)))
            if near == best or sum(at(*near)) >= sum(at(*best)):
                break
            best = near
    return _Wear(letter, *at(*best))


def _as_sharp(ink: Image.Image, laid: Image.Image) -> Image.Image:
    """The print as little sharp as the scan is."""
    ways = [ink.filter(ImageFilter.GaussianBlur(one)) if one else ink for one in _BLURS]
    return min(ways, key=lambda one: _mean(ImageChops.difference(one, laid)))


def _sum(image: Image.Image) -> int:
    whole: int = sum(map(mul, _SHADES, image.histogram()))
    return whole


def _mean(image: Image.Image) -> float:
    return _sum(image) / (image.width * image.height)


def _smaller(box: Box) -> Box:
    left, top, right, bottom = (side // LARGER for side in box)
    return left, top, right, bottom
