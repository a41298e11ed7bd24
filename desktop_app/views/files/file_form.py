"""The form of one attached file: its name and its class."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.documents.papers import Classification
from desktop_app.domain.rules.files import FileLink
from desktop_app.domain.text.typed_drafts import DraftPlace
from desktop_app.text.papers import attached_files as words
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.form_sheet import FormSheet
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.fields.segmented import Segment, SegmentedSwitch
from desktop_app.widgets.shell.shortcuts import add_action
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import Tone

_AS_RECORD = "record"


class FileForm(FormSheet):
    """``saved`` carries the typed name and the chosen class, None for that of the record."""

    saved = Signal(str, object)

    def __init__(self, link: FileLink, parent: QWidget) -> None:
        super().__init__(parent, title=words.RENAME.rstrip("…"), width=560)
        self.setObjectName("fileForm")
        self._name = LineField()
        self._name.setObjectName("fileName")
        self._name.set_text(link.name)
        self._class = SegmentedSwitch()
        self._class.setObjectName("fileClass")
        self._class.setAccessibleName(words.CLASS)
        choices = [Segment(_AS_RECORD, words.AS_RECORD), *(Segment(key, word) for key, word in words.CLASSES.items())]
        self._class.set_segments(choices)
        self._class.set_value(link.classification.value if link.classification is not None else _AS_RECORD)
        self._fields = {
            "name": Field(label=words.NAME, editor=self._name),
            "classification": Field(label=words.CLASS, editor=self._class),
        }
        for field in self._fields.values():
            self.body.addWidget(field)
        self.add_action(words.SAVE, ButtonKind.FILLED, hint="Ctrl+Enter").clicked.connect(self._save)
        add_action(self, words.SAVE, ("Ctrl+Return", "Ctrl+Enter"), self._save)
        self.add_action(words.CANCEL).clicked.connect(self.leave)
        self.draft_place = DraftPlace("file_link", link.id, "form")
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._name.selectAll()
        self.begin()

    def content(self) -> object:
        """Name and class as they stand."""
        return self._name.text(), self._class.value()

    def warn(self, text: str) -> None:
        """Beneath the name."""
        self._fields["name"].set_notice(text, Tone.WARNING)

    def show_refusal(self, field: str, text: str) -> None:
        """Beside its field."""
        self._fields.get(field, self._fields["name"]).refuse(text)

    def _save(self) -> None:
        chosen = self._class.value()
        self.saved.emit(self._name.text(), None if chosen in (None, _AS_RECORD) else Classification(chosen))
