"""Styles of text and paragraphs: immutable values, lengths in points, colours as ``#RRGGBB``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MM = 72 / 25.4
"""One millimetre in points."""
STRETCH = 2.0
"""A blank of a justified line gains this many times its width at most; beyond that the line is left ragged."""


class Weight(StrEnum):
    """Weights of the print font."""

    REGULAR = "Regular"
    MEDIUM = "Medium"
    SEMIBOLD = "SemiBold"
    BOLD = "Bold"


class Align(StrEnum):
    """Alignment of lines; ``JUSTIFY`` stretches only blanks and leaves the last line ragged."""

    RIGHT = "right"
    CENTER = "center"
    LEFT = "left"
    JUSTIFY = "justify"


class Direction(StrEnum):
    """The base direction of a paragraph."""

    RTL = "rtl"
    LTR = "ltr"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Weight, size and colour of a span; ``link`` is the anchor it leads to (see :class:`Span`)."""

    weight: Weight = Weight.REGULAR
    size: float = 13.0
    colour: str = "#000000"
    link: str = ""


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """Style of a paragraph: text style, alignment, spacing, indents.

    ``pitch`` is the distance of two baselines in multiples of the size; ``start`` and ``end`` are
    indents at the side where reading begins and ends; ``first`` is added to ``start`` on the first line; ``stretch``
    is the most that a blank of a justified line grows by, in multiples of its width.
    """

    text: TextStyle = TextStyle()
    align: Align = Align.RIGHT
    direction: Direction = Direction.RTL
    pitch: float = 1.6
    before: float = 0.0
    after: float = 0.0
    start: float = 0.0
    end: float = 0.0
    first: float = 0.0
    keep_with_next: bool = False
    stretch: float = STRETCH


@dataclass(frozen=True, slots=True)
class Span:
    """A text in one style; without a style it uses that of the paragraph.

    Whole words with a ``link`` lead to the anchor of that name.
    """

    text: str
    style: TextStyle | None = None
    link: str = ""
