"""The step of the representatives: a quick row for each seat, under its party."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.rules.committee import PartyCode
from desktop_app.domain.rules.founding import SeatValues
from desktop_app.domain.rules.members import SeatRole
from desktop_app.text.office import founding as words
from desktop_app.views.settings.section_panel import SectionPanel
from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.pill import Party, PartyMark
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.dates.date_source import DateSource
from desktop_app.widgets.dates.jalali_date_edit import JalaliDateEdit
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import LineField
from desktop_app.widgets.fields.row_field import RowField, show_beginning
from desktop_app.widgets.style.tokens import GAP, GAP_SECTION, Ink, TextRole

MARKS = {PartyCode.PROVINCE: Party.GOVERNORATE, PartyCode.CENTER: Party.CENTER}
STRETCHES = (3, 5, 4, 5)
"""How the columns share the width: seat, person, number, day."""


def party_head(code: PartyCode, title: str) -> QHBoxLayout:
    """Mark and name above what belongs to a party."""
    head = QHBoxLayout()
    head.setSpacing(GAP)
    head.addWidget(PartyMark(party=MARKS[code]))
    head.addWidget(TextLabel(text=title, role=TextRole.SECTION))
    head.addStretch(1)
    return head


@dataclass(frozen=True, slots=True)
class _Row:
    """One seat with its controls."""

    party: PartyCode
    role: SeatRole
    title: LineField
    name: LineField
    number: LineField
    day: JalaliDateEdit

    def values(self) -> SeatValues:
        return SeatValues(
            party=self.party,
            role=self.role,
            title=self.title.text(),
            name=self.name.text(),
            letter_number=self.number.text(),
            letter_day=self.day.day(),
        )


class SeatsStep(SectionPanel):
    """A row without a name is only proposed; what stands here is a tuple of all rows, the governorate's first."""

    def __init__(self, dates: DateSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dates = dates
        self._rows: dict[PartyCode, list[_Row]] = {code: [] for code in PartyCode}
        self._fields: dict[int, tuple[Field, Field, Field, Field]] = {}
        self._grids: dict[PartyCode, QGridLayout] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for code in PartyCode:
            column.addLayout(party_head(code, words.PARTIES[code]))
            column.addLayout(self._grid(code))
            column.addWidget(self._add_button(code), 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
            column.addSpacing(GAP_SECTION - GAP)
        self._name_fields()

    def show_values(self, values: tuple[SeatValues, ...]) -> None:
        """Fill the rows; those that are there keep their place."""
        for code in PartyCode:
            seats = [seat for seat in values if seat.party is code]
            if [(row.party, row.role) for row in self._rows[code]] != [(seat.party, seat.role) for seat in seats]:
                self._drop_all(code)
                for seat in seats:
                    self._insert(seat)
            for row, seat in zip(self._rows[code], seats, strict=True):
                show_beginning(row.title, seat.title)
                show_beginning(row.name, seat.name)
                show_beginning(row.number, seat.letter_number)
                row.day.set_day(seat.letter_day)
        self._name_fields()

    def values(self) -> tuple[SeatValues, ...]:
        """All rows as they stand."""
        return tuple(row.values() for row in self._every())

    def unreadable(self) -> bool:
        """Whether a day is typed that is none."""
        return any(row.day.has_error() for row in self._every())

    def show_refusal(self, field: str, text: str) -> bool:
        """Beside its field; a day that is typed and not understood keeps its own words."""
        name, _, place = field.partition(".")
        if name == "letter_day" and self._every()[int(place)].day.has_error():
            self._every()[int(place)].day.finish()
            return True
        return super().show_refusal(field, text)

    # ---- inside

    def _every(self) -> Sequence[_Row]:
        return [row for code in PartyCode for row in self._rows[code]]

    def _grid(self, code: PartyCode) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(0)
        for place, (label, stretch) in enumerate(
            zip((words.SEAT, words.PERSON, words.LETTER_NUMBER, words.LETTER_DAY), STRETCHES, strict=True)
        ):
            grid.addWidget(TextLabel(text=label, role=TextRole.LABEL, ink=Ink.SECOND), 0, place)
            grid.setColumnStretch(place, stretch)
        self._grids[code] = grid
        return grid

    def _add_button(self, code: PartyCode) -> Button:
        button = Button(text=words.ADD_SEAT, icon="plus", compact=True)
        button.setObjectName(f"addSeat_{code}")
        button.setAccessibleName(f"{words.ADD_SEAT}، {words.PARTIES[code]}")
        button.clicked.connect(lambda: self._add(code))
        return button

    def _add(self, code: PartyCode) -> None:
        self._insert(SeatValues(party=code, role=SeatRole.MEMBER, title=words.NEW_SEAT))
        self._name_fields()
        self._rows[code][-1].name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tell_edited()

    def _insert(self, seat: SeatValues) -> None:
        day = JalaliDateEdit(source=self._dates)
        row = _Row(seat.party, seat.role, LineField(), LineField(), LineField(), day)
        show_beginning(row.title, seat.title)
        labels = (words.SEAT, words.PERSON, words.LETTER_NUMBER, words.LETTER_DAY)
        editors = (row.title, row.name, row.number, day)
        fields = tuple(RowField(label, editor) for label, editor in zip(labels, editors, strict=True))
        grid, line = self._grids[seat.party], len(self._rows[seat.party]) + 1
        for place, field in enumerate(fields):
            field.setMinimumWidth(72)
            grid.addWidget(field, line, place, Qt.AlignmentFlag.AlignTop)
        for editor in (row.title, row.name, row.number, day.line()):
            editor.textChanged.connect(self.tell_edited)
        self._rows[seat.party].append(row)
        self._fields[id(row)] = fields  # type: ignore[assignment] # four labels make four fields

    def _drop_all(self, code: PartyCode) -> None:
        for row in self._rows[code]:
            for field in self._fields.pop(id(row)):
                self._grids[code].removeWidget(field)
                field.hide()
                field.deleteLater()
        self._rows[code] = []

    def _name_fields(self) -> None:
        named: dict[str, Field] = {}
        labels = (words.SEAT, words.PERSON, words.LETTER_NUMBER, words.LETTER_DAY)
        for place, row in enumerate(self._every()):
            names = ("title", "name", "letter_number", "letter_day")
            editors: tuple[QWidget, ...] = (row.title, row.name, row.number, row.day)
            for name, label, editor, field in zip(names, labels, editors, self._fields[id(row)], strict=True):
                named[f"{name}.{place}"] = field
                field.set_label(f"{words.row_name(label, place + 1)}، {words.PARTIES[row.party]}")
                editor.setObjectName(f"{name}_{place}")
        self.set_fields(named)

    def go_to(self, field: str) -> None:
        """The keyboard to a field; to the first name where the field is unknown."""
        super().go_to(field or "name.0")
