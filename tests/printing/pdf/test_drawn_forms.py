"""Forms of files from elsewhere that hang on a pattern, a mask or names of their page: all that is drawn counts."""

from __future__ import annotations

import io
import time
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from desktop_app.printing.pages import PageReader
from desktop_app.printing.pdf import unpacking
from desktop_app.printing.pdf.foreign_pdf import Bounds, bounds_of
from tests.printing.pdf.test_drawn_glyphs import LONG, RECTANGLE, font, form, page

PATTERN = b"/Pattern cs /P scn "
MASK = b"/G gs "
WHOLE = b"0 0 595 842 re f "
SOON = 3
"""Seconds in which a verdict comes."""
Resources = pikepdf.Object
Held = tuple[pikepdf.Pdf, bytes, Resources]


def many_forms(made: pikepdf.Pdf, depth: int = 9) -> pikepdf.Object:
    """Ten forms of which each draws the one below it ten times."""
    below = form(made, RECTANGLE, Dictionary())
    for _level in range(depth):
        below = form(made, b"/X Do " * 10, Dictionary(XObject=Dictionary(X=below)))
    return below


def endless_form(made: pikepdf.Pdf) -> Held:
    return made, b"/X Do", Dictionary(XObject=Dictionary(X=many_forms(made)))


def endless_letters(made: pikepdf.Pdf) -> Held:
    return made, b"BT /F 10 Tf (%s) Tj ET" % (b"a" * 2_000), Dictionary(Font=Dictionary(F=font(made, {"a": LONG})))


def tile(made: pikepdf.Pdf, said: bytes, resources: Resources, step: float = 600, box: float = 600) -> Resources:
    """A pattern whose tiles are drawn by these words."""
    found = pikepdf.Stream(made, said)
    found.Type, found.PatternType, found.PaintType, found.TilingType = Name.Pattern, 1, 1, 1
    found.BBox, found.XStep, found.YStep, found.Resources = Array([0, 0, box, box]), step, step, resources
    return Dictionary(Pattern=Dictionary(P=made.make_indirect(found)))


def mask(made: pikepdf.Pdf, said: bytes, resources: Resources) -> Resources:
    """A state whose mask is drawn by these words."""
    drawn = form(made, said, resources)
    drawn.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    state = Dictionary(Type=Name.ExtGState, SMask=Dictionary(Type=Name.Mask, S=Name.Luminosity, G=drawn))
    none = Dictionary(Type=Name.ExtGState, SMask=Name("/None"))
    return Dictionary(ExtGState=Dictionary(G=made.make_indirect(state), N=none))


def on_pattern(held: Held, painted: bytes = PATTERN + WHOLE) -> bytes:
    made, said, resources = held
    return page(made, painted, tile(made, said, resources))


def on_mask(held: Held, painted: bytes = MASK + WHOLE) -> bytes:
    made, said, resources = held
    return page(made, painted, mask(made, said, resources))


def in_letter(held: Held) -> bytes:
    """A letter that paints under the mask."""
    made, said, resources = held
    inner = font(made, {"a": b"1000 0 d0 " + MASK + RECTANGLE}, mask(made, said, resources))
    return page(made, b"BT /F 12 Tf (a) Tj ET", Dictionary(Font=Dictionary(F=inner)))


def in_form(resources: Callable[[pikepdf.Pdf], Resources], chosen: bytes) -> bytes:
    """Chosen on the page, and a form paints with it."""
    made = pikepdf.new()
    held = resources(made)
    held.XObject = Dictionary(X=form(made, b"0 0 9 9 re f " * 3_000, Dictionary()))
    return page(made, chosen + b"/X Do", held)


def of_the_page(said: bytes = b"/X%d Do ") -> bytes:
    """Forms whose own resources name none: those of the page are drawn."""
    made = pikepdf.new()
    every = {"/X0": form(made, RECTANGLE, Dictionary())}
    for level in range(9):
        every[f"/X{level + 1}"] = form(made, b"/X%d Do " % level * 10, Dictionary())
    return page(made, said % 9, Dictionary(XObject=Dictionary(every)))


def new(held: Callable[[pikepdf.Pdf], Held]) -> Held:
    return held(pikepdf.new())


def long_tile(made: pikepdf.Pdf, step: float = 600, box: float = 600) -> Resources:
    return tile(made, RECTANGLE * 3_000, Dictionary(), step, box)


def long_mask(made: pikepdf.Pdf) -> Resources:
    return mask(made, RECTANGLE * 3_000, Dictionary())


def painting(resources: Callable[[pikepdf.Pdf], Resources], said: bytes) -> bytes:
    made = pikepdf.new()
    return page(made, said, resources(made))


