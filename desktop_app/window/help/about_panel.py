"""Panel «دربارهٔ برنامه»: versions and folders as rows, with buttons to copy them and open the folders."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.read_models.program_help import ProgramFacts
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.notice import NoticeLine
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.shell.navigation import BrandMark
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.tokens import GAP, GAP_CARD, GAP_SECTION, Ink, TextRole, Tone
from desktop_app.words import help as words


@dataclass(frozen=True, slots=True)
class FactRow:
    """One row; ``place`` is its folder, or empty."""

    label: str
    value: str
    place: str = ""


def fact_rows(facts: ProgramFacts) -> tuple[FactRow, ...]:
    """Return all rows, in the order in which support asks for them."""
    return (
        FactRow(words.VERSION, facts.version),
        FactRow(words.DATA, facts.data, facts.data),
        FactRow(words.COPIES, facts.copies, facts.copies),
        FactRow(words.LOG, facts.log, facts.log),
        FactRow(words.SETTINGS, facts.settings, facts.settings),
        FactRow(words.PROGRAM, facts.program, facts.program),
        FactRow(words.SCHEMA, str(facts.schema)),
        FactRow(words.SYSTEM, facts.system),
        FactRow(words.RUNS_ON, f"Python {facts.python}, Qt {facts.qt}, SQLite {facts.sqlite}"),
    )


def as_text(facts: ProgramFacts) -> str:
    """Return the text that is copied for support."""
    lines = [words.PRODUCT, *(words.copied_fact(row.label, row.value) for row in fact_rows(facts))]
    return "\n".join(lines)


MOST_WIDTH = 720
LEAST_BESIDE = 620


class AboutPanel(QScrollArea):
    """Shows versions and folders."""

    copy_requested = Signal()
    licences_requested = Signal()
    folder_requested = Signal(str)

    def __init__(self, facts: ProgramFacts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notice = NoticeLine()
        self._rows: list[tuple[TextLabel, LineField, Button | None]] = []
        self._wide = True
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GAP_CARD)
        for row in fact_rows(facts):
            self._add_row(row)
        self._place_rows(wide=True)
        self._lay_out()

    def show_notice(self, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        """Show the result of a button press."""
        self._notice.show_notice(text, tone)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow panel, put each value below its label."""
        super().resizeEvent(event)
        wide = self.width() >= tokens_of(self).px(LEAST_BESIDE)
        if wide is not self._wide:
            self._wide = wide
            self._place_rows(wide=wide)

    def _place_rows(self, *, wide: bool) -> None:
        """Put each value next to its label, or below it."""
        grid = self._grid
        column = 1 if wide else 0
        for place, (label, value, button) in enumerate(self._rows):
            row, label_row = (place, place) if wide else (2 * place + 1, 2 * place)
            grid.addWidget(label, label_row, 0)
            grid.addWidget(value, row, column)
            if button is not None:
                button.setText(words.OPEN_FOLDER if wide else "")
                grid.addWidget(button, row, column + 1)
        grid.setColumnStretch(column, 1)
        grid.setColumnStretch(1 - column, 0)
        grid.setVerticalSpacing(GAP // 2 if wide else 0)

    def _add_row(self, row: FactRow) -> None:
        label = TextLabel(text=row.label, role=TextRole.LABEL, ink=Ink.SECOND)
        value = LineField(latin=True)
        # plain writing, which can be marked and copied: nothing of it is typed
        value.setProperty("bare_frame", True)
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        value.setText(row.value)
        value.setToolTip(row.value)
        value.setCursorPosition(0)
        value.setReadOnly(True)
        value.setAccessibleName(row.label)
        label.setBuddy(value)
        button: Button | None = None
        if row.place:
            button = Button(text=words.OPEN_FOLDER, kind=ButtonKind.QUIET, icon="folder-open", compact=True)
            button.setAccessibleName(words.open_folder_of(row.label))
            button.setToolTip(words.open_folder_of(row.label))
            button.clicked.connect(lambda _on=False, folder=row.place: self.folder_requested.emit(folder))
        self._rows.append((label, value, button))

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(GAP_SECTION, GAP_SECTION, GAP_SECTION, GAP_SECTION)
        column.setSpacing(GAP_CARD)
        column.addLayout(_head())
        column.addLayout(self._grid)
        column.addWidget(self._notice)
        column.addLayout(self._buttons())
        column.addWidget(TextLabel(text=words.MIT_NOTE, role=TextRole.SECOND, ink=Ink.SECOND, wrap=True))
        column.addStretch(1)
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        inner.setMaximumWidth(MOST_WIDTH + 2 * GAP_SECTION)
        line.addWidget(inner, 1)
        line.addStretch(0)
        for one in (self.viewport(), inner, holder):
            one.setAutoFillBackground(False)
        self.setWidget(holder)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder.setAutoFillBackground(False)

    def _buttons(self) -> QHBoxLayout:
        copy = Button(text=words.COPY_FACTS, kind=ButtonKind.FILLED, icon="clipboard-copy")
        copy.setObjectName("copyFacts")
        copy.clicked.connect(self.copy_requested)
        licences = Button(text=words.SHOW_LICENCES, icon="book-open")
        licences.clicked.connect(self.licences_requested)
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(copy)
        line.addWidget(licences)
        line.addStretch(1)
        return line


def _head() -> QHBoxLayout:
    names = QVBoxLayout()
    names.setSpacing(0)
    names.addWidget(TextLabel(text=words.PRODUCT, role=TextRole.EDITOR_HEADING))
    names.addWidget(TextLabel(text=words.ABOUT_NOTE, role=TextRole.NOTE, ink=Ink.SECOND, wrap=True))
    line = QHBoxLayout()
    line.setSpacing(GAP_CARD)
    line.addWidget(BrandMark(), 0, Qt.AlignmentFlag.AlignTop)
    line.addLayout(names, 1)
    return line
