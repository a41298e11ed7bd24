"""Type 3 fonts of files from elsewhere: what their glyphs draw counts for each letter that is shown."""

from __future__ import annotations

import io
import time
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.printing.pages import PageReader
from desktop_app.printing.pdf.foreign_pdf import Bounds, bounds_of
from desktop_app.printing.scans.scan_reader import ScanReader
from tests.printing.pdf.test_tiled_patterns import pattern
from tests.refusing import refused

A4 = (595, 842)
RECTANGLE = b"0 0 9 9 re f "
LETTER = b"1000 0 d0 " + RECTANGLE * 40
LONG = b"1000 0 d0 " + RECTANGLE * 3_000


def font(made: pikepdf.Pdf, procedures: dict[str, bytes], resources: pikepdf.Object | None = None) -> pikepdf.Object:
    """A font whose letters «a», «b» and so on draw by these words."""
    names = [Name(f"/{one}") for one in procedures]
    found = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=Array([0, 0, 1000, 1000]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        CharProcs=Dictionary({f"/{one}": made.make_stream(words) for one, words in procedures.items()}),
        Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, *names])),
        FirstChar=97,
        LastChar=96 + len(names),
        Widths=Array([500] * len(names)),
    )
    if resources is not None:
        found.Resources = resources
    return made.make_indirect(found)


def form(made: pikepdf.Pdf, said: bytes, resources: pikepdf.Object) -> pikepdf.Object:
    """A form that draws by these words."""
    found = pikepdf.Stream(made, said)
    found.Type, found.Subtype, found.BBox, found.Resources = Name.XObject, Name.Form, Array([0, 0, *A4]), resources
    return made.make_indirect(found)


def page(made: pikepdf.Pdf, said: bytes, resources: pikepdf.Object) -> bytes:
    """One page that draws by these words."""
    made.add_blank_page(page_size=A4)
    made.pages[0].Resources, made.pages[0].Contents = resources, made.make_stream(said)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def shown(text: bytes, procedures: dict[str, bytes], resources: pikepdf.Object | None = None) -> bytes:
    """A page that shows a text in such a font."""
    made = pikepdf.new()
    return page(made, b"BT /F 12 Tf %s Tj ET" % text, Dictionary(Font=Dictionary(F=font(made, procedures, resources))))


def glyphs_that_draw_forms() -> bytes:
    made = pikepdf.new()
    below = form(made, RECTANGLE, Dictionary())
    for _level in range(4):
        below = form(made, b"/X Do " * 10, Dictionary(XObject=Dictionary(X=below)))
    held = font(made, {"a": b"1000 0 d0 /X Do"}, Dictionary(XObject=Dictionary(X=below)))
    return page(made, b"BT /F 12 Tf (%s) Tj ET" % (b"a" * 100), Dictionary(Font=Dictionary(F=held)))


def glyphs_that_show_text() -> bytes:
    """Letters of which each shows ten of the font below: twelve hundred bytes, and a page that is drawn for minutes."""
    made = pikepdf.new()
    held = font(made, {"a": LETTER})
    for _level in range(6):
        held = font(made, {"a": b"1000 0 d0 BT /F 300 Tf (aaaaaaaaaa) Tj ET"}, Dictionary(Font=Dictionary(F=held)))
    return page(made, b"BT /F 12 Tf (aaaaaaaaaa) Tj ET", Dictionary(Font=Dictionary(F=held)))


def glyphs_that_show_themselves() -> bytes:
    made = pikepdf.new()
    held = font(made, {"a": b"1000 0 d0 BT /F 300 Tf (aaaaaaaaaaaaa) Tj ET"}, Dictionary())
    held.Resources.Font = Dictionary(F=held)
    return page(made, b"BT /F 12 Tf (a) Tj ET", Dictionary(Font=Dictionary(F=held)))


def text_in_a_form() -> bytes:
    """The font is set on the page, and the form that shows the text says none."""
    made = pikepdf.new()
    drawn = form(made, b"BT (%s) Tj ET" % (b"a" * 2_000), Dictionary())
    resources = Dictionary(Font=Dictionary(F=font(made, {"a": LONG})), XObject=Dictionary(X=drawn))
    return page(made, b"/F 12 Tf /X Do", resources)


def font_of_a_state() -> bytes:
    made = pikepdf.new()
    state = Dictionary(Type=Name.ExtGState, Font=Array([font(made, {"a": LONG}), 12]))
    resources = Dictionary(ExtGState=Dictionary(G=state))
    return page(made, b"/G gs BT (%s) Tj ET" % (b"a" * 2_000), resources)


