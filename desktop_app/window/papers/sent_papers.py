"""Letters printed for sending: they are entered in the register of outgoing papers; this can be undone."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.documents.documents import Paper
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.domain.errors import Refused
from desktop_app.domain.outcome import LettersRegistered, Outcome
from desktop_app.domain.rules.invitations import SendingWay, SentInvitation
from desktop_app.services.context import STORED_BEFORE, UNSURE, Context
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.page_controller import PageController
from desktop_app.window.kit.undo_list import Do, HowToUndo, undo_by_act
from desktop_app.window.papers.band import PapersBand
from desktop_app.window.papers.ways import PapersOutput
from desktop_app.words import invitations as invitation_words
from desktop_app.words import letters as words
from desktop_app.words import letters_steps as steps
from desktop_app.words import papers as paper_words
from desktop_app.words.refusals import sentence


class SentPapers(QObject):
    """Enters printed letters in the register; a failure is shown above the page until retried.

    Invitations may be printed long before they go: their sending is offered in the band, and is recorded when that is
    pressed or on the page of their meeting, which is told of them.
    """

    invitations_made = Signal(object, object)
    """Carries the order of invitations that were saved or printed, and the numbers that each bears of its own."""
    tried_again = Signal()
    """Letters that were printed before were to be entered once more: whether they are is to be read."""

    def __init__(self, host: PageController, band: PapersBand, ways: PapersOutput) -> None:
        super().__init__(host)
        self._host, self._band, self._ways = host, band, ways
        self._invitations: tuple[PaperOrder, Paper[Any]] | None = None
        band.sending_requested.connect(self.record_sending)

    def announce_invitations(self, order: PaperOrder, paper: Paper[Any] | None) -> None:
        """Emit that invitations were made, with their numbers; do nothing for other papers."""
        if order.kind is PaperKind.INVITATION:
            from desktop_app.domain.documents.meeting_documents import numbers_of

            self.invitations_made.emit(order, numbers_of(paper.document) if paper is not None else {})
            if paper is not None:
                self._offer_sending(order, paper)

    def record_issued(self, order: PaperOrder) -> None:
        """Record that a paper of a convened meeting is out: its convening is then not taken back any more."""
        if order.meeting_id is None or not self._host.context.writable:
            return
        from desktop_app.services.meetings.convening import record_issued

        meeting_id = order.meeting_id
        try:
            self._host.perform(lambda context: record_issued(context, meeting_id))
        except Refused as refused:
            self._host.show_problem(refused)

    def register(self, order: PaperOrder, paper: Paper[Any]) -> None:
        """Enter the letters of a printed paper once each; none for read-only data."""
        if not self._host.context.writable:
            return
        # the register has its rules and documents: a page that prints nothing to be sent does without
        from desktop_app.services.registers.sent_letters import register_letters, strike_letters

        def do(context: Context) -> LettersRegistered:
            return register_letters(context, order, paper)

        def inverse(made: Outcome) -> Do | None:
            papers = made.papers if isinstance(made, LettersRegistered) else ()
            return (lambda context: strike_letters(context, papers, words.NOT_SENT)) if papers else None

        try:
            made = self._host.perform(do)
        except Refused as refused:
            if refused.key in (UNSURE, STORED_BEFORE):
                self._host.show_problem(refused)
            else:
                self._show_not_entered(refused, order, paper)
            return
        if not (made.papers or made.numbered):
            return
        self._host.announce(made.changed)
        # a number that was given has no way back, and what could be taken back before it still can
        if made.papers:
            self._host.steps.add(made, HowToUndo(steps.letters(len(made.papers)), undo_by_act(do, inverse)))
        self._host.report_done(self.show_entered_letters(made))

    def show_entered_letters(self, made: Outcome) -> str:
        """Show above the paper what was entered; return the sentence, empty if nothing was."""
        if not isinstance(made, LettersRegistered) or not (made.papers or made.numbered):
            return ""
        said = words.registered(made.rows) if made.papers else words.numbers_given(len(made.numbered))
        self._band.show_entered(said)
        return said

    def record_sending(self, way: SendingWay) -> None:
        """Record that the invitations last printed or saved were sent today, in this way."""
        if self._invitations is None:
            return
        from desktop_app.services.registers.invitations import record_printed, strike_sendings

        order, paper = self._invitations

        def do(context: Context) -> Outcome:
            return record_printed(context, order, paper.document, way)

        def inverse(made: Outcome) -> Do | None:
            sent = _sent(made)
            return (lambda context: strike_sendings(context, sent, invitation_words.STRUCK_REASON)) if sent else None

        try:
            made = self._host.perform(do)
        except Refused as refused:
            self._host.show_problem(refused)
            return
        self._invitations = None
        count = len(_sent(made))
        self._host.announce(made.changed)
        self._host.steps.add(made, HowToUndo(steps.sendings(count), undo_by_act(do, inverse)))
        self._band.clear()
        self._host.report_done(paper_words.sending_recorded(count, invitation_words.WAYS[way]))

    def _show_not_entered(self, refused: Refused, order: PaperOrder, paper: Paper[Any]) -> None:
        """Show that the letters were not entered; a retry does not print again."""

        def enter() -> None:
            self.register(order, paper)
            self.tried_again.emit()

        self._ways.again = enter
        self._band.show_not_entered(sentence(refused))
        self._host.status_message.emit(paper_words.NOT_ENTERED, Tone.WARNING)

    def _offer_sending(self, order: PaperOrder, paper: Paper[Any]) -> None:
        """Ask whether to record the sending, except for drafts or if it is recorded."""
        self._invitations = None
        if paper.imprint.draft or not self._host.context.writable:
            return
        from desktop_app.services.registers.invitations import waiting_invitees

        try:
            waiting = waiting_invitees(self._host.context, order, paper.document)
        except Refused as refused:
            self._host.show_problem(refused)
            return
        if waiting:
            self._invitations = order, paper
            self._band.ask_sending(paper_words.ask_sending(len(waiting)))


def _sent(made: Outcome) -> tuple[int, ...]:
    """Return the records of sending in a result."""
    return tuple(row.after.id for row in made.written if isinstance(row.after, SentInvitation))
