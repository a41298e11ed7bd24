"""Texts that the operator typed into papers: kept for each kind, and asked about before the window closes."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.documents.letter_lines import LetterSaid
from desktop_app.domain.documents.paper_kinds import PaperKind
from desktop_app.domain.documents.paper_orders import PaperOrder
from desktop_app.text.papers import papers as words
from desktop_app.widgets.feedback.dialogs import Dialogs, sure_to_leave

_NOTHING = LetterSaid()


class TypedParts:
    """What is said in the letters of each kind, and whether their long texts reached a file or the printer.

    A number of the outer register belongs to one letter: it must not go along to a letter of another kind.
    """

    def __init__(self, dialogs: Dialogs) -> None:
        self._dialogs = dialogs
        self._said: dict[PaperKind, LetterSaid] = {}
        self._kept: set[str] = set()

    def turn(self, left: PaperOrder, kind: PaperKind) -> LetterSaid:
        """What was said in a kind before; that of the one which is left is kept."""
        self._said[left.kind] = left.said
        return self._said.get(kind, _NOTHING)

    def come_to(self, left: PaperOrder, wanted: PaperOrder) -> PaperOrder:
        """An order from another page over what is written here, which stays; only the register's line is another."""
        said = replace(self.turn(left, wanted.kind), number="", day=None)
        if wanted.said != _NOTHING:
            said = wanted.said
        letter = {name: getattr(wanted, name) or getattr(left, name) for name in ("text", "to", "to_post")}
        return replace(wanted, said=said, **letter)

    def kept(self, order: PaperOrder) -> None:
        """This paper was written or printed."""
        self._kept |= {order.text.strip(), order.said.note.strip()}

    def may_go(self, order: PaperOrder | None) -> bool:
        """Whether the form may be lost: nothing is written in it, all of it is on paper, or the operator says so."""
        said = dict(self._said)
        typed = set()
        if order is not None:
            said[order.kind] = order.said
            typed.add(order.text.strip())
        typed |= {one.note.strip() for one in said.values()}
        if typed - self._kept <= {""}:
            return True
        return sure_to_leave(self._dialogs, words.TYPED_ASK, words.TYPED_TEXT, stay=words.GO_ON, leave=words.LEAVE)
