"""Loose readings: what pdfium takes for a name, names or a number, though the standard does not, counts, too."""

from __future__ import annotations

import io
import time
import zlib
from collections.abc import Callable
from decimal import Decimal

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.printing.pdf.foreign_pdf import Bounds, bounds_of
from desktop_app.printing.pdf.unpacking import streams_of
from desktop_app.printing.scans.scan_reader import ScanReader
from tests.printing.pdf.test_drawn_forms import MASK, PATTERN, WHOLE, endless_form, many_forms, mask, tile
from tests.printing.pdf.test_drawn_glyphs import font, form, page
from tests.refusing import refused

LETTERS = b"BT /F 10 Tf (aaaaa) Tj ET"
LAID = Decimal("0.05")
"""A step at which tiles lie over each other a million times."""
_ODD_NUMBER = b"7777.5"
"""Stands in a file until it is no number any more."""


def as_stream(made: pikepdf.Pdf, names: pikepdf.Object) -> pikepdf.Object:
    """A stream whose own dictionary holds these names."""
    found = pikepdf.Stream(made, b"")
    for name in list(names.keys()):
        found[name] = names[name]
    return made.make_indirect(found)


def drawing(made: pikepdf.Pdf) -> pikepdf.Object:
    return Dictionary(XObject=Dictionary(X=many_forms(made)))


def endless_font(made: pikepdf.Pdf) -> pikepdf.Object:
    return font(made, {"a": b"1000 0 d0 /X Do"}, drawing(made))


def on_page(said: bytes, resources: Callable[[pikepdf.Pdf], pikepdf.Object]) -> bytes:
    made = pikepdf.new()
    return page(made, said, resources(made))


def page_of_a_stream(made: pikepdf.Pdf) -> pikepdf.Object:
    return as_stream(made, drawing(made))


def forms_of_a_stream(made: pikepdf.Pdf) -> pikepdf.Object:
    return Dictionary(XObject=as_stream(made, drawing(made).XObject))


def form_with_a_stream(made: pikepdf.Pdf) -> pikepdf.Object:
    outer = form(made, b"/X Do", Dictionary())
    outer.Resources = page_of_a_stream(made)
    return Dictionary(XObject=Dictionary(Y=outer))


def drawn_font(made: pikepdf.Pdf) -> pikepdf.Object:
    found = endless_font(made)
    found.Subtype = String("Type3")
    return Dictionary(Font=Dictionary(F=found))


def letters_of_a_stream(made: pikepdf.Pdf) -> pikepdf.Object:
    found = endless_font(made)
    found.CharProcs = as_stream(made, found.CharProcs)
    return Dictionary(Font=Dictionary(F=found))


def fonts_of_a_stream(made: pikepdf.Pdf) -> pikepdf.Object:
    return Dictionary(Font=as_stream(made, Dictionary(F=endless_font(made))))


def broken_kind(made: pikepdf.Pdf) -> pikepdf.Object:
    found = tile(*endless_form(made))
    found.Pattern.P.PatternType = Decimal("1.5")
    return found


def patterns_of_a_stream(made: pikepdf.Pdf) -> pikepdf.Object:
    return Dictionary(Pattern=as_stream(made, tile(*endless_form(made)).Pattern))


def masks_of_a_stream(made: pikepdf.Pdf) -> pikepdf.Object:
    return Dictionary(ExtGState=as_stream(made, mask(*endless_form(made)).ExtGState))


def many_tiles(made: pikepdf.Pdf, step: Decimal = LAID) -> pikepdf.Object:
    return tile(made, b"0 0 30 30 re f", Dictionary(), step, 60)  # type: ignore[arg-type] # as exact as it is written


def tiles_of_a_broken_kind(made: pikepdf.Pdf) -> pikepdf.Object:
    found = many_tiles(made)
    found.Pattern.P.PatternType = Decimal("1.5")
    return found


