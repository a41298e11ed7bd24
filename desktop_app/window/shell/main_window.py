"""The main window: navigation at the right, one page next to it, and the status line below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.forms.main_window import Ui_MainWindow
from desktop_app.widgets.shell.navigation import NavigationPage
from desktop_app.widgets.shell.shortcuts import add_action, add_page_action, hand_over
from desktop_app.widgets.style.look import screen_room
from desktop_app.widgets.style.tokens import Tone
from desktop_app.words import backups as backup_words
from desktop_app.words import help as help_words
from desktop_app.words import history
from desktop_app.words import papers as paper_words
from desktop_app.words import shell as words

if TYPE_CHECKING:
    from desktop_app.widgets.controls.message_band import MessageBand

SMALLEST = (960, 540)
FIRST_SIZE = (1440, 900)
_CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
FRAME = 40
"""About what a title bar takes of a screen's height."""


class MainWindow(QWidget):
    """Holds the pages by key and asks ``may_close`` before it closes."""

    page_chosen = Signal(str)
    back_requested = Signal()
    """To where the operator was before."""
    undo_requested = Signal()
    redo_requested = Signal()
    """Of the acts of the page that shows; what is typed in a field is undone and done again by the field itself."""
    history_requested = Signal()
    """Of the record that shows."""
    help_requested = Signal()
    """F1 on a page."""
    dialog_help_requested = Signal(object)
    """F1 in a dialog over the window; carries the dialog."""
    raised = Signal()
    """It was asked to come to the front."""
    closed = Signal()
    data_replaced = Signal()
    """Other data stand in the place of those of which a notice may speak."""
    keep_requested = Signal()
    """An unforeseen error happened, on whichever thread: what is typed is to be saved now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_MainWindow()
        self.ui.setupUi(self)
        self._pages: dict[str, QWidget] = {}
        self._may_close: Callable[[], bool] = lambda: True
        self.setMinimumSize(*SMALLEST)
        self.resize(*FIRST_SIZE)
        self.ui.navigation.set_brand(words.BRAND, words.BRAND_NOTE)
        self.ui.navigation.page_chosen.connect(self.page_chosen)
        add_action(self, words.GO_BACK, "Alt+Left", self.back_requested.emit)
        add_page_action(self, history.UNDO, history.UNDO_KEYS, self.undo_requested.emit)
        add_page_action(self, history.REDO, ("Ctrl+Y", "Ctrl+Shift+Z"), self._redo)
        add_page_action(self, history.HISTORY, history.HISTORY_KEYS, self.history_requested.emit)
        add_page_action(self, help_words.HELP, help_words.HELP_KEYS, self.help_requested.emit)
        add_page_action(self, backup_words.BACKUPS, backup_words.KEYS, lambda: self._open("backups"))
        add_page_action(self, paper_words.VERIFY, paper_words.VERIFY_KEYS, lambda: self._open("verify"))
        self.ui.status.set_saved(words.OPENING, Tone.NEUTRAL)

    def set_navigation(self, pages: Sequence[NavigationPage]) -> None:
        """Show these pages in the navigation, and no others."""
        self.ui.navigation.set_pages(pages)

    def show_navigation(self, shown: bool) -> None:
        """Show or hide the navigation and enable or disable its keys."""
        self.ui.navigation.setVisible(shown)
        self.ui.navigation.setEnabled(shown)

    def show_count(self, key: str, waiting: int, late: int) -> None:
        """Show next to a page's name how many records wait there, and how many are late."""
        self.ui.navigation.set_count(key, waiting, late)

    def show_sample(self, sample: bool) -> None:
        """Show next to the program's name whether the data are demo data."""
        self.ui.navigation.set_brand(words.BRAND, words.SAMPLE if sample else words.BRAND_NOTE)
        self.setWindowTitle(words.window_title(sample=sample))

    def set_may_close(self, may_close: Callable[[], bool]) -> None:
        """Set the function that is asked before the window closes."""
        self._may_close = may_close

    def may_close(self) -> bool:
        """Whether the window may close without losing typed text; this may ask the operator."""
        return self._may_close()

    def add_page(self, key: str, page: QWidget) -> None:
        """Add a page."""
        self._pages[key] = page
        self.ui.pages.addWidget(page)

    def clear(self) -> None:
        """Remove all pages and the navigation."""
        self._may_close = lambda: True
        self.ui.navigation.set_pages(())
        while (page := self.ui.pages.widget(0)) is not None:
            self.ui.pages.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self.ui.status.set_backup("")

    def show_waiting(self, title: str, why: str) -> None:
        """Show what the program is waiting for, while there is no page."""
        from desktop_app.widgets.feedback.empty_page import EmptyPage

        waiting = EmptyPage()
        waiting.set_content(title, why, icon="clock")
        self.ui.pages.addWidget(waiting)
        self.ui.pages.setCurrentWidget(waiting)

    def show_page(self, key: str, navigation: str = "") -> None:
        """Show a page; ``navigation`` is the key of its navigation row if that differs."""
        self.ui.pages.setCurrentWidget(self._pages[key])
        self.ui.navigation.set_current(navigation or key)

    def page(self) -> str:
        """Return the key of the shown page; empty before there is one."""
        shown = self.ui.pages.currentWidget()
        return next((key for key, page in self._pages.items() if page is shown), "")

    def shown(self) -> QWidget:
        """Return the shown page; the window itself before there is one."""
        page: QWidget | None = self.ui.pages.currentWidget()
        return self if page is None else page

    def show_saved(self, text: str, tone: Tone = Tone.DONE) -> None:
        """Show the state of saving at the bottom."""
        self.ui.status.set_saved(text, tone)

    def show_today(self, text: str) -> None:
        """Show date and time at the bottom."""
        self.ui.status.set_today(text)

    def show_band(self, title: str, detail: str, tone: Tone) -> None:
        """Show a lasting message above everything."""
        self.band.show_message(title, detail, tone)

    def show_notice(
        self, title: str, detail: str, seen: str, tone: Tone = Tone.DONE, *, leads_on: str = "", of_data: bool = False
    ) -> MessageBand:
        """Show a message beneath the pages until its button is pressed; other messages stay.

        With ``leads_on`` the button ``seen`` comes second; the first one emits ``action_requested`` and the message
        stays. A message ``of_data`` is also removed when the data are replaced.
        """
        from desktop_app.widgets.controls.message_band import MessageBand

        notice = MessageBand(self)
        # where it moves nothing of the page when it comes and goes
        self.ui.frame.insertWidget(self.ui.frame.indexOf(self.ui.status), notice)
        notice.show_message(title, detail, tone, leads_on or seen, second=seen if leads_on else "")
        was_seen = notice.second_requested if leads_on else notice.action_requested
        was_seen.connect(lambda: _leave(notice, self.shown()))
        was_seen.connect(notice.hide)
        was_seen.connect(notice.deleteLater)
        if of_data:
            self.data_replaced.connect(notice.hide)
            self.data_replaced.connect(notice.deleteLater)
        return notice

    @cached_property
    def band(self) -> MessageBand:
        """The lasting message above everything, made at its first use."""
        from desktop_app.widgets.controls.message_band import MessageBand

        band = MessageBand(self)
        self.ui.frame.insertWidget(0, band)
        return band

    def fit_screen(self) -> None:
        """Maximise the window on a screen too small for its first size."""
        room = screen_room(self)
        if room.width() < FIRST_SIZE[0] or room.height() < FIRST_SIZE[1] + FRAME:
            self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Move the focus in reading order with Tab."""
        from desktop_app.widgets.accessibility.reading_order import move_focus

        return move_focus(self, forward=forward)

    def raise_up(self) -> None:
        """Bring the window to the front, as when the program is started again."""
        self.setWindowState(self.windowState() & ~self.windowState().WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        self.raised.emit()

    def event(self, event: QEvent) -> bool:
        """Handle the F1 key of a dialog over the window."""
        if event.type() == QEvent.Type.HelpRequest:
            self.dialog_help_requested.emit(QApplication.activeModalWidget())
            return True
        return super().event(event)

    def _open(self, key: str) -> None:
        """Open a page by its key, if there is an office."""
        if self.ui.navigation.isEnabled() and self._pages:
            self.page_chosen.emit(key)

    def _redo(self) -> None:
        """Redo in the field with the keyboard if there is one, else on the page."""
        control = self.focusWidget()
        if control is None or not hand_over(control, Qt.Key.Key_Z, _CTRL_SHIFT):
            self.redo_requested.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before closing, so that no typed text is lost."""
        if not self.may_close():
            event.ignore()
            return
        event.accept()
        self.closed.emit()


def _leave(notice: QWidget, page: QWidget) -> None:
    """Move the keyboard from a closing message to the shown page."""
    from desktop_app.widgets.accessibility.keyboard_focus import leave
    from desktop_app.widgets.accessibility.reading_order import focus_nearest

    def enter() -> None:
        held = page.focusWidget()
        if held is not None and held.isVisible() and held.isEnabled():
            held.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            focus_nearest([one for one in (held, page) if one is not None])

    leave(notice, enter)
