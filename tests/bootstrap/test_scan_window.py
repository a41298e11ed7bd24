"""A scan of large pages through the window: each page is told, and the thread of the window stays free meanwhile."""

from __future__ import annotations

from tests.benchmarks.pulse import MOST_STALL
from tests.benchmarks.scan_window import felt_alone

PAGES = 4
MOST_BUSY = 1.5 * MOST_STALL
"""Milliseconds: beside seven other processes a thread takes longer over the same work; alone it takes half of it."""


def test_the_window_answers_while_a_scan_is_read_and_kept() -> None:
    felt = felt_alone(PAGES)
    assert len(felt.told) == PAGES, "every page is told"
    assert felt.while_reading.busy <= MOST_BUSY
    assert felt.while_keeping.busy <= MOST_BUSY
