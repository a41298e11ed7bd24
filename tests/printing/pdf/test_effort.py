"""Effort of judging a PDF from elsewhere: one budget for all of a file's streams, and whoever waits can end it."""

from __future__ import annotations

import io
import random
import zlib

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from desktop_app.printing.pdf import unpacking
from desktop_app.printing.pdf.foreign_pdf import Bounds, bounds_of
from tests.printing.pdf.test_older_filters import lzw, runs

CODES = 60_000
NOISE = random.Random(7).randbytes(CODES)
A_FEW = b"0 0 9 9 re f " * 40
LONG = {
    "LZWDecode": lambda: lzw(NOISE * 5),
    "RunLengthDecode": lambda: runs(NOISE * 5),
    "FlateDecode": lambda: zlib.compress(bytes(8_000_000)),
}


class Enough(Exception):
    """Nobody waits for it any more."""


def book(streams: list[pikepdf.Stream], made: pikepdf.Pdf) -> bytes:
    """A page for each stream of contents."""
    for one in streams:
        made.add_blank_page(page_size=(595, 842))
        made.pages[-1].Contents = one
    out = io.BytesIO()
    made.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return out.getvalue()


def packed(filter_: str, content: bytes, count: int) -> bytes:
    """So many pages, each with contents of its own."""
    made = pikepdf.new()
    return book([made.make_stream(content, Filter=Name(f"/{filter_}")) for _ in range(count)], made)


def pictures(count: int) -> bytes:
    """One page with so many pictures of noise."""
    made = pikepdf.new()
    held = {}
    for number in range(count):
        one = made.make_stream(lzw(NOISE * 4), Filter=Name.LZWDecode)
        one.Type, one.Subtype, one.Width, one.Height = Name.XObject, Name.Image, CODES // 100, 400
        one.ColorSpace, one.BitsPerComponent = Name.DeviceGray, 8
        held[f"/I{number}"] = one
    made.add_blank_page(page_size=(595, 842))
    made.pages[0].Resources = Dictionary(XObject=Dictionary(held))
    out = io.BytesIO()
    made.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return out.getvalue()


@pytest.fixture
def little(monkeypatch: pytest.MonkeyPatch) -> None:
    """A budget that is soon used up."""
    monkeypatch.setattr(unpacking, "MOST_CODES", 10 * CODES)


@pytest.mark.usefixtures("little")
@pytest.mark.parametrize("filter_", ["LZWDecode", "RunLengthDecode"])
def test_streams_that_are_each_within_bounds_are_too_much_together(filter_: str) -> None:
    content = (lzw if filter_ == "LZWDecode" else runs)(NOISE)
    assert bounds_of(packed(filter_, content, 2)) is Bounds.HELD
    assert bounds_of(packed(filter_, content, 12)) is Bounds.EXCEEDED


@pytest.mark.usefixtures("little")
def test_pictures_count_in_the_same_budget() -> None:
    assert bounds_of(pictures(1)) is Bounds.HELD
    assert bounds_of(pictures(4)) is Bounds.EXCEEDED


@pytest.mark.usefixtures("little")
def test_a_long_book_of_short_pages_is_held() -> None:
    assert bounds_of(packed("LZWDecode", lzw(A_FEW), 700)) is Bounds.HELD


def test_one_stream_that_many_pages_show_counts_for_each(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are a few bytes each, and every one has the same forty megabytes looked through."""
    monkeypatch.setattr(unpacking, "BYTES_A_CODE", 1)
    made = pikepdf.new()
    long = made.make_stream(zlib.compress(b"0 0 9 9 re f \n" * 1_000_000), Filter=Name.FlateDecode)
    assert bounds_of(book([long] * 5, made)) is Bounds.EXCEEDED


@pytest.mark.parametrize("filter_", LONG)
def test_judging_is_ended_amid_one_stream(filter_: str) -> None:
    """One page: there is nothing else between whose parts it could be."""
    content = packed(filter_, LONG[filter_](), 1)
    heard = 0

    def told(done: int, total: int) -> None:
        nonlocal heard
        assert (done, total) == (0, 1)
        heard += 1
        if heard == 4:
            raise Enough

    with pytest.raises(Enough):
        bounds_of(content, told)


def test_judging_is_ended_between_pages_that_unpack_nothing() -> None:
    made = pikepdf.new()
    for _page in range(9):
        made.add_blank_page(page_size=(595, 842))
        made.pages[-1].Contents = Array([])
    out = io.BytesIO()
    made.save(out)
    heard: list[int] = []

    def told(_done: int, total: int) -> None:
        heard.append(total)
        if len(heard) == 5:
            raise Enough

    with pytest.raises(Enough):
        bounds_of(out.getvalue(), told)
    assert heard == [9] * 5
