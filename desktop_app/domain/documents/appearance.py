"""Appearance of the office's papers: typography, letterhead, and pictures such as its logo.

Typography is font, sizes, sheet and margins; it is frozen with the minutes, so that they reprint alike. Old papers
refer to a picture for ever.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import ceil
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A PNG picture for print, identified by the SHA-256 of its bytes. Never changed or removed."""

    id: int = 0
    sha256: str
    width: int
    """In pixels."""
    height: int
    """In pixels."""
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterheadValues:
    """Values of the letterhead form: one line for each party or body, the words on top, and an optional picture."""

    lines: tuple[str, ...] = ()
    invocation: str = ""
    logo: Picture | None = None


BUNDLED_FONT: Final = "Vazirmatn"
_SMALLER: Final = {"a5": 0.85}
"""On A5 a table of the design has to hold its longest words in two thirds of the width."""


class Sheet(StrEnum):
    """Paper sizes of ISO 216."""

    A4 = "a4"
    A5 = "a5"
    A3 = "a3"


@dataclass(frozen=True, slots=True, kw_only=True)
class Margins:
    """Page margins in whole millimetres; the defaults follow the circular of 1349.

    ``first_top`` is the top of a first page down to its title; the letterhead stands inside it.
    """

    right: int = 25
    left: int = 15
    first_top: int = 40
    top: int = 25
    bottom: int = 25


USUAL_MARGINS: Final = Margins()
"""Those of the circular on A4."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typography:
    """Typography that the office chose.

    ``size`` and ``pitch`` are percent of the design (sizes of text, distance of lines); ``kashida`` lets a justified
    line grow by drawn elongations that do not enter the text layer.
    """

    font: str = BUNDLED_FONT
    size: int = 100
    pitch: int = 100
    sheet: Sheet = Sheet.A4
    margins: Margins = USUAL_MARGINS
    kashida: bool = False

    @property
    def scale(self) -> float:
        """Factor for all sizes of the design: the office's choice, reduced on the small sheet."""
        return self.size / 100 * _SMALLER.get(self.sheet, 1.0)

    def size_for(self, scale: float) -> int:
        """Return the smallest ``size`` whose scale is ``scale`` or more."""
        return ceil(round(scale * 100 / _SMALLER.get(self.sheet, 1.0), 6))


USUAL: Final = Typography()
"""Papers as they were designed."""
