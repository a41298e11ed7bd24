"""The end of the minutes as one chain, as template 1 parts it over pages, so that no signature stands alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.layout.stack import SLACK, Kept, measure, total_height
from desktop_app.printing.stationery.signatures import SignatureGrid

Group = list[Flowable]


class ClosingBlock(Kept):
    """Groups that stay whole: resolutions, next meeting, closing sentences, signatures, lists.

    The last resolution goes on the page of the signatures, and so do the lists after them. Where ``page_height``
    cannot hold that much, the closing sentences alone go along; then the lists part; at last two signers.
    """

    def __init__(self, groups: Sequence[Group], page_height: float) -> None:
        self._groups = [group for group in groups if group]
        self._page = page_height
        super().__init__(list(chain.from_iterable(self._groups)))

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """The first way to part that keeps most together; nothing if the block is better on a new page."""
        self._width = available_width
        room = available_height + SLACK
        return self._chosen(super().split(available_width, available_height), room)

    def _chosen(self, parts: list[Flowable], room: float) -> list[Flowable]:
        """``parts``, which end where ``room`` ends, or a cut above that keeps more together."""
        if parts and self._height(self._groups[:1]) > room:
            return parts
        signed = self._signatures()
        for end in (len(self._groups), signed + 1):
            if parts and self._fits(parts[1], len(self._groups) - end):
                return parts
            at = self._cut_above(signed, end, room)
            if at:
                return self._cut(at)
        rest = signed + 1 < len(self._groups)
        return self._cut(signed + 1) if rest and self._height(self._groups[: signed + 1]) <= room else []

    def force_split(self, available_width: float, available_height: float) -> list[Flowable]:
        """More signers than a page holds: their rows part, but never from their heading."""
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

    def _cut_above(self, signed: int, end: int, room: float) -> int:
        """The first group before which a cut leaves ``room`` above and one page for the rest to ``end``, or 0."""
        for at in range(1, signed):
            if self._height(self._groups[:at]) <= room and self._height(self._groups[at:end]) <= self._page:
                return at
        return 0

    def _fits(self, part: Flowable, without: int) -> bool:
        """Whether the lower part of a cut fits on one page, its last groups left out."""
        if not isinstance(part, Kept):
            raise TypeError(f"{type(part).__name__} is no part of a closing block")
        members = part.flowables[: len(part.flowables) - sum(map(len, self._groups[len(self._groups) - without :]))]
        return self._height([members]) <= self._page

    def _signatures(self) -> int:
        """The group of the signatures."""
        return next(
            place
            for place, group in enumerate(self._groups)
            if any(isinstance(member, SignatureGrid) for member in group)
        )

    def _height(self, groups: Sequence[Group]) -> float:
        return total_height(measure(list(chain.from_iterable(groups)), self._width))

    def _cut(self, at: int) -> list[Flowable]:
        above, below = Kept(list(chain.from_iterable(self._groups[:at]))), self._groups[at:]
        if at <= self._signatures():
            return [above, self._rest(below)]
        return [above, *_with_headings(chain.from_iterable(below))]

    def _around(self, at: int, parts: list[Flowable]) -> list[Flowable]:
        """Member ``at`` was cut in two: the groups below it stay groups."""
        below: list[Group] = []
        place = 0
        for group in self._groups:
            left: Group = []
            for member in group:
                left += [member] if place > at else parts[1:] if place == at else []
                place += 1
            below.append(left)
        return [Kept([*self.flowables[:at], parts[0]]), self._rest(below)]

    def _rest(self, groups: Sequence[Group]) -> Flowable:
        """What goes on, parted in the same way."""
        return type(self)(groups, self._page)


def _with_headings(members: Iterable[Flowable]) -> list[Flowable]:
    """Each heading joined to what follows it, the rest free to part."""
    found: list[Flowable] = []
    held: Group = []
    for member in members:
        held.append(member)
        if not getattr(member, "keep_with_next", False):
            found.append(Kept(held) if len(held) > 1 else member)
            held = []
    return found + held
