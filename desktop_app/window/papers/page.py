"""Page of papers and reports: kinds at the right, the form of the selected one, and the paper at the left."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop_app.domain.documents.letter_lines import AddresseeLine
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import FORMS, OrderPart, PaperChoices, PaperOrder, enters_by_print
from desktop_app.forms.papers_page import Ui_PapersPage
from desktop_app.widgets.accessibility.keyboard_focus import keep_focus_inside, leave
from desktop_app.widgets.accessibility.reading_order import bring_into_view
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.paper.page_canvas import Render
from desktop_app.widgets.shell.navigation_row import NavigationRow
from desktop_app.widgets.shell.page import Page
from desktop_app.widgets.shell.shortcuts import add_page_action
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.tokens import GAP, GAP_TIGHT, Ink, TextRole, Tone
from desktop_app.window.papers.band import PapersBand
from desktop_app.window.papers.form import PapersForm
from desktop_app.words import papers as words


class PapersKinds(QObject):
    """List of the kinds of paper in ``holder``; ``wanted`` carries the key of the selected kind."""

    wanted = Signal(str)

    def __init__(self, holder: QWidget) -> None:
        super().__init__(holder)
        self._holder = holder
        self._rows: dict[str, NavigationRow] = {}
        holder.setAccessibleName(words.KINDS)
        self._list()

    def choose(self, kind: str) -> None:
        """Mark the kind that is shown."""
        for key, row in self._rows.items():
            row.setChecked(key == kind)

    def row(self, kind: str) -> NavigationRow:
        """The row of a kind."""
        return self._rows[kind]

    def focus(self) -> None:
        """Focus the selected kind."""
        for row in self._rows.values():
            if row.isChecked():
                _enter(row)

    # ---- inside

    def _list(self) -> None:
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(2)
        for number, (heading, kinds) in enumerate(words.GROUPS):
            label = TextLabel(self._holder, text=heading, role=TextRole.LABEL, ink=Ink.QUIET)
            label.setContentsMargins(GAP, GAP if number else GAP_TIGHT, GAP, 0)
            column.addWidget(label)
            for kind in kinds:
                column.addWidget(self._row(kind))
        column.addStretch(1)

    def _row(self, kind: str) -> NavigationRow:
        row = NavigationRow(self._holder, words.TITLES[kind], words.icon(kind), "")
        row.setObjectName(f"kind_{kind}")
        row.clicked.connect(lambda _on=False, key=kind: self.wanted.emit(key))
        row.walked.connect(lambda step, key=kind: self._walk(key, step))
        self._rows[kind] = row
        return row

    def _walk(self, kind: str, step: int) -> None:
        kinds = list(self._rows)
        _enter(self._rows[kinds[(kinds.index(kind) + step) % len(kinds)]])


def _enter(row: NavigationRow) -> None:
    row.setFocus(Qt.FocusReason.OtherFocusReason)
    bring_into_view(row)


KINDS_WIDTH, FORM_WIDTH = 212, 304
TIGHT, TIGHT_KINDS, TIGHT_FORM = 860, 196, 268
"""Large writing in a small window: the columns are as narrow as their words allow."""
NARROW = 1240
"""Below this width of the page the strip of small pages gives its place to the paper."""
_PAGE_ICONS = {"meetings": "calendar-days", "minutes": "file-text", "registers": "mail"}


class PapersPage(Page):
    """Shows an order and its paper; operator actions go out as signals."""

    kind_requested = Signal(str)
    edited = Signal()
    make_requested = Signal()
    save_requested = Signal()
    word_requested = Signal()
    print_requested = Signal()
    cancel_requested = Signal()
    retry_requested = Signal()
    folder_requested = Signal()
    list_requested = Signal(str)
    meeting_requested = Signal()
    lower_requested = Signal()
    take_back_lowering_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_PapersPage()
        self.ui.setupUi(self)
        self.form = PapersForm()
        self.ui.formColumn.replaceWidget(self.ui.form, self.form)
        self.ui.form.deleteLater()
        self.kinds = PapersKinds(self.ui.kinds)
        self.band = PapersBand(self.ui.band, self.ui.bandColumn, self)
        self.shown_page: Callable[[], int] = self.ui.pages.page
        """The page of the paper that shows, from 0."""
        self._leads_to = ""
        self._from_meeting = False
        self._drawn: PaperKind | None = None
        _dress(self.ui)
        self._connect()

    # ---- what the controller says

    def show_choices(self, choices: PaperChoices) -> None:
        """Offer meetings, units and other choices."""
        self.form.show_choices(choices)

    def show_invitees(self, invitees: Sequence[AddresseeLine]) -> None:
        """Offer the invitees of the selected meeting."""
        self.form.show_invitees(invitees)

    def show_order(self, order: PaperOrder, *, has_word: bool) -> None:
        """Show the selected kind with its filled form."""
        kind = order.kind.value
        self.kinds.choose(kind)
        self.ui.kindTitle.setText(words.TITLES[kind])
        self.ui.kindNote.setText(words.NOTES[kind])
        self.ui.wordButton.setVisible(has_word)
        self.form.show_order(order)
        self.show_rows_unread()
        _show_way_to_meeting(self.ui, order.kind, offered=self._from_meeting)
        self.ui.formScroll.verticalScrollBar().setValue(0)

    def show_meeting_button(self, *, offered: bool) -> None:
        """Show or hide the button that leads back to the meeting."""
        self._from_meeting = offered
        _show_way_to_meeting(self.ui, self.form.order().kind, offered=offered)

    def may_go_on(self) -> bool:
        """Whether every field is valid; else focus the first invalid one."""
        if not self.form.has_error():
            return True
        self.form.go_to_error()
        return False

    def show_making(self) -> None:
        """Show soon that a paper is being made, with a cancel button."""
        self.band.begin_making()

    def show_progress(self, done: int, total: int) -> None:
        """Show the progress of a long paper."""
        self.band.show_progress(done, total)

    def show_pages(self, count: int, render: Render | None) -> None:
        """Show the paper, or an empty area if there is none."""
        self.band.end_making()
        self._drawn = self.form.order().kind
        with keep_focus_inside(self.ui.shown):
            self.ui.pages.show_document(count, render)
            self.ui.shown.setCurrentWidget(self.ui.pages)

    def show_nothing(self, title: str, why: str, *, offer: bool = False, page: str = "") -> None:
        """Show why there is no paper, with a button that makes it or opens the page where it begins."""
        self.band.end_making()
        self._leads_to = page
        action, icon = (words.ELSEWHERE[page], _PAGE_ICONS[page]) if page else (words.MAKE if offer else "", "eye")
        with keep_focus_inside(self.ui.shown):
            self.ui.nothing.set_content(title, why, icon="file-text", action=action, action_icon=icon)
            self.ui.shown.setCurrentWidget(self.ui.nothing)

    def show_ways(self, *, possible: bool) -> None:
        """Enable or disable saving and printing."""
        for button in (self.ui.saveButton, self.ui.printButton, self.ui.wordButton):
            button.setEnabled(possible)
            button.setToolTip("" if possible else words.NOTHING_YET)

    def show_rows_unread(self) -> None:
        """Show on the button that printing may add rows to the register."""
        _show_ways_out(self.ui, words.CONTEXT, entering=enters_by_print(self.form.order().kind))

    def show_rows_to_come(self, rows: int) -> None:
        """Show how many rows printing adds to the register of outgoing papers; saving adds none."""
        kind = self.form.order().kind
        told = words.rows_to_come(rows) if rows else words.NO_ROWS if enters_by_print(kind) else words.CONTEXT
        _show_ways_out(self.ui, told, entering=rows > 0)

    def show_refusal(self, title: str, text: str = "", action: str = "") -> None:
        """Show the error above the paper until the operator goes on."""
        self.band.end_making()
        self.band.show_form_error(title, text, action)

    def show_field_refusal(self, field: str, text: str) -> bool:
        """Show the error beside its field; return False if there is no such field."""
        self.band.end_making()
        return self.form.show_refusal(field, text)

    def show_done(self, text: str, why: str = "") -> None:
        """Show a message about a finished action."""
        self.band.end_making()
        self.band.say(text, why, Tone.NEUTRAL if why else Tone.DONE)

    def show_saved(self, text: str) -> None:
        """Show that a file was saved, with a button that opens its folder."""
        self.band.end_making()
        self.band.show_file_saved(text)

    def show_dropped(self, text: str, action: str) -> None:
        """Show that a waiting action was dropped, with a button that runs it now."""
        self.band.end_making()
        self.band.show_dropped_action(text, action)

    def clear_message(self) -> None:
        """Hide the message."""
        self.band.clear()

    def focus_list(self) -> None:
        """Focus the selected kind."""
        self.kinds.focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give free width to the paper first."""
        super().resizeEvent(event)
        tokens = tokens_of(self)
        tight = self.width() < tokens.px(TIGHT)
        self.ui.kindsScroll.setFixedWidth(tokens.px(TIGHT_KINDS if tight else KINDS_WIDTH))
        self.ui.formScroll.setFixedWidth(tokens.px(TIGHT_FORM if tight else FORM_WIDTH))
        self.ui.pages.thumbnails.setVisible(self.width() >= tokens.px(NARROW))

    # ---- inside

    def _say_making(self) -> None:
        with keep_focus_inside(self.ui.shown):
            # why there was no paper of another kind is no longer true
            self.ui.nothing.set_content(words.MAKING, "", icon="file-text")
            if self._drawn is not self.form.order().kind:
                self.ui.shown.setCurrentWidget(self.ui.nothing)

    def _begin(self) -> None:
        """Run the action of the button in the empty paper area."""
        self._leave_part(self.ui.nothing)
        if self._leads_to:
            self.list_requested.emit(self._leads_to)
        else:
            self.make_requested.emit()

    def _leave_part(self, part: QWidget) -> None:
        """Move the focus from a part about to be hidden to the selected kind."""
        leave(part, self.focus_list)

    def _connect(self) -> None:
        ui = self.ui
        self.kinds.wanted.connect(self.kind_requested)
        self.form.edited.connect(self.edited)
        ui.meetingButton.clicked.connect(self.meeting_requested)
        self.form.more.lower_requested.connect(self.lower_requested)
        self.form.more.take_back_lowering_requested.connect(self.take_back_lowering_requested)
        ui.saveButton.clicked.connect(self.save_requested)
        ui.wordButton.clicked.connect(self.word_requested)
        ui.printButton.clicked.connect(self.print_requested)
        # first the keyboard leaves the button: with what it does the band may go
        ui.band.action_requested.connect(lambda: self._leave_part(ui.band))
        self.band.changing.connect(lambda: self._leave_part(ui.band))
        ui.band.action_requested.connect(self.band.press)
        ui.nothing.action_requested.connect(self._begin)
        # the band that comes and goes above moves what has the keyboard, in the list of kinds as in the form
        for area in (ui.kindsScroll, ui.formScroll):
            area.verticalScrollBar().rangeChanged.connect(lambda: _keep_in_view(ui.kinds, self.form))
        add_page_action(self, words.SAVE, "Ctrl+S", ui.saveButton.click)
        add_page_action(self, words.PRINT, "Ctrl+P", ui.printButton.click)
        add_page_action(self, words.WORD_NAMED, "Ctrl+Shift+S", ui.wordButton.click)
        self._leave = add_page_action(self, words.CANCEL, "Esc", self.cancel_requested.emit)
        self._leave.setEnabled(False)
        # only then is the key taken: it also closes lists and calendars
        self.band.cancel_offered.connect(self._leave.setEnabled)
        self.band.paper_takes_long.connect(self._say_making)
        self.band.cancel_requested.connect(self.cancel_requested)
        self.band.retry_requested.connect(self.retry_requested)
        self.band.folder_requested.connect(self.folder_requested)
        record = add_page_action(self, words.RECORD_SENDING, ("Ctrl+Return", "Ctrl+Enter"), self.band.press)
        record.setEnabled(False)
        self.band.sending_offered.connect(record.setEnabled)


