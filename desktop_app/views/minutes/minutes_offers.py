"""The amber box beneath a closed day: what to take instead, or that it is kept, one press each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.rules.deadlines import Deadline
from desktop_app.text.minutes import minutes_deadlines as words
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.shell.flow_layout import FlowLayout
from desktop_app.widgets.style.look import rounded, tokens_of
from desktop_app.widgets.style.tokens import RADIUS_ROW, TextRole, Tone


class OfferBox(QFrame):
    """Hidden while there is nothing to offer."""

    taken = Signal(object)
    kept = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("deadlineOffers")
        self._buttons: list[Button] = []
        self._line = QWidget()
        self._flow = FlowLayout(self._line, gap=8)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._line.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(6)
        column.addWidget(TextLabel(text=words.CLOSED_OFFER, role=TextRole.LABEL, ink=Tone.WARNING, wrap=True))
        column.addWidget(self._line)
        self.hide()

    def buttons(self) -> list[Button]:
        """The offers from the right."""
        return list(self._buttons)

    def show_offers(self, offers: Sequence[tuple[str, Deadline]], same: str = "") -> None:
        """Offer these, and to keep the ``same`` day; nothing hides the box."""
        for old in self._buttons:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = []
        for text, deadline in offers:
            self._add(text).clicked.connect(lambda _on=False, deadline=deadline: self.taken.emit(deadline))
        if offers and same:
            self._add(same).clicked.connect(lambda _on=False: self.kept.emit())
        self.setVisible(bool(offers))

    def _add(self, text: str) -> Button:
        button = Button(text=text, compact=True)
        button.set_tone(Tone.WARNING)
        self._flow.addWidget(button)
        self._buttons.append(button)
        return button

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The soft ground of a warning."""
        tokens = tokens_of(self)
        edge = tokens.outline(tokens.ink(Tone.WARNING))
        rounded(QPainter(self), QRectF(self.rect()), RADIUS_ROW, tokens.soft(Tone.WARNING), edge)
