"""Styles of text and paragraphs: plain frozen values, lengths in points, colours as ``#RRGGBB``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MM = 72 / 25.4
"""One millimetre in points."""
STRETCH = 2.0
"""A blank of a justified line gains this many times its width at most; beyond that the line is left ragged."""


class Weight(StrEnum):
    """The cuts of the print font."""

    REGULAR = "Regular"
    MEDIUM = "Medium"
    SEMIBOLD = "SemiBold"
    BOLD = "Bold"


class Align(StrEnum):
    """Where a line stands; ``JUSTIFY`` stretches spaces only and leaves the last line at the start side."""

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
    """Weight, size and colour of a span; ``link`` is the anchor that its words lead to (see :class:`Span`)."""

    weight: Weight = Weight.REGULAR
    size: float = 13.0
    colour: str = "#000000"
    link: str = ""


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """Everything about a paragraph but its words.

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
    """A stretch of text in one style; ``style`` left out means the paragraph's own.

    Whole words with a ``link`` lead to the anchor of that name.
    """

    text: str
    style: TextStyle | None = None
    link: str = ""
