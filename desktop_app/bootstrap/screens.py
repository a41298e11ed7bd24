"""Every page with its controller over one open office, and who leads to whom."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.bootstrap.lists import list_screens
from desktop_app.bootstrap.meeting import meeting_screen
from desktop_app.bootstrap.minutes import minutes_screen
from desktop_app.bootstrap.paper import paper_screen
from desktop_app.domain.digits import persian_time
from desktop_app.domain.jalali import format_words
from desktop_app.services.lists import resolution_rows
from desktop_app.services.next_meeting import FirstItems, next_meeting
from desktop_app.text import lists as list_words
from desktop_app.text import shell as words
from desktop_app.views.main_window import MainWindow
from desktop_app.widgets.dialogs import Dialogs
from desktop_app.widgets.navigation import NavigationPage
from desktop_app.widgets.printer import Printer
from desktop_app.wiring import Office
from desktop_app.workers import Workers

MINUTE_MS = 60_000
_PAGES = (
    NavigationPage("meetings", list_words.MEETINGS, "calendar-days", shortcut="Ctrl+1"),
    NavigationPage("minutes", list_words.MINUTES_LIST, "file-text", shortcut="Ctrl+2"),
    NavigationPage("resolutions", list_words.RESOLUTIONS, "gavel", shortcut="Ctrl+3"),
)
MEETING, EDITOR, PAPER = "meeting", "minutes_editor", "paper"
_ROW_OF = {MEETING: "meetings", EDITOR: "minutes", PAPER: "minutes"}


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
        self._lists = list_screens(office, self)
        self._meeting_page, self.meeting = meeting_screen(office, dialogs, self)
        self._minutes_page, self.minutes = minutes_screen(office, dialogs, self)
        self._paper_page, self.paper = paper_screen(office, dialogs, printer, workers, self)
        self._give_pages()
        self._connect()
        window.set_may_close(self.may_leave)
        window.keep_requested.connect(self.keep_work)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._show_clock)
        self._clock.start(MINUTE_MS)

    # ---- ways

    def open_first(self) -> None:
        """The list of meetings, from which everything is reached."""
        self._show_clock()
        self._window.show_saved(words.SAVED)
        self.open_list("meetings")

    def may_leave(self) -> bool:
        """Whether the page that shows may be left: what is typed was saved, or the operator gives it up."""
        asked: dict[str, Callable[[], bool]] = {MEETING: self.meeting.may_leave, EDITOR: self.minutes.may_leave}
        return asked.get(self._window.page(), lambda: True)()

    def keep_work(self) -> None:
        """Save what is typed and asks nothing: something unforeseen has happened."""
        self._meeting_page.flush()
        self._minutes_page.flush()

    def open_list(self, key: str) -> None:
        """Show a list, read afresh."""
        if not self._leave():
            return
        page, controller = self._lists[key]
        controller.show()
        self._window.show_page(key)
        page.focus_list()

    def open_meeting(self, meeting_id: int) -> None:
        """Show the page of a meeting."""
        if self._leave():
            self.meeting.show(meeting_id)
            self._window.show_page(MEETING, _ROW_OF[MEETING])

    def open_minutes(self, version_id: int) -> None:
        """Show one version of minutes in the editor."""
        if self._leave():
            self.minutes.show(version_id)
            self._window.show_page(EDITOR, _ROW_OF[EDITOR])

    def open_resolution(self, resolution_id: int) -> None:
        """Show a resolution where it was written."""
        row = resolution_rows(self._office.read, [resolution_id])[0]
        self.open_minutes(row.minutes_version_id)
        if self._window.page() == EDITOR:
            self._minutes_page.choose_resolution(resolution_id)

    def open_paper(self, version_id: int) -> None:
        """Show the paper of one version of minutes."""
        if self._leave():
            self._window.show_page(PAPER, _ROW_OF[PAPER])
            self.paper.show(version_id)

    def open_next_meeting(self, meeting_id: int) -> None:
        """Show the meeting after this one, drafted now if it is not planned yet."""
        office = self._office
        titles = FirstItems(list_words.FOLLOW_UP_ITEM, list_words.NEXT_MEETING_ITEM)
        outcome = next_meeting(office.write, office.clock, office.press, meeting_id, titles)
        self.changed.emit(outcome.changed)
        self.open_meeting(outcome.id)

    def close(self) -> None:
        """Free the data folder."""
        self._clock.stop()
        self.paper.close()
        self._office.close()

    # ---- inside

    def _leave(self) -> bool:
        if self.may_leave():
            return True
        shown = self._window.page()
        self._window.show_page(shown, _ROW_OF.get(shown, shown))
        return False

    def _give_pages(self) -> None:
        window = self._window
        window.set_navigation(_PAGES)
        for key, (page, _) in self._lists.items():
            window.add_page(key, page)
        window.add_page(MEETING, self._meeting_page)
        window.add_page(EDITOR, self._minutes_page)
        window.add_page(PAPER, self._paper_page)

    def _connect(self) -> None:
        self._window.page_chosen.connect(self.open_list)
        opens = {"meetings": self.open_meeting, "minutes": self.open_minutes, "resolutions": self.open_resolution}
        for key, (page, controller) in self._lists.items():
            controller.opened.connect(opens[key])
            self.changed.connect(controller.reload)
            page.empty_action_requested.connect(partial(self._act_on_empty, key))
        for record in (self.meeting, self.minutes, self.paper):
            record.changed.connect(self.changed)
            self.changed.connect(record.reload)
        self.meeting.minutes_requested.connect(self.open_minutes)
        self.meeting.list_requested.connect(self.open_list)
        self.meeting.saved_told.connect(self._window.show_saved)
        self.minutes.meeting_requested.connect(self.open_meeting)
        self.minutes.paper_requested.connect(self.open_paper)
        self.minutes.print_requested.connect(self.open_paper)
        self.minutes.next_meeting_requested.connect(self.open_next_meeting)
        self.minutes.saved_told.connect(self._window.show_saved)
        self.paper.minutes_requested.connect(self.open_minutes)

    def _act_on_empty(self, key: str) -> None:
        if key == "meetings":
            self.demo_requested.emit()
        else:
            self.open_list("meetings")

    def _show_clock(self) -> None:
        clock = self._office.clock
        self._window.show_today(words.today(format_words(clock.today()), persian_time(clock.local_time())))
