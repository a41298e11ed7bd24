"""The last step: the letterhead, and under it what is left for later."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.text.office import founding as words
from desktop_app.widgets.lists.finding_list import FindingList
from desktop_app.widgets.shell.card import Card
from desktop_app.widgets.style.tokens import GAP_SECTION, Tone


class ReviewStep(QWidget):
    """Holds the form of the letterhead; its card says what the other steps still ask for."""

    def __init__(self, letterhead: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.findings = FindingList()
        card = Card(title=words.REVIEW)
        card.body.addWidget(self.findings)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_SECTION)
        column.addWidget(letterhead)
        column.addWidget(card)

    def show_review(self, lines: Sequence[tuple[str, Tone]]) -> None:
        """Say what is left."""
        self.findings.show_findings(lines)
