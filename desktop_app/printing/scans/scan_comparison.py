"""Comparison of scanned pages with their print, letter by letter: whether its ink is there, and no other in its place.

The scan is laid over the print. Where a letter of the print stands, ink that is missing and ink that is too much are
summed up. A letter that was changed has both. A pen or a stamp over it only adds, so they raise nothing; the ink of
coloured ones is taken away before. In the lines themselves, ink of the size of letters is looked for where the print
has none; what is larger, and what lies beside that, was written or stamped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Final

from PIL import Image, ImageChops, ImageFilter, ImageStat

from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.domain.verifying.scanned_text import ScannedText, TextSeen
from desktop_app.printing.pages import LetterBox, PagePixels, PageReader, PlacedLetter
from desktop_app.printing.scans.scan_alignment import aligned
from desktop_app.printing.scans.scan_faults import told_of
from desktop_app.printing.scans.scan_files import opened
from desktop_app.printing.scans.scan_letters import LARGER, SIGNS, FineLetter, compared_letters
from desktop_app.printing.scans.scan_likeness import PrintedPages
from desktop_app.printing.scans.scan_marks import PlacedMark, brightest_colour, colour_of, ends, placed_marks
from desktop_app.printing.scans.scan_pieces import Box
from desktop_app.printing.scans.scan_strange import StrangeInk, added, strange_ink
from desktop_app.services.verifying.paper_reading import ScannedPage

_WIDTH: Final = 1240
"""Pixels of a page that is compared: A4 at 150 dots an inch."""
_MM: Final = 25.4 / 150
_LEAST_WIDTH: Final = 1000
"""Pixels of the short side of a scan that can be compared: 120 dots an inch."""
_SHADES: Final = tuple(range(256))
_BLURS: Final = (0.0, 0.6, 1.0, 1.5)
_PALE: Final = 225
"""Ink of a letter that is printed in grey at most."""
_LEAST_INK: Final = 14 * 255
"""Of a letter that can be judged: dashes and dots are too small."""
_MOST_GAIN: Final = 1.8
_STEPS: Final = tuple(sorted(product((-2, -1, 0, 1, 2), repeat=2), key=lambda one: abs(one[0]) + abs(one[1])))
_ENOUGH: Final = 0.15
"""Of the ink of a letter, missing: it is where it should be, and is not looked for nearby."""
_WORN: Final = 0.2
"""Of the ink of a letter, both missing and too much, that is wear in any scan."""
_CHANGED: Final = {False: 0.34, True: 0.5}
"""The same that is no wear in the poorest: of black letters, and of those printed in grey."""
_USUAL: Final = 0.9
"""Of the letters of a page, those by which its wear is judged: another is changed when it is twice as worn."""
_GONE: Final = 0.85
"""Of the ink of a letter, missing, that is no wear."""
_FAINT: Final = 0.3
"""Of the ink of half of all letters, missing: of so faint a scan nothing is said."""
_OTHER: Final = 20
"""Letters that are others: no blot makes so many."""
_REPLACED: Final = 0.25
"""Share of letters that are others or gone, where the page is not that of the print or does not lie over it."""
_COLOURED: Final = 50
"""Shades between the colours of a pixel that is no grey."""
_ASIDE: Final = 6
"""Pixels beside a letter in which coloured ink is looked for."""


@dataclass(frozen=True, slots=True)
class _Letter:
    """Where a letter of the print stands, in pixels, and whether it is printed in grey."""

    box: Box
    pale: bool


@dataclass(frozen=True, slots=True)
class _Wear:
    """Of the ink of a letter, how much is missing and how much is too much."""

    letter: _Letter
    missing: float
    surplus: float

    @property
    def both(self) -> float:
        """Missing and too much at once, as of another letter."""
        return min(self.missing, self.surplus)


@dataclass(frozen=True, slots=True)
class _Printed:
    """A page of the print as ink on nothing, with what is known of it."""

    ink: Image.Image
    marks: tuple[PlacedMark, ...]
    letters: tuple[_Letter, ...]
    finer: Image.Image
    """The same ink in a larger picture."""
    fine: tuple[FineLetter, ...]


class ComparedPrint:
    """The pages of one print, each drawn when a page of the scan is held against it."""

    def __init__(self, pdf: bytes) -> None:
        self._pdf = pdf
        self._likenesses: PrintedPages | None = None

    def compare(self, number: int, page: Image.Image) -> ScannedText:
        """A scanned page as it lies against a page of the print, from 1."""
        unclear = ScannedText(number, TextSeen.UNCLEAR)
        printed = self._printed(number)
        found = None if printed is None or min(page.size) < _LEAST_WIDTH else _over(printed, page)
        if printed is None or found is None:
            return unclear
        laid, finer, coloured = found
        worn = tuple(_worn(printed, laid))
        judged = [one for one in worn if not one.letter.pale] or worn
        if not judged:
            return unclear
        strange = strange_ink(printed.ink, laid)
        others = list(_changed(worn))
        gone = [one for one in judged if one.missing > _GONE]
        if len(others) + len(gone) > _REPLACED * len(worn):
            # either the page is another one, or it does not lie where it should
            other = self._alike(page)[0] != number
            return replace(unclear, seen=TextSeen.OTHER) if other else unclear
        if _median(one.missing for one in judged) > _FAINT:
            return unclear
        sure = len(others) >= _OTHER
        doubted = others if sure else list(_changed(worn, strange))
        boxes = [one.letter.box for one in (*doubted, *gone)] + list(
            added(strange, [one.box for one in printed.letters])
        )
        if sure:
            return ScannedText(number, TextSeen.OTHER, _places(boxes))
        over = strange.written_beside
        fine = compared_letters(printed.finer, finer, printed.fine, over, lambda box: _coloured(coloured, box))
        boxes += fine.changed
        return ScannedText(number, TextSeen.DOUBTFUL if boxes else fine.seen, _places(boxes), fine.unread)

    def _printed(self, number: int) -> _Printed | None:
        with PageReader().open(self._pdf) as opened:
            if not 1 <= number <= opened.count:
                return None
            drawn = opened.pixels(number - 1, _WIDTH)
            scale = _WIDTH / opened.sizes[number - 1].width
            placed = opened.letters(number - 1)
            finer = _page(opened.pixels(number - 1, LARGER * _WIDTH))
        page = _page(drawn)
        ink = _ink(page)
        boxes = [_pixels(one.box, scale) for one in placed]
        letters = tuple(_Letter(box, _darkest(ink.crop(box)) < _PALE) for box in boxes)
        return _Printed(ink, placed_marks(page), letters, _ink(finer), tuple(_fine(placed, letters, scale)))

    def _alike(self, page: Image.Image) -> tuple[int, int]:
        if self._likenesses is None:
            self._likenesses = PrintedPages(self._pdf)
        return self._likenesses.number_and_turn(page)


def compared_pages(
    printed: ComparedPrint, files: Sequence[ChosenFile], pages: Sequence[ScannedPage], told: Progress
) -> Iterator[ScannedText]:
    """Scanned pages whose marks say their number, one after the other."""
    done = 0
    for source, file in enumerate(files):
        own = [one for one in pages if one.source == source and one.mark is not None]
        if not own:
            continue
        with opened(file) as scan:
            for one in own:
                seen = scan.page(one.page).image
                with told_of(file.name):
                    text = printed.compare(one.mark.page if one.mark is not None else 0, seen)
                del seen
                yield text
                done = pages.index(one) + 1
                told(done, len(pages))


# ---- ink


def _ink(page: Image.Image) -> Image.Image:
    """What is printed as light on dark, from paper to black; coloured ink is nearly gone."""
    grey = brightest_colour(page)
    black, paper = ends(grey)
    return ImageChops.subtract(Image.new("L", grey.size, paper), grey, max(1, paper - black) / 255)


def _over(printed: _Printed, page: Image.Image) -> tuple[Image.Image, Image.Image, Image.Image] | None:
    """The ink of a scan where it lies over the print, the same over the larger one, and what is coloured."""
    found = placed_marks(page)
    times = max(1, round(min(page.size) / _WIDTH))
    smaller = page.reduce(times) if times > 1 else page
    nearer = [_reduced(one, times) for one in found]
    ink = _ink(smaller)
    how = aligned(printed.ink, printed.marks, ink, nearer)
    if how is None:
        return None
    finer = how.over(_ink(page) if times > 1 else ink, larger=LARGER, times=times)
    return how.over(ink), finer, how.over(colour_of(smaller))


def _coloured(coloured: Image.Image, box: Box) -> bool:
    """Whether a pen or a stamp in colour lies over a letter or beside it."""
    around = (box[0] - _ASIDE, box[1] - _ASIDE, box[2] + _ASIDE, box[3] + _ASIDE)
    return _darkest(coloured.crop(around)) > _COLOURED


def _reduced(mark: PlacedMark, times: int) -> PlacedMark:
    first, second, third, fourth = ((x / times, y / times) for x, y in mark.corners)
    return PlacedMark(mark.mark, (first, second, third, fourth))


def _pixels(letter: LetterBox, scale: float) -> Box:
    """The letter and the edges that are drawn softly."""
    left, top, right, bottom = (scale * side for side in (letter.left, letter.top, letter.right, letter.bottom))
    return int(left) - 1, int(top) - 1, int(right) + 2, int(bottom) + 2


def _page(drawn: PagePixels) -> Image.Image:
    return Image.frombuffer("RGB", (drawn.width, drawn.height), drawn.bgra, "raw", "BGRX", 0, 1)


def _fine(placed: Sequence[PlacedLetter], letters: Sequence[_Letter], scale: float) -> Iterator[FineLetter]:
    """The letters of a page in the larger picture; what is no letter and no sign of a number says nothing."""
    for one, letter in zip(placed, letters, strict=True):
        if one.letter.isalnum() or one.letter in SIGNS:
            box, cell = (_pixels(side, LARGER * scale) for side in (one.box, one.cell))
            height = LARGER * scale * (one.cell.bottom - one.cell.top)
            yield FineLetter(one.letter, box, cell, height, letter.pale, one.word, one.place)


def _darkest(ink: Image.Image) -> int:
    extremes = ink.getextrema()
    return int(extremes[1]) if not isinstance(extremes[1], tuple) else 0


def _mean(image: Image.Image) -> float:
    """To the nearest shade, which of a letter is one part in a hundred."""
    mean = image.reduce(image.size).getpixel((0, 0))
    return float(mean) if isinstance(mean, int | float) else 0.0


def _median(numbers: Iterable[float]) -> float:
    ordered = sorted(numbers)
    return ordered[len(ordered) // 2] if ordered else 0.0


# ---- letters


def _ink_of(page: Image.Image, box: Box) -> float:
    return _mean(page.crop(box)) * (box[2] - box[0]) * (box[3] - box[1])


def _worn(printed: _Printed, laid: Image.Image) -> list[_Wear]:
    """Every letter that can be judged; black and grey ones by themselves, as copiers treat them so."""
    sharp = _as_sharp(printed.ink, laid)
    found: list[_Wear] = []
    for pale in (False, True):
        letters = [one for one in printed.letters if one.pale == pale and _ink_of(sharp, one.box) >= _LEAST_INK]
        bright = laid.point(_gained(sharp, laid, letters))
        worn = [_wear(sharp, bright, one) for one in letters]
        if not pale or _median(one.missing for one in worn) <= _FAINT:
            found += worn
    return found


def _changed(worn: Sequence[_Wear], strange: StrangeInk | None = None) -> Iterator[_Wear]:
    """Letters that are more worn than the others of their shade, so that another one stands in their place.

    With ``strange`` those under a pen or a stamp are judged apart: a worn letter under ink looks like another one, so
    more is asked, and of grey ones nothing is said. Ink of a changed paragraph is strange, too.
    """
    for pale, most in _CHANGED.items():
        alike = sorted((one for one in worn if one.letter.pale == pale), key=lambda one: one.both)
        if not alike:
            continue
        usual = alike[int(_USUAL * len(alike))].both
        limit = min(most, max(_WORN, 2 * usual + 0.04))
        for one in (one for one in alike if one.both > limit):
            over = strange is not None and strange.written_over(one.letter.box)
            if not over or (not pale and one.both > limit + usual):
                yield one


def _as_sharp(ink: Image.Image, laid: Image.Image) -> Image.Image:
    """The print as little sharp as the scan is."""
    ways = [ink.filter(ImageFilter.GaussianBlur(one)) if one else ink for one in _BLURS]
    return min(ways, key=lambda one: ImageStat.Stat(ImageChops.difference(one, laid)).mean[0])


def _gained(sharp: Image.Image, laid: Image.Image, letters: Sequence[_Letter]) -> list[int]:
    """The shades of a scan made as dark as those of the print, by what half of the letters need."""
    shares = (_mean(sharp.crop(one.box)) / max(1.0, _mean(laid.crop(one.box))) for one in letters)
    gain = max(1 / _MOST_GAIN, min(_MOST_GAIN, _median(shares) or 1.0))
    return [min(255, round(gain * shade)) for shade in _SHADES]


def _wear(sharp: Image.Image, laid: Image.Image, letter: _Letter) -> _Wear:
    """At the best place nearby."""
    left, top, right, bottom = letter.box
    wanted = sharp.crop(letter.box)
    ways = []
    whole = _mean(wanted)
    for across, down in _STEPS:
        seen = laid.crop((left + across, top + down, right + across, bottom + down))
        ways.append((_mean(ImageChops.subtract(wanted, seen)), _mean(ImageChops.subtract(seen, wanted))))
        if ways[-1][0] < _ENOUGH * whole:
            break
    missing, surplus = min(ways, key=sum)
    return _Wear(letter, missing / whole, surplus / whole)


def _places(boxes: Sequence[Box]) -> tuple[int, ...]:
    """Millimetres from the upper edge, lines that are near one another once."""
    found: list[int] = []
    for _left, top, _right, bottom in sorted(boxes, key=lambda one: one[1] + one[3]):
        place = round((top + bottom) / 2 * _MM)
        if not found or place - found[-1] > 4:
            found.append(place)
    return tuple(found)
