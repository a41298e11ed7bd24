"""Items that were not reached, made anew when the minutes become final, and taken back when they are re-opened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed
from desktop_app.domain.rules.carrying import OPENING, carried, changed_dispositions, is_unchanged
from desktop_app.domain.rules.files import FileLink, FileOwner
from desktop_app.domain.rules.meetings import AgendaItem, DispositionKind, Meeting, MeetingState
from desktop_app.domain.rules.minutes import ItemDisposition, MinutesVersion
from desktop_app.domain.rules.requests import UNANSWERED
from desktop_app.services.context import Context
from desktop_app.services.files.owners import links_of, owners_of
from desktop_app.services.meetings.meeting_facts import coming_meetings
from desktop_app.services.reading import agenda_of
from desktop_app.storage.store.work import Work

_MADE = frozenset({DispositionKind.NEXT, DispositionKind.PARKED})
_UNBEGUN = frozenset({MeetingState.DRAFT, MeetingState.SCHEDULED, MeetingState.CONVENED, MeetingState.POSTPONED})


def dispositions_of(work: Work, version: MinutesVersion | None) -> tuple[ItemDisposition, ...]:
    """Return what a version decided of its items; empty for no version."""
    return work.dispositions.where(minutes_version_id=version.id) if version is not None else ()


def carry_items(
    work: Work, context: Context, meeting: Meeting, version: MinutesVersion, base: MinutesVersion | None
) -> Changed:
    """Make the items anew that a final version carries on; a correction does only what differs from ``base``.

    What a correction no longer carries is removed, unless somebody has used it.
    """
    gone, new = changed_dispositions(dispositions_of(work, base), dispositions_of(work, version))
    _remove(work, context, [one for one in _copies_of(work, gone) if _used_in(work, one) is None])
    _make(work, context, meeting, [one for one in new if one.kind in _MADE])
    return Changed.MEETINGS if gone or new else Changed.NOTHING


def take_back_items(
    work: Work, context: Context, meeting: Meeting, version: MinutesVersion, base: MinutesVersion | None
) -> Changed:
    """Remove the items again that a version made, when it is re-opened; what a correction removed is made again.

    Raises ``RuleBroken("carried_item_in_use")`` when somebody has used one.
    """
    gone, new = changed_dispositions(dispositions_of(work, base), dispositions_of(work, version))
    copies = _copies_of(work, new)
    for copy in copies:
        used = _used_in(work, copy)
        if used is not None:
            raise RuleBroken("carried_item_in_use", field="agenda", title=copy[1].title, meeting=used)
    _remove(work, context, copies)
    left = {one.carried_from_id for _item, one in _copies_of(work, gone)}
    _make(work, context, meeting, [one for one in gone if one.kind in _MADE and one.agenda_item_id not in left])
    return Changed.MEETINGS if gone or new else Changed.NOTHING


def remove_moot(work: Work, empty: Sequence[AgendaItem], dispositions: Sequence[ItemDisposition]) -> None:
    """Remove what was decided of items that have text by now."""
    ids = {item.id for item in empty}
    for one in dispositions:
        if one.agenda_item_id not in ids:
            work.dispositions.remove(one.id)


# ---- making


def _make(work: Work, context: Context, meeting: Meeting, dispositions: Sequence[ItemDisposition]) -> None:
    if not dispositions:
        return
    originals = {item.id: item for item in agenda_of(work, meeting.id)}
    coming = coming_meetings(work, meeting)
    target = coming[0].id if coming else None
    ahead = [originals[one.agenda_item_id] for one in dispositions if one.kind is DispositionKind.NEXT]
    parked = [originals[one.agenda_item_id] for one in dispositions if one.kind is DispositionKind.PARKED]
    made: dict[int, AgendaItem] = {}
    if target is not None:
        made |= _add_first(work, context, target, ahead)
    else:
        parked = [*ahead, *parked]
    made |= _add_parked(work, context, meeting, parked)
    _bring_annexes(work, made)
    _bring_requests(work, {old: new.id for old, new in made.items()})


def _add_first(work: Work, context: Context, meeting_id: int, items: Sequence[AgendaItem]) -> dict[int, AgendaItem]:
    """Add items to an agenda after its opening ones; return them by the ids of their originals."""
    there = agenda_of(work, meeting_id)
    opening = [item for item in there if item.kind in OPENING]
    place = max((item.ordinal for item in opening), default=0)
    for item in reversed(there):
        if item.ordinal > place and items:
            work.agenda.update(replace(item, ordinal=item.ordinal + len(items)))
    return _add(
        work, context, [replace(carried(item, meeting_id), ordinal=place + at) for at, item in enumerate(items, 1)]
    )


def _add_parked(work: Work, context: Context, meeting: Meeting, items: Sequence[AgendaItem]) -> dict[int, AgendaItem]:
    if not items:
        return {}
    there = work.agenda.where(committee_id=meeting.committee_id, meeting_id=None)
    place = max((item.ordinal for item in there), default=0)
    return _add(work, context, [replace(carried(item, None), ordinal=place + at) for at, item in enumerate(items, 1)])


def _add(work: Work, context: Context, items: Sequence[AgendaItem]) -> dict[int, AgendaItem]:
    made = {}
    for item in items:
        one = work.agenda.add(item)
        facts = {"at": context.clock.instant(), "title": one.title, "meeting": one.meeting_id}
        work.audit("carried", "agenda_item", one.id, **facts)
        made[item.carried_from_id or 0] = one
    return made


def _bring_annexes(work: Work, made: Mapping[int, AgendaItem]) -> None:
    found = _annexes(work, list(made))
    if not any(found.values()):
        return
    uids = work.record_ids.uids(FileOwner.AGENDA_ITEM.value, [item.id for item in made.values()])
    for original, links in found.items():
        for link in links:
            work.file_links.add(replace(link, id=0, record_uid=uids[made[original].id]))


def _annexes(work: Work, item_ids: Sequence[int]) -> dict[int, tuple[FileLink, ...]]:
    owners = owners_of(work, FileOwner.AGENDA_ITEM, item_ids) if item_ids else ()
    return {record.id: links for record, links in links_of(work, owners).items()}


def _bring_requests(work: Work, items: Mapping[int, int]) -> None:
    """Move the open requests of items to other items."""
    if not items:
        return
    for request in work.requests.where(agenda_item_id=sorted(items), state=sorted(UNANSWERED)):
        work.requests.update(replace(request, agenda_item_id=items[request.agenda_item_id or 0]))


# ---- taking back

_Copy = tuple[AgendaItem, AgendaItem]
"""An original and the item that was made of it."""


def _copies_of(work: Work, dispositions: Sequence[ItemDisposition]) -> list[_Copy]:
    ids = sorted({one.agenda_item_id for one in dispositions if one.kind in _MADE})
    if not ids:
        return []
    originals = {item.id: item for item in work.agenda.where(id=ids)}
    return [(originals[copy.carried_from_id or 0], copy) for copy in work.agenda.where(carried_from_id=ids)]


def _used_in(work: Work, pair: _Copy) -> int | None:
    """Return the number of the meeting in which a copy is used, 0 for one without number; None if it is not used."""
    original, copy = pair
    meeting = work.meetings.get(copy.meeting_id) if copy.meeting_id is not None else None
    annexes = _annexes(work, [original.id, copy.id])
    before, now = ([(link.file_id, link.name) for link in annexes[one.id]] for one in pair)
    begun = meeting is not None and meeting.state not in _UNBEGUN
    if begun or before != now or not is_unchanged(original, copy):
        return meeting.number or 0 if meeting is not None else 0
    return None


def _remove(work: Work, context: Context, pairs: Sequence[_Copy]) -> None:
    _bring_requests(work, {copy.id: original.id for original, copy in pairs})
    for _original, copy in pairs:
        facts = {"at": context.clock.instant(), "title": copy.title, "meeting": copy.meeting_id}
        work.audit("removed", "agenda_item", copy.id, **facts)
        work.agenda.remove(copy.id)
