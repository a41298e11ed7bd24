"""A value that cannot be read is told once beside its list; the other rows are shown, and nothing asks again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.storage.store.list_queries import SqlList
from desktop_app.widgets.lists.window_model import UNREADABLE
from desktop_app.window.kit.record_list_page import RecordListPage
from tests.bootstrap.conftest import Start
from tests.bootstrap.test_opening import forge
from tests.shown import texts

PLANTED = {
    "a day that is none": "UPDATE meeting SET day = '2023-02-30' WHERE id = 2",
    "a text that is no UTF-8": "UPDATE meeting SET place = CAST(x'd8ff41' AS TEXT) WHERE id = 2",
}


def test_a_day_of_a_year_that_no_paper_knows_is_marked_in_its_cell(start: Start, demo_folder: Path) -> None:
    """An error that leaves a paint ended the program at the next one."""
    forge(demo_folder, "UPDATE meeting SET day = '6023-02-20' WHERE id = 2")
    run = start(demo_folder)
    (page,) = [one for one in run.window.findChildren(RecordListPage) if one.spec.key == "meetings"]
    model = page.model
    (row,) = [place for place in range(model.rowCount()) if model.id_at(place) == 2]
    words = [model.data(model.index(row, column)) for column in range(model.columnCount())]
    assert words.count(UNREADABLE) == 1
    assert all(words)
    for _time in range(20):
        page.repaint()
        QApplication.processEvents()


@pytest.mark.parametrize("name", PLANTED)
def test_the_row_is_marked_and_the_others_are_there(
    start: Start, demo_folder: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    forge(demo_folder, PLANTED[name])
    asked: list[int] = []
    fetch = SqlList.fetch

    def counted(self: SqlList[object], ids: object) -> object:
        asked.append(1)
        return fetch(self, ids)  # type: ignore[arg-type]

    monkeypatch.setattr(SqlList, "fetch", counted)
    run = start(demo_folder)
    (page,) = [one for one in run.window.findChildren(RecordListPage) if one.spec.key == "meetings"]
    model = page.model
    shown = {
        model.id_at(place): model.data(model.index(place, 1), Qt.ItemDataRole.DisplayRole)
        for place in range(model.rowCount())
        if model.id_at(place) is not None
    }
    assert shown.pop(2) == UNREADABLE
    assert len(shown) == 5
    assert all(shown.values())
    assert UNREADABLE not in shown.values()
    told = [text for text in texts(page) if "خوانده نمی‌شود" in text]
    assert told
    before = len(asked)
    for _time in range(20):
        page.repaint()
        QApplication.processEvents()
    assert len(asked) == before, "painting asks nothing"
