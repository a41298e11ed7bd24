"""The end of the minutes since template 2: it parts so that no page before the signatures is left mostly blank."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.layout.stack import Kept
from desktop_app.printing.layout.table import FaTable
from desktop_app.printing.stationery.closing_block import ClosingBlock

_MOST_BLANK: Final = 0.5
"""The share of a page that may be left blank so that more stands with the signatures."""


class FullerClosing(ClosingBlock):
    """The signatures take with them what comes before them, as far as that leaves the page before half full.

    At best it is the last resolution with all that follows it. Else the resolutions stay, then the next meeting stays
    too, so that the closing sentences alone go along; at last only the lists part from the signatures. Where every way
    leaves more than half of the page blank, the one that leaves least is taken.
    """

    def _chosen(self, parts: list[Flowable], room: float) -> list[Flowable]:
        def blank(way: list[Flowable]) -> float:
            return room - self._members_height(way[0])

        ways = list(self._ways(room))
        if parts and self._height(self._groups[:1]) > room:
            return min([parts, *ways], key=blank)
        enough = (way for way in ways if blank(way) <= self._page * _MOST_BLANK)
        return next(enough, None) or min(ways, key=blank, default=[])

    def _ways(self, room: float) -> Iterator[list[Flowable]]:
        """The ways to part, the one that keeps most together first, of which a page holds the lower part.

        Where no page holds it with its lists, they may go on to the next.
        """
        signed = self._signatures()
        for lists_out in range(len(self._groups) - signed):
            for way in self._above(signed):
                if self._members_height(way[0]) <= room and self._fits(way[1], lists_out):
                    yield way
        if signed + 1 < len(self._groups) and self._height(self._groups[: signed + 1]) <= room:
            yield self._cut(signed + 1)

    def _above(self, signed: int) -> Iterator[list[Flowable]]:
        """Before the last resolution, and before each group that still leaves one with the signatures."""
        for at, member in enumerate(self._groups[0] if signed else ()):
            rows = member.last_row_apart(self._width) if isinstance(member, FaTable) else []
            if rows:
                yield self._around(at, [*rows])
        yield from (self._cut(at) for at in range(1, signed))

    def _members_height(self, part: Flowable) -> float:
        if not isinstance(part, Kept):
            raise TypeError(f"{type(part).__name__} is no part of a closing block")
        return self._height([part.flowables])
