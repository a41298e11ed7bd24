"""Tabling of requests: a request that waits goes onto the agenda of a meeting that is still ahead."""

from __future__ import annotations

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.meetings import OVER, SHUT, AgendaItem, Meeting
from desktop_app.domain.rules.requests import Request, tabled
from desktop_app.services.audit_diff import changes
from desktop_app.services.context import Context
from desktop_app.services.meetings.agenda import add_in
from desktop_app.services.outcome import Outcome
from desktop_app.services.ports import Changed, Work
from desktop_app.services.registers.links import LINKED


def agendas_offered(context: Context) -> tuple[Meeting, ...]:
    """Meetings that are not over, the nearest first; those without a day come last."""
    with context.read() as work:
        ahead = [one for one in work.meetings.where() if _is_ahead(one)]
    return tuple(sorted(ahead, key=lambda one: (one.day is None, one.day, one.id)))


def table_request(context: Context, request_id: int, meeting_id: int, background: str = "") -> Outcome:
    """Put what is asked for onto the agenda of a meeting, with what the room reads of it beforehand."""
    if not meeting_id:
        raise RuleBroken("request_without_meeting", field="record")
    with context.write() as work:
        request = work.requests.get(request_id)
        _require_off_agenda(work, request)
        item = AgendaItem(
            committee_id=request.committee_id,
            meeting_id=meeting_id,
            ordinal=0,
            title=request.title,
            background=background,
            resolution_id=request.resolution_id,
        )
        made = add_in(work, context, item)
        changed = tabled(request, made.id)
        work.requests.update(changed)
        work.audit("tabled", "request", request_id, at=context.clock.instant(), **changes(request, changed))
        return work.record(Outcome(changed=LINKED | Changed.MINUTES, id=request_id))


def _is_ahead(meeting: Meeting) -> bool:
    return meeting.state not in OVER | SHUT


def _require_off_agenda(work: Work, request: Request) -> None:
    """Raise ``RuleBroken("request_tabled_already")`` while the item that tabled it still comes up."""
    if request.agenda_item_id is None:
        return
    meeting_id = work.agenda.get(request.agenda_item_id).meeting_id
    if meeting_id is None or _is_ahead(work.meetings.get(meeting_id)):
        raise RuleBroken("request_tabled_already", parked=meeting_id is None)