def tiles_in_a_glyph() -> bytes:
    made = pikepdf.new()
    resources = Dictionary(Pattern=Dictionary(P=pattern(made, 0.05, 1)))
    held = font(made, {"a": b"1000 0 d0 /Pattern cs /P scn 0 0 1000 1000 re f"}, resources)
    return page(made, b"BT /F 500 Tf (a) Tj ET", Dictionary(Font=Dictionary(F=held)))


def tiles_of_the_page_in_a_glyph() -> bytes:
    """A font without resources of its own has those of its page."""
    made = pikepdf.new()
    held = font(made, {"a": b"1000 0 d0 /Pattern cs /P scn 0 0 1000 1000 re f"})
    resources = Dictionary(Font=Dictionary(F=held), Pattern=Dictionary(P=pattern(made, 1, 1)))
    return page(made, b"BT /F 500 Tf (a) Tj ET", resources)


def tiles_in_a_form_of_a_glyph() -> bytes:
    made = pikepdf.new()
    resources = Dictionary(Pattern=Dictionary(P=pattern(made, 0.01, 1)))
    drawn = form(made, b"/Pattern cs /P scn 0 0 595 842 re f", resources)
    held = font(made, {"a": b"1000 0 d0 /X Do"}, Dictionary(XObject=Dictionary(X=drawn)))
    return page(made, b"BT /F 500 Tf (a) Tj ET", Dictionary(Font=Dictionary(F=held)))


def long_form_drawn_often() -> bytes:
    made = pikepdf.new()
    resources = Dictionary(XObject=Dictionary(X=form(made, RECTANGLE * 1_000, Dictionary())))
    return page(made, b"/X Do " * 6_000, resources)


ENDLESS: dict[str, Callable[[], bytes]] = {
    "long": lambda: shown(b"(" + b"a" * 2_000 + b")", {"a": LONG}),
    "long in hex": lambda: shown(b"<" + b"61 " * 2_000 + b">", {"a": LONG}),
    "long by numbers": lambda: shown(b"(" + rb"\141" * 2_000 + b")", {"b": b"", "a": LONG}),
    "long in brackets": lambda: shown(b"((a) b (" + b"a" * 2_000 + b"))", {"a": LONG}),
    "long in pieces": lambda: shown(b"[" + b"(a) 3 " * 2_000 + b"] TJ (b)", {"a": LONG, "b": LETTER}),
    "without an end": lambda: shown(b"(a)", {"a": b" " * 80_000_000}),
    "forms": glyphs_that_draw_forms,
    "text": glyphs_that_show_text,
    "themselves": glyphs_that_show_themselves,
    "in a form": text_in_a_form,
    "by a state": font_of_a_state,
    "tiles": tiles_in_a_glyph,
    "tiles of the page": tiles_of_the_page_in_a_glyph,
    "tiles in a form": tiles_in_a_form_of_a_glyph,
    "a long form": long_form_drawn_often,
}
DRAWN: dict[str, Callable[[], bytes]] = {
    "a page of text": lambda: shown(b"(" + b"abba" * 1_500 + b")", {"a": LETTER, "b": LETTER}),
    "a long one among short ones": lambda: shown(b"(" + b"a" * 5_000 + b"b)", {"a": LETTER, "b": LONG}),
    "a picture in bytes": lambda: shown(
        b"(a) Tj ET BI /W 40 /H 100 /BPC 8 /CS /G ID " + b"(aaa" * 1_000 + b" EI BT (a)", {"a": LETTER}
    ),
    "no text": lambda: shown(b"()", {"a": LONG}),
}


@pytest.mark.parametrize("which", ENDLESS)
def test_glyphs_without_end_are_refused(which: str) -> None:
    content = ENDLESS[which]()
    assert bounds_of(content) is Bounds.EXCEEDED
    with refused("scan_damaged"):
        tuple(ScanReader().pages([ChosenFile("scan.pdf", content=content)], lambda _done, _total: None))


@pytest.mark.parametrize("which", DRAWN)
def test_what_programs_write_is_held_and_soon_drawn(which: str) -> None:
    content = DRAWN[which]()
    assert bounds_of(content) is Bounds.HELD
    begun = time.process_time()
    with PageReader().open(content) as opened:
        opened.pixels(0, 800)
    assert time.process_time() - begun < 10


def test_a_font_is_judged_once_for_all_pages() -> None:
    """A book of 900 pages in one font."""
    made = pikepdf.new()
    held = font(made, {chr(97 + one): LETTER for one in range(26)})
    for _page in range(900):
        made.add_blank_page(page_size=A4)
        made.pages[-1].Resources = Dictionary(Font=Dictionary(F=held))
        made.pages[-1].Contents = made.make_stream(b"BT /F 12 Tf (%s) Tj ET" % (b"abc" * 900))
    out = io.BytesIO()
    made.save(out)
    begun = time.process_time()
    assert bounds_of(out.getvalue()) is Bounds.HELD
    assert time.process_time() - begun < 10
