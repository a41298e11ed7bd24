"""The answer about a paper: the verdict with its mark, what to do now, the ways on, and the reasons part by part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.read_models.verified_paper import ToldPaper, ToldPart
from desktop_app.domain.verifying.verdicts import Worth
from desktop_app.widgets.accessibility.hearing import tell_alert
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.lists.state_mark import TONE_SHAPES, StateMark
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, GAP_INSIDE, GAP_TIGHT, Ink, TextRole, Tone

_TONES: Final[Mapping[Worth, Tone]] = {Worth.GOOD: Tone.DONE, Worth.CAUTION: Tone.WARNING, Worth.BAD: Tone.DANGER}


class _Reasons(QScrollArea):
    """Asks for little room and takes what there is: a low window scrolls them."""

    def sizeHint(self) -> QSize:
        """No more than it needs to be seen at all."""
        return self.minimumSizeHint()


class VerifiedAnswer(QWidget):
    """Shows one answer; ``way_chosen`` carries the key of the way that was taken."""

    way_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = StateMark()
        self._verdict = TextLabel(role=TextRole.EDITOR_HEADING, wrap=True)
        self._step = TextLabel(wrap=True)
        self._of = TextLabel(role=TextRole.NOTE, ink=Ink.SECOND, wrap=True)
        self._ways = QHBoxLayout()
        self._ways.setSpacing(GAP)
        self._ways.addStretch(1)
        self._buttons: list[Button] = []
        self._area = _Reasons()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.viewport().setAutoFillBackground(False)
        # the arrows scroll it
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()

    def show_answer(self, answer: ToldPaper, of: str, ways: Sequence[tuple[str, str]]) -> None:
        """Show it; ``of`` is the name of the file, empty for a code, and ``ways`` are keys with their words."""
        tone = _TONES[answer.worth]
        self._mark.show_mark(TONE_SHAPES[tone], tone)
        self._verdict.setText(answer.verdict)
        self._verdict.set_ink(tone)
        self._step.setText(answer.next_step)
        self._of.setText(of)
        self._of.setVisible(bool(of))
        self._show_ways(ways)
        self._show_parts(answer.parts)
        self.setAccessibleName(f"{answer.verdict}. {answer.next_step}")
        self._area.setAccessibleName(answer.verdict)
        tell_alert(self)

    def focus_first(self) -> None:
        """The keyboard to the first way on, else to the reasons."""
        first = self._buttons[0] if self._buttons else self._area
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- inside

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._verdict, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self._step)
        column.addWidget(self._of)
        column.addLayout(self._ways)
        column.addWidget(self._area, 1)

    def _show_ways(self, ways: Sequence[tuple[str, str]]) -> None:
        for gone in self._buttons:
            self._ways.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._buttons = [self._way(key, text, first=not place) for place, (key, text) in enumerate(ways)]
        for place, button in enumerate(self._buttons):
            self._ways.insertWidget(place, button)
            # a layout shows what it is given in a while, and what does not show takes no keyboard
            button.show()

    def _way(self, key: str, text: str, *, first: bool) -> Button:
        button = Button(text=text, kind=ButtonKind.OUTLINED if first else ButtonKind.QUIET, compact=True)
        button.setAccessibleName(text)
        button.setObjectName(f"way_{key}")
        button.clicked.connect(lambda: self.way_chosen.emit(key))
        return button

    def _show_parts(self, parts: Sequence[ToldPart]) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, GAP, 0, GAP)
        column.setSpacing(GAP_INSIDE)
        for part in parts:
            group = QVBoxLayout()
            group.setSpacing(GAP_TIGHT)
            group.addWidget(TextLabel(text=part.title, role=TextRole.NOTE, ink=Ink.SECOND))
            for line in part.lines:
                group.addWidget(TextLabel(text=line, wrap=True))
            column.addLayout(group)
        column.addSpacing(GAP_CARD)
        column.addStretch(1)
        self._area.setWidget(inner)
        # the card behind it shows
        inner.setAutoFillBackground(False)
