"""Actions that record sent invitations and remove such a record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.domain.calendar.jalali import format_short
from desktop_app.domain.errors import Refused
from desktop_app.domain.outcome import Outcome
from desktop_app.domain.rules.invitations import Sending, SendingWay, SentInvitation
from desktop_app.domain.text.digits import record_number
from desktop_app.services.context import Context
from desktop_app.services.registers.invitations import send_invitations, strike_sending
from desktop_app.widgets.feedback.dialogs import Choice, Dialogs, Question
from desktop_app.widgets.paper.open_pages import OpenPages
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.meeting.edit_session import MeetingEditSession
from desktop_app.window.meeting.made_letters import MadeInvitations
from desktop_app.words import invitations as words
from desktop_app.words.refusals import sentence

if TYPE_CHECKING:
    pass


class MeetingSending(QObject):
    """Records sent invitations with the numbers of the letters made last."""

    def __init__(
        self,
        session: MeetingEditSession,
        dialogs: Dialogs,
        letters_made: Callable[[int], MadeInvitations | None],
        open_letter: Callable[[int], OpenPages],
    ) -> None:
        """`letters_made` returns the letters of a meeting made in this run, `open_letter` opens a sent one."""
        super().__init__(session)
        self._session, self._dialogs = session, dialogs
        self._letters_made, self._open_letter = letters_made, open_letter
        self._way = SendingWay.AUTOMATION
        self._letter: OpenPages | None = None
        signals = session.page.signals
        signals.sending_requested.connect(self.open)
        signals.sending_struck.connect(self.strike)
        signals.letter_requested.connect(self.show_letter)

    def open(self, keys: tuple[str, ...] = ()) -> None:
        """Open the form for the given invitees, or for all unsent ones."""
        sheet = self._session.sheet
        if self._session.page.sending is not None or not sheet.invitations_open:
            return
        made = self._letters_made(sheet.meeting.id)
        offered = Sending(
            invitees=keys or tuple(row.key for row in sheet.invitees if row.waits),
            day=self._session.context.clock.today(),
            way=self._way,
        )
        if made is not None:
            order = made.order
            offered = replace(offered, said=order.said, answer_until=order.answer_until, numbers=made.numbers)
        form = self._session.page.open_sending(offered)
        form.saved.connect(self.save)

    def save(self, sending: Sending) -> None:
        """Record the sending; show a refusal beside its field."""
        form = self._session.page.sending
        if form is None:
            return

        def do(context: Context) -> Outcome:
            return send_invitations(context, self._session.meeting_id, sending)

        def refuse(refused: Refused) -> bool:
            form.show_refusal(refused.field, sentence(refused))
            return True

        if self._session.act(do, refuse, said=words.sent_to(len(sending.invitees))) is not None:
            self._way = sending.way
            form.accept()

    def strike(self, sent_id: int) -> None:
        """Ask, then remove the record of a sending."""
        sent = self._sent(sent_id)
        if sent is None:
            return
        text = words.strike_text(sent.addressee, _told(sent))
        choices = (Choice("strike", words.STRIKE, ButtonKind.DANGER), Choice("stay", words.CANCEL))
        if self._dialogs.ask(Question(words.STRIKE_ASK, text, choices, Tone.WARNING)) == "strike":
            self._session.act(lambda context: strike_sending(context, sent_id, words.STRUCK_REASON), said=words.STRUCK)

    def show_letter(self, sent_id: int) -> None:
        """Show the letter of a record as it was sent."""
        sent = self._sent(sent_id)
        if sent is None:
            return
        self._close_letter()
        try:
            pages = self._letter = self._open_letter(sent_id)
        except Refused as refused:
            self._session.page.show_notice(sentence(refused))
            return
        shown = self._session.page.show_letter(sent.addressee, _letter_note(sent), pages.count, pages.draw)
        shown.let_go.connect(self._close_letter)

    def _close_letter(self) -> None:
        """Close the PDF of the letter."""
        letter, self._letter = self._letter, None
        if letter is not None:
            letter.close()

    def _sent(self, sent_id: int) -> SentInvitation | None:
        known = [row.sent for row in self._session.sheet.invitees if row.sent is not None]
        return next((one for one in known if one.id == sent_id), None)


def _letter_note(sent: SentInvitation) -> str:
    """Return the note above a letter: the text as sent, or of the day it was recorded."""
    later = sent.kept_later
    return words.as_recorded(_told(sent), format_short(later)) if later is not None else words.as_sent(_told(sent))


def _told(sent: SentInvitation) -> str:
    """Return when and how the letter was sent."""
    return words.sent_on(format_short(sent.sent_on), words.WAYS[sent.way], record_number(sent.number))
