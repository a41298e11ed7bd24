"""Recording of a job: every write, sync and name that it makes in its folder, in their order, and what it acknowledges.

The recorder is a small C library that is put before the system's own calls; it is made with the machine's compiler.
"""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from unittest.mock import patch

from desktop_app.storage.sqlite import connections
from desktop_app.system import disk
from tests.conftest import ROOT
from tests.fault_injection.job import Job, fresh, prepared
from tests.storage.children import named

SOURCE: Final = Path(__file__).with_name("recorder.c")
_HEADER: Final = struct.Struct("=BBHHHIIQq")
PRAGMAS: Final = ("journal_mode", "synchronous")
"""What a recording may set otherwise than the program does, to show that the replay finds it."""
NO_FOLDERS: Final = "--no-folders"
_SET: Final = {"FULL": 2, "OFF": 0, "NORMAL": 1, "EXTRA": 3}


@dataclass(frozen=True, slots=True)
class Operation:
    """One call: open, write, truncate, sync, folder sync, unlink, rename, link, mkdir, rmdir, or an acknowledgement."""

    kind: str
    inode: int
    made: bool
    offset: int
    name: str
    other: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Recording:
    """The folder as it was before, and what was done to it."""

    job: Job
    before: Path
    operations: tuple[Operation, ...]
    folders: bool
    """Whether the program took folders for something that can be synced; Windows has no such act."""


def why_not() -> str:
    """Why nothing can be recorded here; empty where it can."""
    if sys.platform != "linux":
        return "power cuts are replayed on Linux alone: the recorder is a library for LD_PRELOAD"
    return "" if shutil.which("gcc") else "power cuts are not replayed: there is no gcc to make the recorder"


def library(place: Path) -> Path:
    """The recorder, made anew."""
    made = place / "recorder.so"
    subprocess.run(["gcc", "-shared", "-fPIC", "-O2", "-o", made, SOURCE, "-ldl", "-pthread"], check=True)
    return made


def record(job: Job, place: Path, recorder: Path, pragmas: Sequence[str] = (), *, folders: bool = True) -> Recording:
    """Let a job run to its end and record it; ``pragmas`` such as ``journal_mode=DELETE``."""
    run = job.ended or job.run
    before = prepared(job, place / f"{job.name} before")
    folder = fresh(before, place / "recorded")
    log = place / f"{job.name}.log"
    log.unlink(missing_ok=True)
    environment = {
        **os.environ,
        "LD_PRELOAD": str(recorder),
        # what lies beside the data folder belongs to the job, too
        "RECORD_ROOT": str(folder.parent),
        "RECORD_LOG": str(log),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    command = [sys.executable, "-m", "tests.fault_injection.recording", run, str(folder), *pragmas]
    command += [] if folders else [NO_FOLDERS]
    ended = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, encoding="utf-8", check=True)
    assert ended.stdout.startswith("ready\n")
    return Recording(job, before, tuple(_operations(log.read_bytes())), folders)


def acknowledged(operations: Sequence[Operation]) -> int:
    """The number of the last act among them."""
    lines = b"".join(one.data for one in operations if one.kind == "A").split(b"\n")[:-1]
    return max((int(line.split()[-1]) for line in lines if line != b"ready"), default=0)


def _operations(log: bytes) -> Iterator[Operation]:
    place = 0
    while place < len(log):
        kind, made, first, second, _, size, _, inode, offset = _HEADER.unpack_from(log, place)
        place += _HEADER.size
        parts = []
        for length in (first, second, size):
            parts.append(log[place : place + length])
            place += length
        name, other = (os.fsdecode(part) for part in parts[:2])
        yield Operation(chr(kind), inode, bool(made), offset, name, other, parts[2])


def _run(arguments: list[str]) -> None:
    """In the process that is recorded."""
    run, folder, *pragmas = arguments
    folders = NO_FOLDERS not in pragmas
    chosen = dict(one.split("=") for one in pragmas if one != NO_FOLDERS)
    assert set(chosen) <= set(PRAGMAS)
    everyone = [_set(one, chosen) for one in connections.PRAGMAS]
    # private: what every connection is set to is nobody's to change, but of a control
    roles = {role: tuple(_set(one, chosen) for one in own) for role, own in connections._BY_ROLE.items()}
    with (
        patch.object(connections, "PRAGMAS", everyone),
        patch.object(connections, "_BY_ROLE", roles),
        patch.object(disk, "SYNCS_FOLDERS", folders),
    ):
        named(run)(Path(folder))


def _set(pragma: tuple[str, str, object], chosen: Mapping[str, str]) -> tuple[str, str, object]:
    name = pragma[0]
    word = chosen.get(name)
    return pragma if word is None else (name, word, _SET.get(word, word.lower()))


if __name__ == "__main__":
    _run(sys.argv[1:])
