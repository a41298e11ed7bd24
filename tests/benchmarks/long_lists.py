"""Lists of 100,000 resolutions: ours beside what an application usually does, each painted, in one run on one file.

The peers read one flat table of six ready columns, so they are spared the joins and the computing that the program's
own rows need. All are shown in the same plain table view of the same size; «painted» is the end of the first paint
after the question.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.domain.read_models.listing import ListQuery
from desktop_app.services import lists
from desktop_app.storage.file.database import DATABASE_NAME
from desktop_app.storage.file.folder import DataFolder, open_folder
from tests.benchmarks.many_resolutions import RESOLUTIONS, hands, make
from tests.benchmarks.table import Table
from tests.services.office_steps import context_of

if TYPE_CHECKING:
    from tests.benchmarks.list_stage import Stage

ROUNDS = 7
OF_SLOW = 3
"""So many rounds of what takes seconds; the proxy's sort, which takes a quarter of a minute, is tried once."""

Timed = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Case:
    """One comparison: what, against what, the aim for the ratio, and how often the peer is tried."""

    what: str
    peer: str
    aim: float
    ours: Timed
    theirs: Timed
    rounds: int


def run() -> Table:
    """All comparisons, in turn within each."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder)
        data = open_folder(folder, hands())
        # Qt comes in only here, so that the other measurements stay without it
        from tests.benchmarks.list_stage import Stage

        stage = Stage(folder / DATABASE_NAME)
        rows = [_measured(case) for case in _cases(data, stage)]
        stage.close()
        data.close()
    return Table(
        f"Lists of {RESOLUTIONS:,} resolutions",
        ("what", "ours ms", "beside", "beside ms", "ratio", "aim"),
        tuple(rows),
        "Medians of rounds in turn, offscreen, a real file, painted in a plain table view of 1200×700. First paint "
        "takes in the exact counts of all six saved views. The peers read a flat table of six ready columns.",
    )


def _cases(data: DataFolder, stage: Stage) -> list[Case]:
    def question(sort: str = "") -> Sequence[int]:
        return lists.RESOLUTIONS.ids(context_of(data.open_read), ListQuery(sort=sort))

    def standing() -> None:
        stage.painted(lambda: stage.window.show_ids(question()), stage.window)

    def first() -> float:
        def ask() -> None:
            lists.RESOLUTIONS.view_counts(context_of(data.open_read))
            stage.window.show_ids(question())

        return stage.painted(ask, stage.window)

    def last() -> float:
        standing()
        return stage.painted(stage.view.scrollToBottom, stage.window)

    def by_title() -> float:
        standing()
        return stage.painted(lambda: stage.window.show_ids(question("title")), stage.window)

    stage.use(lambda ids: dict(zip(ids, lists.RESOLUTIONS.rows(context_of(data.open_read), ids), strict=True)))
    return [
        Case("first paint, exact count", "ORM load-all", 0.10, first, stage.orm_first, OF_SLOW),
        Case("last row", "QSqlTableModel", 0.10, last, stage.sql_last, ROUNDS),
        Case("sort by Persian title", "QSortFilterProxyModel over load-all", 0.01, by_title, stage.proxy_sort, 1),
    ]


def _measured(case: Case) -> tuple[str, ...]:
    case.ours()
    ours, theirs = [], []
    for turn in range(ROUNDS):
        ours.append(case.ours())
        if turn < case.rounds:
            theirs.append(case.theirs())
    mine, peer = statistics.median(ours), statistics.median(theirs)
    ratio = mine / peer
    sys.stderr.write(f"{case.what}: {1000 * mine:.0f} ms of {1000 * peer:.0f} ms\n")
    verdict = f"≤ {case.aim:g}, {'reached' if ratio <= case.aim else 'NOT reached'}"
    return case.what, f"{1000 * mine:.0f}", case.peer, f"{1000 * peer:.0f}", f"{ratio:.4f}", verdict
