"""Base class of flowables: content measured for a width, split at a height if it may be, and drawn at a place."""

from __future__ import annotations


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
