"""Media types found in the bytes of a file; what its name says is never asked."""

from __future__ import annotations

import codecs
import re
import zipfile
from pathlib import Path
from typing import Final

from desktop_app.domain.rules import files as types

HEAD: Final = 64 * 1024
"""So many bytes are looked at; a ZIP archive is asked for its list of parts besides."""
_PDF_WITHIN: Final = 1024
"""Readers take a file whose mark comes a little late."""

_MARKS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"\x89PNG\r\n\x1a\n", types.PNG),
    (b"\xff\xd8\xff", types.JPEG),
    (b"II*\x00", types.TIFF),
    (b"MM\x00*", types.TIFF),
    (b"GIF87a", types.GIF),
    (b"GIF89a", types.GIF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", types.OLE),
    (b"{\\rtf", types.RTF),
)
_IN_ZIP: Final[tuple[tuple[str, str], ...]] = (
    ("word/document.xml", types.DOCX),
    ("xl/workbook.xml", types.XLSX),
    ("ppt/presentation.xml", types.PPTX),
)
_NO_TEXT: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def type_of(path: Path) -> str:
    """The media type of the bytes that lie there; ``OTHER`` where they are none that is known."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return types.PDF
    for mark, found in _MARKS:
        if head.startswith(mark):
            return found
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return types.WEBP
    if head.startswith(b"PK\x03\x04"):
        return _in_zip(path)
    return types.TEXT if _is_text(head) else types.OTHER


def _in_zip(path: Path) -> str:
    """By the names in the list of parts; nothing is unpacked."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
        return types.OTHER
    return next((found for name, found in _IN_ZIP if name in names), types.ZIP)


def _is_text(head: bytes) -> bool:
    """UTF-8, or UTF-16 with its mark, without control characters; the last character may be cut."""
    utf16 = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = codecs.getincrementaldecoder("utf-16" if utf16 else "utf-8")().decode(head)
    except UnicodeError:
        return False
    return _NO_TEXT.search(text) is None
