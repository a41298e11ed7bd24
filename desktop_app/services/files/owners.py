"""Files of records: the owning record, the acts on its files, and the files page.

An act attaches, renames, classes, orders or takes off; the bytes are in the store before it. A link is never deleted:
what was taken off keeps its row and its bytes, and comes back under them. A sheet has the files of a record and of the
records that belong to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from desktop_app.domain.documents.paper_capabilities import clean_text
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, FilesAttached, Outcome
from desktop_app.domain.papers import Classification
from desktop_app.domain.read_models.paper_sheets import FileLine, FilesGroup, FilesSheet
from desktop_app.domain.rules.clauses import move_among
from desktop_app.domain.rules.files import (
    FileLink,
    FileOwner,
    FileRole,
    RecordRef,
    StoredFile,
    name_from,
    require_class,
    require_name,
)
from desktop_app.domain.rules.minutes import EDITABLE, MinutesState
from desktop_app.services.audit_diff import changes
from desktop_app.services.context import Context
from desktop_app.services.reading import agenda_of, newest_version
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
    """A record with its uid; ``uids`` include other records whose files it shows as its own.

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
    """Return the record as an owner of files; raises ``RuleBroken("record_unknown")``."""
    if record.kind is FileOwner.MINUTES:
        return _minutes(work, record)
    uid = work.record_ids.uids(record.kind.value, [record.id]).get(record.id)
    if uid is None:
        raise RuleBroken("record_unknown", kind=record.kind.value, id=record.id)
    return Owner(record, uid, (uid,), _ROLES.get(record.kind, FileRole.ATTACHMENT), _class_of(work, record))


def owners_of(work: Work, kind: FileOwner, ids: Sequence[int]) -> tuple[Owner, ...]:
    """Return several records of one kind (not minutes) as owners, in order, in one query."""
    uids = work.record_ids.uids(kind.value, ids)
    role = _ROLES.get(kind, FileRole.ATTACHMENT)
    return tuple(Owner(RecordRef(kind, one), uids[one], (uids[one],), role) for one in ids)


def owner_of_link(work: Work, link: FileLink) -> Owner:
    """Return the owner of a link; for minutes the newest version that shows the link."""
    kind = FileOwner(link.record_kind)
    record_id = work.record_ids.id_of(kind.value, link.record_uid)
    if not record_id:
        raise RuleBroken("record_unknown", kind=kind.value, id=0)
    if kind is FileOwner.MINUTES:
        newest = newest_version(work, work.versions.get(record_id).meeting_id)
        record_id = newest.id if newest is not None else record_id
    return owner_of(work, RecordRef(kind, record_id))


def links_of(work: Work, owners: Sequence[Owner]) -> Mapping[RecordRef, tuple[FileLink, ...]]:
    """Return the present links of each owner, in order."""
    uids = {uid: owner for owner in owners for uid in owner.uids}
    found = work.file_links.where(record_uid=tuple(uids), removed_on=None) if uids else ()
    of: dict[RecordRef, list[FileLink]] = {owner.record: [] for owner in owners}
    for link in found:
        of[uids[link.record_uid].record].append(link)
    return {record: tuple(sorted(links, key=lambda one: (one.ordinal, one.id))) for record, links in of.items()}


def is_fixed(owner: Owner, link: FileLink) -> bool:
    """Whether the file cannot change: part of final minutes, or a scan of archived minutes."""
    return (link.role is FileRole.ANNEX and not owner.open) or _is_archived_scan(owner, link)


def require_open(owner: Owner, link: FileLink) -> None:
    """Raise ``RuleBroken`` for a fixed file: ``file_of_final_minutes``, ``scan_of_archived_minutes``."""
    if _is_archived_scan(owner, link):
        raise RuleBroken("scan_of_archived_minutes", name=link.name)
    if is_fixed(owner, link):
        raise RuleBroken("file_of_final_minutes", name=link.name)


def _is_archived_scan(owner: Owner, link: FileLink) -> bool:
    return link.role is FileRole.SCAN and link.record_uid in owner.archived


