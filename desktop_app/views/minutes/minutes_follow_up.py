"""The report on earlier resolutions, which the program fills: number and words, executor, deadline, state."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop_app.domain.calendar.jalali import format_date
from desktop_app.domain.read_models.sheets import FollowUp
from desktop_app.domain.text.digits import record_number
from desktop_app.text.minutes import minutes as words
from desktop_app.views.state_format import resolution_content
from desktop_app.widgets.controls.pill import StateLabel
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.lists.state_mark import Shape
from desktop_app.widgets.shell.flow_layout import emptied
from desktop_app.widgets.style.ground_frame import Rule
from desktop_app.widgets.style.tokens import Ink, TextRole, Tone

STRETCH = (5, 3, 0, 0)


class FollowUpTable(QWidget):
    """A table read by eye: hairlines between rows, late ones with their triangle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 4)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._shown: tuple[FollowUp, ...] | None = None
        self.setAccessibleName(words.FOLLOW_UP_NAME)

    def show_rows(self, rows: Sequence[FollowUp]) -> None:
        """Show these resolutions."""
        if self._shown == tuple(rows):
            return
        self._shown = tuple(rows)
        emptied(self._grid)
        if not rows:
            self._grid.addWidget(TextLabel(text=words.FOLLOW_UP_NONE, role=TextRole.SECOND, ink=Ink.SECOND), 0, 0)
            return
        for column, head in enumerate(words.FOLLOW_UP_HEADS):
            self._grid.addWidget(TextLabel(text=head, role=TextRole.HEAD, ink=Ink.SECOND), 0, column)
            self._grid.setColumnStretch(column, STRETCH[column])
        for place, row in enumerate(rows):
            self._add(1 + 2 * place, row)

    def _add(self, line: int, row: FollowUp) -> None:
        self._grid.addWidget(Rule(), line, 0, 1, 4)
        due = format_date(row.due) if row.due is not None else ""
        cells = (
            _pair(record_number(row.number), row.text),
            TextLabel(text=row.executor, role=TextRole.SECOND, wrap=True),
            TextLabel(text=due, role=TextRole.SECOND),
            _state(row),
        )
        for column, cell in enumerate(cells):
            self._grid.addWidget(cell, line + 1, column, Qt.AlignmentFlag.AlignTop)


def _pair(number: str, text: str) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(TextLabel(text=number, role=TextRole.HEAD))
    column.addWidget(TextLabel(text=text, role=TextRole.SECOND, wrap=True))
    return made


def _state(row: FollowUp) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    content = resolution_content(row.course.state)
    column.addWidget(StateLabel(text=content.word, tone=content.tone, shape=content.shape, percent=row.course.percent))
    if row.late:
        column.addWidget(StateLabel(text=words.days_late(row.late), tone=Tone.DANGER, shape=Shape.TRIANGLE))
    return made
