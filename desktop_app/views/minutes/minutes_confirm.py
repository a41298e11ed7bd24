"""The line of an agenda item that confirms the minutes of the meeting before."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.calendar.jalali import format_words
from desktop_app.domain.read_models.sheets import MinutesSheet
from desktop_app.domain.rules.minutes import FOR_PEN
from desktop_app.text.minutes import minutes_confirming as words
from desktop_app.views.minutes.minutes_signals import MinutesSignals
from desktop_app.views.state_format import minutes_content
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.lists.state_mark import Shape, StateMark
from desktop_app.widgets.style.tokens import GAP, Tone


class ConfirmLine(QWidget):
    """Which minutes are meant, whether they are confirmed, and the button that does it."""

    def __init__(self, signals: MinutesSignals, item_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = StateMark(side=16)
        self._text = TextLabel(wrap=True)
        self.button = Button(text=words.CONFIRM, icon="check-check", compact=True)
        self.button.setAccessibleName(words.CONFIRM)
        self.button.setObjectName(f"confirm{item_id}")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._text, 1)
        line.addWidget(self.button)
        self.button.clicked.connect(lambda: signals.confirm_requested.emit(item_id))

    def show_sheet(self, sheet: MinutesSheet) -> None:
        """Show how the earlier minutes stand."""
        earlier = sheet.earlier
        if earlier is None:
            self._text.setText(words.NOTHING_EARLIER)
            self._mark.show_mark(Shape.PLAIN_RING, Tone.NEUTRAL)
            self.button.hide()
            return
        day = format_words(earlier.meeting_day)
        if earlier.confirmed:
            self._text.setText(words.is_confirmed(earlier.meeting_number, day))
            self._mark.show_mark(Shape.DISC_CHECK, Tone.DONE)
        else:
            content = minutes_content(earlier.state, lacks_scan=earlier.lacks_scan)
            self._text.setText(words.waits(earlier.meeting_number, day, content.word))
            self._mark.show_mark(Shape.PLAIN_RING, Tone.NEUTRAL)
        self.button.setVisible(sheet.editable and not earlier.confirmed and earlier.state in FOR_PEN)
