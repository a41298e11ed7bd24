"""Letters that the words of a page or a form show: how often each code does, never fewer than a reader finds.

Bytes of pictures and notes between the words are looked through as well: whatever could be read as text is counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

_BRACKETS: Final = re.compile(rb"\\.|[()]", re.DOTALL)
_IN_NUMBERS: Final = re.compile(rb"\\([0-7]{1,3})")
_IN_HEX: Final = re.compile(rb"<([^>]*)")
_NO_HEX: Final = re.compile(rb"[^0-9A-Fa-f]+")


def shown_codes(said: bytes) -> Counter[int]:
    """How often each code from 0 to 255 is shown."""
    codes: Counter[int] = Counter()
    for text in _in_brackets(said):
        codes.update(text)
        codes.update(int(one, 8) & 255 for one in _IN_NUMBERS.findall(text))
    for text in _IN_HEX.findall(said):
        digits = _NO_HEX.sub(b"", text)
        # a sign that is no beginning of a text may stand before it: each two digits that follow each other are a code
        for shifted in (digits, digits[1:]):
            whole = shifted + b"0" * (len(shifted) % 2)
            codes.update(bytes.fromhex(whole.decode("ascii")))
    return codes


def _in_brackets(said: bytes) -> Iterator[bytes]:
    """Each text with those within it; one that is never closed goes on to the end."""
    depth = begun = 0
    for found in _BRACKETS.finditer(said):
        mark = found[0][-1:]
        if depth and len(found[0]) > 1:
            continue
        if mark == b"(":
            begun = begun if depth else found.end()
            depth += 1
        elif mark == b")" and depth:
            depth -= 1
            if not depth:
                yield said[begun : found.start()]
    if depth:
        yield said[begun:]
