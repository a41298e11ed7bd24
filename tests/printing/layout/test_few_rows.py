"""A low table of four rows or fewer goes on the next page whole; a longer one parts."""

from __future__ import annotations

import pytest

from desktop_app.printing.engine.layout.flow import Paper, try_layout
from desktop_app.printing.engine.layout.stack import Gap
from desktop_app.printing.engine.layout.table import FaTable
from desktop_app.printing.engine.typesetting.style import MM

ROOM = 247 * MM


def parts(rows: int, height: float) -> int:
    """On how many pages a table stands below which half of it finds no room."""
    table = FaTable([[Gap(5 * MM)], *([Gap(height)] for _ in range(rows))], [None])
    trial = try_layout([Gap(ROOM - table.wrap(100 * MM, 0.0)[1] * 0.75), table], Paper())
    return len([one for _page, one in trial.placed if isinstance(one, FaTable)])


@pytest.mark.parametrize(
    ("rows", "height", "wanted"), [(2, 10 * MM, 1), (4, 15 * MM, 1), (5, 10 * MM, 2), (4, 40 * MM, 2)]
)
def test_few_low_rows_stand_together(rows: int, height: float, wanted: int) -> None:
    assert parts(rows, height) == wanted
