"""Cards: the white sheets that a page is laid out on."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.style.look import rounded, tokens_of
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, GAP_INSIDE, RADIUS_CARD, Ink, TextRole


class CardFrame(QFrame):
    """A white sheet with a hairline; whoever uses it lays out the inside (the content of cards made in Designer)."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), RADIUS_CARD, tokens.colour("surface"), tokens.colour("hairline"))


class Card(CardFrame):
    """A sheet with a title, one quiet line at the left of it, and a body."""

    def __init__(self, parent: QWidget | None = None, *, title: str = "", note: str = "") -> None:
        super().__init__(parent)
        self._title = TextLabel(text=title, role=TextRole.SECTION)
        self._note = TextLabel(text=note, role=TextRole.NOTE, ink=Ink.QUIET)
        self._header = QHBoxLayout()
        self._header.setSpacing(GAP_CARD)
        self._header.addWidget(self._title)
        self._header.addWidget(self._note)
        self._header.addStretch(1)
        self.body = QVBoxLayout()
        """Where the contents go."""
        self.body.setSpacing(GAP)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(GAP_INSIDE, 10, GAP_INSIDE, GAP_CARD + 2)
        outer.setSpacing(GAP)
        outer.addLayout(self._header)
        outer.addLayout(self.body, 1)
        self.set_title(title)
        self.set_note(note)

    def set_title(self, title: str) -> None:
        """Name the card."""
        self._title.setText(title)
        self._title.setVisible(bool(title))

    def set_note(self, note: str) -> None:
        """One quiet line beside the title."""
        self._note.setText(note)
        self._note.setVisible(bool(note))
