"""The window of ids: exact, lazy, and never more than its pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.domain.errors import EnvironmentProblem, Refused, RuleBroken
from desktop_app.widgets.lists.window_model import (
    CONTENT_ROLE,
    ROW_ROLE,
    SORT_ROLE,
    UNREADABLE,
    Column,
    Head,
    WindowModel,
)
from tests.tables.samples import COLUMNS, Fetcher, Sample, loaded, model_of


@dataclass(frozen=True, slots=True)
class Content:
    first: str
    second: str


def test_qts_own_examiner_is_content(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    model = loaded(50)
    qtmodeltester.check(model)
    model.show_ids([3, 1, 2])
    model.load(0, 2)
    model.refresh()
    model.show_ids([])


def test_roles_of_a_cell() -> None:
    model = loaded(20)
    index = model.index(4, 1)
    assert index.data() == "ردیف 5"
    assert index.data(ROW_ROLE) == Sample(5, "ردیف 5")
    assert index.data(CONTENT_ROLE) == ("content", 5)
    assert index.data(SORT_ROLE) == "ردیف 5"
    assert model.index(4, 0).data(SORT_ROLE) == 5
    assert model.index(4, 0).data(CONTENT_ROLE) is None
    assert index.data(int(Qt.ItemDataRole.ToolTipRole)) == "ردیف 5"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "عنوان"
    assert model.headerData(1, Qt.Orientation.Vertical) is None
    assert model.data(QModelIndex()) is None


def test_a_cell_is_heard_with_both_its_lines() -> None:
    columns: list[Column[Sample]] = [
        Column("عنوان", lambda row: row.title, content=lambda row: Content(row.title, "۳ روز"))
    ]
    model = WindowModel(columns, Fetcher())
    model.show_ids([1])
    model.load(0, 0)
    assert model.index(0, 0).data(int(Qt.ItemDataRole.AccessibleTextRole)) == "ردیف 1\n۳ روز"
    assert model.index(0, 0).data() == "ردیف 1"


def test_only_the_page_that_is_looked_at_is_fetched_and_once() -> None:
    fetch = Fetcher()
    model = model_of(1000, fetch)
    assert model.rowCount() == 1000
    assert fetch.asked == []
    model.load(32, 47)
    model.load(40, 47)
    assert fetch.asked == [list(range(33, 49))]
    assert model.index(40, 1).data() == "ردیف 41"


def test_what_is_painted_before_it_is_read_is_blank_and_read_a_turn_later(qtbot: QtBot) -> None:
    fetch = Fetcher()
    model = model_of(1000, fetch)
    assert [model.index(place, 1).data() for place in (0, 20)] == [None, None]
    assert fetch.asked == [], "painting asks nothing"
    with qtbot.waitSignal(model.dataChanged):
        pass
    assert [one[0] for one in fetch.asked] == [1, 17]
    assert model.index(20, 1).data() == "ردیف 21"


def test_a_refusal_is_told_once_however_many_cells_are_painted(qtbot: QtBot) -> None:
    told: list[Refused] = []
    asked: list[int] = []

    def fetch(ids: Sequence[int]) -> Mapping[int, Sample]:
        asked.append(len(ids))
        raise EnvironmentProblem("data_locked")

    model = WindowModel(COLUMNS, fetch, page=16)
    model.not_read.connect(told.append)
    model.show_ids(range(1, 101))
    model.load(0, 40)
    for place in range(100):
        assert model.index(place, 0).data() is None
    QApplication.processEvents()
    assert [one.key for one in told] == ["data_locked"]
    assert asked == [16]
    model.show_ids(range(1, 101))
    model.load(0, 40)
    assert len(told) == 2, "another showing asks again"


def test_the_pages_in_memory_are_few_and_the_latest() -> None:
    fetch = Fetcher()
    model = model_of(1000, fetch)
    for row in (0, 100, 200, 0, 300):
        model.row_at(row)
    assert model.pages_in_memory() == 3
    before = len(fetch.asked)
    model.row_at(0)
    assert len(fetch.asked) == before, "a page that was just used must not be the one that is forgotten"
    model.row_at(100)
    assert len(fetch.asked) == before + 1


def test_a_row_that_is_gone_is_empty_not_an_error() -> None:
    model = loaded(10, Fetcher(gone=[3]))
    assert model.index(2, 0).data() is None
    assert model.row_at(2) is None
    assert model.row_at(99) is None
    assert (model.id_at(2), model.id_at(99)) == (3, None)


def test_a_refresh_reads_anew_and_keeps_the_order(qtbot: QtBot) -> None:
    fetch = Fetcher()
    model = model_of(10, fetch)
    model.row_at(0)
    with qtbot.waitSignal(model.dataChanged):
        model.refresh()
    model.row_at(0)
    assert len(fetch.asked) == 2
    assert model.count() == 10


def test_a_selection_can_follow_its_id_into_a_new_order() -> None:
    model = model_of(10)
    model.show_ids(reversed(range(1, 11)))
    assert model.index_of(3).row() == 7
    assert not model.index_of(99).isValid()


def test_a_click_on_the_head_asks_for_an_order(qtbot: QtBot) -> None:
    model = model_of(10)
    with qtbot.waitSignal(model.sort_requested) as told:
        model.sort(0, Qt.SortOrder.DescendingOrder)
    assert told.args == ["number", True]
    with qtbot.assertNotEmitted(model.sort_requested):
        model.sort(1)


def test_painting_asks_for_what_shows_only(qtbot: QtBot) -> None:
    fetch = Fetcher()
    model = model_of(100_000, fetch)
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.resize(400, 300)
    view.show()
    for scroll in (view.scrollToTop, view.scrollToBottom):
        scroll()
        view.grab()
        QApplication.processEvents()
    asked = {one for page in fetch.asked for one in page}
    assert 100_000 in asked
    assert len(asked) < 200


def test_heads_part_the_rows_and_are_no_records(qtmodeltester: ModelTester) -> None:
    fetch = Fetcher()
    model = model_of(0, fetch)
    model.show_ids([5, 3, 8], [Head(2, "این هفته", "چهره"), Head(1, "بعد")])
    assert (model.rowCount(), model.count()) == (5, 3)
    assert [model.id_at(place) for place in range(5)] == [None, 5, 3, None, 8]
    assert [model.index(place, 0).data() for place in (0, 3)] == ["این هفته", "بعد"]
    assert (model.index(0, 0).data(CONTENT_ROLE), model.index(0, 1).data()) == ("چهره", None)
    assert model.row_at(0) is None
    model.load(0, 4)
    assert model.index(4, 1).data() == "ردیف 8"
    assert fetch.asked == [[5, 3, 8]]
    assert not model.flags(model.index(3, 0)) & (Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
    assert [model.near(place).row() for place in (0, 3, 9)] == [1, 4, 4]
    assert model.index_of(8).row() == 4
    qtmodeltester.check(model)
    model.show_ids([])
    assert not model.near(0).isValid()


def test_the_keyboard_passes_over_heads(qtbot: QtBot) -> None:
    model = model_of(0)
    model.show_ids([5, 3, 8], [Head(2, "این هفته"), Head(1, "بعد")])
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.show()
    view.setCurrentIndex(model.index(2, 0))
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 4
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.currentIndex().row() == 2


@pytest.mark.parametrize("error", [RuleBroken("year_out_of_range"), ValueError("2023-02-30")])
def test_a_value_that_no_calendar_knows_is_marked(error: Exception) -> None:
    """A reader is asked in the middle of a paint, which no error may leave."""

    def fail(_row: object) -> str:
        raise error

    columns = (replace(COLUMNS[0], text=fail), *COLUMNS[1:])
    model = WindowModel(columns, Fetcher(), page=16)
    model.show_ids(range(1, 5))
    model.load(0, 4)
    assert model.index(1, 0).data() == UNREADABLE
    assert model.index(1, 0).data(int(Qt.ItemDataRole.ToolTipRole)) is None
    assert model.index(1, 1).data() == "ردیف 2"


def test_a_row_that_cannot_be_read_leaves_the_others_their_words(qtbot: QtBot) -> None:
    told: list[Refused] = []
    good = Fetcher()

    def fetch(ids: Sequence[int]) -> Mapping[int, Sample]:
        if 7 in ids:
            raise EnvironmentProblem("value_unreadable", code="2023-02-30")
        return good(ids)

    model = WindowModel(COLUMNS, fetch, page=16)
    model.not_read.connect(told.append)
    model.show_ids(range(1, 41))
    model.load(0, 20)
    assert model.index(6, 1).data() == UNREADABLE
    assert model.index(6, 1).data(int(Qt.ItemDataRole.ToolTipRole)) is None
    assert model.index(7, 1).data() == "ردیف 8"
    assert [one.key for one in told] == ["value_unreadable"]
    asked = len(good.asked)
    for place in range(20):
        assert model.index(place, 1).data()
    QApplication.processEvents()
    assert len(good.asked) == asked
