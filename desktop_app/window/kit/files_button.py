"""Button with the number of attached files, the form of one file, and its preview over the list."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop_app.domain.papers import Classification
from desktop_app.domain.rules.files import FileLink, RecordRef
from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.feedback.form_sheet import FormSheet
from desktop_app.widgets.feedback.sheet_dialog import SheetDialog
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.fields.segmented import Segment, SegmentedSwitch
from desktop_app.widgets.paper.page_canvas import Render
from desktop_app.widgets.paper.page_view import PageView
from desktop_app.widgets.shell.shortcuts import add_action
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.file_drop import RECORD
from desktop_app.words import attached_files as words
from desktop_app.words.digits import apart, persian
from desktop_app.words.widgets import with_keys

_AS_RECORD = "record"


class FileForm(FormSheet):
    """``saved`` carries the typed name and the chosen class, None for the class of the record."""

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
        self.draft_place = DraftField("file_link", link.id, "form")
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._name.selectAll()
        self.begin()

    def content(self) -> object:
        """Return the name and the class in the form."""
        return self._name.text(), self._class.value()

    def warn(self, text: str) -> None:
        """Show a warning beneath the name."""
        self._fields["name"].set_notice(text, Tone.WARNING)

    def show_refusal(self, field: str, text: str) -> None:
        """Show a refusal beneath its field."""
        self._fields.get(field, self._fields["name"]).refuse(text)

    def _save(self) -> None:
        chosen = self._class.value()
        self.saved.emit(self._name.text(), None if chosen in (None, _AS_RECORD) else Classification(chosen))


WIDTH = 1200
FRAME = 230
"""What title, buttons and margins of the dialog take of the height of the window."""
LEAST = 240


class FilePreview(SheetDialog):
    """Preview of a file. ``let_go`` is emitted when the pages are no longer drawn and may be closed."""

    let_go = Signal()
    open_requested = Signal()

    def __init__(self, name: str, count: int, render: Render, parent: QWidget) -> None:
        super().__init__(parent, title=apart(name), width=WIDTH)
        self.setObjectName("filePreview")
        self.pages = PageView(self)
        frame = parent.parentWidget() or parent
        self.pages.setMinimumSize(QSize(1, max(LEAST, frame.window().height() - tokens_of(self).px(FRAME))))
        self.body.addWidget(self.pages)
        opening = self.add_action(words.OPEN, icon="external-link")
        opening.setObjectName("openElsewhere")
        opening.clicked.connect(self.open_requested)
        close = self.add_action(words.CLOSE)
        close.setObjectName("closePreview")
        close.clicked.connect(self.reject)
        self.finished.connect(self._end)
        self.pages.show_document(count, render)
        self.pages.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self, _result: int) -> None:
        self.pages.show_document(0, None)
        self.let_go.emit()
        self.deleteLater()


class FilesButton(Button):
    """Button of the files. ``count_wanted`` is emitted when another record is shown or the button appears."""

    count_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, kind=ButtonKind.QUIET, icon="paperclip", compact=True)
        self.setObjectName("files")
        self._record: RecordRef | None = None
        self._part: QWidget | None = None
        self.show_count(0)
        self.hide()

    @property
    def record(self) -> RecordRef | None:
        """The record whose files these are."""
        return self._record

    def show_in(self, part: QWidget) -> None:
        """Send files dropped on ``part`` to the shown record."""
        self._part = part
        part.setProperty(RECORD, self._record)

    def show_record(self, record: RecordRef | None) -> None:
        """Set the shown record, None for none."""
        if record == self._record:
            return
        self._record = record
        if self._part is not None:
            self._part.setProperty(RECORD, record)
        shown = self.isVisible()
        self.setVisible(record is not None)
        if record is not None and shown:
            # one that only now shows asks by itself
            self.count_wanted.emit()

    def show_count(self, count: int) -> None:
        """Show the number of files."""
        self.setText(persian(count) if count else "")
        name = words.counted(count)
        self.setAccessibleName(name)
        self.setToolTip(with_keys(name, words.KEYS))

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the count again, for it may have changed while the button was hidden."""
        super().showEvent(event)
        self.count_wanted.emit()
