"""Connected pieces in a picture of two shades: the boxes that they fill."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from PIL import Image

Box = tuple[int, int, int, int]
_RUN: Final = re.compile(rb"\xff+")


def boxes_of(picture: Image.Image) -> list[Box]:
    """The box of each piece of what is white (255); pixels that touch at a corner are of one piece."""
    width, pixels = picture.width, picture.tobytes()
    parents: list[int] = []
    runs: list[Box] = []
    above: Sequence[int] = ()
    for row in range(picture.height):
        here = []
        for run in _RUN.finditer(pixels, row * width, (row + 1) * width):
            place = len(runs)
            runs.append((run.start() - row * width, row, run.end() - row * width, row + 1))
            parents.append(place)
            here.append(place)
            for other in above:
                if runs[other][0] <= runs[place][2] and runs[place][0] <= runs[other][2]:
                    parents[_root(parents, other)] = _root(parents, place)
        above = here
    found: dict[int, Box] = {}
    for place, run_ in enumerate(runs):
        root = _root(parents, place)
        known = found.get(root, run_)
        found[root] = (
            min(known[0], run_[0]),
            min(known[1], run_[1]),
            max(known[2], run_[2]),
            max(known[3], run_[3]),
        )
    return list(found.values())


def _root(parents: list[int], place: int) -> int:
    while parents[place] != place:
        parents[place] = parents[parents[place]]
        place = parents[place]
    return place
