"""A record as a person names it on the command line: its kind and its number, name or id."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.files import FileOwner, RecordRef, record_of_minutes
from desktop_app.domain.text.digits import latin_digits
from desktop_app.domain.text.folding import fold
from desktop_app.services.context import Context
from desktop_app.services.documents.documents import meeting_of_number
from desktop_app.services.documents.paper_choices import resolution_numbered, unit_named
from desktop_app.services.reading import agenda_of, newest_version

FIELD: Final = "record"
"""What a refusal is about."""

Find = Callable[[Context, str], RecordRef | None]


def record_of_target(context: Context, target: str) -> RecordRef:
    """The record of ``meeting:6``, ``item:6/2`` and the like; raises ``file_target_unknown`` or that of its kind."""
    kind, _, name = target.partition(":")
    find = _KINDS.get(kind.strip().lower())
    try:
        found = find(context, name.strip()) if find is not None and name.strip() else None
    except RuleBroken as broken:
        # what a number or a name is told beside otherwise is a field of letters
        raise broken.beside(FIELD) from broken
    if found is None:
        raise RuleBroken("file_target_unknown", field=FIELD, target=target)
    return found


def _number(text: str) -> int:
    plain = latin_digits(text.strip())
    return int(plain) if plain.isascii() and plain.isdecimal() and len(plain) < 10 else 0


def _numbered(context: Context, name: str) -> int:
    """Id of the meeting; 0 for what is no number, of which a refusal would speak as of the meeting 0."""
    number = _number(name)
    return meeting_of_number(context, number) if number else 0


def _meeting(context: Context, name: str) -> RecordRef | None:
    meeting_id = _numbered(context, name)
    return RecordRef(FileOwner.MEETING, meeting_id) if meeting_id else None


def _minutes(context: Context, name: str) -> RecordRef | None:
    meeting_id = _numbered(context, name)
    with context.read() as work:
        version = newest_version(work, meeting_id) if meeting_id else None
    return record_of_minutes(version) if version is not None else None


def _item(context: Context, name: str) -> RecordRef | None:
    meeting, _, place = name.partition("/")
    meeting_id = _numbered(context, meeting)
    with context.read() as work:
        items = agenda_of(work, meeting_id) if meeting_id else ()
    at = _number(place)
    return RecordRef(FileOwner.AGENDA_ITEM, items[at - 1].id) if 0 < at <= len(items) else None


def _resolution(context: Context, name: str) -> RecordRef | None:
    return RecordRef(FileOwner.RESOLUTION, resolution_numbered(context, name).id)


def _unit(context: Context, name: str) -> RecordRef | None:
    return RecordRef(FileOwner.UNIT, unit_named(context, name))


def _person(context: Context, name: str) -> RecordRef | None:
    with context.read() as work:
        people = [(one.id, one.name) for one in work.people.where()]
    return _one(FileOwner.PERSON, people, name)


def _seat(context: Context, name: str) -> RecordRef | None:
    with context.read() as work:
        seats = [(one.id, one.title) for one in work.seats.where()]
    return _one(FileOwner.SEAT, seats, name)


def _one(kind: FileOwner, known: list[tuple[int, str]], name: str) -> RecordRef | None:
    """By its name or id; raises ``file_target_of_several`` where several bear the name."""
    found = [one for one, called in known if fold(called) == fold(name) or one == _number(name)]
    if len(found) > 1:
        raise RuleBroken("file_target_of_several", name=name, kind=kind.value, ids=tuple(found))
    return RecordRef(kind, found[0]) if found else None


def _nomination(context: Context, name: str) -> RecordRef | None:
    with context.read() as work:
        # one letter may name several people, so it is none of the names of a nomination
        found = work.nominations.where(id=_number(name))
    return RecordRef(FileOwner.NOMINATION, found[0].id) if found else None


def _task(context: Context, name: str) -> RecordRef | None:
    with context.read() as work:
        found = work.tasks.where(id=_number(name))
    return RecordRef(FileOwner.TASK, found[0].id) if found else None


def _incoming(context: Context, name: str) -> RecordRef | None:
    year, _, row = name.partition("/")
    with context.read() as work:
        found = work.incoming_papers.where(year=_number(year), row=_number(row))
    return RecordRef(FileOwner.INCOMING, found[0].id) if found else None


def _outgoing(context: Context, name: str) -> RecordRef | None:
    year, _, row = name.partition("/")
    with context.read() as work:
        found = work.outgoing_papers.where(year=_number(year), row=_number(row))
    return RecordRef(FileOwner.OUTGOING, found[0].id) if found else None


_KINDS: Final[Mapping[str, Find]] = {
    "meeting": _meeting,
    "minutes": _minutes,
    "item": _item,
    "resolution": _resolution,
    "unit": _unit,
    "person": _person,
    "seat": _seat,
    "nomination": _nomination,
    "task": _task,
    "incoming": _incoming,
    "outgoing": _outgoing,
}
