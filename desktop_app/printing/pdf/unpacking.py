"""Unpacking of the streams of a PDF from elsewhere: none grows beyond what may come of it, whatever it holds.

A kilobyte of deflated bytes may unpack to a megabyte, and twice deflated to a gigabyte; what a file says of the size
is no bound. qpdf unpacks a stream as a whole and takes its bounds for all of the process alone, so that it has them for
the largest stream of all; where less may come the bytes are unpacked here first.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import takewhile
from math import prod
from typing import Final

import pikepdf

from desktop_app.printing.pdf.loose_values import as_read, is_picture, require_plain_names, under
from desktop_app.printing.pdf.older_filters import GROWS, LETTERS, from_letters, letters_size, sizes

MOST_UNPACKED: Final = 300_000_000
"""Bytes of any one stream: a page of 89 megapixels in colour."""
MOST_OF_WORDS: Final = 64_000_000
"""Bytes of a stream that is no picture: of what is to be drawn, a font, or objects; of a map they are some millions."""
MOST_SHEETS: Final = 2_500.0
"""Sheets filled with a plain colour that a page may take in all, some ten to thirty seconds at 200 dots an inch."""
_MOST_MET: Final = 1_000_000
"""Objects that are met one by one, whatever number of them a file claims."""
_CHUNK: Final = 65_536
_AT_ONCE: Final = 1_048_576
_DEFLATED: Final = frozenset({"/FlateDecode", "/Fl"})
_GROWS: Final = {**GROWS, **dict.fromkeys(_DEFLATED, 1_032)}
"""By how much each filter makes bytes more at most."""
MOST_CODES: Final = 40_000_000
"""Codes of runs and of LZW that are read one by one to judge one file, over all its streams: half a minute of work.

