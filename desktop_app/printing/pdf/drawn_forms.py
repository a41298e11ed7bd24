"""Forms of a PDF from elsewhere: how often a page draws them in all, asked before pdfium, which cannot be given up.

Ten forms of which each draws the one below it ten times are a kilobyte, and a page that is drawn for hours.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

import pikepdf

from desktop_app.printing.pdf.unpacking import MOST_OF_WORDS, Effort, TooMuchUnpacked, require_contents, unpacked_size

_MOST: Final = 100_000
"""Forms that a page draws, those within others counted each time; pdfium draws as many in two seconds."""
_DEEPEST: Final = 40
"""Forms within forms; pdfium itself goes no deeper."""
_ALL: Final = pikepdf.StreamDecodeLevel.specialized
"""Runs of one byte are read as well."""
_DRAWN: Final = re.compile(rb"/([^\s/\[\]()<>{}%\x00]+)(?:[\s\x00]|%[^\r\n]*[\r\n])+Do\b")
_ESCAPED: Final = re.compile(rb"#([0-9a-fA-F]{2})")


class DrawnForms:
    """The forms of one file, whose effort this is part of; each is counted once."""

    def __init__(self, effort: Effort) -> None:
        self._effort = effort
        self._known: dict[tuple[int, int], int] = {}
        self._within: list[tuple[int, int]] = []

    def require(self, page: pikepdf.Object) -> None:
        """Raise :class:`TooMuchUnpacked` for a page that draws forms without end; its words are judged before."""
        self._effort.spend()
        require_contents(page, self._effort)
        contents = page.get("/Contents")
        parts = contents if isinstance(contents, pikepdf.Array) else (contents,)
        said = b"\n".join(one.read_bytes(_ALL) for one in parts if isinstance(one, pikepdf.Stream))
        self._within.clear()
        count = self._count(said, page.get("/Resources"))
        for one in appearances(page):
            self._within.clear()
            count += self._of(one, None)
            if count > _MOST:
                raise TooMuchUnpacked

    # ---- inside

    def _count(self, said: bytes, resources: pikepdf.Object | None) -> int:
        """How often something is drawn; names that are no form count once."""
        inner = resources.get("/XObject") if isinstance(resources, pikepdf.Dictionary) else None
        count = 1
        for name, times in Counter(_DRAWN.findall(said)).items():
            plain = _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), name).decode("utf-8")
            form = inner.get(f"/{plain}") if isinstance(inner, pikepdf.Dictionary) else None
            if isinstance(form, pikepdf.Stream) and form.get("/Subtype") != pikepdf.Name.Image:
                count += times * self._of(form, resources)
            else:
                count += times
            if count > _MOST:
                raise TooMuchUnpacked
        return count

    def _of(self, form: pikepdf.Stream, outer: pikepdf.Object | None) -> int:
        number = form.objgen
        if number not in self._known:
            if number in self._within or len(self._within) >= _DEEPEST:
                # one that draws itself is drawn by every way that leads to it
                raise TooMuchUnpacked
            self._within.append(number)
            unpacked_size(form, MOST_OF_WORDS, self._effort)
            own = form.get("/Resources")
            self._known[number] = self._count(form.read_bytes(_ALL), outer if own is None else own)
            self._within.pop()
        return self._known[number]


def appearances(page: pikepdf.Object) -> Iterator[pikepdf.Stream]:
    """The forms that show what is noted or filled in on a page, in each of their states."""
    notes = page.get("/Annots")
    for one in notes if isinstance(notes, pikepdf.Array) else ():
        shown = one.get("/AP") if isinstance(one, pikepdf.Dictionary) else None
        usual = shown.get("/N") if isinstance(shown, pikepdf.Dictionary) else None
        if isinstance(usual, pikepdf.Stream):
            yield usual
        elif isinstance(usual, pikepdf.Dictionary):
            yield from (state for name in usual.keys() if isinstance(state := usual[name], pikepdf.Stream))  # noqa: SIM118
