"""The section of the parties: names and signatory of each."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from desktop_app.domain.rules.committee import PartyCode
from desktop_app.domain.rules.founding import PartyValues
from desktop_app.forms.parties_section import Ui_PartiesSection
from desktop_app.text.office import founding as words
from desktop_app.views.settings.section_panel import SectionPanel
from desktop_app.widgets.controls.pill import Party
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.fields.row_field import show_beginning
from desktop_app.widgets.style.tokens import TextRole


@dataclass(frozen=True, slots=True)
class _Lines:
    """The fields of one party."""

    name: LineField
    short_name: LineField
    signatory: LineField
    signatory_post: LineField

    def all(self) -> tuple[LineField, ...]:
        """In the order of the form."""
        return self.name, self.short_name, self.signatory, self.signatory_post


class PartiesSection(SectionPanel):
    """Two cards, the governorate first; what stands in it is a tuple of both parties."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_PartiesSection()
        self.ui.setupUi(self)
        ui = self.ui
        self._lines = {
            PartyCode.PROVINCE: _Lines(
                ui.provinceNameEdit, ui.provinceShortEdit, ui.provinceSignatoryEdit, ui.provincePostEdit
            ),
            PartyCode.CENTER: _Lines(ui.centerNameEdit, ui.centerShortEdit, ui.centerSignatoryEdit, ui.centerPostEdit),
        }
        self.set_fields(
            {
                "name.province": ui.provinceNameField,
                "short_name.province": ui.provinceShortField,
                "signatory.province": ui.provinceSignatoryField,
                "signatory_post.province": ui.provincePostField,
                "name.center": ui.centerNameField,
                "short_name.center": ui.centerShortField,
                "signatory.center": ui.centerSignatoryField,
                "signatory_post.center": ui.centerPostField,
            }
        )
        ui.provinceMark.set_party(Party.GOVERNORATE)
        ui.centerMark.set_party(Party.CENTER)
        for title, code in ((ui.provinceTitle, PartyCode.PROVINCE), (ui.centerTitle, PartyCode.CENTER)):
            title.set_role(TextRole.SECTION)
            title.setText(words.PARTIES[code])
        for lines in self._lines.values():
            for line in lines.all():
                line.textChanged.connect(self.tell_edited)

    def show_values(self, values: tuple[PartyValues, ...]) -> None:
        """Fill the form."""
        for party in values:
            lines = self._lines[party.code]
            show_beginning(lines.name, party.name)
            show_beginning(lines.short_name, party.short_name)
            show_beginning(lines.signatory, party.signatory)
            show_beginning(lines.signatory_post, party.signatory_post)

    def values(self) -> tuple[PartyValues, ...]:
        """Both parties as they stand in the form."""
        return tuple(
            PartyValues(
                code=code,
                name=lines.name.text(),
                short_name=lines.short_name.text(),
                signatory=lines.signatory.text(),
                signatory_post=lines.signatory_post.text(),
            )
            for code, lines in self._lines.items()
        )
