"""Frozen rows of «تأیید صورت‌جلسهٔ پیشین»: what a meeting may confirm, and who confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.rules.minutes import MinutesState


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierMinutes:
    """The minutes that a meeting may confirm: whose they are, where they stand, and whether they are confirmed."""

    version_id: int
    meeting_number: int
    meeting_day: date
    state: MinutesState
    confirmed: bool
    lacks_scan: bool = False
    """From before the program, and the signed paper was not scanned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmedBy:
    """The meeting that confirmed the minutes."""

    meeting_id: int
    meeting_number: int | None
    day: date | None
