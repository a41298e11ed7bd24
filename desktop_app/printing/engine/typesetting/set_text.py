"""Typeset text: pieces form words, words form stretches, and a line is a part of a stretch."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop_app.printing.engine.typesetting.embed import EmbeddedFont
from desktop_app.printing.engine.typesetting.fonts import FontFace
from desktop_app.printing.engine.typesetting.shape import Shaped
from desktop_app.printing.engine.typesetting.style import TextStyle


@dataclass(slots=True, eq=False)
class Piece:
    """A shaped text of one style and level; ``width`` in points, ``code`` its operators once drawn."""

    shaped: Shaped
    setting: Setting
    level: int
    width: float
    code: str = ""


@dataclass(slots=True, eq=False)
class Word:
    """Pieces between two break places, in logical order.

    ``simple`` says that all of it is level 1 and in one style: most words of a Persian page.
    """

    text: str
    levels: bytes
    pieces: tuple[Piece, ...]
    width: float
    simple: bool
    setting: Setting
    code: str = ""


@dataclass(slots=True, eq=False)
class Setting:
    """A text style prepared for a document: its font, its operators and the cache of its words.

    ``stroke`` is the glyph that elongates words, 0 where words keep their length.
    """

    style: TextStyle
    face: FontFace
    font: EmbeddedFont
    operators: str
    space: float
    space_code: str
    ascent: float
    descent: float
    stroke: int
    words: dict[tuple[str, bytes], Word] = field(default_factory=dict)
    mark_code: str = ""


@dataclass(slots=True, eq=False)
class Stretch:
    """Words up to a forced line end.

    ``spaces[i]`` blanks follow word ``i`` (0: a break inside a long word), ``space_levels[i]`` is their level, ``tied``
    are the words that must stay on the line of the word before. ``setting`` is the style of all words, if it is one.

    """

    words: list[Word]
    spaces: list[int]
    space_levels: list[int]
    base: int
    tied: frozenset[int] = frozenset()
    setting: Setting | None = None
    broken: dict[tuple[float, float, float], list[Line]] | None = None


@dataclass(slots=True, eq=False)
class Line:
    """Words ``start``…``end`` of a stretch; ``extra`` is added to each blank, ``width`` is what is drawn.

    ``code`` is how it is drawn, once it was; neither it nor the line depends on where on the page it stands.
    ``lacking`` is what a line that was left ragged lacks of its full width.
    """

    stretch: Stretch
    start: int
    end: int
    width: float
    blanks: int
    extra: float = 0.0
    indent: float = 0.0
    is_last: bool = False
    code: str = ""
    lacking: float = 0.0
    tails: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Words that grow, by index: the glyph that has the stroke behind it, and its length in font units."""

    @property
    def words(self) -> list[Word]:
        """The words of the line in logical order."""
        return self.stretch.words[self.start : self.end]


def make_word(text: str, levels: bytes, pieces: list[Piece], setting: Setting) -> Word:
    """Return a word made of pieces."""
    simple = all(piece.level == 1 and piece.setting is setting for piece in pieces)
    return Word(text, levels, tuple(pieces), sum(piece.width for piece in pieces), simple, setting)
