"""The files sheet of a record: its own files, and those of the records that belong to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from desktop_app.domain.read_models.files_sheet import FileLine, FilesGroup, FilesSheet
from desktop_app.domain.rules.files import FileLink, FileOwner, RecordRef, StoredFile
from desktop_app.services.context import Context
from desktop_app.services.files.owners import Owner, is_fixed, links_of, owner_of
from desktop_app.services.reading import agenda_of
from desktop_app.storage.store.work import Work


def files_sheet(context: Context, record: RecordRef) -> FilesSheet:
    """What shows of the files of a record; raises ``RuleBroken("record_unknown")``."""
    with context.read() as work:
        sheet = sheet_of(work, record)
    # of data that are only looked at nothing is offered that would be refused
    return replace(sheet, read_only=not context.writable)


def file_count(context: Context, record: RecordRef) -> int:
    """How many files that sheet holds; 0 for a record that is not there."""
    with context.read() as work:
        return work.file_counts.of(record.kind.value, record.id)


def sheet_of(work: Work, record: RecordRef) -> FilesSheet:
    """The same inside a unit of work."""
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
    """One file by its link; raises ``RuleBroken("record_unknown")``."""
    with context.read() as work:
        link = work.file_links.get(link_id)
        return FileLine(link, work.files.get(link.file_id))


def kept_files(work: Work, links: list[FileLink]) -> dict[int, StoredFile]:
    """The files of links by their ids."""
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
