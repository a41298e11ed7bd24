"""PDF scans that are small and ask for much: forms that name each other, and streams that unpack without end."""

from __future__ import annotations

import io
import sys
import time
import zlib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from desktop_app.domain.errors import Refused
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.scans import ChosenFile, ReadPage
from desktop_app.printing.scans.scan_reader import ScanReader
from tests.peaks import peak_of, tell
from tests.printing.scans.test_scan_files import WHOLE
from tests.refusing import refused
from tests.systems import only_on_linux

NAME = "اسکن.pdf"
MOST = 300
"""Megabytes of a process that refuses a bomb of 400."""
MOST_OF_OBJECTS = 700


def read(content: bytes, told: Progress = no_progress) -> tuple[ReadPage, ...]:
    """The pages of a PDF."""
    return tuple(ScanReader().pages([ChosenFile(NAME, content=content)], told))


@cache
def bomb(megabytes: int = 400) -> bytes:
    """So many blanks, deflated."""
    packer, blanks = zlib.compressobj(1), b" " * 1_000_000
    return b"".join(packer.compress(blanks) for _one in range(megabytes)) + packer.flush()


def pdf_of(contents: pikepdf.Object, resources: pikepdf.Object, made: pikepdf.Pdf) -> bytes:
    """A page of A4."""
    page = Dictionary(Type=Name.Page, MediaBox=[0, 0, 595, 842], Contents=contents, Resources=resources)
    made.pages.append(pikepdf.Page(made.make_indirect(page)))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def pdf_with(data: bytes, drawn: bytes = WHOLE, **facts: object) -> bytes:
    """A page that is a picture of 100 × 100 shades of grey, with these bytes."""
    made = pikepdf.new()
    picture = pikepdf.Stream(made, data)
    usual: Mapping[str, object] = {
        "Type": Name.XObject,
        "Subtype": Name.Image,
        "Width": 100,
        "Height": 100,
        "ColorSpace": Name.DeviceGray,
        "BitsPerComponent": 8,
        "Filter": Name.FlateDecode,
    }
    for name, value in {**usual, **facts}.items():
        picture[f"/{name}"] = value
    return pdf_of(made.make_stream(drawn), Dictionary(XObject=Dictionary(P=made.make_indirect(picture))), made)


