"""The page of a list under real keys: searching with a pause, leaving it, opening, and a choice that stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import EnvironmentProblem
from desktop_app.widgets.lists.cell_content import CellContent
from desktop_app.widgets.lists.window_model import Column
from desktop_app.window.kit.list_spec import EmptyListTexts, ListSpec
from desktop_app.window.kit.record_list_page import SEARCH_PAUSE_MS, RecordListPage
from desktop_app.words import lists as words
from desktop_app.words.refusals import sentence
from tests.widgets.typing import CONTROL, press, type_text


@dataclass(frozen=True, slots=True)
class Song:
    """Something to list."""

    id: int
    title: str


PLAN: ListSpec[Song] = ListSpec(
    key="songs",
    title="ترانه‌ها",
    what="ترانه",
    columns=(
        Column("شماره", lambda row: str(row.id), content=lambda row: CellContent(str(row.id))),
        Column("نام", lambda row: row.title, content=lambda row: CellContent(row.title)),
    ),
    widths=(120, None),
    empty=EmptyListTexts("هنوز ترانه‌ای نیست", "نخستین را بسرایید.", "file-text", "سرودن"),
)


def _fetch(ids: Sequence[int]) -> Mapping[int, Song]:
    return {one: Song(one, f"ترانهٔ {one}") for one in ids}


@pytest.fixture
def page(qtbot: QtBot) -> RecordListPage[Song]:
    """A list of twenty, in front, with the keyboard."""
    made = RecordListPage(PLAN, _fetch)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show_ids(range(20, 0, -1))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.focus_list()
    return made


def _search(page: RecordListPage[Song], text: str) -> None:
    page.ui.search.setFocus()
    type_text(page.ui.search, text)


def _action(page: RecordListPage[Song]) -> QPushButton:
    (button,) = [one for one in page.ui.empty.findChildren(QPushButton) if one.isVisibleTo(page)]
    return button


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester, page: RecordListPage[Song]) -> None:
    qtmodeltester.check(page.model)
    page.show_ids([])
    qtmodeltester.check(page.model)


def test_a_search_is_asked_once_after_a_pause(qtbot: QtBot, page: RecordListPage[Song]) -> None:
    asked: list[str] = []
    page.search_requested.connect(asked.append)
    with qtbot.waitSignal(page.search_requested, timeout=SEARCH_PAUSE_MS * 20):
        _search(page, "روستا")
        assert asked == []
    assert asked == ["روستا"]


def test_enter_does_not_wait_for_the_pause(qtbot: QtBot, page: RecordListPage[Song]) -> None:
    asked: list[str] = []
    page.search_requested.connect(asked.append)
    _search(page, "روستا")
    press(page.ui.search, Qt.Key.Key_Return, "\r")
    assert asked == ["روستا"]
    qtbot.wait(SEARCH_PAUSE_MS * 2)
    assert asked == ["روستا"], "the pause must not ask again"


@pytest.mark.parametrize("key", [Qt.Key.Key_F3, Qt.Key.Key_F])
def test_the_search_is_reached_from_the_list(qtbot: QtBot, page: RecordListPage[Song], key: Qt.Key) -> None:
    qtbot.keyClick(page.ui.table, key, CONTROL if key == Qt.Key.Key_F else Qt.KeyboardModifier.NoModifier)
    assert page.ui.search.hasFocus()


def test_escape_clears_the_search_and_goes_back_to_the_list(qtbot: QtBot, page: RecordListPage[Song]) -> None:
    _search(page, "روستا")
    with qtbot.waitSignal(page.search_requested, check_params_cb=lambda text: text == ""):
        qtbot.keyClick(page.ui.search, Qt.Key.Key_Escape)
    assert page.ui.search.text() == ""
    assert page.ui.table.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_the_row_under_the_keyboard(qtbot: QtBot, page: RecordListPage[Song], key: Qt.Key) -> None:
    qtbot.keyClick(page.ui.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.open_requested) as opened:
        qtbot.keyClick(page.ui.table, key)
    assert opened.args == [19]


def test_home_and_end_lead_to_the_first_and_the_last_row(qtbot: QtBot, page: RecordListPage[Song]) -> None:
    table, rows = page.ui.table, page.model.rowCount()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    for key, place in ((Qt.Key.Key_End, rows - 1), (Qt.Key.Key_Home, 0)):
        qtbot.keyClick(table, key)
        assert table.currentIndex().row() == place
        assert {one.row() for one in table.selectionModel().selectedRows()} == {place}
        assert table.viewport().rect().intersects(table.visualRect(table.currentIndex()))
    page.show_ids([])
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert not table.currentIndex().isValid()


def test_a_double_click_opens(qtbot: QtBot, page: RecordListPage[Song]) -> None:
    at = page.ui.table.visualRect(page.model.index(2, 1)).center()
    with qtbot.waitSignal(page.open_requested) as opened:
        qtbot.mouseClick(page.ui.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        qtbot.mouseDClick(page.ui.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        qtbot.mouseRelease(page.ui.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened.args == [18]


def test_the_chosen_row_stays_chosen_wherever_it_moves(page: RecordListPage[Song]) -> None:
    page.ui.table.setCurrentIndex(page.model.index_of(7))
    page.show_ids([3, 7, 9])
    assert page.chosen_id() == 7
    page.show_ids([3, 9])
    assert page.chosen_id() == 9, "where it is gone, the one that took its place is under the keyboard"
    page.show_ids([])
    assert page.chosen_id() == 0


def test_the_count_is_exact(page: RecordListPage[Song]) -> None:
    assert page.ui.footer.text() == "۲۰ ترانه"
    page.show_ids(range(12345))
    assert page.ui.footer.text() == "۱۲۳۴۵ ترانه"


def test_an_empty_list_says_what_to_do(qtbot: QtBot, page: RecordListPage[Song]) -> None:
    page.show_ids([])
    assert page.ui.stack.currentWidget() is page.ui.empty
    assert _action(page).text() == "سرودن"
    page.focus_list()
    assert QApplication.focusWidget() is _action(page)
    with qtbot.waitSignal(page.empty_action_requested):
        _action(page).click()


def test_filtered_to_nothing_is_another_thing(qtbot: QtBot, page: RecordListPage[Song]) -> None:
    told: list[bool] = []
    page.empty_action_requested.connect(lambda: told.append(True))
    _search(page, "زرافه")
    page.show_ids([])
    assert page.ui.empty.accessibleName() == words.nothing_found("زرافه") or _action(page).text() == words.SHOW_ALL
    assert _action(page).text() == words.SHOW_ALL
    with qtbot.waitSignal(page.search_requested, check_params_cb=lambda text: text == ""):
        _action(page).click()
    assert told == []


def test_a_refusal_stands_until_the_list_is_read_again(page: RecordListPage[Song]) -> None:
    page.show_refusal("داده‌ها در دست کار دیگری است.")
    assert page.ui.band.isVisible()
    page.show_ids([1])
    assert not page.ui.band.isVisible()


def test_rows_that_cannot_be_read_are_one_sentence_beside_the_list_and_no_error(qtbot: QtBot) -> None:
    asked: list[int] = []

    def fetch(ids: Sequence[int]) -> Mapping[int, Song]:
        asked.append(len(ids))
        raise EnvironmentProblem("data_locked")

    made = RecordListPage(PLAN, fetch)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.show_ids(range(1, 2001))
    for place in (0, 900, 1800):
        made.choose(place + 1)
        made.grab()
        QApplication.processEvents()
    assert made.ui.band.title() == sentence(EnvironmentProblem("data_locked"))
    assert len(asked) <= 1 + 3, "once for each step, and never for painting"


def test_one_row_is_stood_on_also_while_ctrl_is_held(page: RecordListPage[Song]) -> None:
    """Ctrl with a number led here, and in a list of several rows Ctrl turns a choice about."""
    handle = page.windowHandle()
    QTest.keyPress(handle, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    try:
        for record_id in (5, 5, 7):
            page.show_ids(range(20, 0, -1))
            page.choose(record_id)
            rows = [index.row() for index in page.ui.table.selectionModel().selectedRows()]
            assert rows == [20 - record_id] == [page.ui.table.currentIndex().row()]
    finally:
        QTest.keyRelease(handle, Qt.Key.Key_Control)


def test_after_many_rows_are_copied_those_in_sight_are_still_read(qtbot: QtBot) -> None:
    made = RecordListPage(PLAN, _fetch)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.show_ids(range(2000))
    made.ui.table.selectAll()
    made.table.copy_chosen()
    assert QApplication.clipboard().text().count("\n") == 1999
    assert made.model.loaded_row(0) is not None


def test_a_window_made_smaller_keeps_the_row_in_sight(qtbot: QtBot, page: RecordListPage[Song]) -> None:
    page.show_ids(range(200))
    page.choose(199)
    page.resize(900, 320)
    qtbot.waitUntil(lambda: page.height() == 320)
    QApplication.processEvents()
    table = page.ui.table
    assert table.viewport().rect().intersects(table.visualRect(table.currentIndex()))


def test_widths_are_told_and_taken(page: RecordListPage[Song]) -> None:
    page.table.set_widths([200, 1])
    assert page.table.widths()[0] == 200
    assert page.table.widths()[1] > 500, "the last takes what is left"
    page.table.set_widths([10])
    assert page.table.widths()[0] == 200
