"""«مصوبات» on the demo's day: late beside its state, filters, a search, a form, nothing found, and small windows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop_app.domain.read_models.listing import Filter, FilterKey
from desktop_app.domain.rules.resolution_actions import ResolutionAction
from desktop_app.window.kit.resolution_form import ResolutionForm
from desktop_app.window.resolutions.page import ResolutionsPage
from desktop_app.window.shell.main_window import MainWindow
from tests.gallery_pages import GalleryPage
from tests.gallery_pages.windows import SMALL, window

SELF_ASSESSMENT = "۱۴۰۱/۳/۲"


def page_of(widget: QWidget) -> ResolutionsPage:
    """The page in the window."""
    (found,) = widget.findChildren(ResolutionsPage)
    return found


def at(widget: QWidget, number: str = SELF_ASSESSMENT) -> ResolutionsPage:
    """The page, standing on a resolution."""
    page = page_of(widget)
    rows = (page.model.row_at(place) for place in range(page.model.count()))
    page.choose(next(row.id for row in rows if row is not None and row.number == number))
    page.focus_list()
    return page


def filtered(widget: QWidget) -> ResolutionsPage:
    """Two filters at work."""
    page = at(widget)
    page.ui.filters.toggle(Filter(FilterKey.PARTY, "1"))
    page.ui.filters.toggle(Filter(FilterKey.DUE_UNTIL, "2023-06-21"))
    return page


def searched(widget: QWidget) -> None:
    """A search whose hits are marked, the detail put away."""
    page = page_of(widget)
    page.ui.search.setText("پلتفرم بومی")
    page.ui.search.returnPressed.emit()
    page.ui.split.set_open(False)


def nothing(widget: QWidget) -> None:
    """Filtered to nothing."""
    page_of(widget).ui.filters.toggle(Filter(FilterKey.STATE, "rejected"))


def drawer(widget: QWidget) -> None:
    """The detail over the list."""
    filtered(widget).beside.enter()


def compact(widget: QWidget) -> None:
    """Rows of one line, all resolutions."""
    page = page_of(widget)
    page.table.set_compact(True)
    page.show_view("all")


def refused(widget: QWidget) -> None:
    """The form of an extension that lacks its day."""
    page = at(widget)
    page.detail.resolution_action_requested.emit(ResolutionAction.EXTEND)
    form = page.sheet()
    assert isinstance(form, ResolutionForm)
    form.send()


def _page(name: str, prepare: Callable[[QWidget], object] = at, size: tuple[int, int] = (1440, 900)) -> GalleryPage:
    def build() -> MainWindow:
        return window(lambda screens: screens.open("resolutions"))

    def settle(widget: QWidget) -> None:
        # a window is as small as the operator makes it, whatever its other pages would like
        widget.resize(*size)
        QCoreApplication.processEvents()
        prepare(widget)

    return GalleryPage(f"resolutions-{name}", build, size, prepare=settle)


def _form_of(widget: QWidget) -> QWidget:
    form = page_of(widget).sheet()
    assert isinstance(form, ResolutionForm)
    return form


PAGES = (
    _page("late"),
    _page("blocked", lambda widget: at(widget, "۱۴۰۱/۲/۱")),
    _page("reported", lambda widget: at(widget, "۱۴۰۱/۲/۲")),
    _page("filtered", filtered),
    _page("searched", searched),
    _page("nothing", nothing),
    _page("compact", compact),
    replace(_page("form", refused), subject=_form_of),
    _page("1280x720", filtered, SMALL),
    _page("drawer-1280x720", drawer, SMALL),
    _page("960x540", drawer, (960, 540)),
    replace(_page("large", at, (1600, 900)), text_scale=1.25),
    replace(_page("large-1280x720", drawer, SMALL), text_scale=1.25),
)
