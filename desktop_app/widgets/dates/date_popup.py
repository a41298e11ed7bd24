"""The calendar that opens at a date field: a month, its holidays in words, and four quick buttons."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.text.shared import widgets as words
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.date_source import DateSource
from desktop_app.widgets.dates.month_grid import MonthGrid
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.look import round_window, sheet, tokens_of
from desktop_app.widgets.style.screen_room import screen_room
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, Ink, TextRole, Tone


class DatePopup(QFrame):
    """A popup of the window system, so that a click elsewhere closes it; `picked` carries the day."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAccessibleName(words.OPEN_CALENDAR)
        self._source: DateSource | None = None
        self._title = TextLabel(role=TextRole.SECTION)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._grid = MonthGrid()
        self._holidays = TextLabel(role=TextRole.NOTE, ink=Tone.DANGER, wrap=True)
        self._quick = QHBoxLayout()
        self._quick.setSpacing(GAP - 2)
        self._quick.addStretch(1)
        self._buttons: list[Button] = []
        self._grid.walked.connect(self._walked)
        self._grid.picked.connect(self._pick)
        self._grid.left.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(15, 11, 15, GAP_CARD + 2)
        layout.setSpacing(GAP)
        layout.addLayout(self._header())
        layout.addLayout(self._weekdays())
        layout.addWidget(self._grid, 0, Qt.AlignmentFlag.AlignHCenter)
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        layout.addWidget(line)
        layout.addWidget(self._holidays)
        layout.addLayout(self._quick)

    def set_source(self, source: DateSource) -> None:
        """Use another calendar."""
        self._source = source
        self._grid.set_source(source)
        for old in self._buttons:
            self._quick.removeWidget(old)
            old.deleteLater()
        self._buttons = []
        for text in source.quick:
            button = Button(text=text, compact=True)
            button.clicked.connect(lambda _on=False, text=text: self._take(text))
            self._buttons.append(button)
            self._quick.insertWidget(self._quick.count() - 1, button)

    def grid(self) -> MonthGrid:
        """The month."""
        return self._grid

    def quick_buttons(self) -> list[Button]:
        """The buttons below the month."""
        return list(self._buttons)

    def open_at(self, field: QWidget, day: date) -> None:
        """Open below a field with its right edge on the field's, or above it where the screen ends."""
        self._grid.show_day(day)
        self.adjustSize()
        corner = field.mapToGlobal(QPoint(field.width(), field.height() + 4))
        at = corner - QPoint(self.width(), 0)
        screen = screen_room(field)
        if at.y() + self.height() > screen.bottom():
            at.setY(field.mapToGlobal(QPoint(0, -4)).y() - self.height())
        at.setX(max(screen.left(), min(at.x(), screen.right() - self.width())))
        at.setY(max(screen.top(), at.y()))
        self.move(at)
        self.show()
        self._grid.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes from anywhere inside."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Its corners go with its size."""
        super().resizeEvent(event)
        round_window(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A card that floats."""
        sheet(QPainter(self), self.rect(), tokens_of(self))

    def _header(self) -> QHBoxLayout:
        earlier = Button(kind=ButtonKind.QUIET, icon="chevron-right", name=words.EARLIER_MONTH, compact=True)
        later = Button(kind=ButtonKind.QUIET, icon="chevron-left", name=words.LATER_MONTH, compact=True)
        earlier.clicked.connect(lambda: self._grid.turn(-1))
        later.clicked.connect(lambda: self._grid.turn(1))
        header = QHBoxLayout()
        header.addWidget(earlier)
        header.addWidget(self._title, 1)
        header.addWidget(later)
        return header

    def _weekdays(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addStretch(1)
        for place, letter in enumerate(words.WEEKDAY_LETTERS):
            friday = place == len(words.WEEKDAY_LETTERS) - 1
            label = TextLabel(text=letter, role=TextRole.HEAD, ink=Tone.DANGER if friday else Ink.SECOND)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setFixedWidth(tokens_of(self).px(40))
            row.addWidget(label)
        row.addStretch(1)
        return row

    def _walked(self) -> None:
        sheet = self._grid.sheet()
        self._title.setText(sheet.title)
        self._holidays.setText("\n".join(sheet.holidays))
        self._holidays.setVisible(bool(sheet.holidays))
        if self.isVisible():
            self.adjustSize()

    def _take(self, text: str) -> None:
        day = self._source.parse(text).day if self._source is not None else None
        if day is not None:
            self._pick(day)

    def _pick(self, day: date) -> None:
        self.close()
        self.picked.emit(day)
