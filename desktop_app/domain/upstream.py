"""Upstream decisions (مصوبهٔ بالادستی) that a resolution may cite."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class UpstreamDecision:
    """A decision of the Supreme Council or another body above the committee."""

    id: int = 0
    title: str
    body: str
    session: str = ""
    session_day: date | None = None
    notification_number: str = ""
    notification_day: date | None = None
    clause: str = ""
