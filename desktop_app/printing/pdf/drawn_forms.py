"""Forms and drawn letters of a PDF from elsewhere: how much a page draws in all, asked before pdfium.

pdfium cannot be given up. Ten forms of which each draws the one below it ten times are a kilobyte, and a page that is
drawn for hours; so are letters of a Type 3 font of which each shows ten of another.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

import pikepdf

from desktop_app.printing.pdf.drawn_letters import (
    GAP,
    NAME,
    Drawn,
    Letters,
    by_code,
    either,
    fonts_set,
    held_in,
    paints_tiles,
    plain_name,
)
from desktop_app.printing.pdf.shown_text import shown_codes
from desktop_app.printing.pdf.unpacking import MOST_OF_WORDS, Effort, TooMuchUnpacked, require_contents, unpacked_size

_MOST: Final = 100_000
"""Forms that a page draws, those within others counted each time; pdfium draws as many in two seconds."""
_DEEPEST: Final = 40
"""Forms within forms; pdfium itself goes no deeper."""
_ALL: Final = pikepdf.StreamDecodeLevel.specialized
"""Runs of one byte are read as well."""
_DRAWN: Final = re.compile(NAME + GAP + rb"Do\b")
_BYTES_A_CODE: Final = 8
"""So many bytes are looked through for text in the time in which a code of LZW is read."""
_Number = tuple[int, int]
_NONE: Final = (0, 0)
"""The number of what lies in one place alone."""


class DrawnForms:
    """The forms and letters of one file, whose effort this is part of; each is counted once."""

    def __init__(self, effort: Effort) -> None:
        self._effort = effort
        self._known: dict[tuple[_Number, Letters | None], Drawn] = {}
        self._fonts: dict[tuple[_Number, _Number], Letters] = {}
        self._within: list[_Number] = []

    def require(self, page: pikepdf.Object) -> None:
        """Raise :class:`TooMuchUnpacked` for a page that draws without end; its words are judged before."""
        self._effort.spend()
        require_contents(page, self._effort)
        contents = page.get("/Contents")
        parts = contents if isinstance(contents, pikepdf.Array) else (contents,)
        said = b"\n".join(one.read_bytes(_ALL) for one in parts if isinstance(one, pikepdf.Stream))
        self._within.clear()
        drawn = self._count(said, page.get("/Resources"), None)
        for one in appearances(page):
            self._within.clear()
            drawn = _bounded(drawn.more(self._of(one, None, None), 1))

    # ---- inside

    def _count(self, said: bytes, resources: pikepdf.Object | None, inherited: Letters | None) -> Drawn:
        """All that words draw; names that are no form count once.

        Letters count where a font that draws them is chosen here, or where these words are drawn.
        """
        inner, drawn = held_in(resources, "/XObject"), Drawn(1, len(said))
        letters = self._letters(said, resources, inherited)
        for name, times in Counter(_DRAWN.findall(said)).items():
            form = inner.get(plain_name(name)) if inner is not None else None
            if isinstance(form, pikepdf.Stream) and form.get("/Subtype") != pikepdf.Name.Image:
                one = self._of(form, resources, letters)
            else:
                one = Drawn(1, 0)
            drawn = _bounded(drawn.more(one, times))
        if letters is not None:
            self._effort.spend(len(said) // _BYTES_A_CODE)
            for code, times in shown_codes(said).items():
                drawn = drawn.more(letters[code], times)
        return _bounded(drawn)

    def _of(self, form: pikepdf.Stream, outer: pikepdf.Object | None, letters: Letters | None) -> Drawn:
        number = form.objgen
        if (number, letters) not in self._known:
            if number in self._within or len(self._within) >= _DEEPEST:
                # one that draws itself is drawn by every way that leads to it
                raise TooMuchUnpacked
            self._within.append(number)
            unpacked_size(form, MOST_OF_WORDS, self._effort)
            own = form.get("/Resources")
            self._known[number, letters] = self._count(form.read_bytes(_ALL), outer if own is None else own, letters)
            self._within.pop()
        return self._known[number, letters]

    def _letters(self, said: bytes, resources: pikepdf.Object | None, inherited: Letters | None) -> Letters | None:
        """What each code draws in the heaviest of the fonts that words may be in."""
        own = [self._of_font(font, resources) for font in fonts_set(said, resources)]
        return either(own if inherited is None else [*own, inherited])

    def _of_font(self, font: pikepdf.Dictionary, outer: pikepdf.Object | None) -> Letters:
        held = font.get("/Resources")
        resources = outer if held is None else held
        number = font.objgen, resources.objgen if held is None and isinstance(resources, pikepdf.Object) else _NONE
        if font.objgen == _NONE or number not in self._fonts:
            procedures = held_in(font, "/CharProcs")
            names = procedures.keys() if procedures is not None else ()
            by_name = {name: self._of_letter(font["/CharProcs"][name], resources) for name in names}
            self._fonts[number] = by_code(font, by_name)
        return self._fonts[number]

    def _of_letter(self, procedure: pikepdf.Object, resources: pikepdf.Object | None) -> Drawn:
        if not isinstance(procedure, pikepdf.Stream):
            return Drawn(0, 0)
        drawn = self._of(procedure, resources, None)
        if paints_tiles(procedure.read_bytes(_ALL), resources):
            raise TooMuchUnpacked
        # itself it is no form
        return Drawn(drawn.forms - 1, drawn.words)


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


def _bounded(drawn: Drawn) -> Drawn:
    """As it is; raises :class:`TooMuchUnpacked` for more than a page may draw."""
    if drawn.forms > _MOST or drawn.words > MOST_OF_WORDS:
        raise TooMuchUnpacked
    return drawn
