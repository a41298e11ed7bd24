"""The parts of a task's detail that grow with the record: pills, facts, the other units, the history."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.text import tasks as words
from desktop_app.views.task_faces import Fact, HistoryFace, PillFace, SiblingFace
from desktop_app.widgets.button import Button, ButtonKind
from desktop_app.widgets.flow_layout import FlowLayout
from desktop_app.widgets.pill import PartyMark, Pill
from desktop_app.widgets.state_mark import Shape, StateMark
from desktop_app.widgets.text_label import TextLabel
from desktop_app.widgets.tokens import GAP, GAP_CARD, GAP_TIGHT, Ink, TextRole, Tone

NAME_WIDTH = 88
LINK_EDGE, LINK_HEIGHT = 10, 26
"""A link is a button with an edge around its word; the word stands on the line of the values."""


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            emptied(inner)


class PillLine(QWidget):
    """The states of a record beside each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap=GAP)

    def show_pills(self, faces: Sequence[PillFace]) -> None:
        """Show these."""
        emptied(self._flow)
        for face in faces:
            pill = Pill(text=face.text, tone=face.tone, shape=face.shape, percent=face.percent)
            self._flow.addWidget(pill)
            pill.show()
        self.updateGeometry()


class FactsPane(QWidget):
    """Names at the right, what they are at their left; `link_requested` tells where a press leads."""

    link_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP_CARD)
        self._grid.setVerticalSpacing(GAP)
        self._grid.setColumnMinimumWidth(0, NAME_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self._facts: tuple[Fact, ...] = ()

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these; what shows already keeps its links, and with them the keyboard."""
        if tuple(facts) == self._facts:
            return
        self._facts = tuple(facts)
        emptied(self._grid)
        for place, fact in enumerate(facts):
            name = TextLabel(text=fact.name, role=TextRole.LABEL, ink=Ink.SECOND)
            self._grid.addWidget(name, place, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(self._value(fact), place, 1)

    def link(self, key: str) -> Button | None:
        """The link of a fact."""
        return self.findChild(Button, f"link_{key}")

    def _value(self, fact: Fact) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(GAP - 2)
        if fact.party is not None:
            mark = PartyMark(party=fact.party)
            line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        if fact.link:
            line.addSpacing(-LINK_EDGE)
            link = Button(text=fact.value, kind=ButtonKind.LINK, compact=True)
            link.setObjectName(f"link_{fact.link}")
            link.setAccessibleName(f"{fact.name}: {fact.value}")
            link.setMaximumHeight(LINK_HEIGHT)
            link.clicked.connect(lambda _on=False, key=fact.link: self.link_requested.emit(key))
            line.addWidget(link)
            line.addStretch(1)
        else:
            line.addWidget(TextLabel(text=fact.value, role=TextRole.SECOND, wrap=True), 1)
        column.addLayout(line)
        if fact.note:
            column.addWidget(TextLabel(text=fact.note, role=TextRole.NOTE, ink=fact.tone or Ink.QUIET, wrap=True))
        return holder


class SiblingsPane(QWidget):
    """The other units of a resolution, each a way to its own task."""

    task_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP_TIGHT)
        self._faces: tuple[SiblingFace, ...] = ()

    def show_siblings(self, faces: Sequence[SiblingFace]) -> None:
        """Show these; what shows already keeps its links, and with them the keyboard."""
        if tuple(faces) == self._faces:
            return
        self._faces = tuple(faces)
        emptied(self._column)
        for face in faces:
            self._column.addWidget(self._row(face))

    def _row(self, face: SiblingFace) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        mark = StateMark()
        mark.show_mark(face.shape, face.tone, face.percent)
        line.addWidget(mark)
        line.addSpacing(-LINK_EDGE)
        link = Button(text=face.unit, kind=ButtonKind.LINK, compact=True)
        link.setObjectName(f"sibling_{face.task_id}")
        link.setAccessibleName(f"{face.unit}، {face.said}")
        link.setMaximumHeight(LINK_HEIGHT)
        link.clicked.connect(lambda _on=False, task_id=face.task_id: self.task_requested.emit(task_id))
        line.addWidget(link)
        line.addStretch(1)
        if face.late:
            late = StateMark()
            late.show_mark(Shape.TRIANGLE, Tone.DANGER)
            late.setToolTip(words.LATE)
            line.addWidget(late)
        line.addWidget(TextLabel(text=face.said, role=TextRole.NOTE, ink=Ink.SECOND))
        return row


class HistoryLines(QWidget):
    """What happened, newest first: mark, what it became, the words, the day and who told it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP_CARD)
        self._faces: tuple[HistoryFace, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_lines(self, faces: Sequence[HistoryFace]) -> None:
        """Show these."""
        if tuple(faces) == self._faces:
            return
        self._faces = tuple(faces)
        emptied(self._column)
        for face in faces:
            self._column.addWidget(self._row(face))

    def texts(self) -> list[str]:
        """The first line of each."""
        return [face.title for face in self._faces]

    def _row(self, face: HistoryFace) -> QWidget:
        row = QWidget()
        row.setAccessibleName("\n".join((face.title, *face.notes)))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        mark = StateMark()
        mark.show_mark(face.shape, Tone.NEUTRAL if face.undone else face.tone, face.percent)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        ink = Ink.QUIET if face.undone else Ink.TEXT
        column.addWidget(TextLabel(text=face.title, role=TextRole.STRONG, ink=ink, wrap=True))
        for note in face.notes:
            column.addWidget(TextLabel(text=note, role=TextRole.NOTE, ink=Ink.QUIET, wrap=True))
        line.addLayout(column, 1)
        return row
