"""Print settings of the office (typography, archive profile, font files) and their limits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import Final

from desktop_app.domain.documents.appearance import BUNDLED_FONT, USUAL, Sheet, Typography
from desktop_app.domain.documents.paper_kinds import Profile
from desktop_app.domain.errors import RuleBroken

SIZES: Final = (70, 150)
PITCHES: Final = (80, 160)
"""Least and most, in percent of the design."""
SIDES: Final = (5, 60)
FIRST_TOP: Final = (38, 90)
"""The letterhead stands in the uppermost 37 millimetres of a first page."""
TOP: Final = (20, 60)
BOTTOM: Final = (23, 60)
"""Running head and foot stand inside these."""
LEAST_WIDTH: Final = 90
"""Millimetres of text that a table still stands in, at the size of the design; larger text needs more."""
_WIDTHS: Final = {Sheet.A4: 210, Sheet.A5: 148, Sheet.A3: 297}


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintFont:
    """One font style for print; its file in the data folder is identified by its SHA-256."""

    family: str
    style: str
    weight: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintSetup:
    """Values of the print section of the settings; ``fonts`` is empty for the shipped font."""

    typography: Typography = USUAL
    profile: Profile = Profile.A_3B
    fonts: tuple[PrintFont, ...] = ()


USUAL_SETUP: Final = PrintSetup()
"""What an office begins with."""


def setup_refusals(setup: PrintSetup) -> Iterator[RuleBroken]:
    """Return every print setting that cannot be printed, as a refusal for its own field."""
    wanted, margins = setup.typography, setup.typography.margins
    for name, value, limits in (("size", wanted.size, SIZES), ("pitch", wanted.pitch, PITCHES)):
        if not _within(value, limits):
            yield RuleBroken("typography_percent", field=name, least=limits[0], most=limits[1])
    for name, value, limits in (
        ("right", margins.right, SIDES),
        ("left", margins.left, SIDES),
        ("first_top", margins.first_top, FIRST_TOP),
        ("top", margins.top, TOP),
        ("bottom", margins.bottom, BOTTOM),
    ):
        if not _within(value, limits):
            yield RuleBroken("typography_margin", field=name, least=limits[0], most=limits[1])
    yield from _too_narrow(wanted)
    if (wanted.font == BUNDLED_FONT) == bool(setup.fonts):
        yield RuleBroken("typography_font_missing", field="font", font=wanted.font)


def _too_narrow(wanted: Typography) -> Iterator[RuleBroken]:
    """Refuse margins that leave too little room for the text; margins refused already are skipped."""
    margins = wanted.margins
    if not _within(wanted.size, SIZES) or not all(_within(side, SIDES) for side in (margins.right, margins.left)):
        return
    least = ceil(LEAST_WIDTH * max(wanted.scale, 1))
    if _WIDTHS[wanted.sheet] - margins.right - margins.left < least:
        yield RuleBroken("typography_narrow", field="right", least=least)


def _within(value: int, limits: tuple[int, int]) -> bool:
    return limits[0] <= value <= limits[1]
