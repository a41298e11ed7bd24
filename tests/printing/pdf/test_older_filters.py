"""Filters of older files: what they grow to is told as it is by qpdf, and a bomb of any of them is refused."""

from __future__ import annotations

import base64
import io
import random
import zlib
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from desktop_app.printing.pdf.foreign_pdf import Bounds, bounds_of
from desktop_app.printing.pdf.unpacking import TooMuchUnpacked, unpacked_size

BIG = 100_000_000
FILTERS = {
    "flate": Name.FlateDecode,
    "hex": Name.ASCIIHexDecode,
    "a85": Name.ASCII85Decode,
    "runs": Name.RunLengthDecode,
    "lzw": Name.LZWDecode,
    "crypt": Name.Crypt,
}


def width_of(known: int, early: int) -> int:
    """Bits of the next code, where whoever reads knows so many."""
    return min(max((known + early).bit_length(), 9), 12)


class Bits:
    """Codes of growing width, one behind the other."""

    def __init__(self) -> None:
        self.out, self._held, self._count = bytearray(), 0, 0

    def put(self, code: int, width: int) -> None:
        self._held, self._count = self._held << width | code, self._count + width
        while self._count >= 8:
            self._count -= 8
            self.out.append(self._held >> self._count & 255)
            self._held &= (1 << self._count) - 1

    def end(self) -> bytes:
        self.put(0, -self._count % 8)
        return bytes(self.out)


def lzw(content: bytes, early: int = 1) -> bytes:
    """Packed as the standard says; what is read knows a code less than what writes."""
    bits, table, word, known = Bits(), {bytes([one]): one for one in range(256)}, b"", 258

    bits.put(256, 9)
    for byte in content:
        longer = word + bytes([byte])
        if longer in table:
            word = longer
            continue
        bits.put(table[word], width_of(known - 1, early))
        table[longer], known = known, known + 1
        if known > 4_095:
            bits.put(256, width_of(known - 1, early))
            table, known = {bytes([one]): one for one in range(256)}, 258
        word = bytes([byte])
    if word:
        bits.put(table[word], width_of(known - 1, early))
        known += 1
    bits.put(257, width_of(known - 1, early))
    return bits.end()


def runs(content: bytes) -> bytes:
    """Each run of equal bytes, and whatever else stands alone."""
    out, at = bytearray(), 0
    while at < len(content):
        end = at + 1
        while end < len(content) and end - at < 128 and content[end] == content[at]:
            end += 1
        out += bytes([257 - (end - at), content[at]]) if end - at > 1 else bytes([0, content[at]])
        at = end
    return bytes(out) + b"\x80"


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "flate": zlib.compress,
    "hex": lambda content: content.hex().encode() + b">",
    "a85": lambda content: base64.a85encode(content, wrapcol=70) + b"~>",
    "runs": runs,
    "lzw": lzw,
    "crypt": lambda content: content,
}


def blanks_in_lzw(size: int) -> bytes:
    """So many zeros and a few more: each code stands for one more of them."""
    bits, made = Bits(), 0
    bits.put(256, 9)
    while made < size:
        bits.put(0, 9)
        for known in range(258, 4_094):
            bits.put(known, width_of(known, 1))
        made += 1 + sum(range(2, 4_094 - 258 + 2))
        bits.put(256, 12)
    bits.put(257, 9)
    return bits.end()


ENDLESS: dict[str, Callable[[int], bytes]] = {
    "flate": lambda size: zlib.compress(bytes(size)),
    "hex": lambda size: b"0" * (2 * size),
    "a85": lambda size: b"z" * (size // 4),
    "runs": lambda size: b"\x81\x00" * (size // 128),
    "lzw": blanks_in_lzw,
}


def stream_of(content: bytes | int, filters: list[str], **more: object) -> tuple[pikepdf.Pdf, pikepdf.Stream]:
    """What is unpacked by these filters, the first one first; of a number so many blanks."""
    left = list(filters)
    if isinstance(content, int):
        content = ENDLESS[left.pop()](content)
    for name in reversed(left):
        content = PACKERS[name](content)
    made = pikepdf.new()
    found = pikepdf.Stream(made, content)
    found.Filter = Array([FILTERS[name] for name in filters])
    for name, fact in more.items():
        found[f"/{name}"] = fact
    return made, found


def saved(made: pikepdf.Pdf, contents: pikepdf.Stream) -> bytes:
    """A page that draws them."""
    made.add_blank_page(page_size=(595, 842))
    made.pages[0].Contents = made.make_indirect(contents)
    out = io.BytesIO()
    made.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return out.getvalue()


WORDS = "صورت‌جلسه کمیتهٔ مشترک ".encode() * 400 + random.Random(5).randbytes(9_000)
CHAINS = ["hex", "a85", "runs", "lzw", "a85 flate", "hex flate", "a85 lzw", "flate flate", "flate a85", "crypt flate"]


@pytest.mark.parametrize("chain", CHAINS)
def test_what_comes_out_is_told_as_it_is(chain: str) -> None:
    _made, found = stream_of(WORDS, chain.split())
    size = unpacked_size(found, BIG)
    # letters are counted with their blanks
    assert len(WORDS) <= size <= len(WORDS) * (1.05 if chain.endswith(("hex", "a85")) else 1)
    with pytest.raises(TooMuchUnpacked):
        unpacked_size(found, len(WORDS) - 1)


@pytest.mark.parametrize("early", [0, 1])
def test_lzw_of_either_width_is_read_as_qpdf_reads_it(early: int) -> None:
    made = pikepdf.new()
    found = pikepdf.Stream(made, lzw(WORDS, early))
    found.Filter, found.DecodeParms = Name.LZWDecode, Dictionary(EarlyChange=early)
    assert found.read_bytes() == WORDS
    assert unpacked_size(found, BIG) == len(WORDS)


@pytest.mark.parametrize("chain", CHAINS[:-1])
def test_a_page_of_them_is_held(chain: str) -> None:
    assert bounds_of(saved(*stream_of(b"0 0 9 9 re f " * 300, chain.split()))) is Bounds.HELD


@pytest.mark.parametrize("chain", ["runs", "lzw", "flate lzw", "flate runs", "flate a85", "flate hex", "a85 flate"])
def test_a_bomb_is_refused(chain: str) -> None:
    """A hundred megabytes of blanks: without the bound pdfium took half a second and 200 MB of each, and so on."""
    assert bounds_of(saved(*stream_of(BIG, chain.split()))) is Bounds.EXCEEDED


def test_a_bomb_whose_end_is_torn_is_one() -> None:
    packed = zlib.compress(zlib.compress(bytes(BIG))[:-8])
    made = pikepdf.new()
    found = pikepdf.Stream(made, packed[:-9] + b"torn tail")
    found.Filter = Array([Name.FlateDecode, Name.FlateDecode])
    with pytest.raises(TooMuchUnpacked):
        unpacked_size(found, BIG // 2)


@pytest.mark.parametrize("chain", ["lzw", "flate lzw"])
def test_a_picture_that_is_a_bomb_is_refused(chain: str) -> None:
    made, found = stream_of(4 * BIG, chain.split(), Subtype=Name.Image, Width=9, Height=9)
    found.ColorSpace, found.BitsPerComponent = Name.DeviceGray, 8
    made.add_blank_page(page_size=(595, 842))
    made.pages[0].Resources = Dictionary(XObject=Dictionary(I=made.make_indirect(found)))
    made.pages[0].Contents = made.make_stream(b"9 0 0 9 0 0 cm /I Do")
    out = io.BytesIO()
    made.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    assert bounds_of(out.getvalue()) is Bounds.EXCEEDED
