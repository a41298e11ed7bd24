"""Base class of the page controllers: acts, undo, showing and leaving of a page.

An act is told by :attr:`PageController.changed`, after the page that acted has read itself again. The window then has
the page that shows reload; hidden ones are told that what they read is outdated, and read when they show again.
One that is given its way back can be taken back by :meth:`PageController.undo`, and then done again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.errors import EnvironmentProblem, Refused, RuleBroken
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.domain.read_models.history import RecordKey
from desktop_app.services.context import STORED_BEFORE, UNSURE, ActRunner, Context
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.destinations import Destination, OpenHistory
from desktop_app.window.kit.undo_list import HowToUndo, UndoList, UndoStep
from desktop_app.words import history as history_words

CHANGED_OUTSIDE = "row_changed_outside"
"""Key of the refusal of an act on a row that another program changed."""
Made = TypeVar("Made", bound=Outcome)
Refuse = Callable[[Refused], bool]
"""Shows a refusal beside its field; False where it has no field to stand at."""


def has_no_field(_refused: Refused) -> bool:
    """Return False, so that a refusal is shown above the page."""
    return False


class PageController(QObject):
    """Base class of the controllers of pages; each overrides only what its page needs."""

    changed = Signal(object)
    """An act of this page is stored; carries what it changed (:class:`Changed`)."""
    navigated = Signal(object)
    """The operator wants to go to a :data:`Destination`."""
    status_message = Signal(str, object)
    """For the foot of the window: a sentence and its tone."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        """For services that only read; an act is given its own by :meth:`act`."""
        self._runner = ActRunner(context)
        self.steps = UndoList()
        """What may be taken back: of a page of one record while that shows, of a list while the page stands."""
        self.ask_outside: Callable[[RuleBroken], bool] = lambda _broken: False
        """Asks the operator whether an act may write a row that another program changed."""
        self._unsure: Callable[[], object] | None = None
        """Takes away what was typed for an act whose end is unsure, once it is known to be stored."""

    # ---- acts

    def act(
        self,
        do: Callable[[Context], Made],
        refuse: Refuse = has_no_field,
        *,
        said: str = "",
        accept: Callable[[], object] | None = None,
        back: HowToUndo | None = None,
    ) -> Made | None:
        """Do one act, read this page again, and notify the other pages and the footer; return None if refused.

        ``refuse`` shows a refusal beneath its field, or returns False to have it above the page. ``accept`` clears the
        form before the page is read again. An act without ``back`` empties the undo list.
        """
        made = self._attempt(do, lambda refused: self.show_refused(refused, refuse), said, accept)
        if made is not None:
            self.steps.add(made, back)
        return made

    def undo(self) -> None:
        """Undo the last act by its inverse act."""
        step = self.steps.last_done()
        if step is None:
            self.status_message.emit(history_words.NOTHING_TO_UNDO, Tone.NEUTRAL)
        else:
            self._take(step, self.steps.undone, history_words.taken_back(step.what))

    def redo(self) -> None:
        """Do the last undone act again."""
        step = self.steps.last_undone()
        if step is None:
            self.status_message.emit(history_words.NOTHING_TO_REDO, Tone.NEUTRAL)
        else:
            self._take(step, self.steps.redone, history_words.done_again(step.what))

    def _take(self, step: UndoStep, taken: Callable[[UndoStep, Outcome], None], said: str) -> None:
        def do(context: Context) -> Outcome:
            try:
                return step.inverse.do(context)
            except RuleBroken:
                self.steps.drop(step)
                raise

        made = self._attempt(do, self.show_step_refused, said, self.accept_step)
        if made is not None:
            taken(step, made)
            self.show_step(made, said)

    def _attempt(
        self,
        do: Callable[[Context], Made],
        refuse: Callable[[Refused], object],
        said: str,
        accept: Callable[[], object] | None = None,
    ) -> Made | None:
        try:
            made = self.perform(do)
        except Refused as refused:
            if refused.key == UNSURE:
                self._unsure = accept
            refuse(refused)
            return None
        if accept is not None:
            accept()
        if made.changed:
            self.announce(made.changed)
        self.report_done(said)
        return made

    def perform(self, do: Callable[[Context], Made]) -> Made:
        """Do one act under an id of its own without notifying the pages; raises ``Refused``."""
        try:
            return self._runner.do(do)
        except RuleBroken as broken:
            if broken.key == STORED_BEFORE:
                self._settle()
            if broken.key != CHANGED_OUTSIDE or not self.ask_outside(broken):
                raise
            self.context.outside.confirm(str(broken.facts["kind"]), int(str(broken.facts["id"])))
        return self.perform(do)

    def _settle(self) -> None:
        """Clear the text of the former act, now known to be stored, and read the pages again."""
        accept, self._unsure = self._unsure, None
        if accept is not None:
            accept()
        self.steps.forget()
        self.announce(~Changed.NOTHING)

    def announce(self, changed: Changed) -> None:
        """Read this page again and notify the other pages."""
        self.read_again(changed)
        self.changed.emit(changed)

    def show_refused(self, refused: Refused, refuse: Refuse) -> None:
        """Show a refusal beneath its field; above the page if it has none or comes from the computer."""
        if isinstance(refused, EnvironmentProblem) or not refuse(refused):
            self.show_problem(refused)

    def show_problem(self, refused: Refused) -> None:
        """Show a refusal above the page."""
        raise NotImplementedError

    def accept_step(self) -> None:
        """Called after an act is undone or redone, before the page is read again."""

    def show_step(self, made: Outcome, said: str) -> None:
        """Called after an act is undone or redone: choose the changed record and report it on the page."""

    def show_step_refused(self, refused: Refused) -> None:
        """Show above the page why an act could not be undone or redone."""
        self.show_refused(refused, has_no_field)

    def read_again(self, changed: Changed) -> None:
        """Read the shown data again after an act of this page."""
        self.reload(changed)

    def report_done(self, said: str) -> None:
        """Show at the bottom of the window what was done; do nothing for an empty text."""
        if said:
            self.status_message.emit(said, Tone.DONE)

    # ---- showing and leaving

    def visit(self, destination: Destination) -> None:
        """Read what the destination names and show it; the caller has called :meth:`may_leave` before."""
        raise NotImplementedError

    def reload(self, changed: Changed) -> None:
        """Called after an act of another page, while this page is shown."""
        self.outdate(changed)

    def outdate(self, changed: Changed) -> None:
        """Called after an act of another page, while this page is hidden; it is read when it is shown."""

    def select_record(self, record_id: int) -> None:
        """Choose the record in the list when the operator returns from its page."""

    def history_key(self) -> RecordKey | None:
        """Return the record whose history the history key opens; None for the whole office."""
        return None

    def may_leave(self) -> bool:
        """Whether another page may be shown: typed text was saved, or the operator gives it up."""
        return True

    def may_close(self) -> bool:
        """Whether the window may close without losing typed text of this page, also if it is hidden."""
        return True

    def flush(self) -> None:
        """Save typed text without any question."""

    def close(self) -> None:
        """Called when the data folder closes."""


def to_history(controller: PageController) -> None:
    """Open the history of the shown record."""
    controller.navigated.emit(OpenHistory(controller.history_key()))
