"""This machine remembers the window's place, the list that showed and the widths of columns, and no nonsense."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from desktop_app.domain.read_models.listing import Filter, FilterKey
from desktop_app.window.kit.list_table import NARROWEST, WIDEST, ListSettings
from desktop_app.window.kit.record_list_page import RecordListPage
from desktop_app.window.shell.machine import PAGE, WindowSettings
from tests.bootstrap.conftest import Run, Start


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


def _again(settings: QSettings) -> WindowSettings:
    """The memory of another start: what was written to the file, and nothing else."""
    settings.sync()
    return WindowSettings(QSettings(settings.fileName(), QSettings.Format.IniFormat))


def _meetings(run: Run) -> RecordListPage[object]:
    (page,) = [one for one in run.window.findChildren(RecordListPage) if one.spec.key == "meetings"]
    return page


def test_columns_and_list_come_back(start: Start, demo_folder: Path, settings: QSettings) -> None:
    first = start(demo_folder, memory=WindowSettings(settings))
    _meetings(first).ui.table.horizontalHeader().resizeSection(1, 311)
    first.window.page_chosen.emit("resolutions")
    first.window.close()
    second = start(demo_folder, memory=_again(settings))
    assert second.window.page() == "resolutions"
    second.window.page_chosen.emit("meetings")
    assert _meetings(second).table.widths()[1] == 311


def test_the_window_comes_back_where_it_was(start: Start, demo_folder: Path, settings: QSettings) -> None:
    first = start(demo_folder)
    # the screen of the tests is 800 pixels wide, and Qt lets no window stand beyond its screen
    first.window.setGeometry(40, 60, 960, 644)
    WindowSettings(settings).keep_place(first.window)
    second = start(demo_folder.parent / "other")
    _again(settings).place(second.window)
    assert second.window.height() == 644


def test_a_first_start_has_nothing_to_remember(start: Start, demo_folder: Path, settings: QSettings) -> None:
    run = start(demo_folder, memory=WindowSettings(settings))
    planned = _meetings(run).table.widths()
    WindowSettings(settings).place(run.window)
    assert run.window.page() == "meetings"
    assert planned[:2] == [150, 190]


@pytest.mark.parametrize("kept", ["", "wide", "[1, 2]", '{"widths": ["x"]}', "{", "null"])
def test_what_makes_no_sense_is_passed_over(start: Start, demo_folder: Path, settings: QSettings, kept: str) -> None:
    settings.setValue("lists/meetings", kept)
    settings.setValue(PAGE, "desk")
    run = start(demo_folder, memory=_again(settings))
    assert run.window.page() == "meetings"
    assert _meetings(run).table.widths()[:2] == [150, 190]


def test_no_column_vanishes_or_swallows_the_window(start: Start, demo_folder: Path, settings: QSettings) -> None:
    settings.setValue("lists/meetings", ListSettings(widths=(0, 99999, 300, 170, 150)).to_text())
    page = _meetings(start(demo_folder, memory=_again(settings)))
    assert page.table.widths()[:2] == [NARROWEST, WIDEST]


def test_a_month_that_was_looked_at_is_not_remembered_and_is_called_by_its_name(
    start: Start, demo_folder: Path, settings: QSettings
) -> None:
    first = start(demo_folder, memory=WindowSettings(settings))
    first.at("meetings")
    page = _meetings(first)
    page.query_requested.emit(replace(page.query(), filters=(Filter(FilterKey.MONTH, "1390-05"),)))
    assert [chip.text() for chip in page.ui.filters.chips()] == ["مرداد ۱۳۹۰"]
    first.window.close()
    second = start(demo_folder, memory=_again(settings))
    second.at("meetings")
    assert _meetings(second).query().filters == ()
