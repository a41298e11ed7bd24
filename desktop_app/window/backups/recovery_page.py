"""Page for recovery after damage: what is wrong, the options as cards, best first, and the report of a salvage."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.widgets.accessibility.keyboard_focus import JobFocus
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.widgets.controls.notice import NoticeLine
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.feedback.status_line import ProgressLine
from desktop_app.widgets.fields.text_area import ReadingArea
from desktop_app.widgets.shell.card import Card
from desktop_app.widgets.shell.page import Page
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, GAP_PAGE, Ink, TextRole, Tone
from desktop_app.words import backups as backup_words
from desktop_app.words import recovery as words

LEAST: Final = 160
"""Pixels in a low window."""


class ReportView(ReadingArea):
    """Area for the text of the report; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = TextLabel(role=TextRole.SECOND, wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setContentsMargins(GAP, GAP, GAP, GAP)
        self.setWidgetResizable(True)
        self.setAccessibleName(words.REPORT)
        self.setWidget(self._text)
        self.setMinimumHeight(LEAST)

    def show_report(self, text: str) -> None:
        """Show all lines of the report."""
        self._text.setText(text)
        self.setVisible(bool(text))


WHOLE: Final = 100


class RecoveryPage(Page):
    """View of the recovery options; each button emits a signal for its option."""

    restore_requested = Signal()
    find_requested = Signal()
    give_up_requested = Signal()
    """Of the restore."""
    elsewhere_requested = Signal()
    """Backups are to be looked for in a folder that the operator names."""
    rows_requested = Signal()
    cancel_requested = Signal()
    accept_requested = Signal()
    pdf_requested = Signal()
    print_requested = Signal()
    view_requested = Signal()
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recoveryPage")
        self._band = MessageBand(self)
        self._restore = _button("recoveryRestore", words.RESTORE, ButtonKind.FILLED)
        self._again = _button("recoveryFindAgain", words.FIND_AGAIN)
        self._give_up = _button("recoveryGiveUp", backup_words.GIVE_UP, ButtonKind.QUIET)
        self._give_up.setAccessibleName(backup_words.GIVE_UP_NAME)
        self._elsewhere = _button("recoveryElsewhere", words.ELSEWHERE)
        self._rows = _button("recoveryRows", words.EXAMINE)
        self._cancel = _button("recoveryCancel", words.CANCEL, ButtonKind.QUIET)
        self._accept = _button("recoveryAccept", words.ACCEPT, ButtonKind.FILLED)
        self._pdf = _button("recoverySavePdf", words.SAVE_PDF)
        self._print = _button("recoveryPrint", words.PRINT)
        self._view = _button("recoveryView", words.VIEW_DO)
        self.other_folder = _button("recoveryOtherFolder", words.OTHER_FOLDER)
        self.other_folder.hide()
        self._close = _button("recoveryClose", words.CLOSE, ButtonKind.QUIET)
        self._backup_says, self._view_says, self._restoring_says = (
            TextLabel(role=TextRole.SECOND, wrap=True) for _ in range(3)
        )
        self._cost = TextLabel(role=TextRole.STRONG, wrap=True)
        self._rows_say = TextLabel(text=words.ROWS_WHY, role=TextRole.SECOND, wrap=True)
        self._progress, self._backup_progress = ProgressLine(), ProgressLine()
        self._finding = self._reading_rows = self._cancelling = self._restoring = self._making = False
        self._has_rows = True
        self._keyboard = JobFocus(self)
        self._led_to: QWidget | None = None
        """What the keyboard was led to."""
        self._reading, self._notice = ReportView(), NoticeLine()
        self._lay_out()
        for button, signal in (
            (self._restore, self.restore_requested),
            (self._again, self.find_requested),
            (self._give_up, self.give_up_requested),
            (self._elsewhere, self.elsewhere_requested),
            (self._rows, self.rows_requested),
            (self._cancel, self.cancel_requested),
            (self._accept, self.accept_requested),
            (self._pdf, self.pdf_requested),
            (self._print, self.print_requested),
            (self._view, self.view_requested),
            (self._close, self.close_requested),
        ):
            button.clicked.connect(signal)
        self._set_enabled()
        self.show_report("", "")

    def show_trouble(self, title: str, why: str, *, file: bool) -> None:
        """Show what is wrong, and that the data (and with ``file`` the damaged file) stay untouched."""
        self._band.show_message(title, f"{why} {words.SAFE if file else words.SAFE_NO_FILE}", Tone.DANGER)

    def show_first_start(self) -> None:
        """Show the page for finding a backup instead of founding a new office."""
        self._band.show_message(words.FIRST_START, words.FIRST_START_WHY, Tone.NEUTRAL)
        self._backup_card.set_title(words.BACKUP_ONLY)
        for card in (self._rows_card, self._view_card):
            card.hide()
        self._close.setText(words.TO_FIRST_START)
        self._close.clicked.disconnect(self.close_requested)
        self._close.clicked.connect(self.view_requested)

    def show_finding(self, *, on: bool) -> None:
        """Show that backups are being read; the other options are open meanwhile."""
        self._finding = on
        if on:
            self.show_backup(words.FINDING, possible=False)
            self._backup_progress.setRange(0, 0)
        self._set_enabled()

    def show_search_progress(self, done: int, total: int) -> None:
        """Show how many backups have been read."""
        self._backup_progress.setRange(0, total)
        self._backup_progress.setValue(done)

    def show_backup(self, says: str, *, possible: bool, again: bool = False, cost: str = "") -> None:
        """Show the first option with its ``cost``; ``again`` offers to search once more."""
        self._backup_says.setText(says)
        self._cost.setText(cost)
        self._cost.setVisible(bool(cost))
        self._restore.setVisible(possible)
        self._again.setVisible((again or not possible) and not self._finding)
        self._elsewhere.setVisible(not self._finding)
        if possible and self._led_to is not None and self.focusWidget() is self._led_to:
            # nobody went elsewhere while it was looked for
            self.focus_list()

    def show_restore(self, percent: int) -> None:
        """Show that a backup is being restored, with a cancel button."""
        if not self._restoring:
            self._restoring = True
            self._notice.show_notice("")
            self._set_enabled()
            self._give_up.setEnabled(True)
            self._give_up.setFocus(Qt.FocusReason.OtherFocusReason)
        self._backup_progress.setRange(0, WHOLE)
        self._backup_progress.setValue(percent)
        self._restoring_says.setText(f"{words.RESTORING} {backup_words.how_far(percent)}.")

    def show_last_step(self) -> None:
        """Show the last step of the restore, which cannot be cancelled."""
        self._show_waiting(backup_words.LAST_STEP)

    def show_giving_up(self) -> None:
        """Show that the restore is being cancelled."""
        self._show_waiting(backup_words.GIVING_UP)

    def end_restore(self) -> None:
        """Show that the restore ended without a result."""
        self._restoring = False
        self._set_enabled()
        self.focus_list()

    def show_rows(self, *, possible: bool) -> None:
        """Show the second option, salvaging rows."""
        self._has_rows = possible
        self.show_report("", "")

    def show_view(self, *, possible: bool) -> None:
        """Show the third option, opening read-only."""
        self._view.setVisible(possible)
        self._view_says.setText(words.VIEW_WHY if possible else words.VIEW_NOT)

    def show_reading(self, *, on: bool) -> None:
        """Allow only cancelling while rows are read."""
        held = self.window().focusWidget()
        elsewhere = isinstance(held, Button) and held is not self._cancel
        self._reading_rows, self._cancelling = on, False
        self._set_enabled()
        if on:
            self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not elsewhere:
            # the next stop would be the way out of the program, and Enter would take it
            self._rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_cancelling(self) -> None:
        """Show that reading will end soon."""
        self._cancelling = True
        self._progress.setRange(0, 0)
        self._rows_say.setText(words.CANCELLING)
        self._set_enabled()

    def show_progress(self, done: int, total: int) -> None:
        """Show how much has been read."""
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        self._rows_say.setText(words.progress(done, total))

    def show_report(self, summary: str, report: str) -> None:
        """Show the report of the salvage; an empty text hides it."""
        self._rows_say.setText(summary or (words.ROWS_WHY if self._has_rows else words.ROWS_NONE))
        # the report takes the room that is left, and without one nobody does
        self._column.setStretchFactor(self._rows_card, 1 if report else 0)
        self._column.setStretch(self._column.count() - 1, 0 if report else 1)
        self._reading.show_report(report)
        for widget in (self._accept, self._pdf, self._print):
            widget.setVisible(bool(report))
        self._rows.setVisible(self._has_rows and not report)
        if report:
            self._accept.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_making(self, *, on: bool) -> None:
        """Show that the paper of the report is being made, and block accepting meanwhile."""
        self._making = on
        with self._keyboard.beginning() if on else self._keyboard.ending():
            self._set_enabled()
            self._notice.show_notice(words.MAKING if on else "", Tone.PROGRESS)

    def say(self, text: str, tone: Tone) -> None:
        """Show the result of the last button press below the options."""
        self._notice.show_notice(text, tone)

    def focus_list(self) -> None:
        """Give the keyboard to the best open option."""
        ways = (self._restore, self._rows, self._view, self._close)
        self._led_to = next(one for one in ways if one.isVisibleTo(self))
        self._led_to.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- inside

    def _show_waiting(self, says: str) -> None:
        self._backup_progress.setRange(0, 0)
        self._restoring_says.setText(says)
        self._give_up.setEnabled(False)

    def _set_enabled(self) -> None:
        busy = self._reading_rows or self._restoring or self._making
        of_backup, of_rows = (self._restore, self._again, self._elsewhere), (self._rows, self._accept)
        for button in (*of_backup, *of_rows, self._pdf, self._print, self._view):
            button.setEnabled(not busy)
        # the keyboard of what is shut here goes to no way out of the program
        for way_out in (self._close, self.other_folder):
            way_out.setEnabled(not (self._restoring or self._cancelling))
        self._cancel.setVisible(self._reading_rows)
        self._cancel.setEnabled(not self._cancelling)
        self._progress.setVisible(self._reading_rows)
        self._backup_progress.setVisible(self._finding or self._restoring)
        self._restoring_says.setVisible(self._restoring)
        self._give_up.setVisible(self._restoring)

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._ways())
        outer.addLayout(_foot(self._notice, self.other_folder, self._close))

    def _ways(self) -> QScrollArea:
        """Lay out the problem and the cards in a scroll area, above the buttons."""
        inside = QWidget()
        self._column = column = QVBoxLayout(inside)
        column.setContentsMargins(GAP_PAGE, GAP_PAGE, GAP_PAGE, GAP)
        column.setSpacing(GAP_CARD)
        column.addWidget(self._band)
        ways = (self._restore, self._again, self._elsewhere, self._give_up)
        self._backup_card = backup = _way(words.BACKUP, self._backup_says, *ways)
        backup.body.insertWidget(1, self._cost)
        backup.body.addWidget(self._restoring_says)
        backup.body.addWidget(self._backup_progress)
        column.addWidget(backup)
        asked = (self._rows, self._cancel, self._accept, self._print, self._pdf)
        self._rows_card = rows = _way(words.ROWS, self._rows_say, *asked)
        rows.body.addWidget(self._progress)
        rows.body.addWidget(self._reading, 1)
        column.addWidget(rows)
        self._view_card = _way(words.VIEW, self._view_says, self._view)
        column.addWidget(self._view_card)
        column.addStretch(1)
        return _scrolled(inside)


def _button(name: str, text: str, kind: ButtonKind = ButtonKind.OUTLINED) -> Button:
    button = Button(text=text, kind=kind)
    button.setObjectName(name)
    return button


def _foot(notice: NoticeLine, *ways_out: Button) -> QHBoxLayout:
    foot = QHBoxLayout()
    foot.setContentsMargins(GAP_PAGE, GAP, GAP_PAGE, GAP_PAGE)
    foot.addWidget(notice, 1)
    for button in ways_out:
        foot.addWidget(button)
    return foot


def _scrolled(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area


def _way(title: str, says: TextLabel, *buttons: Button) -> Card:
    card = Card(title=title)
    card.body.addWidget(says)
    says.set_ink(Ink.SECOND)
    line = QHBoxLayout()
    line.setSpacing(GAP)
    for button in buttons:
        line.addWidget(button)
    line.addStretch(1)
    card.body.addLayout(line)
    return card
