"""A few sentences under each other, each with the mark of its tone: what stands in the way, what is worth knowing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_app.widgets.feedback.notice import NoticeLine
from desktop_app.widgets.style.tokens import GAP_TIGHT, Tone


class FindingList(QWidget):
    """Gone while there is nothing to say; heard as one text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[NoticeLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP_TIGHT)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        # its height follows its width; the least height of a narrow one would make a form scroll for nothing
        self.setMinimumHeight(1)
        self.setVisible(False)

    def show_findings(self, findings: Sequence[tuple[str, Tone]]) -> None:
        """Say these, in this order."""
        while len(self._lines) < len(findings):
            line = NoticeLine(self)
            self._lines.append(line)
            self._column.addWidget(line)
        for place, line in enumerate(self._lines):
            shown = place < len(findings)
            line.setVisible(shown)
            if shown:
                line.show_notice(*findings[place])
        self.setAccessibleName(" ".join(text for text, _ in findings))
        self.setVisible(bool(findings))

    def texts(self) -> list[str]:
        """The sentences that show."""
        return [line.text() for line in self._lines if not line.isHidden()]
