"""The section of the letterhead: its lines, its invocation and its logo."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.documents.appearance import LetterheadValues, Picture
from desktop_app.forms.letterhead_section import Ui_LetterheadSection
from desktop_app.widgets.accessibility.reading_order import bring_into_view
from desktop_app.widgets.style.tokens import Tone
from desktop_app.window.kit.file_drop import FileEntry
from desktop_app.window.kit.section_panel import SectionPanel
from desktop_app.window.settings import words


class LetterheadSection(SectionPanel):
    """Form of the letterhead; ``logo_requested`` asks for a file, ``logo_brought`` carries a dropped or pasted one.

    The picture that was read comes back by :meth:`show_logo`.
    """

    logo_requested = Signal()
    logo_brought = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_LetterheadSection()
        self.ui.setupUi(self)
        ui = self.ui
        self._logo: Picture | None = None
        self.set_fields({"letterhead": ui.letterheadField, "invocation": ui.invocationField, "logo": ui.logoField})
        ui.lines.set_lines(3)
        ui.logoBox.setFocusProxy(ui.choose)
        ui.logoField.set_hint(words.LOGO_HINT)
        ui.lines.textChanged.connect(self.emit_edited)
        ui.invocation.textChanged.connect(self.emit_edited)
        ui.choose.clicked.connect(self.logo_requested)
        ui.remove.clicked.connect(self._remove)
        entry = FileEntry(self, one=True, on_page=True, may=ui.choose.isEnabled, frame=ui.logoBox)
        entry.brought.connect(self.logo_brought)
        entry.refused.connect(self._tell)

    def show_values(self, values: LetterheadValues) -> None:
        """Fill the form."""
        self.ui.lines.set_text("\n".join(values.lines))
        self.ui.invocation.set_text(values.invocation)
        self._show(values.logo)

    def values(self) -> LetterheadValues:
        """Return the values as typed, without blank lines."""
        lines = tuple(line.strip() for line in self.ui.lines.text().split("\n") if line.strip())
        return LetterheadValues(lines=lines, invocation=self.ui.invocation.text(), logo=self._logo)

    def show_logo(self, logo: Picture) -> None:
        """Show the chosen picture; it is stored when the section is saved."""
        self.ui.logoField.clear_notice()
        self._show(logo)
        self.emit_edited()

    def show_reading(self, reading: bool) -> None:
        """Show that the file is being read."""
        self.ui.choose.setEnabled(not reading)
        self.ui.logoField.set_hint(words.READING if reading else words.LOGO_HINT)
        self._bring_into_view()

    def clear_refusals(self) -> None:
        """Hide all errors, also that of a paste without a picture."""
        super().clear_refusals()
        self.ui.logoField.clear_notice()

    def _tell(self, text: str) -> None:
        self.ui.logoField.set_notice(text, Tone.WARNING)
        self._bring_into_view()

    def _bring_into_view(self) -> None:
        """Scroll to the logo after layout."""
        QTimer.singleShot(0, self.ui.logoField, lambda: bring_into_view(self.ui.logoField))

    def _remove(self) -> None:
        self.ui.logoField.clear_notice()
        self._show(None)
        self.ui.choose.setFocus(Qt.FocusReason.OtherFocusReason)
        self.emit_edited()

    def _show(self, logo: Picture | None) -> None:
        self._logo = logo
        said = words.logo_size(logo.width, logo.height) if logo else words.NO_LOGO
        self.ui.preview.show_picture(logo.content if logo else b"", said)
        self.ui.remove.setVisible(logo is not None)
