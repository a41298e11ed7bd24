"""Editable rows in groups, each group with an add button; and the step of the units built on them.

The units step proposes units of each party, which can be ticked, unticked and renamed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop_app.domain.rules.committee import PartyCode
from desktop_app.domain.rules.founding import UnitValues
from desktop_app.domain.rules.members import UnitKind
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.pill import Party, PartyMark
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.style.tokens import GAP, GAP_SECTION, GAP_TIGHT, TextRole
from desktop_app.window.kit.section_panel import SectionPanel
from desktop_app.window.kit.typed_fields import FieldRow, fields_by_row
from desktop_app.words import founding as words

Group = tuple[PartyCode, UnitKind | None]
MARKS = {PartyCode.PROVINCE: Party.GOVERNORATE, PartyCode.CENTER: Party.CENTER}


class GroupedRows(SectionPanel):
    """Base of a form whose value is a tuple of all rows, group by group."""

    def add_groups(self, titles: Mapping[Group, str], rooms: Mapping[Group, QLayout]) -> None:
        """Add the groups with the layouts of their rows."""
        self._rows: dict[Group, list[FieldRow]] = {group: [] for group in titles}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for group, title in titles.items():
            head = QHBoxLayout()
            head.setSpacing(GAP)
            head.addWidget(PartyMark(party=MARKS[group[0]]))
            head.addWidget(TextLabel(text=title, role=TextRole.SECTION))
            head.addStretch(1)
            column.addLayout(head)
            column.addLayout(rooms[group])
            column.addWidget(
                self._add_button(group, title), 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
            )
            column.addSpacing(GAP_SECTION - GAP)
        self.name_rows()

    def group_of(self, values: Any) -> Group:  # noqa: ANN401 - each step has its own dataclass
        """Return the group of a row."""
        raise NotImplementedError

    def new_values(self, group: Group) -> Any:  # noqa: ANN401
        """Return the initial values of a row that the operator adds."""
        raise NotImplementedError

    def make_row(self, values: Any, group: Group, place: int) -> FieldRow:  # noqa: ANN401
        """Create a row in the layout of its group; ``place`` is its index from 0."""
        raise NotImplementedError

    def drop_row(self, row: FieldRow) -> None:
        """Remove the controls of a row."""
        raise NotImplementedError

    def show_values(self, values: tuple[Any, ...]) -> None:
        """Fill the rows; a row with unchanged values keeps its undo."""
        if self.values() == values:
            return
        for row in self.every():
            self.drop_row(row)
        for rows in self._rows.values():
            rows.clear()
        for one in values:
            self._insert(one)
        self.name_rows()

    def values(self) -> tuple[Any, ...]:
        """Return the values of all rows."""
        return tuple(row.values() for row in self.every())

    def every(self) -> list[FieldRow]:
        """Return all rows, group by group."""
        return [row for rows in self._rows.values() for row in rows]

    def name_rows(self) -> None:
        """Name the fields by the numbers of their rows."""
        self.set_fields(fields_by_row(self.every()))

    # ---- inside

    def _add_button(self, group: Group, title: str) -> Button:
        text = words.ADD[group[1]]
        button = Button(text=text, icon="plus", compact=True)
        button.setObjectName("_".join(("add", *filter(None, group))))
        button.setAccessibleName(f"{text}، {title}")
        button.clicked.connect(lambda: self._add(group))
        return button

    def _add(self, group: Group) -> None:
        self._insert(self.new_values(group))
        self.name_rows()
        self._rows[group][-1].editors["name"].setFocus(Qt.FocusReason.OtherFocusReason)
        self.emit_edited()

    def _insert(self, values: Any) -> None:  # noqa: ANN401
        group = self.group_of(values)
        self._rows[group].append(self.make_row(values, group, len(self._rows[group])))


GROUPS: Final = (
    (PartyCode.PROVINCE, UnitKind.UNIT),
    (PartyCode.PROVINCE, UnitKind.AGENCY),
    (PartyCode.CENTER, UnitKind.UNIT),
)
LABELS: Final = {"name": words.UNIT, "short_name": words.SHORT_NAME}
SHORT_WIDTH: Final = 190


class _Row(FieldRow):
    """One unit with its controls; an unchecked one keeps its names, but is not stored."""

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
        """Return both names, and whether the unit is checked."""
        return {**super().read(), "chosen": self.chosen.isChecked()}

    def _allow(self, chosen: bool) -> None:
        for line in self.editors.values():
            line.setEnabled(chosen)


class UnitsStep(GroupedRows):
    """Step of the units: of the governorate, agencies of the province, of the center."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: dict[Group, QVBoxLayout] = {group: QVBoxLayout() for group in GROUPS}
        for rows in self._columns.values():
            rows.setSpacing(GAP_TIGHT)
        self.add_groups({group: words.UNIT_GROUPS[group] for group in GROUPS}, self._columns)

    def group_of(self, values: UnitValues) -> Group:
        """Return the group of a unit, by party and kind."""
        return values.party, values.kind

    def new_values(self, group: Group) -> UnitValues:
        """Return a unit without a name."""
        return UnitValues(party=group[0], kind=group[1] or UnitKind.UNIT)

    def make_row(self, values: UnitValues, group: Group, place: int) -> FieldRow:
        """Create a row: a check box and two names."""
        row = _Row(values, self, self.emit_edited)
        self._columns[group].insertWidget(place, row.box)
        return row

    def drop_row(self, row: FieldRow) -> None:
        """Remove the controls of a row."""
        assert isinstance(row, _Row)
        row.box.hide()
        row.box.deleteLater()

    def name_rows(self) -> None:
        """Name the fields and the check boxes for screen readers."""
        super().name_rows()
        for place, row in enumerate(self._ticked()):
            row.chosen.setAccessibleName(f"{words.CHOSEN}: {row.editors['name'].text()}")
            row.chosen.setObjectName(f"chosen_{place}")

    def go_to(self, field: str) -> None:
        """Give the keyboard to a field, or to the first check box if the field is unknown."""
        ticked = self._ticked()
        if field or not ticked:
            super().go_to(field)
        else:
            ticked[0].chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ticked(self) -> list[_Row]:
        return [row for row in self.every() if isinstance(row, _Row)]
