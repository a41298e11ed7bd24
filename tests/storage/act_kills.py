"""Kills of a process that writes minutes: ``python -m tests.storage.act_kills [KILLS]`` tells what each kill took.

The acts are those of the services: something said, a note, a decision, an item for a later meeting. Each is
acknowledged on standard output after its act returned. A process of its own is killed at a random moment, again and
again over the same folder. Then the next one opens the folder, and whatever was acknowledged has to be there.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import count, cycle, islice
from pathlib import Path
from typing import Final

from desktop_app.storage.file.folder import open_folder
from tests.conftest import ROOT
from tests.kills import everything_in
from tests.services.clocks import SettableClock
from tests.services.furnishing import furnish
from tests.services.office_steps import Office
from tests.storage.conftest import work_context

KILLS: Final = 25
LATEST: Final = 1.0
"""Seconds of acts before a kill, at most."""
PLAN: Final = "office.json"
"""Beside the data folder: the ids with which every process goes on."""


@dataclass(frozen=True, slots=True)
class Kill:
    """A kill after so many seconds of acts: how many were acknowledged in all by then, and which of them are gone."""

    after: float
    acknowledged: int
    lost: tuple[str, ...]
    wrong: int
    """What the check of the data finds."""


def prepare(folder: Path) -> None:
    """A data folder with minutes in draft."""
    data = open_folder(folder, work_context())
    office = furnish(data.open_write, _clock())
    _, version = office.written(1)
    meeting = office.get("versions", version).meeting_id
    plan = {"version": version, "item": office.items(meeting)[1], "committee": office.committee}
    lists = {"axes": office.axes, "units": office.units, "people": office.people}
    (folder.parent / PLAN).write_text(json.dumps({**plan, **lists}), encoding="utf-8")
    data.close()


def write_minutes(folder: Path, first: int, most: int | None = None) -> None:
    """Acts, numbered from ``first``, each acknowledged, until killed or as many as asked for."""
    plan = json.loads((folder.parent / PLAN).read_text(encoding="utf-8"))
    data = open_folder(folder, work_context())
    office = Office(data.open_write, _clock(), committee=plan["committee"])
    office.axes, office.units, office.people = plan["axes"], plan["units"], plan["people"]
    version, item = plan["version"], plan["item"]
    acts: tuple[Callable[[str], object], ...] = (
        lambda text: office.say(version, item, text),
        lambda text: office.note(version, item, text),
        lambda text: office.decide(version, item, text),
        office.parked,
    )
    _say("ready")
    for number, act in islice(zip(count(first), cycle(acts), strict=False), most):
        act(_text(number))
        _say(str(number))
    data.close()


def write_on(folder: Path) -> None:
    """As :func:`write_minutes`, numbered on from what the folder holds."""
    kept = everything_in(folder)
    write_minutes(folder, next(number for number in count(1) if _text(number) not in kept))


def kills(folder: Path, number: int, chance: random.Random) -> Iterator[Kill]:
    """So many kills over one folder, each at a moment of its own."""
    prepare(folder)
    said: set[int] = set()
    for _ in range(number):
        after = chance.uniform(0.0, LATEST)
        # apart from the number of an act that was done and not acknowledged
        said |= _written(folder, max(said, default=0) + 2, after)
        yield judged(folder, after, said)


def _written(folder: Path, first: int, after: float) -> set[int]:
    """What a process acknowledges that is killed after so many seconds of acts."""
    command = [sys.executable, "-m", "tests.storage.act_kills", "write", str(folder), str(first)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        told: list[str] = []
        # a pipe that is full would hold the acts up
        reader = threading.Thread(target=told.extend, args=(process.stdout,))
        reader.start()
        time.sleep(after)
        process.kill()
        reader.join()
    return {int(line) for line in told if line.endswith("\n")}


def judged(folder: Path, after: float, said: set[int]) -> Kill:
    """Open the folder as the next start does, and look for all that was acknowledged, before earlier kills too."""
    data = open_folder(folder, work_context())
    wrong = len(data.check())
    data.close()
    kept = everything_in(folder)
    return Kill(after, len(said), tuple(_text(one) for one in sorted(said) if _text(one) not in kept), wrong)


def missing(folder: Path, last: int) -> list[str]:
    """The acts up to this one that the folder does not hold."""
    kept = everything_in(folder)
    return [_text(number) for number in range(1, last + 1) if _text(number) not in kept]


def main(arguments: list[str]) -> int:
    """Kill, and tell."""
    if arguments[:1] == ["write"]:
        write_minutes(Path(arguments[1]), int(arguments[2]))
    number = int(arguments[0]) if arguments else KILLS
    with tempfile.TemporaryDirectory(prefix="dabirkhaneh-kills-") as place:
        folder = Path(place) / "دادهٔ ما"
        folder.mkdir()
        made = []
        for one in kills(folder, number, random.Random(number)):
            made.append(one)
            _say(
                f"kill {len(made):3}: after {one.after:.2f} s, {one.acknowledged:4} acknowledged, {len(one.lost)} lost"
            )
    lost, wrong = {text for one in made for text in one.lost}, sum(one.wrong for one in made)
    acknowledged = made[-1].acknowledged if made else 0
    _say(f"{sys.platform}: {len(made)} kills, {acknowledged} acts acknowledged, {len(lost)} lost, {wrong} faults found")
    return 1 if lost or wrong or not acknowledged else 0


def _clock() -> SettableClock:
    return SettableClock(datetime.fromisoformat("2023-05-01T10:00"))


def _text(number: int) -> str:
    return f"کار شمارهٔ {number} پایان."


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
