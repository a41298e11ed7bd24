"""A process that types without a pause is killed: at most the last three seconds are missing (all kinds: the bench)."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from tests.kills import fresh, kill_while_typing
from tests.typist import CLOCK
from tests.writing_places import prepare

FEW = ("clause", "new talk", "agenda item", "free letter")
MOST = 3.0


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_a_kill_while_typing_takes_three_seconds_at_most(demo_folder: Path, tmp_path: Path) -> None:
    ids = prepare(demo_folder, CLOCK)
    chance = random.Random(10)
    for kind in FEW:
        kill = kill_while_typing(fresh(demo_folder, tmp_path / "killed"), kind, ids, chance)
        assert kill.lost <= MOST, kill
