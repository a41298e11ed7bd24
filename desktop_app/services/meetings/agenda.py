"""Acts on a meeting's agenda and on parked items, which have no meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.documents.paper_capabilities import PaperCapabilities, clean_text
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.rules.meetings import (
    OVER,
    SHUT,
    AgendaItem,
    AgendaKind,
    AgendaState,
    Meeting,
    MeetingState,
    is_past,
    reorder,
)
from desktop_app.domain.rules.minutes import EDITABLE
from desktop_app.domain.rules.requests import Request, tabled, without_agenda_item
from desktop_app.services.audit_diff import changes
from desktop_app.services.context import Context
from desktop_app.services.meetings.meetings import finished, require_live
from desktop_app.services.paper_links import LINKED
from desktop_app.services.reading import agenda_of
from desktop_app.storage.store.work import Work

_CHANGED = Changed.MEETINGS | Changed.MINUTES
MOST_MINUTES = 600
"""The longest time that an agenda item may be planned for."""


def _checked(paper: PaperCapabilities, item: AgendaItem) -> AgendaItem:
    if not item.title.strip():
        raise RuleBroken("agenda_item_without_title", field="title")
    if item.planned_minutes < 0:
        raise RuleBroken("minutes_negative", field="planned_minutes")
    if item.planned_minutes > MOST_MINUTES:
        raise RuleBroken("minutes_too_many", field="planned_minutes", most=MOST_MINUTES)
    return replace(
        item,
        title=clean_text(paper, item.title, "title"),
        presenter=clean_text(paper, item.presenter, "presenter"),
        background=clean_text(paper, item.background, "background", multiline=True),
    )


def _require_earlier(work: Work, item: AgendaItem) -> None:
    """Raise ``RuleBroken`` for an item about a resolution that is not adopted or not of another meeting."""
    if item.resolution_id is None:
        return
    resolution = work.resolutions.get(item.resolution_id)
    if resolution.adopted_on is None or resolution.meeting_id == item.meeting_id:
        raise RuleBroken("agenda_resolution_not_earlier", field="resolution")


def _require_live(work: Work, item: AgendaItem) -> None:
    if item.meeting_id is not None:
        require_live(work, work.meetings.get(item.meeting_id))


def add_item(context: Context, item: AgendaItem) -> Outcome:
    """Add an item at the end of a meeting's agenda, or to the parked items when ``meeting_id`` is None.

    The item about the next meeting ends an agenda, so what is added comes before it.
    """
    with context.write() as work:
        return work.record(Outcome(changed=_CHANGED, id=add_in(work, context, item).id))


def add_in(work: Work, context: Context, item: AgendaItem) -> AgendaItem:
    """Add an item inside another act."""
    _require_live(work, item)
    _require_earlier(work, item)
    others = work.agenda.where(committee_id=item.committee_id, meeting_id=item.meeting_id)
    state = AgendaState.PARKED if item.meeting_id is None else AgendaState.WAITING
    fresh = replace(
        _checked(context.paper, item),
        id=0,
        ordinal=_end_of(work, others),
        state=state,
        spent_seconds=0,
        started_at="",
    )
    made = work.agenda.add(fresh)
    work.audit("added", "agenda_item", made.id, at=context.clock.instant(), title=made.title, meeting=made.meeting_id)
    return made


def _after(items: Sequence[AgendaItem]) -> int:
    return max((item.ordinal for item in items), default=0) + 1


def _end_of(work: Work, items: Sequence[AgendaItem]) -> int:
    """Return the position for a new item: last, but before a final item about the next meeting."""
    last = max(items, key=lambda item: item.ordinal, default=None)
    if last is None or last.kind is not AgendaKind.NEXT_MEETING:
        return _after(items)
    work.agenda.update(replace(last, ordinal=last.ordinal + 1))
    return last.ordinal


def save_item(context: Context, item: AgendaItem) -> Outcome:
    """Save the title, presenter, background, kind, planned minutes and linked resolution of an item."""
    with context.write() as work:
        stored = work.agenda.get(item.id)
        _require_live(work, stored)
        plain = _checked(context.paper, item)
        if plain.resolution_id != stored.resolution_id:
            _require_earlier(work, replace(plain, meeting_id=stored.meeting_id))
        changed = replace(
            stored,
            title=plain.title,
            presenter=plain.presenter,
            background=plain.background,
            kind=plain.kind,
            planned_minutes=plain.planned_minutes,
            resolution_id=plain.resolution_id,
        )
        work.agenda.update(changed)
        work.audit("changed", "agenda_item", item.id, at=context.clock.instant(), **changes(stored, changed))
        return work.record(Outcome(changed=_CHANGED, id=item.id))


def _require_unwritten(work: Work, item: AgendaItem) -> None:
    """Raise ``RuleBroken`` when the minutes have text under the item, or withdrawn ones decided what becomes of it."""
    for store in (work.clauses, work.deliberations):
        if store.where(agenda_item_id=item.id):
            raise RuleBroken("agenda_item_in_use", field="agenda", item_id=item.id, title=item.title)
    versions = [one.minutes_version_id for one in work.dispositions.where(agenda_item_id=item.id)]
    if any(work.versions.get(one).state not in EDITABLE for one in versions):
        raise RuleBroken("agenda_item_in_use", field="agenda", item_id=item.id, title=item.title)


def _forget_disposition(work: Work, item: AgendaItem) -> None:
    """Remove what the draft decided of an item that leaves its agenda."""
    for one in work.dispositions.where(agenda_item_id=item.id):
        work.dispositions.remove(one.id)


def remove_item(context: Context, item_id: int) -> Outcome:
    """Remove an item without minutes text; a request on it waits again."""
    with context.write() as work:
        item = work.agenda.get(item_id)
        _require_live(work, item)
        _require_unwritten(work, item)
        _forget_disposition(work, item)
        changed = _CHANGED | _off_agenda(work, context, item_id)
        work.audit(
            "removed", "agenda_item", item_id, at=context.clock.instant(), title=item.title, meeting=item.meeting_id
        )
        work.agenda.remove(item_id)
        return work.record(Outcome(changed=changed, id=item_id))


def _off_agenda(work: Work, context: Context, item_id: int) -> Changed:
    asked = work.requests.where(agenda_item_id=item_id)
    for request in asked:
        changed = without_agenda_item(request)
        work.requests.update(changed)
        work.audit("off_agenda", "request", request.id, at=context.clock.instant(), **changes(request, changed))
    return Changed.REGISTERS | Changed.TASKS | Changed.RESOLUTIONS if asked else Changed.NOTHING


def move_item(context: Context, item_id: int, step: int) -> Outcome:
    """Move an item up (negative) or down its agenda."""
    with context.write() as work:
        item = work.agenda.get(item_id)
        _require_live(work, item)
        items = work.agenda.where(committee_id=item.committee_id, meeting_id=item.meeting_id)
        by_id = {one.id: one for one in items}
        for ordinal, one_id in enumerate(reorder(items, item_id, step), start=1):
            if by_id[one_id].ordinal != ordinal:
                work.agenda.update(replace(by_id[one_id], ordinal=ordinal))
        work.audit("reordered", "agenda_item", item_id, at=context.clock.instant(), step=step)
        return work.record(Outcome(changed=_CHANGED, id=item_id))


def park_item(context: Context, item_id: int) -> Outcome:
    """Park an item for a later meeting (بند کنارگذاشته)."""
    with context.write() as work:
        item = work.agenda.get(item_id)
        if item.meeting_id is None:
            raise RuleBroken("agenda_item_parked", item_id=item_id)
        _require_live(work, item)
        _require_unwritten(work, item)
        _forget_disposition(work, item)
        parked = work.agenda.where(committee_id=item.committee_id, meeting_id=None)
        work.agenda.update(
            replace(item, meeting_id=None, ordinal=_after(parked), state=AgendaState.PARKED, started_at="")
        )
        work.audit("parked", "agenda_item", item_id, at=context.clock.instant(), meeting=item.meeting_id)
        return work.record(Outcome(changed=_CHANGED, id=item_id))


def unpark_item(context: Context, item_id: int, meeting_id: int) -> Outcome:
    """Move a parked item to the end of a meeting's agenda, before the item about the next meeting."""
    with context.write() as work:
        item = work.agenda.get(item_id)
        if item.meeting_id is not None:
            raise RuleBroken("agenda_item_not_parked", item_id=item_id)
        require_live(work, work.meetings.get(meeting_id))
        unpark_in(work, context, item, meeting_id)
        return work.record(Outcome(changed=_CHANGED, id=item_id))