def endless_contents(parts: int = 1) -> bytes:
    """A page that has nothing on it, said in 400 megabytes."""
    made = pikepdf.new()
    streams = []
    for _part in range(parts):
        stream = pikepdf.Stream(made, bomb(400 // parts))
        stream.Filter = Name.FlateDecode
        streams.append(made.make_indirect(stream))
    return pdf_of(Array(streams), Dictionary(), made)


def endless_objects() -> bytes:
    """A PDF whose object stream unpacks to 400 megabytes."""
    packed = zlib.compress(b"4 0 <</A 1>>" + b" " * 400_000_000, 1)
    out, places = bytearray(b"%PDF-1.5\n"), list[int]()
    for number, body in (
        (1, b"<</Type/Catalog/Pages 2 0 R>>"),
        (2, b"<</Type/Pages/Kids[3 0 R]/Count 1>>"),
        (3, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources 4 0 R>>"),
        (5, b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(packed), packed)),
    ):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(out)
    rows = [bytes(7), *(b"\1" + at.to_bytes(4, "big") + bytes(2) for at in places[:3])]
    rows += [
        b"\2" + (5).to_bytes(4, "big") + bytes(2),
        *(b"\1" + at.to_bytes(4, "big") + bytes(2) for at in (places[3], start)),
    ]
    table = b"".join(rows)
    out += b"6 0 obj\n<</Type/XRef/Size 7/W[1 4 2]/Root 1 0 R/Length %d>>stream\n%b\nendstream\nendobj\n" % (
        len(table),
        table,
    )
    return bytes(out + b"startxref\n%d\n%%%%EOF" % start)


def forms(names: int, depth: int = 0) -> bytes:
    """A form that names itself so often, or others that are new each time."""
    made = pikepdf.new()

    def form() -> pikepdf.Stream:
        found = made.make_stream(b"")
        found.Type, found.Subtype, found.BBox = Name.XObject, Name.Form, Array([0, 0, 1, 1])
        return found

    if depth:
        inner = Dictionary({f"/F{at}": form() for at in range(names)})
    else:
        itself = form()
        inner = Dictionary({f"/F{at}": itself for at in range(names)})
        itself.Resources = Dictionary(XObject=inner)
    return pdf_of(made.make_stream(b""), Dictionary(XObject=inner), made)


def test_forms_that_name_each_other_are_looked_at_once() -> None:
    began = time.process_time()
    assert read(forms(14))[0].blank
    assert time.process_time() - began < 2


def test_looking_through_many_forms_may_be_given_up() -> None:
    class GivenUp(Exception):
        pass

    asked = 0

    def told(_done: int, _total: int) -> None:
        nonlocal asked
        asked += 1
        if asked > 3:
            raise GivenUp

    with pytest.raises(GivenUp):
        read(forms(2_000, depth=1), told)
    # before the page was read
    assert asked == 4


def nested(depth: int, times: int, *, around: bool = False) -> bytes:
    """Forms that draw the one below them so often; ``around``, and the last one the first."""
    made = pikepdf.new()
    chain: list[pikepdf.Stream] = []
    for _at in range(depth):
        form = made.make_stream(b"% drawn\n/#46 % again\n Do " * times if _at else b"9 w 100 300 m 500 600 l S")
        form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 595, 842])
        if chain:
            form.Resources = Dictionary(XObject=Dictionary(F=chain[-1]))
        chain.append(form)
    if around:
        chain[0].write(b"/F Do")
        chain[0].Resources = Dictionary(XObject=Dictionary(F=chain[-1]))
    return pdf_of(made.make_stream(b"/F Do"), Dictionary(XObject=Dictionary(F=chain[-1])), made)


@pytest.mark.parametrize("content", [nested(6, 10), nested(30, 3), nested(60, 1), nested(3, 1, around=True)])
def test_a_page_that_draws_forms_without_end_is_refused(content: bytes) -> None:
    with refused("scan_damaged", name=NAME):
        read(content)


@pytest.mark.parametrize("content", [nested(4, 10), nested(30, 1)])
def test_a_page_that_draws_many_forms_is_read(content: bytes) -> None:
    assert not read(content)[0].blank


BOMBS: dict[str, Callable[[], bytes]] = {
    "picture": lambda: pdf_with(bomb()),
    "twice": lambda: pdf_with(zlib.compress(bomb()), Filter=Array([Name.FlateDecode, Name.FlateDecode])),
    "contents": endless_contents,
    "parts": lambda: endless_contents(20),
}


@pytest.mark.parametrize("which", BOMBS)
@only_on_linux("the peak of a process stands in its folder under /proc")
def test_a_bomb_is_refused_within_bounds(which: str, tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(BOMBS[which]())
    told, peak = peak_of(__name__, tmp_path / NAME)
    assert told == "scan_damaged"
    assert peak < MOST


@only_on_linux("the peak of a process stands in its folder under /proc")
def test_objects_without_end_are_bounded(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(endless_objects())
    told, peak = peak_of(__name__, tmp_path / NAME)
    assert told == "scan_damaged"
    # qpdf unpacks up to the bound of all, and copies it once
    assert peak < MOST_OF_OBJECTS


def test_a_picture_with_some_bytes_more_than_it_says_is_read() -> None:
    assert read(pdf_with(zlib.compress(b"\xff" * 12_000)))[0].width == 100


def test_a_picture_of_too_many_bytes_is_too_large() -> None:
    with refused("scan_page_too_large", name=NAME):
        read(pdf_with(bomb(1), Width=9_000, Height=9_000, ColorSpace=Name.DeviceCMYK))


if __name__ == "__main__":
    key = ""
    try:
        read(Path(sys.argv[1]).read_bytes())
    except Refused as problem:
        key = problem.key
    tell(key)
