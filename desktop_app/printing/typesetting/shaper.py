"""Protocols of a text shaper: a font file opened, text made into placed glyphs, their outlines drawn.

There are two shapers: HarfBuzz, and where it cannot be loaded the joining forms of ``arabic_reshaper``. The choice is
made where fonts are loaded and nowhere else; :mod:`~.installed_shaper` makes it for this machine.
"""

from __future__ import annotations

from typing import Protocol

Drawn = tuple[int, int, int, int, int]
"""Glyph, index of its (first) letter in the text, advance, offset to the right, offset upwards; font units."""


class Pen(Protocol):
    """Draws outlines; the pens of fontTools do."""

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - the protocol's names
        """Begin a contour."""

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        """A straight line."""

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        """A cubic curve."""

    def qCurveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        """A quadratic curve."""

    def closePath(self) -> None:  # noqa: N802
        """End the contour."""


class OpenedFont(Protocol):
    """One font file. Lengths are in units of the em; ``characters`` are the code points that it can be shaped with."""

    units: int
    ascent: int
    descent: int
    characters: frozenset[int]

    def glyph(self, code: int) -> int:
        """The glyph of a code point by itself, 0 if there is none."""

    def advance(self, glyph: int) -> int:
        """Width of a glyph as the font program gives it."""

    def inked(self, glyph: int) -> bool:
        """Whether the outline of a glyph leaves anything on paper."""

    def shape(self, text: str, start: int, end: int, right_to_left: bool, script: str, blank: int) -> list[Drawn]:
        """Glyphs of ``text[start:end]`` from left to right; the rest of ``text`` only decides how letters join.

        ``blank`` is drawn without advance for what has no shape. Letters that share a glyph share its index.
        """

    def table(self, tag: str) -> bytes:
        """A table of the file, empty if it is not there."""

    def draw(self, glyph: int, pen: Pen) -> None:
        """Draw the outline of a glyph."""


class Shaper(Protocol):
    """A way to make glyphs of text."""

    name: str

    def open(self, data: bytes) -> OpenedFont:
        """Open the bytes of a font file."""
