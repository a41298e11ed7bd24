"""Unpacking of the streams of a PDF from elsewhere: none grows beyond what may come of it, whatever it holds.

A kilobyte of deflated bytes may unpack to a megabyte, and twice deflated to a gigabyte; what a file says of the size
is no bound. qpdf unpacks a stream as a whole and takes its bounds for all of the process alone, so that it has them for
the largest stream of all; where less may come the bytes are unpacked here first.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Final

import pikepdf

MOST_UNPACKED: Final = 300_000_000
"""Bytes of any one stream: a page of 89 megapixels in colour."""
MOST_OF_WORDS: Final = 64_000_000
"""Bytes of a stream that is no picture: of what is to be drawn, a font, or objects; of a map they are some millions."""
_FACTOR: Final = 1_032
"""By which deflating makes bytes fewer at most."""
_MOST_MET: Final = 1_000_000
"""Objects that are met one by one, whatever number of them a file claims."""
_CHUNK: Final = 65_536
_AT_ONCE: Final = 1_048_576
_DEFLATED: Final = frozenset({"/FlateDecode", "/Fl"})


class TooMuchUnpacked(Exception):
    """More comes out of a stream than may."""


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


def unpacked_size(stream: pikepdf.Stream, most: int) -> int:
    """How many bytes come out of a stream; raises :class:`TooMuchUnpacked` for more than ``most``.

    A filter that is none of deflating ends what is looked at. Of torn bytes no more is asked: nothing comes after them.
    """
    content = bytes(stream.read_raw_bytes())
    filters = _filters(stream)
    deflated = next((at for at, name in enumerate(filters) if name not in _DEFLATED), len(filters))
    size = len(content)
    try:
        for _filter in filters[: deflated - 1] if deflated else ():
            content = _inflated(content, most)
        for size in _sizes(content) if deflated else ():
            _require(size, most)
    except zlib.error:
        return size
    if deflated == len(filters):
        _require(size, most)
    return size


def require_contents(page: pikepdf.Object) -> None:
    """Raise :class:`TooMuchUnpacked` for a page whose own words of what is drawn have no end."""
    contents = page.get("/Contents")
    left = MOST_OF_WORDS
    for one in contents if isinstance(contents, pikepdf.Array) else (contents,):
        if isinstance(one, pikepdf.Stream):
            left -= unpacked_size(one, left)


def streams_of(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Stream]:
    """Every stream of a file; no other thread waits for all of its objects at once."""
    # qpdf reads all that it has not met in one go, for a second of a book, and the window would stand still meanwhile
    for number in range(1, min(int(pdf.trailer.get("/Size", 0)), _MOST_MET)):
        pdf.get_object(number, 0)
    for one in pdf.objects:
        if isinstance(one, pikepdf.Stream):
            yield one


def require_streams(pdf: pikepdf.Pdf) -> None:
    """Raise :class:`TooMuchUnpacked` where a stream that is no picture has no end.

    It is asked before a file goes to pdfium, which unpacks a gigabyte of each.
    """
    for one in streams_of(pdf):
        if one.get("/Subtype") == pikepdf.Name.Image:
            continue
        # a file that is attached is unpacked by nobody who draws
        most = MOST_UNPACKED if one.get("/Type") == pikepdf.Name.EmbeddedFile else MOST_OF_WORDS
        if int(one.get("/Length", most)) * _FACTOR ** len(_filters(one)) > most:
            unpacked_size(one, most)


# ---- inside


def _inflated(content: bytes, most: int) -> bytes:
    found = zlib.decompressobj().decompress(content, most + 1)
    _require(len(found), most)
    return found


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
    return tuple(str(one) for one in found) if isinstance(found, pikepdf.Array) else (str(found),)
