"""Objects appended to a finished PDF in one update section, written as text for speed."""

from __future__ import annotations

import hashlib
import zlib
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final, Protocol

from pikepdf import Pdf

_TOGETHER: Final = 200
"""Objects in one object stream: a reader unpacks so many to get at one of them."""
_HEAD: Final = "<</Type/ObjStm/N {count}/First {first}/Filter/FlateDecode/Length {length}>>"
_TABLE: Final = "<</Type/XRef/W[1 4 1]/Index[{index}]/Filter/FlateDecode/Length {length}/Size {size}{trailer}>>"


@dataclass(frozen=True, slots=True)
class Base:
    """The file that a section is appended to, and the contents of its trailer."""

    pdf: bytes
    size: int
    trailer: str
    identity: bytes

    @classmethod
    def of(cls, pdf: bytes, opened: Pdf) -> Base:
        """Return the file with its root, metadata and the position of its cross-reference table."""
        trailer = opened.trailer
        before = int(pdf[pdf.rindex(b"startxref") + 9 :].split()[0])
        text = f"/Root {trailer.Root.objgen[0]} 0 R/Info {trailer.Info.objgen[0]} 0 R/Prev {before}"
        return cls(pdf, int(trailer.Size), text, bytes(trailer.ID[0]))

    def trailer_with(self, parts: Iterable[bytes]) -> str:
        """Return the trailer of a section; the second file identifier is computed from the first and the section."""
        second = hashlib.sha256(self.identity)
        for part in parts:
            second.update(part)
        return f"{self.trailer}/ID[<{self.identity.hex()}><{second.hexdigest()[:32]}>]"


class Store(Protocol):
    """Collects objects and returns the bytes to append to the file."""

    def put(self, number: int, text: str) -> None:
        """Add an object."""

    def end(self, size: int) -> bytes:
        """Return the objects and their table; ``size`` is the first unused number."""


class Section:
    """Objects that are appended to a file; :meth:`reserve` gives a number before the object is known.

    An object of the file itself may be put as well: the new one stands for it.
    """

    def __init__(self, base: Base, store: Store) -> None:
        self._base = base
        self._store = store
        self._size = base.size

    def reserve(self) -> int:
        """Return the number of an object that :meth:`put` fills later."""
        self._size += 1
        return self._size - 1

    def put(self, number: int, text: str) -> None:
        """Fill a reserved object."""
        self._store.put(number, text)

    def add(self, text: str) -> int:
        """Add a new object; return its number."""
        number = self.reserve()
        self.put(number, text)
        return number

    def appended(self) -> bytes:
        """Return the file with the section at its end."""
        return b"".join([self._base.pdf, b"\n", self._store.end(self._size)])


class PlainObjects:
    """Uncompressed objects with a text table, as PDF 1.4 requires."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._at = len(base.pdf) + 1
        self._parts: list[bytes] = []
        self._places: dict[int, int] = {}

    def put(self, number: int, text: str) -> None:
        """Add an object."""
        body = f"{number} 0 obj\n{text}\nendobj\n".encode("ascii")
        self._places[number] = self._at
        self._at += len(body)
        self._parts.append(body)

    def end(self, size: int) -> bytes:
        """Return the objects, the table and the trailer."""
        table = "".join(
            f"{first} {count}\n"
            + "".join(f"{self._places[number]:010d} 00000 n \n" for number in range(first, first + count))
            for first, count in _stretches(sorted(self._places))
        )
        trailer = self._base.trailer_with(self._parts)
        words = f"xref\n{table}trailer\n<</Size {size}{trailer}>>\nstartxref\n{self._at}\n%%EOF\n"
        return b"".join([*self._parts, words.encode("ascii")])


class PackedObjects:
    """Objects compressed in groups while they arrive, to save memory (ISO 32000-1, 7.5.7)."""

    def __init__(self, base: Base) -> None:
        self._base = base
        self._at = len(base.pdf) + 1
        self._waiting: list[tuple[int, str]] = []
        self._streams: list[bytes] = []
        self._numbers = array("I")
        """The objects of all streams in their order."""

    def put(self, number: int, text: str) -> None:
        """Add an object."""
        self._waiting.append((number, text))
        if len(self._waiting) == _TOGETHER:
            self._pack()

    def _pack(self) -> None:
        places, at = [], 0
        for number, text in self._waiting:
            places.append(f"{number} {at}")
            at += len(text) + 1
        head = " ".join(places)
        body = "\n".join([head, *(text for _, text in self._waiting)])
        packed = zlib.compress(body.encode("ascii"))
        words = _HEAD.format(count=len(places), first=len(head) + 1, length=len(packed))
        self._streams.append(_stream(words, packed))
        self._numbers.extend(number for number, _ in self._waiting)
        self._waiting.clear()

    def end(self, size: int) -> bytes:
        """Return the object streams and the stream of their table."""
        if self._waiting:
            self._pack()
        rows = self._rows(size)
        parts, at = [], self._at
        for number, stream in enumerate(self._streams, size):
            rows[number] = b"\x01" + at.to_bytes(4, "big") + b"\0"
            parts += [b"%d 0 obj\n" % number, stream]
            at += len(parts[-2]) + len(stream)
        table = size + len(self._streams)
        rows[table] = b"\x01" + at.to_bytes(4, "big") + b"\0"
        numbers = sorted(rows)
        packed = zlib.compress(b"".join(map(rows.__getitem__, numbers)))
        index = " ".join(f"{first} {count}" for first, count in _stretches(numbers))
        trailer = self._base.trailer_with(self._streams)
        words = _TABLE.format(index=index, length=len(packed), size=table + 1, trailer=trailer)
        parts += [b"%d 0 obj\n" % table, _stream(words, packed), b"startxref\n%d\n%%%%EOF\n" % at]
        return b"".join(parts)

    def _rows(self, size: int) -> dict[int, bytes]:
        """Return for each object its stream and its index in it."""
        within = [bytes([place]) for place in range(_TOGETHER)]
        rows = {}
        for at in range(0, len(self._numbers), _TOGETHER):
            stream = b"\x02" + (size + at // _TOGETHER).to_bytes(4, "big")
            for number, place in zip(self._numbers[at : at + _TOGETHER], within, strict=False):
                rows[number] = stream + place
        return rows


def text_string(text: str) -> str:
    """Return words as a PDF string in UTF-16, written in hexadecimal digits."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def _stream(head: str, content: bytes) -> bytes:
    return b"".join([head.encode("ascii"), b"\nstream\n", content, b"\nendstream\nendobj\n"])


def _stretches(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield runs of consecutive numbers: the first number and the length."""
    for _, stretch in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        found = [number for _, number in stretch]
        yield found[0], len(found)
