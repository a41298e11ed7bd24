"""Columns of text beside each other: the first stands at the right, and each is read down to its end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.layout.stack import SLACK, Block, Stacked, cut, draw_stack, measure, total_height

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