def _class_of(work: Work, record: RecordRef) -> Classification:
    """The class of a registered paper; other kinds have none of their own."""
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


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file in the store, and its original name."""

    file: StoredFile
    name: str


def attach(
    context: Context,
    record: RecordRef,
    files: Sequence[NewFile],
    *,
    unnamed: str,
    classification: Classification | None = None,
    role: FileRole | None = None,
) -> FilesAttached:
    """Attach files at the end of a record's list; files already attached are left out and named.

    ``unnamed`` is what one is called whose own name cannot be printed; a ``role`` of None is what files of such a
    record usually are. A file that a record has in another role is new to a role that is named. Raises ``RuleBroken``
    where nothing is new: ``file_attached_already``; what was lost of such a file lies in the store again by then.
    """
    with context.write() as work:
        return work.record(
            link_files(context, work, record, files, unnamed=unnamed, classification=classification, role=role)
        )


def link_files(
    context: Context,
    work: Work,
    record: RecordRef,
    files: Sequence[NewFile],
    *,
    unnamed: str,
    classification: Classification | None = None,
    role: FileRole | None = None,
) -> FilesAttached:
    """Attach files inside another act."""
    owner = owner_of(work, record)
    require_class(classification, owner.classification)
    links, already = links_of(work, (owner,))[record], list[str]()
    known = {link.file_id for link in links if role is None or link.role is role}
    stored = _stored(work, [one.file for one in files])
    new, ordinal = list[FileLink](), _last(links)
    for one in files:
        file = stored[one.file.sha256]
        name = name_from(one.name, context.paper.supported, unnamed)
        if file.id in known:
            already.append(name)
            continue
        known.add(file.id)
        ordinal += 1
        link = FileLink(
            file_id=file.id,
            record_kind=record.kind.value,
            record_uid=owner.uid,
            role=role or owner.role,
            name=name,
            ordinal=ordinal,
            classification=classification,
        )
        new.append(link)
    made = _added(context, work, record, new, {file.id: file for file in stored.values()})
    if not made:
        raise RuleBroken("file_attached_already", name=already[0] if already else "")
    return FilesAttached(changed=Changed.FILES, id=made[-1], links=made, already=tuple(already))


def edit(context: Context, link_id: int, name: str, classification: Classification | None) -> Outcome:
    """Change the name or class of a file on its record; None is the record's class, a lower one is refused."""
    with context.write() as work:
        link = work.file_links.get(link_id)
        owner = owner_of_link(work, link)
        require_open(owner, link)
        require_class(classification, owner.classification)
        typed = require_name(clean_text(context.paper, name, "name"))
        changed = replace(link, name=typed, classification=classification)
        work.file_links.update(changed)
        work.audit("changed", "file_link", link_id, at=context.clock.instant(), **changes(link, changed))
        return work.record(Outcome(changed=Changed.FILES, id=link_id))


def move(context: Context, link_id: int, step: int) -> Outcome:
    """Move a file up (negative) or down the list of its record."""
    with context.write() as work:
        link = work.file_links.get(link_id)
        owner = owner_of_link(work, link)
        require_open(owner, link)
        links = links_of(work, (owner,))[owner.record]
        by_id = {one.id: one for one in links}
        for ordinal, one_id in enumerate(move_among(list(by_id), by_id, link_id, step), start=1):
            if by_id[one_id].ordinal != ordinal:
                work.file_links.update(replace(by_id[one_id], ordinal=ordinal))
        work.audit("reordered", "file_link", link_id, at=context.clock.instant(), step=step)
        return work.record(Outcome(changed=Changed.FILES, id=link_id))


def take_off(context: Context, link_ids: Sequence[int]) -> Outcome:
    """Detach files from their record; files already detached are ignored."""
    today = context.clock.today()
    with context.write() as work:
        for link_id in link_ids:
            link = work.file_links.get(link_id)
            if link.removed_on is not None:
                continue
            require_open(owner_of_link(work, link), link)
            work.file_links.update(replace(link, removed_on=today))
            work.audit("taken_off", "file_link", link_id, at=context.clock.instant(), name=link.name)
        return work.record(Outcome(changed=Changed.FILES, id=link_ids[0] if link_ids else 0))


