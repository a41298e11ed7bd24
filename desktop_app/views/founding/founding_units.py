"""The step of the units: the proposed ones of each party, ticked, unticked, renamed, and new ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.rules.committee import PartyCode
from desktop_app.domain.rules.founding import UnitValues
from desktop_app.domain.rules.members import UnitKind
from desktop_app.text.office import founding as words
from desktop_app.views.founding.grouped_rows import Group, GroupedRows
from desktop_app.views.settings.typed_fields import FieldRow
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.style.tokens import GAP, GAP_TIGHT

GROUPS: Final = (
    (PartyCode.PROVINCE, UnitKind.UNIT),
    (PartyCode.PROVINCE, UnitKind.AGENCY),
    (PartyCode.CENTER, UnitKind.UNIT),
)
LABELS: Final = {"name": words.UNIT, "short_name": words.SHORT_NAME}
SHORT_WIDTH: Final = 190


class _Row(FieldRow):
    """One unit with its controls; an unticked one keeps its names and is neither stored nor written on."""

    def __init__(self, unit: UnitValues, parent: QWidget, edited: Callable[..., None]) -> None:
        super().__init__(unit, LABELS, (LineField(), LineField(placeholder=words.SHORT_NAME)), edited)
        self.box = QWidget(parent)
        self.chosen = QCheckBox(self.box)
        self.chosen.setChecked(unit.chosen)
        self.fields["short_name"].setFixedWidth(SHORT_WIDTH)
        across = QHBoxLayout(self.box)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(GAP)
        across.addWidget(self.chosen)
        across.addWidget(self.fields["name"], 1)
        across.addWidget(self.fields["short_name"])
        self._allow(unit.chosen)
        self.chosen.toggled.connect(self._allow)
        self.chosen.toggled.connect(edited)

    def read(self) -> dict[str, object]:
        """Both names, and whether the unit is wanted."""
        return {**super().read(), "chosen": self.chosen.isChecked()}

    def _allow(self, chosen: bool) -> None:
        for line in self.editors.values():
            line.setEnabled(chosen)


class UnitsStep(GroupedRows):
    """Units of the governorate, agencies of the province, units of the center."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: dict[Group, QVBoxLayout] = {group: QVBoxLayout() for group in GROUPS}
        for rows in self._columns.values():
            rows.setSpacing(GAP_TIGHT)
        self.add_groups({group: words.UNIT_GROUPS[group] for group in GROUPS}, self._columns)

    def group_of(self, values: UnitValues) -> Group:
        """By party and kind."""
        return values.party, values.kind

    def new_values(self, group: Group) -> UnitValues:
        """One without a name."""
        return UnitValues(party=group[0], kind=group[1] or UnitKind.UNIT)

    def make_row(self, values: UnitValues, group: Group, place: int) -> FieldRow:
        """A tick and two names."""
        row = _Row(values, self, self.tell_edited)
        self._columns[group].insertWidget(place, row.box)
        return row

    def drop_row(self, row: FieldRow) -> None:
        """Take the line away."""
        assert isinstance(row, _Row)
        row.box.hide()
        row.box.deleteLater()

    def name_rows(self) -> None:
        """The ticks, too, which are named for those who hear the screen."""
        super().name_rows()
        for place, row in enumerate(self._ticked()):
            row.chosen.setAccessibleName(f"{words.CHOSEN}: {row.editors['name'].text()}")
            row.chosen.setObjectName(f"chosen_{place}")

    def go_to(self, field: str) -> None:
        """The keyboard to a field; to the first tick where the field is unknown."""
        ticked = self._ticked()
        if field or not ticked:
            super().go_to(field)
        else:
            ticked[0].chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ticked(self) -> list[_Row]:
        return [row for row in self.every() if isinstance(row, _Row)]
