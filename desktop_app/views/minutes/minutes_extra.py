"""A part of the paper that is no agenda item: a bar while it is folded, heading and contents when open."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.views.minutes.minutes_block import FoldBar
from desktop_app.views.minutes.minutes_signals import MinutesSignals
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.lists.state_mark import Shape
from desktop_app.widgets.style.tokens import GAP, TextRole, Tone


class ExtraBlock(QWidget):
    """The frame of the closing part and of the signers."""

    def __init__(self, signals: MinutesSignals, key: int, title: str, content: QWidget) -> None:
        super().__init__()
        self._title_text = title
        self._content = content
        self.bar = FoldBar()
        self.bar.setObjectName(f"blockBar{key}")
        self.bar.clicked.connect(lambda: signals.chosen.emit(key, 0))
        self._title = TextLabel(text=title, role=TextRole.EDITOR_HEADING)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.bar)
        column.addWidget(self._title)
        column.addWidget(content)
        self.set_open(False)

    def show_note(self, note: str, *, done: bool) -> None:
        """What the bar says of its contents."""
        mark = (Shape.DISC_CHECK, Tone.DONE) if done else (Shape.PLAIN_RING, Tone.NEUTRAL)
        self.bar.show_bar(self._title_text, note, mark)

    def set_open(self, open_: bool) -> None:
        """Unfold or fold it."""
        self._title.setVisible(open_)
        self._content.setVisible(open_)
        # last, so that a bar that hides with the keyboard hands it to what it has opened
        self.bar.setVisible(not open_)
