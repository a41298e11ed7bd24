"""The rollback journal that a killed process left, bound to its file before SQLite rolls anything back.

SQLite knows a journal by its name alone: over a file that was put back meanwhile it would write pages of the old one.
Each commit journals the first page, which bears the counter of changes: the file is the journal's own when its counter
is the one in that page, or the next. Where two files bear the same counter the check at the start finds the damage.
Read only where this process has no connection.
"""

from __future__ import annotations

import sqlite3
import struct
from contextlib import closing
from pathlib import Path
from typing import Final, NamedTuple

from desktop_app import disk
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.paths import is_file, lies
from desktop_app.storage.file.connections import Role, connect
from desktop_app.storage.file.faults import HOT_JOURNAL, code_of, raise_told
from desktop_app.storage.file.lock import FolderLock
from desktop_app.storage.file.writable import require_writable

MAGIC: Final = bytes.fromhex("d9d505f920a163d7")
_HEADER: Final = struct.Struct(">8sIIIII")
_COUNTER: Final = slice(24, 28)
_STEADY: Final = (slice(0, 18), slice(20, 24), slice(44, 48), slice(56, 60), slice(64, 92))
"""Parts of the header of the first page that no commit touches: page size, encoding, owner."""
_RISING: Final = (slice(40, 44), slice(60, 64))
"""Counter of schema changes and ``user_version``: an upgrade or a restore raises them, nothing lowers them."""
_BY_SIZE: Final = 0xFFFFFFFF
ASIDE: Final = ".aside"


class _Header(NamedTuple):
    """What a journal says of itself and of its file."""

    magic: bytes
    records: int
    nonce: int
    pages: int
    sector: int
    page_size: int


def require_own_journal(database: Path) -> None:
    """Raise ``EnvironmentProblem("journal_of_other_file")`` for the journal of another file, which is set aside."""
    journal = database.with_name(f"{database.name}-journal")
    if not is_file(journal):
        # a pipe would be waited for; whoever opens the file tells of it
        return
    try:
        content = journal.read_bytes()
        foreign = content[:8] == MAGIC and _is_foreign(content, database)
    except OSError:
        return
    if foreign:
        kept = _free_name(journal)
        disk.replace(journal, kept)
        disk.sync_name(kept)
        raise EnvironmentProblem("journal_of_other_file", kept=kept.name)


def settle(path: Path, instant: str) -> None:
    """Roll back what a killed process left half-written; a reader alone cannot (SQLITE_READONLY_ROLLBACK)."""
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
        require_own_journal(path)
        with closing(connect(path, Role.WRITER)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.Error as error:
        raise_told(error)
    finally:
        lock.release()


def _is_foreign(content: bytes, database: Path) -> bool:
    if len(content) < _HEADER.size:
        return False
    header = _Header(*_HEADER.unpack_from(content))
    with database.open("rb") as file:
        first = file.read(header.page_size)
    saved = _first_page(content, header)
    if saved is None:
        # no write of ours overflows the cache before its commit
        return False
    if len(first) < header.page_size:
        return True
    steady = all(first[part] == saved[part] for part in _STEADY)
    rising = all(first[part] >= saved[part] for part in _RISING)
    before, now = (int.from_bytes(page[_COUNTER], "big") for page in (saved, first))
    return not (steady and rising) or now not in (before, (before + 1) & 0xFFFFFFFF)


def _first_page(content: bytes, header: _Header) -> bytes | None:
    """The first page as the journal keeps it."""
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
    while lies(kept := journal.with_name(f"{journal.name}.{place}{ASIDE}")):
        place += 1
    return kept
