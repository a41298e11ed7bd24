"""Shared controller part of all acts on papers: the shown paper, the open form, and the recording."""

from __future__ import annotations

from desktop_app.domain.outcome import Outcome
from desktop_app.domain.read_models.listing import register_line
from desktop_app.domain.read_models.paper_sheets import RegisterSheet
from desktop_app.domain.rules.registered_papers import IncomingPaper, OutgoingPaper
from desktop_app.services.registers import papers
from desktop_app.services.registers.register_sheet import correspondents
from desktop_app.window.kit.record_controller import RecordController
from desktop_app.window.kit.undo_list import Do, HowToUndo, Inverse, undo_by_rows
from desktop_app.window.letters.page import RegistersPage
from desktop_app.words import letters as words
from desktop_app.words import letters_steps as steps
from desktop_app.words.history import UNDO


class RegisterActs(RecordController[RegisterSheet]):
    """Controller of the list of papers, shared by all kinds of acts on a paper."""

    page: RegistersPage

    def paper(self) -> IncomingPaper | OutgoingPaper | None:
        """Return the paper in the detail."""
        sheet = self.page.record()
        return sheet.paper if sheet is not None else None

    def known(self) -> tuple[str, ...]:
        """Return the names that a sender or an addressee may have."""
        return self.read(correspondents) or ()

    def record_row(self, do: Do, subject: str, *, outgoing: bool) -> None:
        """Record a new row from the open form. Undo cancels the row, for no row is ever deleted."""

        def back(made: Outcome) -> Inverse:
            again = undo_by_rows if not outgoing else _no_redo
            return Inverse(
                lambda context: papers.strike_paper(context, made.id, words.TAKEN_BACK, outgoing=outgoing), again
            )

        way = HowToUndo(steps.recorded(subject), back)
        made = self.act(do, self.refuse_in_sheet, accept=self.page.close_sheet, back=way)
        if made is None:
            return
        self.choose_record(register_line(made.id, outgoing=outgoing))
        paper = self.paper()
        if paper is not None:
            self.page.show_done(words.recorded(outgoing, paper.row), UNDO)


def _no_redo(_made: Outcome) -> Inverse | None:
    """Return None, for a paper that was cancelled for good cannot be recorded again."""
    return None
