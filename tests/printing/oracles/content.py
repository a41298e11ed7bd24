"""What a page draws, as plain values: every glyph with its place and text, every stroke, every picture."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from tests.printing.oracles.pdf_font import PdfFont

STEERING = ("\u200e", "\u200f")
Matrix = tuple[float, float, float, float, float, float]


class Drawn(NamedTuple):
    """One glyph: ``x``, ``y`` its origin, ``line`` the stretch that one positioning operator began.

    A tuple, for pages are read by the million glyphs.
    """

    code: int
    glyph: int
    text: str
    font: str
    size: float
    x: float
    y: float
    advance: float
    rise: float
    box: tuple[float, float, float, float] | None
    line: int
    mode: int
    rotated: bool

    @property
    def steers(self) -> bool:
        """A directional mark without ink."""
        return self.box is None and self.text in STEERING


@dataclass(frozen=True, slots=True)
class Stroke:
    """A painted box: a stroked segment has no area, a filled rectangle has."""

    x0: float
    y0: float
    x1: float
    y1: float
    filled: bool

    @property
    def is_upright(self) -> bool:
        """A vertical rule, however it was painted."""
        return self.x1 - self.x0 < 2 < self.y1 - self.y0

    @property
    def is_level(self) -> bool:
        """A horizontal rule, however it was painted."""
        return self.y1 - self.y0 < 2 < self.x1 - self.x0


@dataclass(slots=True)
class Page:
    """Everything one page draws, forms included."""

    number: int
    width: float
    height: float
    glyphs: list[Drawn] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)
    pictures: list[Matrix] = field(default_factory=list)
    fonts: dict[str, PdfFont] = field(default_factory=dict)
    actual_texts: list[str] = field(default_factory=list)
    operators: set[str] = field(default_factory=set)
    _lines: list[list[Drawn]] | None = field(default=None, init=False, repr=False, compare=False)
    _said: list[str] | None = field(default=None, init=False, repr=False, compare=False)

    def lines(self) -> list[list[Drawn]]:
        """Glyphs by the stretch they were drawn in, in the order of the stream.

        Marks across the page and blanks that only steer readers are left out. They are put together once: a page that
        was read draws nothing more.
        """
        if self._lines is None:
            found: dict[int, list[Drawn]] = {}
            for glyph in self.glyphs:
                if not glyph.rotated and not glyph.steers:
                    found.setdefault(glyph.line, []).append(glyph)
            self._lines = list(found.values())
        return list(self._lines)

    def saying(self, visual: str) -> list[list[Drawn]]:
        """The lines that are exactly this, from left to right."""
        lines = self.lines()
        if self._said is None:
            self._said = ["".join(glyph.text for glyph in line) for line in lines]
        return [line for line, said in zip(lines, self._said, strict=True) if said == visual]

    @property
    def text(self) -> str:
        """All characters in the order of the stream."""
        return "".join(glyph.text for glyph in self.glyphs if not glyph.steers)
