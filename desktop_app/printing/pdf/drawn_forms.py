"""Forms and drawn letters of a PDF from elsewhere: how much a page draws in all, asked before pdfium.

pdfium cannot be given up. Ten forms of which each draws the one below it ten times are a kilobyte, and a page that is
drawn for hours; so are letters of a Type 3 font of which each shows ten of another.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

import pikepdf

from desktop_app.printing.pdf.drawn_letters import (
    NOTHING,
    Drawn,
    Letters,
    by_code,
    effort_of_notes,
    either,
    fonts_set,
    held_in,
    masks_chosen,
    may_blend,
    paints_tiles,
    tiles_chosen,
    uses_names,
)
from desktop_app.printing.pdf.edges_within import require_parted
from desktop_app.printing.pdf.loose_values import Named, as_read, is_picture, names_in, under
from desktop_app.printing.pdf.painted_with import (
    A_PICTURE,
    PLAIN,
    Forms,
    Painting,
    forms_drawn,
    painted,
    sheets_painted,
)
from desktop_app.printing.pdf.shown_text import shown_codes
from desktop_app.printing.pdf.tile_sizes import USUAL_SIDE, area, longest_side, share_of_tile, tiles_each_drawn
from desktop_app.printing.pdf.unpacking import (
    MOST_OF_WORDS,
    MOST_SHEETS,
    Effort,
    TooMuchUnpacked,
    require_contents,
    unpacked_size,
)

_MOST: Final = 100_000
"""Forms that a page draws, those within others counted each time; pdfium draws as many in two seconds."""
_DEEPEST: Final = 40
"""Forms within forms; pdfium itself goes no deeper."""
_ALL: Final = pikepdf.StreamDecodeLevel.specialized
"""Runs of one byte are read as well."""
_SIGNS: Final = {"/XObject": (b"Do",), "/Font": (b"Tf",), "/ExtGState": (b"gs",), "/Pattern": (b"scn", b"SCN")}
"""Words that name something of a kind."""
_BYTES_A_CODE: Final = 8
"""So many bytes are looked through for text in the time in which a code of LZW is read."""
_A_FORM, _AGAIN = 200, 20_000
"""Codes that the counting of a form takes, and of one that was counted for the page, with other letters or colours.

