"""Filters of older PDF files: bytes as letters, runs of one byte, and LZW; how much comes out, told before it does."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from typing import Final

GROWS: Final = {
    "/ASCIIHexDecode": 1,
    "/AHx": 1,
    "/ASCII85Decode": 4,
    "/A85": 4,
    "/RunLengthDecode": 64,
    "/RL": 64,
    "/LZWDecode": 2_560,
    "/LZW": 2_560,
}
"""By how much each makes bytes more at most."""
LETTERS: Final = frozenset({"/ASCIIHexDecode", "/AHx", "/ASCII85Decode", "/A85"})
_HEX: Final = frozenset({"/ASCIIHexDecode", "/AHx"})
_RUNS: Final = frozenset({"/RunLengthDecode", "/RL"})
_BLANKS: Final = b" \t\n\r\f\v\x00"
_NO_HEX: Final = re.compile(rb"[^0-9A-Fa-f]+")
_LETTERS: Final = re.compile(rb"[!-uz\s\x00]*")
_STEP: Final = 65_536
_CLEAR, _END = 256, 257
_FIRST_WIDTH, _LAST_WIDTH = 9, 12


def letters_size(name: str, content: bytes) -> int:
    """How many bytes letters stand for."""
    if name in _HEX:
        return len(content) // 2
    zeros = content.count(b"z")
    return (len(content) - zeros) * 4 // 5 + zeros * 4


def from_letters(name: str, content: bytes) -> bytes:
    """The bytes that letters stand for; raises ``ValueError`` for letters that stand for none."""
    if name in _HEX:
        plain = _NO_HEX.sub(b"", content.split(b">", 1)[0])
        return binascii.unhexlify(plain + b"0" * (len(plain) % 2))
    # what stands behind the first other letter is read by nobody
    found = _LETTERS.match(content.lstrip(_BLANKS).removeprefix(b"<~"))
    return base64.a85decode(found[0] if found else b"", ignorechars=_BLANKS)


def sizes(name: str, content: bytes, early: int = 1) -> Iterator[tuple[int, int]]:
    """How many codes of runs or of LZW were read and how much has come out so far, told now and then and at the end.

    ``early`` is by how many codes the width of LZW changes before it has to.
    """
    return _of_runs(content) if name in _RUNS else _of_lzw(content, early)


def _of_runs(content: bytes) -> Iterator[tuple[int, int]]:
    at = size = steps = 0
    while at < len(content) and content[at] != 128:
        length = content[at]
        if length < 128:
            size += length + 1
            at += length + 2
        else:
            size += 257 - length
            at += 2
        steps += 1
        if steps % _STEP == 0:
            yield steps, size
    yield steps, size


def _of_lzw(content: bytes, early: int) -> Iterator[tuple[int, int]]:
    """Only the length of what each code stands for is kept."""
    lengths = [1] * _CLEAR + [0, 0]
    held = bits = before = size = steps = 0
    width = _FIRST_WIDTH
    for byte in content:
        held, bits = held << 8 | byte, bits + 8
        if bits < width:
            continue
        bits -= width
        code = held >> bits
        held &= (1 << bits) - 1
        steps += 1
        if steps % _STEP == 0:
            yield steps, size
        if code == _END:
            break
        if code == _CLEAR:
            del lengths[_END + 1 :]
            width, before = _FIRST_WIDTH, 0
            continue
        length = lengths[code] if code < len(lengths) else before + 1
        size += length
        if before and len(lengths) < 1 << _LAST_WIDTH:
            lengths.append(before + 1)
            width = min(max((len(lengths) + early).bit_length(), _FIRST_WIDTH), _LAST_WIDTH)
        before = length
    yield steps, size
