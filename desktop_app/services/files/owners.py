"""Owners of files: the records that files are linked to, their uids, and the rows of their links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.domain.documents.papers import Classification
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.rules.files import FileLink, FileOwner, FileRole, RecordRef
from desktop_app.domain.rules.minutes import EDITABLE, MinutesState
from desktop_app.services.reading import newest_version
from desktop_app.storage.store.work import Work

_ROLES: Final[Mapping[FileOwner, FileRole]] = {
    FileOwner.AGENDA_ITEM: FileRole.ANNEX,
    FileOwner.NOMINATION: FileRole.LETTER,
    FileOwner.TASK: FileRole.EVIDENCE,
    FileOwner.INCOMING: FileRole.LETTER,
    FileOwner.OUTGOING: FileRole.LETTER,
}


_ARCHIVED: Final = frozenset({MinutesState.ARCHIVED, MinutesState.AMENDED})
"""States in which minutes keep the scans that they have."""


@dataclass(frozen=True, slots=True)
class Owner:
    """A record with its uid; ``uids`` are those of all records whose files it shows as its own.

    Minutes show those of the versions before, since an annex goes on with the text it was given to.
    """

    record: RecordRef
    uid: str
    uids: tuple[str, ...]
    role: FileRole
    classification: Classification = Classification.NORMAL
    open: bool = True
    """Whether its annexes may still change."""
    archived: frozenset[str] = frozenset()
    """Of minutes, the uids of versions whose scans are what they are archived by."""


def owner_of(work: Work, record: RecordRef) -> Owner:
    """The record as an owner of files; raises ``RuleBroken("record_unknown")``."""
    if record.kind is FileOwner.MINUTES:
        return _minutes(work, record)
    uid = work.record_ids.uids(record.kind.value, [record.id]).get(record.id)
    if uid is None:
        raise RuleBroken("record_unknown", kind=record.kind.value, id=record.id)
    return Owner(record, uid, (uid,), _ROLES.get(record.kind, FileRole.ATTACHMENT), _class_of(work, record))


def owners_of(work: Work, kind: FileOwner, ids: Sequence[int]) -> tuple[Owner, ...]:
    """Several records of one kind that are no minutes, in their order; read by one question."""
    uids = work.record_ids.uids(kind.value, ids)
    role = _ROLES.get(kind, FileRole.ATTACHMENT)
    return tuple(Owner(RecordRef(kind, one), uids[one], (uids[one],), role) for one in ids)


def owner_of_link(work: Work, link: FileLink) -> Owner:
    """The record that a link belongs to; of minutes the newest version, which shows the link."""
    kind = FileOwner(link.record_kind)
    record_id = work.record_ids.id_of(kind.value, link.record_uid)
    if not record_id:
        raise RuleBroken("record_unknown", kind=kind.value, id=0)
    if kind is FileOwner.MINUTES:
        newest = newest_version(work, work.versions.get(record_id).meeting_id)
        record_id = newest.id if newest is not None else record_id
    return owner_of(work, RecordRef(kind, record_id))


def links_of(work: Work, owners: Sequence[Owner]) -> Mapping[RecordRef, tuple[FileLink, ...]]:
    """What each of the owners has now, in order."""
    uids = {uid: owner for owner in owners for uid in owner.uids}
    found = work.file_links.where(record_uid=tuple(uids), removed_on=None) if uids else ()
    of: dict[RecordRef, list[FileLink]] = {owner.record: [] for owner in owners}
    for link in found:
        of[uids[link.record_uid].record].append(link)
    return {record: tuple(sorted(links, key=lambda one: (one.ordinal, one.id))) for record, links in of.items()}


def is_fixed(owner: Owner, link: FileLink) -> bool:
    """Whether a file is part of minutes that are final, or a scan of minutes that are archived."""
    return (link.role is FileRole.ANNEX and not owner.open) or _is_archived_scan(owner, link)


def require_open(owner: Owner, link: FileLink) -> None:
    """Raise ``RuleBroken`` for what is fixed: ``file_of_final_minutes``, ``scan_of_archived_minutes``."""
    if _is_archived_scan(owner, link):
        raise RuleBroken("scan_of_archived_minutes", name=link.name)
    if is_fixed(owner, link):
        raise RuleBroken("file_of_final_minutes", name=link.name)


def _is_archived_scan(owner: Owner, link: FileLink) -> bool:
    return link.role is FileRole.SCAN and link.record_uid in owner.archived


def _class_of(work: Work, record: RecordRef) -> Classification:
    """That of a registered paper; the other kinds have none of their own."""
    if record.kind is FileOwner.INCOMING:
        return work.incoming_papers.get(record.id).classification
    if record.kind is FileOwner.OUTGOING:
        return work.outgoing_papers.get(record.id).classification
    return Classification.NORMAL


def _minutes(work: Work, record: RecordRef) -> Owner:
    version = work.versions.get(record.id)
    earlier = [one for one in work.versions.where(meeting_id=version.meeting_id) if one.version <= version.version]
    uids = work.record_ids.uids(record.kind.value, [one.id for one in earlier])
    may_change = version.state in EDITABLE
    return Owner(
        record,
        uids[record.id],
        tuple(uids.values()),
        FileRole.ANNEX if may_change else FileRole.ATTACHMENT,
        Classification(version.classification),
        may_change,
        frozenset(uids[one.id] for one in earlier if one.state in _ARCHIVED),
    )