def tiles_in_a_form(made: pikepdf.Pdf) -> pikepdf.Object:
    drawn = form(made, PATTERN + WHOLE, many_tiles(made))
    drawn.Subtype = String("Form")
    return Dictionary(XObject=Dictionary(X=drawn))


def in_form(made: pikepdf.Pdf, box: list[int], painted: bytes, resources: pikepdf.Object) -> pikepdf.Object:
    """A form of other measures than its page, which the page draws much smaller."""
    drawn = form(made, PATTERN + painted, resources)
    del drawn.BBox
    if box:
        drawn.BBox = Array(box)
    return Dictionary(XObject=Dictionary(X=drawn))


def a_stamp(made: pikepdf.Pdf) -> bytes:
    """The looks of a note are a stream."""
    looks = form(made, b"/X Do", drawing(made))
    made.add_blank_page()
    note = Dictionary(Subtype=Name.Stamp, Rect=Array([0, 0, 9, 9]), AP=as_stream(made, Dictionary(N=looks)))
    made.pages[0].Annots = Array([made.make_indirect(note)])
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


ENDLESS: dict[str, Callable[[], bytes]] = {
    "a form of a word": lambda: on_page(b"true Do", lambda made: Dictionary(XObject={"/true": many_forms(made)})),
    "a form of a word where patterns are": lambda: on_page(
        PATTERN + b"true Do",
        lambda made: Dictionary(
            XObject={"/true": many_forms(made)}, Pattern=tile(made, b"0 0 9 9 re f", Dictionary()).Pattern
        ),
    ),
    "a font of a word": lambda: on_page(
        b"BT true 10 Tf (aaaaa) Tj ET", lambda made: Dictionary(Font={"/true": endless_font(made)})
    ),
    "a mask of a word": lambda: on_page(
        b"true gs " + WHOLE, lambda made: Dictionary(ExtGState={"/true": mask(*endless_form(made)).ExtGState.G})
    ),
    "a form whose name is told by odd figures": lambda: on_page(
        b"/#G1 Do", lambda made: Dictionary(XObject={"/\x01": many_forms(made)})
    ),
    "a form whose name is cut": lambda: on_page(
        b"/" + b"A" * 300 + b" Do", lambda made: Dictionary(XObject={"/" + "A" * 254: many_forms(made)})
    ),
    "forms in a stream": lambda: on_page(b"/X Do", forms_of_a_stream),
    "names of a form in a stream": lambda: on_page(b"/Y Do", form_with_a_stream),
    "a font whose kind is a text": lambda: on_page(LETTERS, drawn_font),
    "letters in a stream": lambda: on_page(LETTERS, letters_of_a_stream),
    "fonts in a stream": lambda: on_page(LETTERS, fonts_of_a_stream),
    "a pattern of a broken kind": lambda: on_page(PATTERN + WHOLE, broken_kind),
    "patterns in a stream": lambda: on_page(PATTERN + WHOLE, patterns_of_a_stream),
    "masks in a stream": lambda: on_page(MASK + WHOLE, masks_of_a_stream),
    "tiles of a broken kind": lambda: on_page(PATTERN + WHOLE, tiles_of_a_broken_kind),
    "tiles in a form whose kind is a text": lambda: on_page(b"/X Do", tiles_in_a_form),
    "tiles in a mask": lambda: on_page(MASK + WHOLE, lambda made: mask(made, PATTERN + WHOLE, many_tiles(made))),
    "tiles in a form without a box": lambda: on_page(
        b".001 0 0 .001 0 0 cm /X Do",
        lambda made: in_form(
            made, [], b"0 0 612000 792000 re f", tile(made, b"0 0 500 500 re f", Dictionary(), 10, 1000)
        ),
    ),
    "tiles that are wider than what is painted in a form": lambda: on_page(
        b".1 0 0 .000001 100 0 cm /X Do",
        lambda made: in_form(
            made,
            [0, 0, 1000, 792_000_000],
            b"0 0 1 792000000 re f",
            tile(made, b"0 0 9 9 re f " * 1_000, Dictionary(), 1000, 1000),
        ),
    ),
    "the looks of a note in a stream": lambda: a_stamp(pikepdf.new()),
}


