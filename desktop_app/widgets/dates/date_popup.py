"""Calendar popup of a date field: a Jalali month as a table, its holidays, and four quick buttons.

Saturday is at the right; arrows walk the days and each cell is heard.
"""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.calendar.jalali import add_months
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.date_source import DateSource, MonthDay, MonthSheet, no_calendar, within
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.look import paint_rounded, ring, round_window, screen_room, sheet, tokens_of
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, Ink, TextRole, Tone
from desktop_app.words import widgets as words

Index = QModelIndex | QPersistentModelIndex
DAYS, WEEKS = 7, 6
DAY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
FRIDAY_COLUMN = 6
_NOWHERE = QModelIndex()


def column_of(day: date) -> int:
    """Return the column of a weekday; Saturday is the first."""
    return (day.weekday() + 2) % DAYS


class MonthModel(QAbstractTableModel):
    """Table model of one month: six weeks of cells."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = MonthSheet("", ())

    def show_month(self, sheet: MonthSheet) -> None:
        """Show another month."""
        self.beginResetModel()
        self._sheet = sheet
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return 6, as six weeks hold every month."""
        return 0 if parent.isValid() else WEEKS

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return 7."""
        return 0 if parent.isValid() else DAYS

    def cell(self, index: Index) -> MonthDay | None:
        """Return the day of a cell, or None before the first and after the last."""
        if not index.isValid() or not self._sheet.days:
            return None
        place = index.row() * DAYS + index.column() - column_of(self._sheet.days[0].day)
        return self._sheet.days[place] if 0 <= place < len(self._sheet.days) else None

    def index_of(self, day: date) -> QModelIndex:
        """Return the index of a day, invalid if it lies in another month."""
        days = self._sheet.days
        if not days or not days[0].day <= day <= days[-1].day:
            return QModelIndex()
        row, column = divmod((day - days[0].day).days + column_of(days[0].day), DAYS)
        return self.index(row, column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the number, the spoken text or the reason why a day is closed."""
        cell = self.cell(index)
        if cell is None:
            return None
        return {
            int(Qt.ItemDataRole.DisplayRole): cell.number,
            int(Qt.ItemDataRole.AccessibleTextRole): cell.spoken,
            int(Qt.ItemDataRole.ToolTipRole): cell.closed or None,
            DAY_ROLE: cell,
        }.get(int(role))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Make empty cells unselectable."""
        if self.cell(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _DayPainter(QStyledItemDelegate):
    """Delegate for a day: weekends sunken, holidays red with a dot, the selected day filled."""

    def __init__(self, grid: MonthGrid) -> None:
        super().__init__(grid)
        self._grid = grid

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return a size that grows with the text size."""
        tokens = tokens_of(self._grid)
        return QSize(tokens.px(40), tokens.px(36))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one day."""
        cell = index.data(DAY_ROLE)
        if not isinstance(cell, MonthDay):
            return
        tokens = tokens_of(self._grid)
        box = QRectF(option.rect).adjusted(2, 1.5, -2, -1.5)
        chosen = cell.day == self._grid.day()
        ink = tokens.colour("on_accent") if chosen else self._ink(cell, index.column())
        self._paint_ground(painter, box, cell, ink)
        if chosen and self._grid.hasFocus():
            ring(painter, box.adjusted(2, 2, -2, -2), 5, tokens.colour("on_accent"), 1.2)
        elif cell.day == self._grid.today():
            ring(painter, box, 7, tokens.colour("accent"), 1.2)
        painter.save()
        painter.setPen(ink)
        painter.setFont(self._grid.font())
        lift = -2.5 if cell.holiday else -0.5
        painter.drawText(box.translated(0, lift), int(Qt.AlignmentFlag.AlignCenter), cell.number)
        painter.restore()
        if cell.holiday:
            paint_rounded(painter, QRectF(box.center().x() - 2, box.bottom() - 6.5, 4, 4), 2, ink)

    def _ink(self, cell: MonthDay, column: int) -> QColor:
        tokens = tokens_of(self._grid)
        if column == FRIDAY_COLUMN or cell.holiday:
            return tokens.ink(Tone.DANGER)
        return tokens.colour("second" if cell.weekend else "text")

    def _paint_ground(self, painter: QPainter, box: QRectF, cell: MonthDay, ink: QColor) -> None:
        tokens = tokens_of(self._grid)
        if cell.day == self._grid.day():
            paint_rounded(painter, box, 7, tokens.colour("accent"))
        elif cell.holiday:
            paint_rounded(painter, box, 7, tokens.soft(Tone.DANGER), tokens.outline(ink))
        elif cell.weekend:
            paint_rounded(painter, box, 7, tokens.colour("sunken"))


class MonthGrid(QTableView):
    """A month to move through by keyboard; `picked` is emitted on a choice, `walked` on a move."""

    picked = Signal(object)
    walked = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = no_calendar()
        self._day = self._source.today()
        self._model = MonthModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_DayPainter(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setAccessibleName(words.MONTH_GRID)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setVisible(False)
            header.setMinimumSectionSize(10)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.clicked.connect(self._click)

    def set_source(self, source: DateSource) -> None:
        """Set the calendar."""
        self._source = source
        self.show_day(source.today())

    def day(self) -> date:
        """The current day."""
        return self._day

    def today(self) -> date:
        """Today, from the clock."""
        return self._source.today()

    def sheet(self) -> MonthSheet:
        """The month that is shown."""
        return self._source.month(self._day)

    def show_day(self, day: date) -> None:
        """Show the month of a day and make the day current."""
        self._day = within(day)
        tokens = tokens_of(self)
        self._model.show_month(self.sheet())
        for column in range(DAYS):
            self.setColumnWidth(column, tokens.px(40))
        for row in range(WEEKS):
            self.setRowHeight(row, tokens.px(36))
        self.setFixedSize(tokens.px(40) * DAYS, tokens.px(36) * self._weeks())
        self.setCurrentIndex(self._model.index_of(self._day))
        self.viewport().update()
        self.walked.emit(self._day)

    def turn(self, months: int) -> None:
        """Go to the corresponding day of another month."""
        self.show_day(add_months(self._day, months))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move by day or week, PageUp/PageDown by month, Home/End to its ends; Enter picks, Esc leaves."""
        days = self.sheet().days
        key = event.key()
        steps = {Qt.Key.Key_Left: 1, Qt.Key.Key_Right: -1, Qt.Key.Key_Down: 7, Qt.Key.Key_Up: -7}
        months = 12 if event.modifiers() & Qt.KeyboardModifier.ControlModifier else 1
        if key in steps:
            self.show_day(self._day + timedelta(days=steps[Qt.Key(key)]))
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.turn(months if key == Qt.Key.Key_PageDown else -months)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and days:
            self.show_day(days[0 if key == Qt.Key.Key_Home else -1].day)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit(self._day)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            event.ignore()

    def _weeks(self) -> int:
        days = self.sheet().days
        return max(5, (len(days) + column_of(days[0].day) + DAYS - 1) // DAYS) if days else WEEKS

    def _click(self, index: QModelIndex) -> None:
        cell = self._model.cell(index)
        if cell is not None:
            self._day = cell.day
            self.picked.emit(cell.day)


class DatePopup(QFrame):
    """Popup window with a calendar, closed by a click outside; `picked` carries the day."""

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
        """Set the calendar."""
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
        """The table of the month."""
        return self._grid

    def quick_buttons(self) -> list[Button]:
        """The buttons below the month."""
        return list(self._buttons)

    def open_at(self, field: QWidget, day: date) -> None:
        """Open below a field, right edges aligned, or above it at the bottom of the screen."""
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
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Round the corners for the new size."""
        super().resizeEvent(event)
        round_window(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the background."""
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
