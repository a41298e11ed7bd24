"""Preview of files from elsewhere: the window goes on, whatever they draw, and closes at every moment."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from contextlib import closing

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import EnvironmentProblem, Refused
from desktop_app.domain.read_models.scans import ChosenFile
from desktop_app.printing.stranger_limits import Limits
from desktop_app.widgets.paper.page_view import PageView
from desktop_app.window.shell.office_files import StrangerPages
from desktop_app.words.refusals import sentence
from desktop_app.workers import Workers
from tests import patience
from tests.printing.strangers.hostile import CASES, HOSTILE, blank, mesh
from tests.refusing import refused

STALL = 1.0 if os.name == "nt" else 0.3
"""Seconds that the window may stand still at most; 0.1 on a machine that does nothing else, more under Wine."""


DECIDING = {"endless drawing", "encrypted", "photograph of 100 megapixels", "blank pages"}
"""What ends at the limit of time, what is refused, what is large and what is sound; the other cases are held by the
tests of the child process."""
EACH_DAY = [
    pytest.param(*case.values, marks=(*case.marks, *(() if case.values[0] in DECIDING else (pytest.mark.whole,))))
    for case in CASES
]


def watched(until: Callable[[], bool], seconds: float) -> float:
    """Handle events until something is so; the longest time between two turns of the loop."""
    longest, begun = 0.0, time.monotonic()
    last = begun
    while not until():
        patience.let_pass(1)
        now = time.monotonic()
        longest, last = max(longest, now - last), now
        assert now - begun < seconds, "it did not end"
    return longest


def opened(content: bytes, workers: Workers) -> StrangerPages | Refused:
    """As the window opens it: off its thread."""
    came: list[StrangerPages | Refused] = []

    def failed(error: BaseException) -> None:
        assert isinstance(error, Refused)
        came.append(error)

    workers.run(lambda: StrangerPages(ChosenFile("فایل", content=content)), came.append, failed)
    assert watched(lambda: bool(came), 30) < STALL
    return came[0]


@pytest.mark.parametrize("which", EACH_DAY)
def test_the_window_goes_on_while_a_hostile_file_is_drawn(qtbot: QtBot, which: str, low_limits: Limits) -> None:
    wanted = HOSTILE[which]
    workers = Workers()
    pages = opened(wanted.make(), workers)
    if isinstance(pages, Refused):
        assert pages.key == wanted.drawn
        return
    view = PageView()
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show()
    patience.let_pass(50)
    view.show_document(pages.count, pages.draw)
    stall = watched(lambda: not view.canvas.awaited(), 4 * low_limits.page_seconds)
    if wanted.drawn:
        assert view.canvas.said() == sentence(EnvironmentProblem(wanted.drawn))
    else:
        assert view.canvas.image() is not None
    view.show_document(0, None)
    pages.close()
    assert stall < STALL


def test_a_preview_closes_amid_a_page(qtbot: QtBot) -> None:
    pages = opened(mesh(), Workers())
    assert isinstance(pages, StrangerPages)
    for rest in (0, 30, 300):
        assert pages.draw(0, 900) is None
        patience.let_pass(rest)
    begun = time.monotonic()
    pages.close()
    assert time.monotonic() - begun < 1


@pytest.mark.usefixtures("qapp", "low_limits")
def test_a_page_is_waited_for_where_it_is_printed() -> None:
    with closing(StrangerPages(ChosenFile("فایل", content=blank()))) as pages:
        assert pages.drawn(1, 60).width == 60
        assert list(pages.points) == [(400, 600)] * 2
    with closing(StrangerPages(ChosenFile("فایل", content=mesh()))) as pages, refused("file_not_finished"):
        pages.drawn(0, 900)
