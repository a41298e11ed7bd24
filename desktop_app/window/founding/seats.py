"""The step of the representatives: a quick row for each seat, under its party."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.domain.rules.committee import PartyCode
from desktop_app.domain.rules.founding import SeatValues
from desktop_app.domain.rules.members import SeatRole
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.date_source import DateSource
from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.style.tokens import GAP, Ink, TextRole
from desktop_app.window.founding.grouped_rows import Group, GroupedRows
from desktop_app.window.kit.typed_fields import FieldRow
from desktop_app.words import founding as words

LABELS: Final = {
    "title": words.SEAT,
    "name": words.PERSON,
    "letter_number": words.LETTER_NUMBER,
    "letter_day": words.LETTER_DAY,
}
STRETCHES: Final = (3, 5, 4, 5)
"""How the columns share the width: seat, person, number, day."""
LEAST_WIDTH: Final = 72


class SeatsStep(GroupedRows):
    """A row without a name is only proposed; the governorate's rows come first."""

    def __init__(self, dates: DateSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dates = dates
        self._grids = {self._group(code): _grid() for code in PartyCode}
        self.add_groups({self._group(code): words.PARTIES[code] for code in PartyCode}, self._grids)

    def group_of(self, values: SeatValues) -> Group:
        """The seats of one party."""
        return self._group(values.party)

    def new_values(self, group: Group) -> SeatValues:
        """One more member."""
        return SeatValues(party=group[0], role=SeatRole.MEMBER, title=words.NEW_SEAT)

    def make_row(self, values: SeatValues, group: Group, place: int) -> FieldRow:
        """A line of the grid, beneath its heads."""
        labels = {name: f"{label}، {words.PARTIES[values.party]}" for name, label in LABELS.items()}
        editors = (LineField(), LineField(), LineField(), JalaliDateEdit(source=self._dates))
        row = FieldRow(values, labels, editors, self.tell_edited)
        for column, field in enumerate(row.fields.values()):
            field.setMinimumWidth(LEAST_WIDTH)
            self._grids[group].addWidget(field, place + 1, column, Qt.AlignmentFlag.AlignTop)
        return row

    def drop_row(self, row: FieldRow) -> None:
        """Take the fields out of the grid."""
        for field in row.fields.values():
            self._grids[self.group_of(row.kept)].removeWidget(field)
            field.hide()
            field.deleteLater()

    def go_to(self, field: str) -> None:
        """The keyboard to a field; to the first name where the field is unknown."""
        super().go_to(field or "name.0")

    @staticmethod
    def _group(code: PartyCode) -> Group:
        return code, None


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(GAP)
    grid.setVerticalSpacing(0)
    for column, (label, stretch) in enumerate(zip(LABELS.values(), STRETCHES, strict=True)):
        grid.addWidget(TextLabel(text=label, role=TextRole.LABEL, ink=Ink.SECOND), 0, column)
        grid.setColumnStretch(column, stretch)
    return grid
