"""Bar charts: right-to-left bars on one scale, readable without colour, with numbers on them."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from enum import Enum
from typing import Final

from desktop_app.printing.engine.layout.canvas import LAYOUT, canvas_of_program
from desktop_app.printing.engine.layout.marks import draw_artifact
from desktop_app.printing.engine.layout.paragraph import FaParagraph
from desktop_app.printing.engine.layout.stack import Block
from desktop_app.printing.engine.typesetting.style import MM, Align, ParagraphStyle, TextStyle, Weight
from desktop_app.printing.engine.typesetting.typesetter import Typesetter
from desktop_app.printing.words.paper_words import digits

_HEIGHT: Final = 4.6 * MM
TALL: Final = 7 * MM
"""A bar that has words on it."""
_NUMBER: Final = 8.5
_WORDS: Final = 9.5
_ROOM: Final = 1.4
"""Blank on each side of a number on its bar."""
_HATCH: Final = 2.8
_SAMPLE: Final = (5 * MM, 2.8 * MM)


class Fill(Enum):
    """Fill of a bar segment: done is dark, in time is pale, late is striped."""

    DARK = "dark"
    PALE = "pale"
    STRIPED = "striped"


@dataclass(frozen=True, slots=True)
class BarSegment:
    """A segment of a bar: count, fill, and a text to show instead of the count."""

    count: int
    fill: Fill
    words: str = ""


class Bar(Block):
    """A bar of segments from the right edge; ``full`` is the count of the whole width.

    ``numbered`` writes the count of each stretch on it.
    """

    def __init__(
        self, setter: Typesetter, stretches: Sequence[BarSegment], full: int, *, numbered: bool = True
    ) -> None:
        super().__init__()
        self._numbered = numbered
        self._setter = setter
        self._stretches = [one for one in stretches if one.count]
        self._full = max(full, 1)
        self._worded = any(one.words for one in self._stretches)
        self.height = (TALL if self._worded else _HEIGHT) * setter.typography.scale

    def holds(self, width: float) -> bool:
        """Whether each segment of a bar of this width has room for its text."""
        return all(
            self._label(one).natural_width() + 2 * _ROOM <= width * one.count / self._full for one in self._stretches
        )

    def minWidth(self) -> float:  # noqa: N802 - the toolkit's name
        """Return 0, because a bar fits everywhere."""
        return 0.0

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Take the available width."""
        self.width = available_width
        return available_width, self.height

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """Draw each segment in its fill; a number that does not fit is only in the table.

        The row or the sentence beside the bar says the same as its numbers: to a reader of the structure they are
        decoration. Words are read.
        """
        with nullcontext() if self._worded else canvas_of_program(canvas).artifact(LAYOUT):
            self._draw(canvas, x, y)

    def _draw(self, canvas: object, x: float, y: float) -> None:
        right = x + self.width
        for one in self._stretches:
            wide = self.width * one.count / self._full
            self._draw_stretch(canvas, one, right - wide, y, wide)
            right -= wide

    def _draw_stretch(self, canvas: object, one: BarSegment, x: float, y: float, wide: float) -> None:
        number = self._label(one)
        room = number.natural_width() + 2 * _ROOM
        shown = self._numbered and room <= wide
        # the stripes leave the number alone
        draw_artifact(canvas, filled(one.fill, x, y, wide, self.height, free=room if shown else 0.0))
        if shown:
            tall = float(number.wrap(wide, self.height)[1])
            number.drawOn(canvas, x, y + (self.height - tall) / 2)

    def _label(self, one: BarSegment) -> FaParagraph:
        ink = "#FFFFFF" if one.fill is Fill.DARK else "#000000"
        text = TextStyle(Weight.SEMIBOLD, _WORDS if one.words else _NUMBER, ink)
        return FaParagraph(self._setter, one.words or digits(one.count), ParagraphStyle(text, Align.CENTER, pitch=1.2))


def filled(fill: Fill, x: float, y: float, wide: float, tall: float, *, free: float = 0.0) -> str:
    """Return the operators of a filled box; stripes leave ``free`` points in its middle blank."""
    box = f"{x:.2f} {y:.2f} {wide:.2f} {tall:.2f} re"
    if fill is Fill.DARK:
        return f"0.25 g {box} f"
    outline = f"0.25 G 0.6 w {x + 0.3:.2f} {y + 0.3:.2f} {max(wide - 0.6, 0):.2f} {tall - 0.6:.2f} re S"
    if fill is Fill.PALE:
        return f"0.87 g {box} f {outline}"
    side = (wide - free) / 2
    stripes = [*_stripes(x, y, side, tall), *_stripes(x + wide - side, y, side, tall)]
    return f"1 g {box} f 0.3 G 0.55 w {' '.join(stripes)} S {outline}"


def _stripes(x: float, y: float, wide: float, tall: float) -> list[str]:
    """Return rising lines that end at the edges of the box."""
    parts = []
    # counted from the page's own corner, so that stripes of neighbours run on
    start = (x - tall) // _HATCH * _HATCH
    while start < x + wide:
        low, high = max(0.0, x - start), min(tall, x + wide - start)
        if high > low:
            parts.append(f"{start + low:.2f} {y + low:.2f} m {start + high:.2f} {y + high:.2f} l")
        start += _HATCH
    return parts


class Key(Block):
    """Legend of the bars in one line from the right: samples with their words."""

    def __init__(self, setter: Typesetter, entries: Sequence[tuple[Fill, str]], style: ParagraphStyle) -> None:
        super().__init__()
        self._entries = [(fill, FaParagraph(setter, word, style)) for fill, word in entries]
        self._scale = setter.typography.scale

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """One line."""
        self.width = available_width
        self.height = max(float(word.wrap(available_width, 0)[1]) for _, word in self._entries) + 3
        return self.width, self.height

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """Draw the samples, as high as a small letter, with their words."""
        right = x + self.width
        for fill, word in self._entries:
            wide, tall = (side * self._scale for side in _SAMPLE)
            draw_artifact(canvas, filled(fill, right - wide, y + (self.height - tall) / 2, wide, tall))
            right -= wide + 1.4 * MM
            room = _wide(word)
            word.wrap(room, 0)
            word.drawOn(canvas, right - room, y + 1.5)
            right -= room + 6 * MM


def _wide(word: FaParagraph) -> float:
    return float(word.natural_width()) + 0.5
