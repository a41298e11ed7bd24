"""Hostile files: small, and asking for more time, memory or pages than there are."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from desktop_app.domain.rules.files import FileDoubt
from tests.systems import not_on_windows


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file, and how each way in ends: a doubt at attaching, and keys of refusals; empty where it is opened whole."""

    make: Callable[[], bytes]
    doubt: FileDoubt | None = None
    drawn: str = "file_not_finished"
    """Of a preview: of the file, or else of its first page."""
    scan: str = "scan_not_finished"
    on_paper: str = "سنگین"
    """A word of what stands in the place of the annex; empty where its pages are drawn."""


def saved(made: pikepdf.Pdf, **how: object) -> bytes:
    """The bytes of a PDF."""
    out = io.BytesIO()
    made.save(out, deterministic_id="encryption" not in how, **how)  # type: ignore[arg-type]
    return out.getvalue()


def pdf_of(contents: pikepdf.Object, resources: pikepdf.Object, made: pikepdf.Pdf) -> bytes:
    """A page of A4."""
    page = Dictionary(Type=Name.Page, MediaBox=[0, 0, 595, 842], Contents=contents, Resources=resources)
    made.pages.append(pikepdf.Page(made.make_indirect(page)))
    return saved(made)


def blank(pages: int = 2, **how: object) -> bytes:
    """Blank pages."""
    made = pikepdf.new()
    for _page in range(pages):
        made.add_blank_page(page_size=(400, 600))
    return saved(made, **how)


def deflated(block: bytes, times: int) -> bytes:
    """A zlib stream (RFC 1950) of a block so many times over, made from one deflated block."""
    packer = zlib.compressobj(1, wbits=-zlib.MAX_WBITS)
    one = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    checksum = zlib.adler32(b"")
    for _time in range(times):
        checksum = zlib.adler32(block, checksum)
    return b"\x78\x01" + one * times + b"\x03\x00" + struct.pack(">I", checksum)


def bomb(megabytes: int = 400) -> bytes:
    """So many blanks, deflated."""
    return deflated(b" " * 1_000_000, megabytes)


def endless_contents(megabytes: int = 2_000) -> bytes:
    """A page that has nothing on it, said in so many megabytes."""
    made = pikepdf.new()
    stream = pikepdf.Stream(made, bomb(megabytes))
    stream.Filter = Name.FlateDecode
    return pdf_of(made.make_indirect(stream), Dictionary(), made)


def nested(depth: int, times: int) -> bytes:
    """Forms that draw the one below them so often."""
    made = pikepdf.new()
    chain: list[pikepdf.Stream] = []
    for _at in range(depth):
        form = made.make_stream(b"/F Do " * times if _at else b"9 w 100 300 m 500 600 l S")
        form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 595, 842])
        if chain:
            form.Resources = Dictionary(XObject=Dictionary(F=chain[-1]))
        chain.append(form)
    return pdf_of(made.make_stream(b"/F Do"), Dictionary(XObject=Dictionary(F=chain[-1])), made)


def shading() -> bytes:
    """A page that a function colours pixel by pixel, many times: some 1,100 bytes."""
    made = pikepdf.new()
    steps = b"dup sin exch cos " * 400
    function = made.make_stream(b"{ add " + steps + b" add dup dup }")
    function.FunctionType, function.Domain, function.Range = 4, Array([0, 1, 0, 1]), Array([0, 1] * 3)
    matrix = Array([595, 0, 0, 842, 0, 0])
    found = Dictionary(ShadingType=1, ColorSpace=Name.DeviceRGB, Matrix=matrix, Function=function)
    resources = Dictionary(Shading=Dictionary(S=made.make_indirect(found)))
    return pdf_of(made.make_stream(b"/S sh " * 2_000), resources, made)


def mesh(triangles: int = 400_000) -> bytes:
    """Triangles that each cover the page."""
    made = pikepdf.new()
    corners = ((0, 0), (65_535, 0), (0, 65_535))
    one = b"".join(struct.pack(">BHH3B", 0, *at, 10, 20, 30) for at in corners)
    found = made.make_stream(one * triangles)
    found.ShadingType, found.ColorSpace = 4, Name.DeviceRGB
    found.BitsPerCoordinate, found.BitsPerComponent, found.BitsPerFlag = 16, 8, 8
    found.Decode = Array([0, 1_190, 0, 1_684, 0, 1, 0, 1, 0, 1])
    return pdf_of(made.make_stream(b"/S sh"), Dictionary(Shading=Dictionary(S=found)), made)


def scripted() -> bytes:
    """Two blank pages that would run a script in a reader."""
    made = pikepdf.new()
    for _page in range(2):
        made.add_blank_page(page_size=(400, 600))
    made.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="while(true){}")
    return saved(made)


def huge_picture(side: int = 40_000) -> bytes:
    """A PNG of so many black pixels a side."""
    rows = deflated(bytes(1 + side // 8), side)
    parts = ((b"IHDR", struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)), (b"IDAT", rows), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def huge_photograph(side: int = 10_000) -> bytes:
    """A JPEG of so many grey pixels a side, which can be decoded smaller."""
    out = io.BytesIO()
    Image.new("L", (side, side), 200).save(out, "JPEG", quality=30)
    return out.getvalue()


def broken_off() -> bytes:
    """The end is missing, and with it the list of pages."""
    return blank().rpartition(b"xref")[0]


BY_MEMORY = "2 GB unpacked"
_TORN, _LOCKED, _MUCH = FileDoubt.TORN, FileDoubt.LOCKED, FileDoubt.TOO_MUCH
HOSTILE: Mapping[str, Hostile] = {
    "endless drawing": Hostile(lambda: nested(30, 3), _MUCH),
    "function shading": Hostile(shading),
    "mesh": Hostile(mesh),
    BY_MEMORY: Hostile(endless_contents, _MUCH),
    "encrypted": Hostile(
        lambda: blank(encryption=pikepdf.Encryption(user="a", owner="b")),
        _LOCKED,
        "pdf_unreadable",
        "scan_encrypted",
        "گذرواژه",
    ),
    "scripts": Hostile(scripted, None, "", "", ""),
    "40,000 × 40,000 pixels": Hostile(huge_picture, _MUCH, scan="scan_page_too_large"),
    "photograph of 100 megapixels": Hostile(huge_photograph, None, "", "", ""),
    "10,000 pages": Hostile(lambda: blank(10_000), _MUCH, scan="scan_too_many_pages", on_paper="صفحه دارد"),
    "broken off": Hostile(broken_off, _TORN, "", "scan_damaged", "نیمه"),
    "0 bytes": Hostile(lambda: b"", _TORN, "picture_not_shown", "file_empty", "باز نمی"),
    "blank pages": Hostile(blank, None, "", "", ""),
}
CASES = [
    pytest.param(which, marks=[not_on_windows("Wine sets no memory limit of a job")] if which == BY_MEMORY else [])
    for which in HOSTILE
]
"""The names of all, for the tests that a file ends at its limits."""
