"""Painted area of a page of a PDF from elsewhere: how often its sheet is painted over, asked before pdfium draws it.

Seven kilobytes may paint one picture over the whole page fifty thousand times: pdfium takes minutes for it and cannot
be given up. What it read of a page is counted object by object: how much of the sheet each covers, and how dear that
is. A plan of half a million short lines covers little of it.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium

from desktop_app.printing.pages import OpenPdf, others_turn
from desktop_app.printing.pdf.painted_objects import FREE, Found, Objects, Within
from desktop_app.printing.pdf.painted_places import Box, Turn, around
from desktop_app.printing.pdf.unpacking import MOST_SHEETS, Effort, TooMuchUnpacked

_PICTURE, _TURNED, _SHADED, _WITHIN_PATHS = 2.0, 12.0, 3.0, 2.0
"""Such sheets that the whole sheet takes with a picture, with one that lies askew, and so on."""
_SEEN_THROUGH, _BLENDED = 4.0, 12.0
"""The same of what is seen through, in a file that blends nothing, and in one that does."""
_A_MEGAPIXEL: Final = 1.0
"""The same of the pixels that a picture has, however small it is drawn."""
_A_DIAGONAL: Final = 0.03
"""The same of the edge of a path that goes from corner to corner."""
_A_PATH_AROUND: Final = 0.3
"""The same of a path as large as the sheet beyond which nothing is painted."""
_SMALL: Final = 0.002
"""Sheets below which a path is not measured point by point."""
_AN_OBJECT, _A_POINT = 5, 2
"""Codes that the reading of each takes."""
_AT_ONCE: Final = 500
"""So many objects are read between two turns of others."""
_DEEPEST: Final = 50
"""Forms within forms; pdfium itself goes less deep."""


def require_paintable(pages: OpenPdf, index: int, effort: Effort, *, blends: bool) -> None:
    """Raise :class:`TooMuchUnpacked` for a page that is painted over without end.

    ``blends`` says whether anything of the file is painted otherwise than over what lies below it.
    """
    with pages.held(index) as page:
        _PaintedArea(page, effort, blends=blends).require()


class _PaintedArea:
    """What pdfium read of one page; others have their turn meanwhile."""

    def __init__(self, page: pypdfium2.PdfPage, effort: Effort, *, blends: bool) -> None:
        self._page, self._effort, self._objects = page, effort, Objects()
        self._seen_through = _BLENDED if blends else _SEEN_THROUGH
        self._blends = blends
        self._sheet = Box(*page.get_bbox())
        self._area = max(self._sheet.area, 1.0)
        self._diagonal = max(math.hypot(self._sheet.wide, self._sheet.high), 1.0)
        self._left, self._small = MOST_SHEETS, math.inf
        self._codes = 0
        self._before: Within = FREE

    def require(self) -> None:
        try:
            self._read()
        except TooMuchUnpacked:
            # what looks dear by the sizes of its paths alone is measured point by point
            self._left, self._small = MOST_SHEETS, _SMALL
            self._read()

    # ---- inside

    def _read(self) -> None:
        page = self._page.raw
        self._each(pdfium.FPDFPage_GetObject, page, pdfium.FPDFPage_CountObjects(page), Turn(), 0)
        for place in range(max(0, pdfium.FPDFPage_GetAnnotCount(page))):
            self._note(pdfium.FPDFPage_GetAnnot(page, place))
        self._spend()

    def _note(self, note: Found) -> None:
        """What shows a note is drawn as large as the note is: its own box is the one that its objects lie within."""
        try:
            rect = pdfium.FS_RECTF()
            pdfium.FPDFAnnot_GetRect(note, rect)
            lies = around([(rect.left, rect.bottom), (rect.right, rect.top)])
            count = pdfium.FPDFAnnot_GetObjectCount(note)
            if count > 0:
                own = self._objects.shown_in(pdfium.FPDFAnnot_GetObject(note, 0))
                self._each(pdfium.FPDFAnnot_GetObject, note, count, own.onto(lies), 0)
        finally:
            pdfium.FPDFPage_CloseAnnot(note)

    def _each(self, get: Callable[[Found, int], Found], holder: Found, count: int, turn: Turn, depth: int) -> None:
        """All that a holder has; of what is small, as nearly all of a plan is, no more than its size is asked."""
        spreads, edge = turn.spreads / self._area, turn.grows / self._diagonal * _A_DIAGONAL
        objects, kind_of, segments = self._objects, pdfium.FPDFPageObj_GetType, pdfium.FPDFPath_CountSegments
        seen_through = pdfium.FPDFPageObj_HasTransparency
        hypot = math.hypot
        path, text = pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_TEXT
        for place in range(count):
            if place % _AT_ONCE == 0:
                self._spend()
            found = get(holder, place)
            wide, high = objects.size(found)
            sheets, kind = wide * high * spreads, kind_of(found)
            if seen_through(found):
                sheets *= 1 + self._seen_through
            if kind == path:
                sheets += (segments(found) - 1) * hypot(wide, high) * edge
            if (kind in (path, text)) and sheets < self._small and not objects.clips(found):
                self._paint(sheets)
            else:
                self._object(found, kind, turn, depth)
            self._codes += _AN_OBJECT

    def _object(self, found: Found, kind: int, turn: Turn, depth: int) -> None:
        within = self._objects.within(found, turn)
        box = self._objects.box(found).turned(turn).within(self._sheet).within(within.seen)
        share = box.area / self._area
        painted = self._painted(found, kind, turn, box)
        self._paint(self._around(within, share) + painted)
        if pdfium.FPDFPageObj_HasTransparency(found):
            self._paint(self._seen_through * (share if self._blends else min(share, painted)))
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner, count = self._objects.turn(found).then(turn), pdfium.FPDFFormObj_CountObjects(found)
            self._each(pdfium.FPDFFormObj_GetObject, found, count, inner, depth + 1)

    def _painted(self, found: Found, kind: int, turn: Turn, box: Box) -> float:
        share = box.area / self._area
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            upright = self._objects.turn(found).then(turn).upright
            return share * (_PICTURE if upright else _TURNED) + self._objects.megapixels(found) * _A_MEGAPIXEL
        if kind == pdfium.FPDF_PAGEOBJ_SHADING:
            return share * _SHADED
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            return self._path(found, turn, box)
        return share

    def _path(self, path: Found, turn: Turn, box: Box) -> float:
        """A path is measured where its box alone makes it look dear: of a long line that stands askew it is large."""
        share, count = box.area / self._area, int(pdfium.FPDFPath_CountSegments(path))
        longest = math.hypot(box.wide, box.high)
        if share + (edges := (count - 1) * longest / self._diagonal * _A_DIAGONAL) < _SMALL:
            return share + edges
        self._codes += _A_POINT * count
        if count > _AT_ONCE:
            self._spend()
        points = [turn.point(*one) for one in self._objects.points(path, count)]
        length = sum(min(longest, math.dist(one, other)) for one, other in pairwise(points))
        edges = length / self._diagonal * _A_DIAGONAL
        if self._objects.is_filled(path):
            return share + edges
        wide = self._objects.stroke_width(path) * turn.then(self._objects.turn(path)).grows
        return min(share, (length + wide) * wide / self._area) + edges

    def _around(self, within: Within, share: float) -> float:
        """What the paths take within which something is painted; those of the object before it are kept by pdfium."""
        taken = share * _WITHIN_PATHS if within.paths or within.more else 0.0
        if within is not self._before:
            sizes = (around(one).within(self._sheet).area / self._area for one in within.paths if one)
            taken += _A_PATH_AROUND * (sum(sizes) + within.more)
        self._before = within
        return taken

    def _paint(self, sheets: float) -> None:
        self._left -= sheets
        if not self._left >= 0:
            raise TooMuchUnpacked

    def _spend(self) -> None:
        codes, self._codes = self._codes, 0
        with others_turn():
            self._effort.spend(codes)
