"""The newest backup of a data folder against its database: whether both are of one office, and which goes further.

A file that was put in place of the database while the program was closed is sound in itself; only what lies beside it
tells that it is the file of another office, or an older one of this. The file from before a restore may go further in
numbers than what was restored: it went another way, which the entries tell that both should have.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app import paths
from desktop_app.domain.read_models.backups import Backup, BackupKind, Verdict
from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.storage.backup.manifest import Manifest, Replacement, listed_with_manifest
from desktop_app.storage.backup.places import numbered
from desktop_app.storage.file.connections import file_uri
from desktop_app.storage.file.folder import DataFolder
from desktop_app.storage.file.same_file import LINK
from desktop_app.storage.store.transaction import Transaction

_NOW: Final = (
    "SELECT uid, name, (SELECT max(seq) FROM audit), (SELECT max(id) FROM act) FROM committee ORDER BY id LIMIT 1"
)
_HEADS: Final = "SELECT hash FROM chain_link ORDER BY seq DESC"
_STOOD: Final = "SELECT 1 FROM chain_link WHERE seq = ? AND hash = ?"
_UID: Final = "SELECT uid FROM audit WHERE seq ="
_ENTRIES: Final = "SELECT seq, uid FROM audit ORDER BY seq DESC"


@dataclass(frozen=True, slots=True)
class Beside:
    """What the newest backup says against the database; nothing of it where both agree."""

    office: Backup | None = None
    """The newest backup, where it is of another committee than the database."""
    committee: str = ""
    """The name of the committee of the database, where that is another one."""
    newer: Backup | None = None
    """The newest backup, where it is of the same committee and holds entries that the database has not."""
    missing: int = 0
    """So many entries."""
    undone: Replacement | None = None
    """What the last restore brought, where the database is from before it."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The data of another office are not written on."""
        if self.office is None:
            return ()
        return (Finding(kind=FindingKind.OTHER_COMMITTEE, subject="committee", detail=self.committee),)


def held_against_newest(data: DataFolder, kept: str = "") -> Beside:
    """Hold the database of an open folder against the newest backup beside it; it reads one manifest.

    A backup from before a restore says nothing of what was restored then: the one before it tells whose office it is,
    and which goes further is what the operator wanted. It says how far that went, by which the file from before the
    restore is known. ``kept`` is the uid of another committee beside whose backups the operator keeps the data.
    """
    newest, before = _newest(data.folder / paths.BACKUPS)
    with data.reading() as transaction:
        for uid, name, last_entry, last_act in transaction.text(_NOW):
            if newest is not None and newest.committee not in ("", uid):
                return Beside() if newest.committee == kept else Beside(office=newest, committee=name)
            reached = last_entry or 0, last_act or 0
            if before is not None:
                return Beside(undone=_undone(transaction, *before, reached))
            missing = 0 if newest is None else _missing(transaction, newest, reached)
            if missing:
                return Beside(newer=newest, missing=missing)
    return Beside()


def newest_in(place: Path) -> Backup | None:
    """The newest backup of a place that tells whose office it is."""
    return _newest(place)[0]


# ---- inside


Before = tuple[Path, Manifest | None]
"""A backup from before a restore: its folder and its manifest."""


def _newest(place: Path) -> tuple[Backup | None, Before | None]:
    """With the backup from before the newest restore, where that came after it."""
    before: Before | None = None
    for number, folder in reversed(numbered(place)):
        found, manifest = listed_with_manifest(folder, number)
        if found.verdict is Verdict.DAMAGED:
            continue
        if found.kind is not BackupKind.BEFORE_RESTORE:
            return found, before
        before = before or (folder, manifest)
    return None, before


def _undone(
    transaction: Transaction, folder: Path, manifest: Manifest | None, reached: tuple[int, int]
) -> Replacement | None:
    """What was restored, where the database goes less far, or as some moment before the restore."""
    brought = None if manifest is None else manifest.replaced_by
    if brought is None:
        return None
    if reached[0] < brought.last_entry or reached[1] < brought.last_act:
        return brought
    links = transaction.text(LINK)
    if not links or links[0][1] == brought.chain_head:
        return None
    stood = _asked(folder / paths.DATABASE, _STOOD, tuple(links[0]))
    return brought if stood else None


def _missing(transaction: Transaction, newest: Backup, reached: tuple[int, int]) -> int:
    """How many entries of the backup the database has not; that many acts, where it has all of the entries."""
    further = max(newest.last_entry - reached[0], newest.last_act - reached[1])
    if further > 0:
        return further
    # mostly it is the newest link or one of the last
    if not newest.chain_head or any(head == newest.chain_head for (head,) in transaction.cells(_HEADS)):
        return 0
    count = 0
    for seq, uid in _asked(newest.database, _ENTRIES):
        if not isinstance(seq, int) or [one for (one,) in transaction.text(f"{_UID} {seq}")] == [uid]:
            break
        count += 1
    return count


def _asked(database: Path, sql: str, values: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    """Rows of a backup; none where it cannot be read, which its verifying tells."""
    try:
        with closing(sqlite3.connect(file_uri(database, "ro"), uri=True, isolation_level=None)) as opened:
            return opened.execute(sql, values).fetchall()
    except sqlite3.Error:
        return []
