"""Alignment of a scanned page with a page of the print: first by the corners of their marks, then by registration.

Corners tell turn, angle and size. What a scanner, a printer and the lie of the paper add is found by holding parts of
the print over the scan, ever smaller ones, ever finer: the offsets of large parts make one affine map, those of small
ones bend it. Maps lead from the print to the scan.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, product
from operator import mul
from typing import Final

from PIL import Image, ImageChops

from desktop_app.printing.scans.scan_marks import PlacedMark, Point

_SHADES: Final = tuple(range(256))
_LEAST_INK: Final = 1.5
"""Mean shade of a part of the print that has enough on it to be found."""
_CLEARER: Final = 0.85
"""A part is found where its best place differs so much less from the print than the mean of all places."""
_OUTLIER: Final = 2.5
"""Pixels by which an offset may stray from the map of the others."""
_LEAST_PARTS: Final = 4


@dataclass(frozen=True, slots=True)
class Affine:
    """``x' = ax + by + c``, ``y' = dx + ey + f``."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def at(self, x: float, y: float) -> Point:
        """Where a point comes to lie."""
        return self.a * x + self.b * y + self.c, self.d * x + self.e * y + self.f

    def six(self) -> tuple[float, float, float, float, float, float]:
        """As Pillow takes it."""
        return self.a, self.b, self.c, self.d, self.e, self.f


@dataclass(frozen=True, slots=True)
class _Step:
    """One pass of registration: how much smaller both are, how many parts, how far each is looked for."""

    smaller: int
    parts: tuple[int, int]
    reach: int


@dataclass(frozen=True, slots=True)
class _Part:
    """The middle of a part of the print, and by how much the scan lies beside it, in pixels of the print."""

    box: tuple[int, int, int, int]
    offset: Point


_STEPS: Final = (_Step(4, (3, 4), 8), _Step(2, (4, 6), 4))
_BENT: Final = _Step(1, (6, 9), 4)


@dataclass(frozen=True, slots=True)
class Alignment:
    """How a scan lies over a print: the map of the whole, and by how much each part of the print lies beside it."""

    map_: Affine
    size: tuple[int, int]
    """Pixels of the page of the print."""
    parts: tuple[_Part, ...]

    def over(self, seen: Image.Image, *, larger: int = 1, times: int = 1) -> Image.Image:
        """The scan as it would lie over a print that is so many times larger; ``seen`` is that many times finer."""
        return _bent(seen, self, larger, times)


def aligned(
    printed: Image.Image, marks: Sequence[PlacedMark], seen: Image.Image, found: Sequence[PlacedMark]
) -> Alignment | None:
    """How the scan has to be laid over the print, both as ink on nothing; ``None`` where it cannot be laid there.

    ``marks`` are those of the print, ``found`` those of the scan, each in pixels of its page.
    """
    map_ = _by_marks(printed.size, marks, seen.size, found)
    if map_ is None:
        return None
    for step in _STEPS:
        parts = tuple(_parts(printed, _laid(seen, map_, printed.size), step))
        map_ = _fitted(map_, parts) or map_
    parts = tuple(_parts(printed, _laid(seen, map_, printed.size), _BENT))
    map_ = _fitted(map_, parts) or map_
    parts = tuple(_parts(printed, _laid(seen, map_, printed.size), _BENT))
    return Alignment(map_, printed.size, parts)


# ---- by marks


def _by_marks(
    size: tuple[int, int], marks: Sequence[PlacedMark], lies: tuple[int, int], found: Sequence[PlacedMark]
) -> Affine | None:
    """The similarity that brings corners to corners; of several ways to name them the one that keeps the page whole."""
    ways = [_similar(pairs) for pairs in _ways(marks, found)]
    return min(ways, key=lambda one: _outside(one, size, lies), default=None)


def _ways(marks: Sequence[PlacedMark], found: Sequence[PlacedMark]) -> Iterator[list[tuple[Point, Point]]]:
    """Both marks of a page say the same, so each may be either; two of them keep their order along the foot."""
    if len(found) >= 2 and len(marks) >= 2:
        for first, second in ((0, 1), (1, 0)):
            yield [
                *zip(marks[0].corners, found[first].corners, strict=True),
                *zip(marks[1].corners, found[second].corners, strict=True),
            ]
        return
    for mark, seen in product(marks, found):
        yield list(zip(mark.corners, seen.corners, strict=True))


