"""``python -m tests.storage.backup_kills``: kill a process amid its backups or restores, and judge what is left.

The child makes backups one after the other, or restores two of them in turn, until it is killed at a random moment.
Of backups: whatever has a manifest is whole, and each file of the store is what its name says. Of restores: the office
opens, the check finds nothing, and its rows are those of one of the two backups.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from desktop_app import paths
from desktop_app.domain.read_models.backups import Backup, BackupKind, Flaw, Verdict
from desktop_app.storage.backup.database_copy import own_copy
from desktop_app.storage.backup.file_store import all_stored, hashed
from desktop_app.storage.backup.listing import list_backups, verify
from desktop_app.storage.backup.making import Wish, make_backup
from desktop_app.storage.backup.restoring import RestoreContext, restore
from desktop_app.storage.file.copying import PART
from desktop_app.storage.file.folder import open_folder
from tests.conftest import ROOT
from tests.storage.conftest import CLOCK, work_context
from tests.storage.test_restore import dump, work_on

READY = "ready"
INSTANT = "2023-03-01T10:00:00Z"
LONGEST = {"backup": 0.8, "restore": 2.5}
"""Seconds until the kill, at most: a few backups, or restores, long."""


@dataclass
class Judged:
    """What a kill left."""

    after: float
    wrong: list[str] = field(default_factory=list)
    state: str = ""


def kills_of_backups(office: Path, number: int, chance: random.Random) -> Iterator[Judged]:
    """Kill amid backups; the same place is used again and again."""
    with closing(_Children("backup", office)) as children:
        for _ in range(number):
            yield Judged(children.kill(chance), list(wrong_in(office / paths.BACKUPS)))


def kills_of_restores(office: Path, number: int, chance: random.Random) -> Iterator[Judged]:
    """Kill amid restores of two backups in turn."""
    place = office / paths.BACKUPS
    first = _back_up(office)
    states = {"old": dump(office)}
    work_on(office)
    second = _back_up(office)
    states["new"] = dump(office)
    with closing(_Children("restore", office, str(first.folder), str(second.folder))) as children:
        for _ in range(number):
            judged = Judged(children.kill(chance), list(wrong_in(place)))
            data = open_folder(office, work_context())
            judged.wrong += [str(one) for one in data.check()]
            data.close()
            found = dump(office)
            judged.state = next((name for name, rows in states.items() if rows == found), "")
            if not judged.state:
                judged.wrong.append("neither old nor new")
            yield judged


def wrong_in(place: Path) -> Iterator[str]:
    """Whatever lies in a place under a final name and is not whole."""
    for backup in list_backups(place):
        found = verify(backup)
        if found.verdict is not Verdict.VERIFIED and found.flaw is not Flaw.NO_MANIFEST:
            yield f"{backup.folder.name}: {found.flaw} {found.detail}"
    for file in all_stored(place):
        if not file.name.endswith(PART) and hashed(file).sha256 != file.name:
            yield f"{file.name} is not what its name says"


# ---- inside


def _back_up(office: Path) -> Backup:
    wish = Wish(BackupKind.BY_HAND, INSTANT)
    return make_backup(office, office / paths.BACKUPS, own_copy(office / paths.DATABASE), wish)


class _Children:
    """Starts each child while the one before it is killed and judged: most of its life is imports."""

    def __init__(self, what: str, office: Path, *more: str) -> None:
        self._what = what
        self._call = [sys.executable, "-m", "tests.storage.backup_kills", what, str(office), *more]
        self._next = self._begun()

    def kill(self, chance: random.Random) -> float:
        """Let one work for a random while."""
        process, self._next = self._next, self._begun()
        assert process.stdout is not None
        assert process.stdin is not None
        said = process.stdout.readline().strip()
        process.stdin.write("\n")
        process.stdin.flush()
        after = chance.uniform(0.0, LONGEST[self._what])
        time.sleep(after)
        ended = process.poll()
        _end(process)
        if said != READY or ended is not None:
            raise AssertionError(f"the child ended by itself with {ended}, having said {said!r}")
        return after

    def close(self) -> None:
        """The last one is not wanted."""
        _end(self._next)

    def _begun(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            self._call,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )


def _end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        with suppress(OSError):
            if stream is not None:
                stream.close()


def _wait_for_the_word() -> None:
    sys.stdout.write(f"{READY}\n")
    sys.stdout.flush()
    sys.stdin.readline()


def _make_for_ever(office: Path) -> None:
    chance = random.Random(os.getpid())
    _wait_for_the_word()
    (office / paths.PAPERS).mkdir(exist_ok=True)
    for number in count():
        (office / paths.PAPERS / f"{number % 20}.pdf").write_bytes(chance.randbytes(chance.randrange(1, 300_000)))
        _back_up(office)


def _restore_for_ever(office: Path, folders: list[Path]) -> None:
    backups = [one for one in list_backups(office / paths.BACKUPS) if one.folder in folders]
    assert len(backups) == 2
    _wait_for_the_word()
    # either of them may be the first, so that the office is seldom restored to what it is
    for number in count(os.getpid() % 2):
        restore(backups[number % 2], RestoreContext(office, CLOCK))


def main() -> None:
    """The child; killed from outside."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("backup", "restore"))
    parser.add_argument("office", type=Path)
    parser.add_argument("backups", type=Path, nargs="*")
    asked = parser.parse_args()
    if asked.what == "backup":
        _make_for_ever(asked.office)
    else:
        _restore_for_ever(asked.office, asked.backups)


if __name__ == "__main__":
    main()
