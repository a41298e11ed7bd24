"""What an act of the operator costs in the whole window, on the demo data and on ten years of them.

It also counts the modules of the program whose code runs in an act, repaint included: what has to be read to change it.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from desktop_app import wiring
from desktop_app.window.shell.main_window import MainWindow
from desktop_app.window.shell.opening import Opening
from tests import patience
from tests.acts import ACTS, Act, every_page
from tests.benchmarks.table import Table
from tests.bootstrap.conftest import clock_on
from tests.bootstrap.parts import AnsweringDialogs, PaperTray
from tests.conftest import DEMO_DAY
from tests.look import dress_application
from tests.statements import counted
from tests.writing_places import Ground, prepare

YEARS: Final = (0, 10)
TIMES: Final = 7
"""Each act is done so often; the median time is told."""
SLOWER: Final = 1.3
"""So much longer may it take on ten years."""


def run() -> Table:
    """Every act with all pages opened, on the demo and on ten years of it."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    dress_application(application)
    costs: dict[tuple[str, int], tuple[int, int, float]] = {}
    modules: dict[str, int] = {}
    for years in YEARS:
        with tempfile.TemporaryDirectory() as place, _ground(Path(place), years) as ground:
            every_page(ground.screens)
            for act in ACTS:
                costs[act.name, years] = _cost(ground, act)
                if not years:
                    modules[act.name] = len(traced_modules(ground, act))
    return Table(
        "Acts of the operator",
        ("act", "statements", "of at most", "transactions", "ms", "on ten years", "ms", "of the demo's ms", "modules"),
        tuple((*_row(act, costs), str(modules[act.name])) for act in ACTS),
        f"All pages were opened before; the time is the median of {TIMES}, to the end of the paint. Aim: as many "
        f"statements on ten years as on the demo, and at most {SLOWER} times as long.",
    )


def traced_modules(ground: Ground, act: Act) -> frozenset[str]:
    """Files of the program whose code runs in one act, the handling of its events included; in every thread."""
    seen: set[str] = set()

    def note(frame: FrameType, event: str, _argument: object) -> None:
        if event == "call" and f"{os.sep}desktop_app{os.sep}" in frame.f_code.co_filename:
            seen.add(frame.f_code.co_filename)

    act.come(ground)
    QApplication.processEvents()
    sys.setprofile(note)
    threading.setprofile(note)
    try:
        act.do(ground)
        QApplication.processEvents()
    finally:
        sys.setprofile(None)
        threading.setprofile(None)
    return frozenset(seen)


@contextmanager
def _ground(folder: Path, years: int) -> Iterator[Ground]:
    wiring.build_demo(folder, DEMO_DAY, years=years)
    clock = clock_on(DEMO_DAY)
    ids = prepare(folder, clock)
    window = MainWindow()
    opening = Opening(window, folder, dialogs=AnsweringDialogs(), printer=PaperTray(), clock=clock)
    window.show()
    opening.begin()
    assert patience.wait(lambda: opening.screens is not None, lambda: patience.any_working(window))
    assert opening.screens is not None
    try:
        yield Ground(window, opening.screens, *ids)
    finally:
        window.set_may_close(lambda: True)
        window.close()
        opening.close()
        window.deleteLater()


def _cost(ground: Ground, act: Act) -> tuple[int, int, float]:
    """Statements and transactions of the dearest time, median milliseconds."""
    statements, transactions, times = 0, 0, []
    for _time in range(TIMES):
        act.come(ground)
        QApplication.processEvents()
        with counted() as found:
            began = time.perf_counter()
            act.do(ground)
            QApplication.processEvents()
            times.append(1000 * (time.perf_counter() - began))
        statements = max(statements, len(found.statements))
        transactions = max(transactions, found.transactions)
    return statements, transactions, statistics.median(times)


def _row(act: Act, costs: dict[tuple[str, int], tuple[int, int, float]]) -> tuple[str, ...]:
    (statements, transactions, ms), (later, _, later_ms) = (costs[act.name, years] for years in YEARS)
    return (
        act.name,
        str(statements),
        str(act.statements),
        str(transactions),
        f"{ms:.0f}",
        str(later),
        f"{later_ms:.0f}",
        f"{later_ms / ms:.2f}",
    )
