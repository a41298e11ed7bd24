"""Paper of the order in the form: made off the main thread, shown, and kept until it is replaced.

Of several makings the last one counts. One that was given up may still end, with pages or with a refusal; it is of an
earlier round then, and nobody hears of it unless it is a bug.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, Final

from PySide6.QtCore import QObject

from desktop_app.domain.documents.documents import Paper
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder, enters_by_print
from desktop_app.domain.errors import EnvironmentProblem, Refused
from desktop_app.domain.progress import Progress
from desktop_app.services.documents.papers import paper_of
from desktop_app.widgets.paper.open_pages import OpenPages
from desktop_app.window.kit.page_controller import PageController
from desktop_app.window.kit.paper_printing import PaperPrinting
from desktop_app.window.papers.page import PapersPage
from desktop_app.window.papers.ways import MadePaper, PapersMemory, PapersOutput
from desktop_app.words import papers as words
from desktop_app.words.refusals import sentence
from desktop_app.workers import Cancelled, Watch, Workers

CALM: Final = frozenset({"paper_part_missing", "meetings_none_yet", "reminder_to_nobody", "delivery_of_nothing"})
"""What nobody did wrong: it is told where the paper would be, and beside a field only when the file was asked for."""


BEGUN_ON: Final[Mapping[str, str]] = {
    "meetings_none_yet": "meetings",
    "meeting_without_minutes": "meetings",
    "extract_before_final": "minutes",
    "year_without_minutes": "minutes",
    "delivery_of_nothing": "registers",
}
"""By refusal: the page on which what is missing is made."""


class PaperAction(StrEnum):
    """An action that can wait until a paper is made."""

    SAVE = "save"
    PRINT = "print"
    ENTER = "enter"
    """Print it with numbers of the register, and enter its letters there."""


class PapersMaking(QObject):
    """Makes the paper of the form of ``page``; system errors are retried through ``ways``."""

    def __init__(
        self,
        page: PapersPage,
        printing: PaperPrinting,
        workers: Workers,
        ways: PapersOutput,
        memory: PapersMemory,
        controller: PageController,
    ) -> None:
        super().__init__(controller)
        self._page, self._context = page, controller.context
        self._printing, self._workers, self._ways, self._memory = printing, workers, ways, memory
        self._made: MadePaper | None = None
        self._order: PaperOrder | None = None
        self._watch: Watch | None = None
        self._round = 0
        self._outdated = False
        self._then: list[tuple[PaperAction, Callable[[], None]]] = []
        self.pages: OpenPages | None = None
        """The pages that were shown last."""

    @property
    def runs(self) -> bool:
        """Whether a paper is being made."""
        return self._watch is not None

    @property
    def is_making_current(self) -> bool:
        """Whether the paper being made is that of the form, with current data."""
        return self.runs and not self._outdated and self._order == self._page.form.order()

    @property
    def waiting(self) -> tuple[PaperAction, ...]:
        """The actions that wait for the paper being made."""
        return tuple(dict.fromkeys(way for way, _do in self._then))

    @property
    def has_waiting_action(self) -> bool:
        """Whether an action waits for the paper of the form."""
        return bool(self._then) and self._order == self._page.form.order()

    @property
    def made(self) -> MadePaper | None:
        """The finished paper of the form, or None.

        One with numbers to come is there only for its way to the printer.
        """
        if self._made is not None and self._made.order == self._page.form.order():
            return self._made
        return None

    def make(self) -> None:
        """Make the paper of the form, or show it if it is already made."""
        self.stop(keep_then=True)
        order = self._order = self._page.form.order()
        self._memory.keep(order)
        entering = self._is_entering
        if self.made is not None and self.made.entering is entering:
            self._show()
            return
        turn, self._outdated = self._round, False
        self._page.show_making()
        # what is asked of it from now on waits for it, whatever stood in the way of the paper before
        self._page.show_ways(possible=True)
        self._watch = self._workers.run_watched(
            lambda watch: self._make(order, watch.progress, entering=entering),
            lambda made: self._done(turn, made),
            lambda error: self._failed(turn, error),
            on_progress=self._page.show_progress,
            owner=self,
        )

    def then(self, way: PaperAction, do: Callable[[], None]) -> None:
        """Run an action with the paper of the form; make the paper first if needed."""
        made = self.made
        if made is not None and (way is not PaperAction.ENTER or not made.rows):
            do()
            return
        self._then.append((way, do))
        if not self.is_making_current:
            self.make()

    def stop(self, *, keep_then: bool = False) -> None:
        """Cancel the paper being made."""
        self._round += 1
        if self._watch is not None:
            self._watch.cancel()
            self._watch = None
        if not keep_then:
            self._then.clear()

    def outdate(self) -> None:
        """Mark the paper as outdated after a change of the data.

        What is being made now has read some of them before and some after: it is made again when it is there.
        """
        self._made = None
        self._outdated = True

    def close(self) -> None:
        """Cancel running work and close the open PDF after the view has released it."""
        self.stop()
        if self.pages is not None:
            self._page.show_pages(0, None)
            self.pages.close()
            self.pages = None

    # ---- inside

    @property
    def _is_entering(self) -> bool:
        """Whether the next waiting action prints letters and enters them in the register."""
        return bool(self._then) and self._then[0][0] is PaperAction.ENTER

    def _make(self, order: PaperOrder, progress: Progress, *, entering: bool) -> MadePaper:
        """Make the paper of an order; runs off the main thread."""
        paper, rows = self._numbered(order, paper_of(self._context, order), entering=entering)
        pdf = self._printing.make(order.kind, paper, order.profile, progress)
        return MadePaper(order, paper, pdf, self._printing.first_pages(pdf), rows, entering)

    def _numbered(self, order: PaperOrder, paper: Paper[Any], *, entering: bool) -> tuple[Paper[Any], int]:
        """Return the letters with their register numbers, and how many rows printing adds."""
        # the register has its rules and documents: a page that makes nothing to be sent does without
        if order.kind is PaperKind.INVITATION:
            from desktop_app.services.registers.invitations import numbered_invitations

            return numbered_invitations(self._context, order, paper), 0
        if not enters_by_print(order.kind):
            return paper, 0
        from desktop_app.services.registers.sent_letters import numbered

        return numbered(self._context, order, paper, entering=entering)

    def _done(self, turn: int, made: MadePaper) -> None:
        if not self._is_wanted(turn):
            return
        if self._outdated:
            self.make()
            return
        self._watch = None
        earlier, self.pages = self.pages, self._printing.open_pages(made.pdf)
        self._made = made
        self._show()
        if earlier is not None:
            earlier.close()
        self._run_waiting()

    def _is_wanted(self, turn: int) -> bool:
        """Whether the paper was not cancelled, by this page or by closing the program."""
        return turn == self._round and self._watch is not None and not self._watch.cancelled

    def _run_waiting(self) -> None:
        """Run the waiting actions in turn; stop and make the paper again if the data change."""
        entered = False
        while self._then and self.made is not None and self.made.entering is self._is_entering:
            way, do = self._then.pop(0)
            entered |= way is PaperAction.ENTER
            do()
        if (self._then or entered) and not self.runs:
            self.make()

    def _show(self) -> None:
        if self.pages is not None:
            self._page.show_pages(self.pages.count, self.pages.draw)
            self._page.show_ways(possible=True)
            if self._made is not None and not self._made.entering:
                self._page.show_rows_to_come(self._made.rows)

    def _failed(self, turn: int, error: BaseException) -> None:
        if turn == self._round:
            self._watch = None
            asked = bool(self._then)
            self._then.clear()
            self._page.show_ways(possible=False)
            if isinstance(error, Refused):
                self._say_refused(error, asked=asked)
            else:
                self._page.show_nothing(words.NOTHING_YET, "", offer=True)
        if not isinstance(error, (Refused, Cancelled)):
            raise error

    def _say_refused(self, refused: Refused, *, asked: bool) -> None:
        """Show why there is no paper; also beside its field if the paper was `asked` for."""
        said = sentence(refused)
        self._page.show_nothing(words.NOTHING_YET, said, page=BEGUN_ON.get(refused.key, ""))
        if isinstance(refused, EnvironmentProblem):
            self._ways.again = self.make
            self._page.show_refusal(said, action=words.AGAIN)
        elif asked or refused.key not in CALM:
            self._page.show_field_refusal(refused.field, said)
