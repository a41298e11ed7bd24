"""Archival PDF of a scan: its pages in order, as scanned, each with its turn.

It is PDF/A-2b wherever the pages can be; pages of a foreign PDF often cannot, then the file is alike but does not claim
it. Equal pages give equal bytes: the only day in it is a fixed one.

Pictures lose nothing. A JPEG keeps its bytes, a PNG its compressed rows, a TIFF of Group 4 its only strip; every other
picture is decoded and deflated, pixel by pixel; of grey of more than sixteen bits a PDF can hold no more than those. No
picture is turned: that is said by the page.
"""

from __future__ import annotations

import shutil
import struct
import zlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO, Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from PIL import Image

from desktop_app.domain.documents.paper_kinds import Profile
from desktop_app.domain.progress import Progress
from desktop_app.domain.read_models.scans import ChosenFile, ReadPage
from desktop_app.printing.engine.pdf import archive
from desktop_app.printing.engine.pdf.finish import CANVAS_DAY
from desktop_app.printing.grey_or_colour import grey_or_colour, is_deep, sixteen_bits
from desktop_app.printing.pictures import require_pixels
from desktop_app.printing.scans.scan_faults import scan_refusals
from desktop_app.printing.scans.scan_files import FORMATS
from desktop_app.printing.scans.scan_pdf import opened_pdf
from desktop_app.printing.scans.scan_raw import open_bytes

_HEAD: Final = b"\x89PNG\r\n\x1a\n"
_GREY, _COLOUR, _PALETTE = 0, 2, 3
_COMPRESSION, _PHOTOMETRIC, _FILL_ORDER, _STRIPS, _LIES, _COUNTS, _OPTIONS = 259, 262, 266, 273, 274, 279, 293
_GROUP_4: Final = 4
_LEVEL: Final = 3
"""Of deflating: of scanned pages the smallest, and three times as fast as the usual one."""
_SPACES: Final = {"1": Name.DeviceGray, "L": Name.DeviceGray, "RGB": Name.DeviceRGB, "CMYK": Name.DeviceCMYK}


def picture_of(pdf: Pdf, stream: BinaryIO, index: int) -> Stream:
    """Return a picture of an open file as an image of the PDF."""
    stream.seek(0)
    # not closed: the stream is another's and serves the next page, too
    image = Image.open(stream, formats=FORMATS)
    image.seek(index)
    require_pixels(image)
    kept = _as_it_is(pdf, stream, image)
    if kept is not None:
        return kept
    image.load()
    return _deflated(pdf, image)


def _as_it_is(pdf: Pdf, stream: BinaryIO, image: Image.Image) -> Stream | None:
    """Return the image with the encoded bytes of the file; None if a PDF does not support the format."""
    if image.format in ("JPEG", "MPO"):
        return _jpeg(pdf, stream, image)
    if image.format == "PNG":
        stream.seek(0)
        return _png(pdf, stream.read())
    return _group_4(pdf, stream, image) if image.format == "TIFF" else None


def _image(pdf: Pdf, content: bytes, width: int, height: int, space: object, bits: int, **rest: object) -> Stream:
    made = Stream(pdf, content)
    for name, value in {
        "Type": Name.XObject,
        "Subtype": Name.Image,
        "Width": width,
        "Height": height,
        "ColorSpace": space,
        "BitsPerComponent": bits,
        **rest,
    }.items():
        made[f"/{name}"] = value
    return made


def _jpeg(pdf: Pdf, stream: BinaryIO, image: Image.Image) -> Stream:
    """Return the image with the bytes of the JPEG file; Adobe's CMYK is marked as inverted."""
    stream.seek(0)
    made = _image(pdf, stream.read(), *image.size, _SPACES[image.mode], 8, Filter=Name.DCTDecode)
    if image.mode == "CMYK" and "adobe" in image.info:
        made["/Decode"] = Array([1, 0] * 4)
    return made


