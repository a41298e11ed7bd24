"""The short form of one past meeting: number, day, place and subject."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.text.typed_drafts import DraftPlace
from desktop_app.forms.past_meeting_form import Ui_PastMeetingForm
from desktop_app.widgets.dates.date_source import DateSource
from desktop_app.widgets.fields.drafted import Drafted

PLACE = DraftPlace("taking_over", 0, "past_meeting")


@dataclass(frozen=True, slots=True)
class TypedMeeting:
    """What stands in the form."""

    number: str
    day: date | None
    place: str
    subject: str


class PastMeetingForm(QWidget, Drafted):
    """``entered`` carries what is typed; Enter in its last field enters it, too."""

    entered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_PastMeetingForm()
        self.ui.setupUi(self)
        self.draft_place = PLACE
        ui = self.ui
        self._fields = {
            "number": ui.numberField,
            "day": ui.dayField,
            "place": ui.placeField,
            "subject": ui.subjectField,
        }
        ui.enter.clicked.connect(self._tell)
        ui.subjectEdit.returnPressed.connect(self._tell)

    def set_source(self, source: DateSource) -> None:
        """The calendar of the day."""
        self.ui.dayEdit.set_source(source)

    def is_dirty(self) -> bool:
        """Whether something is typed."""
        ui = self.ui
        texts = (ui.numberEdit.text(), ui.dayEdit.text(), ui.placeEdit.text(), ui.subjectEdit.text())
        return any(text.strip() for text in texts)

    def show_refusal(self, field: str, text: str) -> bool:
        """Say it beside the field; False where the form has no such field."""
        holder = self._fields.get(field)
        if holder is None:
            return False
        holder.set_error(text)
        (holder.editor() or holder).setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def clear_refusals(self) -> None:
        """Take every refusal away."""
        for holder in self._fields.values():
            if holder.error():
                holder.clear_notice()

    def clear(self) -> None:
        """Ready for the next meeting; its place stays, for most were held where the one before was."""
        ui = self.ui
        ui.numberEdit.clear()
        ui.dayEdit.set_day(None)
        ui.subjectEdit.clear()
        self.clear_refusals()
        ui.numberEdit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        ui = self.ui
        ui.dayEdit.finish()
        if ui.dayEdit.has_error():
            ui.dayEdit.line().setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.entered.emit(
            TypedMeeting(ui.numberEdit.text(), ui.dayEdit.day(), ui.placeEdit.text(), ui.subjectEdit.text())
        )
