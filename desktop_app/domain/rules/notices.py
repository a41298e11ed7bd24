"""A notification (ابلاغ) as it is typed, and where the notification of one meeting's resolutions stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.rules.told_words import CorrectedWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """How it was told: the day, the letter's number where there is one, and why before the last signature."""

    day: date | None
    letter_number: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeStand:
    """How many resolutions the minutes adopted, how many still wait to be told, and when the last one was.

    ``corrected`` are those among the waiting that were told before, in words that a correction changed since.
    """

    adopted: int = 0
    waiting: int = 0
    corrected: tuple[CorrectedWords, ...] = ()
    last_day: date | None = None
    letter_number: str = ""

    @property
    def told(self) -> int:
        """How many need no notification any more."""
        return self.adopted - self.waiting
