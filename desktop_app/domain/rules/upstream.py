"""Upstream decisions (مصوبهٔ بالادستی) that a resolution may cite."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.text.folding import fold


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


def require_whole(decision: UpstreamDecision) -> None:
    """Raise ``RuleBroken`` for a decision that cannot be cited, or was notified before it was taken."""
    if not decision.title.strip():
        raise RuleBroken("upstream_without_title", field="title")
    if not decision.body.strip():
        raise RuleBroken("upstream_without_body", field="body")
    taken_on, told_on = decision.session_day, decision.notification_day
    if taken_on is not None and told_on is not None and told_on < taken_on:
        raise RuleBroken("upstream_notified_before_session", field="notification_day")


def same_decision(one: UpstreamDecision, other: UpstreamDecision) -> bool:
    """Whether two entries of the register mean the same, in whatever spelling."""
    return _words(one) == _words(other)


def _words(decision: UpstreamDecision) -> tuple[str, ...]:
    parts = (decision.title, decision.body, decision.session, decision.notification_number, decision.clause)
    return tuple(fold(part) for part in parts)
