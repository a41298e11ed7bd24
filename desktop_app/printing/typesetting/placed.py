"""A glyph off its place: marks stand where their letter wants them, and letters behind a stroke, without a step."""

from __future__ import annotations

from typing import NamedTuple


class Placed(NamedTuple):
    """An outline of the font, moved by (x, y) and with a width of its own; font units.

    Where ``tail`` is not 0, the outline stands right of a stroke of that length, made of the glyph ``stroke``.
    """

    glyph: int
    x: int
    y: int
    width: int
    tail: int = 0
    stroke: int = 0

    @property
    def moved(self) -> bool:
        """Whether the outline is another one than that of the glyph."""
        return bool(self.x or self.y or self.tail)

    def strokes(self, advance: int) -> list[tuple[float, float]]:
        """(place, factor of its width) of each piece of the stroke; no piece is twice as wide as it was drawn."""
        count = -(-self.tail * 2 // (advance * 3)) if self.tail else 0
        return [(self.tail * number / count, self.tail / count / advance) for number in range(count)]
