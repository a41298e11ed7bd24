"""Lists of sentences: findings with marks, and the history of a record, newest first.

A table whose rows and columns follow their contents is filled at once: cells are then measured once, and not at each
one put.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QSizePolicy, QTableWidget, QVBoxLayout, QWidget

from desktop_app.widgets.controls.notice import NoticeLine
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.state_mark import Shape, StateMark
from desktop_app.widgets.style.tokens import GAP_CARD, GAP_TIGHT, ICON_ROW, Ink, TextRole, Tone


@contextmanager
def without_resizing(table: QTableWidget) -> Iterator[None]:
    """Context in which rows and columns of a table are not resized, to fill it fast.

    Else Qt measures all cells of a table on screen again for each one that is put into it: seconds for sixty rows.
    """
    fixed = QHeaderView.ResizeMode.Fixed
    rows, columns = table.verticalHeader(), table.horizontalHeader()
    of_rows = _row_resize_mode(table)
    modes = [columns.sectionResizeMode(column) for column in range(columns.count())]
    rows.setSectionResizeMode(fixed)
    columns.setSectionResizeMode(fixed)
    try:
        yield
    finally:
        for column, mode in enumerate(modes):
            columns.setSectionResizeMode(column, mode)
        rows.setSectionResizeMode(of_rows)


def _row_resize_mode(table: QTableWidget) -> QHeaderView.ResizeMode:
    """Return the resize mode of all rows; Qt has it only per row, and a table may be empty."""
    if table.rowCount():
        return table.verticalHeader().sectionResizeMode(0)
    table.insertRow(0)
    mode = table.verticalHeader().sectionResizeMode(0)
    table.removeRow(0)
    return mode


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One event of the history; an undone one is quiet."""

    title: str
    note: str
    shape: Shape
    tone: Tone = Tone.NEUTRAL
    percent: int | None = None
    quiet: bool = False


class _Line(QWidget):
    """Widget of one event: a mark with two lines, and a line down to the next mark."""

    def __init__(self, line: HistoryLine, *, last: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._last = last
        self._mark = StateMark(self)
        self._mark.show_mark(line.shape, Tone.NEUTRAL if line.quiet else line.tone, line.percent)
        title = TextLabel(text=line.title, role=TextRole.STRONG, ink=Ink.QUIET if line.quiet else Ink.TEXT, wrap=True)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(title)
        if line.note:
            words.addWidget(TextLabel(text=line.note, role=TextRole.NOTE, ink=Ink.QUIET, wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, GAP_CARD)
        row.setSpacing(GAP_CARD)
        marks = QVBoxLayout()
        marks.setContentsMargins(0, 3, 0, 0)
        marks.addWidget(self._mark)
        marks.addStretch(1)
        row.addLayout(marks)
        row.addLayout(words, 1)
        self.setAccessibleName(f"{line.title}، {line.note}" if line.note else line.title)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line between the marks."""
        if self._last:
            return
        tokens = tokens_of(self)
        mark = self._mark.geometry()
        top = mark.bottom() + 4
        thread = QRectF(mark.center().x(), top, 1.5, self.height() - top)
        QPainter(self).fillRect(thread, tokens.colour("hairline"))


class HistoryList(QWidget):
    """History as tall as its lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[HistoryLine, ...] = ()
        self._shown: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setMinimumHeight(tokens_of(self).px(ICON_ROW))

    def show_lines(self, lines: Sequence[HistoryLine]) -> None:
        """Show the events."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        for old in self._shown:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        last = len(lines) - 1
        self._shown = [_Line(line, last=place == last, parent=self) for place, line in enumerate(lines)]
        for shown in self._shown:
            self._column.addWidget(shown)
            shown.show()

    def lines(self) -> tuple[HistoryLine, ...]:
        """The events that are shown."""
        return self._lines


class FindingList(QWidget):
    """List of findings, hidden while empty; read aloud as one text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[NoticeLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP_TIGHT)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        # its height follows its width; the least height of a narrow one would make a form scroll for nothing
        self.setMinimumHeight(1)
        self.setVisible(False)

    def show_findings(self, findings: Sequence[tuple[str, Tone]]) -> None:
        """Show the findings in this order."""
        while len(self._lines) < len(findings):
            line = NoticeLine(self)
            self._lines.append(line)
            self._column.addWidget(line)
        for place, line in enumerate(self._lines):
            shown = place < len(findings)
            line.setVisible(shown)
            if shown:
                line.show_notice(*findings[place])
        self.setAccessibleName(" ".join(text for text, _ in findings))
        self.setVisible(bool(findings))

    def texts(self) -> list[str]:
        """The sentences that show."""
        return [line.text() for line in self._lines if not line.isHidden()]
