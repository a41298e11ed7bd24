"""The services that the minutes editor calls, as callables, so that its tests may pass their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from desktop_app.domain.read_models.meetings_sheet import NextDay
from desktop_app.domain.read_models.sheets import MinutesSheet
from desktop_app.domain.rules.minutes import Clause, ClauseKind, Deliberation, MinutesVersion, Signer
from desktop_app.domain.rules.upstream import UpstreamDecision
from desktop_app.services.context import Context
from desktop_app.services.meetings.next_meeting import FirstItems, next_meeting, next_meeting_day
from desktop_app.services.minutes import (
    amending,
    clauses,
    confirming,
    deliberations,
    finalising,
    minutes,
    signers,
    upstream,
)
from desktop_app.services.minutes.amending import Amending
from desktop_app.services.minutes.minutes_sheet import minutes_sheet
from desktop_app.services.outcome import Finalised, Outcome, Withdrawn
from desktop_app.text.meetings.scheduling import previous_item
from desktop_app.text.shared import lists as list_words

_FIRST_ITEMS = FirstItems(list_words.FOLLOW_UP_ITEM, list_words.NEXT_MEETING_ITEM, previous_item)


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesServices:
    """One callable for each thing that the operator does here."""

    sheet: Callable[[int], MinutesSheet]
    add_clause: Callable[[Clause], Outcome]
    save_clause: Callable[[Clause], Outcome]
    turn_into_resolution: Callable[[int, ClauseKind], Outcome]
    turn_into_note: Callable[[int], Outcome]
    remove_clause: Callable[[int], Outcome]
    move_clause: Callable[[int, int], Outcome]
    move_clause_to: Callable[[int, int], Outcome]
    add_deliberation: Callable[[Deliberation], Outcome]
    save_deliberation: Callable[[Deliberation], Outcome]
    remove_deliberation: Callable[[int], Outcome]
    move_deliberation: Callable[[int, int], Outcome]
    save_closing: Callable[[MinutesVersion], Outcome]
    set_signers: Callable[[int, Sequence[Signer]], Outcome]
    reset_signers: Callable[[int], Outcome]
    to_review: Callable[[int], Outcome]
    mark_read: Callable[[int], Outcome]
    back_to_draft: Callable[[int], Outcome]
    finalise: Callable[[int], Finalised]
    withdraw: Callable[[int, str], Withdrawn]
    drop_amendment: Callable[[int, str], Amending]
    add_upstream: Callable[[UpstreamDecision], Outcome]
    save_upstream: Callable[[UpstreamDecision, UpstreamDecision], Outcome]
    confirm_previous: Callable[[int, int, str], Outcome]
    next_meeting_day: Callable[[int], NextDay | None]
    next_meeting: Callable[[int], Outcome]


def minutes_services(context: Context) -> MinutesServices:
    """Bind the services to an open data folder."""
    return MinutesServices(
        sheet=partial(minutes_sheet, context),
        add_clause=partial(clauses.add_clause, context),
        save_clause=partial(clauses.save_clause, context),
        turn_into_resolution=partial(clauses.turn_into_resolution, context),
        turn_into_note=partial(clauses.turn_into_note, context),
        remove_clause=partial(clauses.remove_clause, context),
        move_clause=partial(clauses.move_clause, context),
        move_clause_to=partial(clauses.move_clause_to, context),
        add_deliberation=partial(deliberations.add_deliberation, context),
        save_deliberation=partial(deliberations.save_deliberation, context),
        remove_deliberation=partial(deliberations.remove_deliberation, context),
        move_deliberation=partial(deliberations.move_deliberation, context),
        save_closing=partial(minutes.save_closing, context),
        set_signers=partial(signers.set_signers, context),
        reset_signers=partial(signers.reset_signers, context),
        to_review=partial(minutes.to_review, context),
        mark_read=partial(minutes.mark_read, context),
        back_to_draft=partial(minutes.back_to_draft, context),
        finalise=partial(finalising.finalise, context),
        withdraw=partial(finalising.withdraw, context),
        drop_amendment=partial(amending.drop_amendment, context),
        add_upstream=partial(upstream.add_upstream, context),
        save_upstream=lambda one, seen: upstream.save_upstream(context, one, seen=seen),
        next_meeting_day=partial(next_meeting_day, context),
        next_meeting=lambda meeting_id: next_meeting(context, meeting_id, _FIRST_ITEMS),
        confirm_previous=partial(confirming.confirm_previous, context),
    )
