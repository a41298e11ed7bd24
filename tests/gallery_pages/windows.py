"""The whole window on the demo's day: its lists, the print page, an empty folder, and a small screen."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, datetime
from functools import cache, partial
from pathlib import Path

from desktop_app import wiring
from desktop_app.domain.calendar.clock import FixedClock
from desktop_app.services.demo.demo_story import StoryClock
from desktop_app.services.minutes import minutes
from desktop_app.window.kit.destinations import OpenPaper
from desktop_app.window.kit.list_controller import ListController
from desktop_app.window.kit.record_list_page import RecordListPage
from desktop_app.window.shell.main_window import MainWindow
from desktop_app.window.shell.opening import Opening
from desktop_app.window.shell.screens import Screens
from tests.bootstrap.parts import AnsweringDialogs, PaperTray
from tests.gallery_pages import GalleryPage
from tests.gallery_pages.demo import demo_folder
from tests.gallery_pages.folders import empty_folder

TODAY = date(2023, 5, 13)
NOON = FixedClock(datetime.fromisoformat("2023-05-13T12:25:00+03:30"))
SMALL = (1280, 720)
FIFTH = 5


@cache
def demo() -> Path:
    """Demo data whose fifth minutes were printed eight times for the pen."""
    folder = demo_folder()
    clock = StoryClock(TODAY)
    office = wiring.open_office(folder, clock)
    with office.context.read() as work:
        version = work.versions.where(meeting_id=FIFTH)[0].id
    minutes.record_printing(office.context, version, copies=8, path="m.pdf", sha256="0" * 64)
    office.close()
    return folder


def window(show: Callable[[Screens], object], *, empty: bool = False) -> MainWindow:
    """The program's own window over a copy of the demo data, on one of its pages."""
    folder = empty_folder() / "data"
    if not empty:
        shutil.copytree(demo(), folder)
    made = MainWindow()
    opening = Opening(made, folder, dialogs=AnsweringDialogs(), printer=PaperTray(), clock=NOON)
    opening.begin()
    assert opening.screens is not None
    show(opening.screens)
    opening.workers.wait_until_idle()
    return made


def searched(words: str, screens: Screens) -> None:
    """The list of resolutions filtered by some words."""
    screens.open("resolutions")
    screen = screens.screen("resolutions")
    page, controller = screen.page, screen.controller
    assert isinstance(page, RecordListPage)
    assert isinstance(controller, ListController)
    page.ui.search.setText(words)
    controller.search(words)


def paper(meeting: int, screens: Screens) -> None:
    """The print page of a meeting's minutes."""
    with screens.office.context.read() as work:
        screens.go(OpenPaper(work.versions.where(meeting_id=meeting)[-1].id))


def _page(
    name: str, show: Callable[[Screens], object], size: tuple[int, int] = (1440, 900), *, empty: bool = False
) -> GalleryPage:
    return GalleryPage(name, partial(window, show, empty=empty), size=size)


PAGES = (
    _page("list-meetings", lambda screens: screens.open("meetings")),
    _page("list-minutes", lambda screens: screens.open("minutes")),
    _page("list-nothing-found", partial(searched, "زرافه")),
    _page("list-empty", lambda screens: screens.open("meetings"), empty=True),
    _page("list-empty-minutes", lambda screens: screens.open("minutes"), empty=True),
    _page("paper", partial(paper, FIFTH)),
    _page("paper-1280x720", partial(paper, FIFTH), SMALL),
)
