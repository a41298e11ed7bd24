"""The archival file of a scan: the pixels and bytes that were scanned, turned by the page alone, equal every time."""

from __future__ import annotations

import io
import random
import zlib
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops

from desktop_app.domain.documents.paper_kinds import Profile
from desktop_app.domain.progress import no_progress
from desktop_app.domain.read_models.scans import ChosenFile, ReadPage
from desktop_app.printing.engine.pdf import archive
from desktop_app.printing.scans.scan_archive import write_archival
from desktop_app.printing.scans.scan_files import read_pages
from desktop_app.printing.stranger_limits import Limits
from desktop_app.printing.strangers.scan_reader import ScanReader
from tests import made_scans

WRITTEN = made_scans.signed(made_scans.blank(60), random.Random(1))
BLACK = WRITTEN.convert("L").point([255 * (shade > 150) for shade in range(256)], "1")


def made(tmp_path: Path, *contents: bytes, turn: int = 0) -> tuple[bytes, bool, tuple[ReadPage, ...]]:
    """The archival file of these files, as the child process writes it."""
    files = [ChosenFile("اسکن", content=content) for content in contents]
    pages = tuple(
        replace(page, source=source, turn=turn)
        for source, file in enumerate(files)
        for page, _of in read_pages(file, Limits().pages)
    )
    archival = write_archival(files, pages, tmp_path / "a.pdf", no_progress)
    return (tmp_path / "a.pdf").read_bytes(), archival, pages


def picture(pdf: pikepdf.Pdf, page: int = 0) -> pikepdf.Stream:
    """The image of a page."""
    found = pdf.pages[page].obj["/Resources"]["/XObject"]["/Scan"]
    assert isinstance(found, pikepdf.Stream)
    return found


def most_apart(one: Image.Image, other: Image.Image) -> int:
    """By how many shades the most different pixels of two grey pictures differ."""
    return max(shade for shade, count in enumerate(ImageChops.difference(one, other).histogram()) if count)


def test_the_bytes_of_a_jpeg_are_the_very_bytes(tmp_path: Path) -> None:
    content = made_scans.jpeg(WRITTEN)
    pdf, archival, _pages = made(tmp_path, content)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert picture(opened).read_raw_bytes() == content
    assert archival
    assert archive.follows_archival_form(pdf, Profile.A_2B)


def test_the_rows_of_a_png_are_the_very_rows(tmp_path: Path) -> None:
    pdf, archival, _pages = made(tmp_path, made_scans.png(WRITTEN))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert pikepdf.PdfImage(picture(opened)).as_pil_image().tobytes() == WRITTEN.tobytes()
        assert picture(opened).DecodeParms.Predictor == 15
    assert archival


@pytest.mark.parametrize("white_is_zero", [True, False])
def test_the_strip_of_a_fax_is_the_very_strip(tmp_path: Path, *, white_is_zero: bool) -> None:
    content = made_scans.tiff([BLACK, BLACK], white_is_zero=white_is_zero)
    pdf, archival, pages = made(tmp_path, content)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert len(pages) == 2
        strip = picture(opened, 1)
        assert strip.Filter == pikepdf.Name.CCITTFaxDecode
        assert strip.read_raw_bytes() in content
    assert archival
    # what pdfium draws of it, pixel by pixel
    (shown,) = made_scans.drawn(pdf, 200, [1])
    away = ImageChops.difference(shown.convert("L").resize(BLACK.size), BLACK.convert("L"))
    assert sum(away.histogram()[100:]) < BLACK.width * BLACK.height / 1000


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_fax_that_notes_how_it_lies_is_archived_as_it_was_seen(tmp_path: Path, orientation: int) -> None:
    out = io.BytesIO()
    noted = {274: orientation, 278: BLACK.height}
    BLACK.save(out, "TIFF", compression="group4", dpi=(60, 60), tiffinfo=noted)
    pdf, archival, (page,) = made(tmp_path, out.getvalue())
    (shown,) = made_scans.drawn(pdf, 60)
    seen = Image.open(io.BytesIO(page.picture)).convert("L")
    assert (shown.width > shown.height) == (seen.width > seen.height) == (orientation in (6, 8))
    small = [one.convert("L").resize((50, 70), Image.Resampling.BOX) for one in (shown, seen)]
    assert most_apart(*small) < 60
    assert archival


