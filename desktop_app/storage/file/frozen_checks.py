"""Frozen checks: each frozen text against its code, against what was recorded when it was frozen, and its records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app.domain.documents.frozen_parts import FrozenPart
from desktop_app.domain.documents.snapshots import content_hash
from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.services.documents.frozen_minutes import differences_of
from desktop_app.storage.store.transaction import Transaction
from desktop_app.storage.store.work import SqlWork

VERSION: Final = "minutes_version"
_FROZEN: Final = f"SELECT id FROM {VERSION} WHERE state NOT IN ('draft', 'review', 'dropped') AND content_hash <> ''"
_SENT: Final = ("sent_invitation", "outgoing_paper")
"""Letters that are kept as they went out; of one that was made elsewhere there is neither text nor code."""
_KINDS: Final = {FrozenPart.TEXT: FindingKind.HASH_DIFFERS, FrozenPart.CODE: FindingKind.HASH_DIFFERS}


def frozen_texts(transaction: Transaction) -> Iterator[Finding]:
    """Each frozen version, one at a time: snapshots are long."""
    for (version_id,) in transaction.text(f"{_FROZEN} ORDER BY id"):
        yield from frozen_text(transaction, version_id)


def frozen_text(transaction: Transaction, version_id: int) -> Iterator[Finding]:
    """One frozen version."""
    work = SqlWork(transaction)
    try:
        for one in differences_of(work, work.versions.get(version_id)):
            kind = _KINDS.get(one.part, FindingKind.SNAPSHOT_DIFFERS)
            detail = " ".join(part for part in (one.part.value, str(one.place or ""), one.field) if part)
            yield Finding(kind=kind, subject=VERSION, id=version_id, detail=detail)
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        # a value that is none of its kind; the next version is checked all the same
        yield Finding(kind=FindingKind.UNREADABLE, subject=VERSION, id=version_id, detail=str(error))


def sent_texts(transaction: Transaction) -> Iterator[Finding]:
    """Each letter that was sent against its code."""
    for kind in _SENT:
        letters = (
            f"SELECT id, document, content_hash FROM {kind} WHERE document <> '' OR content_hash <> '' ORDER BY id"
        )
        for sent_id, document, code in transaction.text(letters):
            if content_hash(document) != code:
                yield Finding(kind=FindingKind.HASH_DIFFERS, subject=kind, id=sent_id)
