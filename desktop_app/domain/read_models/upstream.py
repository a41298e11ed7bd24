"""Read models of the upstream decisions: a row of their list, and a decision with the resolutions that answer it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.rules.clauses import UpstreamDecision, lag_days
from desktop_app.domain.rules.resolutions import ResolutionState


class UpstreamView(StrEnum):
    """Saved views of the upstream decisions."""

    ALL = "all"
    UNANSWERED = "unanswered"
    """Notified, and no resolution in force answers it."""
    NOTIFIED = "notified"


@dataclass(frozen=True, slots=True, kw_only=True)
class UpstreamRow:
    """One line of the list of upstream decisions; ``first_on`` is the day of its first answer."""

    id: int
    title: str
    body: str
    session: str
    session_day: date | None
    notification_number: str
    notification_day: date | None
    clause: str
    answer_count: int
    first_on: date | None

    @property
    def waits(self) -> bool:
        """Whether it was notified and no resolution answers it."""
        return self.notification_day is not None and not self.answer_count

    @property
    def lag(self) -> int | None:
        """The days from its notification to the first answer."""
        return lag_days(self.notification_day, self.first_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class UpstreamAnswer:
    """A resolution that answers a decision: its wording in force cites it, it is linked by hand, or both."""

    resolution_id: int
    number: str
    adopted_on: date | None
    state: ResolutionState
    text: str
    guarded: str
    cited: bool
    link_id: int = 0
    """Id of the link; 0 where it is cited only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UpstreamSheet:
    """One decision with its answers, the first adopted first."""

    decision: UpstreamDecision
    answers: tuple[UpstreamAnswer, ...] = ()

    @property
    def waits(self) -> bool:
        """Whether it was notified and no resolution answers it."""
        return self.decision.notification_day is not None and not self.answers

    @property
    def lag(self) -> int | None:
        """The days from its notification to the first answer."""
        days = [one.adopted_on for one in self.answers if one.adopted_on is not None]
        return lag_days(self.decision.notification_day, min(days, default=None))
