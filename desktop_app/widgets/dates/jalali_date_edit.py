"""Date field with a line below that shows how the typed text was read; text is never changed silently.

F4 and Alt+Down open the calendar, + and - step a written date by a day, t is today. The weekday and the calendar's
button are at the left.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from operator import attrgetter
from typing import Final

from PySide6.QtCore import Property, QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.notice import NoticeLine
from desktop_app.widgets.dates.date_popup import DatePopup
from desktop_app.widgets.dates.date_source import DateReading, DateSource, no_calendar, within
from desktop_app.widgets.fields.line_field import TextLine, set_base_direction
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.look import set_role, tokens_of
from desktop_app.widgets.style.tokens import GAP_TIGHT, TextRole, Tone
from desktop_app.words import widgets as words

_WRITTEN: Final = re.compile(r"\s*\d{4}/\d{2}/\d{2}\s*")


def opens_calendar(event: QKeyEvent) -> bool:
    """Whether the key opens the calendar."""
    alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
    return event.key() == Qt.Key.Key_F4 or bool(alt_down)


def day_for_letter(letter: str, text: str, day: date | None, today: Callable[[], date]) -> date | None:
    """Return the day that a shortcut letter means in a field with this text; None if the letter is plain text."""
    whole = day if _WRITTEN.fullmatch(text) else None
    if letter in ("+", "-") and whole is not None:
        return within(whole + timedelta(days=1 if letter == "+" else -1))
    if letter == "t" and (whole is not None or not text.strip()):
        return today()
    return None


BUTTON_SIDE: Final = 30


class DateLine(TextLine):
    """The line edit of a date field, with the weekday and the calendar button at its left end."""

    def __init__(
        self,
        parent: QWidget,
        *,
        take_key: Callable[[QKeyEvent], bool],
        open_popup: Callable[[], None],
        finish: Callable[[], None],
    ) -> None:
        super().__init__(parent)
        self._take_key = take_key
        self._finish = finish
        self._weekday = ""
        set_base_direction(self, right_to_left=True)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        self._button = Button(self, kind=ButtonKind.QUIET, icon="calendar-days", name=words.OPEN_CALENDAR, compact=True)
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._button.clicked.connect(open_popup)

    def show_weekday(self, weekday: str) -> None:
        """Show the weekday at the left."""
        self._weekday = weekday
        self._place()
        self.update()

    def weekday(self) -> str:
        """The weekday that is shown."""
        return self._weekday

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the date keys first."""
        if not self._take_key(event):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Finish the input, except when the calendar opens."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._finish()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the left end."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, then the weekday."""
        super().paintEvent(event)
        if self._weekday:
            tokens = tokens_of(self)
            painter = QPainter(self)
            painter.setFont(tokens.font(TextRole.SECOND))
            painter.setPen(tokens.colour("quiet"))
            left = self._button.geometry().right() + 4
            at = QRectF(left, 0, self.width() - left, self.height() - 1)
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(at, int(flags), self._weekday)

    def _place(self) -> None:
        side = tokens_of(self).px(BUTTON_SIDE)
        self._button.setGeometry(4, (self.height() - side) // 2, side, side)
        width = self.fontMetrics().horizontalAdvance(self._weekday) + 8 if self._weekday else 0
        self.setTextMargins(side + width, 0, 0, 0)


_FULL: Final = 8
"""Digits of a whole date: from here on a refusal need not wait for the end of typing."""


class JalaliDateEdit(QWidget):
    """Date field: line, weekday, calendar, and the reading below. Empty is allowed; invalid text stays.

    `day_changed` tells each new valid day (or None for an emptied or invalid field).
    """

    day_changed = Signal(object)
    finished = Signal()

    def __init__(self, parent: QWidget | None = None, *, source: DateSource | None = None) -> None:
        super().__init__(parent)
        self._source = source or no_calendar()
        self.reading = DateReading(None)
        """What was understood."""
        self._hint = ""
        self._told: date | None = None
        self._told_whole = False
        """The line beneath told of what stands here as of a whole day, and nothing was typed since."""
        self._refused: tuple[date | None, str] | None = None
        self._line = DateLine(self, take_key=self.take_key, open_popup=self.open_popup, finish=self.finish)
        self._notice = NoticeLine(self)
        self.popup = DatePopup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP_TIGHT)
        layout.addWidget(self._line)
        layout.addWidget(self._notice)
        layout.addStretch(1)
        self.setFocusProxy(self._line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._line.setFont(tokens_of(self).font())
        self._line.textChanged.connect(self._typed)
        self._line.returnPressed.connect(self.finish)
        self.popup.picked.connect(self.pick)
        self.installEventFilter(self)
        self.popup.set_source(self._source)

    def set_source(self, source: DateSource) -> None:
        """Set the calendar and read the text again."""
        self._source = source
        self.popup.set_source(source)
        self._typed()

    def source(self) -> DateSource:
        """The calendar."""
        return self._source

    def day(self) -> date | None:
        """The day, or None when empty or invalid."""
        return self.reading.day

    def has_error(self) -> bool:
        """Whether the text is not a valid day."""
        return bool(self.reading.error)

    def text(self) -> str:
        """The text as typed."""
        return self._line.text()

    def set_day(self, day: date | None) -> None:
        """Set the day from code; emits no signal."""
        self._told, self._refused = day, None
        self._line.setText(self._source.write(day) if day is not None else "")
        self._show(final=True)

    def set_text(self, text: str) -> None:
        """Set the text as if typed and finished."""
        self._line.setText(text)
        self.finish()

    def set_hint(self, hint: str) -> None:
        """Set the hint below an empty field."""
        self._hint = hint
        self._show(final=False)

    def refuse(self, text: str) -> None:
        """Show why this day was refused, until another day is entered; "" clears it."""
        self._refused = (self.reading.day, text) if text else None
        self._show(final=True)

    def refusal(self) -> str:
        """The reason why the day was refused, or ""."""
        return self._refused[1] if self._refused is not None else ""

    def restore_notice(self) -> None:
        """Show the reading again after a notice of the form has ended."""
        self._show(final=True)

    def pick(self, day: date) -> None:
        """Set a day as the calendar does."""
        self._line.setText(self._source.write(day))
        self.finish()
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)

    def line(self) -> DateLine:
        """The line edit."""
        return self._line

    def notice_line(self) -> NoticeLine:
        """The line below."""
        return self._notice

    def open_popup(self) -> None:
        """Open the calendar at the field's day, or at today."""
        self.popup.open_at(self._line, self.reading.day or self._source.today())

    def finish(self) -> None:
        """Finish the input: format a valid day; show an error for an invalid one and keep its text."""
        if self.reading.day is not None:
            self._line.setText(self._source.write(self.reading.day))
        # what a form says of the day stays beneath it, however often the field is left
        if not self._told_whole:
            self._show(final=True)
        self.finished.emit()

    def take_key(self, event: QKeyEvent) -> bool:
        """Handle the date keys: calendar, next and previous day, today."""
        if opens_calendar(event):
            self.open_popup()
            return True
        asked = day_for_letter(event.text().lower(), self.text(), self.reading.day, self._source.today)
        if asked is not None:
            self.pick(asked)
        return asked is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass a notice of the form on to the line edit, which draws it."""
        if watched is self and event.type() == QEvent.Type.DynamicPropertyChange:
            self._line.setProperty("tone", self.property("tone"))
            self._line.update()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Apply the new look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            set_role(self._line, TextRole.BODY)

    def sizeHint(self) -> QSize:
        """Return room for a date, a weekday and the button."""
        return QSize(tokens_of(self).px(240), super().sizeHint().height())

    def setAccessibleName(self, name: str) -> None:
        """Set the name on the line edit, which has the focus."""
        super().setAccessibleName(name)
        self._line.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        """Set the description on the line edit."""
        super().setAccessibleDescription(description)
        self._line.setAccessibleDescription(description)

    hint_text = Property(str, attrgetter("_hint"), set_hint)

    def _typed(self) -> None:
        text, self._told_whole = self._line.text().strip(), False
        self.reading = self._source.parse(text) if text else DateReading(None)
        self._show(final=False)
        if self.reading.day != self._told:
            self._told = self.reading.day
            self.day_changed.emit(self._told)

    def _show(self, *, final: bool) -> None:
        reading, self._told_whole = self.reading, final or self._told_whole
        whole = sum(letter.isdigit() for letter in self.text()) >= _FULL
        self._line.show_weekday(reading.weekday)
        if self._refused is not None and self._refused[0] != reading.day:
            self._refused = None
        if self._refused is not None:
            text, tone = self._refused[1], Tone.DANGER
        else:
            due = final or whole or self._notice.tone() == Tone.DANGER
            text, tone = _notice_of(reading, due=due) or (self._hint, Tone.NEUTRAL)
        self._notice.show_notice(text, tone)
        self.setProperty("tone", "" if tone == Tone.NEUTRAL else tone.value)
        self.setAccessibleDescription(text)


def _notice_of(reading: DateReading, *, due: bool) -> tuple[str, Tone] | None:
    """Return the notice for a reading; an error is not shown before it is ``due``."""
    if reading.day is not None:
        return reading.note, Tone.WARNING if reading.closed else Tone.DONE
    return (reading.error, Tone.DANGER) if reading.error and due else None
