"""Files that are no sound scan: each is refused by name with a sentence, before anything large is decoded."""

from __future__ import annotations

import io
import random
import struct
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from desktop_app.domain.errors import Refused
from desktop_app.domain.progress import no_progress
from desktop_app.domain.read_models.scans import ChosenFile, ReadPage
from desktop_app.printing.scans.scan_archive import write_archival
from desktop_app.printing.scans.scan_files import read_pages
from desktop_app.printing.stranger_limits import Limits
from desktop_app.printing.strangers.scan_reader import ScanReader
from desktop_app.words.refusals import sentence
from tests import made_scans
from tests.refusing import refused

NAME = "اسکن ۳.bin"
SMALL = made_scans.signed(made_scans.blank(60), random.Random(1))


def read(*contents: bytes) -> Sequence[ReadPage]:
    """The pages of these files, as the child process reads them."""
    files = [ChosenFile(NAME, content=content) for content in contents]
    return tuple(page for file in files for page, _of in read_pages(file, Limits().pages))


def huge_png(width: int, height: int, kind: int = 0) -> bytes:
    """A few bytes that ask for so many pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 99)) + chunk(b"IEND", b"")


def pdf(pages: int = 1, **how: object) -> bytes:
    """A PDF of blank pages."""
    out = io.BytesIO()
    with pikepdf.new() as made:
        for _page in range(pages):
            made.add_blank_page(page_size=(200, 200))
        made.save(out, **how)  # type: ignore[arg-type]
    return out.getvalue()


def _broken_off(content: bytes) -> bytes:
    """Before its second page: what is left of it is a sound page, and nothing but the missing end tells of the rest."""
    return content[: content.index(b"/Type /Page\n", content.index(b"/Type /Page\n") + 1)]


WRONG: list[tuple[str, Callable[[], bytes], str]] = [
    ("nothing", lambda: b"", "file_empty"),
    ("a text", "صورت‌جلسه".encode, "scan_not_readable"),
    ("a program", lambda: b"MZ" + bytes(500), "scan_not_readable"),
    ("half a JPEG", lambda: made_scans.jpeg(SMALL)[:-900], "scan_damaged"),
    ("the beginning of a JPEG", lambda: made_scans.jpeg(SMALL)[:30], "scan_damaged"),
    ("half a PNG", lambda: made_scans.png(SMALL)[:-400], "scan_damaged"),
    ("half a TIFF", lambda: made_scans.tiff([SMALL.convert("1")])[:-300], "scan_damaged"),
    ("the beginning of a TIFF", lambda: made_scans.tiff([SMALL.convert("1")])[:9], "scan_damaged"),
    ("a bomb of a PNG", lambda: huge_png(20_000, 20_000), "scan_page_too_large"),
    ("a bomb that the toolkit only warns of", lambda: huge_png(11_000, 11_000), "scan_page_too_large"),
    ("half a PDF", lambda: pdf(3)[:-250], "scan_damaged"),
    ("a PDF that breaks off behind its first page", lambda: _broken_off(made_scans.pdf([SMALL] * 3)), "scan_damaged"),
    ("the beginning of a PDF", lambda: b"%PDF-1.7\n", "scan_damaged"),
    ("a PDF without pages", lambda: pdf(0), "scan_without_pages"),
    ("a PDF with a password", lambda: pdf(encryption=pikepdf.Encryption(user="u", owner="o")), "scan_encrypted"),
    ("a bomb below the alarm of the toolkit", lambda: huge_png(9_450, 9_450), "scan_page_too_large"),
    ("a PDF of too many pages", lambda: pdf(501), "scan_too_many_pages"),
]


@pytest.mark.parametrize(("content", "key"), [one[1:] for one in WRONG], ids=[one[0] for one in WRONG])
def test_what_is_no_sound_scan_is_refused_by_name(
    content: Callable[[], bytes], key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", None)
    with refused(key, name=NAME) as told:
        read(content())
    assert NAME in sentence(told.value)


def test_a_torn_file_is_told_even_behind_a_sound_one() -> None:
    with refused("scan_damaged", name=NAME):
        read(made_scans.jpeg(SMALL), made_scans.jpeg(SMALL)[:-900])


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    for path, key in ((tmp_path, "file_not_regular"), (tmp_path / "نیست.pdf", "file_unreadable")):
        with refused(key, name=path.name):
            tuple(ScanReader().pages([ChosenFile(path.name, path)], no_progress))


def test_a_password_of_the_owner_alone_opens() -> None:
    (page,) = read(pdf(encryption=pikepdf.Encryption(user="", owner="o")))
    assert page.blank


def pdf_of_jpeg(content: bytes, size: tuple[int, int], drawn: bytes, *, rotated: int = 0) -> bytes:
    """A page of A4 with a JPEG of that size, drawn by an operator sequence."""
    out = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page(page_size=(595, 842))
        picture = pikepdf.Stream(made, content)
        for name, value in {
            "/Type": pikepdf.Name.XObject,
            "/Subtype": pikepdf.Name.Image,
            "/Width": size[0],
            "/Height": size[1],
            "/ColorSpace": pikepdf.Name.DeviceRGB,
            "/BitsPerComponent": 8,
            "/Filter": pikepdf.Name.DCTDecode,
        }.items():
            picture[name] = value
        page = made.pages[0]
        page["/Resources"] = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=made.make_indirect(picture)))
        page["/Contents"] = made.make_stream(drawn)
        page["/Rotate"] = rotated
        made.save(out)
    return out.getvalue()


WHOLE = b"q 595 0 0 842 0 0 cm /P Do Q"


def test_a_page_that_is_one_picture_has_the_pixels_of_the_picture() -> None:
    (page,) = read(pdf_of_jpeg(made_scans.jpeg(SMALL), SMALL.size, WHOLE))
    assert ((page.width, page.height), page.dpi) == (SMALL.size, 60)


@pytest.mark.parametrize("rotated", [90, 180, 270])
def test_a_page_of_a_pdf_lies_as_readers_show_it(rotated: int) -> None:
    dot = Image.new("RGB", SMALL.size, "white")
    dot.paste("black", (60, 60, 120, 120))
    one = read(pdf_of_jpeg(made_scans.jpeg(dot), SMALL.size, WHOLE, rotated=rotated))[0]
    # the same page with a line besides is drawn by pdfium
    other = read(pdf_of_jpeg(made_scans.jpeg(dot), SMALL.size, WHOLE + b" 0 0 m 9 9 l S", rotated=rotated))[0]
    small = [Image.open(io.BytesIO(page.picture)).convert("L").resize((24, 24)) for page in (one, other)]
    assert (one.width > one.height) == (other.width > other.height) == (rotated != 180)
    assert sum(abs(a - b) for a, b in zip(small[0].tobytes(), small[1].tobytes(), strict=True)) < 24 * 24 * 8


@pytest.mark.parametrize(
    "drawn",
    [
        b"q 100 0 0 842 0 0 cm /P Do Q",
        b"q 595 0 0 -842 0 842 cm /P Do Q",
        b"q 0 595 842 0 0 0 cm /P Do Q",
        WHOLE + WHOLE,
        WHOLE + b" BT ET",
        b"",
    ],
)
def test_a_page_that_is_more_than_its_picture_is_drawn(drawn: bytes) -> None:
    (page,) = read(pdf_of_jpeg(made_scans.jpeg(SMALL), SMALL.size, drawn))
    assert page.dpi == 200


def test_a_torn_picture_in_a_pdf_is_told() -> None:
    with refused("scan_damaged", name=NAME):
        read(pdf_of_jpeg(made_scans.jpeg(SMALL)[:-900], SMALL.size, WHOLE))


def test_a_sheet_without_end_is_drawn_smaller() -> None:
    out = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page(page_size=(14_400, 14_400))
        made.save(out)
    (page,) = read(out.getvalue())
    assert page.width * page.height <= 6_100_000


@pytest.mark.parametrize(("orientation", "turn"), [(0, 0), (1, 0), (3, 2), (6, 1), (8, 3), (99, 0)])
def test_what_a_camera_noted_is_the_first_turn(orientation: int, turn: int) -> None:
    notes = Image.Exif()
    notes[0x0112] = orientation
    out = io.BytesIO()
    SMALL.save(out, "JPEG", exif=notes)
    (page,) = read(out.getvalue())
    assert (page.turn, (page.width, page.height)) == (turn, SMALL.size)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "I;16", "CMYK"])
def test_every_kind_of_pixels_is_read(mode: str) -> None:
    picture = (
        Image.new("I;16", (80, 110), 60_000) if mode == "I;16" else Image.new("RGB", (80, 110), "white").convert(mode)
    )
    content = made_scans.tiff([picture], compression="raw") if mode == "CMYK" else made_scans.png(picture)
    (page,) = read(content)
    assert page.blank


def test_dots_an_inch_that_make_no_sense_are_none() -> None:
    assert [read(made_scans.jpeg(SMALL, dpi))[0].dpi for dpi in (300, 1, 0)] == [300, 0, 0]


def test_several_files_are_read_in_their_order_and_tell_so() -> None:
    heard: list[tuple[int, int]] = []
    files = [ChosenFile(NAME, content=made_scans.jpeg(SMALL)) for _one in range(6)]
    pages = tuple(ScanReader().pages(files, lambda done, total: heard.append((done, total))))
    assert [page.source for page in pages] == list(range(6))
    assert sorted(set(heard)) == [(done, 6) for done in range(7)]


def test_whatever_is_damaged_is_read_or_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut off, changed or shortened anywhere: never another error than a refusal."""
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", None)
    chance = random.Random(1)
    sound = (
        made_scans.jpeg(SMALL),
        made_scans.png(SMALL),
        made_scans.tiff([SMALL.convert("1")] * 2),
        made_scans.tiff([SMALL], compression="tiff_lzw"),
        pdf_of_jpeg(made_scans.jpeg(SMALL), SMALL.size, WHOLE),
        pdf(3),
    )
    for turn in range(90):
        content = bytearray(sound[turn % len(sound)])
        at = chance.randrange(chance.choice((200, len(content))))
        if turn % 3 == 0:
            del content[at:]
        elif turn % 3 == 1:
            content[at : at + 4] = chance.randbytes(4)
        else:
            del content[at : at + chance.randrange(1, 300)]
        files = [ChosenFile(NAME, content=bytes(content))]
        with suppress(Refused):
            write_archival(files, read(bytes(content)), tmp_path / "a.pdf", no_progress)


def test_no_refusal_leaves_the_file_open(tmp_path: Path) -> None:
    """Windows removes no file that is open."""
    for content in (made_scans.jpeg(SMALL)[:-900], pdf(3)[:-250], made_scans.jpeg(SMALL), pdf()):
        file = tmp_path / "اسکن"
        file.write_bytes(content)
        with suppress(Refused):
            tuple(ScanReader().pages([ChosenFile("اسکن", file)], no_progress))
        file.rename(tmp_path / "جابه‌جا")
        (tmp_path / "جابه‌جا").unlink()
