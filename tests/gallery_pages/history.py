"""«تاریخچه» on the demo's day: of the whole office, of one meeting, filtered to nothing, and small windows."""

from __future__ import annotations

from functools import partial

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.read_models.history import RecordKey
from desktop_app.domain.read_models.listing import ListQuery
from desktop_app.services.documents.papers import paper_of
from desktop_app.services.registers.sent_letters import register_letters
from desktop_app.window.history.page import HistoryPage
from desktop_app.window.kit.destinations import OpenHistory
from desktop_app.window.shell.screens import Screens
from tests.gallery_pages import GalleryPage
from tests.gallery_pages.windows import SMALL, window

TINY = (960, 540)


def _page(screens: Screens) -> HistoryPage:
    page = screens.screen("history").page
    assert isinstance(page, HistoryPage)
    return page


def whole(screens: Screens) -> None:
    """All that was done; chosen is the newest, the letters that one print entered."""
    context, order = screens.office.context, PaperOrder(kind=PaperKind.REMINDER)
    register_letters(context, order, paper_of(context, order))
    screens.open("history")
    _page(screens).choose_first()


def of_minutes(screens: Screens) -> None:
    """One version of minutes, a changed clause chosen."""
    screens.go(OpenHistory(RecordKey("minutes_version", 1)))
    page = _page(screens)
    page.query_requested.emit(ListQuery(sort="moment", descending=True, search="ساعت"))
    page.ui.search.setText("ساعت")


def nothing(screens: Screens) -> None:
    """A question without an answer."""
    screens.open("history")
    page = _page(screens)
    page.query_requested.emit(ListQuery(sort="moment", descending=True, search="هواپیما"))
    page.ui.search.setText("هواپیما")


PAGES = (
    GalleryPage("history", partial(window, whole), size=(1440, 900)),
    GalleryPage("history-of-minutes", partial(window, of_minutes), size=(1440, 900)),
    GalleryPage("history-nothing", partial(window, nothing), size=(1440, 900)),
    GalleryPage("history-1280x720", partial(window, whole), size=SMALL),
    GalleryPage("history-960x540", partial(window, whole), size=TINY),
)
