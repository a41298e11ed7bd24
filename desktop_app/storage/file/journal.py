"""Rollback journal of a killed process, checked against its database, and the folder of set-aside files.

SQLite knows a journal by its name alone: over a file that was put back meanwhile it would write pages of the old one.
Each commit journals the first page, which bears the counter of changes: the file is the journal's own when its counter
is the one in that page, or the next. Two files may bear equal counters, so it is rolled back in a copy first: a file
that is sound as it is and not when rolled back is another one. Read only where this process has no connection.

``set-aside/rollback-20230301T100000Z/`` holds a database and the journal that was rolled into it, as a killed process
left both; the newest two of them stay. ``set-aside/damaged-…/`` holds a database that a recovered one replaced, and is
never removed by the program.
"""

from __future__ import annotations

import re
import secrets
import shutil
import sqlite3
import struct
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.storage.file.lock import FolderLock
from desktop_app.storage.file.writable import require_writable
from desktop_app.storage.sqlite.connections import Role, connect
from desktop_app.storage.sqlite.faults import HOT_JOURNAL, code_of, raise_refusal
from desktop_app.system import disk, paths, rights
from desktop_app.system.paths import exists, is_file

ROLLBACK: Final = "rollback"
DAMAGED: Final = "damaged"
KEPT: Final = 2
"""Pairs of a database and its journal."""
_NAME: Final = re.compile(rf"({ROLLBACK}|{DAMAGED})-(\d{{8}}T\d{{6}}Z)(?:-(\d+))?")
SPARE: Final = 20 * 1024 * 1024
"""So much of the disk stays free: what is rolled back next needs room too."""


def copy_pair_aside(database: Path, journal: Path, instant: str) -> Path | None:
    """Copy database and journal before a rollback; None if the disk has no room or fails. Raises nothing."""
    made: Path | None = None
    try:
        if free_space(database.parent) < paths.size_of(database) + paths.size_of(journal) + SPARE:
            return None
        made = new_folder(database.parent, ROLLBACK, instant)
        for file in (database, journal):
            copy_durably(file, made / file.name)
        disk.sync_folder(made)
    except OSError:
        if made is not None:
            remove_folder(made)
        return None
    _thin_out(made)
    return made


def new_folder(data: Path, kind: str, instant: str) -> Path:
    """Create and return a new folder; its name is unique even within one second."""
    place = data / paths.SET_ASIDE
    rights.make_folder(place)
    name = f"{kind}-{re.sub('[^0-9TZ]', '', instant)}"
    # past every number that was given: an older folder may have been removed
    number = max(
        (int(match[3] or 0) + 1 for match in _set_aside_folders(place) if match[0].startswith(name)), default=0
    )
    while True:
        made = place / (f"{name}-{number}" if number else name)
        try:
            rights.make_new_folder(made)
        except FileExistsError:
            number += 1
        else:
            disk.sync_folder(place)
            return made


def copy_durably(source: Path, target: Path) -> None:
    """Copy a file and sync it to the disk; raises ``OSError``."""
    rights.make_file(target)
    shutil.copyfile(source, target)
    disk.sync_file(target)


def free_space(folder: Path) -> int:
    """Return the free bytes of the disk; raises ``OSError``."""
    return shutil.disk_usage(folder).free


def remove_folder(place: Path, names: Iterable[str] | None = None) -> None:
    """Remove the folder with its files (only these names, if given); keep it if other files are in it."""
    with suppress(OSError):
        for file in list(place.iterdir()):
            if names is None or file.name in names:
                disk.remove(file)
        disk.remove_folder(place)


def _thin_out(newest: Path) -> None:
    with suppress(OSError):
        pairs = sorted(
            (match[2], int(match[3] or 0), match[0])
            for match in _set_aside_folders(newest.parent)
            if match[1] == ROLLBACK
        )
        for _instant, _number, name in pairs[:-KEPT]:
            if name != newest.name:
                remove_folder(newest.parent / name, {paths.DATABASE, f"{paths.DATABASE}-journal"})


def _set_aside_folders(place: Path) -> list[re.Match[str]]:
    """Return the folders that the program created there, as matches: kind, instant, number."""
    return [match for one in place.iterdir() if (match := _NAME.fullmatch(one.name))]


MAGIC: Final = bytes.fromhex("d9d505f920a163d7")
_HEADER: Final = struct.Struct(">8sIIIII")
_COUNTER: Final = slice(24, 28)
_STEADY: Final = (slice(0, 18), slice(20, 24), slice(44, 48), slice(56, 60), slice(64, 92))
"""Parts of the header of the first page that no commit touches: page size, encoding, owner."""
_RISING: Final = (slice(40, 44), slice(60, 64))
"""Counter of schema changes and ``user_version``: an upgrade or a restore raises them, nothing lowers them."""
_BY_SIZE: Final = 0xFFFFFFFF
ASIDE: Final = ".aside"
_TRIAL: Final = ".rollback-"
"""So begins the name of the folder in which a rollback is tried."""


