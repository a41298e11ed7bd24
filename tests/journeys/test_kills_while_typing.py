"""A process that types without a pause is killed: at most the last three seconds are missing (all kinds: the bench)."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from desktop_app.window.kit.draft_keeper import KEEP_MS
from tests.kills import fresh, kill_while_typing, writing_seconds
from tests.typist import BETWEEN_MS, CLOCK
from tests.whole import deciding
from tests.writing_places import prepare

FEW = ("clause", "new talk", "agenda item", "free letter")
MOST = 3.0
"""Seconds of typing that may be missing: the clock of the drafts, a letter that comes as it ends, and the writing."""
OTHER_WORK = 4
"""Times that a writing may take longer beside the typing than alone."""


# what the page records when it is left and what waits for a button: the only two ways from a field to its draft
@pytest.mark.parametrize("kind", deciding(FEW, {"clause", "agenda item"}))
def test_a_kill_while_typing_takes_three_seconds_at_most(demo_folder: Path, tmp_path: Path, kind: str) -> None:
    ids = prepare(demo_folder, CLOCK)
    by_the_clock = (KEEP_MS + BETWEEN_MS[1]) / 1000
    assert by_the_clock < MOST
    most = max(MOST, by_the_clock + OTHER_WORK * writing_seconds(demo_folder))
    # before that nothing could be missed for too long
    kill = kill_while_typing(fresh(demo_folder, tmp_path / "killed"), kind, ids, random.Random(kind), most + 1)
    assert kill.lost <= most, kill