Of a scan each page may take as much: they are read one after the other, and long ones are genuine.
"""
_ASK: Final = 200
"""So many objects are looked at between two askings whether to go on."""
BYTES_A_CODE: Final = 200
"""So many deflated bytes come out, and are looked through, in the time of one code."""


class TooMuchUnpacked(Exception):
    """More comes out of a stream than may."""


class Effort:
    """What the judging of one file takes in all; ``ask`` is called again and again, and what it raises ends it.

    ``times`` is how often as much as of one file it may be.
    """

    def __init__(self, ask: Callable[[], object] = lambda: None, times: int = 1) -> None:
        self._left, self._ask = MOST_CODES * times, ask

    def renew(self) -> None:
        """Begin anew, with the next page of a scan."""
        self._left = MOST_CODES

    def spend(self, codes: int = 0, inflated: int = 0) -> None:
        """Raise :class:`TooMuchUnpacked` where all streams together take more than one file may."""
        self._ask()
        self._left -= codes + inflated // BYTES_A_CODE
        if self._left < 0:
            raise TooMuchUnpacked


def bound_toolkit() -> None:
    """Let qpdf unpack no stream beyond the bound of all; it is asked for before every file from elsewhere."""
    pikepdf.settings.set_qpdf_limits(
        flate_max_memory=MOST_UNPACKED,
        png_max_memory=MOST_UNPACKED,
        tiff_max_memory=MOST_UNPACKED,
        run_length_max_memory=MOST_UNPACKED,
    )


def is_deflated(stream: pikepdf.Stream) -> bool:
    """Whether it is packed by deflating alone, once or more often, or not at all."""
    return _DEFLATED.issuperset(_filters(stream))


def unpacked(stream: pikepdf.Stream, most: int) -> bytes:
    """The bytes of a deflated stream; no predictor is undone.

    Raises :class:`TooMuchUnpacked` for more than ``most``, ``ValueError`` for a stream that is packed otherwise, and
    ``zlib.error`` for torn bytes.
    """
    if not is_deflated(stream):
        raise ValueError("not deflated")
    content = bytes(stream.read_raw_bytes())
    for _filter in _filters(stream):
        content = _inflated(content, most)
    return content


def unpacked_size(stream: pikepdf.Stream, most: int, effort: Effort | None = None) -> int:
    """How many bytes come out of a stream; raises :class:`TooMuchUnpacked` for more than ``most`` at any step of it.

    What packs pictures ends what is looked at. Of torn bytes no more is asked: nothing comes after them. ``effort`` is
    that of the whole file; without it the stream has one of its own.
    """
    effort = effort or Effort()
    content = bytes(stream.read_raw_bytes())
    every = _filters(stream)
    filters = [*takewhile(lambda name: name in _GROWS, every)]
    size = len(content)
    if not every:
        _require(size, most)
    for name in filters[:-1]:
        content = _step(name, content, most)
        effort.spend(inflated=len(content))
    try:
        for size in _steps(filters[-1], content, _early(stream, len(filters) - 1), effort) if filters else ():
            _require(size, most)
    except zlib.error:
        return size
    return size


def require_contents(page: pikepdf.Object, effort: Effort | None = None) -> int:
    """How many bytes the words of a page are; raises :class:`TooMuchUnpacked` where they have no end."""
    contents = page.get("/Contents")
    left = MOST_OF_WORDS
    for one in contents if isinstance(contents, pikepdf.Array) else (contents,):
        if isinstance(one, pikepdf.Stream):
            left -= unpacked_size(one, left, effort)
    return MOST_OF_WORDS - left


def streams_of(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Stream]:
    """Every stream of a file; no other thread waits for all of its objects at once."""
    # qpdf reads all that it has not met in one go, for a second of a book, and the window would stand still meanwhile
    for number in range(1, min(int(pdf.trailer.get("/Size", 0)), _MOST_MET)):
        pdf.get_object(number, 0)
    for one in pdf.objects:
        if isinstance(one, pikepdf.Stream):
            yield one


def require_streams(pdf: pikepdf.Pdf, effort: Effort) -> None:
    """Raise :class:`TooMuchUnpacked` where a stream has no end.

    It is asked before a file goes to pdfium, which unpacks a gigabyte of each; of pictures, all that pdfium does not
    unpack row by row.
    """
    for count, one in enumerate(streams_of(pdf)):
        if count % _ASK == 0:
            effort.spend()
        filters = _filters(one)
        most = MOST_OF_WORDS
        if one.get("/Type") == pikepdf.Name.ObjStm:
            unpacked_size(one, most, effort)
            require_plain_names(one.read_bytes())
            continue
        if is_picture(one):
            if _DEFLATED.issuperset(filters):
                continue
            most = MOST_UNPACKED
        elif one.get("/Type") == pikepdf.Name.EmbeddedFile:
            # a file that is attached is unpacked by nobody who draws
            most = MOST_UNPACKED
        grows = prod(_GROWS.get(name, 1) for name in filters)
        if int(one.get("/Length", most)) * grows > most:
            unpacked_size(one, most, effort)


# ---- inside


def _step(name: str, content: bytes, most: int) -> bytes:
    """What comes out of one filter, for the next one."""
    if name in _DEFLATED:
        return _inflated_so_far(content, most)
    if name in LETTERS:
        _require(letters_size(name, content), most)
        with suppress(ValueError):
            return from_letters(name, content)
    # letters that are none; and what runs or LZW pack is packed once more by nobody
    raise TooMuchUnpacked


def _early(stream: pikepdf.Stream, place: int) -> int:
    """By how many codes the width of LZW changes early in the filter of that place."""
    found = stream.get("/DecodeParms", under(stream, "/DP"))
    one = (found[place] if place < len(found) else None) if isinstance(found, pikepdf.Array) else found
    return 0 if isinstance(one, pikepdf.Dictionary) and one.get("/EarlyChange") == 0 else 1


def _steps(name: str, content: bytes, early: int, effort: Effort) -> Iterator[int]:
    """How much has come out of the last filter so far."""
    before = 0
    if name in _DEFLATED:
        for size in _sizes(content):
            effort.spend(inflated=size - before)
            yield size
            before = size
    elif name in LETTERS:
        yield letters_size(name, content)
    else:
        for codes, size in sizes(name, content, early):
            effort.spend(codes - before)
            yield size
            before = codes


def _inflated(content: bytes, most: int) -> bytes:
    found = zlib.decompressobj().decompress(content, most + 1)
    _require(len(found), most)
    return found


def _inflated_so_far(content: bytes, most: int) -> bytes:
    """The same up to where the bytes are torn: pdfium goes on with that."""
    engine, found = zlib.decompressobj(), bytearray()
    with suppress(zlib.error):
        for at in range(0, len(content), _CHUNK):
            found += engine.decompress(engine.unconsumed_tail + content[at : at + _CHUNK], most + 1 - len(found))
            _require(len(found), most)
    return bytes(found)


def _sizes(content: bytes) -> Iterator[int]:
    """How much has come out so far; what came is let go."""
    engine, size = zlib.decompressobj(), 0
    for at in range(0, len(content), _CHUNK):
        piece = content[at : at + _CHUNK]
        while piece:
            size += len(engine.decompress(piece, _AT_ONCE))
            piece = engine.unconsumed_tail
            yield size


def _require(size: int, most: int) -> None:
    if size > most:
        raise TooMuchUnpacked


def _filters(stream: pikepdf.Stream) -> tuple[str, ...]:
    found = stream.get("/Filter")
    if found is None:
        return ()
    names = [str(one) for one in found] if isinstance(found, pikepdf.Array) else [str(found)]
    if any(as_read(name) != name for name in names):
        # to pdfium it ends before, and is one that it knows
        raise ValueError("a filter of an odd name")
    # what a cipher packs has been opened by the toolkit
    return tuple(name for name in names if name != "/Crypt")
