"""Tiling patterns of a PDF from elsewhere: how many tiles a page is laid with, asked before pdfium, which draws each.

A pattern that steps by a hundredth of a point lays five thousand million tiles over a page of A4: eight hundred bytes,
and a page that is drawn for hours. The same comes of patterns that are painted with patterns.
"""

from __future__ import annotations

from typing import Final

import pikepdf

from desktop_app.printing.pdf.drawn_forms import appearances
from desktop_app.printing.pdf.drawn_letters import drawn_fonts, drawn_masks, held_in, is_tiling
from desktop_app.printing.pdf.loose_values import is_picture, number
from desktop_app.printing.pdf.tile_sizes import area, numbers
from desktop_app.printing.pdf.unpacking import Effort, TooMuchUnpacked

_MOST: Final = 50_000_000
"""Tiles of one pattern on a page, those of its own patterns counted each time; pdfium lays as many in two seconds."""
_NONE: Final = (0, 0)
"""The number of what lies in one place alone."""
_DEEPEST: Final = 20
_USUAL: Final = 612.0 * 792.0
"""What pdfium takes for the size of a page that says none."""
_ALONG: Final = 10
"""So many tiles over one spot count no more than one each: some hatchings overlap."""
_A_HOLDER: Final = 20
"""Codes that the judging of what a form or a pattern holds takes."""
_MOST_OBJECTS: Final = 200_000
"""Holders of patterns of one page; one that has more is none that a person drew."""


class TiledPatterns:
    """The patterns of one page after the other; a holder that was judged is not judged again."""

    def __init__(self, effort: Effort) -> None:
        self._effort = effort
        self.met = False
        """Whether there was any pattern, of which a number counts."""
        self._judged: dict[tuple[tuple[int, int], float], float] = {}
        self._within: list[tuple[int, int]] = []
        self._pages: set[tuple[tuple[int, int], float]] = set()
        """Resources that stand for many pages, with the size of those."""

    def require(self, page: pikepdf.Object) -> None:
        """Raise :class:`TooMuchUnpacked` for a page that is laid with tiles without end."""
        self._within.clear()
        resources, around = page.get("/Resources"), area(page.get("/MediaBox")) or _USUAL
        shared = _number_of(resources), around
        if shared not in self._pages:
            self._most_in(resources, around)
            if shared[0] != _NONE:
                self._pages.add(shared)
        for one in appearances(page):
            self._inner(one, None, around)

    # ---- inside

    def _most_in(self, resources: pikepdf.Object | None, around: float) -> float:
        """The most tiles that one of the patterns lays over so much of a holder, or of a form in it."""
        most = 0.0
        for one in _streams(resources, "/Pattern"):
            self.met = True
            if is_tiling(one):
                most = max(most, _tiles(one, around) * (1.0 + self._inner(one, resources, around)))
        for one in _streams(resources, "/XObject"):
            if not is_picture(one):
                most = max(most, self._inner(one, resources, around))
        for one in drawn_masks(resources):
            most = max(most, self._inner(one, None, around))
        for font in drawn_fonts(resources):
            # letters are drawn with what their font holds; what they paint themselves is judged where they are counted
            if font.objgen != _NONE:
                most = max(most, self._inner(font, None, around))
        if most > _MOST:
            raise TooMuchUnpacked
        return most

    def _inner(self, holder: pikepdf.Object, outer: pikepdf.Object | None, around: float) -> float:
        """The same of what a form or a pattern holds: none of it is seen beyond its box, or what lies around it."""
        key, inside = holder.objgen, area(holder.get("/BBox")) or around
        if (key, inside) in self._judged:
            return self._judged[key, inside]
        if key in self._within or len(self._within) >= _DEEPEST:
            # forms that lead back to themselves are refused where they are counted
            return 0.0
        if len(self._judged) >= _MOST_OBJECTS:
            raise TooMuchUnpacked
        self._effort.spend(_A_HOLDER)
        self._within.append(key)
        own = holder.get("/Resources")
        found = self._most_in(outer if own is None else own, inside)
        self._within.pop()
        self._judged[key, inside] = found
        return found


def _number_of(resources: pikepdf.Object | None) -> tuple[int, int]:
    return resources.objgen if isinstance(resources, pikepdf.Object) else _NONE


def _streams(resources: pikepdf.Object | None, kind: str) -> list[pikepdf.Stream]:
    held = held_in(resources, kind)
    every = () if held is None else (held[name] for name in held.keys())  # noqa: SIM118 - its keys alone
    return [one for one in every if isinstance(one, pikepdf.Stream)]


def _tiles(pattern: pikepdf.Stream, around: float) -> float:
    """How many tiles cover an area, more where they lie over each other."""
    across, down = (abs(number(pattern.get(name, 0))) for name in ("/XStep", "/YStep"))
    step = across * down
    if not step:
        # without a step pdfium lays none
        return 0.0
    a, b, c, d, *_moved = numbers(pattern.get("/Matrix"), 6) or (1.0, 0.0, 0.0, 1.0)
    cell = step * abs(a * d - b * c)
    if not cell:
        return 0.0
    return around / cell * max(1.0, area(pattern.get("/BBox")) / step / _ALONG)