def _similar(pairs: Sequence[tuple[Point, Point]]) -> Affine:
    """By least squares, without a shear: of one mark it would be noise."""
    ours = [complex(*one) for one, _other in pairs]
    theirs = [complex(*other) for _one, other in pairs]
    our, their = sum(ours) / len(ours), sum(theirs) / len(theirs)
    over = sum((one - our).conjugate() * (other - their) for one, other in zip(ours, theirs, strict=True))
    turn = over / sum(abs(one - our) ** 2 for one in ours)
    move = their - turn * our
    return Affine(turn.real, -turn.imag, move.real, turn.imag, turn.real, move.imag)


def _outside(map_: Affine, size: tuple[int, int], lies: tuple[int, int]) -> float:
    """How far the corners of the page come to lie outside the scan."""
    far = 0.0
    for x, y in product((0, size[0]), (0, size[1])):
        across, down = map_.at(x, y)
        far += max(0.0, -across, across - lies[0]) + max(0.0, -down, down - lies[1])
    return far


# ---- by registration


def _laid(seen: Image.Image, map_: Affine, size: tuple[int, int]) -> Image.Image:
    return seen.transform(size, Image.Transform.AFFINE, map_.six(), Image.Resampling.BILINEAR)


def _parts(printed: Image.Image, laid: Image.Image, step: _Step) -> Iterator[_Part]:
    """The parts of the print that were found in the scan."""
    ours = printed.reduce(step.smaller) if step.smaller > 1 else printed
    theirs = laid.reduce(step.smaller) if step.smaller > 1 else laid
    across, down = step.parts
    for column, row in product(range(across), range(down)):
        box = (
            ours.width * column // across,
            ours.height * row // down,
            ours.width * (column + 1) // across,
            ours.height * (row + 1) // down,
        )
        part = ours.crop(box)
        if _mean(part) < _LEAST_INK:
            continue
        offset = _offset(part, theirs, box, step.reach)
        if offset is not None:
            left, top, right, bottom = (step.smaller * side for side in box)
            yield _Part((left, top, right, bottom), (step.smaller * offset[0], step.smaller * offset[1]))


def _offset(part: Image.Image, theirs: Image.Image, box: tuple[int, int, int, int], reach: int) -> Point | None:
    """Where a part lies: every second place is tried, then those around the best of them.

    A stroke is wider than two pixels, so that beside the best place no other is far worse.
    """
    left, top, right, bottom = box

    @cache
    def cost(across: int, down: int) -> float:
        other = theirs.crop((left + across, top + down, right + across, bottom + down))
        return _mean(ImageChops.difference(part, other))

    steps = range(-reach, reach + 1, 2)
    coarse = list(product(steps, repeat=2))
    near = min(coarse, key=lambda one: cost(*one))
    usual = sum(cost(*one) for one in coarse) / len(coarse)
    around = product((near[0] - 1, near[0], near[0] + 1), (near[1] - 1, near[1], near[1] + 1))
    across, down = min((one for one in around if max(map(abs, one)) <= reach), key=lambda one: cost(*one))
    if cost(across, down) > _CLEARER * usual:
        return None
    told = [_told([cost(one, near[1]) for one in steps]), _told([cost(near[0], one) for one in steps])]
    found = []
    for at, before, after in (
        (across, (across - 1, down), (across + 1, down)),
        (down, (across, down - 1), (across, down + 1)),
    ):
        if abs(at) == reach:
            found.append(float(at))
        else:
            found.append(at + _between(cost(*before), cost(across, down), cost(*after)))
    return found[0] if told[0] else 0.0, found[1] if told[1] else 0.0


def _told(costs: Sequence[float]) -> bool:
    """Whether one place along a way is clearly the best: of nothing but rules none is along them."""
    return min(costs) <= _CLEARER * sum(costs) / len(costs)


