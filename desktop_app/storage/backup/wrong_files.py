"""Files of a backup that are not as the records know them: missing, damaged or unreadable in the office itself.

Every byte of such a backup agrees with its manifest. What the office had lost before is told from the names: a file of
the store is called by its hash, and each that is attached has a row.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import replace
from typing import Final

from desktop_app import paths
from desktop_app.domain.read_models.backups import Backup, Verdict
from desktop_app.domain.read_models.findings import Finding, FindingKind
from desktop_app.domain.rules.files import FileOwner
from desktop_app.storage.backup.manifest import Manifest
from desktop_app.storage.file.connections import file_uri
from desktop_app.storage.files.owner_names import NAME_OF, on_record

NAMED: Final = 3
"""So many findings are kept with the backup."""
_IN_STORE: Final = re.compile(rf"{paths.FILES}/([0-9a-f]{{2}})/(\1[0-9a-f]{{62}})")
_TABLE: Final = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'file'"
_ROWS: Final = "SELECT sha256, id FROM file ORDER BY id"
_LINKS: Final = "SELECT name, record_kind, record_uid FROM file_link WHERE file_id = ? ORDER BY id"


def hash_of_name(name: str) -> str:
    """The hash by which a file of the store is called; empty for any other file."""
    found = _IN_STORE.fullmatch(name)
    return found[2] if found else ""


def held_against_files(backup: Backup, manifest: Manifest) -> Backup:
    """A backup that was found without damage: doubtful where files of it are not as the records know them."""
    told = told_wrong(backup, manifest)
    if not told.wrong_files or told.verdict not in (Verdict.VERIFIED, Verdict.WHOLE):
        return told
    return replace(told, verdict=Verdict.DOUBTFUL)


def told_wrong(backup: Backup, manifest: Manifest) -> Backup:
    """The same backup with what is wrong with its files; none of their bytes is read."""
    with closing(sqlite3.connect(file_uri(backup.database, "ro"), uri=True)) as opened:
        rows = _rows(opened)
        wrong = wrong_names(manifest, rows)
        first = list(wrong.items())[:NAMED]
        found = tuple(_finding(opened, name, kind, rows.get(hash_of_name(name), 0)) for name, kind in first)
    return replace(backup, wrong_files=len(wrong), first_wrong_files=found)


def lacking(backup: Backup, manifest: Manifest) -> frozenset[str]:
    """The names of all that are wrong, below the data folder."""
    with closing(sqlite3.connect(file_uri(backup.database, "ro"), uri=True)) as opened:
        return frozenset(wrong_names(manifest, _rows(opened)))


def held_of(manifest: Manifest, names: frozenset[str]) -> frozenset[str]:
    """Of which of these a backup has the right bytes; of a file that is not called by its hash, any bytes."""
    there = (name for name in names if name in manifest.files)
    return frozenset(name for name in there if hash_of_name(name) in ("", manifest.files[name].sha256))


def wrong_names(manifest: Manifest, rows: Mapping[str, int]) -> dict[str, FindingKind]:
    """What is wrong by the name of the file: first what could not be read, then in the order of the rows."""
    wrong = dict.fromkeys(manifest.unread, FindingKind.FILE_UNREAD)
    for sha256 in rows:
        name = f"{paths.FILES}/{sha256[:2]}/{sha256}"
        if name not in manifest.files:
            wrong.setdefault(name, FindingKind.FILE_MISSING)
        elif manifest.files[name].sha256 != sha256:
            wrong[name] = FindingKind.FILE_ALTERED
    for name, stored in manifest.files.items():
        if hash_of_name(name) not in ("", stored.sha256):
            wrong.setdefault(name, FindingKind.FILE_ALTERED)
    return wrong


# ---- inside


def _rows(opened: sqlite3.Connection) -> dict[str, int]:
    """Hash and id of every attached file; schemas from before files have none."""
    if opened.execute(_TABLE).fetchone() is None:
        return {}
    return {str(sha256): int(file_id) for sha256, file_id in opened.execute(_ROWS)}


def _finding(opened: sqlite3.Connection, name: str, kind: FindingKind, file_id: int) -> Finding:
    named = _links(opened, file_id) if file_id else ""
    return Finding(kind=kind, subject="file", id=file_id, detail=named or hash_of_name(name) or name)


def _links(opened: sqlite3.Connection, file_id: int) -> str:
    """What the file is called on which records."""
    return "; ".join(_on_record(opened, *link) for link in opened.execute(_LINKS, (file_id,)).fetchall())


def _on_record(opened: sqlite3.Connection, name: str, kind: str, uid: str) -> str:
    if kind in set(FileOwner):
        for called in (NAME_OF[FileOwner(kind)], "''"):
            # another schema may have another table, or the record another name
            with suppress(sqlite3.Error):
                for record, told in opened.execute(f"SELECT id, {called} FROM {kind} AS owner WHERE uid = ?", (uid,)):
                    return on_record(name, kind, record, told)
    return name
