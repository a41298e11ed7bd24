"""Acts on the files of a record: attach, rename, class, order, take off. The bytes are in the store before the act.

A link is never deleted: what was taken off keeps its row and its bytes, and comes back under the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from desktop_app.domain.documents.paper_capabilities import taken
from desktop_app.domain.documents.papers import Classification
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.outcome import Changed, FilesAttached, Outcome
from desktop_app.domain.rules.files import (
    FileLink,
    FileRole,
    RecordRef,
    StoredFile,
    name_from,
    require_class,
    require_name,
)
from desktop_app.domain.rules.ordering import moved_among
from desktop_app.services.audit_diff import changes
from desktop_app.services.context import Context
from desktop_app.services.files.owners import links_of, owner_of, owner_of_link, require_open
from desktop_app.storage.store.work import Work


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file that lies in the store, and what it was called where it came from."""

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
    """Attach files to a record at the end of its list; those that it has already are left out and named.

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
    """The same as part of another act."""
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
    """Another name or class for a file on its record; a class of None is that of the record, and none is lower."""
    with context.write() as work:
        link = work.file_links.get(link_id)
        owner = owner_of_link(work, link)
        require_open(owner, link)
        require_class(classification, owner.classification)
        typed = require_name(taken(context.paper, name, "name"))
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
        for ordinal, one_id in enumerate(moved_among(list(by_id), by_id, link_id, step), start=1):
            if by_id[one_id].ordinal != ordinal:
                work.file_links.update(replace(by_id[one_id], ordinal=ordinal))
        work.audit("reordered", "file_link", link_id, at=context.clock.instant(), step=step)
        return work.record(Outcome(changed=Changed.FILES, id=link_id))


def take_off(context: Context, link_ids: Sequence[int]) -> Outcome:
    """Take files off their record; those that are off already stay so."""
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
    """A link may stand again as it did: its record is there, its annexes may change, and it has the file once so."""
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
    """The files as they are recorded, by their hash; those that no record has yet are recorded now."""
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