def unpark_in(work: Work, context: Context, item: AgendaItem, meeting_id: int) -> None:
    """Move a parked item to a meeting's agenda inside another act."""
    ordinal = _end_of(work, agenda_of(work, meeting_id))
    work.agenda.update(replace(item, meeting_id=meeting_id, ordinal=ordinal, state=AgendaState.WAITING))
    work.audit("taken_up", "agenda_item", item.id, at=context.clock.instant(), meeting=meeting_id)


def require_back(work: Work, context: Context, now: AgendaItem | None, back: AgendaItem | None) -> None:
    """Raise ``RuleBroken`` unless an item can be restored; None means that the row is absent."""
    for item in (now, back):
        if item is not None:
            _require_live(work, item)
    if now is not None and (back is None or back.meeting_id != now.meeting_id):
        _require_unwritten(work, now)
    if back is None:
        return
    if now is None or back.resolution_id != now.resolution_id:
        _require_earlier(work, back)
    if back.state is AgendaState.RUNNING:
        _require_in_session(work, back)
    _checked(context.paper, back)


# ---- in the room


def start_item(context: Context, item_id: int) -> Outcome:
    """Start an item in the session and finish the running one. A finished item may be started again."""
    with context.write() as work:
        item = _in_session(work, item_id)
        if item.state is not AgendaState.RUNNING:
            for other in agenda_of(work, item.meeting_id or 0):
                if other.state is AgendaState.RUNNING:
                    work.agenda.update(finished(other, context.clock))
            past = is_past(work.meetings.get(item.meeting_id or 0), context.clock.today())
            # the clock of an item tells nothing of a session of a past day
            work.agenda.update(
                replace(item, state=AgendaState.RUNNING, started_at="" if past else context.clock.instant())
            )
        work.audit("started", "agenda_item", item_id, at=context.clock.instant())
        return work.record(Outcome(changed=Changed.MEETINGS, id=item_id))


