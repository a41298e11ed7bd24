"""Objects added to a finished file in one update section, written as text: the cheapest way to add very many."""

from __future__ import annotations

import re
from typing import Final

_SIZE: Final = re.compile(rb"/Size\s+(\d+)")
_ROOT: Final = re.compile(rb"/Root\s+(\d+ \d+ R)")


class Section:
    """Objects that follow those of a file. :meth:`reserve` gives a number before the object is known."""

    def __init__(self, pdf: bytes) -> None:
        self._pdf = pdf
        trailer = pdf[pdf.rindex(b"trailer") :]
        self._root = _found(_ROOT, trailer)
        self._first = int(_found(_SIZE, trailer))
        self._texts: list[str] = []

    def reserve(self) -> int:
        """The number of an object that :meth:`put` fills later."""
        self._texts.append("null")
        return self._first + len(self._texts) - 1

    def put(self, number: int, text: str) -> None:
        """Fill a reserved object."""
        self._texts[number - self._first] = text

    def add(self, text: str) -> int:
        """A new object; its number."""
        self._texts.append(text)
        return self._first + len(self._texts) - 1

    def appended(self) -> bytes:
        """The file with the section at its end."""
        parts = [self._pdf, b"\n"]
        at = len(self._pdf) + 1
        offsets = []
        for number, text in enumerate(self._texts, self._first):
            body = f"{number} 0 obj\n{text}\nendobj\n".encode("ascii")
            offsets.append(at)
            at += len(body)
            parts.append(body)
        rows = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
        before = int(self._pdf[self._pdf.rindex(b"startxref") + 9 :].split()[0])
        size = self._first + len(self._texts)
        trailer = f"trailer\n<</Size {size}/Root {self._root}/Info {_info(self._pdf)}/Prev {before}>>"
        table = f"xref\n{self._first} {len(self._texts)}\n{rows}{trailer}\nstartxref\n{at}\n%%EOF\n"
        return b"".join([*parts, table.encode("ascii")])


def text_string(text: str) -> str:
    """Words as a PDF string in UTF-16, written in hexadecimal digits."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def _info(pdf: bytes) -> str:
    return _found(re.compile(rb"/Info\s+(\d+ \d+ R)"), pdf[pdf.rindex(b"trailer") :])


def _found(pattern: re.Pattern[bytes], trailer: bytes) -> str:
    match = pattern.search(trailer)
    if match is None:
        raise ValueError(f"the trailer has no {pattern.pattern!r}")
    return match[1].decode("ascii")
