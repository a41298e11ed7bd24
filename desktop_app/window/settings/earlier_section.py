"""Section about the time before this program: earlier meetings, their last numbers, the first month recorded here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.rules.taking_over import EarlierValues
from desktop_app.forms.earlier_section import Ui_EarlierSection
from desktop_app.widgets.style.tokens import Ink, TextRole
from desktop_app.window.kit.section_panel import SectionPanel
from desktop_app.window.kit.typed_fields import TypedFields


class EarlierSection(SectionPanel):
    """Fields shown only if meetings were held before; hidden fields keep their text."""

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
        self._typed = TypedFields(
            {"last_meeting": ui.lastMeetingField, "last_number": ui.lastNumberField, "begins": ui.beginsField},
            self.emit_edited,
        )
        self.set_fields(self._typed.fields)
        ui.held.toggled.connect(self._settle)
        ui.held.toggled.connect(self.emit_edited)
        ui.bring.clicked.connect(self.bring_requested)
        self._settle()

    def show_values(self, values: EarlierValues) -> None:
        """Fill the form."""
        self.ui.held.setChecked(values.held)
        self._typed.show(values)
        self._settle()

    def values(self) -> EarlierValues:
        """Return the values as typed."""
        return EarlierValues(held=self.ui.held.isChecked(), **self._typed.read())

    def go_to(self, field: str) -> None:
        """Focus a refused field, else the check box."""
        if field and self.ui.held.isChecked():
            super().go_to(field)
        else:
            self.ui.held.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle(self, *_on: bool) -> None:
        ui, held = self.ui, self.ui.held.isChecked()
        for part in (ui.note, *self._typed.fields.values()):
            part.setVisible(held)
        ui.bring.setVisible(held and self._brings)
