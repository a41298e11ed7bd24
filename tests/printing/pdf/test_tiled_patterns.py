"""Tiling patterns: what lays a page with tiles without end is refused, and what people draw is held."""

from __future__ import annotations

import io
import time
from collections.abc import Sequence

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.printing.pages import PageReader
from desktop_app.printing.pdf.foreign_pdf import Bounds, bounds_of
from desktop_app.printing.scans.scan_reader import ScanReader
from tests.refusing import refused

PAINTED = b"/Pattern cs /P scn 0 0 %d %d re f"
A4 = (595, 842)


def pattern(
    made: pikepdf.Pdf, step: float, box: float, within: pikepdf.Object | None = None, matrix: Sequence[float] = ()
) -> pikepdf.Object:
    """A square in the corner of each tile, or the tile painted with another pattern."""
    found = pikepdf.Stream(made, b"0 0 .5 .5 re f" if within is None else PAINTED % (box, box))
    found.Type, found.PatternType, found.PaintType, found.TilingType = Name.Pattern, 1, 1, 1
    found.BBox, found.XStep, found.YStep = Array([0, 0, box, box]), step, step
    found.Resources = Dictionary() if within is None else Dictionary(Pattern=Dictionary(P=within))
    if matrix:
        found.Matrix = Array(list(matrix))
    return made.make_indirect(found)


def form(made: pikepdf.Pdf, held: pikepdf.Object) -> pikepdf.Object:
    """A form as large as a page, painted with a pattern."""
    found = pikepdf.Stream(made, PAINTED % A4)
    found.Type, found.Subtype, found.BBox = Name.XObject, Name.Form, Array([0, 0, *A4])
    found.Resources = Dictionary(Pattern=Dictionary(P=held))
    return made.make_indirect(found)


def page_of(made: pikepdf.Pdf, *, painted: pikepdf.Object | None = None, drawn: pikepdf.Object | None = None,
            noted: pikepdf.Object | None = None) -> bytes:  # fmt: skip
    """A page of A4 that is painted with a pattern, draws a form, or has a note that looks like one."""
    made.add_blank_page(page_size=A4)
    page = made.pages[0]
    page.Resources = Dictionary()
    if painted is not None:
        page.Resources, page.Contents = Dictionary(Pattern=Dictionary(P=painted)), made.make_stream(PAINTED % A4)
    if drawn is not None:
        page.Resources, page.Contents = Dictionary(XObject=Dictionary(F=drawn)), made.make_stream(b"/F Do")
    if noted is not None:
        note = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([0, 0, *A4]), AP=Dictionary(N=noted))
        page.Annots = Array([made.make_indirect(note)])
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def painted(step: float, box: float = 1.0, matrix: Sequence[float] = ()) -> bytes:
    made = pikepdf.new()
    return page_of(made, painted=pattern(made, step, box, matrix=matrix))


def nested() -> bytes:
    made = pikepdf.new()
    return page_of(made, painted=pattern(made, 1, 100, pattern(made, 1, 100)))


def in_form() -> bytes:
    made = pikepdf.new()
    return page_of(made, drawn=form(made, pattern(made, 0.01, 1)))


def in_note() -> bytes:
    made = pikepdf.new()
    return page_of(made, noted=form(made, pattern(made, 0.01, 1)))


def inherited() -> bytes:
    """Sheet and resources of the page stand at the root of the pages."""
    with pikepdf.open(io.BytesIO(painted(0.01))) as made:
        page, root = made.pages[0].obj, made.Root.Pages
        for name in ("/Resources", "/MediaBox"):
            root[name] = page[name]
            del page[name]
        out = io.BytesIO()
        made.save(out)
    return out.getvalue()


ENDLESS = {
    "small steps": lambda: painted(0.01),
    "small by its matrix": lambda: painted(10, 10, (0.001, 0, 0, 0.001, 0, 0)),
    "over each other": lambda: painted(1, 300),
    "within each other": nested,
    "in a form": in_form,
    "in a note": in_note,
    "inherited": inherited,
}
DRAWN = {
    "hatching": lambda: painted(3, 3),
    "fine hatching": lambda: painted(4, 4, (0.24, 0, 0, 0.24, 0, 0)),
    "overlapping": lambda: painted(4, 9),
    "without a step": lambda: painted(0),
}


@pytest.mark.parametrize("which", ENDLESS)
def test_tiles_without_end_are_refused(which: str) -> None:
    content = ENDLESS[which]()
    assert bounds_of(content) is Bounds.EXCEEDED
    with refused("scan_damaged"):
        tuple(ScanReader().pages([ChosenFile("scan.pdf", content=content)], lambda _done, _total: None))


@pytest.mark.parametrize("which", DRAWN)
def test_what_people_draw_is_held_and_soon_drawn(which: str) -> None:
    content = DRAWN[which]()
    assert bounds_of(content) is Bounds.HELD
    begun = time.process_time()
    with PageReader().open(content) as opened:
        opened.pixels(0, 800)
    assert time.process_time() - begun < 10


def test_a_pattern_that_is_no_pattern_hides_no_other() -> None:
    made = pikepdf.new()
    odd = pattern(made, 1, 1)
    odd.XStep, odd.BBox = Name.Odd, Array([Name.Odd, 0, 1])
    page_of(made, painted=pattern(made, 0.01, 1))
    made.pages[0].Resources.Pattern.Odd = odd
    out = io.BytesIO()
    made.save(out)
    assert bounds_of(out.getvalue()) is Bounds.EXCEEDED


def test_a_page_that_says_no_size_has_the_usual_one() -> None:
    made = pikepdf.new()
    page_of(made, painted=pattern(made, 0.01, 1))
    made.pages[0].MediaBox = Array([0, 0, 0, 0])
    out = io.BytesIO()
    made.save(out)
    assert bounds_of(out.getvalue()) is Bounds.EXCEEDED


def test_a_form_without_a_box_is_as_large_as_what_draws_it() -> None:
    made = pikepdf.new()
    endless = form(made, pattern(made, 0.01, 1))
    del endless.BBox
    page_of(made, painted=pattern(made, 10, 1))
    made.pages[0].Resources.XObject = Dictionary(F=endless)
    out = io.BytesIO()
    made.save(out)
    assert bounds_of(out.getvalue()) is Bounds.EXCEEDED


def test_a_note_that_draws_forms_without_end_is_refused() -> None:
    """Ten forms of which each draws the one below it ten times, in the look of a stamp."""
    made = pikepdf.new()
    below: pikepdf.Object | None = None
    for _level in range(10):
        one = pikepdf.Stream(made, b"0 0 1 1 re f" if below is None else b"/F Do " * 10)
        one.Type, one.Subtype, one.BBox = Name.XObject, Name.Form, Array([0, 0, *A4])
        if below is not None:
            one.Resources = Dictionary(XObject=Dictionary(F=below))
        below = made.make_indirect(one)
    assert bounds_of(page_of(made, noted=below)) is Bounds.EXCEEDED
