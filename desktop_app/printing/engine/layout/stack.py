"""Stacks and columns of flowables: measured, drawn and cut for cells, kept blocks and pages.

A flowable is content measured for a width, split at a height if it may be, and drawn at a position. The first column is
at the right, and each is read down to its end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.printing.engine.layout.canvas import canvas_of_program


class Flowable:
    """Base class of everything that flows over pages; lengths are points.

    Ours, not the toolkit's: that one brings paragraphs and tables along which nobody here may use.
    """

    keep_with_next = False
    width = 0.0
    height = 0.0

    def getSpaceBefore(self) -> float:  # noqa: N802 - the name that all of them have had
        """Blank above; dropped at the top of a page."""
        return 0.0

    def getSpaceAfter(self) -> float:  # noqa: N802
        """Blank below; dropped at the foot of a page."""
        return 0.0

    def minWidth(self) -> float:  # noqa: N802
        """Return the smallest width that cuts nothing."""
        return 0.0

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        """Lay out for a width; return the needed width and height. Must be called first."""
        raise NotImplementedError

    def split(self, _available_width: float, _available_height: float) -> list[Flowable]:
        """Return the part that fits and the rest; empty if the whole must go to the next page."""
        return []

    def force_split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Like :meth:`split`, called when even an empty page is too short for the whole."""
        return self.split(available_width, available_height)

    def drawOn(self, _canvas: object, _x: float, _y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """Draw with the lower left corner at (x, y)."""
        raise NotImplementedError


SLACK = 0.01


@dataclass(slots=True, eq=False)
class Stacked:
    """A flowable with its height and the blank above it."""

    flowable: Flowable
    gap: float
    height: float


def measure_stack(flowables: Sequence[Flowable], width: float) -> list[Stacked]:
    """Return heights and gaps; of two adjoining blanks the greater counts, none above the first."""
    found: list[Stacked] = []
    after = 0.0
    for flowable in flowables:
        gap = max(after, flowable.getSpaceBefore()) if found else 0.0
        found.append(Stacked(flowable, gap, flowable.wrap(width, float("inf"))[1]))
        after = flowable.getSpaceAfter()
    return found


def height_of(flowables: Sequence[Flowable], width: float) -> float:
    """Return the height of the stacked flowables at a width."""
    total = after = 0.0
    for number, flowable in enumerate(flowables):
        gap = max(after, flowable.getSpaceBefore()) if number else 0.0
        total += gap + flowable.wrap(width, float("inf"))[1]
        after = flowable.getSpaceAfter()
    return total


def total_height(stack: Sequence[Stacked]) -> float:
    """Return the height of the whole stack."""
    return sum(item.gap + item.height for item in stack)


def draw_stack(stack: Sequence[Stacked], canvas: object, x: float, top: float) -> None:
    """Draw a stack from ``top`` downwards."""
    for item in stack:
        top -= item.gap + item.height
        item.flowable.drawOn(canvas, x, top)


def cut_stack(stack: Sequence[Stacked], width: float, height: float) -> tuple[list[Flowable], list[Flowable]]:
    """Return what fits into ``height`` and the rest; the flowable at the border is split if possible."""
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
    """Base class of flowables without blanks around them and without a split."""

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
        canvas_of_program(canvas).add_lines(line)


class KeptTogether(Block):
    """Flowables that belong together: a page ends only inside one of them, never between two.

    When nothing else helps, the last piece of an earlier member (a table's last row) goes along with the next.
    """

    def __init__(self, flowables: Sequence[Flowable]) -> None:
        super().__init__()
        self.flowables = list(flowables)
        self._stack: list[Stacked] = []

    def getSpaceBefore(self) -> float:  # noqa: N802 - the toolkit's name
        """Blank above the first member."""
        return float(self.flowables[0].getSpaceBefore())

    def getSpaceAfter(self) -> float:  # noqa: N802 - the toolkit's name
        """Blank below the last member."""
        return float(self.flowables[-1].getSpaceAfter())

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Stack the members."""
        self._stack = measure_stack(self.flowables, available_width)
        self.width, self.height = available_width, total_height(self._stack)
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Cut inside the member at the border, or inside the nearest one before it that can be split."""
        self.wrap(available_width, available_height)
        at, room = self._border(available_height)
        members = self.flowables
        parts = members[at].split(available_width, room) if room > 0 else []
        while not parts and at > 0:
            at -= 1
            parts = members[at].split(available_width, self._stack[at].height - 1)
        return self._around(at, parts) if parts else []

    def force_split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Separate two members, or split the first one, when even a whole page is too short."""
        parts = self.split(available_width, available_height)
        if parts:
            return parts
        at, room = self._border(available_height)
        if room > 0:
            forced = self.flowables[at].force_split(available_width, room)
            if forced:
                return self._around(at, forced)
        at = self._above_headings(at) or at
        return [KeptTogether(self.flowables[:at]), KeptTogether(self.flowables[at:])] if at else []

    def _above_headings(self, at: int) -> int:
        """Return the nearest member up to ``at`` that has no heading directly above it; 0 if there is none."""
        while at > 0 and self.flowables[at - 1].keep_with_next:
            at -= 1
        return at

    def _border(self, height: float) -> tuple[int, float]:
        """Return the member at which ``height`` ends, and the room left for it."""
        used = 0.0
        for index, item in enumerate(self._stack):
            used += item.gap
            if used + item.height > height + SLACK:
                return index, height - used
            used += item.height
        return len(self._stack) - 1, self._stack[-1].height

    def _around(self, at: int, parts: list[Flowable]) -> list[Flowable]:
        return [KeptTogether([*self.flowables[:at], parts[0]]), KeptTogether([*parts[1:], *self.flowables[at + 1 :]])]

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """Draw the members."""
        draw_stack(self._stack, canvas, x, y + self.height)


class KeptOnOnePage(KeptTogether):
    """Flowables on one page, if a page can hold them all."""

    def split(self, _available_width: float, _available_height: float) -> list[Flowable]:
        """Return nothing: the whole goes to the next page."""
        return []

    def force_split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Split like :class:`KeptTogether`, because no page can hold the whole."""
        return KeptTogether(self.flowables).force_split(available_width, available_height)


def stroke_operator(colour: str) -> str:
    """Return the PDF operator for a stroke colour ``#RRGGBB``."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return f"{red:.3g} G" if red == green == blue else f"{red:.3g} {green:.3g} {blue:.3g} RG"


_FINE: Final = 1.0
"""Points to which the height of even columns is sought."""


class Columns(Block):
    """Flowables in ``count`` columns with a gap of ``gap`` points between them.

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
        """Blank above the first member."""
        return self._flowables[0].getSpaceBefore() if self._flowables else 0.0

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Fill columns of similar height; a split part keeps its content."""
        if self._whole and abs(available_width - self.width) > SLACK:
            self.width = available_width
            self._set(self._even())
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Return columns as tall as the room, and the rest."""
        self.wrap(available_width, available_height)
        columns, left = self._filled(available_height)
        if not left or not all(columns):
            return []
        part = Columns([], self._count, self._gap)
        part.width, part._whole = self.width, False
        part._set(columns)
        return [part, Columns(left, self._count, self._gap)]

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0.0) -> None:  # noqa: N802, N803
        """Draw from the right, so that structure marks follow the reading order."""
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
        """Return columns of at most this height, and the rest."""
        columns: list[list[Stacked]] = []
        left: list[Flowable] = self._flowables
        for _ in range(self._count):
            head, left = cut_stack(measure_stack(left, self._room), self._room, height)
            columns.append(measure_stack(head, self._room))
        return columns, left

    def _even(self) -> list[list[Stacked]]:
        """Return the lowest columns that hold everything."""
        high = total_height(measure_stack(self._flowables, self._room))
        low = high / self._count
        while high - low > _FINE:
            middle = (low + high) / 2
            if self._filled(middle)[1]:
                low = middle
            else:
                high = middle
        return self._filled(high)[0]
