"""Section of the official holidays: the table of one Jalali year, edited in its cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableWidgetItem, QWidget

from desktop_app.domain.calendar.jalali import FIRST_YEAR, LAST_YEAR, format_short, format_words, weekday_name, year_of
from desktop_app.domain.calendar.workdays import Holiday, HolidayTable, WorkCalendar, require_name, require_new_day
from desktop_app.domain.errors import RuleBroken
from desktop_app.forms.holidays_section import Ui_HolidaysSection
from desktop_app.widgets.dates.date_source import date_source
from desktop_app.widgets.lists.finding_list import without_resizing
from desktop_app.widgets.shell.shortcuts import add_action
from desktop_app.widgets.style.look import tokens_of
from desktop_app.widgets.style.tokens import Ink, TextRole, Tone
from desktop_app.window.kit.section_panel import SectionPanel
from desktop_app.window.kit.typed_fields import CellDelegate
from desktop_app.window.settings import words
from desktop_app.words.refusals import sentence

DAY, NAME, ESTIMATED = range(3)
AHEAD: Final = 1
"""How many coming years are looked after."""
NAME_FIELD: Final = "name "
LEAST_HEIGHT, LEAST_WIDTH = 168, 104


class HolidaysSection(SectionPanel):
    """Holiday table: F2 edits a name, Del removes a day, the form beneath adds one."""

    def __init__(
        self,
        today: Callable[[], date],
        shipped: Callable[[], Sequence[Holiday]] = lambda: (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.ui = Ui_HolidaysSection()
        self.ui.setupUi(self)
        self._today, self._shipped = today, shipped
        self._table = self._shown = HolidayTable()
        self._before: list[HolidayTable] = []
        self._after: list[HolidayTable] = []
        self._year = year_of(today())
        self.set_fields({"day": self.ui.dayField, "name": self.ui.nameField})
        self._dress()
        self._connect()

    # ---- the section's view

    def show_values(self, values: HolidayTable) -> None:
        """Fill the table; the year that is shown stays."""
        self._table = self._shown = values
        self._before, self._after = [], []
        self._fill()

    def values(self) -> HolidayTable:
        """Return the table as edited."""
        return self._table

    def show_refusal(self, field: str, text: str) -> bool:
        """Show the year and row of a refused name, with the error."""
        if not field.startswith(NAME_FIELD):
            return super().show_refusal(field, text)
        day = date.fromisoformat(field.removeprefix(NAME_FIELD))
        self.show_message(f"{format_words(day)}: {text}")
        return True

    def go_to(self, field: str) -> None:
        """Focus the row of a refused name, else the table."""
        if field.startswith(NAME_FIELD):
            day = date.fromisoformat(field.removeprefix(NAME_FIELD))
            self.show_year(year_of(day))
            self.ui.table.setCurrentCell([row.day for row in self._rows()].index(day), NAME)
        self.ui.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def undo_edit(self) -> bool:
        """Undo the last change of the table."""
        if not self._before:
            return False
        self._after.append(self._table)
        self._show_other(self._before.pop())
        return True

    def redo_edit(self) -> bool:
        """Redo the change of the table undone last."""
        if not self._after:
            return False
        self._before.append(self._table)
        self._show_other(self._after.pop())
        return True

    def show_year(self, year: int) -> None:
        """Show another year."""
        self._year = min(max(year, FIRST_YEAR), LAST_YEAR)
        self._fill()

    # ---- inside

    def _dress(self) -> None:
        ui = self.ui
        ui.year.set_role(TextRole.STRONG)
        ui.count.set_role(TextRole.NOTE)
        ui.count.set_ink(Ink.QUIET)
        table = ui.table
        table.setColumnCount(len(words.HEADS))
        table.setHorizontalHeaderLabels(list(words.HEADS))
        table.verticalHeader().setVisible(False)
        table.setShowGrid(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setItemDelegate(CellDelegate(table))
        table.setMinimumHeight(LEAST_HEIGHT)
        table.setCornerButtonEnabled(False)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.ui.column.setStretchFactor(table, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(tokens_of(self).px(LEAST_WIDTH))
        head.setSectionResizeMode(DAY, QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(ESTIMATED, QHeaderView.ResizeMode.ResizeToContents)

    def _connect(self) -> None:
        ui = self.ui
        ui.earlier.clicked.connect(lambda: self.show_year(self._year - 1))
        ui.later.clicked.connect(lambda: self.show_year(self._year + 1))
        ui.offer.clicked.connect(self._take_offer)
        ui.add.clicked.connect(self._add)
        ui.name.returnPressed.connect(self._add)
        ui.remove.clicked.connect(self._remove)
        ui.table.itemChanged.connect(self._cell_edited)
        add_action(ui.table, words.REMOVE, "Del", self._remove)

    def _rows(self) -> tuple[Holiday, ...]:
        return self._table.of_year(self._year)

    def _fill(self) -> None:
        ui, rows = self.ui, self._rows()
        ui.year.setText(words.year(self._year))
        ui.count.setText(words.count(len(rows), sum(row.estimated for row in rows)) if rows else words.NO_ROWS)
        ui.earlier.setEnabled(self._year > FIRST_YEAR)
        ui.later.setEnabled(self._year < LAST_YEAR)
        ui.offer.setVisible(not rows and bool(self._offered()))
        ui.table.blockSignals(True)
        with without_resizing(ui.table):
            ui.table.setRowCount(len(rows))
            for place, row in enumerate(rows):
                self._fill_row(place, row)
        ui.table.blockSignals(False)
        ui.remove.setEnabled(bool(rows))
        calendar = WorkCalendar(
            holidays={row.day: row.name for row in self._table.rows},
            estimates=frozenset(row.day for row in self._table.rows if row.estimated),
            years=self._table.years,
        )
        ui.day.set_source(date_source(calendar, self._today, sentence))
        self._explain()

    def _fill_row(self, place: int, row: Holiday) -> None:
        day = QTableWidgetItem(f"{weekday_name(row.day)} {format_short(row.day)}")
        day.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        name = QTableWidgetItem(row.name)
        name.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words.name_of_day(format_words(row.day))}: {row.name}")
        estimated = QTableWidgetItem()
        estimated.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        estimated.setCheckState(Qt.CheckState.Checked if row.estimated else Qt.CheckState.Unchecked)
        estimated.setData(Qt.ItemDataRole.AccessibleTextRole, words.HEADS[ESTIMATED])
        for column, item in ((DAY, day), (NAME, name), (ESTIMATED, estimated)):
            self.ui.table.setItem(place, column, item)

    def _explain(self) -> None:
        """Show which years have no table, and what a change affects."""
        this_year = year_of(self._today())
        coming = self._table.unknown_years(this_year, this_year + AHEAD)
        if not self._rows():
            self.ui.unknown.show_message(words.unknown_year(self._year), "", Tone.WARNING)
        elif coming:
            self.ui.unknown.show_message(words.unknown_years(coming), "", Tone.WARNING)
        elif self._table != self._shown:
            self.ui.unknown.show_message(words.CHANGED, "", Tone.NEUTRAL)
        else:
            self.ui.unknown.setVisible(False)

    def _take(self, table: HolidayTable) -> None:
        if table != self._table:
            self._before.append(self._table)
            self._after.clear()
            self._show(table)

    def _show_other(self, table: HolidayTable) -> None:
        """Show another table; switch to the year in which it differs."""
        days = {row.day for row in {*self._table.rows} ^ {*table.rows}}
        if days:
            self._year = year_of(min(days))
        self._show(table)

    def _show(self, table: HolidayTable) -> None:
        self._table = table
        self._fill()
        self.emit_edited()

    def _cell_edited(self, item: QTableWidgetItem) -> None:
        row = self._rows()[item.row()]
        if item.column() == NAME:
            edited = replace(row, name=item.text())
        else:
            edited = replace(row, estimated=item.checkState() == Qt.CheckState.Checked)
        self._take(self._table.with_rows([edited]))

    def _add(self) -> None:
        ui = self.ui
        name = ui.name.text().strip()
        for holder in (ui.dayField, ui.nameField):
            holder.clear_notice()
        try:
            day = require_new_day(self._table, ui.day.day())
            require_name(name)
        except RuleBroken as broken:
            self.show_refusal(broken.field, sentence(broken))
            super().go_to(broken.field)
            return
        self._year = year_of(day)
        self._take(self._table.with_rows([Holiday(day, name, ui.estimated.isChecked())]))
        ui.day.set_day(None)
        ui.name.set_text("")
        ui.estimated.setChecked(False)
        ui.table.setCurrentCell([row.day for row in self._rows()].index(day), NAME)
        ui.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self) -> None:
        place, rows = self.ui.table.currentRow(), self._rows()
        if 0 <= place < len(rows):
            self._take(self._table.without(rows[place].day))
            left = len(self._rows())
            if left:
                self.ui.table.setCurrentCell(min(place, left - 1), NAME)
            else:
                self.ui.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offered(self) -> list[Holiday]:
        return [row for row in self._shipped() if year_of(row.day) == self._year]

    def _take_offer(self) -> None:
        self._take(self._table.with_rows(self._offered()))
        self.ui.table.setFocus(Qt.FocusReason.OtherFocusReason)
