"""Judging a backup before it may be restored: sound, of this committee, of a schema that is known to the last trigger.

Records that are not what the program wrote are told in the plan, and hinder nothing that the operator wants so.

The backup interface of SQLite carries triggers and views over as they are, past every guard. So what the schema of the
backup has beyond that of its version is named, and nothing is restored.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.backups import READ, Backup, Flaw, LostAct, RestorePlan, Verdict
from desktop_app.domain.read_models.history import Named
from desktop_app.domain.text.json_text import read_object
from desktop_app.paths import BACKUPS, DATABASE, is_file, is_folder, size_of
from desktop_app.storage.backup.database_copy import Contents, contents_of
from desktop_app.storage.backup.file_store import Count, hashed, uncounted
from desktop_app.storage.backup.listing import Verifier, verify
from desktop_app.storage.backup.lost_names import names_of
from desktop_app.storage.backup.manifest import Stored, read_manifest
from desktop_app.storage.backup.wrong_files import hash_of_name
from desktop_app.storage.file.connections import file_uri
from desktop_app.storage.file.told_findings import COUNT, RECORDS, VERB
from desktop_app.storage.schema import schema

FIRST: Final = 12
"""So many of the records of which something would be lost are told by name."""
_GRAVEST: Final = (
    "minutes_version",
    "resolution",
    "meeting",
    "incoming_paper",
    "outgoing_paper",
    "file_link",
    "signer",
)
"""Records that are told before all others, in this order: who stays or goes on by this list has to see them in it."""
_WORDS: Final = "SELECT seq, uid, at, act, subject, subject_id FROM audit ORDER BY seq"


def judge(
    backup: Backup, data: Path, count: Count = uncounted, read: Verifier | None = None, *, committee: str = ""
) -> RestorePlan:
    """What a restore would do to the folder; nothing is written. What ``read`` has read is not read again.

    ``committee`` is the uid of that whose folder it is, where its database is another's.

    Raises ``EnvironmentProblem``: ``backup_is_data``, ``backup_place_missing``, ``backup_damaged``,
    ``backup_other_committee``, ``backup_newer_schema``, ``database_not_ours``, ``backup_schema_differs`` (names the
    first trigger, view or table that should not be there).
    """
    _require_other(backup, data)
    if not is_folder(backup.folder.parent):
        # a medium that was pulled out damages no backup
        raise EnvironmentProblem("backup_place_missing", folder=str(backup.folder.parent))
    live = live_contents(data / DATABASE)
    found = verify(backup, committee or (live.committee if live is not None else ""), count, read)
    if found.flaw is Flaw.SCHEMA:
        # says whether it is a database of ours at all
        _require_known_schema(found)
    require_restorable(found)
    _require_known_schema(found)
    lost = _all_lost(found, data, live)
    days = [local_moment(one.at)[0] for one in lost]
    files = files_to_bring(found, data, count)
    return RestorePlan(
        backup=found,
        replaces=is_file(data / DATABASE) and size_of(data / DATABASE) > 0,
        readable=live is not None,
        lost_entries=len(lost),
        gained_entries=_gained(found, data, live),
        unrecovered_rows=_unrecovered(found, data, live),
        lost_acts=0 if live is None or not lost else max(live.last_act - found.last_act, 0),
        lost_days=len(set(days)),
        first_lost=_named(_by_record(lost)[:FIRST], data / DATABASE),
        lost_from=lost[0].at if lost else "",
        lost_to=lost[-1].at if lost else "",
        upgrades_from=found.schema if found.schema < schema.SCHEMA_VERSION else 0,
        files_back=len(files),
        room_needed=2 * found.database_size + size_of(data / DATABASE) + sum(one.size for one in files.values()),
    )


def require_restorable(found: Backup) -> None:
    """Refuse what is damaged, of another committee, or newer than this program."""
    named = {"folder": str(found.folder), "detail": found.detail}
    if found.verdict is Verdict.OTHER_COMMITTEE:
        raise EnvironmentProblem("backup_other_committee", **named)
    if found.verdict is Verdict.NEWER_SCHEMA:
        raise EnvironmentProblem("backup_newer_schema", found=found.schema, known=schema.SCHEMA_VERSION, **named)
    if found.verdict not in READ | {Verdict.DOUBTFUL}:
        raise EnvironmentProblem("backup_damaged", flaw=(found.flaw or Flaw.UNREADABLE).value, **named)


def live_contents(path: Path) -> Contents | None:
    """What the database of the folder holds; None where there is none, or one that cannot be read."""
    if not size_of(path):
        return None
    try:
        with closing(_opened(path)) as connection:
            held = contents_of(connection)
            sound = connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    except (sqlite3.Error, ValueError, TypeError):
        return None
    return held if sound and held.owner == schema.APPLICATION_ID else None


def files_to_bring(backup: Backup, data: Path, count: Count = uncounted) -> dict[str, Stored]:
    """The files of a backup that are missing in the folder, or are otherwise there.

    A file of the store that is what its name says is never replaced by one that is not.
    """
    if backup.bare:
        return {}
    files = read_manifest(backup.folder).files
    return {
        name: one
        for name, one in files.items()
        if not _is_there(data / name, one, count) and not _is_better(name, data / name, one, count)
    }


# ---- inside


def _is_there(file: Path, stored: Stored, count: Count) -> bool:
    try:
        return size_of(file) == stored.size and is_file(file) and hashed(file, count) == stored
    except OSError:
        return False


def _is_better(name: str, file: Path, stored: Stored, count: Count) -> bool:
    """Whether what lies there is what its name says, and what would come is not."""
    wanted = hash_of_name(name)
    if wanted in ("", stored.sha256):
        return False
    try:
        return is_file(file) and hashed(file, count).sha256 == wanted
    except OSError:
        return False


def _require_other(backup: Backup, data: Path) -> None:
    """Whoever names the data themselves wanted the newest of their backups, and would be told that it came back."""
    with suppress(OSError):
        if backup.database.samefile(data / DATABASE):
            raise EnvironmentProblem("backup_is_data", path=str(backup.database), backups=str(data / BACKUPS))


def _require_known_schema(backup: Backup) -> None:
    with closing(_opened(backup.database)) as connection:
        (owner,) = connection.execute("PRAGMA application_id").fetchone()
        if owner != schema.APPLICATION_ID or not backup.schema:
            raise EnvironmentProblem("database_not_ours", path=str(backup.database))
        # one of an earlier schema is brought along in a copy and compared then
        current = backup.schema == schema.SCHEMA_VERSION
        differing = schema.differences_from_expected(connection.execute) if current else ()
    if differing:
        first = differing[0]
        raise EnvironmentProblem("backup_schema_differs", what=f"{first.what} {first.name}")


def _all_lost(found: Backup, data: Path, live: Contents | None) -> tuple[LostAct, ...]:
    if live is None:
        return _legible(found.database, data / DATABASE)
    if live.committee not in ("", found.committee):
        # what another office did was never done in this one
        return ()
    return tuple(_lost(found.database, data / DATABASE))


def _gained(found: Backup, data: Path, live: Contents | None) -> int:
    if live is None or live.committee != found.committee:
        return 0
    return len(_entries(found.database) - _entries(data / DATABASE))


def _unrecovered(found: Backup, data: Path, live: Contents | None) -> int:
    """Rows that a recovery of the data of a backup lost, and not of the office: no missing entry tells of them."""
    if live is None or live.committee != found.committee:
        return 0
    known = _entries(data / DATABASE)
    with closing(_opened(found.database)) as connection:
        recovered = connection.execute("SELECT uid, facts FROM audit WHERE act = ?", (VERB,)).fetchall()
    named: set[str] = set()
    unnamed = 0
    for facts in (read_object(facts) for uid, facts in recovered if uid not in known):
        rows, count = facts.get(RECORDS), facts.get(COUNT)
        if isinstance(rows, list) and isinstance(count, int):
            # the kind and the id of a row, and how it came: two recoveries may name the same one
            named |= {str(row[:2]) for row in rows if isinstance(row, list)}
            unnamed += count - len(rows)
    return len(named) + unnamed


def _entries(database: Path) -> set[str]:
    with closing(_opened(database)) as connection:
        return {uid for (uid,) in connection.execute("SELECT uid FROM audit")}


def _lost(backup: Path, live: Path) -> Iterator[LostAct]:
    """Entries of the folder that the backup has not; also where the two went different ways."""
    known = _entries(backup)
    with closing(_opened(live)) as now:
        for seq, uid, at, act, subject, of in now.execute(_WORDS):
            if uid not in known:
                yield LostAct(at, act, Named(subject), seq, of or 0)


def _legible(backup: Path, live: Path) -> tuple[LostAct, ...]:
    """The same of a database that is not sound: the entries up to the first that cannot be read."""
    found: list[LostAct] = []
    if size_of(live):
        with suppress(sqlite3.Error, ValueError, TypeError):
            for one in _lost(backup, live):
                local_moment(one.at)
                found.append(one)
    return tuple(found)


def _by_record(lost: Sequence[LostAct]) -> tuple[LostAct, ...]:
    """Each record once, with its last act: the gravest first, and of those alike the latest."""
    found: dict[tuple[str, int], LostAct] = {}
    for one in lost:
        place = (one.record.kind, one.of)
        found[place] = replace(one, entries=found[place].entries + 1 if place in found else 1)
    ranks = {kind: rank for rank, kind in enumerate(_GRAVEST)}
    return tuple(sorted(found.values(), key=lambda one: (ranks.get(one.record.kind, len(ranks)), -one.seq)))


def _named(lost: tuple[LostAct, ...], live: Path) -> tuple[LostAct, ...]:
    names = names_of(live, [one.seq for one in lost]) if lost else {}
    return tuple(replace(one, record=names.get(one.seq, one.record)) for one in lost)


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(file_uri(path, "ro"), uri=True, isolation_level=None)
