"""Page that imports older records: templates, a file with its faults, and a form for one past meeting."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.forms.taking_over_page import Ui_TakingOverPage
from desktop_app.widgets.accessibility.keyboard_focus import keep_focus_inside
from desktop_app.widgets.accessibility.reading_order import bring_into_view
from desktop_app.widgets.lists.cell_content import CellContent
from desktop_app.widgets.shell.page import Page
from desktop_app.widgets.shell.shortcuts import add_page_action
from desktop_app.widgets.style.tokens import Ink, TextRole, Tone
from desktop_app.window.taking_over import words
from desktop_app.window.taking_over.past_meeting_form import PastMeetingForm


class TakingOverPage(Page):
    """Shows the contents and faults of a file; operator actions go out as signals."""

    file_requested = Signal()
    template_requested = Signal(str)
    bring_requested = Signal()
    again_requested = Signal()
    cancel_requested = Signal()
    meetings_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._detail = ""
        self.ui = Ui_TakingOverPage()
        self.ui.setupUi(self)
        ui = self.ui
        self.form = PastMeetingForm(ui.oneCard)
        """One past meeting by hand."""
        ui.oneColumn.addWidget(self.form)
        ui.title.set_role(TextRole.PAGE_TITLE)
        ui.context.set_role(TextRole.SECOND)
        ui.context.set_ink(Ink.SECOND)
        ui.context.setWordWrap(True)
        ui.found.set_role(TextRole.STRONG)
        ui.found.setWordWrap(True)
        ui.found.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        ui.oneTitle.set_role(TextRole.SECTION)
        ui.faults.set_copyable()
        # a low window scrolls the cards; the ways to begin stay
        ui.scroll.viewport().setAutoFillBackground(False)
        ui.body.setAutoFillBackground(False)
        ui.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ui.openFile.clicked.connect(self.file_requested)
        ui.meetingsTemplate.clicked.connect(lambda: self.template_requested.emit("past-meetings"))
        ui.resolutionsTemplate.clicked.connect(lambda: self.template_requested.emit("resolutions"))
        ui.toMeetings.clicked.connect(self.meetings_requested)
        ui.bringIn.clicked.connect(self.bring_requested)
        ui.readAgain.clicked.connect(self.again_requested)
        ui.cancel.setText(words.STOP)
        ui.cancel.clicked.connect(self.cancel_requested)
        self._stop = add_page_action(self, words.STOP, "Esc", ui.cancel.click)
        self.show_nothing()

    def focus_list(self) -> None:
        """Focus the button that opens a file."""
        self.ui.openFile.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- showing

    def show_nothing(self, *, more: bool = False) -> None:
        """Show that no file is read; `more`: one was imported before. Focus the button that opens a file."""
        told = (words.MORE, words.MORE_WHY) if more else (words.NOTHING_READ, words.NOTHING_READ_WHY)
        self.ui.empty.set_content(*told, icon="table-2")
        with keep_focus_inside(self, self.focus_list):
            self._show("", [], bring="", again=False, running=False)
        if more:
            self.focus_list()

    def show_running(self, text: str) -> None:
        """Show that a file is being read or imported, with a cancel button."""
        self._show(text, [], bring="", again=False, running=True)

    def show_progress(self, done: int, total: int) -> None:
        """Show the progress."""
        self.ui.found.setText(words.progress(done, total))

    def show_found(self, text: str, lines: Sequence[tuple[str, str]], bring: str) -> None:
        """Show lines of location and sentence: faults, or the records that the button `bring` imports."""
        self.ui.faults.setAccessibleName(words.PREVIEW_LIST if bring else words.FAULT_LIST)
        self._show(text, lines, bring=bring, again=bool(lines) and not bring, running=False)
        if bring:
            self.ui.bringIn.setFocus(Qt.FocusReason.OtherFocusReason)
        elif lines:
            self.ui.faults.choose(0)
            self.ui.faults.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            # what was shut while it was read lost the keyboard, and Qt gave it to the next control anywhere
            self.focus_list()

    def show_message(self, title: str, detail: str = "", tone: Tone = Tone.DANGER) -> None:
        """Show a message above the file."""
        self._detail = detail
        self.ui.band.show_message(title, detail, tone)
        # in a low window it would stay below the edge; only then it has its place
        QTimer.singleShot(0, self.ui.band, lambda: bring_into_view(self.ui.band))

    def clear_message(self) -> None:
        """Hide the message."""
        self._detail = ""
        self.ui.band.clear()

    def clear_detail(self, detail: str) -> None:
        """Hide the message if it has this detail."""
        if detail and detail == self._detail:
            self.clear_message()

    def _show(self, text: str, lines: Sequence[tuple[str, str]], *, bring: str, again: bool, running: bool) -> None:
        ui = self.ui
        ui.found.setText(text)
        ui.found.setVisible(bool(text))
        ui.empty.setVisible(not text)
        ui.faults.show_lines([CellContent(sentence, place) for place, sentence in lines])
        ui.faults.setVisible(bool(lines))
        ui.bringIn.setText(bring)
        ui.bringIn.setVisible(bool(bring))
        ui.readAgain.setVisible(again)
        ui.cancel.setVisible(running)
        self._stop.setEnabled(running)
        for part in (ui.openFile, ui.meetingsTemplate, ui.resolutionsTemplate, ui.toMeetings, self.form):
            part.setEnabled(not running)
