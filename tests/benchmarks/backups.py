"""Backups: the first beside copying the same bytes, the next with 1 % changed, and the longest act meanwhile.

``backups [--megabytes N] [--rounds N]``: N megabytes of files of 5 MB and a tenth of them as a database;
1,000 unless told otherwise. Copying is by blocks of 1 MB, with the same fsync for each file. The rounds take turns,
and the ratios are of their medians. Kills amid backups and restores are a part of ``faults``.
"""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.progress import no_progress
from desktop_app.domain.read_models.backups import BackupKind
from desktop_app.storage.backup.database_copy import copier_of_open_database, require_sound
from desktop_app.storage.backup.file_store import CHUNK
from desktop_app.storage.backup.making import BackupOrder, files_of, make_backup
from desktop_app.storage.file.folder import DataFolder, open_folder
from desktop_app.system import disk, paths
from tests.benchmarks.table import Table
from tests.storage.conftest import work_context
from tests.storage.earlier import fill

MB = 1024 * 1024
FILE = 5 * MB
INSTANT = "2023-03-01T10:00:00Z"


def run(options: list[str]) -> list[Table]:
    """Measure in a temporary folder."""
    megabytes, rounds = _option(options, "--megabytes", 1000), _option(options, "--rounds", 6)
    with tempfile.TemporaryDirectory() as place:
        return [measure(Path(place), megabytes, rounds)]


def measure(place: Path, megabytes: int, rounds: int) -> Table:
    """Copy, back up, change 1 %, back up again, in turns."""
    office = place / "office"
    office.mkdir(parents=True)
    _fill(office, megabytes)
    data = open_folder(office, work_context())
    taken: dict[str, list[_Taken]] = {"copy": [], "first": [], "next": [], "database": [], "sound": []}
    stalls: list[float] = []
    backups, part = place / "backups", place / "alone.db"
    for number in range(rounds):
        taken["copy"].append(_taken(lambda: _copy(office, place / "copy")))
        shutil.rmtree(place / "copy")
        backups.mkdir()
        taken["first"].append(_taken(lambda: _back_up(data, backups)))
        _change(data, office, number)
        taken["next"].append(_taken(lambda: _back_up(data, backups)))
        taken["database"].append(_taken(lambda: _copy_database(data, part)))
        taken["sound"].append(_taken(lambda: require_sound(part)))
        part.unlink()
        stalls.append(_longest_act(data, backups))
        shutil.rmtree(backups)
    data.close()
    plain, first, later, alone, sound = map(_median, taken.values())
    return Table(
        f"Backups of {megabytes} MB of files and a database of {megabytes // 10} MB",
        ("what", "seconds", "of them CPU", "ratio", "at most"),
        (
            ("copying the same bytes, each file synced", *plain.cells, "1", ""),
            ("first backup, every byte read again", *first.cells, f"{first.wall / plain.wall:.2f} × copying", "1.5"),
            ("next, 1 % changed", *later.cells, f"{later.wall / first.wall:.3f} × first", "0.3"),
            (
                "of it the least: the database copied by SQLite",
                *alone.cells,
                f"{alone.wall / first.wall:.3f} × first",
                "",
            ),
            ("and its pages and references read again", *sound.cells, f"{sound.wall / first.wall:.3f} × first", ""),
            ("longest act of the window meanwhile", f"{max(stalls):.3f}", "", "", "0.050 s"),
        ),
        "Medians of rounds that take turns; the longest act is the longest of all.",
    )


# ---- inside


def _fill(office: Path, megabytes: int) -> None:
    chance = random.Random(1)
    fill(office)
    for number in range(megabytes * MB // FILE):
        content = chance.randbytes(FILE)
        file = office / "files" / f"{number % 256:02x}" / f"{number:064x}"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    with closing(sqlite3.connect(office / paths.DATABASE, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        for number in range(megabytes * MB // 10 // 4096):
            facts = json.dumps({"text": chance.randbytes(1900).hex()})
            connection.execute(
                "INSERT INTO audit (uid, at, actor, act, subject, subject_id, subject_uid, facts)"
                " VALUES (?, ?, '', 'note', 'meeting', 1, '', ?)",
                (f"bench {number}", INSTANT, facts),
            )
        connection.execute("COMMIT")


def _change(data: DataFolder, office: Path, number: int) -> None:
    """One file in a hundred is new, and some acts were recorded."""
    files = [file for _name, file, _size in files_of(office)]
    chance = random.Random(number + 2)
    for place, file in enumerate(files[:: min(100, len(files))]):
        file.with_name(f"{number}{place:063x}").write_bytes(chance.randbytes(FILE))
        file.unlink()
    for _ in range(10):
        _act(data)


def _act(data: DataFolder) -> None:
    with data.open_write() as work:
        work.audit("note", "meeting", 1)
        work.commit()


def _copy(office: Path, target: Path) -> None:
    for source in (office / paths.DATABASE, *(file for _name, file, _size in files_of(office))):
        copy = target / source.relative_to(office)
        copy.parent.mkdir(parents=True, exist_ok=True)
        with source.open("rb") as file, copy.open("wb") as out:
            while chunk := file.read(CHUNK):
                out.write(chunk)
        disk.sync_file(copy)


def _back_up(data: DataFolder, place: Path) -> None:
    copy = copier_of_open_database(data.live_connection(), data.folder / paths.DATABASE)
    make_backup(data.folder, place, copy, BackupOrder(BackupKind.AUTOMATIC, INSTANT))


def _copy_database(data: DataFolder, part: Path) -> None:
    """What no backup that holds the database whole can do without, as the program does it beside the window."""
    copier_of_open_database(data.live_connection(), data.folder / paths.DATABASE)(part, no_progress)
    disk.sync_file(part)


def _longest_act(data: DataFolder, place: Path) -> float:
    """Acts are recorded all the while; each as long as without a backup, or by so much longer."""
    alone = max(_timed(lambda: _act(data)) for _ in range(20))
    job = threading.Thread(target=_back_up, args=(data, place))
    job.start()
    longest = 0.0
    while job.is_alive():
        longest = max(longest, _timed(lambda: _act(data)))
        time.sleep(0.02)
    job.join()
    return max(longest - alone, 0.0)


@dataclass(frozen=True, slots=True)
class _Taken:
    wall: float
    cpu: float

    @property
    def cells(self) -> tuple[str, str]:
        return f"{self.wall:.2f}", f"{self.cpu:.2f}"


def _taken(act: Callable[[], object]) -> _Taken:
    begun = time.process_time()
    return _Taken(_timed(act), time.process_time() - begun)


def _median(taken: list[_Taken]) -> _Taken:
    return _Taken(statistics.median(one.wall for one in taken), statistics.median(one.cpu for one in taken))


def _timed(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def _option(options: list[str], name: str, usual: int) -> int:
    return int(options[options.index(name) + 1]) if name in options else usual
