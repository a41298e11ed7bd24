"""Files from elsewhere that are small and paint the same page over and over, and plans and papers that do not."""

from __future__ import annotations

import io
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from desktop_app.printing.pdf import unpacking
from desktop_app.printing.pdf.foreign_pdf import Bounds, bounds_of
from tests.peaks import peak_of, tell
from tests.printing.pdf.test_drawn_forms import MASK, PATTERN, mask, tile
from tests.printing.pdf.test_drawn_glyphs import form
from tests.printing.scans.test_scan_bombs import NAME, read
from tests.refusing import refused
from tests.systems import only_on_linux

OFTEN = 50_000
SOON = 15
"""Seconds in which a verdict comes, on a busy machine; drawing takes minutes."""
WHOLE = b"q 595 0 0 842 0 0 cm /P Do Q\n"
ASKEW = b"300 0 m 595 400 l 300 842 l 0 400 l "
Held = Callable[[pikepdf.Pdf], pikepdf.Object]


def nothing(_made: pikepdf.Pdf) -> pikepdf.Object:
    return Dictionary()


def picture(made: pikepdf.Pdf, side: int = 8) -> pikepdf.Object:
    found = pikepdf.Stream(made, bytes(range(256)) * (side * side * 3 // 256 + 1))
    found.Type, found.Subtype, found.Width, found.Height = Name.XObject, Name.Image, side, side
    found.ColorSpace, found.BitsPerComponent = Name.DeviceRGB, 8
    return Dictionary(XObject=Dictionary(P=made.make_indirect(found)))


def large_picture(made: pikepdf.Pdf) -> pikepdf.Object:
    return picture(made, 2_000)


def states(_made: pikepdf.Pdf) -> pikepdf.Object:
    return Dictionary(ExtGState=Dictionary(A=Dictionary(ca=0.5, CA=0.5), B=Dictionary(BM=Name.Multiply)))


def shading(_made: pikepdf.Pdf) -> pikepdf.Object:
    along = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([1, 0, 0]), C1=Array([0, 0, 1]), N=1)
    found = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=Array([0, 0, 595, 842]), Function=along)
    return Dictionary(Shading=Dictionary(S=found))


def helvetica(_made: pikepdf.Pdf) -> pikepdf.Object:
    return Dictionary(Font=Dictionary(F=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)))


def in_form(made: pikepdf.Pdf) -> pikepdf.Object:
    """A form that paints the picture fifty times, half as large as it is drawn."""
    form = pikepdf.Stream(made, b"q 297 0 0 421 0 0 cm /P Do Q\n" * 50)
    form.Type, form.Subtype, form.BBox, form.Resources = Name.XObject, Name.Form, Array([0, 0, 297, 421]), picture(made)
    return Dictionary(XObject=Dictionary(P=made.make_indirect(form)))


def masked(made: pikepdf.Pdf, said: bytes = WHOLE * OFTEN) -> pikepdf.Object:
    """A mask that paints the picture over and over."""
    return mask(made, said, picture(made))


def tiled(made: pikepdf.Pdf, said: bytes = WHOLE * OFTEN) -> pikepdf.Object:
    """A tile as large as the page that does so."""
    return tile(made, said, picture(made), 900, 900)


def form_in_a_mask(made: pikepdf.Pdf) -> pikepdf.Object:
    drawn = form(made, WHOLE * 100, picture(made))
    return mask(made, b"/X Do " * 100, Dictionary(XObject=Dictionary(X=drawn)))


def file_of(said: bytes, held: Held, noted: bytes | None = None) -> bytes:
    """A page of A4; what is noted on it is shown by a form of its own."""
    made = pikepdf.new()
    page = Dictionary(Type=Name.Page, MediaBox=[0, 0, 595, 842], Contents=made.make_stream(said), Resources=held(made))
    if noted is not None:
        shown = pikepdf.Stream(made, noted)
        shown.Type, shown.Subtype, shown.BBox, shown.Resources = (
            Name.XObject,
            Name.Form,
            Array([0, 0, 10, 10]),
            held(made),
        )
        note = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([0, 0, 595, 842]), F=4)
        note.AP = Dictionary(N=made.make_indirect(shown))
        page.Annots = Array([made.make_indirect(note)])
    made.pages.append(pikepdf.Page(made.make_indirect(page)))
    out = io.BytesIO()
    made.save(out, compress_streams=True)
    return out.getvalue()


