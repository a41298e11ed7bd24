"""Finding of the backup that guided recovery offers: the newest of several places that a restore would accept."""

from __future__ import annotations

import heapq
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

from desktop_app import paths
from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.domain.read_models.backups import (
    READ,
    Backup,
    Flaw,
    FoundBackups,
    PassedOver,
    RestorePlan,
    Verdict,
)
from desktop_app.storage.backup.file_store import Count
from desktop_app.storage.backup.judging import judge
from desktop_app.storage.backup.listing import Before, Verifier, list_backups, verify
from desktop_app.storage.backup.places import FAILURES
from desktop_app.storage.file.connections import file_uri


def newest_restorable(
    data: Path, second: Path | None, before: Before, count: Count, *, office: str = ""
) -> FoundBackups:
    """Read backups of the data folder and of a second place, newest first, until one is found that may be restored.

    One whose records are not what the program wrote is found only where no older one is without fault. ``before``
    hears of each that is read, ``count`` of its bytes; what they raise ends the work. What is passed over on the way
    is told. Nothing is written. ``office`` is the uid of the committee whose folder it is, where its database is
    another's.
    """
    own = data / paths.BACKUPS
    reached = second is not None and second != own and paths.is_folder(second)
    places = [own, second] if reached and second is not None else [own]
    committee = office or _committee_of(data / paths.DATABASE) or _committee_among(own)
    over: list[PassedOver] = []
    reading = Verifier(count)
    for backup in _newest_first(places, committee):
        if backup.verdict is Verdict.UNREAD:
            before(backup)
        found = verify(backup, committee, read=reading) if backup.verdict is Verdict.UNREAD else backup
        right = found.verdict in READ or found.records_right
        plan = _planned(found, data, reading, over, office) if right else None
        if plan is not None:
            return FoundBackups(plan, tuple(over))
        if not right:
            over.append(PassedOver(found))
    unreached = None if second is None or paths.is_folder(second) else second
    return FoundBackups(_newest_doubtful(data, reading, over, office), tuple(over), unreached)


# ---- inside


def _planned(found: Backup, data: Path, reading: Verifier, over: list[PassedOver], office: str) -> RestorePlan | None:
    """What restoring it would do; None where that is refused, which is told among those passed over."""
    try:
        return judge(found, data, reading.count, reading, committee=office)
    except EnvironmentProblem as problem:
        over.append(PassedOver(found, str(problem.facts.get("what", ""))))
    except FAILURES as error:
        over.append(PassedOver(_unreadable(found, error)))
    return None


def _newest_doubtful(data: Path, reading: Verifier, over: list[PassedOver], office: str) -> RestorePlan | None:
    """Better than none: of those passed over the newest whose records alone are in doubt."""
    for place, one in enumerate(over):
        if one.backup.verdict is Verdict.DOUBTFUL:
            refused: list[PassedOver] = []
            plan = _planned(one.backup, data, reading, refused, office)
            over[place : place + 1] = refused
            if plan is not None:
                return plan
    return None


def _newest_first(places: Sequence[Path], committee: str) -> Iterator[Backup]:
    """In each place by the order in which they were made there; between places by the clock."""
    listed = [list(_dated(list_backups(place, committee))) for place in places]
    for _made_at, backup in heapq.merge(*listed, key=lambda one: one[0], reverse=True):
        yield backup


def _dated(backups: Sequence[Backup]) -> Iterator[tuple[str, Backup]]:
    made_at = "9999"
    for backup in backups:
        # one whose manifest is gone stands by the next newer of its place
        made_at = backup.made_at or made_at
        yield made_at, backup


def _committee_of(database: Path) -> str:
    """Whose records a database holds, also a damaged one, as far as it still says so."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(file_uri(database, "ro"), uri=True)) as connection:
        row = connection.execute("SELECT uid FROM committee ORDER BY id LIMIT 1").fetchone()
        return row[0] if row and isinstance(row[0], str) else ""
    return ""


def _committee_among(place: Path) -> str:
    return next((one.committee for one in list_backups(place) if one.committee), "")


def _unreadable(backup: Backup, error: Exception) -> Backup:
    return replace(backup, verdict=Verdict.DAMAGED, flaw=Flaw.UNREADABLE, detail=str(error))
