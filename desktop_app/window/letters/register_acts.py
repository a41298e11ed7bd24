"""Acts on the papers of the registers: the paper that shows, a form over the page, the act that it does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from desktop_app.domain.errors import Refused
from desktop_app.domain.outcome import Outcome
from desktop_app.domain.read_models.listing import ListQuery, RegisterView, register_line
from desktop_app.domain.rules.registered_papers import IncomingPaper, OutgoingPaper
from desktop_app.services.context import Context
from desktop_app.services.registers import papers
from desktop_app.services.registers.register_sheet import (
    correspondents,
)
from desktop_app.window.kit.list_controller import ListController
from desktop_app.window.kit.undo_list import Do, Inverse, WayBack, by_rows
from desktop_app.window.letters import paper_sheets as sheets
from desktop_app.window.letters.page import RegistersPage
from desktop_app.words import letters as words
from desktop_app.words import letters_steps as steps
from desktop_app.words.history import UNDO
from desktop_app.words.refusals import sentence

Read = TypeVar("Read")


class RegisterActs(ListController):
    """Controller of the list of papers, as each kind of act on a paper uses it."""

    page: RegistersPage

    # ---- the paper that shows

    def paper(self) -> IncomingPaper | OutgoingPaper | None:
        """The paper that shows."""
        sheet = self.page.panel.sheet()
        return sheet.paper if sheet is not None else None

    def stand_on_paper(self, line: int) -> None:
        """Stand on a paper."""
        if not self.page.choose(line):
            now = self.page.query()
            self.ask(ListQuery(view=RegisterView.ALL.value, sort=now.sort, descending=now.descending))
            self.page.choose(line)

    # ---- for the forms over the page

    def read(self, ask: Callable[[Context], Read], nothing: str = "") -> Read | None:
        """What a form needs to know; None where that is refused, or is ``nothing``: both are said above the list."""
        try:
            found = ask(self.context)
        except Refused as refused:
            self.show_problem(refused)
            return None
        if nothing and not found:
            self.page.show_refusal(nothing)
            return None
        return found

    def known(self) -> tuple[str, ...]:
        """Names that a sender or an addressee may have."""
        return self.read(correspondents) or ()

    def open_sheet(self, spec: sheets.SheetSpec, save: Callable[[sheets.Values], object]) -> None:
        """A sheet over the page, whose values are saved so."""
        form = sheets.FieldsSheet(spec, self.page.dates, self.page)
        form.saved.connect(save)
        self.page.open_sheet(form)

    def refuse_in_sheet(self, refused: Refused) -> bool:
        """Beside its field in the sheet that is open."""
        sheet: Any = self.page.sheet()
        return sheet is not None and sheet.show_refusal(refused.field, sentence(refused))

    def recorded(self, do: Do, subject: str, *, outgoing: bool) -> None:
        """A new row: it is taken back by being struck, for no row ever goes."""

        def back(made: Outcome) -> Inverse:
            again = by_rows if not outgoing else _never
            return Inverse(
                lambda context: papers.strike_paper(context, made.id, words.TAKEN_BACK, outgoing=outgoing), again
            )

        way = WayBack(steps.recorded(subject), back)
        made = self.act(do, self.refuse_in_sheet, accept=self.page.close_sheet, back=way)
        if made is None:
            return
        self.stand_on_paper(register_line(made.id, outgoing=outgoing))
        paper = self.paper()
        if paper is not None:
            self.page.show_done(words.recorded(outgoing, paper.row), UNDO)

    def do_in_sheet(self, do: Do, back: WayBack | None, said: str) -> None:
        """An act of the sheet that is open; done, it closes, and the page says so with the way back."""
        made = self.act(do, self.refuse_in_sheet, accept=self.page.close_sheet, back=back)
        if made is not None:
            self.page.show_done(said, UNDO if self.steps.last_done() is not None else "")


def _never(_made: Outcome) -> Inverse | None:
    """What was struck for good is not done again."""
    return None
