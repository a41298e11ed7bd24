"""Time field: reads 10:5, 10.05, 1005 and 930, and writes one form with Persian digits."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop_app.domain.calendar.written_dates import read_time
from desktop_app.domain.errors import RuleBroken
from desktop_app.domain.text.digits import persian_digits
from desktop_app.widgets.fields.line_field import TextLine
from desktop_app.widgets.style.look import set_role, tokens_of
from desktop_app.widgets.style.tokens import TextRole, Tone
from desktop_app.words import refusals


class TimeEdit(TextLine):
    """Time field; empty is allowed, invalid text stays with an error. `time` is HH:MM in Latin digits."""

    time_changed = Signal(object)
    noticed = Signal(str, str)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        read: Callable[[str], str] = read_time,
        refusal: Callable[[RuleBroken], str] = refusals.sentence,
        now: Callable[[], str] | None = None,
    ) -> None:
        super().__init__(parent)
        self._read, self._refusal, self._now = read, refusal, now
        self._time: str | None = None
        self._problem = ""
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        self.textEdited.connect(self._typed)
        self.returnPressed.connect(self.finish)
        set_role(self, TextRole.BODY)

    def set_now(self, now: Callable[[], str]) -> None:
        """Set the clock (returns HH:MM) for the key t."""
        self._now = now

    def time(self) -> str | None:
        """HH:MM, or None when empty or not a time."""
        return self._time

    def has_error(self) -> bool:
        """Whether the text is not a valid time."""
        return bool(self._problem)

    def set_time(self, time: str | None) -> None:
        """Set the time from code; emits no signal."""
        self._time, self._problem = time, ""
        self.setText(persian_digits(time) if time else "")
        self._show()

    def finish(self) -> None:
        """Finish the input: format a valid time, show an error for an invalid one."""
        if self._time is not None:
            self.setText(persian_digits(self._time))
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter the current time on t, if the field is empty or holds a time."""
        if event.text().lower() == "t" and self._now is not None and (self._time or not self.text().strip()):
            self.setText(persian_digits(self._now()))
            self._typed(self.text())
            self.finish()
        else:
            super().keyPressEvent(_in_persian(event))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Finish the input."""
        super().focusOutEvent(event)
        self.finish()

    def changeEvent(self, event: QEvent) -> None:
        """Apply the new look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            set_role(self, TextRole.BODY)

    def sizeHint(self) -> QSize:
        """Return room for five characters."""
        return QSize(tokens_of(self).px(96), super().sizeHint().height())

    def _typed(self, text: str) -> None:
        self._turn_digits(text)
        before = self._time
        self._time, self._problem = None, ""
        if text.strip():
            try:
                self._time = self._read(text)
            except RuleBroken as problem:
                self._problem = self._refusal(problem)
        if not self._problem:
            self._show()
        if self._time != before:
            self.time_changed.emit(self._time)

    def _turn_digits(self, text: str) -> None:
        """Make pasted digits Persian in a way that can be undone."""
        if text != persian_digits(text):
            caret = self.cursorPosition()
            self.selectAll()
            self.insert(persian_digits(text))
            self.setCursorPosition(caret)

    def _show(self) -> None:
        self.noticed.emit(self._problem, (Tone.DANGER if self._problem else Tone.NEUTRAL).value)


def _in_persian(event: QKeyEvent) -> QKeyEvent:
    """Return a digit key event with its Persian digit."""
    text = persian_digits(event.text())
    if text == event.text():
        return event
    return QKeyEvent(event.type(), event.key(), event.modifiers(), text, event.isAutoRepeat(), event.count())
