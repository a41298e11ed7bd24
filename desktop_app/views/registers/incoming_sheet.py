"""The sheet of a letter that came in and is not recorded yet: its fields, and the files that go with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.text.papers import attached_files as file_words
from desktop_app.text.registers import registers as words
from desktop_app.text.shared.isolates import apart
from desktop_app.views.files.file_drop import FileEntry
from desktop_app.views.registers.paper_sheets import FieldsSheet, SheetSpec
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.date_source import DateSource
from desktop_app.widgets.shell.flow_layout import emptied
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import GAP, Ink, TextRole


class IncomingSheet(FieldsSheet):
    """`brought` carries what was dropped or pasted, `put_aside` the place of a file that is wanted no more."""

    pick_requested = Signal()
    brought = Signal(object)
    put_aside = Signal(int)

    def __init__(self, spec: SheetSpec, dates: DateSource, parent: QWidget | None = None) -> None:
        self._names: tuple[str, ...] = ()
        super().__init__(spec, dates, parent)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(GAP)
        self._told = TextLabel(role=TextRole.SECOND, ink=Ink.SECOND, wrap=True)
        self._told.setText(file_words.HINT)
        pick = Button(text=file_words.ADD, icon="paperclip", small=True)
        pick.setObjectName("addFile")
        pick.clicked.connect(self.pick_requested)
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(pick)
        line.addWidget(self._told, 1)
        # above what is refused, which stands last
        place = self.body.count() - 1
        self.body.insertLayout(place, self._rows)
        self.body.insertLayout(place, line)
        QWidget.setTabOrder(self.fields.editor("note"), pick)
        entry = FileEntry(self)
        entry.brought.connect(self.brought)
        entry.refused.connect(self.warn)

    def content(self) -> object:
        """What stands in the fields, and the files."""
        return super().content(), self._names

    def show_files(self, names: Sequence[str]) -> None:
        """The files that will be recorded with the letter."""
        self._names = tuple(names)
        emptied(self._rows)
        for place, name in enumerate(names):
            row = self._row(place, name)
            self._rows.addWidget(row)
            # the layout would show it in the next turn, and Tab passes by what does not show
            row.show()

    def show_progress(self, text: str) -> None:
        """How far the copying of files is; an empty text when it is over."""
        self._told.setText(text or file_words.HINT)

    def _row(self, place: int, name: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        told = TextLabel(wrap=True)
        told.setText(apart(name))
        aside = Button(kind=ButtonKind.QUIET, icon="x", name=words.put_aside(name), compact=True)
        aside.clicked.connect(lambda: self.put_aside.emit(place))
        line.addWidget(told, 1)
        line.addWidget(aside)
        return row
