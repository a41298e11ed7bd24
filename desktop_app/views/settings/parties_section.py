"""The section of the parties: names and signatory of each."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.domain.rules.committee import PartyCode
from desktop_app.domain.rules.founding import PartyValues
from desktop_app.forms.parties_section import Ui_PartiesSection
from desktop_app.text.office import founding as words
from desktop_app.views.settings.section_panel import SectionPanel
from desktop_app.views.settings.typed_fields import TypedFields
from desktop_app.widgets.controls.pill import Party
from desktop_app.widgets.style.tokens import TextRole


class PartiesSection(SectionPanel):
    """Two cards, the governorate first; what stands in it is a tuple of both parties."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_PartiesSection()
        self.ui.setupUi(self)
        ui = self.ui
        province = {
            "name": ui.provinceNameField,
            "short_name": ui.provinceShortField,
            "signatory": ui.provinceSignatoryField,
            "signatory_post": ui.provincePostField,
        }
        center = {
            "name": ui.centerNameField,
            "short_name": ui.centerShortField,
            "signatory": ui.centerSignatoryField,
            "signatory_post": ui.centerPostField,
        }
        self._typed = {
            code: TypedFields(fields, self.tell_edited)
            for code, fields in ((PartyCode.PROVINCE, province), (PartyCode.CENTER, center))
        }
        self.set_fields(
            {f"{name}.{code}": field for code, typed in self._typed.items() for name, field in typed.fields.items()}
        )
        ui.provinceMark.set_party(Party.GOVERNORATE)
        ui.centerMark.set_party(Party.CENTER)
        for title, code in ((ui.provinceTitle, PartyCode.PROVINCE), (ui.centerTitle, PartyCode.CENTER)):
            title.set_role(TextRole.SECTION)
            title.setText(words.PARTIES[code])

    def show_values(self, values: tuple[PartyValues, ...]) -> None:
        """Fill the form."""
        for party in values:
            self._typed[party.code].show(party)

    def values(self) -> tuple[PartyValues, ...]:
        """Both parties as they stand in the form."""
        return tuple(PartyValues(code=code, **typed.read()) for code, typed in self._typed.items())
