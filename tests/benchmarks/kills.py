"""How much fifty kills at random moments take of what is being typed, by kind of field."""

from __future__ import annotations

import random
import tempfile
from collections import defaultdict
from itertools import cycle, islice
from pathlib import Path

from desktop_app import wiring
from tests.benchmarks.table import Table
from tests.conftest import DEMO_DAY
from tests.kills import Kill, fresh, kill_while_typing
from tests.typist import CLOCK
from tests.writing_places import PLACES, prepare

KILLS = 51
MOST = 3.0


def run(options: list[str]) -> list[Table]:
    """Kill as often as ``--kills N`` says; the kinds take turns."""
    kills = int(options[options.index("--kills") + 1]) if "--kills" in options else KILLS
    chance = random.Random(50)
    found: dict[str, list[Kill]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as place:
        source = Path(place) / "demo"
        wiring.build_demo(source, DEMO_DAY)
        ids = prepare(source, CLOCK)
        for kind in islice(cycle(PLACES), kills):
            found[kind].append(kill_while_typing(fresh(source, Path(place) / "killed"), kind, ids, chance))
    rows = [_row(kind, found[kind]) for kind in PLACES if found[kind]]
    worst = max(kill.lost for some in found.values() for kill in some)
    return [
        Table(
            "Kills while typing",
            ("kind of field", "kills", "seconds typed by then", "most seconds missing", "most letters missing"),
            tuple(rows),
            f"{kills} SIGKILLs at random moments into typing that never rests (40 to 160 ms between letters). Aim: at"
            f" most {MOST:.0f} s missing; found {worst:.2f} s.",
        )
    ]


def _row(kind: str, kills: list[Kill]) -> tuple[str, ...]:
    typed = ", ".join(f"{kill.after:.1f}" for kill in kills)
    return kind, str(len(kills)), typed, f"{max(k.lost for k in kills):.2f}", str(max(k.letters for k in kills))
