"""A glyph off its place: marks stand where their letter wants them, and letters behind a stroke, without a step."""

from __future__ import annotations

from typing import Final, NamedTuple

MADE_THIN: Final = 0x10000
MADE_SPACE: Final = 0x10001
"""Blanks that are made for the document where the font has none without ink; no font has so many glyphs."""


class GlyphPart(NamedTuple):
    """One more outline that is drawn with a glyph, (x, y) off the pen at which that begins; font units."""

    glyph: int
    x: int
    y: int


class Placed(NamedTuple):
    """An outline of the font, moved by (x, y) and with a width of its own; font units.

    Where ``tail`` is not 0, the outline stands right of a stroke of that length, made of the glyph ``stroke``. The
    ``parts`` are drawn with it: those of a letter that the font has in several glyphs.
    """

    glyph: int
    x: int
    y: int
    width: int
    tail: int = 0
    stroke: int = 0
    parts: tuple[GlyphPart, ...] = ()

    @property
    def made(self) -> bool:
        """Whether the font has no such glyph: it has a width and no outline."""
        return self.glyph >= MADE_THIN

    @property
    def moved(self) -> bool:
        """Whether the outline is another one than that of the glyph."""
        return bool(self.x or self.y or self.tail or self.parts)

    def strokes(self, advance: int) -> list[tuple[float, float]]:
        """(place, factor of its width) of each piece of the stroke; no piece is twice as wide as it was drawn."""
        count = -(-self.tail * 2 // (advance * 3)) if self.tail else 0
        return [(self.tail * number / count, self.tail / count / advance) for number in range(count)]
