"""What the operator wrote into a paper himself: asked about before the window closes, for nothing else keeps it."""

from __future__ import annotations

from desktop_app.domain.paper_orders import PaperOrder
from desktop_app.text import papers as words
from desktop_app.widgets.button import ButtonKind
from desktop_app.widgets.dialogs import Choice, Dialogs, Question
from desktop_app.widgets.tokens import Tone


class TypedParts:
    """The long texts of the form, and whether they reached a file or the printer as they stand."""

    def __init__(self, dialogs: Dialogs) -> None:
        self._dialogs = dialogs
        self._kept = ("", "")

    def kept(self, order: PaperOrder) -> None:
        """This paper was written or printed."""
        self._kept = _typed(order)

    def may_go(self, order: PaperOrder | None) -> bool:
        """Whether the form may be lost: nothing is written in it, all of it is on paper, or the operator says so."""
        typed = _typed(order) if order is not None else ("", "")
        if not any(typed) or typed == self._kept:
            return True
        question = Question(
            words.TYPED_ASK,
            words.TYPED_TEXT,
            (Choice("stay", words.GO_ON), Choice("leave", words.LEAVE, ButtonKind.DANGER)),
            Tone.WARNING,
        )
        return self._dialogs.ask(question) == "leave"


def _typed(order: PaperOrder) -> tuple[str, str]:
    return order.text.strip(), order.said.note.strip()
