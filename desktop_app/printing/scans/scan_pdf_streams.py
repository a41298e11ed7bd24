"""Streams that the pages of a scanned PDF are made of, judged before they are decoded or drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

import pikepdf

from desktop_app.printing.pdf.loose_values import is_picture, names_in
from desktop_app.printing.pdf.unpacking import MOST_UNPACKED, Effort, unpacked_size
from desktop_app.printing.scans.scan_faults import TooManyPixels, require_pixels

_ASK: Final = 200
"""So many objects are looked at between two askings whether to go on."""
_SHADES: Final = {
    "/DeviceGray": 1,
    "/G": 1,
    "/CalGray": 1,
    "/Indexed": 1,
    "/I": 1,
    "/Separation": 1,
    "/DeviceRGB": 3,
    "/RGB": 3,
    "/CalRGB": 3,
    "/Lab": 3,
}
"""Numbers that a pixel has; where a space says otherwise four are taken, as of printing inks."""
_SLACK: Final = 65_536
"""Bytes, besides a quarter of what is told: some scanners send rows that they do not count."""


class Pictures:
    """The pictures of one file by the sizes that they tell; each object is looked at once."""

    def __init__(self) -> None:
        self._seen: set[tuple[int, int]] = set()
        self._count = 0

    def require(self, page: pikepdf.Object, ask: Callable[[], object]) -> None:
        """Raise :class:`TooManyPixels` for a picture of a page or of its forms that is too large to be decoded.

        ``ask`` is called amid many objects; what it raises ends the search.
        """
        holders = [page]
        while holders:
            for one in self._inner(holders.pop()):
                self._count += 1
                if self._count % _ASK == 0:
                    ask()
                if is_picture(one):
                    _require_picture(one)
                else:
                    holders.append(one)

    def _inner(self, holder: pikepdf.Object) -> Iterator[pikepdf.Stream]:
        resources = names_in(holder.get("/Resources"))
        if resources is None or not self._is_new(resources):
            return
        inner = names_in(resources.get("/XObject"))
        if inner is None or not self._is_new(inner):
            return
        for name in inner.keys():  # noqa: SIM118 - an object of a PDF is iterated by its keys alone
            one = inner[name]
            if isinstance(one, pikepdf.Stream) and self._is_new(one):
                yield one

    def _is_new(self, one: pikepdf.Object) -> bool:
        """Whether it was not met before; what has no number of its own lies in one place alone."""
        number = one.objgen
        if number == (0, 0):
            return True
        new = number not in self._seen
        self._seen.add(number)
        return new


def require_as_told(picture: pikepdf.Stream, effort: Effort) -> None:
    """Raise :class:`TooMuchUnpacked` where more bytes come out of a picture than it tells it has.

    Raises :class:`TooManyPixels` where it tells more than is decoded.
    """
    told = _told(picture)
    if told > MOST_UNPACKED:
        raise TooManyPixels
    unpacked_size(picture, told + told // 4 + _SLACK, effort)


# ---- inside


def _require_picture(picture: pikepdf.Stream) -> None:
    require_pixels(_number(picture, "/Width"), _number(picture, "/Height"))


def _told(picture: pikepdf.Stream) -> int:
    """Bytes of the rows; each may have one more that says how it follows from the row above."""
    width, height = _number(picture, "/Width"), _number(picture, "/Height")
    bits = min(16, _number(picture, "/BitsPerComponent") or 8)
    return height * (1 + (width * bits * _shades(picture.get("/ColorSpace")) + 7) // 8)


def _shades(space: pikepdf.Object | None) -> int:
    kind = space[0] if isinstance(space, pikepdf.Array) and len(space) else space
    if kind == pikepdf.Name.ICCBased and isinstance(space, pikepdf.Array):
        return min(4, max(1, int(space[1].get("/N", 4))))
    return _SHADES.get(str(kind), 4)


def _number(picture: pikepdf.Stream, name: str) -> int:
    try:
        return max(0, int(picture.get(name, 0)))
    except (TypeError, ValueError, OverflowError) as error:
        raise TooManyPixels from error
