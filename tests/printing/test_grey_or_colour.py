"""Grey of more than eight bits, in every place that shows a picture: preview, annex, scan, archival file, logo."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from desktop_app.domain.progress import no_progress
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.printing.grey_or_colour import grey_or_colour
from desktop_app.printing.picture_pages import PicturePages
from desktop_app.printing.scans import scan_files
from desktop_app.printing.strangers.scan_reader import ScanReader
from tests.whole import deciding

WIDTH, HEIGHT = 256, 40
SHADES = list(range(WIDTH))
"""The picture of these tests: grey from black on the left to white on the right."""


def tiff(form: str, shades: list[int] | list[float], *, order: str = "<", numbers: int = 1, zero: int = 1) -> bytes:
    """Rows of these shades as a plain TIFF; ``zero`` is 0 where the shade of zero is white."""
    pixels = struct.pack(f"{order}{len(shades)}{form}", *shades) * HEIGHT
    entries = [
        (256, len(shades)), (257, HEIGHT), (258, 8 * struct.calcsize(form)), (259, 1), (262, zero), (273, 0),
        (277, 1), (278, HEIGHT), (279, len(pixels)), (339, numbers),
    ]  # fmt: skip
    begins = 8 + 2 + 12 * len(entries) + 4
    head = (b"MM\0*" if order == ">" else b"II*\0") + struct.pack(f"{order}IH", 8, len(entries))
    rows = (struct.pack(f"{order}HHII", tag, 4, 1, begins if tag == 273 else value) for tag, value in entries)
    return head + b"".join(rows) + bytes(4) + pixels


def png(shades: list[int]) -> bytes:
    """The same as a PNG of sixteen bits."""
    out = io.BytesIO()
    Image.frombytes("I;16", (len(shades), HEIGHT), struct.pack(f"<{len(shades)}H", *shades) * HEIGHT).save(out, "PNG")
    return out.getvalue()


SIXTEEN = [shade * 257 for shade in SHADES]
PICTURES = {
    "PNG of 16 bits": png(SIXTEEN),
    "16 bits": tiff("H", SIXTEEN),
    "16 bits, high byte first": tiff("H", SIXTEEN, order=">"),
    "16 bits, zero is white": tiff("H", SIXTEEN[::-1], zero=0),
    "32 bits": tiff("I", [shade * 0x1010101 for shade in SHADES]),
    "32 bits that hold 16": tiff("I", SIXTEEN),
    "32 bits that hold 8": tiff("I", SHADES),
    "32 bits with a sign": tiff("i", SIXTEEN, order=">", numbers=2),
    "fractions": tiff("f", [shade / 255 for shade in SHADES], numbers=3),
    "fractions to 255": tiff("f", SHADES, numbers=3),
    "fractions to 65535": tiff("f", SIXTEEN, numbers=3),
}


def row(picture: Image.Image) -> list[int]:
    """The shades of a row."""
    grey = picture.convert("L")
    return [int(grey.getpixel((column, HEIGHT // 2))) for column in range(grey.width)]  # type: ignore[arg-type]


def near(found: list[int]) -> bool:
    """Whether these are the shades of the picture, but for rounding."""
    return len(found) == WIDTH and all(abs(one - wanted) <= 1 for one, wanted in zip(found, SHADES, strict=True))


def chosen(content: bytes) -> ChosenFile:
    """As a scan."""
    return ChosenFile("scan.tif", content=content)


ALL = pytest.mark.parametrize("content", PICTURES.values(), ids=PICTURES)


@ALL
def test_an_annex_and_the_preview_have_every_shade(content: bytes) -> None:
    with PicturePages(content) as pages:
        assert near(row(pages.frame(0)))
        drawn = pages.pixels(0, WIDTH)
    assert near(row(Image.frombytes("RGBA", (drawn.width, drawn.height), drawn.bgra)))


@ALL
def test_a_scan_is_read_with_every_shade(content: bytes) -> None:
    with scan_files.open_scan(chosen(content)) as scan:
        assert near(row(scan.page(0).image))


@pytest.mark.parametrize("kind", deciding(PICTURES, {"PNG of 16 bits", "32 bits with a sign", "fractions"}))
def test_the_archival_file_of_a_scan_has_every_shade(kind: str, tmp_path: Path) -> None:
    # what is written comes of what is read, and that is held for each of them above
    reader, file = ScanReader(), chosen(PICTURES[kind])
    pages = tuple(reader.pages([file], no_progress))
    reader.write_archival([file], pages, tmp_path / "a.pdf", no_progress)
    with pypdfium2.PdfDocument((tmp_path / "a.pdf").read_bytes()) as kept:
        (picture,) = kept[0].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
        assert near(row(picture.get_bitmap().to_pil()))


def test_a_page_of_deep_grey_with_writing_is_not_blank() -> None:
    for size in ("H", "I"):
        page = tiff(size, [60_000] * 300 + [3_000] * 200 + [60_000] * 300)
        (read,) = ScanReader().pages([chosen(page)], no_progress)
        assert not read.blank


def test_grey_in_several_bands_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    picture = Image.open(io.BytesIO(PICTURES["32 bits that hold 16"]))
    whole = grey_or_colour(picture)
    monkeypatch.setattr("desktop_app.printing.grey_or_colour.AT_ONCE", 3 * WIDTH)
    assert grey_or_colour(picture).tobytes() == whole.tobytes()


def test_a_shade_of_deep_grey_that_is_seen_through_is_white_paper() -> None:
    out = io.BytesIO()
    Image.open(io.BytesIO(PICTURES["16 bits"])).save(out, "PNG", transparency=100 * 257)
    with PicturePages(out.getvalue()) as pages:
        found = row(pages.frame(0))
    assert [found[at] for at in (99, 100, 101)] == [99, 255, 101]


def test_a_picture_whose_notes_are_torn_is_shown_as_it_lies() -> None:
    whole = png(SIXTEEN)
    notes = b"eXIf" + b"not a TIFF file"
    torn = struct.pack(">I", len(notes) - 4) + notes + struct.pack(">I", zlib.crc32(notes))
    with PicturePages(whole[:33] + torn + whole[33:]) as pages:
        assert near(row(pages.frame(0)))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK", "YCbCr", "LAB", "I", "F", "I;16"])
def test_every_kind_of_pixel_becomes_grey_or_colour(mode: str) -> None:
    assert grey_or_colour(Image.new(mode, (12, 9))).mode in ("L", "RGB")