HOSTILE: dict[str, tuple[bytes, Held]] = {
    "a picture": (WHOLE * OFTEN, picture),
    "a picture askew": (b"q 500 100 -100 700 50 0 cm /P Do Q\n" * OFTEN, picture),
    "a picture between the words": (b"q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q\n" * OFTEN, nothing),
    "a large picture drawn small": (b"q 9 0 0 9 0 0 cm /P Do Q\n" * OFTEN, large_picture),
    "filled paths": (b"0 0 595 842 re f\n" * OFTEN, nothing),
    "paths seen through": (b"/A gs " + b"0 0 595 842 re f\n" * 1_000, states),
    "paths that are blended": (b"/B gs " + b"0 0 595 842 re f\n" * 1_000, states),
    "thick lines": (b"400 w " + b"0 0 m 595 842 l S\n" * OFTEN, nothing),
    "one line there and back": (b"0 0 m " + b"595 842 l 0 0 l " * 200_000 + b"S", nothing),
    "shadings": (b"/S sh\n" * OFTEN, shading),
    "large letters": (b"BT /F 2000 Tf 0 0 Td (M) Tj ET\n" * OFTEN, helvetica),
    "forms with a picture": (b"q 2 0 0 2 0 0 cm /P Do Q\n" * 1_000, in_form),
    "paths within a path": (ASKEW + b"W n " + WHOLE * 1_500, picture),
    "a picture in a mask": (MASK + b"0 0 9 9 re f", masked),
    "a picture in a form of a mask": (MASK + b"0 0 9 9 re f", form_in_a_mask),
    "paths in a mask": (MASK + b"0 0 9 9 re f", lambda made: masked(made, b"0 0 595 842 re f " * OFTEN)),
    "a mask of every path": (MASK + b"0 0 9 9 re f " * 2_000, lambda made: masked(made, WHOLE)),
    "a picture in a tile": (PATTERN + b"0 0 595 842 re f", tiled),
    "a tile of every path": (PATTERN + b"0 0 595 842 re f " * 2_000, lambda made: tiled(made, WHOLE)),
    "a path within another each": ((b"q " + ASKEW + b"W n 0 0 5 5 re f Q\n") * OFTEN, nothing),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_page_that_is_painted_over_without_end_is_refused_soon(name: str) -> None:
    content = file_of(*HOSTILE[name])
    assert len(content) < 60_000
    began = time.perf_counter()
    assert bounds_of(content) is Bounds.EXCEEDED
    assert time.perf_counter() - began < SOON


def test_a_note_that_paints_its_page_over_is_refused() -> None:
    content = file_of(b"", picture, b"q 10 0 0 10 0 0 cm /P Do Q\n" * OFTEN)
    assert bounds_of(content) is Bounds.EXCEEDED


def test_a_scan_that_paints_its_page_over_is_refused() -> None:
    with refused("scan_damaged", name=NAME):
        read(file_of(WHOLE * OFTEN, picture))


@only_on_linux("the peak of a process stands in its folder under /proc")
def test_paths_within_paths_do_not_fill_the_memory(tmp_path: Path) -> None:
    """For each pdfium keeps all that it lies within once more."""
    content = file_of((ASKEW + b"W n\n") * 30_000, nothing)
    (file := tmp_path / NAME).write_bytes(content)
    told, peak = peak_of(__name__, file)
    assert told == Bounds.EXCEEDED.value
    assert peak < 300


def lines(count: int, seed: int = 7) -> bytes:
    """Short lines of a plan, each with its own place."""
    found = random.Random(seed)
    starts = ((found.uniform(0, 560), found.uniform(0, 800)) for _line in range(count))
    return b"".join(
        b"%.2f %.2f m %.2f %.2f l S\n" % (x, y, x + found.uniform(0, 30), y + found.uniform(0, 30)) for x, y in starts
    )


def curves(count: int, points: int) -> bytes:
    """Lines of equal height over a whole map."""
    found = random.Random(11)
    said = []
    for _curve in range(count):
        x, y = found.uniform(0, 595), found.uniform(0, 842)
        said.append(b"%.1f %.1f m " % (x, y))
        for _point in range(points):
            x, y = x + found.uniform(-9, 9), y + found.uniform(-9, 9)
            said.append(b"%.1f %.1f l " % (x, y))
        said.append(b"S\n")
    return b"".join(said)


def strips() -> bytes:
    """A slide: a ground of 256 strips, boxes seen through, and a mark over all of it."""
    ground = b"".join(b"0 %.2f 595 3.3 re f\n" % (place * 3.29) for place in range(256))
    return ground + b"/A gs " + b"100 100 300 300 re f\n" * 60 + b"/B gs " + b"0 0 595 842 re f\n" * 8


def mosaic() -> bytes:
    """A map of ten thousand pictures side by side, each within its own box."""
    places = [(x, y) for x in range(0, 595, 6) for y in range(0, 842, 9)]
    return b"".join(b"q %d %d 6 9 re W n 6 0 0 9 %d %d cm /P Do Q\n" % (2 * place) for place in places)


def hatching() -> bytes:
    """Lines that stand askew over the whole sheet."""
    return b"".join(b"%d 0 m %d 842 l S\n" % (place % 595, place % 421) for place in range(9_000))


def hatched_blocks(made: pikepdf.Pdf) -> pikepdf.Object:
    """Three thousand forms of their own sizes that paint with one hatching."""
    held = hatched(made)
    blocks = {}
    for place in range(3_000):
        block = pikepdf.Stream(made, PATTERN + b"0 0 9 9 re f")
        block.Type, block.Subtype, block.Resources = Name.XObject, Name.Form, held
        block.BBox = Array([0, 0, 10 + place / 100, 10])
        blocks[f"/B{place}"] = made.make_indirect(block)
    return Dictionary(XObject=Dictionary(blocks))


def fading(made: pikepdf.Pdf) -> pikepdf.Object:
    held = masked(made, b"0 0 595 842 re f")
    held.XObject = picture(made).XObject
    return held


def bricks(made: pikepdf.Pdf) -> pikepdf.Object:
    """A tile of a quarter of the page, of 300 lines."""
    return tile(made, lines(300), Dictionary(), 300, 300)


HONEST: dict[str, Callable[[], tuple[bytes, Held]]] = {
    "a plan": lambda: (lines(100_000), nothing),
    "a hatching over the whole sheet": lambda: (hatching(), nothing),
    "lines of equal height": lambda: (curves(1_500, 60), nothing),
    "a slide": lambda: (strips(), states),
    "a map of pictures": lambda: (mosaic(), picture),
    "a scan of three layers": lambda: (WHOLE * 3, large_picture),
    "pictures that fade": lambda: (MASK + WHOLE * 50, fading),
    "drawn masks": lambda: (MASK + b"0 0 400 400 re f", lambda made: masked(made, lines(5_000))),
    "twenty thousand hatched areas": lambda: (PATTERN + b"5 5 m 30 9 l 12 44 l f " * 20_000, hatched),
    "hatched blocks": lambda: (b"".join(b"/B%d Do\n" % place for place in range(3_000)), hatched_blocks),
    "a page of large bricks": lambda: (PATTERN + b"9 9 500 500 re f " * 50, bricks),
    "a full page of words": lambda: (b"BT /F 10 Tf 9 9 Td (%s) Tj ET\n" % (b"word " * 20) * 500, helvetica),
}


@pytest.mark.parametrize("name", HONEST)
def test_what_a_person_drew_is_drawn(name: str) -> None:
    assert bounds_of(file_of(*HONEST[name]())) is Bounds.HELD


def test_the_judging_of_a_large_plan_can_be_ended() -> None:
    """It is asked amid the objects of one page."""
    content, told = file_of(lines(20_000), nothing), []

    def ask(done: int, _total: int) -> None:
        told.append(done)

    bounds_of(content, ask)
    assert len(told) > 20_000 // 500


def hatched(made: pikepdf.Pdf) -> pikepdf.Object:
    """A hatching, of which every path of the page has to be asked whether it is painted with it."""
    found = pikepdf.Stream(made, b"0 0 m 8 8 l S")
    found.Type, found.PatternType, found.PaintType, found.TilingType = Name.Pattern, 1, 1, 1
    found.BBox, found.XStep, found.YStep, found.Resources = Array([0, 0, 8, 8]), 8, 8, Dictionary()
    return Dictionary(Pattern=Dictionary(P=made.make_indirect(found)))


DASHES = b"[" + b"1.25 2.5 " * 40 + b"] 0 d "


@pytest.mark.parametrize("said", [lines(30_000), DASHES * 4_000 + lines(2_000)], ids=["lines", "dashes"])
def test_a_long_plan_with_hatchings_takes_as_much_as_it_has_words(said: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its numbers are long, and it is not their figures that take time."""
    monkeypatch.setattr(unpacking, "MOST_CODES", len(said))
    assert bounds_of(file_of(b"/Pattern cs /P scn 9 9 9 9 re f " + said, hatched)) is Bounds.HELD


def test_the_reading_of_a_plan_with_hatchings_can_be_ended() -> None:
    told: list[int] = []
    bounds_of(file_of(b"/Pattern cs /P scn " + b"q Q " * 200_000, hatched), lambda done, _total: told.append(done))
    assert len(told) > 400_000 // 10_000


def main(path: str) -> None:
    """In a process of its own: judge the file."""
    tell(bounds_of(Path(path).read_bytes()).value)


if __name__ == "__main__":
    main(sys.argv[1])
