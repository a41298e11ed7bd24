"""Names of many records, read with one statement for each kind of record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from desktop_app.domain.read_models.history import AuditEntry, NamedRecord, RecordKey
from desktop_app.domain.rules.files import FileLink
from desktop_app.domain.rules.minutes import was_taken_over
from desktop_app.storage.store.store import RecordStore
from desktop_app.storage.store.work import Work

Owners = Callable[[Any], Iterable[tuple[str, int | None]]]
"""The records that stand in the name of a record, the one that it belongs to first."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """How a kind of record is read and named; ``text`` is the field of its name."""

    store: Callable[[Work], RecordStore[Any]]
    text: str = ""
    after: str = ""
    """A second field of it; the first tells records apart, for a meeting has an invitation for each who is invited."""
    number: str = ""
    owners: Owners = lambda _record: ()
    about: Owners = lambda _record: ()
    """Records whose words its own may repeat, though they are no part of its name: it bears their class."""


def _of_version(record: Any) -> Iterable[tuple[str, int | None]]:  # noqa: ANN401 - of several kinds
    return (("minutes_version", record.minutes_version_id),)


def _of_meeting(record: Any) -> Iterable[tuple[str, int | None]]:  # noqa: ANN401 - of several kinds
    return (("meeting", record.meeting_id),)


def _about_resolution(record: Any) -> Iterable[tuple[str, int | None]]:  # noqa: ANN401 - of several kinds
    return (("resolution", record.resolution_id),)


FILE: Final = "file_link"
PARTED: Final = " – "
"""Between the two fields of such a text."""
_KINDS: Final[Mapping[str, _Kind]] = {
    # who names others comes before them; a file belongs to a record by its uid
    FILE: _Kind(lambda work: work.file_links, "name"),
    "upstream_link": _Kind(
        lambda work: work.upstream_links,
        owners=lambda link: (("upstream_decision", link.upstream_id), ("resolution", link.resolution_id)),
    ),
    "clause_effect": _Kind(
        lambda work: work.effects,
        owners=lambda effect: (("resolution", effect.resolution_id), ("clause", effect.clause_id)),
    ),
    "item_disposition": _Kind(
        lambda work: work.dispositions,
        owners=lambda record: (("agenda_item", record.agenda_item_id), *_of_version(record)),
    ),
    "clause": _Kind(lambda work: work.clauses, "text", owners=_of_version),
    "attendance": _Kind(lambda work: work.attendance, "name", owners=_of_version),
    "guest": _Kind(lambda work: work.guests, "name", owners=_of_version),
    "deliberation": _Kind(lambda work: work.deliberations, "text", owners=_of_version),
    "signer": _Kind(lambda work: work.signers, "name", owners=_of_version),
    "sent_invitation": _Kind(lambda work: work.sent_invitations, "addressee", owners=_of_meeting),
    "task": _Kind(
        lambda work: work.tasks,
        owners=lambda record: (("resolution", record.resolution_id), ("unit", record.unit_id)),
    ),
    "nomination": _Kind(
        lambda work: work.nominations, owners=lambda record: (("seat", record.seat_id), ("person", record.person_id))
    ),
    "month": _Kind(lambda work: work.month_acts),
    "request": _Kind(lambda work: work.requests, "title", about=_about_resolution),
    "agenda_item": _Kind(lambda work: work.agenda, "title", owners=_of_meeting, about=_about_resolution),
    "resolution": _Kind(lambda work: work.resolutions, "number", owners=_of_meeting),
    "minutes_version": _Kind(lambda work: work.versions, number="version", owners=_of_meeting),
    "meeting": _Kind(lambda work: work.meetings, number="number"),
    "unit": _Kind(lambda work: work.units, "name"),
    "person": _Kind(lambda work: work.people, "name"),
    "seat": _Kind(lambda work: work.seats, "title"),
    "axis": _Kind(lambda work: work.axes, "title"),
    "party": _Kind(lambda work: work.parties, "name"),
    "memorandum": _Kind(lambda work: work.memoranda, "title"),
    "article": _Kind(lambda work: work.articles, "title"),
    "committee": _Kind(lambda work: work.committees, "name"),
    "upstream_decision": _Kind(lambda work: work.upstream, "title"),
    "incoming_paper": _Kind(lambda work: work.incoming_papers, "sender", "subject"),
    "outgoing_paper": _Kind(lambda work: work.outgoing_papers, "addressee", "subject"),
}
_BY_OTHERS: Final = frozenset({"task", "nomination"})
"""Kinds whose text is the name of the second record that they point to."""

_CLASS: Final = "classification"


class Names:
    """Names of some records; a removed record has none."""

    def __init__(self, work: Work, keys: Iterable[RecordKey]) -> None:
        wanted: dict[str, set[int]] = defaultdict(set)
        for key in keys:
            wanted[key.kind].add(key.id)
        self._records: dict[RecordKey, Any] = {}
        self._of_files: Mapping[int, RecordKey] = {}
        for name, kind in _KINDS.items():
            ids = sorted(wanted[name])
            records = kind.store(work).where(id=ids) if ids else ()
            if name == FILE:
                self._of_files = _records_of_files(work, records)
            for record in records:
                self._records[RecordKey(name, record.id)] = record
                for owner, owner_id in (*self._owners(name, record), *kind.about(record)):
                    if owner_id is not None:
                        wanted[owner].add(owner_id)

    def name(self, key: RecordKey) -> NamedRecord | None:
        """Return the name of a record, or None."""
        record = self._records.get(key)
        if record is None:
            return None
        kind = _KINDS[key.kind]
        owners = [self.name(RecordKey(owner, id_)) for owner, id_ in self._owners(key.kind, record) if id_ is not None]
        text = PARTED.join(str(getattr(record, one)) for one in (kind.text, kind.after) if one)
        if key.kind in _BY_OTHERS and len(owners) > 1 and owners[1] is not None:
            text = owners[1].text
        return NamedRecord(key.kind, text, _number_of(key.kind, record), owners[0] if owners else None, key.id)

    def record_of(self, entry: AuditEntry) -> NamedRecord:
        """Return the record of an audit entry; a removed one is named from the entry."""
        found = self.name(RecordKey(entry.subject, entry.subject_id))
        return NamedRecord(entry.subject, _called(entry), 0, self._owner(entry)) if found is None else found

    def above(self, key: RecordKey) -> Iterator[RecordKey]:
        """Yield the records that a record belongs to or is about, and theirs in turn."""
        record = self._records.get(key)
        if record is None:
            return
        for owner, owner_id in (*self._owners(key.kind, record), *_KINDS[key.kind].about(record)):
            if owner_id is not None:
                yield RecordKey(owner, owner_id)
                yield from self.above(RecordKey(owner, owner_id))

    def classes(self) -> dict[RecordKey, str | None]:
        """Return the class of each record that has one."""
        return {key: record.classification for key, record in self._records.items() if hasattr(record, _CLASS)}

    def _owners(self, kind: str, record: Any) -> Iterable[tuple[str, int | None]]:  # noqa: ANN401 - of several kinds
        if kind == FILE:
            of = self._of_files.get(record.id)
            return () if of is None else ((of.kind, of.id),)
        return _KINDS[kind].owners(record)

    def _owner(self, entry: AuditEntry) -> NamedRecord | None:
        for fact, kind in (("minutes", "minutes_version"), ("meeting", "meeting")):
            told = entry.facts.get(fact)
            if isinstance(told, int):
                return self.name(RecordKey(kind, told))
        return None


def _number_of(kind: str, record: Any) -> int:  # noqa: ANN401 - of several kinds
    """Return the number that names a record; 0 for none."""
    if kind == "month":
        return int(record.year * 100 + record.month)
    if kind == "minutes_version" and was_taken_over(record):
        # each import makes one anew: none of them is a version that anybody wrote
        return 0
    field = _KINDS[kind].number
    return int(getattr(record, field) or 0) if field else 0


def _records_of_files(work: Work, links: Iterable[FileLink]) -> Mapping[int, RecordKey]:
    """Return the record of each file link; one statement for each kind of record."""
    uids: dict[str, set[str]] = defaultdict(set)
    known = [link for link in links if link.record_kind in _KINDS]
    for link in known:
        uids[link.record_kind].add(link.record_uid)
    ids = {kind: work.record_ids.ids(kind, sorted(of)) for kind, of in uids.items()}
    return {
        link.id: RecordKey(link.record_kind, ids[link.record_kind][link.record_uid])
        for link in known
        if link.record_uid in ids[link.record_kind]
    }


def _called(entry: AuditEntry) -> str:
    for part in (entry.facts, entry.facts.get("before"), entry.facts.get("after")):
        if isinstance(part, dict):
            for fact in ("removed", "added", "title", "name", "text"):
                told = part.get(fact)
                if isinstance(told, str) and told:
                    return told
    return ""
