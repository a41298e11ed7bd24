"""Letters about a meeting, that came in or went out: a link each, which leads to it in the register."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.calendar.jalali import format_long
from desktop_app.domain.read_models.register_sheet import PaperRef
from desktop_app.domain.read_models.rows import register_line
from desktop_app.domain.rules.invitations import InvitationAnswer
from desktop_app.text.registers import registers as words
from desktop_app.views.tasks.task_format import TaskFact
from desktop_app.views.tasks.task_parts import TaskFactsPane
from desktop_app.widgets.style.ground_frame import Rule
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, GAP_PAGE

MOST: Final = 5
"""So many letters are named; the others are counted."""


class LinesOfLetters(QWidget):
    """Hidden while there is none; `letter_requested` carries a line of the registers."""

    letter_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pane = TaskFactsPane()
        self.pane.link_requested.connect(lambda line: self.letter_requested.emit(int(line)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        inside = QVBoxLayout()
        inside.setContentsMargins(GAP_PAGE, GAP_CARD, GAP_PAGE, GAP_CARD)
        inside.setSpacing(GAP)
        inside.addWidget(self.pane)
        column.addLayout(inside)
        self.setVisible(False)

    def show_letters(self, letters: Sequence[PaperRef], answers: Sequence[InvitationAnswer] = ()) -> None:
        """The newest first, each with what it answers."""
        told = {
            register_line(one.paper_id, outgoing=False): words.invitation_answer(one.name, one.answer.value)
            for one in answers
        }
        facts = [
            TaskFact(
                "" if place else words.PAPERS,
                words.paper_line(one.outgoing, one.row, one.year, one.party),
                words.joined(told.get(one.line, ""), one.subject, format_long(one.day)),
                str(one.line),
            )
            for place, one in enumerate(letters[:MOST])
        ]
        rest = len(letters) - MOST
        self.pane.show_facts((*facts, *((TaskFact("", words.more(rest)),) if rest > 0 else ())))
        self.setVisible(bool(letters))
