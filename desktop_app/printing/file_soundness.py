"""Soundness of a file that was just attached: whether all of it can be drawn, asked while the whole one is at hand.

What cannot be judged is sound: of a text, a sheet or an unknown kind of file nobody here draws anything.
"""

from __future__ import annotations

import zlib
from contextlib import closing
from io import BytesIO
from pathlib import PurePath
from typing import Final

import pikepdf
from PIL import Image

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.rules.files import OTHER, PDF, PICTURES, FileDoubt
from desktop_app.printing.pages import PageReader
from desktop_app.printing.pdf.broken_off import breaks_off
from desktop_app.printing.pdf.foreign_pdf import Bounds, bounds_of
from desktop_app.printing.pdf.toolkit_warnings import ToolkitWarnings
from desktop_app.printing.pdf.unpacking import MOST_OF_WORDS, bound_toolkit, is_deflated, streams_of
from desktop_app.printing.picture_pages import HugePicture, PicturePages

_KNOWN_BY_NAME: Final = frozenset({".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".webp"})
_OF_OFFICE: Final = b"PK\x03\x04"
"""Begins an archive, and so every newer document of an office program."""
_HEAD: Final = 2
_RAW: Final = -15
"""Of deflated bytes: how long their head is, and that they are read without it."""
_TOO_LARGE: Final = (HugePicture, Image.DecompressionBombWarning, Image.DecompressionBombError)
_UNREADABLE: Final = (pikepdf.PikepdfError, RuntimeError, ValueError, TypeError, LookupError, zlib.error)


def doubt_of(content: bytes, media_type: str, name: str, told: Progress = no_progress) -> FileDoubt | None:
    """What is wrong with a file, or nothing; ``told`` hears of every page, and what it raises ends it."""
    if media_type == PDF:
        return _of_pdf(content, told)
    if media_type in PICTURES:
        return _of_picture(content, told)
    # what begins as an archive and has no list of parts, or is called a picture and is none, was cut or overwritten
    if media_type == OTHER and (content.startswith(_OF_OFFICE) or PurePath(name).suffix.lower() in _KNOWN_BY_NAME):
        return FileDoubt.TORN
    return None


def _of_picture(content: bytes, told: Progress) -> FileDoubt | None:
    try:
        with closing(PicturePages(content)) as pages:
            for index in range(pages.count):
                pages.frame(index)
                told(index + 1, pages.count)
    except EnvironmentProblem as problem:
        return FileDoubt.TOO_MUCH if isinstance(problem.__cause__, _TOO_LARGE) else FileDoubt.TORN
    return None


def _of_pdf(content: bytes, told: Progress) -> FileDoubt | None:
    bound_toolkit()
    try:
        with pikepdf.open(BytesIO(content)) as opened:
            torn = breaks_off(ToolkitWarnings(opened), BytesIO(content))
    except pikepdf.PasswordError:
        return FileDoubt.LOCKED
    except _UNREADABLE:
        return FileDoubt.TORN
    bounds = bounds_of(content, told)
    if bounds is Bounds.EXCEEDED:
        return FileDoubt.TOO_MUCH
    return FileDoubt.TORN if torn or bounds is Bounds.UNKNOWN or not _all_drawn(content, told) else None


def _all_drawn(content: bytes, told: Progress) -> bool:
    """Whether pdfium has every page, and what is packed comes out whole."""
    try:
        with pikepdf.open(BytesIO(content)) as opened, PageReader().open(content) as drawn:
            if not drawn.count or drawn.count != len(opened.pages):
                return False
            for index in range(drawn.count):
                drawn.require(index)
                told(index + 1, drawn.count)
            for one in streams_of(opened):
                _require_whole(one)
                told(drawn.count, drawn.count)
    except (EnvironmentProblem, *_UNREADABLE):
        return False
    return True


def _require_whole(stream: pikepdf.Stream) -> None:
    """Raise ``ValueError`` for deflated bytes that break off; the checksum behind them is nobody's matter."""
    if "/Filter" not in stream or not is_deflated(stream):
        return
    engine = zlib.decompressobj(wbits=_RAW)
    engine.decompress(bytes(stream.read_raw_bytes())[_HEAD:], MOST_OF_WORDS)
    if not engine.eof and not engine.unconsumed_tail:
        raise ValueError("torn")
