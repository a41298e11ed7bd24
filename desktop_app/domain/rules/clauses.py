"""Rules of one clause in a draft: valid facts, change into a resolution or a note, order, citations.

A resolution may cite an upstream decision (مصوبهٔ بالادستی). Moving one record keeps the order of the others.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.deadlines import require_near, require_sound
from desktop_app.domain.rules.minutes import AdoptionKind, Clause
from desktop_app.domain.rules.resolutions import Resolution
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


@dataclass(frozen=True, slots=True, kw_only=True)
class UpstreamLink:
    """A resolution that answers a decision without citing it; ``removed_on`` is the day on which it was unlinked."""

    id: int = 0
    upstream_id: int
    resolution_id: int
    removed_on: date | None = None


def require_linkable(resolution: Resolution, *, cited: bool, linked: bool) -> None:
    """Raise ``RuleBroken`` for a resolution without a number, and for one that answers the decision already."""
    if not resolution.number:
        raise RuleBroken("upstream_link_unnumbered", field="resolution")
    if cited:
        raise RuleBroken("upstream_cited", field="resolution", number=resolution.number)
    if linked:
        raise RuleBroken("upstream_linked_already", field="resolution", number=resolution.number)


def lag_days(notified: date | None, first: date | None) -> int | None:
    """Return the days from the notification of a decision to its first answer; below zero if that came before it."""
    return (first - notified).days if notified is not None and first is not None else None


def require_whole(decision: UpstreamDecision) -> None:
    """Raise ``RuleBroken`` for an upstream decision that cannot be cited, or was notified before it was made."""
    if not decision.title.strip():
        raise RuleBroken("upstream_without_title", field="title")
    if not decision.body.strip():
        raise RuleBroken("upstream_without_body", field="body")
    taken_on, told_on = decision.session_day, decision.notification_day
    if taken_on is not None and told_on is not None and told_on < taken_on:
        raise RuleBroken("upstream_notified_before_session", field="notification_day")


def same_decision(one: UpstreamDecision, other: UpstreamDecision) -> bool:
    """Whether two entries of the register are one decision, however they are spelt."""
    return _words(one) == _words(other)


def _words(decision: UpstreamDecision) -> tuple[str, ...]:
    parts = (decision.title, decision.body, decision.session, decision.notification_number, decision.clause)
    return tuple(fold(part) for part in parts)


def move_among(ids: Sequence[int], neighbours: Collection[int], moved_id: int, step: int) -> tuple[int, ...]:
    """Return ``ids`` with ``moved_id`` moved by ``step`` among ``neighbours``, and not past either end.

    Everything that is no neighbour, such as archived records between them, stays where it is.
    """
    places = [place for place, one in enumerate(ids) if one in neighbours]
    order = [ids[place] for place in places]
    if moved_id not in order:
        raise RuleBroken("record_not_in_order", id=moved_id)
    at = order.index(moved_id)
    order.insert(max(0, min(len(order) - 1, at + step)), order.pop(at))
    found = list(ids)
    for place, one in zip(places, order, strict=True):
        found[place] = one
    return tuple(found)


MOST_VOTES = 999


def require_sound_clause(clause: Clause, meeting_day: date) -> None:
    """Raise ``RuleBroken`` for contradictory facts; missing facts are checked at finalising."""
    if not clause.text.strip():
        raise RuleBroken("clause_without_text", field="text")
    _require_bounds(clause)
    if not clause.is_resolution:
        return
    if clause.executor_unit_id is not None and clause.executor_unit_id in clause.cooperating:
        raise RuleBroken("executor_cooperates", field="cooperating", unit_id=clause.executor_unit_id)
    if len(set(clause.cooperating)) != len(clause.cooperating):
        raise RuleBroken("cooperator_twice", field="cooperating")
    if clause.owner_unit_id is not None and clause.owner_person_id is not None:
        raise RuleBroken("owner_twice", field="owner")
    require_sound(clause.deadline, meeting_day)
    _require_votes(clause)


def _require_bounds(clause: Clause) -> None:
    """Raise ``RuleBroken`` for absurd counts, also on a note, which keeps them for a later resolution."""
    require_near(clause.deadline)
    if max(clause.votes_for or 0, clause.votes_against or 0) > MOST_VOTES:
        raise RuleBroken("votes_too_many", field="votes", most=MOST_VOTES)


def _require_votes(clause: Clause) -> None:
    votes = (clause.votes_for, clause.votes_against)
    if any(count is not None and count < 0 for count in votes):
        raise RuleBroken("votes_negative", field="votes")
    if clause.votes_against is not None and clause.votes_for is None:
        raise RuleBroken("votes_half", field="votes")
    if clause.adoption is AdoptionKind.UNANIMOUS and clause.votes_against:
        raise RuleBroken("votes_not_unanimous", field="votes", against=clause.votes_against)


def frozen_note(clause: Clause) -> Clause:
    """Return a note for freezing: with its class, without facts left from a resolution."""
    return Clause(
        id=clause.id,
        minutes_version_id=clause.minutes_version_id,
        agenda_item_id=clause.agenda_item_id,
        ordinal=clause.ordinal,
        text=clause.text,
        classification=clause.classification,
    )


def for_new_version(clause: Clause, minutes_version_id: int) -> Clause:
    """Return a copy of the clause for a new version of the minutes."""
    return replace(clause, id=0, minutes_version_id=minutes_version_id)
