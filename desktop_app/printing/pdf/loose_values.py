"""Values of a PDF from elsewhere as pdfium takes them, looser than the standard: all that it draws has to count."""

from __future__ import annotations

from typing import Final

import pikepdf

from desktop_app.printing.pdf.toolkit_warnings import ToolkitWarnings

_MISREAD: Final = "treating as"
"""Stands in what qpdf tells of a value that is none, and of which pdfium may make another one."""
_EMPTIED: Final = "Resources is missing or invalid"
"""The same of a page whose names qpdf took away: it tells so of a page that has none, too."""


def names_in(found: pikepdf.Object | None) -> pikepdf.Object | None:
    """What holds values by names: a dictionary, or the one that a stream has."""
    return found if isinstance(found, pikepdf.Dictionary | pikepdf.Stream) else None


def named(held: pikepdf.Object, name: str) -> pikepdf.Object | None:
    """What stands under a name, in whatever letters it is; nothing where there is none."""
    try:
        # asked for by its method a name in the letters of another system is an error
        return held[name]
    except KeyError:
        return None


def word(found: object) -> str:
    """A name, which may be written as a text; empty for anything else."""
    if isinstance(found, pikepdf.Name):
        return str(found)[1:]
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
