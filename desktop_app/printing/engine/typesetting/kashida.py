"""Elongation (kashida) of justified lines: a drawn stroke between two letters, not a character.

The stroke is part of the shape of the letter before it, so a reader finds the same letters with it as without it.

Where a word may grow follows the practice of Persian and Arabic typesetters, best place first: behind the teeth of
seen and sad; before a final heh or dal; before a final alef, tah, lam, kaf or gaf; before a final reh or yeh that
follows a tooth; before a final vav, ain, qaf or feh; before any other final letter. One place a word; none in words of
two letters, between lam and alef, at a vowel mark, in words that hold a half space, numbers or Latin, and none in a
last line.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final
from unicodedata import combining

from desktop_app.printing.engine.script.letters import LETTERS
from desktop_app.printing.engine.typesetting.set_text import Line, Word
from desktop_app.printing.engine.typesetting.shape import Glyph, Shaped
from desktop_app.printing.engine.typesetting.style import STRETCH

# alef in its four dresses and with hamza, dal, thal, reh, zeh, jeh, vav, teh marbuta, alef maksura
_NEVER_AFTER: Final = frozenset("\u0621\u0622\u0623\u0625\u0624\u0627\u0629\u062f\u0630\u0631\u0632\u0698\u0648\u0649")
"""Letters that do not join to the next."""
_LETTERS: Final = frozenset(f"{LETTERS}\u0643\u064a")
_TEETH: Final = frozenset("\u0628\u067e\u062a\u062b\u0646\u06cc\u0626\u064a")
_LAM: Final = "\u0644"
_ALEFS: Final = frozenset("\u0627\u0622\u0623\u0625")
_SEEN_AND_SAD: Final = "\u0633\u0634\u0635\u0636"
_FINALS: Final = (
    "\u0647\u0629\u062f\u0630",  # heh, dal
    "\u0627\u0622\u0623\u0625\u0637\u0638\u0644\u06a9\u06af\u0643",  # alef, tah, lam, kaf, gaf
    "\u0631\u0632\u0698\u06cc\u064a",  # reh, yeh
    "\u0648\u0624\u0639\u063a\u0642\u0641",  # vav, ain, qaf, feh
)
_NEEDS_TOOTH: Final = 3
_LAST_RANK: Final = 5
_SPACES_FIRST: Final = 0.25
"""Blanks grow by this share of their width before any word does."""
_LONGEST: Final = 0.45
_SHORTEST: Final = 0.12
"""An elongation in parts of the em: longer looks torn, shorter looks like a fault."""
_STEPS: Final = 32
"""Lengths are whole parts of the em, so that a document needs few shapes."""


def elongate(line: Line, most: float = STRETCH) -> None:
    """Give the missing width of a line to elongated words first.

    The rest widens no blank by more than ``most`` times its width. A line of equal text may come here a second time: it
    is elongated already.

    """
    if line.tails:
        return
    wanted = missing = line.extra * line.blanks or line.lacking
    if missing <= 0 or not line.blanks:
        return
    natural = sum(line.stretch.spaces[index] * word.setting.space for index, word in _inner(line))
    left = missing - natural * _SPACES_FIRST
    for _, index, word, place in sorted(_places(line), key=lambda found: found[:2]):
        face, size = word.setting.face, word.setting.style.size
        step = face.units // _STEPS
        length = int(min(left / size, _LONGEST) * face.units) // step * step
        if length < _SHORTEST * face.units:
            break
        line.tails[index] = (place, length)
        left -= length * size / face.units
        missing -= length * size / face.units
    if missing > natural * most:
        line.tails.clear()
        return
    line.extra = missing / line.blanks
    line.width += wanted if line.lacking else 0.0


def _inner(line: Line) -> list[tuple[int, Word]]:
    """Return the words of the line that are followed by a blank."""
    return [(index, line.stretch.words[index]) for index in range(line.start, line.end - 1)]


def _places(line: Line) -> list[tuple[int, int, Word, int]]:
    """Return (rank, word index, word, glyph) of each word that can be elongated."""
    found = []
    for index in range(line.start, line.end):
        word = line.stretch.words[index]
        best = best_place(word)
        if best is not None:
            found.append((best[0], index, word, best[1]))
    return found


def best_place(word: Word) -> tuple[int, int] | None:
    """Return rank (0 is best) and glyph of the word's best position for a stroke; None if it has none."""
    if not word.simple or len(word.pieces) != 1 or word.setting.face.whole or not word.setting.stroke:
        return None
    letters = word.text.rstrip("\u060c\u061b:.!\u061f»)]")
    if len(letters) < 3 or not _LETTERS.issuperset(letters):
        return None
    glyphs = word.pieces[0].shaped.glyphs
    ranked = [(rank, at) for at in range(len(letters) - 1) if (rank := _rank(letters, at)) is not None]
    # of two equal places the later one: a word grows towards its end
    for rank, at in sorted(ranked, key=lambda found: (found[0], -found[1])):
        glyph = _glyph_of(glyphs, at)
        if glyph is not None:
            return rank, glyph
    return None


def _rank(letters: str, at: int) -> int | None:
    letter, following = letters[at], letters[at + 1]
    if letter in _NEVER_AFTER or (letter == _LAM and following in _ALEFS):
        return None
    final = at + 2 == len(letters) or following in _NEVER_AFTER
    if letter in _SEEN_AND_SAD:
        return 0
    if not final:
        return None
    for rank, finals in enumerate(_FINALS, 1):
        if following in finals and (rank != _NEEDS_TOOTH or letter in _TEETH):
            return rank
    return _LAST_RANK


def _glyph_of(glyphs: tuple[Glyph, ...], at: int) -> int | None:
    """Return the glyph of a letter by its index in the word; None if it has no glyph of its own."""
    count = 0
    for number in range(len(glyphs) - 1, -1, -1):
        glyph = glyphs[number]
        if glyph.character.isalpha() or combining(glyph.character):
            if count == at:
                joined = number > 0 and glyphs[number - 1].advance > 0
                return number if glyph.advance > 0 and joined else None
            count += 1
    return None


def elongated(shaped: Shaped, place: int, length: int) -> Shaped:
    """Return the glyphs with a stroke of ``length`` behind the one at ``place``."""
    glyphs = list(shaped.glyphs)
    glyphs[place] = replace(glyphs[place], advance=glyphs[place].advance + length, tail=length)
    return Shaped(tuple(glyphs), shaped.width + length)