class _JournalHeader(NamedTuple):
    """Header of a journal."""

    magic: bytes
    records: int
    nonce: int
    pages: int
    sector: int
    page_size: int


@dataclass(frozen=True, slots=True)
class JournalRollback:
    """The rollback of what a killed process had begun to write."""

    kept: Path | None
    """The folder in which the file and its journal lie as they were found; None where there was no room for them."""


def require_own_journal(database: Path, instant: str) -> JournalRollback | None:
    """Copy the file and its journal aside before SQLite rolls it back; None if there is nothing to roll back.

    Raises ``EnvironmentProblem("journal_of_other_file")`` for the journal of another file, which is set aside.
    """
    journal = database.with_name(f"{database.name}-journal")
    if not is_file(journal):
        # a pipe would be waited for; whoever opens the file tells of it
        return None
    try:
        content = journal.read_bytes()
        if content[:8] != MAGIC:
            return None
        foreign = _is_foreign(content, database) or _rollback_damages(journal, database)
    except OSError:
        return None
    if foreign:
        kept = _free_name(journal)
        disk.replace(journal, kept)
        disk.sync_name(kept)
        raise EnvironmentProblem("journal_of_other_file", kept=kept.name)
    return JournalRollback(copy_pair_aside(database, journal, instant))


def roll_back_journal(path: Path, instant: str) -> None:
    """Roll back what a killed process left half-written; a reading connection cannot (SQLITE_READONLY_ROLLBACK)."""
    try:
        with closing(connect(path, Role.READER)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.Error as error:
        if code_of(error) != HOT_JOURNAL:
            return
    else:
        return
    require_writable(path.parent)
    lock = FolderLock(path.parent)
    lock.take(instant)
    try:
        require_own_journal(path, instant)
        with closing(connect(path, Role.WRITER)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.Error as error:
        raise_refusal(error)
    finally:
        lock.release()


def _is_foreign(content: bytes, database: Path) -> bool:
    if len(content) < _HEADER.size:
        return False
    header = _JournalHeader(*_HEADER.unpack_from(content))
    with database.open("rb") as file:
        first = file.read(header.page_size)
    saved = _first_page(content, header)
    if saved is None:
        # a write that overflowed the cache before its commit: this page says nothing, rolling back in a copy will
        return False
    if len(first) < header.page_size:
        return True
    steady = all(first[part] == saved[part] for part in _STEADY)
    rising = all(first[part] >= saved[part] for part in _RISING)
    before, now = (int.from_bytes(page[_COUNTER], "big") for page in (saved, first))
    return not (steady and rising) or now not in (before, (before + 1) & 0xFFFFFFFF)


def _rollback_damages(journal: Path, database: Path) -> bool:
    """Whether the rollback damages a sound file, tried on a copy; not tried on a full disk."""
    for left in database.parent.glob(f"{_TRIAL}*"):
        # of a start that was killed meanwhile
        disk.drop_tree(left)
    place = database.parent / f"{_TRIAL}{secrets.token_hex(6)}"
    try:
        rights.make_new_folder(place)
        copy = place / database.name
        shutil.copyfile(database, copy)
        shutil.copyfile(journal, copy.with_name(journal.name))
        if _is_sound(copy):
            return False
        disk.remove(copy.with_name(journal.name))
        shutil.copyfile(database, copy)
        return _is_sound(copy)
    except OSError:
        return False
    finally:
        disk.drop_tree(place)


def _is_sound(copy: Path) -> bool:
    try:
        with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
            (found,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
            return bool(found == "ok") and connection.execute("PRAGMA foreign_key_check").fetchone() is None
    except sqlite3.Error:
        return False


def _first_page(content: bytes, header: _JournalHeader) -> bytes | None:
    """Return the first page of the database as the journal holds it."""
    record = 4 + header.page_size + 4
    if not 512 <= header.page_size <= 65536 or not 32 <= header.sector <= 65536:
        return None
    whole = (len(content) - header.sector) // record
    for place in range(whole if header.records == _BY_SIZE else min(header.records, whole)):
        start = header.sector + place * record
        if int.from_bytes(content[start : start + 4], "big") == 1:
            return content[start + 4 : start + 4 + header.page_size]
    return None


def _free_name(journal: Path) -> Path:
    place = 1
    while exists(kept := journal.with_name(f"{journal.name}.{place}{ASIDE}")):
        place += 1
    return kept