def finish_item(context: Context, item_id: int) -> Outcome:
    """Finish an item in the session, whether it was started or not."""
    with context.write() as work:
        item = _in_session(work, item_id)
        work.agenda.update(finished(item, context.clock))
        work.audit("finished", "agenda_item", item_id, at=context.clock.instant())
        return work.record(Outcome(changed=Changed.MEETINGS, id=item_id))


def _in_session(work: Work, item_id: int) -> AgendaItem:
    item = work.agenda.get(item_id)
    _require_in_session(work, item)
    return item


def _require_in_session(work: Work, item: AgendaItem) -> None:
    if item.meeting_id is None or work.meetings.get(item.meeting_id).state is not MeetingState.IN_SESSION:
        raise RuleBroken("meeting_not_in_session", item_id=item.id)


# ---- requests of units on an agenda


def agendas_offered(context: Context) -> tuple[Meeting, ...]:
    """Return the meetings that are not over, nearest first; those without a day come last."""
    with context.read() as work:
        ahead = [one for one in work.meetings.where() if _is_ahead(one)]
    return tuple(sorted(ahead, key=lambda one: (one.day is None, one.day, one.id)))


def table_request(context: Context, request_id: int, meeting_id: int, background: str = "") -> Outcome:
    """Put a request on a meeting's agenda, with its background text."""
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
    """Raise ``RuleBroken("request_tabled_already")`` while the request is on a coming agenda."""
    if request.agenda_item_id is None:
        return
    meeting_id = work.agenda.get(request.agenda_item_id).meeting_id
    if meeting_id is None or _is_ahead(work.meetings.get(meeting_id)):
        raise RuleBroken("request_tabled_already", parked=meeting_id is None)
