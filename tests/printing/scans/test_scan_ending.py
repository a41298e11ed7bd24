"""Ending of the judging of scanned pages: whoever waits is asked again and again, and each page has a budget."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.scans import ChosenFile, ReadPage
from desktop_app.printing.pdf import unpacking
from desktop_app.printing.scans.scan_reader import ScanReader
from tests.printing.pdf.test_older_filters import lzw
from tests.refusing import refused

WHOLE = b"595 0 0 842 0 0 cm /P Do"
CLEARED = int("100000000" * 8, 2).to_bytes(9, "big")
"""Eight codes of LZW that only begin its table anew."""
SIDE = 100
CODES = 400_000
DRAWN = b" 9 w 100 300 m 500 600 l S"


class GivenUp(Exception):
    """Nobody waits for it any more."""


def slow(content: bytes, codes: int) -> bytes:
    """The same packed by LZW behind so many codes of which nothing comes."""
    return CLEARED * (codes // 8) + lzw(content)


def add_page(made: pikepdf.Pdf, said: bytes = WHOLE, codes: int = 0, said_codes: int = 0) -> None:
    """A page that shows a white picture; both take so many codes."""
    picture = made.make_stream(slow(b"\xff" * SIDE * SIDE, codes), Filter=Name.LZWDecode)
    picture.Type, picture.Subtype, picture.Width, picture.Height = Name.XObject, Name.Image, SIDE, SIDE
    picture.ColorSpace, picture.BitsPerComponent = Name.DeviceGray, 8
    made.add_blank_page(page_size=(595, 842))
    made.pages[-1].Resources = Dictionary(XObject=Dictionary(P=picture))
    made.pages[-1].Contents = made.make_stream(slow(said, said_codes), Filter=Name.LZWDecode)


def chosen(made: pikepdf.Pdf) -> ChosenFile:
    """The scan as a file."""
    out = io.BytesIO()
    made.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return ChosenFile("scan.pdf", content=out.getvalue())


def read(made: pikepdf.Pdf, told: Progress = no_progress) -> list[ReadPage]:
    """The pages of a scan."""
    return list(ScanReader().pages([chosen(made)], told))


def one_page(codes: int = 0, said_codes: int = 0) -> pikepdf.Pdf:
    made = pikepdf.new()
    add_page(made, codes=codes, said_codes=said_codes)
    return made


def drawn_page() -> pikepdf.Pdf:
    made = pikepdf.new()
    add_page(made, WHOLE + DRAWN, codes=CODES)
    return made


SLOW: dict[str, Callable[[], pikepdf.Pdf]] = {
    "picture": lambda: one_page(codes=CODES),
    "words": lambda: one_page(said_codes=CODES),
    "drawn": drawn_page,
}


@pytest.mark.parametrize("which", SLOW)
def test_judging_a_page_is_ended_amid_one_stream(which: str) -> None:
    made = SLOW[which]()
    heard = 0

    def told(done: int, total: int) -> None:
        nonlocal heard
        assert (done, total) == (0, 1)
        heard += 1
        # looked through, then the first page is begun
        if heard == 6:
            raise GivenUp

    with pytest.raises(GivenUp):
        read(made, told)


@pytest.fixture
def little(monkeypatch: pytest.MonkeyPatch) -> None:
    """A budget that is soon used up."""
    monkeypatch.setattr(unpacking, "MOST_CODES", CODES)


@pytest.mark.usefixtures("little")
def test_picture_and_words_of_a_page_share_its_budget() -> None:
    assert read(one_page(codes=CODES * 2 // 3))
    with refused("scan_damaged"):
        read(one_page(codes=CODES * 2 // 3, said_codes=CODES * 2 // 3))


@pytest.mark.usefixtures("little")
def test_a_long_scan_is_read_where_each_page_keeps_within_the_budget() -> None:
    made = pikepdf.new()
    for _page in range(6):
        add_page(made, codes=CODES * 2 // 3)
    # one that is more than a picture, and so everything is judged before it is drawn
    add_page(made, WHOLE + DRAWN)
    assert len(read(made)) == 7