PIXELS = ["1", "L", "RGB", "CMYK", "I;16"]


@pytest.mark.parametrize("mode", PIXELS)
def test_other_pixels_are_deflated_and_the_same(tmp_path: Path, mode: str) -> None:
    seen = WRITTEN.convert("L") if mode == "I;16" else WRITTEN.convert(mode)
    if mode == "I;16":
        seen = Image.frombytes("I;16", seen.size, b"".join(bytes((7, shade)) for shade in seen.tobytes()))
    pdf, archival, _pages = made(tmp_path, made_scans.tiff([seen], compression="raw"))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        pixels = zlib.decompress(picture(opened).read_raw_bytes())
    if mode == "I;16":
        assert pixels == b"".join(bytes((shade, 7)) for shade in WRITTEN.convert("L").tobytes())
    else:
        assert pixels == seen.tobytes()
    # four inks have no place beside the red, green and blue that the form asks for
    assert archival is (mode != "CMYK")


def test_a_palette_and_what_is_seen_through_are_the_same_to_the_eye(tmp_path: Path) -> None:
    for mode in ("P", "RGBA", "LA"):
        pdf, _archival, _pages = made(tmp_path, made_scans.png(WRITTEN.convert("RGB").convert(mode)))
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            shown = pikepdf.PdfImage(picture(opened)).as_pil_image().convert("L")
        assert most_apart(shown, WRITTEN.convert(mode).convert("L")) <= 12


@pytest.mark.parametrize("turn", [0, 1, 2, 3])
def test_a_page_is_turned_by_what_it_says_and_its_pixels_are_not(tmp_path: Path, turn: int) -> None:
    content = made_scans.jpeg(made_scans.turned((4 - turn) % 4)(WRITTEN, random.Random(1)))
    pdf, _archival, _pages = made(tmp_path, content, turn=turn)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert opened.pages[0].obj["/Rotate"] == 90 * turn
        assert picture(opened).read_raw_bytes() == content
    (shown,) = made_scans.drawn(pdf, 60)
    assert most_apart(shown.convert("L").resize((50, 70)), WRITTEN.convert("L").resize((50, 70))) < 40


def test_equal_pages_make_equal_bytes(tmp_path: Path) -> None:
    contents = (made_scans.jpeg(WRITTEN), made_scans.png(WRITTEN), made_scans.tiff([BLACK, BLACK]))
    assert made(tmp_path, *contents)[0] == made(tmp_path, *contents)[0]


def test_the_size_of_the_paper_is_that_of_the_scan(tmp_path: Path) -> None:
    for content, wide in ((made_scans.jpeg(WRITTEN, 60), 595), (made_scans.jpeg(WRITTEN, 0), 595)):
        pdf, _archival, _pages = made(tmp_path, content)
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            assert abs(float(opened.pages[0].mediabox[2]) - wide) < 3


def test_a_foreign_pdf_in_another_order_is_copied_page_by_page(tmp_path: Path) -> None:
    files = [ChosenFile("اسکن.pdf", content=made_scans.pdf([WRITTEN, made_scans.blank(60)], 60))]
    first, second = ScanReader().pages(files, no_progress)
    target = tmp_path / "a.pdf"
    archival = ScanReader().write_archival(files, (replace(second, turn=1), first), target, no_progress)
    with pikepdf.open(target) as opened:
        assert [page.get("/Rotate", 0) for page in opened.pages] == [90, 0]
    assert archival is archive.follows_archival_form(target.read_bytes(), Profile.A_2B)


def test_a_foreign_pdf_that_is_kept_whole_is_not_touched(tmp_path: Path) -> None:
    content = made_scans.pdf([WRITTEN, made_scans.blank(60)], 60)
    assert made(tmp_path, content)[0] == content


def test_a_script_in_a_foreign_pdf_keeps_the_archive_form_away(tmp_path: Path) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(made_scans.pdf([WRITTEN], 60))) as opened:
        act = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
        opened.pages[0].obj["/AA"] = pikepdf.Dictionary(O=act)
        opened.save(out)
    files = [ChosenFile("اسکن.pdf", content=out.getvalue())]
    pages = tuple(replace(page, turn=2) for page in ScanReader().pages(files, no_progress))
    assert not ScanReader().write_archival(files, pages, tmp_path / "a.pdf", no_progress)
