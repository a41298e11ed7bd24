"""Changed fields of an audit entry, with records in place of ids and days in place of texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final, TypeGuard

from desktop_app.domain.read_models.history import AuditEntry, FieldChange, NamedRecord, RecordKey, Told

_ISO: Final = re.compile(r"\d{4}-\d\d-\d\d")
_REFERS: Final[Mapping[str, str]] = {
    "agenda_item": "agenda_item",
    "agenda_item_id": "agenda_item",
    "axis_id": "axis",
    "by": "minutes_version",
    "cooperating": "unit",
    "executor_unit_id": "unit",
    "incoming_paper_id": "incoming_paper",
    "granted_by_meeting_id": "meeting",
    "meeting": "meeting",
    "meeting_id": "meeting",
    "minutes_version_id": "minutes_version",
    "other": "resolution",
    "other_id": "resolution",
    "owner_person_id": "person",
    "owner_unit_id": "unit",
    "party_id": "party",
    "person": "person",
    "person_id": "person",
    "resolution_id": "resolution",
    "seat": "seat",
    "seat_id": "seat",
    "unit_id": "unit",
    "upstream_id": "upstream_decision",
}
"""By field: the kind of record whose id it holds; a parent is of the kind of its child."""
_OWN: Final = frozenset({"at", "minutes"})
"""Facts that the entry itself tells by its instant and its record."""
UNTOLD: Final = frozenset(
    {
        "id",
        "uid",
        "committee_id",
        "memorandum_id",
        "undoes_id",
        "batch",
        "snapshot",
        "record_uid",
        "record_id",
        "sha256",
        # of a scan: what its files and its place are found by
        "scan",
        "link",
        "sources",
        "kept_by",
        # of a report that a letter told: which of the task's entries it is
        "entry",
        # of an answer to an invitation: which it is, and what tells the invitee from another
        "reply",
        "invitee",
        # of a salvage: how far the ids of each kind went
        "upto",
    }
)
"""Fields that say nothing to a person."""
NameOf = Callable[[RecordKey], NamedRecord | None]


def references(entry: AuditEntry) -> Iterator[RecordKey]:
    """Yield every record that the entry names."""
    yield RecordKey(entry.subject, entry.subject_id)
    for name, value in _values(entry.facts):
        kind = _kind_of(name, entry.subject)
        if kind:
            yield from (RecordKey(kind, one) for one in (value if isinstance(value, list) else [value]) if _is_id(one))
    version = entry.facts.get("minutes")
    if _is_id(version):
        yield RecordKey("minutes_version", version)


def fields_of(entry: AuditEntry, name_of: NameOf) -> tuple[FieldChange, ...]:
    """Return the changed fields before and after, then the other facts; fields empty before and after are left out."""
    facts = entry.facts

    def told(name: str, value: object) -> Told:
        return _told(value, _kind_of(name, entry.subject), name_of)

    found = []
    before, after = _part(facts, "before"), _part(facts, "after")
    if "source" in facts and "target" in facts:
        before, after = {"state": facts["source"], **before}, {"state": facts["target"], **after}
    for name in dict.fromkeys((*before, *after)):
        was, is_ = told(name, before.get(name)), told(name, after.get(name))
        if was != is_:
            found.append(FieldChange(name, was, is_))
    said = {name: value for name, value in facts.items() if name not in _OWN | {"before", "after", "source", "target"}}
    for name, value in _flat(said):
        meant = told(name, value)
        if name == "removed":
            found.append(FieldChange(name, meant, None))
        elif meant is not None:
            found.append(FieldChange(name, None, meant, fact=True))
    return tuple(found)


def _values(facts: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    yield from _flat({name: value for name, value in facts.items() if name not in _OWN | {"before", "after"}})
    for part in ("before", "after"):
        yield from _part(facts, part).items()


def _part(facts: Mapping[str, object], part: str) -> dict[str, object]:
    found = facts.get(part)
    if isinstance(found, list):
        # the one list that is changed as a whole: days that are free
        return {"holidays": found}
    return dict(_flat(found)) if isinstance(found, dict) else {}


def _flat(values: Mapping[str, object], above: str = "") -> Iterator[tuple[str, object]]:
    """Yield fields by name; nested ones as ``deadline.day``."""
    for name, value in values.items():
        full = f"{above}{name}"
        if name in UNTOLD:
            continue
        if isinstance(value, dict):
            yield from _flat(value, f"{full}.")
        else:
            yield full, value


def _kind_of(name: str, subject: str) -> str:
    if name == "parent_id":
        return subject
    return _REFERS.get(name, "")


def _is_id(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def _told(value: object, kind: str, name_of: NameOf) -> Told:
    if value is None or value in ("", [], {}):
        return None
    if isinstance(value, list):
        return tuple(_told(one, kind, name_of) for one in value)
    if isinstance(value, dict):
        return tuple(_told(one, "", name_of) for one in value.values() if one is not False)
    return _told_one(value, kind, name_of)


def _told_one(value: object, kind: str, name_of: NameOf) -> Told:
    """Return a stored value as a named record, a day, a number or a text."""
    if kind and isinstance(value, int):
        return name_of(RecordKey(kind, value)) or NamedRecord(kind, number=value)
    if isinstance(value, str):
        return _day(value) or value
    return value if isinstance(value, int) else str(value)


def _day(value: str) -> date | None:
    if not _ISO.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