def _png(pdf: Pdf, content: bytes) -> Stream | None:
    """Return the image with the compressed rows of a PNG; None if it is interlaced or transparent."""
    every = tuple(_chunks(content))
    chunks = dict(every)
    width, height, bits, kind, _method, _filter, interlaced = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    if interlaced or b"tRNS" in chunks or kind not in (_GREY, _COLOUR, _PALETTE):
        return None
    colours = 3 if kind == _COLOUR else 1
    packed = b"".join(data for name, data in every if name == b"IDAT")
    rows = Dictionary(Predictor=15, Colors=colours, BitsPerComponent=bits, Columns=width)
    space: object = Name.DeviceRGB if kind == _COLOUR else Name.DeviceGray
    if kind == _PALETTE:
        palette = chunks[b"PLTE"]
        space = Array([Name.Indexed, Name.DeviceRGB, len(palette) // 3 - 1, pikepdf.String(palette)])
    return _image(pdf, packed, width, height, space, bits, Filter=Name.FlateDecode, DecodeParms=rows)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_HEAD)
    while at + 8 <= len(content):
        length, name = struct.unpack(">I4s", content[at : at + 8])
        yield name, content[at + 8 : at + 8 + length]
        at += 12 + length


def _group_4(pdf: Pdf, stream: BinaryIO, image: Image.Image) -> Stream | None:
    """Return the image with the only strip of a Group 4 page; None for any other page."""
    tags: dict[int, object] = image.tag_v2  # type: ignore[attr-defined]
    strips, counts = _numbers(tags.get(_STRIPS)), _numbers(tags.get(_COUNTS))
    alone = len(strips) == 1 == len(counts) and image.mode == "1"
    # a page that says it lies turned is decoded as it is seen: its strip would lie another way than was judged
    usual = tags.get(_FILL_ORDER, 1) == 1 and tags.get(_OPTIONS, 0) == 0 and tags.get(_LIES, 1) == 1
    if not alone or tags.get(_COMPRESSION) != _GROUP_4 or not usual:
        return None
    stream.seek(strips[0])
    content = stream.read(counts[0])
    width, height = image.size
    # runs of white are zeros to a TIFF: paper where it says that zero is white (0), else what is printed
    how = Dictionary(K=-1, Columns=width, Rows=height, BlackIs1=False)
    made = _image(pdf, content, width, height, Name.DeviceGray, 1, Filter=Name.CCITTFaxDecode, DecodeParms=how)
    if tags.get(_PHOTOMETRIC) == 1:
        made["/Decode"] = Array([1, 0])
    return made


def _numbers(value: object) -> tuple[int, ...]:
    if isinstance(value, int):
        return (value,)
    return tuple(int(one) for one in value) if isinstance(value, tuple | list) else ()


def _deflated(pdf: Pdf, image: Image.Image) -> Stream:
    """Return the image with deflated pixels, transparency on white and palettes as colours."""
    deep = sixteen_bits(image) if is_deep(image) else None
    if deep is not None:
        content, bits, space = deep, 16, Name.DeviceGray
    else:
        plain = image if image.mode in _SPACES and not image.has_transparency_data else grey_or_colour(image)
        content, bits, space = plain.tobytes(), 1 if plain.mode == "1" else 8, _SPACES[plain.mode]
    packed = zlib.compress(content, _LEVEL)
    return _image(pdf, packed, *image.size, space, bits, Filter=Name.FlateDecode)


_POINTS: Final = 72
_LONG_SIDE: Final = 297 / 25.4
"""Inches of A4, for a page that does not say how dense it is."""
_PDF_WITHIN: Final = 1024
_PRODUCER: Final = "Dabirkhaneh"


def write_archival(files: Sequence[ChosenFile], pages: Sequence[ReadPage], target: Path, progress: Progress) -> bool:
    """Write the archival PDF of these pages; return whether it is PDF/A. Raises like reading them.

    The pages are in memory once, and the file that is made of them never is.
    """
    if _is_one_whole_pdf(files, pages):
        with open_bytes(files[0]) as stream, target.open("wb") as out:
            shutil.copyfileobj(stream, out)
        progress(len(pages), len(pages))
        return _passes(target)
    with _made(files, pages, progress) as made:
        archive.prepare(made, Profile.A_2B)
        _describe(made)
        with target.open("wb") as out:
            archive.save(made, Profile.A_2B, out)
    if _passes(target):
        return True
    with _made(files, pages, lambda _done, _all: progress(len(pages), len(pages))) as made:
        _describe(made)
        with target.open("wb") as out:
            made.save(out, deterministic_id=True)
    return False


# ---- inside


def _is_one_whole_pdf(files: Sequence[ChosenFile], pages: Sequence[ReadPage]) -> bool:
    """Whether the pages are one complete, unchanged PDF, which is kept as it is with its digital signature."""
    if len(files) != 1 or any(page.turn for page in pages) or [page.page for page in pages] != list(range(len(pages))):
        return False
    with open_bytes(files[0]) as stream:
        if not _is_pdf(stream):
            return False
        with opened_pdf(stream, files[0].name) as found:
            return len(found.pages) == len(pages)


def _passes(file: Path) -> bool:
    """Whether a file follows PDF/A, independent of its own claim; False if it cannot be checked."""
    try:
        with file.open("rb") as stream:
            return archive.file_follows_archival_form(stream, Profile.A_2B)
    except (pikepdf.PikepdfError, OSError, ValueError, TypeError, LookupError, RuntimeError):
        return False


@contextmanager
def _made(files: Sequence[ChosenFile], pages: Sequence[ReadPage], progress: Progress) -> Iterator[Pdf]:
    with ExitStack() as stack:
        made = stack.enter_context(Pdf.new())
        streams = {at: stack.enter_context(open_bytes(files[at])) for at in sorted({page.source for page in pages})}
        foreign = {
            at: stack.enter_context(opened_pdf(stream, files[at].name))
            for at, stream in streams.items()
            if _is_pdf(stream)
        }
        for done, page in enumerate(pages):
            progress(done, len(pages))
            with scan_refusals(files[page.source].name):
                if page.source in foreign:
                    _add_foreign(made, foreign[page.source], page)
                else:
                    _add_picture(made, streams[page.source], page)
        progress(len(pages), len(pages))
        yield made


def _is_pdf(stream: BinaryIO) -> bool:
    stream.seek(0)
    found = b"%PDF-" in stream.read(_PDF_WITHIN)
    stream.seek(0)
    return found


def _add_foreign(made: Pdf, source: Pdf, page: ReadPage) -> None:
    made.pages.append(source.pages[page.page])
    added = made.pages[-1]
    if page.turn:
        added.rotate(90 * page.turn, relative=True)


def _add_picture(made: Pdf, stream: BinaryIO, page: ReadPage) -> None:
    picture = picture_of(made, stream, page.page)
    dots = page.dpi or max(page.width, page.height) / _LONG_SIDE
    width, height = (round(side / dots * _POINTS, 2) for side in (page.width, page.height))
    content = made.make_stream(f"q {width} 0 0 {height} 0 0 cm /Scan Do Q".encode("ascii"))
    made.pages.append(
        pikepdf.Page(
            made.make_indirect(
                Dictionary(
                    Type=Name.Page,
                    MediaBox=[0, 0, width, height],
                    Rotate=90 * (page.turn % 4),
                    Resources=Dictionary(XObject=Dictionary(Scan=made.make_indirect(picture))),
                    Contents=content,
                )
            )
        )
    )


def _describe(made: Pdf) -> None:
    """Write a fixed date and the program's name in both metadata of the PDF."""
    stamp = "D:" + "".join(letter for letter in CANVAS_DAY if letter.isdigit()) + "Z"
    for name, value in {"/Producer": _PRODUCER, "/CreationDate": stamp, "/ModDate": stamp}.items():
        made.docinfo[name] = pikepdf.String(value)
    with made.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["pdf:Producer"] = _PRODUCER
        for name in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"):
            metadata[name] = CANVAS_DAY
