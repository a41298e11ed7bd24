"""The newest backup of a data folder against its database: whether both are of one office, and which goes further.

A file that was put in place of the database while the program was closed is sound in itself; only what lies beside it
tells that it is the file of another office, or an older one of this.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app import paths
from desktop_app.domain.read_models.backups import Backup, BackupKind, Verdict
from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.storage.backup.manifest import listed
from desktop_app.storage.backup.places import numbered
from desktop_app.storage.file.folder import DataFolder

_NOW: Final = (
    "SELECT uid, name, (SELECT max(seq) FROM audit), (SELECT max(id) FROM act) FROM committee ORDER BY id LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class Beside:
    """What the newest backup says against the database; nothing of it where both agree."""

    office: Backup | None = None
    """The newest backup, where it is of another committee than the database."""
    committee: str = ""
    """The name of the committee of the database, where that is another one."""
    newer: Backup | None = None
    """The newest backup, where it is of the same committee and goes further than the database."""
    missing: int = 0
    """So many entries it goes further."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The data of another office are not written on."""
        if self.office is None:
            return ()
        return (Finding(kind=FindingKind.OTHER_COMMITTEE, subject="committee", detail=self.committee),)


def held_against_newest(data: DataFolder, kept: str = "") -> Beside:
    """Hold the database of an open folder against the newest backup beside it; it reads one manifest.

    A backup from before a restore says nothing of what was restored then: the one before it tells whose office it is,
    and which goes further is what the operator wanted. ``kept`` is the uid of another committee beside whose backups
    the operator keeps the data.
    """
    newest, restored = _newest(data.folder / paths.BACKUPS)
    if newest is None:
        return Beside()
    with data.reading() as transaction:
        for uid, name, last_entry, last_act in transaction.text(_NOW):
            if newest.committee not in ("", uid):
                if newest.committee == kept:
                    break
                return Beside(office=newest, committee=name)
            entries, acts = newest.last_entry - (last_entry or 0), newest.last_act - (last_act or 0)
            if not restored and max(entries, acts) > 0:
                return Beside(newer=newest, missing=max(entries, acts))
    return Beside()


def newest_in(place: Path) -> Backup | None:
    """The newest backup of a place that tells whose office it is."""
    return _newest(place)[0]


# ---- inside


def _newest(place: Path) -> tuple[Backup | None, bool]:
    """With whether a restore came after it."""
    restored = False
    for number, folder in reversed(numbered(place)):
        found = listed(folder, number)
        if found.verdict is Verdict.DAMAGED:
            continue
        if found.kind is not BackupKind.BEFORE_RESTORE:
            return found, restored
        restored = True
    return None, restored
