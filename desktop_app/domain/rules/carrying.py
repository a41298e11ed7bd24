"""Rules of agenda items that were not reached: to the next meeting, parked, or left out with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.meetings import AgendaItem, AgendaKind, AgendaState, DispositionKind
from desktop_app.domain.rules.minutes import Clause, Deliberation, ItemDisposition

SELF_WRITTEN: Final = frozenset({AgendaKind.FOLLOW_UP, AgendaKind.NEXT_MEETING})
"""Items that the program fills from the follow-up and from the closing part, so that they are never empty."""
OPENING: Final = frozenset({AgendaKind.FOLLOW_UP, AgendaKind.PREVIOUS_MINUTES})
"""Items that open an agenda; what was left of earlier meetings follows them."""


def items_without_text(
    agenda: Sequence[AgendaItem], clauses: Sequence[Clause], deliberations: Sequence[Deliberation]
) -> tuple[AgendaItem, ...]:
    """Return the agenda items under which the minutes have neither a clause nor a deliberation."""
    written = {one.agenda_item_id for one in clauses} | {one.agenda_item_id for one in deliberations}
    return tuple(item for item in agenda if item.id not in written and item.kind not in SELF_WRITTEN)


def require_reason(disposition: ItemDisposition) -> None:
    """Raise ``RuleBroken("left_without_reason")`` for an item that is left out without a reason."""
    if disposition.kind is DispositionKind.LEFT and not disposition.reason:
        raise RuleBroken("left_without_reason", field="reason", item_id=disposition.agenda_item_id)


def changed_dispositions(
    before: Sequence[ItemDisposition], now: Sequence[ItemDisposition]
) -> tuple[tuple[ItemDisposition, ...], tuple[ItemDisposition, ...]]:
    """Return the dispositions that no longer hold, and those that are new; compared by item and kind."""
    old, new = ({(one.agenda_item_id, one.kind) for one in side} for side in (before, now))
    return (
        tuple(one for one in before if (one.agenda_item_id, one.kind) not in new),
        tuple(one for one in now if (one.agenda_item_id, one.kind) not in old),
    )


def carried(item: AgendaItem, meeting_id: int | None) -> AgendaItem:
    """Return the item as it is made anew for a meeting, or parked for None.

    The item that was to confirm earlier minutes becomes a plain one: a new agenda has its own.
    """
    return replace(
        item,
        id=0,
        meeting_id=meeting_id,
        ordinal=0,
        kind=AgendaKind.TOPIC if item.kind is AgendaKind.PREVIOUS_MINUTES else item.kind,
        state=AgendaState.PARKED if meeting_id is None else AgendaState.WAITING,
        spent_seconds=0,
        started_at="",
        carried_from_id=item.id,
    )


def is_unchanged(item: AgendaItem, copy: AgendaItem) -> bool:
    """Whether a copy still has the words of its original."""
    return all(
        getattr(item, name) == getattr(copy, name)
        for name in ("title", "presenter", "background", "planned_minutes", "resolution_id")
    )
