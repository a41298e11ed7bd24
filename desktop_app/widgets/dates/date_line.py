"""The line of a date field: what is typed, its weekday at the left, and the calendar's button."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop_app.text.shared import widgets as words
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.fields.line_field import set_base_direction
from desktop_app.widgets.fields.text_line import TextLine
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.tokens import TextRole

BUTTON_SIDE: Final = 30


class DateLine(TextLine):
    """The line itself, with the weekday and the calendar's button inside its left end."""

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
        """Write the weekday at the left."""
        self._weekday = weekday
        self._place()
        self.update()

    def weekday(self) -> str:
        """The weekday that shows."""
        return self._weekday

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The field's own keys first."""
        if not self._take_key(event):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving ends the typing; opening the calendar does not."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._finish()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the left end."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, then the weekday."""
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
