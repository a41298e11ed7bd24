"""Navigation column at the right edge: a row for each page, with counts of waiting and late work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.style.look import paint_rounded, tokens_of
from desktop_app.widgets.style.tokens import (
    GAP,
    GAP_CARD,
    GAP_INSIDE,
    Ink,
    TextRole,
)
from desktop_app.words import widgets as words

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from desktop_app.widgets.shell.navigation_row import NavigationRow


OPEN_WIDTH, FOLDED_WIDTH, FOLD_BELOW = 224, 60, 1360


@dataclass(frozen=True, slots=True)
class NavigationPage:
    """One page of the navigation: key, word, icon, group from the top, shortcut."""

    key: str
    label: str
    icon: str
    group: int = 0
    shortcut: str = ""
    at_foot: bool = False
    hint: str = ""
    """Keys that somebody else answers to, and that are only shown here."""


class BrandMark(QWidget):
    """Logo of the program: a square and a circle for the two parties."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a size that grows with the text size."""
        return QSize(tokens_of(self).px(36), tokens_of(self).px(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a square and a circle that touch."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        side = float(self.width())
        ink = tokens.colour("on_accent")
        paint_rounded(painter, QRectF(self.rect()), side * 0.25, tokens.colour("accent"))
        paint_rounded(painter, QRectF(side * 0.47, side * 0.22, side * 0.32, side * 0.32), side * 0.08, ink)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = painter.pen()
        pen.setColor(ink)
        pen.setWidthF(side * 0.065)
        painter.setPen(pen)
        painter.drawEllipse(QRectF(side * 0.22, side * 0.40, side * 0.38, side * 0.38))


class Navigation(QFrame):
    """Rows in groups; arrows move, Ctrl+number opens; icons only in a narrow window."""

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
        """Set the name of the office."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)

    def set_pages(self, pages: Sequence[NavigationPage]) -> None:
        """Set the pages."""
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
        """Mark the current page, without a signal."""
        if key not in self._rows:
            return
        for name, row in self._rows.items():
            row.setChecked(name == key)
            # Tab comes to the page that shows, not to the row that had the keyboard last
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name == key else Qt.FocusPolicy.ClickFocus)

    def current(self) -> str | None:
        """The key of the marked page."""
        return next((key for key, row in self._rows.items() if row.isChecked()), None)

    def set_count(self, key: str, waiting: int, late: int = 0) -> None:
        """Set the count of waiting or late work at the end of a row."""
        if key in self._rows:
            self._rows[key].set_count(waiting, late)

    def rows(self) -> list[NavigationRow]:
        """The rows from the top."""
        return list(self._rows.values())

    def row(self, key: str) -> NavigationRow:
        """Return the row of a page."""
        return self._rows[key]

    def is_folded(self) -> bool:
        """Whether only icons are shown."""
        return self._folded

    def set_folded(self, folded: bool) -> None:
        """Show only icons with tooltips, or icons with words."""
        self._folded = folded
        self.setFixedWidth(tokens_of(self).px(FOLDED_WIDTH if folded else OPEN_WIDTH))
        self._title.setVisible(not folded)
        self._subtitle.setVisible(not folded)
        for row in self._rows.values():
            row.set_folded(folded)

    def showEvent(self, event: QShowEvent) -> None:
        """Start following the width of the window."""
        super().showEvent(event)
        self.window().installEventFilter(self)
        self.set_folded(self.window().width() < FOLD_BELOW)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fold or unfold with the window."""
        if isinstance(event, QResizeEvent) and watched is self.window():
            narrow = self.window().width() < FOLD_BELOW
            if narrow != self._folded:
                self.set_folded(narrow)
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Update the size when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.set_folded(self._folded)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the background and the line towards the page."""
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.colour("side"))
        painter.fillRect(0, 0, 1, self.height(), tokens.colour("hairline"))

    def walk(self, row: NavigationRow, step: int) -> None:
        """Move the focus to the next or previous row."""
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

        from desktop_app.widgets.shell.navigation_row import NavigationRow

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
