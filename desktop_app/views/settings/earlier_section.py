"""The section of the time before the records: whether meetings were held, their last numbers, the first month here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.rules.taking_over import EarlierValues
from desktop_app.forms.earlier_section import Ui_EarlierSection
from desktop_app.views.settings.section_panel import SectionPanel
from desktop_app.widgets.fields.row_field import show_beginning
from desktop_app.widgets.style.tokens import Ink, TextRole


class EarlierSection(SectionPanel):
    """Its fields show while meetings were held before; what is typed in them stays when the mark is taken away."""

    bring_requested = Signal()
    """Past meetings and resolutions are to be brought in; the button shows where somebody listens."""

    def __init__(self, *, brings: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_EarlierSection()
        self.ui.setupUi(self)
        ui = self.ui
        self._brings = brings
        ui.note.set_role(TextRole.NOTE)
        ui.note.set_ink(Ink.QUIET)
        ui.note.setWordWrap(True)
        self.set_fields(
            {"last_meeting": ui.lastMeetingField, "last_number": ui.lastNumberField, "begins": ui.beginsField}
        )
        ui.held.toggled.connect(self._settle)
        ui.held.toggled.connect(self.tell_edited)
        for line in (ui.lastMeetingEdit, ui.lastNumberEdit, ui.beginsEdit):
            line.textChanged.connect(self.tell_edited)
        ui.bring.clicked.connect(self.bring_requested)
        self._settle()

    def show_values(self, values: EarlierValues) -> None:
        """Fill the form."""
        ui = self.ui
        ui.held.setChecked(values.held)
        show_beginning(ui.lastMeetingEdit, values.last_meeting)
        show_beginning(ui.lastNumberEdit, values.last_number)
        show_beginning(ui.beginsEdit, values.begins)
        self._settle()

    def values(self) -> EarlierValues:
        """What the form holds."""
        ui = self.ui
        return EarlierValues(
            held=ui.held.isChecked(),
            last_meeting=ui.lastMeetingEdit.text(),
            last_number=ui.lastNumberEdit.text(),
            begins=ui.beginsEdit.text(),
        )

    def go_to(self, field: str) -> None:
        """The keyboard to a field that was refused, else to the question."""
        if field and self.ui.held.isChecked():
            super().go_to(field)
        else:
            self.ui.held.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle(self, *_on: bool) -> None:
        ui, held = self.ui, self.ui.held.isChecked()
        for part in (ui.note, ui.lastMeetingField, ui.lastNumberField, ui.beginsField):
            part.setVisible(held)
        ui.bring.setVisible(held and self._brings)
