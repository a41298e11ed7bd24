"""Forms of a PDF from elsewhere: how often a page draws them in all, asked before pdfium, which cannot be given up.

Ten forms of which each draws the one below it ten times are a kilobyte, and a page that is drawn for hours.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

import pikepdf

from desktop_app.printing.pdf.unpacking import MOST_OF_WORDS, TooMuchUnpacked, require_contents, unpacked_size

_MOST: Final = 100_000
"""Forms that a page draws, those within others counted each time; pdfium draws as many in two seconds."""
_DEEPEST: Final = 40
"""Forms within forms; pdfium itself goes no deeper."""
_DRAWN: Final = re.compile(rb"/([^\s/\[\]()<>{}%\x00]+)(?:[\s\x00]|%[^\r\n]*[\r\n])+Do\b")
_ESCAPED: Final = re.compile(rb"#([0-9a-fA-F]{2})")


class DrawnForms:
    """The forms of one file; each is counted once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], int] = {}
        self._within: list[tuple[int, int]] = []

    def require(self, page: pikepdf.Object) -> None:
        """Raise :class:`TooMuchUnpacked` for a page that draws forms without end; its words are judged before."""
        require_contents(page)
        contents = page.get("/Contents")
        parts = contents if isinstance(contents, pikepdf.Array) else (contents,)
        said = b"\n".join(one.read_bytes() for one in parts if isinstance(one, pikepdf.Stream))
        self._within.clear()
        self._count(said, page.get("/Resources"))

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
            unpacked_size(form, MOST_OF_WORDS)
            own = form.get("/Resources")
            self._known[number] = self._count(form.read_bytes(), outer if own is None else own)
            self._within.pop()
        return self._known[number]
