"""Every page with its controller over one open office, and who leads to whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.bootstrap.paper import paper_screen
from desktop_app.controllers.list_controller import ListController
from desktop_app.domain.committee import PartyCode
from desktop_app.domain.digits import persian_time
from desktop_app.domain.jalali import format_words
from desktop_app.services import lists
from desktop_app.services.ports import Changed, OpenWork
from desktop_app.text import lists as list_words
from desktop_app.text import shell as words
from desktop_app.views.main_window import MainWindow
from desktop_app.views.record_list_page import ListPlan, RecordListPage
from desktop_app.views.record_lists import meetings_plan, minutes_plan, resolutions_plan
from desktop_app.widgets.dialogs import Dialogs
from desktop_app.widgets.navigation import NavigationPage
from desktop_app.widgets.pill import Party as PartyMarkKind
from desktop_app.widgets.printer import Printer
from desktop_app.wiring import Office
from desktop_app.workers import Workers

Row = TypeVar("Row")
MINUTE_MS = 60_000


class Screens(QObject):
    """Builds the pages, connects them, and tells every one of them what an act changed."""

    changed = Signal(object)
    demo_requested = Signal()

    def __init__(
        self, window: MainWindow, office: Office, dialogs: Dialogs, printer: Printer, workers: Workers
    ) -> None:
        super().__init__(window)
        self._window = window
        self._office = office
        self._dialogs = dialogs
        self._workers = workers
        self._lists: dict[str, ListController] = {}
        self._focus: dict[str, Callable[[], None]] = {}
        window.set_navigation(_PAGES)
        self._add_lists()
        self._paper_page, self._paper = paper_screen(office, dialogs, printer, workers, self)
        window.add_page("paper", self._paper_page)
        self._paper.changed.connect(self.changed)
        self.changed.connect(self._paper.reload)
        window.page_chosen.connect(self.open_list)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._show_clock)
        self._clock.start(MINUTE_MS)

    def open_first(self) -> None:
        """The list of meetings, from which everything is reached."""
        self._show_clock()
        self._window.show_saved(words.SAVED)
        self.open_list("meetings")

    def open_list(self, key: str) -> None:
        """Show a list, read afresh."""
        self._lists[key].show()
        self._window.show_page(key)
        self._focus[key]()

    def open_paper(self, version_id: int) -> None:
        """Show the paper of one version of minutes."""
        self._window.show_page("paper", "minutes")
        self._paper.show(version_id)

    def close(self) -> None:
        """Free the data folder."""
        self._clock.stop()
        self._paper.close()
        self._office.close()

    # ---- lists

    def _add_lists(self) -> None:
        office = self._office
        self._add_list(meetings_plan(), lists.meeting_ids, lists.meeting_rows, Changed.MEETINGS | Changed.MINUTES)
        self._add_list(minutes_plan(), lists.minutes_ids, lists.minutes_rows, Changed.MEETINGS | Changed.MINUTES)
        plan = resolutions_plan(office.clock.today(), _party_marks(office))
        watched = Changed.RESOLUTIONS | Changed.TASKS | Changed.MINUTES
        self._add_list(plan, lists.resolution_ids, lists.resolution_rows, watched)

    def _add_list(
        self,
        plan: ListPlan[Row],
        ids: Callable[[OpenWork, str], Sequence[int]],
        rows: Callable[[OpenWork, Sequence[int]], Sequence[Row]],
        watched: Changed,
    ) -> None:
        read = self._office.read
        page = RecordListPage(plan, partial(_page_of, rows, read))
        controller = ListController(page, partial(ids, read), watched, self)
        self.changed.connect(controller.reload)
        page.empty_action_requested.connect(partial(self._act_on_empty, plan.key))
        self._lists[plan.key] = controller
        self._focus[plan.key] = page.focus_list
        self._window.add_page(plan.key, page)

    def _act_on_empty(self, key: str) -> None:
        if key == "meetings":
            self.demo_requested.emit()
        else:
            self.open_list("meetings")

    def _show_clock(self) -> None:
        clock = self._office.clock
        self._window.show_today(words.today(format_words(clock.today()), persian_time(clock.local_time())))


_PAGES = (
    NavigationPage("meetings", list_words.MEETINGS, "calendar-days", shortcut="Ctrl+1"),
    NavigationPage("minutes", list_words.MINUTES_LIST, "file-text", shortcut="Ctrl+2"),
    NavigationPage("resolutions", list_words.RESOLUTIONS, "gavel", shortcut="Ctrl+3"),
)


def _page_of(
    rows: Callable[[OpenWork, Sequence[int]], Sequence[Row]], read: OpenWork, ids: Sequence[int]
) -> Mapping[int, Row]:
    found = rows(read, ids)
    return dict(zip(ids, found, strict=True))


def _party_marks(office: Office) -> dict[int, PartyMarkKind]:
    """Which mark each party of the data has."""
    marks = {PartyCode.PROVINCE: PartyMarkKind.GOVERNORATE, PartyCode.CENTER: PartyMarkKind.CENTER}
    with office.read() as work:
        return {party.id: marks[party.code] for party in work.parties.where()}