def require_back(work: Work, _context: Context, now: FileLink | None, back: FileLink | None) -> None:
    """Raise ``RuleBroken`` unless a link can be restored: its record exists and may change, without a duplicate."""
    if now is None or back is None:
        # what was attached is taken off, never undone by removing its row
        raise RuleBroken("record_kept", kind="file_link")
    owner = owner_of_link(work, now)
    require_open(owner, now)
    if now.removed_on is not None and back.removed_on is None:
        for other in links_of(work, (owner,))[owner.record]:
            if other.file_id == now.file_id and other.role is now.role:
                raise RuleBroken("file_attached_again", name=other.name)


# ---- inside


def _stored(work: Work, files: Sequence[StoredFile]) -> dict[str, StoredFile]:
    """Return the recorded files by hash; unknown ones are recorded now."""
    wanted = {one.sha256: one for one in files}
    found = {one.sha256: one for one in work.files.where(sha256=tuple(wanted))}
    new = work.files.add_all([replace(one, id=0) for sha256, one in wanted.items() if sha256 not in found])
    return found | {one.sha256: one for one in new}


def _added(
    context: Context, work: Work, record: RecordRef, links: Sequence[FileLink], files: Mapping[int, StoredFile]
) -> tuple[int, ...]:
    made = work.file_links.add_all(links)
    for link in made:
        file = files[link.file_id]
        work.audit(
            "attached",
            "file_link",
            link.id,
            at=context.clock.instant(),
            record=record.kind.value,
            record_id=record.id,
            name=link.name,
            sha256=file.sha256,
            size=file.size,
        )
    return tuple(one.id for one in made)


def _last(links: Sequence[FileLink]) -> int:
    return max((link.ordinal for link in links), default=0)


def files_sheet(context: Context, record: RecordRef) -> FilesSheet:
    """Return the files page of a record; raises ``RuleBroken("record_unknown")``."""
    with context.read() as work:
        sheet = sheet_of(work, record)
    # of data that are only looked at nothing is offered that would be refused
    return replace(sheet, read_only=not context.writable)


def file_count(context: Context, record: RecordRef) -> int:
    """Number of files of a record; 0 for an unknown record."""
    with context.read() as work:
        return work.file_counts.of(record.kind.value, record.id)


def sheet_of(work: Work, record: RecordRef) -> FilesSheet:
    """Return the files page inside a unit of work."""
    parts = tuple(_parts(work, record))
    owners = {part.record: owner_of(work, part.record) for part in parts}
    links = links_of(work, tuple(owners.values()))
    kept = kept_files(work, [link for group in links.values() for link in group])
    return FilesSheet(
        tuple(
            FilesGroup(
                record=part.record,
                title=part.title,
                number=part.number,
                classification=owners[part.record].classification,
                lines=tuple(_line(owners[part.record], link, kept) for link in links[part.record]),
            )
            for part in parts
        )
    )


def file_of(context: Context, link_id: int) -> FileLine:
    """Return one file by its link; raises ``RuleBroken("record_unknown")``."""
    with context.read() as work:
        link = work.file_links.get(link_id)
        return FileLine(link, work.files.get(link.file_id))


def kept_files(work: Work, links: list[FileLink]) -> dict[int, StoredFile]:
    """Return the stored files of some links, by id."""
    ids = {link.file_id for link in links}
    return {file.id: file for file in work.files.where(id=tuple(ids))} if ids else {}


def _line(owner: Owner, link: FileLink, kept: dict[int, StoredFile]) -> FileLine:
    return FileLine(link, kept[link.file_id], is_fixed(owner, link))


def _parts(work: Work, record: RecordRef) -> Iterator[FilesGroup]:
    yield FilesGroup(record=record)
    if record.kind is FileOwner.MEETING:
        for number, item in enumerate(agenda_of(work, record.id), start=1):
            yield FilesGroup(record=RecordRef(FileOwner.AGENDA_ITEM, item.id), title=item.title, number=number)
    elif record.kind in (FileOwner.SEAT, FileOwner.PERSON):
        of = {"seat_id": record.id} if record.kind is FileOwner.SEAT else {"person_id": record.id}
        for one in work.nominations.where(**of):
            name = work.people.get(one.person_id).name if one.person_id is not None else ""
            yield FilesGroup(record=RecordRef(FileOwner.NOMINATION, one.id), title=name)