@pytest.mark.parametrize("which", ENDLESS)
def test_what_pdfium_would_draw_without_end_is_refused(which: str) -> None:
    content = ENDLESS[which]()
    assert bounds_of(content) is Bounds.EXCEEDED
    with refused("scan_damaged"):
        tuple(ScanReader().pages([ChosenFile("scan.pdf", content=content)], lambda _done, _total: None))


def test_a_page_whose_names_the_toolkit_takes_away_is_not_judged() -> None:
    """They are those of a stream, which pdfium uses."""
    content = on_page(b"/X Do", page_of_a_stream)
    assert bounds_of(content) is Bounds.UNKNOWN
    with refused("scan_damaged"):
        tuple(ScanReader().pages([ChosenFile("scan.pdf", content=content)], lambda _done, _total: None))


NAMES = {
    "as it is": (b"\xe9\xe9", b"\xe9\xe9"),
    "ended by a blank of pdfium": (b"\xd8\xff", b"\xd8\xff"),
    "ended by another": (b"a\x80", b"a\x80"),
    "ended by it where it is told alone": (b"a\xff", b"a"),
    "ended by it where it is drawn alone": (b"a", b"a\xff"),
    "in Persian letters": ("شکل".encode(), "شکل".encode()),
    "in Persian letters that end so": ("فـ".encode(), "فـ".encode()),
    "of figures": (b"a#80", b"a#80"),
}
"""A name as it is told and as it is drawn, which are one to pdfium."""


def called(told: bytes, drawn: bytes, held: Callable[[pikepdf.Pdf], pikepdf.Object], said: bytes) -> bytes:
    """A page whose names are told as one, and drawn as the other."""
    made = pikepdf.new()
    page(made, said, held(made))
    out = io.BytesIO()
    made.save(out, compress_streams=False)
    return (
        out.getvalue()
        .replace(b"/QQ Do", b"/%s Do" % drawn)
        .replace(b"/QQ 1", b"/%s 1" % drawn)
        .replace(b"/QQ", b"/" + told)
    )


@pytest.mark.parametrize("which", NAMES)
def test_a_form_is_counted_by_its_name_as_pdfium_reads_it(which: str) -> None:
    content = called(*NAMES[which], lambda made: Dictionary(XObject=Dictionary(QQ=many_forms(made))), b"/QQ Do")
    assert bounds_of(content) is Bounds.EXCEEDED


@pytest.mark.parametrize("which", NAMES)
def test_a_form_is_held_by_its_name_as_pdfium_reads_it(which: str) -> None:
    few = called(*NAMES[which], lambda made: Dictionary(XObject=Dictionary(QQ=many_forms(made, 2))), b"/QQ Do")
    assert bounds_of(few) is Bounds.HELD


@pytest.mark.parametrize("which", NAMES)
def test_a_font_is_counted_by_its_name_as_pdfium_reads_it(which: str) -> None:
    content = called(
        *NAMES[which], lambda made: Dictionary(Font=Dictionary(QQ=endless_font(made))), LETTERS.replace(b"/F", b"/QQ")
    )
    assert bounds_of(content) is Bounds.EXCEEDED


def test_a_name_that_stands_for_two_is_not_judged() -> None:
    """Nobody knows which of them pdfium takes."""
    content = called(
        b"a\x80",
        b"a",
        lambda made: Dictionary(XObject=Dictionary(QQ=many_forms(made), a=many_forms(made, 1))),
        b"/a Do",
    )
    assert bounds_of(content) is Bounds.UNKNOWN


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("name", ["/XObject", "/Resources", "/Subtype", "/CharProcs", "/Type3"])
def test_a_file_whose_own_names_end_in_odd_blanks_is_not_judged(name: str, packed: bool) -> None:
    """To pdfium they are those by which a file is made, and to others they are unknown."""
    assert bounds_of(ending_oddly(name, packed)) is Bounds.UNKNOWN


