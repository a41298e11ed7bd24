"""The pages and controllers of one open office, and the navigation between them.

A page is made when it is first asked for (:data:`~desktop_app.window.shell.makers.MAKERS`). :meth:`Screens.go` leads to
a :data:`~desktop_app.window.kit.destinations.Destination`. After an act the page that shows reads again, unless
it is the one that acted and has done so; hidden pages read when they are shown.

The keeper of drafts is wired to the open office here.
"""

from __future__ import annotations

from contextlib import suppress
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.calendar.jalali import format_words
from desktop_app.domain.errors import EnvironmentProblem, Refused
from desktop_app.domain.outcome import Changed
from desktop_app.domain.text.digits import persian_time
from desktop_app.services.follow_up.badges import COUNTED, waiting
from desktop_app.services.office.office_state import office_state
from desktop_app.services.office.typed_drafts import DraftsOfRun
from desktop_app.widgets.feedback.dialogs import Dialogs
from desktop_app.widgets.paper.printer import Printer
from desktop_app.widgets.shell.page import Page
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.destinations import (
    Destination,
    GoBack,
    LookAtBackup,
    OpenDemo,
    OpenFirstPage,
    OpenHelp,
    OpenHistory,
    OpenPage,
    OpenPapers,
    OpenUnitTasks,
    PageDestination,
    RecordDestination,
    RestoreBackup,
)
from desktop_app.window.kit.draft_keeper import DraftKeeper
from desktop_app.window.kit.page_controller import PageController
from desktop_app.window.kit.refused_texts import RefusedTexts
from desktop_app.window.meeting.made_letters import MadeLetters
from desktop_app.window.shell.calendar import ActNotifier, MinutesOfDay
from desktop_app.window.shell.foot import SaveStatus
from desktop_app.window.shell.help_layer import HELP, HelpLayer
from desktop_app.window.shell.main_window import MainWindow
from desktop_app.window.shell.makers import MAKERS, Screen, Tools
from desktop_app.window.shell.outside_asking import may_overwrite
from desktop_app.window.shell.pages import (
    EDITOR,
    FOUNDING,
    LISTS,
    MEETING,
    PAGES,
    PAPERS,
    ROW_OF,
    TASKS,
    page_of,
)
from desktop_app.window.shell.session_end import SessionEnd
from desktop_app.wiring import Office
from desktop_app.words import shell as words
from desktop_app.words.refusals import sentence
from desktop_app.workers import Workers


