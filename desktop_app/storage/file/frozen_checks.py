"""Frozen checks: each frozen text against its hash, and against the hash that was recorded when it was frozen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop_app.domain.documents.snapshots import content_hash
from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.storage.file.salvaged import salvaged_upto
from desktop_app.storage.store.audit import frozen_hashes
from desktop_app.storage.store.transaction import Transaction

VERSION: Final = "minutes_version"
_FROZEN: Final = f"SELECT id, snapshot, content_hash FROM {VERSION} WHERE content_hash <> '' ORDER BY id"
_SENT: Final = ("sent_invitation", "outgoing_paper")
"""Letters that are kept as they went out; of one that was made elsewhere there is neither text nor code."""


def frozen_texts(transaction: Transaction) -> Iterator[Finding]:
    """Each frozen version of minutes, one at a time: snapshots are long.

    Of those that a salvage kept without a proof it recorded no code, and listed them.
    """
    listed = range(1, salvaged_upto(transaction).get(VERSION, 0) + 1)
    for version_id, snapshot, code in transaction.cells(_FROZEN):
        recorded = frozen_hashes(transaction, [version_id]).get(version_id)
        if not recorded == code == content_hash(snapshot) and not (recorded is None and version_id in listed):
            yield Finding(kind=FindingKind.HASH_DIFFERS, subject=VERSION, id=version_id)


def sent_texts(transaction: Transaction) -> Iterator[Finding]:
    """Each letter that was sent against its code."""
    for kind in _SENT:
        letters = (
            f"SELECT id, document, content_hash FROM {kind} WHERE document <> '' OR content_hash <> '' ORDER BY id"
        )
        for sent_id, document, code in transaction.text(letters):
            if content_hash(document) != code:
                yield Finding(kind=FindingKind.HASH_DIFFERS, subject=kind, id=sent_id)
