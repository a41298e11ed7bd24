"""Command-line names of records: their kind and their number, name or id."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.files import FileOwner, RecordRef, record_of_minutes
from desktop_app.domain.text.digits import latin_digits
from desktop_app.domain.text.folding import fold
from desktop_app.services.context import Context
from desktop_app.services.documents.documents import meeting_of_number
from desktop_app.services.documents.paper_choices import resolution_numbered, unit_named
from desktop_app.services.reading import agenda_of, newest_version
from desktop_app.storage.store.store import RecordStore
from desktop_app.storage.store.work import Work

FIELD: Final = "record"
"""What a refusal is about."""

Find = Callable[[Context, str], RecordRef | None]


def record_of_target(context: Context, target: str) -> RecordRef:
    """Return the record of ``meeting:6``, ``item:6/2`` and the like; raises ``file_target_unknown`` or another key."""
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
    """Return the id of the meeting with a number; 0 for a text that is not a number."""
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


def _named(kind: FileOwner, every: Callable[[Work], Iterable[tuple[int, str]]]) -> Find:
    """Return a lookup by name or id; it raises ``file_target_of_several`` for an ambiguous name."""

    def find(context: Context, name: str) -> RecordRef | None:
        with context.read() as work:
            found = [one for one, called in every(work) if fold(called) == fold(name) or one == _number(name)]
        if len(found) > 1:
            raise RuleBroken("file_target_of_several", name=name, kind=kind.value, ids=tuple(found))
        return RecordRef(kind, found[0]) if found else None

    return find


def _asked(kind: FileOwner, store: Callable[[Work], RecordStore[Any]], *fields: str) -> Find:
    """Return a lookup by these fields, joined with ``/``, or by id where several records match."""

    def find(context: Context, name: str) -> RecordRef | None:
        numbers = [_number(part) for part in name.split("/")]
        if len(numbers) != len(fields):
            return None
        with context.read() as work:
            found = store(work).where(**dict(zip(fields, numbers, strict=True)))
        return RecordRef(kind, found[0].id) if found else None

    return find


_KINDS: Final[Mapping[str, Find]] = {
    "meeting": _meeting,
    "minutes": _minutes,
    "item": _item,
    "resolution": lambda context, name: RecordRef(FileOwner.RESOLUTION, resolution_numbered(context, name).id),
    "unit": lambda context, name: RecordRef(FileOwner.UNIT, unit_named(context, name)),
    "person": _named(FileOwner.PERSON, lambda work: ((one.id, one.name) for one in work.people.where())),
    "seat": _named(FileOwner.SEAT, lambda work: ((one.id, one.title) for one in work.seats.where())),
    "nomination": _asked(FileOwner.NOMINATION, lambda work: work.nominations, "id"),
    "task": _asked(FileOwner.TASK, lambda work: work.tasks, "id"),
    "incoming": _asked(FileOwner.INCOMING, lambda work: work.incoming_papers, "year", "row"),
    "upstream": _named(FileOwner.UPSTREAM, lambda work: ((one.id, one.title) for one in work.upstream.where())),
    "outgoing": _asked(FileOwner.OUTGOING, lambda work: work.outgoing_papers, "year", "row"),
}
