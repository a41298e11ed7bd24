"""Tables of many rows are filled again without measuring every row for every cell: the window would stand still."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QHeaderView, QStyleOptionViewItem, QTableWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.calendar.workdays import Holiday, HolidayTable
from desktop_app.domain.read_models.backups import Backup, BackupKind
from desktop_app.widgets.lists.finding_list import without_resizing
from desktop_app.window.backups.page import BackupRow, BackupsPage
from desktop_app.window.kit.typed_fields import CellDelegate, Index
from desktop_app.window.settings.holidays_section import HolidaysSection
from desktop_app.words import backups as words

ROWS = 60
"""Thinning leaves up to fifty-five backups, and ten more wait for it."""
TIMES = 8
"""So often each cell may be measured while its table is filled once; once for each cell that is put would be 360."""


class _Counted(CellDelegate):
    """Counts how often it is asked how large a cell is."""

    def __init__(self, table: QTableWidget) -> None:
        super().__init__(table)
        self.asked = 0
        table.setItemDelegate(self)
        # what the exchange itself asks has been asked before anything is counted
        QApplication.processEvents()
        self.asked = 0

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        self.asked += 1
        return super().sizeHint(option, index)


def _rows(at: str) -> list[BackupRow]:
    backup = Backup(Path("/backups"), 1, BackupKind.AUTOMATIC)
    cells = ("کنار داده‌ها", at, "خودکار", "۹۶۰ کیلوبایت", "۹", "کامل؛ آزموده نشده")
    return [BackupRow(backup, cells)] * ROWS


def test_a_list_of_many_backups_is_shown_again_at_once(qtbot: QtBot) -> None:
    page = BackupsPage()
    qtbot.addWidget(page)
    page.show_rows(_rows("۰۲:۳۰"))
    page.resize(900, 700)
    page.show()
    QApplication.processEvents()
    height, width = page.ui.table.rowHeight(0), page.ui.table.columnWidth(1)
    counted = _Counted(page.ui.table)
    page.show_rows(_rows("۱۴۰۵/۰۹/۰۸، ۰۴:۱۹"))
    QApplication.processEvents()
    assert counted.asked <= TIMES * ROWS * len(words.HEADS)
    assert page.ui.table.rowHeight(ROWS - 1) == height
    assert page.ui.table.columnWidth(1) > width, "the columns follow what stands in them now"


@pytest.mark.parametrize("rows", [0, 3])
@pytest.mark.parametrize("mode", [QHeaderView.ResizeMode.Interactive, QHeaderView.ResizeMode.ResizeToContents])
def test_rows_and_columns_follow_again_what_they_followed(
    qtbot: QtBot, mode: QHeaderView.ResizeMode, rows: int
) -> None:
    table = QTableWidget(rows, 2)
    qtbot.addWidget(table)
    table.verticalHeader().setSectionResizeMode(mode)
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    with without_resizing(table):
        table.setRowCount(5)
    assert [table.verticalHeader().sectionResizeMode(row) for row in range(5)] == [mode] * 5
    assert table.horizontalHeader().sectionResizeMode(1) is QHeaderView.ResizeMode.Stretch
    table.setRowCount(6)
    assert table.verticalHeader().sectionResizeMode(5) is mode


def test_a_year_of_many_holidays_is_shown_again_at_once(qtbot: QtBot) -> None:
    first = date(2026, 3, 21)
    days = [Holiday(first + timedelta(days=place), f"تعطیل {place}") for place in range(ROWS)]
    panel = HolidaysSection(lambda: first, lambda: ())
    qtbot.addWidget(panel)
    panel.show_values(HolidayTable(rows=tuple(days)))
    panel.resize(900, 700)
    panel.show()
    panel.show_year(1405)
    QApplication.processEvents()
    counted = _Counted(panel.ui.table)
    panel.show_year(1405)
    QApplication.processEvents()
    assert panel.ui.table.rowCount() == ROWS
    assert counted.asked <= TIMES * ROWS * 3
