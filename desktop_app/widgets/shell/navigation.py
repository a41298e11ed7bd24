"""The way around at the right edge: only the pages it is given, each with what waits and what is late.

One row of the navigation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.style.look import icons_of, ring, rounded, tokens_of
from desktop_app.widgets.style.state_mark import Shape, paint_mark
from desktop_app.widgets.style.tokens import (
    GAP,
    GAP_CARD,
    GAP_INSIDE,
    HEIGHT_CONTROL,
    ICON_BUTTON,
    ICON_NOTE,
    RADIUS_ROW,
    Ink,
    TextRole,
    Tokens,
    Tone,
)
from desktop_app.words import widgets as words
from desktop_app.words.digits import left_to_right

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


_RIGHT = int(
    Qt.AlignmentFlag.AlignRight
    | Qt.AlignmentFlag.AlignAbsolute
    | Qt.AlignmentFlag.AlignVCenter
    | Qt.TextFlag.TextForceRightToLeft
)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
EDGE = 14


class NavigationRow(QPushButton):
    """Icon, word, and at the far end what waits or what is late; folded to its icon it says its word in a tooltip."""

    walked = Signal(int)

    def __init__(self, parent: QWidget, label: str, icon: str, keys: str, *, show_keys: bool = False) -> None:
        super().__init__(parent)
        self._label, self._icon, self._keys = label, icon, keys
        self._waiting = self._late = 0
        self._show_keys, self._folded = show_keys, False
        self.setText(label)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_folded(False)
        self.set_count(0)

    def nextCheckState(self) -> None:
        """A press only asks: the page that shows is marked, and leaving may be refused."""

    def set_count(self, waiting: int, late: int = 0) -> None:
        """Late goes before waiting."""
        self._waiting, self._late = waiting, late
        self.setAccessibleName(words.navigation_row(self._label, waiting, late))
        self.update()

    def set_folded(self, folded: bool) -> None:
        """Only the icon, or icon and word."""
        self._folded = folded
        tip = words.with_keys(self._label, self._keys) if self._keys else self._label
        self.setToolTip(tip if folded else "")
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the column."""
        tokens = tokens_of(self)
        return QSize(tokens.px(40), tokens.px(HEIGHT_CONTROL))

    def minimumSizeHint(self) -> QSize:
        """The icon alone."""
        return QSize(tokens_of(self).px(36), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down walk, Enter and Space open."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.walked.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Soft ground and a bar at the right edge for the chosen one."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        box = QRectF(self.rect())
        chosen = self.isChecked()
        if chosen:
            rounded(painter, box.adjusted(0, 0, -4, 0), RADIUS_ROW, tokens.colour("selected"))
            bar = QRectF(self.width() - 3, 10, 3, self.height() - 20)
            rounded(painter, bar, 1.5, tokens.colour("accent"))
        elif self.underMouse():
            rounded(painter, box.adjusted(0, 0, -4, 0), RADIUS_ROW, tokens.hover())
        if self.hasFocus():
            ring(painter, box.adjusted(0, 0, -4, 0), RADIUS_ROW, tokens.colour("accent"))
        ink = tokens.colour("accent" if chosen else "second")
        icon = self._icon_box(tokens)
        icons_of(self).paint(painter, icon, self._icon, ink)
        if self._folded:
            self._paint_folded_count(painter, tokens, icon)
            return
        font = tokens.font(TextRole.BODY)
        font.setWeight(QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(tokens.colour("accent" if chosen else "text"))
        painter.drawText(QRectF(0, -1, icon.left() - 12, self.height()), _RIGHT, self._label)
        self._paint_count(painter, tokens)

    def _paint_count(self, painter: QPainter, tokens: Tokens) -> None:
        number = self._late or self._waiting
        at = QRectF(EDGE - 2, -1, self.width() / 2, self.height())
        if self._show_keys and not number:
            painter.setFont(tokens.font(TextRole.HINT))
            painter.setPen(tokens.colour("quiet"))
            painter.drawText(at, _LEFT, left_to_right(self._keys))
        if not number:
            return
        ink = tokens.ink(Tone.DANGER) if self._late else tokens.colour("second")
        font = tokens.font(TextRole.HEAD if self._late else TextRole.LABEL)
        text = words.number(number)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(at, _LEFT, text)
        if self._late:
            side = tokens.px(ICON_NOTE)
            left = at.left() + QFontMetrics(font).horizontalAdvance(text) + 6
            box = QRectF(left, (self.height() - side) / 2, side, side)
            paint_mark(painter, box, Shape.TRIANGLE, ink, tokens.colour("side"))

    def _icon_box(self, tokens: Tokens) -> QRectF:
        side = tokens.px(ICON_BUTTON)
        left = (self.width() - side) / 2 if self._folded else self.width() - side - EDGE
        return QRectF(left, (self.height() - side) / 2, side, side)

    def _paint_folded_count(self, painter: QPainter, tokens: Tokens, icon: QRectF) -> None:
        if self._late:
            side = tokens.px(12)
            box = QRectF(icon.left() - side * 0.7, icon.top() - side * 0.4, side, side)
            paint_mark(painter, box, Shape.TRIANGLE, tokens.ink(Tone.DANGER), tokens.colour("side"))
        elif self._waiting:
            rounded(painter, QRectF(icon.left() - 5, icon.top() - 3, 6, 6), 3, tokens.colour("quiet"))


OPEN_WIDTH, FOLDED_WIDTH, FOLD_BELOW = 224, 60, 1360


@dataclass(frozen=True, slots=True)
class NavigationPage:
    """One page: its key, its word, its icon, its group from the top, and its Latin shortcut."""

    key: str
    label: str
    icon: str
    group: int = 0
    shortcut: str = ""
    at_foot: bool = False
    hint: str = ""
    """Keys that somebody else answers to, and that are only shown here."""


class BrandMark(QWidget):
    """The sign of the program: a filled and an open shape, the two parties."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """It grows with the writing."""
        return QSize(tokens_of(self).px(36), tokens_of(self).px(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A square and a circle that touch."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        side = float(self.width())
        ink = tokens.colour("on_accent")
        rounded(painter, QRectF(self.rect()), side * 0.25, tokens.colour("accent"))
        rounded(painter, QRectF(side * 0.47, side * 0.22, side * 0.32, side * 0.32), side * 0.08, ink)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = painter.pen()
        pen.setColor(ink)
        pen.setWidthF(side * 0.065)
        painter.setPen(pen)
        painter.drawEllipse(QRectF(side * 0.22, side * 0.40, side * 0.38, side * 0.38))


class Navigation(QFrame):
    """Rows in groups, loaded with the pages; arrows walk them, Ctrl+number opens; narrow windows fold it to icons."""

    page_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, NavigationRow] = {}
        self._lines: list[QFrame] = []
        self._shortcuts: list[QAction] = []
        self._folded = False
        self.setAccessibleName(words.NAVIGATION)
        self._title = TextLabel(role=TextRole.STRONG, elide=True)
        self._subtitle = TextLabel(role=TextRole.NOTE, ink=Ink.SECOND, elide=True)
        self._list = QVBoxLayout()
        self._foot = QVBoxLayout()
        for column in (self._list, self._foot):
            column.setSpacing(2)
        self._lay_out()
        self.set_folded(False)

    def set_brand(self, title: str, subtitle: str) -> None:
        """Whose secretariat this is."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)

    def set_pages(self, pages: Sequence[NavigationPage]) -> None:
        """Show these pages and no others."""
        self._forget()
        group: int | None = None
        for page in pages:
            column = self._foot if page.at_foot else self._list
            if not page.at_foot and group is not None and page.group != group:
                self._add_line(column)
            if not page.at_foot:
                group = page.group
            elif not column.count():
                self._add_line(column)
            self._add_row(page, column)

    def set_current(self, key: str) -> None:
        """Mark the page that shows; silent."""
        if key not in self._rows:
            return
        for name, row in self._rows.items():
            row.setChecked(name == key)
            # Tab comes to the page that shows, not to the row that had the keyboard last
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name == key else Qt.FocusPolicy.ClickFocus)

    def current(self) -> str | None:
        """The page that is marked."""
        return next((key for key, row in self._rows.items() if row.isChecked()), None)

    def set_count(self, key: str, waiting: int, late: int = 0) -> None:
        """What waits (plain), or what is late (red with a triangle), at the end of a row."""
        if key in self._rows:
            self._rows[key].set_count(waiting, late)

    def rows(self) -> list[NavigationRow]:
        """The rows from the top."""
        return list(self._rows.values())

    def row(self, key: str) -> NavigationRow:
        """One row."""
        return self._rows[key]

    def is_folded(self) -> bool:
        """Whether only icons show."""
        return self._folded

    def set_folded(self, folded: bool) -> None:
        """Icons with tooltips, or icons with words."""
        self._folded = folded
        self.setFixedWidth(tokens_of(self).px(FOLDED_WIDTH if folded else OPEN_WIDTH))
        self._title.setVisible(not folded)
        self._subtitle.setVisible(not folded)
        for row in self._rows.values():
            row.set_folded(folded)

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the width of the window from now on."""
        super().showEvent(event)
        self.window().installEventFilter(self)
        self.set_folded(self.window().width() < FOLD_BELOW)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fold and unfold with the window."""
        if isinstance(event, QResizeEvent) and watched is self.window():
            narrow = self.window().width() < FOLD_BELOW
            if narrow != self._folded:
                self.set_folded(narrow)
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.set_folded(self._folded)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The side's ground with a hairline towards the page."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.colour("side"))
        painter.fillRect(0, 0, 1, self.height(), tokens.colour("hairline"))

    def walk(self, row: NavigationRow, step: int) -> None:
        """Move the keyboard to the next or the previous row."""
        rows = self.rows()
        rows[(rows.index(row) + step) % len(rows)].setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._subtitle)
        brand = QHBoxLayout()
        brand.setSpacing(GAP_CARD)
        brand.addWidget(BrandMark(), 0, Qt.AlignmentFlag.AlignVCenter)
        brand.addLayout(names, 1)
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(10, GAP_CARD, 12, GAP_INSIDE)
        layout.setSpacing(GAP)
        layout.addLayout(brand)
        layout.addSpacing(GAP)
        layout.addLayout(self._list)
        layout.addStretch(1)
        layout.addLayout(self._foot)

    def _forget(self) -> None:
        for row in self._rows.values():
            row.deleteLater()
        for line in self._lines:
            line.deleteLater()
        for action in self._shortcuts:
            self.removeAction(action)
            action.deleteLater()
        self._rows, self._lines, self._shortcuts = {}, [], []

    def _add_line(self, column: QVBoxLayout) -> None:
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFixedHeight(13)
        self._lines.append(line)
        column.addWidget(line)

    def _add_row(self, page: NavigationPage, column: QVBoxLayout) -> None:
        from PySide6.QtGui import QAction, QKeySequence

        row = NavigationRow(self, page.label, page.icon, page.shortcut or page.hint, show_keys=page.at_foot)
        row.walked.connect(lambda step, row=row: self.walk(row, step))
        row.clicked.connect(lambda _on=False, key=page.key: self.page_chosen.emit(key))
        row.set_folded(self._folded)
        self._rows[page.key] = row
        column.addWidget(row)
        if page.shortcut:
            action = QAction(page.label, self)
            action.setShortcut(QKeySequence(page.shortcut))
            action.triggered.connect(row.click)
            self.addAction(action)
            self._shortcuts.append(action)
