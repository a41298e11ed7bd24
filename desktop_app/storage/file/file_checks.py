"""Checks of files: the bytes of every attached file and of every kept print against their database rows.

A print says of its bytes no more than their hash, so that it is read by the whole check alone. In earlier programs one
of a version replaced the one before it: of each name the newest is asked for. One whose bytes lie whole under another
name, since it was made again, is not missing. A wrong file is named by its record.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.domain.rules.files import FileOwner, StoredFile
from desktop_app.storage.file.file_store import FileState, FileStore, state_of
from desktop_app.storage.store.transaction import Transaction
from desktop_app.system import paths

NAME_OF: Final = {
    FileOwner.MEETING: "owner.number",
    FileOwner.AGENDA_ITEM: "owner.title",
    FileOwner.MINUTES: "(SELECT number FROM meeting WHERE id = owner.meeting_id)",
    FileOwner.RESOLUTION: "owner.number",
    FileOwner.TASK: (
        "trim((SELECT number FROM resolution WHERE id = owner.resolution_id) || ' – ' ||"
        " (SELECT name FROM unit WHERE id = owner.unit_id), ' –')"
    ),
    FileOwner.NOMINATION: "(SELECT name FROM person WHERE id = owner.person_id)",
    FileOwner.PERSON: "owner.name",
    FileOwner.SEAT: "owner.title",
    FileOwner.UNIT: "owner.name",
    FileOwner.INCOMING: "owner.subject",
    FileOwner.OUTGOING: "owner.subject",
    FileOwner.UPSTREAM: "owner.title",
}
"""By the kind of record: its number, title or name in a row ``owner`` of its table; null or empty for none."""


def name_with_record(name: str, kind: str, record: int, called: object) -> str:
    """Return the name of a file with kind, id and name of its record; the texts of findings parse it."""
    told = " ".join(str(called or "").split())
    return f"{name} ({kind} {record}: {told})" if told else f"{name} ({kind} {record})"


_FILES: Final = "SELECT id, sha256, size, type FROM file ORDER BY id"
_LINKS: Final = " UNION ALL ".join(
    f"SELECT link.file_id, link.name, '{kind.value}', owner.id, {NAME_OF[kind]} FROM file_link AS link"
    f" JOIN {kind.value} AS owner ON owner.uid = link.record_uid WHERE link.record_kind = '{kind.value}'"
    for kind in FileOwner
)
_PRINTS: Final = (
    "SELECT printing.id, printing.path, printing.sha256, version.id, meeting.number FROM printing"
    " LEFT JOIN minutes_version AS version ON version.id = printing.minutes_version_id"
    " LEFT JOIN meeting ON meeting.id = version.meeting_id"
    " WHERE printing.path <> '' AND printing.id IN (SELECT max(id) FROM printing GROUP BY path)"
    " ORDER BY printing.id"
)
_KINDS: Final = {FileState.MISSING: FindingKind.FILE_MISSING, FileState.ALTERED: FindingKind.FILE_ALTERED}


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file that the database knows; ``named`` gives its name on each of its records."""

    file: StoredFile
    named: str


@dataclass(frozen=True, slots=True)
class KnownPrint:
    """A paper that was printed for signing; ``name`` is its file name in the folder of papers."""

    id: int
    name: str
    sha256: str
    named: str


@dataclass(slots=True)
class KnownFiles:
    """All files that the database knows: attached files and prints."""

    attached: list[KnownFile] = field(default_factory=list)
    printed: list[KnownPrint] = field(default_factory=list)


def known_files(known: KnownFiles, transaction: Transaction) -> Iterator[Finding]:
    """Collect every file that should exist; the disk is read later, after the transaction."""
    named: dict[int, list[str]] = {}
    for file_id, name, kind, record_id, called in transaction.text(_LINKS):
        named.setdefault(file_id, []).append(name_with_record(name, kind, record_id, called))
    for file_id, sha256, size, media_type in transaction.text(_FILES):
        file = StoredFile(id=file_id, sha256=sha256, size=size, type=media_type)
        known.attached.append(KnownFile(file, "; ".join(named.get(file_id, [sha256]))))
    for print_id, path, sha256, version, meeting in transaction.text(_PRINTS):
        name = Path(path).name
        known.printed.append(
            KnownPrint(print_id, name, sha256, name_with_record(name, "printing", version or 0, meeting))
        )
    yield from ()


def wrong_files(
    store: FileStore, known: KnownFiles, progress: Progress = no_progress, *, whole: bool
) -> Iterator[Finding]:
    """Yield missing or altered files, by name and size; with ``whole`` also by hash, prints included."""
    printed = known.printed if whole else ()
    count = len(known.attached) + len(printed)
    for number, one in enumerate(known.attached):
        progress(number, count)
        state = store.state(one.file, whole=whole)
        if state in _KINDS:
            yield Finding(kind=_KINDS[state], subject="file", id=one.file.id, detail=one.named)
    papers = store.folder.with_name(paths.PAPERS)
    wrong, whole_bytes = [], set()
    for number, paper in enumerate(printed, start=len(known.attached)):
        progress(number, count)
        state = state_of(papers / paper.name, paper.sha256)
        if state in _KINDS:
            wrong.append((paper, _KINDS[state]))
        else:
            whole_bytes.add(paper.sha256)
    for paper, kind in wrong:
        if paper.sha256 not in whole_bytes:
            yield Finding(kind=kind, subject="printing", id=paper.id, detail=paper.named)
