"""The answer about a paper: headline with its mark, facts, hidden details, ways on, and the paper at the left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.read_models.verified_paper import ToldPaper
from desktop_app.domain.verifying.verdicts import PaperVerdict
from desktop_app.text.papers import verify_page as words
from desktop_app.widgets.accessibility.hearing import tell_alert
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.lists.state_mark import TONE_SHAPES, StateMark
from desktop_app.widgets.paper.page_canvas import Render
from desktop_app.widgets.paper.page_view import PageView
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, GAP_INSIDE, Ink, TextRole, Tone

_TONES: Final[Mapping[PaperVerdict, Tone]] = {
    PaperVerdict.SAME: Tone.DONE,
    PaperVerdict.KEPT: Tone.WARNING,
    PaperVerdict.HOLDS: Tone.WARNING,
    PaperVerdict.NOT_IN_FORCE: Tone.DANGER,
    PaperVerdict.DIFFERS: Tone.DANGER,
    PaperVerdict.UNKNOWN: Tone.DANGER,
}
PAPER: Final = 420
"""Width of the paper at the left."""
ROOM: Final = 900
"""Least width of an answer that has the paper beside it."""


class _Facts(QScrollArea):
    """Asks for little room and takes what there is: a low window scrolls them."""

    def sizeHint(self) -> QSize:
        """The least that can be read."""
        return self.minimumSizeHint()


class VerifiedAnswer(QWidget):
    """Shows one answer; ``way_chosen`` carries the key of the way that was pressed."""

    way_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = StateMark()
        self._headline = TextLabel(role=TextRole.EDITOR_HEADING, wrap=True)
        self._of = TextLabel(role=TextRole.NOTE, ink=Ink.SECOND, wrap=True)
        self._ways = QHBoxLayout()
        self._ways.setSpacing(GAP)
        self._ways.addStretch(1)
        self._buttons: list[Button] = []
        self._area = _Facts()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.viewport().setAutoFillBackground(False)
        # the arrows scroll it
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.pages = PageView()
        """The office's own paper."""
        self.pages.thumbnails.hide()
        self.pages.hide()
        self._page_count = 0
        self._lay_out()

    def show_answer(self, answer: ToldPaper, of: str, ways: Sequence[tuple[str, str]]) -> None:
        """Show it; ``of`` is the name of the file, empty for a code, and ``ways`` are keys with their words."""
        tone = _TONES[answer.verdict]
        self._mark.show_mark(TONE_SHAPES[tone], tone)
        self._headline.setText(answer.headline)
        self._headline.set_ink(tone)
        self._of.setText(of)
        self._of.setVisible(bool(of))
        self._show_ways(ways)
        self._show_facts(answer)
        self.setAccessibleName(". ".join((answer.headline, *answer.facts)))
        self._area.setAccessibleName(answer.headline)
        tell_alert(self)

    def show_pages(self, count: int, render: Render | None) -> None:
        """The paper itself; none with 0 pages."""
        self._page_count = count
        self.pages.show_document(count, render)
        self._make_room()

    def focus_first(self) -> None:
        """The keyboard to the first way on, else to the facts."""
        first = self._buttons[0] if self._buttons else self._area
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for both, the way to the paper is enough."""
        super().resizeEvent(event)
        self._make_room()

    # ---- inside

    def _make_room(self) -> None:
        self.pages.setFixedWidth(tokens_of(self).px(PAPER))
        self.pages.setVisible(bool(self._page_count) and self.width() >= tokens_of(self).px(ROOM))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._headline, 1)
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self._of)
        column.addLayout(self._ways)
        column.addWidget(self._area, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_CARD)
        row.addLayout(column, 1)
        row.addWidget(self.pages)

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

    def _show_facts(self, answer: ToldPaper) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, GAP, 0, GAP)
        column.setSpacing(GAP_INSIDE)
        for line in answer.facts:
            column.addWidget(TextLabel(text=line, wrap=True))
        if answer.details:
            details = TextLabel(text="\n".join(answer.details), role=TextRole.NOTE, ink=Ink.SECOND, wrap=True)
            details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            details.hide()
            more = Button(text=words.DETAILS, kind=ButtonKind.QUIET, compact=True)
            more.setObjectName("details")
            more.clicked.connect(lambda: details.setVisible(details.isHidden()))
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)
            column.addWidget(details)
        column.addStretch(1)
        self._area.setWidget(inner)
        # the card behind it shows
        inner.setAutoFillBackground(False)
