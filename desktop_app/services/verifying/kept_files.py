"""Files that are kept of minutes, their prints for the pen and their scans, and whether each still has its bytes."""

from __future__ import annotations

from typing import Protocol

from desktop_app.domain.read_models.verified_paper import KeptPaper
from desktop_app.domain.rules.files import FileOwner, FileRole, RecordRef, StoredFile, record_of_minutes
from desktop_app.domain.rules.minutes import MinutesVersion
from desktop_app.domain.verifying.verdicts import KeptState
from desktop_app.services.ports import Work


class KeptFiles(Protocol):
    """Looks at files of the data folder; a large one takes its time."""

    def print_state(self, name: str, sha256: str) -> KeptState:
        """A print in the folder of papers against the hash that was recorded with it."""

    def file_state(self, file: StoredFile) -> KeptState:
        """A file of the store against its hash."""


def kept_of(work: Work, files: KeptFiles, version: MinutesVersion) -> tuple[KeptPaper, ...]:
    """The kept files of a version, the prints first; a later print of one name took the place of those before."""
    prints = {one.path: one for one in work.printings.where(minutes_version_id=version.id)}
    found = [KeptPaper(at=one.at, state=files.print_state(one.path, one.sha256)) for one in prints.values()]
    return (*found, *_linked(work, files, record_of_minutes(version), FileRole.SCAN))


def files_of_letter(work: Work, files: KeptFiles, paper_id: int) -> tuple[KeptPaper, ...]:
    """The files of a letter that went out, such as its scan."""
    return _linked(work, files, RecordRef(FileOwner.OUTGOING, paper_id), FileRole.LETTER)


def _linked(work: Work, files: KeptFiles, record: RecordRef, role: FileRole) -> tuple[KeptPaper, ...]:
    uid = work.record_ids.uids(record.kind.value, [record.id])[record.id]
    kept = work.file_links.where(record_kind=record.kind.value, record_uid=uid, role=role, removed_on=None)
    stored = {one.id: one for one in work.files.where(id=[one.file_id for one in kept])} if kept else {}
    return tuple(KeptPaper(name=one.name, state=files.file_state(stored[one.file_id])) for one in kept)
