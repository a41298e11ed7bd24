"""File checks: the bytes of every attached file against its row, and the records that would miss them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.domain.progress import Progress, no_progress
from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.domain.rules.files import FileOwner, StoredFile
from desktop_app.storage.files.file_store import FileState, FileStore
from desktop_app.storage.files.owner_names import NAME_OF, on_record
from desktop_app.storage.store.transaction import Transaction

_FILES: Final = "SELECT id, sha256, size, type FROM file ORDER BY id"
_LINKS: Final = " UNION ALL ".join(
    f"SELECT link.file_id, link.name, '{kind.value}', owner.id, {NAME_OF[kind]} FROM file_link AS link"
    f" JOIN {kind.value} AS owner ON owner.uid = link.record_uid WHERE link.record_kind = '{kind.value}'"
    for kind in FileOwner
)
_KINDS: Final = {FileState.MISSING: FindingKind.FILE_MISSING, FileState.ALTERED: FindingKind.FILE_ALTERED}


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file that a row tells of; ``named`` is what it is called on which records."""

    file: StoredFile
    named: str


def known_files(known: list[KnownFile], transaction: Transaction) -> Iterator[Finding]:
    """Collect every file that should lie in the store: what is asked of the disk is asked after the transaction."""
    named: dict[int, list[str]] = {}
    for file_id, name, kind, record_id, called in transaction.text(_LINKS):
        named.setdefault(file_id, []).append(on_record(name, kind, record_id, called))
    for file_id, sha256, size, media_type in transaction.text(_FILES):
        file = StoredFile(id=file_id, sha256=sha256, size=size, type=media_type)
        known.append(KnownFile(file, "; ".join(named.get(file_id, [sha256]))))
    yield from ()


def wrong_files(
    store: FileStore, known: Sequence[KnownFile], told: Progress = no_progress, *, whole: bool
) -> Iterator[Finding]:
    """Files that are missing or altered: by name and size, or with their hash as well."""
    for number, one in enumerate(known):
        told(number, len(known))
        state = store.state(one.file, whole=whole)
        if state in _KINDS:
            yield Finding(kind=_KINDS[state], subject="file", id=one.file.id, detail=one.named)
