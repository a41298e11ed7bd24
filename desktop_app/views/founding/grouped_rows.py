"""Base class of the steps of seats and units: rows under the heads of their groups, each with a button for one more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout

from desktop_app.domain.rules.committee import PartyCode
from desktop_app.domain.rules.members import UnitKind
from desktop_app.text.office import founding as words
from desktop_app.views.settings.section_panel import SectionPanel
from desktop_app.views.settings.typed_fields import FieldRow, named_rows
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.pill import Party, PartyMark
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.style.tokens import GAP, GAP_SECTION, TextRole

Group = tuple[PartyCode, UnitKind | None]
MARKS = {PartyCode.PROVINCE: Party.GOVERNORATE, PartyCode.CENTER: Party.CENTER}


class GroupedRows(SectionPanel):
    """What stands here is a tuple of all rows, group by group."""

    def add_groups(self, titles: Mapping[Group, str], rooms: Mapping[Group, QLayout]) -> None:
        """Lay out the groups with the rooms of their rows."""
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
        """The group of a row."""
        raise NotImplementedError

    def new_values(self, group: Group) -> Any:  # noqa: ANN401
        """What a row that the operator adds begins with."""
        raise NotImplementedError

    def make_row(self, values: Any, group: Group, place: int) -> FieldRow:  # noqa: ANN401
        """A row in the room of its group, ``place`` counted from 0."""
        raise NotImplementedError

    def drop_row(self, row: FieldRow) -> None:
        """Take the controls of a row away."""
        raise NotImplementedError

    def show_values(self, values: tuple[Any, ...]) -> None:
        """Fill the rows; those that show it already keep their undo."""
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
        """All rows as they stand."""
        return tuple(row.values() for row in self.every())

    def every(self) -> list[FieldRow]:
        """All rows, group by group."""
        return [row for rows in self._rows.values() for row in rows]

    def name_rows(self) -> None:
        """Names of the fields by the places of their rows."""
        self.set_fields(named_rows(self.every()))

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
        self.tell_edited()

    def _insert(self, values: Any) -> None:  # noqa: ANN401
        group = self.group_of(values)
        self._rows[group].append(self.make_row(values, group, len(self._rows[group])))
