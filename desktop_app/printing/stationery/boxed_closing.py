"""The end of the minutes since template 3: its boxes move closer together where that spares a page."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.printing.layout.flowable import Flowable
from desktop_app.printing.layout.stack import SLACK
from desktop_app.printing.stationery.closing_block import Group
from desktop_app.printing.stationery.fuller_closing import FullerClosing
from desktop_app.printing.stationery.signatures import SignatureGrid


class BoxedClosing(FullerClosing):
    """Groups as before; ``grids`` are the looks of their boxes, the roomiest first: the first that a page holds is
    taken, and a cut is sought for the closest."""

    def __init__(self, groups: Sequence[Group], page_height: float, grids: Sequence[SignatureGrid]) -> None:
        self._grids = grids
        super().__init__(groups, page_height)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """In the roomiest look that fits; in the closest if none does."""
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

    def _rest(self, groups: Sequence[Group]) -> Flowable:
        if any(isinstance(member, SignatureGrid) and member in self._grids for group in groups for member in group):
            return BoxedClosing(groups, self._page, self._grids)
        return FullerClosing(groups, self._page)