@pytest.mark.parametrize("packed", [False, True])
def test_other_names_may_end_in_odd_blanks(packed: bool) -> None:
    assert bounds_of(ending_oddly("/Remark", packed)) is Bounds.HELD


def ending_oddly(name: str, packed: bool) -> bytes:
    """A file one of whose names ends in a blank of pdfium."""
    made = pikepdf.new()
    page(made, WHOLE, Dictionary())
    made.pages[0].QQ = made.make_indirect(Dictionary({f"{name}Q": 1}))
    mode = pikepdf.ObjectStreamMode.generate if packed else pikepdf.ObjectStreamMode.disable
    out = io.BytesIO()
    made.save(out, object_stream_mode=mode, compress_streams=False)
    content = out.getvalue().replace(f"{name}Q".encode(), name.encode() + b"\x80")
    if not packed:
        return content
    # packed as a program does it, so that nothing of it stands in the file
    with pikepdf.open(io.BytesIO(content)) as opened:
        held = next(one for one in streams_of(opened) if one.get("/Type") == Name.ObjStm).read_raw_bytes()
    content = deflated(content, held)
    assert name.encode() + b"\x80" not in content
    return content


def deflated(content: bytes, held: bytes) -> bytes:
    """The same file with one of its streams deflated, no longer than it was."""
    packed = zlib.compress(held, 9)
    begins, _stream, ends = content.partition(held)
    head, _mark, told = begins.rpartition(b"<<")
    told = told.replace(b"/Length %d" % len(held), b"/Length %d /Filter /FlateDecode" % len(packed))
    made = head + b"<<" + told + packed
    assert len(made) <= len(begins) + len(held)
    return made + ends.rjust(len(content) - len(made))


@pytest.mark.parametrize("said", [b"", WHOLE, b"BT (Do) Tj ET"])
def test_a_page_that_needs_no_names_is_held_without_any(said: bytes) -> None:
    content = on_page(said, lambda _made: Dictionary())
    without = content.replace(b"/Resources << >>", b"")
    assert without != content
    assert bounds_of(without) is Bounds.HELD


def test_odd_names_are_looked_through_soon() -> None:
    begun = time.process_time()
    for names in (b"/#GG" * 200_000, b"/" + b"#GG" * 200_000, b"/" + b"#41" * 200_000, b"/" + b"#" * 600_000):
        assert bounds_of(on_page(names, drawing)) is Bounds.HELD
    assert time.process_time() - begun < 5


@pytest.mark.parametrize("said", [b")%", b"/A%", b"true %", b"> %", b"/A \x80%"])
def test_notes_that_never_end_are_given_up_soon(said: bytes) -> None:
    """Each may part a name from its word, and is looked through to the end of its line."""
    begun = time.process_time()
    assert bounds_of(on_page(said * 100_000, drawing)) is Bounds.EXCEEDED
    assert time.process_time() - begun < 5


@pytest.mark.parametrize("said", [b"(100%) Tj /A % a note\n gs ", b"(50% of it) Tj ", b"%" * 80 + b"\n"])
def test_notes_and_signs_of_percentage_are_held(said: bytes) -> None:
    assert bounds_of(on_page(said * 20_000, drawing)) is Bounds.HELD


@pytest.mark.parametrize("number", [b"0.05.1", b"0.05-9", b"+-.05", b"-.0-5"])
def test_tiles_whose_step_the_toolkit_cannot_read_are_not_judged(number: bytes) -> None:
    """pdfium makes a number of it, and nobody knows which."""
    content = on_page(PATTERN + WHOLE, lambda made: many_tiles(made, Decimal(_ODD_NUMBER.decode())))
    held = content.replace(_ODD_NUMBER, number)
    assert held.count(number) == 2
    assert bounds_of(content) is Bounds.HELD
    assert bounds_of(held) is Bounds.UNKNOWN
    with refused("scan_damaged"):
        tuple(ScanReader().pages([ChosenFile("scan.pdf", content=held)], lambda _done, _total: None))
