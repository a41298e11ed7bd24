"""Flowables one below the other: measured, drawn and cut in one way for cells, kept blocks and pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.printing.layout.canvas import drawing
from desktop_app.printing.layout.flowable import Flowable

SLACK = 0.01


@dataclass(slots=True, eq=False)
class Stacked:
    """A flowable with the blank above it and its height."""

    flowable: Flowable
    gap: float
    height: float


def measure(flowables: Sequence[Flowable], width: float) -> list[Stacked]:
    """Heights and gaps; of two neighbouring blanks the greater counts, none above the first."""
    found: list[Stacked] = []
    after = 0.0
    for flowable in flowables:
        gap = max(after, flowable.getSpaceBefore()) if found else 0.0
        found.append(Stacked(flowable, gap, flowable.wrap(width, float("inf"))[1]))
        after = flowable.getSpaceAfter()
    return found


def height_of(flowables: Sequence[Flowable], width: float) -> float:
    """The height of the whole stack at a width."""
    total = after = 0.0
    for number, flowable in enumerate(flowables):
        gap = max(after, flowable.getSpaceBefore()) if number else 0.0
        total += gap + flowable.wrap(width, float("inf"))[1]
        after = flowable.getSpaceAfter()
    return total


def total_height(stack: Sequence[Stacked]) -> float:
    """Height of the whole stack."""
    return sum(item.gap + item.height for item in stack)


def draw_stack(stack: Sequence[Stacked], canvas: object, x: float, top: float) -> None:
    """Draw from ``top`` downwards."""
    for item in stack:
        top -= item.gap + item.height
        item.flowable.drawOn(canvas, x, top)


def cut(stack: Sequence[Stacked], width: float, height: float) -> tuple[list[Flowable], list[Flowable]]:
    """What stands in ``height`` and what is left; the flowable at the border is split if it allows it."""
    used = 0.0
    for index, item in enumerate(stack):
        used += item.gap
        if used + item.height > height + SLACK:
            parts = item.flowable.split(width, height - used) if height > used else []
            head = [before.flowable for before in stack[:index]] + parts[:1]
            return head, parts[1:] + [after.flowable for after in stack[index + 1 :]] if parts else [
                after.flowable for after in stack[index:]
            ]
        used += item.height
    return [item.flowable for item in stack], []


class Block(Flowable):
    """A flowable of this room: no blanks round it and no part that could be split unless it says so."""

    def __init__(self) -> None:
        self.width = 0.0
        self.height = 0.0


class Gap(Block):
    """Blank paper of a given height."""

    def __init__(self, height: float) -> None:
        super().__init__()
        self.height = height

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """As wide as there is room."""
        self.width = available_width
        return available_width, self.height

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """Nothing to draw."""


class Rule(Block):
    """A thin line over the whole width."""

    def __init__(self, thickness: float = 0.4, colour: str = "#000000", dash: str = "[] 0 d") -> None:
        super().__init__()
        self.height = thickness
        self._operators = f"{stroke_operator(colour)} {thickness:g} w {dash}"

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """As wide as there is room."""
        self.width = available_width
        return available_width, self.height

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """Draw the line."""
        middle = y + self.height / 2
        line = f"{self._operators} {x:.2f} {middle:.2f} m {x + self.width:.2f} {middle:.2f} l S"
        drawing(canvas).add_lines(line)


class Kept(Block):
    """Flowables that belong together: a page never ends between two of them, only inside one that can be split.

    When nothing else helps, the last piece of an earlier member (a table's last row) goes along with the next.
    """

    def __init__(self, flowables: Sequence[Flowable]) -> None:
        super().__init__()
        self.flowables = list(flowables)
        self._stack: list[Stacked] = []

    def getSpaceBefore(self) -> float:  # noqa: N802 - the toolkit's name
        """The first member's."""
        return float(self.flowables[0].getSpaceBefore())

    def getSpaceAfter(self) -> float:  # noqa: N802 - the toolkit's name
        """The last member's."""
        return float(self.flowables[-1].getSpaceAfter())

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Stack the members."""
        self._stack = measure(self.flowables, available_width)
        self.width, self.height = available_width, total_height(self._stack)
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Cut inside the member at the border, or inside the nearest one before it that can be cut."""
        self.wrap(available_width, available_height)
        at, room = self._border(available_height)
        members = self.flowables
        parts = members[at].split(available_width, room) if room > 0 else []
        while not parts and at > 0:
            at -= 1
            parts = members[at].split(available_width, self._stack[at].height - 1)
        return self._around(at, parts) if parts else []

    def force_split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Even the whole page is too short: part two members, or force the first one."""
        parts = self.split(available_width, available_height)
        if parts:
            return parts
        at, room = self._border(available_height)
        if room > 0:
            forced = self.flowables[at].force_split(available_width, room)
            if forced:
                return self._around(at, forced)
        at = self._above_headings(at) or at
        return [Kept(self.flowables[:at]), Kept(self.flowables[at:])] if at else []

    def _above_headings(self, at: int) -> int:
        """The nearest member up to ``at`` that no heading stands above; 0 where headings stand above them all."""
        while at > 0 and self.flowables[at - 1].keep_with_next:
            at -= 1
        return at

    def _border(self, height: float) -> tuple[int, float]:
        """The member at which ``height`` ends, and the room that is left for it."""
        used = 0.0
        for index, item in enumerate(self._stack):
            used += item.gap
            if used + item.height > height + SLACK:
                return index, height - used
            used += item.height
        return len(self._stack) - 1, self._stack[-1].height

    def _around(self, at: int, parts: list[Flowable]) -> list[Flowable]:
        return [Kept([*self.flowables[:at], parts[0]]), Kept([*parts[1:], *self.flowables[at + 1 :]])]

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """Draw the members."""
        draw_stack(self._stack, canvas, x, y + self.height)


class Whole(Kept):
    """Flowables that stand on one page wherever a page holds them all."""

    def split(self, _available_width: float, _available_height: float) -> list[Flowable]:
        """The next page has room."""
        return []

    def force_split(self, available_width: float, available_height: float) -> list[Flowable]:
        """No page has room: as what merely belongs together."""
        return Kept(self.flowables).force_split(available_width, available_height)


def stroke_operator(colour: str) -> str:
    """``#RRGGBB`` as a stroke colour."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return f"{red:.3g} G" if red == green == blue else f"{red:.3g} {green:.3g} {blue:.3g} RG"
