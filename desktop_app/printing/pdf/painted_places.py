"""Boxes and turns of what a page of a PDF from elsewhere paints, in points of the page."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Turn(NamedTuple):
    """How what is drawn within a form lies on the page."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def then(self, other: Turn) -> Turn:
        """This one, and what comes of it turned by the other."""
        return Turn(
            self.a * other.a + self.b * other.c,
            self.a * other.b + self.b * other.d,
            self.c * other.a + self.d * other.c,
            self.c * other.b + self.d * other.d,
            self.e * other.a + self.f * other.c + other.e,
            self.e * other.b + self.f * other.d + other.f,
        )

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point lies."""
        return x * self.a + y * self.c + self.e, x * self.b + y * self.d + self.f

    @property
    def grows(self) -> float:
        """By how much lengths grow at most."""
        return max(math.hypot(self.a, self.b), math.hypot(self.c, self.d))

    @property
    def spreads(self) -> float:
        """By how much areas grow."""
        return abs(self.a * self.d - self.b * self.c)

    @property
    def upright(self) -> bool:
        """Whether what lies straight still does."""
        return not (self.b or self.c) or not (self.a or self.d)


class Box(NamedTuple):
    """From the left and from the bottom."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def wide(self) -> float:
        """Nothing where it is empty."""
        return max(0.0, self.right - self.left)

    @property
    def high(self) -> float:
        """Nothing where it is empty."""
        return max(0.0, self.top - self.bottom)

    @property
    def area(self) -> float:
        """In square points."""
        return self.wide * self.high

    def within(self, other: Box) -> Box:
        """What both have."""
        return Box(
            max(self.left, other.left),
            max(self.bottom, other.bottom),
            min(self.right, other.right),
            min(self.top, other.top),
        )

    def onto(self, other: Box) -> Turn:
        """How what lies in this one lies in the other; all of it is taken to be there where this one is empty."""
        across, down = (other.wide / self.wide if self.wide else 0.0), (other.high / self.high if self.high else 0.0)
        return Turn(across, 0.0, 0.0, down, other.left - self.left * across, other.bottom - self.bottom * down)

    def turned(self, turn: Turn) -> Box:
        """The box around it as it lies on the page."""
        if turn == Turn():
            return self
        left, bottom, right, top = self
        return around(turn.point(x, y) for x in (left, right) for y in (bottom, top))


def around(points: Iterable[tuple[float, float]]) -> Box:
    """The box around points, of which there is one at least; what is no number is as far away as can be."""
    across, down = zip(*points, strict=True)
    if not all(map(math.isfinite, (*across, *down))):
        return Box(-math.inf, -math.inf, math.inf, math.inf)
    return Box(min(across), min(down), max(across), max(down))


def is_straight(points: Sequence[tuple[float, float]]) -> bool:
    """Whether they are the corners of a box that lies straight: pdfium paints within that for nothing."""
    if len(points) == 5 and points[0] == points[4]:
        points = points[:4]
    if len(points) != 4:
        return False
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = points
    return (ay == by and bx == cx and cy == dy and dx == ax) or (ax == bx and by == cy and cx == dx and dy == ay)
