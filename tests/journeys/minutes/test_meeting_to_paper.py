"""The main job, with keys and pointer alone: a meeting from its agenda to a paper for the pen, and once more."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys import story
from tests.journeys.conftest import Begin
from tests.journeys.secretary import Secretary
from tests.whole import deciding

US_WIDE, IR_SMALLEST = (False, (1440, 900)), (True, (960, 540))


@pytest.mark.slow
# the smallest window has drawers and scrolled parts where the wide one has panels, and Persian letters pass the filter
# of keys; the headless run takes the same way in the wide one
@pytest.mark.parametrize(
    ("persian", "size"), deciding([US_WIDE, IR_SMALLEST], [IR_SMALLEST], several=True), ids=["us, wide", "ir, smallest"]
)
def test_a_meeting_becomes_a_paper_ready_for_the_pen(
    begin: Begin, tmp_path: Path, persian: bool, size: tuple[int, int]
) -> None:
    secretary = Secretary(begin(persian=persian, size=size))
    story.hold(secretary)
    story.write(secretary)
    story.finalise(secretary)
    story.print_for_the_pen(secretary, tmp_path)
    story.reopen_and_finalise_again(secretary, tmp_path)
