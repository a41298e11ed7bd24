"""Message across a page: what happened, what is safe, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.widgets.accessibility.screen_reader import announce_alert
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.style.look import paint_rounded, tokens_of
from desktop_app.widgets.style.state_mark import TONE_SHAPES, Shape, StateMark
from desktop_app.widgets.style.tokens import GAP_CARD, RADIUS_ROW, Ink, TextRole, Tone
from desktop_app.words.digits import filled
from desktop_app.words.history import UNDO, UNDO_KEYS


class MessageBand(QFrame):
    """Coloured message with title, detail and up to two buttons."""

    action_requested = Signal()
    second_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.NEUTRAL
        self._mark = StateMark(side=18)
        self._title = TextLabel(role=TextRole.STRONG, wrap=True)
        self._detail = TextLabel(role=TextRole.SECOND, wrap=True)
        self._action = Button(compact=True)
        self._action.setMinimumWidth(104)
        self._action.clicked.connect(self.action_requested)
        self._second = Button(compact=True)
        self._second.clicked.connect(self.second_requested)
        for button in (self._action, self._second):
            button.hide()
        self._inline = self._folded = False
        self._text = text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(self._title)
        text.addWidget(self._detail)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP_CARD, 8, 16, 8)
        layout.setSpacing(GAP_CARD + 2)
        # beside a button that is taller than what is said the first line stands lower, and its mark with it
        said = QHBoxLayout()
        said.setSpacing(GAP_CARD + 2)
        said.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        said.addLayout(text, 1)
        layout.addLayout(said, 1)
        layout.setAlignment(said, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._action, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._second, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._mark.setContentsMargins(0, 2, 0, 0)
        self.setVisible(False)

    def set_inline(self, inline: bool) -> None:
        """Show the detail on the line of the title if both fit."""
        self._inline = inline
        for label in (self._title, self._detail):
            # the one line must not keep a window from a width at which it takes two
            label.setMinimumWidth(1 if inline else 0)
        self._arrange()

    def set_folded(self, folded: bool) -> None:
        """Keep to one line: cut the detail with «…» and show all of it in the tooltip."""
        self._folded = folded
        self._detail.set_elide(folded)
        edge = 3 if folded else 8
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(GAP_CARD, edge, 16, edge)
        self._arrange()

    def show_message(
        self,
        title: str,
        detail: str = "",
        tone: Tone = Tone.NEUTRAL,
        action: str = "",
        shape: Shape | None = None,
        second: str = "",
    ) -> None:
        """Show a message and announce it to screen readers."""
        self._tone = tone
        self._mark.show_mark(shape or TONE_SHAPES[tone], tone)
        self._title.setText(title)
        self._title.set_ink(tone if tone != Tone.NEUTRAL else Ink.TEXT)
        self._title.setVisible(bool(title))
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        for button, verb in ((self._action, action), (self._second, second)):
            button.setText(verb)
            button.set_hint(UNDO_KEYS if verb == UNDO else "")
            button.set_tone(tone if tone != Tone.NEUTRAL else None)
            button.setVisible(bool(verb))
        self.setAccessibleName(" ".join(filled(title, detail)))
        self.setVisible(True)
        self._arrange()
        self.update()
        announce_alert(self)

    def clear(self) -> None:
        """Hide the message."""
        self.setVisible(False)

    def title(self) -> str:
        """The title."""
        return self._title.text()

    def detail(self) -> str:
        """The text below the title."""
        return self._detail.text()

    def tone(self) -> Tone:
        """The tone of the message."""
        return self._tone

    def action_button(self) -> Button:
        """The first button, for a shortcut or as default."""
        return self._action

    def second_button(self) -> Button:
        """The second button."""
        return self._second

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use one line if there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if not self._inline:
            return
        need = sum(label.fontMetrics().horizontalAdvance(label.text()) + 4 for label in (self._title, self._detail))
        room = self.width() - 2 * GAP_CARD - 60 - (0 if self._action.isHidden() else self._action.sizeHint().width())
        beside = self._folded or need + GAP_CARD <= room
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._title.setWordWrap(not beside)
        self._detail.setWordWrap(not beside)
        self._text.setDirection(way)
        self._text.setSpacing(GAP_CARD if beside else 0)
        self._text.setStretch(1, 1 if beside else 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the background in the tone; in high contrast, a line."""
        tokens = tokens_of(self)
        edge = tokens.outline(tokens.ink(self._tone))
        paint_rounded(QPainter(self), QRectF(self.rect()), RADIUS_ROW, tokens.soft(self._tone), edge)
