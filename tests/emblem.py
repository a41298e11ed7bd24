"""The sign of an office that does not exist: an eight-pointed star, drawn here, for letterheads in samples."""

from __future__ import annotations

import io
import math
from functools import cache
from typing import Final

from PIL import Image, ImageDraw

_EDGE: Final = 400
"""Pixels of the finished picture; it is drawn four times as large, so that its slanted edges are smooth."""
_BLUE, _GOLD, _WHITE = (22, 82, 112), (190, 148, 62), (255, 255, 255)
_SQUARE: Final = 0.765
"""How far in the hollows of a star lie that is two squares, one turned by half a right angle."""
_STARS: Final = (
    (0.49, _SQUARE, 0.0, _BLUE),
    (0.43, _SQUARE, 0.0, _WHITE),
    (0.40, _SQUARE, 0.0, _BLUE),
    (0.30, 0.60, 0.5, _WHITE),
    (0.25, 0.50, 0.5, _GOLD),
)
"""Radius as a share of the edge, depth of the hollows, turn in steps from point to point, colour."""


@cache
def emblem() -> bytes:
    """The sign as PNG."""
    edge = 4 * _EDGE
    picture = Image.new("RGB", (edge, edge), _WHITE)
    pen = ImageDraw.Draw(picture)
    for radius, depth, turn, colour in _STARS:
        pen.polygon(_star(edge, radius, depth, turn), fill=colour)
    for radius, colour in ((0.075, _WHITE), (0.045, _BLUE)):
        low, high = edge * (0.5 - radius), edge * (0.5 + radius)
        pen.ellipse((low, low, high, high), fill=colour)
    out = io.BytesIO()
    picture.resize((_EDGE, _EDGE), Image.Resampling.LANCZOS).save(out, "PNG")
    return out.getvalue()


def _star(edge: int, radius: float, depth: float, turn: float) -> list[tuple[float, float]]:
    found = []
    for step in range(16):
        angle = math.pi * (step / 8 + turn / 4)
        reach = edge * radius * (depth if step % 2 else 1)
        found.append((edge / 2 + reach * math.sin(angle), edge / 2 - reach * math.cos(angle)))
    return found
