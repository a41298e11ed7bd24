"""Letters that were printed or saved for sending: they enter the register of outgoing papers, and may be taken back."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QObject, Signal

from desktop_app.controllers.shell.page_controller import PageController
from desktop_app.controllers.shell.undo_list import Do, WayBack, by_act
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import FORMS, PaperOrder
from desktop_app.domain.errors import EnvironmentProblem, Refused
from desktop_app.services.context import Context
from desktop_app.services.documents.documents import Paper
from desktop_app.services.outcome import LettersRegistered, Outcome
from desktop_app.text.registers import registers as words
from desktop_app.text.registers import registers_steps as steps

READ_ONLY: Final = "database_read_only"
"""Data that are only looked at: a paper is made of them, and nothing is recorded of it."""


class SentPapers(QObject):
    """The file or the print is there whatever becomes of this: a refusal is said above the page.

    The sending of invitations is recorded on the page of their meeting, which is told of them.
    """

    invitations_made = Signal(object)
    """Carries the order of invitations that were saved or printed."""

    def __init__(self, host: PageController) -> None:
        super().__init__(host)
        self._host = host

    def tell_invitations(self, order: PaperOrder) -> None:
        """Of all that leaves only invitations are told."""
        if order.kind is PaperKind.INVITATION:
            self.invitations_made.emit(order)

    def register(self, order: PaperOrder, paper: Paper[Any]) -> None:
        """Enter the letters of a paper as it was printed, each once; where nothing can be written, nothing is."""
        if order.kind is PaperKind.INVITATION or not FORMS[order.kind].sent:
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
            if not (isinstance(refused, EnvironmentProblem) and refused.key == READ_ONLY):
                self._host.show_problem(refused)
            return
        if not (made.papers or made.numbered):
            return
        self._host.announce(made.changed)
        if not made.papers:
            # a number that was given has no way back, and what could be taken back before it still can
            self._host.tell_done(words.numbers_given(len(made.numbered)))
            return
        self._host.steps.add(made, WayBack(steps.letters(len(made.papers)), by_act(do, inverse)))
        self._host.tell_done(words.registered(made.rows))
