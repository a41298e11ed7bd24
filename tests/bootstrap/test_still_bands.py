"""Messages that come and go while a page shows: nothing that lies under the pointer has moved then."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.destinations import Destination, OpenMeeting, OpenMinutes, OpenPage, OpenPaper, OpenTask
from desktop_app.window.kit.record_list_page import RecordListPage
from desktop_app.window.minutes.page import MinutesPage
from desktop_app.window.shell.main_window import MainWindow
from tests.bootstrap.conftest import Start

EDGE = 220
"""Height in pixels of the foot, of the navigation's lower rows and of the acts on a record above it."""
PAGES: tuple[Destination, ...] = (
    *map(OpenPage, ("meetings", "minutes", "resolutions", "tasks", "registers", "papers", "members")),
    *map(OpenPage, ("backups", "taking_over", "verify")),
    OpenTask(1),
    OpenMeeting(1),
    OpenMinutes(1),
    OpenPaper(1),
)


def _tops(window: MainWindow) -> dict[QWidget, int]:
    """Upper edges of the controls that take the keyboard, in the page and the navigation: pixels within the window."""
    for _turn in range(3):
        QApplication.processEvents()
    found = [*window.shown().findChildren(QWidget), *window.ui.navigation.findChildren(QWidget)]
    pressed = [one for one in found if one.isVisible() and one.focusPolicy() is not Qt.FocusPolicy.NoFocus]
    return {one: one.mapTo(window, QPoint()).y() for one in pressed if not _of_band(one)}


def _of_band(one: QWidget | None) -> bool:
    while one is not None:
        if isinstance(one, MessageBand) or one.objectName() == "bandHolder":
            return True
        one = one.parentWidget()
    return False


def _moved(window: MainWindow, come: Callable[[], object], go: Callable[[], object]) -> list[tuple[str, int, int]]:
    moved = []
    before = _tops(window)
    for act in (come, go):
        act()
        now = _tops(window)
        moved += [(str(one), top, now[one]) for one, top in before.items() if one in now and now[one] != top]
    return moved


def _messages(page: QWidget) -> list[tuple[Callable[[], object], Callable[[], object]]]:
    """How each message of a page comes, and how it goes."""
    if isinstance(page, MinutesPage):
        header = page.header
        return [(partial(header.show_band, "گفته", "و آنچه هست", Tone.NEUTRAL, "پس گرفتن"), header.clear_band)]
    if isinstance(page, RecordListPage):
        return [(partial(page.show_done, "گفته", "پس گرفتن"), page.ui.band.clear)]
    bands = [one for one in page.findChildren(MessageBand) if one.objectName() in ("band", "notice")]
    assert bands
    return [(partial(one.show_message, "گفته", "و آنچه هست", Tone.DONE, "پس گرفتن"), one.clear) for one in bands]


def test_a_message_that_comes_and_goes_moves_nothing_of_the_page(start: Start, demo_folder: Path) -> None:
    run = start(demo_folder)
    screens, window = run.verified(), run.window
    window.resize(1366, 728)
    moved: dict[Destination, list[tuple[str, int, int]]] = {}
    for page in PAGES:
        screens.go(page)
        for come, go in _messages(window.shown()):
            go()
            moved[page] = moved.get(page, []) + _moved(window, come, go)
    assert not {page: some for page, some in moved.items() if some}


def test_a_message_of_the_whole_window_moves_only_what_stands_at_the_lower_edge(
    start: Start, demo_folder: Path
) -> None:
    run = start(demo_folder)
    screens, window = run.verified(), run.window
    screens.go(OpenPage("tasks"))
    made: list[MessageBand] = []
    moved = _moved(
        window,
        lambda: made.append(window.show_notice("گفته", "و آنچه هست", "دیدم")),
        lambda: made[0].action_button().click(),
    )
    assert not [one for one in moved if one[1] < window.height() - EDGE], window.height()
