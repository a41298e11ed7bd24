"""Short form of one past meeting: number, date, location, subject, and the scan of its minutes.

The scan is chosen, dropped, pasted, or removed again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.text.typed_drafts import DraftField
from desktop_app.forms.past_meeting_form import Ui_PastMeetingForm
from desktop_app.widgets.accessibility.reading_order import bring_into_view
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.date_source import DateSource, for_past_days
from desktop_app.widgets.fields.drafted import Drafted
from desktop_app.widgets.shell.shortcuts import add_action
from desktop_app.widgets.style.button_paint import ButtonKind
from desktop_app.widgets.style.tokens import GAP, Ink, TextRole, Tone
from desktop_app.window.kit.file_drop import DroppedFiles, FileEntry
from desktop_app.window.taking_over import words
from desktop_app.words import attached_files as file_words
from desktop_app.words.digits import apart


class ScanPicker(QWidget):
    """Field for a scan: stores a file path or a pasted picture; the file is read when the form is saved."""

    pick_requested = Signal()
    stop_requested = Signal()
    scan_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = DroppedFiles()
        self._taking = False
        self._name = TextLabel(role=TextRole.SECOND, elide=True)
        self._pick = Button(text=words.SCAN_PICK, icon="paperclip")
        self._pick.setObjectName("pickScan")
        self._drop = Button(kind=ButtonKind.QUIET, icon="x", name=words.SCAN_DROP)
        self._drop.setObjectName("dropScan")
        self._stop = Button(text=words.SCAN_STOP, kind=ButtonKind.QUIET, icon="x")
        self._stop.setObjectName("stopScan")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(self._pick)
        line.addWidget(self._name)
        line.addWidget(self._drop)
        line.addWidget(self._stop)
        line.addStretch(1)
        self.setFocusProxy(self._pick)
        self._pick.clicked.connect(self.pick_requested)
        self._drop.clicked.connect(self._take_off)
        self._stop.clicked.connect(self.stop_requested)
        self._show()

    def stops(self) -> tuple[QWidget, ...]:
        """The widgets in Tab order."""
        return (self._pick, self._drop, self._stop)

    def found(self) -> DroppedFiles:
        """The chosen file or picture."""
        return self._found

    def set_file(self, found: DroppedFiles) -> None:
        """Set the chosen file or picture, or none."""
        self._found = found
        self._show()
        self.scan_changed.emit()

    def show_busy(self, taking: bool) -> None:
        """Disable the field while the scan is copied, and show the cancel button."""
        self._taking = taking
        self._show()
        if taking:
            self._stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_off(self) -> None:
        self.set_file(DroppedFiles())
        self._pick.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        name = _told(self._found)
        self._name.setText(words.SCAN_TAKING if self._taking else name)
        self._name.set_ink(Ink.TEXT if self._found and not self._taking else Ink.QUIET)
        self._pick.setEnabled(not self._taking)
        self._pick.setAccessibleDescription(name)
        self._drop.setVisible(bool(self._found) and not self._taking)
        self._stop.setVisible(self._taking)


def _told(found: DroppedFiles) -> str:
    if found.paths:
        return apart(found.paths[0].name)
    return file_words.PASTED if found else words.SCAN_NONE


PLACE = DraftField("taking_over", 0, "past_meeting")


@dataclass(frozen=True, slots=True)
class TypedMeeting:
    """The values of the form as typed."""

    number: str
    day: date | None
    place: str
    subject: str
    scan: DroppedFiles
    """A file or a picture."""


class PastMeetingForm(QWidget, Drafted):
    """Form of a past meeting; ``entered`` carries its values on the button or on Enter in the subject.

    A file or a picture that is dropped or pasted is the scan.
    """

    entered = Signal(object)
    scan_requested = Signal()
    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_PastMeetingForm()
        self.ui.setupUi(self)
        self.draft_place = PLACE
        self._stays = ""
        """The place that the meeting before left, which nobody typed for this one."""
        ui = self.ui
        self._fields = {
            "number": ui.numberField,
            "day": ui.dayField,
            "place": ui.placeField,
            "subject": ui.subjectField,
            "scan": ui.scanField,
        }
        self.scan = ScanPicker()
        """The file that goes with the meeting."""
        ui.scanColumn.addWidget(self.scan)
        # made after the button that Designer put behind it
        for before, after in pairwise((ui.subjectEdit, *self.scan.stops(), ui.enter)):
            QWidget.setTabOrder(before, after)
        self.scan.pick_requested.connect(self.scan_requested)
        self.scan.stop_requested.connect(self.stop_requested)
        self.scan.scan_changed.connect(ui.scanField.clear_notice)
        ui.enter.clicked.connect(self._tell)
        ui.subjectEdit.returnPressed.connect(self._tell)
        add_action(self, ui.enter.text(), ("Ctrl+Return", "Ctrl+Enter"), ui.enter.click)
        entry = FileEntry(self, one=True, may=ui.enter.isEnabled, frame=self.scan)
        entry.brought.connect(self.set_scan)
        entry.refused.connect(self._tell_of_scan)

    def set_source(self, source: DateSource) -> None:
        """Set the calendar of the date field."""
        self.ui.dayEdit.set_source(for_past_days(source))

    def is_dirty(self) -> bool:
        """Whether the form holds input."""
        ui = self.ui
        place = ui.placeEdit.text().strip()
        texts = (ui.numberEdit.text(), ui.dayEdit.text(), ui.subjectEdit.text(), place if place != self._stays else "")
        return any(text.strip() for text in texts)

    def show_refusal(self, field: str, text: str) -> bool:
        """Show the error beside its field; return False if there is no such field."""
        holder = self._fields.get(field)
        if holder is None:
            return False
        holder.set_error(text)
        stop = holder.editor() or holder
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
        # once there is room for the sentence, so that the whole of it is in sight
        QTimer.singleShot(0, holder, lambda: bring_into_view(holder))
        return True

    def show_doubt(self, text: str) -> None:
        """Show a warning beside the date; the button saves it all the same."""
        holder = self._fields["day"]
        holder.set_notice(text, Tone.WARNING)
        self.ui.enter.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, holder, lambda: bring_into_view(holder))

    def clear_refusals(self) -> None:
        """Hide all errors."""
        for holder in self._fields.values():
            # beside the day stands a doubt, and beside the scan what was told of a paste
            if holder.error() or holder in (self._fields["day"], self._fields["scan"]):
                holder.clear_notice()

    def set_scan(self, found: DroppedFiles) -> None:
        """Set the chosen scan."""
        self.scan.set_file(found)
        self.ui.enter.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(self.ui.enter)

    def show_busy(self, taking: bool) -> None:
        """Disable the form while the scan is copied."""
        ui = self.ui
        for part in (ui.numberField, ui.dayField, ui.placeField, ui.subjectField, ui.enter):
            part.setEnabled(not taking)
        self.scan.show_busy(taking)
        if not taking:
            ui.enter.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Clear the form for the next meeting; the location stays."""
        ui = self.ui
        # set, not cleared: Ctrl+Z would bring the words back, as if the meeting that is recorded were taken back
        ui.numberEdit.setText("")
        ui.dayEdit.set_day(None)
        ui.subjectEdit.setText("")
        self._stays = ui.placeEdit.text().strip()
        self.scan.set_file(DroppedFiles())
        self.clear_refusals()
        ui.numberEdit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_of_scan(self, text: str) -> None:
        holder = self._fields["scan"]
        holder.set_notice(text, Tone.WARNING)
        QTimer.singleShot(0, holder, lambda: bring_into_view(holder))

    def _tell(self) -> None:
        ui = self.ui
        ui.dayEdit.finish()
        if ui.dayEdit.has_error():
            ui.dayEdit.line().setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.entered.emit(
            TypedMeeting(
                ui.numberEdit.text(),
                ui.dayEdit.day(),
                ui.placeEdit.text(),
                ui.subjectEdit.text(),
                self.scan.found(),
            )
        )
