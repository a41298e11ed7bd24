"""State shapes on paper: those of the window in black, so that a state is clear without colour."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from desktop_app.domain.rules.months import MonthState
from desktop_app.domain.rules.resolutions import ResolutionState
from desktop_app.domain.rules.tasks import TaskState
from desktop_app.printing.engine.layout.marks import draw_artifact
from desktop_app.printing.engine.layout.paragraph import FaParagraph
from desktop_app.printing.engine.layout.stack import Block
from desktop_app.printing.engine.typesetting.style import ParagraphStyle
from desktop_app.printing.engine.typesetting.typesetter import Typesetter

_KAPPA: Final = 0.5523
_GAP: Final = 2.6
_PEN: Final = "1.6 w 1 J 1 j"


def _circle(radius: float) -> str:
    """Return a circle around the middle of the square of sixteen units."""
    c, r, k = 8.0, radius, radius * _KAPPA
    return (
        f"{c + r:.2f} {c:.2f} m {c + r:.2f} {c + k:.2f} {c + k:.2f} {c + r:.2f} {c:.2f} {c + r:.2f} c "
        f"{c - k:.2f} {c + r:.2f} {c - r:.2f} {c + k:.2f} {c - r:.2f} {c:.2f} c "
        f"{c - r:.2f} {c - k:.2f} {c - k:.2f} {c - r:.2f} {c:.2f} {c - r:.2f} c "
        f"{c + k:.2f} {c - r:.2f} {c + r:.2f} {c - k:.2f} {c + r:.2f} {c:.2f} c h"
    )


def _lines(*points: tuple[float, float]) -> str:
    first, *rest = points
    return f"{first[0]:g} {first[1]:g} m " + " ".join(f"{x:g} {y:g} l" for x, y in rest)


_RING: Final = f"{_PEN} {_circle(6.4)} S"


def _plain_ring(_percent: int) -> str:
    return _RING


def _dashed_ring(_percent: int) -> str:
    step = 2 * math.pi * 6.4 / 10
    return f"q {_PEN} [0.1 {step - 0.1:.3f}] 0 d {_circle(6.4)} S Q"


def _ring_dot(_percent: int) -> str:
    return f"{_RING} {_circle(3.3)} f"


def _pie(percent: int) -> str:
    """Return a clockwise sector from the top for the progress; the axis points down, as in the window."""
    share = max(0, min(100, percent)) / 100
    if not share:
        return _RING
    if share == 1:
        return f"{_RING} {_circle(4.6)} f"
    steps = max(2, math.ceil(share * 48))
    turns = [2 * math.pi * share * step / steps for step in range(steps + 1)]
    edge = [(round(8 + 4.6 * math.sin(turn), 2), round(8 - 4.6 * math.cos(turn), 2)) for turn in turns]
    return f"{_RING} {_lines((8, 8), *edge)} h f"


def _square_bar(_percent: int) -> str:
    return f"1 1 14 14 re f 1 G 1.9 w 1 J {_lines((4.9, 8), (11.1, 8))} S"


def _ring_check(_percent: int) -> str:
    return f"{_RING} {_lines((5.1, 8.2), (7.2, 10.2), (11, 6.1))} S"


def _disc_check(_percent: int) -> str:
    return f"{_circle(7.2)} f 1 G 1.8 w 1 J 1 j {_lines((4.9, 8.2), (7.1, 10.4), (11.2, 5.9))} S"


def _ring_back(_percent: int) -> str:
    return f"{_RING} {_lines((4.9, 8), (10.9, 8))} S {_lines((8.6, 5.7), (10.9, 8), (8.6, 10.3))} S"


def _diamond(_percent: int) -> str:
    cross = f"{_lines((5.9, 5.9), (10.1, 10.1))} S {_lines((10.1, 5.9), (5.9, 10.1))} S"
    return f"{_lines((8, 1), (15, 8), (8, 15), (1, 8))} h f 1 G 1.6 w 1 J {cross}"


def _triangle(_percent: int) -> str:
    return f"{_PEN} {_lines((8, 1.9), (14.7, 13.7), (1.3, 13.7))} h B 1 G 1 g {_lines((8, 6.2), (8, 9.8))} S"


Shape = Callable[[int], str]
TASK_SHAPES: Final[Mapping[TaskState, Shape]] = {
    TaskState.ASSIGNED: _dashed_ring,
    TaskState.NOTIFIED: _plain_ring,
    TaskState.PLANNED: _ring_dot,
    TaskState.DOING: _pie,
    TaskState.BLOCKED: _square_bar,
    TaskState.REPORTED: _ring_check,
    TaskState.ACCEPTED: _disc_check,
    TaskState.RETURNED: _ring_back,
    TaskState.CANCELLED: _diamond,
}
RESOLUTION_SHAPES: Final[Mapping[ResolutionState, Shape]] = {
    ResolutionState.PROPOSED: _dashed_ring,
    ResolutionState.ADOPTED: _plain_ring,
    ResolutionState.NOTIFIED: _plain_ring,
    ResolutionState.IN_PROGRESS: _pie,
    ResolutionState.BLOCKED: _square_bar,
    ResolutionState.REPORTED_DONE: _ring_check,
    ResolutionState.VERIFIED: _disc_check,
    ResolutionState.RETURNED: _ring_back,
    ResolutionState.SUPERSEDED: _diamond,
    ResolutionState.REVOKED: _diamond,
    ResolutionState.DEFERRED: _dashed_ring,
    ResolutionState.REJECTED: _diamond,
}
MONTH_SHAPES: Final[Mapping[MonthState, Shape]] = {
    MonthState.EXPECTED: _dashed_ring,
    MonthState.PLANNED: _ring_dot,
    MonthState.HELD: _disc_check,
    MonthState.MISSED: _diamond,
    MonthState.EXCUSED: _ring_back,
}
LATE_SHAPE: Final[Shape] = _triangle


def draw_mark(canvas: object, shape: Shape, x: float, y: float, side: float, percent: int = 0) -> None:
    """Draw a shape into the square with its lower left corner at (x, y)."""
    scale = side / 16
    draw_artifact(canvas, f"0 g 0 G {scale:.4f} 0 0 {-scale:.4f} {x:.2f} {y + side:.2f} cm {shape(percent)}")


class MarkedText(Block):
    """A shape at the right, with the words of the state level with it."""

    def __init__(
        self, setter: Typesetter, shape: Shape, text: str, style: ParagraphStyle, *, percent: int = 0, place: str = ""
    ) -> None:
        super().__init__()
        # of the office's size and pitch, as the words are
        chosen = setter.chosen(style)
        self._side = chosen.text.size * 0.82
        self._first = chosen.text.size * chosen.pitch
        self._shape, self._percent = shape, percent
        self._indent = self._side + _GAP * setter.typography.scale
        self._text = FaParagraph(setter, text, replace(style, start=style.start + self._indent), place=place)

    def minWidth(self) -> float:  # noqa: N802 - the toolkit's name
        """Return the width of the shape and the longest word."""
        return self._text.minWidth() + self._indent

    def getSpaceBefore(self) -> float:  # noqa: N802 - the toolkit's name
        """Blank above the words."""
        return self._text.getSpaceBefore()

    def getSpaceAfter(self) -> float:  # noqa: N802 - the toolkit's name
        """Blank below the words."""
        return self._text.getSpaceAfter()

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the height of the words."""
        self.width, self.height = self._text.wrap(available_width, available_height)
        return self.width, self.height

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """Draw the words, then the shape."""
        self._text.drawOn(canvas, x, y)
        middle = y + self.height - self._first / 2
        draw_mark(canvas, self._shape, x + self.width - self._side, middle - self._side / 2, self._side, self._percent)
