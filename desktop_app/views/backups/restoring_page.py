"""Page in the place of all others while the closed office is restored: how far it is, and the way to give it up."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.text.office import backups as words
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.feedback.progress_line import ProgressLine
from desktop_app.widgets.shell.page import Page
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, GAP_PAGE, Ink, TextRole

WIDTH: Final = 520
WHOLE: Final = 100


class RestoringPage(Page):
    """Shows what it is told; nothing else can be done meanwhile."""

    give_up_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("restoringPage")
        title = TextLabel(text=words.RESTORING, role=TextRole.SECTION, wrap=True)
        why = TextLabel(text=words.RESTORING_WHY, role=TextRole.SECOND, ink=Ink.SECOND, wrap=True)
        self._how_far = TextLabel(role=TextRole.SECOND, wrap=True)
        self._progress = ProgressLine()
        self._progress.setAccessibleName(words.PROGRESS)
        self._give_up = Button(text=words.GIVE_UP)
        self._give_up.setObjectName("restoreGiveUp")
        self._give_up.setAccessibleName(words.GIVE_UP_NAME)
        self._give_up.clicked.connect(self.give_up_requested)
        block = QWidget()
        block.setFixedWidth(tokens_of(self).px(WIDTH))
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for label in (title, why, self._how_far):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(title)
        column.addWidget(why)
        column.addSpacing(GAP_CARD)
        column.addWidget(self._progress)
        column.addWidget(self._how_far)
        column.addSpacing(GAP_CARD)
        column.addWidget(self._give_up, 0, Qt.AlignmentFlag.AlignHCenter)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(GAP_PAGE, GAP_PAGE, GAP_PAGE, GAP_PAGE)
        outer.addStretch(1)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(block)
        middle.addStretch(1)
        outer.addLayout(middle)
        outer.addStretch(1)
        self.show_restore(0)

    def show_restore(self, percent: int) -> None:
        """It may still be given up."""
        self._progress.setRange(0, WHOLE)
        self._progress.setValue(percent)
        self._how_far.setText(words.how_far(percent))

    def show_last_step(self) -> None:
        """It may not be given up any more; how long it takes is the disk's matter."""
        self._progress.setRange(0, 0)
        self._how_far.setText(words.LAST_STEP)
        self._give_up.setEnabled(False)

    def show_giving_up(self) -> None:
        """It ends in a moment."""
        self._progress.setRange(0, 0)
        self._how_far.setText(words.GIVING_UP)
        self._give_up.setEnabled(False)

    def focus_list(self) -> None:
        """The keyboard to the one button."""
        self._give_up.setFocus(Qt.FocusReason.OtherFocusReason)
