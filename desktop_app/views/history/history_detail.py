"""One act of the history beside the list: who and when, then each field of its entries from and to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.calendar.jalali import format_words
from desktop_app.domain.read_models.history import FieldWords, HistoryAct, HistoryWording
from desktop_app.domain.text.digits import persian_time
from desktop_app.text.history import history as words
from desktop_app.text.shared.widgets import CLOSE
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, GAP_INSIDE, GAP_PAGE, GAP_TIGHT, Ink, TextRole

MOST: Final = 40
"""So many entries of an act show: a print run of 300 letters has 900, whose labels would take seconds."""


class HistoryDetail(QWidget):
    """Shows one act; `close_requested` asks to put the pane away."""

    close_requested = Signal()

    def __init__(self, wording: HistoryWording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self.setAccessibleName(words.DETAIL)
        self._act: HistoryAct | None = None
        close = Button(kind=ButtonKind.QUIET, icon="x", name=CLOSE, compact=True)
        close.clicked.connect(self.close_requested)
        self._title = TextLabel(role=TextRole.EDITOR_HEADING, wrap=True)
        head = QHBoxLayout()
        head.setContentsMargins(GAP_CARD, GAP_CARD, GAP_PAGE, 0)
        head.addWidget(self._title, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        # the arrows scroll it
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self._area)
        self.show_act(None)

    def act(self) -> HistoryAct | None:
        """What shows."""
        return self._act

    def show_act(self, act: HistoryAct | None) -> None:
        """Show an act, or that none is chosen."""
        self._act = act
        self._title.setText(self._wording.act(act.head) if act is not None else "")
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(GAP_PAGE, GAP, GAP_PAGE, GAP_PAGE)
        column.setSpacing(GAP_INSIDE)
        for labels in _groups(act, self._wording):
            group = QVBoxLayout()
            group.setSpacing(GAP_TIGHT)
            for label in labels:
                group.addWidget(label)
            column.addLayout(group)
        column.addStretch(1)
        self._area.setWidget(inner)
        # the pane behind it shows
        inner.setAutoFillBackground(False)
        self._area.setAccessibleName(self._title.text())


def _groups(act: HistoryAct | None, wording: HistoryWording) -> Iterator[list[TextLabel]]:
    """What stands close together: the records with who and when, then each field of each entry."""
    if act is None:
        yield [_quiet(words.NO_DETAIL)]
        return
    head = act.head
    records = wording.name(head.record) if len(act.records) == 1 else wording.concerned(act)[0]
    yield [
        TextLabel(text=records, role=TextRole.STRONG, wrap=True),
        _quiet(words.by_at(head.actor, format_words(head.day), persian_time(head.time))),
    ]
    if not any(entry.fields for entry in act.entries):
        yield [_quiet(words.NO_FIELDS)]
    for entry in act.entries[:MOST]:
        if len(act.entries) > 1:
            yield [
                TextLabel(
                    text=words.told_of(wording.act(entry), wording.name(entry.record)), role=TextRole.STRONG, wrap=True
                )
            ]
        yield from (_field(one) for one in wording.fields(entry))
    if len(act.entries) > MOST:
        yield [_quiet(words.more_entries(len(act.entries) - MOST))]


def _field(one: FieldWords) -> list[TextLabel]:
    name = TextLabel(text=one.name, role=TextRole.NOTE, ink=Ink.SECOND, wrap=True)
    if not one.before:
        return [name, TextLabel(text=one.after, wrap=True)]
    before = TextLabel(text=words.was(one.before), ink=Ink.QUIET, wrap=True)
    return [name, before, TextLabel(text=words.became(one.after), wrap=True)]


def _quiet(text: str) -> TextLabel:
    return TextLabel(text=text, role=TextRole.NOTE, ink=Ink.QUIET, wrap=True)
