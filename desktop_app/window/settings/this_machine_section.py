"""Section of this computer: colours, font size, row height of lists, folder of papers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.workstation import Theme, Workstation
from desktop_app.forms.this_machine_section import Ui_ThisMachineSection
from desktop_app.widgets.fields.segmented import Segment
from desktop_app.widgets.style.tokens import Ink, TextRole
from desktop_app.window.kit.section_panel import SectionPanel
from desktop_app.window.settings import words

LARGE, ORDINARY = "large", "ordinary"
DENSE, AIRY = "dense", "airy"


class ThisMachineSection(SectionPanel):
    """Form of this computer's settings; a choice is saved at once, a typed folder on leaving its line."""

    papers_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_ThisMachineSection()
        self.ui.setupUi(self)
        ui = self.ui
        self.set_fields(
            {"theme": ui.themeField, "large": ui.largeField, "density": ui.densityField, "papers": ui.papersField}
        )
        ui.theme.set_segments([Segment(one.value, words.THEMES[one.value]) for one in Theme])
        ui.large.set_segments([Segment(ORDINARY, words.ORDINARY), Segment(LARGE, words.LARGE)])
        ui.density.set_segments([Segment(AIRY, words.TWO_LINES), Segment(DENSE, words.ONE_LINE)])
        ui.largeField.set_hint(words.LARGE_HINT)
        ui.densityField.set_hint(words.DENSITY_HINT)
        ui.papersField.set_hint(words.PAPERS_HINT)
        ui.papersBox.setFocusProxy(ui.papers)
        ui.note.set_role(TextRole.NOTE)
        ui.note.set_ink(Ink.QUIET)
        ui.note.setWordWrap(True)
        self._kept = ""
        for switch in (ui.theme, ui.large, ui.density):
            switch.chosen.connect(self.emit_edited)
        ui.papers.editingFinished.connect(self._papers_left)
        ui.choosePapers.clicked.connect(self.papers_requested)

    def show_values(self, values: Workstation) -> None:
        """Fill the form."""
        ui = self.ui
        ui.theme.set_value(values.theme.value)
        ui.large.set_value(LARGE if values.large else ORDINARY)
        ui.density.set_value(DENSE if values.dense else AIRY)
        self._kept = values.papers
        ui.papers.set_text(values.papers)

    def values(self) -> Workstation:
        """Return the values as typed."""
        ui = self.ui
        return Workstation(
            theme=Theme(ui.theme.value() or Theme.SYSTEM),
            large=ui.large.value() == LARGE,
            dense=ui.density.value() == DENSE,
            papers=ui.papers.text().strip(),
        )

    def show_papers(self, folder: str) -> None:
        """Show the folder that the operator chose."""
        self.ui.papers.set_text(folder)
        self._papers_left()

    def _papers_left(self) -> None:
        if self.ui.papers.text().strip() != self._kept:
            self._kept = self.ui.papers.text().strip()
            self.emit_edited()
