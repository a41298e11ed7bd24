"""Undo list of a page: the acts that can be undone or redone, each with its inverse act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from desktop_app.domain.outcome import Outcome
from desktop_app.services.context import Context

if TYPE_CHECKING:
    from desktop_app.services.history.undo import Rows


Do = Callable[[Context], Outcome]
MOST_STEPS: Final = 100
"""So many acts can be taken back one after the other."""


@dataclass(frozen=True, slots=True)
class Inverse:
    """An act that undoes another one, and how it is undone itself."""

    do: Do
    back: Back


Back = Callable[[Outcome], Inverse | None]
"""The inverse of an act by what it made; None where it turns out to have none."""


@dataclass(frozen=True, slots=True)
class HowToUndo:
    """How an act is undone, and its name in the message."""

    what: str
    back: Back


@dataclass(frozen=True, slots=True)
class UndoStep:
    """One act that can be undone or redone."""

    what: str
    inverse: Inverse


class UndoList:
    """The acts that can be undone, last one first; an act without an inverse empties the list."""

    def __init__(self) -> None:
        self._done: list[UndoStep] = []
        self._undone: list[UndoStep] = []

    def add(self, made: Outcome, way: HowToUndo | None) -> None:
        """Add an act that was done; the undone acts before it cannot be redone any more."""
        if made.recalled:
            # what was done before it is not the last act any more, and the rows of this one are not known
            self.forget()
            return
        if not made.stands:
            return
        self._undone.clear()
        inverse = way.back(made) if way is not None else None
        if way is None or inverse is None:
            self._done.clear()
        else:
            self._done = [*self._done[1 - MOST_STEPS :], UndoStep(way.what, inverse)]

    def forget(self) -> None:
        """Empty the list: another record is shown, or an act has no inverse."""
        self._done.clear()
        self._undone.clear()

    def last_done(self) -> UndoStep | None:
        """Return the act that would be undone next."""
        return self._done[-1] if self._done else None

    def last_undone(self) -> UndoStep | None:
        """Return the act that would be redone next."""
        return self._undone[-1] if self._undone else None

    def undone(self, step: UndoStep, made: Outcome) -> None:
        """Note that a step was undone."""
        self._go_over(self._done, self._undone, step, made)

    def redone(self, step: UndoStep, made: Outcome) -> None:
        """Note that a step was redone."""
        self._go_over(self._undone, self._done, step, made)

    def drop(self, step: UndoStep) -> None:
        """Remove a step that a rule forbids."""
        for steps in (self._done, self._undone):
            if step in steps:
                steps.remove(step)

    @staticmethod
    def _go_over(source: list[UndoStep], target: list[UndoStep], step: UndoStep, made: Outcome) -> None:
        if step in source:
            source.remove(step)
            inverse = step.inverse.back(made)
            if inverse is not None:
                target.append(UndoStep(step.what, inverse))


# ---- ways back


def undo_by_rows(made: Outcome) -> Inverse | None:
    """Return the inverse of an act on editable records: it restores the former rows."""
    # every act's rules come with it: a window that only shows does without
    from desktop_app.services.history.undo import undo

    return _of_rows(made, undo, _redo_by_rows)


def _redo_by_rows(made: Outcome) -> Inverse | None:
    from desktop_app.services.history.undo import redo

    return _of_rows(made, redo, undo_by_rows)


def _of_rows(made: Outcome, put_back: Callable[[Context, Rows], Outcome], back: Back) -> Inverse | None:
    from desktop_app.services.history.undo import rows_to_undo

    rows = rows_to_undo(made.written)
    return Inverse(lambda context: put_back(context, rows), back) if rows else None


def undo_by_act(do: Do, inverse: Callable[[Outcome], Do | None]) -> Back:
    """Return how to undo an act that adds to a history: another act cancels it, and redo repeats the first."""

    def back(made: Outcome) -> Inverse | None:
        undoing = inverse(made)
        return Inverse(undoing, lambda _undone: Inverse(do, back)) if undoing is not None else None

    return back
