"""Times of day in a session: how late someone came, how long it has been going on, whether it is entered later."""

from __future__ import annotations

from datetime import date
from typing import Final

from desktop_app.domain.rules.meetings import Meeting, is_past

LIVE_MINUTES: Final = 60
"""A session that begins so much after its hour may still be one that begins now."""


def _minutes(time: str) -> int:
    hour, minute = time.split(":")
    return int(hour) * 60 + int(minute)


def minutes_between(start: str, end: str) -> int:
    """Whole minutes from one ``HH:MM`` to a later one of the same day; 0 where either is missing or it went back."""
    if not start or not end:
        return 0
    return max(0, _minutes(end) - _minutes(start))


def is_entered_later(meeting: Meeting, today: date, now: str, since_begun: float) -> bool:
    """Whether a meeting is entered after its time, so that its hours are typed.

    That is so after its day; on its day when it was to begin more than :data:`LIVE_MINUTES` before ``now`` (``HH:MM``),
    or when its beginning was entered by so much after the hour. ``since_begun``: seconds since that entry.
    """
    if is_past(meeting, today):
        return True
    if meeting.day != today:
        return False
    entered = _minutes(now) - since_begun / 60 if meeting.began_at else _minutes(now)
    hour = meeting.began_at or meeting.starts_at
    return bool(hour) and entered - _minutes(hour) > LIVE_MINUTES


def minutes_late(arrived_at: str, began_at: str, starts_at: str) -> int:
    """How late an arrival was: after the real beginning, or after the announced one while there is none."""
    return minutes_between(began_at or starts_at, arrived_at)
