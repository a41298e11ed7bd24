"""«پیگیری» on the demo's day: what is open, what is late, a form being written, several at once, and small windows."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app import wiring
from desktop_app.domain.read_models.listing import ListQuery
from desktop_app.domain.rules.tasks import TaskAction
from desktop_app.window.shell.list_pages import tasks_screen
from desktop_app.window.shell.screens import Screens
from desktop_app.window.tasks.page import TasksPage
from tests.gallery_pages import GalleryPage
from tests.gallery_pages.folders import empty_folder
from tests.gallery_pages.windows import SMALL, window
from tests.services.clocks import SettableClock
from tests.services.furnishing import furnish
from tests.views.minutes_desk import Person

TINY = (960, 540)


def _open(screens: Screens) -> TasksPage:
    screens.open("tasks")
    page = screens.screen("tasks").page
    assert isinstance(page, TasksPage)
    return page


def late(screens: Screens) -> None:
    """The late ones, the first of them shown."""
    _open(screens).show_view("late")


def writing(screens: Screens) -> None:
    """A plan in the middle of being typed."""
    page = _open(screens)
    page.open_form(TaskAction.PLAN)
    page.panel.form.ui.noteEdit.set_text("دو نشست با دستگاه‌ها و یک گزارش در پایان هر ماه")


def several(screens: Screens) -> None:
    """Several rows chosen."""
    page = _open(screens)
    page.show_view("all")
    page.query_requested.emit(ListQuery(view="all", sort="state", descending=True))
    page.ui.table.selectAll()


def grouped(group: str, screens: Screens) -> None:
    """All tasks in groups."""
    page = _open(screens)
    page.query_requested.emit(ListQuery(view="all", sort="due", group=group))


def nothing(screens: Screens) -> None:
    """A question without an answer."""
    page = _open(screens)
    page.query_requested.emit(ListQuery(view="late", search="هواپیما"))
    page.ui.search.setText("هواپیما")


def foot(screens: Screens) -> None:
    """The lower end of the detail: the other units and the history."""
    page = _open(screens)
    page.show_view("late")
    page.choose(page.model.id_at(2) or 0)


def drawer(screens: Screens) -> None:
    """The detail over the list, where the window is small."""
    _open(screens).beside.enter()


def empty() -> QWidget:
    """The page of a committee that has decided nothing yet."""
    clock = SettableClock(datetime.fromisoformat("2023-05-13T12:25"))
    office = wiring.open_office(empty_folder() / "data", clock)
    furnish(office.context.write, clock)
    parent = QObject()
    page, controller = tasks_screen(office, Person(), parent)
    controller.show()
    parent.setParent(page)
    return page


def scrolled(widget: QWidget) -> None:
    """Down to the end of the detail."""
    page = widget.findChild(TasksPage)
    assert isinstance(page, TasksPage)
    area = page.panel.ui.area
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())


PAGES = (
    GalleryPage("window-tasks", partial(window, _open), size=(1440, 900)),
    GalleryPage("window-tasks-late", partial(window, late), size=(1440, 900)),
    GalleryPage("window-tasks-writing", partial(window, writing), size=(1440, 900)),
    GalleryPage("window-tasks-several", partial(window, several), size=(1440, 900)),
    GalleryPage("window-tasks-history", partial(window, foot), size=(1440, 900), prepare=scrolled),
    GalleryPage("window-tasks-by-due", partial(window, partial(grouped, "due")), size=(1440, 900)),
    GalleryPage("window-tasks-by-unit-1280x720", partial(window, partial(grouped, "unit")), size=SMALL),
    GalleryPage("window-tasks-nothing", partial(window, nothing), size=(1440, 900)),
    GalleryPage("window-tasks-1280x720", partial(window, _open), size=SMALL),
    GalleryPage("window-tasks-drawer-1280x720", partial(window, drawer), size=SMALL),
    GalleryPage("window-tasks-960x540", partial(window, _open), size=TINY),
    GalleryPage("window-tasks-large-1280x720", partial(window, drawer), size=SMALL, text_scale=1.25),
    GalleryPage("tasks-empty", empty, size=(1216, 844)),
)
