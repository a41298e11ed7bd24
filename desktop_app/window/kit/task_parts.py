"""Parts of the detail of a task: its states, its facts, and the other units."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.widgets.accessibility.reading_order import layout_widgets
from desktop_app.widgets.controls.button import Link
from desktop_app.widgets.controls.pill import PartyMark, Pill
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.shell.card import FlowLayout, clear_layout
from desktop_app.widgets.style.state_mark import Shape, StateMark
from desktop_app.widgets.style.tokens import GAP, Ink, TextRole, Tone
from desktop_app.window.kit.task_format import PillContent, SiblingContent, TaskFact
from desktop_app.words import tasks as words

_TOP = Qt.AlignmentFlag.AlignTop


class PillLine(QWidget):
    """The states of a record in one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap=GAP)

    def show_pills(self, contents: Sequence[PillContent]) -> None:
        """Show these states."""
        clear_layout(self._flow)
        for content in contents:
            pill = Pill(self, text=content.text, tone=content.tone, shape=content.shape, percent=content.percent)
            self._flow.addWidget(pill)
            pill.show()
        self.updateGeometry()


class TaskFactsPane(QWidget):
    """Labels at the right, values at the left; `link_requested` carries the link of a clicked value."""

    link_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(9)
        self._grid.setColumnStretch(2, 1)
        self._facts: tuple[TaskFact, ...] = ()

    def show_facts(self, facts: Sequence[TaskFact]) -> None:
        """Show these facts; links shown already keep the keyboard."""
        if tuple(facts) == self._facts:
            return
        self._facts = tuple(facts)
        clear_layout(self._grid)
        row = 0
        for fact in facts:
            self._grid.addWidget(TextLabel(self, text=fact.name, role=TextRole.LABEL, ink=Ink.QUIET), row, 0, _TOP)
            start = 1
            if fact.party is not None:
                self._grid.addWidget(PartyMark(self, party=fact.party, side=18), row, 1, _TOP)
                start = 2
            self._grid.addWidget(self._value(fact), row, start, 1, 3 - start, _TOP)
            row += 1
            if fact.note:
                note = TextLabel(self, text=fact.note, role=TextRole.NOTE, ink=Ink.QUIET, wrap=True)
                self._grid.addWidget(note, row, 1, 1, 2, _TOP)
                row += 1
        for widget in layout_widgets(self._grid):
            widget.show()

    def link(self, key: str) -> Link | None:
        """Return the link of a fact."""
        found = [one for one in self.findChildren(Link) if one.objectName() == f"link_{key}" and not one.isHidden()]
        return found[0] if found else None

    def _value(self, fact: TaskFact) -> QWidget:
        if not fact.link:
            return TextLabel(self, text=fact.value, role=TextRole.LABEL, wrap=True)
        link = Link(self, text=fact.value, wrap=True)
        link.setObjectName(f"link_{fact.link}")
        link.setAccessibleName(f"{fact.name} {fact.value}")
        link.clicked.connect(lambda _on=False, key=fact.link: self.link_requested.emit(key))
        return link


class SiblingsPane(QWidget):
    """The other units of a resolution, each a link to its own task."""

    task_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._contents: tuple[SiblingContent, ...] = ()

    def show_siblings(self, contents: Sequence[SiblingContent]) -> None:
        """Show these units; links shown already keep the keyboard."""
        if tuple(contents) == self._contents:
            return
        self._contents = tuple(contents)
        clear_layout(self._column)
        for content in contents:
            row = self._row(content)
            self._column.addWidget(row)
            row.show()

    def _row(self, content: SiblingContent) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        mark = StateMark()
        mark.show_mark(content.shape, content.tone, content.percent)
        link = Link(text=content.unit)
        link.setObjectName(f"sibling_{content.task_id}")
        link.setAccessibleName(words.sibling(content.unit, content.said))
        link.clicked.connect(lambda _on=False, task_id=content.task_id: self.task_requested.emit(task_id))
        line.addWidget(mark)
        line.addWidget(link)
        line.addStretch(1)
        if content.late:
            late = StateMark()
            late.show_mark(Shape.TRIANGLE, Tone.DANGER)
            late.setToolTip(words.LATE)
            late.setAccessibleName(words.LATE)
            line.addWidget(late)
        line.addWidget(TextLabel(text=content.said, role=TextRole.NOTE, ink=Ink.SECOND))
        return row
