"""The step of the units: the proposed ones of each party, ticked, unticked, renamed, and new ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.rules.committee import PartyCode
from desktop_app.domain.rules.founding import UnitValues
from desktop_app.domain.rules.members import UnitKind
from desktop_app.text.office import founding as words
from desktop_app.views.founding.founding_seats import party_head
from desktop_app.views.settings.section_panel import SectionPanel
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.fields.row_field import RowField, show_beginning
from desktop_app.widgets.style.tokens import GAP, GAP_SECTION, GAP_TIGHT

Group = tuple[PartyCode, UnitKind]
GROUPS: Final[tuple[Group, ...]] = (
    (PartyCode.PROVINCE, UnitKind.UNIT),
    (PartyCode.PROVINCE, UnitKind.AGENCY),
    (PartyCode.CENTER, UnitKind.UNIT),
)
SHORT_WIDTH: Final = 190


@dataclass(frozen=True, slots=True)
class _Row:
    """One unit with its controls; an unticked one keeps its names and is not stored."""

    unit: UnitValues
    box: QWidget
    chosen: QCheckBox
    name: LineField
    short_name: LineField
    name_field: Field
    short_field: Field

    def values(self) -> UnitValues:
        return UnitValues(
            party=self.unit.party,
            kind=self.unit.kind,
            name=self.name.text(),
            short_name=self.short_name.text(),
            head=self.unit.head,
            liaison=self.unit.liaison,
            chosen=self.chosen.isChecked(),
        )


def _allow(row: _Row, chosen: bool) -> None:
    """An unticked unit is not written on."""
    for line in (row.name, row.short_name):
        line.setEnabled(chosen)


class UnitsStep(SectionPanel):
    """What stands here is a tuple of all rows, group by group."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[Group, list[_Row]] = {group: [] for group in GROUPS}
        self._columns: dict[Group, QVBoxLayout] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for group in GROUPS:
            rows = QVBoxLayout()
            rows.setSpacing(GAP_TIGHT)
            self._columns[group] = rows
            column.addLayout(party_head(group[0], words.UNIT_GROUPS[group]))
            column.addLayout(rows)
            column.addWidget(self._add_button(group), 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
            column.addSpacing(GAP_SECTION - GAP)
        self._name_fields()

    def show_values(self, values: tuple[UnitValues, ...]) -> None:
        """Fill the rows."""
        if self.values() == values:
            return
        for group in GROUPS:
            for row in self._rows[group]:
                self._columns[group].removeWidget(row.box)
                row.box.hide()
                row.box.deleteLater()
            self._rows[group] = []
        for unit in values:
            self._insert(unit)
        self._name_fields()

    def values(self) -> tuple[UnitValues, ...]:
        """All rows as they stand."""
        return tuple(row.values() for row in self._every())

    def go_to(self, field: str) -> None:
        """The keyboard to a field; to the first tick where the field is unknown."""
        if field:
            super().go_to(field)
        elif self._every():
            self._every()[0].chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- inside

    def _every(self) -> Sequence[_Row]:
        return [row for group in GROUPS for row in self._rows[group]]

    def _add_button(self, group: Group) -> Button:
        text = words.ADD_AGENCY if group[1] is UnitKind.AGENCY else words.ADD_UNIT
        button = Button(text=text, icon="plus", compact=True)
        button.setObjectName(f"addUnit_{group[0]}_{group[1]}")
        button.setAccessibleName(f"{text}، {words.UNIT_GROUPS[group]}")
        button.clicked.connect(lambda: self._add(group))
        return button

    def _add(self, group: Group) -> None:
        self._insert(UnitValues(party=group[0], kind=group[1]))
        self._name_fields()
        self._rows[group][-1].name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tell_edited()

    def _insert(self, unit: UnitValues) -> None:
        box = QWidget(self)
        chosen = QCheckBox(box)
        chosen.setChecked(unit.chosen)
        name, short_name = LineField(), LineField(placeholder=words.SHORT_NAME)
        show_beginning(name, unit.name)
        show_beginning(short_name, unit.short_name)
        row = _Row(
            unit, box, chosen, name, short_name, RowField(words.UNIT, name), RowField(words.SHORT_NAME, short_name)
        )
        row.short_field.setFixedWidth(SHORT_WIDTH)
        across = QHBoxLayout(box)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(GAP)
        across.addWidget(chosen)
        across.addWidget(row.name_field, 1)
        across.addWidget(row.short_field)
        _allow(row, unit.chosen)
        chosen.toggled.connect(partial(_allow, row))
        chosen.toggled.connect(self.tell_edited)
        for line in (name, short_name):
            line.textChanged.connect(self.tell_edited)
        group = (unit.party, unit.kind)
        self._rows[group].append(row)
        self._columns[group].addWidget(box)

    def _name_fields(self) -> None:
        named: dict[str, Field] = {}
        for place, row in enumerate(self._every()):
            named[f"name.{place}"], named[f"short_name.{place}"] = row.name_field, row.short_field
            row.name_field.set_label(words.row_name(words.UNIT, place + 1))
            row.short_field.set_label(words.row_name(words.SHORT_NAME, place + 1))
            row.chosen.setAccessibleName(f"{words.CHOSEN}: {row.name.text()}")
            row.chosen.setObjectName(f"chosen_{place}")
            row.name.setObjectName(f"unit_{place}")
            row.short_name.setObjectName(f"short_{place}")
        self.set_fields(named)