Of layers each of which draws the next in two fonts, the last is drawn in as many ways as there are ways to it.
"""
_A_TABLE, _A_NAME = 500, 10
"""The same of the letters of a font that are laid beside others, and of what resources name."""
_LIGHT, _LIGHT_TILES = 1_000, 50
"""Bytes of the words of a hatching at most, and how many of its tiles are drawn as soon as the words of another."""
_Number = tuple[int, int]
_NONE: Final = (0, 0)
"""The number of what lies in one place alone."""


class _Begun(NamedTuple):
    """With what the words of a form begin: the letters and the painting of what draws it."""

    letters: Letters | None = None
    painting: Painting = PLAIN
    apart: bool = False
    """Whether they are those of a mask or a tile, of which pdfium does not tell beforehand what they paint."""


class DrawnForms:
    """The forms and letters of one file, whose effort this is part of; each is counted once."""

    def __init__(self, effort: Effort) -> None:
        self._effort = effort
        self.unheld = False
        """Whether a page that holds no names uses any."""
        self.blends = False
        """Whether any words are drawn by what is there to blend them with what lies below, or to mask them."""
        self._known: dict[tuple[_Number, _Begun], Drawn] = {}
        self._here: dict[tuple[_Number, _Begun, _Number, _Number], Drawn] = {}
        """The same of what draws with what the page holds, of one page."""
        self._fonts: dict[tuple[_Number, _Number], Letters] = {}
        self._met: set[_Number] = set()
        """Forms of one page."""
        self._within: list[_Number] = []
        self._page: pikepdf.Object | None = None
        self._holder, self._fonts_met = _NONE, 0
        """Whose resources those without any share; a font is told from others by its count."""
        self._leans = False
        """Whether what is counted now draws with what the page holds."""
        self._side = self._area = 0.0
        """Of what the words are seen in, page or form; nothing for a form that says none."""

    def require(self, page: pikepdf.Object) -> None:
        """Raise :class:`TooMuchUnpacked` for a page that draws without end; its words are judged before."""
        self._effort.spend()
        require_contents(page, self._effort)
        contents = page.get("/Contents")
        parts = contents if isinstance(contents, pikepdf.Array) else (contents,)
        said = b"\n".join(one.read_bytes(_ALL) for one in parts if isinstance(one, pikepdf.Stream))
        self._page = page.get("/Resources")
        self._effort.spend(effort_of_notes(said))
        self.unheld = self.unheld or (not len(self._page or ()) and uses_names(said))
        self._begin()
        self._here.clear()
        self._met.clear()
        self._side = longest_side(page.get("/MediaBox")) or USUAL_SIDE
        drawn = self._count(said, self._page, _Begun())
        for one in appearances(page):
            self._begin()
            drawn = _bounded(drawn.more(self._of(one, None, _Begun()), 1))

    # ---- inside

    def _begin(self) -> None:
        self._within.clear()
        self._holder, self._leans = _NONE, False

    def _count(self, said: bytes, own: pikepdf.Object | None, begun: _Begun) -> Drawn:
        """All that words draw; names that are no form count once.

        Letters count where a font that draws them is chosen here, or where these words are drawn.
        """
        resources = self._reached(said, own)
        require_parted(said, self._effort)
        self._effort.spend(_A_NAME * sum(len(held_in(resources, kind) or ()) for kind in _SIGNS))
        self.blends = self.blends or may_blend(resources)
        inner, drawn = held_in(resources, "/XObject"), Drawn(1, len(said))
        if begun.apart:
            self._effort.spend(len(said) // _BYTES_A_CODE)
            drawn = drawn._replace(sheets=sheets_painted(said, self._area))
        letters = self._letters(said, resources, begun.letters)
        forms_held = Named(inner)
        more, forms = self._painted(said, resources, begun.painting)
        drawn = _bounded(drawn.more(more, 1))
        for (name, painting), times in forms.items():
            form = forms_held.get(name)
            if isinstance(form, pikepdf.Stream) and not is_picture(form):
                one = self._of(form, resources, _Begun(letters, painting, begun.apart))
            else:
                one = Drawn(1, 0, A_PICTURE * begun.apart)
            drawn = _bounded(drawn.more(one, times))
        if letters is not None:
            self._effort.spend(len(said) // _BYTES_A_CODE)
            for code, times in shown_codes(said).items():
                drawn = drawn.more(letters[code], times)
        return _bounded(drawn)

    def _reached(self, said: bytes, own: pikepdf.Object | None) -> pikepdf.Object | None:
        """What words may name: kinds that their own resources do not have at all are those of the page."""
        page, held = names_in(self._page), names_in(own)
        if page is None or own is self._page:
            return own
        lent = {
            kind: page[kind]
            for kind, signs in _SIGNS.items()
            if _says(said, signs) and held_in(page, kind) is not None and held_in(held, kind) is None
        }
        if not lent:
            return own
        self._leans = True
        return pikepdf.Dictionary({**({} if held is None else {kind: held[kind] for kind in held.keys()}), **lent})  # noqa: SIM118

    def _painted(self, said: bytes, resources: pikepdf.Object | None, begun: Painting) -> tuple[Drawn, Forms]:
        """What patterns and masks draw, and the forms that are drawn."""
        inner = held_in(resources, "/XObject")
        known = frozenset(map(as_read, inner.keys())) if inner is not None else frozenset[str]()
        tiles = {name: self._of_tiles(one) for name, one in tiles_chosen(said, resources).items()}
        masks = {
            name: NOTHING if one is None else self._of(one, None, _Begun(apart=True))
            for name, one in masks_chosen(said, resources).items()
        }
        if begun == PLAIN and not tiles and not masks:
            return NOTHING, Forms({(name, PLAIN): times for name, times in forms_drawn(said, known).items()})
        return painted(said, begun, tiles, masks, known, self._effort)

    def _of_tiles(self, pattern: pikepdf.Stream) -> Drawn:
        """What one painting with a pattern draws; itself it is no form."""
        if not self._side:
            # how much smaller such a form is drawn nobody can tell
            raise TooMuchUnpacked
        drawn = self._of(pattern, None, _Begun(apart=True))
        light = drawn.forms == 1 and drawn.words <= _LIGHT
        times = tiles_each_drawn(pattern, self._side, _LIGHT_TILES if light else 1)
        sheets = drawn.sheets * share_of_tile(pattern, self._side) * times
        return _bounded(Drawn((drawn.forms - 1) * times, drawn.words * times, sheets))

    def _of(self, form: pikepdf.Stream, outer: pikepdf.Object | None, begun: _Begun) -> Drawn:
        number, own = form.objgen, form.get("/Resources")
        here = number, begun, _NONE if outer is None else outer.objgen, self._holder
        if (number, begun) in self._known:
            return self._known[number, begun]
        if here in self._here:
            self._leans = True
            return self._here[here]
        if number in self._within or len(self._within) >= _DEEPEST:
            # one that draws itself is drawn by every way that leads to it
            raise TooMuchUnpacked
        before, holder, side, around = self._leans, self._holder, self._side, self._area
        self._within.append(number)
        self._side, self._area = longest_side(form.get("/BBox")), area(form.get("/BBox"))
        self._holder = holder if own is None else number
        unpacked_size(form, MOST_OF_WORDS, self._effort)
        said = form.read_bytes(_ALL)
        self._effort.spend(effort_of_notes(said))
        self._leans = own is None and any(_says(said, signs) for signs in _SIGNS.values())
        drawn = self._count(said, outer if own is None else own, begun)
        self._effort.spend(_AGAIN if number in self._met else _A_FORM)
        self._met.add(number)
        if self._leans:
            self._here[here] = drawn
        else:
            self._known[number, begun] = drawn
        self._within.pop()
        self._leans, self._holder, self._side, self._area = self._leans or before, holder, side, around
        return drawn

    def _letters(self, said: bytes, resources: pikepdf.Object | None, inherited: Letters | None) -> Letters | None:
        """What each code draws in the heaviest of the fonts that words may be in."""
        own = [self._of_font(font, resources) for font in fonts_set(said, resources)]
        if own and inherited is not None:
            own.append(inherited)
        self._effort.spend(_A_TABLE * len(own))
        return either(own) if own else inherited

    def _of_font(self, font: pikepdf.Dictionary, outer: pikepdf.Object | None) -> Letters:
        held = font.get("/Resources")
        resources = outer if held is None else held
        number = font.objgen, resources.objgen if held is None and isinstance(resources, pikepdf.Object) else _NONE
        if font.objgen == _NONE or number not in self._fonts:
            page, before, holder = self._page, self._leans, self._holder
            # letters find in their font what their forms do not hold themselves
            self._page, self._leans = resources, False
            self._fonts_met += 1
            self._holder = (-self._fonts_met, 0)
            procedures = held_in(font, "/CharProcs")
            names = procedures.keys() if procedures is not None else ()
            by_name = {name: self._of_letter(font["/CharProcs"][name], resources) for name in names}
            table = by_code(font, by_name)
            leans, self._page, self._leans, self._holder = self._leans, page, before, holder
            if leans and number[1] == _NONE and held is None:
                self._leans = True
                return table
            self._fonts[number] = table
        return self._fonts[number]

    def _of_letter(self, procedure: pikepdf.Object, resources: pikepdf.Object | None) -> Drawn:
        if not isinstance(procedure, pikepdf.Stream):
            return Drawn(0, 0)
        drawn = self._of(procedure, resources, _Begun())
        if paints_tiles(procedure.read_bytes(_ALL), resources):
            raise TooMuchUnpacked
        # itself it is no form
        return Drawn(drawn.forms - 1, drawn.words)


def appearances(page: pikepdf.Object) -> Iterator[pikepdf.Stream]:
    """The forms that show what is noted or filled in on a page, in each of their states."""
    notes = page.get("/Annots")
    for one in notes if isinstance(notes, pikepdf.Array) else ():
        usual = under(held, "/N") if (held := held_in(one, "/AP")) is not None else None
        if isinstance(usual, pikepdf.Stream):
            yield usual
        elif isinstance(usual, pikepdf.Dictionary):
            yield from (state for name in usual.keys() if isinstance(state := usual[name], pikepdf.Stream))  # noqa: SIM118


def _says(said: bytes, signs: tuple[bytes, ...]) -> bool:
    return any(one in said for one in signs)


def _bounded(drawn: Drawn) -> Drawn:
    """As it is; raises :class:`TooMuchUnpacked` for more than a page may draw."""
    if drawn.forms > _MOST or drawn.words > MOST_OF_WORDS or drawn.sheets > MOST_SHEETS:
        raise TooMuchUnpacked
    return drawn
