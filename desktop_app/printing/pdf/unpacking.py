"""Unpacking of the streams of a PDF from elsewhere: none grows beyond what may come of it, whatever it holds.

A kilobyte of deflated bytes may unpack to a megabyte, and twice deflated to a gigabyte; what a file says of the size
is no bound. qpdf unpacks a stream as a whole and takes its bounds for all of the process alone, so that it has them for
the largest stream of all; where less may come the bytes are unpacked here first.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Final

import pikepdf

MOST_UNPACKED: Final = 300_000_000
"""Bytes of any one stream: a page of 89 megapixels in colour."""
MOST_OF_WORDS: Final = 64_000_000
"""Bytes of a stream that is no picture: of what is to be drawn, a font, or objects; of a map they are some millions."""
_FACTOR: Final = 1_032
"""By which deflating makes bytes fewer at most."""
_ASK: Final = 200
"""So many objects are looked at between two askings whether to go on."""
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
    return _inflated(stream, most)


def unpacked_size(stream: pikepdf.Stream, most: int) -> int:
    """How many bytes come out of a stream; raises :class:`TooMuchUnpacked` for more than ``most``.

    A filter that is none of deflating ends what is looked at. Of torn bytes no more is asked: nothing comes after them.
    """
    try:
        return len(_inflated(stream, most))
    except zlib.error:
        return 0


def require_streams(pdf: pikepdf.Pdf, ask: Callable[[], object] | None = None) -> None:
    """Raise :class:`TooMuchUnpacked` where a stream that is no picture has no end.

    It is asked before a file goes to pdfium, which unpacks a gigabyte of each. ``ask`` is called amid many objects, and
    what it raises ends the search.
    """
    for count, one in enumerate(pdf.objects):
        if ask is not None and count % _ASK == 0:
            ask()
        if not isinstance(one, pikepdf.Stream) or one.get("/Subtype") == pikepdf.Name.Image:
            continue
        packed = int(one.get("/Length", MOST_OF_WORDS))
        if packed * _FACTOR ** len(_filters(one)) > MOST_OF_WORDS:
            unpacked_size(one, MOST_OF_WORDS)


# ---- inside


def _inflated(stream: pikepdf.Stream, most: int) -> bytes:
    content = bytes(stream.read_raw_bytes())
    for name in _filters(stream):
        if name not in _DEFLATED:
            break
        content = zlib.decompressobj().decompress(content, most + 1)
        if len(content) > most:
            raise TooMuchUnpacked
    return content


def _filters(stream: pikepdf.Stream) -> tuple[str, ...]:
    found = stream.get("/Filter")
    if found is None:
        return ()
    return tuple(str(one) for one in found) if isinstance(found, pikepdf.Array) else (str(found),)
