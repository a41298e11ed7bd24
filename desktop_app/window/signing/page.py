"""The print page: the paper in the middle, the round trip of the signed paper at the left."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.domain.calendar.date_words import ordinal
from desktop_app.domain.calendar.jalali import year_of
from desktop_app.domain.read_models.paper_sheet import PaperSheet
from desktop_app.domain.read_models.scans import ScansSheet
from desktop_app.domain.rules.minutes import MinutesState, was_taken_over
from desktop_app.domain.text.digits import persian_digits
from desktop_app.forms.paper_page import Ui_PaperPage
from desktop_app.widgets.dates.date_source import DateSource
from desktop_app.widgets.paper.page_canvas import Render
from desktop_app.widgets.shell.action_bar import ROOMY, NarrowHints
from desktop_app.widgets.shell.page import Page
from desktop_app.widgets.shell.shortcuts import add_page_action, paste_keys
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.tokens import GAP_CARD, Ink, TextRole, Tone
from desktop_app.window.kit.file_drop import FileDrop
from desktop_app.window.kit.state_format import minutes_content
from desktop_app.window.signing import scan_words, words
from desktop_app.window.signing.paper_original import PaperSignals, ScanSwitch
from desktop_app.window.signing.round_trip import RoundTrip
from desktop_app.words import papers as paper_words
from desktop_app.words import signing as signing_words

WAIT_MS = 300
"""Shorter waits are not spoken of."""


class PaperPage(Page):
    """Shows the paper of one version; operator actions go out as signals."""

    save_requested = Signal()
    print_requested = Signal()
    back_requested = Signal()
    verify_requested = Signal()
    """A paper that came back shall be looked at."""
    retry_requested = Signal()
    scan_brought = Signal(object)
    """Files or a picture of a scan were dropped onto the page."""
    paste_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_PaperPage()
        self.ui.setupUi(self)
        beside = self.ui.roundTripScroll
        self._trip_widths = beside.minimumWidth(), beside.maximumWidth()
        self.signals = PaperSignals(self)
        self.trip = RoundTrip(self.signals)
        column = self.ui.roundTripColumn
        column.replaceWidget(self.ui.steps, self.trip)
        self.ui.steps.deleteLater()
        self.look = ScanSwitch()
        self.ui.pages.add_tool(self.look)
        self._drop = FileDrop(self, anywhere=True)
        self._sheet: PaperSheet | None = None
        self._scan_shows = False
        self._making = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._making.timeout.connect(partial(self.ui.band.show_message, words.MAKING))
        self._dress()
        _widen(beside, self._trip_widths)
        self._connect()

    def show_sheet(self, sheet: PaperSheet) -> None:
        """Show title, state, actions and round trip of a version."""
        _set_parts_visible(self.ui, seen=True)
        meeting, version = sheet.meeting, sheet.version
        self._sheet = sheet
        named = words.inquorate_title if sheet.inquorate else words.title
        self.ui.title.setText(named(ordinal(meeting.number) if meeting.number else ""))
        year = persian_digits(year_of(meeting.day)) if meeting.day else ""
        self.ui.breadcrumb.setText(words.breadcrumb(year, persian_digits(meeting.number or 0)))
        content = minutes_content(version.state)
        self.ui.state.show_state(_state_word(sheet) or content.word, content.tone, content.shape)
        self._name_printing(sheet)
        self.trip.show_sheet(sheet)

    def show_unread(self) -> None:
        """Show that the requested version cannot be read, and nothing of another version."""
        _set_parts_visible(self.ui, seen=False)
        self._sheet, self._drop.anywhere = None, False

    def show_scans(self, sheet: PaperSheet, scans: ScansSheet) -> None:
        """Show which originals have been scanned."""
        self.trip.show_scans(sheet, scans)
        self.look.show_scans(scans)
        if was_taken_over(sheet.version):
            # there is no printed paper to go back to
            self.look.hide()
            content = minutes_content(sheet.version.state, lacks_scan=not scans.scans)
            self.ui.state.show_state(content.word, content.tone, content.shape)
        self._drop.anywhere = scans.can_import

    def show_scan_mode(self, *, on: bool) -> None:
        """Let the save and print buttons act on the scan while it is shown."""
        self._scan_shows = on
        self.look.show_chosen(self.look.original() if on else None)
        # minutes from before the program have no print
        self.ui.pages.pair.offer(on=on and not (self._sheet is None or was_taken_over(self._sheet.version)))
        if self._sheet is not None:
            self._name_printing(self._sheet)

    def _name_printing(self, sheet: PaperSheet) -> None:
        printed = words.PRINT if sheet.can_sign else words.PRINT_SIGNED
        # what was withdrawn is no draft any more: its paper says that it is void
        word = printed if sheet.version.finalised_at else words.PRINT_DRAFT
        names = (words.SAVE, word) if not self._scan_shows else (scan_words.SAVE_SCAN, scan_words.PRINT_SCAN)
        for button, name in zip((self.ui.saveButton, self.ui.printButton), names, strict=True):
            button.setText(name)
            button.setAccessibleName(name)
        for_pen = sheet.can_sign and not self._scan_shows
        self.ui.printButton.set_kind(ButtonKind.FILLED if for_pen else ButtonKind.OUTLINED)

    def show_pages(self, count: int, render: Render | None) -> None:
        """Show the pages; none while they are being made."""
        if count:
            self._making.stop()
            self._end_waiting()
        else:
            self._making.start()
        self.ui.pages.show_document(count, render)
        for button in (self.ui.saveButton, self.ui.printButton):
            button.setEnabled(count > 0)
        if self.isVisible() and not self.trip.notice.has_keyboard():
            # a paper that is ready after the operator has gone on would take the keys of the page that shows
            self.ui.pages.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def shown_page(self) -> int:
        """The index of the visible page, from 0."""
        return self.ui.pages.page()

    def show_refusal(self, title: str, text: str = "", action: str = "", tone: Tone = Tone.DANGER) -> None:
        """Show above the paper what failed or is missing, and the next step."""
        self._making.stop()
        self.ui.band.show_message(title, text, tone, action)

    def show_done(self, text: str) -> None:
        """Show a message about a finished action."""
        self.ui.band.show_message(text, tone=Tone.DONE)

    def clear_message(self) -> None:
        """Hide the message above the paper."""
        self.ui.band.clear()

    def _end_waiting(self) -> None:
        if self.ui.band.title() == words.MAKING:
            self.ui.band.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the state next to the breadcrumb in a narrow header."""
        super().resizeEvent(event)
        self._place_state()

    def changeEvent(self, event: QEvent) -> None:
        """Adapt the layout to the font size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            _widen(self.ui.roundTripScroll, self._trip_widths)
            self._place_state()

    def _place_state(self) -> None:
        ui = self.ui
        narrow = self.width() < tokens_of(self).px(ROOMY)
        line, other = (ui.crumbLine, ui.titleLine) if narrow else (ui.titleLine, ui.crumbLine)
        if line.indexOf(ui.state) < 0:
            other.removeWidget(ui.state)
            line.insertWidget(1, ui.state)

    # ---- the round trip

    def set_source(self, source: DateSource) -> None:
        """Set the calendar of the date fields."""
        self.trip.set_source(source)

    def _bring_to_sight(self, part: QWidget) -> None:
        """Scroll the panel to the focused widget after layout."""
        QTimer.singleShot(0, part, lambda: self.ui.roundTripScroll.ensureWidgetVisible(part, 0, GAP_CARD))

    def focus_next_signer(self, signer_id: int) -> None:
        """Focus the next missing signer after a recorded signature."""
        self.trip.signers.go_on(signer_id)

    def go_to_next_step(self) -> None:
        """Focus the next step to do, else the paper."""
        trip = self.trip
        steps = (trip.notice.button, trip.scans.add if trip.scans.waits else None, trip.closing.button)
        for button in steps:
            if button is not None and button.isVisible():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.ui.pages.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_signing_refusal(self, field: str, text: str) -> None:
        """Show the error beneath the date of the signatures, or above the paper."""
        if field == "day":
            self.trip.signers.show_refusal(text)
        else:
            self.show_refusal(text)

    def show_notice_refusal(self, field: str, text: str) -> None:
        """Show the error beneath the field of the notice, or above the paper."""
        if not self.trip.notice.form.show_refusal(field, text):
            self.show_refusal(text)

    def close_notice(self) -> None:
        """Close the notice form after saving."""
        self.trip.notice.close_form()

    def unfinished(self) -> bool:
        """Whether a notice is unsaved."""
        return self.trip.notice.is_dirty()

    # ---- building

    def _dress(self) -> None:
        ui = self.ui
        ui.breadcrumb.set_role(TextRole.NOTE)
        ui.breadcrumb.set_ink(Ink.SECOND)
        ui.breadcrumb.set_elide(True)
        ui.title.set_role(TextRole.PAGE_TITLE)
        ui.title.set_elide(True)
        ui.roundTripTitle.set_role(TextRole.SECTION)
        ui.backButton.set_kind(ButtonKind.QUIET)
        ui.backButton.set_icon("pen-line")
        ui.backButton.set_hint("F6")
        ui.verifyButton.set_kind(ButtonKind.QUIET)
        ui.verifyButton.set_icon("file-check")
        ui.verifyButton.set_hint(paper_words.VERIFY_KEYS)
        ui.saveButton.set_icon("download")
        ui.saveButton.set_hint("Ctrl+S")
        ui.printButton.set_icon("printer")
        ui.printButton.set_hint("Ctrl+P")
        NarrowHints(ui.headRule, (ui.backButton, ui.saveButton, ui.printButton))
        ui.pages.setSizePolicy(ui.pages.sizePolicy().Policy.Expanding, ui.pages.sizePolicy().Policy.Expanding)
        for button in (ui.backButton, ui.saveButton, ui.printButton, ui.verifyButton):
            button.setAccessibleName(button.text())

    def _connect(self) -> None:
        ui = self.ui
        self.signals.reached.connect(self._bring_to_sight)
        ui.saveButton.clicked.connect(self.save_requested)
        ui.printButton.clicked.connect(self.print_requested)
        ui.backButton.clicked.connect(self.back_requested)
        ui.verifyButton.clicked.connect(self.verify_requested)
        ui.band.action_requested.connect(self.retry_requested)
        self.look.look_chosen.connect(self.signals.look_chosen)
        self._drop.dropped.connect(lambda _record, found: self.scan_brought.emit(found))
        add_page_action(self, scan_words.ADD, scan_words.ADD_KEYS, self.signals.scan_requested.emit)
        add_page_action(self, scan_words.PASTE, paste_keys(), self.paste_requested.emit)
        add_page_action(self, words.SAVE, "Ctrl+S", ui.saveButton.click)
        add_page_action(self, words.PRINT, "Ctrl+P", ui.printButton.click)
        add_page_action(self, ui.backButton.text(), "F6", ui.backButton.click)


def _widen(beside: QWidget, widths: tuple[int, int]) -> None:
    """Widen the side panel in proportion to the font size."""
    least, most = (tokens_of(beside).px(one) for one in widths)
    beside.setMinimumWidth(least)
    beside.setMaximumWidth(most)


def _set_parts_visible(ui: Ui_PaperPage, *, seen: bool) -> None:
    """Show or hide the header and the round trip."""
    for part in (ui.title, ui.state, ui.breadcrumb, ui.roundTripScroll):
        part.setVisible(seen)
    ui.backButton.setEnabled(seen)


def _state_word(sheet: PaperSheet) -> str:
    """Return the state; of final minutes also the number of missing signatures."""
    wanted = len(sheet.signers)
    waits = sheet.version.state is MinutesState.FINAL
    return signing_words.waiting_pill(sheet.on_each, wanted) if waits and wanted else ""
