"""Flowables one below the other, or in columns: measured, drawn and cut in one way for cells, kept blocks and pages.

A flowable is content measured for a width, split at a height if it may be, and drawn at a position. The first column is
at the right, and each is read down to its end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.printing.engine.layout.canvas import drawing


class Flowable:
    """The port of everything that flows over pages; lengths are points.

    Ours, not the toolkit's: that one brings paragraphs and tables along which nobody here may use.
    """

    keep_with_next = False
    width = 0.0
    height = 0.0

    def getSpaceBefore(self) -> float:  # noqa: N802 - the name that all of them have had
        """Blank above, unless it opens a page."""
        return 0.0

    def getSpaceAfter(self) -> float:  # noqa: N802
        """Blank below, unless it ends a page."""
        return 0.0

    def minWidth(self) -> float:  # noqa: N802
        """The least width that cuts nothing."""
        return 0.0

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        """Lay out for a width; returns the width and height that are taken. Comes before all that follows."""
        raise NotImplementedError

    def split(self, _available_width: float, _available_height: float) -> list[Flowable]:
        """The parts that fit and that are left; nothing if it must go on the next page whole."""
        return []

    def force_split(self, available_width: float, available_height: float) -> list[Flowable]:
        """As :meth:`split`, asked when even an empty page is too short for the whole."""
        return self.split(available_width, available_height)

    def drawOn(self, _canvas: object, _x: float, _y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """Draw with the lower left corner at a place."""
        raise NotImplementedError


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


_FINE: Final = 1.0
"""Points to which the height of even columns is sought."""


class Columns(Block):
    """Flowables in ``count`` columns with a blank of ``gap`` points between them.

    A page is filled column by column; where they end, the columns are as even as their members allow. What belongs
    together in a column is a member of its own (:class:`~.stack.Kept`).
    """

    def __init__(self, flowables: Sequence[Flowable], count: int, gap: float) -> None:
        super().__init__()
        self._flowables = list(flowables)
        self._count, self._gap = count, gap
        self._columns: list[list[Stacked]] = []
        self._whole = True

    def getSpaceBefore(self) -> float:  # noqa: N802 - the toolkit's name
        """That of the first member."""
        return self._flowables[0].getSpaceBefore() if self._flowables else 0.0

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Even columns; a part that was split off keeps what it holds."""
        if self._whole and abs(available_width - self.width) > SLACK:
            self.width = available_width
            self._set(self._even())
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Columns as tall as there is room, and the rest."""
        self.wrap(available_width, available_height)
        columns, left = self._filled(available_height)
        if not left or not all(columns):
            return []
        part = Columns([], self._count, self._gap)
        part.width, part._whole = self.width, False
        part._set(columns)
        return [part, Columns(left, self._count, self._gap)]

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """From the right, so that marks of the structure come in the order of reading."""
        left = x + self.width
        for column in self._columns:
            left -= self._room
            draw_stack(column, canvas, left, y + self.height)
            left -= self._gap

    @property
    def _room(self) -> float:
        """Width of a column."""
        return (self.width - self._gap * (self._count - 1)) / self._count

    def _set(self, columns: list[list[Stacked]]) -> None:
        self._columns = columns
        self.height = max((total_height(column) for column in columns), default=0.0)

    def _filled(self, height: float) -> tuple[list[list[Stacked]], list[Flowable]]:
        """Columns of at most this height, and what they do not hold."""
        columns: list[list[Stacked]] = []
        left: list[Flowable] = self._flowables
        for _ in range(self._count):
            head, left = cut(measure(left, self._room), self._room, height)
            columns.append(measure(head, self._room))
        return columns, left

    def _even(self) -> list[list[Stacked]]:
        """The lowest columns that hold everything."""
        high = total_height(measure(self._flowables, self._room))
        low = high / self._count
        while high - low > _FINE:
            middle = (low + high) / 2
            if self._filled(middle)[1]:
                low = middle
            else:
                high = middle
        return self._filled(high)[0]
