"""The pane of names with counts under real keys: arrows walk and choose, a row that stays keeps the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.widgets.controls.pill import Party
from desktop_app.widgets.lists.count_list import CountContent, CountList
from desktop_app.widgets.style.cut_text import cut
from tests.widgets.typing import press

CONTENTS = (
    CountContent("all", "همه", 5, 1, head=True, spoken="همه، ۵ وظیفه، ۱ معوق"),
    CountContent("unit:1", "واحد یک", 3, 1),
    CountContent("unit:2", "واحد دو", 2),
)


@pytest.fixture
def pane(qtbot: QtBot) -> CountList:
    made = CountList()
    made.show_rows(CONTENTS, "all")
    qtbot.addWidget(made)
    made.resize(220, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def test_arrows_choose_and_tell(pane: CountList) -> None:
    told: list[str] = []
    pane.chosen.connect(told.append)
    focused = QApplication.focusWidget()
    assert focused is pane.row("all")
    press(focused, Qt.Key.Key_Down)
    assert told == ["unit:1"]
    assert pane.value() == "unit:1"
    row = QApplication.focusWidget()
    assert row is pane.row("unit:1")
    press(row, Qt.Key.Key_Return)
    assert told[-1] == "unit:1"


def test_other_figures_keep_the_rows_and_the_keyboard(pane: CountList) -> None:
    row = pane.row("all")
    pane.show_rows((*CONTENTS[:2], CountContent("unit:2", "واحد دو", 9)), "unit:2")
    assert pane.row("all") is row
    assert QApplication.focusWidget() is row
    assert pane.value() == "unit:2"
    assert pane.row("unit:2").accessibleName().endswith("۹")


def test_what_is_late_is_heard_and_an_unknown_key_chooses_none(pane: CountList) -> None:
    assert "معوق" in pane.row("all").accessibleName()
    pane.set_value("unit:7")
    assert pane.value() == ""


def test_every_row_keeps_its_height_and_paints(pane: CountList) -> None:
    assert all(pane.row(content.key).height() >= 28 for content in CONTENTS)
    picture = pane.grab().toImage()
    red = [
        picture.pixelColor(x, y)
        for x in range(90)
        for y in range(40)
        if picture.pixelColor(x, y).red() > 150 and picture.pixelColor(x, y).green() < 90
    ]
    assert red, "what is late has its red triangle"


def test_nothing_is_cut_in_a_pane_as_wide_as_it_needs(pane: CountList, monkeypatch: pytest.MonkeyPatch) -> None:
    long = "دفتر فناوری اطلاعات و تحول اداری"
    pane.show_rows(
        (*CONTENTS, CountContent("unit:3", long, 128, 17), CountContent("party", long, 3, party=Party.CENTER)), "all"
    )
    drawn: list[str] = []

    def seen(text: str, metrics: QFontMetrics, width: float) -> str:
        drawn.append(cut(text, metrics, width))
        return drawn[-1]

    monkeypatch.setattr("desktop_app.widgets.lists.count_list.cut", seen)
    pane.resize(pane.need(), 300)
    QApplication.processEvents()
    drawn.clear()
    pane.grab()
    assert drawn.count(long) == 2
    assert not any(word.endswith("…") for word in drawn)
    drawn.clear()
    pane.resize(pane.need() - 24, 300)
    pane.grab()
    assert any(word.endswith("…") for word in drawn)
