"""What is refused of a print set-up: each number beside its own field, and nothing that follows from a wrong one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.documents.appearance import Margins, Sheet
from desktop_app.domain.documents.print_setup import USUAL_SETUP, setup_refusals


def _told(size: int = 100, sheet: Sheet = Sheet.A4, **margins: int) -> list[tuple[str, str]]:
    typography = replace(USUAL_SETUP.typography, size=size, sheet=sheet, margins=replace(Margins(), **margins))
    return [(one.key, one.field) for one in setup_refusals(replace(USUAL_SETUP, typography=typography))]


@pytest.mark.parametrize("size", [500, 151, 69, 0, -1])
def test_a_size_that_nobody_prints_with_says_nothing_of_the_margins(size: int) -> None:
    assert _told(size=size) == [("typography_percent", "size")]


@pytest.mark.parametrize("side", ["right", "left"])
def test_a_margin_that_is_refused_is_refused_once(side: str) -> None:
    assert _told(100, Sheet.A4, **{side: 500}) == [("typography_margin", side)]


def test_margins_that_leave_large_writing_no_room_are_refused() -> None:
    assert _told(size=150, sheet=Sheet.A5) == [("typography_narrow", "right")]
    assert _told(size=100) == []
