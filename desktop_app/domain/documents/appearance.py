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
    """A PNG as it is printed; found again by the SHA-256 of its bytes. Never changed or removed."""

    id: int = 0
    sha256: str
    width: int
    """In pixels."""
    height: int
    """In pixels."""
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterheadValues:
    """One line a party or body, the words on top, and the picture or none."""

    lines: tuple[str, ...] = ()
    invocation: str = ""
    logo: Picture | None = None


BUNDLED_FONT: Final = "Vazirmatn"
_SMALLER: Final = {"a5": 0.85}
"""On A5 a table of the design has to hold its longest words in two thirds of the width."""


class Sheet(StrEnum):
    """Sizes of paper of ISO 216."""

    A4 = "a4"
    A5 = "a5"
    A3 = "a3"


@dataclass(frozen=True, slots=True, kw_only=True)
class Margins:
    """Blank round the text in whole millimetres, as the circular of 1349 asks for it.

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
    """The choices of the office.

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
        """What sizes of the design are multiplied by: the office's choice, and less on the small sheet."""
        return self.size / 100 * _SMALLER.get(self.sheet, 1.0)

    def size_for(self, scale: float) -> int:
        """The least ``size`` by which sizes of the design are multiplied by ``scale`` or more."""
        return ceil(round(scale * 100 / _SMALLER.get(self.sheet, 1.0), 6))


USUAL: Final = Typography()
"""Papers as they were designed."""
