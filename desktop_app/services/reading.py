"""Shared readers of services (newest version, parties, seat holders) and checks of input.

What was changed elsewhere since a form read it is refused, never overwritten. Words typed with an act are kept as their
fields show them and never come onto the paper.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, TypeVar

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Identified
from desktop_app.domain.read_models.sheets import Names, PreviousMeeting
from desktop_app.domain.rules.attendance import Roles
from desktop_app.domain.rules.committee import Party, PartyCode
from desktop_app.domain.rules.in_force import newest
from desktop_app.domain.rules.meetings import OVER, AgendaItem, Meeting, MeetingState
from desktop_app.domain.rules.members import SeatHolder, Unit, holders_on
from desktop_app.domain.rules.minutes import MinutesState, MinutesVersion, require_editable, was_taken_over
from desktop_app.domain.rules.typed_text import as_typed_clean
from desktop_app.storage.store.store import RecordStore
from desktop_app.storage.store.work import Work


def require_seen(kind: str, stored: Entity, seen: Entity | None) -> None:
    """Raise ``RuleBroken`` when the record changed since the form read it (``seen``); None skips the check."""
    if seen is not None:
        require_same(kind, stored, seen, stored.id)


def require_same(kind: str, stored: object, seen: object, record_id: int = 0) -> None:
    """Raise ``RuleBroken`` when form values changed since; ``record_id`` is 0 for values of several records."""
    if stored != seen:
        raise RuleBroken("changed_elsewhere", kind=kind, id=record_id)


def clean_words(text: str, field: str = "reason") -> str:
    """Return the cleaned, stripped text; raises ``RuleBroken("text_too_long")`` for its field."""
    try:
        return as_typed_clean(text, multiline=True).text.strip()
    except RuleBroken as broken:
        raise broken.beside(field) from broken


Entity = TypeVar("Entity", bound=Identified)
_PARTY_ORDER = tuple(PartyCode)
NO_ORIGINS: Final[Mapping[int, int]] = {}


def record_or_none(store: RecordStore[Entity], entity_id: int | None) -> Entity | None:
    """Return the record with this id, or None for no id."""
    return store.get(entity_id) if entity_id is not None else None


def only_committee_id(work: Work) -> int:
    """Id of the only committee; raises ``RuleBroken("committee_missing")``."""
    found = work.committees.where()
    if not found:
        raise RuleBroken("committee_missing")
    return found[0].id


def parties_of(work: Work, committee_id: int) -> tuple[Party, ...]:
    """The two parties, the governorate first."""
    found = work.parties.where(committee_id=committee_id)
    return tuple(sorted(found, key=lambda party: _PARTY_ORDER.index(party.code)))


def units_of(work: Work, committee_id: int) -> tuple[Unit, ...]:
    """All units by party, archived ones included."""
    parties = [party.id for party in parties_of(work, committee_id)]
    found = work.units.where(party_id=parties)
    return tuple(sorted(found, key=lambda unit: (parties.index(unit.party_id), unit.ordinal)))


def holders_of(work: Work, committee_id: int, day: date) -> tuple[SeatHolder, ...]:
    """The holders of filled seats on a day, by party."""
    parties = [party.id for party in parties_of(work, committee_id)]
    seats = sorted(work.seats.where(party_id=parties), key=lambda seat: (parties.index(seat.party_id), seat.ordinal))
    nominations = work.nominations.where(seat_id=[seat.id for seat in seats])
    people = work.people.where(id=[n.person_id for n in nominations if n.person_id is not None])
    return holders_on(seats, nominations, people, day)


def roles_of(work: Work, committee_id: int) -> Roles:
    """The role of each seat."""
    parties = [party.id for party in parties_of(work, committee_id)]
    return {seat.id: seat.role for seat in work.seats.where(party_id=parties)}


def newest_version(work: Work, meeting_id: int) -> MinutesVersion | None:
    """The newest version of a meeting's minutes, also a draft, for writing.

    What the minutes say is asked of :func:`desktop_app.services.versions.versions.version_in_force`.
    """
    return newest(work.versions.where(meeting_id=meeting_id))


def versions_of(work: Work, meeting_id: int) -> tuple[MinutesVersion, ...]:
    """All versions of a meeting's minutes that can be viewed.

    That is all but the dropped draft of a correction, and of a meeting that was taken over the last alone: those whose
    place it took have no text, and nothing in them was corrected.
    """
    return tuple(
        one
        for one in work.versions.where(meeting_id=meeting_id)
        if one.state is not MinutesState.DROPPED and not (one.state is MinutesState.AMENDED and was_taken_over(one))
    )


def editable_version(work: Work, version_id: int) -> MinutesVersion:
    """Return a version whose text may change; raises ``RuleBroken("minutes_frozen")``."""
    version = work.versions.get(version_id)
    require_editable(version)
    return version


def agenda_of(work: Work, meeting_id: int) -> tuple[AgendaItem, ...]:
    """The agenda of a meeting in order."""
    return work.agenda.where(meeting_id=meeting_id)


def origins_of(work: Work, items: Sequence[AgendaItem], known: Mapping[int, int] = NO_ORIGINS) -> dict[int, int]:
    """Return by item id the number of the meeting that did not reach the item; new items are absent.

    What is in ``known`` is not read again: the origin of an item never changes.
    """
    carried = {
        item.id: item.carried_from_id for item in items if item.carried_from_id is not None and item.id not in known
    }
    if not carried:
        return dict(known)
    originals = {one.id: one.meeting_id for one in work.agenda.where(id=sorted(set(carried.values())))}
    meetings = work.meetings.where(id=sorted({one for one in originals.values() if one is not None}))
    numbers = {one.id: one.number or 0 for one in meetings}
    return {**known, **{key: numbers[originals[original] or 0] for key, original in carried.items()}}


def require_item_of(work: Work, item_id: int, meeting_id: int) -> AgendaItem:
    """Return an agenda item of this meeting; raises ``RuleBroken("agenda_item_unknown")``."""
    item = work.agenda.get(item_id)
    if item.meeting_id != meeting_id:
        raise RuleBroken("agenda_item_unknown", item_id=item_id)
    return item


def earlier_than(meeting: Meeting, other: Meeting) -> bool:
    """Whether ``meeting`` comes before ``other``: by number, else by day."""
    if meeting.id == other.id:
        return False
    if meeting.number is not None and other.number is not None:
        return meeting.number < other.number
    if meeting.day is not None and other.day is not None:
        return meeting.day < other.day
    return meeting.day is not None


def previous_of(work: Work, meeting: Meeting) -> PreviousMeeting | None:
    """The last earlier meeting that took place, with or without quorum."""
    found = [
        PreviousMeeting(id=one.id, number=one.number, day=one.day)
        for one in work.meetings.where(committee_id=meeting.committee_id)
        if one.state in OVER and one.number is not None and one.day is not None and earlier_than(one, meeting)
    ]
    return max(found, key=lambda one: one.number, default=None)


def was_inquorate(work: Work, meeting: Meeting) -> bool:
    """Whether a meeting ended without quorum, also when it is closed now."""
    if meeting.state is MeetingState.INQUORATE:
        return True
    return bool(work.meeting_acts.where(meeting_id=meeting.id, target=MeetingState.INQUORATE))


def names_of(work: Work, committee_id: int) -> Names:
    """Return the names of all units, people and axes."""
    return Names(
        {unit.id: unit for unit in units_of(work, committee_id)},
        {person.id: person.name for person in work.people.where()},
        {axis.id: axis.code for axis in work.axes.where(committee_id=committee_id)},
    )
