"""A section of the settings: one form that is read, checked and saved as a whole, also in the first start.

A section is made of a panel, which shows one frozen dataclass and gives it back as it was edited, and of three
services: ``read`` answers the stored values, ``check`` every refusal of edited ones, ``write`` is the act that saves
them and is given what was stored when the form was filled, so that another hand's change in between is not lost.
Nothing typed is ever taken away by a refusal.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.errors import Refused
from desktop_app.domain.outcome import Changed, Outcome
from desktop_app.services.context import STORED_BEFORE, ActRunner, Context
from desktop_app.window.kit.section_panel import SectionPanel
from desktop_app.words.refusals import sentence

Values = TypeVar("Values")


class Section(QObject, Generic[Values]):
    """One section; ``changed`` carries what its saving changed, ``edited`` is emitted while the operator types."""

    changed = Signal(object)
    edited = Signal()

    def __init__(
        self,
        panel: SectionPanel,
        context: Context,
        *,
        read: Callable[[Context], Values],
        write: Callable[[Context, Values, Values], Outcome],
        check: Callable[[Context, Values], Sequence[Refused]] = lambda _context, _values: (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.panel, self._context, self._runner = panel, context, ActRunner(context)
        self._read, self._write, self._check = read, write, check
        self._seen: Values | None = None
        self._shown: Values | None = None
        self._given_up: Values | None = None
        self._first_refused = ""
        self._refused: list[Refused] = []
        """What the check said of the values that were typed then, as far as it still holds."""
        self._showing = False
        panel.edited.connect(self._hear)
        panel.set_change_test(self.is_changed)

    def load(self) -> None:
        """Read the stored values and show them; typed values are lost."""
        try:
            stored = self._read(self._context)
        except Refused as refused:
            self.panel.show_message(sentence(refused))
            return
        self._seen = stored
        self._show(stored)

    def _take_stored(self) -> None:
        """Compare typed values with the stored ones from now on, for the former saving did succeed."""
        typed, self._seen = self.panel.values(), self._read(self._context)
        if typed == self._seen:
            self._show(self._seen)
        self.changed.emit(~Changed.NOTHING)

    def check(self) -> bool:
        """Check the typed values and show each refusal beneath its field; return whether there is none."""
        refused = self._check(self._context, self.panel.values())
        self._told(refused)
        self._refused = list(refused)
        return not refused

    def save(self) -> bool:
        """Check and store the values; return False and keep them as typed if they are refused."""
        if self._seen is None or not self.check():
            return False
        typed, seen, made = self.panel.values(), self._seen, list[Outcome]()

        def act(context: Context) -> Outcome:
            return self._write(context, typed, seen)

        try:
            self.panel.hand_over(lambda: made.append(self._runner.do(act)))
        except Refused as refused:
            if refused.key == STORED_BEFORE:
                self._take_stored()
            return self._told([refused])
        self.load()
        self.changed.emit(made[0].changed)
        return True

    def values(self) -> Values:
        """Return the typed values, or the stored ones if nothing is typed."""
        return self.panel.values() if self.is_changed() else self._read(self._context)

    def is_changed(self) -> bool:
        """Whether typed values are not stored."""
        return self._shown is not None and self.panel.values() != self._shown

    def restore(self) -> None:
        """Show the values that were read last."""
        if self._seen is not None:
            given_up = self.panel.values() if self.is_changed() else None
            self._show(self._seen)
            self._given_up = given_up
            self.edited.emit()

    def can_bring_back(self) -> bool:
        """Whether :meth:`restore` removed typed values and nothing was typed since."""
        return self._given_up is not None and not self.is_changed()

    def bring_back(self) -> None:
        """Show again the values that :meth:`restore` removed."""
        if self._given_up is not None:
            self._showing = True
            self.panel.show_values(self._given_up)
            self._showing = False
            self._given_up = None
            self.edited.emit()

    def focus(self) -> None:
        """Give the keyboard to the first refused field, else to the first field."""
        self.panel.go_to(self._first_refused)

    # ---- inside

    def _show(self, values: Values) -> None:
        self._first_refused, self._refused = "", []
        self.panel.clear_refusals()
        self.panel.show_message("")
        self._given_up = None
        # controls tell of every change of their text, also of one that code made
        self._showing = True
        self.panel.show_values(values)
        self._showing = False
        # a form may show a value in another spelling; that alone is no change
        self._shown = self.panel.values()

    def _hear(self) -> None:
        if not self._showing:
            self._settle_refusals()
            self.edited.emit()

    def _settle_refusals(self) -> None:
        """Remove the refusals that no longer apply; show no new ones."""
        if not self._refused:
            return
        now = {(one.field, one.key) for one in self._check(self._context, self.panel.values())}
        left = [one for one in self._refused if (one.field, one.key) in now]
        if len(left) < len(self._refused):
            self._told(left)
            self._refused = left

    def _told(self, refused: Sequence[Refused]) -> bool:
        """Show the refusals; return whether there is none."""
        self.panel.clear_refusals()
        self.panel.show_message("")
        self._first_refused, self._refused = "", []
        for one in refused:
            if self.panel.show_refusal(one.field, sentence(one)):
                self._first_refused = self._first_refused or one.field
            else:
                self.panel.show_message(sentence(one))
        return not refused
