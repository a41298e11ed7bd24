"""Invitations of a meeting: one row per invitee with the letter sent and what changed since."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desktop_app.domain.calendar.jalali import format_long
from desktop_app.domain.read_models.listing import register_line
from desktop_app.domain.read_models.paper_sheets import PaperRef
from desktop_app.domain.read_models.sheets import MeetingSheet
from desktop_app.domain.rules.invitations import InvitationAnswer, InviteeRow, SentInvitation
from desktop_app.domain.rules.meetings import BEFORE_INVITING, MeetingState
from desktop_app.forms.meeting_invitations import Ui_MeetingInvitations
from desktop_app.widgets.lists.item_row import ItemRow
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.look import Rule
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, GAP_PAGE, Ink, TextRole
from desktop_app.window.kit.task_format import TaskFact
from desktop_app.window.kit.task_parts import TaskFactsPane
from desktop_app.window.meeting.history import is_before_records
from desktop_app.window.meeting.row_format import invitee_content
from desktop_app.window.meeting.signals import MeetingSignals
from desktop_app.words import invitations as words
from desktop_app.words import letters as letter_words

MOST: Final = 5
"""So many letters are named; the others are counted."""


class LetterLinks(QWidget):
    """Links to the letters of a meeting; `letter_requested` carries the line of the register."""

    letter_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pane = TaskFactsPane()
        self.pane.link_requested.connect(lambda line: self.letter_requested.emit(int(line)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        inside = QVBoxLayout()
        inside.setContentsMargins(GAP_PAGE, GAP_CARD, GAP_PAGE, GAP_CARD)
        inside.setSpacing(GAP)
        inside.addWidget(self.pane)
        column.addLayout(inside)
        self.setVisible(False)

    def show_letters(self, letters: Sequence[PaperRef], answers: Sequence[InvitationAnswer] = ()) -> None:
        """Show the letters, newest first, each with the letter it answers."""
        told = {
            register_line(one.paper_id, outgoing=False): letter_words.invitation_answer(one.name, one.answer.value)
            for one in answers
        }
        facts = [
            TaskFact(
                "" if place else letter_words.PAPERS,
                letter_words.paper_line(one.outgoing, one.row, one.year, one.party),
                letter_words.joined(told.get(one.line, ""), one.subject, format_long(one.day)),
                str(one.line),
            )
            for place, one in enumerate(letters[:MOST])
        ]
        rest = len(letters) - MOST
        self.pane.show_facts((*facts, *((TaskFact("", letter_words.more(rest)),) if rest > 0 else ())))
        self.setVisible(bool(letters))


class InvitationsPane(QWidget):
    """Invitation rows: Space records a sending, Enter shows the letter, the button records all unsent ones."""

    def __init__(self, signals: MeetingSignals, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_MeetingInvitations()
        self.ui.setupUi(self)
        self._signals = signals
        self._sheet: MeetingSheet | None = None
        self._rows: list[ItemRow] = []
        self._menu = QMenu(self)
        ui = self.ui
        ui.summary.set_role(TextRole.SECOND)
        ui.summary.set_ink(Ink.SECOND)
        # one line: a label that wraps would make the whole page as tall as its longest list
        ui.summary.set_elide(True)
        ui.head.setStretchFactor(ui.summary, 1)
        ui.scroll.viewport().setAutoFillBackground(False)
        ui.body.setAutoFillBackground(False)
        ui.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ui.recordSending.clicked.connect(lambda: signals.sending_requested.emit(()))
        ui.printLetters.clicked.connect(lambda: signals.act_requested.emit("paper_invitation"))
        ui.inviteGuest.clicked.connect(signals.guest_requested)
        self.letters = LetterLinks()
        self.letters.letter_requested.connect(signals.register_requested)
        ui.cardColumn.addWidget(self.letters)

    def show_sheet(self, sheet: MeetingSheet) -> None:
        """Show the invitees; keep the keyboard focus."""
        focused = next((place for place, row in enumerate(self._rows) if row.hasFocus()), -1)
        self._sheet = sheet
        # whom a meeting from before the records was told of, and who then had the seats, nobody knows here
        invitees = () if is_before_records(sheet) else sheet.invitees
        self._fit_rows(len(invitees))
        for row, invitee in zip(self._rows, invitees, strict=True):
            menu = invitee.sent is not None or sheet.invitations_open
            row.show_content(invitee_content(invitee, sheet.answer_of(invitee.key), menu=menu))
        if focused >= len(self._rows):
            self.focus_first()
        self._show_frame(sheet)
        self.letters.show_letters(sheet.letters, sheet.answers)

    def waiting(self) -> int:
        """Return the number of unsent invitations that may be recorded now."""
        sheet = self._sheet
        return sum(one.waits for one in sheet.invitees) if sheet is not None and _are_going_out(sheet) else 0

    def tab_name(self) -> str:
        """Return the tab title with the number of unsent invitations."""
        return words.tab(self.waiting())

    def focus_first(self) -> None:
        """Focus the first unsent invitation, or the first row."""
        sheet = self._sheet
        waits = [place for place, one in enumerate(sheet.invitees) if one.waits] if sheet is not None else []
        target: QWidget = self._rows[waits[0] if waits else 0] if self._rows else self.ui.printLetters
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- inside

    def _show_frame(self, sheet: MeetingSheet) -> None:
        ui, waits = self.ui, self.waiting()
        ui.summary.setText(self._summary(sheet))
        ui.summary.setToolTip(ui.summary.text())
        ui.recordSending.setVisible(sheet.invitations_open and bool(self._rows))
        ui.recordSending.set_kind(ButtonKind.FILLED if waits and not sheet.entered_later else ButtonKind.OUTLINED)
        ui.inviteGuest.setVisible(sheet.guests_editable and not sheet.meeting.began_at)
        ui.printLetters.setVisible(bool(self._rows))
        ui.scroll.setVisible(bool(self._rows))
        ui.empty.setVisible(not self._rows)
        if is_before_records(sheet):
            ui.empty.set_content(words.BEFORE_RECORDS, words.BEFORE_RECORDS_WHY, icon="mail")
        elif not self._rows:
            begun = bool(sheet.meeting.began_at)
            title = words.NO_LETTERS if begun else words.NO_INVITEES
            ui.empty.set_content(title, words.NO_LETTERS_WHY if begun else words.NO_INVITEES_WHY, icon="mail")

    def _summary(self, sheet: MeetingSheet) -> str:
        if _are_going_out(sheet):
            now = [one for one in sheet.invitees if not one.gone]
            return words.summary(len(now), self.waiting(), sum(bool(one.changed) for one in now))
        if sheet.meeting.state in BEFORE_INVITING:
            return words.BEFORE if sheet.meeting.number is None else words.BEFORE_AGAIN
        return words.AFTER if self._rows else ""

    def _fit_rows(self, count: int) -> None:
        while len(self._rows) > count:
            gone = self._rows.pop()
            gone.hide()
            gone.deleteLater()
        if not self.ui.rows.count():
            self.ui.rows.addStretch(1)
        while len(self._rows) < count:
            place = len(self._rows)
            row = ItemRow(self, menu_name=words.MENU)
            row.setObjectName(f"invitee_{place}")
            row.acted.connect(lambda place=place: self._send(place))
            row.edit_requested.connect(lambda place=place: self._open(place))
            row.remove_requested.connect(lambda place=place: self._strike(place))
            row.walked.connect(lambda step, place=place: self._walk(place, step))
            row.menu_requested.connect(lambda at, place=place: self._open_menu(place, at))
            self._rows.append(row)
            self.ui.rows.insertWidget(place, row)

    def _invitee(self, place: int) -> InviteeRow | None:
        """Return the invitee of a row if an action is allowed, else None."""
        sheet = self._sheet
        return sheet.invitees[place] if sheet is not None and sheet.invitations_open else None

    def _send(self, place: int) -> None:
        invitee = self._invitee(place)
        if invitee is not None and not invitee.gone:
            self._signals.sending_requested.emit((invitee.key,))

    def _open(self, place: int) -> None:
        """Show the sent letter, or open the form that records the sending."""
        sent = self._sent(place)
        if sent is not None:
            self._signals.letter_requested.emit(sent.id)
        else:
            self._send(place)

    def _sent(self, place: int) -> SentInvitation | None:
        """Return the letter sent to the invitee of a row."""
        return self._sheet.invitees[place].sent if self._sheet is not None else None

    def _strike(self, place: int) -> None:
        invitee = self._invitee(place)
        if invitee is not None and invitee.sent is not None:
            self._signals.sending_struck.emit(invitee.sent.id)

    def _walk(self, place: int, step: int) -> None:
        self._rows[max(0, min(len(self._rows) - 1, place + step))].setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_menu(self, place: int, at: QPoint) -> None:
        self._menu.clear()
        invitee, sent = self._invitee(place), self._sent(place)
        if sent is not None:
            self._menu.addAction(words.SHOW_LETTER).triggered.connect(lambda _on=False: self._open(place))
        if invitee is not None and not invitee.gone:
            self._menu.addAction(words.SEND).triggered.connect(lambda _on=False: self._send(place))
        if invitee is not None and sent is not None:
            self._menu.addAction(words.STRIKE).triggered.connect(lambda _on=False: self._strike(place))
        if not self._menu.isEmpty():
            self._menu.popup(at)


def _are_going_out(sheet: MeetingSheet) -> bool:
    """Whether invitations of this meeting are still to be sent."""
    return sheet.meeting.state is MeetingState.CONVENED
