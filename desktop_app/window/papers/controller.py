"""Controller of papers and reports: makes the ordered paper off the main thread, shows, saves and prints it.

A file is written only when the whole paper is there: giving up leaves an earlier file as it was. A Word file is of the
order as it was when it was asked for; later changes of the form do not reach it. The class of an extract is lowered
with a reason, for one resolution and one unit.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import FORMS, OrderPart, PaperOrder, enters_by_print
from desktop_app.domain.errors import Refused
from desktop_app.domain.outcome import Changed, ClassLowered, Outcome
from desktop_app.services.context import Context
from desktop_app.services.documents.extract_class import lower_again, lower_extract, take_back_lowering
from desktop_app.services.documents.paper_choices import invitees_offered, paper_choices
from desktop_app.services.documents.papers import paper_of
from desktop_app.widgets.feedback.dialogs import Dialogs, ReasonQuestion, confirm_leave
from desktop_app.widgets.paper.printer import Printer
from desktop_app.window.kit.destinations import Destination, OpenMeeting, OpenPage, OpenPapers
from desktop_app.window.kit.page_controller import PageController
from desktop_app.window.kit.paper_printing import PaperPrinting
from desktop_app.window.kit.undo_list import Do, HowToUndo, Inverse
from desktop_app.window.papers.making import PaperAction, PapersMaking
from desktop_app.window.papers.page import PapersPage
from desktop_app.window.papers.sent_papers import SentPapers
from desktop_app.window.papers.ways import PapersMemory, PapersOutput, TypedParts
from desktop_app.words import papers as words
from desktop_app.words.refusals import sentence
from desktop_app.workers import Cancelled, Watch, Workers


class ClassLowering(QObject):
    """Handles the two buttons beside the confidentiality class."""

    def __init__(self, page: PapersPage, dialogs: Dialogs, controller: PageController) -> None:
        super().__init__(controller)
        self._page, self._dialogs, self._controller = page, dialogs, controller
        page.lower_requested.connect(self._lower)
        page.take_back_lowering_requested.connect(self._take_back)

    def _lower(self) -> None:
        order = self._page.form.order()
        wanted = order.said.classification
        title = words.lower_to(wanted.value)
        reason = self._dialogs.reason(ReasonQuestion(title, words.LOWER_WHY, words.LOWER_REASON, words.LOWER))
        if reason is not None:
            self._act(
                lambda context: lower_extract(context, order.resolution_id, order.unit_id, wanted, reason),
                HowToUndo(words.LOWERING, _taking_back),
            )

    def _take_back(self) -> None:
        order = self._page.form.order()
        self._act(
            lambda context: take_back_lowering(context, order.resolution_id, order.unit_id),
            HowToUndo(words.LOWERING_BACK, _doing_again),
        )

    def _act(self, do: Do, back: HowToUndo) -> None:
        made = self._controller.act(do, self._refuse, back=back)
        if made is not None:
            self._controller.show_step(made, "")

    def _refuse(self, refused: Refused) -> bool:
        return self._page.show_field_refusal(refused.field, sentence(refused))


def _taking_back(lowered: Outcome) -> Inverse | None:
    if not isinstance(lowered, ClassLowered):
        return None
    unit_id = lowered.unit_id
    return Inverse(lambda context: take_back_lowering(context, lowered.id, unit_id), _doing_again)


def _doing_again(lowered: Outcome) -> Inverse | None:
    return Inverse(partial(lower_again, lowered=lowered), _taking_back) if isinstance(lowered, ClassLowered) else None


class WordFiles(QObject):
    """Makes Word files and saves them through ``ways``."""

    def __init__(
        self,
        page: PapersPage,
        printing: PaperPrinting,
        workers: Workers,
        ways: PapersOutput,
        controller: PageController,
    ) -> None:
        super().__init__(controller)
        self._page, self._context = page, controller.context
        self._printing, self._workers, self._ways = printing, workers, ways
        self._running: dict[int, Watch] = {}
        self._last = 0

    @property
    def runs(self) -> bool:
        """Whether a Word file is being made."""
        return bool(self._running)

    def make(self, order: PaperOrder, path: Path) -> None:
        """Make a Word file and save it."""
        self._last = number = self._last + 1
        self._page.band.show_word(making=True)
        self._running[number] = self._workers.run_watched(
            lambda watch: self._printing.word(order.kind, paper_of(self._context, order), watch.progress),
            lambda content: self._made(number, content, order, path),
            lambda error: self._failed(number, error, order, path),
            owner=self,
        )

    def stop(self) -> None:
        """Cancel the files being made; nothing is saved."""
        for watch in self._running.values():
            watch.cancel()
        self._running.clear()
        self._page.band.show_word(making=False)

    # ---- inside

    def _made(self, number: int, content: bytes, order: PaperOrder, path: Path) -> None:
        # one that was given up may have been made by then
        if self._ended(number):
            self._ways.write(path, content, order)

    def _failed(self, number: int, error: BaseException, order: PaperOrder, path: Path) -> None:
        if self._ended(number) and isinstance(error, Refused):
            self._ways.again = lambda: self.make(order, path)
            self._page.show_refusal(sentence(error), action=words.AGAIN)
        if not isinstance(error, (Refused, Cancelled)):
            raise error

    def _ended(self, number: int) -> bool:
        """Remove a finished job; return whether its file is still wanted."""
        watch = self._running.pop(number, None)
        if watch is None:
            return False
        self._page.band.show_word(making=self.runs)
        return not watch.cancelled


TYPING_MS: Final = 400
"""A paper is made anew when the operator has been still for so long."""
LONG: Final = frozenset({PaperKind.YEAR_BOOK})
"""Kinds that are made only when they are asked for."""


class PapersController(PageController):
    """Controls the page of papers; ``show_order`` is called for an order from another page."""

    letters_made = Signal(object, object)
    """Invitations were saved or printed; carries their order and their numbers."""

    def __init__(
        self,
        page: PapersPage,
        context: Context,
        dialogs: Dialogs,
        printer: Printer,
        workers: Workers,
        printing: PaperPrinting,
        memory: PapersMemory,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(context, parent)
        self._page, self._printing, self._memory = page, printing, memory
        self._order: PaperOrder | None = None
        self._came_from: int | None = None
        self._dialogs, self._typed = dialogs, TypedParts(dialogs)
        self._ways = PapersOutput(page, printing, dialogs, printer, self._typed, self)
        self._word = WordFiles(page, printing, workers, self._ways, self)
        self._making = PapersMaking(page, printing, workers, self._ways, memory, self)
        self._sent = SentPapers(self, page.band, self._ways)
        self._sent.invitations_made.connect(self.letters_made)
        self._ways.left.connect(self._sent.announce_invitations)
        self._ways.issued.connect(self._sent.record_issued)
        self._ways.entered.connect(self._sent.register)
        self._sent.tried_again.connect(self._begin)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self._make)
        page.kind_requested.connect(self._choose)
        page.edited.connect(self._edited)
        page.make_requested.connect(self._make)
        page.save_requested.connect(self.save)
        page.word_requested.connect(self.save_word)
        page.print_requested.connect(self.print_paper)
        page.cancel_requested.connect(self.cancel)
        page.retry_requested.connect(self._ways.try_again)
        page.folder_requested.connect(self._ways.show_folder)
        page.list_requested.connect(lambda key: self.navigated.emit(OpenPage(key)))
        page.meeting_requested.connect(self._to_meeting)
        self._lowering = ClassLowering(page, dialogs, self)

    def visit(self, destination: Destination) -> None:
        """Show the page, with the order of the navigation request if it has one."""
        if isinstance(destination, OpenPapers):
            self.show_order(destination.order)
        else:
            self.show()

    def show(self) -> None:
        """Show the page as it was left, with current data."""
        order = self._order
        self._offer_way_to_meeting(None)
        self._show(self._page.form.order_for(order.kind) if order is not None else self._memory.read())

    def show_order(self, order: PaperOrder) -> None:
        """Show an order from another page, with a button that leads back to its meeting."""
        if order.text and self._order is not None and not self._typed.may_go(self._page.form.order()):
            # what is written here is in no file yet, and the operator wants it
            self.show()
            return
        self._offer_way_to_meeting(order.meeting_id)
        self._show(order if self._order is None else self._typed.merge_order(self._page.form.order(), order))

    def outdate(self, changed: Changed) -> None:
        """Mark the paper as outdated after a change elsewhere; it is made again when next shown."""
        if self._order is not None and changed:
            self._making.outdate()

    def show_problem(self, refused: Refused) -> None:
        """Show the refusal above the paper."""
        self._page.show_refusal(sentence(refused))

    def show_step(self, made: Outcome, _said: str) -> None:
        """Clear the message and make the paper again after an undo or redo."""
        self._page.clear_message()
        self._page.show_rows_unread()
        self._sent.show_entered_letters(made)
        self._begin()

    def save(self) -> None:
        """Ask for a file name, make the paper if needed, and save it."""
        if not self._page.may_go_on():
            return
        path = self._ways.ask_path(self._page.form.order(), ".pdf")
        if path is not None:
            self._with_paper(PaperAction.SAVE, lambda: self._save_to(path))

    def save_word(self) -> None:
        """Ask for a file name, make the Word file, and save it."""
        order = self._page.form.order()
        if not self._printing.has_word(order.kind) or not self._page.may_go_on():
            return
        path = self._ways.ask_path(order, ".docx")
        if path is not None:
            self._word.make(order, path)

    def print_paper(self) -> None:
        """Print the paper, and enter its letters in the register if they are not there yet."""
        order = self._page.form.order()
        if not self._page.may_go_on():
            return
        if not (enters_by_print(order.kind) and self.context.writable):
            self._with_paper(PaperAction.PRINT, self._print)
            return
        from desktop_app.services.registers.sent_letters import require_day_come

        try:
            require_day_come(self.context, order)
        except Refused as refused:
            self.show_problem(refused)
            return
        self._with_paper(PaperAction.ENTER, self._print)

    def cancel(self) -> None:
        """Cancel the paper being made."""
        paper, word = self._making.runs, self._word.runs
        if not (paper or word):
            return
        if word:
            self._word.stop()
        if paper:
            self._typing.stop()
            self._making.stop()
            self._page.show_nothing(words.NOTHING_YET, words.CANCELLED_WHY, offer=True)
        self._page.show_done(words.CANCELLED, words.CANCELLED_WHY)

    def may_close(self) -> bool:
        """Ask before closing the window if a text or paper was not saved or printed."""
        waits = self._making.waiting or self._word.runs
        if waits and not confirm_leave(
            self._dialogs, words.WAITING_ASK, words.WAITING_TEXT, stay=words.WAIT, leave=words.CLOSE
        ):
            return False
        return self._typed.may_go(self._order and self._page.form.order())

    def close(self) -> None:
        """Cancel running work and close the open PDF."""
        self._typing.stop()
        self._making.close()

    # ---- inside

    def _show(self, order: PaperOrder) -> None:
        self._page.clear_message()
        self._page.show_choices(paper_choices(self.context))
        self._page.show_order(order, has_word=self._printing.has_word(order.kind))
        self._page.focus_list()
        self._begin()

    def _offer_way_to_meeting(self, meeting_id: int | None) -> None:
        self._came_from = meeting_id
        self._page.show_meeting_button(offered=meeting_id is not None)

    def _to_meeting(self) -> None:
        if self._came_from is not None:
            self.navigated.emit(OpenMeeting(self._came_from))

    def _choose(self, kind: str) -> None:
        """Switch to another kind of paper; keep what it is about if the kind needs it."""
        wanted = self._page.form.order_for(PaperKind(kind))
        order = replace(wanted, said=self._typed.turn(self._page.form.order(), wanted.kind))
        self._page.clear_message()
        self._page.show_order(order, has_word=self._printing.has_word(order.kind))
        self._begin()

    def _begin(self) -> None:
        """Make the selected paper; a long one only on request."""
        self._offer_invitees()
        order = self._order = self._page.form.order()
        if self._making.is_making_current:
            self._page.show_making()
            return
        if self._making.has_waiting_action:
            # the data changed since: it is made anew, and what waits for it goes on waiting
            self._make()
            return
        self._stop()
        if order.kind in LONG and self._making.made is None:
            self._memory.keep(order)
            self._page.show_ways(possible=order.year is not None)
            self._page.show_nothing(words.LONG, words.LONG_WHY, offer=True)
        else:
            self._make()

    def _edited(self) -> None:
        self._page.band.end_refused()
        self._stop()
        self._offer_invitees()
        self._order = self._page.form.order()
        if self._order.kind in LONG or self._making.made is not None:
            self._begin()
        else:
            self._typing.start()

    def _offer_invitees(self) -> None:
        order = self._page.form.order()
        if OrderPart.INVITEE in FORMS[order.kind].parts:
            self._page.show_invitees(invitees_offered(self.context, order.meeting_id) if order.meeting_id else ())

    def _make(self) -> None:
        self._typing.stop()
        self._making.make()

    def _stop(self) -> None:
        """Cancel the paper being made, and the actions that wait for it."""
        self._typing.stop()
        dropped = self._making.waiting
        self._making.stop()
        if dropped:
            self._ways.again = self.save if dropped[-1] is PaperAction.SAVE else self.print_paper
            self._page.show_dropped(words.dropped(dropped), words.DO_NOW[dropped[-1]])

    def _with_paper(self, way: PaperAction, do: Callable[[], None]) -> None:
        self._typing.stop()
        self._making.then(way, do)

    def _save_to(self, path: Path) -> None:
        made = self._making.made
        if made is not None:
            self._ways.write(path, made.pdf, made.order, made.paper)

    def _print(self) -> None:
        made, pages = self._making.made, self._making.pages
        if made is not None and pages is not None:
            self._ways.print_pages(made, pages, self.print_paper)
