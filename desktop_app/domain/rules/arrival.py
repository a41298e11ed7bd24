"""Times of day in a session: how late someone came, how long it has been going on."""

from __future__ import annotations


def _minutes(time: str) -> int:
    hour, minute = time.split(":")
    return int(hour) * 60 + int(minute)


def minutes_between(start: str, end: str) -> int:
    """Whole minutes from one ``HH:MM`` to a later one of the same day; 0 where either is missing or it went back."""
    if not start or not end:
        return 0
    return max(0, _minutes(end) - _minutes(start))


def minutes_late(arrived_at: str, began_at: str, starts_at: str) -> int:
    """How late an arrival was: after the real beginning, or after the announced one while there is none."""
    return minutes_between(began_at or starts_at, arrived_at)