def _between(before: float, least: float, after: float) -> float:
    """Where the lowest point lies between pixels, as of a parabola."""
    if before + after <= 2 * least:
        return 0.0
    return (before - after) / (2 * (before + after - 2 * least))


def _mean(image: Image.Image) -> float:
    whole: int = sum(map(mul, _SHADES, image.histogram()))
    return whole / (image.width * image.height)


def _fitted(map_: Affine, parts: Sequence[_Part]) -> Affine | None:
    """The map that brings every part where it was found; strays are left out once."""
    made = _least_squares([_pair(map_, one) for one in parts])
    if made is None:
        return None
    near = [one for one in parts if _stray(map_, made, one) <= _OUTLIER * _size_of(made)]
    return _least_squares([_pair(map_, one) for one in near]) or made


def _pair(map_: Affine, part: _Part) -> tuple[Point, Point]:
    x, y = _middle(part)
    return (x, y), map_.at(x + part.offset[0], y + part.offset[1])


def _middle(part: _Part) -> Point:
    left, top, right, bottom = part.box
    return (left + right) / 2, (top + bottom) / 2


def _stray(map_: Affine, made: Affine, part: _Part) -> float:
    (x, y), (across, down) = _pair(map_, part)
    lies = made.at(x, y)
    return max(abs(lies[0] - across), abs(lies[1] - down))


def _size_of(map_: Affine) -> float:
    """Pixels of the scan to one of the print."""
    return math.hypot(map_.a, map_.d)


def _least_squares(pairs: Sequence[tuple[Point, Point]]) -> Affine | None:
    if len(pairs) < _LEAST_PARTS:
        return None
    rows = [(x, y, 1.0) for (x, y), _there in pairs]
    normal = [[sum(one[i] * one[j] for one in rows) for j in range(3)] for i in range(3)]
    solved = []
    for side in range(2):
        right = [sum(one[i] * there[side] for one, (_here, there) in zip(rows, pairs, strict=True)) for i in range(3)]
        found = _solved(normal, right)
        if found is None:
            return None
        solved += found
    return Affine(*solved)


def _solved(rows: Sequence[Sequence[float]], right: Sequence[float]) -> list[float] | None:
    """Three equations by Cramer's rule; ``None`` where the points lie on one line."""
    whole = _determinant(rows)
    if abs(whole) < 1.0:
        return None
    return [
        _determinant([[right[row] if at == column else rows[row][at] for at in range(3)] for row in range(3)]) / whole
        for column in range(3)
    ]


def _determinant(rows: Sequence[Sequence[float]]) -> float:
    (a, b, c), (d, e, f), (g, h, i) = rows
    return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)


# ---- bent


def _bent(seen: Image.Image, how: Alignment, larger: int, times: int) -> Image.Image:
    """Each part goes where it was found; their corners go with the mean of the parts around."""
    size = how.size
    across, down = _BENT.parts
    edges = [size[0] * column // across for column in range(across + 1)]
    rows = [size[1] * row // down for row in range(down + 1)]
    nodes = {(x, y): _node(x, y, how.parts) for x, y in product(edges, rows)}

    def there(x: int, y: int) -> Point:
        offset = nodes[x, y]
        lies = how.map_.at(x + offset[0], y + offset[1])
        return times * lies[0], times * lies[1]

    mesh = []
    for left, right in pairwise(edges):
        for top, bottom in pairwise(rows):
            quad = (*there(left, top), *there(left, bottom), *there(right, bottom), *there(right, top))
            mesh.append(((larger * left, larger * top, larger * right, larger * bottom), quad))
    return seen.transform((larger * size[0], larger * size[1]), Image.Transform.MESH, mesh, Image.Resampling.BICUBIC)


def _node(x: int, y: int, parts: Sequence[_Part]) -> Point:
    near = [one.offset for one in parts if one.box[0] <= x <= one.box[2] and one.box[1] <= y <= one.box[3]]
    if not near:
        return 0.0, 0.0
    middle = len(near) // 2
    return sorted(one[0] for one in near)[middle], sorted(one[1] for one in near)[middle]
