"""File checks: the bytes of every attached file against its row, and the records that would miss them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.domain.rules.files import FileOwner, StoredFile
from desktop_app.storage.files.file_store import FileState, FileStore
from desktop_app.storage.store.transaction import Transaction

_FILES: Final = "SELECT id, sha256, size, type FROM file ORDER BY id"
_LINKS: Final = " UNION ALL ".join(
    f"SELECT link.file_id, link.name, '{kind.value}', owner.id FROM file_link AS link"
    f" JOIN {kind.value} AS owner ON owner.uid = link.record_uid WHERE link.record_kind = '{kind.value}'"
    for kind in FileOwner
)
_KINDS: Final = {FileState.MISSING: FindingKind.FILE_MISSING, FileState.ALTERED: FindingKind.FILE_ALTERED}


def files_against_rows(store: FileStore, transaction: Transaction, *, whole: bool) -> Iterator[Finding]:
    """Files that are missing or altered: by name and size, or with their hash as well."""
    wrong = [(file, state) for file in _files(transaction) if (state := store.state(file, whole=whole)) in _KINDS]
    if not wrong:
        return
    named: dict[int, list[str]] = {}
    for file_id, name, kind, record_id in transaction.text(_LINKS):
        named.setdefault(file_id, []).append(f"{name} ({kind} {record_id})")
    for file, state in wrong:
        detail = "; ".join(named.get(file.id, [file.sha256]))
        yield Finding(kind=_KINDS[state], subject="file", id=file.id, detail=detail)


def _files(transaction: Transaction) -> Iterator[StoredFile]:
    for file_id, sha256, size, media_type in transaction.text(_FILES):
        yield StoredFile(id=file_id, sha256=sha256, size=size, type=media_type)
