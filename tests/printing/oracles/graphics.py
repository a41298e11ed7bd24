"""The part of a viewer's state that decides where text and strokes come to lie."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass

from tests.printing.oracles.content import Matrix
from tests.printing.oracles.pdf_font import PdfFont

UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def multiply(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does ``first`` and ``then`` the other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


@dataclass(slots=True)
class State:
    """The graphics state, as far as it is looked at."""

    matrix: Matrix = UNIT
    font: PdfFont | None = None
    size: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0

    def copy(self) -> State:
        """What ``q`` keeps."""
        return copy(self)
