"""Soundness of a PDF or picture, judged in the child process: whether all of it can be opened. Nothing is drawn."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from contextlib import closing
from io import BytesIO
from typing import Final

import pikepdf

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.progress import Progress
from desktop_app.domain.rules.files import FileDoubt
from desktop_app.printing.pages import PageReader
from desktop_app.printing.pdf.broken_off import breaks_off
from desktop_app.printing.picture_pages import PicturePages

_HEAD: Final = 2
_RAW: Final = -15
"""Of deflated bytes: how long their head is, and that they are read without it."""
_AT_ONCE: Final = 64_000_000
_UNREADABLE: Final = (pikepdf.PikepdfError, RuntimeError, ValueError, TypeError, LookupError, zlib.error)


def picture_doubt(content: bytes, told: Progress) -> FileDoubt | None:
    """Whether every picture of the file is decoded; raises ``file_not_finished`` for too large a one."""
    try:
        with closing(PicturePages(content)) as pages:
            for index in range(pages.count):
                pages.frame(index)
                told(index + 1, pages.count)
    except EnvironmentProblem as problem:
        if problem.key != "picture_not_shown":
            raise
        return FileDoubt.TORN
    return None


def pdf_doubt(content: bytes, require_pages: Callable[[int], object], told: Progress) -> FileDoubt | None:
    """Whether both toolkits have every page, and what is packed comes out whole.

    ``require_pages`` refuses too many pages.
    """
    stream = BytesIO(content)
    try:
        with pikepdf.open(stream) as opened:
            if breaks_off(opened, stream):
                return FileDoubt.TORN
            require_pages(len(opened.pages))
            return None if _is_whole(opened, content, told) else FileDoubt.TORN
    except pikepdf.PasswordError:
        return FileDoubt.LOCKED
    except _UNREADABLE:
        return FileDoubt.TORN


def _is_whole(opened: pikepdf.Pdf, content: bytes, told: Progress) -> bool:
    try:
        with PageReader().open(content) as drawn:
            if not drawn.count or drawn.count != len(opened.pages):
                return False
            for index in range(drawn.count):
                drawn.require(index)
                told(index + 1, drawn.count)
    except EnvironmentProblem:
        return False
    return all(_comes_out_whole(one) for one in opened.objects if isinstance(one, pikepdf.Stream))


def _comes_out_whole(stream: pikepdf.Stream) -> bool:
    """Of deflated bytes, whether they break off; the checksum behind them is nobody's matter."""
    packed = bytes(stream.read_raw_bytes())
    # some programs write an empty page as nothing that is said to be packed
    if stream.get("/Filter") != pikepdf.Name.FlateDecode or not packed:
        return True
    engine = zlib.decompressobj(wbits=_RAW)
    engine.decompress(packed[_HEAD:], _AT_ONCE)
    return engine.eof or bool(engine.unconsumed_tail)
