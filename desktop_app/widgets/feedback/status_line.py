"""The line at the foot of the window: what is saved at the right, then the newest backup, and today at the left."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop_app.widgets.accessibility.hearing import tell_new_name
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.lists.state_mark import TONE_SHAPES, StateMark
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.tokens import GAP, GAP_SECTION, HEIGHT_STATUS, ICON_NOTE, Ink, TextRole, Tone


class StatusLine(QFrame):
    """The saved state is heard as well as seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = StateMark(side=ICON_NOTE)
        self._text = TextLabel(role=TextRole.NOTE, ink=Ink.SECOND, elide=True)
        self._backup = TextLabel(role=TextRole.NOTE, ink=Ink.SECOND)
        self._today = TextLabel(role=TextRole.NOTE, ink=Ink.SECOND, end=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP_SECTION, 1, GAP_SECTION, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self._mark)
        layout.addWidget(self._text, 1)
        layout.addSpacing(GAP_SECTION)
        layout.addWidget(self._backup)
        layout.addSpacing(GAP_SECTION)
        layout.addWidget(self._today)
        self._measure()

    def set_saved(self, text: str, tone: Tone = Tone.DONE) -> None:
        """The standing sentence."""
        self._mark.show_mark(TONE_SHAPES[tone], tone)
        self._mark.setVisible(bool(text))
        self._text.setText(text)
        self.setAccessibleName(text)
        tell_new_name(self)

    def set_backup(self, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        """The age of the newest backup; empty where nobody makes any."""
        self._backup.setText(text)
        self._backup.set_ink(Ink.SECOND if tone is Tone.NEUTRAL else tone)

    def set_today(self, text: str) -> None:
        """Today, and in a meeting the clock."""
        self._today.setText(text)

    def text(self) -> str:
        """What shows at the right."""
        return self._text.text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The side's ground under a hairline."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.colour("side"))
        painter.fillRect(0, 0, self.width(), 1, tokens.colour("hairline"))

    def _measure(self) -> None:
        self.setFixedHeight(tokens_of(self).px(HEIGHT_STATUS))
