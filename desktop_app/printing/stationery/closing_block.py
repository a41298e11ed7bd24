"""Closing part of the minutes: keeps signatures with text and pages well filled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final

from desktop_app.printing.engine.layout.stack import SLACK, Flowable, KeptTogether, measure_stack, total_height
from desktop_app.printing.engine.layout.table import FaTable
from desktop_app.printing.stationery.signature_boxes import SignatureGrid

Group = list[Flowable]
_MOST_BLANK: Final = 0.5
"""The share of a page that may be left blank so that more stands with the signatures."""


_LITTLE_BLANK: Final = 0.15
"""The share of a page that may be left blank so that all signatures stand together."""


class ClosingBlock(KeptTogether):
    """Groups that stay whole: resolutions, next meeting, closing sentences, signatures, lists.

    The signatures take with them what comes before them, as far as that leaves the page before half full. At best it
    is the last resolution with all that follows it. Else the resolutions stay, then the next meeting stays too, so that
    the closing sentences alone go along; then the lists part from the signatures; at last two signers. Where every way
    leaves more than half of the page blank, the one that leaves least is taken. ``page_height`` is the room of a page.

    ``grids`` are the looks of the signature boxes, the roomiest first: the first that a page holds is taken, and a cut
    is sought for the closest.
    """

    def __init__(self, groups: Sequence[Group], page_height: float, grids: Sequence[SignatureGrid]) -> None:
        self._groups = [group for group in groups if group]
        self._page = page_height
        self._grids = grids
        super().__init__(list(chain.from_iterable(self._groups)))

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Lay out in the roomiest look that fits; in the closest if none does."""
        for grid in self._grids:
            self._put(grid)
            size = super().wrap(available_width, available_height)
            if size[1] <= available_height + SLACK:
                break
        return size

    def _put(self, grid: SignatureGrid) -> None:
        for members in (self.flowables, *self._groups):
            for place, member in enumerate(members):
                if isinstance(member, SignatureGrid):
                    members[place] = grid

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Split in the first way that keeps most together; empty if the block is better on a new page."""
        self._width = available_width
        room = available_height + SLACK
        return self._chosen(super().split(available_width, available_height), room)

    def _chosen(self, parts: list[Flowable], room: float) -> list[Flowable]:
        """Return ``parts``, or another split that keeps more together."""

        def blank(way: list[Flowable]) -> float:
            return room - self._members_height(way[0])

        ways = list(self._ways(room))
        if parts and self._height(self._groups[:1]) > room:
            return min([parts, *ways], key=blank)
        enough = (way for way in ways if blank(way) <= self._page * _MOST_BLANK)
        return next(enough, None) or min(ways, key=blank, default=[])

    def _ways(self, room: float) -> Iterator[list[Flowable]]:
        """Yield the ways to split whose lower part fits a page; the one that keeps most together first.

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
        """Yield splits before the last resolution, and before each group above the signatures."""
        for at, member in enumerate(self._groups[0] if signed else ()):
            rows = member.without_last_row(self._width) if isinstance(member, FaTable) else []
            if rows:
                yield self._around(at, [*rows])
        yield from (self._cut(at) for at in range(1, signed))

    def force_split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Split the rows of more signers than a page holds, but never from their heading."""
        parts = self.split(available_width, available_height)
        if parts:
            return parts
        room, signed = available_height + SLACK, self._signatures()
        grid = self._groups[signed][-1]
        above = [*self._groups[:signed], self._groups[signed][:-1]]
        rows = grid.force_split(available_width, room - self._height(above) - grid.getSpaceBefore())
        if rows:
            return self._around(self.flowables.index(grid), rows)
        for at in (signed - 1, signed, *range(signed - 2, 0, -1)):
            if at > 0 and self._height(self._groups[:at]) <= room:
                return self._cut(at)
        return super().force_split(available_width, available_height)

    def _fits(self, part: Flowable, without: int) -> bool:
        """Whether the lower part of a split fits on one page, without its last groups."""
        if not isinstance(part, KeptTogether):
            raise TypeError(f"{type(part).__name__} is no part of a closing block")
        members = part.flowables[: len(part.flowables) - sum(map(len, self._groups[len(self._groups) - without :]))]
        return self._height([members]) <= self._page

    def _signatures(self) -> int:
        """Return the index of the group of the signatures."""
        return next(
            place
            for place, group in enumerate(self._groups)
            if any(isinstance(member, SignatureGrid) for member in group)
        )

    def _height(self, groups: Sequence[Group]) -> float:
        return total_height(measure_stack(list(chain.from_iterable(groups)), self._width))

    def _cut(self, at: int) -> list[Flowable]:
        above, below = KeptTogether(list(chain.from_iterable(self._groups[:at]))), self._groups[at:]
        if at <= self._signatures():
            return [above, self._rest(below)]
        return [above, *_with_headings(chain.from_iterable(below))]

    def _around(self, at: int, parts: list[Flowable]) -> list[Flowable]:
        """Return both parts after member ``at`` was split; the groups below it are kept."""
        below: list[Group] = []
        place = 0
        for group in self._groups:
            left: Group = []
            for member in group:
                left += [member] if place > at else parts[1:] if place == at else []
                place += 1
            below.append(left)
        return [KeptTogether([*self.flowables[:at], parts[0]]), self._rest(below)]

    def _rest(self, groups: Sequence[Group]) -> Flowable:
        """Return the lower part, which splits in the same way; split boxes keep their look."""
        grids = [member for group in groups for member in group if isinstance(member, SignatureGrid)]
        return ClosingBlock(groups, self._page, self._grids if set(grids) <= set(self._grids) else grids)

    def _members_height(self, part: Flowable) -> float:
        if not isinstance(part, KeptTogether):
            raise TypeError(f"{type(part).__name__} is no part of a closing block")
        return self._height([part.flowables])


class SignedEnd(ClosingBlock):
    """Closing sentences, signatures and lists, directly after the rest of the minutes.

    Where the page does not hold it, rows of signatures go on to the next one and stand there over the lists, which are
    never alone on a page. All of it goes on only where that leaves little of the page blank.
    """

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """Split before the last row of signatures that must move; empty if all of it moves."""
        self._width = available_width
        *said, lists = self._groups
        above = list(chain.from_iterable(said))
        grid = above.pop()
        if not isinstance(grid, SignatureGrid):
            raise TypeError(f"{type(grid).__name__} is no grid of signatures")
        if available_height <= self._page * _LITTLE_BLANK and self._height(self._groups) <= self._page:
            return []
        for upper, lower in grid.parted(available_width):
            if self._height([above, [upper]]) <= available_height + SLACK:
                return [KeptTogether([*above, upper]), KeptTogether([lower, *lists])]
        return []


def _with_headings(members: Iterable[Flowable]) -> list[Flowable]:
    """Return the members with each heading joined to the next one."""
    found: list[Flowable] = []
    held: Group = []
    for member in members:
        held.append(member)
        if not getattr(member, "keep_with_next", False):
            found.append(KeptTogether(held) if len(held) > 1 else member)
            held = []
    return found + held
