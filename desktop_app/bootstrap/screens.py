"""Every page with its controller over one open office, and who leads to whom.

A page is made when it is first asked for (:data:`~desktop_app.bootstrap.makers.MAKERS`). What its controller offers
decides how it is connected: a signal named in :meth:`Screens._ways` leads to that place, ``changed`` is told to every
page that was made, ``saved_told`` goes to the foot of the window, ``may_leave`` is asked before another page shows,
and ``may_close`` before the window closes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.bootstrap.drafts import draft_keeper
from desktop_app.bootstrap.foot import Foot
from desktop_app.bootstrap.makers import MAKERS, Screen, Tools
from desktop_app.bootstrap.minutes_of_day import MinutesOfDay
from desktop_app.bootstrap.session_end import SessionEnd
from desktop_app.controllers.draft_keeper import DraftKeeper
from desktop_app.domain.digits import persian_time
from desktop_app.domain.jalali import format_words
from desktop_app.domain.paper_orders import PaperOrder
from desktop_app.services.founding_draft import needs_founding
from desktop_app.services.lists import resolution_rows
from desktop_app.services.next_meeting import FirstItems, next_meeting
from desktop_app.services.ports import Changed
from desktop_app.services.typed_drafts import DraftsOfRun
from desktop_app.services.waiting import waiting
from desktop_app.text import lists as list_words
from desktop_app.text import members as member_words
from desktop_app.text import papers as paper_words
from desktop_app.text import settings as setting_words
from desktop_app.text import shell as words
from desktop_app.text import tasks as task_words
from desktop_app.text.scheduling import previous_item
from desktop_app.views.main_window import MainWindow
from desktop_app.widgets.dialogs import Dialogs
from desktop_app.widgets.navigation import NavigationPage
from desktop_app.widgets.printer import Printer
from desktop_app.widgets.tokens import Tone
from desktop_app.wiring import Office
from desktop_app.workers import Workers

_PAGES = (
    NavigationPage("meetings", list_words.MEETINGS, "calendar-days", shortcut="Ctrl+1"),
    NavigationPage("minutes", list_words.MINUTES_LIST, "file-text", shortcut="Ctrl+2"),
    NavigationPage("resolutions", list_words.RESOLUTIONS, "gavel", shortcut="Ctrl+3"),
    NavigationPage("tasks", task_words.TASKS, "list-checks", shortcut="Ctrl+4"),
    NavigationPage("members", member_words.MEMBERS, "users", shortcut="Ctrl+5"),
    NavigationPage("papers", paper_words.PAPERS, "printer", shortcut="Ctrl+6"),
    NavigationPage("settings", setting_words.SETTINGS, "settings", shortcut="Ctrl+,", at_foot=True),
)
LISTS = tuple(page.key for page in _PAGES if not page.at_foot)
MEETING, EDITOR, PAPER, FOUNDING = "meeting", "minutes_editor", "paper", "founding"
_ROW_OF = {MEETING: "meetings", EDITOR: "minutes", PAPER: "minutes"}


class Screens(QObject):
    """Makes the pages, connects them, and tells every one of them what an act changed."""

    changed = Signal(object)
    demo_requested = Signal()
    made = Signal(object)
    """A page has just been made."""

    def __init__(
        self, window: MainWindow, office: Office, dialogs: Dialogs, printer: Printer, workers: Workers
    ) -> None:
        super().__init__(window)
        self._window = window
        self._office = office
        self.drafts = DraftsOfRun(office.drafts)
        self._keeper = draft_keeper(window, office, self.drafts, self) if office.folder.writable else None
        self._foot = Foot(window.show_saved, office.clock, self._keeper, self)
        self._tools = Tools(office, dialogs, printer, workers, self)
        self._screens: dict[str, Screen] = {}
        self._comes_from: dict[str, object] = {}
        """By list: the record that was shown last since the list was, whose row is the one to stand on."""
        self._session_end = SessionEnd(self)
        window.set_navigation(_PAGES)
        window.page_chosen.connect(self.open)
        window.set_may_close(self.may_close)
        window.keep_requested.connect(self.keep_work)
        self.changed.connect(lambda _changed: self._count())
        self._day = office.clock.today()
        self._clock = MinutesOfDay(office.clock, self)
        self._clock.turned.connect(self._show_clock)

    # ---- ways

    def open_first(self, key: str = "meetings") -> None:
        """The page that shows first: a list, from which everything is reached; before the founding, its steps."""
        self._show_clock()
        self._foot.say(words.SAVED)
        founding = self._office.folder.writable and needs_founding(self._office.read)
        self._window.show_navigation(not founding)
        if founding:
            self.open(FOUNDING)
        else:
            self._count()
            self.open(key if key in LISTS else LISTS[0])

    def open(self, key: str) -> None:
        """Show a page that needs no record, read afresh."""
        if self._leave():
            if self._office.folder.writable:
                # what another page told last is not about this one
                self._foot.say(words.SAVED)
            screen = self.screen(key)
            _offered(screen.controller, "show")()
            self._window.show_page(key)
            if key in self._comes_from:
                _offered(screen.page, "choose")(self._comes_from.pop(key))
            _give_keyboard(screen.page)

    def open_meeting(self, meeting_id: int) -> None:
        """Show the page of a meeting."""
        self._open_record(MEETING, meeting_id)

    def open_minutes(self, version_id: int) -> None:
        """Show one version of minutes in the editor."""
        self._open_record(EDITOR, version_id)

    def open_resolution(self, resolution_id: int) -> None:
        """Show a resolution beside the list of resolutions."""
        self._open_record("resolutions", resolution_id)

    def open_wording(self, resolution_id: int) -> None:
        """Show a resolution where it was written."""
        row = resolution_rows(self._office.read, [resolution_id])[0]
        self.open_minutes(row.minutes_version_id)
        if self._window.page() == EDITOR:
            _offered(self.screen(EDITOR).page, "choose_resolution")(resolution_id)

    def open_task(self, task_id: int) -> None:
        """Show the task of a unit beside the list of tasks."""
        self._open_record("tasks", task_id)

    def open_unit_tasks(self, unit_id: int) -> None:
        """Show the tasks of one unit."""
        self.open("tasks")
        if self._window.page() == "tasks":
            _offered(self.screen("tasks").controller, "show_unit")(unit_id)

    def open_paper(self, version_id: int) -> None:
        """Show the paper of one version of minutes."""
        self._open_record(PAPER, version_id)

    def open_papers(self, order: PaperOrder) -> None:
        """Show the page of papers with the choice made."""
        self._open_record("papers", order, "show_order")

    def open_next_meeting(self, meeting_id: int) -> None:
        """Show the meeting after this one, drafted now if it is not planned yet."""
        office = self._office
        titles = FirstItems(list_words.FOLLOW_UP_ITEM, list_words.NEXT_MEETING_ITEM, previous_item)
        outcome = next_meeting(office.write, office.clock, office.press, meeting_id, titles)
        self.changed.emit(outcome.changed)
        self.open_meeting(outcome.id)

    def tell(self, text: str, tone: Tone) -> None:
        """Say something at the foot."""
        self._foot.say(text, tone)

    def show_waiting(self, count: int) -> None:
        """Tell at the foot how many texts of an earlier run wait."""
        self._foot.show_waiting(count)

    # ---- the work on a page

    def may_leave(self) -> bool:
        """Whether the page that shows may be left: what is typed was saved, or the operator gives it up."""
        shown = self._screens.get(self._window.page())
        return shown is None or bool(_offered(shown.controller, "may_leave", True)())

    def may_close(self) -> bool:
        """Whether the window may close: the page that shows may be left, and no other one holds what would be lost."""
        return self._session_end.expected or (
            self.may_leave()
            and all(_offered(screen.controller, "may_close", True)() for screen in self._screens.values())
        )

    def keep_work(self) -> None:
        """Save what is typed and ask nothing: something unforeseen has happened."""
        for screen in self._screens.values():
            _offered(screen.page, "flush")()
        if self._keeper is not None:
            self._keeper.keep_now()

    @property
    def keeper(self) -> DraftKeeper | None:
        """Who keeps what is typed; nobody where nothing can be written."""
        return self._keeper

    def end_soon(self) -> None:
        """The session of the machine ends: what is typed is kept, and nothing is asked unless the operator works on."""
        self._session_end.begin()
        self.keep_work()

    def close(self) -> None:
        """Free the data folder."""
        self._clock.stop()
        if self._keeper is not None:
            self._keeper.finish(give_up=not self._session_end.expected)
        for screen in self._screens.values():
            _offered(screen.controller, "close")()
        self._office.close()

    def screen(self, key: str) -> Screen:
        """The page and controller of a key, made now if need be."""
        if key not in self._screens:
            page, controller = MAKERS[key](self._tools)
            self._screens[key] = Screen(page, controller)
            self._window.add_page(key, page)
            self._connect(key, self._screens[key])
            self.made.emit(page)
        return self._screens[key]

    # ---- inside

    def _ways(self) -> Mapping[str, Callable[[Any], object]]:
        """By the name of a controller's signal: where it leads."""
        return {
            "meeting_requested": self.open_meeting,
            "minutes_requested": self.open_minutes,
            "resolution_requested": self.open_resolution,
            "wording_requested": self.open_wording,
            "task_requested": self.open_task,
            "unit_tasks_requested": self.open_unit_tasks,
            "paper_requested": self.open_paper,
            "print_requested": self.open_paper,
            "papers_requested": self.open_papers,
            "invitations_made": self._keep_letter,
            "next_meeting_requested": self.open_next_meeting,
            "list_requested": self.open,
            "founded": self.open_first,
            "demo_requested": self.demo_requested.emit,
            "saved_told": self._foot.say,
            "changed": self.changed.emit,
        }

    def _connect(self, key: str, screen: Screen) -> None:
        lists = {"meetings": self.open_meeting, "minutes": self.open_minutes, "resolutions": self.open_resolution}
        ways = {**self._ways(), **({"opened": lists[key]} if key in lists else {})}
        for name, way in ways.items():
            signal = getattr(screen.controller, name, None)
            if signal is not None:
                signal.connect(way)
        if getattr(screen.controller, "saved_told", None) is None and hasattr(screen.controller, "changed"):
            # what such a page does is stored at once; the foot must not go on telling of an older act
            screen.controller.changed.connect(lambda _changed: self._foot.say(words.SAVED))
        self.changed.connect(_offered(screen.controller, "reload"))
        empty = getattr(screen.page, "empty_action_requested", None)
        if empty is not None:
            empty.connect(self.demo_requested.emit if key == "meetings" else partial(self.open, "meetings"))

    def _open_record(self, key: str, record: object, way: str = "show") -> None:
        if self._leave():
            screen = self.screen(key)
            self._window.show_page(key, _ROW_OF.get(key, key))
            if key in _ROW_OF:
                self._comes_from[_ROW_OF[key]] = record
            _offered(screen.controller, way)(record)

    def _leave(self) -> bool:
        if self.may_leave():
            return True
        shown = self._window.page()
        self._window.show_page(shown, _ROW_OF.get(shown, shown))
        return False

    def _keep_letter(self, order: PaperOrder) -> None:
        """What the invitations bore goes along to where their sending is recorded."""
        _offered(self.screen(MEETING).controller, "keep_letter")(order)

    def _count(self) -> None:
        """Say beside each list what waits there."""
        for key, found in waiting(self._office.read).items():
            self._window.show_count(key, found.waiting, found.late)

    def _show_clock(self) -> None:
        clock = self._office.clock
        if clock.today() != self._day:
            # a window that stayed open overnight: what is late is another today
            self._day = clock.today()
            self.changed.emit(~Changed.NOTHING)
        self._window.show_today(words.today(format_words(clock.today()), persian_time(clock.local_time())))


def _offered(owner: object, name: str, otherwise: object = None) -> Callable[..., Any]:
    """A method that pages or controllers may have; where there is none, what it would answer."""
    found = getattr(owner, name, None)
    return found if callable(found) else lambda *_arguments: otherwise


def _give_keyboard(page: QWidget) -> None:
    focus_list = getattr(page, "focus_list", None)
    if focus_list is None:
        page.setFocus(Qt.FocusReason.OtherFocusReason)
    else:
        focus_list()
