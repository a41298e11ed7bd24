"""No act of the minutes that was acknowledged is lost by a kill; the harness proves itself on one that was not done."""

from __future__ import annotations

import random
from pathlib import Path

from tests.storage import act_kills

KILLS = 3
"""A quick share; ``python -m tests.storage.act_kills`` makes 25 and tells each."""


def test_no_acknowledged_act_is_lost(tmp_path: Path) -> None:
    folder = tmp_path / "دادهٔ ما"
    folder.mkdir()
    made = list(act_kills.kills(folder, KILLS, random.Random(KILLS)))
    assert [one for one in made if one.lost or one.wrong] == []
    assert made[-1].acknowledged > 0


def test_an_act_that_was_acknowledged_and_is_not_there_is_found(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    act_kills.prepare(folder)
    assert len(act_kills.judged(folder, 0.0, {1, 7}).lost) == 2
