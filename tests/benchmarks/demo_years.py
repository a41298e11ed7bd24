"""What demo data of ten years cost, meeting by meeting: every act of the program in turn, kept in one transaction."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from unittest.mock import patch

from sqlalchemy import Engine, event

from desktop_app import wiring
from desktop_app.services.demo import demo
from desktop_app.services.demo.demo_meetings import StoryContext, convene
from tests.benchmarks.table import Table
from tests.conftest import DEMO_DAY

YEARS = 10
MEETINGS = 12 * YEARS
THIRD = MEETINGS // 3
SECONDS = 0.12
"""Aim: CPU seconds of one meeting with its minutes, signatures and follow-up."""
GROWTH = 1.15
"""Aim: so much dearer may a meeting of the last third be than one of the first."""


class _Watch:
    """CPU seconds and statements by the time that each meeting is convened."""

    def __init__(self) -> None:
        self.statements = 0
        self.marks: list[tuple[float, int]] = []

    def convene(self, stage: StoryContext, told: object) -> int:
        """Note where the meeting before ended, and convene the next one."""
        self.marks.append((time.process_time(), self.statements))
        return convene(stage, told)

    def sent(self, *_more: object) -> None:
        """Count one statement."""
        self.statements += 1

    def each(self, first: int, last: int) -> tuple[float, float]:
        """Mean CPU seconds and statements of a meeting among some."""
        (begun, sent), (ended, sent_by_then) = self.marks[first], self.marks[last]
        return (ended - begun) / (last - first), (sent_by_then - sent) / (last - first)


def run() -> Table:
    """The demo data of ten years, once."""
    watch = _Watch()
    event.listen(Engine, "before_cursor_execute", watch.sent)
    began = time.process_time()
    try:
        with tempfile.TemporaryDirectory() as folder, patch.object(demo, "convene", watch.convene):
            made = wiring.build_demo(Path(folder), DEMO_DAY, years=YEARS)
    finally:
        event.remove(Engine, "before_cursor_execute", watch.sent)
    whole = time.process_time() - began
    first, last = watch.each(0, THIRD), watch.each(MEETINGS - THIRD, MEETINGS)
    reached = max(first[0], last[0]) <= SECONDS and last[0] <= GROWTH * first[0]
    return Table(
        "Demo data of ten years",
        ("what", "CPU s", "statements"),
        (
            _row(f"a meeting of the first {THIRD}", first),
            _row(f"a meeting of the last {THIRD}", last),
            (f"all {made.meetings} meetings, {made.resolutions} resolutions", f"{whole:.1f}", f"{watch.statements:,}"),
        ),
        "CPU of the process; savepoints are not among the statements. Aim: at most "
        f"{SECONDS} s a meeting, and the last at most {GROWTH} times as dear as the first; "
        f"{'reached' if reached else 'NOT reached'}.",
    )


def _row(name: str, each: Sequence[float]) -> tuple[str, str, str]:
    seconds, statements = each
    return name, f"{seconds:.3f}", f"{statements:.0f}"
