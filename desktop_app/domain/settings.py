"""Settings of the office: they travel with the data, unlike those of the machine."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from desktop_app.domain.quorum import QuorumRule


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeSettings:
    """What the office decided once; weekdays count from Monday = 0 as in :mod:`datetime`."""

    number_pattern: str
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
    sample: bool = False
    """True for demo data: every paper carries the sample mark and no code."""