def draft_keeper(window: QWidget, office: Office, drafts: DraftsOfRun, parent: QObject) -> DraftKeeper:
    """Make the draft keeper and connect it to the acts of the office."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    keeper = DraftKeeper(app, window, drafts.keep, parent)
    RefusedTexts(keeper, keeper)
    office.folder.watch_acts(keeper)
    return keeper


MOST_PLACES = 50
"""So many steps can be gone back."""
AHEAD = 700
"""Milliseconds that a meeting shows before the page of its minutes is made."""


class Screens(ActNotifier):
    """Makes the pages, connects them, and notifies them of changes."""

    demo_requested = Signal()
    restore_requested = Signal(object)
    """Carries the backup."""
    look_requested = Signal(object)
    made = Signal(object)
    """A page has just been made."""
    backed_up = Signal(object)
    """Carries the backup that was made by hand beside the data."""

    def __init__(
        self, window: MainWindow, office: Office, dialogs: Dialogs, printer: Printer, workers: Workers
    ) -> None:
        super().__init__(window)
        self._window, self.office = window, office
        self.drafts = DraftsOfRun(office.drafts)
        self.keeper = draft_keeper(window, office, self.drafts, self) if office.folder.writable else None
        """Who keeps what is typed; nobody where nothing can be written."""
        self.foot = SaveStatus(window.show_saved, office.clock, self.keeper, self)
        self._tools = Tools(office, dialogs, printer, workers, MadeLetters(), self.backed_up.emit, self)
        self._screens: dict[str, Screen] = {}
        self._comes_from: dict[str, int] = {}
        """By list: the record that was shown last since the list was, whose row is the one to stand on."""
        self._places: list[PageDestination] = []
        """Where the operator was, the newest last: that is what shows."""
        self._help = HelpLayer(window, lambda at: _turned(self.screen(HELP), at), self._show_page, self)
        self.session_end = SessionEnd(self)
        self._uncounted = Changed.NOTHING
        """What changed since the counts beside the lists were read; several acts of one turn are counted once."""
        self._counting = QTimer(self, singleShot=True, interval=0)
        self._counting.timeout.connect(self._count)
        self._ahead = QTimer(self, singleShot=True, interval=AHEAD)
        self._ahead.timeout.connect(partial(_make_editor_early, self))
        window.set_navigation(PAGES)
        self._requests = _WindowRequests(self, window, self._help)
        window.set_may_close(self.may_close)
        self._day = office.clock.today()
        self._clock = MinutesOfDay(office.clock, self)
        self._clock.turned.connect(self._show_clock)

    # ---- ways

    def open_first(self, key: str = "meetings") -> None:
        """Show the first page: a list, or the first start if the committee is not founded."""
        self._show_clock()
        self.foot.say(words.SAVED)
        founding = self.office.folder.writable and not office_state(self.office.context).founded
        # from the first page one goes back nowhere, and never into a founding that is done
        self._places = []
        self._window.show_navigation(not founding)
        if founding:
            self.open(FOUNDING)
        else:
            self._uncounted = ~Changed.NOTHING
            self._count()
            self.open(key if key in LISTS else LISTS[0])

    def open(self, key: str) -> None:
        """Show a page that needs no record, by its key."""
        if key == HELP:
            self._help.open()
        else:
            self.go(OpenPage(key))

    def go(self, destination: Destination) -> None:
        """Show what a destination names, if the present page may be left."""
        if isinstance(destination, OpenHelp):
            self._help.show(destination)
            return
        if isinstance(destination, GoBack):
            self.go_back()
            return
        self._help.close()
        if isinstance(destination, OpenFirstPage):
            self.open_first()
        elif isinstance(destination, OpenDemo):
            self.demo_requested.emit()
        elif isinstance(destination, RestoreBackup):
            self.restore_requested.emit(destination.backup)
        elif isinstance(destination, LookAtBackup):
            self.look_requested.emit(destination)
        elif self._leave():
            if destination not in self._places[-1:]:
                self._places = [*self._places[1 - MOST_PLACES :], destination]
            self._show(destination)

    def go_back(self) -> None:
        """Show the former page, read again; do nothing on the first page.

        What was chosen on a page of lists or papers meanwhile stays: how one came to it is not asked again.
        """
        if self._help.close():
            return
        if len(self._places) > 1 and self._leave():
            self._places.pop()
            before = self._places[-1]
            kept = {OpenPapers: PAPERS, OpenUnitTasks: TASKS}.get(type(before))
            self._show(before if kept is None else OpenPage(kept))

    def disable_writing(self) -> None:
        """Disable all actions that write; the pages and their typed text stay."""
        for screen in self._screens.values():
            screen.page.set_writable(writable=False)

    # ---- the work on a page

    def undo(self) -> None:
        """Undo the last act of the shown page, after its typed text is recorded."""
        shown = self._screens.get(self._window.page())
        if shown is not None:
            shown.controller.flush()
            shown.controller.undo()

    def redo(self) -> None:
        """Redo the last undone act of the shown page."""
        shown = self._screens.get(self._window.page())
        if shown is not None:
            shown.controller.flush()
            shown.controller.redo()

    def may_leave(self) -> bool:
        """Whether the shown page may be left: typed text was saved, or the operator gives it up."""
        shown = self._screens.get(self._window.page())
        return shown is None or shown.controller.may_leave()

    def may_close(self) -> bool:
        """Whether the window may close without losing typed text of any page."""
        self._help.close()
        return self.session_end.expected or (
            self.may_leave() and all(screen.controller.may_close() for screen in self._screens.values())
        )

    def keep_work(self) -> None:
        """Save typed text without questions, after an unexpected error."""
        for screen in self._screens.values():
            screen.controller.flush()
        if self.keeper is not None:
            self.keeper.keep_now()

    def prepare_for_session_end(self) -> None:
        """Save typed text, for the system session ends; closing asks nothing from now on."""
        self.session_end.begin()
        self.keep_work()

    def close(self) -> None:
        """Disconnect the pages from the window and close the data folder."""
        self._requests.end()
        self._clock.stop()
        self._counting.stop()
        self._ahead.stop()
        if self.keeper is not None:
            self.keeper.finish(give_up=not self.session_end.expected)
        for screen in self._screens.values():
            screen.controller.close()
        self.office.close()

    def screen(self, key: str) -> Screen:
        """Return the page and controller of a key; make them at the first use."""
        if key not in self._screens:
            self._screens[key] = made = Screen(*MAKERS[key](self._tools))
            made.page.set_writable(writable=self.office.folder.writable)
            self._window.add_page(key, made.page)
            self._connect(key, made.controller)
            self.made.emit(made.page)
        return self._screens[key]

    # ---- inside

    def _connect(self, key: str, controller: PageController) -> None:
        controller.ask_outside = partial(may_overwrite, self._tools.dialogs, controller.context)
        controller.navigated.connect(self.go)
        controller.status_message.connect(self.foot.say)
        controller.changed.connect(lambda changed: self.announce(changed, actor=key))

    def announce(self, changed: Changed, actor: str = "") -> None:
        """Notify all pages of a change, except the page ``actor``, which made it."""
        # the page under the help is still the one that is worked on
        shown = self._help.page_in_use()
        if actor == shown:
            # the foot must not go on telling of an older act; who has more to say does so after this
            self.foot.say(words.SAVED)
        self._uncounted |= changed
        if self._uncounted & COUNTED:
            self._counting.start()
        self.changed.emit(changed)
        for key, screen in self._screens.items():
            if key != actor:
                (screen.controller.reload if key == shown else screen.controller.outdate)(changed)

    def _show(self, destination: PageDestination) -> None:
        if self.office.folder.writable:
            # what another page told last is not about this one
            self.foot.clear_for_page()
        try:
            if isinstance(destination, OpenPage | OpenUnitTasks):
                self._open_page(destination)
            else:
                self._open_record(destination)
        except EnvironmentProblem as problem:
            # to make a page more is read than its controller asks for: damaged data are no fault of the program
            self.foot.say(sentence(problem), Tone.DANGER)
            self._show_page(self._window.page())

    def _open_page(self, destination: OpenPage | OpenUnitTasks) -> None:
        key = destination.key if isinstance(destination, OpenPage) else TASKS
        screen = self.screen(key)
        screen.controller.visit(destination)
        self._show_page(key)
        if key in self._comes_from:
            screen.controller.select_record(self._comes_from.pop(key))
        screen.page.focus_list()

    def _open_record(self, destination: RecordDestination) -> None:
        key, record_id = page_of(destination)
        screen = self.screen(key)
        self._show_page(key)
        if key in ROW_OF:
            self._comes_from[ROW_OF[key]] = record_id
        screen.controller.visit(destination)
        if key == MEETING:
            self._ahead.start()

    def _leave(self) -> bool:
        if self.may_leave():
            return True
        self._show_page(self._window.page())
        return False

    def _show_page(self, key: str) -> None:
        self._window.show_page(key, ROW_OF.get(key, key))

    def _count(self) -> None:
        """Show the number of waiting records next to each list; keep the old number if reading fails."""
        try:
            counts = waiting(self.office.context, self._uncounted)
        except Refused:
            return
        self._uncounted = Changed.NOTHING
        for key, found in counts.items():
            self._window.show_count(key, found.waiting, found.late)

    def _show_clock(self) -> None:
        clock = self.office.clock
        if clock.today() != self._day:
            # a window that stayed open overnight: what is late is another today
            self._day = clock.today()
            self.announce(~Changed.NOTHING)
        self._window.show_today(words.today(format_words(clock.today()), persian_time(clock.local_time())))


def _make_editor_early(screens: Screens) -> None:
    """Make the slow page of the minutes in advance, while the operator looks at the meeting."""
    with suppress(EnvironmentProblem):
        # it is told when the page is asked for
        screens.screen(EDITOR)


def _turned(screen: Screen, destination: OpenHelp) -> Page:
    screen.controller.visit(destination)
    return screen.page


class _WindowRequests(QObject):
    """Connects the window's signals to the pages until the folder is closed."""

    def __init__(self, screens: Screens, window: MainWindow, help_layer: HelpLayer) -> None:
        super().__init__(screens)
        self._screens, self._window = screens, window
        self._served = (
            (window.page_chosen, screens.open),
            (window.back_requested, screens.go_back),
            (window.help_requested, help_layer.toggle),
            (window.undo_requested, screens.undo),
            (window.redo_requested, screens.redo),
            (window.history_requested, self._show_history),
            (window.keep_requested, screens.keep_work),
        )
        for signal, slot in self._served:
            signal.connect(slot)

    def end(self) -> None:
        """Disconnect the signals when the folder is closed."""
        for signal, slot in self._served:
            signal.disconnect(slot)

    def _show_history(self) -> None:
        """Show the history of the shown record; without one, of the whole office."""
        shown = self._window.page()
        if shown and shown not in (FOUNDING, HELP):
            controller = self._screens.screen(shown).controller
            controller.flush()
            self._screens.go(OpenHistory(controller.history_key()))
