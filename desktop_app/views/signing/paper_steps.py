"""A step of the round trip: mark, what happened, a detail beneath, and the moment at the left end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.text.shared.parts import filled
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.lists.state_mark import Shape, StateMark
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, Ink, TextRole, Tone

Mark = tuple[Shape, Tone]
DONE: Mark = (Shape.DISC_CHECK, Tone.DONE)
WAITING: Mark = (Shape.PLAIN_RING, Tone.NEUTRAL)
VOID: Mark = (Shape.DIAMOND, Tone.DANGER)
HALF: Mark = (Shape.HALF_DISC, Tone.WARNING)
STEP_MARK = 18


class StepLine(QWidget):
    """One step; it can be shown anew, so that what has the keyboard near it stays."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mark = StateMark(side=STEP_MARK)
        self._title = TextLabel(role=TextRole.STRONG, wrap=True)
        self._detail = TextLabel(role=TextRole.NOTE, ink=Ink.SECOND, wrap=True)
        self._end = TextLabel(role=TextRole.NOTE, ink=Ink.SECOND, end=True)
        self._end.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        first = QHBoxLayout()
        first.setSpacing(GAP)
        first.addWidget(self._title, 1)
        first.addWidget(self._end)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(first)
        column.addWidget(self._detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, GAP, 0, 0)
        row.setSpacing(GAP_CARD)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def show_step(self, mark: Mark, title: str, detail: str = "", end: str = "") -> None:
        """What this step says now."""
        self.mark.show_mark(*mark)
        self._title.setText(title)
        self._title.set_ink(Ink.SECOND if mark == WAITING else Ink.TEXT)
        for label, text in ((self._detail, detail), (self._end, end)):
            label.setText(text)
            label.setVisible(bool(text))
        self.setAccessibleName(" ".join(filled(title, detail, end)))
