"""Settings of the office, stored with its data; settings of the machine are stored apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from desktop_app.domain.documents.print_setup import USUAL_SETUP, PrintSetup
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.attendance import QuorumRule

MOST_LETTERHEAD_LINES: Final = 4
MOST_LETTERHEAD_LETTERS: Final = 120
"""More do not stand in the letterhead that the paper has, beside a logo and in the smallest writing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeSettings:
    """All settings of the office; weekdays count from Monday = 0 as in :mod:`datetime`."""

    number_pattern: str
    outgoing_pattern: str = ""
    """Of the numbers of outgoing papers; empty where they are typed."""
    quorum: QuorumRule = field(default_factory=lambda: QuorumRule(Fraction(1, 2), video_counts=True))
    weekend: frozenset[int] = frozenset({3, 4})
    opens_at: str = "08:00"
    closes_at: str = "16:00"
    letterhead: tuple[str, ...] = ()
    logo: str = ""
    """SHA-256 of the picture in the letterhead, empty for none; the picture itself is kept for ever."""
    invocation: str = ""
    originals: int = 2
    kept_at: str = ""
    closing: str = ""
    operator: str = ""
    print_setup: PrintSetup = USUAL_SETUP
    """For papers made from now on; what is final keeps its own."""
    sample: bool = False
    """True for demo data: every paper carries the sample mark and no code."""


def require_hours(opens_at: str, closes_at: str) -> None:
    """Raise ``RuleBroken`` unless the office opens before it closes; both are ``HH:MM``."""
    if opens_at >= closes_at:
        raise RuleBroken("office_closes_before_opening", field="closes_at", opens_at=opens_at)


def require_letterhead(lines: tuple[str, ...]) -> None:
    """Raise ``RuleBroken`` when the letterhead has too many lines or too long lines."""
    letters = sum(map(len, lines))
    if len(lines) > MOST_LETTERHEAD_LINES:
        raise RuleBroken("letterhead_too_long", field="letterhead", count=len(lines), most=MOST_LETTERHEAD_LINES)
    if letters > MOST_LETTERHEAD_LETTERS:
        raise RuleBroken("letterhead_too_wide", field="letterhead", count=letters, most=MOST_LETTERHEAD_LETTERS)
