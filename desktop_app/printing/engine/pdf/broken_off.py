"""Detection of PDFs whose end is missing, which libraries can open all the same.

What is left of such a file may be sound pages, and only the missing end tells of those that are lost.
"""

from __future__ import annotations

from os import SEEK_END
from typing import BinaryIO, Final

import pikepdf

_END: Final = b"%%EOF"
_END_WITHIN: Final = 64
"""Bytes, blanks at the end left out: an earlier state of the file may have ended not far above."""
_LAST: Final = 1_048_576
"""Bytes that are looked through: as many blanks may follow where a place was set aside for the file."""
_BLANKS: Final = b"\x00\t\n\r "


def is_end_missing(opened: pikepdf.Pdf, stream: BinaryIO) -> bool:
    """Whether the end of the PDF is missing, by the library's warnings and its bytes; leaves the stream at its end."""
    if not opened.get_warnings():
        return False
    stream.seek(0, SEEK_END)
    stream.seek(max(0, stream.tell() - _LAST))
    return _END not in stream.read().rstrip(_BLANKS)[-_END_WITHIN:]
