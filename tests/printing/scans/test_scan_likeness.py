"""Likeness on the minutes of one office: pages of two meetings look alike, and none is taken for one of the other."""

from __future__ import annotations

import random
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_app.domain.calendar.clock import FixedClock
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.printing.scans.scan_likeness import PrintedPages
from desktop_app.services.documents.documents import minutes_paper
from desktop_app.wiring import open_office
from tests import made_scans
from tests.conftest import DEMO_DAY

DPI = 110
MEETINGS = (3, 4, 5)


@pytest.fixture
def prints(demo_folder: Path) -> Sequence[bytes]:
    """The minutes of three meetings of the demo, which bear no code."""
    with closing(
        open_office(demo_folder, FixedClock(datetime(DEMO_DAY.year, DEMO_DAY.month, DEMO_DAY.day, 12, tzinfo=UTC)))
    ) as office:
        with office.context.read() as work:
            versions = [work.versions.where(meeting_id=one)[-1].id for one in MEETINGS]
        return [office.printing.make(PaperKind.MINUTES, minutes_paper(office.context, one)) for one in versions]


@pytest.mark.parametrize("laid", [0.5, 2.0], ids=["nearly straight", "askew"])
def test_a_page_is_one_of_its_own_print_and_of_no_other(prints: Sequence[bytes], laid: float) -> None:
    for mine, pdf in enumerate(prints):
        for number, page in enumerate(made_scans.drawn(pdf, DPI), start=1):
            chance = random.Random(number)
            scan = made_scans.grey(made_scans.signed(made_scans.skewed(laid)(page, chance), chance), chance)
            found = [PrintedPages(one).number_and_turn(scan) for one in prints]
            assert found == [(number, 0) if place == mine else (0, 0) for place in range(len(prints))]