def _keep_in_view(*columns: QWidget) -> None:
    """Scroll a column so that the focused field is visible."""
    writing = QApplication.focusWidget()
    if writing is not None and any(one.isAncestorOf(writing) for one in columns):
        bring_into_view(writing)


def _show_ways_out(ui: Ui_PapersPage, told: str, *, entering: bool) -> None:
    """Show on the buttons and under the title how printing and saving affect the register."""
    ui.context.setText(told)
    for button, text in (
        (ui.printButton, words.PRINT_AND_ENTER if entering else words.PRINT),
        (ui.saveButton, words.SAVE_UNREGISTERED if entering else words.SAVE),
    ):
        button.setText(text)
        button.setAccessibleName(text)
    ui.printButton.set_kind(ButtonKind.FILLED if entering else ButtonKind.OUTLINED)
    ui.saveButton.set_kind(ButtonKind.OUTLINED if entering else ButtonKind.FILLED)


def _show_way_to_meeting(ui: Ui_PapersPage, kind: PaperKind, *, offered: bool) -> None:
    ui.meetingButton.setVisible(offered and OrderPart.MEETING in FORMS[kind].parts)


def _dress(ui: Ui_PapersPage) -> None:
    """Set fixed texts, styles and shortcuts."""
    ui.title.set_role(TextRole.PAGE_TITLE)
    ui.title.setText(words.PAPERS)
    ui.context.set_role(TextRole.SECOND)
    ui.context.set_ink(Ink.SECOND)
    ui.context.setText(words.CONTEXT)
    ui.context.set_elide(True)
    ui.kindTitle.set_role(TextRole.SECTION)
    ui.kindNote.set_role(TextRole.NOTE)
    ui.kindNote.set_ink(Ink.QUIET)
    ui.kindNote.setWordWrap(True)
    for button, icon, keys in (
        (ui.saveButton, "download", "Ctrl+S"),
        (ui.printButton, "printer", "Ctrl+P"),
        (ui.wordButton, "file-down", "Ctrl+Shift+S"),
    ):
        button.set_icon(icon)
        button.set_hint(keys)
        button.setAccessibleName(button.text())
    ui.saveButton.set_kind(ButtonKind.FILLED)
    ui.wordButton.setAccessibleName(words.WORD_NAMED)
    for ground in (ui.kindsScroll.viewport(), ui.formScroll.viewport(), ui.kinds, ui.formHolder):
        ground.setAutoFillBackground(False)
