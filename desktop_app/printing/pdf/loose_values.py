"""Values of a PDF from elsewhere as pdfium takes them, looser than the standard: all that it draws has to count."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import BinaryIO, Final

import pikepdf

from desktop_app.printing.pdf.toolkit_warnings import ToolkitWarnings

_MISREAD: Final = "treating as"
"""Stands in what qpdf tells of a value that is none, and of which pdfium may make another one."""
_EMPTIED: Final = "Resources is missing or invalid"
"""The same of a page whose names qpdf took away: it tells so of a page that has none, too."""

_BLANK: Final = re.compile(rb"[\x80\xff]")
"""Blanks to pdfium alone."""
_BROKEN: Final = re.compile(rb"/([A-Za-z0-9#]{4,60})[\x80\xff]")
_ESCAPED: Final = re.compile(rb"#([0-9A-Fa-f]{2})")
_PIECE: Final = 4_194_304
_LONGEST: Final = 64
_OF_STRUCTURE: Final = frozenset(
    b"Annots BBox CharProcs ColorSpace Contents Count Crypt Decode DecodeParms Differences EarlyChange Encoding "
    b"ExtGState Filter First FlateDecode Font Form Group Height Image Kids LZWDecode Length Matrix MediaBox "
    b"CropBox None ObjStm Page Pages Parent Pattern PatternType Resources Root RunLengthDecode SMask Shading Size "
    b"Subtype Transparency Type Type3 Width XObject XRef XStep YStep ASCIIHexDecode ASCII85Decode".split()
)
"""Names by which a file is read at all; shorter ones come about by chance among the bytes of pictures."""


def names_in(found: pikepdf.Object | None) -> pikepdf.Object | None:
    """What holds values by names: a dictionary, or the one that a stream has."""
    return found if isinstance(found, pikepdf.Dictionary | pikepdf.Stream) else None


class Named:
    """What stands under the names of one holder, as pdfium reads them: two bytes end a name as a blank does."""

    def __init__(self, held: pikepdf.Object | None) -> None:
        self._held = held
        self._odd: dict[str, list[str]] = {}
        for key in () if held is None else held.keys():
            if (read := as_read(key)) != key:
                self._odd.setdefault(read, []).append(key)

    def get(self, name: str) -> pikepdf.Object | None:
        """What stands under a name, in whatever letters it is; nothing where there is none.

        Raises ``ValueError`` for a name that stands for two: nobody knows which of them pdfium takes.
        """
        if self._held is None:
            return None
        found = [self._held[key] for key in self._odd.get(name, ())]
        # asked for by its method a name in the letters of another system is an error, and so is one that is not there
        with suppress(KeyError, UnicodeDecodeError):
            found.append(self._held[name])
        if len(found) > 1:
            raise ValueError("a name that stands for two")
        return found[0] if found else None


def under(held: pikepdf.Object, name: str) -> pikepdf.Object | None:
    """What stands under one of the short names by which a file is made."""
    found = held.get(name)
    if found is None:
        return Named(held).get(name)
    return found


def as_read(name: str) -> str:
    """A name as pdfium reads it where it is written without figures."""
    if name.isascii():
        return name
    return _BLANK.split(name.encode("utf-8", "surrogateescape"), maxsplit=1)[0].decode("utf-8", "surrogateescape")


def require_names(stream: BinaryIO) -> None:
    """Raise ``ValueError`` where a name that says how a file is made ends in what is a blank to pdfium alone."""
    stream.seek(0)
    before = b""
    while piece := stream.read(_PIECE):
        require_plain_names(before + piece)
        before = piece[-_LONGEST:]


def require_plain_names(content: bytes) -> None:
    """The same of objects that were packed together."""
    if any(_ESCAPED.sub(_letter, one) in _OF_STRUCTURE for one in _BROKEN.findall(content)):
        raise ValueError("a name that goes on in one reader and ends in another")


def _letter(found: re.Match[bytes]) -> bytes:
    return bytes([int(found[1], 16)])


def word(found: object) -> str:
    """A name, which may be written as a text; empty for anything else."""
    if isinstance(found, pikepdf.Name):
        return as_read(str(found))[1:]
    return str(found) if isinstance(found, pikepdf.String) else ""


def number(found: object) -> float:
    """A number; what is none is nothing."""
    try:
        return float(found)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return 0.0


def whole(found: object) -> int:
    """A number without what comes after its point."""
    try:
        return int(number(found))
    except (OverflowError, ValueError):
        return 0


def is_picture(found: pikepdf.Object) -> bool:
    """Whether what is drawn by its name is a picture, and no form."""
    return word(found.get("/Subtype")) == "Image"


def misread(warnings: ToolkitWarnings, *, numbers: bool, names: bool) -> bool:
    """Whether qpdf made nothing of a value among those that were asked for so far, or of what a page names.

    ``numbers`` says whether any counts, ``names`` whether a page names anything that it does not hold.
    """
    told = " ".join(warnings.told()) if numbers or names else ""
    return (numbers and _MISREAD in told) or (names and _EMPTIED in told)
