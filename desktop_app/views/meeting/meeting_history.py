"""History pane of a meeting, newest first: every change of state, with when, by whom and why."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.calendar.clock import local_moment
from desktop_app.domain.calendar.jalali import format_words
from desktop_app.domain.read_models.sheets import MeetingSheet
from desktop_app.domain.rules.meetings import MeetingAct
from desktop_app.text.meetings import meeting as words
from desktop_app.text.meetings import meeting_agenda as agenda_words
from desktop_app.views.meeting.meeting_format import entered_later
from desktop_app.views.state_format import meeting_content
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.feedback.empty_page import EmptyPage
from desktop_app.widgets.fields.reading_area import ReadingArea
from desktop_app.widgets.lists.state_mark import StateMark
from desktop_app.widgets.shell.card import CardFrame
from desktop_app.widgets.shell.flow_layout import emptied
from desktop_app.widgets.style.ground_frame import Rule
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, GAP_INSIDE, Ink, TextRole


class HistoryPane(QWidget):
    """Read only; the list is scrolled with the arrow keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty = EmptyPage()
        self.empty.set_content(words.NO_HISTORY, words.NO_HISTORY_WHY, icon="history")
        inner = QWidget()
        self._list = QVBoxLayout(inner)
        self._list.setContentsMargins(GAP_INSIDE, GAP, GAP_INSIDE, GAP_CARD)
        self._list.setSpacing(0)
        self.area = ReadingArea()
        self.area.setObjectName("history")
        self.area.setAccessibleName(words.TABS[-1])
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(ReadingArea.Shape.NoFrame)
        self.area.viewport().setAutoFillBackground(False)
        self.area.setWidget(inner)
        # the area fills what it is given
        inner.setAutoFillBackground(False)
        card = CardFrame()
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.area)
        column.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card)
        self._shown: tuple[tuple[MeetingAct, ...], date | None] | None = None

    def show_sheet(self, sheet: MeetingSheet) -> None:
        """The acts of a meeting."""
        if self._shown == (sheet.history, sheet.meeting.day):
            return
        self._shown = sheet.history, sheet.meeting.day
        emptied(self._list)
        for place, act in enumerate(reversed(sheet.history)):
            if place:
                self._list.addWidget(Rule())
            self._list.addWidget(_line(act, later=entered_later(sheet.meeting, act)))
        self._list.addStretch(1)
        self.area.setVisible(bool(sheet.history))
        self.empty.setVisible(not sheet.history)


def _line(act: MeetingAct, *, later: bool) -> QWidget:
    content = meeting_content(act.target)
    mark = StateMark(side=16)
    mark.show_mark(content.shape, content.tone)
    parts = QVBoxLayout()
    parts.setSpacing(2)
    parts.addWidget(TextLabel(text=content.word, role=TextRole.STRONG, ink=content.tone))
    day = words.entered_on(format_words(act.day)) if later else format_words(act.day)
    note = words.history_note(day, local_moment(act.at)[1], act.actor)
    parts.addWidget(TextLabel(text=note, role=TextRole.SECOND, ink=Ink.SECOND, wrap=True))
    if act.reason:
        parts.addWidget(TextLabel(text=words.reason(act.reason), role=TextRole.SECOND, wrap=True))
    row = QWidget()
    row.setAccessibleName(agenda_words.item_spoken(content.word, note, act.reason, ""))
    line = QHBoxLayout(row)
    line.setContentsMargins(0, GAP + 2, 0, GAP + 2)
    line.setSpacing(GAP_CARD)
    line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(parts, 1)
    return row