OFTEN = RECTANGLE * 3_000
ENDLESS: dict[str, Callable[[], bytes]] = {
    "forms on a pattern": lambda: on_pattern(new(endless_form)),
    "letters on a pattern": lambda: on_pattern(new(endless_letters)),
    "forms on a pattern for strokes": lambda: on_pattern(new(endless_form), b"/Pattern CS /P SCN 0 0 9 9 re S"),
    "forms on a mask": lambda: on_mask(new(endless_form)),
    "letters on a mask": lambda: on_mask(new(endless_letters)),
    "a mask chosen by a text": lambda: on_mask(new(endless_form), b"(G) gs " + WHOLE),
    "forms on a mask in a letter": lambda: in_letter(new(endless_form)),
    "letters on a mask in a letter": lambda: in_letter(new(endless_letters)),
    "a long pattern painted often": lambda: painting(long_tile, PATTERN + OFTEN),
    "a long pattern behind a colour": lambda: painting(long_tile, PATTERN + b"q 0 g Q " + OFTEN),
    "a colour that is none": lambda: painting(long_tile, PATTERN + b"(0 g) n rg [0] 0 g " + OFTEN),
    "a colour in a list": lambda: painting(long_tile, PATTERN + b"[n 0 g] 0 d " + OFTEN),
    "a colour in a picture": lambda: painting(long_tile, PATTERN + b"BI /W 1 /H 1 ID 0 g EI " + OFTEN),
    "a long pattern in text": lambda: painting(
        long_tile, PATTERN + b"BT /Helvetica 9 Tf (" + b"a" * 3_000 + b") Tj ET"
    ),
    "a long pattern in small steps": lambda: painting(lambda made: long_tile(made, 3, 3), PATTERN + WHOLE * 3),
    "a long mask painted often": lambda: painting(long_mask, MASK + OFTEN),
    "a pattern of the page in a form": lambda: in_form(long_tile, PATTERN),
    "a mask of the page in a form": lambda: in_form(long_mask, MASK),
    "forms of the page": of_the_page,
    "a form named by a text": lambda: of_the_page(b"(X%d) Do "),
    "a form behind an odd blank": lambda: of_the_page(b"/X%d\x80Do"),
}
DRAWN: dict[str, Callable[[], bytes]] = {
    "a pattern and much else": lambda: painting(long_tile, b"q " + PATTERN + WHOLE + b"Q " + OFTEN),
    "a pattern before a colour": lambda: painting(long_tile, PATTERN + WHOLE + b"0.5 g " + OFTEN),
    "a mask and much else": lambda: painting(long_mask, b"q " + MASK + WHOLE + b"Q " + OFTEN),
    "a mask that is ended": lambda: painting(long_mask, MASK + WHOLE + b"/N gs " + OFTEN),
    "a pattern that nothing is painted with": lambda: on_pattern(new(endless_form), WHOLE),
    "hatched often": lambda: painting(lambda made: tile(made, RECTANGLE, Dictionary(), 8, 8), PATTERN + OFTEN),
}


@pytest.mark.parametrize("which", ENDLESS)
def test_what_draws_without_end_is_refused_soon(which: str) -> None:
    content = ENDLESS[which]()
    begun = time.process_time()
    assert bounds_of(content) is Bounds.EXCEEDED
    assert time.process_time() - begun < SOON


@pytest.mark.parametrize("which", DRAWN)
def test_what_programs_write_is_held_and_soon_drawn(which: str) -> None:
    content = DRAWN[which]()
    begun = time.process_time()
    assert bounds_of(content) is Bounds.HELD
    assert time.process_time() - begun < SOON
    with PageReader().open(content) as opened:
        opened.pixels(0, 200)
    assert time.process_time() - begun < 10


def layers(count: int) -> bytes:
    """Forms in layers of two, each of which draws both of the next layer, one of them in a font of its own."""
    made = pikepdf.new()
    below = [form(made, b"n ", Dictionary())]
    for number in range(count):
        letters = font(made, {"g1": b"1000 0 d0" + b" " * (number + 1)})
        # a code for each layer, so that no two ways through them have the same letters
        letters.Encoding.Differences = Array([65 + number, Name.g1])
        said = b"".join(b"/X%d Do " % one for one in range(len(below)))
        resources = Dictionary(
            XObject=Dictionary({f"/X{one}": held for one, held in enumerate(below)}), Font=Dictionary(F=letters)
        )
        below = [form(made, said, resources), form(made, b"/F 1 Tf " + said, resources)]
    return page(made, b"/X0 Do /X1 Do", Dictionary(XObject=Dictionary(X0=below[0], X1=below[1])))


def test_layers_in_many_fonts_are_judged_soon() -> None:
    """Fourteen kilobytes, and the judging itself went on for a minute: for each way through the layers once."""
    content = layers(15)
    begun = time.process_time()
    assert bounds_of(content) is Bounds.EXCEEDED
    assert time.process_time() - begun < SOON


def test_a_long_book_with_a_form_and_fonts_of_its_own_on_each_page_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    """A letterhead that all pages share, each in other letters, counts little for each of them."""
    monkeypatch.setattr(unpacking, "MOST_CODES", 1_000_000)
    made = pikepdf.new()
    head = form(made, RECTANGLE, Dictionary())
    fonts = []
    for number in range(7):
        letters = font(made, {"g1": b"1000 0 d0 " + RECTANGLE})
        letters.Encoding.Differences = Array([65 + number, Name.g1])
        fonts.append(letters)
    for number in range(128):
        made.add_blank_page(page_size=(595, 842))
        own = [one for one in range(7) if number >> one & 1]
        made.pages[-1].Resources = Dictionary(
            XObject=Dictionary(X=head), Font=Dictionary({f"/F{one}": fonts[one] for one in own})
        )
        said = b"".join(b"/F%d 9 Tf " % one for one in own) + b"/X Do"
        made.pages[-1].Contents = made.make_stream(said)
    out = io.BytesIO()
    made.save(out)
    assert bounds_of(out.getvalue()) is Bounds.HELD
